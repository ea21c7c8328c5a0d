//! What is computed on a curve, with C's numbers in and out.

use std::ffi::{c_int, c_void};

use zeroize::Zeroizing;

use super::curves::group;
use super::point::{self, MBEDTLS_ECP_PF_UNCOMPRESSED};
use super::*;
use crate::capi::bignum::{limbs, magnitude, mbedtls_mpi, set_magnitude};
use crate::capi::boundary::enter;
use crate::capi::codes::*;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::crypto::ec::{self, EcError, Group};
use crate::crypto::montgomery::Montgomery;

/// Checks that a number can be a private key: from 1 to the order less 1; on Curve25519 and Curve448, clamped (RFC 7748 section 5).
///
/// \param grp  The group, with a curve.
/// \param d    The number.
///
/// \return 0 if it can.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if it cannot.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if an argument is NULL or \p grp has no curve.
///
/// # Safety
/// Both are null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_check_privkey(
    grp: *const mbedtls_ecp_group,
    d: *const mbedtls_mpi,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        match unsafe { (grp.as_ref(), d.as_ref()) } {
            // SAFETY: as above.
            (Some(grp), Some(d)) => unsafe { scalar(grp, d) }.map_or_else(|code| code, |_| 0),
            _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
        }
    })
}

/// Checks that a point can be a public key: on the curve, and not at infinity; on Curve25519 and Curve448, not one of small order.
///
/// \param grp  The group, with a curve.
/// \param pt   The point.
///
/// \return 0 if it can.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if it cannot.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if an argument is NULL or \p grp has no curve.
///
/// # Safety
/// Both are null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_check_pubkey(
    grp: *const mbedtls_ecp_group,
    pt: *const mbedtls_ecp_point,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        match unsafe { (grp.as_ref(), pt.as_ref()) } {
            // SAFETY: as above.
            (Some(grp), Some(pt)) => unsafe { check_point(grp, pt) }.err().unwrap_or(0),
            _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
        }
    })
}

/// Multiplies a point: \p R = \p m * \p P. The time does not depend on \p m.
///
/// \param grp    The group, with a curve.
/// \param R      Where the product goes.
/// \param m      The factor: a private key of the curve.
/// \param P      The point: a public key of the curve.
/// \param f_rng  Not used; may be NULL.
/// \param p_rng  Not used; may be NULL.
///
/// \return 0 if it was done.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if \p m or \p P is none.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL or \p grp has no curve.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// All are null, or initialised; `R` is used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_mul(
    grp: *mut mbedtls_ecp_group,
    R: *mut mbedtls_ecp_point,
    m: *const mbedtls_mpi,
    P: *const mbedtls_ecp_point,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let (Some(grp), false, Some(m), Some(P)) =
            (unsafe { (grp.as_ref(), R.is_null(), m.as_ref(), P.as_ref()) })
        else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        // SAFETY: as above.
        unsafe {
            match multiply(grp, m, P) {
                Ok(product) => product.store(R),
                Err(code) => code,
            }
        }
    })
}

/// As mbedtls_ecp_mul(), which is quick enough to be done at once.
///
/// \param grp     The group, with a curve.
/// \param R       Where the product goes.
/// \param m       The factor: a private key of the curve.
/// \param P       The point: a public key of the curve.
/// \param f_rng   Not used; may be NULL.
/// \param p_rng   Not used; may be NULL.
/// \param rs_ctx  Not used; may be NULL.
///
/// \return As mbedtls_ecp_mul().
///
/// # Safety
/// As for mbedtls_ecp_mul().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_mul_restartable(
    grp: *mut mbedtls_ecp_group,
    R: *mut mbedtls_ecp_point,
    m: *const mbedtls_mpi,
    P: *const mbedtls_ecp_point,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    rs_ctx: *mut mbedtls_ecp_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_ecp_mul(grp, R, m, P, f_rng, p_rng) }
}

/// Adds multiples of two points: \p R = \p m * \p P + \p n * \p Q.
///
/// \param grp  The group, with a curve of short Weierstrass form.
/// \param R    Where the sum goes.
/// \param m    The first factor: 0, -1, or a private key of the curve.
/// \param P    The first point: a public key of the curve.
/// \param n    The second factor, as the first.
/// \param Q    The second point, as the first.
///
/// \return 0 if it was done.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if a factor or a point is none of these.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if the curve has another form.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL or \p grp has no curve.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// All are null, or initialised; `R` is used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_muladd(
    grp: *mut mbedtls_ecp_group,
    R: *mut mbedtls_ecp_point,
    m: *const mbedtls_mpi,
    P: *const mbedtls_ecp_point,
    n: *const mbedtls_mpi,
    Q: *const mbedtls_ecp_point,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let arguments =
            unsafe { (grp.as_ref(), R.is_null(), m.as_ref(), P.as_ref(), n.as_ref(), Q.as_ref()) };
        let (Some(grp), false, Some(m), Some(P), Some(n), Some(Q)) = arguments else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        // SAFETY: as above.
        unsafe {
            match multiply_add(grp, (m, P), (n, Q)) {
                Ok(Some(sum)) => sum.store(R),
                Ok(None) => point::set_zero(R),
                Err(code) => code,
            }
        }
    })
}

