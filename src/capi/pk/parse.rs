//! Reading keys from memory and from files.

use std::ffi::{CStr, OsStr, c_char, c_int, c_uchar, c_void};
use std::fs::File;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::kind::{self, Ed25519};
use super::mbedtls_pk_context;
use crate::capi::asn1::asn1_code;
use crate::capi::boundary::{self, enter};
use crate::capi::codes::*;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::{ecp, pkcs5, pkcs12, rsa};
use crate::crypto::verify::{KeyKind, PublicKey};
use crate::x509::der::{self, Reader};
use crate::x509::key::{self, KeyError, PrivateKey};
use crate::x509::pem::Reason;

/// Reads a private key from memory: PKCS #1 (RSA), SEC 1 (EC) or PKCS #8, as DER or PEM, encrypted or not.
///
/// RSA keys of up to 8192 bits, EC keys on the named curves, X25519, X448 and Ed25519 keys are taken; TLS signs with RSA
/// keys of 2048, 3072 and 4096 bits and an exponent from 65537, and on P-256, P-384 and P-521. Of a PEM text with several private keys
/// an RSA key counts before an EC key, and that before PKCS #8; other blocks, such as certificates, are skipped. The numbers
/// of a key need not belong together: mbedtls_pk_check_pair() tells. Encrypted keys may use PBES2 with PBKDF2 (HMAC with SHA-1, SHA-256, SHA-384 or SHA-512) and AES, DES or triple DES in CBC mode, or PKCS #12's way with
/// SHA-1 and triple DES, or be PEM blocks with a DEK-Info header and one of the same ciphers.
///
/// \param ctx     An initialised context. A key that it holds is released first; when an error is returned, it is empty.
/// \param key     The key. It is only read, and may be released afterwards.
/// \param keylen  The number of bytes in \p key. For PEM this counts the terminating NUL, which must be there.
/// \param pwd     The password of an encrypted key; NULL if there is none.
/// \param pwdlen  The number of bytes in \p pwd.
/// \param f_rng   Not used; may be NULL.
/// \param p_rng   Not used; may be NULL.
///
/// \return 0 if the key was read.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL, or if \p key or \p pwd is NULL although its
///         length is not 0.
/// \return #MBEDTLS_ERR_PK_KEY_INVALID_FORMAT if this is no private key, or a damaged one in DER. Those below but for the
///         wrong password are for PEM.
/// \return #MBEDTLS_ERR_PK_KEY_INVALID_FORMAT with a code of ASN.1 or of the curves added, or #MBEDTLS_ERR_PK_INVALID_ALG, alone
///         or with one of ASN.1, if the key is damaged.
/// \return A code of ASN.1 alone, #MBEDTLS_ERR_RSA_BAD_INPUT_DATA or #MBEDTLS_ERR_RSA_KEY_CHECK_FAILED if an RSA key is.
/// \return A code of PKCS #5, PKCS #12 or the ciphers if the way of its encryption is damaged, or not there.
/// \return #MBEDTLS_ERR_PK_KEY_INVALID_VERSION if the version is not one of the format.
/// \return #MBEDTLS_ERR_PK_UNKNOWN_PK_ALG if the key is for none of the algorithms above.
/// \return #MBEDTLS_ERR_PK_UNKNOWN_NAMED_CURVE if its curve has no name or an unknown one.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if its curve is given by numbers.
/// \return #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if the key is encrypted in another way.
/// \return #MBEDTLS_ERR_PK_PASSWORD_REQUIRED if the key is encrypted and \p pwd is NULL, or empty where PKCS #8 needs one.
/// \return #MBEDTLS_ERR_PK_PASSWORD_MISMATCH if \p pwd is not its password.
/// \return #MBEDTLS_ERR_PEM_INVALID_DATA, alone or with a base64 code added, if the PEM block cannot be decoded.
/// \return #MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG or #MBEDTLS_ERR_PEM_INVALID_ENC_IV if its encryption header cannot.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `key` and `pwd` are null, or readable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_parse_key(
    ctx: *mut mbedtls_pk_context,
    key: *const c_uchar,
    keylen: usize,
    pwd: *const c_uchar,
    pwdlen: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for `key` and `pwd`.
        let (key, password) = unsafe { (boundary::bytes(key, keylen), boundary::bytes(pwd, pwdlen)) };
        let (Some(key), Some(password)) = (key, password) else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        let password = (!pwd.is_null()).then_some(password);
        // SAFETY: the caller vouches for `ctx`.
        unsafe { store_private(ctx, || key::private_key(key, password)) }
    })
}

