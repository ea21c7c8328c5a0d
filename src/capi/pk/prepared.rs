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
