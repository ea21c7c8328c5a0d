//! `mbedtls/pem.h`: one block of a text (RFC 7468), also in the encrypted form of old private keys (RFC 1421).
//! The layout is that of Debian 13 on x86_64, asserted here.

use std::ffi::{c_char, c_int, c_uchar};
use std::mem::offset_of;

use zeroize::{Zeroize, Zeroizing};

use super::boundary;
use super::codes::{
    MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH, MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL,
    MBEDTLS_ERR_BASE64_INVALID_CHARACTER, MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH, MBEDTLS_ERR_PEM_ALLOC_FAILED,
    MBEDTLS_ERR_PEM_BAD_INPUT_DATA, MBEDTLS_ERR_PEM_INVALID_DATA, MBEDTLS_ERR_PEM_INVALID_ENC_IV,
    MBEDTLS_ERR_PEM_NO_HEADER_FOOTER_PRESENT, MBEDTLS_ERR_PEM_PASSWORD_MISMATCH,
    MBEDTLS_ERR_PEM_PASSWORD_REQUIRED, MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG,
};
use crate::crypto::base64;
use crate::crypto::password::{Cipher, Key};

/// What a block holds. Its members are private: mbedtls_pem_get_buffer() reads them.
#[repr(C)]
pub struct mbedtls_pem_context {
    pub(crate) buf: *mut c_uchar,
    pub(crate) buflen: usize,
    pub(crate) info: *mut c_uchar,
}
const _: () = assert!(size_of::<mbedtls_pem_context>() == 24 && align_of::<mbedtls_pem_context>() == 8);
const _: () =
    assert!(offset_of!(mbedtls_pem_context, buf) == 0 && offset_of!(mbedtls_pem_context, buflen) == 8);

/// The most characters of a line.
const LINE: usize = 64;

/// Makes a context ready for mbedtls_pem_read_buffer().
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_pem_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pem_init(ctx: *mut mbedtls_pem_context) {
    // SAFETY: the caller vouches for `ctx`; zeros are a context that holds nothing.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes and releases what a context holds; afterwards it is as mbedtls_pem_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or points to a context made ready, which no other thread uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pem_free(ctx: *mut mbedtls_pem_context) {
    boundary::enter_or((), || {
        // SAFETY: the caller vouches for `ctx`; what it holds came from the C allocator.
        unsafe {
            let Some(context) = ctx.as_mut() else { return };
            if let Some(bytes) = boundary::bytes_mut(context.buf, context.buflen) {
                bytes.zeroize();
            }
            boundary::c_free(context.buf);
            boundary::c_free(context.info);
            boundary::zero(ctx);
        }
    });
}

/// Reads the first block of a text that stands between two given lines.
///
/// \param ctx      The context, made ready; it owns what the block holds until mbedtls_pem_free().
/// \param header   The line in front, such as "-----BEGIN CERTIFICATE-----".
/// \param footer   The line behind.
/// \param data     The text, which ends with a NUL.
/// \param pwd      The password, should the block be encrypted. NULL: there is none.
/// \param pwdlen   Its length in bytes.
/// \param use_len  Receives how much of the text was read, up to and with the footer's line, also where the block is bad.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_PEM_NO_HEADER_FOOTER_PRESENT: the text has not both lines.
/// \return  MBEDTLS_ERR_PEM_INVALID_DATA, also with the code of base64 added: what is between them is no base64.
/// \return  MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH, MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: it is encrypted, and not whole blocks.
/// \return  MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG, MBEDTLS_ERR_PEM_INVALID_ENC_IV: it is encrypted, but how is not clear.
/// \return  MBEDTLS_ERR_PEM_PASSWORD_REQUIRED, MBEDTLS_ERR_PEM_PASSWORD_MISMATCH: there is no password, or a wrong one.
/// \return  MBEDTLS_ERR_PEM_ALLOC_FAILED: out of memory.
/// \return  MBEDTLS_ERR_PEM_BAD_INPUT_DATA: there is nothing in the block, or a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that holds nothing; `header`, `footer` and `data` are null or NUL-terminated;
/// `pwd` is null, or readable for `pwdlen` bytes; `use_len` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pem_read_buffer(
    ctx: *mut mbedtls_pem_context,
    header: *const c_char,
    footer: *const c_char,
    data: *const c_uchar,
    pwd: *const c_uchar,
    pwdlen: usize,
    use_len: *mut usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for all of them.
        let (header, footer, data, password) = unsafe {
            let password = if pwd.is_null() { None } else { boundary::bytes(pwd, pwdlen) };
            let text = boundary::string(data.cast::<c_char>());
            (boundary::string(header), boundary::string(footer), text, password)
        };
        let (Some(header), Some(footer), Some(data), false) = (header, footer, data, ctx.is_null()) else {
            return MBEDTLS_ERR_PEM_BAD_INPUT_DATA;
        };
        let Some(found) = find_block(data.to_bytes(), header.to_bytes(), footer.to_bytes()) else {
            return MBEDTLS_ERR_PEM_NO_HEADER_FOOTER_PRESENT;
        };
        // SAFETY: the caller vouches for `use_len`.
        if let Some(use_len) = unsafe { use_len.as_mut() } {
            *use_len = found.end;
        }
        let content = match read_content(found.content, password) {
            Ok(content) => content,
            Err(code) => return code,
        };
        let copy = boundary::c_copy(&content);
        if copy.is_null() {
            return MBEDTLS_ERR_PEM_ALLOC_FAILED;
        }
        // SAFETY: the caller vouches for `ctx`, which is not null.
        unsafe {
            (*ctx).buf = copy;
            (*ctx).buflen = content.len();
        }
        0
    })
}

