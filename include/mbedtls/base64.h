/*
 * mbedtls/base64.h: Base64.
 *
 * Generated from src/capi/base64.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_BASE64_H
#define MBEDTLS_COMPAT_MBEDTLS_BASE64_H

#include "mbedtls/build_info.h"
#include <stddef.h>

#include "mbedtls/compat/base64_values.h"

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Encodes bytes, on one line, with a NUL behind it.
 *
 * \param dst   Where the text goes. NULL to ask how much room it needs.
 * \param dlen  The room there, in bytes.
 * \param olen  Receives the length of the text without its NUL; or, where there is not enough room, that which is needed with
 *              it.
 * \param src   The bytes.
 * \param slen  Their number. 0: nothing is written, not even a NUL.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL: there is not enough room, or a pointer is NULL.
 */
int mbedtls_base64_encode(unsigned char *dst, size_t dlen, size_t *olen, const unsigned char *src,
    size_t slen);

/**
 * Decodes text. Line ends may stand anywhere in it, and spaces in front of a line end and at the end of the text.
 *
 * \param dst   Where the bytes go. NULL to ask how much room they need.
 * \param dlen  The room there, in bytes.
 * \param olen  Receives their number; where there is not enough room, that which is needed.
 * \param src   The text.
 * \param slen  Its length in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL: there is not enough room.
 * \return  MBEDTLS_ERR_BASE64_INVALID_CHARACTER: it is not base64, or a pointer is NULL.
 */
int mbedtls_base64_decode(unsigned char *dst, size_t dlen, size_t *olen, const unsigned char *src,
    size_t slen);

/**
 * Encodes and decodes a known text.
 *
 * \param verbose  Not 0: says on the standard output what was done and whether it was right.
 *
 * \return  0: all was right.
 * \return  1: something was not.
 */
int mbedtls_base64_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_BASE64_H */
