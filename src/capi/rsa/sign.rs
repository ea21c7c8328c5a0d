//! Signatures, and the operations below them.

use std::ffi::{c_int, c_uchar, c_uint, c_void};

use super::*;
use crate::capi::boundary::{self, enter};
use crate::capi::codes::*;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::crypto::digest::Algorithm;
use crate::crypto::rsa::{PSS_TRAILER, RsaError, SignaturePadding};

pub(crate) const MBEDTLS_RSA_SALT_LEN_ANY: c_int = -1;

/// Raises a number to the power of the public exponent: RSAEP and RSAVP1 of RFC 8017. There is no padding.
///
/// \param ctx     The key.
/// \param input   The number: as many bytes as the key is long, the highest first.
/// \param output  Where the result goes, which is as long.
///
/// \return 0 if it was done.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if a pointer is NULL or there is no public key.
/// \return #MBEDTLS_ERR_RSA_PUBLIC_FAILED with #MBEDTLS_ERR_MPI_BAD_INPUT_DATA added if the number is not below the modulus.
///
/// # Safety
/// `ctx` is null, or initialised and not changed meanwhile; `input` is null, or readable, and `output` null, or valid for
/// writing, for as many bytes as the key is long.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_public(
    ctx: *mut mbedtls_rsa_context,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let Some((ctx, input, output)) = operands(ctx, input, output) else {
                return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
            };
            match public(ctx).and_then(|key| key.raw(&input)) {
                Ok(result) => write_out(&result, output),
                Err(error) => public_code(error),
            }
        }
    })
}

/// Raises a number to the power of the private exponent: RSADP and RSASP1 of RFC 8017. There is no padding.
///
/// \param ctx     The key.
/// \param f_rng   Not used; may be NULL. What blinds the operation is the operating system's.
/// \param p_rng   Not used; may be NULL.
/// \param input   The number: as many bytes as the key is long, the highest first.
/// \param output  Where the result goes, which is as long.
///
/// \return 0 if it was done.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if a pointer is NULL or there is no private key.
/// \return #MBEDTLS_ERR_RSA_PRIVATE_FAILED with #MBEDTLS_ERR_MPI_BAD_INPUT_DATA added if the number is not below the
///         modulus; alone if the system gave no random bytes.
/// \return #MBEDTLS_ERR_RSA_VERIFY_FAILED if the numbers of the key do not belong together, or a fault changed the result.
///
/// # Safety
/// As for mbedtls_rsa_public().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_private(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let Some((ctx, input, output)) = operands(ctx, input, output) else {
                return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
            };
            match private(ctx).and_then(|key| key.raw(&input)) {
                Ok(result) => write_out(&result, output),
                Err(error) => private_code(error),
            }
        }
    })
}

/// Signs a hash, padded as mbedtls_rsa_set_padding() said; PSS uses a salt as long as the hash, or as fits.
///
/// \param ctx      The key.
/// \param f_rng    Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng    Not used; may be NULL.
/// \param md_alg   The function that made the hash, or #MBEDTLS_MD_NONE.
/// \param hashlen  The length of the hash.
/// \param hash     The hash.
/// \param sig      Where the signature goes, which is as long as the key.
///
/// \return 0 if it was signed.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if a pointer is NULL, there is no private key, the hash is not one of \p md_alg, or
///         the key is too short for it.
/// \return #MBEDTLS_ERR_RSA_INVALID_PADDING if the key pads in no known way.
/// \return #MBEDTLS_ERR_RSA_PRIVATE_FAILED if the system gave no random bytes.
/// \return #MBEDTLS_ERR_RSA_VERIFY_FAILED if the numbers of the key do not belong together, or a fault changed the result.
///
/// # Safety
/// `ctx` is null, or initialised and not changed meanwhile; `hash` is null, or readable for `hashlen` bytes; `sig` is null, or
/// valid for writing as many bytes as the key is long.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_pkcs1_sign(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    md_alg: mbedtls_md_type_t,
    hashlen: c_uint,
    hash: *const c_uchar,
    sig: *mut c_uchar,
) -> c_int {
    let _ = (f_rng, p_rng);
    // SAFETY: passed on to the caller.
    unsafe { sign_into(ctx, |ctx| Ok(context_padding(ctx, md_alg)), (md_alg, hashlen, hash), sig) }
}

