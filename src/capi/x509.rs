//! The C types of `mbedtls/x509.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::c_int;
use std::mem::offset_of;

use crate::capi::asn1::{
    mbedtls_asn1_bitstring, mbedtls_asn1_buf, mbedtls_asn1_named_data, mbedtls_asn1_sequence,
};

pub type mbedtls_x509_buf = mbedtls_asn1_buf;
pub type mbedtls_x509_bitstring = mbedtls_asn1_bitstring;
pub type mbedtls_x509_name = mbedtls_asn1_named_data;
pub type mbedtls_x509_sequence = mbedtls_asn1_sequence;

#[repr(C)]
pub struct mbedtls_x509_time {
    pub year: c_int,
    pub mon: c_int,
    pub day: c_int,
    pub hour: c_int,
    pub min: c_int,
    pub sec: c_int,
}
const _: () = assert!(size_of::<mbedtls_x509_time>() == 24 && align_of::<mbedtls_x509_time>() == 4);
const _: () = assert!(offset_of!(mbedtls_x509_time, year) == 0);
const _: () = assert!(offset_of!(mbedtls_x509_time, mon) == 4);
const _: () = assert!(offset_of!(mbedtls_x509_time, day) == 8);
const _: () = assert!(offset_of!(mbedtls_x509_time, hour) == 12);
const _: () = assert!(offset_of!(mbedtls_x509_time, min) == 16);
const _: () = assert!(offset_of!(mbedtls_x509_time, sec) == 20);

#[repr(C)]
pub struct mbedtls_x509_authority {
    pub keyIdentifier: mbedtls_x509_buf,
    pub authorityCertIssuer: mbedtls_x509_sequence,
    pub authorityCertSerialNumber: mbedtls_x509_buf,
    pub raw: mbedtls_x509_buf,
}
const _: () =
    assert!(size_of::<mbedtls_x509_authority>() == 104 && align_of::<mbedtls_x509_authority>() == 8);
const _: () = assert!(offset_of!(mbedtls_x509_authority, keyIdentifier) == 0);
const _: () = assert!(offset_of!(mbedtls_x509_authority, authorityCertIssuer) == 24);
const _: () = assert!(offset_of!(mbedtls_x509_authority, authorityCertSerialNumber) == 56);
const _: () = assert!(offset_of!(mbedtls_x509_authority, raw) == 80);
