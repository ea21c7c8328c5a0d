/*
 * Constants of mbedtls/hmac_drbg.h.
 *
 * Written by hand; mbedtls/hmac_drbg.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_HMAC_DRBG_VALUES_H
#define MBEDTLS_COMPAT_HMAC_DRBG_VALUES_H

/* ---- Error codes ---- */

/** More bytes were asked for than one call gives. */
#define MBEDTLS_ERR_HMAC_DRBG_REQUEST_TOO_BIG -0x0003
/** The seed or the additional data is too long. */
#define MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG -0x0005
/** A seed file cannot be read or written. */
#define MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR -0x0007
/** The entropy source failed. */
#define MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED -0x0009

/* ---- Sizes, in bytes unless said otherwise ---- */

/** After how many calls a new seed is taken. */
#define MBEDTLS_HMAC_DRBG_RESEED_INTERVAL 10000
/** The longest additional data. */
#define MBEDTLS_HMAC_DRBG_MAX_INPUT 256
/** The most that one call gives. */
#define MBEDTLS_HMAC_DRBG_MAX_REQUEST 1024
/** The longest seed with its additional data. */
#define MBEDTLS_HMAC_DRBG_MAX_SEED_INPUT 384

/* ---- Prediction resistance ---- */

/** A new seed now and then. */
#define MBEDTLS_HMAC_DRBG_PR_OFF 0
/** A new seed before each call. */
#define MBEDTLS_HMAC_DRBG_PR_ON 1

#endif /* MBEDTLS_COMPAT_HMAC_DRBG_VALUES_H */
