//! Curves and points as TLS 1.2 has them (RFC 8422 section 5.4).

use std::ffi::{c_int, c_uchar};

use super::curves::CURVES;
use super::point;
use super::*;
use crate::capi::boundary::{self, enter};
use crate::capi::codes::*;

const NAMED_CURVE: u8 = 3;

/// Reads the name of a curve: three bytes.
///
/// \param grp  Where the curve's number goes.
/// \param buf  Points to the bytes; it is moved behind them.
/// \param len  How many bytes are there.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, the bytes are too few, or the curve has no name.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
///
/// # Safety
/// `grp` is null, or valid for writing; `buf` is null, or points to null or to `len` readable bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_tls_read_group_id(
    grp: *mut mbedtls_ecp_group_id,
    buf: *mut *const c_uchar,
    len: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let arguments = unsafe { (grp.as_mut(), buf.as_mut()) };
        let (Some(grp), Some(at)) = arguments else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
        // SAFETY: as above.
        let Some([NAMED_CURVE, high, low, ..]) = (unsafe { boundary::bytes(*at, len) }) else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        *at = at.wrapping_add(3);
        let tls_id = u16::from_be_bytes([*high, *low]);
        match CURVES.iter().find(|info| info.tls_id == tls_id && tls_id != 0) {
            Some(info) => {
                *grp = info.grp_id;
                0
            }
            None => MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE,
        }
    })
}

/// Reads the name of a curve and gives it to a group.
///
/// \param grp  The group. What it held is released.
/// \param buf  Points to the bytes; it is moved behind them.
/// \param len  How many bytes are there.
///
/// \return As mbedtls_ecp_tls_read_group_id().
///
/// # Safety
/// `grp` is null, or initialised and used by nobody else; `buf` is null, or points to null or to `len` readable bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_tls_read_group(
    grp: *mut mbedtls_ecp_group,
    buf: *mut *const c_uchar,
    len: usize,
) -> c_int {
    let mut id = MBEDTLS_ECP_DP_NONE;
    // SAFETY: passed on to the caller.
    let code = unsafe { mbedtls_ecp_tls_read_group_id(&raw mut id, buf, len) };
    // SAFETY: as above.
    if code == 0 { unsafe { mbedtls_ecp_group_load(grp, id) } } else { code }
}

/// Writes the name of a curve: three bytes.
///
/// \param grp   The group, with a curve.
/// \param olen  Where the length goes; also where \p buf is too small.
/// \param buf   Where the bytes go.
/// \param blen  The size of \p buf.
///
/// \return 0 if it was written.
/// \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, or \p grp has no curve.
///
/// # Safety
/// `grp` is null, or initialised; `olen` is null, or valid for writing; `buf` is null, or valid for writing `blen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_tls_write_group(
    grp: *const mbedtls_ecp_group,
    olen: *mut usize,
    buf: *mut c_uchar,
    blen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let arguments = unsafe { (grp.as_ref(), olen.as_mut(), boundary::bytes_mut(buf, blen)) };
        let (Some(grp), Some(olen), Some(buf)) = arguments else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
        match CURVES.iter().find(|info| info.grp_id == grp.id && info.tls_id != 0) {
            Some(info) => {
                let [high, low] = info.tls_id.to_be_bytes();
                point::write_out(&[NAMED_CURVE, high, low], olen, buf)
            }
            None => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
        }
    })
}

/// Reads a point: a byte with its length, and the point.
///
/// \param grp  The group, with a curve.
/// \param pt   Where the point goes.
/// \param buf  Points to the bytes; it is moved behind them.
/// \param len  How many bytes are there.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, the bytes are too few, or they are no point.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if \p grp has no curve.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `grp` is null, or initialised; `pt` is null, or initialised and used by nobody else; `buf` is null, or points to null or to
/// `len` readable bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_tls_read_point(
    grp: *const mbedtls_ecp_group,
    pt: *mut mbedtls_ecp_point,
    buf: *mut *const c_uchar,
    len: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let arguments = unsafe { (grp.as_ref(), pt.is_null(), buf.as_mut()) };
        let (Some(grp), false, Some(at)) = arguments else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
        // SAFETY: as above.
        let Some([length, rest @ ..]) = (unsafe { boundary::bytes(*at, len) }) else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        let length = usize::from(*length);
        let Some(bytes) = rest.get(..length).filter(|bytes| !bytes.is_empty()) else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        *at = at.wrapping_add(1 + length);
        // SAFETY: as above.
        unsafe { point::decode(grp, pt, bytes) }
    })
}

/// Writes a point: a byte with its length, and the point.
///
/// \param grp     The group, with a curve.
/// \param pt      The point.
/// \param format  #MBEDTLS_ECP_PF_UNCOMPRESSED or #MBEDTLS_ECP_PF_COMPRESSED.
/// \param olen    Where the length goes.
/// \param buf     Where the bytes go.
/// \param blen    The size of \p buf.
///
/// \return 0 if it was written.
/// \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, \p blen is 0, or \p format is none of these.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if \p grp has no curve.
///
/// # Safety
/// `grp` and `pt` are null, or initialised; `olen` is null, or valid for writing; `buf` is null, or valid for writing `blen`
/// bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_tls_write_point(
    grp: *const mbedtls_ecp_group,
    pt: *const mbedtls_ecp_point,
    format: c_int,
    olen: *mut usize,
    buf: *mut c_uchar,
    blen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let arguments = unsafe { (grp.as_ref(), pt.as_ref(), olen.as_mut(), boundary::bytes_mut(buf, blen)) };
        let (Some(grp), Some(pt), Some(olen), Some(buf @ [_, ..])) = arguments else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        // SAFETY: as above.
        match unsafe { encode_with_length(grp, pt, format) } {
            Ok(bytes) => point::write_out(&bytes, olen, buf),
            Err(code) => code,
        }
    })
}

/// # Safety
/// Both are initialised.
pub(crate) unsafe fn encode_with_length(
    grp: &mbedtls_ecp_group,
    pt: &mbedtls_ecp_point,
    format: c_int,
) -> Result<Vec<u8>, c_int> {
    // SAFETY: the caller vouches for both.
    let mut bytes = unsafe { point::encode(grp, pt, format)? };
    let length = u8::try_from(bytes.len()).map_err(|_| MBEDTLS_ERR_ECP_BAD_INPUT_DATA)?;
    bytes.insert(0, length);
    Ok(bytes)
}
