//! `mbedtls/ripemd160.h`. The members of a context are those of Debian 13 on x86_64, which is asserted here, and hold what they hold
//! there: programs copy contexts byte by byte and let them go without a word.

use std::ffi::{c_int, c_uchar};

use super::boundary::{self, enter, enter_or};
use super::codes::MBEDTLS_ERR_MD_BAD_INPUT_DATA;
use super::digest_context::{self, DigestContext};
use super::self_test;
use crate::crypto::digest::Algorithm;
use crate::crypto::digest::blocks::{Blocks, Narrow};

/// RIPEMD-160 at work. Its members are private. It owns no memory: it may be
/// copied as it is, and forgotten.
#[repr(C)]
pub struct mbedtls_ripemd160_context {
    pub(crate) total: [u32; 2],
    pub(crate) state: [u32; 5],
    pub(crate) buffer: [c_uchar; 64],
}
const _: () =
    assert!(size_of::<mbedtls_ripemd160_context>() == 92 && align_of::<mbedtls_ripemd160_context>() == 4);

impl DigestContext<64> for mbedtls_ripemd160_context {
    type Function = Narrow;
    const BAD_INPUT: c_int = MBEDTLS_ERR_MD_BAD_INPUT_DATA;

    fn blocks(&mut self) -> Blocks<'_, Narrow, 64> {
        let function = Narrow::Ripemd160;
        Blocks { function, total: &mut self.total, words: &mut self.state, buffer: &mut self.buffer }
    }
}

/// Makes a context ready for mbedtls_ripemd160_starts().
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_ripemd160_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ripemd160_init(ctx: *mut mbedtls_ripemd160_context) {
    // SAFETY: the caller vouches for `ctx`; zero bytes are a context.
    enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context. It may be used again after mbedtls_ripemd160_starts().
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_ripemd160_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ripemd160_free(ctx: *mut mbedtls_ripemd160_context) {
    // SAFETY: the caller vouches for `ctx`.
    enter_or((), || unsafe { digest_context::wipe(ctx) });
}

/// Copies a context, so that both go on from there.
///
/// \param dst  The copy. NULL: nothing happens.
/// \param src  The original. NULL: nothing happens.
///
/// # Safety
/// `dst` is null, or valid for writing a `mbedtls_ripemd160_context`; `src` is null, or points to a context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ripemd160_clone(
    dst: *mut mbedtls_ripemd160_context,
    src: *const mbedtls_ripemd160_context,
) {
    // SAFETY: the caller vouches for both; a context is plain bytes.
    enter_or((), || unsafe { digest_context::copy(dst, src) });
}

/// Begins a digest.
///
/// \param ctx  A context; what it has taken before is forgotten.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that nobody else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ripemd160_starts(ctx: *mut mbedtls_ripemd160_context) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(context) = (unsafe { ctx.as_mut() }) else { return MBEDTLS_ERR_MD_BAD_INPUT_DATA };
        context.blocks().start();
        0
    })
}

/// Adds data to a digest.
///
/// \param ctx    A context in which a digest has begun.
/// \param input  The data; may be NULL if `ilen` is 0.
/// \param ilen   Its length in bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that nobody else uses; `input` is null, or readable for `ilen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ripemd160_update(
    ctx: *mut mbedtls_ripemd160_context,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    // SAFETY: the caller vouches for `ctx` and `input`.
    enter(|| unsafe { digest_context::update(ctx, input, ilen) })
}

/// Ends a digest and wipes the context. mbedtls_ripemd160_starts() begins the next one.
///
/// \param ctx     A context in which a digest has begun.
/// \param output  Where the digest goes: 20 bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that nobody else uses; `output` is null, or valid for writing the digest.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ripemd160_finish(
    ctx: *mut mbedtls_ripemd160_context,
    output: *mut c_uchar,
) -> c_int {
    // SAFETY: the caller vouches for `ctx` and `output`.
    enter(|| unsafe { digest_context::finish(ctx, output) })
}

/// Takes one block by itself, as mbedtls_ripemd160_update() does with each that is complete. It is not counted.
///
/// \param ctx   A context in which a digest has begun.
/// \param data  The block: 64 bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that nobody else uses; `data` is null, or readable for 64 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_internal_ripemd160_process(
    ctx: *mut mbedtls_ripemd160_context,
    data: *const c_uchar,
) -> c_int {
    // SAFETY: the caller vouches for `ctx` and `data`.
    enter(|| unsafe { digest_context::process(ctx, data) })
}

/// Computes a digest at one go.
///
/// \param input   The data; may be NULL if `ilen` is 0.
/// \param ilen    Its length in bytes.
/// \param output  Where the digest goes: 20 bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
///
/// # Safety
/// `input` is null, or readable for `ilen` bytes; `output` is null, or valid for writing the digest.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ripemd160(
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `input` and `output`.
        unsafe {
            digest_context::digest(Algorithm::Ripemd160, input, ilen, output, MBEDTLS_ERR_MD_BAD_INPUT_DATA)
        }
    })
}

/// Checks that RIPEMD-160 gives what is published.
///
/// \param verbose  Not 0: says so on the standard output.
///
/// \return  0: it does.
/// \return  1: it does not.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ripemd160_self_test(verbose: c_int) -> c_int {
    enter(|| self_test::run(verbose, &[(c"RIPEMD-160", || Algorithm::Ripemd160.works())]))
}
