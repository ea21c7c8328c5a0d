/*
 * Constants and types of psa/crypto.h.
 *
 * Written by hand; psa/crypto.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_VALUES_H
#define MBEDTLS_COMPAT_PSA_VALUES_H

#include "mbedtls/private_access.h"
#include <stdint.h>

/* ---- Types ---- */

/** An algorithm with its parameters, `PSA_ALG_...`. */
typedef uint32_t psa_algorithm_t;
/** What a key may be used for: an OR of `PSA_KEY_USAGE_...`. */
typedef uint32_t psa_key_usage_t;
/** A kind of key, `PSA_KEY_TYPE_...`. */
typedef uint16_t psa_key_type_t;
/** The length of a key, in bits. */
typedef uint16_t psa_key_bits_t;
/** Where a key is kept, and how long. 0: in memory, until it is destroyed. */
typedef uint32_t psa_key_lifetime_t;
/** A key by number. */
typedef uint32_t psa_key_id_t;
/** A key by number; 0 is none. */
typedef psa_key_id_t mbedtls_svc_key_id_t;

/* ---- Status codes ---- */

/** It worked. */
#define PSA_SUCCESS ((psa_status_t) 0)
/** An error without a code of its own. */
#define PSA_ERROR_GENERIC_ERROR ((psa_status_t) -132)
/** What was asked for is not part of this library. */
#define PSA_ERROR_NOT_SUPPORTED ((psa_status_t) -134)
/** The key's policy does not allow it. */
#define PSA_ERROR_NOT_PERMITTED ((psa_status_t) -133)
/** The caller's buffer is too small. */
#define PSA_ERROR_BUFFER_TOO_SMALL ((psa_status_t) -138)
/** There is one of that name already. */
#define PSA_ERROR_ALREADY_EXISTS ((psa_status_t) -139)
/** There is none of that name. */
#define PSA_ERROR_DOES_NOT_EXIST ((psa_status_t) -140)
/** The call does not fit the state; psa_crypto_init() may be missing. */
#define PSA_ERROR_BAD_STATE ((psa_status_t) -137)
/** An argument is null or out of range. */
#define PSA_ERROR_INVALID_ARGUMENT ((psa_status_t) -135)
/** Out of memory. */
#define PSA_ERROR_INSUFFICIENT_MEMORY ((psa_status_t) -141)
/** Out of storage for keys. */
#define PSA_ERROR_INSUFFICIENT_STORAGE ((psa_status_t) -142)
/** Another part of the system does not answer. */
#define PSA_ERROR_COMMUNICATION_FAILURE ((psa_status_t) -145)
/** Storage for keys failed. */
#define PSA_ERROR_STORAGE_FAILURE ((psa_status_t) -146)
/** Hardware failed. */
#define PSA_ERROR_HARDWARE_FAILURE ((psa_status_t) -147)
/** No entropy for the random number generator. */
#define PSA_ERROR_INSUFFICIENT_ENTROPY ((psa_status_t) -148)
/** A signature or tag is not valid. */
#define PSA_ERROR_INVALID_SIGNATURE ((psa_status_t) -149)
/** The padding is not legal. */
#define PSA_ERROR_INVALID_PADDING ((psa_status_t) -150)
/** The library hit a fault of its own, or memory is not what it was. */
#define PSA_ERROR_CORRUPTION_DETECTED ((psa_status_t) -151)
/** Stored data is damaged. */
#define PSA_ERROR_DATA_CORRUPT ((psa_status_t) -152)
/** Stored data cannot be understood. */
#define PSA_ERROR_DATA_INVALID ((psa_status_t) -153)
/** There is not enough data. */
#define PSA_ERROR_INSUFFICIENT_DATA ((psa_status_t) -143)
/** Another part of the system failed. */
#define PSA_ERROR_SERVICE_FAILURE ((psa_status_t) -144)
/** There is no such key. */
#define PSA_ERROR_INVALID_HANDLE ((psa_status_t) -136)

/* ---- Algorithms ---- */

/** None. */
#define PSA_ALG_NONE ((psa_algorithm_t) 0x00000000)
/** SHA-256. */
#define PSA_ALG_SHA_256 ((psa_algorithm_t) 0x02000009)
/** SHA-384. */
#define PSA_ALG_SHA_384 ((psa_algorithm_t) 0x0200000a)
/** SHA-512. */
#define PSA_ALG_SHA_512 ((psa_algorithm_t) 0x0200000b)
/** In a policy: any digest. */
#define PSA_ALG_ANY_HASH ((psa_algorithm_t) 0x020000ff)
/** ECDH. */
#define PSA_ALG_ECDH ((psa_algorithm_t) 0x09020000)
/** J-PAKE. */
#define PSA_ALG_JPAKE ((psa_algorithm_t) 0x0a000100)
/** RSA encryption with PKCS #1 v1.5 padding. */
#define PSA_ALG_RSA_PKCS1V15_CRYPT ((psa_algorithm_t) 0x07000200)
/** ECDSA over a digest. */
#define PSA_ALG_ECDSA(hash_alg) ((psa_algorithm_t) (0x06000600u | ((hash_alg) & 0x000000ffu)))
/** RSA signatures with PKCS #1 v1.5 padding over a digest. */
#define PSA_ALG_RSA_PKCS1V15_SIGN(hash_alg) ((psa_algorithm_t) (0x06000200u | ((hash_alg) & 0x000000ffu)))
/** RSA signatures with PSS padding over a digest. */
#define PSA_ALG_RSA_PSS(hash_alg) ((psa_algorithm_t) (0x06000300u | ((hash_alg) & 0x000000ffu)))
/** The TLS 1.2 derivation of a master secret from a pre-shared key, with a digest. */
#define PSA_ALG_TLS12_PSK_TO_MS(hash_alg) ((psa_algorithm_t) (0x08000300u | ((hash_alg) & 0x000000ffu)))

/* ---- Keys ---- */

/** A secret to derive others from. */
#define PSA_KEY_TYPE_DERIVE ((psa_key_type_t) 0x1200)
/** A password. */
#define PSA_KEY_TYPE_PASSWORD ((psa_key_type_t) 0x1203)
/** The key may sign digests. */
#define PSA_KEY_USAGE_SIGN_HASH ((psa_key_usage_t) 0x00001000)
/** The key may decrypt. */
#define PSA_KEY_USAGE_DECRYPT ((psa_key_usage_t) 0x00000200)
/** The key may be derived from. */
#define PSA_KEY_USAGE_DERIVE ((psa_key_usage_t) 0x00004000)
/** No key. */
#define MBEDTLS_SVC_KEY_ID_INIT ((psa_key_id_t) 0)
/** The number of a key. */
#define MBEDTLS_SVC_KEY_ID_GET_KEY_ID(id) (id)

#endif /* MBEDTLS_COMPAT_PSA_VALUES_H */
