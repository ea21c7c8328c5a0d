/*
 * psa/crypto.h: PSA Crypto: keys in memory and in files, and what is done with them.
 *
 * Generated from src/capi/psa/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_CRYPTO_H
#define MBEDTLS_COMPAT_PSA_CRYPTO_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/build_info.h"
#include <stddef.h>
#include <stdint.h>

typedef struct psa_aead_operation_s psa_aead_operation_s;
typedef struct psa_key_policy_s psa_key_policy_s;
typedef struct psa_key_attributes_s psa_key_attributes_s;
typedef struct psa_cipher_operation_s psa_cipher_operation_s;
typedef struct psa_hash_operation_s psa_hash_operation_s;
typedef struct psa_sign_hash_interruptible_operation_s psa_sign_hash_interruptible_operation_s;
typedef struct psa_verify_hash_interruptible_operation_s psa_verify_hash_interruptible_operation_s;
typedef struct psa_mac_operation_s psa_mac_operation_s;
typedef struct psa_key_derivation_s psa_key_derivation_s;
typedef struct psa_pake_cipher_suite_s psa_pake_cipher_suite_s;
typedef struct psa_pake_operation_s psa_pake_operation_s;
typedef struct psa_crypto_driver_pake_inputs_s psa_crypto_driver_pake_inputs_s;
typedef struct psa_custom_key_parameters_s psa_custom_key_parameters_s;
typedef struct mbedtls_psa_stats_s mbedtls_psa_stats_s;

#include "mbedtls/compat/psa_values.h"

/** `PSA_SUCCESS`, or one of the `PSA_ERROR_` codes, which are negative. */
typedef int32_t psa_status_t;

/** A key by number. */
typedef uint32_t psa_key_id_t;

/** A key by number; 0 is none. */
typedef psa_key_id_t mbedtls_svc_key_id_t;

/** An algorithm with its parameters, `PSA_ALG_...`. */
typedef uint32_t psa_algorithm_t;

/** A kind of key, `PSA_KEY_TYPE_...`. */
typedef uint16_t psa_key_type_t;

/** Authenticated encryption or decryption in pieces, or an idle one. */
typedef psa_aead_operation_s psa_aead_operation_t;

/** The length of a key, in bits. */
typedef uint16_t psa_key_bits_t;

/** Where a key is kept, and how long. 0: in memory, until it is destroyed; 1: in a file. */
typedef uint32_t psa_key_lifetime_t;

/** What a key may be used for: an OR of `PSA_KEY_USAGE_...`. */
typedef uint32_t psa_key_usage_t;

/** What a key may be used for. */
typedef psa_key_policy_s psa_key_policy_t;

/** What is said about a key. */
typedef psa_key_attributes_s psa_key_attributes_t;

/** Encryption or decryption in pieces, or an idle one. */
typedef psa_cipher_operation_s psa_cipher_operation_t;

/** A derivation at work, or an idle one. */
typedef psa_key_derivation_s psa_key_derivation_operation_t;

/** An input of a derivation, `PSA_KEY_DERIVATION_INPUT_...`. */
typedef uint16_t psa_key_derivation_step_t;

/** How a key is made, where there is a choice. */
typedef psa_custom_key_parameters_s psa_custom_key_parameters_t;

/** A key by number, as programs for early versions of the specification name it. */
typedef mbedtls_svc_key_id_t psa_key_handle_t;

/** How many keys there are in memory. */
typedef mbedtls_psa_stats_s mbedtls_psa_stats_t;

/** A running digest, or an idle one. */
typedef psa_hash_operation_s psa_hash_operation_t;

/** A signature that is being made, or none. */
typedef psa_sign_hash_interruptible_operation_s psa_sign_hash_interruptible_operation_t;

/** A signature that is being verified, or none. */
typedef psa_verify_hash_interruptible_operation_s psa_verify_hash_interruptible_operation_t;

/** A running MAC, or an idle one. */
typedef psa_mac_operation_s psa_mac_operation_t;

/** A type, a family and a length, see `PSA_PAKE_PRIMITIVE`. */
typedef uint32_t psa_pake_primitive_t;

/** A PAKE at work, or an idle one. */
typedef psa_pake_operation_s psa_pake_operation_t;

/** What a PAKE calculates with, `PSA_PAKE_PRIMITIVE_TYPE_...`. */
typedef uint8_t psa_pake_primitive_type_t;

/** A family of curves or finite fields. */
typedef uint8_t psa_pake_family_t;

/** What a PAKE is made of. */
typedef psa_pake_cipher_suite_s psa_pake_cipher_suite_t;

/** Which side of a PAKE this is, `PSA_PAKE_ROLE_...`. */
typedef uint8_t psa_pake_role_t;

/** An input or output of a PAKE, `PSA_PAKE_STEP_...`. */
typedef uint8_t psa_pake_step_t;

/** What went into a PAKE before its first step. */
typedef psa_crypto_driver_pake_inputs_s psa_crypto_driver_pake_inputs_t;

/** A family of elliptic curves, `PSA_ECC_FAMILY_...`. */
typedef uint8_t psa_ecc_family_t;

/** Where a key is inside of a secure element. */
typedef uint64_t psa_drv_slot_number_t;

/**
 * Authenticated encryption or decryption in pieces, or an idle one. Zeroed, it is idle. Its members are private.
 */
struct psa_aead_operation_s {
    /** 0: it is idle. */
    uint32_t MBEDTLS_PRIVATE(id);
    psa_algorithm_t MBEDTLS_PRIVATE(alg);
    psa_key_type_t MBEDTLS_PRIVATE(key_type);
    /** How much of the additional data is to come, if the lengths were set. */
    size_t MBEDTLS_PRIVATE(ad_remaining);
    /** How much of the text is to come, if the lengths were set. */
    size_t MBEDTLS_PRIVATE(body_remaining);
    /** What has happened. */
    uint32_t MBEDTLS_PRIVATE(flags);
    /** A `State` while `id` is not 0. */
    uint64_t MBEDTLS_PRIVATE(ctx)[54];
};

/** What a key may be used for, and with which algorithms. Its members are private. */
struct psa_key_policy_s {
    psa_key_usage_t MBEDTLS_PRIVATE(usage);
    psa_algorithm_t MBEDTLS_PRIVATE(alg);
    psa_algorithm_t MBEDTLS_PRIVATE(alg2);
};

/**
 * What is said about a key. Zeroed, it says nothing. Its members are private: see the functions whose names begin with
 * psa_set_key_ and psa_get_key_.
 */
struct psa_key_attributes_s {
    psa_key_type_t MBEDTLS_PRIVATE(type);
    psa_key_bits_t MBEDTLS_PRIVATE(bits);
    psa_key_lifetime_t MBEDTLS_PRIVATE(lifetime);
    psa_key_policy_t MBEDTLS_PRIVATE(policy);
    mbedtls_svc_key_id_t MBEDTLS_PRIVATE(id);
};

/** Encryption or decryption in pieces, or an idle one. Zeroed, it is idle. Its members are private. */
struct psa_cipher_operation_s {
    /** 0: it is idle. */
    uint32_t MBEDTLS_PRIVATE(id);
    uint8_t MBEDTLS_PRIVATE(iv_flags);
    uint8_t MBEDTLS_PRIVATE(default_iv_length);
    /** A `State` while `id` is not 0. */
    uint64_t MBEDTLS_PRIVATE(ctx)[13];
};

/** A derivation at work, or an idle one. Its members are private. */
struct psa_key_derivation_s {
    psa_algorithm_t MBEDTLS_PRIVATE(alg);
    /** Not 0: keys may come out, because a key went in. */
    uint32_t MBEDTLS_PRIVATE(can_output_key);
    size_t MBEDTLS_PRIVATE(capacity);
    uint64_t MBEDTLS_PRIVATE(ctx)[69];
};

/** How a key is made, where there is a choice. */
struct psa_custom_key_parameters_s {
    /** 0: there is none. */
    uint32_t flags;
};

/** How many keys there are in memory. Its members are private. */
struct mbedtls_psa_stats_s {
    size_t MBEDTLS_PRIVATE(volatile_slots);
    size_t MBEDTLS_PRIVATE(persistent_slots);
    size_t MBEDTLS_PRIVATE(external_slots);
    size_t MBEDTLS_PRIVATE(half_filled_slots);
    size_t MBEDTLS_PRIVATE(cache_slots);
    size_t MBEDTLS_PRIVATE(empty_slots);
    size_t MBEDTLS_PRIVATE(locked_slots);
    psa_key_id_t MBEDTLS_PRIVATE(max_open_internal_key_id);
    psa_key_id_t MBEDTLS_PRIVATE(max_open_external_key_id);
};

/** A running digest. Zeroed, it is idle. Its members are private. */
struct psa_hash_operation_s {
    uint32_t MBEDTLS_PRIVATE(id);
    /** A hasher while `id` is not 0. */
    uint64_t MBEDTLS_PRIVATE(ctx)[28];
};

