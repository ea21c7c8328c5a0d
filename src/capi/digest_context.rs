//! What the contexts of `md5.h`, `ripemd160.h`, `sha1.h`, `sha256.h` and `sha512.h` have in common.

use std::ffi::{c_int, c_uchar};

use super::boundary;
use crate::crypto::digest::Algorithm;
use crate::crypto::digest::blocks::{Blocks, Function};

/// A context that holds a running digest with blocks of `B` bytes in its own members. It is plain bytes, for which
/// zeros are a value.
pub(crate) trait DigestContext<const B: usize> {
    /// What compresses.
    type Function: Function<B>;

    /// What is returned for NULL.
    const BAD_INPUT: c_int;

    /// The members.
    fn blocks(&mut self) -> Blocks<'_, Self::Function, B>;
}

/// Wipes `*ctx`. Does nothing for null.
///
/// # Safety
/// `ctx` is null, or valid for writing a context.
pub(crate) unsafe fn wipe<C: DigestContext<B>, const B: usize>(ctx: *mut C) {
    // SAFETY: the caller vouches for `ctx`, whose bytes are all of it.
    unsafe { super::platform_util::mbedtls_platform_zeroize(ctx.cast(), size_of::<C>()) };
}

/// Copies a context. Does nothing if one is null.
///
/// # Safety
/// `dst` is null, or valid for writing a context; `src` is null, or points to one.
pub(crate) unsafe fn copy<C: DigestContext<B>, const B: usize>(dst: *mut C, src: *const C) {
    if !dst.is_null() && !src.is_null() {
        // SAFETY: the caller vouches for both; a context is plain bytes.
        unsafe { std::ptr::copy(src, dst, 1) };
    }
}

/// Adds data.
///
/// # Safety
/// `ctx` is null, or points to a context that nobody else uses; `input` is null, or readable for `ilen` bytes.
pub(crate) unsafe fn update<C: DigestContext<B>, const B: usize>(
    ctx: *mut C,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    // SAFETY: the caller vouches for `ctx` and `input`.
    let (Some(context), Some(input)) = (unsafe { (ctx.as_mut(), boundary::bytes(input, ilen)) }) else {
        return C::BAD_INPUT;
    };
    context.blocks().update(input);
    0
}

/// Ends a digest and wipes the context.
///
/// # Safety
/// `ctx` is null, or points to a context that nobody else uses; `output` is null, or valid for writing the digest.
pub(crate) unsafe fn finish<C: DigestContext<B>, const B: usize>(ctx: *mut C, output: *mut c_uchar) -> c_int {
    // SAFETY: the caller vouches for `ctx`.
    match unsafe { ctx.as_mut() } {
        Some(context) if !output.is_null() => {
            let digest = context.blocks().finish();
            // SAFETY: the caller vouches for `output` and `ctx`.
            unsafe {
                boundary::write(output, digest.as_ref());
                wipe(ctx);
            }
            0
        }
        _ => C::BAD_INPUT,
    }
}

/// Takes a block by itself.
///
/// # Safety
/// `ctx` is null, or points to a context that nobody else uses; `data` is null, or readable for `B` bytes.
pub(crate) unsafe fn process<C: DigestContext<B>, const B: usize>(
    ctx: *mut C,
    data: *const c_uchar,
) -> c_int {
    // SAFETY: the caller vouches for `ctx` and `data`, an array of bytes.
    let (Some(context), Some(block)) = (unsafe { (ctx.as_mut(), data.cast::<[u8; B]>().as_ref()) }) else {
        return C::BAD_INPUT;
    };
    context.blocks().process(block);
    0
}

/// A digest at one go; `bad_input` is what is returned for NULL.
///
/// # Safety
/// `input` is null, or readable for `ilen` bytes; `output` is null, or valid for writing the digest.
pub(crate) unsafe fn digest(
    algorithm: Algorithm,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    bad_input: c_int,
) -> c_int {
    // SAFETY: the caller vouches for `input`.
    match unsafe { boundary::bytes(input, ilen) } {
        Some(input) if !output.is_null() => {
            // SAFETY: the caller vouches for `output`.
            unsafe { boundary::write(output, algorithm.digest(input).as_ref()) };
            0
        }
        _ => bad_input,
    }
}
