//! `mbedtls/sha256.h`. The members of a context are those of Debian 13 on x86_64, which is asserted here, and hold what they hold
//! there: programs copy contexts byte by byte and let them go without a word.

use std::ffi::{c_int, c_uchar};

use super::boundary::{self, enter, enter_or};
use super::codes::MBEDTLS_ERR_SHA256_BAD_INPUT_DATA;
use super::digest_context::{self, DigestContext};
use super::self_test;
use crate::crypto::digest::Algorithm;
use crate::crypto::digest::blocks::{Blocks, Narrow};

/// SHA-256 and SHA-224 (FIPS 180-4) at work. Its members are private. It owns no memory: it may be
/// copied as it is, and forgotten.
#[repr(C)]
pub struct mbedtls_sha256_context {
    pub(crate) buffer: [c_uchar; 64],
    pub(crate) total: [u32; 2],
    pub(crate) state: [u32; 8],
    pub(crate) is224: c_int,
}
const _: () =
    assert!(size_of::<mbedtls_sha256_context>() == 108 && align_of::<mbedtls_sha256_context>() == 4);

impl DigestContext<64> for mbedtls_sha256_context {
    type Function = Narrow;
    const BAD_INPUT: c_int = MBEDTLS_ERR_SHA256_BAD_INPUT_DATA;

    fn blocks(&mut self) -> Blocks<'_, Narrow, 64> {
        let function = if self.is224 == 0 { Narrow::Sha256 } else { Narrow::Sha224 };
        Blocks { function, total: &mut self.total, words: &mut self.state, buffer: &mut self.buffer }
    }
}

/// Makes a context ready for mbedtls_sha256_starts().
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_sha256_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256_init(ctx: *mut mbedtls_sha256_context) {
    // SAFETY: the caller vouches for `ctx`; zero bytes are a context.
    enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context. It may be used again after mbedtls_sha256_starts().
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_sha256_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256_free(ctx: *mut mbedtls_sha256_context) {
    // SAFETY: the caller vouches for `ctx`.
    enter_or((), || unsafe { digest_context::wipe(ctx) });
}

/// Copies a context, so that both go on from there.
///
/// \param dst  The copy. NULL: nothing happens.
/// \param src  The original. NULL: nothing happens.
///
/// # Safety
/// `dst` is null, or valid for writing a `mbedtls_sha256_context`; `src` is null, or points to a context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256_clone(
    dst: *mut mbedtls_sha256_context,
    src: *const mbedtls_sha256_context,
) {
    // SAFETY: the caller vouches for both; a context is plain bytes.
    enter_or((), || unsafe { digest_context::copy(dst, src) });
}

/// Begins a digest.
///
/// \param ctx    A context; what it has taken before is forgotten.
/// \param is224  0: SHA-256. 1: SHA-224.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SHA256_BAD_INPUT_DATA: the context is NULL, or `is224` is another number.
///
/// # Safety
/// `ctx` is null, or points to a context that nobody else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256_starts(ctx: *mut mbedtls_sha256_context, is224: c_int) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        match unsafe { ctx.as_mut() } {
            Some(context) if matches!(is224, 0 | 1) => {
                context.is224 = is224;
                context.blocks().start();
                0
            }
            _ => MBEDTLS_ERR_SHA256_BAD_INPUT_DATA,
        }
    })
}

/// Adds data to a digest.
///
/// \param ctx    A context in which a digest has begun.
/// \param input  The data; may be NULL if `ilen` is 0.
/// \param ilen   Its length in bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SHA256_BAD_INPUT_DATA: an argument is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that nobody else uses; `input` is null, or readable for `ilen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256_update(
    ctx: *mut mbedtls_sha256_context,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    // SAFETY: the caller vouches for `ctx` and `input`.
    enter(|| unsafe { digest_context::update(ctx, input, ilen) })
}

/// Ends a digest and wipes the context. mbedtls_sha256_starts() begins the next one.
///
/// \param ctx     A context in which a digest has begun.
/// \param output  Where the digest goes: 32 bytes, 28 of SHA-224.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SHA256_BAD_INPUT_DATA: an argument is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that nobody else uses; `output` is null, or valid for writing the digest.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256_finish(
    ctx: *mut mbedtls_sha256_context,
    output: *mut c_uchar,
) -> c_int {
    // SAFETY: the caller vouches for `ctx` and `output`.
    enter(|| unsafe { digest_context::finish(ctx, output) })
}

/// Takes one block by itself, as mbedtls_sha256_update() does with each that is complete. It is not counted.
///
/// \param ctx   A context in which a digest has begun.
/// \param data  The block: 64 bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SHA256_BAD_INPUT_DATA: an argument is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that nobody else uses; `data` is null, or readable for 64 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_internal_sha256_process(
    ctx: *mut mbedtls_sha256_context,
    data: *const c_uchar,
) -> c_int {
    // SAFETY: the caller vouches for `ctx` and `data`.
    enter(|| unsafe { digest_context::process(ctx, data) })
}

/// Computes a digest at one go.
///
/// \param input   The data; may be NULL if `ilen` is 0.
/// \param ilen    Its length in bytes.
/// \param output  Where the digest goes: 32 bytes, 28 of SHA-224.
/// \param is224   0: SHA-256. 1: SHA-224.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SHA256_BAD_INPUT_DATA: an argument is NULL, or `is224` is another number.
///
/// # Safety
/// `input` is null, or readable for `ilen` bytes; `output` is null, or valid for writing the digest.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256(
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    is224: c_int,
) -> c_int {
    enter(|| {
        let algorithm = match is224 {
            0 => Algorithm::Sha256,
            1 => Algorithm::Sha224,
            _ => return MBEDTLS_ERR_SHA256_BAD_INPUT_DATA,
        };
        // SAFETY: the caller vouches for `input` and `output`.
        unsafe { digest_context::digest(algorithm, input, ilen, output, MBEDTLS_ERR_SHA256_BAD_INPUT_DATA) }
    })
}

/// Checks that SHA-256 gives what is published.
///
/// \param verbose  Not 0: says so on the standard output.
///
/// \return  0: it does.
/// \return  1: it does not.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256_self_test(verbose: c_int) -> c_int {
    enter(|| self_test::run(verbose, &[(c"SHA-256", || Algorithm::Sha256.works())]))
}

/// Checks that SHA-224 gives what is published.
///
/// \param verbose  Not 0: says so on the standard output.
///
/// \return  0: it does.
/// \return  1: it does not.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha224_self_test(verbose: c_int) -> c_int {
    enter(|| self_test::run(verbose, &[(c"SHA-224", || Algorithm::Sha224.works())]))
}
