//! `mbedtls/ctr_drbg.h`: a generator that hands out the operating system's randomness.
//!
//! Every draw comes from the operating system, so that no draw depends on seeding: a context that was never
//! seeded, or seeded from a weak source, gives bytes as good as any. The caller's entropy function is called when
//! the context is seeded or reseeded, so that its failure is seen, and what it gives is wiped.
//! Layouts are those of Debian 13 on x86_64, asserted here.

mod seed_file;

use std::ffi::{c_int, c_uchar, c_void};
use std::ptr;

use zeroize::Zeroize;

use crate::capi::aes::mbedtls_aes_context;
use crate::capi::boundary;
use crate::capi::codes::{
    MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED, MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG,
    MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG, MBEDTLS_ERR_ERROR_GENERIC_ERROR,
};
use crate::capi::threading::mbedtls_threading_mutex_t;
use crate::crypto::random;

pub use seed_file::*;

const MBEDTLS_CTR_DRBG_ENTROPY_LEN: usize = 48;
const MBEDTLS_CTR_DRBG_MAX_INPUT: usize = 256;
const MBEDTLS_CTR_DRBG_MAX_REQUEST: usize = 1024;
const MBEDTLS_CTR_DRBG_MAX_SEED_INPUT: usize = 384;
const MBEDTLS_CTR_DRBG_RESEED_INTERVAL: c_int = 10_000;

/// What `reseed_counter` holds before seeding when the length of the nonce was not chosen.
const DEFAULT_NONCE: c_int = -1;

/// A random number generator; threads may share it. Starts with mbedtls_ctr_drbg_init() and
/// mbedtls_ctr_drbg_seed(), ends with mbedtls_ctr_drbg_free(). Its members are private.
#[repr(C)]
pub struct mbedtls_ctr_drbg_context {
    pub(crate) counter: [c_uchar; 16],
    pub(crate) reseed_counter: c_int,
    pub(crate) prediction_resistance: c_int,
    pub(crate) entropy_len: usize,
    pub(crate) reseed_interval: c_int,
    pub(crate) aes_ctx: mbedtls_aes_context,
    pub(crate) f_entropy: Option<
        unsafe extern "C" fn(p_entropy: *mut c_void, output: *mut c_uchar, output_size: usize) -> c_int,
    >,
    pub(crate) p_entropy: *mut c_void,
    pub(crate) mutex: mbedtls_threading_mutex_t,
}
const _: () =
    assert!(size_of::<mbedtls_ctr_drbg_context>() == 392 && align_of::<mbedtls_ctr_drbg_context>() == 8);

/// Makes a context ready for use: for mbedtls_ctr_drbg_seed(), and for drawing even without it.
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_ctr_drbg_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_init(ctx: *mut mbedtls_ctr_drbg_context) {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter_or((), || unsafe { reset(ctx) });
}

/// Ends a context; afterwards it is as mbedtls_ctr_drbg_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_ctr_drbg_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_free(ctx: *mut mbedtls_ctr_drbg_context) {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter_or((), || unsafe { reset(ctx) });
}

/// Seeds a context: asks the entropy function for its bytes (48, or what mbedtls_ctr_drbg_set_entropy_len() said),
/// and a second time for a nonce if that is fewer than 48 or mbedtls_ctr_drbg_set_nonce_len() asked for one. Both
/// are wiped: what is drawn later comes from the operating system, whatever the source was.
///
/// \param ctx        The context.
/// \param f_entropy  Gives `len` bytes and returns 0, or another value on failure; kept for reseeding.
/// \param p_entropy  Its first argument; it stays the caller's and must live as long as the context.
/// \param custom     Bytes that tell this context from others; only their number is looked at. May be NULL if `len`
///                   is 0.
/// \param len        Their number.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG: entropy, nonce and custom bytes are more than 384 together.
/// \return  MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED: the entropy function failed, or it or `ctx` is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; `f_entropy` is null, or may
/// be called with `p_entropy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_seed(
    ctx: *mut mbedtls_ctr_drbg_context,
    f_entropy: Option<
        unsafe extern "C" fn(p_entropy: *mut c_void, output: *mut c_uchar, output_size: usize) -> c_int,
    >,
    p_entropy: *mut c_void,
    custom: *const c_uchar,
    len: usize,
) -> c_int {
    boundary::enter(|| {
        let _ = custom;
        // SAFETY: the caller vouches for `ctx`; the reference is gone before the entropy function runs.
        let Some(context) = (unsafe { ctx.as_mut() }) else {
            return MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED;
        };
        context.f_entropy = f_entropy;
        context.p_entropy = p_entropy;
        if context.entropy_len == 0 {
            context.entropy_len = MBEDTLS_CTR_DRBG_ENTROPY_LEN;
        }
        let nonce_len = usize::try_from(context.reseed_counter).unwrap_or_else(|_| {
            // NIST SP 800-90A 8.6.7: half as many bytes again, unless the source gives that many at once.
            if context.entropy_len >= MBEDTLS_CTR_DRBG_ENTROPY_LEN {
                0
            } else {
                context.entropy_len.div_ceil(2)
            }
        });
        // SAFETY: the caller vouches for `ctx` and for the entropy function.
        let ret = unsafe { ask(ctx, nonce_len, len) };
        if ret == 0 {
            // SAFETY: `ctx` is not null; the caller vouches for it.
            unsafe { (*ctx).reseed_counter = 1 };
        }
        ret
    })
}

