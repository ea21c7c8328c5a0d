/*
 * mbedtls/lms.h: LMS signatures (RFC 8554), verification only.
 *
 * Generated from src/capi/lms.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_LMS_H
#define MBEDTLS_COMPAT_MBEDTLS_LMS_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_lms_parameters_t mbedtls_lms_parameters_t;
typedef struct mbedtls_lms_public_t mbedtls_lms_public_t;
typedef struct mbedtls_lmots_parameters_t mbedtls_lmots_parameters_t;
typedef struct mbedtls_lmots_public_t mbedtls_lmots_public_t;

#include "mbedtls/compat/lms_values.h"

/** What tells a tree of one-time keys from another. Its members are private. */
struct mbedtls_lms_parameters_t {
    unsigned char MBEDTLS_PRIVATE(I_key_identifier)[16];
    mbedtls_lmots_algorithm_type_t MBEDTLS_PRIVATE(otstype);
    mbedtls_lms_algorithm_type_t MBEDTLS_PRIVATE(type);
};

/** A public key. It owns no memory. Its members are private. */
struct mbedtls_lms_public_t {
    mbedtls_lms_parameters_t MBEDTLS_PRIVATE(params);
    unsigned char MBEDTLS_PRIVATE(T_1_pub_key)[32];
    unsigned char MBEDTLS_PRIVATE(have_public_key);
};

/** What tells a one-time key from another. Its members are private; no function takes it. */
struct mbedtls_lmots_parameters_t {
    unsigned char MBEDTLS_PRIVATE(I_key_identifier)[16];
    unsigned char MBEDTLS_PRIVATE(q_leaf_identifier)[4];
    mbedtls_lmots_algorithm_type_t MBEDTLS_PRIVATE(type);
};

/** A one-time public key. Its members are private; no function takes it. */
struct mbedtls_lmots_public_t {
    mbedtls_lmots_parameters_t MBEDTLS_PRIVATE(params);
    unsigned char MBEDTLS_PRIVATE(public_key)[32];
    unsigned char MBEDTLS_PRIVATE(have_public_key);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for a key.
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_lms_public_init(mbedtls_lms_public_t *ctx);

/**
 * Wipes a context; afterwards it is as mbedtls_lms_public_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_lms_public_free(mbedtls_lms_public_t *ctx);

/**
 * Reads a public key. Where that fails, the context keeps the key that it had.
 *
 * \param ctx       The context.
 * \param key       The key, in the form of RFC 8554 section 5.3.
 * \param key_size  Its length in bytes: MBEDTLS_LMS_PUBLIC_KEY_LEN() of its type.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_LMS_BAD_INPUT_DATA: another length, another type than MBEDTLS_LMS_SHA256_M32_H10 with
 *          MBEDTLS_LMOTS_SHA256_N32_W8, or a pointer is NULL.
 */
int mbedtls_lms_import_public_key(mbedtls_lms_public_t *ctx, const unsigned char *key, size_t key_size);

/**
 * Writes a public key, in the form that mbedtls_lms_import_public_key() reads.
 *
 * \param ctx       The context with the key.
 * \param key       Where it goes.
 * \param key_size  The room there, in bytes: MBEDTLS_LMS_PUBLIC_KEY_LEN() of its type, or more.
 * \param key_len   Receives its length in bytes. May be NULL.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_LMS_BUFFER_TOO_SMALL: the room is not enough.
 * \return  MBEDTLS_ERR_LMS_BAD_INPUT_DATA: there is no key, or `ctx` or `key` is NULL.
 */
int mbedtls_lms_export_public_key(const mbedtls_lms_public_t *ctx, unsigned char *key, size_t key_size,
    size_t *key_len);

/**
 * Verifies a signature.
 *
 * \param ctx       The context with the key.
 * \param msg       The message. May be NULL if `msg_size` is 0.
 * \param msg_size  Its length in bytes.
 * \param sig       The signature, in the form of RFC 8554 section 5.4.
 * \param sig_size  Its length in bytes.
 *
 * \return  0: it is one of that key over that message.
 * \return  MBEDTLS_ERR_LMS_VERIFY_FAILED: it is not.
 * \return  MBEDTLS_ERR_LMS_BAD_INPUT_DATA: there is no key, or a pointer is NULL.
 */
int mbedtls_lms_verify(const mbedtls_lms_public_t *ctx, const unsigned char *msg, size_t msg_size,
    const unsigned char *sig, size_t sig_size);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_LMS_H */
