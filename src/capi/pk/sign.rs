//! Signing and verifying hashes.

use std::ffi::{c_int, c_uchar, c_void};

use super::kind::{self, Key};
use super::*;
use crate::capi::ecdsa;
use crate::crypto::digest::Algorithm;
use crate::crypto::scheme::SignatureScheme;

/// Signs a hash. An RSA key pads as its context says, PKCS #1 v1.5 if nothing was said. ECDSA takes its nonce from key and
/// hash (RFC 6979). An Ed25519 key signs \p hash as the message that it is, with #MBEDTLS_MD_NONE.
///
/// \param ctx       The context with the private key.
/// \param md_alg    The function that made the hash; RSA also takes #MBEDTLS_MD_NONE.
/// \param hash      The hash.
/// \param hash_len  Its length; 0 stands for the length of \p md_alg.
/// \param sig       Where the signature goes.
/// \param sig_size  The size of \p sig.
/// \param sig_len   Where the length of the signature goes.
/// \param f_rng     Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng     Not used; may be NULL.
///
/// \return 0 if it was signed.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL, \p ctx is empty, or there is no hash.
/// \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if such keys do not sign.
/// \return #MBEDTLS_ERR_PK_BUFFER_TOO_SMALL or, of a key on a curve, #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p sig is too small.
/// \return #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if an Ed25519 key should sign a hash.
/// \return A code of mbedtls_rsa_pkcs1_sign() or mbedtls_ecdsa_write_signature() if these do not sign.
///
/// # Safety
/// `ctx` is null, or initialised and not changed meanwhile; `hash` is null, or readable for `hash_len` bytes, or those of
/// `md_alg`; `sig` is null, or valid for writing `sig_size` bytes; `sig_len` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_sign(
    ctx: *mut mbedtls_pk_context,
    md_alg: mbedtls_md_type_t,
    hash: *const c_uchar,
    hash_len: usize,
    sig: *mut c_uchar,
    sig_size: usize,
    sig_len: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let arguments = unsafe {
            (
                kind::key(ctx),
                whole_hash(md_alg, hash, hash_len),
                boundary::bytes_mut(sig, sig_size),
                sig_len.as_mut(),
            )
        };
        let (Some(key), Some(hash), Some(sig), Some(sig_len)) = arguments else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        let signed = match key {
            // SAFETY: as above.
            Key::Rsa(rsa) => unsafe {
                *sig_len = rsa.len;
                if sig.len() < rsa.len {
                    return MBEDTLS_ERR_PK_BUFFER_TOO_SMALL;
                }
                rsa::sign(rsa, rsa::context_padding(rsa, md_alg), md_alg, hash)
            },
            // SAFETY: as above.
            Key::Ec(info, ec) if info.signs() => unsafe { ecdsa::sign_der(ec, md_alg, hash) },
            Key::Ec(..) => Err(MBEDTLS_ERR_PK_TYPE_MISMATCH),
            Key::Ed25519(_) if md_alg != 0 => Err(MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE),
            Key::Ed25519(ed25519) => {
                let private = ed25519.private.as_ref();
                let signed = private.and_then(|key| key.sign(SignatureScheme::ED25519, hash).ok());
                signed.map(|signature| signature.as_ref().to_vec()).ok_or(MBEDTLS_ERR_PK_TYPE_MISMATCH)
            }
            // SAFETY: as above.
            Key::Alternative(key) => unsafe {
                return key.sign((f_rng, p_rng), md_alg, hash, sig, sig_len);
            },
        };
        match signed {
            Ok(signature) => {
                let Some(room) = sig.get_mut(..signature.len()) else {
                    let on_curve = matches!(key, Key::Ec(..));
                    return if on_curve {
                        MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL
                    } else {
                        MBEDTLS_ERR_PK_BUFFER_TOO_SMALL
                    };
                };
                room.copy_from_slice(&signature);
                *sig_len = signature.len();
                0
            }
            Err(code) => code,
        }
    })
}

