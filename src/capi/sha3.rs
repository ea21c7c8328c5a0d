//! `mbedtls/sha3.h`. The members of a context are those of Debian 13 on x86_64, which is asserted here, and hold what they hold
//! there: programs copy contexts byte by byte and let them go without a word.

use std::ffi::{c_int, c_uint};

use super::boundary::{self, enter, enter_or};
use super::codes::MBEDTLS_ERR_SHA3_BAD_INPUT_DATA;
use super::platform_util::mbedtls_platform_zeroize;
use super::self_test;
use crate::crypto::digest::Algorithm;
use crate::crypto::digest::sponge::Sponge;

/// A digest of the SHA-3 family by number.
pub type mbedtls_sha3_id = c_uint;

/// SHA-3 (FIPS 202) at work. Its members are private. It owns no memory: it may be copied as it is, and forgotten.
#[repr(C)]
pub struct mbedtls_sha3_context {
    pub(crate) state: [u64; 25],
    pub(crate) index: u32,
    pub(crate) olen: u16,
    pub(crate) max_block_size: u16,
}
const _: () = assert!(size_of::<mbedtls_sha3_context>() == 208 && align_of::<mbedtls_sha3_context>() == 8);

impl mbedtls_sha3_context {
    /// The members; `None` if no digest has begun.
    fn sponge(&mut self) -> Option<Sponge<'_>> {
        let rate = usize::from(self.max_block_size);
        (rate != 0).then_some(Sponge { lanes: &mut self.state, index: &mut self.index, rate })
    }
}

/// Makes a context ready for mbedtls_sha3_starts().
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_sha3_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3_init(ctx: *mut mbedtls_sha3_context) {
    // SAFETY: the caller vouches for `ctx`; zero bytes are a context.
    enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context. It may be used again after mbedtls_sha3_starts().
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_sha3_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3_free(ctx: *mut mbedtls_sha3_context) {
    // SAFETY: the caller vouches for `ctx`.
    unsafe { mbedtls_platform_zeroize(ctx.cast(), size_of::<mbedtls_sha3_context>()) };
}

/// Copies a context, so that both go on from there.
///
/// \param dst  The copy. NULL: nothing happens.
/// \param src  The original. NULL: nothing happens.
///
/// # Safety
/// `dst` is null, or valid for writing a `mbedtls_sha3_context`; `src` is null, or points to a context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3_clone(
    dst: *mut mbedtls_sha3_context,
    src: *const mbedtls_sha3_context,
) {
    enter_or((), || {
        if !dst.is_null() && !src.is_null() {
            // SAFETY: the caller vouches for both; a context is plain bytes.
            unsafe { std::ptr::copy(src, dst, 1) };
        }
    });
}

