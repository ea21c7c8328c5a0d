//! `mbedtls/pkcs12.h`.

use std::ffi::{c_int, c_uchar};

use super::asn1::{asn1_code, mbedtls_asn1_buf};
use super::boundary::{self, enter};
use super::cipher::mbedtls_cipher_type_t;
use super::codes::*;
use super::md::{digest_algorithm, mbedtls_md_type_t};
use super::pkcs5::{Sealed, contents, with_room};
use crate::crypto::kdf;
use crate::crypto::password::{Cipher, Key};
use crate::x509::pbe::{self, MOST_INPUT, PbeError, Pkcs12};

/// The most bytes that one call derives.
const MOST_DERIVED: usize = 128;
/// The highest number of a cipher, MBEDTLS_CIPHER_AES_256_KWP.
const LAST_CIPHER: mbedtls_cipher_type_t = 83;

/// Derives bytes from a password (RFC 7292 appendix B.2).
///
/// \param data        Where the bytes go.
/// \param datalen     How many, at most 128.
/// \param pwd         The password as two bytes a letter, the higher first, and two zero bytes at the end. NULL with a
///                    `pwdlen` of 0: none.
/// \param pwdlen      Its length in bytes, at most 64.
/// \param salt        The salt. NULL with a `saltlen` of 0: none.
/// \param saltlen     Its length in bytes, at most 64.
/// \param mbedtls_md  The digest.
/// \param id          What the bytes are for: MBEDTLS_PKCS12_DERIVE_KEY, _IV or _MAC_KEY; one byte of it counts.
/// \param iterations  How often the digest is computed; 0 counts as 1.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA: an argument is NULL, too long or negative.
/// \return  MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED: there is no such digest.
///
/// # Safety
/// `data` is null, or valid for writing, `pwd` and `salt` are null, or readable, for as many bytes as said.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs12_derivation(
    data: *mut c_uchar,
    datalen: usize,
    pwd: *const c_uchar,
    pwdlen: usize,
    salt: *const c_uchar,
    saltlen: usize,
    mbedtls_md: mbedtls_md_type_t,
    id: c_int,
    iterations: c_int,
) -> c_int {
    enter(|| {
        if datalen > MOST_DERIVED || pwdlen > MOST_INPUT || saltlen > MOST_INPUT {
            return MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for the three.
        let (out, pwd, salt) = unsafe {
            (boundary::bytes_mut(data, datalen), boundary::bytes(pwd, pwdlen), boundary::bytes(salt, saltlen))
        };
        let (Some(out), Some(pwd), Some(salt), Ok(iterations)) = (out, pwd, salt, u32::try_from(iterations))
        else {
            return MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA;
        };
        let Some(digest) = digest_algorithm(mbedtls_md) else { return MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED };
        let [purpose, ..] = id.to_le_bytes();
        kdf::pkcs12(digest, purpose, pwd, salt, iterations, out);
        0
    })
}

/// As mbedtls_pkcs12_pbe_ext(), for programs that know how much room the output takes.
///
/// \param pbe_params   The parameters: the contents of the SEQUENCE.
/// \param mode         MBEDTLS_PKCS12_PBE_ENCRYPT or MBEDTLS_PKCS12_PBE_DECRYPT.
/// \param cipher_type  The cipher, one in CBC mode.
/// \param md_type      The digest of the derivation.
/// \param pwd          The password in ASCII, without an end; may be NULL if `pwdlen` is 0.
/// \param pwdlen       Its length in bytes, at most 31.
/// \param data         What is encrypted or decrypted; may be NULL if `len` is 0.
/// \param len          Its length in bytes.
/// \param output       Where the result goes: `len` bytes, and up to one block more when it is encrypted.
///
/// \return  As mbedtls_pkcs12_pbe_ext().
///
/// # Safety
/// As for mbedtls_pkcs12_pbe_ext(), with as much room at `output` as is said there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs12_pbe(
    pbe_params: *mut mbedtls_asn1_buf,
    mode: c_int,
    cipher_type: mbedtls_cipher_type_t,
    md_type: mbedtls_md_type_t,
    pwd: *const c_uchar,
    pwdlen: usize,
    data: *const c_uchar,
    len: usize,
    output: *mut c_uchar,
) -> c_int {
    let mut written = 0;
    // SAFETY: passed on to the caller.
    unsafe {
        mbedtls_pkcs12_pbe_ext(
            pbe_params,
            mode,
            cipher_type,
            md_type,
            pwd,
            pwdlen,
            data,
            len,
            output,
            usize::MAX,
            &raw mut written,
        )
    }
}

