/*
 * mbedtls/pem.h: PEM.
 *
 * Generated from src/capi/pem.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PEM_H
#define MBEDTLS_COMPAT_MBEDTLS_PEM_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stddef.h>

typedef struct mbedtls_pem_context mbedtls_pem_context;

#include "mbedtls/compat/pem_values.h"

/** What a block holds. Its members are private: mbedtls_pem_get_buffer() reads them. */
struct mbedtls_pem_context {
    unsigned char *MBEDTLS_PRIVATE(buf);
    size_t MBEDTLS_PRIVATE(buflen);
    unsigned char *MBEDTLS_PRIVATE(info);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for mbedtls_pem_read_buffer().
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_pem_init(mbedtls_pem_context *ctx);

/**
 * Wipes and releases what a context holds; afterwards it is as mbedtls_pem_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_pem_free(mbedtls_pem_context *ctx);

/**
 * Reads the first block of a text that stands between two given lines.
 *
 * \param ctx      The context, made ready; it owns what the block holds until mbedtls_pem_free().
 * \param header   The line in front, such as "-----BEGIN CERTIFICATE-----".
 * \param footer   The line behind.
 * \param data     The text, which ends with a NUL.
 * \param pwd      The password, should the block be encrypted. NULL: there is none.
 * \param pwdlen   Its length in bytes.
 * \param use_len  Receives how much of the text was read, up to and with the footer's line, also where the block is bad.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_PEM_NO_HEADER_FOOTER_PRESENT: the text has not both lines.
 * \return  MBEDTLS_ERR_PEM_INVALID_DATA, also with the code of base64 added: what is between them is no base64.
 * \return  MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH, MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: it is encrypted, and not whole blocks.
 * \return  MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG, MBEDTLS_ERR_PEM_INVALID_ENC_IV: it is encrypted, but how is not clear.
 * \return  MBEDTLS_ERR_PEM_PASSWORD_REQUIRED, MBEDTLS_ERR_PEM_PASSWORD_MISMATCH: there is no password, or a wrong one.
 * \return  MBEDTLS_ERR_PEM_ALLOC_FAILED: out of memory.
 * \return  MBEDTLS_ERR_PEM_BAD_INPUT_DATA: there is nothing in the block, or a pointer is NULL.
 */
int mbedtls_pem_read_buffer(mbedtls_pem_context *ctx, const char *header, const char *footer,
    const unsigned char *data, const unsigned char *pwd, size_t pwdlen, size_t *use_len);

/**
 * Writes a block: the header, lines of 64 characters, the footer, and a NUL.
 *
 * \param header    What stands in front, with its line end, such as "-----BEGIN CERTIFICATE-----\n".
 * \param footer    What stands behind, with its line end.
 * \param der_data  What the block is to hold; it may lie inside of `buf`.
 * \param der_len   Its length in bytes.
 * \param buf       Where the text goes. What it does not need of the room is set to zeros.
 * \param buf_len   The room there, in bytes.
 * \param olen      Receives the length of the text with its NUL; or, where there is not enough room, that which is needed.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL: there is not enough room.
 * \return  MBEDTLS_ERR_PEM_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_pem_write_buffer(const char *header, const char *footer, const unsigned char *der_data,
    size_t der_len, unsigned char *buf, size_t buf_len, size_t *olen);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "mbedtls/compat/pem_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_PEM_H */