/// Signs a hash with PKCS #1 v1.5.
///
/// \param ctx      The key, whose padding must be PKCS #1 v1.5.
/// \param f_rng    Not used; may be NULL. What blinds the operation is the operating system's.
/// \param p_rng    Not used; may be NULL.
/// \param md_alg   The function that made the hash; with #MBEDTLS_MD_NONE the signature does not name it.
/// \param hashlen  The length of the hash.
/// \param hash     The hash.
/// \param sig      Where the signature goes, which is as long as the key.
///
/// \return As mbedtls_rsa_pkcs1_sign().
///
/// # Safety
/// As for mbedtls_rsa_pkcs1_sign().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsassa_pkcs1_v15_sign(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    md_alg: mbedtls_md_type_t,
    hashlen: c_uint,
    hash: *const c_uchar,
    sig: *mut c_uchar,
) -> c_int {
    let _ = (f_rng, p_rng);
    let padding = |ctx: &mbedtls_rsa_context| {
        if ctx.padding == MBEDTLS_RSA_PKCS_V15 {
            Ok(Padding::Pkcs1)
        } else {
            Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)
        }
    };
    // SAFETY: passed on to the caller.
    unsafe { sign_into(ctx, padding, (md_alg, hashlen, hash), sig) }
}

/// Signs a hash with PSS, and a salt as long as the hash, or as fits.
///
/// \param ctx      The key, whose padding must be #MBEDTLS_RSA_PKCS_V21.
/// \param f_rng    Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng    Not used; may be NULL.
/// \param md_alg   The function that made the hash.
/// \param hashlen  The length of the hash.
/// \param hash     The hash.
/// \param sig      Where the signature goes, which is as long as the key.
///
/// \return As mbedtls_rsa_pkcs1_sign().
///
/// # Safety
/// As for mbedtls_rsa_pkcs1_sign().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsassa_pss_sign(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    md_alg: mbedtls_md_type_t,
    hashlen: c_uint,
    hash: *const c_uchar,
    sig: *mut c_uchar,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe {
        mbedtls_rsa_rsassa_pss_sign_ext(
            ctx,
            f_rng,
            p_rng,
            md_alg,
            hashlen,
            hash,
            MBEDTLS_RSA_SALT_LEN_ANY,
            sig,
        )
    }
}

/// Signs a hash with PSS, and a salt of some length.
///
/// \param ctx      The key, whose padding must be #MBEDTLS_RSA_PKCS_V21.
/// \param f_rng    Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng    Not used; may be NULL.
/// \param md_alg   The function that made the hash.
/// \param hashlen  The length of the hash.
/// \param hash     The hash.
/// \param saltlen  The length of the salt; #MBEDTLS_RSA_SALT_LEN_ANY makes it as long as the hash, or as fits.
/// \param sig      Where the signature goes, which is as long as the key.
///
/// \return As mbedtls_rsa_pkcs1_sign().
///
/// # Safety
/// As for mbedtls_rsa_pkcs1_sign().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsassa_pss_sign_ext(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    md_alg: mbedtls_md_type_t,
    hashlen: c_uint,
    hash: *const c_uchar,
    saltlen: c_int,
    sig: *mut c_uchar,
) -> c_int {
    let _ = (f_rng, p_rng);
    let padding = |ctx: &mbedtls_rsa_context| {
        if ctx.padding != MBEDTLS_RSA_PKCS_V21 {
            return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
        }
        Ok(Padding::Pss { function: context_function(ctx, md_alg), salt_len: saltlen })
    };
    // SAFETY: passed on to the caller.
    unsafe { sign_into(ctx, padding, (md_alg, hashlen, hash), sig) }
}

