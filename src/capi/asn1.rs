//! The C types of `mbedtls/asn1.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar};
use std::mem::offset_of;

#[repr(C)]
pub struct mbedtls_asn1_buf {
    pub tag: c_int,
    pub len: usize,
    pub p: *mut c_uchar,
}
const _: () = assert!(size_of::<mbedtls_asn1_buf>() == 24 && align_of::<mbedtls_asn1_buf>() == 8);
const _: () = assert!(offset_of!(mbedtls_asn1_buf, tag) == 0);
const _: () = assert!(offset_of!(mbedtls_asn1_buf, len) == 8);
const _: () = assert!(offset_of!(mbedtls_asn1_buf, p) == 16);

#[repr(C)]
pub struct mbedtls_asn1_bitstring {
    pub len: usize,
    pub unused_bits: c_uchar,
    pub p: *mut c_uchar,
}
const _: () = assert!(size_of::<mbedtls_asn1_bitstring>() == 24 && align_of::<mbedtls_asn1_bitstring>() == 8);
const _: () = assert!(offset_of!(mbedtls_asn1_bitstring, len) == 0);
const _: () = assert!(offset_of!(mbedtls_asn1_bitstring, unused_bits) == 8);
const _: () = assert!(offset_of!(mbedtls_asn1_bitstring, p) == 16);

#[repr(C)]
pub struct mbedtls_asn1_sequence {
    pub buf: mbedtls_asn1_buf,
    pub next: *mut mbedtls_asn1_sequence,
}
const _: () = assert!(size_of::<mbedtls_asn1_sequence>() == 32 && align_of::<mbedtls_asn1_sequence>() == 8);
const _: () = assert!(offset_of!(mbedtls_asn1_sequence, buf) == 0);
const _: () = assert!(offset_of!(mbedtls_asn1_sequence, next) == 24);

#[repr(C)]
pub struct mbedtls_asn1_named_data {
    pub oid: mbedtls_asn1_buf,
    pub val: mbedtls_asn1_buf,
    pub next: *mut mbedtls_asn1_named_data,
    pub next_merged: c_uchar,
}
const _: () =
    assert!(size_of::<mbedtls_asn1_named_data>() == 64 && align_of::<mbedtls_asn1_named_data>() == 8);
const _: () = assert!(offset_of!(mbedtls_asn1_named_data, oid) == 0);
const _: () = assert!(offset_of!(mbedtls_asn1_named_data, val) == 24);
const _: () = assert!(offset_of!(mbedtls_asn1_named_data, next) == 48);
const _: () = assert!(offset_of!(mbedtls_asn1_named_data, next_merged) == 56);
