//! `mbedtls/oid.h`: what object identifiers stand for, and their text.

use std::ffi::{CStr, c_char, c_int, c_uint};
use std::mem::offset_of;
use std::ptr;

use super::asn1::{asn1_code, mbedtls_asn1_buf, slice};
use super::boundary::{self, enter};
use super::cipher::mbedtls_cipher_type_t;
use super::codes::*;

use super::md::mbedtls_md_type_t;
use super::pk::mbedtls_pk_type_t;
use super::ssl::mbedtls_ecp_group_id;
use crate::x509::der;
use crate::x509::oid::{self, Entry, find, find_oid};

/// An OID and its names. The library has none to give away; the type is there for programs with tables of their own.
#[repr(C)]
pub struct mbedtls_oid_descriptor_t {
    pub(crate) asn1: *const c_char,
    pub(crate) asn1_len: usize,
    pub(crate) name: *const c_char,
    pub(crate) description: *const c_char,
}
const _: () =
    assert!(size_of::<mbedtls_oid_descriptor_t>() == 32 && align_of::<mbedtls_oid_descriptor_t>() == 8);
const _: () = assert!(offset_of!(mbedtls_oid_descriptor_t, description) == 24);

/// Writes an OID in dotted decimals, such as `1.2.840.113549`.
///
/// \param buf   Where the text goes, with a NUL behind it.
/// \param size  Its size in bytes, the NUL included.
/// \param oid   The OID.
///
/// \return The length of the text without the NUL.
/// \return #MBEDTLS_ERR_OID_BUF_TOO_SMALL if it does not fit.
/// \return #MBEDTLS_ERR_ASN1_OUT_OF_DATA if the OID ends too early, or for NULL.
/// \return #MBEDTLS_ERR_ASN1_INVALID_DATA if it is malformed or a number in it has more than 32 bits.
///
/// # Safety
/// `buf` is null or valid for writing `size` bytes; `oid` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_numeric_string(
    buf: *mut c_char,
    size: usize,
    oid: *const mbedtls_asn1_buf,
) -> c_int {
    enter(|| {
        // SAFETY: null, or the caller vouches for it.
        let text = match oid::to_text(unsafe { contents(oid) }.unwrap_or_default()) {
            Ok(text) => text,
            Err(error) => return asn1_code(error),
        };
        // SAFETY: the caller vouches for `buf`.
        let out = unsafe { boundary::bytes_mut(buf.cast::<u8>(), size) }.unwrap_or_default();
        let (Some((room, [end, ..])), Ok(length)) =
            (out.split_at_mut_checked(text.len()), c_int::try_from(text.len()))
        else {
            return MBEDTLS_ERR_OID_BUF_TOO_SMALL;
        };
        room.copy_from_slice(text.as_bytes());
        *end = 0;
        length
    })
}

/// Reads an OID from dotted decimals.
///
/// \param oid      Where it goes: the tag, and contents that the caller releases with free().
/// \param oid_str  The text; it needs no NUL.
/// \param size     Its length in bytes.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ASN1_INVALID_DATA if it is no OID, has more than #MBEDTLS_OID_MAX_COMPONENTS numbers or one of
///         more than 32 bits, or for NULL.
/// \return #MBEDTLS_ERR_ASN1_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `oid` is null or writable; `oid_str` is null or readable for `size` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_from_numeric_string(
    oid: *mut mbedtls_asn1_buf,
    oid_str: *const c_char,
    size: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for the text.
        let text = unsafe { boundary::bytes(oid_str.cast::<u8>(), size) }.unwrap_or_default();
        let Some(contents) = oid::from_text(text).filter(|_| !oid.is_null()) else {
            return MBEDTLS_ERR_ASN1_INVALID_DATA;
        };
        let p = boundary::c_copy(&contents);
        if p.is_null() {
            return MBEDTLS_ERR_ASN1_ALLOC_FAILED;
        }
        // SAFETY: the caller vouches for `oid`, which is not null.
        unsafe { oid.write(mbedtls_asn1_buf { tag: der::OID.into(), len: contents.len(), p }) };
        0
    })
}

/// Finds which extension of certificates an OID means.
///
/// \param oid       The OID.
/// \param ext_type  Where its bit goes, one of `MBEDTLS_X509_EXT_...`.
///
/// \return 0 if it is one of those that are known.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` is null or valid; `ext_type` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_x509_ext_type(
    oid: *const mbedtls_asn1_buf,
    ext_type: *mut c_int,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { tell(oid, oid::EXTENSIONS, |bit| c_int::try_from(bit).unwrap_or(0), ext_type) })
}

/// Finds the short name of a type of attribute in names, such as `CN`.
///
/// \param oid         The OID.
/// \param short_name  Where the static string goes.
///
/// \return 0 if it is one of those that are known.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` is null or valid; `short_name` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_attr_short_name(
    oid: *const mbedtls_asn1_buf,
    short_name: *mut *const c_char,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { tell(oid, oid::ATTRIBUTES, |text: &CStr| text.as_ptr(), short_name) })
}

