/*
 * Inline functions of psa/crypto.h.
 *
 * Written by hand; psa/crypto.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_INLINE_H
#define MBEDTLS_COMPAT_PSA_INLINE_H

#include "mbedtls/compat/psa_builtin.h"

/** Attributes that say nothing. */
static inline struct psa_key_attributes_s psa_key_attributes_init(void) {
    const psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
    return attributes;
}

/** A policy that allows nothing. */
static inline struct psa_key_policy_s psa_key_policy_init(void) {
    const psa_key_policy_t policy = PSA_KEY_POLICY_INIT;
    return policy;
}

/** An idle operation. */
static inline struct psa_hash_operation_s psa_hash_operation_init(void) {
    const psa_hash_operation_t operation = PSA_HASH_OPERATION_INIT;
    return operation;
}

/** An idle operation. */
static inline struct psa_mac_operation_s psa_mac_operation_init(void) {
    const psa_mac_operation_t operation = PSA_MAC_OPERATION_INIT;
    return operation;
}

/** An idle operation. */
static inline struct psa_cipher_operation_s psa_cipher_operation_init(void) {
    const psa_cipher_operation_t operation = PSA_CIPHER_OPERATION_INIT;
    return operation;
}

/** An idle operation. */
static inline struct psa_aead_operation_s psa_aead_operation_init(void) {
    const psa_aead_operation_t operation = PSA_AEAD_OPERATION_INIT;
    return operation;
}

/** An idle operation. */
static inline struct psa_key_derivation_s psa_key_derivation_operation_init(void) {
    const psa_key_derivation_operation_t operation = PSA_KEY_DERIVATION_OPERATION_INIT;
    return operation;
}

/** An idle operation. */
static inline psa_pake_operation_t psa_pake_operation_init(void) {
    const psa_pake_operation_t operation = PSA_PAKE_OPERATION_INIT;
    return operation;
}

/** No signature. */
static inline struct psa_sign_hash_interruptible_operation_s psa_sign_hash_interruptible_operation_init(void) {
    const psa_sign_hash_interruptible_operation_t operation = PSA_SIGN_HASH_INTERRUPTIBLE_OPERATION_INIT;
    return operation;
}

/** No signature. */
static inline struct psa_verify_hash_interruptible_operation_s psa_verify_hash_interruptible_operation_init(void) {
    const psa_verify_hash_interruptible_operation_t operation = PSA_VERIFY_HASH_INTERRUPTIBLE_OPERATION_INIT;
    return operation;
}

/** Nothing chosen. */
static inline psa_pake_cipher_suite_t psa_pake_cipher_suite_init(void) {
    const psa_pake_cipher_suite_t cipher_suite = PSA_PAKE_CIPHER_SUITE_INIT;
    return cipher_suite;
}

/** The algorithm of a PAKE. */
static inline psa_algorithm_t psa_pake_cs_get_algorithm(const psa_pake_cipher_suite_t *cipher_suite) {
    return cipher_suite->algorithm;
}

/** Sets the algorithm of a PAKE; one that is none leaves it as it was. */
static inline void psa_pake_cs_set_algorithm(psa_pake_cipher_suite_t *cipher_suite, psa_algorithm_t algorithm) {
    cipher_suite->algorithm = PSA_ALG_IS_PAKE(algorithm) ? algorithm : 0;
}

/** What a PAKE calculates with. */
static inline psa_pake_primitive_t psa_pake_cs_get_primitive(const psa_pake_cipher_suite_t *cipher_suite) {
    return PSA_PAKE_PRIMITIVE(cipher_suite->type, cipher_suite->family, cipher_suite->bits);
}

/** Sets what a PAKE calculates with. */
static inline void psa_pake_cs_set_primitive(psa_pake_cipher_suite_t *cipher_suite, psa_pake_primitive_t primitive) {
    cipher_suite->type = (psa_pake_primitive_type_t) (primitive >> 24);
    cipher_suite->family = (psa_pake_family_t) (primitive >> 16 & 0xff);
    cipher_suite->bits = (uint16_t) (primitive & 0xffff);
}

/** The family of curves or fields of a PAKE. */
static inline psa_pake_family_t psa_pake_cs_get_family(const psa_pake_cipher_suite_t *cipher_suite) {
    return cipher_suite->family;
}

/** Which of the family, by its length in bits. */
static inline uint16_t psa_pake_cs_get_bits(const psa_pake_cipher_suite_t *cipher_suite) {
    return cipher_suite->bits;
}

/** The digest of a PAKE. */
static inline psa_algorithm_t psa_pake_cs_get_hash(const psa_pake_cipher_suite_t *cipher_suite) {
    return cipher_suite->hash;
}

/** Sets the digest of a PAKE; an algorithm that is none makes it 0. */
static inline void psa_pake_cs_set_hash(psa_pake_cipher_suite_t *cipher_suite, psa_algorithm_t hash) {
    cipher_suite->hash = PSA_ALG_IS_HASH(hash) ? hash : 0;
}

/** The number of a key, of a library that knows owners: there are none here. */
static inline mbedtls_svc_key_id_t mbedtls_svc_key_id_make(unsigned int unused, psa_key_id_t key_id) {
    (void) unused;
    return key_id;
}

/** Whether two numbers are those of the same key. */
static inline int mbedtls_svc_key_id_equal(mbedtls_svc_key_id_t id1, mbedtls_svc_key_id_t id2) {
    return id1 == id2;
}

/** Whether a number is that of no key. */
static inline int mbedtls_svc_key_id_is_null(mbedtls_svc_key_id_t key) {
    return key == 0;
}