/// Begins a digest.
///
/// \param ctx  A context; what it has taken before is forgotten.
/// \param id   Which digest: MBEDTLS_SHA3_224 to MBEDTLS_SHA3_512.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SHA3_BAD_INPUT_DATA: the context is NULL, or there is no such digest.
///
/// # Safety
/// `ctx` is null, or points to a context that nobody else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3_starts(ctx: *mut mbedtls_sha3_context, id: mbedtls_sha3_id) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let (Some(context), Some(algorithm)) = (unsafe { ctx.as_mut() }, algorithm(id)) else {
            return MBEDTLS_ERR_SHA3_BAD_INPUT_DATA;
        };
        let short = |size| u16::try_from(size).unwrap_or(0);
        *context = mbedtls_sha3_context {
            state: [0; 25],
            index: 0,
            olen: short(algorithm.size()),
            max_block_size: short(algorithm.block_size()),
        };
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
/// \return  MBEDTLS_ERR_SHA3_BAD_INPUT_DATA: an argument is NULL, or no digest has begun.
///
/// # Safety
/// `ctx` is null, or points to a context that nobody else uses; `input` is null, or readable for `ilen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3_update(
    ctx: *mut mbedtls_sha3_context,
    input: *const u8,
    ilen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx` and `input`.
        let (Some(context), Some(input)) = (unsafe { (ctx.as_mut(), boundary::bytes(input, ilen)) }) else {
            return MBEDTLS_ERR_SHA3_BAD_INPUT_DATA;
        };
        match context.sponge() {
            Some(mut sponge) => sponge.update(input),
            None if input.is_empty() => {}
            None => return MBEDTLS_ERR_SHA3_BAD_INPUT_DATA,
        }
        0
    })
}

/// Ends a digest and wipes the context. mbedtls_sha3_starts() begins the next one.
///
/// \param ctx     A context in which a digest has begun.
/// \param output  Where the digest goes.
/// \param olen    How much room is there: at least the length of the digest, and not more than that is written.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SHA3_BAD_INPUT_DATA: an argument is NULL, no digest has begun, or there is too little room.
///
/// # Safety
/// `ctx` is null, or points to a context that nobody else uses; `output` is null, or valid for writing `olen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3_finish(
    ctx: *mut mbedtls_sha3_context,
    output: *mut u8,
    olen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(context) = (unsafe { ctx.as_mut() }) else { return MBEDTLS_ERR_SHA3_BAD_INPUT_DATA };
        let size = usize::from(context.olen);
        let digest = context.sponge().filter(|_| size <= olen).map(|mut sponge| sponge.finish(size));
        // SAFETY: the caller vouches for `ctx`.
        unsafe { mbedtls_sha3_free(ctx) };
        match digest {
            Some(digest) if !output.is_null() => {
                // SAFETY: the caller vouches for `output`, and the digest is not longer than `olen`.
                unsafe { boundary::write(output, digest.as_ref()) };
                0
            }
            _ => MBEDTLS_ERR_SHA3_BAD_INPUT_DATA,
        }
    })
}

/// Computes a digest at one go.
///
/// \param id      Which digest: MBEDTLS_SHA3_224 to MBEDTLS_SHA3_512.
/// \param input   The data; may be NULL if `ilen` is 0.
/// \param ilen    Its length in bytes.
/// \param output  Where the digest goes.
/// \param olen    How much room is there: at least the length of the digest, and not more than that is written.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SHA3_BAD_INPUT_DATA: an argument is NULL, there is no such digest or too little room.
///
/// # Safety
/// `input` is null, or readable for `ilen` bytes; `output` is null, or valid for writing `olen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3(
    id: mbedtls_sha3_id,
    input: *const u8,
    ilen: usize,
    output: *mut u8,
    olen: usize,
) -> c_int {
    enter(|| {
        let Some(algorithm) = algorithm(id).filter(|algorithm| algorithm.size() <= olen) else {
            return MBEDTLS_ERR_SHA3_BAD_INPUT_DATA;
        };
        // SAFETY: the caller vouches for `input` and `output`, and the digest is not longer than `olen`.
        unsafe {
            super::digest_context::digest(algorithm, input, ilen, output, MBEDTLS_ERR_SHA3_BAD_INPUT_DATA)
        }
    })
}

/// Checks that SHA-3 gives what is published.
///
/// \param verbose  Not 0: says so on the standard output.
///
/// \return  0: it does.
/// \return  1: it does not.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3_self_test(verbose: c_int) -> c_int {
    enter(|| {
        let cases: [self_test::Case; 4] = [
            (c"SHA3-224", || Algorithm::Sha3_224.works()),
            (c"SHA3-256", || Algorithm::Sha3_256.works()),
            (c"SHA3-384", || Algorithm::Sha3_384.works()),
            (c"SHA3-512", || Algorithm::Sha3_512.works()),
        ];
        self_test::run(verbose, &cases)
    })
}

fn algorithm(id: mbedtls_sha3_id) -> Option<Algorithm> {
    Some(match id {
        1 => Algorithm::Sha3_224,
        2 => Algorithm::Sha3_256,
        3 => Algorithm::Sha3_384,
        4 => Algorithm::Sha3_512,
        _ => return None,
    })
}
