//! Alternative names (RFC 5280 section 4.2.1.6).

use std::ffi::c_int;
use std::mem::{ManuallyDrop, offset_of};
use std::ptr;

use super::{code, mbedtls_x509_buf, mbedtls_x509_name};
use crate::capi::asn1::{
    mbedtls_asn1_buf, mbedtls_asn1_free_named_data_list_shallow, mbedtls_asn1_named_data,
};
use crate::capi::boundary::{self, enter, enter_or};
use crate::capi::codes::*;
use crate::x509::der::{self, Value};
use crate::x509::extensions::GeneralName;
use crate::x509::name;

/// The module type and serial number of `HardwareModuleName` (RFC 4108 section 5).
#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct HardwareModule {
    pub(crate) oid: mbedtls_x509_buf,
    pub(crate) val: mbedtls_x509_buf,
}

/// The value of an `otherName`, by its type.
#[repr(C)]
pub(crate) union OtherValue {
    pub(crate) hardware_module_name: HardwareModule,
}

/// `mbedtls_x509_san_other_name`; include/mbedtls/compat/x509_values.h has it for C.
#[repr(C)]
pub struct mbedtls_x509_san_other_name {
    /// The type.
    pub type_id: mbedtls_x509_buf,
    pub(crate) value: OtherValue,
}
const _: () = assert!(size_of::<mbedtls_x509_san_other_name>() == 72);
const _: () = assert!(offset_of!(mbedtls_x509_san_other_name, value) == 24);

/// What an alternative name is, by its kind.
#[repr(C)]
pub(crate) union San {
    pub(crate) other_name: ManuallyDrop<mbedtls_x509_san_other_name>,
    pub(crate) directory_name: ManuallyDrop<mbedtls_x509_name>,
    pub(crate) unstructured_name: mbedtls_x509_buf,
}

/// `mbedtls_x509_subject_alternative_name`; include/mbedtls/compat/x509_values.h has it for C.
#[repr(C)]
pub struct mbedtls_x509_subject_alternative_name {
    /// The kind, `MBEDTLS_X509_SAN_...`.
    pub r#type: c_int,
    pub(crate) san: San,
}
const _: () = assert!(size_of::<mbedtls_x509_subject_alternative_name>() == 80);
const _: () = assert!(offset_of!(mbedtls_x509_subject_alternative_name, san) == 8);

/// `mbedtls_x509_san_list`; include/mbedtls/compat/x509_values.h has it for C.
#[repr(C)]
pub struct mbedtls_x509_san_list {
    /// The name.
    pub node: mbedtls_x509_subject_alternative_name,
    /// The next one, or null.
    pub next: *mut mbedtls_x509_san_list,
}
const _: () = assert!(size_of::<mbedtls_x509_san_list>() == 88);
const _: () = assert!(offset_of!(mbedtls_x509_san_list, next) == 80);

/// Looks into one of a certificate's alternative names.
///
/// \param san_buf  The name, as a node of `subject_alt_names` holds it.
/// \param san      What it is, pointing into \p san_buf. Release it with mbedtls_x509_free_subject_alt_name().
///
/// \return 0 if it was understood.
/// \return #MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE if its kind is none that is understood, or it is an otherName other than a
///         hardware module's.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for an address that has neither 4 nor 16 bytes, or for NULL.
/// \return #MBEDTLS_ERR_X509_INVALID_EXTENSIONS or #MBEDTLS_ERR_X509_INVALID_NAME, with an MBEDTLS_ERR_ASN1 code added,
///         or such a code alone, if it is malformed.
/// \return #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `san_buf` is null or valid with its contents; `san` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_parse_subject_alt_name(
    san_buf: *const mbedtls_x509_buf,
    san: *mut mbedtls_x509_subject_alternative_name,
) -> c_int {
    enter(|| {
        // SAFETY: null, or the caller vouches for it.
        let Some(buffer) = (unsafe { san_buf.as_ref() }).filter(|_| !san.is_null()) else {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        };
        // SAFETY: the caller vouches for the contents.
        let Some(content) = (unsafe { boundary::bytes(buffer.p, buffer.len) }) else {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        };
        let [.., tag] = buffer.tag.to_be_bytes();
        let name = match GeneralName::read(&Value { tag, content, raw: content }) {
            Ok(name) => name,
            Err(error) => return code(error),
        };
        match understood(&name, buffer) {
            Ok(name) => {
                // SAFETY: the caller vouches for `san`.
                unsafe { san.write(name) };
                0
            }
            Err(code) => code,
        }
    })
}

