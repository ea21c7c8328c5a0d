//! The C types of `mbedtls/x509_crl.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_void};
use std::mem::offset_of;

use crate::capi::md::mbedtls_md_type_t;
use crate::capi::pk::*;
use crate::capi::x509::*;

/// One revoked certificate. Belongs to its revocation list.
#[repr(C)]
pub struct mbedtls_x509_crl_entry {
    /// The entry, DER.
    pub raw: mbedtls_x509_buf,
    /// The serial number of the revoked certificate.
    pub serial: mbedtls_x509_buf,
    /// Since when it is revoked, UTC.
    pub revocation_date: mbedtls_x509_time,
    /// The entry's extensions, DER.
    pub entry_ext: mbedtls_x509_buf,
    /// The next entry, or null.
    pub next: *mut mbedtls_x509_crl_entry,
}
const _: () =
    assert!(size_of::<mbedtls_x509_crl_entry>() == 104 && align_of::<mbedtls_x509_crl_entry>() == 8);
const _: () = assert!(offset_of!(mbedtls_x509_crl_entry, raw) == 0);
const _: () = assert!(offset_of!(mbedtls_x509_crl_entry, serial) == 24);
const _: () = assert!(offset_of!(mbedtls_x509_crl_entry, revocation_date) == 48);
const _: () = assert!(offset_of!(mbedtls_x509_crl_entry, entry_ext) == 72);
const _: () = assert!(offset_of!(mbedtls_x509_crl_entry, next) == 96);

/// A parsed revocation list, and the head of a list of them. Starts with mbedtls_x509_crl_init(), ends with
/// mbedtls_x509_crl_free(). Every buffer points into `raw`. Members are for reading only.
#[repr(C)]
pub struct mbedtls_x509_crl {
    /// The whole revocation list, DER.
    pub raw: mbedtls_x509_buf,
    /// The signed part.
    pub tbs: mbedtls_x509_buf,
    /// 1 or 2.
    pub version: c_int,
    /// The OID of the signature algorithm.
    pub sig_oid: mbedtls_x509_buf,
    /// The issuer's name, DER; for comparing.
    pub issuer_raw: mbedtls_x509_buf,
    /// The issuer's name, one node per attribute.
    pub issuer: mbedtls_x509_name,
    /// When the list was issued, UTC.
    pub this_update: mbedtls_x509_time,
    /// When the next one is due, UTC.
    pub next_update: mbedtls_x509_time,
    /// The first revoked certificate; its `raw.len` is 0 when there is none.
    pub entry: mbedtls_x509_crl_entry,
    /// The list's extensions, DER.
    pub crl_ext: mbedtls_x509_buf,
    pub(crate) sig_oid2: mbedtls_x509_buf,
    pub(crate) sig: mbedtls_x509_buf,
    pub(crate) sig_md: mbedtls_md_type_t,
    pub(crate) sig_pk: mbedtls_pk_type_t,
    pub(crate) sig_opts: *mut c_void,
    /// The next revocation list, or null.
    pub next: *mut mbedtls_x509_crl,
}
const _: () = assert!(size_of::<mbedtls_x509_crl>() == 416 && align_of::<mbedtls_x509_crl>() == 8);
const _: () = assert!(offset_of!(mbedtls_x509_crl, raw) == 0);
const _: () = assert!(offset_of!(mbedtls_x509_crl, tbs) == 24);
const _: () = assert!(offset_of!(mbedtls_x509_crl, version) == 48);
const _: () = assert!(offset_of!(mbedtls_x509_crl, sig_oid) == 56);
const _: () = assert!(offset_of!(mbedtls_x509_crl, issuer_raw) == 80);
const _: () = assert!(offset_of!(mbedtls_x509_crl, issuer) == 104);
const _: () = assert!(offset_of!(mbedtls_x509_crl, this_update) == 168);
const _: () = assert!(offset_of!(mbedtls_x509_crl, next_update) == 192);
const _: () = assert!(offset_of!(mbedtls_x509_crl, entry) == 216);
const _: () = assert!(offset_of!(mbedtls_x509_crl, crl_ext) == 320);
const _: () = assert!(offset_of!(mbedtls_x509_crl, next) == 408);
