//! `mbedtls/hmac_drbg.h`: a generator that hands out the operating system's randomness, as that of `mbedtls/ctr_drbg.h`
//! does. Layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_char, c_int, c_uchar, c_void};
use std::ptr;

use zeroize::Zeroize;

use super::boundary::{self, enter, enter_or};
use super::codes::*;
use super::md::{algorithm, mbedtls_md_context_t, mbedtls_md_info_t};
use super::threading::mbedtls_threading_mutex_t;
use super::{seed_file, self_test};
use crate::crypto::digest::Algorithm;
use crate::crypto::random;

const MBEDTLS_HMAC_DRBG_MAX_INPUT: usize = 256;
const MBEDTLS_HMAC_DRBG_MAX_REQUEST: usize = 1024;
const MBEDTLS_HMAC_DRBG_MAX_SEED_INPUT: usize = 384;
const MBEDTLS_HMAC_DRBG_RESEED_INTERVAL: c_int = 10_000;

/// A random number generator; threads may share it. Starts with mbedtls_hmac_drbg_init() and mbedtls_hmac_drbg_seed(),
/// ends with mbedtls_hmac_drbg_free(). Its members are private.
#[repr(C)]
pub struct mbedtls_hmac_drbg_context {
    pub(crate) md_ctx: mbedtls_md_context_t,
    pub(crate) V: [c_uchar; 64],
    pub(crate) reseed_counter: c_int,
    pub(crate) entropy_len: usize,
    pub(crate) prediction_resistance: c_int,
    pub(crate) reseed_interval: c_int,
    pub(crate) f_entropy: Option<
        unsafe extern "C" fn(p_entropy: *mut c_void, output: *mut c_uchar, output_size: usize) -> c_int,
    >,
    pub(crate) p_entropy: *mut c_void,
    pub(crate) mutex: mbedtls_threading_mutex_t,
}
const _: () =
    assert!(size_of::<mbedtls_hmac_drbg_context>() == 176 && align_of::<mbedtls_hmac_drbg_context>() == 8);

/// Makes a context ready for use: for mbedtls_hmac_drbg_seed(), and for drawing even without it.
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_hmac_drbg_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_init(ctx: *mut mbedtls_hmac_drbg_context) {
    // SAFETY: the caller vouches for `ctx`.
    enter_or((), || unsafe { reset(ctx) });
}

/// Ends a context; afterwards it is as mbedtls_hmac_drbg_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_hmac_drbg_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_free(ctx: *mut mbedtls_hmac_drbg_context) {
    // SAFETY: the caller vouches for `ctx`.
    enter_or((), || unsafe { reset(ctx) });
}

/// Seeds a context: asks the entropy function for its bytes (16 for digests of up to 20 bytes, 24 up to 28, else 32; or what
/// mbedtls_hmac_drbg_set_entropy_len() said), and a second time for half as many. Both are wiped: what is drawn later
/// comes from the operating system, whatever the source was.
///
/// \param ctx        The context.
/// \param md_info    A digest; only its length is looked at.
/// \param f_entropy  Gives `len` bytes and returns 0, or another value on failure; kept for reseeding.
/// \param p_entropy  Its first argument; it stays the caller's and must live as long as the context.
/// \param custom     Bytes that tell this context from others; only their number is looked at. May be NULL.
/// \param len        Their number, at most 256.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the digest is NULL.
/// \return  MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG: `len` is over 256, or entropy and custom bytes are more than 384
///          together.
/// \return  MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED: the entropy function failed, or it or `ctx` is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; `md_info` is null, or from
/// mbedtls_md_info_from_type() or its like; `f_entropy` is null, or may be called with `p_entropy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_seed(
    ctx: *mut mbedtls_hmac_drbg_context,
    md_info: *const mbedtls_md_info_t,
    f_entropy: Option<
        unsafe extern "C" fn(p_entropy: *mut c_void, output: *mut c_uchar, output_size: usize) -> c_int,
    >,
    p_entropy: *mut c_void,
    custom: *const c_uchar,
    len: usize,
) -> c_int {
    enter(|| {
        let _ = custom;
        // SAFETY: the caller vouches for `ctx`; the reference is gone before the entropy function runs.
        let Some(context) = (unsafe { ctx.as_mut() }) else {
            return MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED;
        };
        let Some(digest) = algorithm(md_info) else { return MBEDTLS_ERR_MD_BAD_INPUT_DATA };
        context.f_entropy = f_entropy;
        context.p_entropy = p_entropy;
        if context.entropy_len == 0 {
            context.entropy_len = strength(digest);
        }
        let nonce_len = context.entropy_len.div_ceil(2);
        // SAFETY: the caller vouches for `ctx` and for the entropy function.
        unsafe { ask(ctx, nonce_len, len) }
    })
}

