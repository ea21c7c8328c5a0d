//! Reading values one after another, and lists of them.

use std::ffi::{c_int, c_uchar, c_void};
use std::ptr;

use super::{
    asn1_code, mbedtls_asn1_bitstring, mbedtls_asn1_buf, mbedtls_asn1_sequence, mbedtls_asn1_sequence_free,
};
use crate::capi::bignum::{mbedtls_mpi, set_magnitude};
use crate::capi::boundary::{self, enter};
use crate::capi::codes::*;
use crate::x509::der::{self, DerError, Reader};

/// Reads a length.
///
/// \param p    Where it starts; behind it afterwards.
/// \param end  The end of the input.
/// \param len  Where it goes.
///
/// \return 0 if it was read and that many bytes follow.
/// \return #MBEDTLS_ERR_ASN1_OUT_OF_DATA if the input ends too early, or for NULL.
/// \return #MBEDTLS_ERR_ASN1_INVALID_LENGTH if it takes more than four bytes, or none.
///
/// # Safety
/// `p` is null or points to null or to the input up to `end`; `len` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_len(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    len: *mut usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { read(p, end, len, |input| input.reader.length()) })
}

/// Reads a tag and a length.
///
/// \param p    Where they start; at the contents afterwards. An unexpected tag leaves it where it is.
/// \param end  The end of the input.
/// \param len  Where the length goes.
/// \param tag  The tag that is expected.
///
/// \return 0 if they were read and that many bytes follow.
/// \return #MBEDTLS_ERR_ASN1_UNEXPECTED_TAG if another tag is there.
/// \return #MBEDTLS_ERR_ASN1_OUT_OF_DATA or #MBEDTLS_ERR_ASN1_INVALID_LENGTH as from mbedtls_asn1_get_len().
///
/// # Safety
/// As for mbedtls_asn1_get_len().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_tag(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    len: *mut usize,
    tag: c_int,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { read(p, end, len, |input| input.content(tag).map(<[u8]>::len)) })
}

/// Reads a BOOLEAN.
///
/// \param p    Where it starts; behind it afterwards.
/// \param end  The end of the input.
/// \param val  Where 0 or 1 goes; any byte but 0 is true.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ASN1_INVALID_LENGTH if it has not one byte; otherwise as from mbedtls_asn1_get_tag().
///
/// # Safety
/// `p` is null or points to null or to the input up to `end`; `val` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_bool(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    val: *mut c_int,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { read(p, end, val, |input| input.reader.boolean().map(c_int::from)) })
}

/// Reads an INTEGER that an `int` can hold.
///
/// \param p    Where it starts; behind it afterwards.
/// \param end  The end of the input.
/// \param val  Where the number goes.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ASN1_INVALID_LENGTH if it is negative, empty or too large; otherwise as from mbedtls_asn1_get_tag().
///
/// # Safety
/// `p` is null or points to null or to the input up to `end`; `val` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_int(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    val: *mut c_int,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { read(p, end, val, |input| input.reader.small_integer()) })
}

/// Reads an ENUMERATED value that an `int` can hold.
///
/// \param p    Where it starts; behind it afterwards.
/// \param end  The end of the input.
/// \param val  Where the number goes.
///
/// \return As mbedtls_asn1_get_int().
///
/// # Safety
/// `p` is null or points to null or to the input up to `end`; `val` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_enum(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    val: *mut c_int,
) -> c_int {
    // SAFETY: passed on to the caller.
    enter(|| unsafe { read(p, end, val, |input| input.reader.small_number(der::ENUMERATED)) })
}

/// Reads an INTEGER of any size, as a number without sign.
///
/// \param p    Where it starts; behind it afterwards.
/// \param end  The end of the input.
/// \param X    The number that is set, initialised.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if it is too large; otherwise as from mbedtls_asn1_get_tag().
///
/// # Safety
/// `p` is null or points to null or to the input up to `end`; `X` is null or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_mpi(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    X: *mut mbedtls_mpi,
) -> c_int {
    enter(|| {
        if X.is_null() {
            return MBEDTLS_ERR_ASN1_OUT_OF_DATA;
        }
        // SAFETY: the caller vouches for the input.
        match unsafe { take(p, end, |input| input.reader.content(der::INTEGER)) } {
            // SAFETY: the caller vouches for `X`.
            Ok(bytes) => unsafe { set_magnitude(X, bytes) },
            Err(code) => code,
        }
    })
}

