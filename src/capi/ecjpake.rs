//! `mbedtls/ecjpake.h`: EC J-PAKE as the TLS suites of Thread have it.

use std::ffi::{c_int, c_uchar, c_uint, c_void};
use std::mem::offset_of;
use std::ptr;

use zeroize::Zeroizing;

use super::bignum::{MAX_LIMBS, source};
use super::boundary::{self, enter, enter_or};
use super::codes::*;
use super::ecp::{
    MBEDTLS_ECP_PF_COMPRESSED, MBEDTLS_ECP_PF_UNCOMPRESSED, curve, group_id,
    mbedtls_ecp_curve_info_from_grp_id, mbedtls_ecp_group_id,
};
use super::md::{digest_algorithm, mbedtls_md_type_t};
use super::platform_util::mbedtls_f_rng_t;
use super::self_test;
use crate::crypto::ec::{EcError, Secret};
use crate::crypto::jpake::{Exchange, KeyProof, Role, random_scalar, wire};

/// Which side one is, by number.
pub type mbedtls_ecjpake_role = c_uint;

const MBEDTLS_ECJPAKE_CLIENT: mbedtls_ecjpake_role = 0;
const MBEDTLS_ECJPAKE_SERVER: mbedtls_ecjpake_role = 1;

/// ECCurveType (RFC 8422 section 5.4).
const NAMED_CURVE: u8 = 3;
/// The longest password, in bytes: as long as the longest number.
const MAX_SECRET: usize = 8 * MAX_LIMBS;

/// An exchange. Its members are private.
#[repr(C)]
pub struct mbedtls_ecjpake_context {
    pub(crate) md_type: mbedtls_md_type_t,
    /// A box with the exchange, once it is set up.
    pub(crate) exchange: *mut c_void,
    pub(crate) unused: [u64; 23],
    pub(crate) role: mbedtls_ecjpake_role,
    pub(crate) point_format: c_int,
    pub(crate) unused_too: [u64; 36],
}
const _: () =
    assert!(size_of::<mbedtls_ecjpake_context>() == 496 && align_of::<mbedtls_ecjpake_context>() == 8);
const _: () = assert!(offset_of!(mbedtls_ecjpake_context, role) == 200);
const _: () = assert!(offset_of!(mbedtls_ecjpake_context, point_format) == 204);

/// Makes an exchange ready to be set up. Call it once, before anything else is done with the exchange.
///
/// \param ctx  The exchange; NULL does nothing.
///
/// # Safety
/// `ctx` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecjpake_init(ctx: *mut mbedtls_ecjpake_context) {
    // SAFETY: the caller vouches for `ctx`; zero bytes are an exchange.
    enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Sets an exchange up with a password. One that ran already begins anew.
///
/// \param ctx     The exchange.
/// \param role    #MBEDTLS_ECJPAKE_CLIENT or #MBEDTLS_ECJPAKE_SERVER; the peer is the other one.
/// \param hash    The digest: #MBEDTLS_MD_SHA256 in TLS.
/// \param curve   The curve: #MBEDTLS_ECP_DP_SECP256R1 in TLS.
/// \param secret  The password. It is copied.
/// \param len     Its length in bytes, at most 80000.
///
/// \return 0 if it is set up.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL or \p role is none of these.
/// \return #MBEDTLS_ERR_MD_FEATURE_UNAVAILABLE if there is no such digest.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no exchange over the curve.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if the password is too long.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `secret` is null, or readable for `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecjpake_setup(
    ctx: *mut mbedtls_ecjpake_context,
    role: mbedtls_ecjpake_role,
    hash: mbedtls_md_type_t,
    curve: mbedtls_ecp_group_id,
    secret: *const c_uchar,
    len: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(ctx), Some(secret)) = (unsafe { (ctx.as_mut(), boundary::bytes(secret, len)) }) else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        // SAFETY: as above.
        unsafe { forget(ctx) };
        match begin(role, hash, curve, secret) {
            Ok(exchange) => {
                (ctx.md_type, ctx.role) = (hash, role);
                ctx.exchange = Box::into_raw(Box::new(exchange)).cast();
                0
            }
            Err(code) => code,
        }
    })
}

fn begin(
    role: mbedtls_ecjpake_role,
    hash: mbedtls_md_type_t,
    id: mbedtls_ecp_group_id,
    secret: &[u8],
) -> Result<Exchange, c_int> {
    let role = match role {
        MBEDTLS_ECJPAKE_CLIENT => Role::Client,
        MBEDTLS_ECJPAKE_SERVER => Role::Server,
        _ => return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA),
    };
    let hash = digest_algorithm(hash).ok_or(MBEDTLS_ERR_MD_FEATURE_UNAVAILABLE)?;
    let curve = curve(id).ok_or(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE)?;
    if secret.len() > MAX_SECRET {
        return Err(MBEDTLS_ERR_MPI_ALLOC_FAILED);
    }
    Ok(Exchange::new(curve, hash, role, secret))
}

