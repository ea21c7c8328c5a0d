//! `mbedtls/ecdh.h`: agreeing on a secret over a curve. Layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_uint, c_void};
use std::mem::offset_of;

use zeroize::Zeroizing;

use super::bignum::{self, magnitude, mbedtls_mpi};
use super::boundary::{self, enter, enter_or};
use super::codes::*;
use super::ecp::*;
use super::platform_util::mbedtls_f_rng_t;

/// Whose key it is, by number.
pub type mbedtls_ecdh_side = c_uint;

/// Who keeps the numbers, by number.
pub type mbedtls_ecdh_variant = c_uint;

const MBEDTLS_ECDH_OURS: mbedtls_ecdh_side = 0;
const MBEDTLS_ECDH_THEIRS: mbedtls_ecdh_side = 1;
const MBEDTLS_ECDH_VARIANT_MBEDTLS_2_0: mbedtls_ecdh_variant = 1;

/// The numbers of an agreement. Its members are private.
#[repr(C)]
pub struct mbedtls_ecdh_context_mbed {
    pub(crate) grp: mbedtls_ecp_group,
    /// Our private key.
    pub(crate) d: mbedtls_mpi,
    /// Our public key.
    pub(crate) Q: mbedtls_ecp_point,
    /// The peer's public key.
    pub(crate) Qp: mbedtls_ecp_point,
    /// The secret.
    pub(crate) z: mbedtls_mpi,
}
const _: () = assert!(size_of::<mbedtls_ecdh_context_mbed>() == 320);
const _: () = assert!(offset_of!(mbedtls_ecdh_context_mbed, z) == 304);

/// An agreement. Its members are private.
#[repr(C)]
pub struct mbedtls_ecdh_context {
    pub(crate) point_format: u8,
    pub(crate) grp_id: mbedtls_ecp_group_id,
    pub(crate) var: mbedtls_ecdh_variant,
    pub(crate) ctx: mbedtls_ecdh_context_mbed,
}
const _: () = assert!(size_of::<mbedtls_ecdh_context>() == 336 && align_of::<mbedtls_ecdh_context>() == 8);
const _: () = assert!(offset_of!(mbedtls_ecdh_context, ctx) == 16);

/// Tells whether there is an agreement over a curve.
///
/// \param gid  The curve's number.
///
/// \return 1 if there is.
/// \return 0 if there is not.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecdh_can_do(gid: mbedtls_ecp_group_id) -> c_int {
    (!mbedtls_ecp_curve_info_from_grp_id(gid).is_null()).into()
}

/// Sets an agreement up. Call it once, before anything else is done with the agreement.
///
/// \param ctx  The agreement; NULL does nothing.
///
/// # Safety
/// `ctx` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_init(ctx: *mut mbedtls_ecdh_context) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`, of which zero bytes are a value.
        unsafe {
            boundary::zero(ctx);
            if let Some(ctx) = ctx.as_mut() {
                mbedtls_ecp_group_init(&raw mut ctx.ctx.grp);
                mbedtls_ecp_point_init(&raw mut ctx.ctx.Q);
                mbedtls_ecp_point_init(&raw mut ctx.ctx.Qp);
                bignum::clear(&raw mut ctx.ctx.d);
                bignum::clear(&raw mut ctx.ctx.z);
            }
        }
    });
}

/// Wipes and releases what an agreement holds.
///
/// \param ctx  The agreement; NULL does nothing.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_free(ctx: *mut mbedtls_ecdh_context) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        unsafe {
            if let Some(ctx) = ctx.as_mut() {
                mbedtls_ecp_group_free(&raw mut ctx.ctx.grp);
                mbedtls_ecp_point_free(&raw mut ctx.ctx.Q);
                mbedtls_ecp_point_free(&raw mut ctx.ctx.Qp);
                bignum::clear(&raw mut ctx.ctx.d);
                bignum::clear(&raw mut ctx.ctx.z);
                ctx.grp_id = MBEDTLS_ECP_DP_NONE;
                ctx.var = 0;
            }
        }
    });
}

/// Gives an agreement its curve.
///
/// \param ctx     The agreement.
/// \param grp_id  The curve's number.
///
/// \return 0 if it has the curve.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p ctx is NULL.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_setup(
    ctx: *mut mbedtls_ecdh_context,
    grp_id: mbedtls_ecp_group_id,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(ctx) = (unsafe { ctx.as_mut() }) else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
        // SAFETY: as above.
        let code = unsafe { mbedtls_ecp_group_load(&raw mut ctx.ctx.grp, grp_id) };
        if code == 0 {
            ctx.grp_id = grp_id;
            ctx.var = MBEDTLS_ECDH_VARIANT_MBEDTLS_2_0;
        }
        code
    })
}

/// Tells the curve of an agreement.
///
/// \param ctx  The agreement; may be NULL.
///
/// \return The curve's number; #MBEDTLS_ECP_DP_NONE if there is none.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_get_grp_id(ctx: *mut mbedtls_ecdh_context) -> mbedtls_ecp_group_id {
    enter_or(MBEDTLS_ECP_DP_NONE, || {
        // SAFETY: the caller vouches for `ctx`.
        unsafe { ctx.as_ref() }.map_or(MBEDTLS_ECP_DP_NONE, |ctx| ctx.ctx.grp.id)
    })
}