/// Asks the entropy function of mbedtls_ctr_drbg_seed() once more. What is drawn does not depend on it.
///
/// \param ctx         The context. One that was never seeded has no entropy function, and needs none.
/// \param additional  Bytes to stir in; only their number is looked at. May be NULL if `len` is 0.
/// \param len         Their number.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG: entropy and additional bytes are more than 384 together.
/// \return  MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED: the entropy function failed, or `ctx` is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready; the entropy function that it was seeded with may be called.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_reseed(
    ctx: *mut mbedtls_ctr_drbg_context,
    additional: *const c_uchar,
    len: usize,
) -> c_int {
    boundary::enter(|| {
        let _ = additional;
        // SAFETY: the caller vouches for `ctx`; the reference is gone before the entropy function runs.
        match unsafe { ctx.as_ref() } {
            None => MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED,
            Some(context) if context.f_entropy.is_none() => {
                seed_length(context.entropy_len, 0, len).map_or_else(|code| code, |_| 0)
            }
            // SAFETY: the caller vouches for `ctx` and its entropy function.
            Some(_) => unsafe { ask(ctx, 0, len) },
        }
    })
}

/// Fills a buffer with random bytes of the operating system. The context is not looked at, so that several threads may
/// use one at the same time, and one that was never seeded serves as well.
///
/// \param p_rng       A mbedtls_ctr_drbg_context; may be NULL.
/// \param output      The buffer, owned by the caller; may be NULL if `output_len` is 0.
/// \param output_len  Its size in bytes, at most 1024.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG: `output_len` is over 1024.
/// \return  MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED: the operating system gives no randomness.
/// \return  MBEDTLS_ERR_ERROR_GENERIC_ERROR: `output` is NULL.
///
/// # Safety
/// `output` is null, or valid for writing `output_len` bytes that nothing else uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_random(
    p_rng: *mut c_void,
    output: *mut c_uchar,
    output_len: usize,
) -> c_int {
    // SAFETY: the caller vouches for `output`; nothing is read from the empty addition.
    unsafe { mbedtls_ctr_drbg_random_with_add(p_rng, output, output_len, ptr::null(), 0) }
}

/// As mbedtls_ctr_drbg_random(), for programs that stir something in. There is no need to: what is drawn is random
/// whatever is added.
///
/// \param p_rng       A mbedtls_ctr_drbg_context; may be NULL.
/// \param output      The buffer, owned by the caller; may be NULL if `output_len` is 0.
/// \param output_len  Its size in bytes, at most 1024.
/// \param additional  Bytes to stir in; only their number is looked at. May be NULL.
/// \param add_len     Their number, at most 256.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG: `output_len` is over 1024.
/// \return  MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG: `add_len` is over 256.
/// \return  MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED: the operating system gives no randomness.
/// \return  MBEDTLS_ERR_ERROR_GENERIC_ERROR: `output` is NULL.
///
/// # Safety
/// `output` is null, or valid for writing `output_len` bytes that nothing else uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_random_with_add(
    p_rng: *mut c_void,
    output: *mut c_uchar,
    output_len: usize,
    additional: *const c_uchar,
    add_len: usize,
) -> c_int {
    boundary::enter(|| {
        let _ = (p_rng, additional);
        if output_len > MBEDTLS_CTR_DRBG_MAX_REQUEST {
            return MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG;
        }
        if add_len > MBEDTLS_CTR_DRBG_MAX_INPUT {
            return MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG;
        }
        // SAFETY: the caller vouches for `output`.
        let Some(output) = (unsafe { boundary::bytes_mut(output, output_len) }) else {
            return MBEDTLS_ERR_ERROR_GENERIC_ERROR;
        };
        random::fill(output).map_or(MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED, |()| 0)
    })
}

