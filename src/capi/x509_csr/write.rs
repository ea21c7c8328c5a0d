//! Writing requests.

use std::ffi::{CStr, c_char, c_int, c_uchar, c_void};
use std::ptr;

use super::mbedtls_x509write_csr;
use crate::capi::asn1::mbedtls_asn1_free_named_data_list;
use crate::capi::boundary::{enter, enter_or};
use crate::capi::codes::*;
use crate::capi::md::{digest_algorithm, mbedtls_md_type_t};
use crate::capi::pk::mbedtls_pk_context;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::x509::{mbedtls_x509_san_list, write};
use crate::x509::write::{Request, extension};

/// Sets up a request that is to be written as empty. Call it once, before anything else is done with it.
///
/// \param ctx  The request; null does nothing.
///
/// # Safety
/// `ctx` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_init(ctx: *mut mbedtls_x509write_csr) {
    enter_or((), || {
        if !ctx.is_null() {
            // SAFETY: the caller vouches for `ctx`; what was there needs no destructor.
            unsafe {
                ctx.write(mbedtls_x509write_csr {
                    key: ptr::null_mut(),
                    subject: write::NONE,
                    md_alg: 0,
                    extensions: write::NONE,
                });
            }
        }
    });
}

/// Frees what was set for a request and leaves it empty. The key stays the caller's.
///
/// \param ctx  The request; null does nothing.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_free(ctx: *mut mbedtls_x509write_csr) {
    enter_or((), || {
        if !ctx.is_null() {
            // SAFETY: the caller vouches for `ctx`, which owns both lists.
            unsafe {
                mbedtls_asn1_free_named_data_list(&raw mut (*ctx).subject);
                mbedtls_asn1_free_named_data_list(&raw mut (*ctx).extensions);
                mbedtls_x509write_csr_init(ctx);
            }
        }
    });
}

/// Sets the subject's name.
///
/// \param ctx           The request.
/// \param subject_name  The name as text, see mbedtls_x509_string_to_names().
///
/// \return 0 if it was set.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null; otherwise as from mbedtls_x509_string_to_names().
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else; `subject_name` is null or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_set_subject_name(
    ctx: *mut mbedtls_x509write_csr,
    subject_name: *const c_char,
) -> c_int {
    // SAFETY: the caller vouches for both.
    unsafe { with(ctx, |ctx| write::set_name(&raw mut ctx.subject, subject_name)) }
}

/// Sets the key: its public half goes into the request, its private half signs it.
///
/// \param ctx  The request; null does nothing.
/// \param key  The key, which stays the caller's and has to stay until the request is written.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else; `key` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_set_key(
    ctx: *mut mbedtls_x509write_csr,
    key: *mut mbedtls_pk_context,
) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(ctx) = unsafe { ctx.as_mut() } {
            ctx.key = key;
        }
    });
}

/// Sets the digest of the signature.
///
/// \param ctx     The request; null does nothing.
/// \param md_alg  The digest, such as #MBEDTLS_MD_SHA256.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_set_md_alg(
    ctx: *mut mbedtls_x509write_csr,
    md_alg: mbedtls_md_type_t,
) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(ctx) = unsafe { ctx.as_mut() } {
            ctx.md_alg = md_alg;
        }
    });
}

/// Asks for a key usage extension, not a critical one.
///
/// \param ctx        The request.
/// \param key_usage  The uses, `MBEDTLS_X509_KU_...`.
///
/// \return 0 if it was set.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_set_key_usage(
    ctx: *mut mbedtls_x509write_csr,
    key_usage: c_uchar,
) -> c_int {
    let value = extension::bits(&[key_usage]);
    // SAFETY: the caller vouches for `ctx`.
    unsafe { with(ctx, |ctx| write::set_made(&raw mut ctx.extensions, write::KEY_USAGE, false, value)) }
}

/// Asks for a Netscape certificate type extension.
///
/// \param ctx           The request.
/// \param ns_cert_type  The types, `MBEDTLS_X509_NS_CERT_TYPE_...`.
///
/// \return As mbedtls_x509write_csr_set_key_usage().
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_set_ns_cert_type(
    ctx: *mut mbedtls_x509write_csr,
    ns_cert_type: c_uchar,
) -> c_int {
    let value = extension::bits(&[ns_cert_type]);
    // SAFETY: the caller vouches for `ctx`.
    unsafe { with(ctx, |ctx| write::set_made(&raw mut ctx.extensions, write::NS_CERT_TYPE, false, value)) }
}

/// Asks for alternative names.
///
/// \param ctx       The request.
/// \param san_list  The names: addresses, host names, URIs, mailboxes and directory names. The last of the list comes
///                  first in the request.
///
/// \return 0 if they were set.
/// \return #MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE if a name is of another kind.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else; `san_list` is null or a list of valid names.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_set_subject_alternative_name(
    ctx: *mut mbedtls_x509write_csr,
    san_list: *const mbedtls_x509_san_list,
) -> c_int {
    // SAFETY: the caller vouches for both.
    unsafe { with(ctx, |ctx| write::set_alternative_names(&raw mut ctx.extensions, san_list)) }
}

