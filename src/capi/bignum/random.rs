//! Random numbers, from the caller's source.

use std::cmp::Ordering;
use std::ffi::{c_int, c_void};

use zeroize::Zeroizing;

use super::{MAX_LIMBS, mbedtls_mpi, mbedtls_mpi_sint, number, store_in};
use crate::capi::boundary::enter;
use crate::capi::codes::*;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::crypto::bignum::Integer;

/// Gives a number the value of random bytes, the highest first.
///
/// \param X      The number.
/// \param size   How many bytes.
/// \param f_rng  Where they come from; it is called once, unless \p size is 0.
/// \param p_rng  Passed to \p f_rng.
///
/// \return 0 if it was filled.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or these are over #MBEDTLS_MPI_MAX_LIMBS.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X or \p f_rng is NULL.
/// \return What \p f_rng returned if it failed.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else; `f_rng` is null, or fills what it is given, with `p_rng`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_fill_random(
    X: *mut mbedtls_mpi,
    size: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        if X.is_null() {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        }
        let limbs = size.div_ceil(8);
        if limbs > MAX_LIMBS {
            return MBEDTLS_ERR_MPI_ALLOC_FAILED;
        }
        let mut bytes = Zeroizing::new(vec![0; size]);
        // SAFETY: the caller vouches for `f_rng`.
        if let Err(code) = unsafe { source(f_rng, p_rng) }(&mut bytes) {
            return code;
        }
        // SAFETY: the caller vouches for `X`, which is not null.
        unsafe { store_in(X, limbs, Integer::from_be_bytes(&bytes).words()) }
    })
}

/// Gives a number a random value in a range, each with the same chance.
///
/// \param X      The number.
/// \param min    The lowest value, not below 0.
/// \param N      The first value that is too high, above \p min.
/// \param f_rng  Where random bytes come from.
/// \param p_rng  Passed to \p f_rng.
///
/// \return 0 if it was filled.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if there is no such range, or an argument is NULL.
/// \return #MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if \p f_rng gave nothing in the range, time and again.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
/// \return What \p f_rng returned if it failed.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else; `N` is null, or initialised; `f_rng` is null, or fills what it
/// is given, with `p_rng`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_random(
    X: *mut mbedtls_mpi,
    min: mbedtls_mpi_sint,
    N: *const mbedtls_mpi,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `N`.
        let (false, Some(bound)) = (X.is_null(), unsafe { number(N) }) else {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        };
        let lowest = Integer::from(min);
        if min < 0 || bound.compare(&lowest) != Ordering::Greater {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for `f_rng`.
        match Integer::random(&lowest, &bound, unsafe { source(f_rng, p_rng) }) {
            // SAFETY: the caller vouches for `X` and `N`, which are not null.
            Ok(Some(value)) => unsafe { store_in(X, (*N).n.into(), value.words()) },
            Ok(None) => MBEDTLS_ERR_MPI_NOT_ACCEPTABLE,
            Err(code) => code,
        }
    })
}

/// A C source of random bytes as a closure, which gives the source's code if that fails, and `BAD_INPUT_DATA` if there
/// is none. No bytes are there without asking.
///
/// # Safety
/// As long as the closure lives, `f_rng` is null, or fills what it is given, with `p_rng`.
pub(crate) unsafe fn source(
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> impl FnMut(&mut [u8]) -> Result<(), c_int> + Copy {
    move |out| {
        let Some(f_rng) = f_rng else { return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA) };
        if out.is_empty() {
            return Ok(());
        }
        // SAFETY: the caller vouches for `f_rng`; `out` is as long as said.
        match unsafe { f_rng(p_rng, out.as_mut_ptr(), out.len()) } {
            0 => Ok(()),
            code => Err(code),
        }
    }
}