/// Seeds a context with bytes instead of an entropy function. They are not looked at: what is drawn is random, and
/// differs from one run to the next.
///
/// \param ctx       The context; not looked at.
/// \param md_info   A digest.
/// \param data      The bytes; may be NULL.
/// \param data_len  Their number.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the digest is NULL.
///
/// # Safety
/// `md_info` is null, or from mbedtls_md_info_from_type() or its like.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_seed_buf(
    ctx: *mut mbedtls_hmac_drbg_context,
    md_info: *const mbedtls_md_info_t,
    data: *const c_uchar,
    data_len: usize,
) -> c_int {
    enter(|| {
        let _ = (ctx, data, data_len);
        algorithm(md_info).map_or(MBEDTLS_ERR_MD_BAD_INPUT_DATA, |_| 0)
    })
}

/// Asks the entropy function of mbedtls_hmac_drbg_seed() once more. What is drawn does not depend on it.
///
/// \param ctx         The context. One that has no entropy function needs none.
/// \param additional  Bytes to stir in; only their number is looked at. May be NULL.
/// \param len         Their number, at most 256.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG: `len` is over 256, or entropy and additional bytes are more than 384
///          together.
/// \return  MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED: the entropy function failed, or `ctx` is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready; the entropy function that it was seeded with may be called.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_reseed(
    ctx: *mut mbedtls_hmac_drbg_context,
    additional: *const c_uchar,
    len: usize,
) -> c_int {
    enter(|| {
        let _ = additional;
        // SAFETY: the caller vouches for `ctx`; the reference is gone before the entropy function runs.
        match unsafe { ctx.as_ref() } {
            None => MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED,
            Some(context) if context.f_entropy.is_none() => {
                check_lengths(context.entropy_len, 0, len).map_or_else(|code| code, |()| 0)
            }
            // SAFETY: the caller vouches for `ctx` and its entropy function.
            Some(_) => unsafe { ask(ctx, 0, len) },
        }
    })
}

/// Stirs bytes into a context. There is no need to: what is drawn is random whatever is added.
///
/// \param ctx         The context; not looked at.
/// \param additional  The bytes; not looked at.
/// \param add_len     Their number.
///
/// \return  0 always.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_update(
    ctx: *mut mbedtls_hmac_drbg_context,
    additional: *const c_uchar,
    add_len: usize,
) -> c_int {
    let _ = (ctx, additional, add_len);
    0
}

/// Fills a buffer with random bytes of the operating system. The context is not looked at, so that several threads may
/// use one at the same time, and one that was never seeded serves as well.
///
/// \param p_rng    A mbedtls_hmac_drbg_context; may be NULL.
/// \param output   The buffer, owned by the caller; may be NULL if `out_len` is 0.
/// \param out_len  Its size in bytes, at most 1024.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_HMAC_DRBG_REQUEST_TOO_BIG: `out_len` is over 1024.
/// \return  MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED: the operating system gives no randomness.
/// \return  MBEDTLS_ERR_ERROR_GENERIC_ERROR: `output` is NULL.
///
/// # Safety
/// `output` is null, or valid for writing `out_len` bytes that nothing else uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_random(
    p_rng: *mut c_void,
    output: *mut c_uchar,
    out_len: usize,
) -> c_int {
    // SAFETY: the caller vouches for `output`; nothing is read from the empty addition.
    unsafe { mbedtls_hmac_drbg_random_with_add(p_rng, output, out_len, ptr::null(), 0) }
}

