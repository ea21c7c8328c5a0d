/*
 * psa/crypto_se_driver.h: the types of drivers of secure elements. There is nothing to register one with, as in Debian's Mbed TLS.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_CRYPTO_SE_DRIVER_H
#define MBEDTLS_COMPAT_PSA_CRYPTO_SE_DRIVER_H

#include "mbedtls/private_access.h"
#include "psa/crypto.h"

/** The version of these types. */
#define PSA_DRV_SE_HAL_VERSION 0x00000005

/** Where a key is inside of a secure element. */
typedef uint64_t psa_key_slot_number_t;

/** How a key comes to be. */
typedef enum {
    /** It is given. */
    PSA_KEY_CREATION_IMPORT = 0,
    /** It is random. */
    PSA_KEY_CREATION_GENERATE = 1,
    /** It is derived. */
    PSA_KEY_CREATION_DERIVE = 2,
    /** It is copied. */
    PSA_KEY_CREATION_COPY = 3,
    /** It is there already. */
    PSA_KEY_CREATION_REGISTER = 4
} psa_key_creation_method_t;

/** A secure element at work. */
typedef struct {
    const void *const MBEDTLS_PRIVATE(persistent_data);
    const size_t MBEDTLS_PRIVATE(persistent_data_size);
    uintptr_t MBEDTLS_PRIVATE(transient_data);
} psa_drv_se_context_t;

/** Begins with a secure element. */
typedef psa_status_t (*psa_drv_se_init_t)(psa_drv_se_context_t *, void *, psa_key_location_t);

/** Begins a code. */
typedef psa_status_t (*psa_drv_se_mac_setup_t)(psa_drv_se_context_t *, void *, psa_key_slot_number_t,
    psa_algorithm_t);

/** Adds to a message. */
typedef psa_status_t (*psa_drv_se_mac_update_t)(void *, const uint8_t *, size_t);

/** Ends a code and writes it. */
typedef psa_status_t (*psa_drv_se_mac_finish_t)(void *, uint8_t *, size_t, size_t *);

/** Ends a code and compares it. */
typedef psa_status_t (*psa_drv_se_mac_finish_verify_t)(void *, const uint8_t *, size_t);

/** Ends a code without a result. */
typedef psa_status_t (*psa_drv_se_mac_abort_t)(void *);

/** Computes the code of a message. */
typedef psa_status_t (*psa_drv_se_mac_generate_t)(psa_drv_se_context_t *, const uint8_t *, size_t,
    psa_key_slot_number_t, psa_algorithm_t, uint8_t *, size_t, size_t *);

/** Compares the code of a message. */
typedef psa_status_t (*psa_drv_se_mac_verify_t)(psa_drv_se_context_t *, const uint8_t *, size_t,
    psa_key_slot_number_t, psa_algorithm_t, const uint8_t *, size_t);

/** Begins a cipher. */
typedef psa_status_t (*psa_drv_se_cipher_setup_t)(psa_drv_se_context_t *, void *, psa_key_slot_number_t,
    psa_algorithm_t, psa_encrypt_or_decrypt_t);

/** Sets the initialisation vector. */
typedef psa_status_t (*psa_drv_se_cipher_set_iv_t)(void *, const uint8_t *, size_t);

/** Encrypts or decrypts a part. */
typedef psa_status_t (*psa_drv_se_cipher_update_t)(void *, const uint8_t *, size_t, uint8_t *, size_t,
    size_t *);

/** Ends a cipher. */
typedef psa_status_t (*psa_drv_se_cipher_finish_t)(void *, uint8_t *, size_t, size_t *);

/** Ends a cipher without a result. */
typedef psa_status_t (*psa_drv_se_cipher_abort_t)(void *);

/** Encrypts or decrypts block by block. */
typedef psa_status_t (*psa_drv_se_cipher_ecb_t)(psa_drv_se_context_t *, psa_key_slot_number_t,
    psa_algorithm_t, psa_encrypt_or_decrypt_t, const uint8_t *, size_t, uint8_t *, size_t);

/** Signs a hash. */
typedef psa_status_t (*psa_drv_se_asymmetric_sign_t)(psa_drv_se_context_t *, psa_key_slot_number_t,
    psa_algorithm_t, const uint8_t *, size_t, uint8_t *, size_t, size_t *);

