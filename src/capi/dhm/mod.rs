//! `mbedtls/dhm.h`: Diffie-Hellman over a finite field. The layout is that of Debian 13 on x86_64, asserted here.

mod exchange;
mod parse;

use std::ffi::{c_int, c_uint};

pub use exchange::*;
pub use parse::*;

use super::bignum::{
    clear, mbedtls_mpi, mbedtls_mpi_bitlen, mbedtls_mpi_copy, mbedtls_mpi_init, mbedtls_mpi_size,
};
use super::boundary::{enter, enter_or};
use super::codes::*;

/// A number of a context, for mbedtls_dhm_get_value().
pub type mbedtls_dhm_parameter = c_uint;

const MBEDTLS_DHM_PARAM_P: mbedtls_dhm_parameter = 0;
const MBEDTLS_DHM_PARAM_G: mbedtls_dhm_parameter = 1;
const MBEDTLS_DHM_PARAM_X: mbedtls_dhm_parameter = 2;
const MBEDTLS_DHM_PARAM_GX: mbedtls_dhm_parameter = 3;
const MBEDTLS_DHM_PARAM_GY: mbedtls_dhm_parameter = 4;
const MBEDTLS_DHM_PARAM_K: mbedtls_dhm_parameter = 5;

/// Parameters and keys of a finite-field key exchange. Its members are private.
#[repr(C)]
pub struct mbedtls_dhm_context {
    pub(crate) P: mbedtls_mpi,
    pub(crate) G: mbedtls_mpi,
    pub(crate) X: mbedtls_mpi,
    pub(crate) GX: mbedtls_mpi,
    pub(crate) GY: mbedtls_mpi,
    pub(crate) K: mbedtls_mpi,
    pub(crate) RP: mbedtls_mpi,
    pub(crate) Vi: mbedtls_mpi,
    pub(crate) Vf: mbedtls_mpi,
    pub(crate) pX: mbedtls_mpi,
}
const _: () = assert!(size_of::<mbedtls_dhm_context>() == 160 && align_of::<mbedtls_dhm_context>() == 8);

/// Sets a context up as empty. Call it once, before anything else is done with the context.
///
/// \param ctx  The context; NULL does nothing.
///
/// # Safety
/// `ctx` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_init(ctx: *mut mbedtls_dhm_context) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        for number in unsafe { numbers(ctx) } {
            // SAFETY: the same.
            unsafe { mbedtls_mpi_init(number) };
        }
    });
}

/// Wipes and releases what a context holds and leaves it empty.
///
/// \param ctx  The context; NULL does nothing.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_free(ctx: *mut mbedtls_dhm_context) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        for number in unsafe { numbers(ctx) } {
            // SAFETY: the same.
            unsafe { clear(number) };
        }
    });
}

/// Sets the prime and the generator. They are copied.
///
/// \param ctx  The context.
/// \param P    The prime.
/// \param G    The generator.
///
/// \return 0 if they were set.
/// \return #MBEDTLS_ERR_DHM_SET_GROUP_FAILED and a code of bignum.h in one sum, if there is no memory.
/// \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if an argument is NULL.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `P` and `G` are null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_set_group(
    ctx: *mut mbedtls_dhm_context,
    P: *const mbedtls_mpi,
    G: *const mbedtls_mpi,
) -> c_int {
    enter(|| {
        if ctx.is_null() || P.is_null() || G.is_null() {
            return MBEDTLS_ERR_DHM_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for all three, which are not null.
        let codes =
            unsafe { [mbedtls_mpi_copy(&raw mut (*ctx).P, P), mbedtls_mpi_copy(&raw mut (*ctx).G, G)] };
        codes.into_iter().find(|&code| code != 0).map_or(0, |code| MBEDTLS_ERR_DHM_SET_GROUP_FAILED + code)
    })
}

/// Copies a number out of a context.
///
/// \param ctx    The context.
/// \param param  Which one.
/// \param dest   Takes it.
///
/// \return 0 if it was copied.
/// \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if \p param is none of them, or an argument is NULL.
/// \return A code of bignum.h if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised; `dest` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_get_value(
    ctx: *const mbedtls_dhm_context,
    param: mbedtls_dhm_parameter,
    dest: *mut mbedtls_mpi,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let (Some(c), false) = (unsafe { ctx.as_ref() }, dest.is_null()) else {
            return MBEDTLS_ERR_DHM_BAD_INPUT_DATA;
        };
        let number = match param {
            MBEDTLS_DHM_PARAM_P => &raw const c.P,
            MBEDTLS_DHM_PARAM_G => &raw const c.G,
            MBEDTLS_DHM_PARAM_X => &raw const c.X,
            MBEDTLS_DHM_PARAM_GX => &raw const c.GX,
            MBEDTLS_DHM_PARAM_GY => &raw const c.GY,
            MBEDTLS_DHM_PARAM_K => &raw const c.K,
            _ => return MBEDTLS_ERR_DHM_BAD_INPUT_DATA,
        };
        // SAFETY: the caller vouches for both.
        unsafe { mbedtls_mpi_copy(dest, number) }
    })
}

/// Tells the length of the prime.
///
/// \param ctx  The context; NULL counts as empty.
///
/// \return The length in bits; 0 if there is none.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_get_bitlen(ctx: *const mbedtls_dhm_context) -> usize {
    // SAFETY: the caller vouches for `ctx`.
    enter_or(0, || unsafe { ctx.as_ref() }.map_or(0, |c| unsafe { mbedtls_mpi_bitlen(&raw const c.P) }))
}

/// Tells the length of the prime.
///
/// \param ctx  The context; NULL counts as empty.
///
/// \return The length in bytes; 0 if there is none.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_get_len(ctx: *const mbedtls_dhm_context) -> usize {
    // SAFETY: the caller vouches for `ctx`.
    enter_or(0, || unsafe { ctx.as_ref() }.map_or(0, |c| unsafe { mbedtls_mpi_size(&raw const c.P) }))
}

/// Every number of a context; none for null.
///
/// # Safety
/// `ctx` is null, or points to memory of a context.
unsafe fn numbers(ctx: *mut mbedtls_dhm_context) -> impl Iterator<Item = *mut mbedtls_mpi> {
    const COUNT: usize = size_of::<mbedtls_dhm_context>() / size_of::<mbedtls_mpi>();
    let count = if ctx.is_null() { 0 } else { COUNT };
    // SAFETY: a context consists of so many numbers; the caller vouches for its memory.
    (0..count).map(move |i| unsafe { ctx.cast::<mbedtls_mpi>().add(i) })
}
