//! `mbedtls/asn1write.h`: writing ASN.1, from the end of a buffer to its beginning.

use std::ffi::{c_char, c_int, c_uchar};
use std::ptr;

use super::asn1::{mbedtls_asn1_buf, mbedtls_asn1_find_named_data, mbedtls_asn1_named_data};
use super::bignum::{magnitude, mbedtls_mpi};
use super::boundary::{self, enter, enter_or};
use super::codes::*;
use crate::x509::der;
use crate::x509::der_write::{Parameters, WriteError, Writer};

/// Writes a length.
///
/// \param p      Behind where it ends; at its first byte afterwards. So it is for all functions here.
/// \param start  The beginning of the buffer.
/// \param len    The length.
///
/// \return The number of bytes that were written.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
/// \return #MBEDTLS_ERR_ASN1_INVALID_LENGTH if \p len takes more than four bytes.
///
/// # Safety
/// `p` is null or points to null or into a buffer that starts at `start` and is writable up to `*p`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_len(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    len: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { write(p, start, |out| out.length(len)) })
}

/// Writes a tag.
///
/// \param p      Behind where it ends; at its first byte afterwards.
/// \param start  The beginning of the buffer.
/// \param tag    The tag.
///
/// \return 1.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if it does not fit, or for NULL.
///
/// # Safety
/// As for mbedtls_asn1_write_len().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_tag(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    tag: c_uchar,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { write(p, start, |out| out.bytes(&[tag])) })
}

/// Writes bytes as they are.
///
/// \param p      Behind where they end; at the first afterwards.
/// \param start  The beginning of the buffer.
/// \param buf    The bytes.
/// \param size   How many they are.
///
/// \return \p size.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
///
/// # Safety
/// As for mbedtls_asn1_write_len(); `buf` is null or readable for `size` bytes outside of the room.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_raw_buffer(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    buf: *const c_uchar,
    size: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for them.
        let Some(bytes) = (unsafe { boundary::bytes(buf, size) }) else {
            return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
        };
        // SAFETY: passed on to the caller.
        unsafe { write(p, start, |out| out.bytes(bytes)) }
    })
}

/// Writes a number that is not negative as INTEGER. Of a negative one, the bytes of its absolute value are written.
///
/// \param p      Behind where it ends; at its first byte afterwards.
/// \param start  The beginning of the buffer.
/// \param X      The number, initialised.
///
/// \return The number of bytes that were written.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
///
/// # Safety
/// As for mbedtls_asn1_write_len(); `X` is null or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_mpi(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    X: *const mbedtls_mpi,
) -> c_int {
    enter(|| {
        if X.is_null() {
            return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
        }
        // SAFETY: the caller vouches for `X`.
        let (number, negative) = unsafe { (magnitude(X), (*X).s < 0) };
        let body = |out: &mut Writer<'_>| match negative {
            false => out.unsigned(der::INTEGER, &number),
            true => out.value(der::INTEGER, &number),
        };
        // SAFETY: passed on to the caller.
        unsafe { write(p, start, body) }
    })
}

/// Writes NULL.
///
/// \param p      Behind where it ends; at its first byte afterwards.
/// \param start  The beginning of the buffer.
///
/// \return 2.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if it does not fit, or for NULL.
///
/// # Safety
/// As for mbedtls_asn1_write_len().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_null(p: *mut *mut c_uchar, start: *const c_uchar) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { write(p, start, |out| out.value(der::NULL, &[])) })
}

/// Writes an OID.
///
/// \param p        Behind where it ends; at its first byte afterwards.
/// \param start    The beginning of the buffer.
/// \param oid      The contents of the OID.
/// \param oid_len  Their length in bytes.
///
/// \return The number of bytes that were written.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
///
/// # Safety
/// As for mbedtls_asn1_write_raw_buffer().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_oid(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    oid: *const c_char,
    oid_len: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { write_from(p, start, oid.cast(), oid_len, |out, oid| out.value(der::OID, oid)) })
}

/// Writes an AlgorithmIdentifier.
///
/// \param p        Behind where it ends; at its first byte afterwards.
/// \param start    The beginning of the buffer.
/// \param oid      The contents of the OID.
/// \param oid_len  Their length in bytes.
/// \param par_len  The length of the parameters, which are written already; 0 to have NULL written.
///
/// \return The number of bytes that were written, and \p par_len.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
///
/// # Safety
/// As for mbedtls_asn1_write_raw_buffer().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_algorithm_identifier(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    oid: *const c_char,
    oid_len: usize,
    par_len: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_asn1_write_algorithm_identifier_ext(p, start, oid, oid_len, par_len, 1) }
}

