//! What a certificate says, in words and as answers to single questions.

use std::ffi::{c_char, c_int, c_uint};

use super::types::mbedtls_x509_crt;
use crate::capi::asn1::mbedtls_asn1_sequence;
use crate::capi::boundary;
use crate::capi::codes::*;
use crate::capi::x509::{code, no_text_code, put_text, slice};
use crate::capi::x509_crl::{mbedtls_x509_crl, mbedtls_x509_crl_entry};
use crate::x509::certificate::Certificate;
use crate::x509::extensions::{Critical, kind};
use crate::x509::text;
use crate::x509::verify::{ANY_PURPOSE, flag, grants_usage};

/// Writes several lines about a certificate.
///
/// \param buf     Where the text goes, with a NUL behind it.
/// \param size    Its size in bytes, the NUL included.
/// \param prefix  What each line starts with, such as spaces.
/// \param crt     The certificate. For null or an empty one, the text says so.
///
/// \return The length of the text without the NUL.
/// \return #MBEDTLS_ERR_X509_BUFFER_TOO_SMALL when it does not fit, or when one value of a name has more than 255 characters.
///
/// # Safety
/// `buf` is null or valid for writing `size` bytes; `prefix` is null or a C string; `crt` is null or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_info(
    buf: *mut c_char,
    size: usize,
    prefix: *const c_char,
    crt: *const mbedtls_x509_crt,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: null, or the caller vouches for it.
        let prefix = unsafe { boundary::string(prefix) }.map_or(&[][..], |prefix| prefix.to_bytes());
        // SAFETY: null, or the caller vouches for it.
        let crt = unsafe { crt.as_ref() }.filter(|crt| !crt.raw.p.is_null());
        let text = match crt {
            // SAFETY: a parsed certificate's buffer has the length it states.
            Some(crt) => match Certificate::parse_with(unsafe { slice(&crt.raw) }, Critical::Left) {
                Ok(certificate) => text::certificate(&certificate, prefix),
                Err(error) => return code(error),
            },
            None => Ok(b"\nCertificate is uninitialised!\n".to_vec()),
        };
        match text {
            // SAFETY: the caller vouches for `buf`.
            Ok(text) => unsafe { put_text(buf, size, &text) },
            Err(no_text) => no_text_code(no_text),
        }
    })
}

/// Writes one line for each flag of a verification's result.
///
/// \param buf     Where the text goes, with a NUL behind it.
/// \param size    Its size in bytes, the NUL included.
/// \param prefix  What each line starts with, such as spaces.
/// \param flags   The flags; none give an empty text.
///
/// \return The length of the text without the NUL.
/// \return #MBEDTLS_ERR_X509_BUFFER_TOO_SMALL when it does not fit.
///
/// # Safety
/// `buf` is null or valid for writing `size` bytes; `prefix` is null or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_verify_info(
    buf: *mut c_char,
    size: usize,
    prefix: *const c_char,
    flags: u32,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: null, or the caller vouches for it.
        let prefix = unsafe { boundary::string(prefix) }.map_or(&[][..], |prefix| prefix.to_bytes());
        let mut lines = Vec::new();
        let mut unknown = flags;
        for &(bit, sentence) in SENTENCES.iter().filter(|(bit, _)| flags & bit != 0) {
            unknown &= !bit;
            lines.push(sentence);
        }
        if unknown != 0 {
            lines.push("A flag without a meaning is set");
        }
        let mut text = Vec::new();
        for line in lines {
            text.extend_from_slice(prefix);
            text.extend_from_slice(line.as_bytes());
            text.push(b'\n');
        }
        if text.is_empty() && size == 0 {
            return 0;
        }
        // SAFETY: the caller vouches for `buf`.
        unsafe { put_text(buf, size, &text) }
    })
}

/// The flags in words.
pub(crate) fn sentences(flags: u32) -> impl Iterator<Item = &'static str> {
    SENTENCES.iter().filter(move |(bit, _)| flags & bit != 0).map(|(_, sentence)| *sentence)
}

const SENTENCES: [(u32, &str); 20] = [
    (flag::EXPIRED, "The certificate has expired"),
    (flag::REVOKED, "The certificate is revoked: its issuer's revocation list names it"),
    (flag::NAME_MISMATCH, "The certificate is for other host names"),
    (flag::NOT_TRUSTED, "No trusted authority has issued the certificate"),
    (flag::LIST_NOT_TRUSTED, "The revocation list is not signed by the authority it is for"),
    (flag::LIST_EXPIRED, "The revocation list is out of date"),
    (0x40, "There is no certificate"),
    (0x80, "The certificate was not verified"),
    (flag::OTHER, "The certificate is refused for another reason"),
    (flag::FUTURE, "The certificate is not valid yet"),
    (flag::LIST_FUTURE, "The revocation list is not valid yet"),
    (flag::KEY_USAGE, "The certificate's keyUsage does not allow this use"),
    (flag::EXTENDED_KEY_USAGE, "The certificate's extendedKeyUsage does not allow this use"),
    (0x2000, "The certificate's nsCertType does not allow this use"),
    (flag::BAD_DIGEST, "The certificate is signed with a hash that is not allowed"),
    (flag::BAD_KEY_KIND, "The certificate's signature or key is of a kind that is not allowed"),
    (flag::BAD_KEY, "A key is too short or on a curve that is not allowed"),
    (flag::LIST_BAD_DIGEST, "The revocation list is signed with a hash that is not allowed"),
    (flag::LIST_BAD_KEY_KIND, "The revocation list's signature is of a kind that is not allowed"),
    (
        flag::LIST_BAD_KEY,
        "The revocation list is signed with a key that is too short or on a curve that is not allowed",
    ),
];

