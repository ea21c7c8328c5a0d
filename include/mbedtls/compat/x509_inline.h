/*
 * Inline functions of mbedtls/x509.h.
 *
 * Written by hand; mbedtls/x509.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_X509_INLINE_H
#define MBEDTLS_COMPAT_X509_INLINE_H

/**
 * The next set of a name's attributes: goes from the first pair of one set to the first pair of the
 * following one. Null behind the last.
 */
static inline mbedtls_x509_name *mbedtls_x509_dn_get_next(mbedtls_x509_name *dn)
{
    while (dn->MBEDTLS_PRIVATE(next_merged) && dn->next != NULL) {
        dn = dn->next;
    }
    return dn->next;
}

#endif /* MBEDTLS_COMPAT_X509_INLINE_H */
