//! Which digests there are.

use std::ffi::{CStr, c_char, c_int, c_uchar};
use std::ptr;

use super::{mbedtls_md_context_t, mbedtls_md_info_t, mbedtls_md_type_t};
use crate::capi::boundary::{self, enter_or};
use crate::crypto::digest::Algorithm;

/// What a `mbedtls_md_info_t` pointer points to.
pub(crate) struct Info {
    number: mbedtls_md_type_t,
    name: &'static CStr,
    pub(crate) algorithm: Algorithm,
}

const fn info(number: mbedtls_md_type_t, name: &'static CStr, algorithm: Algorithm) -> Info {
    Info { number, name, algorithm }
}

static INFOS: [Info; 11] = [
    info(3, c"MD5", Algorithm::Md5),
    info(4, c"RIPEMD160", Algorithm::Ripemd160),
    info(5, c"SHA1", Algorithm::Sha1),
    info(8, c"SHA224", Algorithm::Sha224),
    info(9, c"SHA256", Algorithm::Sha256),
    info(10, c"SHA384", Algorithm::Sha384),
    info(11, c"SHA512", Algorithm::Sha512),
    info(16, c"SHA3-224", Algorithm::Sha3_224),
    info(17, c"SHA3-256", Algorithm::Sha3_256),
    info(18, c"SHA3-384", Algorithm::Sha3_384),
    info(19, c"SHA3-512", Algorithm::Sha3_512),
];

static LIST: [c_int; 12] = [11, 10, 9, 8, 5, 4, 3, 16, 17, 18, 19, 0];

/// Tells which digests there are.
///
/// \return  Their numbers, with MBEDTLS_MD_NONE behind them; static.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_list() -> *const c_int {
    LIST.as_ptr()
}

/// Finds a digest by its name.
///
/// \param md_name  The name as mbedtls_md_get_name() gives it, in capital letters; "SHA" is SHA-1 as well.
///
/// \return  The digest; static.
/// \return  NULL: there is none of that name, or it is NULL.
///
/// # Safety
/// `md_name` is null, or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_info_from_string(md_name: *const c_char) -> *const mbedtls_md_info_t {
    enter_or(ptr::null(), || {
        // SAFETY: the caller vouches for `md_name`.
        let Some(name) = (unsafe { boundary::string(md_name) }) else { return ptr::null() };
        let name = if name == c"SHA" { c"SHA1" } else { name };
        handle(INFOS.iter().find(|info| info.name == name))
    })
}

/// Finds a digest by its number.
///
/// \param md_type  The number.
///
/// \return  The digest; static.
/// \return  NULL: there is none of that number.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_info_from_type(md_type: mbedtls_md_type_t) -> *const mbedtls_md_info_t {
    handle(of_type(md_type))
}

/// Tells what a context was set up for.
///
/// \param ctx  The context.
///
/// \return  The digest; static.
/// \return  NULL: the context is not set up, or NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_info_from_ctx(
    ctx: *const mbedtls_md_context_t,
) -> *const mbedtls_md_info_t {
    // SAFETY: the caller vouches for `ctx`.
    unsafe { ctx.as_ref() }.map_or(ptr::null(), |ctx| ctx.md_info)
}

/// Tells how long a digest is.
///
/// \param md_info  The digest.
///
/// \return  Its length in bytes; 0 if it is NULL.
///
/// # Safety
/// `md_info` is null, or from one of the functions above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_get_size(md_info: *const mbedtls_md_info_t) -> c_uchar {
    algorithm(md_info).map_or(0, |algorithm| c_uchar::try_from(algorithm.size()).unwrap_or(0))
}

/// Tells the number of a digest.
///
/// \param md_info  The digest.
///
/// \return  Its number; MBEDTLS_MD_NONE if it is NULL.
///
/// # Safety
/// `md_info` is null, or from one of the functions above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_get_type(md_info: *const mbedtls_md_info_t) -> mbedtls_md_type_t {
    of_handle(md_info).map_or(0, |info| info.number)
}

/// Tells the name of a digest.
///
/// \param md_info  The digest.
///
/// \return  Its name; static. NULL if it is NULL.
///
/// # Safety
/// `md_info` is null, or from one of the functions above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_get_name(md_info: *const mbedtls_md_info_t) -> *const c_char {
    of_handle(md_info).map_or(ptr::null(), |info| info.name.as_ptr())
}

/// The entry of that number.
pub(crate) fn of_type(number: mbedtls_md_type_t) -> Option<&'static Info> {
    INFOS.iter().find(|info| info.number == number)
}

/// The algorithm that C got a pointer for; `None` for null and whatever is no such pointer.
pub(crate) fn algorithm(md_info: *const mbedtls_md_info_t) -> Option<Algorithm> {
    of_handle(md_info).map(|info| info.algorithm)
}

fn of_handle(md_info: *const mbedtls_md_info_t) -> Option<&'static Info> {
    INFOS.iter().find(|info| ptr::eq(*info, md_info.cast()))
}

fn handle(info: Option<&'static Info>) -> *const mbedtls_md_info_t {
    info.map_or(ptr::null(), |info| ptr::from_ref(info).cast())
}
