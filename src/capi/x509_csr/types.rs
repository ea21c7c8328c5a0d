//! The C types of `mbedtls/x509_csr.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_uint, c_void};
use std::mem::offset_of;

use crate::capi::asn1::mbedtls_asn1_named_data;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::pk::*;
use crate::capi::x509::*;

/// A parsed certificate request. Starts with mbedtls_x509_csr_init(), ends with mbedtls_x509_csr_free(). Every buffer
/// points into `raw`. Members are for reading only.
#[repr(C)]
pub struct mbedtls_x509_csr {
    /// The whole request, DER.
    pub raw: mbedtls_x509_buf,
    /// The signed part.
    pub cri: mbedtls_x509_buf,
    /// 1.
    pub version: c_int,
    /// The subject's name, DER.
    pub subject_raw: mbedtls_x509_buf,
    /// The subject's name, one node per attribute.
    pub subject: mbedtls_x509_name,
    /// The subject's public key, owned by the request.
    pub pk: mbedtls_pk_context,
    /// The key usage that is asked for, or 0.
    pub key_usage: c_uint,
    /// The Netscape certificate type that is asked for, or 0.
    pub ns_cert_type: c_uchar,
    /// The alternative names that are asked for.
    pub subject_alt_names: mbedtls_x509_sequence,
    pub(crate) ext_types: c_int,
    /// The OID of the signature algorithm.
    pub sig_oid: mbedtls_x509_buf,
    pub(crate) sig: mbedtls_x509_buf,
    pub(crate) sig_md: mbedtls_md_type_t,
    pub(crate) sig_pk: mbedtls_pk_type_t,
    pub(crate) sig_opts: *mut c_void,
}
const _: () = assert!(size_of::<mbedtls_x509_csr>() == 272 && align_of::<mbedtls_x509_csr>() == 8);
const _: () = assert!(offset_of!(mbedtls_x509_csr, cri) == 24);
const _: () = assert!(offset_of!(mbedtls_x509_csr, version) == 48);
const _: () = assert!(offset_of!(mbedtls_x509_csr, subject_raw) == 56);
const _: () = assert!(offset_of!(mbedtls_x509_csr, subject) == 80);
const _: () = assert!(offset_of!(mbedtls_x509_csr, pk) == 144);
const _: () = assert!(offset_of!(mbedtls_x509_csr, key_usage) == 160);
const _: () = assert!(offset_of!(mbedtls_x509_csr, ns_cert_type) == 164);
const _: () = assert!(offset_of!(mbedtls_x509_csr, subject_alt_names) == 168);
const _: () = assert!(offset_of!(mbedtls_x509_csr, ext_types) == 200);
const _: () = assert!(offset_of!(mbedtls_x509_csr, sig_oid) == 208);

/// A request that is to be written. Starts with mbedtls_x509write_csr_init(), ends with mbedtls_x509write_csr_free().
/// Its members are private.
#[repr(C)]
pub struct mbedtls_x509write_csr {
    pub(crate) key: *mut mbedtls_pk_context,
    pub(crate) subject: *mut mbedtls_asn1_named_data,
    pub(crate) md_alg: mbedtls_md_type_t,
    pub(crate) extensions: *mut mbedtls_asn1_named_data,
}
const _: () = assert!(size_of::<mbedtls_x509write_csr>() == 32 && align_of::<mbedtls_x509write_csr>() == 8);
const _: () = assert!(offset_of!(mbedtls_x509write_csr, extensions) == 24);

/// A function that gets the extensions of a request which the library does not know: its own argument, the request, the
/// OID, whether the extension is critical, the beginning and the end of its value. With a result other than 0 it refuses
/// a critical one.
pub type mbedtls_x509_csr_ext_cb_t = Option<
    unsafe extern "C" fn(
        p_ctx: *mut c_void,
        csr: *const mbedtls_x509_csr,
        oid: *const mbedtls_x509_buf,
        critical: c_int,
        p: *const c_uchar,
        end: *const c_uchar,
    ) -> c_int,
>;