/// Makes a pair of keys for an agreement.
///
/// \param grp    The group, with a curve.
/// \param d      Where the private key goes.
/// \param Q      Where the public key goes.
/// \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng  Not used; may be NULL.
///
/// \return As mbedtls_ecp_gen_keypair().
///
/// # Safety
/// As for mbedtls_ecp_gen_keypair().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_gen_public(
    grp: *mut mbedtls_ecp_group,
    d: *mut mbedtls_mpi,
    Q: *mut mbedtls_ecp_point,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_ecp_gen_keypair(grp, d, Q, f_rng, p_rng) }
}

/// Computes the secret that a private and a peer's public key make.
///
/// \param grp    The group, with a curve.
/// \param z      Where the secret goes.
/// \param Q      The peer's public key.
/// \param d      Our private key.
/// \param f_rng  Not used; may be NULL.
/// \param p_rng  Not used; may be NULL.
///
/// \return 0 if it was computed.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if a key is none of the curve.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL or \p grp has no curve.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// All are null, or initialised; `z` is used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_compute_shared(
    grp: *mut mbedtls_ecp_group,
    z: *mut mbedtls_mpi,
    Q: *const mbedtls_ecp_point,
    d: *const mbedtls_mpi,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let arguments = (grp.as_ref(), Q.as_ref(), d.as_ref(), z.is_null());
            let (Some(grp), Some(Q), Some(d), false) = arguments else {
                return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
            };
            shared(grp, z, Q, d)
        }
    })
}

/// Makes a pair of keys, and writes curve and public key as a TLS 1.2 ServerKeyExchange has them.
///
/// \param ctx    The agreement, with a curve.
/// \param olen   Where the length goes.
/// \param buf    Where the bytes go.
/// \param blen   The size of \p buf.
/// \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng  Not used; may be NULL.
///
/// \return 0 if it was done.
/// \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL or there is no curve.
/// \return #MBEDTLS_ERR_ECP_RANDOM_FAILED if the system gave no random bytes.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `olen` is null, or valid for writing; `buf` is null, or valid for writing
/// `blen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_make_params(
    ctx: *mut mbedtls_ecdh_context,
    olen: *mut usize,
    buf: *mut c_uchar,
    blen: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    // SAFETY: passed on to the caller.
    unsafe { make(ctx, true, (olen, buf, blen)) }
}

/// Reads what mbedtls_ecdh_make_params() writes: the peer's curve and public key.
///
/// \param ctx  The agreement. It gets this curve.
/// \param buf  Points to the bytes; it is moved behind them.
/// \param end  Their end.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, or the bytes are too few or no point.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `buf` is null, or points to bytes that are readable up to `end`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_read_params(
    ctx: *mut mbedtls_ecdh_context,
    buf: *mut *const c_uchar,
    end: *const c_uchar,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let (Some(ctx), Some(at)) = (ctx.as_mut(), buf.as_mut()) else {
                return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
            };
            let left = |at: *const c_uchar| end.addr().saturating_sub(at.addr());
            let mut id = MBEDTLS_ECP_DP_NONE;
            let code = mbedtls_ecp_tls_read_group_id(&raw mut id, at, left(*at));
            let code = if code == 0 { mbedtls_ecdh_setup(ctx, id) } else { code };
            if code != 0 {
                return code;
            }
            mbedtls_ecp_tls_read_point(&raw const ctx.ctx.grp, &raw mut ctx.ctx.Qp, at, left(*at))
        }
    })
}

/// Gives an agreement a key that there is already.
///
/// \param ctx   The agreement; if it has a curve already, it must be that of the key.
/// \param key   The key.
/// \param side  #MBEDTLS_ECDH_OURS, or #MBEDTLS_ECDH_THEIRS for the peer's.
///
/// \return 0 if it has the key.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, the curve is another one, or \p side is none of these.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// Both are null, or initialised; `ctx` is used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_get_params(
    ctx: *mut mbedtls_ecdh_context,
    key: *const mbedtls_ecp_keypair,
    side: mbedtls_ecdh_side,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        unsafe {
            let (Some(ctx), Some(key)) = (ctx.as_mut(), key.as_ref()) else {
                return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
            };
            let code = match ctx.ctx.grp.id {
                MBEDTLS_ECP_DP_NONE => mbedtls_ecdh_setup(ctx, key.grp.id),
                id if id == key.grp.id => 0,
                _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
            };
            if code != 0 {
                return code;
            }
            match side {
                MBEDTLS_ECDH_THEIRS => mbedtls_ecp_copy(&raw mut ctx.ctx.Qp, &raw const key.Q),
                MBEDTLS_ECDH_OURS => match copy_number(&raw mut ctx.ctx.d, &raw const key.d) {
                    0 => mbedtls_ecp_copy(&raw mut ctx.ctx.Q, &raw const key.Q),
                    code => code,
                },
                _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
            }
        }
    })
}

