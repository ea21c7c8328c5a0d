//! From a parsed certificate to the structure C looks into.
//!
//! One block of memory holds all list nodes and, behind them, the certificate itself; the private member `own_buffer`
//! remembers it. So a certificate costs this block and its key, however many names it has.

use std::ffi::{c_int, c_uchar, c_void};
use std::ptr;

use super::clear;
use super::types::mbedtls_x509_crt;
use crate::capi::asn1::{mbedtls_asn1_buf, mbedtls_asn1_named_data, mbedtls_asn1_sequence};
use crate::capi::codes::*;
use crate::capi::pk::{mbedtls_pk_context, mbedtls_pk_free, set_public_key};
use crate::capi::x509::{code, mbedtls_x509_authority, mbedtls_x509_buf, signature_options};
use crate::x509::certificate::Certificate;
use crate::x509::der::{self, Value};
use crate::x509::extensions::Critical;
use crate::x509::name::Attribute;

/// A program's function for the extensions that are not understood here, and its first argument.
pub(super) type ExtensionCallback = Option<(
    unsafe extern "C" fn(
        *mut c_void,
        *const mbedtls_x509_crt,
        *const mbedtls_x509_buf,
        c_int,
        *const c_uchar,
        *const c_uchar,
    ) -> c_int,
    *mut c_void,
)>;

/// Reads the certificate at the start of `der` into `crt`. With `copy`, `der` may go afterwards; without, C keeps it.
/// Gives 0 or a code; after an error, `crt` is as it was.
///
/// # Safety
/// `crt` is initialised, empty, and not used by anybody else; the callback takes what its type says.
pub(super) unsafe fn fill(
    crt: *mut mbedtls_x509_crt,
    der: &[u8],
    copy: bool,
    callback: ExtensionCallback,
) -> c_int {
    let unknown = if callback.is_some() { Critical::Left } else { Critical::Refused };
    let mut pk = mbedtls_pk_context { pk_info: ptr::null(), pk_ctx: ptr::null_mut() };
    let mut key_code = 0;
    let read = Certificate::parse_with_key(der, unknown, &mut |spki| {
        // SAFETY: `pk` is an empty context of our own.
        key_code = unsafe { set_public_key(&raw mut pk, spki) };
        key_code == 0
    });
    let read = read.map_err(|error| if key_code == 0 { code(error) } else { key_code });
    let read = read.and_then(|certificate| {
        Nodes::new(&certificate, copy).map(|nodes| (certificate, nodes)).ok_or(MBEDTLS_ERR_X509_ALLOC_FAILED)
    });
    let (certificate, mut nodes) = match read {
        Ok(read) => read,
        Err(code) => {
            // SAFETY: as above.
            unsafe { mbedtls_pk_free(&raw mut pk) };
            return code;
        }
    };
    // SAFETY: the caller vouches for `crt`; what was there is empty and needs no destructor.
    let mut ret = unsafe {
        crt.write(structure(&certificate, &mut nodes, pk));
        signature_options(certificate.signature_kind, &raw mut (*crt).sig_opts)
    };
    if ret == 0 {
        // SAFETY: `crt` was filled just now, and the caller vouches for the callback.
        ret = unsafe { ask(crt, &certificate, &nodes, callback) };
    }
    if ret != 0 {
        // SAFETY: as above; nobody else has seen it but the callback.
        unsafe { clear(crt) };
    }
    ret
}

/// Lets the program look at what is not understood: 0, or the code for the first critical extension that it refuses.
///
/// # Safety
/// `crt` is filled, and the callback takes what its type says.
unsafe fn ask(
    crt: *const mbedtls_x509_crt,
    certificate: &Certificate<'_>,
    nodes: &Nodes,
    callback: ExtensionCallback,
) -> c_int {
    let Some((callback, context)) = callback else { return 0 };
    for extension in certificate.unsupported_extensions() {
        let oid = nodes.value(&extension.oid);
        let value = nodes.buffer(der::OCTET_STRING, extension.value);
        let end = value.p.wrapping_add(value.len);
        // SAFETY: the caller vouches for both; the buffers lie in what `crt` keeps.
        let ret = unsafe { callback(context, crt, &raw const oid, extension.critical.into(), value.p, end) };
        if ret != 0 && extension.critical {
            return if extension.is_policies() { MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE } else { ret };
        }
    }
    0
}