/// Finds which kind of public key an OID means.
///
/// \param oid     The OID.
/// \param pk_alg  Where the kind goes.
///
/// \return 0 if it is one of those that are known.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` is null or valid; `pk_alg` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_pk_alg(
    oid: *const mbedtls_asn1_buf,
    pk_alg: *mut mbedtls_pk_type_t,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { tell(oid, oid::KEYS, |number| number, pk_alg) })
}

/// Finds which curve an OID means.
///
/// \param oid     The OID.
/// \param grp_id  Where the curve goes.
///
/// \return 0 if it is one of those that are known.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` is null or valid; `grp_id` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_ec_grp(
    oid: *const mbedtls_asn1_buf,
    grp_id: *mut mbedtls_ecp_group_id,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { tell(oid, oid::CURVES, |number| number, grp_id) })
}

/// Finds which curve an OID means that is an algorithm of its own: X25519 or X448.
///
/// \param oid     The OID.
/// \param grp_id  Where the curve goes.
///
/// \return 0 if it is one of those that are known.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` is null or valid; `grp_id` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_ec_grp_algid(
    oid: *const mbedtls_asn1_buf,
    grp_id: *mut mbedtls_ecp_group_id,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { tell(oid, oid::CURVE_ALGORITHMS, |number| number, grp_id) })
}

/// Finds which signature algorithm an OID means.
///
/// \param oid     The OID.
/// \param md_alg  Where the digest goes; #MBEDTLS_MD_NONE for RSASSA-PSS, whose parameters tell.
/// \param pk_alg  Where the kind of key goes.
///
/// \return 0 if it is one of those that are known.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` is null or valid; `md_alg` and `pk_alg` are null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_sig_alg(
    oid: *const mbedtls_asn1_buf,
    md_alg: *mut mbedtls_md_type_t,
    pk_alg: *mut mbedtls_pk_type_t,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { tell_two(oid, oid::SIGNATURES, |(md, pk, _)| (md, pk), md_alg, pk_alg) })
}

/// Finds the text for a signature algorithm.
///
/// \param oid   The OID.
/// \param desc  Where the static string goes.
///
/// \return 0 if it is one of those that are known.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` is null or valid; `desc` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_sig_alg_desc(
    oid: *const mbedtls_asn1_buf,
    desc: *mut *const c_char,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { tell(oid, oid::SIGNATURES, |(_, _, text)| text.as_ptr(), desc) })
}

/// Finds the digest of the HMAC that an OID means.
///
/// \param oid      The OID.
/// \param md_hmac  Where the digest goes.
///
/// \return 0 if it is one of those that are known.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` is null or valid; `md_hmac` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_md_hmac(
    oid: *const mbedtls_asn1_buf,
    md_hmac: *mut mbedtls_md_type_t,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { tell(oid, oid::MACS, |number| number, md_hmac) })
}

/// Finds which digest an OID means.
///
/// \param oid     The OID.
/// \param md_alg  Where the digest goes.
///
/// \return 0 if it is one of those that are known.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` is null or valid; `md_alg` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_md_alg(
    oid: *const mbedtls_asn1_buf,
    md_alg: *mut mbedtls_md_type_t,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { tell(oid, oid::DIGESTS, |number| number, md_alg) })
}

/// Finds the text for a purpose of the extended key usage extension.
///
/// \param oid   The OID.
/// \param desc  Where the static string goes.
///
/// \return 0 if it is one of those that are known.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` is null or valid; `desc` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_extended_key_usage(
    oid: *const mbedtls_asn1_buf,
    desc: *mut *const c_char,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { tell(oid, oid::PURPOSES, |text: &CStr| text.as_ptr(), desc) })
}

/// Finds the text for a certificate policy.
///
/// \param oid   The OID.
/// \param desc  Where the static string goes.
///
/// \return 0 if it is one of those that are known.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` is null or valid; `desc` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_certificate_policies(
    oid: *const mbedtls_asn1_buf,
    desc: *mut *const c_char,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { tell(oid, oid::POLICIES, |text: &CStr| text.as_ptr(), desc) })
}

/// Finds which cipher an OID means.
///
/// \param oid         The OID.
/// \param cipher_alg  Where the cipher goes.
///
/// \return 0 if it is one of those that are known.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` is null or valid; `cipher_alg` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_cipher_alg(
    oid: *const mbedtls_asn1_buf,
    cipher_alg: *mut mbedtls_cipher_type_t,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { tell(oid, oid::CIPHERS, |number| number, cipher_alg) })
}

/// Finds which encryption with a password, of PKCS #12, an OID means.
///
/// \param oid         The OID.
/// \param md_alg      Where the digest goes.
/// \param cipher_alg  Where the cipher goes.
///
/// \return 0 if it is one of those that are known.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` is null or valid; `md_alg` and `cipher_alg` are null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_pkcs12_pbe_alg(
    oid: *const mbedtls_asn1_buf,
    md_alg: *mut mbedtls_md_type_t,
    cipher_alg: *mut mbedtls_cipher_type_t,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { tell_two(oid, oid::PASSWORD_CIPHERS, |both| both, md_alg, cipher_alg) })
}

