//! `mbedtls/x509_crl.h`: revocation lists.

mod types;

pub use types::*;

use std::ffi::{c_char, c_int, c_uchar};
use std::ptr;

use crate::capi::asn1::{mbedtls_asn1_buf, mbedtls_asn1_named_data};
use crate::capi::boundary;
use crate::capi::codes::*;
use crate::capi::pem;
use crate::capi::x509::{
    code, mbedtls_x509_time, no_text_code, put_text, read_file, signature_options, slice,
};
use crate::x509::crl::{Entry, RevocationList};
use crate::x509::der::{self, Value};
use crate::x509::error::Part;
use crate::x509::name;
use crate::x509::text;
use crate::x509::time::Time;

/// Sets a revocation list up as empty. Call it once, before anything else is done with it.
///
/// \param crl  The revocation list; null does nothing.
///
/// # Safety
/// `crl` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crl_init(crl: *mut mbedtls_x509_crl) {
    // SAFETY: null, or the caller vouches for it; all zero bytes are an empty revocation list.
    boundary::enter_or((), || unsafe { boundary::zero(crl) });
}

/// Frees a revocation list and all that hang from it. The first one is the caller's memory and is left empty; the others are
/// gone.
///
/// \param crl  The revocation list; null does nothing.
///
/// # Safety
/// `crl` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crl_free(crl: *mut mbedtls_x509_crl) {
    boundary::enter_or((), || {
        let mut node = crl;
        while !node.is_null() {
            // SAFETY: the caller vouches for the list; each node is visited once, before it is freed.
            let next = unsafe { (*node).next };
            // SAFETY: as above.
            unsafe { clear(node) };
            if node != crl {
                // SAFETY: every node but the first came from the C allocator.
                unsafe { boundary::c_free(node) };
            }
            node = next;
        }
    });
}

/// Releases what one revocation list owns and leaves it empty.
///
/// # Safety
/// `crl` is initialised and not used by anybody else.
unsafe fn clear(crl: *mut mbedtls_x509_crl) {
    // SAFETY: the caller vouches for `crl`; the two are what `fill` left there, or null.
    unsafe {
        boundary::c_free((*crl).sig_opts);
        boundary::c_free((*crl).raw.p);
        boundary::zero(crl);
    }
}

/// Adds the revocation list in DER that a buffer holds to a list. A copy is kept.
///
/// \param chain   The first revocation list, initialised; it is filled if it is empty, otherwise a new one is hung behind the
///                last. After an error it is what it was.
/// \param buf     The revocation list, and nothing behind it.
/// \param buflen  The buffer's length in bytes.
///
/// \return 0 when it was added.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `chain` or `buf` is null.
/// \return #MBEDTLS_ERR_X509_ALLOC_FAILED when there is no memory.
/// \return #MBEDTLS_ERR_X509_INVALID_FORMAT, `_VERSION`, `_SERIAL`, `_ALG`, `_NAME`, `_DATE`, `_EXTENSIONS` or `_SIGNATURE`
///         for the part that is wrong, mostly with an MBEDTLS_ERR_ASN1 code added; or that code alone for an entry.
/// \return #MBEDTLS_ERR_X509_UNKNOWN_VERSION, #MBEDTLS_ERR_X509_UNKNOWN_SIG_ALG or #MBEDTLS_ERR_X509_SIG_MISMATCH.
///
/// # Safety
/// `chain` is null or initialised and used by nobody else; `buf` is null or readable for `buflen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crl_parse_der(
    chain: *mut mbedtls_x509_crl,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    boundary::enter(|| {
        if chain.is_null() || buf.is_null() {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for the buffer.
        match unsafe { boundary::bytes(buf, buflen) } {
            // SAFETY: the caller vouches for `chain`.
            Some(der) => unsafe { append(chain, der) },
            None => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
        }
    })
}

/// Adds revocation lists to a list: one in DER, or all that a PEM text holds.
///
/// \param chain   The first revocation list, initialised; see mbedtls_x509_crl_parse_der().
/// \param buf     The revocation lists. A text has to end with a NUL.
/// \param buflen  The buffer's length in bytes, that NUL included.
///
/// \return 0 when all were added.
/// \return What mbedtls_x509_crl_parse_der() returns, or an MBEDTLS_ERR_PEM code, for the first that could not be read; those
///         before it were added.
///
/// # Safety
/// As for mbedtls_x509_crl_parse_der().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crl_parse(
    chain: *mut mbedtls_x509_crl,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    boundary::enter(|| {
        if chain.is_null() || buf.is_null() {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for the buffer.
        match unsafe { boundary::bytes(buf, buflen) } {
            Some(content) => {
                let text = content.strip_suffix(&[0]).unwrap_or_default();
                // SAFETY: the caller vouches for `chain`.
                unsafe { parse(chain, content, text) }
            }
            None => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
        }
    })
}

