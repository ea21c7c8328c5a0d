//! Writing certificates.

use std::ffi::{CStr, c_char, c_int, c_uchar, c_void};
use std::mem::offset_of;

use crate::capi::asn1::{mbedtls_asn1_free_named_data_list, mbedtls_asn1_named_data};
use crate::capi::bignum::{magnitude, mbedtls_mpi};
use crate::capi::boundary::{self, enter, enter_or};
use crate::capi::codes::*;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::pk::mbedtls_pk_context;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::x509::write;
use crate::x509::write::Certificate;

/// A certificate that is to be written. Starts with mbedtls_x509write_crt_init(), ends with
/// mbedtls_x509write_crt_free(). Its members are private.
#[repr(C)]
pub struct mbedtls_x509write_cert {
    pub(crate) version: c_int,
    pub(crate) serial: [c_uchar; 20],
    pub(crate) serial_len: usize,
    pub(crate) subject_key: *mut mbedtls_pk_context,
    pub(crate) issuer_key: *mut mbedtls_pk_context,
    pub(crate) subject: *mut mbedtls_asn1_named_data,
    pub(crate) issuer: *mut mbedtls_asn1_named_data,
    pub(crate) md_alg: mbedtls_md_type_t,
    pub(crate) not_before: [c_char; 16],
    pub(crate) not_after: [c_char; 16],
    pub(crate) extensions: *mut mbedtls_asn1_named_data,
}
const _: () =
    assert!(size_of::<mbedtls_x509write_cert>() == 112 && align_of::<mbedtls_x509write_cert>() == 8);
const _: () = assert!(offset_of!(mbedtls_x509write_cert, serial) == 4);
const _: () = assert!(offset_of!(mbedtls_x509write_cert, serial_len) == 24);
const _: () = assert!(offset_of!(mbedtls_x509write_cert, md_alg) == 64);
const _: () = assert!(offset_of!(mbedtls_x509write_cert, not_before) == 68);
const _: () = assert!(offset_of!(mbedtls_x509write_cert, not_after) == 84);
const _: () = assert!(offset_of!(mbedtls_x509write_cert, extensions) == 104);

/// Sets up a certificate that is to be written as empty, of version 3. Call it once, before anything else is done with it.
///
/// \param ctx  The certificate; null does nothing.
///
/// # Safety
/// `ctx` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_init(ctx: *mut mbedtls_x509write_cert) {
    enter_or((), || {
        // SAFETY: null, or the caller vouches for it; all zero bytes are a certificate with nothing set.
        unsafe {
            boundary::zero(ctx);
            if let Some(ctx) = ctx.as_mut() {
                ctx.version = VERSION_3;
            }
        }
    });
}

/// Frees what was set for a certificate and leaves it empty. The keys stay the caller's.
///
/// \param ctx  The certificate; null does nothing.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_free(ctx: *mut mbedtls_x509write_cert) {
    enter_or((), || {
        if !ctx.is_null() {
            // SAFETY: the caller vouches for `ctx`, which owns the lists.
            unsafe {
                mbedtls_asn1_free_named_data_list(&raw mut (*ctx).subject);
                mbedtls_asn1_free_named_data_list(&raw mut (*ctx).issuer);
                mbedtls_asn1_free_named_data_list(&raw mut (*ctx).extensions);
                boundary::zero(ctx);
            }
        }
    });
}

/// Sets the version.
///
/// \param ctx      The certificate; null does nothing.
/// \param version  #MBEDTLS_X509_CRT_VERSION_1, `_2` or `_3`. Only version 3 has extensions.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_version(ctx: *mut mbedtls_x509write_cert, version: c_int) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(ctx) = unsafe { ctx.as_mut() } {
            ctx.version = version;
        }
    });
}

/// Sets the serial number. mbedtls_x509write_crt_set_serial_raw() is newer.
///
/// \param ctx     The certificate.
/// \param serial  The number.
///
/// \return 0 if it was set.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if it takes more than 20 bytes, or for null.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else; `serial` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_serial(
    ctx: *mut mbedtls_x509write_cert,
    serial: *const mbedtls_mpi,
) -> c_int {
    enter(|| {
        if serial.is_null() {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for both.
        unsafe {
            let number = magnitude(serial);
            with(ctx, |ctx| set_serial(ctx, &number))
        }
    })
}

/// Sets the serial number as bytes. They are written as they are, with a zero byte in front where the number would be
/// negative.
///
/// \param ctx         The certificate.
/// \param serial      The bytes, the highest first.
/// \param serial_len  How many they are, 20 at most.
///
/// \return 0 if it was set.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if there are more than 20, or for null.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else; `serial` is null, or readable for
/// `serial_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_serial_raw(
    ctx: *mut mbedtls_x509write_cert,
    serial: *mut c_uchar,
    serial_len: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        unsafe {
            match boundary::bytes(serial, serial_len) {
                Some(number) => with(ctx, |ctx| set_serial(ctx, number)),
                None => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
            }
        }
    })
}