/// Verifies a signature, padded as mbedtls_rsa_set_padding() said.
///
/// \param ctx      The key.
/// \param md_alg   The function that made the hash, or #MBEDTLS_MD_NONE.
/// \param hashlen  The length of the hash.
/// \param hash     The hash.
/// \param sig      The signature, which is as long as the key.
///
/// \return 0 if it is one of this key and hash.
/// \return #MBEDTLS_ERR_RSA_VERIFY_FAILED if it is not.
/// \return #MBEDTLS_ERR_RSA_PUBLIC_FAILED with #MBEDTLS_ERR_MPI_BAD_INPUT_DATA added if the signature is not below the modulus.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if a pointer is NULL, there is no public key, or the hash is not one of \p md_alg.
/// \return #MBEDTLS_ERR_RSA_INVALID_PADDING if the key pads in no known way, or the signature is not padded with PSS, or not with
///         a salt of the length that is expected.
///
/// # Safety
/// `ctx` is null, or initialised and not changed meanwhile; `hash` is null, or readable for `hashlen` bytes; `sig` is null, or
/// readable for as many bytes as the key is long.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_pkcs1_verify(
    ctx: *mut mbedtls_rsa_context,
    md_alg: mbedtls_md_type_t,
    hashlen: c_uint,
    hash: *const c_uchar,
    sig: *const c_uchar,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { verify_at(ctx, |ctx| context_padding(ctx, md_alg), (md_alg, hashlen, hash), sig) }
}

/// Verifies a signature with PKCS #1 v1.5.
///
/// \param ctx      The key.
/// \param md_alg   The function that made the hash; with #MBEDTLS_MD_NONE the signature must not name it.
/// \param hashlen  The length of the hash.
/// \param hash     The hash.
/// \param sig      The signature, which is as long as the key.
///
/// \return As mbedtls_rsa_pkcs1_verify().
///
/// # Safety
/// As for mbedtls_rsa_pkcs1_verify().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsassa_pkcs1_v15_verify(
    ctx: *mut mbedtls_rsa_context,
    md_alg: mbedtls_md_type_t,
    hashlen: c_uint,
    hash: *const c_uchar,
    sig: *const c_uchar,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { verify_at(ctx, |_| Padding::Pkcs1, (md_alg, hashlen, hash), sig) }
}

/// Verifies a signature with PSS, and a salt of any length.
///
/// \param ctx      The key.
/// \param md_alg   The function that made the hash.
/// \param hashlen  The length of the hash.
/// \param hash     The hash.
/// \param sig      The signature, which is as long as the key.
///
/// \return As mbedtls_rsa_pkcs1_verify().
///
/// # Safety
/// As for mbedtls_rsa_pkcs1_verify().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsassa_pss_verify(
    ctx: *mut mbedtls_rsa_context,
    md_alg: mbedtls_md_type_t,
    hashlen: c_uint,
    hash: *const c_uchar,
    sig: *const c_uchar,
) -> c_int {
    let padding = |ctx: &mbedtls_rsa_context| Padding::Pss {
        function: context_function(ctx, md_alg),
        salt_len: MBEDTLS_RSA_SALT_LEN_ANY,
    };
    // SAFETY: passed on to the caller.
    unsafe { verify_at(ctx, padding, (md_alg, hashlen, hash), sig) }
}

/// Verifies a signature with PSS, and a salt of some length.
///
/// \param ctx                The key.
/// \param md_alg             The function that made the hash.
/// \param hashlen            The length of the hash.
/// \param hash               The hash.
/// \param mgf1_hash_id       The function of the mask, and of the hash that is inside.
/// \param expected_salt_len  The length of the salt; #MBEDTLS_RSA_SALT_LEN_ANY takes any.
/// \param sig                The signature, which is as long as the key.
///
/// \return As mbedtls_rsa_pkcs1_verify().
///
/// # Safety
/// As for mbedtls_rsa_pkcs1_verify().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsassa_pss_verify_ext(
    ctx: *mut mbedtls_rsa_context,
    md_alg: mbedtls_md_type_t,
    hashlen: c_uint,
    hash: *const c_uchar,
    mgf1_hash_id: mbedtls_md_type_t,
    expected_salt_len: c_int,
    sig: *const c_uchar,
) -> c_int {
    let padding = Padding::Pss { function: mgf1_hash_id, salt_len: expected_salt_len };
    // SAFETY: passed on to the caller.
    unsafe { verify_at(ctx, |_| padding, (md_alg, hashlen, hash), sig) }
}

