/*
 * Algorithms of psa/crypto.h, and what they are made of.
 *
 * Written by hand; psa/crypto.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_ALGORITHMS_H
#define MBEDTLS_COMPAT_PSA_ALGORITHMS_H

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
/** SHAKE256 with 64 bytes; not here. */
#define PSA_ALG_SHAKE256_512 ((psa_algorithm_t) 0x02000015)
/** In a policy: any digest. */
#define PSA_ALG_ANY_HASH ((psa_algorithm_t) 0x020000ff)
/** HMAC without its digest. */
#define PSA_ALG_HMAC_BASE ((psa_algorithm_t) 0x03800000)
/** Codes over block ciphers: what they have in common. */
#define PSA_ALG_CIPHER_MAC_BASE ((psa_algorithm_t) 0x03c00000)
/** The bits that tell what a code is built on. */
#define PSA_ALG_MAC_SUBCATEGORY_MASK ((psa_algorithm_t) 0x00c00000)
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
/** CCM* without a tag. */
#define PSA_ALG_CCM_STAR_NO_TAG ((psa_algorithm_t) 0x04c01300)
/** Set in ciphers that take any length. */
#define PSA_ALG_CIPHER_STREAM_FLAG ((psa_algorithm_t) 0x00800000)
/** Set in ciphers that are built on a block cipher. */
#define PSA_ALG_CIPHER_FROM_BLOCK_FLAG ((psa_algorithm_t) 0x00400000)
/** Set in authenticated ciphers that are built on a block cipher. */
#define PSA_ALG_AEAD_FROM_BLOCK_FLAG ((psa_algorithm_t) 0x00400000)
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
/** What ECDSA with nonces that are not random has set. */
#define PSA_ALG_ECDSA_DETERMINISTIC_FLAG ((psa_algorithm_t) 0x00000100)
/** DSA without the digest; not here. */
#define PSA_ALG_DSA_BASE ((psa_algorithm_t) 0x06000400)
/** DSA with nonces that are not random, without the digest; not here. */
#define PSA_ALG_DETERMINISTIC_DSA_BASE ((psa_algorithm_t) 0x06000500)
/** What DSA with nonces that are not random has set. */
#define PSA_ALG_DSA_DETERMINISTIC_FLAG ((psa_algorithm_t) 0x00000100)
/** Ed25519 and Ed448 over messages; not here. */
#define PSA_ALG_PURE_EDDSA ((psa_algorithm_t) 0x06000800)
/** Ed25519 and Ed448 over hashes, without the digest; not here. */
#define PSA_ALG_HASH_EDDSA_BASE ((psa_algorithm_t) 0x06000900)
/** Ed25519 over SHA-512; not here. */
#define PSA_ALG_ED25519PH ((psa_algorithm_t) 0x0600090b)
/** Ed448 over SHAKE256; not here. */
#define PSA_ALG_ED448PH ((psa_algorithm_t) 0x06000915)
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
/** Set in derivations that are slow, for passwords. */
#define PSA_ALG_KEY_DERIVATION_STRETCHING_FLAG ((psa_algorithm_t) 0x00800000)
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
/** Of these bits: key exchange with a password. */
#define PSA_ALG_CATEGORY_PAKE ((psa_algorithm_t) 0x0a000000)
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
/** DSA over a digest; not here. */
#define PSA_ALG_DSA(hash_alg) (PSA_ALG_DSA_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** DSA over a digest with nonces that are not random; not here. */
#define PSA_ALG_DETERMINISTIC_DSA(hash_alg) \
    (PSA_ALG_DETERMINISTIC_DSA_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
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
/** Whether two algorithms are the same but for their tags. */
#define MBEDTLS_PSA_ALG_AEAD_EQUAL(aead_alg_1, aead_alg_2) \
    ((((aead_alg_1) ^ (aead_alg_2)) & \
      ~(PSA_ALG_AEAD_TAG_LENGTH_MASK | PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG)) == 0)
/** An algorithm with the tag that its specification gives it; 0 if it is none that is known. */
#define PSA_ALG_AEAD_WITH_DEFAULT_LENGTH_TAG(aead_alg) \
    (PSA_ALG_AEAD_WITH_DEFAULT_LENGTH_TAG_CASE(aead_alg, PSA_ALG_CCM) \
     PSA_ALG_AEAD_WITH_DEFAULT_LENGTH_TAG_CASE(aead_alg, PSA_ALG_GCM) \
     PSA_ALG_AEAD_WITH_DEFAULT_LENGTH_TAG_CASE(aead_alg, PSA_ALG_CHACHA20_POLY1305) 0)
/** One of these. */
#define PSA_ALG_AEAD_WITH_DEFAULT_LENGTH_TAG_CASE(aead_alg, ref) \
    MBEDTLS_PSA_ALG_AEAD_EQUAL(aead_alg, ref) ? (ref) :
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
/** Whether an algorithm is encryption alone that takes any length. */
#define PSA_ALG_IS_STREAM_CIPHER(alg) \
    (((alg) & (PSA_ALG_CATEGORY_MASK | PSA_ALG_CIPHER_STREAM_FLAG)) == \
     (PSA_ALG_CATEGORY_CIPHER | PSA_ALG_CIPHER_STREAM_FLAG))
/** Whether an algorithm is a code that is built on a block cipher. */
#define PSA_ALG_IS_BLOCK_CIPHER_MAC(alg) \
    (((alg) & (PSA_ALG_CATEGORY_MASK | PSA_ALG_MAC_SUBCATEGORY_MASK)) == PSA_ALG_CIPHER_MAC_BASE)
/** Whether an algorithm is encryption that authenticates. */
#define PSA_ALG_IS_AEAD(alg) (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_AEAD)
/** Whether an algorithm is encryption that authenticates, and built on a block cipher. */
#define PSA_ALG_IS_AEAD_ON_BLOCK_CIPHER(alg) \
    (((alg) & (PSA_ALG_CATEGORY_MASK | PSA_ALG_AEAD_FROM_BLOCK_FLAG)) == \
     (PSA_ALG_CATEGORY_AEAD | PSA_ALG_AEAD_FROM_BLOCK_FLAG))
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
/** Whether an algorithm is one of both. */
#define PSA_ALG_IS_KEY_DERIVATION_OR_AGREEMENT(alg) \
    (PSA_ALG_IS_KEY_DERIVATION(alg) || PSA_ALG_IS_KEY_AGREEMENT(alg))
/** Whether an algorithm is a derivation that is slow, for passwords. */
#define PSA_ALG_IS_KEY_DERIVATION_STRETCHING(alg) \
    (PSA_ALG_IS_KEY_DERIVATION(alg) && ((alg) & PSA_ALG_KEY_DERIVATION_STRETCHING_FLAG) != 0)
/** Whether an algorithm is key exchange with a password. */
#define PSA_ALG_IS_PAKE(alg) (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_PAKE)
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
#define PSA_ALG_IS_ECDH(alg) (PSA_ALG_KEY_AGREEMENT_GET_BASE(alg) == PSA_ALG_ECDH)
/** Whether an algorithm is key agreement without a derivation. */
#define PSA_ALG_IS_RAW_KEY_AGREEMENT(alg) \
    (PSA_ALG_IS_KEY_AGREEMENT(alg) && ((alg) & ~PSA_ALG_KEY_AGREEMENT_MASK) == 0)
/** Whether an algorithm is HMAC. */
#define PSA_ALG_IS_HMAC(alg) \
    (((alg) & (PSA_ALG_CATEGORY_MASK | PSA_ALG_MAC_SUBCATEGORY_MASK)) == PSA_ALG_HMAC_BASE)
/** The digest of an algorithm that is built on one; 0 if it names none. */
#define PSA_ALG_GET_HASH(alg) \
    (((alg) & PSA_ALG_HASH_MASK) == 0 ? PSA_ALG_NONE : PSA_ALG_CATEGORY_HASH | ((alg) & PSA_ALG_HASH_MASK))
/** The digest of HMAC. */
#define PSA_ALG_HMAC_GET_HASH(hmac_alg) (PSA_ALG_CATEGORY_HASH | ((hmac_alg) & PSA_ALG_HASH_MASK))
/** Whether no specification names an algorithm. */
#define PSA_ALG_IS_VENDOR_DEFINED(alg) (((alg) & PSA_ALG_VENDOR_FLAG) != 0)
/** The digest of HKDF. */
#define PSA_ALG_HKDF_GET_HASH(hkdf_alg) (PSA_ALG_CATEGORY_HASH | ((hkdf_alg) & PSA_ALG_HASH_MASK))
/** The digest of the derivation of TLS 1.2. */
#define PSA_ALG_TLS12_PRF_GET_HASH(hkdf_alg) (PSA_ALG_CATEGORY_HASH | ((hkdf_alg) & PSA_ALG_HASH_MASK))
/** The digest of the TLS 1.2 derivation from a pre-shared key. */
#define PSA_ALG_TLS12_PSK_TO_MS_GET_HASH(hkdf_alg) (PSA_ALG_CATEGORY_HASH | ((hkdf_alg) & PSA_ALG_HASH_MASK))
/** The digest of PBKDF2 with HMAC. */
#define PSA_ALG_PBKDF2_HMAC_GET_HASH(pbkdf2_alg) (PSA_ALG_CATEGORY_HASH | ((pbkdf2_alg) & PSA_ALG_HASH_MASK))
/** The digest of RSA encryption with OAEP padding; 0 if it is another algorithm. */
#define PSA_ALG_RSA_OAEP_GET_HASH(alg) \
    (PSA_ALG_IS_RSA_OAEP(alg) ? PSA_ALG_CATEGORY_HASH | ((alg) & PSA_ALG_HASH_MASK) : 0)
/** The digest of a signature; 0 if it names none. */
#define PSA_ALG_SIGN_GET_HASH(alg) \
    (PSA_ALG_IS_HASH_AND_SIGN(alg) ? PSA_ALG_CATEGORY_HASH | ((alg) & PSA_ALG_HASH_MASK) : 0)
/** Whether an algorithm is one of HKDF or of its halves. */
#define PSA_ALG_IS_ANY_HKDF(alg) \
    (PSA_ALG_IS_HKDF(alg) || PSA_ALG_IS_HKDF_EXTRACT(alg) || PSA_ALG_IS_HKDF_EXPAND(alg))
/** Whether an algorithm is PBKDF2. */
#define PSA_ALG_IS_PBKDF2(alg) (PSA_ALG_IS_PBKDF2_HMAC(alg) || (alg) == PSA_ALG_PBKDF2_AES_CMAC_PRF_128)
/** Whether nonces are not random. */
#define PSA_ALG_ECDSA_IS_DETERMINISTIC(alg) (((alg) & PSA_ALG_ECDSA_DETERMINISTIC_FLAG) != 0)
/** Whether an algorithm is ECDSA with nonces that are not random. */
#define PSA_ALG_IS_DETERMINISTIC_ECDSA(alg) (PSA_ALG_IS_ECDSA(alg) && PSA_ALG_ECDSA_IS_DETERMINISTIC(alg))
/** Whether an algorithm is ECDSA with random nonces. */
#define PSA_ALG_IS_RANDOMIZED_ECDSA(alg) (PSA_ALG_IS_ECDSA(alg) && !PSA_ALG_ECDSA_IS_DETERMINISTIC(alg))
/** Whether an algorithm is DSA. */
#define PSA_ALG_IS_DSA(alg) \
    (((alg) & ~PSA_ALG_HASH_MASK & ~PSA_ALG_DSA_DETERMINISTIC_FLAG) == PSA_ALG_DSA_BASE)
/** Whether nonces are not random. */
#define PSA_ALG_DSA_IS_DETERMINISTIC(alg) (((alg) & PSA_ALG_DSA_DETERMINISTIC_FLAG) != 0)
/** Whether an algorithm is DSA with nonces that are not random. */
#define PSA_ALG_IS_DETERMINISTIC_DSA(alg) (PSA_ALG_IS_DSA(alg) && PSA_ALG_DSA_IS_DETERMINISTIC(alg))
/** Whether an algorithm is DSA with random nonces. */
#define PSA_ALG_IS_RANDOMIZED_DSA(alg) (PSA_ALG_IS_DSA(alg) && !PSA_ALG_DSA_IS_DETERMINISTIC(alg))
/** Whether an algorithm is Ed25519 or Ed448 over a hash. */
#define PSA_ALG_IS_HASH_EDDSA(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_HASH_EDDSA_BASE)
/** Whether an algorithm signs hashes, and is none of the specification. */
#define PSA_ALG_IS_VENDOR_HASH_AND_SIGN(alg) PSA_ALG_IS_DSA(alg)
/** Whether an algorithm signs hashes. */
#define PSA_ALG_IS_SIGN_HASH(alg) \
    (PSA_ALG_IS_RSA_PSS(alg) || PSA_ALG_IS_RSA_PKCS1V15_SIGN(alg) || PSA_ALG_IS_ECDSA(alg) || \
     PSA_ALG_IS_HASH_EDDSA(alg) || PSA_ALG_IS_VENDOR_HASH_AND_SIGN(alg))
/** Whether an algorithm signs messages. */
#define PSA_ALG_IS_SIGN_MESSAGE(alg) (PSA_ALG_IS_SIGN_HASH(alg) || (alg) == PSA_ALG_PURE_EDDSA)
/** Whether an algorithm signs the hash of a message, and names the digest. */
#define PSA_ALG_IS_HASH_AND_SIGN(alg) (PSA_ALG_IS_SIGN_HASH(alg) && ((alg) & PSA_ALG_HASH_MASK) != 0)
/** Whether an algorithm stands for several: for policies only. */
#define PSA_ALG_IS_WILDCARD(alg) \
    (PSA_ALG_IS_HASH_AND_SIGN(alg) ? PSA_ALG_SIGN_GET_HASH(alg) == PSA_ALG_ANY_HASH : \
     PSA_ALG_IS_MAC(alg) ? ((alg) & PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG) != 0 : \
     PSA_ALG_IS_AEAD(alg) ? ((alg) & PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG) != 0 : (alg) == PSA_ALG_ANY_HASH)
/** The derivation behind a key agreement. */
#define PSA_ALG_KEY_AGREEMENT_GET_KDF(alg) \
    (((alg) & PSA_ALG_KEY_DERIVATION_MASK) | PSA_ALG_CATEGORY_KEY_DERIVATION)
/** The key agreement in front of a derivation. */
#define PSA_ALG_KEY_AGREEMENT_GET_BASE(alg) \
    (((alg) & PSA_ALG_KEY_AGREEMENT_MASK) | PSA_ALG_CATEGORY_KEY_AGREEMENT)
/** Whether an algorithm begins with Diffie-Hellman over a finite field. */
#define PSA_ALG_IS_FFDH(alg) (PSA_ALG_KEY_AGREEMENT_GET_BASE(alg) == PSA_ALG_FFDH)

#endif /* MBEDTLS_COMPAT_PSA_ALGORITHMS_H */