/** Whether a number is that of no key. */
static inline int psa_key_handle_is_null(psa_key_handle_t handle) {
    return handle == 0;
}

/** Sets the type of a key and the parameters of its domain, of which there are none. */
static inline psa_status_t psa_set_key_domain_parameters(psa_key_attributes_t *attributes, psa_key_type_t type,
                                                         const uint8_t *data, size_t data_length) {
    (void) data;
    if (data_length != 0) {
        return PSA_ERROR_NOT_SUPPORTED;
    }
    attributes->MBEDTLS_PRIVATE(type) = type;
    return PSA_SUCCESS;
}

/** The parameters of a key's domain: there are none. */
static inline psa_status_t psa_get_key_domain_parameters(const psa_key_attributes_t *attributes, uint8_t *data,
                                                         size_t data_size, size_t *data_length) {
    (void) attributes;
    (void) data;
    (void) data_size;
    *data_length = 0;
    return PSA_SUCCESS;
}

/** Sets the number of a key that is to be kept; a key in memory gets one. */
static inline void psa_set_key_id(psa_key_attributes_t *attributes, mbedtls_svc_key_id_t key) {
    attributes->MBEDTLS_PRIVATE(id) = key;
    if (PSA_KEY_LIFETIME_IS_VOLATILE(attributes->MBEDTLS_PRIVATE(lifetime))) {
        attributes->MBEDTLS_PRIVATE(lifetime) |= PSA_KEY_LIFETIME_PERSISTENT;
    }
}

/** The number of a key. */
static inline mbedtls_svc_key_id_t psa_get_key_id(const psa_key_attributes_t *attributes) {
    return attributes->MBEDTLS_PRIVATE(id);
}

/** Sets where a key is to be kept, and how long. */
static inline void psa_set_key_lifetime(psa_key_attributes_t *attributes, psa_key_lifetime_t lifetime) {
    attributes->MBEDTLS_PRIVATE(lifetime) = lifetime;
    if (PSA_KEY_LIFETIME_IS_VOLATILE(lifetime)) {
        attributes->MBEDTLS_PRIVATE(id) = 0;
    }
}

/** Where a key is kept, and how long. */
static inline psa_key_lifetime_t psa_get_key_lifetime(const psa_key_attributes_t *attributes) {
    return attributes->MBEDTLS_PRIVATE(lifetime);
}

/** Adds what follows from uses: who may sign hashes may sign messages, and so for verifying. */
static inline void psa_extend_key_usage_flags(psa_key_usage_t *usage_flags) {
    if (*usage_flags & PSA_KEY_USAGE_SIGN_HASH) {
        *usage_flags |= PSA_KEY_USAGE_SIGN_MESSAGE;
    }
    if (*usage_flags & PSA_KEY_USAGE_VERIFY_HASH) {
        *usage_flags |= PSA_KEY_USAGE_VERIFY_MESSAGE;
    }
}

/** Sets what a key may be used for. */
static inline void psa_set_key_usage_flags(psa_key_attributes_t *attributes, psa_key_usage_t usage_flags) {
    psa_extend_key_usage_flags(&usage_flags);
    attributes->MBEDTLS_PRIVATE(policy).MBEDTLS_PRIVATE(usage) = usage_flags;
}

/** What a key may be used for. */
static inline psa_key_usage_t psa_get_key_usage_flags(const psa_key_attributes_t *attributes) {
    return attributes->MBEDTLS_PRIVATE(policy).MBEDTLS_PRIVATE(usage);
}

/** Sets the algorithm that a key may be used with. */
static inline void psa_set_key_algorithm(psa_key_attributes_t *attributes, psa_algorithm_t alg) {
    attributes->MBEDTLS_PRIVATE(policy).MBEDTLS_PRIVATE(alg) = alg;
}

/** The algorithm that a key may be used with. */
static inline psa_algorithm_t psa_get_key_algorithm(const psa_key_attributes_t *attributes) {
    return attributes->MBEDTLS_PRIVATE(policy).MBEDTLS_PRIVATE(alg);
}

/** Sets a second algorithm that a key may be used with. */
static inline void psa_set_key_enrollment_algorithm(psa_key_attributes_t *attributes, psa_algorithm_t alg2) {
    attributes->MBEDTLS_PRIVATE(policy).MBEDTLS_PRIVATE(alg2) = alg2;
}

/** The second algorithm that a key may be used with. */
static inline psa_algorithm_t psa_get_key_enrollment_algorithm(const psa_key_attributes_t *attributes) {
    return attributes->MBEDTLS_PRIVATE(policy).MBEDTLS_PRIVATE(alg2);
}

/** Sets the type of a key. */
static inline void psa_set_key_type(psa_key_attributes_t *attributes, psa_key_type_t type) {
    attributes->MBEDTLS_PRIVATE(type) = type;
}

/** The type of a key. */
static inline psa_key_type_t psa_get_key_type(const psa_key_attributes_t *attributes) {
    return attributes->MBEDTLS_PRIVATE(type);
}

/** Sets the length of a key in bits; one over #PSA_MAX_KEY_BITS becomes one that no key has. */
static inline void psa_set_key_bits(psa_key_attributes_t *attributes, size_t bits) {
    attributes->MBEDTLS_PRIVATE(bits) = (psa_key_bits_t) (bits > PSA_MAX_KEY_BITS ? 0xffff : bits);
}

/** The length of a key in bits. */
static inline size_t psa_get_key_bits(const psa_key_attributes_t *attributes) {
    return attributes->MBEDTLS_PRIVATE(bits);
}

#endif /* MBEDTLS_COMPAT_PSA_INLINE_H */
