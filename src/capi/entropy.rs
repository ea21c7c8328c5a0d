//! `mbedtls/entropy.h`: a context that stands for the operating system's randomness.
//! Layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_char, c_int, c_uchar, c_void};

use super::boundary;
use super::codes::{
    MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR, MBEDTLS_ERR_ENTROPY_MAX_SOURCES, MBEDTLS_ERR_ENTROPY_SOURCE_FAILED,
};
use super::md::mbedtls_md_context_t;
use super::threading::mbedtls_threading_mutex_t;
use super::{seed_file, self_test};
use crate::crypto::random;

/// The most bytes that one call of mbedtls_entropy_func() gives.
const MBEDTLS_ENTROPY_BLOCK_SIZE: usize = 64;

/// A source of entropy: writes up to `len` bytes to `output` and sets `*olen` to how many. `data` is what was
/// registered along with the function. Returns 0 or an error code.
pub type mbedtls_entropy_f_source_ptr = Option<
    unsafe extern "C" fn(data: *mut c_void, output: *mut c_uchar, len: usize, olen: *mut usize) -> c_int,
>;

/// One registered source. Its members are private.
#[repr(C)]
pub struct mbedtls_entropy_source_state {
    pub(crate) f_source: mbedtls_entropy_f_source_ptr,
    pub(crate) p_source: *mut c_void,
    pub(crate) size: usize,
    pub(crate) threshold: usize,
    pub(crate) strong: c_int,
}
const _: () = assert!(
    size_of::<mbedtls_entropy_source_state>() == 40 && align_of::<mbedtls_entropy_source_state>() == 8
);

/// Where seeds come from; threads may share it. Starts with mbedtls_entropy_init(), ends with
/// mbedtls_entropy_free(). Its members are private.
#[repr(C)]
pub struct mbedtls_entropy_context {
    pub(crate) accumulator: mbedtls_md_context_t,
    pub(crate) accumulator_started: c_int,
    pub(crate) source_count: c_int,
    pub(crate) source: [mbedtls_entropy_source_state; 20],
    pub(crate) mutex: mbedtls_threading_mutex_t,
}
const _: () =
    assert!(size_of::<mbedtls_entropy_context>() == 880 && align_of::<mbedtls_entropy_context>() == 8);

/// Makes a context ready for use.
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_entropy_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_init(ctx: *mut mbedtls_entropy_context) {
    // SAFETY: the caller vouches for `ctx`; zero bytes are a context without sources.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Ends a context. It holds nothing that would have to be released; it may be made ready again.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_entropy_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_free(ctx: *mut mbedtls_entropy_context) {
    // SAFETY: the caller vouches for `ctx`; zero bytes are a context without sources.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Gives random bytes of the operating system. This is what programs pass to mbedtls_ctr_drbg_seed(). Several threads
/// may use one context at the same time.
///
/// \param data    A mbedtls_entropy_context; it is not looked at and may be NULL.
/// \param output  Where the bytes go; owned by the caller, may be NULL if `len` is 0.
/// \param len     How many, at most 64.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_ENTROPY_SOURCE_FAILED: `len` is over 64, `output` is NULL, or the operating system gives
///          none.
///
/// # Safety
/// `output` is null, or valid for writing `len` bytes that nothing else uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_func(data: *mut c_void, output: *mut c_uchar, len: usize) -> c_int {
    boundary::enter(|| {
        let _ = data;
        if len > MBEDTLS_ENTROPY_BLOCK_SIZE {
            return MBEDTLS_ERR_ENTROPY_SOURCE_FAILED;
        }
        // SAFETY: the caller vouches for `output`.
        let Some(output) = (unsafe { boundary::bytes_mut(output, len) }) else {
            return MBEDTLS_ERR_ENTROPY_SOURCE_FAILED;
        };
        random::fill(output).map_or(MBEDTLS_ERR_ENTROPY_SOURCE_FAILED, |()| 0)
    })
}

/// Adds a source. The operating system's randomness is there already and is as good as any: the source is counted, and
/// never asked.
///
/// \param ctx        The context.
/// \param f_source   The source.
/// \param p_source   Its first argument.
/// \param threshold  How many bytes it should give before it counts.
/// \param strong     MBEDTLS_ENTROPY_SOURCE_STRONG or MBEDTLS_ENTROPY_SOURCE_WEAK.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_ENTROPY_MAX_SOURCES: there are 19 sources already, or the context is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_add_source(
    ctx: *mut mbedtls_entropy_context,
    f_source: mbedtls_entropy_f_source_ptr,
    p_source: *mut c_void,
    threshold: usize,
    strong: c_int,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(context) = (unsafe { ctx.as_mut() }) else { return MBEDTLS_ERR_ENTROPY_MAX_SOURCES };
        let place = usize::try_from(context.source_count).ok().filter(|place| *place < OTHER_SOURCES);
        let Some(source) = place.and_then(|place| context.source.get_mut(place)) else {
            return MBEDTLS_ERR_ENTROPY_MAX_SOURCES;
        };
        *source = mbedtls_entropy_source_state { f_source, p_source, size: 0, threshold, strong };
        context.source_count += 1;
        0
    })
}