/// Writes an AlgorithmIdentifier, with parameters or without.
///
/// \param p        Behind where it ends; at its first byte afterwards.
/// \param start    The beginning of the buffer.
/// \param oid      The contents of the OID.
/// \param oid_len  Their length in bytes.
/// \param par_len  The length of the parameters, which are written already; 0 to have NULL written.
/// \param has_par  0 for no parameters at all; then \p par_len does not count.
///
/// \return The number of bytes that were written, and \p par_len.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
///
/// # Safety
/// As for mbedtls_asn1_write_raw_buffer().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_algorithm_identifier_ext(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    oid: *const c_char,
    oid_len: usize,
    par_len: usize,
    has_par: c_int,
) -> c_int {
    let parameters = match (has_par, par_len) {
        (0, _) => Parameters::None,
        (_, 0) => Parameters::Null,
        _ => Parameters::Written(par_len),
    };
    // SAFETY: passed on to the caller.
    enter(|| unsafe { write_from(p, start, oid.cast(), oid_len, |out, oid| out.algorithm(oid, parameters)) })
}

/// Writes a BOOLEAN.
///
/// \param p        Behind where it ends; at its first byte afterwards.
/// \param start    The beginning of the buffer.
/// \param boolean  0 for false.
///
/// \return 3.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if it does not fit, or for NULL.
///
/// # Safety
/// As for mbedtls_asn1_write_len().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_bool(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    boolean: c_int,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { write(p, start, |out| out.boolean(boolean != 0)) })
}

/// Writes an INTEGER.
///
/// \param p      Behind where it ends; at its first byte afterwards.
/// \param start  The beginning of the buffer.
/// \param val    The number, which must not be negative: of a negative one, the lowest byte is written.
///
/// \return The number of bytes that were written.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
///
/// # Safety
/// As for mbedtls_asn1_write_len().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_int(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    val: c_int,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { write(p, start, |out| out.unsigned(der::INTEGER, digits(&val.to_be_bytes()))) })
}

/// Writes an ENUMERATED value.
///
/// \param p      Behind where it ends; at its first byte afterwards.
/// \param start  The beginning of the buffer.
/// \param val    The number, as for mbedtls_asn1_write_int().
///
/// \return As mbedtls_asn1_write_int().
///
/// # Safety
/// As for mbedtls_asn1_write_len().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_enum(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    val: c_int,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { write(p, start, |out| out.unsigned(der::ENUMERATED, digits(&val.to_be_bytes()))) })
}

/// Writes a string of any kind.
///
/// \param p         Behind where it ends; at its first byte afterwards.
/// \param start     The beginning of the buffer.
/// \param tag       The kind of string, such as #MBEDTLS_ASN1_UTF8_STRING.
/// \param text      Its bytes.
/// \param text_len  How many they are.
///
/// \return The number of bytes that were written.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
///
/// # Safety
/// As for mbedtls_asn1_write_raw_buffer().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_tagged_string(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    tag: c_int,
    text: *const c_char,
    text_len: usize,
) -> c_int {
    let [.., tag] = tag.to_be_bytes();
    // SAFETY: passed on to the caller.
    enter(|| unsafe { write_from(p, start, text.cast(), text_len, |out, text| out.value(tag, text)) })
}

/// Writes a PrintableString. Its characters are not checked.
///
/// \param p         Behind where it ends; at its first byte afterwards.
/// \param start     The beginning of the buffer.
/// \param text      Its bytes.
/// \param text_len  How many they are.
///
/// \return As mbedtls_asn1_write_tagged_string().
///
/// # Safety
/// As for mbedtls_asn1_write_raw_buffer().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_printable_string(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    text: *const c_char,
    text_len: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_asn1_write_tagged_string(p, start, der::PRINTABLE_STRING.into(), text, text_len) }
}

/// Writes a UTF8String. Its bytes are not checked.
///
/// \param p         Behind where it ends; at its first byte afterwards.
/// \param start     The beginning of the buffer.
/// \param text      Its bytes.
/// \param text_len  How many they are.
///
/// \return As mbedtls_asn1_write_tagged_string().
///
/// # Safety
/// As for mbedtls_asn1_write_raw_buffer().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_utf8_string(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    text: *const c_char,
    text_len: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_asn1_write_tagged_string(p, start, der::UTF8_STRING.into(), text, text_len) }
}

