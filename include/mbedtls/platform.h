/*
 * mbedtls/platform.h: What the library asks of the C library.
 *
 * Generated from src/capi/platform.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PLATFORM_H
#define MBEDTLS_COMPAT_MBEDTLS_PLATFORM_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

typedef struct mbedtls_platform_context mbedtls_platform_context;

#include "mbedtls/compat/platform_values.h"

/** What a platform port would keep between set-up and teardown; here it is unused. */
struct mbedtls_platform_context {
    char MBEDTLS_PRIVATE(dummy);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The device with random bytes. It is there for programs: the library asks the operating system without a device.
 */
extern const char *mbedtls_platform_dev_random;

/**
 * Prepares the platform. There is nothing to prepare on the systems that this library runs on.
 *
 * \param ctx  Not used; may be NULL.
 *
 * \return  0 always.
 */
int mbedtls_platform_setup(mbedtls_platform_context *ctx);

/**
 * Undoes mbedtls_platform_setup(), which has done nothing.
 *
 * \param ctx  Not used; may be NULL.
 */
void mbedtls_platform_teardown(mbedtls_platform_context *ctx);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_PLATFORM_H */
