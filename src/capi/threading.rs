//! `mbedtls/threading.h`: the four mutex functions, as pointers that C programs call through.
//! Layouts are those of Debian 13 on x86_64, asserted here. The library itself does not use them.

use std::ffi::{c_char, c_int};

use super::boundary;
use super::codes::{MBEDTLS_ERR_THREADING_BAD_INPUT_DATA, MBEDTLS_ERR_THREADING_MUTEX_ERROR};

/// A mutex. The caller owns it; its content is private.
#[repr(C)]
pub struct mbedtls_threading_mutex_t {
    pub(crate) mutex: libc::pthread_mutex_t,
    pub(crate) state: c_char,
}
const _: () =
    assert!(size_of::<mbedtls_threading_mutex_t>() == 48 && align_of::<mbedtls_threading_mutex_t>() == 8);

/// Makes a mutex ready for use. NULL: nothing happens.
#[unsafe(no_mangle)]
pub static mut mbedtls_mutex_init: unsafe extern "C" fn(mutex: *mut mbedtls_threading_mutex_t) = init;

/// Ends a mutex that nobody holds; mbedtls_mutex_init() may be called on it again. NULL: nothing happens.
#[unsafe(no_mangle)]
pub static mut mbedtls_mutex_free: unsafe extern "C" fn(mutex: *mut mbedtls_threading_mutex_t) = free;

/// Waits until nobody holds the mutex, and takes it.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_THREADING_BAD_INPUT_DATA: the mutex is NULL.
/// \return  MBEDTLS_ERR_THREADING_MUTEX_ERROR: the mutex is not usable (after mbedtls_mutex_free(), for one).
#[unsafe(no_mangle)]
pub static mut mbedtls_mutex_lock: unsafe extern "C" fn(mutex: *mut mbedtls_threading_mutex_t) -> c_int =
    lock;

/// Gives a held mutex back.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_THREADING_BAD_INPUT_DATA: the mutex is NULL.
/// \return  MBEDTLS_ERR_THREADING_MUTEX_ERROR: the mutex is not usable.
#[unsafe(no_mangle)]
pub static mut mbedtls_mutex_unlock: unsafe extern "C" fn(mutex: *mut mbedtls_threading_mutex_t) -> c_int =
    unlock;

/// A mutex for programs that read folders along with others; the library does not use it.
#[unsafe(no_mangle)]
pub static mut mbedtls_threading_readdir_mutex: mbedtls_threading_mutex_t = READY;

/// The mutex of PSA's key slots; the library does not use it.
#[unsafe(no_mangle)]
pub static mut mbedtls_threading_key_slot_mutex: mbedtls_threading_mutex_t = READY;

/// The mutex of PSA's state; the library does not use it.
#[unsafe(no_mangle)]
pub static mut mbedtls_threading_psa_globaldata_mutex: mbedtls_threading_mutex_t = READY;

/// The mutex of PSA's generator; the library does not use it.
#[unsafe(no_mangle)]
pub static mut mbedtls_threading_psa_rngdata_mutex: mbedtls_threading_mutex_t = READY;

/// A mutex that can be locked.
const READY: mbedtls_threading_mutex_t =
    mbedtls_threading_mutex_t { mutex: libc::PTHREAD_MUTEX_INITIALIZER, state: 1 };

unsafe extern "C" fn init(mutex: *mut mbedtls_threading_mutex_t) {
    if !mutex.is_null() {
        // SAFETY: the caller vouches for the non-null `mutex`; only its address is taken.
        unsafe { libc::pthread_mutex_init(&raw mut (*mutex).mutex, std::ptr::null()) };
    }
}

unsafe extern "C" fn free(mutex: *mut mbedtls_threading_mutex_t) {
    if !mutex.is_null() {
        // SAFETY: the caller vouches for the non-null `mutex`; only its address is taken.
        unsafe { libc::pthread_mutex_destroy(&raw mut (*mutex).mutex) };
    }
}

unsafe extern "C" fn lock(mutex: *mut mbedtls_threading_mutex_t) -> c_int {
    // SAFETY: the caller vouches for `mutex`.
    unsafe { with(mutex, libc::pthread_mutex_lock) }
}

unsafe extern "C" fn unlock(mutex: *mut mbedtls_threading_mutex_t) -> c_int {
    // SAFETY: the caller vouches for `mutex`.
    unsafe { with(mutex, libc::pthread_mutex_unlock) }
}

unsafe fn with(
    mutex: *mut mbedtls_threading_mutex_t,
    operation: unsafe extern "C" fn(*mut libc::pthread_mutex_t) -> c_int,
) -> c_int {
    boundary::enter(|| {
        if mutex.is_null() {
            return MBEDTLS_ERR_THREADING_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for the non-null `mutex`; only its address is taken.
        match unsafe { operation(&raw mut (*mutex).mutex) } {
            0 => 0,
            _ => MBEDTLS_ERR_THREADING_MUTEX_ERROR,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::MaybeUninit;
    use std::ptr;

    #[test]
    fn a_mutex_from_init_to_free() {
        let mut mutex = MaybeUninit::<mbedtls_threading_mutex_t>::uninit();
        let mutex = mutex.as_mut_ptr();
        // SAFETY: `mutex` is memory for a mutex that only this thread uses.
        unsafe {
            init(mutex);
            assert_eq!(lock(mutex), 0);
            assert_eq!(unlock(mutex), 0);
            free(mutex);
            assert_eq!(lock(mutex), MBEDTLS_ERR_THREADING_MUTEX_ERROR);
            free(mutex);
        }
    }

    #[test]
    fn those_of_the_library_are_ready() {
        for mutex in [
            &raw mut mbedtls_threading_readdir_mutex,
            &raw mut mbedtls_threading_key_slot_mutex,
            &raw mut mbedtls_threading_psa_globaldata_mutex,
            &raw mut mbedtls_threading_psa_rngdata_mutex,
        ] {
            // SAFETY: the mutex is ready, and nobody else uses it.
            assert_eq!(unsafe { (lock(mutex), unlock(mutex)) }, (0, 0));
        }
    }

    #[test]
    fn null_is_harmless() {
        // SAFETY: null is allowed.
        unsafe {
            init(ptr::null_mut());
            free(ptr::null_mut());
            assert_eq!(lock(ptr::null_mut()), MBEDTLS_ERR_THREADING_BAD_INPUT_DATA);
            assert_eq!(unlock(ptr::null_mut()), MBEDTLS_ERR_THREADING_BAD_INPUT_DATA);
        }
    }
}
