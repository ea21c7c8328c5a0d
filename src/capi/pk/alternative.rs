//! RSA keys whose private half is elsewhere: functions of the program sign and decrypt.

use std::ffi::{c_int, c_uchar, c_uint, c_void};

use super::kind::{self};
use super::*;
use crate::crypto::random;

/// Decrypts: fills `output` with the message of `input`, and `olen` with its length.
pub type mbedtls_pk_rsa_alt_decrypt_func = Option<
    unsafe extern "C" fn(
        ctx: *mut c_void,
        olen: *mut usize,
        input: *const c_uchar,
        output: *mut c_uchar,
        output_max_len: usize,
    ) -> c_int,
>;

/// Signs: fills `sig` with as many bytes as the key is long.
pub type mbedtls_pk_rsa_alt_sign_func = Option<
    unsafe extern "C" fn(
        ctx: *mut c_void,
        f_rng: mbedtls_f_rng_t,
        p_rng: *mut c_void,
        md_alg: mbedtls_md_type_t,
        hashlen: c_uint,
        hash: *const c_uchar,
        sig: *mut c_uchar,
    ) -> c_int,
>;

/// Tells the length of the key in bytes.
pub type mbedtls_pk_rsa_alt_key_len_func = Option<unsafe extern "C" fn(ctx: *mut c_void) -> usize>;

/// Makes a context hold an RSA key that functions of the program work with.
///
/// \param ctx           An empty context.
/// \param key           What the functions are given. It stays the program's, and is used until mbedtls_pk_free().
/// \param decrypt_func  Decrypts.
/// \param sign_func     Signs.
/// \param key_len_func  Tells the length of the key.
///
/// \return 0 if it was done.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL or holds a key.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; the functions can be called with `key`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_setup_rsa_alt(
    ctx: *mut mbedtls_pk_context,
    key: *mut c_void,
    decrypt_func: mbedtls_pk_rsa_alt_decrypt_func,
    sign_func: mbedtls_pk_rsa_alt_sign_func,
    key_len_func: mbedtls_pk_rsa_alt_key_len_func,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        match unsafe { ctx.as_mut() } {
            Some(pk) if pk.pk_info.is_null() => {
                let key = Alternative { key, decrypt: decrypt_func, sign: sign_func, key_len: key_len_func };
                kind::setup_alternative(pk, key);
                0
            }
            _ => MBEDTLS_ERR_PK_BAD_INPUT_DATA,
        }
    })
}

/// A key that functions of the program work with.
pub(super) struct Alternative {
    key: *mut c_void,
    decrypt: mbedtls_pk_rsa_alt_decrypt_func,
    sign: mbedtls_pk_rsa_alt_sign_func,
    key_len: mbedtls_pk_rsa_alt_key_len_func,
}

impl Alternative {
    /// Bytes of the key.
    ///
    /// # Safety
    /// The functions can be called.
    pub(super) unsafe fn len(&self) -> usize {
        // SAFETY: passed on to the caller.
        self.key_len.map_or(0, |key_len| unsafe { key_len(self.key) })
    }

    /// # Safety
    /// The functions can be called.
    pub(super) unsafe fn sign(
        &self,
        (f_rng, p_rng): (mbedtls_f_rng_t, *mut c_void),
        md_alg: mbedtls_md_type_t,
        hash: &[u8],
        sig: &mut [u8],
        sig_len: &mut usize,
    ) -> c_int {
        // SAFETY: passed on to the caller.
        let len = unsafe { self.len() };
        let (Some(sign), Ok(hash_len)) = (self.sign, c_uint::try_from(hash.len())) else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        *sig_len = len;
        if len > MBEDTLS_PK_SIGNATURE_MAX_SIZE || sig.len() < len {
            return MBEDTLS_ERR_PK_BUFFER_TOO_SMALL;
        }
        // SAFETY: as above; there is room for a signature as long as the key.
        unsafe { sign(self.key, f_rng, p_rng, md_alg, hash_len, hash.as_ptr(), sig.as_mut_ptr()) }
    }

    /// # Safety
    /// The functions can be called.
    pub(super) unsafe fn decrypt(&self, input: &[u8], output: &mut [u8], olen: &mut usize) -> c_int {
        let Some(decrypt) = self.decrypt else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        // SAFETY: passed on to the caller.
        unsafe {
            if input.len() != self.len() {
                return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
            }
            decrypt(self.key, olen, input.as_ptr(), output.as_mut_ptr(), output.len())
        }
    }

    /// Whether what the functions sign is verified by a public key: 0 or a code.
    pub(super) fn pairs_with(&self, public: &mbedtls_rsa_context) -> c_int {
        const SHA256: mbedtls_md_type_t = 9;
        let (hash, mut sig, mut sig_len) = ([0x2a; 32], [0; MBEDTLS_PK_SIGNATURE_MAX_SIZE], 0);
        // SAFETY: the functions came from the program, which vouched for them when it made this key.
        unsafe {
            if self.len() != public.len {
                return MBEDTLS_ERR_RSA_KEY_CHECK_FAILED;
            }
            let rng: mbedtls_f_rng_t = Some(os_random);
            let code = self.sign((rng, std::ptr::null_mut()), SHA256, &hash, &mut sig, &mut sig_len);
            if code != 0 {
                return code;
            }
            let signature = sig.get(..sig_len).unwrap_or_default();
            match rsa::verify(public, rsa::Padding::Pkcs1, SHA256, &hash, signature) {
                0 => 0,
                _ => MBEDTLS_ERR_RSA_KEY_CHECK_FAILED,
            }
        }
    }
}

/// The longest signature, in bytes.
const MBEDTLS_PK_SIGNATURE_MAX_SIZE: usize = 1024;

unsafe extern "C" fn os_random(_: *mut c_void, output: *mut c_uchar, len: usize) -> c_int {
    // SAFETY: the function is called with a buffer of `len` bytes.
    match unsafe { boundary::bytes_mut(output, len) }.map(random::fill) {
        Some(Ok(())) => 0,
        _ => MBEDTLS_ERR_RSA_RNG_FAILED,
    }
}
