/*
 * Sizes of psa/crypto.h: how much room a result takes.
 *
 * Written by hand; psa/crypto.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_SIZES_H
#define MBEDTLS_COMPAT_PSA_SIZES_H

/* ---- Constants ---- */

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
/** The most that the end of authenticated encryption writes beside the tag, in bytes. */
#define PSA_AEAD_FINISH_OUTPUT_MAX_SIZE 16u
/** The most that the end of authenticated decryption writes, in bytes. */
#define PSA_AEAD_VERIFY_OUTPUT_MAX_SIZE 16u
/** The longest initialisation vector, in bytes. */
#define PSA_CIPHER_IV_MAX_SIZE 16
/** The most that the end of a cipher writes, in bytes. */
#define PSA_CIPHER_FINISH_OUTPUT_MAX_SIZE 16u
/** The longest key of a cipher, in bytes. */
#define PSA_CIPHER_MAX_KEY_LENGTH 32u
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
/** The same under an older name. */
#define PSA_EXPORT_ASYMMETRIC_KEY_MAX_SIZE 2363u
/** The longest shared secret, in bytes. */
#define PSA_RAW_KEY_AGREEMENT_OUTPUT_MAX_SIZE 1024
/** The longest RSA key, in bits. */
#define PSA_VENDOR_RSA_MAX_KEY_BITS 4096
/** The shortest RSA key that is made, in bits. */
#define PSA_VENDOR_RSA_GENERATE_MIN_KEY_BITS 1024
/** The longest key of a finite field, in bits. */
#define PSA_VENDOR_FFDH_MAX_KEY_BITS 8192u
/** The longest curve, in bits. */
#define PSA_VENDOR_ECC_MAX_CURVE_BITS 521
/** The longest ECDSA signature, in bytes. */
#define PSA_VENDOR_ECDSA_SIGNATURE_MAX_SIZE 132u
/** The most iterations of PBKDF2 that a number has room for. */
#define PSA_VENDOR_PBKDF2_MAX_ITERATIONS 0xffffffffu
/** The longest pre-shared key of a TLS 1.2 master secret, in bytes. */
#define PSA_TLS12_PSK_TO_MS_PSK_MAX_SIZE 128u
/** What the derivation of a master secret takes from J-PAKE, in bytes. */
#define PSA_TLS12_ECJPAKE_TO_PMS_INPUT_SIZE 65u
/** What it makes of that, in bytes. */
#define PSA_TLS12_ECJPAKE_TO_PMS_DATA_SIZE 32u
/** The longest key, in bits. */
#define PSA_MAX_KEY_BITS 65528
/** A length in bits that no key has. */
#define PSA_KEY_BITS_TOO_LARGE ((psa_key_bits_t) 0xffff)

/* ---- Arithmetic ---- */

/** How many bytes so many bits take. */
#define PSA_BITS_TO_BYTES(bits) (((bits) + 7u) / 8u)
/** How many bits so many bytes have. */
#define PSA_BYTES_TO_BITS(bytes) ((bytes) * 8u)
/** The greatest of three numbers. */
#define PSA_MAX_OF_THREE(a, b, c) ((a) >= (b) && (a) >= (c) ? (a) : (b) >= (c) ? (b) : (c))
/** The lowest multiple of `block_size` that is not under `length`. */
#define PSA_ROUND_UP_TO_MULTIPLE(block_size, length) \
    (((length) + (block_size) - 1) / (block_size) * (block_size))

/* ---- Digests and codes ---- */

/** How long a digest is, or the digest of an algorithm that is built on one; 0 if there is none. */
#define PSA_HASH_LENGTH(alg) \
    (PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_MD5 ? 16u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_RIPEMD160 ? 20u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_1 ? 20u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_224 ? 28u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_256 ? 32u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_384 ? 48u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_512 ? 64u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_512_224 ? 28u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_512_256 ? 32u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_224 ? 28u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_256 ? 32u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_384 ? 48u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_512 ? 64u : 0u)
