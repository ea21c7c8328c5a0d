//! `mbedtls/md.h`: digests and HMAC by number or name. A context holds two pointers to what is in `crypto`.
//! Layouts are those of Debian 13 on x86_64, asserted here.

mod hmac;
mod info;
mod running;

use std::ffi::{c_uint, c_void};

use crate::crypto::digest::{Algorithm, Hasher};
use crate::crypto::hmac::Key;

pub use hmac::*;
pub(crate) use info::algorithm;
pub use info::*;
pub use running::*;

/// A digest by number.
pub type mbedtls_md_type_t = c_uint;

/// What is known of a digest. Never complete in C.
pub enum mbedtls_md_info_t {}

/// A digest or HMAC at work. Its members are private.
#[repr(C)]
pub struct mbedtls_md_context_t {
    pub(crate) md_info: *const mbedtls_md_info_t,
    // a `Hasher`
    pub(crate) md_ctx: *mut c_void,
    // a `Key`, if the context is for HMAC
    pub(crate) hmac_ctx: *mut c_void,
}
const _: () = assert!(size_of::<mbedtls_md_context_t>() == 24 && align_of::<mbedtls_md_context_t>() == 8);

/// The algorithm of that number, or `None` for `MBEDTLS_MD_NONE` and numbers without one.
pub(crate) fn digest_algorithm(md: mbedtls_md_type_t) -> Option<Algorithm> {
    Algorithm::from_number(md)
}

/// What a context has been set up with, or `None` for null and one that is not set up.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that is used by nobody else during `'a`.
unsafe fn hasher<'a>(ctx: *mut mbedtls_md_context_t) -> Option<&'a mut Hasher> {
    // SAFETY: the caller vouches for `ctx`; what a context points to is a hasher.
    unsafe { ctx.as_ref().and_then(|ctx| ctx.md_ctx.cast::<Hasher>().as_mut()) }
}

/// As [`hasher`], with the key; `None` too if the context is not for HMAC.
///
/// # Safety
/// As for [`hasher`].
pub(crate) unsafe fn keyed<'a>(ctx: *mut mbedtls_md_context_t) -> Option<(&'a mut Hasher, &'a mut Key)> {
    // SAFETY: the caller vouches for `ctx`; what a context points to are a hasher and a key, each by itself.
    unsafe { Some((hasher(ctx)?, ctx.as_ref()?.hmac_ctx.cast::<Key>().as_mut()?)) }
}