/// Writes an IA5String. Its characters are not checked.
///
/// \param p         Behind where it ends; at its first byte afterwards.
/// \param start     The beginning of the buffer.
/// \param text      Its bytes.
/// \param text_len  How many they are.
///
/// \return As mbedtls_asn1_write_tagged_string().
///
/// # Safety
/// As for mbedtls_asn1_write_raw_buffer().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_ia5_string(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    text: *const c_char,
    text_len: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_asn1_write_tagged_string(p, start, der::IA5_STRING.into(), text, text_len) }
}

/// Writes a BIT STRING.
///
/// \param p      Behind where it ends; at its first byte afterwards.
/// \param start  The beginning of the buffer.
/// \param buf    The bits, the first one highest. Those of the last byte that do not count are written as 0.
/// \param bits   How many they are.
///
/// \return The number of bytes that were written.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
///
/// # Safety
/// As for mbedtls_asn1_write_len(); `buf` is null or readable for `bits` bits outside of the room.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_bitstring(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    buf: *const c_uchar,
    bits: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { write_from(p, start, buf, bits.div_ceil(8), |out, bytes| out.bit_string(bytes, bits)) })
}

/// Writes a BIT STRING whose bits have names, so that zeros at its end are left out.
///
/// \param p      Behind where it ends; at its first byte afterwards.
/// \param start  The beginning of the buffer.
/// \param buf    The bits, the first one highest.
/// \param bits   How many they are.
///
/// \return As mbedtls_asn1_write_bitstring().
///
/// # Safety
/// As for mbedtls_asn1_write_bitstring().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_named_bitstring(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    buf: *const c_uchar,
    bits: usize,
) -> c_int {
    let size = bits.div_ceil(8);
    // SAFETY: passed on to the caller.
    enter(|| unsafe { write_from(p, start, buf, size, |out, bytes| out.named_bit_string(bytes, bits)) })
}

/// Writes an OCTET STRING.
///
/// \param p      Behind where it ends; at its first byte afterwards.
/// \param start  The beginning of the buffer.
/// \param buf    Its bytes.
/// \param size   How many they are.
///
/// \return The number of bytes that were written.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
///
/// # Safety
/// As for mbedtls_asn1_write_raw_buffer().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_octet_string(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    buf: *const c_uchar,
    size: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { write_from(p, start, buf, size, |out, bytes| out.value(der::OCTET_STRING, bytes)) })
}

/// Finds an OID in a list, or puts a new node in front, and gives it a value.
///
/// \param list     Where the list is.
/// \param oid      The contents of the OID.
/// \param oid_len  Their length in bytes.
/// \param val      The value, which is copied. NULL gives zero bytes, or leaves those that are there if the length stays.
/// \param val_len  Its length in bytes; 0 for none.
///
/// \return The node. Its tag, like that of a new one's OID, is 0; release the list with mbedtls_asn1_free_named_data_list().
/// \return NULL if there is no memory; then the list is as it was. NULL if \p list is NULL, or \p oid is.
///
/// # Safety
/// `list` is null or points to null or to a list of which everything comes from the C allocator; `oid` is null or
/// readable for `oid_len` bytes, and `val` for `val_len`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_store_named_data(
    list: *mut *mut mbedtls_asn1_named_data,
    oid: *const c_char,
    oid_len: usize,
    val: *const c_uchar,
    val_len: usize,
) -> *mut mbedtls_asn1_named_data {
    enter_or(ptr::null_mut(), || {
        // SAFETY: null, or the caller vouches for it.
        let (Some(head), Some(key)) =
            (unsafe { (list.as_mut(), boundary::bytes(oid.cast::<u8>(), oid_len)) })
        else {
            return ptr::null_mut();
        };
        // SAFETY: the caller vouches for the value.
        let value = unsafe { boundary::bytes(val, if val.is_null() { 0 } else { val_len }) };
        let Some(value) = value.filter(|_| val_len <= LONGEST_VALUE) else { return ptr::null_mut() };
        // SAFETY: the caller vouches for the list.
        let found = unsafe { mbedtls_asn1_find_named_data(*head, oid, oid_len) }.cast_mut();
        // SAFETY: null, or a node of the list.
        if let Some(node) = unsafe { found.as_mut() } {
            // SAFETY: the caller vouches for the node's value.
            return if unsafe { set_value(&mut node.val, value, val_len) } { found } else { ptr::null_mut() };
        }
        let Some(val) = new_value(value, val_len) else { return ptr::null_mut() };
        let oid = mbedtls_asn1_buf { tag: 0, len: key.len(), p: boundary::c_copy(key) };
        let node = boundary::c_new(mbedtls_asn1_named_data {
            oid: mbedtls_asn1_buf { ..oid },
            val: mbedtls_asn1_buf { tag: 0, len: val_len, p: val },
            next: *head,
            next_merged: 0,
        });
        if oid.p.is_null() || node.is_null() {
            // SAFETY: all three are null or fresh from the C allocator.
            unsafe {
                boundary::c_free(oid.p);
                boundary::c_free(val);
                boundary::c_free(node);
            }
            return ptr::null_mut();
        }
        *head = node;
        node
    })
}

