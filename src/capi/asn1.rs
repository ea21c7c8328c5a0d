//! The C types of `mbedtls/asn1.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar};
use std::mem::offset_of;

/// A piece of DER: a tag, and where its contents are. Points into memory that something else owns.
#[repr(C)]
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