/// Chooses the form of the points that are written, which also enters the proofs: both sides have to choose the same. Without
/// it they are uncompressed, as TLS has them.
///
/// \param ctx           The exchange.
/// \param point_format  #MBEDTLS_ECP_PF_UNCOMPRESSED or #MBEDTLS_ECP_PF_COMPRESSED.
///
/// \return 0 if it is chosen.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p ctx is NULL or \p point_format is none of these.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecjpake_set_point_format(
    ctx: *mut mbedtls_ecjpake_context,
    point_format: c_int,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        match (unsafe { ctx.as_mut() }, point_format) {
            (Some(ctx), MBEDTLS_ECP_PF_UNCOMPRESSED | MBEDTLS_ECP_PF_COMPRESSED) => {
                ctx.point_format = point_format;
                0
            }
            _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
        }
    })
}

/// Tells whether an exchange is set up, with a password that is not empty.
///
/// \param ctx  The exchange.
///
/// \return 0 if it is.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if it is not, or \p ctx is NULL.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecjpake_check(ctx: *const mbedtls_ecjpake_context) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        match unsafe { exchange(ctx.cast_mut()) } {
            Ok(exchange) if exchange.has_password() => 0,
            _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
        }
    })
}

/// Writes our message of the first round: two new public keys and their proofs.
///
/// \param ctx    The exchange.
/// \param buf    Where it goes.
/// \param len    The room there in bytes.
/// \param olen   Takes its length.
/// \param f_rng  Where random bytes come from.
/// \param p_rng  Passed to \p f_rng.
///
/// \return 0 if it was written.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if the exchange is not set up, a pointer is NULL, or \p buf ends in front of a point.
/// \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf ends elsewhere.
/// \return #MBEDTLS_ERR_ECP_RANDOM_FAILED if the random bytes are no numbers of the curve, time and again.
/// \return What \p f_rng returned, if not 0.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `buf` is null, or valid for writing `len` bytes; `olen` is null, or
/// valid for writing; `f_rng` is null, or fills what it is given, with `p_rng`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecjpake_write_round_one(
    ctx: *mut mbedtls_ecjpake_context,
    buf: *mut c_uchar,
    len: usize,
    olen: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        code_of(unsafe {
            draw::<4>(ctx, f_rng, p_rng).and_then(|[first, one, second, other]| {
                let exchange = exchange(ctx)?;
                let proofs = exchange.write_round_one([[first, one], [second, other]])?;
                write(Vec::new(), &proofs, exchange.compressed, (buf, len, olen))
            })
        })
    })
}

/// Reads the peer's message of the first round.
///
/// \param ctx  The exchange.
/// \param buf  The message.
/// \param len  Its length in bytes.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if it is too short or too long, the exchange is not set up, or a pointer is NULL.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if a key is none of the curve.
/// \return #MBEDTLS_ERR_ECP_VERIFY_FAILED if a proof is none.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `buf` is null, or readable for `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecjpake_read_round_one(
    ctx: *mut mbedtls_ecjpake_context,
    buf: *const c_uchar,
    len: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        code_of(unsafe { exchange(ctx) }.and_then(|exchange| {
            // SAFETY: as above.
            let mut rest = unsafe { boundary::bytes(buf, len) }.ok_or(BAD_INPUT)?;
            for second in [false, true] {
                let proof = wire::read(exchange.curve(), &mut rest).ok_or(BAD_INPUT)?;
                exchange.read_round_one(second, &proof)?;
            }
            if rest.is_empty() { Ok(()) } else { Err(BAD_INPUT) }
        }))
    })
}

/// Writes our message of the second round: a public key with the password in it, and its proof. The first round is over.
///
/// \param ctx    The exchange.
/// \param buf    Where it goes.
/// \param len    The room there in bytes.
/// \param olen   Takes its length.
/// \param f_rng  Where random bytes come from.
/// \param p_rng  Passed to \p f_rng.
///
/// \return As mbedtls_ecjpake_write_round_one().
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if the first round is not over, the password is 0 as a number of the curve, or the keys
///         of the first round add up to nothing.
///
/// # Safety
/// As for mbedtls_ecjpake_write_round_one().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecjpake_write_round_two(
    ctx: *mut mbedtls_ecjpake_context,
    buf: *mut c_uchar,
    len: usize,
    olen: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        code_of(unsafe {
            draw::<1>(ctx, f_rng, p_rng).and_then(|[nonce]| {
                let exchange = exchange(ctx)?;
                let proof = exchange.write_round_two(&nonce)?;
                let parameters = match exchange.role() {
                    Role::Client => Vec::new(),
                    Role::Server => parameters(exchange)?.to_vec(),
                };
                write(parameters, &[proof], exchange.compressed, (buf, len, olen))
            })
        })
    })
}

