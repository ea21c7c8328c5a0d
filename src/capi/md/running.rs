//! From mbedtls_md_init() to mbedtls_md_free(), and digests at one go.

use std::ffi::{CStr, OsStr, c_char, c_int, c_uchar};
use std::fs::File;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;

use super::{hasher, info, mbedtls_md_context_t, mbedtls_md_info_t};
use crate::capi::boundary::{self, enter, enter_or};
use crate::capi::codes::*;
use crate::crypto::digest::{Algorithm, Hasher};
use crate::crypto::hmac::Key;

/// Makes a context ready for mbedtls_md_setup().
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_md_context_t`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_init(ctx: *mut mbedtls_md_context_t) {
    // SAFETY: the caller vouches for `ctx`; null pointers are a context that is not set up.
    enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes and releases what a context holds. It may be set up again.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that nobody else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_free(ctx: *mut mbedtls_md_context_t) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(ctx) = unsafe { ctx.as_mut() } {
            // SAFETY: what a context points to came from `c_new`, and is not used again.
            unsafe {
                release(ctx.md_ctx.cast::<Hasher>());
                release(ctx.hmac_ctx.cast::<Key>());
                boundary::zero(ctx);
            }
        }
    });
}

/// Chooses the digest of a context. mbedtls_md_starts() or mbedtls_md_hmac_starts() comes next.
///
/// \param ctx      A context made ready by mbedtls_md_init(), and not set up.
/// \param md_info  The digest.
/// \param hmac     0: a digest alone. Otherwise HMAC, too.
///
/// \return  0: done; mbedtls_md_free() releases what the context now holds.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
/// \return  MBEDTLS_ERR_MD_ALLOC_FAILED: out of memory.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that nobody else uses; `md_info` is null, or from
/// mbedtls_md_info_from_type() or its like.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_setup(
    ctx: *mut mbedtls_md_context_t,
    md_info: *const mbedtls_md_info_t,
    hmac: c_int,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let (Some(ctx), Some(algorithm)) = (unsafe { ctx.as_mut() }, info::algorithm(md_info)) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        let mut hasher = Hasher::new(algorithm);
        hasher.wipe();
        let hasher = boundary::c_new(hasher);
        let key = if hmac == 0 { std::ptr::null_mut() } else { boundary::c_new(Key::unset(algorithm)) };
        if hasher.is_null() || (hmac != 0 && key.is_null()) {
            // SAFETY: both are null or fresh from `c_new`.
            unsafe {
                release(hasher);
                release(key);
            }
            return MBEDTLS_ERR_MD_ALLOC_FAILED;
        }
        *ctx = mbedtls_md_context_t { md_info, md_ctx: hasher.cast(), hmac_ctx: key.cast() };
        0
    })
}

/// Gives one context the state of another's digest, so that both go on from there. The key of an HMAC is not copied.
///
/// \param dst  The context to change, set up for the same digest.
/// \param src  The context to copy.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: a context is NULL, not set up, or set up for another digest.
///
/// # Safety
/// Each is null, or points to a context made ready that nobody else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_clone(
    dst: *mut mbedtls_md_context_t,
    src: *const mbedtls_md_context_t,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `src`; the copy outlives the reference.
        let copy = unsafe { hasher(src.cast_mut()) }.map(|from| from.clone());
        // SAFETY: the caller vouches for `dst`.
        match (unsafe { hasher(dst) }, copy) {
            (Some(to), Some(from)) if to.algorithm() == from.algorithm() => *to = from,
            _ => return MBEDTLS_ERR_MD_BAD_INPUT_DATA,
        }
        0
    })
}

/// Begins a digest.
///
/// \param ctx  A context that is set up.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up, or NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that nobody else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_starts(ctx: *mut mbedtls_md_context_t) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(hasher) = (unsafe { hasher(ctx) }) else { return MBEDTLS_ERR_MD_BAD_INPUT_DATA };
        hasher.start();
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
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up, or an argument is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that nobody else uses; `input` is null, or readable for `ilen`
/// bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_update(
    ctx: *mut mbedtls_md_context_t,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx` and `input`.
        let (Some(hasher), Some(input)) = (unsafe { (hasher(ctx), boundary::bytes(input, ilen)) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        hasher.update(input);
        0
    })
}

