//! Points: beginning, end, and a point as bytes (SEC 1 section 2.3, RFC 7748 section 5).

use std::ffi::{CStr, c_char, c_int, c_uchar};
use std::ptr;

use super::*;
use crate::capi::bignum::{self, magnitude, mbedtls_mpi, set_magnitude};
use crate::capi::boundary::{self, enter, enter_or};
use crate::capi::codes::*;
use crate::crypto::bignum::Integer;
use crate::crypto::ec;
use crate::crypto::montgomery::Montgomery;

pub(crate) const MBEDTLS_ECP_PF_UNCOMPRESSED: c_int = 0;
pub(crate) const MBEDTLS_ECP_PF_COMPRESSED: c_int = 1;

/// Sets a point up. Call it once, before anything else is done with the point.
///
/// \param pt  The point; NULL does nothing.
///
/// # Safety
/// `pt` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_point_init(pt: *mut mbedtls_ecp_point) {
    enter_or((), || {
        if !pt.is_null() {
            // SAFETY: the caller vouches for `pt`; what was there needs no destructor.
            unsafe { pt.write(NOWHERE) };
        }
    });
}

/// Wipes and releases what a point holds.
///
/// \param pt  The point; NULL does nothing.
///
/// # Safety
/// `pt` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_point_free(pt: *mut mbedtls_ecp_point) {
    // SAFETY: the caller vouches for `pt`.
    enter_or((), || unsafe { release(pt) });
}

/// Gives a point the value of another one.
///
/// \param P  The point.
/// \param Q  The other point.
///
/// \return 0 if it was copied.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p P or \p Q is NULL.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// Both points are null, or initialised; `P` is used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_copy(P: *mut mbedtls_ecp_point, Q: *const mbedtls_ecp_point) -> c_int {
    enter(|| {
        if P.is_null() || Q.is_null() {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for both points.
        unsafe { copy(P, Q) }
    })
}

/// Makes a point the one at infinity.
///
/// \param pt  The point.
///
/// \return 0 if it was done.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p pt is NULL.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `pt` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_set_zero(pt: *mut mbedtls_ecp_point) -> c_int {
    enter(|| {
        if pt.is_null() {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for `pt`.
        unsafe { set_zero(pt) }
    })
}

/// Tells whether a point is the one at infinity.
///
/// \param pt  The point; may be NULL.
///
/// \return 1 if it is.
/// \return 0 if it is not, or \p pt is NULL.
///
/// # Safety
/// `pt` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_is_zero(pt: *mut mbedtls_ecp_point) -> c_int {
    // SAFETY: the caller vouches for `pt`.
    enter_or(0, || unsafe { pt.as_ref() }.is_some_and(|pt| unsafe { is_zero(pt) }).into())
}

/// Compares two points.
///
/// \param P  A point.
/// \param Q  Another one.
///
/// \return 0 if they are equal.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if they are not, or one of them is NULL.
///
/// # Safety
/// Both points are null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_point_cmp(
    P: *const mbedtls_ecp_point,
    Q: *const mbedtls_ecp_point,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both points.
        let equal = unsafe {
            match (P.as_ref(), Q.as_ref()) {
                (Some(P), Some(Q)) => same(&P.X, &Q.X) && same(&P.Y, &Q.Y) && is_zero(P) == is_zero(Q),
                _ => false,
            }
        };
        if equal { 0 } else { MBEDTLS_ERR_ECP_BAD_INPUT_DATA }
    })
}

/// Writes a point as bytes: for the curves of short Weierstrass form as SEC 1 has it, for the others as RFC 7748 has it.
///
/// \param grp     The group, with a curve.
/// \param P       The point.
/// \param format  #MBEDTLS_ECP_PF_UNCOMPRESSED or #MBEDTLS_ECP_PF_COMPRESSED.
/// \param olen    Where the length goes; also where \p buf is too small.
/// \param buf     Where the bytes go.
/// \param buflen  The size of \p buf.
///
/// \return 0 if it was written.
/// \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if an argument is NULL or \p format is none of these.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if \p grp has no curve.
///
/// # Safety
/// `grp` and `P` are null, or initialised; `olen` is null, or valid for writing; `buf` is null, or valid for writing
/// `buflen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_point_write_binary(
    grp: *const mbedtls_ecp_group,
    P: *const mbedtls_ecp_point,
    format: c_int,
    olen: *mut usize,
    buf: *mut c_uchar,
    buflen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let arguments =
            unsafe { (grp.as_ref(), P.as_ref(), olen.as_mut(), boundary::bytes_mut(buf, buflen)) };
        let (Some(grp), Some(P), Some(olen), Some(buf)) = arguments else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        // SAFETY: as above.
        match unsafe { encode(grp, P, format) } {
            Ok(bytes) => write_out(&bytes, olen, buf),
            Err(code) => code,
        }
    })
}