/// Releases what mbedtls_x509_parse_subject_alt_name() allocated, and leaves the structure all zero.
///
/// \param san  The name; NULL does nothing.
///
/// # Safety
/// `san` is null, or was filled by mbedtls_x509_parse_subject_alt_name(), or is all zero.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_free_subject_alt_name(san: *mut mbedtls_x509_subject_alternative_name) {
    enter_or((), || {
        // SAFETY: null, or the caller vouches for it.
        let Some(name) = (unsafe { san.as_ref() }) else { return };
        if name.r#type == SAN_DIRECTORY_NAME {
            // SAFETY: a name of this kind has a list of ours, whose values are not its own.
            unsafe { mbedtls_asn1_free_named_data_list_shallow(name.san.directory_name.next) };
        }
        // SAFETY: the caller vouches for it.
        unsafe { boundary::zero(san) };
    });
}

/// The structure for C. The addresses in it are those of `buffer`'s contents.
fn understood(
    name: &GeneralName<'_>,
    buffer: &mbedtls_x509_buf,
) -> Result<mbedtls_x509_subject_alternative_name, c_int> {
    let part = |tag: u8, part: &[u8]| mbedtls_asn1_buf {
        tag: tag.into(),
        len: part.len(),
        p: buffer.p.wrapping_add(part.as_ptr().addr().wrapping_sub(buffer.p.addr())),
    };
    let simple = |kind| mbedtls_x509_subject_alternative_name {
        r#type: kind,
        san: San { unstructured_name: *buffer },
    };
    Ok(match *name {
        GeneralName::Mail(_) => simple(SAN_RFC822_NAME),
        GeneralName::Dns(_) => simple(SAN_DNS_NAME),
        GeneralName::Uri(_) => simple(SAN_UNIFORM_RESOURCE_IDENTIFIER),
        GeneralName::Ip(_) => simple(SAN_IP_ADDRESS),
        GeneralName::Directory(content) => mbedtls_x509_subject_alternative_name {
            r#type: SAN_DIRECTORY_NAME,
            san: San { directory_name: ManuallyDrop::new(names(content, part)?) },
        },
        GeneralName::HardwareModule { type_id, kind, serial } => {
            let module = HardwareModule { oid: part(der::OID, kind), val: part(der::OCTET_STRING, serial) };
            let other = mbedtls_x509_san_other_name {
                type_id: part(der::OID, type_id),
                value: OtherValue { hardware_module_name: module },
            };
            mbedtls_x509_subject_alternative_name {
                r#type: SAN_OTHER_NAME,
                san: San { other_name: ManuallyDrop::new(other) },
            }
        }
        GeneralName::Other => return Err(MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE),
    })
}

/// A distinguished name as a list: the first node is the result, the others are allocated. `part` makes a buffer for a
/// part of `content`.
pub(crate) fn names(
    content: &[u8],
    part: impl Fn(u8, &[u8]) -> mbedtls_asn1_buf,
) -> Result<mbedtls_x509_name, c_int> {
    let mut next = ptr::null_mut();
    let attributes: Vec<_> = name::attributes(content).map_while(Result::ok).collect();
    for (at, attribute) in attributes.iter().enumerate().rev() {
        let node = mbedtls_asn1_named_data {
            oid: part(der::OID, attribute.oid),
            val: part(attribute.tag, attribute.value),
            next,
            next_merged: attribute.merged.into(),
        };
        if at == 0 {
            return Ok(node);
        }
        let made = boundary::c_new(node);
        if made.is_null() {
            break;
        }
        next = made;
    }
    // SAFETY: these nodes were just made.
    unsafe { mbedtls_asn1_free_named_data_list_shallow(next) };
    Err(MBEDTLS_ERR_X509_ALLOC_FAILED)
}

/// `MBEDTLS_X509_SAN_OTHER_NAME`.
pub(crate) const SAN_OTHER_NAME: c_int = 0;
/// `MBEDTLS_X509_SAN_RFC822_NAME`.
pub(crate) const SAN_RFC822_NAME: c_int = 1;
/// `MBEDTLS_X509_SAN_DNS_NAME`.
pub(crate) const SAN_DNS_NAME: c_int = 2;
/// `MBEDTLS_X509_SAN_DIRECTORY_NAME`.
pub(crate) const SAN_DIRECTORY_NAME: c_int = 4;
/// `MBEDTLS_X509_SAN_UNIFORM_RESOURCE_IDENTIFIER`.
pub(crate) const SAN_UNIFORM_RESOURCE_IDENTIFIER: c_int = 6;
/// `MBEDTLS_X509_SAN_IP_ADDRESS`.
pub(crate) const SAN_IP_ADDRESS: c_int = 7;
