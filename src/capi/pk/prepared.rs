//! The key that TLS signs with, which is costly to make: it is kept beside the numbers that it was made of.
//!
//! The numbers are the key. A program may change them behind our back (`mbedtls_pk_ec`, `MBEDTLS_PRIVATE`), so what is kept
//! is used as long as its public half is that of the numbers, and no longer.

use std::ffi::c_void;
use std::ptr;
use std::sync::Arc;
use std::sync::atomic::{AtomicPtr, Ordering};

use crate::capi::bignum::{limbs, mbedtls_mpi, mbedtls_mpi_uint};
use crate::crypto::sign::PrivateKey;

/// The key of a slot if `fits` says that it is the one of the numbers; else one that `make` makes, which an empty slot
/// keeps. Threads may share the slot.
///
/// # Safety
/// `slot` is valid, holds null or what this module put there, and is not changed by anybody else meanwhile.
pub(crate) unsafe fn get(
    slot: *const *mut c_void,
    fits: impl FnOnce(&PrivateKey) -> bool,
    make: impl FnOnce() -> Option<PrivateKey>,
) -> Option<Arc<PrivateKey>> {
    // SAFETY: the caller vouches for the slot, which is as large and aligned as an atomic pointer.
    let slot = unsafe { AtomicPtr::from_ptr(slot.cast_mut().cast::<*mut PrivateKey>()) };
    let kept = slot.load(Ordering::Acquire);
    if kept.is_null() {
        let made = Arc::new(make()?);
        let own = Arc::into_raw(Arc::clone(&made)).cast_mut();
        if slot.compare_exchange(ptr::null_mut(), own, Ordering::AcqRel, Ordering::Acquire).is_err() {
            // SAFETY: another thread was faster; this count was never given away.
            drop(unsafe { Arc::from_raw(own) });
        }
        return Some(made);
    }
    // SAFETY: the slot owns one count of what it points to.
    let kept = unsafe {
        Arc::increment_strong_count(kept);
        Arc::from_raw(kept)
    };
    if fits(&kept) { Some(kept) } else { make().map(Arc::new) }
}

/// Keeps a key that was made along with the numbers.
///
/// # Safety
/// The slot holds null or what this module put there, and nobody else uses it.
pub(crate) unsafe fn put(slot: &mut *mut c_void, key: PrivateKey) {
    // SAFETY: passed on to the caller.
    unsafe { drop_from(slot) };
    *slot = Arc::into_raw(Arc::new(key)).cast_mut().cast();
}

/// Empties a slot; whoever uses the key at the moment keeps it.
///
/// # Safety
/// As for [`put`].
pub(crate) unsafe fn drop_from(slot: &mut *mut c_void) {
    let kept = std::mem::replace(slot, ptr::null_mut()).cast::<PrivateKey>();
    if !kept.is_null() {
        // SAFETY: the slot owned one count, and has just forgotten it.
        drop(unsafe { Arc::from_raw(kept) });
    }
}

/// Whether a number of C is that of big-endian bytes; without a copy. Neither is a secret.
///
/// # Safety
/// The number is initialised.
pub(crate) unsafe fn is_number(number: &mbedtls_mpi, bytes: &[u8]) -> bool {
    // SAFETY: the caller vouches for the number.
    let limbs = unsafe { limbs(number) };
    let chunks = bytes.rchunks(size_of::<mbedtls_mpi_uint>());
    let of_bytes =
        |chunk: &[u8]| chunk.iter().fold(0, |limb, &byte| limb << 8 | mbedtls_mpi_uint::from(byte));
    let mut of_bytes = chunks.map(of_bytes);
    limbs.iter().all(|&limb| of_bytes.next().unwrap_or(0) == limb) && of_bytes.all(|limb| limb == 0)
}

/// Writes a number of C as big-endian bytes that fill `out`; `None` if it is longer. Without a copy: it is no secret.
///
/// # Safety
/// The number is initialised.
pub(crate) unsafe fn write_number(number: &mbedtls_mpi, out: &mut [u8]) -> Option<()> {
    out.fill(0);
    // SAFETY: the caller vouches for the number.
    let limbs = unsafe { limbs(number) };
    let mut bytes = limbs.iter().flat_map(|limb| limb.to_le_bytes());
    for (to, byte) in out.iter_mut().rev().zip(&mut bytes) {
        *to = byte;
    }
    bytes.all(|byte| byte == 0).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capi::bignum::{clear, set_magnitude};

    #[test]
    fn numbers_are_compared_and_written_in_place() {
        let mut number = mbedtls_mpi { p: ptr::null_mut(), s: 1, n: 0 };
        // SAFETY: the number is ours.
        unsafe {
            assert!(is_number(&number, &[]) && is_number(&number, &[0, 0]) && !is_number(&number, &[1]));
            assert_eq!(set_magnitude(&raw mut number, &[1, 2, 3, 4, 5, 6, 7, 8, 9]), 0);
            assert!(is_number(&number, &[1, 2, 3, 4, 5, 6, 7, 8, 9]));
            assert!(is_number(&number, &[0; 30].into_iter().chain(1..10).collect::<Vec<u8>>()));
            assert!(!is_number(&number, &[2, 3, 4, 5, 6, 7, 8, 9]));
            assert!(!is_number(&number, &[1, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
            let mut out = [7; 11];
            assert_eq!(write_number(&number, &mut out), Some(()));
            assert_eq!(out, [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
            assert_eq!(write_number(&number, &mut out[..9]), Some(()));
            assert_eq!(out[..9], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
            assert_eq!(write_number(&number, &mut out[..8]), None);
            clear(&raw mut number);
        }
    }

    /// A slot hands out one key, makes another one where its key is not that of the numbers, and counts right.
    #[test]
    fn a_slot_keeps_its_key() {
        let make = |byte| PrivateKey::from_ed25519(&[byte; 32]).ok();
        let mut slot = ptr::null_mut();
        // SAFETY: the slot is ours.
        unsafe {
            let first = get(&raw const slot, |_| true, || make(1)).unwrap();
            let again = get(&raw const slot, |_| true, || panic!("it is there")).unwrap();
            assert!(Arc::ptr_eq(&first, &again));
            let other = get(&raw const slot, |_| false, || make(2)).unwrap();
            assert_ne!(other.public_key().bytes(), first.public_key().bytes());
            put(&mut slot, make(3).unwrap());
            assert_eq!(Arc::strong_count(&first), 2);
            let third = get(&raw const slot, |_| true, || None).unwrap();
            drop_from(&mut slot);
            drop_from(&mut slot);
            assert_eq!(Arc::strong_count(&third), 1);
            assert!(slot.is_null());
            assert!(get(&raw const slot, |_| true, || None).is_none());
        }
    }
}