/** How long a block of that digest is; 0 if there is none. */
#define PSA_HASH_BLOCK_LENGTH(alg) \
    (PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_MD5 ? 64u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_RIPEMD160 ? 64u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_1 ? 64u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_224 ? 64u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_256 ? 64u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_384 ? 128u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_512 ? 128u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_512_224 ? 128u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_512_256 ? 128u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_224 ? 144u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_256 ? 136u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_384 ? 104u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_512 ? 72u : 0u)
/** How long a code is; 0 if the key has none with that algorithm. */
#define PSA_MAC_LENGTH(key_type, key_bits, alg) \
    (PSA_MAC_TRUNCATED_LENGTH(alg) != 0 ? PSA_MAC_TRUNCATED_LENGTH(alg) : \
     PSA_ALG_IS_HMAC(alg) ? PSA_HASH_LENGTH(PSA_ALG_HMAC_GET_HASH(alg)) : \
     PSA_ALG_IS_BLOCK_CIPHER_MAC(alg) ? PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) : \
     ((void) (key_type), (void) (key_bits), 0u))

/* ---- Ciphers ---- */

/** The logarithm of the length of a block of a key's cipher. */
#define PSA_GET_KEY_TYPE_BLOCK_SIZE_EXPONENT(type) (((type) >> 8) & 7)
/** How long a block of a key's cipher is; 1 for a stream cipher, 0 for other keys. */
#define PSA_BLOCK_CIPHER_BLOCK_LENGTH(type) \
    (((type) & PSA_KEY_TYPE_CATEGORY_MASK) == PSA_KEY_TYPE_CATEGORY_SYMMETRIC ? \
     1u << PSA_GET_KEY_TYPE_BLOCK_SIZE_EXPONENT(type) : 0u)
/** How long the initialisation vector is; 0 if there is none. */
#define PSA_CIPHER_IV_LENGTH(key_type, alg) \
    (PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) > 1 && \
     ((alg) == PSA_ALG_CTR || (alg) == PSA_ALG_CFB || (alg) == PSA_ALG_OFB || (alg) == PSA_ALG_XTS || \
      (alg) == PSA_ALG_CBC_NO_PADDING || (alg) == PSA_ALG_CBC_PKCS7) ? \
     PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) : \
     (key_type) == PSA_KEY_TYPE_CHACHA20 && (alg) == PSA_ALG_STREAM_CIPHER ? 12u : \
     (alg) == PSA_ALG_CCM_STAR_NO_TAG ? 13u : 0u)
/** What psa_cipher_encrypt() writes at most. */
#define PSA_CIPHER_ENCRYPT_OUTPUT_SIZE(key_type, alg, input_length) \
    ((alg) == PSA_ALG_CBC_PKCS7 ? \
     (PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) == 0 ? 0u : \
      PSA_ROUND_UP_TO_MULTIPLE(PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type), (input_length) + 1u) + \
      PSA_CIPHER_IV_LENGTH(key_type, alg)) : \
     PSA_ALG_IS_CIPHER(alg) ? (input_length) + PSA_CIPHER_IV_LENGTH(key_type, alg) : 0u)
/** The same with any key and algorithm. */
#define PSA_CIPHER_ENCRYPT_OUTPUT_MAX_SIZE(input_length) \
    (PSA_ROUND_UP_TO_MULTIPLE(PSA_BLOCK_CIPHER_BLOCK_MAX_SIZE, (input_length) + 1u) + PSA_CIPHER_IV_MAX_SIZE)
/** What psa_cipher_decrypt() writes at most. */
#define PSA_CIPHER_DECRYPT_OUTPUT_SIZE(key_type, alg, input_length) \
    (PSA_ALG_IS_CIPHER(alg) && \
     ((key_type) & PSA_KEY_TYPE_CATEGORY_MASK) == PSA_KEY_TYPE_CATEGORY_SYMMETRIC ? (input_length) : 0u)
