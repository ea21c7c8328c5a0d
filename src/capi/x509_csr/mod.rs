//! `mbedtls/x509_csr.h`: certificate requests.

mod types;
mod write;

pub use types::*;
pub use write::*;

use std::ffi::{c_char, c_int, c_uchar, c_void};
use std::ptr;

use crate::capi::asn1::{
    mbedtls_asn1_buf, mbedtls_asn1_free_named_data_list_shallow, mbedtls_asn1_sequence,
    mbedtls_asn1_sequence_free, slice,
};
use crate::capi::boundary::{self, enter, enter_or};
use crate::capi::codes::*;
use crate::capi::pem;
use crate::capi::pk::{mbedtls_pk_context, mbedtls_pk_free, set_public_key};
use crate::capi::x509::{
    code, mbedtls_x509_name, names, no_text_code, put_text, read_file, signature_options,
};
use crate::x509::csr::Request;
use crate::x509::der::{self, Value};
use crate::x509::error::{Error, Part};
use crate::x509::extensions::Critical;
use crate::x509::text;

/// Sets a request up as empty. Call it once, before anything else is done with it.
///
/// \param csr  The request; null does nothing.
///
/// # Safety
/// `csr` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_csr_init(csr: *mut mbedtls_x509_csr) {
    // SAFETY: null, or the caller vouches for it; all zero bytes are an empty request.
    enter_or((), || unsafe { boundary::zero(csr) });
}

/// Frees what a request holds and leaves it empty.
///
/// \param csr  The request; null does nothing.
///
/// # Safety
/// `csr` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_csr_free(csr: *mut mbedtls_x509_csr) {
    enter_or((), || {
        if csr.is_null() {
            return;
        }
        // SAFETY: the caller vouches for `csr`, whose lists and encoding are ours.
        unsafe {
            mbedtls_pk_free(&raw mut (*csr).pk);
            mbedtls_asn1_free_named_data_list_shallow((*csr).subject.next);
            mbedtls_asn1_sequence_free((*csr).subject_alt_names.next);
            boundary::c_free((*csr).sig_opts);
            boundary::c_free((*csr).raw.p);
            boundary::zero(csr);
        }
    });
}

/// Reads a request in DER. A copy is kept.
///
/// \param csr     The request, empty. After an error it is empty.
/// \param buf     The request, and nothing behind it.
/// \param buflen  The buffer's length in bytes.
///
/// \return 0 when it was read. Extensions that the library does not know are passed over if they are not critical.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `csr` or `buf` is null or the buffer empty.
/// \return #MBEDTLS_ERR_X509_ALLOC_FAILED when there is no memory.
/// \return #MBEDTLS_ERR_X509_INVALID_FORMAT, `_VERSION`, `_ALG`, `_NAME`, `_EXTENSIONS` or `_SIGNATURE` for the part
///         that is wrong, mostly with an MBEDTLS_ERR_ASN1 code added.
/// \return #MBEDTLS_ERR_X509_UNKNOWN_VERSION, #MBEDTLS_ERR_X509_UNKNOWN_SIG_ALG, #MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE,
///         or an MBEDTLS_ERR_PK code about its key.
///
/// # Safety
/// `csr` is null or valid for writing and used by nobody else; `buf` is null or readable for `buflen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_csr_parse_der(
    csr: *mut mbedtls_x509_csr,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_x509_csr_parse_der_with_ext_cb(csr, buf, buflen, None, ptr::null_mut()) }
}

/// As mbedtls_x509_csr_parse_der(), with a function for the extensions that the library does not know.
///
/// \param csr     The request, empty. After an error it is empty.
/// \param buf     The request, and nothing behind it.
/// \param buflen  The buffer's length in bytes.
/// \param cb      The function; NULL for none. It is called when all the rest was read.
/// \param p_ctx   What the function gets.
///
/// \return As mbedtls_x509_csr_parse_der().
/// \return What the function returned for a critical extension, if it was not 0.
///
/// # Safety
/// As for mbedtls_x509_csr_parse_der(); `cb` is null or a function that may be called so.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_csr_parse_der_with_ext_cb(
    csr: *mut mbedtls_x509_csr,
    buf: *const c_uchar,
    buflen: usize,
    cb: mbedtls_x509_csr_ext_cb_t,
    p_ctx: *mut c_void,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for the buffer.
        match unsafe { boundary::bytes(buf, buflen) } {
            // SAFETY: the caller vouches for `csr` and for the function.
            Some(der) if !der.is_empty() && !csr.is_null() => unsafe { parse_der(csr, der, cb, p_ctx) },
            _ => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
        }
    })
}

