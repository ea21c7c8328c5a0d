//! The C types of `mbedtls/x509_crt.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_uint, c_void};
use std::mem::offset_of;

use crate::capi::md::mbedtls_md_type_t;
use crate::capi::pk::*;
use crate::capi::x509::*;

/// A parsed certificate, and the head of a list of them. Starts with mbedtls_x509_crt_init(), ends with
/// mbedtls_x509_crt_free(), which frees the whole list. Every buffer points into `raw`. Members are for reading
/// only.
#[repr(C)]
pub struct mbedtls_x509_crt {
    pub(crate) own_buffer: *mut c_void,
    /// The whole certificate, DER.
    pub raw: mbedtls_x509_buf,
    /// The signed part.
    pub tbs: mbedtls_x509_buf,
    /// 1, 2 or 3.
    pub version: c_int,
    /// The serial number as it is encoded.
    pub serial: mbedtls_x509_buf,
    /// The OID of the signature algorithm.
    pub sig_oid: mbedtls_x509_buf,
    /// The issuer's name, DER; for comparing.
    pub issuer_raw: mbedtls_x509_buf,
    /// The subject's name, DER; for comparing.
    pub subject_raw: mbedtls_x509_buf,
    /// The issuer's name, one node per attribute.
    pub issuer: mbedtls_x509_name,
    /// The subject's name, one node per attribute.
    pub subject: mbedtls_x509_name,
    /// The first second it is valid, UTC.
    pub valid_from: mbedtls_x509_time,
    /// The last second it is valid, UTC.
    pub valid_to: mbedtls_x509_time,
    /// The subject's public key, DER (SubjectPublicKeyInfo).
    pub pk_raw: mbedtls_x509_buf,
    /// The subject's public key, owned by the certificate.
    pub pk: mbedtls_pk_context,
    /// The issuer's unique identifier (version 2), mostly empty.
    pub issuer_id: mbedtls_x509_buf,
    /// The subject's unique identifier (version 2), mostly empty.
    pub subject_id: mbedtls_x509_buf,
    /// All extensions, DER.
    pub v3_ext: mbedtls_x509_buf,
    /// Alternative names of the subject: DNS names, addresses and so on, as GeneralName values. `tag` tells the
    /// kind.
    pub subject_alt_names: mbedtls_x509_sequence,
    /// The subject key identifier.
    pub subject_key_id: mbedtls_x509_buf,
    /// What identifies the issuer's key.
    pub authority_key_id: mbedtls_x509_authority,
    /// The policies' OIDs.
    pub certificate_policies: mbedtls_x509_sequence,
    /// Bits: `MBEDTLS_X509_EXT_...` of the extensions present.
    pub(crate) ext_types: c_int,
    pub(crate) ca_istrue: c_int,
    pub(crate) max_pathlen: c_int,
    pub(crate) key_usage: c_uint,
    /// The OIDs of the extended key usage extension.
    pub ext_key_usage: mbedtls_x509_sequence,
    pub(crate) ns_cert_type: c_uchar,
    pub(crate) sig: mbedtls_x509_buf,
    pub(crate) sig_md: mbedtls_md_type_t,
    pub(crate) sig_pk: mbedtls_pk_type_t,
    pub(crate) sig_opts: *mut c_void,
    /// The next certificate of the list, or null.
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

/// What signatures and keys a chain may use. Each set is an OR of `MBEDTLS_X509_ID_FLAG(id)`.
#[repr(C)]
pub struct mbedtls_x509_crt_profile {
    /// The allowed digests (`mbedtls_md_type_t`).
    pub allowed_mds: u32,
    /// The allowed key types (`mbedtls_pk_type_t`).
    pub allowed_pks: u32,
    /// The allowed curves (`mbedtls_ecp_group_id`).
    pub allowed_curves: u32,
    /// The shortest allowed RSA modulus, in bits.
    pub rsa_min_bitlen: u32,
}
const _: () =
    assert!(size_of::<mbedtls_x509_crt_profile>() == 16 && align_of::<mbedtls_x509_crt_profile>() == 4);
const _: () = assert!(offset_of!(mbedtls_x509_crt_profile, allowed_mds) == 0);
const _: () = assert!(offset_of!(mbedtls_x509_crt_profile, allowed_pks) == 4);
const _: () = assert!(offset_of!(mbedtls_x509_crt_profile, allowed_curves) == 8);
const _: () = assert!(offset_of!(mbedtls_x509_crt_profile, rsa_min_bitlen) == 12);

/// One certificate of a path, and what was found wrong with it.
#[repr(C)]
pub struct mbedtls_x509_crt_verify_chain_item {
    pub(crate) crt: *mut mbedtls_x509_crt,
    pub(crate) flags: u32,
}
const _: () = assert!(
    size_of::<mbedtls_x509_crt_verify_chain_item>() == 16
        && align_of::<mbedtls_x509_crt_verify_chain_item>() == 8
);

/// A path with at most #MBEDTLS_X509_MAX_VERIFY_CHAIN_SIZE certificates. No function takes or gives one.
#[repr(C)]
pub struct mbedtls_x509_crt_verify_chain {
    pub(crate) items: [mbedtls_x509_crt_verify_chain_item; 10],
    pub(crate) len: c_uint,
}
const _: () = assert!(
    size_of::<mbedtls_x509_crt_verify_chain>() == 168 && align_of::<mbedtls_x509_crt_verify_chain>() == 8
);
const _: () = assert!(offset_of!(mbedtls_x509_crt_verify_chain, len) == 160);

/// For mbedtls_x509_crt_verify_restartable(), which does everything at once.
pub type mbedtls_x509_crt_restart_ctx = c_void;

/// Looks at an extension that the library does not understand, or at policies other than any: its OID, whether it is
/// critical, and the contents of its OCTET STRING from `p` up to `end`. 0 takes the certificate with it.
pub type mbedtls_x509_crt_ext_cb_t = Option<
    unsafe extern "C" fn(
        p_ctx: *mut c_void,
        crt: *const mbedtls_x509_crt,
        oid: *const mbedtls_x509_buf,
        critical: c_int,
        p: *const c_uchar,
        end: *const c_uchar,
    ) -> c_int,
>;

/// Finds the trusted certificates for a child. No function of this library takes one.
pub type mbedtls_x509_crt_ca_cb_t = Option<
    unsafe extern "C" fn(
        p_ctx: *mut c_void,
        child: *const mbedtls_x509_crt,
        candidate_cas: *mut *mut mbedtls_x509_crt,
    ) -> c_int,
>;