/** Verifies a signature. */
typedef psa_status_t (*psa_drv_se_asymmetric_verify_t)(psa_drv_se_context_t *, psa_key_slot_number_t,
    psa_algorithm_t, const uint8_t *, size_t, const uint8_t *, size_t);

/** Encrypts for a public key. */
typedef psa_status_t (*psa_drv_se_asymmetric_encrypt_t)(psa_drv_se_context_t *, psa_key_slot_number_t,
    psa_algorithm_t, const uint8_t *, size_t, const uint8_t *, size_t, uint8_t *, size_t, size_t *);

/** Decrypts with a private key. */
typedef psa_status_t (*psa_drv_se_asymmetric_decrypt_t)(psa_drv_se_context_t *, psa_key_slot_number_t,
    psa_algorithm_t, const uint8_t *, size_t, const uint8_t *, size_t, uint8_t *, size_t, size_t *);

/** Encrypts and authenticates. */
typedef psa_status_t (*psa_drv_se_aead_encrypt_t)(psa_drv_se_context_t *, psa_key_slot_number_t,
    psa_algorithm_t, const uint8_t *, size_t, const uint8_t *, size_t, const uint8_t *, size_t, uint8_t *,
    size_t, size_t *);

/** Decrypts what is authentic. */
typedef psa_status_t (*psa_drv_se_aead_decrypt_t)(psa_drv_se_context_t *, psa_key_slot_number_t,
    psa_algorithm_t, const uint8_t *, size_t, const uint8_t *, size_t, const uint8_t *, size_t, uint8_t *,
    size_t, size_t *);

/** Chooses a place for a key. */
typedef psa_status_t (*psa_drv_se_allocate_key_t)(psa_drv_se_context_t *, void *,
    const psa_key_attributes_t *, psa_key_creation_method_t, psa_key_slot_number_t *);

/** Says whether a place will do. */
typedef psa_status_t (*psa_drv_se_validate_slot_number_t)(psa_drv_se_context_t *, void *,
    const psa_key_attributes_t *, psa_key_creation_method_t, psa_key_slot_number_t);

/** Takes a key. */
typedef psa_status_t (*psa_drv_se_import_key_t)(psa_drv_se_context_t *, psa_key_slot_number_t,
    const psa_key_attributes_t *, const uint8_t *, size_t, size_t *);

/** Destroys a key. */
typedef psa_status_t (*psa_drv_se_destroy_key_t)(psa_drv_se_context_t *, void *, psa_key_slot_number_t);

/** Gives a key away. */
typedef psa_status_t (*psa_drv_se_export_key_t)(psa_drv_se_context_t *, psa_key_slot_number_t, uint8_t *,
    size_t, size_t *);

/** Makes a random key. */
typedef psa_status_t (*psa_drv_se_generate_key_t)(psa_drv_se_context_t *, psa_key_slot_number_t,
    const psa_key_attributes_t *, uint8_t *, size_t, size_t *);

/** Begins a derivation. */
typedef psa_status_t (*psa_drv_se_key_derivation_setup_t)(psa_drv_se_context_t *, void *, psa_algorithm_t,
    psa_key_slot_number_t);

/** Takes an input. */
typedef psa_status_t (*psa_drv_se_key_derivation_collateral_t)(void *, uint32_t, const uint8_t *, size_t);

/** Derives into a place. */
typedef psa_status_t (*psa_drv_se_key_derivation_derive_t)(void *, psa_key_slot_number_t);

/** Gives away what was derived. */
typedef psa_status_t (*psa_drv_se_key_derivation_export_t)(void *, uint8_t *, size_t, size_t *);

/** What a secure element does with keys; what is NULL, it does not. */
typedef struct {
    psa_drv_se_allocate_key_t MBEDTLS_PRIVATE(p_allocate);
    psa_drv_se_validate_slot_number_t MBEDTLS_PRIVATE(p_validate_slot_number);
    psa_drv_se_import_key_t MBEDTLS_PRIVATE(p_import);
    psa_drv_se_generate_key_t MBEDTLS_PRIVATE(p_generate);
    psa_drv_se_destroy_key_t MBEDTLS_PRIVATE(p_destroy);
    psa_drv_se_export_key_t MBEDTLS_PRIVATE(p_export);
    psa_drv_se_export_key_t MBEDTLS_PRIVATE(p_export_public);
} psa_drv_se_key_management_t;

