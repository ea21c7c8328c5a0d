//! `mbedtls/asn1.h`: reading ASN.1, and the lists that parsed certificates consist of. Layouts are those of Debian 13 on
//! x86_64, asserted here.

mod list;
mod read;

use std::ffi::{c_int, c_uchar};
use std::mem::offset_of;
use std::ptr;

pub use list::*;
pub use read::*;

use crate::capi::boundary;
use crate::capi::codes::*;
use crate::x509::der::DerError;

/// A piece of DER: a tag, and where its contents are. Points into memory that something else owns.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct mbedtls_asn1_buf {
    /// The tag, `MBEDTLS_ASN1_...`.
    pub tag: c_int,
    /// How many bytes `p` points to.
    pub len: usize,
    /// The contents, or null.
    pub p: *mut c_uchar,
}
const _: () = assert!(size_of::<mbedtls_asn1_buf>() == 24 && align_of::<mbedtls_asn1_buf>() == 8);
const _: () = assert!(offset_of!(mbedtls_asn1_buf, tag) == 0);
const _: () = assert!(offset_of!(mbedtls_asn1_buf, len) == 8);
const _: () = assert!(offset_of!(mbedtls_asn1_buf, p) == 16);

/// A bit string.
#[repr(C)]
pub struct mbedtls_asn1_bitstring {
    /// How many bytes `p` points to.
    pub len: usize,
    /// How many bits of the last byte do not count, 0 to 7.
    pub unused_bits: c_uchar,
    /// The bits, the first one highest.
    pub p: *mut c_uchar,
}
const _: () = assert!(size_of::<mbedtls_asn1_bitstring>() == 24 && align_of::<mbedtls_asn1_bitstring>() == 8);
const _: () = assert!(offset_of!(mbedtls_asn1_bitstring, len) == 0);
const _: () = assert!(offset_of!(mbedtls_asn1_bitstring, unused_bits) == 8);
const _: () = assert!(offset_of!(mbedtls_asn1_bitstring, p) == 16);

/// A list of values of one kind. Its first node is part of what holds the list; the others are allocated.
#[repr(C)]
pub struct mbedtls_asn1_sequence {
    /// The value.
    pub buf: mbedtls_asn1_buf,
    /// The next node, or null.
    pub next: *mut mbedtls_asn1_sequence,
}
const _: () = assert!(size_of::<mbedtls_asn1_sequence>() == 32 && align_of::<mbedtls_asn1_sequence>() == 8);
const _: () = assert!(offset_of!(mbedtls_asn1_sequence, buf) == 0);
const _: () = assert!(offset_of!(mbedtls_asn1_sequence, next) == 24);

/// A list of pairs: an OID and a value.
#[repr(C)]
pub struct mbedtls_asn1_named_data {
    /// The OID: what the value means.
    pub oid: mbedtls_asn1_buf,
    /// The value.
    pub val: mbedtls_asn1_buf,
    /// The next pair, or null.
    pub next: *mut mbedtls_asn1_named_data,
    /// Not 0 when the next pair belongs to the same set as this one.
    pub(crate) next_merged: c_uchar,
}
const _: () =
    assert!(size_of::<mbedtls_asn1_named_data>() == 64 && align_of::<mbedtls_asn1_named_data>() == 8);
const _: () = assert!(offset_of!(mbedtls_asn1_named_data, oid) == 0);
const _: () = assert!(offset_of!(mbedtls_asn1_named_data, val) == 24);
const _: () = assert!(offset_of!(mbedtls_asn1_named_data, next) == 48);
const _: () = assert!(offset_of!(mbedtls_asn1_named_data, next_merged) == 56);

impl mbedtls_asn1_buf {
    /// Nothing.
    pub(crate) const fn empty() -> Self {
        Self { tag: 0, len: 0, p: ptr::null_mut() }
    }
}

/// The bytes that a buffer states; none if its pointer is null.
///
/// # Safety
/// The buffer's pointer is null or readable for its length, and nobody writes there during `'a`.
pub(crate) unsafe fn slice<'a>(buffer: &mbedtls_asn1_buf) -> &'a [u8] {
    // SAFETY: the caller vouches for it.
    unsafe { boundary::bytes(buffer.p, buffer.len) }.unwrap_or_default()
}

/// The C API's code for what is wrong with an encoding.
pub(crate) fn asn1_code(error: DerError) -> c_int {
    match error {
        DerError::OutOfData => MBEDTLS_ERR_ASN1_OUT_OF_DATA,
        DerError::UnexpectedTag => MBEDTLS_ERR_ASN1_UNEXPECTED_TAG,
        DerError::InvalidLength => MBEDTLS_ERR_ASN1_INVALID_LENGTH,
        DerError::LengthMismatch => MBEDTLS_ERR_ASN1_LENGTH_MISMATCH,
        DerError::InvalidData => MBEDTLS_ERR_ASN1_INVALID_DATA,
    }
}
