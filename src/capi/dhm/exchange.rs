//! The exchange: own values, the peer's, the shared secret, and the messages of TLS 1.2 (RFC 5246 section 7.4.3).

use std::ffi::{c_int, c_uchar, c_void};

use zeroize::Zeroizing;

use super::mbedtls_dhm_context;
use crate::capi::bignum::{MAX_BITS, magnitude, mbedtls_mpi, number, set_magnitude, source, store};
use crate::capi::boundary::{self, enter};
use crate::capi::codes::*;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::self_test;
use crate::crypto::bignum::Integer;
use crate::crypto::dh::{is_public_value, secret_value};

/// Reads the parameters that a server sends: prime, generator and its public value, each with its length in front.
///
/// \param ctx  The context that takes them.
/// \param p    Where they start; moves on as far as they were read.
/// \param end  The end of the input.
///
/// \return 0 if they were read.
/// \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if the input ends too early, the public value does not suit the prime, or an
///         argument is NULL.
/// \return #MBEDTLS_ERR_DHM_READ_PARAMS_FAILED and a code of bignum.h in one sum, if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `p` is null, or valid for writing and points into memory that
/// is readable up to `end`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_read_params(
    ctx: *mut mbedtls_dhm_context,
    p: *mut *mut c_uchar,
    end: *const c_uchar,
) -> c_int {
    enter(|| {
        if ctx.is_null() || p.is_null() {
            return MBEDTLS_ERR_DHM_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for `ctx`, `p` and what is there.
        let (c, start) = unsafe { (&mut *ctx, *p) };
        let length = end.addr().checked_sub(start.addr());
        // SAFETY: as above.
        let Some(mut rest) = length.and_then(|length| unsafe { boundary::bytes(start, length) }) else {
            return MBEDTLS_ERR_DHM_BAD_INPUT_DATA;
        };
        let whole = rest.len();
        let mut code = 0;
        for number in [&raw mut c.P, &raw mut c.G, &raw mut c.GY] {
            let Some((length, behind)) = rest.split_first_chunk() else {
                code = MBEDTLS_ERR_DHM_BAD_INPUT_DATA;
                break;
            };
            rest = behind;
            let Some((value, behind)) = rest.split_at_checked(u16::from_be_bytes(*length).into()) else {
                code = MBEDTLS_ERR_DHM_BAD_INPUT_DATA;
                break;
            };
            // SAFETY: a number of `ctx`.
            code = failed(MBEDTLS_ERR_DHM_READ_PARAMS_FAILED, unsafe { set_magnitude(number, value) });
            if code != 0 {
                break;
            }
            rest = behind;
        }
        // SAFETY: the rest is a part of what `*p` pointed to.
        unsafe { p.write(start.add(whole - rest.len())) };
        // SAFETY: the numbers of `ctx`.
        code_or(code, || unsafe { peer_is_in_range(c) })
    })
}

/// Makes an own pair of values, and the parameters that a server sends: prime, generator and public value, each with its
/// length in front.
///
/// \param ctx     The context, with prime and generator.
/// \param x_size  How many bytes the secret value takes.
/// \param output  Where the parameters go: room for three numbers of the length of the prime, and 6 bytes.
/// \param olen    Takes how many bytes they are.
/// \param f_rng   Where random bytes come from.
/// \param p_rng   Passed to \p f_rng.
///
/// \return 0 if they were made.
/// \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if there is no prime, \p x_size is not above 0, what came out is not
///         acceptable, or an argument is NULL.
/// \return #MBEDTLS_ERR_DHM_MAKE_PARAMS_FAILED, alone or in one sum with a code of bignum.h or of \p f_rng.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `output` is null, or has that room; `olen` is null, or valid
/// for writing; `f_rng` is null, or fills what it is given, with `p_rng`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_make_params(
    ctx: *mut mbedtls_dhm_context,
    x_size: c_int,
    output: *mut c_uchar,
    olen: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        if output.is_null() || olen.is_null() {
            return MBEDTLS_ERR_DHM_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for `ctx` and `f_rng`.
        let made =
            unsafe { make_values(ctx, x_size, MBEDTLS_ERR_DHM_MAKE_PARAMS_FAILED, source(f_rng, p_rng)) };
        if made != 0 {
            return made;
        }
        let mut message = Vec::new();
        // SAFETY: `ctx` was not null.
        for number in unsafe { [&raw const (*ctx).P, &raw const (*ctx).G, &raw const (*ctx).GX] } {
            // SAFETY: as above.
            let value = unsafe { magnitude(number) };
            let Ok(length) = u16::try_from(value.len()) else { return MBEDTLS_ERR_DHM_MAKE_PARAMS_FAILED };
            message.extend(length.to_be_bytes());
            message.extend(value.iter());
        }
        // SAFETY: the caller vouches for both; no number is longer than the prime, save a generator out of all reason.
        unsafe {
            std::ptr::copy_nonoverlapping(message.as_ptr(), output, message.len());
            olen.write(message.len());
        }
        0
    })
}

