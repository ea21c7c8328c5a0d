//! The C types of `mbedtls/x509.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::c_int;
use std::mem::offset_of;

use crate::capi::asn1::{
    mbedtls_asn1_bitstring, mbedtls_asn1_buf, mbedtls_asn1_named_data, mbedtls_asn1_sequence,
};

/// Bytes inside a certificate.
pub type mbedtls_x509_buf = mbedtls_asn1_buf;
/// A bit string inside a certificate.
pub type mbedtls_x509_bitstring = mbedtls_asn1_bitstring;
/// A distinguished name: a list with one node per attribute.
pub type mbedtls_x509_name = mbedtls_asn1_named_data;
/// A list of values of one kind.
pub type mbedtls_x509_sequence = mbedtls_asn1_sequence;

/// A date and time, UTC.
#[repr(C)]
pub struct mbedtls_x509_time {
    /// The year, as in 2026.
    pub year: c_int,
    /// The month, 1 to 12.
    pub mon: c_int,
    /// The day of the month, 1 to 31.
    pub day: c_int,
    /// The hour, 0 to 23.
    pub hour: c_int,
    /// The minute, 0 to 59.
    pub min: c_int,
    /// The second, 0 to 59.
    pub sec: c_int,
}
const _: () = assert!(size_of::<mbedtls_x509_time>() == 24 && align_of::<mbedtls_x509_time>() == 4);
const _: () = assert!(offset_of!(mbedtls_x509_time, year) == 0);
const _: () = assert!(offset_of!(mbedtls_x509_time, mon) == 4);
const _: () = assert!(offset_of!(mbedtls_x509_time, day) == 8);
const _: () = assert!(offset_of!(mbedtls_x509_time, hour) == 12);
const _: () = assert!(offset_of!(mbedtls_x509_time, min) == 16);
const _: () = assert!(offset_of!(mbedtls_x509_time, sec) == 20);

/// The authority key identifier extension (RFC 5280 section 4.2.1.1).
#[repr(C)]
pub struct mbedtls_x509_authority {
    /// The issuer's key identifier; empty when absent.
    pub keyIdentifier: mbedtls_x509_buf,
    /// The name of the issuer's issuer, as general names.
    pub authorityCertIssuer: mbedtls_x509_sequence,
    /// The serial number of the issuer's certificate; empty when absent.
    pub authorityCertSerialNumber: mbedtls_x509_buf,
    /// The extension, DER.
    pub raw: mbedtls_x509_buf,
}
const _: () =
    assert!(size_of::<mbedtls_x509_authority>() == 104 && align_of::<mbedtls_x509_authority>() == 8);
const _: () = assert!(offset_of!(mbedtls_x509_authority, keyIdentifier) == 0);
const _: () = assert!(offset_of!(mbedtls_x509_authority, authorityCertIssuer) == 24);
const _: () = assert!(offset_of!(mbedtls_x509_authority, authorityCertSerialNumber) == 56);
const _: () = assert!(offset_of!(mbedtls_x509_authority, raw) == 80);
