//! What writing certificates and requests have in common: names, extensions, keys, signatures, and where the result goes.

use std::ffi::{CStr, c_char, c_int, c_uchar, c_void};
use std::ptr;

use super::san::*;
use super::{mbedtls_x509_san_list, mbedtls_x509_string_to_names};
use crate::capi::asn1::{mbedtls_asn1_free_named_data_list, mbedtls_asn1_named_data, slice};
use crate::capi::asn1write::mbedtls_asn1_store_named_data;
use crate::capi::boundary;
use crate::capi::codes::*;
use crate::capi::md::{digest_algorithm, mbedtls_md_type_t};
use crate::capi::pem::mbedtls_pem_write_buffer;
use crate::capi::pk::{
    MBEDTLS_PK_ECDSA, MBEDTLS_PK_RSA, mbedtls_pk_can_do, mbedtls_pk_context, mbedtls_pk_sign,
    mbedtls_pk_write_pubkey_der,
};
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::x509::der_write::WriteError;
use crate::x509::name::Attribute;
use crate::x509::oid;
use crate::x509::write::extension::{self, AlternativeName};
use crate::x509::write::{Algorithm, Extension, signed};

/// Replaces a name by that of a text. 0 or a code; after an error the name is what could be read.
///
/// # Safety
/// `place` is valid and owns its list; `text` is null or a C string.
pub(crate) unsafe fn set_name(place: *mut *mut mbedtls_asn1_named_data, text: *const c_char) -> c_int {
    if text.is_null() {
        return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
    }
    // SAFETY: the caller vouches for both.
    unsafe {
        mbedtls_asn1_free_named_data_list(place);
        mbedtls_x509_string_to_names(place, text)
    }
}

/// Adds an extension or replaces it. 0 or a code.
///
/// # Safety
/// `place` is valid and owns its list.
pub(crate) unsafe fn set_extension(
    place: *mut *mut mbedtls_asn1_named_data,
    extension: &Extension<'_>,
) -> c_int {
    let mut value = vec![u8::from(extension.critical)];
    value.extend_from_slice(extension.value);
    let oid = extension.oid;
    // SAFETY: the caller vouches for the list; the others are slices.
    let node = unsafe {
        mbedtls_asn1_store_named_data(place, oid.as_ptr().cast(), oid.len(), value.as_ptr(), value.len())
    };
    if node.is_null() { MBEDTLS_ERR_X509_ALLOC_FAILED } else { 0 }
}

/// As [`set_extension`], with a value that was just made.
///
/// # Safety
/// As for [`set_extension`].
pub(crate) unsafe fn set_made(
    place: *mut *mut mbedtls_asn1_named_data,
    oid: &[u8],
    critical: bool,
    value: Result<Vec<u8>, WriteError>,
) -> c_int {
    match value {
        // SAFETY: passed on to the caller.
        Ok(value) => unsafe { set_extension(place, &Extension { oid, critical, value: &value }) },
        Err(error) => write_code(error),
    }
}

/// An extension from C's arguments. 0 or a code.
///
/// # Safety
/// `place` is valid and owns its list; `oid` and `val` are null or readable for their lengths.
pub(crate) unsafe fn set_given(
    place: *mut *mut mbedtls_asn1_named_data,
    (oid, oid_len): (*const c_char, usize),
    critical: c_int,
    (val, val_len): (*const c_uchar, usize),
) -> c_int {
    // SAFETY: the caller vouches for both.
    let arguments = unsafe { (boundary::bytes(oid.cast::<u8>(), oid_len), boundary::bytes(val, val_len)) };
    let (Some(oid), Some(value)) = arguments else { return MBEDTLS_ERR_X509_BAD_INPUT_DATA };
    // SAFETY: passed on to the caller.
    unsafe { set_extension(place, &Extension { oid, critical: critical != 0, value }) }
}