/// Reads a BIT STRING that is all there is.
///
/// \param p    Where it starts; behind it afterwards.
/// \param end  The end of the input.
/// \param bs   Where its place and length go.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ASN1_INVALID_LENGTH if more than 7 bits are unused.
/// \return #MBEDTLS_ERR_ASN1_LENGTH_MISMATCH if something follows it; otherwise as from mbedtls_asn1_get_tag().
///
/// # Safety
/// `p` is null or points to null or to the input up to `end`; `bs` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_bitstring(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    bs: *mut mbedtls_asn1_bitstring,
) -> c_int {
    enter(|| {
        let bits = |input: &mut Input<'_>| {
            let bits = input.reader.bit_string()?;
            input.reader.end()?;
            Ok(mbedtls_asn1_bitstring {
                len: bits.bytes.len(),
                unused_bits: bits.unused_bits,
                p: input.address(bits.bytes),
            })
        };
        // SAFETY: passed on to the caller.
        unsafe { read(p, end, bs, bits) }
    })
}

/// Reads the beginning of a BIT STRING without unused bits.
///
/// \param p    Where it starts; at the first byte of the bits afterwards.
/// \param end  The end of the input.
/// \param len  Where the length of the bits in bytes goes.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ASN1_INVALID_DATA if bits are unused; otherwise as from mbedtls_asn1_get_tag().
///
/// # Safety
/// As for mbedtls_asn1_get_len().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_bitstring_null(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    len: *mut usize,
) -> c_int {
    enter(|| {
        let bits = |input: &mut Input<'_>| {
            let bits = input.reader.octet_aligned_bit_string()?;
            input.stop_before(bits);
            Ok(bits.len())
        };
        // SAFETY: passed on to the caller.
        unsafe { read(p, end, len, bits) }
    })
}

/// Reads an AlgorithmIdentifier.
///
/// \param p       Where it starts; behind it afterwards.
/// \param end     The end of the input.
/// \param alg     Where the place of the OID goes.
/// \param params  Where the place of the parameters goes; all zero if there are none.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ASN1_LENGTH_MISMATCH if something follows the parameters; otherwise as from mbedtls_asn1_get_tag().
///
/// # Safety
/// `p` is null or points to null or to the input up to `end`; `alg` and `params` are null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_alg(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    alg: *mut mbedtls_asn1_buf,
    params: *mut mbedtls_asn1_buf,
) -> c_int {
    enter(|| {
        if alg.is_null() || params.is_null() {
            return MBEDTLS_ERR_ASN1_OUT_OF_DATA;
        }
        // SAFETY: the caller vouches for the input.
        match unsafe { take(p, end, algorithm) } {
            Ok((oid, parameters)) => {
                // SAFETY: the caller vouches for both.
                unsafe {
                    alg.write(oid);
                    params.write(parameters);
                }
                0
            }
            Err(code) => code,
        }
    })
}

/// Reads an AlgorithmIdentifier that may have no parameters but NULL.
///
/// \param p    Where it starts; behind it afterwards.
/// \param end  The end of the input.
/// \param alg  Where the place of the OID goes.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ASN1_INVALID_DATA if it has other parameters; otherwise as from mbedtls_asn1_get_alg().
///
/// # Safety
/// `p` is null or points to null or to the input up to `end`; `alg` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_alg_null(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    alg: *mut mbedtls_asn1_buf,
) -> c_int {
    enter(|| {
        let plain = |input: &mut Input<'_>| match algorithm(input)? {
            (oid, parameters) if matches!(parameters.tag, 0 | 5) && parameters.len == 0 => Ok(oid),
            _ => Err(DerError::InvalidData),
        };
        // SAFETY: passed on to the caller.
        unsafe { read(p, end, alg, plain) }
    })
}

