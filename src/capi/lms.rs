//! `mbedtls/lms.h`: LMS signatures (RFC 8554), verification only. Layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_uint};

use super::boundary::{self, Plain, enter, enter_or};
use super::codes::{
    MBEDTLS_ERR_LMS_BAD_INPUT_DATA, MBEDTLS_ERR_LMS_BUFFER_TOO_SMALL, MBEDTLS_ERR_LMS_VERIFY_FAILED,
};
use crate::crypto::lms::{HASH_LEN, IDENTIFIER_LEN, OTS_TYPE, PublicKey};

/// The C enum `mbedtls_lms_algorithm_type_t`.
pub type mbedtls_lms_algorithm_type_t = c_uint;
/// The C enum `mbedtls_lmots_algorithm_type_t`.
pub type mbedtls_lmots_algorithm_type_t = c_uint;

/// What tells a tree of one-time keys from another. Its members are private.
#[repr(C)]
pub struct mbedtls_lms_parameters_t {
    pub(crate) I_key_identifier: [c_uchar; 16],
    pub(crate) otstype: mbedtls_lmots_algorithm_type_t,
    pub(crate) r#type: mbedtls_lms_algorithm_type_t,
}
const _: () =
    assert!(size_of::<mbedtls_lms_parameters_t>() == 24 && align_of::<mbedtls_lms_parameters_t>() == 4);

/// A public key. It owns no memory. Its members are private.
#[repr(C)]
pub struct mbedtls_lms_public_t {
    pub(crate) params: mbedtls_lms_parameters_t,
    pub(crate) T_1_pub_key: [c_uchar; 32],
    pub(crate) have_public_key: c_uchar,
}
const _: () = assert!(size_of::<mbedtls_lms_public_t>() == 60 && align_of::<mbedtls_lms_public_t>() == 4);
// SAFETY: integers and arrays of integers.
unsafe impl Plain for mbedtls_lms_public_t {}

/// What tells a one-time key from another. Its members are private; no function takes it.
#[repr(C)]
pub struct mbedtls_lmots_parameters_t {
    pub(crate) I_key_identifier: [c_uchar; 16],
    pub(crate) q_leaf_identifier: [c_uchar; 4],
    pub(crate) r#type: mbedtls_lmots_algorithm_type_t,
}
const _: () =
    assert!(size_of::<mbedtls_lmots_parameters_t>() == 24 && align_of::<mbedtls_lmots_parameters_t>() == 4);

/// A one-time public key. Its members are private; no function takes it.
#[repr(C)]
pub struct mbedtls_lmots_public_t {
    pub(crate) params: mbedtls_lmots_parameters_t,
    pub(crate) public_key: [c_uchar; 32],
    pub(crate) have_public_key: c_uchar,
}
const _: () = assert!(size_of::<mbedtls_lmots_public_t>() == 60 && align_of::<mbedtls_lmots_public_t>() == 4);

const MBEDTLS_LMS_SHA256_M32_H10: mbedtls_lms_algorithm_type_t = 6;
const HEIGHT: u32 = 10;
/// Two types, the identifier and the root (RFC 8554 section 5.3).
const PUBLIC_KEY_LEN: usize = 4 + 4 + IDENTIFIER_LEN + HASH_LEN;

/// Makes a context ready for a key.
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_lms_public_t`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_lms_public_init(ctx: *mut mbedtls_lms_public_t) {
    // SAFETY: the caller vouches for `ctx`; zeros are a context without a key.
    enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context; afterwards it is as mbedtls_lms_public_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_lms_public_t`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_lms_public_free(ctx: *mut mbedtls_lms_public_t) {
    // SAFETY: the caller vouches for `ctx`.
    enter_or((), || unsafe { boundary::wipe(ctx) });
}

/// Reads a public key. Where that fails, the context keeps the key that it had.
///
/// \param ctx       The context.
/// \param key       The key, in the form of RFC 8554 section 5.3.
/// \param key_size  Its length in bytes: MBEDTLS_LMS_PUBLIC_KEY_LEN() of its type.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_LMS_BAD_INPUT_DATA: another length, another type than MBEDTLS_LMS_SHA256_M32_H10 with
///          MBEDTLS_LMOTS_SHA256_N32_W8, or a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_lms_public_t`; `key` is null, or readable for `key_size` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_lms_import_public_key(
    ctx: *mut mbedtls_lms_public_t,
    key: *const c_uchar,
    key_size: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        let (ctx, key) =
            unsafe { (boundary::state::<_, mbedtls_lms_public_t>(ctx), boundary::bytes(key, key_size)) };
        match ctx.zip(key.and_then(read)) {
            Some((ctx, key)) => {
                *ctx = key;
                0
            }
            None => MBEDTLS_ERR_LMS_BAD_INPUT_DATA,
        }
    })
}

