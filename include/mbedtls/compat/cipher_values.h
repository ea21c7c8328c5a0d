/*
 * Constants, enumerations and the cipher description of mbedtls/cipher.h.
 *
 * Written by hand; mbedtls/cipher.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_CIPHER_VALUES_H
#define MBEDTLS_COMPAT_CIPHER_VALUES_H

#include "mbedtls/private_access.h"

/* ---- Error codes ---- */

/** The cipher or mode is not available. */
#define MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE -0x6080
/** An argument is null or out of range. */
#define MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA -0x6100
/** Out of memory. */
#define MBEDTLS_ERR_CIPHER_ALLOC_FAILED -0x6180
/** The padding is not legal. */
#define MBEDTLS_ERR_CIPHER_INVALID_PADDING -0x6200
/** The input is not a whole number of blocks. */
#define MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED -0x6280
/** The data does not authenticate. */
#define MBEDTLS_ERR_CIPHER_AUTH_FAILED -0x6300
/** The context is not set up. */
#define MBEDTLS_ERR_CIPHER_INVALID_CONTEXT -0x6380

/* ---- Sizes, in bytes, and properties ---- */

/** The longest IV. */
#define MBEDTLS_MAX_IV_LENGTH 16
/** The longest block. */
#define MBEDTLS_MAX_BLOCK_LENGTH 16
/** The longest key. */
#define MBEDTLS_MAX_KEY_LENGTH 64
/** The IV may have several lengths. */
#define MBEDTLS_CIPHER_VARIABLE_IV_LEN 1
/** The key may have several lengths. */
#define MBEDTLS_CIPHER_VARIABLE_KEY_LEN 2
/** How far a cipher description shifts its key length. */
#define MBEDTLS_KEY_BITLEN_SHIFT 6
/** How far a cipher description shifts its IV length. */
#define MBEDTLS_IV_SIZE_SHIFT 2
/** Defined: some mode authenticates. */
#define MBEDTLS_CIPHER_MODE_AEAD
/** Defined: some cipher is a stream cipher. */
#define MBEDTLS_CIPHER_MODE_STREAM
/** Defined: some mode pads. */
#define MBEDTLS_CIPHER_MODE_WITH_PADDING

/** Key lengths of DES, in bits with parity. */
enum {
    /** None. */
    MBEDTLS_KEY_LENGTH_NONE = 0,
    /** DES. */
    MBEDTLS_KEY_LENGTH_DES = 64,
    /** DES with two keys. */
    MBEDTLS_KEY_LENGTH_DES_EDE = 128,
    /** DES with three keys. */
    MBEDTLS_KEY_LENGTH_DES_EDE3 = 192,
};

/* ---- Enumerations ---- */

/** Ciphers by number. */
typedef enum mbedtls_cipher_id_t {
    /** None. */
    MBEDTLS_CIPHER_ID_NONE = 0,
    /** No encryption. */
    MBEDTLS_CIPHER_ID_NULL = 1,
    /** AES. */
    MBEDTLS_CIPHER_ID_AES = 2,
    /** DES: broken. */
    MBEDTLS_CIPHER_ID_DES = 3,
    /** Triple DES: weak. */
    MBEDTLS_CIPHER_ID_3DES = 4,
    /** Camellia. */
    MBEDTLS_CIPHER_ID_CAMELLIA = 5,
    /** ARIA. */
    MBEDTLS_CIPHER_ID_ARIA = 6,
    /** ChaCha20. */
    MBEDTLS_CIPHER_ID_CHACHA20 = 7,
} mbedtls_cipher_id_t;

