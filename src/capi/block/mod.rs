//! What the headers of the block ciphers share: a context is a [`Key`], which needs no memory of its own, so that C code may copy a
//! context and never free it.

mod key;
#[cfg(target_arch = "x86_64")]
mod rounds;

use std::ffi::{c_int, c_uint};

use super::boundary;
use crate::crypto::block::{Algorithm, Blocks, Direction};
use crate::crypto::modes;

pub(crate) use key::{AesKey, Key};

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
pub(crate) unsafe fn set_key<K: Key, C>(
    ctx: *mut C,
    algorithm: Algorithm,
    direction: Direction,
    key: *const u8,
    len: Option<usize>,
    [bad_key, bad_input]: [c_int; 2],
) -> c_int {
    let Some(len) = len.filter(|len| algorithm.takes(*len)) else { return bad_key };
    // SAFETY: the caller vouches for both.
    let (state, key) = unsafe { (boundary::state::<_, K>(ctx), boundary::bytes(key, len)) };
    let (Some(state), Some(key)) = (state, key) else { return bad_input };
    state.set(algorithm, direction, key).map_or(bad_key, |()| 0)
}

/// One block. `direction` is what the call asks for, or `None` where the key decides.
///
/// # Safety
/// `ctx` is null, or points to a context; `input` and `output` are null, or readable and writable for a block.
pub(crate) unsafe fn one_block<K: Key, C, const N: usize>(
    ctx: *mut C,
    direction: Option<Direction>,
    input: *const u8,
    output: *mut u8,
    bad_input: c_int,
) -> c_int {
    // SAFETY: the caller vouches for `ctx`.
    let Some(key) = (unsafe { boundary::state::<_, K>(ctx) }) else { return bad_input };
    with(key, direction, bad_input, |cipher| {
        // SAFETY: the caller vouches for a block at both.
        let Some(block) = (unsafe { boundary::moved(input, output, N) }) else { return bad_input };
        cipher.apply(block);
        0
    })
}

/// CBC; `chaining` is what the mode asks for, whatever the cipher does.
///
/// # Safety
/// As for the functions of the headers.
pub(crate) unsafe fn cbc<K: Key, C, const N: usize>(
    ctx: *mut C,
    direction: Option<Direction>,
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
    let (key, chain) = unsafe { (boundary::state::<_, K>(ctx), boundary::array::<N>(iv)) };
    let Some((key, mut chain)) = key.zip(chain) else { return codes.bad_input };
    with(key, direction, codes.bad_input, |cipher| {
        // SAFETY: the caller vouches for `length` bytes at both.
        let Some(data) = (unsafe { boundary::moved(input, output, length) }) else { return codes.bad_input };
        match chaining {
            Direction::Encrypt => modes::cbc_encrypt(cipher, &mut chain, data),
            Direction::Decrypt => modes::cbc_decrypt(cipher, &mut chain, data),
        }
        // SAFETY: the caller vouches for `iv`.
        unsafe { boundary::put(iv, &chain) };
        0
    })
}

/// A mode with an IV of 16 bytes and a position in it, which `run` does.
///
/// # Safety
/// As for the functions of the headers.
pub(crate) unsafe fn positioned<K: Key, C>(
    ctx: *mut C,
    direction: Option<Direction>,
    (offset, iv): (*mut usize, *mut u8),
    [input, output]: [*mut u8; 2],
    length: usize,
    bad_input: c_int,
    run: impl FnOnce(&dyn Blocks, &mut usize, &mut [u8; 16], &mut [u8]),
) -> c_int {
    // SAFETY: the caller vouches for `ctx`, `offset` and `iv`.
    let (key, at, block) =
        unsafe { (boundary::state::<_, K>(ctx), offset.as_ref().copied(), boundary::array::<16>(iv)) };
    let (Some(key), Some(mut at), Some(mut block)) = (key, at.filter(|at| *at < 16), block) else {
        return bad_input;
    };
    with(key, direction, bad_input, |cipher| {
        // SAFETY: the caller vouches for `length` bytes at both.
        let Some(data) = (unsafe { boundary::moved(input, output, length) }) else { return bad_input };
        run(cipher, &mut at, &mut block, data);
        // SAFETY: the caller vouches for both, and neither is null.
        unsafe {
            offset.write(at);
            boundary::put(iv, &block);
        }
        0
    })
}

/// CTR, which keeps a block of key stream beside the counter.
///
/// # Safety
/// As for the functions of the headers.
pub(crate) unsafe fn ctr<K: Key, C>(
    ctx: *mut C,
    direction: Option<Direction>,
    offset: *mut usize,
    [counter, stream_block]: [*mut u8; 2],
    buffers: [*mut u8; 2],
    length: usize,
    bad_input: c_int,
) -> c_int {
    // SAFETY: the caller vouches for `stream_block`.
    let Some(mut stream) = (unsafe { boundary::array::<16>(stream_block) }) else { return bad_input };
    let run = |cipher: &dyn Blocks, at: &mut usize, counter: &mut [u8; 16], data: &mut [u8]| {
        modes::ctr(cipher, at, counter, &mut stream, data);
    };
    // SAFETY: the caller vouches for all of it.
    let code =
        unsafe { positioned::<K, _>(ctx, direction, (offset, counter), buffers, length, bad_input, run) };
    if code == 0 {
        // SAFETY: the caller vouches for `stream_block`.
        unsafe { boundary::put(stream_block, &stream) };
    }
    code
}

/// What `work` gives; `bad_input` without a key.
fn with<K: Key>(
    key: &K,
    direction: Option<Direction>,
    bad_input: c_int,
    work: impl FnOnce(&dyn Blocks) -> c_int,
) -> c_int {
    match direction {
        Some(direction) => key.with(direction, work),
        None => key.with_own(work),
    }
    .unwrap_or(bad_input)
}
