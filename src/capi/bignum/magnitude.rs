//! Big numbers of C as bytes, and back.

use std::ffi::c_int;

use zeroize::Zeroizing;

use super::{mbedtls_mpi, mbedtls_mpi_uint, store_in};

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

/// Gives `x` the value of big-endian bytes, without a sign, in at least one limb; what it held is wiped. 0 or a code, with
/// `x` as it was.
///
/// # Safety
/// `x` is initialised, and not used by anybody else meanwhile.
pub(crate) unsafe fn set_magnitude(x: *mut mbedtls_mpi, bytes: &[u8]) -> c_int {
    let start = bytes.iter().position(|&byte| byte != 0).unwrap_or(bytes.len());
    let bytes = bytes.get(start..).unwrap_or_default();
    // Without an `Integer` between: keys of peers come this way, and its memory would be allocated for nothing.
    // SAFETY: the caller vouches for `x`.
    let code = unsafe { store_in(x, bytes.len().div_ceil(size_of::<mbedtls_mpi_uint>()).max(1), &[]) };
    if code != 0 {
        return code;
    }
    for (at, chunk) in bytes.rchunks(size_of::<mbedtls_mpi_uint>()).enumerate() {
        let limb = chunk.iter().fold(0, |limb, &byte| limb << 8 | mbedtls_mpi_uint::from(byte));
        // SAFETY: `x` has as many limbs as there are chunks.
        unsafe { (*x).p.add(at).write(limb) };
    }
    0
}

#[cfg(test)]
mod tests {
    use super::super::clear;
    use super::*;
    use crate::capi::codes::MBEDTLS_ERR_MPI_ALLOC_FAILED;
    use std::ptr;

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
