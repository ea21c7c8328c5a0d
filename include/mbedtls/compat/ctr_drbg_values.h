/*
 * Constants of mbedtls/ctr_drbg.h.
 *
 * Written by hand; mbedtls/ctr_drbg.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_CTR_DRBG_VALUES_H
#define MBEDTLS_COMPAT_CTR_DRBG_VALUES_H

/* ---- Error codes ---- */

/** The entropy source failed. */
#define MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED -0x0034
/** More bytes were asked for than one call gives. */
#define MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG -0x0036
/** The additional data is too long. */
#define MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG -0x0038
/** A seed file cannot be read or written. */
#define MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR -0x003A

/* ---- Sizes, in bytes unless said otherwise ---- */

/** A block of the cipher. */
#define MBEDTLS_CTR_DRBG_BLOCKSIZE 16
/** The cipher's key. */
#define MBEDTLS_CTR_DRBG_KEYSIZE 32
/** The cipher's key, in bits. */
#define MBEDTLS_CTR_DRBG_KEYBITS 256
/** The seed. */
#define MBEDTLS_CTR_DRBG_SEEDLEN 48
/** How much entropy a seed takes. */
#define MBEDTLS_CTR_DRBG_ENTROPY_LEN 48
/** How much more entropy the first seed takes. */
#define MBEDTLS_CTR_DRBG_ENTROPY_NONCE_LEN 0
/** The longest additional data. */
#define MBEDTLS_CTR_DRBG_MAX_INPUT 256
/** The most that one call gives. */
#define MBEDTLS_CTR_DRBG_MAX_REQUEST 1024
/** The longest seed with its additional data. */
#define MBEDTLS_CTR_DRBG_MAX_SEED_INPUT 384
/** After how many calls a new seed is taken. */
#define MBEDTLS_CTR_DRBG_RESEED_INTERVAL 10000

/* ---- Prediction resistance ---- */

/** A new seed now and then. */
#define MBEDTLS_CTR_DRBG_PR_OFF 0
/** A new seed before each call. */
#define MBEDTLS_CTR_DRBG_PR_ON 1

#endif /* MBEDTLS_COMPAT_CTR_DRBG_VALUES_H */
