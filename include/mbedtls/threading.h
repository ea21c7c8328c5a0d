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

#include "mbedtls/compat/threading_values.h"

/** A mutex. The caller owns it; its content is private. */
struct mbedtls_threading_mutex_t {
    pthread_mutex_t MBEDTLS_PRIVATE(mutex);
    char MBEDTLS_PRIVATE(state);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/** Makes a mutex ready for use. NULL: nothing happens. */
extern void (*mbedtls_mutex_init)(mbedtls_threading_mutex_t *mutex);

/** Ends a mutex that nobody holds; mbedtls_mutex_init() may be called on it again. NULL: nothing happens. */
extern void (*mbedtls_mutex_free)(mbedtls_threading_mutex_t *mutex);

/**
 * Waits until nobody holds the mutex, and takes it.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_THREADING_BAD_INPUT_DATA: the mutex is NULL.
 * \return  MBEDTLS_ERR_THREADING_MUTEX_ERROR: the mutex is not usable (after mbedtls_mutex_free(), for one).
 */
extern int (*mbedtls_mutex_lock)(mbedtls_threading_mutex_t *mutex);

/**
 * Gives a held mutex back.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_THREADING_BAD_INPUT_DATA: the mutex is NULL.
 * \return  MBEDTLS_ERR_THREADING_MUTEX_ERROR: the mutex is not usable.
 */
extern int (*mbedtls_mutex_unlock)(mbedtls_threading_mutex_t *mutex);

/** A mutex for programs that read folders along with others; the library does not use it. */
extern mbedtls_threading_mutex_t mbedtls_threading_readdir_mutex;

/** The mutex of PSA's key slots; the library does not use it. */
extern mbedtls_threading_mutex_t mbedtls_threading_key_slot_mutex;

/** The mutex of PSA's state; the library does not use it. */
extern mbedtls_threading_mutex_t mbedtls_threading_psa_globaldata_mutex;

/** The mutex of PSA's generator; the library does not use it. */
extern mbedtls_threading_mutex_t mbedtls_threading_psa_rngdata_mutex;

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_THREADING_H */
