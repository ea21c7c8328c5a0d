//! `mbedtls/pkcs7.h`: signed data. Layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar};
use std::mem::{self, offset_of};
use std::ptr;

use super::asn1::{
    asn1_code, mbedtls_asn1_buf, mbedtls_asn1_free_named_data_list_shallow, mbedtls_asn1_named_data,
    mbedtls_asn1_sequence, slice,
};
use super::boundary::{self, enter, enter_or};
use super::codes::*;
use super::md::digest_algorithm;
use super::pk::mbedtls_pk_verify;
use super::x509::{
    mbedtls_x509_buf, mbedtls_x509_name, mbedtls_x509_time_is_future, mbedtls_x509_time_is_past, names,
};
use super::x509_crl::{mbedtls_x509_crl, mbedtls_x509_crl_free};
use super::x509_crt::{mbedtls_x509_crt, mbedtls_x509_crt_free, mbedtls_x509_crt_parse_der};
use crate::x509::der;
use crate::x509::oid;
use crate::x509::pkcs7::{Error, Part, SignedData, Signer};

/// Bytes inside a message.
pub type mbedtls_pkcs7_buf = mbedtls_asn1_buf;
/// A distinguished name: a list with one node per attribute.
pub type mbedtls_pkcs7_name = mbedtls_asn1_named_data;
/// A list of values of one kind.
pub type mbedtls_pkcs7_sequence = mbedtls_asn1_sequence;

/// One who signed a message. Its members are private.
#[repr(C)]
pub struct mbedtls_pkcs7_signer_info {
    pub(crate) version: c_int,
    pub(crate) serial: mbedtls_x509_buf,
    pub(crate) issuer: mbedtls_x509_name,
    pub(crate) issuer_raw: mbedtls_x509_buf,
    pub(crate) alg_identifier: mbedtls_x509_buf,
    pub(crate) sig_alg_identifier: mbedtls_x509_buf,
    pub(crate) sig: mbedtls_x509_buf,
    pub(crate) next: *mut mbedtls_pkcs7_signer_info,
}
const _: () =
    assert!(size_of::<mbedtls_pkcs7_signer_info>() == 200 && align_of::<mbedtls_pkcs7_signer_info>() == 8);
const _: () = assert!(offset_of!(mbedtls_pkcs7_signer_info, next) == 192);

/// What a message with signed data says. Its members are private.
#[repr(C)]
pub struct mbedtls_pkcs7_signed_data {
    pub(crate) version: c_int,
    pub(crate) digest_alg_identifiers: mbedtls_pkcs7_buf,
    pub(crate) no_of_certs: c_int,
    pub(crate) certs: mbedtls_x509_crt,
    pub(crate) no_of_crls: c_int,
    pub(crate) crl: mbedtls_x509_crl,
    pub(crate) no_of_signers: c_int,
    pub(crate) signers: mbedtls_pkcs7_signer_info,
}
const _: () =
    assert!(size_of::<mbedtls_pkcs7_signed_data>() == 1416 && align_of::<mbedtls_pkcs7_signed_data>() == 8);
const _: () = assert!(offset_of!(mbedtls_pkcs7_signed_data, certs) == 40);
const _: () = assert!(offset_of!(mbedtls_pkcs7_signed_data, signers) == 1216);

/// A message (PKCS #7). Starts with mbedtls_pkcs7_init(), ends with mbedtls_pkcs7_free(). Its members are private.
#[repr(C)]
pub struct mbedtls_pkcs7 {
    pub(crate) raw: mbedtls_pkcs7_buf,
    pub(crate) signed_data: mbedtls_pkcs7_signed_data,
}
const _: () = assert!(size_of::<mbedtls_pkcs7>() == 1440 && align_of::<mbedtls_pkcs7>() == 8);
const _: () = assert!(offset_of!(mbedtls_pkcs7, signed_data) == 24);