/// How a message or a hash is padded.
#[derive(Clone, Copy)]
pub(crate) enum Padding {
    Pkcs1,
    /// With the function of the mask, and a length of salt or #MBEDTLS_RSA_SALT_LEN_ANY.
    Pss {
        function: mbedtls_md_type_t,
        salt_len: c_int,
    },
    Unknown,
}

/// How a key pads what is hashed with this function.
pub(crate) fn context_padding(ctx: &mbedtls_rsa_context, md_alg: mbedtls_md_type_t) -> Padding {
    match ctx.padding {
        MBEDTLS_RSA_PKCS_V15 => Padding::Pkcs1,
        MBEDTLS_RSA_PKCS_V21 => {
            Padding::Pss { function: context_function(ctx, md_alg), salt_len: MBEDTLS_RSA_SALT_LEN_ANY }
        }
        _ => Padding::Unknown,
    }
}

/// The function that a key names, or else this one.
pub(crate) fn context_function(ctx: &mbedtls_rsa_context, md_alg: mbedtls_md_type_t) -> mbedtls_md_type_t {
    match mbedtls_md_type_t::try_from(ctx.hash_id) {
        Ok(function) if function != 0 => function,
        _ => md_alg,
    }
}

/// Signs a hash.
///
/// # Safety
/// The key is initialised and not changed meanwhile.
pub(crate) unsafe fn sign(
    ctx: &mbedtls_rsa_context,
    padding: Padding,
    md_alg: mbedtls_md_type_t,
    hash: &[u8],
) -> Result<Vec<u8>, c_int> {
    let padding = signature_padding(padding, md_alg, hash)?;
    // SAFETY: the caller vouches for the key.
    let key = unsafe { private(ctx) }.map_err(private_code)?;
    key.sign(padding, hash).map_err(private_code)
}

/// Verifies a signature: 0 or a code.
///
/// # Safety
/// The key is initialised and not changed meanwhile.
pub(crate) unsafe fn verify(
    ctx: &mbedtls_rsa_context,
    padding: Padding,
    md_alg: mbedtls_md_type_t,
    hash: &[u8],
    signature: &[u8],
) -> c_int {
    // SAFETY: the caller vouches for the key.
    let key = match unsafe { public(ctx) } {
        Ok(key) => key,
        Err(error) => return public_code(error),
    };
    match signature_padding(padding, md_alg, hash) {
        Ok(signature_padding) => match key.verify(signature_padding, hash, signature) {
            Ok(()) => 0,
            Err(error) => public_code(error),
        },
        // With PSS, the ends of the signature are looked at before the hash.
        Err(code) if matches!(padding, Padding::Pss { .. }) => match key.raw(signature) {
            Ok(message) if message.last() == Some(&PSS_TRAILER) => code,
            Ok(_) => MBEDTLS_ERR_RSA_INVALID_PADDING,
            Err(error) => public_code(error),
        },
        Err(code) => code,
    }
}

/// The padding in the terms of `crypto`, for a hash that must be one of `md_alg`.
fn signature_padding(
    padding: Padding,
    md_alg: mbedtls_md_type_t,
    hash: &[u8],
) -> Result<SignaturePadding, c_int> {
    let named = Algorithm::from_number(md_alg);
    if md_alg != 0 && named.is_none_or(|named| named.size() != hash.len()) {
        return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
    }
    match padding {
        Padding::Pkcs1 => Ok(SignaturePadding::Pkcs1(named)),
        Padding::Pss { function, salt_len } => {
            let function = Algorithm::from_number(function).ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            let salt_len = match salt_len {
                MBEDTLS_RSA_SALT_LEN_ANY => None,
                // No salt has a negative length, and none the greatest.
                len => Some(usize::try_from(len).unwrap_or(usize::MAX)),
            };
            Ok(SignaturePadding::Pss(function, salt_len))
        }
        Padding::Unknown => Err(MBEDTLS_ERR_RSA_INVALID_PADDING),
    }
}