/// Reads the peer's message of the second round.
///
/// \param ctx  The exchange.
/// \param buf  The message.
/// \param len  Its length in bytes.
///
/// \return As mbedtls_ecjpake_read_round_one().
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY also if the first round is not over.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if a server's message names another curve.
///
/// # Safety
/// As for mbedtls_ecjpake_read_round_one().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecjpake_read_round_two(
    ctx: *mut mbedtls_ecjpake_context,
    buf: *const c_uchar,
    len: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        code_of(unsafe { exchange(ctx) }.and_then(|exchange| {
            // SAFETY: as above.
            let mut rest = unsafe { boundary::bytes(buf, len) }.ok_or(BAD_INPUT)?;
            exchange.first_round_is_over()?;
            if exchange.role() == Role::Client {
                match rest {
                    [NAMED_CURVE, _, _, behind @ ..] => {
                        if !rest.starts_with(&parameters(exchange)?) {
                            return Err(UNAVAILABLE);
                        }
                        rest = behind;
                    }
                    _ => return Err(BAD_INPUT),
                }
            }
            let proof = wire::read(exchange.curve(), &mut rest).ok_or(BAD_INPUT)?;
            exchange.read_round_two(&proof)?;
            if rest.is_empty() { Ok(()) } else { Err(BAD_INPUT) }
        }))
    })
}

/// Computes the secret that both sides share after the second round: the digest of a coordinate of the key. It is the same
/// on both only if their passwords are.
///
/// \param ctx    The exchange.
/// \param buf    Where the secret goes.
/// \param len    The room there in bytes.
/// \param olen   Takes its length: that of the digest.
/// \param f_rng  Not used; may be NULL.
/// \param p_rng  Not used; may be NULL.
///
/// \return 0 if it was computed.
/// \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if the second round is not over.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if the exchange is not set up, or a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or initialised; `buf` is null, or valid for writing `len` bytes; `olen` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecjpake_derive_secret(
    ctx: *mut mbedtls_ecjpake_context,
    buf: *mut c_uchar,
    len: usize,
    olen: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let (exchange, out, olen) = unsafe { (exchange(ctx), boundary::bytes_mut(buf, len), olen.as_mut()) };
        let (Ok(exchange), Some(out), Some(olen)) = (exchange, out, olen) else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        *olen = exchange.hash().size();
        code_of(derive(exchange, out))
    })
}

/// Writes the key that both sides share after the second round, as a point.
///
/// \param ctx    The exchange.
/// \param buf    Where the point goes.
/// \param len    The room there in bytes.
/// \param olen   Takes its length.
/// \param f_rng  Not used; may be NULL.
/// \param p_rng  Not used; may be NULL.
///
/// \return As mbedtls_ecjpake_derive_secret().
///
/// # Safety
/// As for mbedtls_ecjpake_derive_secret().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecjpake_write_shared_key(
    ctx: *mut mbedtls_ecjpake_context,
    buf: *mut c_uchar,
    len: usize,
    olen: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let (exchange, out, olen) = unsafe { (exchange(ctx), boundary::bytes_mut(buf, len), olen.as_mut()) };
        let (Ok(exchange), Some(out), Some(olen)) = (exchange, out, olen) else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        code_of(exchange.shared_key().map_err(Code::from).and_then(|key| {
            let key = Zeroizing::new(wire::point(&key, exchange.compressed));
            *olen = key.len();
            let room = out.get_mut(..key.len()).ok_or(TOO_SMALL)?;
            room.copy_from_slice(&key);
            Ok(())
        }))
    })
}

/// Wipes and releases what an exchange holds.
///
/// \param ctx  The exchange; NULL does nothing.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecjpake_free(ctx: *mut mbedtls_ecjpake_context) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        unsafe {
            if let Some(ctx) = ctx.as_mut() {
                forget(ctx);
            }
        }
    });
}

/// Lets two sides agree on a key, and says whether they do.
///
/// \param verbose  Not 0: also prints the result.
///
/// \return 0 if they do.
/// \return 1 if they do not.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecjpake_self_test(verbose: c_int) -> c_int {
    enter(|| self_test::run(verbose, &[(c"ECJPAKE", works)]))
}

fn works() -> bool {
    crate::crypto::jpake::works().unwrap_or(false)
}