/// Reads a point from bytes, in a form that mbedtls_ecp_point_write_binary() writes. Whether it is on the curve is what
/// mbedtls_ecp_check_pubkey() tells; only a compressed point must be.
///
/// \param grp   The group, with a curve.
/// \param P     Where the point goes.
/// \param buf   The bytes.
/// \param ilen  How many they are.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if an argument is NULL, or these are not the bytes of a point.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if \p grp has no curve, or the point is a compressed one of secp224r1 or secp224k1.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `grp` is null, or initialised; `P` is null, or initialised and used by nobody else; `buf` is null, or readable for
/// `ilen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_point_read_binary(
    grp: *const mbedtls_ecp_group,
    P: *mut mbedtls_ecp_point,
    buf: *const c_uchar,
    ilen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        match unsafe { (grp.as_ref(), P.is_null(), boundary::bytes(buf, ilen)) } {
            // SAFETY: as above.
            (Some(grp), false, Some(bytes)) => unsafe { decode(grp, P, bytes) },
            _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
        }
    })
}

/// Reads the coordinates of a point from text. Whether it is on a curve is what mbedtls_ecp_check_pubkey() tells.
///
/// \param P      Where the point goes.
/// \param radix  The base of the digits, from 2 to 16.
/// \param x      The first coordinate.
/// \param y      The second coordinate.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p radix is none of these.
/// \return #MBEDTLS_ERR_MPI_INVALID_CHARACTER if there is something else than digits, or more than 4096 of them.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `P` is null, or initialised and used by nobody else; `x` and `y` are null, or strings.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_point_read_string(
    P: *mut mbedtls_ecp_point,
    radix: c_int,
    x: *const c_char,
    y: *const c_char,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let (Some(x), Some(y), false) = (unsafe { (boundary::string(x), boundary::string(y), P.is_null()) })
        else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        let Some(radix) = u32::try_from(radix).ok().filter(|radix| (2..=16).contains(radix)) else {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        };
        let read = |text: &CStr| {
            let text = Some(text.to_bytes()).filter(|text| text.len() <= 4096)?;
            let number = Integer::from_text(text, radix).filter(|number| !number.is_negative())?;
            let mut bytes = vec![0; number.bits().div_ceil(8)];
            number.write_be_bytes(&mut bytes).map(|()| bytes)
        };
        match (read(x), read(y)) {
            // SAFETY: as above.
            (Some(x), Some(y)) => unsafe { set(P, &x, Some(&y)) },
            _ => MBEDTLS_ERR_MPI_INVALID_CHARACTER,
        }
    })
}

pub(super) const ZERO: mbedtls_mpi = mbedtls_mpi { p: ptr::null_mut(), s: 1, n: 0 };
pub(super) const NOWHERE: mbedtls_ecp_point = mbedtls_ecp_point { X: ZERO, Y: ZERO, Z: ZERO };

/// # Safety
/// `pt` is null, or initialised and used by nobody else.
pub(super) unsafe fn release(pt: *mut mbedtls_ecp_point) {
    // SAFETY: the caller vouches for `pt`.
    if let Some(pt) = unsafe { pt.as_mut() } {
        for number in [&mut pt.X, &mut pt.Y, &mut pt.Z] {
            // SAFETY: as above.
            unsafe { bignum::clear(number) };
        }
    }
}

/// # Safety
/// Both points are initialised; `to` is used by nobody else.
pub(super) unsafe fn copy(to: *mut mbedtls_ecp_point, from: *const mbedtls_ecp_point) -> c_int {
    if ptr::eq(to, from) {
        return 0;
    }
    // SAFETY: the caller vouches for both points.
    unsafe {
        for (to, from) in [
            (&raw mut (*to).X, &raw const (*from).X),
            (&raw mut (*to).Y, &raw const (*from).Y),
            (&raw mut (*to).Z, &raw const (*from).Z),
        ] {
            let code = copy_number(to, from);
            if code != 0 {
                return code;
            }
        }
    }
    0
}

/// # Safety
/// Both numbers are initialised; `to` is used by nobody else.
pub(crate) unsafe fn copy_number(to: *mut mbedtls_mpi, from: *const mbedtls_mpi) -> c_int {
    // SAFETY: the caller vouches for both numbers.
    unsafe {
        if (*from).p.is_null() {
            bignum::clear(to);
            return 0;
        }
        let code = set_magnitude(to, &magnitude(from));
        if code == 0 {
            (*to).s = (*from).s;
        }
        code
    }
}

/// # Safety
/// `pt` is initialised and used by nobody else.
pub(super) unsafe fn set_zero(pt: *mut mbedtls_ecp_point) -> c_int {
    // SAFETY: the caller vouches for `pt`.
    unsafe {
        for (number, value) in [(&raw mut (*pt).X, 1), (&raw mut (*pt).Y, 1), (&raw mut (*pt).Z, 0)] {
            let code = set_magnitude(number, &[value]);
            if code != 0 {
                return code;
            }
        }
    }
    0
}

/// # Safety
/// `pt` is initialised.
pub(super) unsafe fn is_zero(pt: &mbedtls_ecp_point) -> bool {
    // SAFETY: the caller vouches for `pt`.
    let z = unsafe { bignum::limbs(&raw const pt.Z) };
    z.iter().all(|&limb| limb == 0) && (!z.is_empty() || pt.X.p.is_null())
}