/// Does a certificate's keyUsage extension allow a use?
///
/// \param crt    The certificate. One without the extension allows all.
/// \param usage  The MBEDTLS_X509_KU flags that are needed, all of them. `ENCIPHER_ONLY` and `DECIPHER_ONLY` are allowances:
///               the certificate may have them only if they are given.
///
/// \return 0 if it does.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if it does not, or when `crt` is null.
///
/// # Safety
/// `crt` is null or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_check_key_usage(
    crt: *const mbedtls_x509_crt,
    usage: c_uint,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: null, or the caller vouches for it.
        match unsafe { crt.as_ref() } {
            Some(crt) if !has(crt, kind::KEY_USAGE) || grants_usage(crt.key_usage, usage) => 0,
            _ => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
        }
    })
}

/// Does a certificate's extendedKeyUsage extension allow a purpose?
///
/// \param crt        The certificate. One without the extension allows all, as does one that names any purpose.
/// \param usage_oid  The purpose, as the contents of an OID such as #MBEDTLS_OID_SERVER_AUTH.
/// \param usage_len  Its length in bytes.
///
/// \return 0 if it does.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if it does not, or when `crt` or `usage_oid` is null.
///
/// # Safety
/// `crt` is null or initialised; `usage_oid` is null or readable for `usage_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_check_extended_key_usage(
    crt: *const mbedtls_x509_crt,
    usage_oid: *const c_char,
    usage_len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: null, or the caller vouches for it.
        let (crt, purpose) = unsafe { (crt.as_ref(), boundary::bytes(usage_oid.cast::<u8>(), usage_len)) };
        match (crt, purpose) {
            // SAFETY: the caller vouches for the certificate and so for its list.
            (Some(crt), Some(purpose)) if unsafe { serves(crt, purpose) } => 0,
            _ => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
        }
    })
}

pub(super) fn has(crt: &mbedtls_x509_crt, extension: u32) -> bool {
    u32::try_from(crt.ext_types).is_ok_and(|types| types & extension != 0)
}

/// # Safety
/// `crt` is initialised.
pub(super) unsafe fn serves(crt: &mbedtls_x509_crt, purpose: &[u8]) -> bool {
    let mut node: *const mbedtls_asn1_sequence = &raw const crt.ext_key_usage;
    let mut found = !has(crt, kind::EXTENDED_KEY_USAGE);
    // SAFETY: the caller vouches for the list.
    while let Some(value) = unsafe { node.as_ref() } {
        // SAFETY: its buffers have the length they state.
        let oid = unsafe { slice(&value.buf) };
        found |= oid == purpose || oid == ANY_PURPOSE;
        node = value.next;
    }
    found
}

/// Is a certificate on a revocation list? The list's signature, its issuer and its dates are not looked at.
///
/// \param crt  The certificate.
/// \param crl  One revocation list; what hangs from it as a list is not looked at.
///
/// \return 1 if the list has the certificate's serial number, otherwise 0, also when one of them is null.
///
/// # Safety
/// Both are null or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_is_revoked(
    crt: *const mbedtls_x509_crt,
    crl: *const mbedtls_x509_crl,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: null, or the caller vouches for it.
        let (Some(crt), Some(crl)) = (unsafe { (crt.as_ref(), crl.as_ref()) }) else { return 0 };
        let mut node: *const mbedtls_x509_crl_entry = &raw const crl.entry;
        // SAFETY: the caller vouches for the list of entries.
        while let Some(entry) = unsafe { node.as_ref() }.filter(|entry| entry.serial.len != 0) {
            // SAFETY: serial numbers have the length they state.
            if unsafe { slice(&crt.serial) == slice(&entry.serial) } {
                return 1;
            }
            node = entry.next;
        }
        0
    })
}

/// Does a certificate say that it is an authority's?
///
/// \param crt  The certificate.
///
/// \return 1 if its basicConstraints extension says so, 0 if that says the contrary.
/// \return #MBEDTLS_ERR_X509_INVALID_EXTENSIONS when it has no such extension, or when `crt` is null.
///
/// # Safety
/// `crt` is null or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_get_ca_istrue(crt: *const mbedtls_x509_crt) -> c_int {
    boundary::enter(|| {
        // SAFETY: null, or the caller vouches for it.
        match unsafe { crt.as_ref() } {
            Some(crt) if has(crt, kind::BASIC_CONSTRAINTS) => crt.ca_istrue,
            _ => MBEDTLS_ERR_X509_INVALID_EXTENSIONS,
        }
    })
}
