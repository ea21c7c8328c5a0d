//! `mbedtls/x509.h`: its types, whose layouts are those of Debian 13 on x86_64 and asserted here, and what certificates,
//! requests and revocation lists have in common.

mod name;
mod san;
mod time;
pub(crate) mod write;

pub use name::*;
pub use san::*;
pub use time::*;

use std::ffi::{CStr, OsStr, c_char, c_int, c_void};
use std::fs::File;
use std::io::Read;
use std::mem::offset_of;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

pub(crate) use crate::capi::asn1::slice;
use crate::capi::asn1::{
    asn1_code, mbedtls_asn1_bitstring, mbedtls_asn1_buf, mbedtls_asn1_named_data, mbedtls_asn1_sequence,
};
use crate::capi::boundary;
use crate::capi::codes::*;
use crate::capi::pk::mbedtls_pk_rsassa_pss_options;
use crate::x509::algorithm::Signature;
use crate::x509::error::{Error, Part};
use crate::x509::name::NoText;
use crate::x509::pem::Reason;
use crate::x509::time::Time;

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

impl From<Time> for mbedtls_x509_time {
    fn from(time: Time) -> Self {
        Self {
            year: time.year.into(),
            mon: time.month.into(),
            day: time.day.into(),
            hour: time.hour.into(),
            min: time.minute.into(),
            sec: time.second.into(),
        }
    }
}

/// Copies a text and a NUL to C; the result is what the text functions return.
///
/// # Safety
/// `buf` is null or valid for writing `size` bytes.
pub(crate) unsafe fn put_text(buf: *mut c_char, size: usize, text: &[u8]) -> c_int {
    let Ok(length) = c_int::try_from(text.len()) else { return MBEDTLS_ERR_X509_BUFFER_TOO_SMALL };
    // SAFETY: the caller vouches for `buf`.
    let Some(out) = (unsafe { boundary::bytes_mut(buf.cast::<u8>(), size) }) else {
        return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
    };
    let Some((room, [end, ..])) = out.split_at_mut_checked(text.len()) else {
        return MBEDTLS_ERR_X509_BUFFER_TOO_SMALL;
    };
    room.copy_from_slice(text);
    *end = 0;
    length
}

/// The C API's code for a name that has no text.
pub(crate) fn no_text_code(no_text: NoText) -> c_int {
    match no_text {
        NoText::TooLong => MBEDTLS_ERR_X509_BUFFER_TOO_SMALL,
        NoText::Nul => MBEDTLS_ERR_X509_INVALID_NAME,
    }
}

/// The content of a file, or the code for one that cannot be read. The size has a limit far above any list of
/// certificates, so that a device or a pipe cannot fill the memory.
pub(crate) fn read_file(path: &CStr) -> Result<Vec<u8>, c_int> {
    let mut content = Vec::new();
    File::open(Path::new(OsStr::from_bytes(path.to_bytes())))
        .and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut content))
        .map_err(|_| MBEDTLS_ERR_PK_FILE_IO_ERROR)?;
    let small = u64::try_from(content.len()).is_ok_and(|length| length <= LARGEST_FILE);
    small.then_some(content).ok_or(MBEDTLS_ERR_PK_FILE_IO_ERROR)
}

const LARGEST_FILE: u64 = 64 << 20;

/// Sets a member that is null to what `mbedtls_pk_verify_ext` has to know of a signature of this kind: memory of the C allocator,
/// or still null. Gives 0 or a code.
///
/// # Safety
/// `at` is valid for writing.
pub(crate) unsafe fn signature_options(kind: Signature, at: *mut *mut c_void) -> c_int {
    let options = match kind {
        Signature::RsaPss { mask_digest, salt_length, .. } => {
            boundary::c_new(mbedtls_pk_rsassa_pss_options {
                mgf1_hash_id: mask_digest.number().into(),
                expected_salt_len: salt_length,
            })
        }
        _ => return 0,
    };
    if options.is_null() {
        return MBEDTLS_ERR_X509_ALLOC_FAILED;
    }
    // SAFETY: the caller vouches for `at`.
    unsafe { *at = options.cast() };
    0
}

/// The C API's code for what is wrong with a certificate or a revocation list.
pub(crate) fn code(error: Error) -> c_int {
    let part = match error.part {
        Part::Encoding => 0,
        Part::Format => MBEDTLS_ERR_X509_INVALID_FORMAT,
        Part::Version => MBEDTLS_ERR_X509_INVALID_VERSION,
        Part::Serial => MBEDTLS_ERR_X509_INVALID_SERIAL,
        Part::Algorithm => MBEDTLS_ERR_X509_INVALID_ALG,
        Part::Name => MBEDTLS_ERR_X509_INVALID_NAME,
        Part::Date => MBEDTLS_ERR_X509_INVALID_DATE,
        Part::Key => MBEDTLS_ERR_PK_KEY_INVALID_FORMAT,
        Part::Extensions => MBEDTLS_ERR_X509_INVALID_EXTENSIONS,
        Part::Signature => MBEDTLS_ERR_X509_INVALID_SIGNATURE,
        Part::UnknownVersion => MBEDTLS_ERR_X509_UNKNOWN_VERSION,
        Part::UnknownSignatureAlgorithm => MBEDTLS_ERR_X509_UNKNOWN_SIG_ALG + MBEDTLS_ERR_OID_NOT_FOUND,
        Part::SignatureMismatch => MBEDTLS_ERR_X509_SIG_MISMATCH,
        Part::UnknownDigest => MBEDTLS_ERR_X509_INVALID_ALG + MBEDTLS_ERR_OID_NOT_FOUND,
        Part::UnknownMask => MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE + MBEDTLS_ERR_OID_NOT_FOUND,
        Part::AlternativeName => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
        Part::Unavailable => MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE,
    };
    part + error.cause.map_or(0, asn1_code)
}

/// The C API's code for a PEM block that cannot be read.
pub(crate) fn pem_code(reason: Reason) -> c_int {
    match reason {
        Reason::Empty => MBEDTLS_ERR_PEM_INVALID_DATA,
        Reason::Base64 => MBEDTLS_ERR_PEM_INVALID_DATA + MBEDTLS_ERR_BASE64_INVALID_CHARACTER,
        Reason::UnknownEncryption => MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG,
        Reason::InvalidIv => MBEDTLS_ERR_PEM_INVALID_ENC_IV,
    }
}