/// The extension with a list of alternative names, the last one first. 0 or a code.
///
/// # Safety
/// `place` is valid and owns its list; `list` is null or a list of names whose buffers have the length they state.
pub(crate) unsafe fn set_alternative_names(
    place: *mut *mut mbedtls_asn1_named_data,
    list: *const mbedtls_x509_san_list,
) -> c_int {
    let mut names = Vec::new();
    let mut node = list;
    // SAFETY: the caller vouches for the list.
    while let Some(entry) = unsafe { node.as_ref() } {
        // SAFETY: bytes are what a name of these kinds is; a list what a directory name is.
        let name = unsafe {
            match (entry.node.r#type, u8::try_from(entry.node.r#type)) {
                (
                    SAN_RFC822_NAME | SAN_DNS_NAME | SAN_UNIFORM_RESOURCE_IDENTIFIER | SAN_IP_ADDRESS,
                    Ok(kind),
                ) => AlternativeName::Plain(kind, slice(&entry.node.san.unstructured_name)),
                (SAN_DIRECTORY_NAME, _) => {
                    AlternativeName::Directory(attributes(&raw const *entry.node.san.directory_name))
                }
                _ => return MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE,
            }
        };
        names.push(name);
        node = entry.next;
    }
    names.reverse();
    // SAFETY: passed on to the caller.
    unsafe { set_made(place, SUBJECT_ALT_NAME, false, extension::alternative_names(&names)) }
}

/// The attributes of a list, whose first node is the last of the name.
///
/// # Safety
/// `list` is null or a valid list that is not changed during `'a`.
pub(crate) unsafe fn attributes<'a>(list: *const mbedtls_asn1_named_data) -> Vec<Attribute<'a>> {
    let mut found = Vec::new();
    let mut node = list;
    // SAFETY: the caller vouches for the list, whose buffers have the length they state.
    while let Some(entry) = unsafe { node.as_ref() } {
        let [.., tag] = entry.val.tag.to_be_bytes();
        // SAFETY: as above.
        let (oid, value) = unsafe { (slice(&entry.oid), slice(&entry.val)) };
        found.push(Attribute { oid, tag, value, merged: false });
        node = entry.next;
    }
    found.reverse();
    found
}

/// The extensions of a list, whose first node is the last of them. A value's first byte says whether it is critical.
///
/// # Safety
/// As for [`attributes`].
pub(crate) unsafe fn extensions<'a>(list: *const mbedtls_asn1_named_data) -> Vec<Extension<'a>> {
    // SAFETY: passed on to the caller.
    let attributes = unsafe { attributes(list) };
    let extension = |attribute: Attribute<'a>| {
        let (critical, value) = attribute.value.split_first()?;
        Some(Extension { oid: attribute.oid, critical: *critical != 0, value })
    };
    attributes.into_iter().filter_map(extension).collect()
}

/// A public key as SubjectPublicKeyInfo.
///
/// # Safety
/// `key` is null, or initialised and not changed meanwhile.
pub(crate) unsafe fn spki(key: *const mbedtls_pk_context) -> Result<Vec<u8>, c_int> {
    let mut buffer = vec![0; LARGEST_KEY];
    // SAFETY: the caller vouches for the key; the buffer is a slice.
    let ret = unsafe { mbedtls_pk_write_pubkey_der(key, buffer.as_mut_ptr(), buffer.len()) };
    let length = usize::try_from(ret).map_err(|_| ret)?;
    Ok(buffer.split_off(buffer.len().saturating_sub(length)))
}

/// How a key signs with a digest.
///
/// # Safety
/// `key` is null, or initialised and not changed meanwhile.
pub(crate) unsafe fn algorithm(
    key: *const mbedtls_pk_context,
    md_alg: mbedtls_md_type_t,
) -> Result<Algorithm, c_int> {
    // SAFETY: the caller vouches for the key.
    let can_do = |kind| unsafe { mbedtls_pk_can_do(key, kind) } != 0;
    let kind = match () {
        () if can_do(MBEDTLS_PK_RSA) => MBEDTLS_PK_RSA,
        () if can_do(MBEDTLS_PK_ECDSA) => MBEDTLS_PK_ECDSA,
        () => return Err(MBEDTLS_ERR_X509_INVALID_ALG),
    };
    match oid::signature(kind, md_alg) {
        Some(oid) => Ok(Algorithm { oid, null: kind == MBEDTLS_PK_RSA }),
        None => Err(MBEDTLS_ERR_OID_NOT_FOUND),
    }
}