/// Reads a SEQUENCE OF values of one kind into a list.
///
/// \param p    Where it starts; behind it afterwards.
/// \param end  The end of the input, which is that of the sequence.
/// \param cur  The list's first node, which takes the first value. What hung from it is released. Release what hangs from it
///             afterwards with mbedtls_asn1_sequence_free().
/// \param tag  The tag that each value has.
///
/// \return 0 if it was read. An empty sequence leaves the first node all zero.
/// \return #MBEDTLS_ERR_ASN1_LENGTH_MISMATCH if the sequence is not all that there is.
/// \return #MBEDTLS_ERR_ASN1_ALLOC_FAILED if there is no memory; otherwise as from mbedtls_asn1_get_tag(). Nothing hangs
///         from the first node then.
///
/// # Safety
/// `p` is null or points to null or to the input up to `end`; `cur` is null or the first node of a list whose other
/// nodes come from the C allocator.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_sequence_of(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    cur: *mut mbedtls_asn1_sequence,
    tag: c_int,
) -> c_int {
    enter(|| {
        // SAFETY: null, or the caller vouches for it.
        let Some(first) = (unsafe { cur.as_mut() }) else { return MBEDTLS_ERR_ASN1_OUT_OF_DATA };
        // SAFETY: the caller vouches for the list.
        unsafe { mbedtls_asn1_sequence_free(first.next) };
        *first = mbedtls_asn1_sequence { buf: mbedtls_asn1_buf::empty(), next: ptr::null_mut() };
        // SAFETY: the caller vouches for the input.
        let code = match unsafe { take(p, end, |input| sequence_of(input, tag, first)) } {
            Ok(true) => return 0,
            Ok(false) => MBEDTLS_ERR_ASN1_ALLOC_FAILED,
            Err(code) => code,
        };
        // SAFETY: `sequence_of` made these nodes.
        unsafe { mbedtls_asn1_sequence_free(first.next) };
        first.next = ptr::null_mut();
        code
    })
}

/// Reads a SEQUENCE and calls a function for its values.
///
/// \param p              Where it starts; behind it afterwards.
/// \param end            The end of the input, which is that of the sequence.
/// \param tag_must_mask  Which bits of every value's tag are prescribed,
/// \param tag_must_val   and what they have to be.
/// \param tag_may_mask   Which bits of a value's tag decide whether the function is called for it,
/// \param tag_may_val    and what they have to be for that.
/// \param cb             The function; may be NULL. It gets \p ctx, the tag, the contents and their length, and ends the
///                       reading with any result but 0.
/// \param ctx            What the function gets.
///
/// \return 0 if the sequence was read.
/// \return #MBEDTLS_ERR_ASN1_LENGTH_MISMATCH if the sequence is not all that there is.
/// \return #MBEDTLS_ERR_ASN1_UNEXPECTED_TAG if a tag is not as prescribed; otherwise as from mbedtls_asn1_get_tag().
/// \return What the function returned if it was not 0.
///
/// # Safety
/// `p` is null or points to null or to the input up to `end`; `cb` is null or a function that may be called so.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_traverse_sequence_of(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    tag_must_mask: c_uchar,
    tag_must_val: c_uchar,
    tag_may_mask: c_uchar,
    tag_may_val: c_uchar,
    cb: Option<unsafe extern "C" fn(ctx: *mut c_void, tag: c_int, start: *mut c_uchar, len: usize) -> c_int>,
    ctx: *mut c_void,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for the input.
        let start =
            unsafe { take(p, end, |input| input.whole_sequence().map(|content| input.address(content))) };
        let mut at = match start {
            Ok(start) => start,
            Err(code) => return code,
        };
        while at.cast_const() < end {
            let value = |input: &mut Input<'_>| {
                let value = input.reader.any_with(|tag| tag & tag_must_mask == tag_must_val)?;
                Ok((value.tag, input.address(value.content), value.content.len()))
            };
            // SAFETY: from `at` to `end` is the rest of the input. No reference to it is kept while the function runs.
            let (tag, content, len) = match unsafe { take(&raw mut at, end, value) } {
                Ok(value) => value,
                Err(code) => return code,
            };
            if let Some(cb) = cb.filter(|_| tag & tag_may_mask == tag_may_val) {
                // SAFETY: the caller vouches for the function and its argument.
                let ret = unsafe { cb(ctx, tag.into(), content, len) };
                if ret != 0 {
                    return ret;
                }
            }
        }
        0
    })
}

/// The input of one call. What is read are slices, what C gets are addresses in its own memory.
struct Input<'a> {
    start: *mut c_uchar,
    bytes: &'a [u8],
    reader: Reader<'a>,
}

impl<'a> Input<'a> {
    fn address(&self, part: &[u8]) -> *mut c_uchar {
        self.start.wrapping_add(part.as_ptr().addr().wrapping_sub(self.bytes.as_ptr().addr()))
    }