/** Ciphers with key length and mode, by number. */
typedef enum mbedtls_cipher_type_t {
    /** None. */
    MBEDTLS_CIPHER_NONE = 0,
    /** No encryption. */
    MBEDTLS_CIPHER_NULL = 1,
    /** AES-128, ECB. */
    MBEDTLS_CIPHER_AES_128_ECB = 2,
    /** AES-192, ECB. */
    MBEDTLS_CIPHER_AES_192_ECB = 3,
    /** AES-256, ECB. */
    MBEDTLS_CIPHER_AES_256_ECB = 4,
    /** AES-128, CBC. */
    MBEDTLS_CIPHER_AES_128_CBC = 5,
    /** AES-192, CBC. */
    MBEDTLS_CIPHER_AES_192_CBC = 6,
    /** AES-256, CBC. */
    MBEDTLS_CIPHER_AES_256_CBC = 7,
    /** AES-128, CFB128. */
    MBEDTLS_CIPHER_AES_128_CFB128 = 8,
    /** AES-192, CFB128. */
    MBEDTLS_CIPHER_AES_192_CFB128 = 9,
    /** AES-256, CFB128. */
    MBEDTLS_CIPHER_AES_256_CFB128 = 10,
    /** AES-128, CTR. */
    MBEDTLS_CIPHER_AES_128_CTR = 11,
    /** AES-192, CTR. */
    MBEDTLS_CIPHER_AES_192_CTR = 12,
    /** AES-256, CTR. */
    MBEDTLS_CIPHER_AES_256_CTR = 13,
    /** AES-128, GCM. */
    MBEDTLS_CIPHER_AES_128_GCM = 14,
    /** AES-192, GCM. */
    MBEDTLS_CIPHER_AES_192_GCM = 15,
    /** AES-256, GCM. */
    MBEDTLS_CIPHER_AES_256_GCM = 16,
    /** Camellia-128, ECB. */
    MBEDTLS_CIPHER_CAMELLIA_128_ECB = 17,
    /** Camellia-192, ECB. */
    MBEDTLS_CIPHER_CAMELLIA_192_ECB = 18,
    /** Camellia-256, ECB. */
    MBEDTLS_CIPHER_CAMELLIA_256_ECB = 19,
    /** Camellia-128, CBC. */
    MBEDTLS_CIPHER_CAMELLIA_128_CBC = 20,
    /** Camellia-192, CBC. */
    MBEDTLS_CIPHER_CAMELLIA_192_CBC = 21,
    /** Camellia-256, CBC. */
    MBEDTLS_CIPHER_CAMELLIA_256_CBC = 22,
    /** Camellia-128, CFB128. */
    MBEDTLS_CIPHER_CAMELLIA_128_CFB128 = 23,
    /** Camellia-192, CFB128. */
    MBEDTLS_CIPHER_CAMELLIA_192_CFB128 = 24,
    /** Camellia-256, CFB128. */
    MBEDTLS_CIPHER_CAMELLIA_256_CFB128 = 25,
    /** Camellia-128, CTR. */
    MBEDTLS_CIPHER_CAMELLIA_128_CTR = 26,
    /** Camellia-192, CTR. */
    MBEDTLS_CIPHER_CAMELLIA_192_CTR = 27,
    /** Camellia-256, CTR. */
    MBEDTLS_CIPHER_CAMELLIA_256_CTR = 28,
    /** Camellia-128, GCM. */
    MBEDTLS_CIPHER_CAMELLIA_128_GCM = 29,
    /** Camellia-192, GCM. */
    MBEDTLS_CIPHER_CAMELLIA_192_GCM = 30,
    /** Camellia-256, GCM. */
    MBEDTLS_CIPHER_CAMELLIA_256_GCM = 31,
    /** DES, ECB. */
    MBEDTLS_CIPHER_DES_ECB = 32,
    /** DES, CBC. */
    MBEDTLS_CIPHER_DES_CBC = 33,
    /** DES with two keys, ECB. */
    MBEDTLS_CIPHER_DES_EDE_ECB = 34,
    /** DES with two keys, CBC. */
    MBEDTLS_CIPHER_DES_EDE_CBC = 35,
    /** Triple DES, ECB. */
    MBEDTLS_CIPHER_DES_EDE3_ECB = 36,
    /** Triple DES, CBC. */
    MBEDTLS_CIPHER_DES_EDE3_CBC = 37,
    /** AES-128, CCM. */
    MBEDTLS_CIPHER_AES_128_CCM = 38,
    /** AES-192, CCM. */
    MBEDTLS_CIPHER_AES_192_CCM = 39,
    /** AES-256, CCM. */
    MBEDTLS_CIPHER_AES_256_CCM = 40,
    /** AES-128, CCM* without a tag. */
    MBEDTLS_CIPHER_AES_128_CCM_STAR_NO_TAG = 41,
    /** AES-192, CCM* without a tag. */
    MBEDTLS_CIPHER_AES_192_CCM_STAR_NO_TAG = 42,
    /** AES-256, CCM* without a tag. */
    MBEDTLS_CIPHER_AES_256_CCM_STAR_NO_TAG = 43,
    /** Camellia-128, CCM. */
    MBEDTLS_CIPHER_CAMELLIA_128_CCM = 44,
    /** Camellia-192, CCM. */
    MBEDTLS_CIPHER_CAMELLIA_192_CCM = 45,
    /** Camellia-256, CCM. */
    MBEDTLS_CIPHER_CAMELLIA_256_CCM = 46,
    /** Camellia-128, CCM* without a tag. */
    MBEDTLS_CIPHER_CAMELLIA_128_CCM_STAR_NO_TAG = 47,
    /** Camellia-192, CCM* without a tag. */
    MBEDTLS_CIPHER_CAMELLIA_192_CCM_STAR_NO_TAG = 48,
    /** Camellia-256, CCM* without a tag. */
    MBEDTLS_CIPHER_CAMELLIA_256_CCM_STAR_NO_TAG = 49,
    /** ARIA-128, ECB. */
    MBEDTLS_CIPHER_ARIA_128_ECB = 50,
    /** ARIA-192, ECB. */
    MBEDTLS_CIPHER_ARIA_192_ECB = 51,
    /** ARIA-256, ECB. */
    MBEDTLS_CIPHER_ARIA_256_ECB = 52,
    /** ARIA-128, CBC. */
    MBEDTLS_CIPHER_ARIA_128_CBC = 53,
    /** ARIA-192, CBC. */
    MBEDTLS_CIPHER_ARIA_192_CBC = 54,
    /** ARIA-256, CBC. */
    MBEDTLS_CIPHER_ARIA_256_CBC = 55,
    /** ARIA-128, CFB128. */
    MBEDTLS_CIPHER_ARIA_128_CFB128 = 56,
    /** ARIA-192, CFB128. */
    MBEDTLS_CIPHER_ARIA_192_CFB128 = 57,
    /** ARIA-256, CFB128. */
    MBEDTLS_CIPHER_ARIA_256_CFB128 = 58,
    /** ARIA-128, CTR. */
    MBEDTLS_CIPHER_ARIA_128_CTR = 59,
    /** ARIA-192, CTR. */
    MBEDTLS_CIPHER_ARIA_192_CTR = 60,
    /** ARIA-256, CTR. */
    MBEDTLS_CIPHER_ARIA_256_CTR = 61,
    /** ARIA-128, GCM. */
    MBEDTLS_CIPHER_ARIA_128_GCM = 62,
    /** ARIA-192, GCM. */
    MBEDTLS_CIPHER_ARIA_192_GCM = 63,
    /** ARIA-256, GCM. */
    MBEDTLS_CIPHER_ARIA_256_GCM = 64,
    /** ARIA-128, CCM. */
    MBEDTLS_CIPHER_ARIA_128_CCM = 65,
    /** ARIA-192, CCM. */
    MBEDTLS_CIPHER_ARIA_192_CCM = 66,
    /** ARIA-256, CCM. */
    MBEDTLS_CIPHER_ARIA_256_CCM = 67,
    /** ARIA-128, CCM* without a tag. */
    MBEDTLS_CIPHER_ARIA_128_CCM_STAR_NO_TAG = 68,
    /** ARIA-192, CCM* without a tag. */
    MBEDTLS_CIPHER_ARIA_192_CCM_STAR_NO_TAG = 69,
    /** ARIA-256, CCM* without a tag. */
    MBEDTLS_CIPHER_ARIA_256_CCM_STAR_NO_TAG = 70,
    /** AES-128, OFB. */
    MBEDTLS_CIPHER_AES_128_OFB = 71,
    /** AES-192, OFB. */
    MBEDTLS_CIPHER_AES_192_OFB = 72,
    /** AES-256, OFB. */
    MBEDTLS_CIPHER_AES_256_OFB = 73,
    /** AES-128, XTS. */
    MBEDTLS_CIPHER_AES_128_XTS = 74,
    /** AES-256, XTS. */
    MBEDTLS_CIPHER_AES_256_XTS = 75,
    /** ChaCha20. */
    MBEDTLS_CIPHER_CHACHA20 = 76,
    /** ChaCha20-Poly1305. */
    MBEDTLS_CIPHER_CHACHA20_POLY1305 = 77,
    /** AES-128, KW. */
    MBEDTLS_CIPHER_AES_128_KW = 78,
    /** AES-192, KW. */
    MBEDTLS_CIPHER_AES_192_KW = 79,
    /** AES-256, KW. */
    MBEDTLS_CIPHER_AES_256_KW = 80,
    /** AES-128, KWP. */
    MBEDTLS_CIPHER_AES_128_KWP = 81,
    /** AES-192, KWP. */
    MBEDTLS_CIPHER_AES_192_KWP = 82,
    /** AES-256, KWP. */
    MBEDTLS_CIPHER_AES_256_KWP = 83,
} mbedtls_cipher_type_t;

