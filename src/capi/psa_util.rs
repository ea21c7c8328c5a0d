//! `mbedtls/psa_util.h`: between PSA Crypto and the older interfaces.

use std::ffi::{c_int, c_uchar, c_void};

use super::asn1::asn1_code;
use super::boundary::{self, enter, enter_or};
use super::codes::*;
use super::ecp::mbedtls_ecp_group_id;
use super::psa::psa_ecc_family_t;
use crate::crypto::random;
use crate::x509::der::{self, Reader};
use crate::x509::der_write::Writer;

/// The longest curve, in bits: `PSA_VENDOR_ECC_MAX_CURVE_BITS`.
const MAX_BITS: usize = 521;
/// Room for the longest signature in DER.
const MAX_DER: usize = 144;

/// Curves by family and length, and their numbers.
#[rustfmt::skip]
const CURVES: [(psa_ecc_family_t, usize, mbedtls_ecp_group_id); 12] = [
    (0x12, 192, 1), (0x12, 224, 2), (0x12, 256, 3), (0x12, 384, 4), (0x12, 521, 5),
    (0x17, 192, 10), (0x17, 256, 12),
    (0x30, 256, 6), (0x30, 384, 7), (0x30, 512, 8),
    (0x41, 255, 9), (0x41, 448, 13),
];

/// Fills a buffer with random bytes of the operating system: a function to hand over with #MBEDTLS_PSA_RANDOM_STATE.
///
/// \param p_rng        Not used.
/// \param output       The buffer, owned by the caller; may be NULL if \p output_size is 0.
/// \param output_size  Its size in bytes; there is no upper limit.
///
/// \return 0 if it was filled.
/// \return #MBEDTLS_ERR_ENTROPY_SOURCE_FAILED if the operating system gives no randomness, or \p output is NULL.
///
/// # Safety
/// `output` is null, or valid for writing `output_size` bytes that nothing else uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_psa_get_random(
    p_rng: *mut c_void,
    output: *mut c_uchar,
    output_size: usize,
) -> c_int {
    _ = p_rng;
    enter(|| {
        // SAFETY: the caller vouches for `output`.
        let out = unsafe { boundary::bytes_mut(output, output_size) };
        match out.map(random::fill) {
            Some(Ok(())) => 0,
            _ => MBEDTLS_ERR_ENTROPY_SOURCE_FAILED,
        }
    })
}

/// Tells the family and the length of a curve.
///
/// \param grpid  The curve.
/// \param bits   Takes the length in bits, or 0 for none.
///
/// \return The family; 0 if there is none for that curve.
///
/// # Safety
/// `bits` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecc_group_to_psa(
    grpid: mbedtls_ecp_group_id,
    bits: *mut usize,
) -> psa_ecc_family_t {
    enter_or(0, || {
        let found = CURVES.iter().find(|(_, _, group)| *group == grpid);
        let (family, length) = found.map_or((0, 0), |&(family, length, _)| (family, length));
        if !bits.is_null() {
            // SAFETY: the caller vouches for `bits`.
            unsafe { bits.write(length) };
        }
        family
    })
}

/// Tells the curve of a family and a length.
///
/// \param family  The family.
/// \param bits    The length in bits.
///
/// \return The curve; #MBEDTLS_ECP_DP_NONE if there is none.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecc_group_from_psa(
    family: psa_ecc_family_t,
    bits: usize,
) -> mbedtls_ecp_group_id {
    let wanted = (family, bits);
    enter_or(0, || {
        let found = CURVES.iter().find(|&&(family, bits, _)| (family, bits) == wanted);
        found.map_or(0, |(_, _, group)| *group)
    })
}

/// Turns an ECDSA signature of two numbers of fixed length into one in DER.
///
/// \param bits      The length of the curve in bits.
/// \param raw       The signature.
/// \param raw_len   Its length in bytes.
/// \param der       Where the other one goes; it may be \p raw.
/// \param der_size  The room there in bytes.
/// \param der_len   Takes its length.
///
/// \return 0 if that was done.
/// \return #MBEDTLS_ERR_ASN1_INVALID_DATA if the length is not that of the curve, or a number is 0 or an argument NULL.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if there is too little room, or no curve is that long.
///
/// # Safety
/// `raw` is null, or readable for `raw_len` bytes; `der` is null, or valid for writing `der_size` bytes; `der_len` is
/// null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_raw_to_der(
    bits: usize,
    raw: *const c_uchar,
    raw_len: usize,
    der: *mut c_uchar,
    der_size: usize,
    der_len: *mut usize,
) -> c_int {
    enter(|| {
        let length = bits.div_ceil(8);
        if raw_len != length.saturating_mul(2) {
            return MBEDTLS_ERR_ASN1_INVALID_DATA;
        }
        if length > MAX_BITS.div_ceil(8) {
            return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
        }
        // SAFETY: the caller vouches for `raw`.
        let numbers = unsafe { boundary::bytes(raw, raw_len) }.and_then(|raw| raw.split_at_checked(length));
        let zero = |number: &[u8]| number.iter().all(|&byte| byte == 0);
        let Some((r, s)) = numbers.filter(|(r, s)| !zero(r) && !zero(s)) else {
            return MBEDTLS_ERR_ASN1_INVALID_DATA;
        };
        let mut buffer = [0; MAX_DER];
        let mut writer = Writer::new(&mut buffer);
        let written = writer.nested(der::SEQUENCE, |writer| {
            Ok(writer.unsigned(der::INTEGER, s)? + writer.unsigned(der::INTEGER, r)?)
        });
        if written.is_err() {
            return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
        }
        // SAFETY: the caller vouches for `der` and `der_len`; `raw` is not needed any more.
        unsafe { put(writer.written(), der, der_size, der_len) }
    })
}

