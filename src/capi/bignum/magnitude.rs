//! Big numbers of C as bytes, and back.

use std::ffi::c_int;
use std::ptr;

use zeroize::{Zeroize, Zeroizing};

use super::{mbedtls_mpi, mbedtls_mpi_uint};
use crate::capi::boundary;
use crate::capi::codes::MBEDTLS_ERR_MPI_ALLOC_FAILED;

/// The limbs of a number, lowest first; none for 0 and for null.
///
/// # Safety
/// `x` is null, or initialised and not changed during `'a`.
pub(crate) unsafe fn limbs<'a>(x: *const mbedtls_mpi) -> &'a [mbedtls_mpi_uint] {
    // SAFETY: the caller vouches for `x`.
    match unsafe { x.as_ref() } {
        // SAFETY: a number's non-null `p` has `n` limbs.
        Some(x) if !x.p.is_null() => unsafe { std::slice::from_raw_parts(x.p, x.n.into()) },
        _ => &[],
    }
}

/// The absolute value as the shortest big-endian bytes: none for 0.
///
/// # Safety
/// `x` is null, or initialised and not changed meanwhile.
pub(crate) unsafe fn magnitude(x: *const mbedtls_mpi) -> Zeroizing<Vec<u8>> {
    // SAFETY: passed on to the caller.
    let limbs = unsafe { limbs(x) };
    let used = limbs.iter().rposition(|&limb| limb != 0).map_or(0, |top| top + 1);
    let mut bytes = Zeroizing::new(Vec::with_capacity(used * size_of::<mbedtls_mpi_uint>()));
    for limb in limbs.iter().take(used).rev() {
        let skip = if bytes.is_empty() { limb.leading_zeros() / 8 } else { 0 };
        bytes.extend(limb.to_be_bytes().into_iter().skip(usize::try_from(skip).unwrap_or(0)));
    }
    bytes
}

/// Gives `x` the value of big-endian bytes, without a sign; what it held is wiped. 0 or a code, with `x` as it was.
///
/// # Safety
/// `x` is initialised, and not used by anybody else meanwhile.
pub(crate) unsafe fn set_magnitude(x: *mut mbedtls_mpi, bytes: &[u8]) -> c_int {
    let start = bytes.iter().position(|&byte| byte != 0).unwrap_or(bytes.len());
    let bytes = bytes.get(start..).unwrap_or_default();
    let count = bytes.len().div_ceil(size_of::<mbedtls_mpi_uint>()).max(1);
    let Ok(n) = u16::try_from(count) else { return MBEDTLS_ERR_MPI_ALLOC_FAILED };
    // SAFETY: calloc has no precondition.
    let p = unsafe { libc::calloc(count, size_of::<mbedtls_mpi_uint>()).cast::<mbedtls_mpi_uint>() };
    if p.is_null() || count > super::MAX_LIMBS {
        // SAFETY: null, or fresh from the C allocator.
        unsafe { boundary::c_free(p) };
        return MBEDTLS_ERR_MPI_ALLOC_FAILED;
    }
    for (i, chunk) in bytes.rchunks(size_of::<mbedtls_mpi_uint>()).enumerate() {
        let limb = chunk.iter().fold(0, |limb, &byte| limb << 8 | mbedtls_mpi_uint::from(byte));
        // SAFETY: there are `count` limbs, and as many chunks.
        unsafe { p.add(i).write(limb) };
    }
    // SAFETY: the caller vouches for `x`.
    unsafe {
        clear(x);
        x.write(mbedtls_mpi { p, s: 1, n });
    }
    0
}

/// Wipes and releases what `x` holds and leaves the number 0. Does nothing for null.
///
/// # Safety
/// `x` is null, or initialised and not used by anybody else meanwhile.
pub(crate) unsafe fn clear(x: *mut mbedtls_mpi) {
    // SAFETY: the caller vouches for `x`.
    let Some(x) = (unsafe { x.as_mut() }) else { return };
    if !x.p.is_null() {
        // SAFETY: a number's non-null `p` has `n` limbs from the C allocator.
        unsafe {
            std::slice::from_raw_parts_mut(x.p, x.n.into()).zeroize();
            boundary::c_free(x.p);
        }
    }
    *x = mbedtls_mpi { p: ptr::null_mut(), s: 1, n: 0 };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_there_and_back() {
        let mut x = mbedtls_mpi { p: ptr::null_mut(), s: 1, n: 0 };
        for bytes in [&[][..], &[0], &[1], &[0, 0x80], &[1; 8], &[2; 9], &[0xff; 17]] {
            // SAFETY: `x` is ours.
            let back = unsafe {
                assert_eq!(set_magnitude(&raw mut x, bytes), 0);
                magnitude(&raw const x)
            };
            let start = bytes.iter().position(|&byte| byte != 0).unwrap_or(bytes.len());
            assert_eq!(*back, bytes[start..]);
        }
        // SAFETY: as above.
        unsafe {
            assert_eq!(set_magnitude(&raw mut x, &vec![1; 8 * 10_000 + 1]), MBEDTLS_ERR_MPI_ALLOC_FAILED);
            assert_eq!(magnitude(&raw const x).len(), 17);
            clear(&raw mut x);
            assert!(magnitude(&raw const x).is_empty() && x.p.is_null());
        }
    }
}