/// # Safety
/// Both numbers are initialised.
unsafe fn same(one: &mbedtls_mpi, other: &mbedtls_mpi) -> bool {
    // SAFETY: the caller vouches for both.
    unsafe { *magnitude(one) == *magnitude(other) }
}

/// A point as bytes of a form.
///
/// # Safety
/// Both are initialised.
pub(crate) unsafe fn encode(
    grp: &mbedtls_ecp_group,
    pt: &mbedtls_ecp_point,
    format: c_int,
) -> Result<Vec<u8>, c_int> {
    if format != MBEDTLS_ECP_PF_UNCOMPRESSED && format != MBEDTLS_ECP_PF_COMPRESSED {
        return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
    }
    let len = grp.pbits.div_ceil(8);
    // SAFETY: the caller vouches for the point.
    let (x, y, zero) = unsafe { (magnitude(&raw const pt.X), magnitude(&raw const pt.Y), is_zero(pt)) };
    if montgomery(grp.id).is_some() {
        let mut bytes = padded(&x, len).ok_or(MBEDTLS_ERR_ECP_BAD_INPUT_DATA)?;
        bytes.reverse();
        return Ok(bytes);
    }
    if curve(grp.id).is_none() {
        return Err(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE);
    }
    if zero {
        return Ok(vec![0]);
    }
    let (x, y) = (padded(&x, len), padded(&y, len));
    let (Some(x), Some(y)) = (x, y) else { return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA) };
    let odd = y.last().is_some_and(|byte| byte & 1 == 1);
    Ok(match format {
        MBEDTLS_ECP_PF_UNCOMPRESSED => [&[4][..], &x, &y].concat(),
        _ => [&[2 + u8::from(odd)][..], &x].concat(),
    })
}

/// The reverse of [`encode`]: 0 or a code.
///
/// # Safety
/// The group is initialised; the point is, too, and used by nobody else.
pub(super) unsafe fn decode(grp: &mbedtls_ecp_group, pt: *mut mbedtls_ecp_point, bytes: &[u8]) -> c_int {
    let len = grp.pbits.div_ceil(8);
    if let Some(curve) = montgomery(grp.id) {
        if bytes.len() != len {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        let mut x: Vec<u8> = bytes.iter().rev().copied().collect();
        if let (Montgomery::X25519, Some(top)) = (curve, x.first_mut()) {
            *top &= 0x7f; // RFC 7748 section 5: the bit does not count
        }
        // SAFETY: the caller vouches for the point.
        return unsafe { set(pt, &x, None) };
    }
    let Some(curve) = curve(grp.id) else { return MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE };
    let whole;
    let bytes = match bytes {
        // SAFETY: as above.
        [0] => return unsafe { set_zero(pt) },
        // As in the reference.
        [2 | 3, x @ ..] if x.len() == len && !curve.has_roots_as_powers() => {
            return MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE;
        }
        [2 | 3, x @ ..] if x.len() == len => {
            let Ok(decompressed) = ec::decompress(curve, bytes) else {
                return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
            };
            whole = decompressed;
            &whole
        }
        bytes => bytes,
    };
    // SAFETY: as above.
    unsafe { set_uncompressed(pt, bytes, len) }
}

/// Gives a point the coordinates of an uncompressed one: 0 or a code.
///
/// # Safety
/// The point is initialised and used by nobody else.
pub(super) unsafe fn set_uncompressed(pt: *mut mbedtls_ecp_point, bytes: &[u8], len: usize) -> c_int {
    match bytes {
        [4, coordinates @ ..] if coordinates.len() == 2 * len => {
            let (x, y) = coordinates.split_at(len);
            // SAFETY: the caller vouches for the point.
            unsafe { set(pt, x, Some(y)) }
        }
        _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
    }
}

/// # Safety
/// The point is initialised and used by nobody else.
pub(super) unsafe fn set(pt: *mut mbedtls_ecp_point, x: &[u8], y: Option<&[u8]>) -> c_int {
    // SAFETY: the caller vouches for the point.
    unsafe {
        let mut code = set_magnitude(&raw mut (*pt).X, x);
        if code == 0 {
            match y {
                Some(y) => code = set_magnitude(&raw mut (*pt).Y, y),
                None => bignum::clear(&raw mut (*pt).Y),
            }
        }
        // A point that is not at infinity needs no third number.
        bignum::clear(&raw mut (*pt).Z);
        code
    }
}

/// A number with zero bytes in front; `None` if it is longer.
pub(crate) fn padded(number: &[u8], len: usize) -> Option<Vec<u8>> {
    let zeros = len.checked_sub(number.len())?;
    let mut bytes = vec![0; len];
    bytes.get_mut(zeros..)?.copy_from_slice(number);
    Some(bytes)
}

/// Tells the length, and copies the bytes to where they go, if there is room.
pub(super) fn write_out(bytes: &[u8], olen: &mut usize, buf: &mut [u8]) -> c_int {
    *olen = bytes.len();
    match buf.get_mut(..bytes.len()) {
        Some(room) => {
            room.copy_from_slice(bytes);
            0
        }
        None => MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL,
    }
}