/// Makes a pair of keys, and writes the public key as a TLS 1.2 ClientKeyExchange has it.
///
/// \param ctx    The agreement, with a curve.
/// \param olen   Where the length goes.
/// \param buf    Where the bytes go.
/// \param blen   The size of \p buf.
/// \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng  Not used; may be NULL.
///
/// \return As mbedtls_ecdh_make_params().
///
/// # Safety
/// As for mbedtls_ecdh_make_params().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_make_public(
    ctx: *mut mbedtls_ecdh_context,
    olen: *mut usize,
    buf: *mut c_uchar,
    blen: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    // SAFETY: passed on to the caller.
    unsafe { make(ctx, false, (olen, buf, blen)) }
}

/// Reads what mbedtls_ecdh_make_public() writes: the peer's public key.
///
/// \param ctx   The agreement, with a curve.
/// \param buf   The bytes.
/// \param blen  How many they are.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, or the bytes are no point, or one and more.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no curve.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `buf` is null, or readable for `blen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_read_public(
    ctx: *mut mbedtls_ecdh_context,
    buf: *const c_uchar,
    blen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let (Some(ctx), false) = (unsafe { ctx.as_mut() }, buf.is_null()) else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        let mut at = buf;
        // SAFETY: as above, and for `buf`.
        let code = unsafe {
            mbedtls_ecp_tls_read_point(&raw const ctx.ctx.grp, &raw mut ctx.ctx.Qp, &raw mut at, blen)
        };
        if code == 0 && at != buf.wrapping_add(blen) { MBEDTLS_ERR_ECP_BAD_INPUT_DATA } else { code }
    })
}

/// Computes the secret, and writes it: for the curves of short Weierstrass form the highest byte first, for the others the lowest.
///
/// \param ctx    The agreement, with our private and the peer's public key.
/// \param olen   Where the length goes: that of a field element.
/// \param buf    Where the secret goes.
/// \param blen   The size of \p buf.
/// \param f_rng  Not used; may be NULL.
/// \param p_rng  Not used; may be NULL.
///
/// \return 0 if it was done.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if a key is none of the curve.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, there is no curve, or \p buf is too small.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// As for mbedtls_ecdh_make_params().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_calc_secret(
    ctx: *mut mbedtls_ecdh_context,
    olen: *mut usize,
    buf: *mut c_uchar,
    blen: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let arguments = (ctx.as_mut(), olen.as_mut(), boundary::bytes_mut(buf, blen));
            let (Some(ctx), Some(olen), Some(buf)) = arguments else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
            let ctx = &mut ctx.ctx;
            let code = shared(&ctx.grp, &raw mut ctx.z, &ctx.Qp, &ctx.d);
            if code != 0 {
                return code;
            }
            let secret = padded(&magnitude(&raw const ctx.z), ctx.grp.pbits.div_ceil(8)).map(Zeroizing::new);
            let Some(mut secret) = secret else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
            if montgomery(ctx.grp.id).is_some() {
                secret.reverse();
            }
            let Some(room) = buf.get_mut(..secret.len()) else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
            room.copy_from_slice(&secret);
            *olen = secret.len();
            0
        }
    })
}

/// # Safety
/// All are initialised; `z` is used by nobody else.
unsafe fn shared(
    grp: &mbedtls_ecp_group,
    z: *mut mbedtls_mpi,
    Q: &mbedtls_ecp_point,
    d: &mbedtls_mpi,
) -> c_int {
    // SAFETY: the caller vouches for all of them.
    unsafe {
        match multiply(grp, d, Q) {
            Ok(product) => bignum::set_magnitude(z, &product.x()),
            Err(code) => code,
        }
    }
}

/// Makes a pair of keys, and writes the public one, behind the name of the curve or not.
///
/// # Safety
/// As for [`mbedtls_ecdh_make_params`].
unsafe fn make(
    ctx: *mut mbedtls_ecdh_context,
    with_curve: bool,
    (olen, buf, blen): (*mut usize, *mut c_uchar, usize),
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let arguments = (ctx.as_mut(), olen.as_mut(), boundary::bytes_mut(buf, blen));
            let (Some(ctx), Some(olen), Some(buf)) = arguments else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
            let format = c_int::from(ctx.point_format);
            let ctx = &mut ctx.ctx;
            let code = mbedtls_ecp_gen_keypair(
                &raw mut ctx.grp,
                &raw mut ctx.d,
                &raw mut ctx.Q,
                None,
                std::ptr::null_mut(),
            );
            if code != 0 {
                return code;
            }
            let (mut front, mut point) = (0, 0);
            if with_curve {
                let code = mbedtls_ecp_tls_write_group(
                    &raw const ctx.grp,
                    &raw mut front,
                    buf.as_mut_ptr(),
                    buf.len(),
                );
                if code != 0 {
                    return code;
                }
            }
            let Some(rest) = buf.get_mut(front..) else { return MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL };
            let code = mbedtls_ecp_tls_write_point(
                &raw const ctx.grp,
                &raw const ctx.Q,
                format,
                &raw mut point,
                rest.as_mut_ptr(),
                rest.len(),
            );
            if code == 0 {
                *olen = front + point;
            }
            code
        }
    })
}
