//! The C types of `mbedtls/x509_crl.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_void};
use std::mem::offset_of;

use crate::capi::md::mbedtls_md_type_t;
use crate::capi::pk::*;
use crate::capi::x509::*;

#[repr(C)]
pub struct mbedtls_x509_crl_entry {
    pub raw: mbedtls_x509_buf,
    pub serial: mbedtls_x509_buf,
    pub revocation_date: mbedtls_x509_time,
    pub entry_ext: mbedtls_x509_buf,
    pub next: *mut mbedtls_x509_crl_entry,
}
const _: () =
    assert!(size_of::<mbedtls_x509_crl_entry>() == 104 && align_of::<mbedtls_x509_crl_entry>() == 8);
const _: () = assert!(offset_of!(mbedtls_x509_crl_entry, raw) == 0);
const _: () = assert!(offset_of!(mbedtls_x509_crl_entry, serial) == 24);
const _: () = assert!(offset_of!(mbedtls_x509_crl_entry, revocation_date) == 48);
const _: () = assert!(offset_of!(mbedtls_x509_crl_entry, entry_ext) == 72);
const _: () = assert!(offset_of!(mbedtls_x509_crl_entry, next) == 96);

#[repr(C)]
pub struct mbedtls_x509_crl {
    pub raw: mbedtls_x509_buf,
    pub tbs: mbedtls_x509_buf,
    pub version: c_int,
    pub sig_oid: mbedtls_x509_buf,
    pub issuer_raw: mbedtls_x509_buf,
    pub issuer: mbedtls_x509_name,
    pub this_update: mbedtls_x509_time,
    pub next_update: mbedtls_x509_time,
    pub entry: mbedtls_x509_crl_entry,
    pub crl_ext: mbedtls_x509_buf,
    pub sig_oid2: mbedtls_x509_buf,
    pub sig: mbedtls_x509_buf,
    pub sig_md: mbedtls_md_type_t,
    pub sig_pk: mbedtls_pk_type_t,
    pub sig_opts: *mut c_void,
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