/// Sets a message up as empty. Call it once, before anything else is done with it.
///
/// \param pkcs7  The message; null does nothing.
///
/// # Safety
/// `pkcs7` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs7_init(pkcs7: *mut mbedtls_pkcs7) {
    // SAFETY: null, or the caller vouches for it; all zero bytes are an empty message.
    enter_or((), || unsafe { boundary::zero(pkcs7) });
}

/// Frees what a message holds and leaves it empty.
///
/// \param pkcs7  The message; null does nothing.
///
/// # Safety
/// `pkcs7` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs7_free(pkcs7: *mut mbedtls_pkcs7) {
    enter_or((), || {
        if pkcs7.is_null() {
            return;
        }
        // SAFETY: the caller vouches for the message, whose lists and encoding are ours.
        unsafe {
            mbedtls_x509_crt_free(&raw mut (*pkcs7).signed_data.certs);
            mbedtls_x509_crl_free(&raw mut (*pkcs7).signed_data.crl);
            mbedtls_asn1_free_named_data_list_shallow((*pkcs7).signed_data.signers.issuer.next);
            let mut signer = (*pkcs7).signed_data.signers.next;
            while let Some(next) = signer.as_ref().map(|signer| signer.next) {
                mbedtls_asn1_free_named_data_list_shallow((*signer).issuer.next);
                boundary::c_free(signer);
                signer = next;
            }
            boundary::c_free((*pkcs7).raw.p);
            boundary::zero(pkcs7);
        }
    });
}

/// Reads a message in DER that holds signed data. A copy is kept.
///
/// Read are detached signatures (the data is not in the message) of one digest algorithm, without signed attributes,
/// with one certificate at most and no revocation list.
///
/// \param pkcs7   The message, initialised and empty. After an error it is empty.
/// \param buf     The message, and nothing behind it.
/// \param buflen  Its length in bytes.
///
/// \return #MBEDTLS_PKCS7_SIGNED_DATA when it was read.
/// \return #MBEDTLS_ERR_PKCS7_FEATURE_UNAVAILABLE if it holds something that is not read.
/// \return #MBEDTLS_ERR_PKCS7_INVALID_FORMAT, `_CONTENT_INFO`, `_VERSION`, `_ALG`, `_CERT` or `_SIGNER_INFO` for the
///         part that is wrong, with an MBEDTLS_ERR_ASN1 code added or not, or such a code alone.
/// \return #MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA if the content type does not exist, or for null.
/// \return #MBEDTLS_ERR_PKCS7_ALLOC_FAILED when there is no memory.
///
/// # Safety
/// `pkcs7` is null, or initialised and used by nobody else; `buf` is null or readable for `buflen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs7_parse_der(
    pkcs7: *mut mbedtls_pkcs7,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for the buffer.
        let Some(der) = (unsafe { boundary::bytes(buf, buflen) }).filter(|_| !pkcs7.is_null()) else {
            return MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA;
        };
        let raw = boundary::c_copy(der);
        // SAFETY: null, or the copy that was just made; nobody writes to it before the message is freed.
        let Some(kept) = (unsafe { boundary::bytes(raw, der.len()) }) else {
            return MBEDTLS_ERR_PKCS7_ALLOC_FAILED;
        };
        // SAFETY: the caller vouches for `pkcs7`, which owns the copy from now on.
        let ret = unsafe {
            boundary::zero(pkcs7);
            (*pkcs7).raw = mbedtls_asn1_buf { tag: 0, len: der.len(), p: raw };
            match SignedData::parse(kept) {
                Ok(data) => fill(&raw mut (*pkcs7).signed_data, &data),
                Err(error) => code(error),
            }
        };
        if ret == 0 {
            return MBEDTLS_PKCS7_SIGNED_DATA;
        }
        // SAFETY: as above.
        unsafe { mbedtls_pkcs7_free(pkcs7) };
        ret
    })
}