/// Encrypts or decrypts with a password (RFC 7292 appendix C).
///
/// \param pbe_params   The parameters: the contents of the SEQUENCE, that is a salt and a number of iterations.
/// \param mode         MBEDTLS_PKCS12_PBE_ENCRYPT or MBEDTLS_PKCS12_PBE_DECRYPT.
/// \param cipher_type  The cipher, one in CBC mode.
/// \param md_type      The digest of the derivation.
/// \param pwd          The password in ASCII, without an end; may be NULL if `pwdlen` is 0.
/// \param pwdlen       Its length in bytes, at most 31.
/// \param data         What is encrypted or decrypted; may be NULL if `len` is 0.
/// \param len          Its length in bytes.
/// \param output       Where the result goes.
/// \param output_size  How much room is there: `len` bytes, and up to one block more when it is encrypted.
/// \param output_len   Where its length goes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_PKCS12_PASSWORD_MISMATCH: the password is wrong, or the data is damaged.
/// \return  MBEDTLS_ERR_PKCS12_PBE_INVALID_FORMAT, alone or with an ASN.1 code: the parameters are malformed.
/// \return  MBEDTLS_ERR_PKCS12_FEATURE_UNAVAILABLE: there is no such cipher, or the iterations are over 10,000,000.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: the cipher is in another mode, or `mode` is neither.
/// \return  MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED: what should be decrypted is no number of blocks.
/// \return  MBEDTLS_ERR_ASN1_BUF_TOO_SMALL: there is too little room.
/// \return  MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED: there is no such digest.
/// \return  MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA: password or salt are too long, or an argument is NULL.
///
/// # Safety
/// `pbe_params` is null or valid; `pwd` and `data` are null, or readable for as many bytes as said; `output` is null, or
/// valid for writing `output_size` bytes or as many as the result takes; `output_len` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs12_pbe_ext(
    pbe_params: *mut mbedtls_asn1_buf,
    mode: c_int,
    cipher_type: mbedtls_cipher_type_t,
    md_type: mbedtls_md_type_t,
    pwd: *const c_uchar,
    pwdlen: usize,
    data: *const c_uchar,
    len: usize,
    output: *mut c_uchar,
    output_size: usize,
    output_len: *mut usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for the three.
        let (parameters, pwd, data) =
            unsafe { (contents(pbe_params), boundary::bytes(pwd, pwdlen), boundary::bytes(data, len)) };
        let (Some(parameters), Some(pwd), Some(data)) = (parameters, pwd, data) else {
            return MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA;
        };
        // SAFETY: the caller vouches for `output` and `output_len`.
        unsafe {
            with_room(output, output_size, output_len, MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA, |room| {
                apply(parameters, mode, cipher_type, md_type, pwd, data, room)
            })
        }
    })
}

fn apply(
    parameters: Result<&[u8], c_int>,
    mode: c_int,
    cipher_type: mbedtls_cipher_type_t,
    md_type: mbedtls_md_type_t,
    pwd: &[u8],
    data: &[u8],
    room: usize,
) -> Result<Sealed, c_int> {
    let contents = parameters.map_err(|code| MBEDTLS_ERR_PKCS12_PBE_INVALID_FORMAT + code)?;
    let cipher = pbe::cipher(cipher_type);
    if cipher.is_none() && !(2..=LAST_CIPHER).contains(&cipher_type) {
        return Err(MBEDTLS_ERR_PKCS12_FEATURE_UNAVAILABLE);
    }
    let scheme = Pkcs12::read(contents).map_err(code)?;
    scheme.takes(pwd).map_err(code)?;
    let cipher = cipher.filter(|_| matches!(mode, 0 | 1)).ok_or(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA)?;
    let digest = digest_algorithm(md_type).ok_or(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED)?;
    let needed = if mode == DECRYPT { Some(data.len()) } else { cipher.sealed_len(data.len()) };
    if needed.is_none_or(|needed| needed > room) {
        return Err(MBEDTLS_ERR_ASN1_BUF_TOO_SMALL);
    }
    let (key, iv) = Key::pkcs12(digest, scheme.iterations, scheme.salt, pwd);
    let iv = iv.get(..cipher.iv_len()).unwrap_or_default();
    if mode == DECRYPT { open(cipher, &key, iv, data) } else { seal(cipher, &key, iv, data) }
}

fn open(cipher: Cipher, key: &Key, iv: &[u8], data: &[u8]) -> Result<Sealed, c_int> {
    if data.is_empty() || !data.len().is_multiple_of(cipher.iv_len()) {
        return Err(MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED);
    }
    cipher.decrypt(key, iv, data).map_err(|_| MBEDTLS_ERR_PKCS12_PASSWORD_MISMATCH)
}

fn seal(cipher: Cipher, key: &Key, iv: &[u8], data: &[u8]) -> Result<Sealed, c_int> {
    cipher.encrypt(key, iv, data).map(Sealed::new).ok_or(MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA)
}

/// The code for parameters of no use.
pub(super) fn code(error: PbeError) -> c_int {
    match error {
        PbeError::Der(error) => MBEDTLS_ERR_PKCS12_PBE_INVALID_FORMAT + asn1_code(error),
        PbeError::Format => MBEDTLS_ERR_PKCS12_PBE_INVALID_FORMAT,
        PbeError::Unsupported => MBEDTLS_ERR_PKCS12_FEATURE_UNAVAILABLE,
        PbeError::TooLong => MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA,
    }
}

const DECRYPT: c_int = 0;
