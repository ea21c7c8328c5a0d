/*
 * mbedtls/version.h: Which version this is, at run time.
 *
 * Generated from src/capi/version.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_VERSION_H
#define MBEDTLS_COMPAT_MBEDTLS_VERSION_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_VERSION_H */