/// Ends a digest. mbedtls_md_starts() begins the next one.
///
/// \param ctx     A context in which a digest has begun.
/// \param output  Where the digest goes: mbedtls_md_get_size() bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up, or an argument is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that nobody else uses; `output` is null, or valid for writing the
/// digest.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_finish(ctx: *mut mbedtls_md_context_t, output: *mut c_uchar) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        match unsafe { hasher(ctx) } {
            Some(hasher) if !output.is_null() => {
                // SAFETY: the caller vouches for `output`.
                unsafe { boundary::write(output, hasher.finish().as_ref()) };
                0
            }
            _ => MBEDTLS_ERR_MD_BAD_INPUT_DATA,
        }
    })
}

/// Computes a digest at one go.
///
/// \param md_info  The digest.
/// \param input    The data; may be NULL if `ilen` is 0.
/// \param ilen     Its length in bytes.
/// \param output   Where the digest goes: mbedtls_md_get_size() bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
///
/// # Safety
/// `md_info` is null, or from mbedtls_md_info_from_type() or its like; `input` is null, or readable for `ilen` bytes;
/// `output` is null, or valid for writing the digest.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md(
    md_info: *const mbedtls_md_info_t,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `input`.
        match (info::algorithm(md_info), unsafe { boundary::bytes(input, ilen) }) {
            (Some(algorithm), Some(input)) if !output.is_null() => {
                // SAFETY: the caller vouches for `output`.
                unsafe { boundary::write(output, algorithm.digest(input).as_ref()) };
                0
            }
            _ => MBEDTLS_ERR_MD_BAD_INPUT_DATA,
        }
    })
}

/// Computes the digest of a file.
///
/// \param md_info  The digest.
/// \param path     The file's name.
/// \param output   Where the digest goes: mbedtls_md_get_size() bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_FILE_IO_ERROR: the file cannot be read, or its name is NULL.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: another argument is NULL.
///
/// # Safety
/// `md_info` is null, or from mbedtls_md_info_from_type() or its like; `path` is null, or a C string; `output` is null,
/// or valid for writing the digest.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_file(
    md_info: *const mbedtls_md_info_t,
    path: *const c_char,
    output: *mut c_uchar,
) -> c_int {
    enter(|| {
        let Some(algorithm) = info::algorithm(md_info).filter(|_| !output.is_null()) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        // SAFETY: the caller vouches for `path`.
        let digest = unsafe { boundary::string(path) }.and_then(|path| file_digest(algorithm, path));
        let Some(mut hasher) = digest else { return MBEDTLS_ERR_MD_FILE_IO_ERROR };
        // SAFETY: the caller vouches for `output`.
        unsafe { boundary::write(output, hasher.finish().as_ref()) };
        0
    })
}

fn file_digest(algorithm: Algorithm, path: &CStr) -> Option<Hasher> {
    let mut file = File::open(OsStr::from_bytes(path.to_bytes())).ok()?;
    let mut hasher = Hasher::new(algorithm);
    let mut buffer = vec![0; 16 * 1024];
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Some(hasher),
            Ok(len) => hasher.update(buffer.get(..len)?),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return None,
        }
    }
}

/// Ends and releases a value. Does nothing for null.
///
/// # Safety
/// `p` is null, or came from `c_new` and is not used again.
unsafe fn release<T>(p: *mut T) {
    if !p.is_null() {
        // SAFETY: the caller vouches for `p`.
        unsafe {
            p.drop_in_place();
            boundary::c_free(p);
        }
    }
}