/// Verifies a message's signature of data with a certificate. That the certificate is to be trusted, and who it belongs
/// to, is not looked at.
///
/// \param pkcs7    The message.
/// \param cert     The certificate of one who signed.
/// \param data     The data.
/// \param datalen  Its length in bytes.
///
/// \return 0 if the certificate's key made one of the signatures.
/// \return #MBEDTLS_ERR_PKCS7_CERT_DATE_INVALID if the certificate is not valid now.
/// \return #MBEDTLS_ERR_PKCS7_INVALID_CERT if nobody signed, #MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA for null.
/// \return Otherwise #MBEDTLS_ERR_PKCS7_VERIFY_FAIL or a code of mbedtls_pk_verify().
///
/// # Safety
/// `pkcs7` and `cert` are null, or initialised and not changed meanwhile; `data` is null or readable for `datalen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs7_signed_data_verify(
    pkcs7: *mut mbedtls_pkcs7,
    cert: *const mbedtls_x509_crt,
    data: *const c_uchar,
    datalen: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { verify(pkcs7, cert, (data, datalen), false) })
}

/// As mbedtls_pkcs7_signed_data_verify(), with the digest of the data.
///
/// \param pkcs7    The message.
/// \param cert     The certificate of one who signed.
/// \param hash     The digest.
/// \param hashlen  Its length in bytes.
///
/// \return As mbedtls_pkcs7_signed_data_verify(); #MBEDTLS_ERR_PKCS7_VERIFY_FAIL also if the digest has not the length
///         of the message's.
///
/// # Safety
/// `pkcs7` and `cert` are null, or initialised and not changed meanwhile; `hash` is null or readable for `hashlen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs7_signed_hash_verify(
    pkcs7: *mut mbedtls_pkcs7,
    cert: *const mbedtls_x509_crt,
    hash: *const c_uchar,
    hashlen: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { verify(pkcs7, cert, (hash, hashlen), true) })
}

/// Fills an empty structure from data that is parsed in the memory that the message owns. 0 or a code; what is there
/// after an error can be freed.
///
/// # Safety
/// `out` is empty and used by nobody else.
unsafe fn fill(out: *mut mbedtls_pkcs7_signed_data, data: &SignedData<'_>) -> c_int {
    // SAFETY: the caller vouches for `out`.
    unsafe {
        (*out).version = data.version;
        (*out).digest_alg_identifiers = buffer(der::OID, data.digest_algorithm);
        if let Some(certificate) = data.certificate {
            let (p, len) = (certificate.as_ptr(), certificate.len());
            if mbedtls_x509_crt_parse_der(&raw mut (*out).certs, p, len) != 0 {
                return MBEDTLS_ERR_PKCS7_INVALID_CERT;
            }
            (*out).no_of_certs = 1;
        }
        (*out).no_of_signers = c_int::try_from(data.signers.len()).unwrap_or(c_int::MAX);
        let mut last = &raw mut (*out).signers;
        for (at, signer) in data.signers.iter().enumerate() {
            if at > 0 {
                (*last).next = boundary::c_new(mem::zeroed::<mbedtls_pkcs7_signer_info>());
                last = (*last).next;
                if last.is_null() {
                    return MBEDTLS_ERR_PKCS7_ALLOC_FAILED;
                }
            }
            match signer_info(signer) {
                Some(info) => last.write(info),
                None => return MBEDTLS_ERR_PKCS7_ALLOC_FAILED,
            }
        }
    }
    0
}

/// `None`: no memory.
fn signer_info(signer: &Signer<'_>) -> Option<mbedtls_pkcs7_signer_info> {
    Some(mbedtls_pkcs7_signer_info {
        version: 1,
        serial: buffer(signer.serial.tag, signer.serial.content),
        issuer: names(signer.issuer.content, buffer).ok()?,
        issuer_raw: buffer(0, signer.issuer.raw),
        alg_identifier: buffer(der::OID, signer.digest_algorithm),
        sig_alg_identifier: buffer(der::OID, signer.signature_algorithm),
        sig: buffer(der::OCTET_STRING, signer.signature),
        next: ptr::null_mut(),
    })
}

