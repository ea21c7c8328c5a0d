//! A number as text, in memory and in files.

use std::ffi::{c_char, c_int};

use zeroize::Zeroizing;

use super::{MAX_LIMBS, MAX_NUMBER_BITS, limbs, mbedtls_mpi, number, store_in};
use crate::capi::boundary::{self, enter};
use crate::capi::codes::*;
use crate::crypto::bignum::Integer;

/// The longest line of a file: `MBEDTLS_MPI_RW_BUFFER_SIZE`.
const MBEDTLS_MPI_RW_BUFFER_SIZE: usize = 2484;
/// What of that is for digits.
const LINE: usize = MBEDTLS_MPI_RW_BUFFER_SIZE - 2;
/// The same with a NUL, for C.
const LINE_SIZE: c_int = 2483;
const _: () = assert!(LINE_SIZE.unsigned_abs().abs_diff(1) as usize == LINE);

/// Reads a number from digits.
///
/// \param X      The number; it stays as it is if this fails.
/// \param radix  The base, from 2 to 16.
/// \param s      The digits, ended by a NUL, with a minus sign in front or not; letters may be small or capital. No
///               digits are 0.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p radix is out of range, or an argument is NULL.
/// \return #MBEDTLS_ERR_MPI_INVALID_CHARACTER if there is anything else in \p s.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the number is over #MBEDTLS_MPI_MAX_LIMBS.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else; `s` is null, or a terminated string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_read_string(
    X: *mut mbedtls_mpi,
    radix: c_int,
    s: *const c_char,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `s`.
        match unsafe { boundary::string(s) } {
            // SAFETY: the caller vouches for `X`.
            Some(text) if !X.is_null() => unsafe { read(X, radix, text.to_bytes()) },
            _ => MBEDTLS_ERR_MPI_BAD_INPUT_DATA,
        }
    })
}

/// Writes a number as digits, with capital letters and a NUL behind. In base 16 their number is even.
///
/// \param X       The number.
/// \param radix   The base, from 2 to 16.
/// \param buf     Where the digits go.
/// \param buflen  The room there, in bytes.
/// \param olen    Takes how many bytes were written, with the NUL; or, if there is too little room, how much is asked
///                for, which may be more than the digits take.
///
/// \return 0 if it was written.
/// \return #MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if there is too little room.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p radix is out of range, or an argument is NULL; \p buf may be if
///         \p buflen is 0.
///
/// # Safety
/// `X` is null, or initialised; `buf` is null, or valid for writing `buflen` bytes; `olen` is null, or valid for
/// writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_write_string(
    X: *const mbedtls_mpi,
    radix: c_int,
    buf: *mut c_char,
    buflen: usize,
    olen: *mut usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `buf`.
        let out = unsafe { boundary::bytes_mut(buf.cast(), buflen) };
        // SAFETY: the caller vouches for `X`.
        let (Some(out), false, text) = (out, olen.is_null(), unsafe { digits(X, radix) }) else {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        };
        let (text, wanted) = match text {
            Ok(text) => text,
            Err(code) => return code,
        };
        let room = out.get_mut(..=text.len()).filter(|_| buflen >= wanted);
        let (written, code) = match room.and_then(<[u8]>::split_last_mut) {
            Some((end, digits)) => {
                digits.copy_from_slice(text.as_bytes());
                *end = 0;
                (text.len() + 1, 0)
            }
            None => (wanted, MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL),
        };
        // SAFETY: the caller vouches for `olen`, which is not null.
        unsafe { olen.write(written) };
        code
    })
}

/// Reads a number from a line of a file. What counts are the digits at the line's end; a sign does not.
///
/// \param X      The number.
/// \param radix  The base, from 2 to 16.
/// \param fin    The file.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_MPI_FILE_IO_ERROR if there is no line.
/// \return #MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if it is longer than #MBEDTLS_MPI_RW_BUFFER_SIZE less 4 bytes.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p radix is out of range, or an argument is NULL.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else; `fin` is null, or an open file.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_read_file(
    X: *mut mbedtls_mpi,
    radix: c_int,
    fin: *mut libc::FILE,
) -> c_int {
    enter(|| {
        let (false, false, Ok(base)) = (X.is_null(), fin.is_null(), base(radix)) else {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        };
        let mut line = Zeroizing::new([0u8; LINE + 1]);
        // SAFETY: the caller vouches for `fin`; the buffer is as long as said.
        if unsafe { libc::fgets(line.as_mut_ptr().cast(), LINE_SIZE, fin) }.is_null() {
            return MBEDTLS_ERR_MPI_FILE_IO_ERROR;
        }
        let text = line.split(|&byte| byte == 0).next().unwrap_or_default();
        if text.len() == LINE {
            return MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL;
        }
        let text = text.strip_suffix(b"\n").unwrap_or(text);
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        let start = text.iter().rposition(|&byte| !char::from(byte).is_digit(base)).map_or(0, |at| at + 1);
        // SAFETY: the caller vouches for `X`, which is not null.
        unsafe { read(X, radix, text.get(start..).unwrap_or_default()) }
    })
}

