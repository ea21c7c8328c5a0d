//! Beginning and end; limbs; copies and comparisons.

use std::cmp::Ordering;
use std::ffi::{c_int, c_uchar, c_uint};

use subtle::{Choice, ConditionallySelectable, ConstantTimeEq, ConstantTimeLess};

use super::{clear, limbs, limbs_mut, mbedtls_mpi, mbedtls_mpi_sint, number, resize, store};
use crate::capi::boundary::{enter, enter_or};
use crate::capi::codes::*;
use crate::crypto::bignum::Integer;

/// Sets a number up as 0. Call it once, before anything else is done with the number.
///
/// \param X  The number; NULL does nothing.
///
/// # Safety
/// `X` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_init(X: *mut mbedtls_mpi) {
    enter_or((), || {
        if !X.is_null() {
            // SAFETY: the caller vouches for `X`; what was there needs no destructor.
            unsafe { X.write(mbedtls_mpi { p: std::ptr::null_mut(), s: 1, n: 0 }) };
        }
    });
}

/// Wipes and releases what a number holds and leaves it 0.
///
/// \param X  The number; NULL does nothing.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_free(X: *mut mbedtls_mpi) {
    // SAFETY: the caller vouches for `X`.
    enter_or((), || unsafe { clear(X) });
}

/// Gives a number at least so many limbs. Its value stays.
///
/// \param X        The number.
/// \param nblimbs  The limbs; a number that has as many already is left alone.
///
/// \return 0 if it has them.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or these are over #MBEDTLS_MPI_MAX_LIMBS.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_grow(X: *mut mbedtls_mpi, nblimbs: usize) -> c_int {
    // SAFETY: the caller vouches for `X`.
    enter(|| match unsafe { X.as_ref() } {
        None => MBEDTLS_ERR_MPI_BAD_INPUT_DATA,
        Some(x) if nblimbs <= x.n.into() => 0,
        // SAFETY: as above, and it is not null.
        Some(_) => unsafe { resize(X, nblimbs) },
    })
}

/// Gives a number exactly so many limbs, or as many as its value needs, but at least one. Its value stays.
///
/// \param X        The number.
/// \param nblimbs  The limbs.
///
/// \return 0 if that was done.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or these are over #MBEDTLS_MPI_MAX_LIMBS.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_shrink(X: *mut mbedtls_mpi, nblimbs: usize) -> c_int {
    // SAFETY: the caller vouches for `X`.
    enter(|| match unsafe { X.as_ref() } {
        None => MBEDTLS_ERR_MPI_BAD_INPUT_DATA,
        Some(x) if x.n == 0 && nblimbs == 0 => 0,
        // SAFETY: as above, and it is not null.
        Some(_) => unsafe { resize(X, nblimbs.max(1)) },
    })
}

/// Gives a number the value of another one.
///
/// \param X  The number.
/// \param Y  The other one.
///
/// \return 0 if it was copied.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if one of them is NULL.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else; `Y` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_copy(X: *mut mbedtls_mpi, Y: *const mbedtls_mpi) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(x), Some(y), Some(value)) = (unsafe { (X.as_ref(), Y.as_ref(), number(Y)) }) else {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        };
        // A number without limbs stays one.
        if x.n == 0 && y.n == 0 {
            return 0;
        }
        // SAFETY: as above.
        unsafe { store(X, &value) }
    })
}

/// Exchanges two numbers.
///
/// \param X  The one number; NULL does nothing.
/// \param Y  The other one; NULL does nothing.
///
/// # Safety
/// Each is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_swap(X: *mut mbedtls_mpi, Y: *mut mbedtls_mpi) {
    enter_or((), || {
        if !X.is_null() && !Y.is_null() {
            // SAFETY: the caller vouches for both.
            unsafe { std::ptr::swap(X, Y) };
        }
    });
}

/// Gives a number the value of another one, or not, without letting time or memory accesses tell which.
///
/// \param X       The number. It gets at least as many limbs as \p Y has, either way.
/// \param Y       The other one.
/// \param assign  0: the value stays. Otherwise it becomes that of \p Y.
///
/// \return 0 if that was done.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if one of them is NULL.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else; `Y` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_safe_cond_assign(
    X: *mut mbedtls_mpi,
    Y: *const mbedtls_mpi,
    assign: c_uchar,
) -> c_int {
    enter(|| {
        if X.is_null() || Y.is_null() {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        }
        if X.cast_const() == Y {
            return 0;
        }
        let assign = !assign.ct_eq(&0);
        // SAFETY: the caller vouches for both, which are two.
        unsafe {
            let code = mbedtls_mpi_grow(X, (*Y).n.into());
            if code != 0 {
                return code;
            }
            (*X).s.conditional_assign(&(*Y).s, assign);
            let others = limbs(Y).iter().copied().chain(std::iter::repeat(0));
            for (limb, other) in limbs_mut(X).iter_mut().zip(others) {
                limb.conditional_assign(&other, assign);
            }
        }
        0
    })
}

