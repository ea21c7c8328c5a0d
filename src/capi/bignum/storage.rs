//! The limbs of a C number: taken out, put back, made more or fewer.

use std::ffi::c_int;
use std::ptr;

use zeroize::Zeroize;

use super::{MAX_LIMBS, limbs, mbedtls_mpi, mbedtls_mpi_uint};
use crate::capi::boundary;
use crate::capi::codes::MBEDTLS_ERR_MPI_ALLOC_FAILED;
use crate::crypto::bignum::Integer;

/// A copy of the number, or `None` for null.
///
/// # Safety
/// `x` is null, or initialised and not changed meanwhile.
pub(crate) unsafe fn number(x: *const mbedtls_mpi) -> Option<Integer> {
    // SAFETY: the caller vouches for `x`.
    let (negative, limbs) = unsafe { (x.as_ref()?.s < 0, limbs(x)) };
    Some(Integer::from_words(limbs, negative))
}

/// Gives `x` a value, in the limbs that it has if they suffice: 0 or a code, with `x` as it was.
///
/// # Safety
/// `x` is initialised, and not used by anybody else meanwhile.
pub(crate) unsafe fn store(x: *mut mbedtls_mpi, value: &Integer) -> c_int {
    let words = value.words();
    // SAFETY: the caller vouches for `x`.
    unsafe {
        let code = if words.len() > (*x).n.into() { fresh(x, words.len()) } else { 0 };
        if code == 0 {
            fill(x, words);
            (*x).s = if value.is_negative() { -1 } else { 1 };
        }
        code
    }
}

/// As [`store`], in exactly `n` limbs; more than that are cut off.
///
/// # Safety
/// `x` is initialised, and not used by anybody else meanwhile.
pub(crate) unsafe fn store_in(x: *mut mbedtls_mpi, n: usize, words: &[mbedtls_mpi_uint]) -> c_int {
    // SAFETY: the caller vouches for `x`.
    unsafe {
        let code = if n == usize::from((*x).n) { 0 } else { fresh(x, n) };
        if code == 0 {
            fill(x, words);
            (*x).s = 1;
        }
        code
    }
}

/// Keeps the value of `x` and gives it `n` limbs, or as many as the value needs: 0 or a code, with `x` as it was.
///
/// # Safety
/// `x` is initialised, and not used by anybody else meanwhile.
pub(crate) unsafe fn resize(x: *mut mbedtls_mpi, n: usize) -> c_int {
    // SAFETY: the caller vouches for `x`.
    unsafe {
        let old = ptr::read(x);
        let used = limbs(x).iter().rposition(|&limb| limb != 0).map_or(0, |top| top + 1);
        let (p, count) = match allocate(n.max(used)) {
            Ok(memory) => memory,
            Err(code) => return code,
        };
        if used > 0 {
            ptr::copy_nonoverlapping(old.p, p, used);
        }
        super::clear(x);
        x.write(mbedtls_mpi { p, s: if old.s < 0 { -1 } else { 1 }, n: count });
    }
    0
}

/// Gives `x` the value 0 in `n` limbs of new memory.
///
/// # Safety
/// As for [`store`].
unsafe fn fresh(x: *mut mbedtls_mpi, n: usize) -> c_int {
    match allocate(n) {
        // SAFETY: the caller vouches for `x`.
        Ok((p, n)) => unsafe {
            super::clear(x);
            x.write(mbedtls_mpi { p, s: 1, n });
            0
        },
        Err(code) => code,
    }
}

/// `n` limbs that are 0; none is null.
fn allocate(n: usize) -> Result<(*mut mbedtls_mpi_uint, u16), c_int> {
    let Some(count) = u16::try_from(n).ok().filter(|_| n <= MAX_LIMBS) else {
        return Err(MBEDTLS_ERR_MPI_ALLOC_FAILED);
    };
    if n == 0 {
        return Ok((ptr::null_mut(), 0));
    }
    // SAFETY: calloc has no precondition.
    let p = unsafe { libc::calloc(n, size_of::<mbedtls_mpi_uint>()).cast::<mbedtls_mpi_uint>() };
    if p.is_null() { Err(MBEDTLS_ERR_MPI_ALLOC_FAILED) } else { Ok((p, count)) }
}

/// Writes `words` and zeros into the limbs of `x`.
///
/// # Safety
/// As for [`store`].
unsafe fn fill(x: *mut mbedtls_mpi, words: &[mbedtls_mpi_uint]) {
    let padded = words.iter().copied().chain(std::iter::repeat(0));
    // SAFETY: the caller vouches for `x`.
    for (limb, word) in unsafe { limbs_mut(x) }.iter_mut().zip(padded) {
        *limb = word;
    }
}

/// The limbs of a number, for writing; none for null.
///
/// # Safety
/// `x` is null, or initialised and not used by anybody else during `'a`.
pub(crate) unsafe fn limbs_mut<'a>(x: *mut mbedtls_mpi) -> &'a mut [mbedtls_mpi_uint] {
    // SAFETY: the caller vouches for `x`.
    match unsafe { x.as_mut() } {
        // SAFETY: a number's non-null `p` has `n` limbs.
        Some(x) if !x.p.is_null() => unsafe { std::slice::from_raw_parts_mut(x.p, x.n.into()) },
        _ => &mut [],
    }
}

/// Wipes and releases what `x` holds and leaves the number 0. Does nothing for null.
///
/// # Safety
/// `x` is null, or initialised and not used by anybody else meanwhile.
pub(crate) unsafe fn clear(x: *mut mbedtls_mpi) {
    // SAFETY: the caller vouches for `x`; a number's non-null `p` is from the C allocator.
    unsafe {
        limbs_mut(x).zeroize();
        if let Some(x) = x.as_mut() {
            boundary::c_free(x.p);
            *x = mbedtls_mpi { p: ptr::null_mut(), s: 1, n: 0 };
        }
    }
}