    /// The contents of the next value; stops in front of them.
    fn content(&mut self, tag: c_int) -> Result<&'a [u8], DerError> {
        let content = match u8::try_from(tag) {
            Ok(tag) => self.reader.content(tag)?,
            Err(_) if self.reader.is_empty() => return Err(DerError::OutOfData),
            Err(_) => return Err(DerError::UnexpectedTag),
        };
        self.stop_before(content);
        Ok(content)
    }

    fn stop_before(&mut self, part: &'a [u8]) {
        let offset = part.as_ptr().addr().wrapping_sub(self.bytes.as_ptr().addr());
        self.reader = Reader::new(self.bytes.get(offset..).unwrap_or_default());
    }

    /// The contents of a SEQUENCE that is all there is.
    fn whole_sequence(&mut self) -> Result<&'a [u8], DerError> {
        let content = self.reader.content(der::SEQUENCE)?;
        self.reader.end()?;
        Ok(content)
    }
}

/// Runs `read` over the bytes from `*p` to `end`. If it succeeds, `*p` moves to where it stopped; otherwise there is a code.
///
/// # Safety
/// `p` is null or points to null or to readable bytes up to `end`, which nobody writes during `'a`.
unsafe fn take<'a, T>(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    read: impl FnOnce(&mut Input<'a>) -> Result<T, DerError>,
) -> Result<T, c_int> {
    // SAFETY: null, or the caller vouches for it.
    let place = unsafe { p.as_mut() }.ok_or(MBEDTLS_ERR_ASN1_OUT_OF_DATA)?;
    let len = end.addr().checked_sub(place.addr()).ok_or(MBEDTLS_ERR_ASN1_OUT_OF_DATA)?;
    // SAFETY: the caller vouches for these bytes.
    let bytes = unsafe { boundary::bytes(*place, len) }.ok_or(MBEDTLS_ERR_ASN1_OUT_OF_DATA)?;
    let mut input = Input { start: *place, bytes, reader: Reader::new(bytes) };
    let result = read(&mut input).map_err(asn1_code)?;
    *place = place.wrapping_add(bytes.len() - input.reader.rest().len());
    Ok(result)
}

/// As [`take`], with the result going to `out`: 0 or a code.
///
/// # Safety
/// As for [`take`]; `out` is null or writable.
unsafe fn read<T>(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    out: *mut T,
    read: impl FnOnce(&mut Input<'_>) -> Result<T, DerError>,
) -> c_int {
    if out.is_null() {
        return MBEDTLS_ERR_ASN1_OUT_OF_DATA;
    }
    // SAFETY: passed on to the caller.
    match unsafe { take(p, end, read) } {
        Ok(result) => {
            // SAFETY: the caller vouches for `out`.
            unsafe { out.write(result) };
            0
        }
        Err(code) => code,
    }
}

/// The OID of an AlgorithmIdentifier, and its parameters or zeros.
fn algorithm(input: &mut Input<'_>) -> Result<(mbedtls_asn1_buf, mbedtls_asn1_buf), DerError> {
    let algorithm = input.reader.algorithm()?;
    let buffer =
        |tag: u8, part: &[u8]| mbedtls_asn1_buf { tag: tag.into(), len: part.len(), p: input.address(part) };
    let parameters = algorithm.parameters.map(|value| buffer(value.tag, value.content));
    Ok((buffer(der::OID, algorithm.oid), parameters.unwrap_or(mbedtls_asn1_buf::empty())))
}

/// Hangs the values of a SEQUENCE behind one another; `false`: no memory.
fn sequence_of(
    input: &mut Input<'_>,
    tag: c_int,
    first: &mut mbedtls_asn1_sequence,
) -> Result<bool, DerError> {
    let mut values = Reader::new(input.whole_sequence()?);
    let mut last = first;
    while !values.is_empty() {
        let value = values.any_with(|found| c_int::from(found) == tag)?;
        let buf = mbedtls_asn1_buf { tag, len: value.content.len(), p: input.address(value.content) };
        if last.buf.p.is_null() {
            last.buf = buf;
            continue;
        }
        last.next = boundary::c_new(mbedtls_asn1_sequence { buf, next: ptr::null_mut() });
        // SAFETY: null, or a node that was just made.
        match unsafe { last.next.as_mut() } {
            Some(node) => last = node,
            None => return Ok(false),
        }
    }
    Ok(true)
}