/// Finds the OID of a kind of public key.
///
/// \param pk_alg  The kind of key.
/// \param oid     Where the static contents of the OID go; they have no NUL at the end.
/// \param olen    Where their length goes.
///
/// \return 0 if there is one.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` and `olen` are null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_oid_by_pk_alg(
    pk_alg: mbedtls_pk_type_t,
    oid: *mut *const c_char,
    olen: *mut usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { give(find_oid(oid::KEYS, pk_alg), oid, olen) })
}

/// Finds the OID of a curve.
///
/// \param grp_id  The curve.
/// \param oid     Where the static contents of the OID go; they have no NUL at the end.
/// \param olen    Where their length goes.
///
/// \return 0 if there is one.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` and `olen` are null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_oid_by_ec_grp(
    grp_id: mbedtls_ecp_group_id,
    oid: *mut *const c_char,
    olen: *mut usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { give(find_oid(oid::CURVES, grp_id), oid, olen) })
}

/// Finds the OID of a curve that is an algorithm of its own.
///
/// \param grp_id  The curve.
/// \param oid     Where the static contents of the OID go; they have no NUL at the end.
/// \param olen    Where their length goes.
///
/// \return 0 if there is one.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` and `olen` are null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_oid_by_ec_grp_algid(
    grp_id: mbedtls_ecp_group_id,
    oid: *mut *const c_char,
    olen: *mut usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { give(find_oid(oid::CURVE_ALGORITHMS, grp_id), oid, olen) })
}

/// Finds the OID of a signature algorithm.
///
/// \param pk_alg  The kind of key.
/// \param md_alg  The digest.
/// \param oid     Where the static contents of the OID go; they have no NUL at the end.
/// \param olen    Where their length goes.
///
/// \return 0 if there is one.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` and `olen` are null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_oid_by_sig_alg(
    pk_alg: mbedtls_pk_type_t,
    md_alg: mbedtls_md_type_t,
    oid: *mut *const c_char,
    olen: *mut usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { give(oid::signature(pk_alg, md_alg), oid, olen) })
}

/// Finds the OID of a digest.
///
/// \param md_alg  The digest.
/// \param oid     Where the static contents of the OID go; they have no NUL at the end.
/// \param olen    Where their length goes.
///
/// \return 0 if there is one.
/// \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
///
/// # Safety
/// `oid` and `olen` are null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_oid_by_md(
    md_alg: mbedtls_md_type_t,
    oid: *mut *const c_char,
    olen: *mut usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { give(find_oid(oid::DIGESTS, md_alg), oid, olen) })
}

/// The contents of an OID; `None` for null.
///
/// # Safety
/// `oid` is null or valid, and its contents are not changed during `'a`.
unsafe fn contents<'a>(oid: *const mbedtls_asn1_buf) -> Option<&'a [u8]> {
    // SAFETY: null, or the caller vouches for it and for its length.
    unsafe { oid.as_ref().map(|oid| slice(oid)) }
}

/// Writes what `oid` stands for in `table`: 0 or a code.
///
/// # Safety
/// `oid` is null or valid; `out` is null or writable.
unsafe fn tell<T: Copy, R>(
    oid: *const mbedtls_asn1_buf,
    table: &[Entry<T>],
    pick: impl FnOnce(T) -> R,
    out: *mut R,
) -> c_int {
    // SAFETY: passed on to the caller.
    match unsafe { contents(oid) }.and_then(|oid| find(table, oid)) {
        Some(meaning) if !out.is_null() => {
            // SAFETY: the caller vouches for `out`.
            unsafe { out.write(pick(meaning)) };
            0
        }
        _ => MBEDTLS_ERR_OID_NOT_FOUND,
    }
}

/// As [`tell`], for two results.
///
/// # Safety
/// `oid` is null or valid; `first` and `second` are null or writable.
unsafe fn tell_two<T: Copy>(
    oid: *const mbedtls_asn1_buf,
    table: &[Entry<T>],
    pick: impl FnOnce(T) -> (c_uint, c_uint),
    first: *mut c_uint,
    second: *mut c_uint,
) -> c_int {
    let mut both = (0, 0);
    // SAFETY: passed on to the caller.
    let code = unsafe { tell(oid, table, pick, &raw mut both) };
    if code == 0 && (first.is_null() || second.is_null()) {
        return MBEDTLS_ERR_OID_NOT_FOUND;
    }
    if code == 0 {
        // SAFETY: the caller vouches for both.
        unsafe {
            first.write(both.0);
            second.write(both.1);
        }
    }
    code
}

/// Writes where an OID is: 0 or a code.
///
/// # Safety
/// `out` and `len` are null or writable.
unsafe fn give(found: Option<&'static [u8]>, out: *mut *const c_char, len: *mut usize) -> c_int {
    match found {
        Some(oid) if !out.is_null() && !len.is_null() => {
            // SAFETY: the caller vouches for both.
            unsafe {
                out.write(ptr::from_ref(oid).cast());
                len.write(oid.len());
            }
            0
        }
        _ => MBEDTLS_ERR_OID_NOT_FOUND,
    }
}