/// Reads a request, DER or PEM.
///
/// \param csr     The request, empty. After an error it is empty.
/// \param buf     The request. A text has to end with a NUL; anything in it but the first request is skipped.
/// \param buflen  The buffer's length in bytes, that NUL included.
///
/// \return As mbedtls_x509_csr_parse_der(), or an MBEDTLS_ERR_PEM code.
///
/// # Safety
/// As for mbedtls_x509_csr_parse_der().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_csr_parse(
    csr: *mut mbedtls_x509_csr,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for the buffer.
        match unsafe { boundary::bytes(buf, buflen) } {
            Some(content) if !content.is_empty() && !csr.is_null() => {
                let text = content.strip_suffix(&[0]).unwrap_or_default();
                // SAFETY: the caller vouches for `csr`.
                unsafe { parse(csr, content, text) }
            }
            _ => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
        }
    })
}

/// Reads the request of a file, DER or PEM.
///
/// \param csr   The request, empty. After an error it is empty.
/// \param path  The file's name.
///
/// \return As mbedtls_x509_csr_parse().
/// \return #MBEDTLS_ERR_PK_FILE_IO_ERROR when the file cannot be read.
///
/// # Safety
/// `csr` is null or valid for writing and used by nobody else; `path` is null or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_csr_parse_file(
    csr: *mut mbedtls_x509_csr,
    path: *const c_char,
) -> c_int {
    enter(|| {
        // SAFETY: null, or the caller vouches for it.
        let Some(path) = (unsafe { boundary::string(path) }).filter(|_| !csr.is_null()) else {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        };
        match read_file(path) {
            Ok(content) if content.is_empty() => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
            // SAFETY: the caller vouches for `csr`.
            Ok(content) => unsafe { parse(csr, &content, &content) },
            Err(ret) => ret,
        }
    })
}

/// Writes several lines about a request.
///
/// \param buf     Where the text goes, with a NUL behind it.
/// \param size    Its size in bytes, the NUL included.
/// \param prefix  What each line starts with, such as spaces.
/// \param csr     The request.
///
/// \return The length of the text without the NUL.
/// \return #MBEDTLS_ERR_X509_BUFFER_TOO_SMALL when it does not fit, or when one value of a name has more than 255
///         characters.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `csr` is null or empty.
///
/// # Safety
/// `buf` is null or valid for writing `size` bytes; `prefix` is null or a C string; `csr` is null or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_csr_info(
    buf: *mut c_char,
    size: usize,
    prefix: *const c_char,
    csr: *const mbedtls_x509_csr,
) -> c_int {
    enter(|| {
        // SAFETY: null, or the caller vouches for it.
        let prefix = unsafe { boundary::string(prefix) }.map_or(&[][..], |prefix| prefix.to_bytes());
        // SAFETY: null, or the caller vouches for it.
        let Some(csr) = (unsafe { csr.as_ref() }) else { return MBEDTLS_ERR_X509_BAD_INPUT_DATA };
        // SAFETY: its buffers have the length they state.
        let Ok(request) = Request::parse(unsafe { slice(&csr.raw) }) else {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        };
        match text::request(&request, prefix) {
            // SAFETY: the caller vouches for `buf`.
            Ok(text) => unsafe { put_text(buf, size, &text) },
            Err(no_text) => no_text_code(no_text),
        }
    })
}

/// The first PEM block of `text` that is a request or, if it has none, the DER of `content`.
///
/// # Safety
/// `csr` is valid for writing and used by nobody else.
unsafe fn parse(csr: *mut mbedtls_x509_csr, content: &[u8], text: &[u8]) -> c_int {
    let text = pem::visible(text);
    match LABELS.iter().find_map(|label| pem::next_block(text, label)) {
        // SAFETY: the caller vouches for `csr`.
        Some((Ok(der), _)) => unsafe { parse_der(csr, &der, None, ptr::null_mut()) },
        Some((Err(ret), _)) => ret,
        // SAFETY: as above.
        None => unsafe { parse_der(csr, content, None, ptr::null_mut()) },
    }
}

/// # Safety
/// `csr` is valid for writing and used by nobody else; `cb` is null or a function that may be called so.
unsafe fn parse_der(
    csr: *mut mbedtls_x509_csr,
    der: &[u8],
    cb: mbedtls_x509_csr_ext_cb_t,
    p_ctx: *mut c_void,
) -> c_int {
    // SAFETY: the caller vouches for `csr`; what was there needs no destructor.
    unsafe { boundary::zero(csr) };
    let raw = boundary::c_copy(der);
    // SAFETY: null, or the copy that was just made; nobody writes to it before the request is freed.
    let Some(kept) = (unsafe { boundary::bytes(raw, der.len()) }) else {
        return MBEDTLS_ERR_X509_ALLOC_FAILED;
    };
    let mut pk = mbedtls_pk_context { pk_info: ptr::null(), pk_ctx: ptr::null_mut() };
    let mut key_code = 0;
    let critical = if cb.is_some() { Critical::Left } else { Critical::Refused };
    let read = Request::parse_with_key(kept, critical, &mut |spki| {
        // SAFETY: `pk` is an empty context of our own.
        key_code = unsafe { set_public_key(&raw mut pk, spki) };
        key_code == 0
    });
    let read = read.map_err(|error| if key_code == 0 { request_code(error) } else { key_code });
    let read = read.and_then(|request| names(request.subject.content, buffer).map(|names| (request, names)));
    let (request, subject) = match read {
        Ok(read) => read,
        Err(code) => {
            // SAFETY: nobody else has seen the key and the copy.
            unsafe {
                mbedtls_pk_free(&raw mut pk);
                boundary::c_free(raw);
            }
            return code;
        }
    };
    // SAFETY: the caller vouches for `csr`, which owns the copy from now on.
    let mut ret = unsafe { fill(csr, &request, subject, pk) };
    if ret == 0 {
        // SAFETY: the caller vouches for the function; only addresses into `raw` are left when it runs.
        ret = unsafe { tell(csr, &request, cb, p_ctx) };
    }
    if ret != 0 {
        // SAFETY: the caller vouches for `csr`.
        unsafe { mbedtls_x509_csr_free(csr) };
    }
    ret
}

