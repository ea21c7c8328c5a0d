//! Reading certificates into a list.

use std::ffi::{CStr, c_char, c_int, c_uchar, c_void};
use std::fs;
use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use super::fill::{ExtensionCallback, fill};
use super::mbedtls_x509_crt_free;
use super::types::{mbedtls_x509_crt, mbedtls_x509_crt_ext_cb_t};
use crate::capi::boundary;
use crate::capi::codes::*;
use crate::capi::pem;
use crate::capi::x509::read_file;

/// Adds the certificate in DER at the start of a buffer to a list. A copy is kept.
///
/// \param chain   The list's first certificate, initialised; it is filled if it is empty, otherwise a new one is hung behind
///                the last. After an error the list is what it was.
/// \param buf     The certificate; what follows it is not looked at.
/// \param buflen  The buffer's length in bytes.
///
/// \return 0 when it was added.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `chain` or `buf` is null.
/// \return #MBEDTLS_ERR_X509_ALLOC_FAILED when there is no memory.
/// \return #MBEDTLS_ERR_X509_INVALID_FORMAT, `_VERSION`, `_SERIAL`, `_ALG`, `_NAME`, `_DATE`, `_EXTENSIONS` or `_SIGNATURE`
///         for the part that is wrong, mostly with an MBEDTLS_ERR_ASN1 code added that says how.
/// \return #MBEDTLS_ERR_X509_UNKNOWN_VERSION, #MBEDTLS_ERR_X509_UNKNOWN_SIG_ALG, #MBEDTLS_ERR_X509_SIG_MISMATCH,
///         #MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE, or an MBEDTLS_ERR_PK code about its key.
///
/// # Safety
/// `chain` is null or initialised and used by nobody else; `buf` is null or readable for `buflen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_parse_der(
    chain: *mut mbedtls_x509_crt,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    boundary::enter(|| unsafe { parse_der(chain, buf, buflen, true, None) })
}

/// As mbedtls_x509_crt_parse_der(), without a copy: the buffer has to stay as it is until the list is freed.
///
/// \param chain   The list's first certificate, initialised.
/// \param buf     The certificate; it stays the caller's.
/// \param buflen  The buffer's length in bytes.
///
/// \return As mbedtls_x509_crt_parse_der().
///
/// # Safety
/// As for mbedtls_x509_crt_parse_der(), and nobody writes to `buf` before the list is freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_parse_der_nocopy(
    chain: *mut mbedtls_x509_crt,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    boundary::enter(|| unsafe { parse_der(chain, buf, buflen, false, None) })
}

/// As mbedtls_x509_crt_parse_der(), with a function for the extensions that the library does not understand, and for policies
/// other than any policy. It is called for each once the rest of the certificate was read.
///
/// \param chain      The list's first certificate, initialised; see mbedtls_x509_crt_parse_der().
/// \param buf        The certificate; what follows it is not looked at.
/// \param buflen     The buffer's length in bytes.
/// \param make_copy  0: the buffer has to stay as it is until the list is freed. Otherwise a copy is kept.
/// \param cb         Returns 0 to take a certificate with this extension. What else it returns matters if the extension is
///                   critical: then the certificate is refused. Null refuses all critical ones.
/// \param p_ctx      Its first argument.
///
/// \return As mbedtls_x509_crt_parse_der().
/// \return What `cb` returned for an extension that is critical, or #MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE for policies.
///
/// # Safety
/// As for mbedtls_x509_crt_parse_der(); without a copy, nobody writes to `buf` before the list is freed. `cb` is null or takes
/// these arguments, and does not use `chain`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_parse_der_with_ext_cb(
    chain: *mut mbedtls_x509_crt,
    buf: *const c_uchar,
    buflen: usize,
    make_copy: c_int,
    cb: mbedtls_x509_crt_ext_cb_t,
    p_ctx: *mut c_void,
) -> c_int {
    let callback = cb.map(|cb| (cb, p_ctx));
    // SAFETY: passed on to the caller.
    boundary::enter(|| unsafe { parse_der(chain, buf, buflen, make_copy != 0, callback) })
}

/// Adds certificates to a list: one in DER, or all that a PEM text holds.
///
/// \param chain   The list's first certificate, initialised; see mbedtls_x509_crt_parse_der().
/// \param buf     The certificates. A text has to end with a NUL. Anything in it but certificates is skipped.
/// \param buflen  The buffer's length in bytes, that NUL included.
///
/// \return 0 when all were added.
/// \return A positive number when some of a text were added and so many could not be read.
/// \return When none was added, the code for the first, as from mbedtls_x509_crt_parse_der() or an MBEDTLS_ERR_PEM code.
/// \return #MBEDTLS_ERR_X509_CERT_UNKNOWN_FORMAT when a text has a certificate's first line and no last.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `chain` or `buf` is null.
///
/// # Safety
/// As for mbedtls_x509_crt_parse_der().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_parse(
    chain: *mut mbedtls_x509_crt,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    boundary::enter(|| {
        if chain.is_null() || buf.is_null() {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for the buffer.
        let Some(content) = (unsafe { boundary::bytes(buf, buflen) }) else {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        };
        match content.split_last() {
            // SAFETY: the caller vouches for `chain`.
            Some((0, text)) if holds_pem(text) => unsafe { parse_text(chain, text) },
            // SAFETY: as above.
            _ => unsafe { append(chain, content, true, None) },
        }
    })
}

