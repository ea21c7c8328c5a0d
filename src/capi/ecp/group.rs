//! Curves: what there is, and the groups that programs hold.

use std::ffi::{c_char, c_int};
use std::ptr;

use super::curves::{CURVES, IDS, Parameters, number, parameters};
use super::*;
use crate::capi::bignum;
use crate::capi::boundary::{self, enter, enter_or};
use crate::capi::codes::*;
use crate::capi::pk::prepared;

/// Lists the curves, the most preferred first.
///
/// \return A static list; its last element has the number #MBEDTLS_ECP_DP_NONE.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecp_curve_list() -> *const mbedtls_ecp_curve_info {
    CURVES.as_ptr()
}

/// Lists the numbers of the curves, the most preferred first.
///
/// \return A static list; its last element is #MBEDTLS_ECP_DP_NONE.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecp_grp_id_list() -> *const mbedtls_ecp_group_id {
    IDS.as_ptr()
}

/// Finds what is known of a curve.
///
/// \param grp_id  The curve's number.
///
/// \return Static information; NULL if there is no such curve.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecp_curve_info_from_grp_id(
    grp_id: mbedtls_ecp_group_id,
) -> *const mbedtls_ecp_curve_info {
    find(|info| info.grp_id == grp_id)
}

/// Finds what is known of a curve.
///
/// \param tls_id  The curve's number in TLS.
///
/// \return Static information; NULL if there is no such curve.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecp_curve_info_from_tls_id(tls_id: u16) -> *const mbedtls_ecp_curve_info {
    find(|info| info.tls_id == tls_id)
}

/// Finds what is known of a curve.
///
/// \param name  The curve's name, such as "secp256r1"; may be NULL.
///
/// \return Static information; NULL if there is no such curve.
///
/// # Safety
/// `name` is null, or a string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_curve_info_from_name(
    name: *const c_char,
) -> *const mbedtls_ecp_curve_info {
    enter_or(ptr::null(), || {
        // SAFETY: the caller vouches for `name`.
        let Some(name) = (unsafe { boundary::string(name) }) else { return ptr::null() };
        // SAFETY: the names in the list are strings.
        find(|info| unsafe { boundary::string(info.name) } == Some(name))
    })
}

fn find(fits: impl Fn(&mbedtls_ecp_curve_info) -> bool) -> *const mbedtls_ecp_curve_info {
    let found = CURVES.iter().take_while(|info| info.grp_id != MBEDTLS_ECP_DP_NONE).find(|info| fits(info));
    found.map_or(ptr::null(), ptr::from_ref)
}

/// Tells the shape of a curve.
///
/// \param grp  The group; may be NULL.
///
/// \return #MBEDTLS_ECP_TYPE_SHORT_WEIERSTRASS or #MBEDTLS_ECP_TYPE_MONTGOMERY.
/// \return #MBEDTLS_ECP_TYPE_NONE if the group has no curve.
///
/// # Safety
/// `grp` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_get_type(grp: *const mbedtls_ecp_group) -> mbedtls_ecp_curve_type {
    enter_or(MBEDTLS_ECP_TYPE_NONE, || {
        // SAFETY: the caller vouches for `grp`.
        match unsafe { grp.as_ref() } {
            Some(grp) if grp.G.X.p.is_null() => MBEDTLS_ECP_TYPE_NONE,
            Some(grp) if grp.G.Y.p.is_null() => MBEDTLS_ECP_TYPE_MONTGOMERY,
            Some(_) => MBEDTLS_ECP_TYPE_SHORT_WEIERSTRASS,
            None => MBEDTLS_ECP_TYPE_NONE,
        }
    })
}

/// Sets a group up without a curve. Call it once, before anything else is done with the group.
///
/// \param grp  The group; NULL does nothing.
///
/// # Safety
/// `grp` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_group_init(grp: *mut mbedtls_ecp_group) {
    enter_or((), || {
        if !grp.is_null() {
            // SAFETY: the caller vouches for `grp`; what was there needs no destructor.
            unsafe { grp.write(EMPTY) };
        }
    });
}

/// Releases what a group holds and leaves it without a curve.
///
/// \param grp  The group; NULL does nothing.
///
/// # Safety
/// `grp` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_group_free(grp: *mut mbedtls_ecp_group) {
    // SAFETY: the caller vouches for `grp`.
    enter_or((), || unsafe { release(grp) });
}

/// Gives a group a curve.
///
/// \param grp  The group. What it held is released.
/// \param id   The curve's number.
///
/// \return 0 if the group has the curve.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p grp is NULL.
///
/// # Safety
/// `grp` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_group_load(
    grp: *mut mbedtls_ecp_group,
    id: mbedtls_ecp_group_id,
) -> c_int {
    enter(|| {
        if grp.is_null() {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for `grp`.
        unsafe { load(grp, id) }
    })
}

/// Gives a group the curve of another one.
///
/// \param dst  The group. What it held is released.
/// \param src  The other group.
///
/// \return 0 if the group has the curve.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if \p src has none.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p dst or \p src is NULL.
///
/// # Safety
/// Both groups are null, or initialised; `dst` is used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_group_copy(
    dst: *mut mbedtls_ecp_group,
    src: *const mbedtls_ecp_group,
) -> c_int {
    enter(|| {
        if dst.is_null() || src.is_null() {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for both groups.
        unsafe { load(dst, (*src).id) }
    })
}

pub(super) const EMPTY: mbedtls_ecp_group = mbedtls_ecp_group {
    id: MBEDTLS_ECP_DP_NONE,
    P: point::ZERO,
    A: point::ZERO,
    B: point::ZERO,
    G: mbedtls_ecp_point { X: point::ZERO, Y: point::ZERO, Z: point::ZERO },
    N: point::ZERO,
    pbits: 0,
    nbits: 0,
    h: 0,
    prepared: ptr::null_mut(),
    reserved: [0; 5],
};

/// As [`mbedtls_ecp_group_load`].
///
/// # Safety
/// `grp` is initialised and used by nobody else.
pub(super) unsafe fn load(grp: *mut mbedtls_ecp_group, id: mbedtls_ecp_group_id) -> c_int {
    // SAFETY: the caller vouches for `grp`.
    unsafe { release(grp) };
    let Some(Parameters { p, a, b, g, n, bits, .. }) = parameters(id) else {
        return MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE;
    };
    let [x, y, z] = g.map(number);
    let [pbits, nbits] = *bits;
    let (p, a, b, n) = (number(p), number(a), number(b), number(n));
    let loaded = mbedtls_ecp_group {
        id,
        P: p,
        A: a,
        B: b,
        G: mbedtls_ecp_point { X: x, Y: y, Z: z },
        N: n,
        pbits,
        nbits,
        h: 1,
        ..EMPTY
    };
    // SAFETY: as above.
    unsafe { grp.write(loaded) };
    0
}

/// # Safety
/// `grp` is null, or initialised and used by nobody else.
pub(super) unsafe fn release(grp: *mut mbedtls_ecp_group) {
    // SAFETY: the caller vouches for `grp`.
    let Some(group) = (unsafe { grp.as_mut() }) else { return };
    // SAFETY: as above; numbers of the library are left alone.
    unsafe {
        prepared::drop_from(&mut group.prepared);
        if group.h == 0 {
            for number in [&mut group.P, &mut group.A, &mut group.B, &mut group.N] {
                bignum::clear(number);
            }
            point::release(&raw mut group.G);
        }
    }
    *group = EMPTY;
}
