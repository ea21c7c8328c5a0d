//! The C types of `mbedtls/x509_crt.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_uint, c_void};
use std::mem::offset_of;

use crate::capi::md::mbedtls_md_type_t;
use crate::capi::pk::*;
use crate::capi::x509::*;

#[repr(C)]
pub struct mbedtls_x509_crt {
    pub own_buffer: c_int,
    pub raw: mbedtls_x509_buf,
    pub tbs: mbedtls_x509_buf,
    pub version: c_int,
    pub serial: mbedtls_x509_buf,
    pub sig_oid: mbedtls_x509_buf,
    pub issuer_raw: mbedtls_x509_buf,
    pub subject_raw: mbedtls_x509_buf,
    pub issuer: mbedtls_x509_name,
    pub subject: mbedtls_x509_name,
    pub valid_from: mbedtls_x509_time,
    pub valid_to: mbedtls_x509_time,
    pub pk_raw: mbedtls_x509_buf,
    pub pk: mbedtls_pk_context,
    pub issuer_id: mbedtls_x509_buf,
    pub subject_id: mbedtls_x509_buf,
    pub v3_ext: mbedtls_x509_buf,
    pub subject_alt_names: mbedtls_x509_sequence,
    pub subject_key_id: mbedtls_x509_buf,
    pub authority_key_id: mbedtls_x509_authority,
    pub certificate_policies: mbedtls_x509_sequence,
    pub ext_types: c_int,
    pub ca_istrue: c_int,
    pub max_pathlen: c_int,
    pub key_usage: c_uint,
    pub ext_key_usage: mbedtls_x509_sequence,
    pub ns_cert_type: c_uchar,
    pub sig: mbedtls_x509_buf,
    pub sig_md: mbedtls_md_type_t,
    pub sig_pk: mbedtls_pk_type_t,
    pub sig_opts: *mut c_void,
    pub next: *mut mbedtls_x509_crt,
}
const _: () = assert!(size_of::<mbedtls_x509_crt>() == 744 && align_of::<mbedtls_x509_crt>() == 8);
const _: () = assert!(offset_of!(mbedtls_x509_crt, raw) == 8);
const _: () = assert!(offset_of!(mbedtls_x509_crt, tbs) == 32);
const _: () = assert!(offset_of!(mbedtls_x509_crt, version) == 56);
const _: () = assert!(offset_of!(mbedtls_x509_crt, serial) == 64);
const _: () = assert!(offset_of!(mbedtls_x509_crt, sig_oid) == 88);
const _: () = assert!(offset_of!(mbedtls_x509_crt, issuer_raw) == 112);
const _: () = assert!(offset_of!(mbedtls_x509_crt, subject_raw) == 136);
const _: () = assert!(offset_of!(mbedtls_x509_crt, issuer) == 160);
const _: () = assert!(offset_of!(mbedtls_x509_crt, subject) == 224);
const _: () = assert!(offset_of!(mbedtls_x509_crt, valid_from) == 288);
const _: () = assert!(offset_of!(mbedtls_x509_crt, valid_to) == 312);
const _: () = assert!(offset_of!(mbedtls_x509_crt, pk_raw) == 336);
const _: () = assert!(offset_of!(mbedtls_x509_crt, pk) == 360);
const _: () = assert!(offset_of!(mbedtls_x509_crt, issuer_id) == 376);
const _: () = assert!(offset_of!(mbedtls_x509_crt, subject_id) == 400);
const _: () = assert!(offset_of!(mbedtls_x509_crt, v3_ext) == 424);
const _: () = assert!(offset_of!(mbedtls_x509_crt, subject_alt_names) == 448);
const _: () = assert!(offset_of!(mbedtls_x509_crt, subject_key_id) == 480);
const _: () = assert!(offset_of!(mbedtls_x509_crt, authority_key_id) == 504);
const _: () = assert!(offset_of!(mbedtls_x509_crt, certificate_policies) == 608);
const _: () = assert!(offset_of!(mbedtls_x509_crt, ext_types) == 640);
const _: () = assert!(offset_of!(mbedtls_x509_crt, ext_key_usage) == 656);
const _: () = assert!(offset_of!(mbedtls_x509_crt, next) == 736);

#[repr(C)]
pub struct mbedtls_x509_crt_profile {
    pub allowed_mds: u32,
    pub allowed_pks: u32,
    pub allowed_curves: u32,
    pub rsa_min_bitlen: u32,
}
const _: () =
    assert!(size_of::<mbedtls_x509_crt_profile>() == 16 && align_of::<mbedtls_x509_crt_profile>() == 4);
const _: () = assert!(offset_of!(mbedtls_x509_crt_profile, allowed_mds) == 0);
const _: () = assert!(offset_of!(mbedtls_x509_crt_profile, allowed_pks) == 4);
const _: () = assert!(offset_of!(mbedtls_x509_crt_profile, allowed_curves) == 8);
const _: () = assert!(offset_of!(mbedtls_x509_crt_profile, rsa_min_bitlen) == 12);