/// Sets the time of validity, UTC.
///
/// \param ctx         The certificate.
/// \param not_before  The first second, as YYYYMMDDhhmmss.
/// \param not_after   The last one.
///
/// \return 0 if it was set.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if one has not 14 characters, or for null.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else; the others are null or C strings.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_validity(
    ctx: *mut mbedtls_x509write_cert,
    not_before: *const c_char,
    not_after: *const c_char,
) -> c_int {
    // SAFETY: null, or the caller vouches for them.
    let texts = unsafe { (boundary::string(not_before), boundary::string(not_after)) };
    // SAFETY: the caller vouches for `ctx`.
    unsafe {
        with(ctx, |ctx| match (texts.0.and_then(time), texts.1.and_then(time)) {
            (Some(first), Some(last)) => {
                (ctx.not_before, ctx.not_after) = (first, last);
                0
            }
            _ => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
        })
    }
}

/// Sets the issuer's name: who signs.
///
/// \param ctx          The certificate.
/// \param issuer_name  The name as text, see mbedtls_x509_string_to_names().
///
/// \return 0 if it was set.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null; otherwise as from mbedtls_x509_string_to_names().
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else; `issuer_name` is null or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_issuer_name(
    ctx: *mut mbedtls_x509write_cert,
    issuer_name: *const c_char,
) -> c_int {
    // SAFETY: the caller vouches for both.
    unsafe { with(ctx, |ctx| write::set_name(&raw mut ctx.issuer, issuer_name)) }
}

/// Sets the key that signs.
///
/// \param ctx  The certificate; null does nothing.
/// \param key  The key, which stays the caller's and has to stay until the certificate is written.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else; `key` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_issuer_key(
    ctx: *mut mbedtls_x509write_cert,
    key: *mut mbedtls_pk_context,
) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(ctx) = unsafe { ctx.as_mut() } {
            ctx.issuer_key = key;
        }
    });
}

/// Sets the subject's name: whose key it is.
///
/// \param ctx           The certificate.
/// \param subject_name  The name as text, see mbedtls_x509_string_to_names().
///
/// \return 0 if it was set.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null; otherwise as from mbedtls_x509_string_to_names().
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else; `subject_name` is null or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_subject_name(
    ctx: *mut mbedtls_x509write_cert,
    subject_name: *const c_char,
) -> c_int {
    // SAFETY: the caller vouches for both.
    unsafe { with(ctx, |ctx| write::set_name(&raw mut ctx.subject, subject_name)) }
}

/// Sets the subject's key, whose public half goes into the certificate.
///
/// \param ctx  The certificate; null does nothing.
/// \param key  The key, which stays the caller's and has to stay until the certificate is written.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else; `key` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_subject_key(
    ctx: *mut mbedtls_x509write_cert,
    key: *mut mbedtls_pk_context,
) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(ctx) = unsafe { ctx.as_mut() } {
            ctx.subject_key = key;
        }
    });
}

/// Sets the digest of the signature.
///
/// \param ctx     The certificate; null does nothing.
/// \param md_alg  The digest, such as #MBEDTLS_MD_SHA256.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_md_alg(
    ctx: *mut mbedtls_x509write_cert,
    md_alg: mbedtls_md_type_t,
) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(ctx) = unsafe { ctx.as_mut() } {
            ctx.md_alg = md_alg;
        }
    });
}

/// Writes and signs a certificate in DER. It stands at the END of the buffer.
///
/// \param ctx    The certificate.
/// \param buf    The buffer.
/// \param size   Its size in bytes.
/// \param f_rng  A random number generator for the signature; see mbedtls_pk_sign().
/// \param p_rng  What \p f_rng gets.
///
/// \return The length of the certificate.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if it does not fit.
/// \return #MBEDTLS_ERR_X509_INVALID_ALG if such a key does not sign; #MBEDTLS_ERR_OID_NOT_FOUND if it does not sign
///         with that digest.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null or if a key is not set; otherwise a code of mbedtls_pk_sign() or
///         mbedtls_pk_write_pubkey_der().
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else, and its keys are initialised; `buf` is null or
/// writable for `size` bytes; `f_rng` is null or a function that may be called with `p_rng`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_der(
    ctx: *mut mbedtls_x509write_cert,
    buf: *mut c_uchar,
    size: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        // SAFETY: passed on to the caller.
        match unsafe { certificate(ctx, (f_rng, p_rng)) } {
            // SAFETY: the caller vouches for the buffer.
            Ok(der) => unsafe { write::put_at_end(buf, size, &der) },
            Err(code) => code,
        }
    })
}