/// Writes a number as a line of a file.
///
/// \param p      What comes first; NULL for nothing.
/// \param X      The number.
/// \param radix  The base, from 2 to 16.
/// \param fout   The file; NULL for the standard output.
///
/// \return 0 if it was written.
/// \return #MBEDTLS_ERR_MPI_FILE_IO_ERROR if the file does not take it.
/// \return #MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if the number takes more than #MBEDTLS_MPI_RW_BUFFER_SIZE bytes.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p radix is out of range, or \p X is NULL.
///
/// # Safety
/// `X` is null, or initialised; `p` is null, or a terminated string; `fout` is null, or an open file.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_write_file(
    p: *const c_char,
    X: *const mbedtls_mpi,
    radix: c_int,
    fout: *mut libc::FILE,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `X` and `p`.
        let (text, prefix) = unsafe { (digits(X, radix), boundary::string(p)) };
        let text = match text {
            Ok((text, wanted)) if wanted <= LINE => text,
            Ok(_) => return MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL,
            Err(code) => return code,
        };
        let prefix = prefix.unwrap_or_default().to_bytes();
        let line = Zeroizing::new([prefix, text.as_bytes(), b"\r\n"].concat());
        // SAFETY: the caller vouches for `fout`; the line is as long as said.
        let written = unsafe {
            let file = if fout.is_null() { stdout } else { fout };
            libc::fwrite(line.as_ptr().cast(), 1, line.len(), file)
        };
        if written == line.len() { 0 } else { MBEDTLS_ERR_MPI_FILE_IO_ERROR }
    })
}

unsafe extern "C" {
    static stdout: *mut libc::FILE;
}

/// # Safety
/// `x` is initialised and used by nobody else.
unsafe fn read(x: *mut mbedtls_mpi, radix: c_int, text: &[u8]) -> c_int {
    let base = match base(radix) {
        Ok(base) => base,
        Err(code) => return code,
    };
    if text.is_empty() {
        // SAFETY: passed on to the caller.
        return unsafe { store_in(x, 0, &[]) };
    }
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    // In base 16 zeros in front count as much as any digit; otherwise a digit is a bit at least.
    let significant = digits.len() - digits.iter().take_while(|&&digit| digit == b'0').count();
    let limbs = if base == 16 { digits.len().div_ceil(16) } else { 1 };
    if limbs > MAX_LIMBS || significant > MAX_NUMBER_BITS {
        return MBEDTLS_ERR_MPI_ALLOC_FAILED;
    }
    match Integer::from_text(text, base) {
        // SAFETY: passed on to the caller.
        Some(value) => unsafe {
            let code = store_in(x, value.words().len().max(limbs), value.words());
            if code == 0 && value.is_negative() {
                (*x).s = -1;
            }
            code
        },
        None => MBEDTLS_ERR_MPI_INVALID_CHARACTER,
    }
}

fn base(radix: c_int) -> Result<u32, c_int> {
    let base = u32::try_from(radix).ok().filter(|base| (2..=16).contains(base));
    base.ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)
}

/// The digits of a number, and how much room a caller has to have for them: a quick guess from its length in bits.
///
/// # Safety
/// `x` is null, or initialised.
unsafe fn digits(x: *const mbedtls_mpi, radix: c_int) -> Result<(Zeroizing<String>, usize), c_int> {
    let base = base(radix)?;
    // SAFETY: the caller vouches for `x`.
    let (value, empty) = unsafe { (number(x).ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?, limbs(x).is_empty()) };
    let bits_per_digit_log2 = u32::from(base >= 4) + u32::from(base >= 16);
    let wanted = ((value.bits() >> bits_per_digit_log2) + 3).next_multiple_of(2);
    let mut text = if base == 16 && empty { Zeroizing::default() } else { value.to_text(base) };
    let first = usize::from(value.is_negative());
    if base == 16 && (text.len() - first) % 2 == 1 {
        text.insert(first, '0');
    }
    Ok((text, wanted))
}