/// As mbedtls_hmac_drbg_random(), for programs that stir something in. There is no need to: what is drawn is random
/// whatever is added.
///
/// \param p_rng       A mbedtls_hmac_drbg_context; may be NULL.
/// \param output      The buffer, owned by the caller; may be NULL if `output_len` is 0.
/// \param output_len  Its size in bytes, at most 1024.
/// \param additional  Bytes to stir in; only their number is looked at. May be NULL.
/// \param add_len     Their number, at most 256.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_HMAC_DRBG_REQUEST_TOO_BIG: `output_len` is over 1024.
/// \return  MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG: `add_len` is over 256.
/// \return  MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED: the operating system gives no randomness.
/// \return  MBEDTLS_ERR_ERROR_GENERIC_ERROR: `output` is NULL.
///
/// # Safety
/// `output` is null, or valid for writing `output_len` bytes that nothing else uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_random_with_add(
    p_rng: *mut c_void,
    output: *mut c_uchar,
    output_len: usize,
    additional: *const c_uchar,
    add_len: usize,
) -> c_int {
    enter(|| {
        let _ = (p_rng, additional);
        if output_len > MBEDTLS_HMAC_DRBG_MAX_REQUEST {
            return MBEDTLS_ERR_HMAC_DRBG_REQUEST_TOO_BIG;
        }
        if add_len > MBEDTLS_HMAC_DRBG_MAX_INPUT {
            return MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG;
        }
        // SAFETY: the caller vouches for `output`.
        let Some(output) = (unsafe { boundary::bytes_mut(output, output_len) }) else {
            return MBEDTLS_ERR_ERROR_GENERIC_ERROR;
        };
        random::fill(output).map_or(MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED, |()| 0)
    })
}

/// Asks for fresh entropy with every draw. Every draw is fresh anyway, from the operating system: the choice is remembered
/// and changes nothing.
///
/// \param ctx         The context. NULL: nothing happens.
/// \param resistance  `MBEDTLS_HMAC_DRBG_PR_ON` or `MBEDTLS_HMAC_DRBG_PR_OFF`.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_set_prediction_resistance(
    ctx: *mut mbedtls_hmac_drbg_context,
    resistance: c_int,
) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(context) = unsafe { ctx.as_mut() } {
            context.prediction_resistance = resistance;
        }
    });
}

/// Sets how many bytes seeding and reseeding ask the entropy function for.
///
/// \param ctx  The context. NULL: nothing happens.
/// \param len  The number of bytes.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_set_entropy_len(ctx: *mut mbedtls_hmac_drbg_context, len: usize) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(context) = unsafe { ctx.as_mut() } {
            context.entropy_len = len;
        }
    });
}

/// Sets after how many draws a generator that stretches a seed would ask for a new one. This one does not stretch: the
/// number is remembered and changes nothing.
///
/// \param ctx       The context. NULL: nothing happens.
/// \param interval  The number of draws.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_set_reseed_interval(
    ctx: *mut mbedtls_hmac_drbg_context,
    interval: c_int,
) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(context) = unsafe { ctx.as_mut() } {
            context.reseed_interval = interval;
        }
    });
}

/// Writes a seed of 256 random bytes to a file, which only its owner may read.
///
/// \param ctx   The context; not looked at.
/// \param path  The file's name.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR: the file cannot be written, or its name is NULL.
///
/// # Safety
/// `path` is null, or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_write_seed_file(
    ctx: *mut mbedtls_hmac_drbg_context,
    path: *const c_char,
) -> c_int {
    enter(|| {
        let _ = ctx;
        // SAFETY: the caller vouches for `path`.
        let written = unsafe { boundary::string(path) }.and_then(seed_file::write::<SEED>);
        written.map_or(MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR, |()| 0)
    })
}