/// As mbedtls_ecp_muladd(), which is quick enough to be done at once.
///
/// \param grp     The group, with a curve of short Weierstrass form.
/// \param R       Where the sum goes.
/// \param m       The first factor.
/// \param P       The first point.
/// \param n       The second factor.
/// \param Q       The second point.
/// \param rs_ctx  Not used; may be NULL.
///
/// \return As mbedtls_ecp_muladd().
///
/// # Safety
/// As for mbedtls_ecp_muladd().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_muladd_restartable(
    grp: *mut mbedtls_ecp_group,
    R: *mut mbedtls_ecp_point,
    m: *const mbedtls_mpi,
    P: *const mbedtls_ecp_point,
    n: *const mbedtls_mpi,
    Q: *const mbedtls_ecp_point,
    rs_ctx: *mut mbedtls_ecp_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_ecp_muladd(grp, R, m, P, n, Q) }
}

/// A point that was computed.
pub(crate) enum Point {
    /// In uncompressed form.
    Weierstrass(Zeroizing<Vec<u8>>),
    /// The coordinate u, lowest byte first.
    Montgomery(ec::Secret),
}

impl Point {
    /// The first coordinate, the highest byte first.
    pub(crate) fn x(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(match self {
            Self::Weierstrass(bytes) => bytes.get(1..1 + bytes.len() / 2).unwrap_or_default().to_vec(),
            Self::Montgomery(u) => u.iter().rev().copied().collect(),
        })
    }

    /// # Safety
    /// The point is initialised and used by nobody else.
    pub(super) unsafe fn store(&self, pt: *mut mbedtls_ecp_point) -> c_int {
        // SAFETY: the caller vouches for the point.
        unsafe {
            match self {
                Self::Weierstrass(bytes) => point::set_uncompressed(pt, bytes, bytes.len() / 2),
                Self::Montgomery(_) => point::set(pt, &self.x(), None),
            }
        }
    }
}

/// The private key that a number is, as big-endian bytes.
///
/// # Safety
/// Both are initialised.
pub(crate) unsafe fn scalar(grp: &mbedtls_ecp_group, d: &mbedtls_mpi) -> Result<ec::Secret, c_int> {
    // SAFETY: the caller vouches for the number.
    let bytes = unsafe { magnitude(d) };
    if grp.id == MBEDTLS_ECP_DP_NONE {
        return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
    }
    let good = d.s > 0
        && match group(grp.id) {
            Some(Group::Weierstrass(curve)) => ec::check_scalar(curve, &bytes).is_ok(),
            Some(Group::Montgomery(curve)) => {
                little_endian(curve, &bytes).is_ok_and(|scalar| curve.is_clamped(&scalar))
            }
            None => false,
        };
    if good { Ok(bytes) } else { Err(MBEDTLS_ERR_ECP_INVALID_KEY) }
}

/// The public key that a point is: for the curves of short Weierstrass form in uncompressed form, else the coordinate u,
/// lowest byte first.
///
/// # Safety
/// Both are initialised.
pub(crate) unsafe fn check_point(grp: &mbedtls_ecp_group, pt: &mbedtls_ecp_point) -> Result<Vec<u8>, c_int> {
    if grp.id == MBEDTLS_ECP_DP_NONE {
        return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
    }
    // SAFETY: the caller vouches for both.
    let (bytes, affine) = unsafe {
        let is_one = match limbs(&raw const pt.Z) {
            [] => !point::is_zero(pt),
            [first, rest @ ..] => *first == 1 && rest.iter().all(|&limb| limb == 0),
        };
        (point::encode(grp, pt, MBEDTLS_ECP_PF_UNCOMPRESSED), is_one)
    };
    let bytes = bytes.map_err(|_| MBEDTLS_ERR_ECP_INVALID_KEY)?;
    let good = affine
        && match group(grp.id) {
            Some(Group::Weierstrass(curve)) => ec::check_point(curve, &bytes).is_ok(),
            Some(Group::Montgomery(curve)) => !curve.is_of_small_order(&bytes),
            None => false,
        };
    if good { Ok(bytes) } else { Err(MBEDTLS_ERR_ECP_INVALID_KEY) }
}

/// The public key of a private one.
pub(crate) fn public(grp: &mbedtls_ecp_group, d: &[u8]) -> Result<Point, c_int> {
    match group(grp.id).ok_or(MBEDTLS_ERR_ECP_BAD_INPUT_DATA)? {
        Group::Weierstrass(curve) => ec::public(curve, d).map(weierstrass),
        Group::Montgomery(curve) => {
            curve.public(&little_endian(curve, d)?).map(|u| Point::Montgomery(Zeroizing::new(u)))
        }
    }
    .map_err(code)
}