/// Writes a public key, in the form that mbedtls_lms_import_public_key() reads.
///
/// \param ctx       The context with the key.
/// \param key       Where it goes.
/// \param key_size  The room there, in bytes: MBEDTLS_LMS_PUBLIC_KEY_LEN() of its type, or more.
/// \param key_len   Receives its length in bytes. May be NULL.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_LMS_BUFFER_TOO_SMALL: the room is not enough.
/// \return  MBEDTLS_ERR_LMS_BAD_INPUT_DATA: there is no key, or `ctx` or `key` is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context; `key` is null, or writable for `key_size` bytes; `key_len` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_lms_export_public_key(
    ctx: *const mbedtls_lms_public_t,
    key: *mut c_uchar,
    key_size: usize,
    key_len: *mut usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(ctx) = unsafe { ctx.as_ref() }.filter(|ctx| ctx.have_public_key != 0 && !key.is_null())
        else {
            return MBEDTLS_ERR_LMS_BAD_INPUT_DATA;
        };
        if key_size < PUBLIC_KEY_LEN {
            return MBEDTLS_ERR_LMS_BUFFER_TOO_SMALL;
        }
        let params = &ctx.params;
        let types = [params.r#type.to_be_bytes(), params.otstype.to_be_bytes()];
        let text = [types.as_flattened(), &params.I_key_identifier, &ctx.T_1_pub_key].concat();
        // SAFETY: the caller vouches for `key_size` bytes and for `key_len`.
        unsafe {
            boundary::put(key, &text);
            if let Some(key_len) = key_len.as_mut() {
                *key_len = text.len();
            }
        }
        0
    })
}

/// Verifies a signature.
///
/// \param ctx       The context with the key.
/// \param msg       The message. May be NULL if `msg_size` is 0.
/// \param msg_size  Its length in bytes.
/// \param sig       The signature, in the form of RFC 8554 section 5.4.
/// \param sig_size  Its length in bytes.
///
/// \return  0: it is one of that key over that message.
/// \return  MBEDTLS_ERR_LMS_VERIFY_FAILED: it is not.
/// \return  MBEDTLS_ERR_LMS_BAD_INPUT_DATA: there is no key, or a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context; `msg` is null, or readable for `msg_size` bytes; `sig` is null, or readable for
/// `sig_size` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_lms_verify(
    ctx: *const mbedtls_lms_public_t,
    msg: *const c_uchar,
    msg_size: usize,
    sig: *const c_uchar,
    sig_size: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all three.
        let (ctx, msg, sig) =
            unsafe { (ctx.as_ref(), boundary::bytes(msg, msg_size), boundary::bytes(sig, sig_size)) };
        let (Some(ctx), Some(msg), Some(sig)) = (ctx.filter(|ctx| ctx.have_public_key != 0), msg, sig) else {
            return MBEDTLS_ERR_LMS_BAD_INPUT_DATA;
        };
        let key = PublicKey {
            tree_type: ctx.params.r#type,
            height: HEIGHT,
            identifier: ctx.params.I_key_identifier,
            root: ctx.T_1_pub_key,
        };
        if key.verify(msg, sig) { 0 } else { MBEDTLS_ERR_LMS_VERIFY_FAILED }
    })
}

/// `None`: not a key, or not of the one type there is.
fn read(key: &[u8]) -> Option<mbedtls_lms_public_t> {
    let (tree_type, rest) = key.split_first_chunk()?;
    let (ots_type, rest) = rest.split_first_chunk()?;
    let (identifier, root) = rest.split_first_chunk()?;
    let params = mbedtls_lms_parameters_t {
        I_key_identifier: *identifier,
        otstype: u32::from_be_bytes(*ots_type),
        r#type: u32::from_be_bytes(*tree_type),
    };
    if (params.r#type, params.otstype) != (MBEDTLS_LMS_SHA256_M32_H10, OTS_TYPE) {
        return None;
    }
    Some(mbedtls_lms_public_t { params, T_1_pub_key: root.try_into().ok()?, have_public_key: 1 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ptr::{null, null_mut};

    /// The reference crashes.
    #[test]
    fn null_is_bad_input() {
        let mut key = [0; PUBLIC_KEY_LEN];
        (key[3], key[7]) = (6, 4);
        let mut ctx = read(&key).unwrap();
        // SAFETY: every pointer is null or valid.
        unsafe {
            mbedtls_lms_public_init(null_mut());
            mbedtls_lms_public_free(null_mut());
            for code in [
                mbedtls_lms_import_public_key(null_mut(), key.as_ptr(), key.len()),
                mbedtls_lms_import_public_key(&mut ctx, null(), key.len()),
                mbedtls_lms_export_public_key(null(), key.as_mut_ptr(), key.len(), null_mut()),
                mbedtls_lms_export_public_key(&ctx, null_mut(), key.len(), null_mut()),
                mbedtls_lms_verify(null(), key.as_ptr(), 1, key.as_ptr(), 1),
                mbedtls_lms_verify(&ctx, null(), 1, key.as_ptr(), 1),
                mbedtls_lms_verify(&ctx, key.as_ptr(), 1, null(), 1),
            ] {
                assert_eq!(code, MBEDTLS_ERR_LMS_BAD_INPUT_DATA);
            }
            assert_eq!(mbedtls_lms_verify(&ctx, null(), 0, null(), 0), MBEDTLS_ERR_LMS_VERIFY_FAILED);
        }
    }
}
