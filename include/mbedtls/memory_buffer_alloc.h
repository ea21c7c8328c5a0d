/*
 * mbedtls/memory_buffer_alloc.h: constants of an allocator that is not part of the library, nor of Debian's.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MEMORY_BUFFER_ALLOC_H
#define MBEDTLS_COMPAT_MEMORY_BUFFER_ALLOC_H

#include "mbedtls/build_info.h"

#ifndef MBEDTLS_MEMORY_ALIGN_MULTIPLE
/** What sizes are multiples of. */
#define MBEDTLS_MEMORY_ALIGN_MULTIPLE 4
#endif

/** Nothing is checked. */
#define MBEDTLS_MEMORY_VERIFY_NONE 0
/** What is allocated is. */
#define MBEDTLS_MEMORY_VERIFY_ALLOC (1 << 0)
/** What is freed is. */
#define MBEDTLS_MEMORY_VERIFY_FREE (1 << 1)
/** Both are. */
#define MBEDTLS_MEMORY_VERIFY_ALWAYS (MBEDTLS_MEMORY_VERIFY_ALLOC | MBEDTLS_MEMORY_VERIFY_FREE)

#endif /* MBEDTLS_COMPAT_MEMORY_BUFFER_ALLOC_H */