/// Writes a block: the header, lines of 64 characters, the footer, and a NUL.
///
/// \param header    What stands in front, with its line end, such as "-----BEGIN CERTIFICATE-----\n".
/// \param footer    What stands behind, with its line end.
/// \param der_data  What the block is to hold; it may lie inside of `buf`.
/// \param der_len   Its length in bytes.
/// \param buf       Where the text goes. What it does not need of the room is set to zeros.
/// \param buf_len   The room there, in bytes.
/// \param olen      Receives the length of the text with its NUL; or, where there is not enough room, that which is needed.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL: there is not enough room.
/// \return  MBEDTLS_ERR_PEM_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `header` and `footer` are null or NUL-terminated; `der_data` is null, or readable for `der_len` bytes; `buf` is null, or
/// writable for `buf_len` bytes; `olen` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pem_write_buffer(
    header: *const c_char,
    footer: *const c_char,
    der_data: *const c_uchar,
    der_len: usize,
    buf: *mut c_uchar,
    buf_len: usize,
    olen: *mut usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for all of them.
        let given = unsafe {
            (
                boundary::string(header),
                boundary::string(footer),
                boundary::bytes(der_data, der_len),
                olen.as_mut(),
            )
        };
        let (Some(header), Some(footer), Some(der), Some(olen)) = given else {
            return MBEDTLS_ERR_PEM_BAD_INPUT_DATA;
        };
        let (header, footer) = (header.to_bytes(), footer.to_bytes());
        let body = base64::encode(der);
        let lines = body.chunks(LINE);
        *olen = header.len() + body.len() + lines.len() + footer.len() + 1;
        if buf.is_null() || buf_len < *olen {
            return MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL;
        }
        let mut text = Zeroizing::new(Vec::with_capacity(*olen));
        text.extend_from_slice(header);
        for line in lines {
            text.extend_from_slice(line);
            text.push(b'\n');
        }
        text.extend_from_slice(footer);
        // SAFETY: the caller vouches for `buf_len` bytes; what may lie inside of them has been read.
        let Some(buf) = (unsafe { boundary::bytes_mut(buf, buf_len) }) else {
            return MBEDTLS_ERR_PEM_BAD_INPUT_DATA;
        };
        buf.fill(0);
        for (to, from) in buf.iter_mut().zip(text.iter()) {
            *to = *from;
        }
        0
    })
}

/// What a block without encryption holds, or the code for what is wrong with it.
pub(crate) type Content = Result<Zeroizing<Vec<u8>>, c_int>;

/// The next block of a text with this label, and where the text goes on behind it.
pub(crate) fn next_block(text: &[u8], label: &str) -> Option<(Content, usize)> {
    let boundary = |word| format!("-----{word} {label}-----");
    let found = find_block(text, boundary("BEGIN").as_bytes(), boundary("END").as_bytes())?;
    Some((read_content(found.content, None), found.end))
}

/// What there is of a text in a buffer: a NUL ends it.
pub(crate) fn visible(text: &[u8]) -> &[u8] {
    text.split(|byte| *byte == 0).next().unwrap_or_default()
}

/// A block in a text.
struct Found<'a> {
    content: &'a [u8],
    /// Where the text goes on behind it.
    end: usize,
}

