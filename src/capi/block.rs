//! What the headers of the block ciphers share: a context is a [`RawKey`], from which each call makes the cipher anew. It needs
//! no memory of its own, so that C code may copy a context and never free it; a call on a long buffer costs no more for it.

use std::ffi::{c_int, c_uint};

use super::boundary::{self, Plain};
use crate::crypto::block::{Algorithm, BlockCipher, Direction, RawKey};
use crate::crypto::modes;

// SAFETY: integers and arrays of integers.
unsafe impl Plain for RawKey {}

/// The error codes of one header.
pub(crate) struct Codes {
    pub(crate) bad_input: c_int,
    pub(crate) bad_length: c_int,
}

/// `MBEDTLS_*_ENCRYPT` or `MBEDTLS_*_DECRYPT`.
pub(crate) fn direction(mode: c_int) -> Option<Direction> {
    match mode {
        1 => Some(Direction::Encrypt),
        0 => Some(Direction::Decrypt),
        _ => None,
    }
}

/// A length in bits that is one in whole bytes.
pub(crate) fn whole_bytes(bits: c_uint) -> Option<usize> {
    usize::try_from(bits).ok().filter(|bits| bits.is_multiple_of(8)).map(|bits| bits / 8)
}

/// Puts a key into a context. `bad_key` is for a key that the cipher does not have, `bad_input` for null.
///
/// # Safety
/// `ctx` is null, or valid for writing a `C`; `key` is null, or readable for `len` bytes, if the cipher has keys of that length.
pub(crate) unsafe fn set_key<C>(
    ctx: *mut C,
    algorithm: Algorithm,
    direction: Direction,
    key: *const u8,
    len: Option<usize>,
    [bad_key, bad_input]: [c_int; 2],
) -> c_int {
    let Some(len) = len.filter(|len| algorithm.takes(*len)) else { return bad_key };
    // SAFETY: the caller vouches for both.
    let (state, key) = unsafe { (boundary::state(ctx), boundary::bytes(key, len)) };
    let (Some(state), Some(key)) = (state, key) else { return bad_input };
    let Some(raw) = RawKey::new(algorithm, direction, key) else { return bad_key };
    *state = raw;
    0
}

/// One block.
///
/// # Safety
/// `ctx` is null, or points to a context; `input` and `output` are null, or readable and writable for a block.
pub(crate) unsafe fn one_block<C, const N: usize>(
    ctx: *mut C,
    cipher: impl FnOnce(&RawKey) -> Option<BlockCipher>,
    input: *const u8,
    output: *mut u8,
    bad_input: c_int,
) -> c_int {
    // SAFETY: the caller vouches for all three.
    let (key, block) = unsafe { (boundary::state::<_, RawKey>(ctx), boundary::array::<N>(input)) };
    let (Some(cipher), Some(mut block), false) = (key.and_then(|key| cipher(key)), block, output.is_null())
    else {
        return bad_input;
    };
    cipher.apply(&mut block);
    // SAFETY: the caller vouches for `output`.
    unsafe { boundary::put(output, &block) };
    0
}

/// CBC; `chaining` is what the mode asks for, whatever the cipher does.
///
/// # Safety
/// As for the functions of the headers.
pub(crate) unsafe fn cbc<C, const N: usize>(
    ctx: *mut C,
    cipher: impl FnOnce(&RawKey) -> Option<BlockCipher>,
    chaining: Option<Direction>,
    iv: *mut u8,
    [input, output]: [*mut u8; 2],
    length: usize,
    codes: &Codes,
) -> c_int {
    let Some(chaining) = chaining else { return codes.bad_input };
    if !length.is_multiple_of(N) {
        return codes.bad_length;
    }
    // SAFETY: the caller vouches for `ctx` and `iv`.
    let (key, chain) = unsafe { (boundary::state::<_, RawKey>(ctx), boundary::array::<N>(iv)) };
    let (Some(cipher), Some(mut chain)) = (key.and_then(|key| cipher(key)), chain) else {
        return codes.bad_input;
    };
    // SAFETY: the caller vouches for `length` bytes at both.
    let Some(data) = (unsafe { boundary::moved(input, output, length) }) else { return codes.bad_input };
    match chaining {
        Direction::Encrypt => modes::cbc_encrypt(&cipher, &mut chain, data),
        Direction::Decrypt => modes::cbc_decrypt(&cipher, &mut chain, data),
    }
    // SAFETY: the caller vouches for `iv`.
    unsafe { boundary::put(iv, &chain) };
    0
}

/// A mode with an IV of 16 bytes and a position in it, which `run` does.
///
/// # Safety
/// As for the functions of the headers.
pub(crate) unsafe fn positioned<C>(
    ctx: *mut C,
    cipher: impl FnOnce(&RawKey) -> Option<BlockCipher>,
    (offset, iv): (*mut usize, *mut u8),
    [input, output]: [*mut u8; 2],
    length: usize,
    bad_input: c_int,
    run: impl FnOnce(&BlockCipher, &mut usize, &mut [u8; 16], &mut [u8]),
) -> c_int {
    // SAFETY: the caller vouches for `ctx`, `offset` and `iv`.
    let (key, at, block) =
        unsafe { (boundary::state::<_, RawKey>(ctx), offset.as_ref().copied(), boundary::array::<16>(iv)) };
    let (Some(cipher), Some(mut at), Some(mut block)) =
        (key.and_then(|key| cipher(key)), at.filter(|at| *at < 16), block)
    else {
        return bad_input;
    };
    // SAFETY: the caller vouches for `length` bytes at both.
    let Some(data) = (unsafe { boundary::moved(input, output, length) }) else { return bad_input };
    run(&cipher, &mut at, &mut block, data);
    // SAFETY: the caller vouches for both, and neither is null.
    unsafe {
        offset.write(at);
        boundary::put(iv, &block);
    }
    0
}

/// CTR, which keeps a block of key stream beside the counter.
///
/// # Safety
/// As for the functions of the headers.
pub(crate) unsafe fn ctr<C>(
    ctx: *mut C,
    cipher: impl FnOnce(&RawKey) -> Option<BlockCipher>,
    offset: *mut usize,
    [counter, stream_block]: [*mut u8; 2],
    buffers: [*mut u8; 2],
    length: usize,
    bad_input: c_int,
) -> c_int {
    // SAFETY: the caller vouches for `stream_block`.
    let Some(mut stream) = (unsafe { boundary::array::<16>(stream_block) }) else { return bad_input };
    let run = |cipher: &BlockCipher, at: &mut usize, counter: &mut [u8; 16], data: &mut [u8]| {
        modes::ctr(cipher, at, counter, &mut stream, data);
    };
    // SAFETY: the caller vouches for all of it.
    let code = unsafe { positioned(ctx, cipher, (offset, counter), buffers, length, bad_input, run) };
    if code == 0 {
        // SAFETY: the caller vouches for `stream_block`.
        unsafe { boundary::put(stream_block, &stream) };
    }
    code
}