/// Polls the sources. There is no need to: see mbedtls_entropy_add_source().
///
/// \param ctx  The context; not looked at.
///
/// \return  0 always.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_gather(ctx: *mut mbedtls_entropy_context) -> c_int {
    let _ = ctx;
    0
}

/// Stirs bytes into a context. There is no need to: what mbedtls_entropy_func() gives is random whatever is added.
///
/// \param ctx   The context; not looked at.
/// \param data  The bytes; not looked at.
/// \param len   Their number.
///
/// \return  0 always.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_update_manual(
    ctx: *mut mbedtls_entropy_context,
    data: *const c_uchar,
    len: usize,
) -> c_int {
    let _ = (ctx, data, len);
    0
}

/// Writes a seed of 64 random bytes to a file, which only its owner may read.
///
/// \param ctx   The context; not looked at.
/// \param path  The file's name.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR: the file cannot be written, or its name is NULL.
///
/// # Safety
/// `path` is null, or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_write_seed_file(
    ctx: *mut mbedtls_entropy_context,
    path: *const c_char,
) -> c_int {
    boundary::enter(|| {
        let _ = ctx;
        // SAFETY: the caller vouches for `path`.
        let written =
            unsafe { boundary::string(path) }.and_then(seed_file::write::<MBEDTLS_ENTROPY_BLOCK_SIZE>);
        written.map_or(MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR, |()| 0)
    })
}

/// Replaces the seed in a file. There is no need for the old one.
///
/// \param ctx   The context; not looked at.
/// \param path  The file's name.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR: the file cannot be read or written, or its name is NULL.
///
/// # Safety
/// `path` is null, or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_update_seed_file(
    ctx: *mut mbedtls_entropy_context,
    path: *const c_char,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `path`.
        match unsafe { boundary::string(path) }.and_then(|path| seed_file::length(path, 0)) {
            None => MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR,
            // SAFETY: the caller vouches for `path`.
            Some(_) => unsafe { mbedtls_entropy_write_seed_file(ctx, path) },
        }
    })
}

/// The operating system as a source.
///
/// \param data    Not looked at; may be NULL.
/// \param output  Where the bytes go; owned by the caller, may be NULL if `len` is 0.
/// \param len     How many.
/// \param olen    Where `len` goes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_ENTROPY_SOURCE_FAILED: the operating system gives no randomness, or an argument is NULL.
///
/// # Safety
/// `output` is null, or valid for writing `len` bytes that nothing else uses meanwhile; `olen` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_entropy_poll(
    data: *mut c_void,
    output: *mut c_uchar,
    len: usize,
    olen: *mut usize,
) -> c_int {
    boundary::enter(|| {
        let _ = data;
        // SAFETY: the caller vouches for `output`.
        let Some(output) = (unsafe { boundary::bytes_mut(output, len) }) else {
            return MBEDTLS_ERR_ENTROPY_SOURCE_FAILED;
        };
        if olen.is_null() || random::fill(output).is_err() {
            return MBEDTLS_ERR_ENTROPY_SOURCE_FAILED;
        }
        // SAFETY: the caller vouches for `olen`, which is not null.
        unsafe { olen.write(len) };
        0
    })
}

/// Checks that two draws differ.
///
/// \param verbose  Not 0: says so on the standard output.
///
/// \return  0: they do.
/// \return  1: they do not, or there is no randomness.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_self_test(verbose: c_int) -> c_int {
    boundary::enter(|| self_test::run(verbose, &[(c"ENTROPY", random::works)]))
}

/// How many sources may be added: the operating system is the twentieth.
const OTHER_SOURCES: usize = 19;

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::MaybeUninit;
    use std::ptr;

    #[test]
    fn up_to_64_bytes_from_any_context() {
        let mut ctx = MaybeUninit::<mbedtls_entropy_context>::uninit();
        let mut bytes = [0_u8; 65];
        let (data, output) = (ctx.as_mut_ptr(), bytes.as_mut_ptr());
        // SAFETY: `ctx` is memory for a context, `output` has 65 bytes; null is allowed.
        unsafe {
            mbedtls_entropy_init(data);
            assert_eq!(mbedtls_entropy_func(data.cast(), output, 64), 0);
            assert_eq!(mbedtls_entropy_func(data.cast(), output, 65), MBEDTLS_ERR_ENTROPY_SOURCE_FAILED);
            assert_eq!(mbedtls_entropy_func(ptr::null_mut(), ptr::null_mut(), 0), 0);
            assert_eq!(
                mbedtls_entropy_func(ptr::null_mut(), ptr::null_mut(), 1),
                MBEDTLS_ERR_ENTROPY_SOURCE_FAILED
            );
            mbedtls_entropy_free(data);
            mbedtls_entropy_free(data);
            mbedtls_entropy_init(ptr::null_mut());
            mbedtls_entropy_free(ptr::null_mut());
        }
        assert!(bytes.iter().any(|byte| *byte != 0));
        assert_eq!(bytes[64], 0);
    }
}