/// Exchanges two numbers, or not, without letting time or memory accesses tell which.
///
/// \param X     The one number.
/// \param Y     The other one. Both get as many limbs as the larger one has, either way.
/// \param swap  0: the values stay. Otherwise they are exchanged.
///
/// \return 0 if that was done.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if one of them is NULL.
///
/// # Safety
/// Each is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_safe_cond_swap(
    X: *mut mbedtls_mpi,
    Y: *mut mbedtls_mpi,
    swap: c_uchar,
) -> c_int {
    enter(|| {
        if X.is_null() || Y.is_null() {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        }
        if X == Y {
            return 0;
        }
        let swap = !swap.ct_eq(&0);
        // SAFETY: the caller vouches for both, which are two.
        unsafe {
            for code in [mbedtls_mpi_grow(X, (*Y).n.into()), mbedtls_mpi_grow(Y, (*X).n.into())] {
                if code != 0 {
                    return code;
                }
            }
            ConditionallySelectable::conditional_swap(&mut (*X).s, &mut (*Y).s, swap);
            for (a, b) in limbs_mut(X).iter_mut().zip(limbs_mut(Y)) {
                ConditionallySelectable::conditional_swap(a, b, swap);
            }
        }
        0
    })
}

/// Gives a number the value of an integer.
///
/// \param X  The number.
/// \param z  The integer.
///
/// \return 0 if that was done.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_lset(X: *mut mbedtls_mpi, z: mbedtls_mpi_sint) -> c_int {
    enter(|| {
        if X.is_null() {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for `X`, which is not null.
        unsafe { store(X, &Integer::from(z)) }
    })
}

/// Compares the absolute values of two numbers.
///
/// \param X  The one number; NULL counts as 0.
/// \param Y  The other one; NULL counts as 0.
///
/// \return 1 if that of \p X is larger, -1 if that of \p Y is, 0 if they are equal.
///
/// # Safety
/// Each is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_cmp_abs(X: *const mbedtls_mpi, Y: *const mbedtls_mpi) -> c_int {
    // SAFETY: the caller vouches for both.
    enter_or(1, || unsafe { sign(Integer::compare_abs(&or_zero(X), &or_zero(Y))) })
}

/// Compares two numbers.
///
/// \param X  The one number; NULL counts as 0.
/// \param Y  The other one; NULL counts as 0.
///
/// \return 1 if \p X is larger, -1 if \p Y is, 0 if they are equal.
///
/// # Safety
/// Each is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_cmp_mpi(X: *const mbedtls_mpi, Y: *const mbedtls_mpi) -> c_int {
    // SAFETY: the caller vouches for both.
    enter_or(1, || unsafe { sign(Integer::compare(&or_zero(X), &or_zero(Y))) })
}

/// Compares a number with an integer.
///
/// \param X  The number; NULL counts as 0.
/// \param z  The integer.
///
/// \return 1 if \p X is larger, -1 if \p z is, 0 if they are equal.
///
/// # Safety
/// `X` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_cmp_int(X: *const mbedtls_mpi, z: mbedtls_mpi_sint) -> c_int {
    // SAFETY: the caller vouches for `X`.
    enter_or(1, || unsafe { sign(or_zero(X).compare(&Integer::from(z))) })
}

/// Tells whether a number is below another one, without letting time or memory accesses tell their values.
///
/// \param X    The one number.
/// \param Y    The other one, with as many limbs; see mbedtls_mpi_grow().
/// \param ret  Takes 1 if \p X is below \p Y, and 0 if not.
///
/// \return 0 if they were compared.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if one has more limbs, or an argument is NULL.
///
/// # Safety
/// `X` and `Y` are null, or initialised; `ret` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_lt_mpi_ct(
    X: *const mbedtls_mpi,
    Y: *const mbedtls_mpi,
    ret: *mut c_uint,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(x), Some(y)) = (unsafe { (X.as_ref(), Y.as_ref()) }) else {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        };
        if x.n != y.n || ret.is_null() {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        }
        let (mut below, mut above) = (Choice::from(0), Choice::from(0));
        // SAFETY: as above. The highest limb that differs has the last word.
        for (a, b) in unsafe { limbs(X).iter().zip(limbs(Y)) } {
            let equal = a.ct_eq(b);
            below = a.ct_lt(b) | equal & below;
            above = b.ct_lt(a) | equal & above;
        }
        let (x_negative, y_negative) = (negative(x), negative(y));
        let same_sign = !(x_negative ^ y_negative);
        let in_order = Choice::conditional_select(&below, &above, x_negative);
        let answer = same_sign & in_order | x_negative & !y_negative;
        // SAFETY: the caller vouches for `ret`, which is not null.
        unsafe { ret.write(answer.unwrap_u8().into()) };
        0
    })
}

/// The sign bit of a number that may be secret.
fn negative(x: &mbedtls_mpi) -> Choice {
    let [_, high] = x.s.to_le_bytes();
    Choice::from(high >> 7)
}

/// # Safety
/// `x` is null, or initialised.
unsafe fn or_zero(x: *const mbedtls_mpi) -> Integer {
    // SAFETY: passed on to the caller.
    unsafe { number(x) }.unwrap_or_else(|| Integer::from(0u64))
}

fn sign(order: Ordering) -> c_int {
    order as c_int
}