/// Fills an empty structure from a request that is parsed in the memory it shall own. 0 or a code.
///
/// # Safety
/// `csr` is empty, and used by nobody else.
unsafe fn fill(
    csr: *mut mbedtls_x509_csr,
    request: &Request<'_>,
    subject: mbedtls_x509_name,
    pk: mbedtls_pk_context,
) -> c_int {
    let new = mbedtls_x509_csr {
        raw: buffer(0, request.raw),
        cri: buffer(0, request.info),
        version: request.version.into(),
        subject_raw: buffer(0, request.subject.raw),
        subject,
        pk,
        key_usage: request.extensions.key_usage,
        ns_cert_type: request.extensions.ns_cert_type,
        subject_alt_names: mbedtls_asn1_sequence { buf: mbedtls_asn1_buf::empty(), next: ptr::null_mut() },
        ext_types: c_int::try_from(request.extensions.present).unwrap_or(0),
        sig_oid: buffer(der::OID, request.algorithm.oid),
        sig: buffer(der::BIT_STRING, request.signature),
        sig_md: request.signature_kind.digest_number().into(),
        sig_pk: request.signature_kind.key_number().into(),
        sig_opts: ptr::null_mut(),
    };
    // SAFETY: the caller vouches for `csr`.
    unsafe {
        csr.write(new);
        if !hang(&raw mut (*csr).subject_alt_names, request.extensions.subject_alt_names()) {
            return MBEDTLS_ERR_X509_ALLOC_FAILED;
        }
        signature_options(request.signature_kind, &raw mut (*csr).sig_opts)
    }
}

/// Makes a list of values; `false`: no memory.
///
/// # Safety
/// `first` is an empty node.
unsafe fn hang<'a>(first: *mut mbedtls_asn1_sequence, values: impl Iterator<Item = Value<'a>>) -> bool {
    let mut last = first;
    for (at, value) in values.enumerate() {
        let buf = buffer(value.tag, value.content);
        // SAFETY: `last` is the first node or the one that was just made.
        unsafe {
            if at == 0 {
                (*last).buf = buf;
                continue;
            }
            (*last).next = boundary::c_new(mbedtls_asn1_sequence { buf, next: ptr::null_mut() });
            last = (*last).next;
        }
        if last.is_null() {
            return false;
        }
    }
    true
}

/// Tells the function, if there is one, about the extensions that are not known. 0 or a code.
///
/// # Safety
/// `csr` is filled; `cb` is null or a function that may be called so.
unsafe fn tell(
    csr: *const mbedtls_x509_csr,
    request: &Request<'_>,
    cb: mbedtls_x509_csr_ext_cb_t,
    p_ctx: *mut c_void,
) -> c_int {
    let Some(cb) = cb else { return 0 };
    for unknown in &request.unknown {
        let oid = buffer(der::OID, unknown.oid.content);
        let value = unknown.value.as_ptr_range();
        // SAFETY: the caller vouches for the function; the addresses are those of `csr`'s encoding.
        let ret = unsafe { cb(p_ctx, csr, &raw const oid, unknown.critical.into(), value.start, value.end) };
        if ret != 0 && unknown.critical {
            return ret;
        }
    }
    0
}

/// The buffer for a part of the encoding that the structure owns.
fn buffer(tag: u8, part: &[u8]) -> mbedtls_asn1_buf {
    mbedtls_asn1_buf { tag: tag.into(), len: part.len(), p: part.as_ptr().cast_mut() }
}

/// Unlike for a certificate, the code does not say that it is the OID which is unknown.
fn request_code(error: Error) -> c_int {
    if error == Part::UnknownSignatureAlgorithm.into() {
        MBEDTLS_ERR_X509_UNKNOWN_SIG_ALG
    } else {
        code(error)
    }
}

const LABELS: [&str; 2] = ["CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"];
