/*
 * Keys of psa/crypto.h: types, families, uses, lifetimes and numbers.
 *
 * Written by hand; psa/crypto.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_KEYS_H
#define MBEDTLS_COMPAT_PSA_KEYS_H

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
/** Of the bits of the kind: bytes without structure. */
#define PSA_KEY_TYPE_CATEGORY_RAW ((psa_key_type_t) 0x1000)
/** Of the bits of the kind: a key of a cipher. */
#define PSA_KEY_TYPE_CATEGORY_SYMMETRIC ((psa_key_type_t) 0x2000)
/** The bits that tell the family of a finite field. */
#define PSA_KEY_TYPE_DH_GROUP_MASK ((psa_key_type_t) 0x00ff)
/** A public DSA key; not here. */
#define PSA_KEY_TYPE_DSA_PUBLIC_KEY ((psa_key_type_t) 0x4002)
/** A private DSA key; not here. */
#define PSA_KEY_TYPE_DSA_KEY_PAIR ((psa_key_type_t) 0x7002)
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
/** Whether the curves of a family have points of two coordinates. */
#define PSA_ECC_FAMILY_IS_WEIERSTRASS(family) (((family) & 0xc0) == 0)
/** The finite fields of RFC 7919; not here. */
#define PSA_DH_FAMILY_RFC7919 ((psa_dh_family_t) 0x03)
/** Other finite fields; not here. */
#define PSA_DH_FAMILY_CUSTOM ((psa_dh_family_t) 0x7e)
/** A private key of a family of finite fields. */
#define PSA_KEY_TYPE_DH_KEY_PAIR(group) (PSA_KEY_TYPE_DH_KEY_PAIR_BASE | (group))
/** A public key of a family of finite fields. */
#define PSA_KEY_TYPE_DH_PUBLIC_KEY(group) (PSA_KEY_TYPE_DH_PUBLIC_KEY_BASE | (group))
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
/** Whether no specification names a type. */
#define PSA_KEY_TYPE_IS_VENDOR_DEFINED(type) (((type) & PSA_KEY_TYPE_VENDOR_FLAG) != 0)
/** Whether a key is bytes without structure. */
#define PSA_KEY_TYPE_IS_UNSTRUCTURED(type) \
    (((type) & PSA_KEY_TYPE_CATEGORY_MASK) == PSA_KEY_TYPE_CATEGORY_RAW || \
     ((type) & PSA_KEY_TYPE_CATEGORY_MASK) == PSA_KEY_TYPE_CATEGORY_SYMMETRIC)
/** Whether a key is a public one or a pair. */
#define PSA_KEY_TYPE_IS_ASYMMETRIC(type) \
    (((type) & PSA_KEY_TYPE_CATEGORY_MASK & ~PSA_KEY_TYPE_CATEGORY_FLAG_PAIR) == PSA_KEY_TYPE_CATEGORY_PUBLIC_KEY)
/** Whether a key is one of RSA. */
#define PSA_KEY_TYPE_IS_RSA(type) (PSA_KEY_TYPE_PUBLIC_KEY_OF_KEY_PAIR(type) == PSA_KEY_TYPE_RSA_PUBLIC_KEY)
/** Whether a key is one of DSA. */
#define PSA_KEY_TYPE_IS_DSA(type) (PSA_KEY_TYPE_PUBLIC_KEY_OF_KEY_PAIR(type) == PSA_KEY_TYPE_DSA_PUBLIC_KEY)
/** Whether a key is one on a curve. */
#define PSA_KEY_TYPE_IS_ECC(type) \
    ((PSA_KEY_TYPE_PUBLIC_KEY_OF_KEY_PAIR(type) & ~PSA_KEY_TYPE_ECC_CURVE_MASK) == PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE)
/** The family of its curve; 0 for another key. */
#define PSA_KEY_TYPE_ECC_GET_FAMILY(type) \
    ((psa_ecc_family_t) (PSA_KEY_TYPE_IS_ECC(type) ? (type) & PSA_KEY_TYPE_ECC_CURVE_MASK : 0))
/** Whether a key is one of a finite field. */
#define PSA_KEY_TYPE_IS_DH(type) \
    ((PSA_KEY_TYPE_PUBLIC_KEY_OF_KEY_PAIR(type) & ~PSA_KEY_TYPE_DH_GROUP_MASK) == PSA_KEY_TYPE_DH_PUBLIC_KEY_BASE)
/** Whether a key is a private one of a finite field. */
#define PSA_KEY_TYPE_IS_DH_KEY_PAIR(type) \
    (((type) & ~PSA_KEY_TYPE_DH_GROUP_MASK) == PSA_KEY_TYPE_DH_KEY_PAIR_BASE)
/** Whether a key is a public one of a finite field. */
#define PSA_KEY_TYPE_IS_DH_PUBLIC_KEY(type) \
    (((type) & ~PSA_KEY_TYPE_DH_GROUP_MASK) == PSA_KEY_TYPE_DH_PUBLIC_KEY_BASE)
/** Its family; 0 for another key. */
#define PSA_KEY_TYPE_DH_GET_FAMILY(type) \
    ((psa_dh_family_t) (PSA_KEY_TYPE_IS_DH(type) ? (type) & PSA_KEY_TYPE_DH_GROUP_MASK : 0))
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
/** Set in places that no specification names. */
#define PSA_KEY_LOCATION_VENDOR_FLAG ((psa_key_location_t) 0x800000)
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
/** The owner of a key: there is none. */
#define MBEDTLS_SVC_KEY_ID_GET_OWNER_ID(id) 0
/** No key. */
#define PSA_KEY_HANDLE_INIT ((psa_key_handle_t) 0)
/** The numbers of keys that come with a device: none here. */
#define MBEDTLS_PSA_KEY_ID_BUILTIN_MIN ((psa_key_id_t) 0x7fff0000)
/** The last of them. */
#define MBEDTLS_PSA_KEY_ID_BUILTIN_MAX ((psa_key_id_t) 0x7fffefff)
/** How many keys Mbed TLS keeps in mind; there is no such limit here. */
#define MBEDTLS_PSA_KEY_SLOT_COUNT 32
/** The longest of them, in bytes. */
#define MBEDTLS_PSA_STATIC_KEY_SLOT_BUFFER_SIZE 2363u
/** The name of a file for a seed, which is not used here. */
#define PSA_CRYPTO_ITS_RANDOM_SEED_UID 0xffffff52u
/** Attributes of keys in secure elements: there are none. */
#define PSA_KEY_ATTRIBUTES_MAYBE_SLOT_NUMBER

#endif /* MBEDTLS_COMPAT_PSA_KEYS_H */
