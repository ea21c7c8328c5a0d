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

/** A family of finite fields, `PSA_DH_FAMILY_...`. */
typedef uint8_t psa_dh_family_t;
/** How long a key is kept: the lowest byte of a lifetime. */
typedef uint8_t psa_key_persistence_t;
/** Where a key is kept: the other bytes of a lifetime. */
typedef uint32_t psa_key_location_t;

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
/** MD5: broken. */
#define PSA_ALG_MD5 ((psa_algorithm_t) 0x02000003)
/** RIPEMD-160. */
#define PSA_ALG_RIPEMD160 ((psa_algorithm_t) 0x02000004)
/** SHA-1: broken. */
#define PSA_ALG_SHA_1 ((psa_algorithm_t) 0x02000005)
/** SHA-224. */
#define PSA_ALG_SHA_224 ((psa_algorithm_t) 0x02000008)
/** SHA-256. */
#define PSA_ALG_SHA_256 ((psa_algorithm_t) 0x02000009)
/** SHA-384. */
#define PSA_ALG_SHA_384 ((psa_algorithm_t) 0x0200000a)
/** SHA-512. */
#define PSA_ALG_SHA_512 ((psa_algorithm_t) 0x0200000b)
/** SHA-512/224; not here. */
#define PSA_ALG_SHA_512_224 ((psa_algorithm_t) 0x0200000c)
/** SHA-512/256; not here. */
#define PSA_ALG_SHA_512_256 ((psa_algorithm_t) 0x0200000d)
/** SHA3-224. */
#define PSA_ALG_SHA3_224 ((psa_algorithm_t) 0x02000010)
/** SHA3-256. */
#define PSA_ALG_SHA3_256 ((psa_algorithm_t) 0x02000011)
/** SHA3-384. */
#define PSA_ALG_SHA3_384 ((psa_algorithm_t) 0x02000012)
/** SHA3-512. */
#define PSA_ALG_SHA3_512 ((psa_algorithm_t) 0x02000013)
/** In a policy: any digest. */
#define PSA_ALG_ANY_HASH ((psa_algorithm_t) 0x020000ff)
/** HMAC without its digest. */
#define PSA_ALG_HMAC_BASE ((psa_algorithm_t) 0x03800000)
/** CBC-MAC; not here. */
#define PSA_ALG_CBC_MAC ((psa_algorithm_t) 0x03c00100)
/** CMAC. */
#define PSA_ALG_CMAC ((psa_algorithm_t) 0x03c00200)
/** The stream cipher that the key is for. */
#define PSA_ALG_STREAM_CIPHER ((psa_algorithm_t) 0x04800100)
/** A block cipher as a counter. */
#define PSA_ALG_CTR ((psa_algorithm_t) 0x04c01000)
/** A block cipher with feedback of what is encrypted. */
#define PSA_ALG_CFB ((psa_algorithm_t) 0x04c01100)
/** A block cipher with feedback of its output. */
#define PSA_ALG_OFB ((psa_algorithm_t) 0x04c01200)
/** XTS; not here. */
#define PSA_ALG_XTS ((psa_algorithm_t) 0x0440ff00)
/** Each block for itself. */
#define PSA_ALG_ECB_NO_PADDING ((psa_algorithm_t) 0x04404400)
/** Blocks in a chain, whole ones only. */
#define PSA_ALG_CBC_NO_PADDING ((psa_algorithm_t) 0x04404000)
/** Blocks in a chain, padded as in PKCS #7. */
#define PSA_ALG_CBC_PKCS7 ((psa_algorithm_t) 0x04404100)
/** CCM* without a tag; not here. */
#define PSA_ALG_CCM_STAR_NO_TAG ((psa_algorithm_t) 0x04c01300)
/** CCM. */
#define PSA_ALG_CCM ((psa_algorithm_t) 0x05500100)
/** GCM. */
#define PSA_ALG_GCM ((psa_algorithm_t) 0x05500200)
/** ChaCha20-Poly1305. */
#define PSA_ALG_CHACHA20_POLY1305 ((psa_algorithm_t) 0x05100500)
/** RSA signatures with PKCS #1 v1.5 padding, without the digest. */
#define PSA_ALG_RSA_PKCS1V15_SIGN_BASE ((psa_algorithm_t) 0x06000200)
/** RSA signatures with PKCS #1 v1.5 padding over anything. */
#define PSA_ALG_RSA_PKCS1V15_SIGN_RAW ((psa_algorithm_t) 0x06000200)
/** RSA signatures with PSS padding, without the digest. */
#define PSA_ALG_RSA_PSS_BASE ((psa_algorithm_t) 0x06000300)
/** The same, where a salt of any length verifies. */
#define PSA_ALG_RSA_PSS_ANY_SALT_BASE ((psa_algorithm_t) 0x06001300)
/** ECDSA without the digest. */
#define PSA_ALG_ECDSA_BASE ((psa_algorithm_t) 0x06000600)
/** ECDSA over a hash of any kind. */
#define PSA_ALG_ECDSA_ANY ((psa_algorithm_t) 0x06000600)
/** ECDSA with nonces that are not random (RFC 6979), without the digest. */
#define PSA_ALG_DETERMINISTIC_ECDSA_BASE ((psa_algorithm_t) 0x06000700)
/** RSA encryption with PKCS #1 v1.5 padding. */
#define PSA_ALG_RSA_PKCS1V15_CRYPT ((psa_algorithm_t) 0x07000200)
/** RSA encryption with OAEP padding, without the digest. */
#define PSA_ALG_RSA_OAEP_BASE ((psa_algorithm_t) 0x07000300)
/** HKDF without the digest. */
#define PSA_ALG_HKDF_BASE ((psa_algorithm_t) 0x08000100)
/** The first half of HKDF without the digest. */
#define PSA_ALG_HKDF_EXTRACT_BASE ((psa_algorithm_t) 0x08000400)
/** The second half of HKDF without the digest. */
#define PSA_ALG_HKDF_EXPAND_BASE ((psa_algorithm_t) 0x08000500)
/** The derivation of TLS 1.2 without the digest. */
#define PSA_ALG_TLS12_PRF_BASE ((psa_algorithm_t) 0x08000200)
/** The derivation of a master secret from a pre-shared key in TLS 1.2, without the digest. */
#define PSA_ALG_TLS12_PSK_TO_MS_BASE ((psa_algorithm_t) 0x08000300)
/** The derivation of a master secret from J-PAKE. */
#define PSA_ALG_TLS12_ECJPAKE_TO_PMS ((psa_algorithm_t) 0x08000609)
/** PBKDF2 with HMAC, without the digest. */
#define PSA_ALG_PBKDF2_HMAC_BASE ((psa_algorithm_t) 0x08800100)
/** PBKDF2 with AES-CMAC. */
#define PSA_ALG_PBKDF2_AES_CMAC_PRF_128 ((psa_algorithm_t) 0x08800200)
/** Diffie-Hellman over a finite field; not here. */
#define PSA_ALG_FFDH ((psa_algorithm_t) 0x09010000)
/** Diffie-Hellman over an elliptic curve. */
#define PSA_ALG_ECDH ((psa_algorithm_t) 0x09020000)
/** J-PAKE. */
#define PSA_ALG_JPAKE ((psa_algorithm_t) 0x0a000100)
/** The bits that tell the digest. */
#define PSA_ALG_HASH_MASK ((psa_algorithm_t) 0x000000ff)
/** The bits that tell what an algorithm does. */
#define PSA_ALG_CATEGORY_MASK ((psa_algorithm_t) 0x7f000000)
/** Of these bits: a digest. */
#define PSA_ALG_CATEGORY_HASH ((psa_algorithm_t) 0x02000000)
/** Of these bits: a message authentication code. */
#define PSA_ALG_CATEGORY_MAC ((psa_algorithm_t) 0x03000000)
/** Of these bits: encryption alone. */
#define PSA_ALG_CATEGORY_CIPHER ((psa_algorithm_t) 0x04000000)
/** Of these bits: encryption that authenticates. */
#define PSA_ALG_CATEGORY_AEAD ((psa_algorithm_t) 0x05000000)
/** Of these bits: a signature. */
#define PSA_ALG_CATEGORY_SIGN ((psa_algorithm_t) 0x06000000)
/** Of these bits: encryption for a public key. */
#define PSA_ALG_CATEGORY_ASYMMETRIC_ENCRYPTION ((psa_algorithm_t) 0x07000000)
/** Of these bits: the derivation of keys. */
#define PSA_ALG_CATEGORY_KEY_DERIVATION ((psa_algorithm_t) 0x08000000)
/** Of these bits: key agreement. */
#define PSA_ALG_CATEGORY_KEY_AGREEMENT ((psa_algorithm_t) 0x09000000)
/** The bits that tell how long a code is; 0 for all of it. */
#define PSA_ALG_MAC_TRUNCATION_MASK ((psa_algorithm_t) 0x003f0000)
/** In a policy: that long, or longer. */
#define PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG ((psa_algorithm_t) 0x00008000)
/** The bits that tell how long a tag is. */
#define PSA_ALG_AEAD_TAG_LENGTH_MASK ((psa_algorithm_t) 0x003f0000)
/** In a policy: that long, or longer. */
#define PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG ((psa_algorithm_t) 0x00008000)
/** Where these bits begin. */
#define PSA_MAC_TRUNCATION_OFFSET 16
/** Where these bits begin. */
#define PSA_AEAD_TAG_LENGTH_OFFSET 16
/** The bits of a derivation behind a key agreement. */
#define PSA_ALG_KEY_DERIVATION_MASK ((psa_algorithm_t) 0xfe00ffff)
/** The bits of a key agreement in front of a derivation. */
#define PSA_ALG_KEY_AGREEMENT_MASK ((psa_algorithm_t) 0xffff0000)
/** Set in algorithms that no specification names. */
#define PSA_ALG_VENDOR_FLAG ((psa_algorithm_t) 0x80000000)
/** HMAC with a digest. */
#define PSA_ALG_HMAC(hash_alg) (PSA_ALG_HMAC_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** RSA signatures with PKCS #1 v1.5 padding over a digest. */
#define PSA_ALG_RSA_PKCS1V15_SIGN(hash_alg) \
    (PSA_ALG_RSA_PKCS1V15_SIGN_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** RSA signatures with PSS padding over a digest. */
#define PSA_ALG_RSA_PSS(hash_alg) (PSA_ALG_RSA_PSS_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** The same, where a salt of any length verifies. */
#define PSA_ALG_RSA_PSS_ANY_SALT(hash_alg) \
    (PSA_ALG_RSA_PSS_ANY_SALT_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** ECDSA over a digest. */
#define PSA_ALG_ECDSA(hash_alg) (PSA_ALG_ECDSA_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** ECDSA over a digest with nonces that are not random (RFC 6979). */
#define PSA_ALG_DETERMINISTIC_ECDSA(hash_alg) \
    (PSA_ALG_DETERMINISTIC_ECDSA_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** RSA encryption with OAEP padding with a digest. */
#define PSA_ALG_RSA_OAEP(hash_alg) (PSA_ALG_RSA_OAEP_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** HKDF with a digest. */
#define PSA_ALG_HKDF(hash_alg) (PSA_ALG_HKDF_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** The first half of HKDF with a digest. */
#define PSA_ALG_HKDF_EXTRACT(hash_alg) (PSA_ALG_HKDF_EXTRACT_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** The second half of HKDF with a digest. */
#define PSA_ALG_HKDF_EXPAND(hash_alg) (PSA_ALG_HKDF_EXPAND_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** The derivation of TLS 1.2 with a digest. */
#define PSA_ALG_TLS12_PRF(hash_alg) (PSA_ALG_TLS12_PRF_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** The TLS 1.2 derivation of a master secret from a pre-shared key, with a digest. */
#define PSA_ALG_TLS12_PSK_TO_MS(hash_alg) \
    (PSA_ALG_TLS12_PSK_TO_MS_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** PBKDF2 with HMAC with a digest. */
#define PSA_ALG_PBKDF2_HMAC(hash_alg) (PSA_ALG_PBKDF2_HMAC_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** A code in full length. */
#define PSA_ALG_FULL_LENGTH_MAC(mac_alg) \
    ((mac_alg) & ~(PSA_ALG_MAC_TRUNCATION_MASK | PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG))
/** A code cut to so many bytes. */
#define PSA_ALG_TRUNCATED_MAC(mac_alg, mac_length) \
    (PSA_ALG_FULL_LENGTH_MAC(mac_alg) | ((mac_length) << PSA_MAC_TRUNCATION_OFFSET & PSA_ALG_MAC_TRUNCATION_MASK))
/** In a policy: a code of so many bytes or more. */
#define PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(mac_alg, min_mac_length) \
    (PSA_ALG_TRUNCATED_MAC(mac_alg, min_mac_length) | PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG)
/** An algorithm with a tag cut to so many bytes. */
#define PSA_ALG_AEAD_WITH_SHORTENED_TAG(aead_alg, tag_length) \
    (((aead_alg) & ~(PSA_ALG_AEAD_TAG_LENGTH_MASK | PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG)) | ((tag_length) << PSA_AEAD_TAG_LENGTH_OFFSET & PSA_ALG_AEAD_TAG_LENGTH_MASK))
/** In a policy: a tag of so many bytes or more. */
#define PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG(aead_alg, min_tag_length) \
    (PSA_ALG_AEAD_WITH_SHORTENED_TAG(aead_alg, min_tag_length) | PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG)
/** How long the tag is. */
#define PSA_ALG_AEAD_GET_TAG_LENGTH(aead_alg) \
    (((aead_alg) & PSA_ALG_AEAD_TAG_LENGTH_MASK) >> PSA_AEAD_TAG_LENGTH_OFFSET)
/** How long the code is; 0 for all of it. */
#define PSA_MAC_TRUNCATED_LENGTH(mac_alg) \
    (((mac_alg) & PSA_ALG_MAC_TRUNCATION_MASK) >> PSA_MAC_TRUNCATION_OFFSET)
/** A key agreement and the derivation behind it. */
#define PSA_ALG_KEY_AGREEMENT(ka_alg, kdf_alg) ((ka_alg) | (kdf_alg))
/** Whether an algorithm is a digest. */
#define PSA_ALG_IS_HASH(alg) (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_HASH)
/** Whether an algorithm is a message authentication code. */
#define PSA_ALG_IS_MAC(alg) (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_MAC)
/** Whether an algorithm is encryption alone. */
#define PSA_ALG_IS_CIPHER(alg) (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_CIPHER)
/** Whether an algorithm is encryption that authenticates. */
#define PSA_ALG_IS_AEAD(alg) (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_AEAD)
/** Whether an algorithm is a signature. */
#define PSA_ALG_IS_SIGN(alg) (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_SIGN)
/** Whether an algorithm is encryption for a public key. */
#define PSA_ALG_IS_ASYMMETRIC_ENCRYPTION(alg) \
    (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_ASYMMETRIC_ENCRYPTION)
/** Whether an algorithm is the derivation of keys. */
#define PSA_ALG_IS_KEY_DERIVATION(alg) \
    (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_KEY_DERIVATION)
/** Whether an algorithm is key agreement. */
#define PSA_ALG_IS_KEY_AGREEMENT(alg) \
    (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_KEY_AGREEMENT)
/** Whether an algorithm is RSA signatures with PKCS #1 v1.5 padding. */
#define PSA_ALG_IS_RSA_PKCS1V15_SIGN(alg) \
    (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_RSA_PKCS1V15_SIGN_BASE)
/** Whether an algorithm is RSA signatures with PSS padding and a salt as long as the hash. */
#define PSA_ALG_IS_RSA_PSS_STANDARD_SALT(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_RSA_PSS_BASE)
/** Whether an algorithm is RSA signatures with PSS padding and any salt. */
#define PSA_ALG_IS_RSA_PSS_ANY_SALT(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_RSA_PSS_ANY_SALT_BASE)
/** Whether an algorithm is RSA encryption with OAEP padding. */
#define PSA_ALG_IS_RSA_OAEP(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_RSA_OAEP_BASE)
/** Whether an algorithm is HKDF. */
#define PSA_ALG_IS_HKDF(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_HKDF_BASE)
/** Whether an algorithm is the first half of HKDF. */
#define PSA_ALG_IS_HKDF_EXTRACT(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_HKDF_EXTRACT_BASE)
/** Whether an algorithm is the second half of HKDF. */
#define PSA_ALG_IS_HKDF_EXPAND(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_HKDF_EXPAND_BASE)
/** Whether an algorithm is the derivation of TLS 1.2. */
#define PSA_ALG_IS_TLS12_PRF(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_TLS12_PRF_BASE)
/** Whether an algorithm is the TLS 1.2 derivation from a pre-shared key. */
#define PSA_ALG_IS_TLS12_PSK_TO_MS(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_TLS12_PSK_TO_MS_BASE)
/** Whether an algorithm is PBKDF2 with HMAC. */
#define PSA_ALG_IS_PBKDF2_HMAC(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_PBKDF2_HMAC_BASE)
/** Whether an algorithm is RSA signatures with PSS padding. */
#define PSA_ALG_IS_RSA_PSS(alg) \
    (PSA_ALG_IS_RSA_PSS_STANDARD_SALT(alg) || PSA_ALG_IS_RSA_PSS_ANY_SALT(alg))
/** Whether an algorithm is ECDSA. */
#define PSA_ALG_IS_ECDSA(alg) \
    (((alg) & ~PSA_ALG_HASH_MASK & ~(psa_algorithm_t) 0x100) == PSA_ALG_ECDSA_BASE)
/** Whether an algorithm begins with ECDH. */
#define PSA_ALG_IS_ECDH(alg) (((alg) & PSA_ALG_KEY_AGREEMENT_MASK) == PSA_ALG_ECDH)
/** Whether an algorithm is key agreement without a derivation. */
#define PSA_ALG_IS_RAW_KEY_AGREEMENT(alg) \
    (PSA_ALG_IS_KEY_AGREEMENT(alg) && ((alg) & ~PSA_ALG_KEY_AGREEMENT_MASK) == 0)
/** Whether an algorithm is HMAC. */
#define PSA_ALG_IS_HMAC(alg) (((alg) & 0x7fc0ff00) == PSA_ALG_HMAC_BASE)
/** The digest of an algorithm that is built on one; 0 if it names none. */
#define PSA_ALG_GET_HASH(alg) \
    (((alg) & PSA_ALG_HASH_MASK) == 0 ? PSA_ALG_NONE : PSA_ALG_CATEGORY_HASH | ((alg) & PSA_ALG_HASH_MASK))
/** The digest of HMAC. */
#define PSA_ALG_HMAC_GET_HASH(hmac_alg) (PSA_ALG_CATEGORY_HASH | ((hmac_alg) & PSA_ALG_HASH_MASK))
/** Whether no specification names an algorithm. */
#define PSA_ALG_IS_VENDOR_DEFINED(alg) (((alg) & PSA_ALG_VENDOR_FLAG) != 0)

/* ---- Keys ---- */

/** None. */
#define PSA_KEY_TYPE_NONE ((psa_key_type_t) 0x0000)
/** Bytes that no algorithm works with. */
#define PSA_KEY_TYPE_RAW_DATA ((psa_key_type_t) 0x1001)
/** A key for HMAC. */
#define PSA_KEY_TYPE_HMAC ((psa_key_type_t) 0x1100)
/** A secret to derive others from. */
#define PSA_KEY_TYPE_DERIVE ((psa_key_type_t) 0x1200)
/** A password. */
#define PSA_KEY_TYPE_PASSWORD ((psa_key_type_t) 0x1203)
/** A hash of a password. */
#define PSA_KEY_TYPE_PASSWORD_HASH ((psa_key_type_t) 0x1205)
/** What is mixed into hashes of passwords, and secret. */
#define PSA_KEY_TYPE_PEPPER ((psa_key_type_t) 0x1206)
/** A key for AES. */
#define PSA_KEY_TYPE_AES ((psa_key_type_t) 0x2400)
/** A key for ARIA. */
#define PSA_KEY_TYPE_ARIA ((psa_key_type_t) 0x2406)
/** A key for Camellia. */
#define PSA_KEY_TYPE_CAMELLIA ((psa_key_type_t) 0x2403)
/** A key for DES or triple DES. */
#define PSA_KEY_TYPE_DES ((psa_key_type_t) 0x2301)
/** A key for ChaCha20. */
#define PSA_KEY_TYPE_CHACHA20 ((psa_key_type_t) 0x2004)
/** A public RSA key. */
#define PSA_KEY_TYPE_RSA_PUBLIC_KEY ((psa_key_type_t) 0x4001)
/** A private RSA key. */
#define PSA_KEY_TYPE_RSA_KEY_PAIR ((psa_key_type_t) 0x7001)
/** A public key on a curve, without the family. */
#define PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE ((psa_key_type_t) 0x4100)
/** A private key on a curve, without the family. */
#define PSA_KEY_TYPE_ECC_KEY_PAIR_BASE ((psa_key_type_t) 0x7100)
/** The bits that tell the family. */
#define PSA_KEY_TYPE_ECC_CURVE_MASK ((psa_key_type_t) 0x00ff)
/** A public key of a finite field, without the family; not here. */
#define PSA_KEY_TYPE_DH_PUBLIC_KEY_BASE ((psa_key_type_t) 0x4200)
/** A private key of a finite field, without the family; not here. */
#define PSA_KEY_TYPE_DH_KEY_PAIR_BASE ((psa_key_type_t) 0x7200)
/** The bits that tell what kind of thing a key is. */
#define PSA_KEY_TYPE_CATEGORY_MASK ((psa_key_type_t) 0x7000)
/** Of these bits: a public key. */
#define PSA_KEY_TYPE_CATEGORY_PUBLIC_KEY ((psa_key_type_t) 0x4000)
/** Of these bits: a pair of keys. */
#define PSA_KEY_TYPE_CATEGORY_KEY_PAIR ((psa_key_type_t) 0x7000)
/** What a pair has more than a public key. */
#define PSA_KEY_TYPE_CATEGORY_FLAG_PAIR ((psa_key_type_t) 0x3000)
/** Set in types that no specification names. */
#define PSA_KEY_TYPE_VENDOR_FLAG ((psa_key_type_t) 0x8000)
/** The curves of SEC 2 over prime fields whose names end in k1. */
#define PSA_ECC_FAMILY_SECP_K1 ((psa_ecc_family_t) 0x17)
/** The curves of SEC 2 over prime fields whose names end in r1. */
#define PSA_ECC_FAMILY_SECP_R1 ((psa_ecc_family_t) 0x12)
/** secp160r2; not here. */
#define PSA_ECC_FAMILY_SECP_R2 ((psa_ecc_family_t) 0x1b)
/** Curves over binary fields; not here. */
#define PSA_ECC_FAMILY_SECT_K1 ((psa_ecc_family_t) 0x27)
/** Curves over binary fields; not here. */
#define PSA_ECC_FAMILY_SECT_R1 ((psa_ecc_family_t) 0x22)
/** Curves over binary fields; not here. */
#define PSA_ECC_FAMILY_SECT_R2 ((psa_ecc_family_t) 0x2b)
/** Brainpool curves (RFC 5639); not here. */
#define PSA_ECC_FAMILY_BRAINPOOL_P_R1 ((psa_ecc_family_t) 0x30)
/** Curve25519 and Curve448 (RFC 7748); the first of them is here. */
#define PSA_ECC_FAMILY_MONTGOMERY ((psa_ecc_family_t) 0x41)
/** Ed25519 and Ed448 (RFC 8032); not here. */
#define PSA_ECC_FAMILY_TWISTED_EDWARDS ((psa_ecc_family_t) 0x42)
/** A private key on a curve of a family. */
#define PSA_KEY_TYPE_ECC_KEY_PAIR(curve) (PSA_KEY_TYPE_ECC_KEY_PAIR_BASE | (curve))
/** A public key on a curve of a family. */
#define PSA_KEY_TYPE_ECC_PUBLIC_KEY(curve) (PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE | (curve))
/** Whether a key is a private one on a curve. */
#define PSA_KEY_TYPE_IS_ECC_KEY_PAIR(type) \
    (((type) & ~PSA_KEY_TYPE_ECC_CURVE_MASK) == PSA_KEY_TYPE_ECC_KEY_PAIR_BASE)
/** Whether a key is a public one on a curve. */
#define PSA_KEY_TYPE_IS_ECC_PUBLIC_KEY(type) \
    (((type) & ~PSA_KEY_TYPE_ECC_CURVE_MASK) == PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE)
/** Whether a key is a public one. */
#define PSA_KEY_TYPE_IS_PUBLIC_KEY(type) \
    (((type) & PSA_KEY_TYPE_CATEGORY_MASK) == PSA_KEY_TYPE_CATEGORY_PUBLIC_KEY)
/** Whether a key is a pair. */
#define PSA_KEY_TYPE_IS_KEY_PAIR(type) \
    (((type) & PSA_KEY_TYPE_CATEGORY_MASK) == PSA_KEY_TYPE_CATEGORY_KEY_PAIR)
/** The type of the public key of a pair. */
#define PSA_KEY_TYPE_PUBLIC_KEY_OF_KEY_PAIR(type) ((type) & ~PSA_KEY_TYPE_CATEGORY_FLAG_PAIR)
/** The type of the pair of a public key. */
#define PSA_KEY_TYPE_KEY_PAIR_OF_PUBLIC_KEY(type) ((type) | PSA_KEY_TYPE_CATEGORY_FLAG_PAIR)
/** The key may be exported. */
#define PSA_KEY_USAGE_EXPORT ((psa_key_usage_t) 0x00000001)
/** The key may be copied. */
#define PSA_KEY_USAGE_COPY ((psa_key_usage_t) 0x00000002)
/** The key may encrypt. */
#define PSA_KEY_USAGE_ENCRYPT ((psa_key_usage_t) 0x00000100)
/** The key may decrypt. */
#define PSA_KEY_USAGE_DECRYPT ((psa_key_usage_t) 0x00000200)
/** The key may sign messages. */
#define PSA_KEY_USAGE_SIGN_MESSAGE ((psa_key_usage_t) 0x00000400)
/** The key may verify messages. */
#define PSA_KEY_USAGE_VERIFY_MESSAGE ((psa_key_usage_t) 0x00000800)
/** The key may sign digests. */
#define PSA_KEY_USAGE_SIGN_HASH ((psa_key_usage_t) 0x00001000)
/** The key may verify digests. */
#define PSA_KEY_USAGE_VERIFY_HASH ((psa_key_usage_t) 0x00002000)
/** The key may be derived from. */
#define PSA_KEY_USAGE_DERIVE ((psa_key_usage_t) 0x00004000)
/** The key may be compared with what is derived. */
#define PSA_KEY_USAGE_VERIFY_DERIVATION ((psa_key_usage_t) 0x00008000)
/** In memory, until the key is destroyed. */
#define PSA_KEY_LIFETIME_VOLATILE ((psa_key_lifetime_t) 0x00000000)
/** In a file, until the key is destroyed. */
#define PSA_KEY_LIFETIME_PERSISTENT ((psa_key_lifetime_t) 0x00000001)
/** Until the key is destroyed or the process ends. */
#define PSA_KEY_PERSISTENCE_VOLATILE ((psa_key_persistence_t) 0x00)
/** Until the key is destroyed. */
#define PSA_KEY_PERSISTENCE_DEFAULT ((psa_key_persistence_t) 0x01)
/** As long as its file: programs neither make nor destroy the key. */
#define PSA_KEY_PERSISTENCE_READ_ONLY ((psa_key_persistence_t) 0xff)
/** In this system. */
#define PSA_KEY_LOCATION_LOCAL_STORAGE ((psa_key_location_t) 0x000000)
/** How long a key is kept. */
#define PSA_KEY_LIFETIME_GET_PERSISTENCE(lifetime) ((psa_key_persistence_t) ((lifetime) & 0xff))
/** Where a key is kept. */
#define PSA_KEY_LIFETIME_GET_LOCATION(lifetime) ((psa_key_location_t) ((lifetime) >> 8))
/** Whether a key goes with the process. */
#define PSA_KEY_LIFETIME_IS_VOLATILE(lifetime) \
    (PSA_KEY_LIFETIME_GET_PERSISTENCE(lifetime) == PSA_KEY_PERSISTENCE_VOLATILE)
/** Whether a key is for reading only. */
#define PSA_KEY_LIFETIME_IS_READ_ONLY(lifetime) \
    (PSA_KEY_LIFETIME_GET_PERSISTENCE(lifetime) == PSA_KEY_PERSISTENCE_READ_ONLY)
/** A lifetime of how long and where. */
#define PSA_KEY_LIFETIME_FROM_PERSISTENCE_AND_LOCATION(persistence, location) \
    ((psa_key_lifetime_t) (location) << 8 | (psa_key_lifetime_t) (persistence))
/** No key. */
#define PSA_KEY_ID_NULL ((psa_key_id_t) 0x00000000)
/** The lowest number that programs choose. */
#define PSA_KEY_ID_USER_MIN ((psa_key_id_t) 0x00000001)
/** The highest number that programs choose. */
#define PSA_KEY_ID_USER_MAX ((psa_key_id_t) 0x3fffffff)
/** The lowest number that the library chooses. */
#define PSA_KEY_ID_VENDOR_MIN ((psa_key_id_t) 0x40000000)
/** The highest number that the library chooses. */
#define PSA_KEY_ID_VENDOR_MAX ((psa_key_id_t) 0x7fffffff)
/** No key. */
#define MBEDTLS_SVC_KEY_ID_INIT ((psa_key_id_t) 0)
/** The number of a key. */
#define MBEDTLS_SVC_KEY_ID_GET_KEY_ID(id) (id)

/* ---- Sizes ---- */

/** The longest digest, in bytes. */
#define PSA_HASH_MAX_SIZE 64
/** The longest block of a digest, in bytes. */
#define PSA_HMAC_MAX_HASH_BLOCK_SIZE 144
/** The longest message authentication code, in bytes. */
#define PSA_MAC_MAX_SIZE 64
/** The longest tag, in bytes. */
#define PSA_AEAD_TAG_MAX_SIZE 16
/** The longest nonce that an algorithm asks for, in bytes. */
#define PSA_AEAD_NONCE_MAX_SIZE 13
/** The longest initialisation vector, in bytes. */
#define PSA_CIPHER_IV_MAX_SIZE 16
/** The longest block of a cipher, in bytes. */
#define PSA_BLOCK_CIPHER_BLOCK_MAX_SIZE 16
/** The longest signature, in bytes. */
#define PSA_SIGNATURE_MAX_SIZE 512
/** The longest message encrypted for a public key, in bytes. */
#define PSA_ASYMMETRIC_ENCRYPT_OUTPUT_MAX_SIZE 512
/** The longest message decrypted with a private key, in bytes. */
#define PSA_ASYMMETRIC_DECRYPT_OUTPUT_MAX_SIZE 512
/** The longest private key, in bytes. */
#define PSA_EXPORT_KEY_PAIR_MAX_SIZE 2363
/** The longest public key, in bytes. */
#define PSA_EXPORT_PUBLIC_KEY_MAX_SIZE 1024
/** The longest of both, in bytes. */
#define PSA_EXPORT_KEY_PAIR_OR_PUBLIC_MAX_SIZE 2363
/** The longest shared secret, in bytes. */
#define PSA_RAW_KEY_AGREEMENT_OUTPUT_MAX_SIZE 1024
/** The longest RSA key, in bits. */
#define PSA_VENDOR_RSA_MAX_KEY_BITS 4096
/** The shortest RSA key that is made, in bits. */
#define PSA_VENDOR_RSA_GENERATE_MIN_KEY_BITS 1024
/** The longest curve, in bits. */
#define PSA_VENDOR_ECC_MAX_CURVE_BITS 521
/** The longest key, in bits. */
#define PSA_MAX_KEY_BITS 65528
/** How many bytes so many bits take. */
#define PSA_BITS_TO_BYTES(bits) (((bits) + 7u) / 8u)
/** How many bits so many bytes have. */
#define PSA_BYTES_TO_BITS(bytes) ((bytes) * 8u)
/** The length of an ECDSA signature. */
#define PSA_ECDSA_SIGNATURE_SIZE(curve_bits) (PSA_BITS_TO_BYTES(curve_bits) * 2u)

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

#endif /* MBEDTLS_COMPAT_PSA_VALUES_H */