/** The same with any key and algorithm. */
#define PSA_CIPHER_DECRYPT_OUTPUT_MAX_SIZE(input_length) (input_length)
/** What psa_cipher_update() writes at most. */
#define PSA_CIPHER_UPDATE_OUTPUT_SIZE(key_type, alg, input_length) \
    (!PSA_ALG_IS_CIPHER(alg) || PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) == 0 ? 0u : \
     (alg) == PSA_ALG_CBC_PKCS7 || (alg) == PSA_ALG_CBC_NO_PADDING || (alg) == PSA_ALG_ECB_NO_PADDING ? \
     PSA_ROUND_UP_TO_MULTIPLE(PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type), input_length) : (input_length))
/** The same with any key and algorithm. */
#define PSA_CIPHER_UPDATE_OUTPUT_MAX_SIZE(input_length) \
    PSA_ROUND_UP_TO_MULTIPLE(PSA_BLOCK_CIPHER_BLOCK_MAX_SIZE, input_length)
/** What psa_cipher_finish() writes at most. */
#define PSA_CIPHER_FINISH_OUTPUT_SIZE(key_type, alg) \
    ((alg) == PSA_ALG_CBC_PKCS7 ? PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) : 0u)

/* ---- Authenticated encryption ---- */

/** How long the tag is; 0 if the algorithm has none. */
#define PSA_AEAD_TAG_LENGTH(key_type, key_bits, alg) \
    (PSA_AEAD_NONCE_LENGTH(key_type, alg) != 0 ? PSA_ALG_AEAD_GET_TAG_LENGTH(alg) : ((void) (key_bits), 0u))
/** How long the nonce is that psa_aead_generate_nonce() makes; 0 if key and algorithm do not go together. */
#define PSA_AEAD_NONCE_LENGTH(key_type, alg) \
    (PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) == 16 ? \
     (MBEDTLS_PSA_ALG_AEAD_EQUAL(alg, PSA_ALG_CCM) ? 13u : \
      MBEDTLS_PSA_ALG_AEAD_EQUAL(alg, PSA_ALG_GCM) ? 12u : 0u) : \
     (key_type) == PSA_KEY_TYPE_CHACHA20 && MBEDTLS_PSA_ALG_AEAD_EQUAL(alg, PSA_ALG_CHACHA20_POLY1305) ? 12u : 0u)
/** What psa_aead_encrypt() writes. */
#define PSA_AEAD_ENCRYPT_OUTPUT_SIZE(key_type, alg, plaintext_length) \
    (PSA_AEAD_NONCE_LENGTH(key_type, alg) != 0 ? (plaintext_length) + PSA_ALG_AEAD_GET_TAG_LENGTH(alg) : 0u)
/** The same with any key and algorithm. */
#define PSA_AEAD_ENCRYPT_OUTPUT_MAX_SIZE(plaintext_length) ((plaintext_length) + PSA_AEAD_TAG_MAX_SIZE)
/** What psa_aead_decrypt() writes. */
#define PSA_AEAD_DECRYPT_OUTPUT_SIZE(key_type, alg, ciphertext_length) \
    (PSA_AEAD_NONCE_LENGTH(key_type, alg) != 0 && (ciphertext_length) > PSA_ALG_AEAD_GET_TAG_LENGTH(alg) ? \
     (ciphertext_length) - PSA_ALG_AEAD_GET_TAG_LENGTH(alg) : 0u)
/** The same with any key and algorithm. */
#define PSA_AEAD_DECRYPT_OUTPUT_MAX_SIZE(ciphertext_length) (ciphertext_length)
/** What psa_aead_update() writes at most. */
#define PSA_AEAD_UPDATE_OUTPUT_SIZE(key_type, alg, input_length) \
    (PSA_AEAD_NONCE_LENGTH(key_type, alg) == 0 ? 0u : \
     PSA_ALG_IS_AEAD_ON_BLOCK_CIPHER(alg) ? \
     PSA_ROUND_UP_TO_MULTIPLE(PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type), input_length) : (input_length))
