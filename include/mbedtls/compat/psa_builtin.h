/*
 * What operations of psa/crypto.h consist of in Mbed TLS: types that programs may name, and that nothing here uses.
 *
 * Written by hand; psa/crypto.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_BUILTIN_H
#define MBEDTLS_COMPAT_PSA_BUILTIN_H

/** Mbed TLS has digests of its own. */
#define MBEDTLS_PSA_BUILTIN_HASH
/** Mbed TLS has codes of its own. */
#define MBEDTLS_PSA_BUILTIN_MAC
/** Mbed TLS has ciphers of its own. */
#define MBEDTLS_PSA_BUILTIN_CIPHER 1
/** Mbed TLS has authenticated ciphers of its own. */
#define MBEDTLS_PSA_BUILTIN_AEAD 1
/** Mbed TLS has a PAKE of its own. */
#define MBEDTLS_PSA_BUILTIN_PAKE 1
/** Two rounds of J-PAKE, in bytes. */
#define MBEDTLS_PSA_JPAKE_BUFFER_SIZE 336

/** A digest. */
typedef struct {
    psa_algorithm_t MBEDTLS_PRIVATE(alg);
    uint64_t MBEDTLS_PRIVATE(ctx)[27];
} mbedtls_psa_hash_operation_t;
/** An idle one. */
#define MBEDTLS_PSA_HASH_OPERATION_INIT { 0, { 0 } }

/** A cipher. */
typedef struct {
    psa_algorithm_t MBEDTLS_PRIVATE(alg);
    uint8_t MBEDTLS_PRIVATE(iv_length);
    uint8_t MBEDTLS_PRIVATE(block_length);
    uint64_t MBEDTLS_PRIVATE(ctx)[12];
} mbedtls_psa_cipher_operation_t;
/** An idle one. */
#define MBEDTLS_PSA_CIPHER_OPERATION_INIT { 0, 0, 0, { 0 } }

/** HMAC. */
typedef struct {
    psa_algorithm_t MBEDTLS_PRIVATE(alg);
    /** The digest at work. */
    struct psa_hash_operation_s hash_ctx;
    uint8_t MBEDTLS_PRIVATE(opad)[PSA_HMAC_MAX_HASH_BLOCK_SIZE];
} mbedtls_psa_hmac_operation_t;
/** An idle one. */
#define MBEDTLS_PSA_HMAC_OPERATION_INIT { 0, PSA_HASH_OPERATION_INIT, { 0 } }

/** A message authentication code. */
typedef struct {
    psa_algorithm_t MBEDTLS_PRIVATE(alg);
    uint64_t MBEDTLS_PRIVATE(ctx)[48];
} mbedtls_psa_mac_operation_t;
/** An idle one. */
#define MBEDTLS_PSA_MAC_OPERATION_INIT { 0, { 0 } }

/** Authenticated encryption. */
typedef struct {
    psa_algorithm_t MBEDTLS_PRIVATE(alg);
    psa_key_type_t MBEDTLS_PRIVATE(key_type);
    uint8_t MBEDTLS_PRIVATE(is_encrypt);
    uint8_t MBEDTLS_PRIVATE(tag_length);
    union {
        /** To have one member always. */
        unsigned int dummy;
        uint64_t MBEDTLS_PRIVATE(state)[53];
        /** What the algorithm keeps. */
    } ctx;
} mbedtls_psa_aead_operation_t;
/** An idle one. */
#define MBEDTLS_PSA_AEAD_OPERATION_INIT { 0, 0, 0, 0, { 0 } }

/** PAKE. */
typedef struct {
    psa_algorithm_t MBEDTLS_PRIVATE(alg);
    uint8_t *MBEDTLS_PRIVATE(password);
    size_t MBEDTLS_PRIVATE(password_len);
    uint32_t MBEDTLS_PRIVATE(role);
    uint8_t MBEDTLS_PRIVATE(buffer)[MBEDTLS_PSA_JPAKE_BUFFER_SIZE];
    size_t MBEDTLS_PRIVATE(buffer_length);
    size_t MBEDTLS_PRIVATE(buffer_offset);
    uint64_t MBEDTLS_PRIVATE(ctx)[62];
} mbedtls_psa_pake_operation_t;
/** An idle one. */
#define MBEDTLS_PSA_PAKE_OPERATION_INIT { 0, NULL, 0, 0, { 0 }, 0, 0, { 0 } }

/** A signature that is being made. */
typedef struct {
    unsigned int MBEDTLS_PRIVATE(dummy);
} mbedtls_psa_sign_hash_interruptible_operation_t;
/** An idle one. */
#define MBEDTLS_PSA_SIGN_HASH_INTERRUPTIBLE_OPERATION_INIT { 0 }

/** A signature that is being verified. */
typedef struct {
    unsigned int MBEDTLS_PRIVATE(dummy);
} mbedtls_psa_verify_hash_interruptible_operation_t;
/** An idle one. */
#define MBEDTLS_VERIFY_SIGN_HASH_INTERRUPTIBLE_OPERATION_INIT { 0 }

/** HKDF. */
typedef struct {
    uint8_t *MBEDTLS_PRIVATE(info);
    size_t MBEDTLS_PRIVATE(info_length);
    uint8_t MBEDTLS_PRIVATE(offset_in_block);
    uint8_t MBEDTLS_PRIVATE(block_number);
    uint8_t MBEDTLS_PRIVATE(state);
    uint8_t MBEDTLS_PRIVATE(output_block)[PSA_HASH_MAX_SIZE];
    uint8_t MBEDTLS_PRIVATE(prk)[PSA_HASH_MAX_SIZE];
    struct psa_mac_operation_s MBEDTLS_PRIVATE(hmac);
} psa_hkdf_key_derivation_t;

