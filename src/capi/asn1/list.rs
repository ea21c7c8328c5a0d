//! Lists of values: finding in them, and releasing them.

use std::ffi::c_char;
use std::ptr;

use super::{mbedtls_asn1_buf, mbedtls_asn1_named_data, mbedtls_asn1_sequence, slice};
use crate::capi::boundary::{self, enter_or};

/// Releases the nodes of a list; what their values point to stays.
///
/// \param seq  The first node, which is released too; NULL does nothing.
///
/// # Safety
/// `seq` is null or a list whose nodes come from the C allocator.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_sequence_free(seq: *mut mbedtls_asn1_sequence) {
    enter_or((), || {
        let mut node = seq;
        // SAFETY: the caller vouches for the list; each node is read once, before it is released.
        while let Some(next) = unsafe { node.as_ref() }.map(|node| node.next) {
            // SAFETY: as above.
            unsafe { boundary::c_free(node) };
            node = next;
        }
    });
}

/// Finds an OID in a list.
///
/// \param list  The list; may be NULL.
/// \param oid   The contents of the OID.
/// \param len   Their length in bytes.
///
/// \return The first node with that OID, or NULL.
///
/// # Safety
/// `list` is null or a valid list; `oid` is null or readable for `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_find_named_data(
    list: *const mbedtls_asn1_named_data,
    oid: *const c_char,
    len: usize,
) -> *const mbedtls_asn1_named_data {
    enter_or(ptr::null(), || {
        // SAFETY: the caller vouches for the OID.
        let Some(oid) = (unsafe { boundary::bytes(oid.cast::<u8>(), len) }) else { return ptr::null() };
        let mut node = list;
        // SAFETY: the caller vouches for the list, whose buffers have the length they state.
        while let Some(entry) = unsafe { node.as_ref() }.filter(|entry| unsafe { slice(&entry.oid) } != oid) {
            node = entry.next;
        }
        node
    })
}

/// Releases what one node of a list owns, and leaves it all zero. The node itself and those behind it stay.
///
/// \param entry  The node; NULL does nothing.
///
/// # Safety
/// `entry` is null or valid, and what it points to comes from the C allocator.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_free_named_data(entry: *mut mbedtls_asn1_named_data) {
    enter_or((), || {
        // SAFETY: null, or the caller vouches for it.
        let Some(entry) = (unsafe { entry.as_mut() }) else { return };
        // SAFETY: the caller vouches for both; nobody has them afterwards.
        unsafe {
            boundary::c_free(entry.oid.p);
            boundary::c_free(entry.val.p);
        }
        *entry = mbedtls_asn1_named_data {
            oid: mbedtls_asn1_buf::empty(),
            val: mbedtls_asn1_buf::empty(),
            next: ptr::null_mut(),
            next_merged: 0,
        };
    });
}

/// Releases a list and all that its nodes own.
///
/// \param head  Where the list is; NULL afterwards. NULL does nothing.
///
/// # Safety
/// `head` is null or points to null or to a list of which everything comes from the C allocator.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_free_named_data_list(head: *mut *mut mbedtls_asn1_named_data) {
    enter_or((), || {
        // SAFETY: null, or the caller vouches for it.
        let Some(head) = (unsafe { head.as_mut() }) else { return };
        // SAFETY: the caller vouches for the list; each node is read once, before it is released.
        while let Some(next) = unsafe { head.as_ref() }.map(|node| node.next) {
            // SAFETY: as above.
            unsafe {
                mbedtls_asn1_free_named_data(*head);
                boundary::c_free(*head);
            }
            *head = next;
        }
    });
}

/// Releases the nodes of a list; what they point to stays.
///
/// \param name  The first node, which is released too; NULL does nothing.
///
/// # Safety
/// `name` is null or a list whose nodes come from the C allocator.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_free_named_data_list_shallow(name: *mut mbedtls_asn1_named_data) {
    enter_or((), || {
        let mut node = name;
        // SAFETY: the caller vouches for the list; each node is read once, before it is released.
        while let Some(next) = unsafe { node.as_ref() }.map(|node| node.next) {
            // SAFETY: as above.
            unsafe { boundary::c_free(node) };
            node = next;
        }
    });
}