/// Signs what was written.
///
/// # Safety
/// `key` is initialised and not changed meanwhile; `f_rng` is null or a function that may be called with `p_rng`.
pub(crate) unsafe fn sign(
    content: &[u8],
    how: Algorithm,
    key: *mut mbedtls_pk_context,
    md_alg: mbedtls_md_type_t,
    (f_rng, p_rng): (mbedtls_f_rng_t, *mut c_void),
) -> Result<Vec<u8>, c_int> {
    let digest = digest_algorithm(md_alg).ok_or(MBEDTLS_ERR_X509_INVALID_ALG)?.digest(content);
    let digest = digest.as_ref();
    let (mut signature, mut length) = (vec![0; LARGEST_SIGNATURE], 0);
    // SAFETY: the caller vouches for key and function; the others are slices and a local.
    let ret = unsafe {
        mbedtls_pk_sign(
            key,
            md_alg,
            digest.as_ptr(),
            digest.len(),
            signature.as_mut_ptr(),
            signature.len(),
            &raw mut length,
            f_rng,
            p_rng,
        )
    };
    if ret != 0 {
        return Err(ret);
    }
    signature.truncate(length);
    signed(content, how, &signature).map_err(write_code)
}

/// Copies to the end of C's buffer: the length or a code.
///
/// # Safety
/// `buf` is null or valid for writing `size` bytes.
pub(crate) unsafe fn put_at_end(buf: *mut c_uchar, size: usize, der: &[u8]) -> c_int {
    // SAFETY: the caller vouches for the buffer.
    let Some(out) = (unsafe { boundary::bytes_mut(buf, size) }) else {
        return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
    };
    let start = out.len().checked_sub(der.len());
    let (Some(room), Ok(length)) = (start.and_then(|start| out.get_mut(start..)), c_int::try_from(der.len()))
    else {
        return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
    };
    room.copy_from_slice(der);
    length
}

/// Writes PEM to the beginning of C's buffer: 0 or a code.
///
/// # Safety
/// `buf` is null or valid for writing `size` bytes.
pub(crate) unsafe fn put_pem(
    buf: *mut c_uchar,
    size: usize,
    der: &[u8],
    (begin, end): (&CStr, &CStr),
) -> c_int {
    if buf.is_null() {
        return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
    }
    if der.len() > size {
        return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
    }
    let mut length = 0;
    // SAFETY: the caller vouches for the buffer; the others are slices, strings and a local.
    unsafe {
        mbedtls_pem_write_buffer(
            begin.as_ptr(),
            end.as_ptr(),
            der.as_ptr(),
            der.len(),
            buf,
            size,
            &raw mut length,
        )
    }
}

pub(crate) fn write_code(error: WriteError) -> c_int {
    match error {
        WriteError::NoRoom => MBEDTLS_ERR_ASN1_BUF_TOO_SMALL,
        WriteError::TooLong => MBEDTLS_ERR_ASN1_INVALID_LENGTH,
    }
}

/// An empty list.
pub(crate) const NONE: *mut mbedtls_asn1_named_data = ptr::null_mut();

/// More than an RSA key of 16384 bits takes.
const LARGEST_KEY: usize = 4 << 10;
/// `MBEDTLS_PK_SIGNATURE_MAX_SIZE`.
const LARGEST_SIGNATURE: usize = 1024;

/// The OIDs of the extensions.
pub(crate) const KEY_USAGE: &[u8] = &[0x55, 0x1d, 15];
pub(crate) const NS_CERT_TYPE: &[u8] = &[0x60, 0x86, 0x48, 1, 0x86, 0xf8, 0x42, 1, 1];
const SUBJECT_ALT_NAME: &[u8] = &[0x55, 0x1d, 17];
