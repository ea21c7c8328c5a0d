/*
 * psa/crypto.h: What TLS programs use of PSA Crypto.
 *
 * Generated from src/capi/psa.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_CRYPTO_H
#define MBEDTLS_COMPAT_PSA_CRYPTO_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/build_info.h"
#include <stddef.h>
#include <stdint.h>

#include "mbedtls/compat/psa_values.h"

/** `PSA_SUCCESS`, or one of the `PSA_ERROR_` codes, which are negative. */
typedef int32_t psa_status_t;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes the cryptography ready. This library is always ready: the call is welcome, and may be left out or repeated.
 *
 * \return  PSA_SUCCESS always.
 */
psa_status_t psa_crypto_init(void);

/** Undoes psa_crypto_init(). There is nothing to release, and open connections go on. */
void mbedtls_psa_crypto_free(void);

/**
 * Fills a buffer with random bytes of the operating system. Needs no psa_crypto_init().
 *
 * \param output       The buffer, owned by the caller; may be NULL if `output_size` is 0.
 * \param output_size  Its size in bytes; there is no upper limit.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_ARGUMENT: if `output` is NULL and `output_size` is not 0.
 * \return  PSA_ERROR_INSUFFICIENT_ENTROPY: if the operating system gives no randomness.
 * \return  PSA_ERROR_CORRUPTION_DETECTED: after a fault inside the library.
 */
psa_status_t psa_generate_random(uint8_t *output, size_t output_size);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_PSA_CRYPTO_H */
