/*
 * Macros of mbedtls/asn1write.h.
 *
 * Written by hand; mbedtls/asn1write.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_ASN1WRITE_VALUES_H
#define MBEDTLS_COMPAT_ASN1WRITE_VALUES_H

/** Adds what `f` wrote to `g`; leaves the function with the code if it wrote nothing. There has to be a variable `ret`. */
#define MBEDTLS_ASN1_CHK_ADD(g, f)  \
    do {                            \
        ret = (f);                  \
        if (ret < 0) {              \
            return ret;             \
        }                           \
        (g) += ret;                 \
    } while (0)

/** As MBEDTLS_ASN1_CHK_ADD(), but goes to the label `cleanup`. */
#define MBEDTLS_ASN1_CHK_CLEANUP_ADD(g, f) \
    do {                                   \
        ret = (f);                         \
        if (ret < 0) {                     \
            goto cleanup;                  \
        }                                  \
        (g) += ret;                        \
    } while (0)

#endif /* MBEDTLS_COMPAT_ASN1WRITE_VALUES_H */