/// Adds the revocation lists of a file, DER or PEM, to a list.
///
/// \param chain  The first revocation list, initialised; see mbedtls_x509_crl_parse_der().
/// \param path   The file's name.
///
/// \return As mbedtls_x509_crl_parse().
/// \return #MBEDTLS_ERR_PK_FILE_IO_ERROR when the file cannot be read.
///
/// # Safety
/// `chain` is null or initialised and used by nobody else; `path` is null or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crl_parse_file(
    chain: *mut mbedtls_x509_crl,
    path: *const c_char,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: null, or the caller vouches for it.
        let Some(path) = (unsafe { boundary::string(path) }).filter(|_| !chain.is_null()) else {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        };
        match read_file(path) {
            // SAFETY: the caller vouches for `chain`.
            Ok(content) => unsafe { parse(chain, &content, &content) },
            Err(ret) => ret,
        }
    })
}

/// Writes several lines about a revocation list.
///
/// \param buf     Where the text goes, with a NUL behind it.
/// \param size    Its size in bytes, the NUL included.
/// \param prefix  What each line starts with, such as spaces.
/// \param crl     The revocation list.
///
/// \return The length of the text without the NUL.
/// \return #MBEDTLS_ERR_X509_BUFFER_TOO_SMALL when it does not fit, or when one value of a name has more than 255 characters.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `crl` is null or empty.
///
/// # Safety
/// `buf` is null or valid for writing `size` bytes; `prefix` is null or a C string; `crl` is null or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crl_info(
    buf: *mut c_char,
    size: usize,
    prefix: *const c_char,
    crl: *const mbedtls_x509_crl,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: null, or the caller vouches for it.
        let prefix = unsafe { boundary::string(prefix) }.map_or(&[][..], |prefix| prefix.to_bytes());
        // SAFETY: null, or the caller vouches for it.
        let Some(crl) = (unsafe { crl.as_ref() }) else { return MBEDTLS_ERR_X509_BAD_INPUT_DATA };
        // SAFETY: its buffers have the length they state.
        let Ok(list) = RevocationList::parse(unsafe { slice(&crl.raw) }) else {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        };
        match text::revocation_list(&list, prefix) {
            // SAFETY: the caller vouches for `buf`.
            Ok(text) => unsafe { put_text(buf, size, &text) },
            Err(no_text) => no_text_code(no_text),
        }
    })
}

/// The PEM blocks of `text` or, if the first one cannot be read, the DER of `content`. Behind a block there has to be another,
/// or nothing.
///
/// # Safety
/// `chain` is initialised and used by nobody else.
unsafe fn parse(chain: *mut mbedtls_x509_crl, content: &[u8], text: &[u8]) -> c_int {
    let visible = pem::visible(text);
    let mut rest = visible;
    while let Some((Ok(der), end)) = pem::next_block(rest, LABEL) {
        // SAFETY: the caller vouches for `chain`.
        let ret = unsafe { append(chain, &der) };
        rest = rest.get(end..).unwrap_or_default();
        if ret != 0 || (rest.is_empty() && visible.len() == text.len()) {
            return ret;
        }
    }
    if rest.len() == visible.len() {
        // SAFETY: as above.
        return unsafe { append(chain, content) };
    }
    match pem::next_block(rest, LABEL) {
        Some((Err(ret), _)) => ret,
        _ => MBEDTLS_ERR_PEM_NO_HEADER_FOOTER_PRESENT,
    }
}

/// Fills the first revocation list if it is empty, otherwise hangs a new one behind the last.
///
/// # Safety
/// `chain` is initialised and used by nobody else.
unsafe fn append(chain: *mut mbedtls_x509_crl, der: &[u8]) -> c_int {
    let list = match RevocationList::parse(der) {
        Ok(list) => list,
        // Unlike for a certificate, the code does not say that it is the OID which is unknown.
        Err(error) if error == Part::UnknownSignatureAlgorithm.into() => {
            return MBEDTLS_ERR_X509_UNKNOWN_SIG_ALG;
        }
        Err(error) => return code(error),
    };
    let Some(mut new) = fill(&list) else { return MBEDTLS_ERR_X509_ALLOC_FAILED };
    // SAFETY: `new` is ours.
    let ret = unsafe { signature_options(list.signature_kind, &raw mut new.sig_opts) };
    if ret != 0 {
        // SAFETY: nobody else has seen it.
        unsafe { clear(&raw mut new) };
        return ret;
    }
    let mut last = chain;
    // SAFETY: the caller vouches for the list.
    while unsafe { (*last).version != 0 && !(*last).next.is_null() } {
        // SAFETY: as above.
        last = unsafe { (*last).next };
    }
    // SAFETY: as above.
    if unsafe { (*last).version == 0 } {
        // SAFETY: `last` is empty and needs no destructor; what hangs from it is kept.
        unsafe { last.write(mbedtls_x509_crl { next: (*last).next, ..new }) };
        return 0;
    }
    let (block, options) = (new.raw.p, new.sig_opts);
    let node = boundary::c_new(new);
    if node.is_null() {
        // SAFETY: nobody else has seen the two.
        unsafe {
            boundary::c_free(block);
            boundary::c_free(options);
        }
        return MBEDTLS_ERR_X509_ALLOC_FAILED;
    }
    // SAFETY: `last` is the end of the list.
    unsafe { (*last).next = node };
    0
}