/// Reads a private key from a file; see mbedtls_pk_parse_key() for the formats and for the codes beside these.
///
/// \param ctx       As for mbedtls_pk_parse_key().
/// \param path      The file's name. Files over 1 MiB are not read.
/// \param password  The password of an encrypted key; NULL if there is none.
/// \param f_rng     Not used; may be NULL.
/// \param p_rng     Not used; may be NULL.
///
/// \return 0 if the key was read.
/// \return #MBEDTLS_ERR_PK_FILE_IO_ERROR if the file cannot be read.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx or \p path is NULL.
/// \return A code of mbedtls_pk_parse_key() if the content is not taken.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `path` and `password` are null, or strings.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_parse_keyfile(
    ctx: *mut mbedtls_pk_context,
    path: *const c_char,
    password: *const c_char,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for both strings.
        let (path, password) = unsafe { (boundary::string(path), boundary::string(password)) };
        let Some(path) = path else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        let Some(content) = read_file(path) else { return MBEDTLS_ERR_PK_FILE_IO_ERROR };
        let password = password.map(CStr::to_bytes);
        // SAFETY: the caller vouches for `ctx`.
        unsafe { store_private(ctx, || key::private_key_file(&content, password)) }
    })
}

/// Reads a public key from memory: SubjectPublicKeyInfo or PKCS #1, as DER or PEM.
///
/// RSA keys of any size, EC keys on the named curves, X25519, X448 and Ed25519 keys are taken.
/// Signatures are verified with RSA keys of up to 8192 bits, EC keys and Ed25519.
///
/// \param ctx     An empty context. It stays empty when an error is returned.
/// \param key     The key. It is only read, and may be released afterwards.
/// \param keylen  The number of bytes in \p key. For PEM this counts the terminating NUL, which must be there.
///
/// \return 0 if the key was read.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL or holds a key, or if \p key is NULL and \p keylen is not 0.
/// \return #MBEDTLS_ERR_PK_KEY_INVALID_FORMAT, alone or with an ASN.1 code added, if this is no public key.
/// \return #MBEDTLS_ERR_PK_INVALID_ALG with an ASN.1 code added if its algorithm is damaged.
/// \return #MBEDTLS_ERR_PK_INVALID_PUBKEY, alone or with an ASN.1 code added, if the key itself is.
/// \return #MBEDTLS_ERR_PK_UNKNOWN_PK_ALG if the algorithm is none of those above.
/// \return #MBEDTLS_ERR_PK_UNKNOWN_NAMED_CURVE if its curve has no name or an unknown one.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if its point is not on its curve, #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if it is none.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if its curve is given by numbers.
/// \return A code of ASN.1 alone, or #MBEDTLS_ERR_RSA_BAD_INPUT_DATA, if an RSA key of PKCS #1 is damaged.
/// \return #MBEDTLS_ERR_PEM_INVALID_DATA, alone or with a base64 code added, if the PEM block cannot be decoded.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `key` is null, or readable for `keylen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_parse_public_key(
    ctx: *mut mbedtls_pk_context,
    key: *const c_uchar,
    keylen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `key`.
        let Some(key) = (unsafe { boundary::bytes(key, keylen) }) else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        // SAFETY: the caller vouches for `ctx`.
        unsafe { store_public(ctx, || key::public_key(key)) }
    })
}

/// Reads a public key from a file; see mbedtls_pk_parse_public_key() for the formats and for the codes beside these.
///
/// \param ctx   An empty context. It stays empty when an error is returned.
/// \param path  The file's name. Files over 1 MiB are not read.
///
/// \return 0 if the key was read.
/// \return #MBEDTLS_ERR_PK_FILE_IO_ERROR if the file cannot be read.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL or holds a key, or if \p path is NULL.
/// \return A code of mbedtls_pk_parse_public_key() if the content is not taken.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `path` is null, or a string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_parse_public_keyfile(
    ctx: *mut mbedtls_pk_context,
    path: *const c_char,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `path`.
        let Some(path) = (unsafe { boundary::string(path) }) else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        let Some(content) = read_file(path) else { return MBEDTLS_ERR_PK_FILE_IO_ERROR };
        // SAFETY: the caller vouches for `ctx`.
        unsafe { store_public(ctx, || key::public_key_file(&content)) }
    })
}