/// Stirs bytes into a context. There is no need to: what is drawn is random whatever is added.
///
/// \param ctx         The context; not looked at.
/// \param additional  The bytes; only their number is looked at. May be NULL.
/// \param add_len     Their number, at most 384.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG: `add_len` is over 384.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_update(
    ctx: *mut mbedtls_ctr_drbg_context,
    additional: *const c_uchar,
    add_len: usize,
) -> c_int {
    boundary::enter(|| {
        let _ = (ctx, additional);
        if add_len > MBEDTLS_CTR_DRBG_MAX_SEED_INPUT { MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG } else { 0 }
    })
}

/// Asks for fresh entropy with every draw. Every draw is fresh anyway, from the operating system: the choice
/// is remembered and changes nothing.
///
/// \param ctx         The context. NULL: nothing happens.
/// \param resistance  `MBEDTLS_CTR_DRBG_PR_ON` or `MBEDTLS_CTR_DRBG_PR_OFF`.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_set_prediction_resistance(
    ctx: *mut mbedtls_ctr_drbg_context,
    resistance: c_int,
) {
    boundary::enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(context) = unsafe { ctx.as_mut() } {
            context.prediction_resistance = resistance;
        }
    });
}

/// Sets how many bytes seeding and reseeding ask the entropy function for. The default is 48.
///
/// \param ctx  The context. NULL: nothing happens.
/// \param len  The number of bytes; over 384, seeding fails with `MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG`.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_set_entropy_len(ctx: *mut mbedtls_ctr_drbg_context, len: usize) {
    boundary::enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(context) = unsafe { ctx.as_mut() } {
            context.entropy_len = len;
        }
    });
}

/// Sets how many bytes seeding asks the entropy function for as a nonce, in a second call. 0: no second call.
///
/// \param ctx  The context.
/// \param len  The number of bytes, at most 384.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG: `len` is over 384.
/// \return  MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED: the context is seeded already, or NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_set_nonce_len(
    ctx: *mut mbedtls_ctr_drbg_context,
    len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let context = match unsafe { ctx.as_mut() } {
            Some(context) if context.f_entropy.is_none() => context,
            _ => return MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED,
        };
        match c_int::try_from(len) {
            Ok(counter) if len <= MBEDTLS_CTR_DRBG_MAX_SEED_INPUT => {
                context.reseed_counter = counter;
                0
            }
            _ => MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG,
        }
    })
}

/// Sets after how many draws a generator that stretches a seed would ask for a new one. This one does not stretch:
/// the number is remembered and changes nothing.
///
/// \param ctx       The context. NULL: nothing happens.
/// \param interval  The number of draws.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_set_reseed_interval(
    ctx: *mut mbedtls_ctr_drbg_context,
    interval: c_int,
) {
    boundary::enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(context) = unsafe { ctx.as_mut() } {
            context.reseed_interval = interval;
        }
    });
}

/// # Safety
/// `ctx` is null, or valid for writing a context.
unsafe fn reset(ctx: *mut mbedtls_ctr_drbg_context) {
    // SAFETY: the caller vouches for `ctx`; zero bytes are a context.
    unsafe { boundary::zero(ctx) };
    // SAFETY: the caller vouches for `ctx`, which is written by now.
    if let Some(context) = unsafe { ctx.as_mut() } {
        context.reseed_counter = DEFAULT_NONCE;
        context.reseed_interval = MBEDTLS_CTR_DRBG_RESEED_INTERVAL;
    }
}

/// Calls the entropy function as seeding with `input` further bytes does, and wipes what it gives.
///
/// # Safety
/// `ctx` points to a context made ready, whose entropy function may be called. No reference into it is alive.
unsafe fn ask(ctx: *mut mbedtls_ctr_drbg_context, nonce_len: usize, input: usize) -> c_int {
    // SAFETY: the caller vouches for `ctx`; the fields are copied out.
    let (f_entropy, p_entropy, entropy_len) =
        unsafe { ((*ctx).f_entropy, (*ctx).p_entropy, (*ctx).entropy_len) };
    if let Err(code) = seed_length(entropy_len, nonce_len, input) {
        return code;
    }
    let Some(f_entropy) = f_entropy else { return MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED };
    let mut seed = [0; MBEDTLS_CTR_DRBG_MAX_SEED_INPUT];
    // SAFETY: the caller vouches for the function; `seed` has room for each length.
    let failed = unsafe {
        f_entropy(p_entropy, seed.as_mut_ptr(), entropy_len) != 0
            || (nonce_len != 0 && f_entropy(p_entropy, seed.as_mut_ptr(), nonce_len) != 0)
    };
    seed.zeroize();
    if failed { MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED } else { 0 }
}