/// Adds the certificates of a file, DER or PEM, to a list.
///
/// \param chain  The list's first certificate, initialised; see mbedtls_x509_crt_parse_der().
/// \param path   The file's name.
///
/// \return As mbedtls_x509_crt_parse().
/// \return #MBEDTLS_ERR_PK_FILE_IO_ERROR when the file cannot be read.
///
/// # Safety
/// `chain` is null or initialised and used by nobody else; `path` is null or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_parse_file(
    chain: *mut mbedtls_x509_crt,
    path: *const c_char,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for the string.
        match unsafe { boundary::string(path) } {
            // SAFETY: the caller vouches for `chain`.
            Some(path) if !chain.is_null() => unsafe { parse_file(chain, path) },
            _ => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
        }
    })
}

/// Adds the certificates of every regular file in a directory to a list. Subdirectories are not entered.
///
/// \param chain  The list's first certificate, initialised; see mbedtls_x509_crt_parse_der().
/// \param path   The directory's name.
///
/// \return 0 when everything was read.
/// \return A positive number when so many certificates or whole files could not be read.
/// \return #MBEDTLS_ERR_X509_FILE_IO_ERROR when the directory cannot be read, or something in it cannot be looked at.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `chain` or `path` is null.
///
/// # Safety
/// As for mbedtls_x509_crt_parse_file().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_parse_path(
    chain: *mut mbedtls_x509_crt,
    path: *const c_char,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for the string.
        let Some(path) = (unsafe { boundary::string(path) }).filter(|_| !chain.is_null()) else {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        };
        let Ok(entries) = fs::read_dir(Path::new(std::ffi::OsStr::from_bytes(path.to_bytes()))) else {
            return MBEDTLS_ERR_X509_FILE_IO_ERROR;
        };
        let mut failed: c_int = 0;
        for entry in entries {
            let Ok(entry) = entry else { return MBEDTLS_ERR_X509_FILE_IO_ERROR };
            // A link counts as what it leads to; one that leads nowhere does not count.
            match fs::metadata(entry.path()) {
                Ok(file) if file.is_file() => {}
                Err(error) if error.kind() != ErrorKind::NotFound => return MBEDTLS_ERR_X509_FILE_IO_ERROR,
                _ => continue,
            }
            let Ok(name) = std::ffi::CString::new(entry.path().as_os_str().as_bytes()) else { continue };
            // SAFETY: the caller vouches for `chain`.
            let ret = unsafe { parse_file(chain, &name) };
            failed = failed.saturating_add(if ret < 0 { 1 } else { ret });
        }
        failed
    })
}

/// A list of the certificates that a peer sent, end entity first. The caller owns it: mbedtls_x509_crt_free() on the
/// head, then `boundary::c_free`. An error is the code of the first certificate that could not be read.
pub(crate) fn parse_chain<'a>(ders: impl Iterator<Item = &'a [u8]>) -> Result<*mut mbedtls_x509_crt, c_int> {
    let head = new_certificate().ok_or(MBEDTLS_ERR_X509_ALLOC_FAILED)?;
    let mut last = head;
    for (at, der) in ders.enumerate() {
        let ret = if at == 0 {
            // SAFETY: `head` is fresh and ours.
            unsafe { fill(head, der, true, None) }
        } else {
            // SAFETY: `last` is the end of a list that is ours.
            unsafe { append_behind(&mut last, der, true, None) }
        };
        if ret != 0 {
            // SAFETY: the list is ours, and nobody else has seen it.
            unsafe {
                mbedtls_x509_crt_free(head);
                boundary::c_free(head);
            }
            return Err(ret);
        }
    }
    Ok(head)
}

/// # Safety
/// `chain` is null or initialised and used by nobody else; `buf` is null or readable for `buflen` bytes.
unsafe fn parse_der(
    chain: *mut mbedtls_x509_crt,
    buf: *const c_uchar,
    buflen: usize,
    copy: bool,
    callback: ExtensionCallback,
) -> c_int {
    if chain.is_null() || buf.is_null() {
        return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
    }
    // SAFETY: the caller vouches for the buffer.
    match unsafe { boundary::bytes(buf, buflen) } {
        // SAFETY: the caller vouches for `chain`.
        Some(der) => unsafe { append(chain, der, copy, callback) },
        None => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
    }
}