/// Reads a public key from a SubjectPublicKeyInfo that others follow.
///
/// \param p    Points to the bytes; it is moved behind the key if it was read.
/// \param end  Their end.
/// \param pk   An empty context. It stays empty when an error is returned.
///
/// \return As mbedtls_pk_parse_public_key().
///
/// # Safety
/// `p` is null, or points to bytes that are readable up to `end`; `pk` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_parse_subpubkey(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    pk: *mut mbedtls_pk_context,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `p`.
        let Some(at) = (unsafe { p.as_mut() }) else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        // SAFETY: as above.
        let Some(bytes) = (unsafe { boundary::bytes(*at, end.addr().saturating_sub(at.addr())) }) else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        let spki = match Reader::new(bytes).value(der::SEQUENCE) {
            Ok(spki) => spki.raw,
            Err(error) => return code(KeyError::Der(error)),
        };
        // SAFETY: the caller vouches for `pk`.
        let code = unsafe { store_public(pk, || key::spki(spki)) };
        if code == 0 {
            *at = at.wrapping_add(spki.len());
        }
        code
    })
}

/// Puts the private key that `read` gives into a context: 0 or a code. What it held before goes in any case: programs renew
/// their key in the context that has the old one.
///
/// # Safety
/// `pk` is null, or initialised and used by nobody else meanwhile.
unsafe fn store_private(
    pk: *mut mbedtls_pk_context,
    read: impl FnOnce() -> Result<PrivateKey, KeyError>,
) -> c_int {
    if pk.is_null() {
        return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
    }
    // SAFETY: the caller vouches for `pk`, which was checked.
    let pk = unsafe {
        kind::release(pk);
        &mut *pk
    };
    let code = match read() {
        // SAFETY: the key that is filled is new.
        Ok(PrivateKey::Rsa(numbers, prepared)) => unsafe {
            rsa::fill(kind::setup_rsa(pk), &numbers, prepared)
        },
        // SAFETY: as above.
        Ok(PrivateKey::Ec(curve, scalar, point, prepared)) => unsafe {
            ecp::fill(kind::setup_ec(pk), curve, &point, Some((&scalar, prepared)))
        },
        Ok(PrivateKey::Ed25519(key)) => {
            let public = key.public_key().clone();
            kind::setup_ed25519(pk, Ed25519 { private: Some(Arc::new(key)), public });
            0
        }
        // SAFETY: as above.
        Ok(PrivateKey::Montgomery(curve, scalar)) => unsafe {
            ecp::fill_montgomery(kind::setup_ec(pk), curve, ecp::Half::Private(&scalar))
        },
        Err(error) => return code(error),
    };
    // SAFETY: as above.
    unsafe { kept(pk, code) }
}

/// As [`store_private`], of a public key.
///
/// # Safety
/// As for [`store_private`].
pub(super) unsafe fn store_public(
    pk: *mut mbedtls_pk_context,
    read: impl FnOnce() -> Result<PublicKey, KeyError>,
) -> c_int {
    // SAFETY: the caller vouches for `pk`.
    let Some(pk) = (unsafe { pk.as_mut() }).filter(|pk| pk.pk_info.is_null()) else {
        return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
    };
    let key = match read() {
        Ok(key) => key,
        Err(error) => return code(error),
    };
    let code = match (key.kind(), key.rsa_numbers()) {
        // SAFETY: the key that is filled is new.
        (KeyKind::Rsa(_), Some((n, e))) => unsafe { rsa::set_public(kind::setup_rsa(pk), n, e) },
        // SAFETY: as above.
        (KeyKind::Ec(curve), _) => unsafe { ecp::fill(kind::setup_ec(pk), curve, key.bytes(), None) },
        // SAFETY: as above.
        (KeyKind::Montgomery(curve), _) => unsafe {
            ecp::fill_montgomery(kind::setup_ec(pk), curve, ecp::Half::Public(key.bytes()))
        },
        _ => {
            kind::setup_ed25519(pk, Ed25519 { private: None, public: key });
            0
        }
    };
    // SAFETY: as above.
    unsafe { kept(pk, code) }
}