/** What it does with codes; what is NULL, it does not. */
typedef struct {
    size_t MBEDTLS_PRIVATE(context_size);
    psa_drv_se_mac_setup_t MBEDTLS_PRIVATE(p_setup);
    psa_drv_se_mac_update_t MBEDTLS_PRIVATE(p_update);
    psa_drv_se_mac_finish_t MBEDTLS_PRIVATE(p_finish);
    psa_drv_se_mac_finish_verify_t MBEDTLS_PRIVATE(p_finish_verify);
    psa_drv_se_mac_abort_t MBEDTLS_PRIVATE(p_abort);
    psa_drv_se_mac_generate_t MBEDTLS_PRIVATE(p_mac);
    psa_drv_se_mac_verify_t MBEDTLS_PRIVATE(p_mac_verify);
} psa_drv_se_mac_t;

/** What it does with ciphers; what is NULL, it does not. */
typedef struct {
    size_t MBEDTLS_PRIVATE(context_size);
    psa_drv_se_cipher_setup_t MBEDTLS_PRIVATE(p_setup);
    psa_drv_se_cipher_set_iv_t MBEDTLS_PRIVATE(p_set_iv);
    psa_drv_se_cipher_update_t MBEDTLS_PRIVATE(p_update);
    psa_drv_se_cipher_finish_t MBEDTLS_PRIVATE(p_finish);
    psa_drv_se_cipher_abort_t MBEDTLS_PRIVATE(p_abort);
    psa_drv_se_cipher_ecb_t MBEDTLS_PRIVATE(p_ecb);
} psa_drv_se_cipher_t;

/** What it does with authenticated encryption; what is NULL, it does not. */
typedef struct {
    psa_drv_se_aead_encrypt_t MBEDTLS_PRIVATE(p_encrypt);
    psa_drv_se_aead_decrypt_t MBEDTLS_PRIVATE(p_decrypt);
} psa_drv_se_aead_t;

/** What it does with public keys; what is NULL, it does not. */
typedef struct {
    psa_drv_se_asymmetric_sign_t MBEDTLS_PRIVATE(p_sign);
    psa_drv_se_asymmetric_verify_t MBEDTLS_PRIVATE(p_verify);
    psa_drv_se_asymmetric_encrypt_t MBEDTLS_PRIVATE(p_encrypt);
    psa_drv_se_asymmetric_decrypt_t MBEDTLS_PRIVATE(p_decrypt);
} psa_drv_se_asymmetric_t;

/** What it does with derivations; what is NULL, it does not. */
typedef struct {
    size_t MBEDTLS_PRIVATE(context_size);
    psa_drv_se_key_derivation_setup_t MBEDTLS_PRIVATE(p_setup);
    psa_drv_se_key_derivation_collateral_t MBEDTLS_PRIVATE(p_collateral);
    psa_drv_se_key_derivation_derive_t MBEDTLS_PRIVATE(p_derive);
    psa_drv_se_key_derivation_export_t MBEDTLS_PRIVATE(p_export);
} psa_drv_se_key_derivation_t;

/** What a secure element does. */
typedef struct {
    uint32_t MBEDTLS_PRIVATE(hal_version);
    size_t MBEDTLS_PRIVATE(persistent_data_size);
    psa_drv_se_init_t MBEDTLS_PRIVATE(p_init);
    const psa_drv_se_key_management_t *MBEDTLS_PRIVATE(key_management);
    const psa_drv_se_mac_t *MBEDTLS_PRIVATE(mac);
    const psa_drv_se_cipher_t *MBEDTLS_PRIVATE(cipher);
    const psa_drv_se_aead_t *MBEDTLS_PRIVATE(aead);
    const psa_drv_se_asymmetric_t *MBEDTLS_PRIVATE(asymmetric);
    const psa_drv_se_key_derivation_t *MBEDTLS_PRIVATE(derivation);
} psa_drv_se_t;

#endif /* MBEDTLS_COMPAT_PSA_CRYPTO_SE_DRIVER_H */