/** The same with any key and algorithm. */
#define PSA_AEAD_UPDATE_OUTPUT_MAX_SIZE(input_length) \
    PSA_ROUND_UP_TO_MULTIPLE(PSA_BLOCK_CIPHER_BLOCK_MAX_SIZE, input_length)
/** What psa_aead_finish() writes at most beside the tag. */
#define PSA_AEAD_FINISH_OUTPUT_SIZE(key_type, alg) \
    (PSA_AEAD_NONCE_LENGTH(key_type, alg) != 0 && PSA_ALG_IS_AEAD_ON_BLOCK_CIPHER(alg) ? \
     PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) : 0u)
/** What psa_aead_verify() writes at most. */
#define PSA_AEAD_VERIFY_OUTPUT_SIZE(key_type, alg) PSA_AEAD_FINISH_OUTPUT_SIZE(key_type, alg)

/* ---- Public keys ---- */

/** The length of an ECDSA signature. */
#define PSA_ECDSA_SIGNATURE_SIZE(curve_bits) (PSA_BITS_TO_BYTES(curve_bits) * 2u)
/** How long a signature is; 0 if the key makes none. */
#define PSA_SIGN_OUTPUT_SIZE(key_type, key_bits, alg) \
    (PSA_KEY_TYPE_IS_RSA(key_type) ? PSA_BITS_TO_BYTES(key_bits) : \
     PSA_KEY_TYPE_IS_ECC(key_type) ? PSA_ECDSA_SIGNATURE_SIZE(key_bits) : ((void) (alg), 0u))
/** How many bytes of an encrypted message RSA padding takes at least. */
#define PSA_RSA_MINIMUM_PADDING_SIZE(alg) \
    (PSA_ALG_IS_RSA_OAEP(alg) ? 2u * PSA_HASH_LENGTH(PSA_ALG_RSA_OAEP_GET_HASH(alg)) + 1u : 11u)
/** How long an encrypted message is; 0 if the key makes none. */
#define PSA_ASYMMETRIC_ENCRYPT_OUTPUT_SIZE(key_type, key_bits, alg) \
    (PSA_KEY_TYPE_IS_RSA(key_type) ? PSA_BITS_TO_BYTES(key_bits) : ((void) (alg), 0u))
/** How long a decrypted message is at most; 0 if the key decrypts none. */
#define PSA_ASYMMETRIC_DECRYPT_OUTPUT_SIZE(key_type, key_bits, alg) \
    (PSA_KEY_TYPE_IS_RSA(key_type) ? PSA_BITS_TO_BYTES(key_bits) - PSA_RSA_MINIMUM_PADDING_SIZE(alg) : 0u)
/** How long a shared secret is; 0 if the key agrees on none. */
#define PSA_RAW_KEY_AGREEMENT_OUTPUT_SIZE(key_type, key_bits) \
    (PSA_KEY_TYPE_IS_ECC_KEY_PAIR(key_type) || PSA_KEY_TYPE_IS_DH_KEY_PAIR(key_type) ? \
     PSA_BITS_TO_BYTES(key_bits) : 0u)

/* ---- Keys that are exported ---- */

/** A DER INTEGER of so many bits, at most. */
#define PSA_KEY_EXPORT_ASN1_INTEGER_MAX_SIZE(bits) ((bits) / 8u + 5u)
/** A public RSA key. */
#define PSA_KEY_EXPORT_RSA_PUBLIC_KEY_MAX_SIZE(key_bits) (PSA_KEY_EXPORT_ASN1_INTEGER_MAX_SIZE(key_bits) + 11u)
/** A private RSA key. */
#define PSA_KEY_EXPORT_RSA_KEY_PAIR_MAX_SIZE(key_bits) \
    (9u * PSA_KEY_EXPORT_ASN1_INTEGER_MAX_SIZE((key_bits) / 2u + 1u) + 14u)
/** A public DSA key; there are none here. */
#define PSA_KEY_EXPORT_DSA_PUBLIC_KEY_MAX_SIZE(key_bits) \
    (3u * PSA_KEY_EXPORT_ASN1_INTEGER_MAX_SIZE(key_bits) + 59u)