/// Empties a context whose key could not be filled.
///
/// # Safety
/// The context is initialised and used by nobody else.
unsafe fn kept(pk: &mut mbedtls_pk_context, code: c_int) -> c_int {
    if code != 0 {
        // SAFETY: the caller vouches for the context.
        unsafe { kind::release(pk) };
        return MBEDTLS_ERR_PK_ALLOC_FAILED;
    }
    0
}

/// A whole key file, in memory that is wiped when dropped; `None` if it cannot be read or is over 1 MiB.
fn read_file(path: &CStr) -> Option<Zeroizing<Vec<u8>>> {
    const LIMIT: u64 = 1 << 20;
    let file = File::open(OsStr::from_bytes(path.to_bytes())).ok()?;
    // Room for all of it at once: a vector that grows would leave copies of the key behind.
    let len = file.metadata().ok()?.len().min(LIMIT);
    let mut content = Zeroizing::new(Vec::with_capacity(usize::try_from(len).ok()?.max(16 << 10) + 1));
    file.take(LIMIT + 1).read_to_end(&mut content).ok()?;
    (u64::try_from(content.len()).ok()? <= LIMIT).then_some(content)
}

pub(super) fn code(error: KeyError) -> c_int {
    match error {
        KeyError::Pem(Reason::Empty) => MBEDTLS_ERR_PEM_INVALID_DATA,
        KeyError::Pem(Reason::Base64) => MBEDTLS_ERR_PEM_INVALID_DATA + MBEDTLS_ERR_BASE64_INVALID_CHARACTER,
        KeyError::Pem(Reason::UnknownEncryption) => MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG,
        KeyError::Pem(Reason::InvalidIv) => MBEDTLS_ERR_PEM_INVALID_ENC_IV,
        KeyError::Format => MBEDTLS_ERR_PK_KEY_INVALID_FORMAT,
        KeyError::Rsa(error) => asn1_code(error),
        KeyError::RsaNumber => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
        KeyError::RsaKey => MBEDTLS_ERR_RSA_KEY_CHECK_FAILED,
        KeyError::Der(error) => MBEDTLS_ERR_PK_KEY_INVALID_FORMAT + asn1_code(error),
        KeyError::Algorithm(error) => MBEDTLS_ERR_PK_INVALID_ALG + asn1_code(error),
        KeyError::AlgorithmParameters => MBEDTLS_ERR_PK_INVALID_ALG,
        KeyError::PublicKey(error) => MBEDTLS_ERR_PK_INVALID_PUBKEY + asn1_code(error),
        KeyError::InvalidPublicKey => MBEDTLS_ERR_PK_INVALID_PUBKEY,
        KeyError::Version => MBEDTLS_ERR_PK_KEY_INVALID_VERSION,
        KeyError::UnknownAlgorithm => MBEDTLS_ERR_PK_UNKNOWN_PK_ALG,
        KeyError::UnknownCurve => MBEDTLS_ERR_PK_UNKNOWN_NAMED_CURVE,
        KeyError::NoCurve => MBEDTLS_ERR_PK_KEY_INVALID_FORMAT + MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE,
        KeyError::UnsupportedCurve => MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE,
        KeyError::Scalar => MBEDTLS_ERR_PK_KEY_INVALID_FORMAT + MBEDTLS_ERR_ECP_INVALID_KEY,
        KeyError::PointFormat => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
        KeyError::Point => MBEDTLS_ERR_ECP_INVALID_KEY,
        KeyError::Unsupported => MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE,
        KeyError::Pbes2(error) => pkcs5::code(error),
        KeyError::Pkcs12(error) => pkcs12::code(error),
        KeyError::NoBlocks => MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED,
        KeyError::PartOfBlock => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        KeyError::PasswordRequired => MBEDTLS_ERR_PK_PASSWORD_REQUIRED,
        KeyError::PasswordMismatch => MBEDTLS_ERR_PK_PASSWORD_MISMATCH,
    }
}