fn seed_length(entropy_len: usize, nonce_len: usize, input: usize) -> Result<usize, c_int> {
    entropy_len
        .checked_add(nonce_len)
        .and_then(|len| len.checked_add(input))
        .filter(|len| *len <= MBEDTLS_CTR_DRBG_MAX_SEED_INPUT)
        .ok_or(MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::MaybeUninit;

    /// What an entropy function was asked for, and whether it shall fail.
    #[derive(Default)]
    struct Source {
        asked: Vec<usize>,
        fails: bool,
    }

    unsafe extern "C" fn source(source: *mut c_void, output: *mut c_uchar, len: usize) -> c_int {
        // SAFETY: the tests pass a `Source` of their own.
        let source = unsafe { &mut *source.cast::<Source>() };
        source.asked.push(len);
        // SAFETY: `output` has `len` bytes.
        unsafe { ptr::write_bytes(output, 7, len) };
        c_int::from(source.fails)
    }

    fn context() -> mbedtls_ctr_drbg_context {
        let mut ctx = MaybeUninit::uninit();
        // SAFETY: `ctx` is memory for a context, which init writes.
        unsafe {
            mbedtls_ctr_drbg_init(ctx.as_mut_ptr());
            ctx.assume_init()
        }
    }

    fn seed(ctx: &mut mbedtls_ctr_drbg_context, from: &mut Source, custom: usize) -> c_int {
        // SAFETY: `ctx` was made ready, `from` is what `source` expects; the custom bytes are not read.
        unsafe { mbedtls_ctr_drbg_seed(ctx, Some(source), ptr::from_mut(from).cast(), ptr::null(), custom) }
    }

    #[test]
    fn seeding_asks_as_the_lengths_say() {
        for (entropy_len, nonce_len, asked) in [
            (None, None, vec![48]),
            (Some(32), None, vec![32, 16]),
            (Some(47), None, vec![47, 24]),
            (Some(64), None, vec![64]),
            (None, Some(20), vec![48, 20]),
            (Some(32), Some(0), vec![32]),
        ] {
            let (mut ctx, mut from) = (context(), Source::default());
            // SAFETY: `ctx` was made ready.
            unsafe {
                if let Some(len) = entropy_len {
                    mbedtls_ctr_drbg_set_entropy_len(&mut ctx, len);
                }
                if let Some(len) = nonce_len {
                    assert_eq!(mbedtls_ctr_drbg_set_nonce_len(&mut ctx, len), 0);
                }
            }
            assert_eq!(seed(&mut ctx, &mut from, 4), 0);
            assert_eq!(from.asked, asked);
        }
    }

    #[test]
    fn seeding_tells_of_a_failed_source_and_of_too_long_an_input() {
        let mut failing = Source { fails: true, ..Source::default() };
        assert_eq!(seed(&mut context(), &mut failing, 0), MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED);
        let mut from = Source::default();
        assert_eq!(seed(&mut context(), &mut from, 336), 0);
        for too_long in [337, 1000, usize::MAX] {
            assert_eq!(seed(&mut context(), &mut from, too_long), MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG);
        }
        let mut ctx = context();
        // SAFETY: `ctx` was made ready; null functions and contexts are allowed.
        unsafe {
            mbedtls_ctr_drbg_set_entropy_len(&mut ctx, 385);
            assert_eq!(seed(&mut ctx, &mut from, 0), MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG);
            assert_eq!(
                mbedtls_ctr_drbg_seed(&mut context(), None, ptr::null_mut(), ptr::null(), 0),
                MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED
            );
            assert_eq!(
                mbedtls_ctr_drbg_seed(ptr::null_mut(), None, ptr::null_mut(), ptr::null(), 0),
                MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED
            );
        }
    }

    #[test]
    fn reseeding_asks_once_and_needs_no_source() {
        let (mut ctx, mut from) = (context(), Source::default());
        // SAFETY: `ctx` was made ready; the additional bytes are not read.
        unsafe {
            assert_eq!(mbedtls_ctr_drbg_reseed(&mut ctx, ptr::null(), 0), 0);
            assert_eq!(seed(&mut ctx, &mut from, 0), 0);
            assert_eq!(mbedtls_ctr_drbg_reseed(&mut ctx, ptr::null(), 336), 0);
            assert_eq!(
                mbedtls_ctr_drbg_reseed(&mut ctx, ptr::null(), 337),
                MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG
            );
            assert_eq!(from.asked, [48, 48]);
            from.fails = true;
            assert_eq!(
                mbedtls_ctr_drbg_reseed(&mut ctx, ptr::null(), 0),
                MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED
            );
            assert_eq!(
                mbedtls_ctr_drbg_reseed(ptr::null_mut(), ptr::null(), 0),
                MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED
            );
        }
    }

    #[test]
    fn a_draw_needs_no_seed_and_two_draws_differ() {
        let mut ctx = context();
        let (mut a, mut b) = ([0_u8; 1024], [0_u8; 1024]);
        // SAFETY: the buffers are as long as said.
        unsafe {
            assert_eq!(mbedtls_ctr_drbg_random(ptr::from_mut(&mut ctx).cast(), a.as_mut_ptr(), a.len()), 0);
            assert_eq!(mbedtls_ctr_drbg_random(ptr::null_mut(), b.as_mut_ptr(), b.len()), 0);
        }
        assert_ne!(a, b);
    }

    #[test]
    fn limits_of_a_draw() {
        let mut bytes = [0_u8; 1024];
        let mut draw = |len, add| {
            let p = bytes.as_mut_ptr();
            // SAFETY: at most 1024 bytes are written; the additional bytes are not read.
            unsafe { mbedtls_ctr_drbg_random_with_add(ptr::null_mut(), p, len, ptr::null(), add) }
        };
        assert_eq!(draw(1024, 256), 0);
        assert_eq!(draw(0, 0), 0);
        assert_eq!(draw(1025, 0), MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG);
        assert_eq!(draw(1024, 257), MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG);
        assert_eq!(draw(1025, 257), MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG);
        // SAFETY: null is allowed.
        unsafe {
            assert_eq!(mbedtls_ctr_drbg_random(ptr::null_mut(), ptr::null_mut(), 0), 0);
            assert_eq!(
                mbedtls_ctr_drbg_random(ptr::null_mut(), ptr::null_mut(), 1),
                MBEDTLS_ERR_ERROR_GENERIC_ERROR
            );
            assert_eq!(mbedtls_ctr_drbg_update(ptr::null_mut(), ptr::null(), 384), 0);
            assert_eq!(
                mbedtls_ctr_drbg_update(ptr::null_mut(), ptr::null(), 385),
                MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG
            );
        }
    }

    #[test]
    fn the_nonce_is_chosen_before_seeding() {
        let (mut ctx, mut from) = (context(), Source::default());
        // SAFETY: `ctx` was made ready; null is allowed.
        unsafe {
            assert_eq!(mbedtls_ctr_drbg_set_nonce_len(&mut ctx, 384), 0);
            assert_eq!(mbedtls_ctr_drbg_set_nonce_len(&mut ctx, 385), MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG);
            assert_eq!(mbedtls_ctr_drbg_set_nonce_len(&mut ctx, 8), 0);
            assert_eq!(seed(&mut ctx, &mut from, 0), 0);
            assert_eq!(
                mbedtls_ctr_drbg_set_nonce_len(&mut ctx, 8),
                MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED
            );
            mbedtls_ctr_drbg_set_prediction_resistance(&mut ctx, 1);
            mbedtls_ctr_drbg_set_reseed_interval(&mut ctx, 3);
            assert_eq!((ctx.prediction_resistance, ctx.reseed_interval), (1, 3));
            mbedtls_ctr_drbg_free(&mut ctx);
            assert_eq!((ctx.reseed_counter, ctx.entropy_len, ctx.reseed_interval), (-1, 0, 10_000));
            assert_eq!(
                mbedtls_ctr_drbg_set_nonce_len(ptr::null_mut(), 8),
                MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED
            );
            mbedtls_ctr_drbg_init(ptr::null_mut());
            mbedtls_ctr_drbg_free(ptr::null_mut());
            mbedtls_ctr_drbg_set_entropy_len(ptr::null_mut(), 8);
            mbedtls_ctr_drbg_set_reseed_interval(ptr::null_mut(), 8);
            mbedtls_ctr_drbg_set_prediction_resistance(ptr::null_mut(), 1);
        }
    }
}