/// A code that is returned.
struct Code(c_int);

const BAD_INPUT: Code = Code(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
const TOO_SMALL: Code = Code(MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL);
const UNAVAILABLE: Code = Code(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE);

impl From<EcError> for Code {
    fn from(error: EcError) -> Self {
        Self(match error {
            EcError::Scalar | EcError::Point => MBEDTLS_ERR_ECP_INVALID_KEY,
            EcError::Signature => MBEDTLS_ERR_ECP_VERIFY_FAILED,
            EcError::Random => MBEDTLS_ERR_ECP_RANDOM_FAILED,
        })
    }
}

fn code_of(result: Result<(), Code>) -> c_int {
    result.map_or_else(|Code(code)| code, |()| 0)
}

/// Writes parameters of the curve, and keys with their proofs, to where C wants them.
///
/// # Safety
/// The buffer is null, or valid for writing as many bytes as said; the last of the three is null, or valid for writing.
unsafe fn write(
    parameters: Vec<u8>,
    proofs: &[KeyProof],
    compressed: bool,
    (buf, len, olen): (*mut c_uchar, usize, *mut usize),
) -> Result<(), Code> {
    // SAFETY: the caller vouches for both.
    let (Some(out), Some(olen)) = (unsafe { (boundary::bytes_mut(buf, len), olen.as_mut()) }) else {
        return Err(BAD_INPUT);
    };
    let mut bytes = parameters;
    // Where points begin: a buffer that ends there is refused with another code.
    let mut points = Vec::new();
    for proof in proofs {
        for point in [&proof.x, &proof.v] {
            points.push(bytes.len());
            wire::put(&wire::point(point, compressed), &mut bytes);
        }
        wire::put(&proof.r, &mut bytes);
    }
    let Some(room) = out.get_mut(..bytes.len()) else {
        return Err(if points.contains(&len) { BAD_INPUT } else { TOO_SMALL });
    };
    room.copy_from_slice(&bytes);
    *olen = bytes.len();
    Ok(())
}

/// The curve as TLS names it (RFC 8422 section 5.4).
fn parameters(exchange: &Exchange) -> Result<[u8; 3], Code> {
    // SAFETY: the information is static.
    let info = unsafe { mbedtls_ecp_curve_info_from_grp_id(group_id(exchange.curve())).as_ref() };
    let [high, low] = info.ok_or(UNAVAILABLE)?.tls_id.to_be_bytes();
    Ok([NAMED_CURVE, high, low])
}

fn derive(exchange: &Exchange, out: &mut [u8]) -> Result<(), Code> {
    let out = out.get_mut(..exchange.hash().size()).ok_or(TOO_SMALL)?;
    out.copy_from_slice(exchange.secret()?.as_ref());
    Ok(())
}

/// The exchange of a context that is set up.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else during `'a`.
unsafe fn exchange<'a>(ctx: *mut mbedtls_ecjpake_context) -> Result<&'a mut Exchange, Code> {
    // SAFETY: the caller vouches for `ctx`; its pointer is null, or that of a box.
    unsafe {
        let ctx = ctx.as_ref().ok_or(BAD_INPUT)?;
        let exchange = ctx.exchange.cast::<Exchange>().as_mut().ok_or(BAD_INPUT)?;
        exchange.compressed = ctx.point_format == MBEDTLS_ECP_PF_COMPRESSED;
        Ok(exchange)
    }
}

/// # Safety
/// The exchange is used by nobody else.
unsafe fn forget(ctx: &mut mbedtls_ecjpake_context) {
    ctx.md_type = 0;
    let exchange = std::mem::replace(&mut ctx.exchange, ptr::null_mut()).cast::<Exchange>();
    if !exchange.is_null() {
        // SAFETY: what is not null came out of a box.
        drop(unsafe { Box::from_raw(exchange) });
    }
}

/// Numbers of the exchange's curve. No reference into it is alive while they are drawn.
///
/// # Safety
/// `ctx` is null, or initialised; `f_rng` is null, or fills what it is given, with `p_rng`.
unsafe fn draw<const N: usize>(
    ctx: *mut mbedtls_ecjpake_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> Result<[Secret; N], Code> {
    // SAFETY: the caller vouches for `ctx`.
    let curve = unsafe { exchange(ctx) }?.curve();
    if f_rng.is_none() {
        return Err(BAD_INPUT);
    }
    // SAFETY: the caller vouches for `f_rng`.
    let draw = unsafe { source(f_rng, p_rng) };
    let mut numbers = [(); N].map(|()| Secret::default());
    for number in &mut numbers {
        *number = random_scalar(curve, draw).map_err(Code)?.ok_or(EcError::Random)?;
    }
    Ok(numbers)
}
