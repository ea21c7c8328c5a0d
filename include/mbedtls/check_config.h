/*
 * mbedtls/check_config.h: the configuration, for programs that name this file.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_CHECK_CONFIG_H
#define MBEDTLS_COMPAT_MBEDTLS_CHECK_CONFIG_H

#include "mbedtls/build_info.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_CHECK_CONFIG_H */