/** Modes of operation. */
typedef enum mbedtls_cipher_mode_t {
    /** None. */
    MBEDTLS_MODE_NONE = 0,
    /** ECB: each block by itself. */
    MBEDTLS_MODE_ECB = 1,
    /** CBC. */
    MBEDTLS_MODE_CBC = 2,
    /** CFB. */
    MBEDTLS_MODE_CFB = 3,
    /** OFB. */
    MBEDTLS_MODE_OFB = 4,
    /** CTR. */
    MBEDTLS_MODE_CTR = 5,
    /** GCM: authenticates. */
    MBEDTLS_MODE_GCM = 6,
    /** A stream cipher. */
    MBEDTLS_MODE_STREAM = 7,
    /** CCM: authenticates. */
    MBEDTLS_MODE_CCM = 8,
    /** CCM* without a tag. */
    MBEDTLS_MODE_CCM_STAR_NO_TAG = 9,
    /** XTS: for disks. */
    MBEDTLS_MODE_XTS = 10,
    /** ChaCha20-Poly1305: authenticates. */
    MBEDTLS_MODE_CHACHAPOLY = 11,
    /** Key wrapping. */
    MBEDTLS_MODE_KW = 12,
    /** Key wrapping with padding. */
    MBEDTLS_MODE_KWP = 13,
} mbedtls_cipher_mode_t;