/// Signs a hash in the way of a type.
///
/// \param pk_type   With #MBEDTLS_PK_RSASSA_PSS an RSA key pads with PSS, and a salt as long as the hash; other types that
///                  the key can do are as mbedtls_pk_sign().
/// \param ctx       The context with the private key.
/// \param md_alg    The function that made the hash; PSS uses it, too.
/// \param hash      The hash.
/// \param hash_len  Its length.
/// \param sig       Where the signature goes.
/// \param sig_size  The size of \p sig.
/// \param sig_len   Where the length of the signature goes.
/// \param f_rng     Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng     Not used; may be NULL.
///
/// \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the key cannot do \p pk_type.
/// \return Otherwise as mbedtls_pk_sign().
///
/// # Safety
/// As for mbedtls_pk_sign().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_sign_ext(
    pk_type: mbedtls_pk_type_t,
    ctx: *mut mbedtls_pk_context,
    md_alg: mbedtls_md_type_t,
    hash: *const c_uchar,
    hash_len: usize,
    sig: *mut c_uchar,
    sig_size: usize,
    sig_len: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(info) = (unsafe { kind::info(ctx) }) else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        if !info.can_do(pk_type) {
            return MBEDTLS_ERR_PK_TYPE_MISMATCH;
        }
        if pk_type != MBEDTLS_PK_RSASSA_PSS {
            // SAFETY: passed on to the caller.
            return unsafe {
                mbedtls_pk_sign(ctx, md_alg, hash, hash_len, sig, sig_size, sig_len, f_rng, p_rng)
            };
        }
        // SAFETY: the caller vouches for all of them.
        let arguments = unsafe {
            (
                kind::key(ctx),
                whole_hash(md_alg, hash, hash_len),
                boundary::bytes_mut(sig, sig_size),
                sig_len.as_mut(),
            )
        };
        let (Some(Key::Rsa(rsa)), Some(hash), Some(sig), Some(sig_len)) = arguments else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        let Some(room) = sig.get_mut(..rsa.len) else { return MBEDTLS_ERR_PK_BUFFER_TOO_SMALL };
        // SAFETY: as above.
        match unsafe {
            rsa::sign(
                rsa,
                rsa::Padding::Pss {
                    function: rsa::context_function(rsa, md_alg),
                    salt_len: rsa::MBEDTLS_RSA_SALT_LEN_ANY,
                },
                md_alg,
                hash,
            )
        } {
            Ok(signature) => {
                room.copy_from_slice(&signature);
                *sig_len = signature.len();
                0
            }
            Err(code) => code,
        }
    })
}

/// As mbedtls_pk_sign(), which is quick enough to be done at once.
///
/// \param ctx       The context with the private key.
/// \param md_alg    The function that made the hash.
/// \param hash      The hash.
/// \param hash_len  Its length.
/// \param sig       Where the signature goes.
/// \param sig_size  The size of \p sig.
/// \param sig_len   Where the length of the signature goes.
/// \param f_rng     Not used; may be NULL.
/// \param p_rng     Not used; may be NULL.
/// \param rs_ctx    Not used; may be NULL.
///
/// \return As mbedtls_pk_sign().
///
/// # Safety
/// As for mbedtls_pk_sign().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_sign_restartable(
    ctx: *mut mbedtls_pk_context,
    md_alg: mbedtls_md_type_t,
    hash: *const c_uchar,
    hash_len: usize,
    sig: *mut c_uchar,
    sig_size: usize,
    sig_len: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    rs_ctx: *mut mbedtls_pk_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_pk_sign(ctx, md_alg, hash, hash_len, sig, sig_size, sig_len, f_rng, p_rng) }
}

/// Verifies a signature that mbedtls_pk_sign() could have made.
///
/// \param ctx       The context with the public key, or with both.
/// \param md_alg    The function that made the hash; RSA, too, takes #MBEDTLS_MD_NONE.
/// \param hash      The hash.
/// \param hash_len  Its length; 0 stands for the length of \p md_alg.
/// \param sig       The signature.
/// \param sig_len   Its length.
///
/// \return 0 if it is one of this key and hash.
/// \return #MBEDTLS_ERR_PK_SIG_LEN_MISMATCH if it is, and bytes follow.
/// \return #MBEDTLS_ERR_RSA_VERIFY_FAILED or #MBEDTLS_ERR_ECP_VERIFY_FAILED if it is not; also of an Ed25519 key the latter.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL, \p ctx is empty, or there is no hash.
/// \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if such keys do not verify.
/// \return #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if an Ed25519 key should verify a hash.
/// \return A code of mbedtls_rsa_pkcs1_verify() or mbedtls_ecdsa_read_signature() if these do not take it.
///
/// # Safety
/// `ctx` is null, or initialised and not changed meanwhile; `hash` is null, or readable for `hash_len` bytes, or those of
/// `md_alg`; `sig` is null, or readable for `sig_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_verify(
    ctx: *mut mbedtls_pk_context,
    md_alg: mbedtls_md_type_t,
    hash: *const c_uchar,
    hash_len: usize,
    sig: *const c_uchar,
    sig_len: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let arguments =
            unsafe { (kind::key(ctx), whole_hash(md_alg, hash, hash_len), boundary::bytes(sig, sig_len)) };
        let (Some(key), Some(hash), Some(sig)) = arguments else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        match key {
            // SAFETY: as above.
            Key::Rsa(rsa) => unsafe { verify_rsa(rsa, rsa::context_padding(rsa, md_alg), md_alg, hash, sig) },
            // SAFETY: as above.
            Key::Ec(info, ec) if info.signs() => match unsafe { ecdsa::verify_der(ec, hash, sig) } {
                MBEDTLS_ERR_ECP_SIG_LEN_MISMATCH => MBEDTLS_ERR_PK_SIG_LEN_MISMATCH,
                code => code,
            },
            Key::Ec(..) | Key::Alternative(_) => MBEDTLS_ERR_PK_TYPE_MISMATCH,
            Key::Ed25519(_) if md_alg != 0 => MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE,
            Key::Ed25519(ed25519) => match ed25519.public.verify(SignatureScheme::ED25519, hash, sig) {
                Ok(()) => 0,
                Err(_) => MBEDTLS_ERR_ECP_VERIFY_FAILED,
            },
        }
    })
}

