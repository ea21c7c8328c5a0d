//! Names, serial numbers and addresses from text and as text.

use std::ffi::{c_char, c_int, c_void};
use std::net::{Ipv4Addr, Ipv6Addr};

use super::{mbedtls_x509_buf, mbedtls_x509_name, no_text_code, put_text};
use crate::capi::asn1::{mbedtls_asn1_named_data, slice};
use crate::capi::asn1write::mbedtls_asn1_store_named_data;
use crate::capi::boundary::{self, enter, enter_or};
use crate::capi::codes::*;
use crate::x509::name::{self, Attribute};
use crate::x509::{name_text, text};

/// Writes a distinguished name as text, such as `C=DE, O=Example, CN=www.example.org`.
///
/// \param buf   Where the text goes, with a NUL behind it. Nothing is written for an empty name.
/// \param size  Its size in bytes, the NUL included.
/// \param dn    The name; it may be null, which is an empty name.
///
/// \return The length of the text without the NUL.
/// \return #MBEDTLS_ERR_X509_BUFFER_TOO_SMALL when it does not fit, or when one value has more than 255 characters.
/// \return #MBEDTLS_ERR_X509_INVALID_NAME when a value has a NUL in it.
///
/// # Safety
/// `buf` is null or valid for writing `size` bytes; `dn` is null or the first node of a list of valid names.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_dn_gets(
    buf: *mut c_char,
    size: usize,
    dn: *const mbedtls_x509_name,
) -> c_int {
    enter(|| {
        let mut node = dn;
        let attributes = std::iter::from_fn(|| {
            // SAFETY: the caller vouches for the list.
            let name = unsafe { node.as_ref() }?;
            node = name.next;
            Some(name)
        });
        let attributes = attributes.filter(|name| !name.oid.p.is_null()).map(|name| Attribute {
            // SAFETY: the caller vouches for the names, whose buffers have the length they state.
            oid: unsafe { slice(&name.oid) },
            tag: u8::try_from(name.val.tag).unwrap_or(0),
            // SAFETY: as above.
            value: unsafe { slice(&name.val) },
            merged: name.next_merged != 0,
        });
        let mut text = Vec::new();
        match name::write_text(&mut text, attributes) {
            Ok(()) if text.is_empty() => 0,
            // SAFETY: the caller vouches for `buf`.
            Ok(()) => unsafe { put_text(buf, size, &text) },
            Err(no_text) => no_text_code(no_text),
        }
    })
}

/// Writes a serial number as pairs of hexadecimal digits with colons between them. Of more than 32 bytes the first 28 are
/// written, and four dots.
///
/// \param buf     Where the text goes, with a NUL behind it.
/// \param size    Its size in bytes, the NUL included.
/// \param serial  The serial number.
///
/// \return The length of the text without the NUL.
/// \return #MBEDTLS_ERR_X509_BUFFER_TOO_SMALL when it does not fit.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `serial` is null.
///
/// # Safety
/// `buf` is null or valid for writing `size` bytes; `serial` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_serial_gets(
    buf: *mut c_char,
    size: usize,
    serial: *const mbedtls_x509_buf,
) -> c_int {
    enter(|| {
        // SAFETY: null, or the caller vouches for it.
        let Some(serial) = (unsafe { serial.as_ref() }) else { return MBEDTLS_ERR_X509_BAD_INPUT_DATA };
        // SAFETY: a valid buffer has the length it states.
        let text = text::serial(unsafe { slice(serial) });
        // SAFETY: the caller vouches for `buf`.
        unsafe { put_text(buf, size, text.as_bytes()) }
    })
}

/// Reads a distinguished name from text, such as `C=DE, O=Example, CN=www.example.org`.
///
/// \param head  Where the list goes; it has to be NULL. The last attribute is its first node, and of two of one type
///              only the last stays. Release it with mbedtls_asn1_free_named_data_list(), also after an error.
/// \param name  The text. A type is one of the short names or an OID in dotted decimals. A value is text, in which a
///              backslash stands before special characters or two hexadecimal digits, or a number sign and an encoding
///              in hexadecimal; for an OID it has to be the latter. A value has 255 bytes at most.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_X509_INVALID_NAME if it is no name.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if \p head is not empty, or for NULL.
/// \return #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `head` is null or valid; `name` is null or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_string_to_names(
    head: *mut *mut mbedtls_asn1_named_data,
    name: *const c_char,
) -> c_int {
    enter(|| {
        // SAFETY: null, or the caller vouches for both.
        let (Some(list), Some(text)) = (unsafe { (head.as_ref(), boundary::string(name)) }) else {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        };
        if !list.is_null() {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        }
        for attribute in name_text::attributes(text.to_bytes()) {
            let Ok(attribute) = attribute else { return MBEDTLS_ERR_X509_INVALID_NAME };
            let (oid, value) = (&attribute.oid, &attribute.value);
            // SAFETY: the list is ours so far, and the others are slices.
            let node = unsafe {
                mbedtls_asn1_store_named_data(
                    head,
                    oid.as_ptr().cast(),
                    oid.len(),
                    value.as_ptr(),
                    value.len(),
                )
                .as_mut()
            };
            let Some(node) = node else { return MBEDTLS_ERR_X509_ALLOC_FAILED };
            node.val.tag = attribute.tag.into();
        }
        0
    })
}

/// Reads an IP address, version 4 or 6.
///
/// \param cn   The text.
/// \param dst  Where 4 or 16 bytes go, in network order.
///
/// \return 4 or 16.
/// \return 0 if it is no address, or for NULL.
///
/// # Safety
/// `cn` is null or a C string; `dst` is null or writable for 16 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_parse_cn_inet_pton(cn: *const c_char, dst: *mut c_void) -> usize {
    enter_or(0, || {
        // SAFETY: null, or the caller vouches for it.
        let text = unsafe { boundary::string(cn) }.and_then(|text| text.to_str().ok()).unwrap_or_default();
        let (four, six) = (text.parse::<Ipv4Addr>(), text.parse::<Ipv6Addr>());
        let (four, six) = (four.map(|address| address.octets()), six.map(|address| address.octets()));
        let address: &[u8] = match (&four, &six) {
            (Ok(address), _) => address,
            (_, Ok(address)) => address,
            _ => return 0,
        };
        // SAFETY: the caller vouches for `dst`.
        match unsafe { boundary::bytes_mut(dst.cast::<u8>(), address.len()) } {
            Some(out) => {
                out.copy_from_slice(address);
                address.len()
            }
            None => 0,
        }
    })
}