/// Asks for an extension of any kind; replaces one of the same OID.
///
/// \param ctx       The request.
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
pub unsafe extern "C" fn mbedtls_x509write_csr_set_extension(
    ctx: *mut mbedtls_x509write_csr,
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

/// Writes and signs a request in DER. It stands at the END of the buffer.
///
/// \param ctx    The request.
/// \param buf    The buffer.
/// \param size   Its size in bytes.
/// \param f_rng  A random number generator for the signature; see mbedtls_pk_sign().
/// \param p_rng  What \p f_rng gets.
///
/// \return The length of the request.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if it does not fit.
/// \return #MBEDTLS_ERR_MD_BAD_INPUT_DATA if there is no function for the digest, #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if the key
///         is empty, #MBEDTLS_ERR_X509_INVALID_ALG if such a key does not sign; #MBEDTLS_ERR_OID_NOT_FOUND if it does not sign
///         with that digest.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null or if there is no key; otherwise a code of mbedtls_pk_sign() or
///         mbedtls_pk_write_pubkey_der().
///
/// # Safety
/// `ctx` is null, or initialised with keys that are; `buf` is null or writable for `size` bytes; `f_rng` is null or a
/// function that may be called with `p_rng`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_der(
    ctx: *mut mbedtls_x509write_csr,
    buf: *mut c_uchar,
    size: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        // SAFETY: passed on to the caller.
        match unsafe { request(ctx, size, (f_rng, p_rng)) } {
            // SAFETY: the caller vouches for the buffer.
            Ok(der) => unsafe { write::put_at_end(buf, size, &der) },
            Err(code) => code,
        }
    })
}

/// Writes and signs a request in PEM, with a NUL behind it. It stands at the beginning of the buffer.
///
/// \param ctx    The request.
/// \param buf    The buffer.
/// \param size   Its size in bytes, the NUL included.
/// \param f_rng  A random number generator for the signature; see mbedtls_pk_sign().
/// \param p_rng  What \p f_rng gets.
///
/// \return 0 if it was written.
/// \return #MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL or #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if it does not fit.
/// \return Otherwise as mbedtls_x509write_csr_der().
///
/// # Safety
/// As for mbedtls_x509write_csr_der().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_pem(
    ctx: *mut mbedtls_x509write_csr,
    buf: *mut c_uchar,
    size: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        // SAFETY: passed on to the caller.
        match unsafe { request(ctx, size, (f_rng, p_rng)) } {
            // SAFETY: the caller vouches for the buffer.
            Ok(der) => unsafe { write::put_pem(buf, size, &der, PEM) },
            Err(code) => code,
        }
    })
}

/// The whole request, if its signed part has room in so many bytes: that is looked at first.
///
/// # Safety
/// `ctx` is null, or initialised with a key that is; `rng` is a function that may be called so, or null.
unsafe fn request(
    ctx: *const mbedtls_x509write_csr,
    size: usize,
    rng: (mbedtls_f_rng_t, *mut c_void),
) -> Result<Vec<u8>, c_int> {
    // SAFETY: null, or the caller vouches for it.
    let ctx =
        unsafe { ctx.as_ref() }.filter(|ctx| !ctx.key.is_null()).ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
    // SAFETY: the caller vouches for the key, and the lists are ours.
    unsafe {
        let request = Request {
            subject: &write::attributes(ctx.subject),
            spki: &write::spki(ctx.key)?,
            extensions: &write::extensions(ctx.extensions),
        };
        let info = request.info().map_err(write::write_code)?;
        if info.len() > size {
            return Err(MBEDTLS_ERR_ASN1_BUF_TOO_SMALL);
        }
        digest_algorithm(ctx.md_alg).ok_or(MBEDTLS_ERR_MD_BAD_INPUT_DATA)?;
        let algorithm = write::algorithm(ctx.key, ctx.md_alg)?;
        write::sign(&info, algorithm, ctx.key, ctx.md_alg, rng)
    }
}

/// Runs `body` on a request that is not null: what it returns, or a code.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else.
unsafe fn with(
    ctx: *mut mbedtls_x509write_csr,
    body: impl FnOnce(&mut mbedtls_x509write_csr) -> c_int,
) -> c_int {
    // SAFETY: null, or the caller vouches for it.
    enter(|| unsafe { ctx.as_mut() }.map_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA, body))
}

const PEM: (&CStr, &CStr) =
    (c"-----BEGIN CERTIFICATE REQUEST-----\n", c"-----END CERTIFICATE REQUEST-----\n");