/// Replaces the seed in a file. There is no need for the old one: what is drawn is random whatever it is.
///
/// \param ctx   The context; not looked at.
/// \param path  The file's name.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR: the file cannot be read, is empty or cannot be written, or
///          its name is NULL.
/// \return  MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG: it has more than 256 bytes; it stays as it is.
///
/// # Safety
/// `path` is null, or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_update_seed_file(
    ctx: *mut mbedtls_hmac_drbg_context,
    path: *const c_char,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `path`.
        match unsafe { boundary::string(path) }.and_then(|path| seed_file::length(path, SEED)) {
            None | Some(0) => MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR,
            Some(length) if length > SEED => MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG,
            // SAFETY: the caller vouches for `path`.
            Some(_) => unsafe { mbedtls_hmac_drbg_write_seed_file(ctx, path) },
        }
    })
}

/// Checks that two draws differ.
///
/// \param verbose  Not 0: says so on the standard output.
///
/// \return  0: they do.
/// \return  1: they do not, or there is no randomness.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_self_test(verbose: c_int) -> c_int {
    enter(|| self_test::run(verbose, &[(c"HMAC_DRBG", random::works)]))
}

/// The bytes of a seed in a file.
const SEED: usize = 256;

/// How many bytes of entropy suit a digest (NIST SP 800-57 part 1, table 3).
fn strength(digest: Algorithm) -> usize {
    match digest.size() {
        ..=20 => 16,
        21..=28 => 24,
        _ => 32,
    }
}

/// # Safety
/// `ctx` is null, or valid for writing a context.
unsafe fn reset(ctx: *mut mbedtls_hmac_drbg_context) {
    // SAFETY: the caller vouches for `ctx`; zero bytes are a context.
    unsafe { boundary::zero(ctx) };
    // SAFETY: the caller vouches for `ctx`, which is written by now.
    if let Some(context) = unsafe { ctx.as_mut() } {
        context.reseed_interval = MBEDTLS_HMAC_DRBG_RESEED_INTERVAL;
    }
}

/// Calls the entropy function as seeding with `input` further bytes does, and wipes what it gives.
///
/// # Safety
/// `ctx` points to a context made ready, whose entropy function may be called. No reference into it is alive.
unsafe fn ask(ctx: *mut mbedtls_hmac_drbg_context, nonce_len: usize, input: usize) -> c_int {
    // SAFETY: the caller vouches for `ctx`; the fields are copied out.
    let (f_entropy, p_entropy, entropy_len) =
        unsafe { ((*ctx).f_entropy, (*ctx).p_entropy, (*ctx).entropy_len) };
    if let Err(code) = check_lengths(entropy_len, nonce_len, input) {
        return code;
    }
    let Some(f_entropy) = f_entropy else { return MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED };
    let mut seed = [0; MBEDTLS_HMAC_DRBG_MAX_SEED_INPUT];
    // SAFETY: the caller vouches for the function; `seed` has room for each length.
    let failed = unsafe {
        f_entropy(p_entropy, seed.as_mut_ptr(), entropy_len) != 0
            || (nonce_len != 0 && f_entropy(p_entropy, seed.as_mut_ptr(), nonce_len) != 0)
    };
    seed.zeroize();
    if failed { MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED } else { 0 }
}

fn check_lengths(entropy_len: usize, nonce_len: usize, input: usize) -> Result<(), c_int> {
    let fits = |most: usize, lengths: &[usize]| {
        lengths.iter().try_fold(0_usize, |sum, len| sum.checked_add(*len)).is_some_and(|sum| sum <= most)
    };
    let all = [entropy_len, nonce_len, input];
    if fits(MBEDTLS_HMAC_DRBG_MAX_INPUT, &[input]) && fits(MBEDTLS_HMAC_DRBG_MAX_SEED_INPUT, &all) {
        Ok(())
    } else {
        Err(MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG)
    }
}