/// The structure for C: one block of memory holds the encoding, which `raw` leads to, and behind it the nodes of names and of
/// entries. `None`: no memory.
fn fill(list: &RevocationList<'_>) -> Option<mbedtls_x509_crl> {
    let names = name::attributes(list.issuer.content).count().saturating_sub(1);
    let entries = list.entries().count().saturating_sub(1);
    let nodes = list.raw.len().next_multiple_of(align_of::<mbedtls_asn1_named_data>());
    let entry_nodes = nodes + names * size_of::<mbedtls_asn1_named_data>();
    // SAFETY: malloc has no precondition; the sizes are a small multiple of the input's.
    let block =
        unsafe { libc::malloc(entry_nodes + entries * size_of::<mbedtls_x509_crl_entry>()).cast::<u8>() };
    if block.is_null() {
        return None;
    }
    // SAFETY: the block begins with room for the encoding.
    unsafe { ptr::copy_nonoverlapping(list.raw.as_ptr(), block, list.raw.len()) };
    let kept = Kept { input: list.raw.as_ptr().addr(), kept: block };
    let mut crl = mbedtls_x509_crl {
        raw: kept.buffer(0, list.raw),
        tbs: kept.buffer(0, list.tbs),
        version: list.version.into(),
        sig_oid: kept.buffer(der::OID, list.algorithm.oid),
        issuer_raw: kept.buffer(0, list.issuer.raw),
        issuer: mbedtls_asn1_named_data { oid: empty(), val: empty(), next: ptr::null_mut(), next_merged: 0 },
        this_update: list.this_update.into(),
        next_update: list.next_update.unwrap_or_default().into(),
        entry: mbedtls_x509_crl_entry {
            raw: empty(),
            serial: empty(),
            revocation_date: mbedtls_x509_time::from(Time::default()),
            entry_ext: empty(),
            next: ptr::null_mut(),
        },
        crl_ext: list.extensions_value.map_or_else(empty, |value| kept.buffer(value.tag, value.content)),
        sig_oid2: kept.buffer(der::OID, list.algorithm.oid),
        sig: kept.buffer(der::BIT_STRING, list.signature),
        sig_md: list.signature_kind.digest_number().into(),
        sig_pk: list.signature_kind.key_number().into(),
        sig_opts: ptr::null_mut(),
        next: ptr::null_mut(),
    };
    let mut free = block.wrapping_add(nodes).cast::<mbedtls_asn1_named_data>();
    let mut last = &raw mut crl.issuer;
    for (at, attribute) in name::attributes(list.issuer.content).map_while(Result::ok).enumerate() {
        if at > 0 {
            // SAFETY: `last` is the head or a node; the block has a node for each attribute but the first.
            unsafe { (*last).next = free };
            last = free;
            free = free.wrapping_add(1);
        }
        let node = mbedtls_asn1_named_data {
            oid: kept.buffer(der::OID, attribute.oid),
            val: kept.buffer(attribute.tag, attribute.value),
            next: ptr::null_mut(),
            next_merged: attribute.merged.into(),
        };
        // SAFETY: as above.
        unsafe { last.write(node) };
    }
    let mut free = block.wrapping_add(entry_nodes).cast::<mbedtls_x509_crl_entry>();
    let mut last = &raw mut crl.entry;
    for (at, entry) in list.entries().enumerate() {
        if at > 0 {
            // SAFETY: `last` is the head or a node; the block has a node for each entry but the first.
            unsafe { (*last).next = free };
            last = free;
            free = free.wrapping_add(1);
        }
        // SAFETY: as above.
        unsafe { last.write(kept.entry(&entry)) };
    }
    Some(crl)
}

/// How addresses in the parsed input become addresses that C keeps.
struct Kept {
    input: usize,
    kept: *mut u8,
}

impl Kept {
    fn buffer(&self, tag: u8, part: &[u8]) -> mbedtls_asn1_buf {
        let offset = part.as_ptr().addr().wrapping_sub(self.input);
        mbedtls_asn1_buf { tag: tag.into(), len: part.len(), p: self.kept.wrapping_add(offset) }
    }

    /// As in the C API, the address is that of the tag and the length that of what stands behind it.
    fn entry_extensions(&self, value: &Value<'_>) -> mbedtls_asn1_buf {
        let part = value.raw.get(..value.content.len()).unwrap_or_default();
        self.buffer(value.tag, part)
    }

    fn entry(&self, entry: &Entry<'_>) -> mbedtls_x509_crl_entry {
        mbedtls_x509_crl_entry {
            raw: self.buffer(entry.value.tag, entry.value.content),
            serial: self.buffer(entry.serial.tag, entry.serial.content),
            revocation_date: entry.revocation_date.into(),
            entry_ext: entry.extensions.map_or_else(empty, |value| self.entry_extensions(&value)),
            next: ptr::null_mut(),
        }
    }
}

fn empty() -> mbedtls_asn1_buf {
    mbedtls_asn1_buf { tag: 0, len: 0, p: ptr::null_mut() }
}

const LABEL: &str = "X509 CRL";