/** Paddings. */
typedef enum mbedtls_cipher_padding_t {
    /** PKCS #7. */
    MBEDTLS_PADDING_PKCS7 = 0,
    /** ISO/IEC 7816-4. */
    MBEDTLS_PADDING_ONE_AND_ZEROS = 1,
    /** ANSI X.923. */
    MBEDTLS_PADDING_ZEROS_AND_LEN = 2,
    /** Zeros, which the data must not end with. */
    MBEDTLS_PADDING_ZEROS = 3,
    /** None: whole blocks only. */
    MBEDTLS_PADDING_NONE = 4,
} mbedtls_cipher_padding_t;

/** What a cipher is to do. */
typedef enum mbedtls_operation_t {
    /** Not set. */
    MBEDTLS_OPERATION_NONE = -1,
    /** Decrypt. */
    MBEDTLS_DECRYPT = 0,
    /** Encrypt. */
    MBEDTLS_ENCRYPT = 1,
} mbedtls_operation_t;

/* ---- What is known of a cipher ---- */

/** How a cipher works inside. Never complete in C. */
typedef struct mbedtls_cipher_base_t mbedtls_cipher_base_t;

/** A cipher with its key length and mode. The library's own, never freed. Its members are private: see the functions. */
typedef struct mbedtls_cipher_info_t {
    /** Its name, as in "AES-128-GCM". */
    const char *MBEDTLS_PRIVATE(name);
    /** The length of a block, in bytes; 1 for a stream cipher. */
    unsigned int MBEDTLS_PRIVATE(block_size) : 5;
    /** The length of the IV, in units of 4 bytes. */
    unsigned int MBEDTLS_PRIVATE(iv_size) : 3;
    /** The length of the key, in units of 64 bits. */
    unsigned int MBEDTLS_PRIVATE(key_bitlen) : 4;
    /** The mode of operation. */
    unsigned int MBEDTLS_PRIVATE(mode) : 4;
    /** The cipher type. */
    unsigned int MBEDTLS_PRIVATE(type) : 8;
    /** Which lengths may vary. */
    unsigned int MBEDTLS_PRIVATE(flags) : 2;
    /** How it works inside, by number. */
    unsigned int MBEDTLS_PRIVATE(base_idx) : 5;
} mbedtls_cipher_info_t;

#endif /* MBEDTLS_COMPAT_CIPHER_VALUES_H */
