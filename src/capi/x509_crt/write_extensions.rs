//! The extensions of certificates that are written.

use std::ffi::{c_char, c_int, c_uchar, c_uint};

use super::write::{mbedtls_x509write_cert, with};
use crate::capi::asn1::{mbedtls_asn1_sequence, slice};
use crate::capi::codes::*;
use crate::capi::pk::mbedtls_pk_context;
use crate::capi::x509::{mbedtls_x509_san_list, write};
use crate::x509::der;
use crate::x509::write::extension;

/// Adds an extension of any kind; replaces one of the same OID.
///
/// \param ctx       The certificate.
/// \param oid       The contents of its OID.
/// \param oid_len   Their length in bytes.
/// \param critical  1 if it may not be passed over.
/// \param val       Its value, DER.
/// \param val_len   The value's length in bytes.
///
/// \return 0 if it was set.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else; `oid` and `val` are null or readable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_extension(
    ctx: *mut mbedtls_x509write_cert,
    oid: *const c_char,
    oid_len: usize,
    critical: c_int,
    val: *const c_uchar,
    val_len: usize,
) -> c_int {
    // SAFETY: the caller vouches for all of them.
    unsafe {
        with(ctx, |ctx| write::set_given(&raw mut ctx.extensions, (oid, oid_len), critical, (val, val_len)))
    }
}

/// Adds basic constraints: whether the subject may sign certificates. Critical for an authority.
///
/// \param ctx          The certificate.
/// \param is_ca        1 for an authority, 0 for an end entity.
/// \param max_pathlen  How many authorities may stand below this one, 0 to 127; negative for no limit. Counts for an
///                     authority only.
///
/// \return 0 if they were set.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if \p max_pathlen counts and is over 127, or for null.
/// \return #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_basic_constraints(
    ctx: *mut mbedtls_x509write_cert,
    is_ca: c_int,
    max_pathlen: c_int,
) -> c_int {
    let is_ca = is_ca != 0;
    let limit = u8::try_from(max_pathlen).ok().filter(|&limit| limit < 0x80);
    if is_ca && max_pathlen >= 0 && limit.is_none() {
        return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
    }
    let value = extension::basic_constraints(is_ca, limit);
    // SAFETY: the caller vouches for `ctx`.
    unsafe { with(ctx, |ctx| write::set_made(&raw mut ctx.extensions, BASIC_CONSTRAINTS, is_ca, value)) }
}

/// Adds the subject key identifier: SHA-1 of the subject's key, which has to be set already.
///
/// \param ctx  The certificate.
///
/// \return 0 if it was set.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
///         Otherwise a code of mbedtls_pk_write_pubkey_der().
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_subject_key_identifier(
    ctx: *mut mbedtls_x509write_cert,
) -> c_int {
    // SAFETY: the caller vouches for `ctx` and its key.
    unsafe {
        with(ctx, |ctx| match identifier(ctx.subject_key) {
            Ok(id) => {
                let value = extension::subject_key_identifier(&id);
                write::set_made(&raw mut ctx.extensions, SUBJECT_KEY_IDENTIFIER, false, value)
            }
            Err(code) => code,
        })
    }
}

/// Adds the authority key identifier: SHA-1 of the issuer's key, which has to be set already.
///
/// \param ctx  The certificate.
///
/// \return 0 if it was set.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
///         Otherwise a code of mbedtls_pk_write_pubkey_der().
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_authority_key_identifier(
    ctx: *mut mbedtls_x509write_cert,
) -> c_int {
    // SAFETY: the caller vouches for `ctx` and its key.
    unsafe {
        with(ctx, |ctx| match identifier(ctx.issuer_key) {
            Ok(id) => {
                let value = extension::authority_key_identifier(&id);
                write::set_made(&raw mut ctx.extensions, AUTHORITY_KEY_IDENTIFIER, false, value)
            }
            Err(code) => code,
        })
    }
}