/** A private DSA key; there are none here. */
#define PSA_KEY_EXPORT_DSA_KEY_PAIR_MAX_SIZE(key_bits) \
    (3u * PSA_KEY_EXPORT_ASN1_INTEGER_MAX_SIZE(key_bits) + 75u)
/** A public key on a curve. */
#define PSA_KEY_EXPORT_ECC_PUBLIC_KEY_MAX_SIZE(key_bits) (2u * PSA_BITS_TO_BYTES(key_bits) + 1u)
/** A private key on a curve. */
#define PSA_KEY_EXPORT_ECC_KEY_PAIR_MAX_SIZE(key_bits) PSA_BITS_TO_BYTES(key_bits)
/** A public key of a finite field. */
#define PSA_KEY_EXPORT_FFDH_PUBLIC_KEY_MAX_SIZE(key_bits) PSA_BITS_TO_BYTES(key_bits)
/** A private key of a finite field. */
#define PSA_KEY_EXPORT_FFDH_KEY_PAIR_MAX_SIZE(key_bits) PSA_BITS_TO_BYTES(key_bits)
/** What psa_export_key() writes at most; for a type that is not known, that many bits. */
#define PSA_EXPORT_KEY_OUTPUT_SIZE(key_type, key_bits) \
    ((key_type) == PSA_KEY_TYPE_RSA_KEY_PAIR ? PSA_KEY_EXPORT_RSA_KEY_PAIR_MAX_SIZE(key_bits) : \
     (key_type) == PSA_KEY_TYPE_RSA_PUBLIC_KEY ? PSA_KEY_EXPORT_RSA_PUBLIC_KEY_MAX_SIZE(key_bits) : \
     PSA_KEY_TYPE_IS_ECC_PUBLIC_KEY(key_type) ? PSA_KEY_EXPORT_ECC_PUBLIC_KEY_MAX_SIZE(key_bits) : \
     PSA_BITS_TO_BYTES(key_bits))
/** What psa_export_public_key() writes at most; 0 for a type that has no public key. */
#define PSA_EXPORT_PUBLIC_KEY_OUTPUT_SIZE(key_type, key_bits) \
    (PSA_KEY_TYPE_IS_RSA(key_type) ? PSA_KEY_EXPORT_RSA_PUBLIC_KEY_MAX_SIZE(key_bits) : \
     PSA_KEY_TYPE_IS_ECC(key_type) ? PSA_KEY_EXPORT_ECC_PUBLIC_KEY_MAX_SIZE(key_bits) : \
     PSA_KEY_TYPE_IS_DH(key_type) ? PSA_KEY_EXPORT_FFDH_PUBLIC_KEY_MAX_SIZE(key_bits) : 0u)
/** The parameters of a key's domain: there are none. */
#define PSA_KEY_DOMAIN_PARAMETERS_SIZE(key_type, key_bits) 1u

/* ---- PAKE ---- */

/** What a step puts out at most. */
#define PSA_PAKE_OUTPUT_SIZE(alg, primitive, output_step) \
    ((alg) == PSA_ALG_JPAKE && (primitive) == 0 ? 0u : \
     (output_step) == PSA_PAKE_STEP_KEY_SHARE || (output_step) == PSA_PAKE_STEP_ZK_PUBLIC ? 65u : 32u)
/** What a step takes in at most. */
#define PSA_PAKE_INPUT_SIZE(alg, primitive, input_step) \
    ((alg) == PSA_ALG_JPAKE && (primitive) == 0 ? 0u : \
     (input_step) == PSA_PAKE_STEP_KEY_SHARE || (input_step) == PSA_PAKE_STEP_ZK_PUBLIC ? 65u : 32u)
/** The most that any step puts out. */
#define PSA_PAKE_OUTPUT_MAX_SIZE 65
/** The most that any step takes in. */
#define PSA_PAKE_INPUT_MAX_SIZE 65

#endif /* MBEDTLS_COMPAT_PSA_SIZES_H */
