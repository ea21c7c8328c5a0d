/*
 * Status codes, versions and initial values of psa/crypto.h; the other constants are beside this file.
 *
 * Written by hand; psa/crypto.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_VALUES_H
#define MBEDTLS_COMPAT_PSA_VALUES_H

#include "mbedtls/compat/psa_algorithms.h"
#include "mbedtls/compat/psa_exchange.h"
#include "mbedtls/compat/psa_keys.h"
#include "mbedtls/compat/psa_sizes.h"
#include "mbedtls/private_access.h"
#include <stddef.h>
#include <stdint.h>

/* ---- Types ---- */

/** A family of finite fields, `PSA_DH_FAMILY_...`. */
typedef uint8_t psa_dh_family_t;
/** How long a key is kept: the lowest byte of a lifetime. */
typedef uint8_t psa_key_persistence_t;
/** Where a key is kept: the other bytes of a lifetime. */
typedef uint32_t psa_key_location_t;
/** How a key is made, with data behind it. */
typedef struct psa_key_production_parameters_s psa_key_production_parameters_t;
#ifndef __cplusplus
/** C++ has no arrays of open length. */
struct psa_key_production_parameters_s {
    /** 0: there is no choice. */
    uint32_t flags;
    /** As long as the caller says. */
    uint8_t data[];
};
#endif

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
/** An operation that works in small steps has more of them to do. */
#define PSA_OPERATION_INCOMPLETE ((psa_status_t) -248)

/* ---- Versions ---- */

/** Of the specification. */
#define PSA_CRYPTO_API_VERSION_MAJOR 1
/** Of the specification. */
#define PSA_CRYPTO_API_VERSION_MINOR 0

/* ---- Initial values ---- */

/** Attributes that say nothing. */
#define PSA_KEY_ATTRIBUTES_INIT { 0, 0, 0, { 0, 0, 0 }, 0 }
/** A policy that allows nothing. */
#define PSA_KEY_POLICY_INIT { 0, 0, 0 }
/** An idle operation. */
#define PSA_HASH_OPERATION_INIT { 0, { 0 } }
/** An idle operation. */
#define PSA_MAC_OPERATION_INIT { 0, 0, 0, { 0 } }
/** An idle operation. */
#define PSA_CIPHER_OPERATION_INIT { 0, 0, 0, { 0 } }
/** An idle operation. */
#define PSA_AEAD_OPERATION_INIT { 0, 0, 0, 0, 0, 0, { 0 } }
/** An idle operation. */
#define PSA_KEY_DERIVATION_OPERATION_INIT { 0, 0, 0, { 0 } }
/** An idle operation. */
#define PSA_PAKE_OPERATION_INIT { 0, 0, 0, 0, { 0 }, { 0 } }
/** Nothing chosen. */
#define PSA_PAKE_CIPHER_SUITE_INIT { 0, 0, 0, 0, 0 }
/** No signature. */
#define PSA_SIGN_HASH_INTERRUPTIBLE_OPERATION_INIT { 0, 0, 0, 0 }
/** No signature. */
#define PSA_VERIFY_HASH_INTERRUPTIBLE_OPERATION_INIT { 0, 0, 0, 0 }
/** No choice. */
#define PSA_CUSTOM_KEY_PARAMETERS_INIT { 0 }
#ifndef __cplusplus
/** No choice. */
#define PSA_KEY_PRODUCTION_PARAMETERS_INIT { 0 }
#endif

#endif /* MBEDTLS_COMPAT_PSA_VALUES_H */