/// Verifies a signature in the way of a type.
///
/// \param type      With #MBEDTLS_PK_RSASSA_PSS an RSA key expects PSS; other types that the key can do are as
///                  mbedtls_pk_verify().
/// \param options   With #MBEDTLS_PK_RSASSA_PSS a #mbedtls_pk_rsassa_pss_options, else NULL.
/// \param ctx       The context with the public key, or with both.
/// \param md_alg    The function that made the hash.
/// \param hash      The hash.
/// \param hash_len  Its length.
/// \param sig       The signature.
/// \param sig_len   Its length.
///
/// \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the key cannot do \p type.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA also if \p options are missing, or there and not expected.
/// \return Otherwise as mbedtls_pk_verify().
///
/// # Safety
/// As for mbedtls_pk_verify(); `options` is null, or points to what `type` wants.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_verify_ext(
    r#type: mbedtls_pk_type_t,
    options: *const c_void,
    ctx: *mut mbedtls_pk_context,
    md_alg: mbedtls_md_type_t,
    hash: *const c_uchar,
    hash_len: usize,
    sig: *const c_uchar,
    sig_len: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(info) = (unsafe { kind::info(ctx) }) else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        if !info.can_do(r#type) {
            return MBEDTLS_ERR_PK_TYPE_MISMATCH;
        }
        if r#type != MBEDTLS_PK_RSASSA_PSS {
            if !options.is_null() {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            }
            // SAFETY: passed on to the caller.
            return unsafe { mbedtls_pk_verify(ctx, md_alg, hash, hash_len, sig, sig_len) };
        }
        // SAFETY: the caller vouches for all of them.
        let arguments = unsafe {
            let options = options.cast::<mbedtls_pk_rsassa_pss_options>().as_ref();
            (kind::key(ctx), boundary::bytes(hash, hash_len), boundary::bytes(sig, sig_len), options)
        };
        let (Some(Key::Rsa(rsa)), Some(hash), Some(sig), Some(options)) = arguments else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        let padding =
            rsa::Padding::Pss { function: options.mgf1_hash_id, salt_len: options.expected_salt_len };
        // SAFETY: as above.
        unsafe { verify_rsa(rsa, padding, md_alg, hash, sig) }
    })
}

/// As mbedtls_pk_verify(), which is quick enough to be done at once.
///
/// \param ctx       The context with the public key, or with both.
/// \param md_alg    The function that made the hash.
/// \param hash      The hash.
/// \param hash_len  Its length.
/// \param sig       The signature.
/// \param sig_len   Its length.
/// \param rs_ctx    Not used; may be NULL.
///
/// \return As mbedtls_pk_verify().
///
/// # Safety
/// As for mbedtls_pk_verify().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_verify_restartable(
    ctx: *mut mbedtls_pk_context,
    md_alg: mbedtls_md_type_t,
    hash: *const c_uchar,
    hash_len: usize,
    sig: *const c_uchar,
    sig_len: usize,
    rs_ctx: *mut mbedtls_pk_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_pk_verify(ctx, md_alg, hash, hash_len, sig, sig_len) }
}

/// A signature may be followed by other bytes, which is said only of a good one.
///
/// # Safety
/// The key is initialised and not changed meanwhile.
unsafe fn verify_rsa(
    rsa: &mbedtls_rsa_context,
    padding: rsa::Padding,
    md_alg: mbedtls_md_type_t,
    hash: &[u8],
    sig: &[u8],
) -> c_int {
    let Some((signature, behind)) = sig.split_at_checked(rsa.len) else {
        return MBEDTLS_ERR_RSA_VERIFY_FAILED;
    };
    // SAFETY: the caller vouches for the key.
    match unsafe { rsa::verify(rsa, padding, md_alg, hash, signature) } {
        0 if !behind.is_empty() => MBEDTLS_ERR_PK_SIG_LEN_MISMATCH,
        code => code,
    }
}

/// The hash at `hash`; without a length it is as long as `md_alg` makes it. `None`: there is none.
///
/// # Safety
/// `hash` is null, or readable for `len` bytes, or those of `md_alg`.
unsafe fn whole_hash<'a>(md_alg: mbedtls_md_type_t, hash: *const c_uchar, len: usize) -> Option<&'a [u8]> {
    let len = if len == 0 { Algorithm::from_number(md_alg)?.size() } else { len };
    // SAFETY: the caller vouches for `hash`.
    unsafe { boundary::bytes(hash, len) }
}
