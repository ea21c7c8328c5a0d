/*
 * mbedtls/threading.h: The mutex inside contexts that threads may share.
 *
 * Generated from src/capi/threading.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_THREADING_H
#define MBEDTLS_COMPAT_MBEDTLS_THREADING_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <pthread.h>
#include <stdlib.h>

typedef struct mbedtls_threading_mutex_t mbedtls_threading_mutex_t;
struct mbedtls_threading_mutex_t {
    pthread_mutex_t mutex;
    char state;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_THREADING_H */
