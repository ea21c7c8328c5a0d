//! `mbedtls/x509_crt.h`: certificates, and whether to trust them.

mod fill;
mod info;
mod parse;
mod profile;
mod types;
mod verify;
mod write;
mod write_extensions;

pub use info::*;
pub use parse::*;
pub use profile::*;
pub use types::*;
pub use verify::*;
pub use write::*;
pub use write_extensions::*;

use crate::capi::boundary;
use crate::capi::pk::mbedtls_pk_free;

/// Sets a certificate up as empty. Call it once, before anything else is done with it.
///
/// \param crt  The certificate; null does nothing.
///
/// # Safety
/// `crt` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_init(crt: *mut mbedtls_x509_crt) {
    // SAFETY: null, or the caller vouches for it; all zero bytes are an empty certificate.
    boundary::enter_or((), || unsafe { boundary::zero(crt) });
}

/// Frees a certificate and all that hang from it as a list. The first one is the caller's memory and is left empty, so that
/// it can be used again; the others are gone. No pointer into any of them stays valid.
///
/// \param crt  The certificate; null does nothing.
///
/// # Safety
/// `crt` is null, or initialised and not used by anybody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_free(crt: *mut mbedtls_x509_crt) {
    boundary::enter_or((), || {
        let mut node = crt;
        while !node.is_null() {
            // SAFETY: the caller vouches for the list; each node is visited once, before it is freed.
            let next = unsafe { (*node).next };
            // SAFETY: as above.
            unsafe { clear(node) };
            if node != crt {
                // SAFETY: every node but the first was made by `boundary::c_new`.
                unsafe { boundary::c_free(node) };
            }
            node = next;
        }
    });
}

/// Releases what one certificate owns and leaves it empty.
///
/// # Safety
/// `crt` is initialised and not used by anybody else.
unsafe fn clear(crt: *mut mbedtls_x509_crt) {
    // SAFETY: the caller vouches for `crt`; the two are what `fill` left there, or null.
    unsafe {
        mbedtls_pk_free(&raw mut (*crt).pk);
        boundary::c_free((*crt).sig_opts);
        boundary::c_free((*crt).own_buffer);
        boundary::zero(crt);
    }
}