/// # Safety
/// As for [`mbedtls_rsa_pkcs1_sign`].
unsafe fn sign_into(
    ctx: *mut mbedtls_rsa_context,
    padding: impl FnOnce(&mbedtls_rsa_context) -> Result<Padding, c_int>,
    (md_alg, hashlen, hash): (mbedtls_md_type_t, c_uint, *const c_uchar),
    sig: *mut c_uchar,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let Some(ctx) = ctx.as_ref() else { return MBEDTLS_ERR_RSA_BAD_INPUT_DATA };
            let hash = usize::try_from(hashlen).ok().and_then(|len| boundary::bytes(hash, len));
            let (Some(hash), Some(sig)) = (hash, boundary::bytes_mut(sig, ctx.len)) else {
                return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
            };
            match padding(ctx).and_then(|padding| sign(ctx, padding, md_alg, hash)) {
                Ok(signature) => write_out(&signature, sig),
                Err(code) => code,
            }
        }
    })
}

/// # Safety
/// As for [`mbedtls_rsa_pkcs1_verify`].
unsafe fn verify_at(
    ctx: *mut mbedtls_rsa_context,
    padding: impl FnOnce(&mbedtls_rsa_context) -> Padding,
    (md_alg, hashlen, hash): (mbedtls_md_type_t, c_uint, *const c_uchar),
    sig: *const c_uchar,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let Some(ctx) = ctx.as_ref() else { return MBEDTLS_ERR_RSA_BAD_INPUT_DATA };
            let hash = usize::try_from(hashlen).ok().and_then(|len| boundary::bytes(hash, len));
            let (Some(hash), Some(sig)) = (hash, boundary::bytes(sig, ctx.len)) else {
                return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
            };
            verify(ctx, padding(ctx), md_alg, hash, sig)
        }
    })
}

/// # Safety
/// As for [`mbedtls_rsa_public`].
unsafe fn operands<'a>(
    ctx: *mut mbedtls_rsa_context,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> Option<(&'a mbedtls_rsa_context, Vec<u8>, &'a mut [u8])> {
    // SAFETY: the caller vouches for all of them.
    unsafe {
        let ctx = ctx.as_ref()?;
        // Input and output may be the same memory.
        let input = boundary::bytes(input, ctx.len)?.to_vec();
        Some((ctx, input, boundary::bytes_mut(output, ctx.len)?))
    }
}

/// Copies a result of the length of the key.
pub(super) fn write_out(result: &[u8], output: &mut [u8]) -> c_int {
    match output.get_mut(..result.len()) {
        Some(room) => {
            room.copy_from_slice(result);
            0
        }
        None => MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE,
    }
}

pub(super) fn public_code(error: RsaError) -> c_int {
    match error {
        RsaError::Key | RsaError::Length => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
        RsaError::Input => MBEDTLS_ERR_RSA_PUBLIC_FAILED + MBEDTLS_ERR_MPI_BAD_INPUT_DATA,
        RsaError::Numbers | RsaError::Signature => MBEDTLS_ERR_RSA_VERIFY_FAILED,
        RsaError::Padding => MBEDTLS_ERR_RSA_INVALID_PADDING,
        RsaError::Private => MBEDTLS_ERR_RSA_RNG_FAILED,
    }
}

pub(super) fn private_code(error: RsaError) -> c_int {
    match error {
        RsaError::Key | RsaError::Length => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
        RsaError::Input => MBEDTLS_ERR_RSA_PRIVATE_FAILED + MBEDTLS_ERR_MPI_BAD_INPUT_DATA,
        RsaError::Numbers | RsaError::Signature => MBEDTLS_ERR_RSA_VERIFY_FAILED,
        RsaError::Padding => MBEDTLS_ERR_RSA_INVALID_PADDING,
        RsaError::Private => MBEDTLS_ERR_RSA_PRIVATE_FAILED,
    }
}
