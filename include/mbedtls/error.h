/*
 * mbedtls/error.h: From error codes to text.
 *
 * Generated from src/capi/error.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_ERROR_H
#define MBEDTLS_COMPAT_MBEDTLS_ERROR_H

#include "mbedtls/build_info.h"
#include <stddef.h>

#include "mbedtls/compat/error_values.h"

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Puts an error code into words: "MODULE - what happened", or both parts of a code with " : " in between, or
 * "UNKNOWN ERROR CODE (XXXX)" with hexadecimal digits. The text is cut off where the buffer ends.
 *
 * \param errnum  The code; its sign does not matter. 0 gives an empty text.
 * \param buffer  Where the text and its NUL go; owned by the caller. NULL: nothing happens.
 * \param buflen  Its size in bytes. 0: nothing happens.
 */
void mbedtls_strerror(int errnum, char *buffer, size_t buflen);

/**
 * What the high-level part of an error code means.
 *
 * \param error_code  The code; its sign does not matter.
 *
 * \return  A text that belongs to the library and is never released; NULL if there is no such part, or it is
 *          unknown.
 */
const char *mbedtls_high_level_strerr(int error_code);

/**
 * What the low-level part of an error code means.
 *
 * \param error_code  The code; its sign does not matter.
 *
 * \return  A text that belongs to the library and is never released; NULL if there is no such part, or it is
 *          unknown.
 */
const char *mbedtls_low_level_strerr(int error_code);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_ERROR_H */