fn structure(certificate: &Certificate<'_>, nodes: &mut Nodes, pk: mbedtls_pk_context) -> mbedtls_x509_crt {
    let extensions = &certificate.extensions;
    let absent =
        |tag: Option<u8>| mbedtls_asn1_buf { tag: tag.map_or(0, c_int::from), len: 0, p: ptr::null_mut() };
    // An absent optional field is left with the tag of what stands in its place.
    let extensions_tag = certificate.extensions_value.map(|value| value.tag);
    let issuer_id = match certificate.issuer_id {
        Some(id) => nodes.value(&id),
        None => absent(certificate.subject_id.map(|id| id.tag).or(extensions_tag)),
    };
    let subject_id = certificate.subject_id.map_or_else(|| absent(extensions_tag), |id| nodes.value(&id));
    mbedtls_x509_crt {
        own_buffer: nodes.block,
        raw: nodes.buffer(0, certificate.raw),
        tbs: nodes.buffer(0, certificate.tbs),
        version: certificate.version.into(),
        serial: nodes.value(&certificate.serial),
        sig_oid: nodes.buffer(der::OID, certificate.algorithm.oid),
        issuer_raw: nodes.buffer(0, certificate.issuer.raw),
        subject_raw: nodes.buffer(0, certificate.subject.raw),
        issuer: nodes.names(certificate.issuer_attributes().map_while(Result::ok)),
        subject: nodes.names(certificate.subject_attributes().map_while(Result::ok)),
        valid_from: certificate.not_before.into(),
        valid_to: certificate.not_after.into(),
        pk_raw: nodes.buffer(0, certificate.spki),
        pk,
        issuer_id,
        subject_id,
        v3_ext: certificate.extensions_value.map_or_else(|| absent(None), |value| nodes.value(&value)),
        subject_alt_names: nodes.sequence(extensions.subject_alt_names()),
        subject_key_id: extensions
            .subject_key_id
            .map_or_else(|| absent(None), |id| nodes.buffer(der::OCTET_STRING, id)),
        authority_key_id: mbedtls_x509_authority {
            keyIdentifier: extensions
                .authority
                .key_id
                .map_or_else(|| absent(None), |id| nodes.buffer(der::OCTET_STRING, id)),
            authorityCertIssuer: nodes.sequence(extensions.authority.issuer()),
            authorityCertSerialNumber: extensions
                .authority
                .serial
                .map_or_else(|| absent(None), |serial| nodes.buffer(der::INTEGER, serial.content)),
            raw: absent(None),
        },
        certificate_policies: nodes.sequence(extensions.policies()),
        ext_types: c_int::try_from(extensions.present).unwrap_or(0),
        ca_istrue: extensions.is_ca.into(),
        max_pathlen: extensions.max_path_length,
        key_usage: extensions.key_usage,
        ext_key_usage: nodes.sequence(extensions.extended_key_usage()),
        ns_cert_type: extensions.ns_cert_type,
        sig: nodes.buffer(der::BIT_STRING, certificate.signature),
        sig_md: certificate.signature_kind.digest_number().into(),
        sig_pk: certificate.signature_kind.key_number().into(),
        sig_opts: ptr::null_mut(),
        next: ptr::null_mut(),
    }
}

/// The block of nodes, and how addresses in the parsed input become addresses that C keeps.
struct Nodes {
    block: *mut c_void,
    /// The next free node of each kind.
    names: *mut mbedtls_asn1_named_data,
    names_left: usize,
    sequences: *mut mbedtls_asn1_sequence,
    sequences_left: usize,
    /// Where the certificate starts in the input, and where it starts for C.
    input: usize,
    kept: *mut u8,
}