/// Writes and signs a certificate in PEM, with a NUL behind it. It stands at the beginning of the buffer.
///
/// \param ctx    The certificate.
/// \param buf    The buffer.
/// \param size   Its size in bytes, the NUL included.
/// \param f_rng  A random number generator for the signature; see mbedtls_pk_sign().
/// \param p_rng  What \p f_rng gets.
///
/// \return 0 if it was written.
/// \return #MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL or #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if it does not fit.
/// \return Otherwise as mbedtls_x509write_crt_der().
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else, and its keys are initialised; `buf` is null or
/// writable for `size` bytes; `f_rng` is null or a function that may be called with `p_rng`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_pem(
    ctx: *mut mbedtls_x509write_cert,
    buf: *mut c_uchar,
    size: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        // SAFETY: passed on to the caller.
        match unsafe { certificate(ctx, (f_rng, p_rng)) } {
            // SAFETY: the caller vouches for the buffer.
            Ok(der) => unsafe { write::put_pem(buf, size, &der, PEM) },
            Err(code) => code,
        }
    })
}

/// The whole certificate.
///
/// # Safety
/// `ctx` is null, or initialised with keys that are; `rng` is a function that may be called so, or null.
unsafe fn certificate(
    ctx: *const mbedtls_x509write_cert,
    rng: (mbedtls_f_rng_t, *mut c_void),
) -> Result<Vec<u8>, c_int> {
    // SAFETY: null, or the caller vouches for it.
    let ctx = unsafe { ctx.as_ref() }.ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
    if ctx.issuer_key.is_null() || ctx.subject_key.is_null() {
        return Err(MBEDTLS_ERR_X509_BAD_INPUT_DATA);
    }
    let [.., version] = ctx.version.to_be_bytes();
    let bytes = |text: &[c_char; 16]| text.map(c_char::to_be_bytes).concat();
    let (not_before, not_after) = (bytes(&ctx.not_before), bytes(&ctx.not_after));
    // SAFETY: the caller vouches for the keys, and the lists are ours.
    unsafe {
        let algorithm = write::algorithm(ctx.issuer_key, ctx.md_alg)?;
        let certificate = Certificate {
            version,
            serial: ctx.serial.get(..ctx.serial_len).unwrap_or_default(),
            algorithm,
            issuer: &write::attributes(ctx.issuer),
            not_before: not_before.get(..TIME).unwrap_or_default(),
            not_after: not_after.get(..TIME).unwrap_or_default(),
            subject: &write::attributes(ctx.subject),
            spki: &write::spki(ctx.subject_key)?,
            extensions: &write::extensions(ctx.extensions),
        };
        let tbs = certificate.tbs().map_err(write::write_code)?;
        write::sign(&tbs, algorithm, ctx.issuer_key, ctx.md_alg, rng)
    }
}

fn set_serial(ctx: &mut mbedtls_x509write_cert, number: &[u8]) -> c_int {
    match ctx.serial.get_mut(..number.len()) {
        Some(place) => {
            place.copy_from_slice(number);
            ctx.serial_len = number.len();
            0
        }
        None => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
    }
}

/// A time's 14 characters, and the Z that stands for UTC.
fn time(text: &CStr) -> Option<[c_char; 16]> {
    let text = text.to_bytes();
    let mut place = [0; 16];
    for (to, from) in place.iter_mut().zip(text.iter().chain(b"Z")) {
        *to = c_char::from_ne_bytes([*from]);
    }
    (text.len() == TIME).then_some(place)
}

/// Runs `body` on a certificate that is not null: what it returns, or a code.
///
/// # Safety
/// `ctx` is null, or initialised and not used by anybody else.
pub(super) unsafe fn with(
    ctx: *mut mbedtls_x509write_cert,
    body: impl FnOnce(&mut mbedtls_x509write_cert) -> c_int,
) -> c_int {
    // SAFETY: null, or the caller vouches for it.
    enter(|| unsafe { ctx.as_mut() }.map_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA, body))
}

/// `MBEDTLS_X509_CRT_VERSION_3`.
const VERSION_3: c_int = 2;
/// Characters of a time without the Z.
const TIME: usize = 14;
const PEM: (&CStr, &CStr) = (c"-----BEGIN CERTIFICATE-----\n", c"-----END CERTIFICATE-----\n");