/// # Safety
/// `chain` is initialised and used by nobody else.
unsafe fn parse_file(chain: *mut mbedtls_x509_crt, path: &CStr) -> c_int {
    match read_file(path) {
        // SAFETY: the caller vouches for `chain`.
        Ok(content) if holds_pem(&content) => unsafe { parse_text(chain, &content) },
        // SAFETY: as above.
        Ok(content) => unsafe { append(chain, &content, true, None) },
        Err(ret) => ret,
    }
}

fn holds_pem(text: &[u8]) -> bool {
    pem::visible(text).windows(FIRST_LINE.len()).any(|window| window == FIRST_LINE)
}

/// # Safety
/// `chain` is initialised and used by nobody else.
unsafe fn parse_text(chain: *mut mbedtls_x509_crt, text: &[u8]) -> c_int {
    let mut text = pem::visible(text);
    let (mut added, mut failed, mut first_error) = (false, 0, 0);
    let mut last = chain;
    while let Some((block, end)) = pem::next_block(text, LABEL) {
        text = text.get(end..).unwrap_or_default();
        let ret = match block {
            // SAFETY: the caller vouches for the list.
            Ok(der) => unsafe { append_from(&mut last, &der, true, None) },
            Err(ret) => ret,
        };
        match ret {
            0 => added = true,
            // The C API gives up here, also on what follows.
            MBEDTLS_ERR_X509_ALLOC_FAILED | MBEDTLS_ERR_PEM_BAD_INPUT_DATA => return ret,
            _ => {
                failed += 1;
                first_error = if first_error == 0 { ret } else { first_error };
            }
        }
    }
    match (added, first_error) {
        (true, _) => failed,
        (false, 0) => MBEDTLS_ERR_X509_CERT_UNKNOWN_FORMAT,
        (false, error) => error,
    }
}

/// Fills the list's first certificate if it is empty, otherwise hangs a new one behind the last.
///
/// # Safety
/// `chain` is initialised and used by nobody else; the callback takes what its type says.
unsafe fn append(chain: *mut mbedtls_x509_crt, der: &[u8], copy: bool, callback: ExtensionCallback) -> c_int {
    let mut last = chain;
    // SAFETY: passed on to the caller.
    unsafe { append_from(&mut last, der, copy, callback) }
}

/// As [`append`], looking for the end from `last` on, which then is the certificate in use behind which nothing was. Many
/// that are added one after another so cost no more each.
///
/// # Safety
/// `last` is a certificate of a list that nobody else uses; the callback takes what its type says.
unsafe fn append_from(
    last: &mut *mut mbedtls_x509_crt,
    der: &[u8],
    copy: bool,
    callback: ExtensionCallback,
) -> c_int {
    // SAFETY: the caller vouches for the list.
    while unsafe { (**last).version != 0 && !(**last).next.is_null() } {
        // SAFETY: as above.
        *last = unsafe { (**last).next };
    }
    // SAFETY: as above.
    if unsafe { (**last).version != 0 } {
        // SAFETY: as above; `last` is the end.
        return unsafe { append_behind(last, der, copy, callback) };
    }
    // SAFETY: as above; `last` is empty, and only what hangs from it has to be kept.
    unsafe {
        let next = (**last).next;
        let ret = fill(*last, der, copy, callback);
        (**last).next = next;
        ret
    }
}

/// Hangs a new certificate behind `last`, which then is the new one.
///
/// # Safety
/// `last` is the end of a list that nobody else uses; the callback takes what its type says.
unsafe fn append_behind(
    last: &mut *mut mbedtls_x509_crt,
    der: &[u8],
    copy: bool,
    callback: ExtensionCallback,
) -> c_int {
    let Some(new) = new_certificate() else { return MBEDTLS_ERR_X509_ALLOC_FAILED };
    // SAFETY: `new` is fresh and empty.
    let ret = unsafe { fill(new, der, copy, callback) };
    if ret == 0 {
        // SAFETY: the caller vouches for `last`.
        unsafe { (**last).next = new };
        *last = new;
    } else {
        // SAFETY: `new` is empty and nobody else has seen it.
        unsafe { boundary::c_free(new) };
    }
    ret
}

/// An empty certificate for a list; `None`: no memory.
fn new_certificate() -> Option<*mut mbedtls_x509_crt> {
    // SAFETY: calloc has no precondition; all zero bytes are an empty certificate.
    let new = unsafe { libc::calloc(1, size_of::<mbedtls_x509_crt>()).cast::<mbedtls_x509_crt>() };
    if new.is_null() { None } else { Some(new) }
}

const LABEL: &str = "CERTIFICATE";
const FIRST_LINE: &[u8] = b"-----BEGIN CERTIFICATE-----";
