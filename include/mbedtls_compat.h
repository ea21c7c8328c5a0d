/*
 * mbedtls_compat.h: What this library has beyond Mbed TLS.
 *
 * Generated from src/capi/compat.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_COMPAT_H
#define MBEDTLS_COMPAT_MBEDTLS_COMPAT_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The version of this library itself, such as "0.1.0"; mbedtls_version_get_string() tells which Mbed TLS it stands in
 * for. Mbed TLS has no such function, so that finding it (with dlsym(), say) tells a program what it runs on.
 *
 * \return  A string that belongs to the library and is never released.
 */
const char *mbedtls_compat_version(void);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_COMPAT_H */