/** The master secret of J-PAKE. */
typedef struct {
    uint8_t MBEDTLS_PRIVATE(data)[32];
} psa_tls12_ecjpake_to_pms_t;

/** How far the derivation of TLS 1.2 is. */
typedef enum {
    /** Nothing went in. */
    PSA_TLS12_PRF_STATE_INIT = 0,
    /** The seed went in. */
    PSA_TLS12_PRF_STATE_SEED_SET = 1,
    /** The second secret went in. */
    PSA_TLS12_PRF_STATE_OTHER_KEY_SET = 2,
    /** The secret went in. */
    PSA_TLS12_PRF_STATE_KEY_SET = 3,
    /** The label went in. */
    PSA_TLS12_PRF_STATE_LABEL_SET = 4,
    /** Bytes came out. */
    PSA_TLS12_PRF_STATE_OUTPUT = 5
} psa_tls12_prf_key_derivation_state_t;

/** The derivation of TLS 1.2. */
typedef struct psa_tls12_prf_key_derivation_s {
    uint8_t MBEDTLS_PRIVATE(left_in_block);
    uint8_t MBEDTLS_PRIVATE(block_number);
    psa_tls12_prf_key_derivation_state_t MBEDTLS_PRIVATE(state);
    uint8_t *MBEDTLS_PRIVATE(secret);
    size_t MBEDTLS_PRIVATE(secret_length);
    uint8_t *MBEDTLS_PRIVATE(seed);
    size_t MBEDTLS_PRIVATE(seed_length);
    uint8_t *MBEDTLS_PRIVATE(label);
    size_t MBEDTLS_PRIVATE(label_length);
    uint8_t *MBEDTLS_PRIVATE(other_secret);
    size_t MBEDTLS_PRIVATE(other_secret_length);
    uint8_t MBEDTLS_PRIVATE(Ai)[PSA_HASH_MAX_SIZE];
    uint8_t MBEDTLS_PRIVATE(output_block)[PSA_HASH_MAX_SIZE];
} psa_tls12_prf_key_derivation_t;

/** Where a round of J-PAKE is. */
typedef struct psa_jpake_computation_stage_s {
    psa_jpake_round_t MBEDTLS_PRIVATE(round);
    psa_jpake_io_mode_t MBEDTLS_PRIVATE(io_mode);
    uint8_t MBEDTLS_PRIVATE(inputs);
    uint8_t MBEDTLS_PRIVATE(outputs);
    psa_pake_step_t MBEDTLS_PRIVATE(step);
} psa_jpake_computation_stage_t;

/** What a cipher does. */
typedef enum {
    /** It decrypts. */
    PSA_CRYPTO_DRIVER_DECRYPT = 0,
    /** It encrypts. */
    PSA_CRYPTO_DRIVER_ENCRYPT = 1
} psa_encrypt_or_decrypt_t;

/** An operation, of whichever driver. */
typedef union {
    /** To have one member always. */
    unsigned dummy;
    /** That of Mbed TLS. */
    mbedtls_psa_hash_operation_t mbedtls_ctx;
} psa_driver_hash_context_t;

/** An operation, of whichever driver. */
typedef union {
    /** To have one member always. */
    unsigned dummy;
    /** That of Mbed TLS. */
    mbedtls_psa_cipher_operation_t mbedtls_ctx;
} psa_driver_cipher_context_t;

/** An operation, of whichever driver. */
typedef union {
    /** To have one member always. */
    unsigned dummy;
    /** That of Mbed TLS. */
    mbedtls_psa_mac_operation_t mbedtls_ctx;
} psa_driver_mac_context_t;

/** An operation, of whichever driver. */
typedef union {
    /** To have one member always. */
    unsigned dummy;
    /** That of Mbed TLS. */
    mbedtls_psa_aead_operation_t mbedtls_ctx;
} psa_driver_aead_context_t;

/** An operation, of whichever driver. */
typedef union {
    /** To have one member always. */
    unsigned dummy;
    /** That of Mbed TLS. */
    mbedtls_psa_pake_operation_t mbedtls_ctx;
} psa_driver_pake_context_t;

/** An operation, of whichever driver. */
typedef union {
    /** To have one member always. */
    unsigned dummy;
    /** That of Mbed TLS. */
    mbedtls_psa_sign_hash_interruptible_operation_t mbedtls_ctx;
} psa_driver_sign_hash_interruptible_context_t;

/** An operation, of whichever driver. */
typedef union {
    /** To have one member always. */
    unsigned dummy;
    /** That of Mbed TLS. */
    mbedtls_psa_verify_hash_interruptible_operation_t mbedtls_ctx;
} psa_driver_verify_hash_interruptible_context_t;

/** A derivation, of whichever kind. */
typedef union {
    /** To have one member always. */
    unsigned dummy;
    psa_hkdf_key_derivation_t MBEDTLS_PRIVATE(hkdf);
    psa_tls12_prf_key_derivation_t MBEDTLS_PRIVATE(tls12_prf);
    psa_tls12_ecjpake_to_pms_t MBEDTLS_PRIVATE(tls12_ecjpake_to_pms);
} psa_driver_key_derivation_context_t;

#endif /* MBEDTLS_COMPAT_PSA_BUILTIN_H */