/// Reads the peer's public value. mbedtls_dhm_calc_secret() checks its range.
///
/// \param ctx    The context, with the prime.
/// \param input  The value, the highest byte first.
/// \param ilen   Its length in bytes, not over that of the prime.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if \p ilen is out of range, or an argument is NULL.
/// \return #MBEDTLS_ERR_DHM_READ_PUBLIC_FAILED and a code of bignum.h in one sum, if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `input` is null, or readable for `ilen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_read_public(
    ctx: *mut mbedtls_dhm_context,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx` and `input`.
        let (Some(c), Some(value)) = (unsafe { (ctx.as_mut(), boundary::bytes(input, ilen)) }) else {
            return MBEDTLS_ERR_DHM_BAD_INPUT_DATA;
        };
        // SAFETY: the numbers of `ctx`.
        unsafe {
            if ilen == 0 || ilen > magnitude(&raw const c.P).len() {
                return MBEDTLS_ERR_DHM_BAD_INPUT_DATA;
            }
            failed(MBEDTLS_ERR_DHM_READ_PUBLIC_FAILED, set_magnitude(&raw mut c.GY, value))
        }
    })
}

/// Makes an own pair of values and writes the public one.
///
/// \param ctx     The context, with prime and generator.
/// \param x_size  How many bytes the secret value takes. If that is the length of the prime or more, it is any from 2 to
///                the prime less 2.
/// \param output  Where the public value goes, the highest byte first.
/// \param olen    How many bytes are written, not over the length of the prime.
/// \param f_rng   Where random bytes come from.
/// \param p_rng   Passed to \p f_rng.
///
/// \return 0 if they were made.
/// \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if there is no prime, \p x_size is not above 0, \p olen is out of range, what
///         came out is not acceptable, or an argument is NULL.
/// \return #MBEDTLS_ERR_DHM_MAKE_PUBLIC_FAILED, alone or in one sum with a code of bignum.h or of \p f_rng.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `output` is null, or valid for writing `olen` bytes; `f_rng`
/// is null, or fills what it is given, with `p_rng`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_make_public(
    ctx: *mut mbedtls_dhm_context,
    x_size: c_int,
    output: *mut c_uchar,
    olen: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let length = unsafe { ctx.as_ref().map_or(0, |c| magnitude(&raw const c.P).len()) };
        // SAFETY: the caller vouches for `output`.
        let out = unsafe { boundary::bytes_mut(output, olen) }.filter(|_| (1..=length).contains(&olen));
        let Some(out) = out else { return MBEDTLS_ERR_DHM_BAD_INPUT_DATA };
        // SAFETY: the caller vouches for `ctx` and `f_rng`.
        let made =
            unsafe { make_values(ctx, x_size, MBEDTLS_ERR_DHM_MAKE_PUBLIC_FAILED, source(f_rng, p_rng)) };
        code_or(made, || {
            // SAFETY: `ctx` was not null.
            let written = unsafe { number(&raw const (*ctx).GX) }.and_then(|value| value.write_be_bytes(out));
            written.map_or(MBEDTLS_ERR_DHM_MAKE_PUBLIC_FAILED + MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL, |()| 0)
        })
    })
}

/// Computes the shared secret from the own secret value and the peer's public one, in a time that does not depend on
/// them.
///
/// \param ctx          The context, with both.
/// \param output       Where the secret goes, the highest byte first and as long as the prime.
/// \param output_size  The room there in bytes.
/// \param olen         Takes the length of the secret.
/// \param f_rng        Has to be given, and is not called: nothing needs to be blinded.
/// \param p_rng        Not used.
///
/// \return 0 if it was computed.
/// \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if the room is too small, the peer's value is not from 2 to the prime less 2,
///         there is no own value, or an argument is NULL.
/// \return #MBEDTLS_ERR_DHM_CALC_SECRET_FAILED and a code of bignum.h in one sum, if the prime is none, or too long.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `output` is null, or valid for writing `output_size` bytes;
/// `olen` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_calc_secret(
    ctx: *mut mbedtls_dhm_context,
    output: *mut c_uchar,
    output_size: usize,
    olen: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    _ = p_rng;
    enter(|| {
        // SAFETY: the caller vouches for `ctx` and `output`.
        let (Some(c), Some(out)) = (unsafe { (ctx.as_mut(), boundary::bytes_mut(output, output_size)) })
        else {
            return MBEDTLS_ERR_DHM_BAD_INPUT_DATA;
        };
        // SAFETY: the numbers of `ctx`.
        let (length, ready) = unsafe { (magnitude(&raw const c.P).len(), peer_is_in_range(c) == 0) };
        let Some(out) = out.get_mut(..length).filter(|_| ready && !olen.is_null() && f_rng.is_some()) else {
            return MBEDTLS_ERR_DHM_BAD_INPUT_DATA;
        };
        // SAFETY: as above.
        let code = unsafe {
            match number(&raw const c.X) {
                Some(secret) if !secret.is_zero() => {
                    power(&raw mut c.K, &raw const c.GY, &secret, &raw const c.P)
                }
                _ => return MBEDTLS_ERR_DHM_BAD_INPUT_DATA,
            }
        };
        // SAFETY: as above, and `olen` is not null.
        code_or(failed(MBEDTLS_ERR_DHM_CALC_SECRET_FAILED, code), || unsafe {
            olen.write(length);
            let written = number(&raw const c.K).and_then(|secret| secret.write_be_bytes(out));
            written.map_or(MBEDTLS_ERR_DHM_CALC_SECRET_FAILED, |()| 0)
        })
    })
}

/// Checks an exchange of two sides.
///
/// \param verbose  Not 0: prints a line for each check.
///
/// \return 0 if all is well, 1 if not.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_self_test(verbose: c_int) -> c_int {
    enter(|| {
        let prime = Integer::from(1u64).shifted_left(521).sub(&Integer::from(1u64));
        let (generator, a, b) =
            (Integer::from(3u64), Integer::from(0x1234_5678_u64), Integer::from(0x9abc_def0_u64));
        let secret = |own: &Integer, other: &Integer| generator.pow_mod(other, &prime)?.pow_mod(own, &prime);
        let agreed = match (secret(&a, &b), secret(&b, &a)) {
            (Some(one), Some(other)) => one.compare(&other).is_eq() && is_public_value(&prime, &one),
            _ => false,
        };
        self_test::report(verbose, &[(c"exchange", agreed)])
    })
}

/// Draws a secret value, and computes the public one: 0 or a code, on the base of `failure`.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else.
unsafe fn make_values(
    ctx: *mut mbedtls_dhm_context,
    x_size: c_int,
    failure: c_int,
    mut draw: impl FnMut(&mut [u8]) -> Result<(), c_int>,
) -> c_int {
    // SAFETY: the caller vouches for `ctx`.
    let Some(prime) = (unsafe { ctx.as_ref().and_then(|c| number(&raw const c.P)) }) else {
        return MBEDTLS_ERR_DHM_BAD_INPUT_DATA;
    };
    let length = prime.bits().div_ceil(8);
    let x_size = usize::try_from(x_size).unwrap_or(0);
    if length == 0 || x_size == 0 {
        return MBEDTLS_ERR_DHM_BAD_INPUT_DATA;
    }
    let drawn = if x_size < length {
        let mut bytes = Zeroizing::new(vec![0; x_size]);
        draw(&mut bytes).map(|()| Some(Integer::from_be_bytes(&bytes)))
    } else if prime.compare(&Integer::from(3u64)).is_gt() {
        secret_value(&prime, draw)
    } else {
        Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)
    };
    let secret = match drawn {
        Ok(Some(secret)) => secret,
        Ok(None) => return failure,
        Err(code) => return failure + code,
    };
    // SAFETY: the numbers of `ctx`, which is not null.
    unsafe {
        let c = &mut *ctx;
        let code = failed(failure, store(&raw mut c.X, &secret));
        let code =
            code_or(code, || failed(failure, power(&raw mut c.GX, &raw const c.G, &secret, &raw const c.P)));
        code_or(code, || match number(&raw const c.GX) {
            Some(public) if is_public_value(&prime, &public) => 0,
            _ => MBEDTLS_ERR_DHM_BAD_INPUT_DATA,
        })
    }
}

/// `base^exponent` modulo `modulus`: 0 or a code of bignum.h.
///
/// # Safety
/// The numbers are initialised, and `result` is used by nobody else.
unsafe fn power(
    result: *mut mbedtls_mpi,
    base: *const mbedtls_mpi,
    exponent: &Integer,
    modulus: *const mbedtls_mpi,
) -> c_int {
    // SAFETY: the caller vouches for both.
    let (base, modulus) = unsafe { (number(base), number(modulus)) };
    let modulus = modulus.filter(|modulus| modulus.bits() <= MAX_BITS && exponent.bits() <= MAX_BITS);
    match base.zip(modulus).and_then(|(base, modulus)| base.pow_mod(exponent, &modulus)) {
        // SAFETY: the caller vouches for it.
        Some(power) => unsafe { store(result, &power) },
        None => MBEDTLS_ERR_MPI_BAD_INPUT_DATA,
    }
}

/// 0 or `BAD_INPUT_DATA`.
///
/// # Safety
/// The context's numbers are.
unsafe fn peer_is_in_range(c: &mbedtls_dhm_context) -> c_int {
    // SAFETY: the caller vouches for both.
    match unsafe { (number(&raw const c.P), number(&raw const c.GY)) } {
        (Some(prime), Some(peer)) if is_public_value(&prime, &peer) => 0,
        _ => MBEDTLS_ERR_DHM_BAD_INPUT_DATA,
    }
}

/// The code of a failure as a sum, or 0.
fn failed(what: c_int, code: c_int) -> c_int {
    if code == 0 { 0 } else { what + code }
}

fn code_or(code: c_int, next: impl FnOnce() -> c_int) -> c_int {
    if code == 0 { next() } else { code }
}

#[cfg(test)]
mod tests {
    use super::super::{mbedtls_dhm_free, mbedtls_dhm_init};
    use super::*;
    use std::mem::MaybeUninit;
    use std::ptr;

    #[test]
    fn null_is_bad_input() {
        let mut out = [0; 4];
        let mut context = MaybeUninit::<mbedtls_dhm_context>::uninit();
        let ctx = context.as_mut_ptr();
        // SAFETY: `ctx` is initialised first; null is allowed everywhere.
        unsafe {
            mbedtls_dhm_init(ctx);
            mbedtls_dhm_init(ptr::null_mut());
            let all = [
                mbedtls_dhm_read_params(ctx, ptr::null_mut(), ptr::null()),
                mbedtls_dhm_read_public(ptr::null_mut(), out.as_ptr(), 4),
                mbedtls_dhm_make_public(ptr::null_mut(), 4, out.as_mut_ptr(), 4, None, ptr::null_mut()),
                mbedtls_dhm_make_params(ctx, 4, ptr::null_mut(), ptr::null_mut(), None, ptr::null_mut()),
                mbedtls_dhm_calc_secret(ctx, out.as_mut_ptr(), 4, ptr::null_mut(), None, ptr::null_mut()),
            ];
            assert_eq!(all, [MBEDTLS_ERR_DHM_BAD_INPUT_DATA; 5]);
            assert_eq!(mbedtls_dhm_self_test(0), 0);
            mbedtls_dhm_free(ctx);
            mbedtls_dhm_free(ptr::null_mut());
        }
    }
}