fn weierstrass(point: Vec<u8>) -> Point {
    Point::Weierstrass(Zeroizing::new(point))
}

/// # Safety
/// All are initialised.
pub(crate) unsafe fn multiply(
    grp: &mbedtls_ecp_group,
    m: &mbedtls_mpi,
    P: &mbedtls_ecp_point,
) -> Result<Point, c_int> {
    // SAFETY: the caller vouches for them.
    let (m, P) = unsafe { (scalar(grp, m)?, check_point(grp, P)?) };
    match group(grp.id).ok_or(MBEDTLS_ERR_ECP_BAD_INPUT_DATA)? {
        Group::Weierstrass(curve) => ec::multiply(curve, &m, &P).map(weierstrass),
        Group::Montgomery(curve) => curve.multiply(&little_endian(curve, &m)?, &P).map(Point::Montgomery),
    }
    .map_err(code)
}

/// `None` is the point at infinity.
///
/// # Safety
/// All are initialised.
unsafe fn multiply_add(
    grp: &mbedtls_ecp_group,
    (m, P): (&mbedtls_mpi, &mbedtls_ecp_point),
    (n, Q): (&mbedtls_mpi, &mbedtls_ecp_point),
) -> Result<Option<Point>, c_int> {
    if grp.id == MBEDTLS_ECP_DP_NONE {
        return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
    }
    let curve = curve(grp.id).ok_or(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE)?;
    // SAFETY: the caller vouches for all of them.
    let (m, P, n, Q) =
        unsafe { (factor(grp, m)?, check_point(grp, P)?, factor(grp, n)?, check_point(grp, Q)?) };
    let sum = match (m.as_slice(), n.as_slice()) {
        ([], []) => return Ok(None),
        (m, []) => ec::multiply(curve, m, &P),
        ([], n) => ec::multiply(curve, n, &Q),
        (m, n) => ec::multiply_add(curve, m, &P, n, &Q),
    };
    match sum {
        Ok(sum) => Ok(Some(weierstrass(sum))),
        // Factors and points were checked: it can only be the sum.
        Err(EcError::Point) => Ok(None),
        Err(error) => Err(code(error)),
    }
}

/// A factor from 0 to the order less 1; -1 is the latter.
///
/// # Safety
/// Both are initialised.
unsafe fn factor(grp: &mbedtls_ecp_group, number: &mbedtls_mpi) -> Result<ec::Secret, c_int> {
    // SAFETY: the caller vouches for both.
    unsafe {
        let bytes = magnitude(number);
        if bytes.is_empty() {
            return Ok(bytes);
        }
        if number.s < 0 && *bytes == [1] {
            let mut order = magnitude(&raw const grp.N);
            if let Some(last) = order.last_mut() {
                *last &= 0xfe; // the order is odd
            }
            return Ok(order);
        }
        scalar(grp, number)
    }
}

/// A scalar in the form of RFC 7748.
fn little_endian(curve: Montgomery, number: &[u8]) -> Result<ec::Secret, c_int> {
    let mut bytes = point::padded(number, curve.bytes()).ok_or(MBEDTLS_ERR_ECP_INVALID_KEY)?;
    bytes.reverse();
    Ok(Zeroizing::new(bytes))
}

/// A private key in the form of RFC 7748, as the number that is clamped.
pub(super) fn clamped(curve: Montgomery, bytes: &[u8]) -> Result<ec::Secret, c_int> {
    if bytes.len() != curve.bytes() {
        return Err(MBEDTLS_ERR_ECP_INVALID_KEY);
    }
    let mut number = Zeroizing::new(bytes.to_vec());
    curve.clamp(&mut number);
    number.reverse();
    Ok(number)
}

/// Makes a private key: sets `d`, and gives its bytes.
///
/// # Safety
/// Both are initialised, and `d` is used by nobody else.
pub(crate) unsafe fn generate(grp: &mbedtls_ecp_group, d: *mut mbedtls_mpi) -> Result<ec::Secret, c_int> {
    let made = match group(grp.id).ok_or(MBEDTLS_ERR_ECP_BAD_INPUT_DATA)? {
        Group::Weierstrass(curve) => ec::generate(curve).map_err(code)?,
        Group::Montgomery(curve) => {
            let mut made = curve.generate().map_err(code)?;
            made.reverse();
            made
        }
    };
    // SAFETY: the caller vouches for the number.
    match unsafe { set_magnitude(d, &made) } {
        0 => Ok(made),
        code => Err(code),
    }
}

pub(crate) fn code(error: EcError) -> c_int {
    match error {
        EcError::Scalar | EcError::Point => MBEDTLS_ERR_ECP_INVALID_KEY,
        EcError::Signature => MBEDTLS_ERR_ECP_VERIFY_FAILED,
        EcError::Random => MBEDTLS_ERR_ECP_RANDOM_FAILED,
    }
}