/// `None`: there is no header's line, or no footer behind it.
fn find_block<'a>(text: &'a [u8], header: &[u8], footer: &[u8]) -> Option<Found<'a>> {
    let start = find(text, header)?;
    let footer_at = find(text, footer).filter(|at| *at > start)?;
    let start = line_end(text, start + header.len())?;
    let end = footer_at + footer.len();
    // A footer need not end its line.
    let end = line_end(text, end).unwrap_or_else(|| end + blanks(text, end));
    Some(Found { content: text.get(start..footer_at).unwrap_or_default(), end })
}

/// Where the next line starts, if nothing but a space stands in front of it.
fn line_end(text: &[u8], at: usize) -> Option<usize> {
    let at = at + blanks(text, at);
    (text.get(at) == Some(&b'\n')).then_some(at + 1)
}

/// A space and the first half of a line end, if they are there.
fn blanks(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let rest_len = rest.len();
    let rest = rest.strip_prefix(b" ").unwrap_or(rest);
    rest_len - rest.strip_prefix(b"\r").unwrap_or(rest).len()
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    match wanted.len() {
        0 => Some(0),
        len => text.windows(len).position(|window| window == wanted),
    }
}

fn read_content(content: &[u8], password: Option<&[u8]>) -> Result<Zeroizing<Vec<u8>>, c_int> {
    let (encryption, body) = read_headers(content)?;
    if body.is_empty() {
        return Err(MBEDTLS_ERR_PEM_INVALID_DATA);
    }
    let decoded = base64::decode(body);
    let decoded = decoded.ok_or(MBEDTLS_ERR_PEM_INVALID_DATA + MBEDTLS_ERR_BASE64_INVALID_CHARACTER)?;
    if decoded.is_empty() {
        return Err(MBEDTLS_ERR_PEM_BAD_INPUT_DATA);
    }
    let Some((cipher, iv)) = encryption else { return Ok(decoded) };
    let password = password.ok_or(MBEDTLS_ERR_PEM_PASSWORD_REQUIRED)?;
    let iv = iv.get(..cipher.iv_len()).unwrap_or_default();
    if !decoded.len().is_multiple_of(iv.len()) {
        return Err(match cipher {
            Cipher::Des | Cipher::TripleDes => MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH,
            _ => MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH,
        });
    }
    let key = Key::md5(password, iv.get(..8).unwrap_or_default());
    cipher.decrypt(&key, iv, &decoded).map_err(|_| MBEDTLS_ERR_PEM_PASSWORD_MISMATCH)
}

/// A cipher and its IV.
type Encryption = (Cipher, [u8; 16]);

/// The headers of RFC 1421, if there are any, and what is behind them.
fn read_headers(content: &[u8]) -> Result<(Option<Encryption>, &[u8]), c_int> {
    let Some(rest) = content.strip_prefix(b"Proc-Type: 4,ENCRYPTED") else { return Ok((None, content)) };
    let rest = header_end(rest)?;
    let (cipher, rest) = CIPHERS
        .iter()
        .find_map(|(name, cipher)| Some((*cipher, rest.strip_prefix(*name)?)))
        .ok_or(MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG)?;
    let (digits, rest) = rest.split_at_checked(2 * cipher.iv_len()).ok_or(MBEDTLS_ERR_PEM_INVALID_ENC_IV)?;
    let mut iv = [0; 16];
    for (byte, pair) in iv.iter_mut().zip(digits.chunks(2)) {
        let pair = std::str::from_utf8(pair).ok().filter(|pair| !pair.starts_with('+'));
        let value = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok());
        *byte = value.ok_or(MBEDTLS_ERR_PEM_INVALID_ENC_IV)?;
    }
    Ok((Some((cipher, iv)), header_end(rest)?))
}

/// What is behind a line end.
fn header_end(rest: &[u8]) -> Result<&[u8], c_int> {
    let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
    rest.strip_prefix(b"\n").ok_or(MBEDTLS_ERR_PEM_INVALID_DATA)
}

const CIPHERS: &[(&[u8], Cipher)] = &[
    (b"DEK-Info: DES-EDE3-CBC,", Cipher::TripleDes),
    (b"DEK-Info: DES-CBC,", Cipher::Des),
    (b"DEK-Info: AES-128-CBC,", Cipher::Aes128),
    (b"DEK-Info: AES-192-CBC,", Cipher::Aes192),
    (b"DEK-Info: AES-256-CBC,", Cipher::Aes256),
];