/// Adds key usage, critical.
///
/// \param ctx        The certificate.
/// \param key_usage  The uses, `MBEDTLS_X509_KU_...`.
///
/// \return 0 if it was set.
/// \return #MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE if \p key_usage has a bit without a meaning.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_key_usage(
    ctx: *mut mbedtls_x509write_cert,
    key_usage: c_uint,
) -> c_int {
    let [.., second, first] = key_usage.to_be_bytes();
    if key_usage & !KEY_USES != 0 {
        return MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE;
    }
    let value = extension::bits(&[first, second]);
    // SAFETY: the caller vouches for `ctx`.
    unsafe { with(ctx, |ctx| write::set_made(&raw mut ctx.extensions, write::KEY_USAGE, true, value)) }
}

/// Adds extended key usage, critical.
///
/// \param ctx   The certificate.
/// \param exts  The OIDs of the purposes.
///
/// \return 0 if it was set.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if there is none or one is no OID, or for null.
/// \return #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else; `exts` is null or a valid list.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_ext_key_usage(
    ctx: *mut mbedtls_x509write_cert,
    exts: *const mbedtls_asn1_sequence,
) -> c_int {
    // SAFETY: the caller vouches for both.
    unsafe {
        with(ctx, |ctx| match purposes(exts) {
            Some(oids) => {
                let value = extension::purposes(&oids);
                write::set_made(&raw mut ctx.extensions, EXTENDED_KEY_USAGE, true, value)
            }
            None => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
        })
    }
}

/// Adds Netscape's certificate type.
///
/// \param ctx           The certificate.
/// \param ns_cert_type  The types, `MBEDTLS_X509_NS_CERT_TYPE_...`.
///
/// \return 0 if it was set.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_ns_cert_type(
    ctx: *mut mbedtls_x509write_cert,
    ns_cert_type: c_uchar,
) -> c_int {
    let value = extension::bits(&[ns_cert_type]);
    // SAFETY: the caller vouches for `ctx`.
    unsafe { with(ctx, |ctx| write::set_made(&raw mut ctx.extensions, write::NS_CERT_TYPE, false, value)) }
}

/// Adds alternative names.
///
/// \param ctx       The certificate.
/// \param san_list  The names: addresses, host names, URIs, mailboxes and directory names. The last of the list comes
///                  first in the certificate.
///
/// \return 0 if they were set.
/// \return #MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE if a name is of another kind.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else; `san_list` is null or a list of valid
/// names.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_subject_alternative_name(
    ctx: *mut mbedtls_x509write_cert,
    san_list: *const mbedtls_x509_san_list,
) -> c_int {
    // SAFETY: the caller vouches for both.
    unsafe { with(ctx, |ctx| write::set_alternative_names(&raw mut ctx.extensions, san_list)) }
}

/// The identifier of a key.
///
/// # Safety
/// `key` is null, or initialised.
unsafe fn identifier(key: *const mbedtls_pk_context) -> Result<Vec<u8>, c_int> {
    if key.is_null() {
        return Err(MBEDTLS_ERR_X509_BAD_INPUT_DATA);
    }
    // SAFETY: the caller vouches for the key.
    extension::key_identifier(&unsafe { write::spki(key) }?).ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)
}

/// The OIDs of a list; `None` if there is none or one is something else.
///
/// # Safety
/// `list` is null or a valid list that is not changed during `'a`.
unsafe fn purposes<'a>(list: *const mbedtls_asn1_sequence) -> Option<Vec<&'a [u8]>> {
    let mut oids = Vec::new();
    let mut node = list;
    // SAFETY: the caller vouches for the list, whose buffers have the length they state.
    while let Some(entry) = unsafe { node.as_ref() } {
        if entry.buf.tag != c_int::from(der::OID) {
            return None;
        }
        // SAFETY: as above.
        oids.push(unsafe { slice(&entry.buf) });
        node = entry.next;
    }
    (!oids.is_empty()).then_some(oids)
}

/// Every `MBEDTLS_X509_KU_...`.
const KEY_USES: c_uint = 0x80ff;

const BASIC_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 19];
const SUBJECT_KEY_IDENTIFIER: &[u8] = &[0x55, 0x1d, 14];
const AUTHORITY_KEY_IDENTIFIER: &[u8] = &[0x55, 0x1d, 35];
const EXTENDED_KEY_USAGE: &[u8] = &[0x55, 0x1d, 37];