/// # Safety
/// `pkcs7` and `cert` are null, or initialised and not changed meanwhile; the content is null or readable for its length.
unsafe fn verify(
    pkcs7: *const mbedtls_pkcs7,
    cert: *const mbedtls_x509_crt,
    (content, len): (*const c_uchar, usize),
    is_digest: bool,
) -> c_int {
    // SAFETY: null, or the caller vouches for them.
    let arguments = unsafe { (pkcs7.as_ref(), cert.as_ref(), boundary::bytes(content, len)) };
    let (Some(pkcs7), Some(crt), Some(content)) = arguments else { return MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA };
    if pkcs7.signed_data.no_of_signers == 0 {
        return MBEDTLS_ERR_PKCS7_INVALID_CERT;
    }
    // SAFETY: both point to times of the certificate.
    let now_invalid = unsafe {
        mbedtls_x509_time_is_past(&raw const crt.valid_to) != 0
            || mbedtls_x509_time_is_future(&raw const crt.valid_from) != 0
    };
    if now_invalid {
        return MBEDTLS_ERR_PKCS7_CERT_DATE_INVALID;
    }
    let mut ret = MBEDTLS_ERR_PKCS7_VERIFY_FAIL;
    let mut node: *const mbedtls_pkcs7_signer_info = &raw const pkcs7.signed_data.signers;
    // SAFETY: the list is ours.
    while let Some(signer) = unsafe { node.as_ref() } {
        // SAFETY: the buffers of a message that was read have the length they state; `cert` is the caller's.
        ret = unsafe { verify_signer(signer, cert, content, is_digest) };
        if ret == 0 {
            return 0;
        }
        node = signer.next;
    }
    ret
}

/// # Safety
/// The signer's buffers have the length they state; `cert` is initialised and not changed meanwhile.
unsafe fn verify_signer(
    signer: &mbedtls_pkcs7_signer_info,
    cert: *const mbedtls_x509_crt,
    content: &[u8],
    is_digest: bool,
) -> c_int {
    // SAFETY: the caller vouches for the buffers.
    let (algorithm, signature) = unsafe { (slice(&signer.alg_identifier), slice(&signer.sig)) };
    let md_alg = oid::find(oid::DIGESTS, algorithm).unwrap_or(0);
    let Some(digest) = digest_algorithm(md_alg) else { return MBEDTLS_ERR_PKCS7_VERIFY_FAIL };
    if is_digest && content.len() != digest.size() {
        return MBEDTLS_ERR_PKCS7_VERIFY_FAIL;
    }
    let own = (!is_digest).then(|| digest.digest(content));
    let hash = own.as_ref().map_or(content, AsRef::as_ref);
    // SAFETY: the caller vouches for the certificate, whose key is only looked at; the others are slices.
    unsafe {
        let key = (&raw const (*cert).pk).cast_mut();
        mbedtls_pk_verify(key, md_alg, hash.as_ptr(), hash.len(), signature.as_ptr(), signature.len())
    }
}

/// The buffer for a part of the encoding that the message owns.
fn buffer(tag: u8, part: &[u8]) -> mbedtls_asn1_buf {
    mbedtls_asn1_buf { tag: tag.into(), len: part.len(), p: part.as_ptr().cast_mut() }
}

fn code(error: Error) -> c_int {
    let part = match error.part {
        Part::Encoding => 0,
        Part::Format => MBEDTLS_ERR_PKCS7_INVALID_FORMAT,
        Part::ContentType => MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA,
        Part::ContentInfo => MBEDTLS_ERR_PKCS7_INVALID_CONTENT_INFO,
        Part::Version => MBEDTLS_ERR_PKCS7_INVALID_VERSION,
        Part::Algorithm => MBEDTLS_ERR_PKCS7_INVALID_ALG,
        Part::Signer => MBEDTLS_ERR_PKCS7_INVALID_SIGNER_INFO,
        Part::Unavailable => MBEDTLS_ERR_PKCS7_FEATURE_UNAVAILABLE,
    };
    part + error.cause.map_or(0, asn1_code)
}

/// `MBEDTLS_PKCS7_SIGNED_DATA`.
const MBEDTLS_PKCS7_SIGNED_DATA: c_int = 2;