/** A signature that is being made, or none. Zeroed, it is none. Its members are private. */
struct psa_sign_hash_interruptible_operation_s {
    uint32_t MBEDTLS_PRIVATE(id);
    uint32_t MBEDTLS_PRIVATE(ctx);
    /** Not 0: only psa_sign_hash_abort() helps. */
    uint32_t MBEDTLS_PRIVATE(error_occurred);
    uint32_t MBEDTLS_PRIVATE(num_ops);
};

/** A signature that is being verified, or none. Zeroed, it is none. Its members are private. */
struct psa_verify_hash_interruptible_operation_s {
    uint32_t MBEDTLS_PRIVATE(id);
    uint32_t MBEDTLS_PRIVATE(ctx);
    /** Not 0: only psa_verify_hash_abort() helps. */
    uint32_t MBEDTLS_PRIVATE(error_occurred);
    uint32_t MBEDTLS_PRIVATE(num_ops);
};

/** A running MAC. Zeroed, it is idle. Its members are private. */
struct psa_mac_operation_s {
    uint32_t MBEDTLS_PRIVATE(id);
    uint8_t MBEDTLS_PRIVATE(mac_size);
    /** Not 0: the code is written, and not compared. */
    uint8_t MBEDTLS_PRIVATE(is_sign);
    /** A `Running` while `id` is not 0. */
    uint64_t MBEDTLS_PRIVATE(ctx)[49];
};

/** A PAKE at work, or an idle one. Its members are private. */
struct psa_pake_operation_s {
    uint32_t MBEDTLS_PRIVATE(id);
    psa_algorithm_t MBEDTLS_PRIVATE(alg);
    psa_pake_primitive_t MBEDTLS_PRIVATE(primitive);
    uint8_t MBEDTLS_PRIVATE(stage);
    uint32_t MBEDTLS_PRIVATE(computation_stage)[3];
    uint64_t MBEDTLS_PRIVATE(data)[110];
};

/** What a PAKE is made of. */
struct psa_pake_cipher_suite_s {
    /** `PSA_ALG_JPAKE`. */
    psa_algorithm_t algorithm;
    /** What it calculates with. */
    psa_pake_primitive_type_t type;
    /** A family of curves or finite fields. */
    psa_pake_family_t family;
    /** Which of the family, by its length in bits. */
    uint16_t bits;
    /** The digest, `PSA_ALG_...`. */
    psa_algorithm_t hash;
};