/// A copy of `value`, filled up with zero bytes to `len`; null for `len` 0. `None`: no memory.
fn new_value(value: &[u8], len: usize) -> Option<*mut c_uchar> {
    if len == 0 {
        return Some(ptr::null_mut());
    }
    let mut whole = value.to_vec();
    whole.resize(len, 0);
    Some(boundary::c_copy(&whole)).filter(|p| !p.is_null())
}

/// Replaces a value; `false`, and nothing is changed, if there is no memory.
///
/// # Safety
/// What `place` points to comes from the C allocator and has the length that is stated.
unsafe fn set_value(place: &mut mbedtls_asn1_buf, value: &[u8], len: usize) -> bool {
    if place.len == len && len != 0 {
        // SAFETY: the caller vouches for the value; the new one may not be part of it.
        if let Some(old) = unsafe { boundary::bytes_mut(place.p, len) }
            && value.len() == len
        {
            old.copy_from_slice(value);
        }
        return true;
    }
    let Some(p) = new_value(value, len) else { return false };
    // SAFETY: the caller vouches for it, and nobody has it afterwards.
    unsafe { boundary::c_free(place.p) };
    (place.p, place.len) = (p, len);
    true
}

/// A number's bytes; of a negative one the lowest.
fn digits(number: &[u8; 4]) -> &[u8] {
    let [top, .., lowest] = number;
    if top & 0x80 == 0 { number } else { std::slice::from_ref(lowest) }
}

/// Runs `body` over the room from `start` to `*p`, and moves `*p` to the first byte it wrote.
///
/// # Safety
/// `p` is null or points to null or into a buffer that starts at `start` and is writable up to `*p`.
unsafe fn write(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    body: impl FnOnce(&mut Writer<'_>) -> Result<usize, WriteError>,
) -> c_int {
    // SAFETY: null, or the caller vouches for it.
    let Some(place) = (unsafe { p.as_mut() }) else { return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL };
    let Some(room) = place.addr().checked_sub(start.addr()) else { return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL };
    // SAFETY: the caller vouches for the room; from the end, so that the address is one into the buffer.
    let Some(room) = (unsafe { boundary::bytes_mut(place.wrapping_sub(room), room) }) else {
        return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
    };
    let mut writer = Writer::new(room);
    match body(&mut writer) {
        Ok(length) => {
            *place = place.wrapping_sub(writer.written().len());
            c_int::try_from(length).unwrap_or(MBEDTLS_ERR_ASN1_INVALID_LENGTH)
        }
        Err(WriteError::NoRoom) => MBEDTLS_ERR_ASN1_BUF_TOO_SMALL,
        Err(WriteError::TooLong) => MBEDTLS_ERR_ASN1_INVALID_LENGTH,
    }
}

/// As [`write`], with bytes that are to be written.
///
/// # Safety
/// As for [`write`]; `buf` is null or readable for `size` bytes outside of the room.
unsafe fn write_from(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    buf: *const c_uchar,
    size: usize,
    body: impl FnOnce(&mut Writer<'_>, &[u8]) -> Result<usize, WriteError>,
) -> c_int {
    // SAFETY: the caller vouches for them.
    match unsafe { boundary::bytes(buf, size) } {
        // SAFETY: passed on to the caller.
        Some(bytes) => unsafe { write(p, start, |out| body(out, bytes)) },
        None => MBEDTLS_ERR_ASN1_BUF_TOO_SMALL,
    }
}

const LONGEST_VALUE: usize = 64 << 20;
