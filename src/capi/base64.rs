//! `mbedtls/base64.h`.

use std::ffi::{c_int, c_uchar};

use super::boundary;
use super::codes::{MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL, MBEDTLS_ERR_BASE64_INVALID_CHARACTER};
use super::self_test::{self, Case};
use crate::crypto::base64::{decode, encode, encoded_len};

/// Encodes bytes, on one line, with a NUL behind it.
///
/// \param dst   Where the text goes. NULL to ask how much room it needs.
/// \param dlen  The room there, in bytes.
/// \param olen  Receives the length of the text without its NUL; or, where there is not enough room, that which is needed with
///              it.
/// \param src   The bytes.
/// \param slen  Their number. 0: nothing is written, not even a NUL.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL: there is not enough room, or a pointer is NULL.
///
/// # Safety
/// `dst` is null, or writable for `dlen` bytes; `olen` is null or valid; `src` is null, or readable for `slen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_base64_encode(
    dst: *mut c_uchar,
    dlen: usize,
    olen: *mut usize,
    src: *const c_uchar,
    slen: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `olen`.
        let Some(olen) = (unsafe { olen.as_mut() }) else { return MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL };
        *olen = 0;
        if slen == 0 {
            return 0;
        }
        let Some(needed) = encoded_len(slen).and_then(|len| len.checked_add(1)) else {
            *olen = usize::MAX;
            return MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL;
        };
        *olen = needed;
        if dst.is_null() || dlen < needed {
            return MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL;
        }
        // SAFETY: the caller vouches for both.
        let Some(text) = (unsafe { boundary::bytes(src, slen) }).map(encode) else {
            return MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL;
        };
        // SAFETY: the caller vouches for `dlen` bytes, which are enough for the text and a NUL.
        unsafe {
            boundary::put(dst, &text);
            dst.add(text.len()).write(0);
        }
        *olen = text.len();
        0
    })
}

/// Decodes text. Line ends may stand anywhere in it, and spaces in front of a line end and at the end of the text.
///
/// \param dst   Where the bytes go. NULL to ask how much room they need.
/// \param dlen  The room there, in bytes.
/// \param olen  Receives their number; where there is not enough room, that which is needed.
/// \param src   The text.
/// \param slen  Its length in bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL: there is not enough room.
/// \return  MBEDTLS_ERR_BASE64_INVALID_CHARACTER: it is not base64, or a pointer is NULL.
///
/// # Safety
/// `dst` is null, or writable for `dlen` bytes; `olen` is null or valid; `src` is null, or readable for `slen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_base64_decode(
    dst: *mut c_uchar,
    dlen: usize,
    olen: *mut usize,
    src: *const c_uchar,
    slen: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(olen), Some(text)) = (unsafe { (olen.as_mut(), boundary::bytes(src, slen)) }) else {
            return MBEDTLS_ERR_BASE64_INVALID_CHARACTER;
        };
        let Some(decoded) = decode(text) else { return MBEDTLS_ERR_BASE64_INVALID_CHARACTER };
        *olen = decoded.len();
        if decoded.is_empty() {
            return 0;
        }
        if dst.is_null() || dlen < decoded.len() {
            return MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL;
        }
        // SAFETY: the caller vouches for `dlen` bytes, which are enough.
        unsafe { boundary::put(dst, &decoded) };
        0
    })
}

/// Encodes and decodes a known text.
///
/// \param verbose  Not 0: says on the standard output what was done and whether it was right.
///
/// \return  0: all was right.
/// \return  1: something was not.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_base64_self_test(verbose: c_int) -> c_int {
    boundary::enter(|| self_test::run(verbose, KNOWN_ANSWERS))
}

/// RFC 4648 section 10, and a line end.
const KNOWN_ANSWERS: &[Case] = &[
    (c"Base64 encoding", || {
        encode(b"foobar").as_slice() == b"Zm9vYmFy" && encode(b"foob").as_slice() == b"Zm9vYg=="
    }),
    (c"Base64 decoding", || {
        let decodes = |text: &[u8], bytes: &[u8]| decode(text).is_some_and(|found| *found == bytes);
        decodes(b"Zm9v\r\nYmFy", b"foobar") && decodes(b"Zm9vYmE=", b"fooba") && decode(b"Zm9v!mFy").is_none()
    }),
];