/** What went into a PAKE before its first step. Its members are private. */
struct psa_crypto_driver_pake_inputs_s {
    uint8_t *MBEDTLS_PRIVATE(password);
    size_t MBEDTLS_PRIVATE(password_len);
    uint8_t *MBEDTLS_PRIVATE(user);
    size_t MBEDTLS_PRIVATE(user_len);
    uint8_t *MBEDTLS_PRIVATE(peer);
    size_t MBEDTLS_PRIVATE(peer_len);
    psa_key_attributes_t MBEDTLS_PRIVATE(attributes);
    psa_pake_cipher_suite_s MBEDTLS_PRIVATE(cipher_suite);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes the cryptography ready. This library is always ready: the call is welcome, and may be left out or repeated.
 *
 * \return  PSA_SUCCESS always.
 */
psa_status_t psa_crypto_init(void);

/** Undoes psa_crypto_init(): destroys every key that is in memory only. Open connections go on. */
void mbedtls_psa_crypto_free(void);

/**
 * Fills a buffer with random bytes of the operating system. Needs no psa_crypto_init().
 *
 * \param output       The buffer, owned by the caller; may be NULL if `output_size` is 0.
 * \param output_size  Its size in bytes; there is no upper limit.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_ARGUMENT: if `output` is NULL and `output_size` is not 0.
 * \return  PSA_ERROR_INSUFFICIENT_ENTROPY: if the operating system gives no randomness.
 * \return  PSA_ERROR_CORRUPTION_DETECTED: after a fault inside the library.
 */
psa_status_t psa_generate_random(uint8_t *output, size_t output_size);

/**
 * Encrypts a message and authenticates it along with additional data.
 *
 * \param key                     The key; its policy allows PSA_KEY_USAGE_ENCRYPT.
 * \param alg                     The algorithm: GCM, CCM or ChaCha20-Poly1305.
 * \param nonce                   The nonce; it must not come again with this key.
 * \param nonce_length            Its length in bytes.
 * \param additional_data         What is authenticated, and not encrypted.
 * \param additional_data_length  Its length in bytes.
 * \param plaintext               The message.
 * \param plaintext_length        Its length in bytes.
 * \param ciphertext              Where the encrypted message goes, and the tag behind it; it may be `plaintext`.
 * \param ciphertext_size         The room there in bytes.
 * \param ciphertext_length       Takes the length of both.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
 * \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here.
 * \return  PSA_ERROR_INVALID_ARGUMENT: key, nonce and algorithm do not go together, or an argument is NULL.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 */
psa_status_t psa_aead_encrypt(mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *nonce,
    size_t nonce_length, const uint8_t *additional_data, size_t additional_data_length,
    const uint8_t *plaintext, size_t plaintext_length, uint8_t *ciphertext, size_t ciphertext_size,
    size_t *ciphertext_length);

/**
 * Checks a message and its additional data, and decrypts it.
 *
 * \param key                     The key; its policy allows PSA_KEY_USAGE_DECRYPT.
 * \param alg                     The algorithm: GCM, CCM or ChaCha20-Poly1305.
 * \param nonce                   The nonce that it was encrypted with.
 * \param nonce_length            Its length in bytes.
 * \param additional_data         What was authenticated, and not encrypted.
 * \param additional_data_length  Its length in bytes.
 * \param ciphertext              The encrypted message, and the tag behind it.
 * \param ciphertext_length       The length of both in bytes.
 * \param plaintext               Where the message goes; it may be `ciphertext`.
 * \param plaintext_size          The room there in bytes.
 * \param plaintext_length        Takes the length of the message.
 *
 * \return  PSA_SUCCESS: it is authentic, and decrypted.
 * \return  PSA_ERROR_INVALID_SIGNATURE: it is not authentic; nothing is written.
 * \return  PSA_ERROR_INVALID_ARGUMENT: it is shorter than a tag; see psa_aead_encrypt() for the rest.
 */
psa_status_t psa_aead_decrypt(mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *nonce,
    size_t nonce_length, const uint8_t *additional_data, size_t additional_data_length,
    const uint8_t *ciphertext, size_t ciphertext_length, uint8_t *plaintext, size_t plaintext_size,
    size_t *plaintext_length);

/**
 * Begins encryption in pieces.
 *
 * \param operation  The operation; idle.
 * \param key        The key; its policy allows PSA_KEY_USAGE_ENCRYPT.
 * \param alg        The algorithm: GCM, CCM or ChaCha20-Poly1305.
 *
 * \return  PSA_SUCCESS: the operation waits for its nonce.
 * \return  PSA_ERROR_BAD_STATE: it runs already; it is idle now.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
 * \return  PSA_ERROR_NOT_SUPPORTED: key and algorithm do not go together here.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm does not authenticate, or has no tag of that length, or `operation`
 *          is NULL.
 */
psa_status_t psa_aead_encrypt_setup(psa_aead_operation_t *operation, mbedtls_svc_key_id_t key,
    psa_algorithm_t alg);

/**
 * Begins decryption in pieces. What comes out is not to be trusted until psa_aead_verify() has said so.
 *
 * \param operation  The operation; idle.
 * \param key        The key; its policy allows PSA_KEY_USAGE_DECRYPT.
 * \param alg        The algorithm: GCM, CCM or ChaCha20-Poly1305.
 *
 * \return  PSA_SUCCESS: the operation waits for its nonce.
 * \return  PSA_ERROR_BAD_STATE: it runs already; it is idle now. See psa_aead_encrypt_setup() for the rest.
 */
psa_status_t psa_aead_decrypt_setup(psa_aead_operation_t *operation, mbedtls_svc_key_id_t key,
    psa_algorithm_t alg);

/**
 * Makes a random nonce and uses it.
 *
 * \param operation     The operation; it encrypts, and waits for its nonce. After an error it is idle.
 * \param nonce         Where the nonce goes.
 * \param nonce_size    The room there in bytes: PSA_AEAD_NONCE_LENGTH().
 * \param nonce_length  Takes its length.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run, decrypts, or has its nonce.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 * \return  PSA_ERROR_INSUFFICIENT_ENTROPY: the operating system gives no randomness.
 * \return  PSA_ERROR_INVALID_ARGUMENT: CCM has no such nonce for so long a text, or an argument is NULL.
 */
psa_status_t psa_aead_generate_nonce(psa_aead_operation_t *operation, uint8_t *nonce, size_t nonce_size,
    size_t *nonce_length);

/**
 * Sets the nonce.
 *
 * \param operation     The operation; it waits for its nonce. After an error it is idle.
 * \param nonce         The nonce; for encryption, it must not come again with this key.
 * \param nonce_length  Its length in bytes.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run, or has its nonce.
 * \return  PSA_ERROR_INVALID_ARGUMENT: it is not a length that the algorithm has, or an argument is NULL.
 */
psa_status_t psa_aead_set_nonce(psa_aead_operation_t *operation, const uint8_t *nonce, size_t nonce_length);

/**
 * Says how much is going to come. CCM has to know; with the others, it is checked.
 *
 * \param operation         The operation; neither additional data nor text have come. After an error it is idle.
 * \param ad_length         How much additional data comes, in bytes.
 * \param plaintext_length  How much text comes, in bytes.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run, knows its lengths, or has begun.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm does not take as much, or `operation` is NULL.
 */
psa_status_t psa_aead_set_lengths(psa_aead_operation_t *operation, size_t ad_length, size_t plaintext_length);

/**
 * Takes in additional data: all of it comes before the text.
 *
 * \param operation     The operation; it has its nonce, and with CCM its lengths. After an error it is idle.
 * \param input         The next part of what is authenticated, and not encrypted.
 * \param input_length  Its length in bytes.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run, has no nonce or lengths, or text has come.
 * \return  PSA_ERROR_INVALID_ARGUMENT: it is more than was said, or an argument is NULL.
 */
psa_status_t psa_aead_update_ad(psa_aead_operation_t *operation, const uint8_t *input, size_t input_length);

/**
 * Encrypts or decrypts the next part of a text.
 *
 * \param operation      The operation; it has its nonce, with CCM its lengths, and all additional data. After an error it is
 *                       idle.
 * \param input          The part.
 * \param input_length   Its length in bytes.
 * \param output         Where the result goes; it may overlap `input`.
 * \param output_size    The room there in bytes: PSA_AEAD_UPDATE_OUTPUT_SIZE().
 * \param output_length  Takes the length of the result, which is that of `input`.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run, or has no nonce or lengths.
 * \return  PSA_ERROR_INVALID_ARGUMENT: additional data is missing, it is more text than was said or than GCM takes, or an
 *          argument is NULL.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 */
psa_status_t psa_aead_update(psa_aead_operation_t *operation, const uint8_t *input, size_t input_length,
    uint8_t *output, size_t output_size, size_t *output_length);

/**
 * Ends encryption.
 *
 * \param operation          The operation; it encrypts, and is idle afterwards.
 * \param ciphertext         Where a rest would go: there is none.
 * \param ciphertext_size    The room there in bytes.
 * \param ciphertext_length  Takes the length of the rest, 0.
 * \param tag                Where the tag goes.
 * \param tag_size           The room there in bytes.
 * \param tag_length         Takes the length of the tag.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run, decrypts, or has no nonce or lengths.
 * \return  PSA_ERROR_INVALID_ARGUMENT: it was less than was said, or an argument is NULL.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 */
psa_status_t psa_aead_finish(psa_aead_operation_t *operation, uint8_t *ciphertext, size_t ciphertext_size,
    size_t *ciphertext_length, uint8_t *tag, size_t tag_size, size_t *tag_length);

/**
 * Ends decryption, and says whether the text is authentic.
 *
 * \param operation         The operation; it decrypts, and is idle afterwards.
 * \param plaintext         Where a rest would go: there is none.
 * \param plaintext_size    The room there in bytes.
 * \param plaintext_length  Takes the length of the rest, 0.
 * \param tag               The tag.
 * \param tag_length        Its length in bytes.
 *
 * \return  PSA_SUCCESS: the text is authentic.
 * \return  PSA_ERROR_INVALID_SIGNATURE: it is not; what came out has to be thrown away.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run, encrypts, or has no nonce or lengths.
 * \return  PSA_ERROR_INVALID_ARGUMENT: it was less than was said, or an argument is NULL.
 */
psa_status_t psa_aead_verify(psa_aead_operation_t *operation, uint8_t *plaintext, size_t plaintext_size,
    size_t *plaintext_length, const uint8_t *tag, size_t tag_length);

/**
 * Ends authenticated encryption or decryption without a result.
 *
 * \param operation  The operation; it is idle afterwards.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
 */
psa_status_t psa_aead_abort(psa_aead_operation_t *operation);

/**
 * Computes the secret that two sides share.
 *
 * \param alg              The algorithm: ECDH or FFDH.
 * \param private_key      The own pair of keys; its policy allows PSA_KEY_USAGE_DERIVE.
 * \param peer_key         The other side's public key; see psa_import_key() for its format.
 * \param peer_key_length  Its length in bytes.
 * \param output           Where the secret goes. It is not uniformly random: derive keys from it.
 * \param output_size      The room there in bytes.
 * \param output_length    Takes its length.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
 * \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the keys do not go together, the algorithm is no key agreement, or an argument is
 *          NULL.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 */
psa_status_t psa_raw_key_agreement(psa_algorithm_t alg, mbedtls_svc_key_id_t private_key,
    const uint8_t *peer_key, size_t peer_key_length, uint8_t *output, size_t output_size,
    size_t *output_length);

/**
 * Encrypts a short message.
 *
 * \param key            A pair of keys or a public key; its policy allows PSA_KEY_USAGE_ENCRYPT.
 * \param alg            The algorithm: RSA with OAEP or PKCS #1 v1.5 padding.
 * \param input          The message.
 * \param input_length   Its length in bytes.
 * \param salt           The label of OAEP, or NULL.
 * \param salt_length    Its length in bytes; 0 without OAEP.
 * \param output         Where the encrypted message goes.
 * \param output_size    The room there in bytes.
 * \param output_length  Takes its length.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
 * \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the message is too long, key and algorithm do not go together, or an argument is
 *          NULL.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 * \return  PSA_ERROR_INSUFFICIENT_ENTROPY: the operating system gives no randomness.
 */
psa_status_t psa_asymmetric_encrypt(mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *input,
    size_t input_length, const uint8_t *salt, size_t salt_length, uint8_t *output, size_t output_size,
    size_t *output_length);

/**
 * Decrypts a short message.
 *
 * \param key            A pair of keys; its policy allows PSA_KEY_USAGE_DECRYPT.
 * \param alg            The algorithm: RSA with OAEP or PKCS #1 v1.5 padding.
 * \param input          The encrypted message.
 * \param input_length   Its length in bytes.
 * \param salt           The label of OAEP, or NULL.
 * \param salt_length    Its length in bytes; 0 without OAEP.
 * \param output         Where the message goes.
 * \param output_size    The room there in bytes.
 * \param output_length  Takes its length.
 *
 * \return  PSA_SUCCESS: done. With PKCS #1 v1.5 a message with a wrong padding gives other bytes, so that nobody can ask
 *          whether it was right.
 * \return  PSA_ERROR_INVALID_PADDING: it was not encrypted like that for this key.
 * \return  PSA_ERROR_INVALID_ARGUMENT: it is not as long as the key; see psa_asymmetric_encrypt() for the rest.
 */
psa_status_t psa_asymmetric_decrypt(mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *input,
    size_t input_length, const uint8_t *salt, size_t salt_length, uint8_t *output, size_t output_size,
    size_t *output_length);

/**
 * Copies what is said about a key.
 *
 * \param key         The key.
 * \param attributes  Takes it; owned by the caller.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key; after any error the attributes say nothing.
 * \return  PSA_ERROR_DATA_CORRUPT, PSA_ERROR_DATA_INVALID: its file is damaged. So say all functions that use a key.
 * \return  PSA_ERROR_NOT_SUPPORTED: its file holds a key of a type or length that is not there.
 * \return  PSA_ERROR_STORAGE_FAILURE: its file cannot be read.
 * \return  PSA_ERROR_INVALID_ARGUMENT: if `attributes` is NULL.
 */
psa_status_t psa_get_key_attributes(mbedtls_svc_key_id_t key, psa_key_attributes_t *attributes);

/**
 * Makes attributes say nothing.
 *
 * \param attributes  The attributes; NULL does nothing.
 */
void psa_reset_key_attributes(psa_key_attributes_t *attributes);

/**
 * Encrypts a message under an IV that is made for it.
 *
 * \param key            The key; its policy allows PSA_KEY_USAGE_ENCRYPT.
 * \param alg            The algorithm.
 * \param input          The message.
 * \param input_length   Its length in bytes.
 * \param output         Where the IV goes, and the encrypted message behind it; it may overlap `input`.
 * \param output_size    The room there in bytes: PSA_CIPHER_ENCRYPT_OUTPUT_SIZE().
 * \param output_length  Takes the length of both.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
 * \return  PSA_ERROR_NOT_SUPPORTED: key and algorithm do not go together here.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm is no cipher, the length is not one that it takes, or an argument is
 *          NULL.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 * \return  PSA_ERROR_INSUFFICIENT_ENTROPY: the operating system gives no randomness.
 */
psa_status_t psa_cipher_encrypt(mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *input,
    size_t input_length, uint8_t *output, size_t output_size, size_t *output_length);

/**
 * Decrypts a message that comes behind its IV.
 *
 * \param key            The key; its policy allows PSA_KEY_USAGE_DECRYPT.
 * \param alg            The algorithm.
 * \param input          The IV and the encrypted message.
 * \param input_length   The length of both in bytes.
 * \param output         Where the message goes; it may overlap `input`.
 * \param output_size    The room there in bytes: PSA_CIPHER_DECRYPT_OUTPUT_SIZE().
 * \param output_length  Takes its length.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_PADDING: the padding is not what it should be. Who tells a peer so tells more than is good.
 * \return  PSA_ERROR_INVALID_ARGUMENT: there is no whole IV; see psa_cipher_encrypt() for the rest.
 */
psa_status_t psa_cipher_decrypt(mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *input,
    size_t input_length, uint8_t *output, size_t output_size, size_t *output_length);

/**
 * Begins encryption in pieces.
 *
 * \param operation  The operation; idle.
 * \param key        The key; its policy allows PSA_KEY_USAGE_ENCRYPT.
 * \param alg        The algorithm.
 *
 * \return  PSA_SUCCESS: the operation waits for its IV, if it has one.
 * \return  PSA_ERROR_BAD_STATE: it runs already; it is idle now.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL; see psa_cipher_encrypt() for the rest.
 */
psa_status_t psa_cipher_encrypt_setup(psa_cipher_operation_t *operation, mbedtls_svc_key_id_t key,
    psa_algorithm_t alg);

/**
 * Begins decryption in pieces.
 *
 * \param operation  The operation; idle.
 * \param key        The key; its policy allows PSA_KEY_USAGE_DECRYPT.
 * \param alg        The algorithm.
 *
 * \return  PSA_SUCCESS: the operation waits for its IV, if it has one.
 * \return  PSA_ERROR_BAD_STATE: it runs already; it is idle now.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL; see psa_cipher_encrypt() for the rest.
 */
psa_status_t psa_cipher_decrypt_setup(psa_cipher_operation_t *operation, mbedtls_svc_key_id_t key,
    psa_algorithm_t alg);

/**
 * Makes a random IV and uses it.
 *
 * \param operation  The operation; it waits for its IV. After an error it is idle.
 * \param iv         Where the IV goes.
 * \param iv_size    The room there in bytes: PSA_CIPHER_IV_LENGTH().
 * \param iv_length  Takes its length.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run, has its IV, or needs none.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 * \return  PSA_ERROR_INSUFFICIENT_ENTROPY: the operating system gives no randomness.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_cipher_generate_iv(psa_cipher_operation_t *operation, uint8_t *iv, size_t iv_size,
    size_t *iv_length);

/**
 * Sets the IV.
 *
 * \param operation  The operation; it waits for its IV. After an error it is idle.
 * \param iv         The IV.
 * \param iv_length  Its length in bytes.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run, has its IV, or needs none.
 * \return  PSA_ERROR_INVALID_ARGUMENT: it is not the length that the algorithm has, or an argument is NULL.
 */
psa_status_t psa_cipher_set_iv(psa_cipher_operation_t *operation, const uint8_t *iv, size_t iv_length);

/**
 * Encrypts or decrypts the next part of a message. Where the algorithm does whole blocks, the rest waits for more.
 *
 * \param operation      The operation; it runs and has its IV. After an error it is idle.
 * \param input          The part.
 * \param input_length   Its length in bytes.
 * \param output         Where the result goes; it may overlap `input`.
 * \param output_size    The room there in bytes: PSA_CIPHER_UPDATE_OUTPUT_SIZE().
 * \param output_length  Takes the length of the result.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run, or has no IV yet.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL, or CCM* has no room for so much text.
 */
psa_status_t psa_cipher_update(psa_cipher_operation_t *operation, const uint8_t *input, size_t input_length,
    uint8_t *output, size_t output_size, size_t *output_length);

/**
 * Ends a message.
 *
 * \param operation      The operation; it runs, and is idle afterwards.
 * \param output         Where the rest goes.
 * \param output_size    The room there in bytes: PSA_CIPHER_FINISH_OUTPUT_SIZE().
 * \param output_length  Takes the length of the rest.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run, or has no IV yet.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm does whole blocks only, and it was not whole blocks; or an argument is
 *          NULL.
 * \return  PSA_ERROR_INVALID_PADDING: the padding is not what it should be. Who tells a peer so tells more than is good.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 */
psa_status_t psa_cipher_finish(psa_cipher_operation_t *operation, uint8_t *output, size_t output_size,
    size_t *output_length);

/**
 * Ends a message without a result.
 *
 * \param operation  The operation; it is idle afterwards.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
 */
psa_status_t psa_cipher_abort(psa_cipher_operation_t *operation);

/**
 * Begins a derivation.
 *
 * \param operation  The derivation; idle.
 * \param alg        HKDF, one of its halves, the PRF of TLS 1.2, its use for pre-shared keys, what TLS makes of the key of a
 *                   PAKE; or one of them behind ECDH or FFDH, see PSA_ALG_KEY_AGREEMENT().
 *
 * \return  PSA_SUCCESS: the derivation takes inputs; psa_key_derivation_abort() ends it.
 * \return  PSA_ERROR_BAD_STATE: it is at work already.
 * \return  PSA_ERROR_NOT_SUPPORTED: there is no such derivation here.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm is no derivation, or `operation` is NULL.
 */
psa_status_t psa_key_derivation_setup(psa_key_derivation_operation_t *operation, psa_algorithm_t alg);

/**
 * Tells how much may still come out.
 *
 * \param operation  The derivation.
 * \param capacity   Takes it, in bytes.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the derivation has not begun.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_key_derivation_get_capacity(const psa_key_derivation_operation_t *operation,
    size_t *capacity);

/**
 * Makes less come out than could.
 *
 * \param operation  The derivation.
 * \param capacity   How much in bytes, no more than psa_key_derivation_get_capacity() tells.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the derivation has not begun.
 * \return  PSA_ERROR_INVALID_ARGUMENT: it is more, or `operation` is NULL.
 */
psa_status_t psa_key_derivation_set_capacity(psa_key_derivation_operation_t *operation, size_t capacity);

/**
 * Puts bytes into a derivation. Keys cannot come out of one whose secret went in that way.
 *
 * \param operation    The derivation; after an error it is idle.
 * \param step         Which input it is. HKDF: a salt, which may be left out, and a secret; and the information, at any time.
 *                     HKDF-Extract: both. HKDF-Expand: the secret, as long as the digest, and the information. TLS 1.2: seed,
 *                     secret and label; for pre-shared keys another secret in front of a secret of at most 128 bytes.
 * \param data         The bytes.
 * \param data_length  How many they are.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the derivation has not begun, or it is not the time for this input.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the derivation has no such input, or none of that length, or an argument is NULL.
 */
psa_status_t psa_key_derivation_input_bytes(psa_key_derivation_operation_t *operation,
    psa_key_derivation_step_t step, const uint8_t *data, size_t data_length);

/**
 * Puts a number into a derivation. No derivation here has one.
 *
 * \param operation  The derivation; afterwards it is idle.
 * \param step       Which input it is.
 * \param value      The number.
 *
 * \return  PSA_ERROR_BAD_STATE: the derivation has not begun.
 * \return  PSA_ERROR_INVALID_ARGUMENT: it has no such input, or `operation` is NULL.
 */
psa_status_t psa_key_derivation_input_integer(psa_key_derivation_operation_t *operation,
    psa_key_derivation_step_t step, uint64_t value);

/**
 * Puts a key into a derivation. If it is the secret, keys may come out.
 *
 * \param operation  The derivation; after an error it is idle.
 * \param step       Which input it is, see psa_key_derivation_input_bytes(). A secret is a key of the type PSA_KEY_TYPE_DERIVE,
 *                   anything else one of the type PSA_KEY_TYPE_RAW_DATA.
 * \param key        The key; its policy allows PSA_KEY_USAGE_DERIVE.
 *
 * \return  As psa_key_derivation_input_bytes().
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
 * \return  PSA_ERROR_INVALID_ARGUMENT: also if its type is another one.
 */
psa_status_t psa_key_derivation_input_key(psa_key_derivation_operation_t *operation,
    psa_key_derivation_step_t step, mbedtls_svc_key_id_t key);

/**
 * Puts the secret that two sides share into a derivation; keys may come out.
 *
 * \param operation        The derivation, whose algorithm has an agreement in it. After an error other than that of
 *                         \p private_key it is idle.
 * \param step             Which input it is: PSA_KEY_DERIVATION_INPUT_SECRET or PSA_KEY_DERIVATION_INPUT_OTHER_SECRET.
 * \param private_key      The own pair of keys; its policy allows PSA_KEY_USAGE_DERIVE.
 * \param peer_key         The other side's public key; see psa_import_key() for its format.
 * \param peer_key_length  Its length in bytes.
 *
 * \return  As psa_key_derivation_input_key().
 * \return  PSA_ERROR_INVALID_ARGUMENT: also if the algorithm has no agreement in it, or the keys do not go together.
 */
psa_status_t psa_key_derivation_key_agreement(psa_key_derivation_operation_t *operation,
    psa_key_derivation_step_t step, mbedtls_svc_key_id_t private_key, const uint8_t *peer_key,
    size_t peer_key_length);

/**
 * Takes what comes out next.
 *
 * \param operation      The derivation; all its inputs went in. After an error nothing more comes out.
 * \param output         Where it goes.
 * \param output_length  How much, in bytes. What TLS makes of the key of a PAKE is taken at once: 32 bytes.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INSUFFICIENT_DATA: the capacity is smaller.
 * \return  PSA_ERROR_BAD_STATE: the derivation has not begun, or an input is missing.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the length is not that, or an argument is NULL.
 * \return  PSA_ERROR_CORRUPTION_DETECTED: the PRF of TLS 1.2 gives 255 digests and no more.
 */
psa_status_t psa_key_derivation_output_bytes(psa_key_derivation_operation_t *operation, uint8_t *output,
    size_t output_length);

/**
 * Ends a derivation, and wipes what went into it.
 *
 * \param operation  The derivation; it is idle afterwards.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
 */
psa_status_t psa_key_derivation_abort(psa_key_derivation_operation_t *operation);

/**
 * Makes a key of what comes out next, and keeps it as psa_import_key() does. A pair on a curve other than Curve25519 takes as
 * many numbers as it needs to come to a private key.
 *
 * \param attributes  Its type, length and policy; for a file also its number.
 * \param operation   The derivation; its secret went in as a key, and all its inputs did.
 * \param key         Takes the number of the key.
 *
 * \return  PSA_SUCCESS: the key is there until it is destroyed, in memory no longer than the process runs.
 * \return  PSA_ERROR_NOT_PERMITTED: the secret did not go in as a key.
 * \return  PSA_ERROR_INSUFFICIENT_DATA: the capacity is too small.
 * \return  PSA_ERROR_BAD_STATE: there is no derivation, or an input is missing.
 * \return  PSA_ERROR_INVALID_ARGUMENT: attributes contradict each other, or an argument is NULL.
 * \return  PSA_ERROR_NOT_SUPPORTED: keys of that type or length are not derived.
 * \return  PSA_ERROR_ALREADY_EXISTS: there is a file for that number.
 * \return  PSA_ERROR_STORAGE_FAILURE, PSA_ERROR_INSUFFICIENT_STORAGE: the file cannot be written.
 * \return  PSA_ERROR_INSUFFICIENT_MEMORY: there are too many keys.
 */
psa_status_t psa_key_derivation_output_key(const psa_key_attributes_t *attributes,
    psa_key_derivation_operation_t *operation, mbedtls_svc_key_id_t *key);

/**
 * Makes a key of what comes out next; see psa_key_derivation_output_key().
 *
 * \param attributes          As there.
 * \param operation           As there.
 * \param custom              How it is made; there is no choice, so that `flags` is 0.
 * \param custom_data         Not read; there is none.
 * \param custom_data_length  0.
 * \param key                 As there.
 *
 * \return  As there.
 * \return  PSA_ERROR_INVALID_ARGUMENT: also if a choice is asked for, or `custom` is NULL.
 */
psa_status_t psa_key_derivation_output_key_custom(const psa_key_attributes_t *attributes,
    psa_key_derivation_operation_t *operation, const psa_custom_key_parameters_t *custom,
    const uint8_t *custom_data, size_t custom_data_length, mbedtls_svc_key_id_t *key);

/**
 * Makes a key of what comes out next; see psa_key_derivation_output_key().
 *
 * \param attributes          As there.
 * \param operation           As there.
 * \param params              How it is made; there is no choice, so that `flags` is 0.
 * \param params_data_length  The length of what is behind the flags, 0.
 * \param key                 As there.
 *
 * \return  As there.
 * \return  PSA_ERROR_INVALID_ARGUMENT: also if a choice is asked for, or `params` is NULL.
 */
psa_status_t psa_key_derivation_output_key_ext(const psa_key_attributes_t *attributes,
    psa_key_derivation_operation_t *operation, const psa_key_production_parameters_t *params,
    size_t params_data_length, mbedtls_svc_key_id_t *key);

/**
 * Opens a key, as programs for early versions of the specification do.
 *
 * \param key     The number of the key.
 * \param handle  Takes the same number; 0 if there is no such key.
 *
 * \return  PSA_SUCCESS: it is there.
 * \return  PSA_ERROR_DOES_NOT_EXIST: it is not.
 * \return  PSA_ERROR_DATA_CORRUPT, PSA_ERROR_DATA_INVALID, PSA_ERROR_STORAGE_FAILURE: its file is damaged, or cannot be read.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `handle` is NULL.
 */
psa_status_t psa_open_key(mbedtls_svc_key_id_t key, psa_key_handle_t *handle);

/**
 * Closes a key: one that is kept in a file can be opened again, another one is destroyed.
 *
 * \param handle  The key; 0 does nothing.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key in memory.
 */
psa_status_t psa_close_key(psa_key_handle_t handle);

/**
 * Makes a random key as psa_generate_key() does, with a choice of how.
 *
 * \param attributes          Its type, length and policy; for a file also its number.
 * \param custom              No flags.
 * \param custom_data         For a pair of RSA keys, the public exponent, the highest byte first. May be NULL if
 *                            `custom_data_length` is 0.
 * \param custom_data_length  Its length in bytes; 0 for what psa_generate_key() takes, and for other types.
 * \param key                 Takes the number of the key.
 *
 * \return  PSA_SUCCESS: the key is there.
 * \return  PSA_ERROR_INVALID_ARGUMENT: there are flags, the exponent is even or under 3, the type has no choice, or an
 *          argument is NULL; see psa_generate_key() for the rest.
 * \return  PSA_ERROR_NOT_SUPPORTED: the exponent is over 2^31 - 1, or written with more than 4 bytes.
 */
psa_status_t psa_generate_key_custom(const psa_key_attributes_t *attributes,
    const psa_custom_key_parameters_t *custom, const uint8_t *custom_data, size_t custom_data_length,
    mbedtls_svc_key_id_t *key);

/**
 * As psa_generate_key_custom(), with flags and data in one place.
 *
 * \param attributes          Its type, length and policy; for a file also its number.
 * \param params              Flags and data.
 * \param params_data_length  The length of the data in bytes.
 * \param key                 Takes the number of the key.
 *
 * \return  The codes of psa_generate_key_custom().
 */
psa_status_t psa_generate_key_ext(const psa_key_attributes_t *attributes,
    const psa_key_production_parameters_t *params, size_t params_data_length, mbedtls_svc_key_id_t *key);

/**
 * Tells how many keys there are in memory.
 *
 * \param stats  Takes the numbers; NULL does nothing.
 */
void mbedtls_psa_get_stats(mbedtls_psa_stats_t *stats);

/**
 * Whether digests can be computed: always.
 *
 * \param hash_alg  Any algorithm: it is not looked at.
 *
 * \return  1.
 */
int psa_can_do_hash(psa_algorithm_t hash_alg);

/**
 * Whether ciphers work: always.
 *
 * \param key_type    Any type: it is not looked at.
 * \param cipher_alg  Any algorithm: it is not looked at.
 *
 * \return  1.
 */
int psa_can_do_cipher(psa_key_type_t key_type, psa_algorithm_t cipher_alg);

/**
 * Makes the random number generator take new entropy before its next draw. Here the operating system gives every draw.
 *
 * \return  PSA_SUCCESS always.
 */
psa_status_t psa_random_deplete(void);

/**
 * Makes the random number generator take new entropy now. Here the operating system gives every draw: what is given is
 * checked, and not used.
 *
 * \param perso       What is mixed in. May be NULL if `perso_size` is 0.
 * \param perso_size  Its length in bytes, at most 336.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_NOT_SUPPORTED: it is longer.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `perso` is NULL, and `perso_size` is not 0.
 */
psa_status_t psa_random_reseed(const uint8_t *perso, size_t perso_size);

/**
 * Makes the random number generator take new entropy before each draw, or not. Here the operating system gives every draw.
 *
 * \param enabled  0 or 1.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_ARGUMENT: it is another number.
 */
psa_status_t psa_random_set_prediction_resistance(unsigned int enabled);

/**
 * Computes a digest.
 *
 * \param alg           The algorithm.
 * \param input         The message.
 * \param input_length  Its length in bytes.
 * \param hash          Where the digest goes.
 * \param hash_size     The room there in bytes.
 * \param hash_length   Takes the length of the digest.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_NOT_SUPPORTED: the algorithm is a digest that is not here.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm is no digest, or an argument is NULL.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 */
psa_status_t psa_hash_compute(psa_algorithm_t alg, const uint8_t *input, size_t input_length, uint8_t *hash,
    size_t hash_size, size_t *hash_length);

/**
 * Compares the digest of a message with another one, in a time that does not tell where they differ.
 *
 * \param alg           The algorithm.
 * \param input         The message.
 * \param input_length  Its length in bytes.
 * \param hash          The other digest.
 * \param hash_length   Its length in bytes.
 *
 * \return  PSA_SUCCESS: they are equal.
 * \return  PSA_ERROR_INVALID_SIGNATURE: they are not.
 * \return  PSA_ERROR_NOT_SUPPORTED: the algorithm is a digest that is not here.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm is no digest, or an argument is NULL.
 */
psa_status_t psa_hash_compare(psa_algorithm_t alg, const uint8_t *input, size_t input_length,
    const uint8_t *hash, size_t hash_length);

/**
 * Begins a digest.
 *
 * \param operation  The operation; idle.
 * \param alg        The algorithm.
 *
 * \return  PSA_SUCCESS: the operation runs; psa_hash_finish(), psa_hash_verify() or psa_hash_abort() end it.
 * \return  PSA_ERROR_BAD_STATE: it runs already; it is idle now.
 * \return  PSA_ERROR_NOT_SUPPORTED: the algorithm is a digest that is not here.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm is no digest, or `operation` is NULL.
 */
psa_status_t psa_hash_setup(psa_hash_operation_t *operation, psa_algorithm_t alg);

/**
 * Adds to a message.
 *
 * \param operation     The operation; it runs. After an error it is idle.
 * \param input         What is added.
 * \param input_length  Its length in bytes.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_hash_update(psa_hash_operation_t *operation, const uint8_t *input, size_t input_length);

/**
 * Ends a digest and writes it.
 *
 * \param operation    The operation; it runs, and is idle afterwards.
 * \param hash         Where the digest goes.
 * \param hash_size    The room there in bytes.
 * \param hash_length  Takes the length of the digest.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_hash_finish(psa_hash_operation_t *operation, uint8_t *hash, size_t hash_size,
    size_t *hash_length);

/**
 * Ends a digest and compares it with another one, in a time that does not tell where they differ.
 *
 * \param operation    The operation; it runs, and is idle afterwards.
 * \param hash         The other digest.
 * \param hash_length  Its length in bytes.
 *
 * \return  PSA_SUCCESS: they are equal.
 * \return  PSA_ERROR_INVALID_SIGNATURE: they are not.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_hash_verify(psa_hash_operation_t *operation, const uint8_t *hash, size_t hash_length);

/**
 * Ends a digest without a result.
 *
 * \param operation  The operation; it is idle afterwards.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
 */
psa_status_t psa_hash_abort(psa_hash_operation_t *operation);

/**
 * Copies a running digest.
 *
 * \param source_operation  The operation; it runs, and goes on.
 * \param target_operation  The copy; idle before.
 *
 * \return  PSA_SUCCESS: both run.
 * \return  PSA_ERROR_BAD_STATE: the one does not run, or the other does, and goes on.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_hash_clone(const psa_hash_operation_t *source_operation,
    psa_hash_operation_t *target_operation);

/**
 * Sets how much is done at once in an operation of small steps. There is none here that would ask.
 *
 * \param max_ops  The limit, in units of no fixed size; PSA_INTERRUPTIBLE_MAX_OPS_UNLIMITED for none.
 */
void psa_interruptible_set_max_ops(uint32_t max_ops);

/**
 * What psa_interruptible_set_max_ops() has set.
 *
 * \return  The limit.
 */
uint32_t psa_interruptible_get_max_ops(void);

/**
 * Begins to sign a hash in small steps: no key does. psa_sign_hash() signs at once.
 *
 * \param operation    The operation; none is begun.
 * \param key          A pair of keys; its policy allows PSA_KEY_USAGE_SIGN_HASH.
 * \param alg          The algorithm.
 * \param hash         The hash.
 * \param hash_length  Its length in bytes.
 *
 * \return  PSA_ERROR_NOT_SUPPORTED: everything is in order, but for this.
 * \return  PSA_ERROR_BAD_STATE: a call has failed, and psa_sign_hash_abort() did not follow.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
 * \return  PSA_ERROR_INVALID_ARGUMENT: it is no pair, the algorithm is for policies only, or an argument is NULL.
 */
psa_status_t psa_sign_hash_start(psa_sign_hash_interruptible_operation_t *operation, mbedtls_svc_key_id_t key,
    psa_algorithm_t alg, const uint8_t *hash, size_t hash_length);

/**
 * Goes on signing: nothing was begun.
 *
 * \param operation         The operation.
 * \param signature         Where the signature would go.
 * \param signature_size    The room there in bytes.
 * \param signature_length  Takes 0.
 *
 * \return  PSA_ERROR_BAD_STATE: nothing was begun.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_sign_hash_complete(psa_sign_hash_interruptible_operation_t *operation, uint8_t *signature,
    size_t signature_size, size_t *signature_length);

/**
 * Ends signing without a result.
 *
 * \param operation  The operation; another one may begin in it.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
 */
psa_status_t psa_sign_hash_abort(psa_sign_hash_interruptible_operation_t *operation);

/**
 * How much work a signature has taken so far.
 *
 * \param operation  The operation.
 *
 * \return  In the units of psa_interruptible_set_max_ops(); 0 for NULL.
 */
uint32_t psa_sign_hash_get_num_ops(const psa_sign_hash_interruptible_operation_t *operation);

/**
 * Begins to verify a signature in small steps: with no key. psa_verify_hash() verifies at once.
 *
 * \param operation         The operation; none is begun.
 * \param key               A pair of keys or a public key; its policy allows PSA_KEY_USAGE_VERIFY_HASH.
 * \param alg               The algorithm.
 * \param hash              The hash.
 * \param hash_length       Its length in bytes.
 * \param signature         The signature.
 * \param signature_length  Its length in bytes.
 *
 * \return  PSA_ERROR_NOT_SUPPORTED: everything is in order, but for this.
 * \return  PSA_ERROR_BAD_STATE: a call has failed, and psa_verify_hash_abort() did not follow.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm is for policies only, or an argument is NULL.
 */
psa_status_t psa_verify_hash_start(psa_verify_hash_interruptible_operation_t *operation,
    mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *hash, size_t hash_length,
    const uint8_t *signature, size_t signature_length);

/**
 * Goes on verifying: nothing was begun.
 *
 * \param operation  The operation.
 *
 * \return  PSA_ERROR_BAD_STATE: nothing was begun.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
 */
psa_status_t psa_verify_hash_complete(psa_verify_hash_interruptible_operation_t *operation);

/**
 * Ends verifying without a result.
 *
 * \param operation  The operation; another one may begin in it.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
 */
psa_status_t psa_verify_hash_abort(psa_verify_hash_interruptible_operation_t *operation);

/**
 * How much work a verification has taken so far.
 *
 * \param operation  The operation.
 *
 * \return  In the units of psa_interruptible_set_max_ops(); 0 for NULL.
 */
uint32_t psa_verify_hash_get_num_ops(const psa_verify_hash_interruptible_operation_t *operation);

/**
 * Keeps a key that is given: in memory or, if the attributes say so, in a file of the working directory.
 *
 * \param attributes   Its type and policy; its length, or 0 for what the data says; for a file also its number, which is
 *                     PSA_KEY_ID_USER_MIN to PSA_KEY_ID_USER_MAX.
 * \param data         The key in the format of its type: a number of fixed length for a pair on a curve, an uncompressed
 *                     point or a coordinate for a public one, the DER of PKCS #1 for RSA, the bytes of others.
 * \param data_length  Its length in bytes.
 * \param key          Takes the number of the key.
 *
 * \return  PSA_SUCCESS: the key is there until it is destroyed, in memory no longer than the process runs.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the data is no key of that type, attributes contradict each other, or an argument
 *          is NULL.
 * \return  PSA_ERROR_NOT_SUPPORTED: there are no keys of that type or length.
 * \return  PSA_ERROR_ALREADY_EXISTS: there is a file for that number.
 * \return  PSA_ERROR_STORAGE_FAILURE, PSA_ERROR_INSUFFICIENT_STORAGE: the file cannot be written.
 * \return  PSA_ERROR_INSUFFICIENT_MEMORY: there are too many keys.
 */
psa_status_t psa_import_key(const psa_key_attributes_t *attributes, const uint8_t *data, size_t data_length,
    mbedtls_svc_key_id_t *key);

/**
 * Makes a random key, and keeps it as psa_import_key() does.
 *
 * \param attributes  Its type, length and policy; for a file also its number. An RSA key has the public exponent 65537.
 * \param key         Takes the number of the key.
 *
 * \return  PSA_SUCCESS: the key is there until it is destroyed, in memory no longer than the process runs.
 * \return  PSA_ERROR_INVALID_ARGUMENT: attributes contradict each other, or an argument is NULL.
 * \return  PSA_ERROR_NOT_SUPPORTED: there are no keys of that type or length.
 * \return  PSA_ERROR_INSUFFICIENT_ENTROPY: the operating system gives no randomness.
 * \return  PSA_ERROR_ALREADY_EXISTS: there is a file for that number.
 * \return  PSA_ERROR_STORAGE_FAILURE, PSA_ERROR_INSUFFICIENT_STORAGE: the file cannot be written.
 * \return  PSA_ERROR_INSUFFICIENT_MEMORY: there are too many keys.
 */
psa_status_t psa_generate_key(const psa_key_attributes_t *attributes, mbedtls_svc_key_id_t *key);

/**
 * Makes a key of another one, with both policies, and keeps it as psa_import_key() does.
 *
 * \param source_key  The other one; its policy allows PSA_KEY_USAGE_COPY.
 * \param attributes  The policy; for a file also the number; type and length are 0, or those of the other key.
 * \param target_key  Takes the number of the key.
 *
 * \return  PSA_SUCCESS: the key is there until it is destroyed, in memory no longer than the process runs.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: the other key's policy does not allow it.
 * \return  PSA_ERROR_INVALID_ARGUMENT: attributes contradict each other or the other key, the policies have no algorithm
 *          in common, or an argument is NULL.
 * \return  PSA_ERROR_ALREADY_EXISTS: there is a file for that number.
 * \return  PSA_ERROR_STORAGE_FAILURE, PSA_ERROR_INSUFFICIENT_STORAGE: the file cannot be written.
 * \return  PSA_ERROR_INSUFFICIENT_MEMORY: there are too many keys.
 */
psa_status_t psa_copy_key(mbedtls_svc_key_id_t source_key, const psa_key_attributes_t *attributes,
    mbedtls_svc_key_id_t *target_key);

/**
 * Forgets a key, wipes it, and removes its file.
 *
 * \param key  The key; 0 does nothing.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its file says that it is for reading only.
 * \return  PSA_ERROR_DATA_CORRUPT, PSA_ERROR_DATA_INVALID: its file is damaged, and stays.
 * \return  PSA_ERROR_STORAGE_FAILURE: its file cannot be read or removed.
 */
psa_status_t psa_destroy_key(mbedtls_svc_key_id_t key);

/**
 * Wipes a key in memory that can be read again from its file, and will be when it is asked for. A key that is in memory
 * only stays.
 *
 * \param key  The key.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_HANDLE: `key` is 0.
 * \return  PSA_ERROR_DOES_NOT_EXIST: there is no such key in memory.
 */
psa_status_t psa_purge_key(mbedtls_svc_key_id_t key);

/**
 * Writes a key in the format of its type; see psa_import_key().
 *
 * \param key          The key; unless it is a public one, its policy allows PSA_KEY_USAGE_EXPORT.
 * \param data         Where it goes.
 * \param data_size    The room there in bytes.
 * \param data_length  Takes its length.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_export_key(mbedtls_svc_key_id_t key, uint8_t *data, size_t data_size, size_t *data_length);

/**
 * Writes the public key of a pair, or a public key; see psa_import_key().
 *
 * \param key          The key.
 * \param data         Where it goes.
 * \param data_size    The room there in bytes.
 * \param data_length  Takes its length.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_INVALID_ARGUMENT: it has no public key, or an argument is NULL.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 */
psa_status_t psa_export_public_key(mbedtls_svc_key_id_t key, uint8_t *data, size_t data_size,
    size_t *data_length);

/**
 * Computes the code of a message.
 *
 * \param key           The key; its policy allows PSA_KEY_USAGE_SIGN_MESSAGE.
 * \param alg           The algorithm: HMAC or CMAC.
 * \param input         The message.
 * \param input_length  Its length in bytes.
 * \param mac           Where the code goes.
 * \param mac_size      The room there in bytes.
 * \param mac_length    Takes the length of the code.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
 * \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here, or the code is under 4 bytes.
 * \return  PSA_ERROR_INVALID_ARGUMENT: key and algorithm do not go together, or an argument is NULL.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 */
psa_status_t psa_mac_compute(mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *input,
    size_t input_length, uint8_t *mac, size_t mac_size, size_t *mac_length);

/**
 * Compares the code of a message with another one, in a time that does not tell where they differ.
 *
 * \param key           The key; its policy allows PSA_KEY_USAGE_VERIFY_MESSAGE.
 * \param alg           The algorithm: HMAC or CMAC.
 * \param input         The message.
 * \param input_length  Its length in bytes.
 * \param mac           The other code.
 * \param mac_length    Its length in bytes.
 *
 * \return  PSA_SUCCESS: they are equal.
 * \return  PSA_ERROR_INVALID_SIGNATURE: they are not.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
 * \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here, or the code is under 4 bytes.
 * \return  PSA_ERROR_INVALID_ARGUMENT: key and algorithm do not go together, or an argument is NULL.
 */
psa_status_t psa_mac_verify(mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *input,
    size_t input_length, const uint8_t *mac, size_t mac_length);

/**
 * Begins a code that is going to be written.
 *
 * \param operation  The operation; idle.
 * \param key        The key; its policy allows PSA_KEY_USAGE_SIGN_MESSAGE.
 * \param alg        The algorithm: HMAC or CMAC.
 *
 * \return  PSA_SUCCESS: the operation runs; psa_mac_sign_finish() or psa_mac_abort() end it.
 * \return  PSA_ERROR_BAD_STATE: it runs already; it is idle now.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL; see psa_mac_compute() for the rest.
 */
psa_status_t psa_mac_sign_setup(psa_mac_operation_t *operation, mbedtls_svc_key_id_t key,
    psa_algorithm_t alg);

/**
 * Begins a code that is going to be compared.
 *
 * \param operation  The operation; idle.
 * \param key        The key; its policy allows PSA_KEY_USAGE_VERIFY_MESSAGE.
 * \param alg        The algorithm: HMAC or CMAC.
 *
 * \return  PSA_SUCCESS: the operation runs; psa_mac_verify_finish() or psa_mac_abort() end it.
 * \return  PSA_ERROR_BAD_STATE: it runs already; it is idle now.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL; see psa_mac_verify() for the rest.
 */
psa_status_t psa_mac_verify_setup(psa_mac_operation_t *operation, mbedtls_svc_key_id_t key,
    psa_algorithm_t alg);

/**
 * Adds to a message.
 *
 * \param operation     The operation; it runs. After an error it is idle.
 * \param input         What is added.
 * \param input_length  Its length in bytes.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_mac_update(psa_mac_operation_t *operation, const uint8_t *input, size_t input_length);

/**
 * Ends a code and writes it.
 *
 * \param operation   The operation, begun by psa_mac_sign_setup(); idle afterwards.
 * \param mac         Where the code goes.
 * \param mac_size    The room there in bytes.
 * \param mac_length  Takes the length of the code.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run, or is one that compares.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_mac_sign_finish(psa_mac_operation_t *operation, uint8_t *mac, size_t mac_size,
    size_t *mac_length);

/**
 * Ends a code and compares it with another one, in a time that does not tell where they differ.
 *
 * \param operation   The operation, begun by psa_mac_verify_setup(); idle afterwards.
 * \param mac         The other code.
 * \param mac_length  Its length in bytes.
 *
 * \return  PSA_SUCCESS: they are equal.
 * \return  PSA_ERROR_INVALID_SIGNATURE: they are not.
 * \return  PSA_ERROR_BAD_STATE: the operation does not run, or is one that writes.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_mac_verify_finish(psa_mac_operation_t *operation, const uint8_t *mac, size_t mac_length);

/**
 * Ends a code without a result.
 *
 * \param operation  The operation; it is idle afterwards.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
 */
psa_status_t psa_mac_abort(psa_mac_operation_t *operation);

/**
 * Begins to derive a key from a password.
 *
 * \param operation     The operation; idle.
 * \param cipher_suite  What it is made of: PSA_ALG_JPAKE over the curve PSA_ECC_FAMILY_SECP_R1 of 256 bits with
 *                      PSA_ALG_SHA_256. Others are refused at the first step.
 *
 * \return  PSA_SUCCESS: the operation takes password and names; psa_pake_abort() ends it.
 * \return  PSA_ERROR_BAD_STATE: it is at work already. After any error it is idle.
 * \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm is no PAKE, the digest is none, or an argument is NULL.
 */
psa_status_t psa_pake_setup(psa_pake_operation_t *operation, const psa_pake_cipher_suite_t *cipher_suite);

/**
 * Gives an operation its password.
 *
 * \param operation  The operation, before its first step; after an error it is idle.
 * \param password   A key of the type PSA_KEY_TYPE_PASSWORD or PSA_KEY_TYPE_PASSWORD_HASH; its policy allows
 *                   PSA_KEY_USAGE_DERIVE with PSA_ALG_JPAKE.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation is idle, or beyond its first step.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
 * \return  PSA_ERROR_INVALID_ARGUMENT: its type is another one, or `operation` is NULL.
 */
psa_status_t psa_pake_set_password_key(psa_pake_operation_t *operation, mbedtls_svc_key_id_t password);

/**
 * Gives an operation one's own name.
 *
 * \param operation    The operation, before its first step; after an error it is idle.
 * \param user_id      The name, without a NUL: "client" or "server". Others are refused at the first step.
 * \param user_id_len  Its length in bytes.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation is idle, or beyond its first step, or has such a name.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the name is empty, or an argument is NULL.
 */
psa_status_t psa_pake_set_user(psa_pake_operation_t *operation, const uint8_t *user_id, size_t user_id_len);

/**
 * Gives an operation the peer's name.
 *
 * \param operation    The operation, before its first step; after an error it is idle.
 * \param peer_id      The name, without a NUL: "server" or "client". Others are refused at the first step.
 * \param peer_id_len  Its length in bytes.
 *
 * \return  As psa_pake_set_user().
 */
psa_status_t psa_pake_set_peer(psa_pake_operation_t *operation, const uint8_t *peer_id, size_t peer_id_len);

/**
 * Gives an operation its role. In J-PAKE there are none, and nothing needs to be said.
 *
 * \param operation  The operation, before its first step; after an error it is idle.
 * \param role       PSA_PAKE_ROLE_NONE.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: the operation is idle, or beyond its first step.
 * \return  PSA_ERROR_INVALID_ARGUMENT: there is no such role, or `operation` is NULL.
 */
psa_status_t psa_pake_set_role(psa_pake_operation_t *operation, psa_pake_role_t role);

/**
 * Takes what is to be sent to the peer. First come two keys, and the peer's two before or after them; then one of each.
 *
 * \param operation      The operation; after an error it is idle.
 * \param step           PSA_PAKE_STEP_KEY_SHARE, PSA_PAKE_STEP_ZK_PUBLIC and PSA_PAKE_STEP_ZK_PROOF for each key, in this order.
 * \param output         Where it goes.
 * \param output_size    The room there in bytes; see PSA_PAKE_OUTPUT_SIZE().
 * \param output_length  Takes its length.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: it is not the time for this step, or password or names are missing.
 * \return  PSA_ERROR_NOT_SUPPORTED: names or what the operation is made of are others than those here.
 * \return  PSA_ERROR_INVALID_ARGUMENT: there is no such step, `output_size` is 0, or an argument is NULL.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 * \return  PSA_ERROR_DATA_INVALID: the password is 0 as a number of the curve, or the keys add up to nothing.
 * \return  PSA_ERROR_INSUFFICIENT_ENTROPY: the operating system gives no randomness.
 */
psa_status_t psa_pake_output(psa_pake_operation_t *operation, psa_pake_step_t step, uint8_t *output,
    size_t output_size, size_t *output_length);

/**
 * Puts in what the peer sent.
 *
 * \param operation     The operation; after an error it is idle.
 * \param step          See psa_pake_output().
 * \param input         What was sent for it.
 * \param input_length  Its length in bytes.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: it is not the time for this step, or password or names are missing.
 * \return  PSA_ERROR_NOT_SUPPORTED: names or what the operation is made of are others than those here.
 * \return  PSA_ERROR_INVALID_ARGUMENT: there is no such step, `input_length` is 0 or too large, or an argument is NULL.
 * \return  PSA_ERROR_DATA_INVALID: what was sent is no key, or its proof is none. The last proof of a round tells.
 */
psa_status_t psa_pake_input(psa_pake_operation_t *operation, psa_pake_step_t step, const uint8_t *input,
    size_t input_length);

/**
 * Puts the key that both sides have into a derivation, as its secret. The key is the same on both sides only if the passwords are:
 * what is made of it has to show that.
 *
 * \param operation  The operation, after its last step; it is idle afterwards.
 * \param output     The derivation; it has begun, with PSA_ALG_TLS12_ECJPAKE_TO_PMS for instance. After an error it is idle.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: steps are missing, or the derivation has not begun.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the derivation takes no such secret, or an argument is NULL.
 */
psa_status_t psa_pake_get_implicit_key(psa_pake_operation_t *operation,
    psa_key_derivation_operation_t *output);

/**
 * Ends an operation, and wipes what is in it.
 *
 * \param operation  The operation; it is idle afterwards.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
 */
psa_status_t psa_pake_abort(psa_pake_operation_t *operation);

/**
 * Tells the length of the password.
 *
 * \param inputs        The inputs.
 * \param password_len  Takes it, in bytes.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: there is none.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_crypto_driver_pake_get_password_len(const psa_crypto_driver_pake_inputs_t *inputs,
    size_t *password_len);

/**
 * Copies the password.
 *
 * \param inputs         The inputs.
 * \param buffer         Where it goes.
 * \param buffer_size    The room there in bytes.
 * \param buffer_length  Takes its length.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: there is none.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_crypto_driver_pake_get_password(const psa_crypto_driver_pake_inputs_t *inputs,
    uint8_t *buffer, size_t buffer_size, size_t *buffer_length);

/**
 * Tells the length of one's own name.
 *
 * \param inputs    The inputs.
 * \param user_len  Takes it, in bytes.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: there is none.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_crypto_driver_pake_get_user_len(const psa_crypto_driver_pake_inputs_t *inputs,
    size_t *user_len);

/**
 * Copies one's own name.
 *
 * \param inputs        The inputs.
 * \param user_id       Where it goes.
 * \param user_id_size  The room there in bytes.
 * \param user_id_len   Takes its length.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: there is none.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_crypto_driver_pake_get_user(const psa_crypto_driver_pake_inputs_t *inputs, uint8_t *user_id,
    size_t user_id_size, size_t *user_id_len);

/**
 * Tells the length of the peer's name.
 *
 * \param inputs    The inputs.
 * \param peer_len  Takes it, in bytes.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: there is none.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_crypto_driver_pake_get_peer_len(const psa_crypto_driver_pake_inputs_t *inputs,
    size_t *peer_len);

/**
 * Copies the peer's name.
 *
 * \param inputs          The inputs.
 * \param peer_id         Where it goes.
 * \param peer_id_size    The room there in bytes.
 * \param peer_id_length  Takes its length.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: there is none.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_crypto_driver_pake_get_peer(const psa_crypto_driver_pake_inputs_t *inputs, uint8_t *peer_id,
    size_t peer_id_size, size_t *peer_id_length);

/**
 * Copies what the PAKE is made of.
 *
 * \param inputs              The inputs.
 * \param cipher_suite  Takes it.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_BAD_STATE: it is not known yet.
 * \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
 */
psa_status_t psa_crypto_driver_pake_get_cipher_suite(const psa_crypto_driver_pake_inputs_t *inputs,
    psa_pake_cipher_suite_t *cipher_suite);

/**
 * Signs a hash.
 *
 * \param key               A pair of keys; its policy allows PSA_KEY_USAGE_SIGN_HASH.
 * \param alg               The algorithm: RSA with PKCS #1 v1.5 or PSS padding, ECDSA.
 * \param hash              The hash.
 * \param hash_length       Its length in bytes.
 * \param signature         Where the signature goes. One of ECDSA is two numbers of fixed length.
 * \param signature_size    The room there in bytes.
 * \param signature_length  Takes the length of the signature.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
 * \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here.
 * \return  PSA_ERROR_INVALID_ARGUMENT: key, hash and algorithm do not go together, or an argument is NULL.
 * \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
 * \return  PSA_ERROR_INSUFFICIENT_ENTROPY: the operating system gives no randomness.
 */
psa_status_t psa_sign_hash(mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *hash,
    size_t hash_length, uint8_t *signature, size_t signature_size, size_t *signature_length);

/**
 * Signs a message.
 *
 * \param key               A pair of keys; its policy allows PSA_KEY_USAGE_SIGN_MESSAGE.
 * \param alg               The algorithm, with a digest.
 * \param input             The message.
 * \param input_length      Its length in bytes.
 * \param signature         Where the signature goes.
 * \param signature_size    The room there in bytes.
 * \param signature_length  Takes the length of the signature.
 *
 * \return  PSA_SUCCESS: done.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm names no digest; see psa_sign_hash() for the rest.
 */
psa_status_t psa_sign_message(mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *input,
    size_t input_length, uint8_t *signature, size_t signature_size, size_t *signature_length);

/**
 * Verifies a signature over a hash.
 *
 * \param key               A pair of keys or a public key; its policy allows PSA_KEY_USAGE_VERIFY_HASH.
 * \param alg               The algorithm: RSA with PKCS #1 v1.5 or PSS padding, ECDSA.
 * \param hash              The hash.
 * \param hash_length       Its length in bytes.
 * \param signature         The signature.
 * \param signature_length  Its length in bytes.
 *
 * \return  PSA_SUCCESS: it is one of this key over this hash.
 * \return  PSA_ERROR_INVALID_SIGNATURE: it is not.
 * \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
 * \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
 * \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here.
 * \return  PSA_ERROR_INVALID_ARGUMENT: key, hash and algorithm do not go together, or an argument is NULL.
 */
psa_status_t psa_verify_hash(mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *hash,
    size_t hash_length, const uint8_t *signature, size_t signature_length);

/**
 * Verifies a signature over a message.
 *
 * \param key               A pair of keys or a public key; its policy allows PSA_KEY_USAGE_VERIFY_MESSAGE.
 * \param alg               The algorithm, with a digest.
 * \param input             The message.
 * \param input_length      Its length in bytes.
 * \param signature         The signature.
 * \param signature_length  Its length in bytes.
 *
 * \return  PSA_SUCCESS: it is one of this key over this message.
 * \return  PSA_ERROR_INVALID_SIGNATURE: it is not.
 * \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm names no digest; see psa_verify_hash() for the rest.
 */
psa_status_t psa_verify_message(mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *input,
    size_t input_length, const uint8_t *signature, size_t signature_length);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "mbedtls/compat/psa_inline.h"

#endif /* MBEDTLS_COMPAT_PSA_CRYPTO_H */