/// Turns an ECDSA signature in DER into one of two numbers of fixed length.
///
/// \param bits      The length of the curve in bits.
/// \param der       The signature.
/// \param der_len   Its length in bytes.
/// \param raw       Where the other one goes; it may be \p der.
/// \param raw_size  The room there in bytes.
/// \param raw_len   Takes its length.
///
/// \return 0 if that was done.
/// \return A code of asn1.h if that is no such encoding.
/// \return #MBEDTLS_ERR_ASN1_INVALID_DATA if a number is not positive or too long for the curve, or an argument is NULL.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if there is too little room.
///
/// # Safety
/// `der` is null, or readable for `der_len` bytes; `raw` is null, or valid for writing `raw_size` bytes; `raw_len` is
/// null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_der_to_raw(
    bits: usize,
    der: *const c_uchar,
    der_len: usize,
    raw: *mut c_uchar,
    raw_size: usize,
    raw_len: *mut usize,
) -> c_int {
    enter(|| {
        let length = bits.div_ceil(8);
        if raw_size < length.saturating_mul(2) || length > MAX_BITS.div_ceil(8) {
            return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
        }
        // SAFETY: the caller vouches for `der`.
        let Some(input) = (unsafe { boundary::bytes(der, der_len) }) else {
            return MBEDTLS_ERR_ASN1_INVALID_DATA;
        };
        match raw_signature(input, length) {
            // SAFETY: the caller vouches for `raw` and `raw_len`; `der` is not needed any more.
            Ok(signature) => unsafe { put(&signature, raw, raw_size, raw_len) },
            Err(code) => code,
        }
    })
}

fn raw_signature(input: &[u8], length: usize) -> Result<Vec<u8>, c_int> {
    let mut outer = Reader::new(input);
    let mut numbers = outer.sequence().map_err(asn1_code)?;
    outer.end().map_err(asn1_code)?;
    let mut signature = Vec::with_capacity(2 * length);
    for _ in 0..2 {
        let number = numbers.content(der::INTEGER).map_err(asn1_code)?;
        signature.extend(fixed(number, length).ok_or(MBEDTLS_ERR_ASN1_INVALID_DATA)?);
    }
    numbers.end().map_err(asn1_code)?;
    Ok(signature)
}

/// A positive INTEGER in its shortest form, with zeros in front up to `length` bytes.
fn fixed(number: &[u8], length: usize) -> Option<impl Iterator<Item = u8>> {
    let value = match number {
        [0, second, ..] if *second >= 0x80 => number.get(1..)?,
        [first, ..] if (1..0x80).contains(first) => number,
        _ => return None,
    };
    let zeros = length.checked_sub(value.len())?;
    Some(std::iter::repeat_n(0, zeros).chain(value.iter().copied()))
}

/// # Safety
/// `out` is null, or valid for writing `size` bytes; `length` is null, or valid for writing.
unsafe fn put(bytes: &[u8], out: *mut c_uchar, size: usize, length: *mut usize) -> c_int {
    // SAFETY: the caller vouches for `out`.
    let (Some(out), false) = (unsafe { boundary::bytes_mut(out, size) }, length.is_null()) else {
        return MBEDTLS_ERR_ASN1_INVALID_DATA;
    };
    let Some(out) = out.get_mut(..bytes.len()) else { return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL };
    out.copy_from_slice(bytes);
    // SAFETY: the caller vouches for `length`, which is not null.
    unsafe { length.write(bytes.len()) };
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_their_shortest_form_alone() {
        let fixed = |number: &[u8]| fixed(number, 3).map(Iterator::collect::<Vec<u8>>);
        assert_eq!(fixed(&[1]), Some(vec![0, 0, 1]));
        assert_eq!(fixed(&[0, 0x80, 1, 2]), Some(vec![0x80, 1, 2]));
        for bad in [&[][..], &[0], &[0, 1], &[0x80], &[1, 2, 3, 4], &[0, 0x80, 1, 2, 3]] {
            assert_eq!(fixed(bad), None, "{bad:?}");
        }
    }
}
