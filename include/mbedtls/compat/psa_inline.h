/*
 * Inline functions of psa/crypto.h.
 *
 * Written by hand; psa/crypto.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_INLINE_H
#define MBEDTLS_COMPAT_PSA_INLINE_H

/** Attributes that say nothing. */
static inline psa_key_attributes_t psa_key_attributes_init(void) {
    const psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
    return attributes;
}

/** A policy that allows nothing. */
static inline psa_key_policy_t psa_key_policy_init(void) {
    const psa_key_policy_t policy = PSA_KEY_POLICY_INIT;
    return policy;
}

/** An idle operation. */
static inline psa_hash_operation_t psa_hash_operation_init(void) {
    const psa_hash_operation_t operation = PSA_HASH_OPERATION_INIT;
    return operation;
}

/** An idle operation. */
static inline psa_mac_operation_t psa_mac_operation_init(void) {
    const psa_mac_operation_t operation = PSA_MAC_OPERATION_INIT;
    return operation;
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