impl Nodes {
    /// `None`: no memory. The first element of each list is a member of the structure and needs no node.
    fn new(certificate: &Certificate<'_>, copy: bool) -> Option<Self> {
        let extensions = &certificate.extensions;
        let beyond_first = |count: usize| count.saturating_sub(1);
        let names_left = beyond_first(certificate.issuer_attributes().count())
            + beyond_first(certificate.subject_attributes().count());
        let sequences_left = beyond_first(extensions.subject_alt_names().count())
            + beyond_first(extensions.authority.issuer().count())
            + beyond_first(extensions.policies().count())
            + beyond_first(extensions.extended_key_usage().count());
        let names_size = names_left * size_of::<mbedtls_asn1_named_data>();
        let nodes_size = names_size + sequences_left * size_of::<mbedtls_asn1_sequence>();
        let raw = certificate.raw;
        // SAFETY: malloc has no precondition; the sizes are a small multiple of the input's.
        let block = unsafe { libc::malloc((nodes_size + if copy { raw.len() } else { 0 }).max(1)) };
        if block.is_null() {
            return None;
        }
        let bytes = block.cast::<u8>();
        let kept = if copy {
            // SAFETY: the block ends with room for the certificate.
            unsafe {
                let kept = bytes.add(nodes_size);
                ptr::copy_nonoverlapping(raw.as_ptr(), kept, raw.len());
                kept
            }
        } else {
            raw.as_ptr().cast_mut()
        };
        Some(Self {
            block,
            names: block.cast(),
            names_left,
            sequences: bytes.wrapping_add(names_size).cast(),
            sequences_left,
            input: raw.as_ptr().addr(),
            kept,
        })
    }

    /// The buffer for a part of the certificate.
    fn buffer(&self, tag: u8, part: &[u8]) -> mbedtls_asn1_buf {
        let offset = part.as_ptr().addr().wrapping_sub(self.input);
        mbedtls_asn1_buf { tag: tag.into(), len: part.len(), p: self.kept.wrapping_add(offset) }
    }

    fn value(&self, value: &Value<'_>) -> mbedtls_asn1_buf {
        self.buffer(value.tag, value.content)
    }

    fn names<'a>(&mut self, attributes: impl Iterator<Item = Attribute<'a>>) -> mbedtls_asn1_named_data {
        let empty = || mbedtls_asn1_buf { tag: 0, len: 0, p: ptr::null_mut() };
        let mut head =
            mbedtls_asn1_named_data { oid: empty(), val: empty(), next: ptr::null_mut(), next_merged: 0 };
        let mut last = &raw mut head;
        for (at, attribute) in attributes.enumerate() {
            let node = mbedtls_asn1_named_data {
                oid: self.buffer(der::OID, attribute.oid),
                val: self.buffer(attribute.tag, attribute.value),
                next: ptr::null_mut(),
                next_merged: attribute.merged.into(),
            };
            if at > 0 {
                let Some(left) = self.names_left.checked_sub(1) else { break };
                self.names_left = left;
                // SAFETY: `last` is the head or a node of the block, and a node is left, as just counted.
                unsafe { (*last).next = self.names };
                last = self.names;
                self.names = self.names.wrapping_add(1);
            }
            // SAFETY: `last` is the head or a node of the block.
            unsafe { last.write(node) };
        }
        head
    }

    fn sequence<'a>(&mut self, values: impl Iterator<Item = Value<'a>>) -> mbedtls_asn1_sequence {
        let empty = mbedtls_asn1_buf { tag: 0, len: 0, p: ptr::null_mut() };
        let mut head = mbedtls_asn1_sequence { buf: empty, next: ptr::null_mut() };
        let mut last = &raw mut head;
        for (at, value) in values.enumerate() {
            let node = mbedtls_asn1_sequence { buf: self.value(&value), next: ptr::null_mut() };
            if at > 0 {
                let Some(left) = self.sequences_left.checked_sub(1) else { break };
                self.sequences_left = left;
                // SAFETY: `last` is the head or a node of the block, and a node is left, as just counted.
                unsafe { (*last).next = self.sequences };
                last = self.sequences;
                self.sequences = self.sequences.wrapping_add(1);
            }
            // SAFETY: `last` is the head or a node of the block.
            unsafe { last.write(node) };
        }
        head
    }
}
