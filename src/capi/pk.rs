//! Keys: `mbedtls/pk.h`.
//!
//! The C type's layout is that of Debian 13 on x86_64, asserted here. `pk_info` says what kind of key the context
//! holds, and `pk_ctx` is a `Box<Slot>` of ours, so that an empty context is all zero bytes.

use std::ffi::{CStr, OsStr, c_char, c_int, c_uchar, c_uint, c_void};
use std::fs::File;
use std::io::Read;
use std::mem::offset_of;
use std::os::unix::ffi::OsStrExt;
use std::ptr;

use zeroize::Zeroizing;

use super::boundary::{self, enter, enter_or};
use super::codes::*;
use super::platform_util::mbedtls_f_rng_t;
use crate::crypto::sign::PrivateKey;
use crate::crypto::verify::{KeyKind, PublicKey};
use crate::x509::der::DerError;
use crate::x509::key::{self, KeyError};
use crate::x509::pem::Reason;

/// A kind of key, by number.
pub type mbedtls_pk_type_t = c_uint;

/// No key.
pub(crate) const MBEDTLS_PK_NONE: mbedtls_pk_type_t = 0;
/// RSA.
pub(crate) const MBEDTLS_PK_RSA: mbedtls_pk_type_t = 1;
/// A key on an elliptic curve, for signatures and key agreement.
pub(crate) const MBEDTLS_PK_ECKEY: mbedtls_pk_type_t = 2;
/// A key on an elliptic curve, for key agreement only.
pub(crate) const MBEDTLS_PK_ECKEY_DH: mbedtls_pk_type_t = 3;
/// A key on an elliptic curve, for signatures only.
pub(crate) const MBEDTLS_PK_ECDSA: mbedtls_pk_type_t = 4;
/// An RSA key that is used through functions of the program.
pub(crate) const MBEDTLS_PK_RSA_ALT: mbedtls_pk_type_t = 5;
/// RSA with the padding PSS.
pub(crate) const MBEDTLS_PK_RSASSA_PSS: mbedtls_pk_type_t = 6;
/// A key whose numbers a program cannot reach. Ed25519 keys are of this type.
pub(crate) const MBEDTLS_PK_OPAQUE: mbedtls_pk_type_t = 7;

/// What the library knows about a type of key; programs only hold pointers to it.
pub enum mbedtls_pk_info_t {}

/// A key: public, or a pair. Starts with mbedtls_pk_init(), ends with mbedtls_pk_free(). Its members are
/// private.
#[repr(C)]
pub struct mbedtls_pk_context {
    pub(crate) pk_info: *const mbedtls_pk_info_t,
    pub(crate) pk_ctx: *mut c_void,
}
const _: () = assert!(size_of::<mbedtls_pk_context>() == 16 && align_of::<mbedtls_pk_context>() == 8);
const _: () = assert!(offset_of!(mbedtls_pk_context, pk_ctx) == 8);

/// What `pk_info` points to.
struct Info {
    kind: mbedtls_pk_type_t,
    name: &'static CStr,
}

static RSA: Info = Info { kind: MBEDTLS_PK_RSA, name: c"RSA" };
static ECKEY: Info = Info { kind: MBEDTLS_PK_ECKEY, name: c"EC" };
static ECKEY_DH: Info = Info { kind: MBEDTLS_PK_ECKEY_DH, name: c"EC_DH" };
static ECDSA: Info = Info { kind: MBEDTLS_PK_ECDSA, name: c"ECDSA" };
static ED25519: Info = Info { kind: MBEDTLS_PK_OPAQUE, name: c"Ed25519" };

/// What `pk_ctx` points to.
enum Slot {
    Private(PrivateKey),
    Public(PublicKey),
}

impl Slot {
    fn public(&self) -> &PublicKey {
        match self {
            Self::Private(key) => key.public_key(),
            Self::Public(key) => key,
        }
    }

    fn info(&self) -> &'static Info {
        match self.public().kind() {
            KeyKind::Rsa(_) => &RSA,
            KeyKind::Ec(_) => &ECKEY,
            KeyKind::Ed25519 => &ED25519,
        }
    }
}

/// The key in a context, or `None` if it has none.
///
/// # Safety
/// `pk` is null, or initialised and not changed during `'a`.
unsafe fn slot<'a>(pk: *const mbedtls_pk_context) -> Option<&'a Slot> {
    // SAFETY: the caller vouches for `pk`.
    let pk = unsafe { pk.as_ref() }?;
    // SAFETY: a non-null `pk_ctx` is a `Box<Slot>` that `store` left there.
    unsafe { pk.pk_ctx.cast::<Slot>().as_ref() }
}

/// The private key in a context, or `None` if it has none.
///
/// # Safety
/// `pk` is null, or initialised and not changed during `'a`.
pub(crate) unsafe fn private_key<'a>(pk: *const mbedtls_pk_context) -> Option<&'a PrivateKey> {
    // SAFETY: passed on to the caller.
    match unsafe { slot(pk) }? {
        Slot::Private(key) => Some(key),
        Slot::Public(_) => None,
    }
}

/// The public key in a context, or the public half of its private key.
///
/// # Safety
/// `pk` is null, or initialised and not changed during `'a`.
pub(crate) unsafe fn public_key<'a>(pk: *const mbedtls_pk_context) -> Option<&'a PublicKey> {
    // SAFETY: passed on to the caller.
    unsafe { slot(pk) }.map(Slot::public)
}

/// Reads a SubjectPublicKeyInfo into an empty context: 0 or a code.
///
/// # Safety
/// `pk` is null, or initialised and used by nobody else meanwhile.
pub(crate) unsafe fn set_public_key(pk: *mut mbedtls_pk_context, spki_der: &[u8]) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { store(pk, || key::spki(spki_der).map(Slot::Public)) }
}

/// Puts the key that `read` gives into an empty context.
///
/// # Safety
/// `pk` is null, or initialised and used by nobody else meanwhile.
unsafe fn store(pk: *mut mbedtls_pk_context, read: impl FnOnce() -> Result<Slot, KeyError>) -> c_int {
    // SAFETY: the caller vouches for `pk`.
    let Some(pk) = (unsafe { pk.as_mut() }) else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
    if !pk.pk_ctx.is_null() {
        return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
    }
    match read() {
        Ok(slot) => {
            pk.pk_info = ptr::from_ref(slot.info()).cast();
            pk.pk_ctx = Box::into_raw(Box::new(slot)).cast();
            0
        }
        Err(error) => code(error),
    }
}

fn code(error: KeyError) -> c_int {
    match error {
        KeyError::Pem(Reason::Empty) => MBEDTLS_ERR_PEM_INVALID_DATA,
        KeyError::Pem(Reason::Base64) => MBEDTLS_ERR_PEM_INVALID_DATA + MBEDTLS_ERR_BASE64_INVALID_CHARACTER,
        KeyError::Pem(Reason::UnknownEncryption) => MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG,
        KeyError::Pem(Reason::InvalidIv) => MBEDTLS_ERR_PEM_INVALID_ENC_IV,
        KeyError::Format | KeyError::Invalid => MBEDTLS_ERR_PK_KEY_INVALID_FORMAT,
        KeyError::Der(error) => MBEDTLS_ERR_PK_KEY_INVALID_FORMAT + der_code(error),
        KeyError::Algorithm(error) => MBEDTLS_ERR_PK_INVALID_ALG + der_code(error),
        KeyError::PublicKey(error) => MBEDTLS_ERR_PK_INVALID_PUBKEY + der_code(error),
        KeyError::Version => MBEDTLS_ERR_PK_KEY_INVALID_VERSION,
        KeyError::UnknownAlgorithm => MBEDTLS_ERR_PK_UNKNOWN_PK_ALG,
        KeyError::UnknownCurve => MBEDTLS_ERR_PK_UNKNOWN_NAMED_CURVE,
        KeyError::Unsupported => MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE,
        KeyError::PasswordRequired => MBEDTLS_ERR_PK_PASSWORD_REQUIRED,
        KeyError::PasswordMismatch => MBEDTLS_ERR_PK_PASSWORD_MISMATCH,
    }
}

fn der_code(error: DerError) -> c_int {
    match error {
        DerError::OutOfData => MBEDTLS_ERR_ASN1_OUT_OF_DATA,
        DerError::UnexpectedTag => MBEDTLS_ERR_ASN1_UNEXPECTED_TAG,
        DerError::InvalidLength => MBEDTLS_ERR_ASN1_INVALID_LENGTH,
        DerError::LengthMismatch => MBEDTLS_ERR_ASN1_LENGTH_MISMATCH,
        DerError::InvalidData => MBEDTLS_ERR_ASN1_INVALID_DATA,
    }
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

/// Sets a context up as empty. Call it once, before anything else is done with the context.
///
/// \param ctx  The context; NULL does nothing.
///
/// # Safety
/// `ctx` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_init(ctx: *mut mbedtls_pk_context) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`; zero bytes are an empty context.
        unsafe { boundary::zero(ctx) };
    });
}

/// Releases the key in a context and leaves it empty, ready for another key.
///
/// \param ctx  The context; NULL, or a context without a key, does nothing.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_free(ctx: *mut mbedtls_pk_context) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        let Some(pk) = (unsafe { ctx.as_mut() }) else { return };
        let slot = std::mem::replace(&mut pk.pk_ctx, ptr::null_mut()).cast::<Slot>();
        pk.pk_info = ptr::null();
        if !slot.is_null() {
            // SAFETY: `store` made this pointer with `Box::into_raw`, and the context has just forgotten it.
            drop(unsafe { Box::from_raw(slot) });
        }
    });
}

/// Reads a private key from memory: PKCS #1 (RSA), SEC 1 (EC) or PKCS #8, as DER or PEM, encrypted or not.
///
/// RSA keys of 2048, 3072 and 4096 bits, EC keys on P-256 and P-384, and Ed25519 keys are taken. Of a PEM text the
/// first private key counts; other blocks, such as certificates, are skipped. Encrypted keys may use PBES2 with
/// PBKDF2 (HMAC with SHA-1, SHA-256, SHA-384 or SHA-512) and AES, DES or triple DES in CBC mode, or be PEM blocks with
/// a DEK-Info header and one of the same ciphers.
///
/// \param ctx     An empty context. It stays empty when an error is returned.
/// \param key     The key. It is only read, and may be released afterwards.
/// \param keylen  The number of bytes in \p key. For PEM this counts the terminating NUL, which must be there.
/// \param pwd     The password of an encrypted key; NULL if there is none.
/// \param pwdlen  The number of bytes in \p pwd.
/// \param f_rng   Not used; may be NULL.
/// \param p_rng   Not used; may be NULL.
///
/// \return 0 if the key was read.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL or holds a key, or if \p key or \p pwd is NULL although its
///         length is not 0.
/// \return #MBEDTLS_ERR_PK_KEY_INVALID_FORMAT, alone or with an ASN.1 code added, if this is no private key, or a
///         damaged one.
/// \return #MBEDTLS_ERR_PK_KEY_INVALID_VERSION if the version is not one of the format.
/// \return #MBEDTLS_ERR_PK_UNKNOWN_PK_ALG if the key is for none of the algorithms above.
/// \return #MBEDTLS_ERR_PK_UNKNOWN_NAMED_CURVE if its curve has no name or an unknown one.
/// \return #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if the key is on another known curve, is an RSA key of another size or
///         with a public exponent below 65537, or is encrypted in another way.
/// \return #MBEDTLS_ERR_PK_PASSWORD_REQUIRED if the key is encrypted and \p pwd is empty.
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
        let (key, pwd) = unsafe { (boundary::bytes(key, keylen), boundary::bytes(pwd, pwdlen)) };
        let (Some(key), Some(pwd)) = (key, pwd) else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        // SAFETY: the caller vouches for `ctx`.
        unsafe { store(ctx, || key::private_key(key, pwd).map(Slot::Private)) }
    })
}

/// Reads a private key from a file; see mbedtls_pk_parse_key() for the formats and for the codes beside these.
///
/// \param ctx       An empty context. It stays empty when an error is returned.
/// \param path      The file's name. Files over 1 MiB are not read.
/// \param password  The password of an encrypted key; NULL if there is none.
/// \param f_rng     Not used; may be NULL.
/// \param p_rng     Not used; may be NULL.
///
/// \return 0 if the key was read.
/// \return #MBEDTLS_ERR_PK_FILE_IO_ERROR if the file cannot be read.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL or holds a key, or if \p path is NULL.
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
        let password = password.unwrap_or_default().to_bytes();
        // SAFETY: the caller vouches for `ctx`.
        unsafe { store(ctx, || key::private_key_file(&content, password).map(Slot::Private)) }
    })
}

/// Reads a public key from memory: SubjectPublicKeyInfo or PKCS #1, as DER or PEM.
///
/// RSA keys of any size, EC keys on the named curves with an uncompressed point, and Ed25519 keys are taken. Whether
/// a point is on its curve is found out when a signature is verified. Signatures are verified with RSA keys of 2048 to
/// 8192 bits, P-256, P-384 and Ed25519.
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
        let Some(key) = (unsafe { boundary::bytes(key, keylen) }) else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        // SAFETY: the caller vouches for `ctx`.
        unsafe { store(ctx, || key::public_key(key).map(Slot::Public)) }
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
        unsafe { store(ctx, || key::public_key_file(&content).map(Slot::Public)) }
    })
}

/// Tells what kind of key a context holds.
///
/// \param ctx  The context; may be NULL.
///
/// \return #MBEDTLS_PK_RSA, #MBEDTLS_PK_ECKEY, or #MBEDTLS_PK_OPAQUE for Ed25519, which has no type of its own.
/// \return #MBEDTLS_PK_NONE if there is no key.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_get_type(ctx: *const mbedtls_pk_context) -> mbedtls_pk_type_t {
    // SAFETY: the caller vouches for `ctx`.
    enter_or(MBEDTLS_PK_NONE, || unsafe { slot(ctx) }.map_or(MBEDTLS_PK_NONE, |slot| slot.info().kind))
}

/// Tells the size of the key in a context: of the modulus for RSA, of the field for EC, 256 for Ed25519.
///
/// \param ctx  The context; may be NULL.
///
/// \return The size in bits; 0 if there is no key.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_get_bitlen(ctx: *const mbedtls_pk_context) -> usize {
    // SAFETY: the caller vouches for `ctx`.
    enter_or(0, || unsafe { slot(ctx) }.map_or(0, |slot| slot.public().kind().bits()))
}

/// Names the kind of key in a context, for messages.
///
/// \param ctx  The context; may be NULL.
///
/// \return "RSA", "EC" or "Ed25519"; "invalid PK" if there is no key. The string is static: do not release it.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_get_name(ctx: *const mbedtls_pk_context) -> *const c_char {
    const NO_KEY: &CStr = c"invalid PK";
    // SAFETY: the caller vouches for `ctx`.
    enter_or(NO_KEY.as_ptr(), || unsafe { slot(ctx) }.map_or(NO_KEY, |slot| slot.info().name).as_ptr())
}

/// Tells whether the key in a context is one for a type of operation.
///
/// \param ctx   The context; may be NULL.
/// \param type  RSA keys are for #MBEDTLS_PK_RSA and #MBEDTLS_PK_RSASSA_PSS; EC keys for #MBEDTLS_PK_ECKEY,
///              #MBEDTLS_PK_ECKEY_DH and #MBEDTLS_PK_ECDSA; Ed25519 keys for #MBEDTLS_PK_OPAQUE.
///
/// \return 1 if it is.
/// \return 0 if it is not, or if there is no key.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_can_do(ctx: *const mbedtls_pk_context, r#type: mbedtls_pk_type_t) -> c_int {
    enter_or(0, || {
        // SAFETY: the caller vouches for `ctx`.
        let Some(slot) = (unsafe { slot(ctx) }) else { return 0 };
        let types: &[mbedtls_pk_type_t] = match slot.public().kind() {
            KeyKind::Rsa(_) => &[MBEDTLS_PK_RSA, MBEDTLS_PK_RSASSA_PSS],
            KeyKind::Ec(_) => &[MBEDTLS_PK_ECKEY, MBEDTLS_PK_ECKEY_DH, MBEDTLS_PK_ECDSA],
            KeyKind::Ed25519 => &[MBEDTLS_PK_OPAQUE],
        };
        c_int::from(types.contains(&r#type))
    })
}

/// Checks that a public and a private key belong together. A private key counts as its public half, too.
///
/// \param pub_   The context with the public key.
/// \param prv    The context with the private key.
/// \param f_rng  Not used; may be NULL.
/// \param p_rng  Not used; may be NULL.
///
/// \return 0 if they are a pair.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if one of the contexts is NULL or empty.
/// \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the keys are of different kinds.
/// \return #MBEDTLS_ERR_RSA_KEY_CHECK_FAILED if they are RSA keys that are no pair, or \p prv has no private key.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if they are EC or Ed25519 keys that are no pair.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if they are EC or Ed25519 keys and \p prv has no private key.
///
/// # Safety
/// Both contexts are null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_check_pair(
    pub_: *const mbedtls_pk_context,
    prv: *const mbedtls_pk_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for both contexts.
        let (Some(public), Some(private)) = (unsafe { (slot(pub_), slot(prv)) }) else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        if public.info().kind != private.info().kind {
            return MBEDTLS_ERR_PK_TYPE_MISMATCH;
        }
        let rsa = public.info().kind == MBEDTLS_PK_RSA;
        let (one, other) = (public.public(), private.public());
        if one.kind() != other.kind() || one.bytes() != other.bytes() {
            return if rsa { MBEDTLS_ERR_RSA_KEY_CHECK_FAILED } else { MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
        }
        match private {
            Slot::Private(_) => 0,
            Slot::Public(_) if rsa => MBEDTLS_ERR_RSA_KEY_CHECK_FAILED,
            Slot::Public(_) => MBEDTLS_ERR_ECP_INVALID_KEY,
        }
    })
}

/// Finds what the library knows about a type of key.
///
/// \param pk_type  The type.
///
/// \return Static information, for the types #MBEDTLS_PK_RSA to #MBEDTLS_PK_ECDSA. Do not release it.
/// \return NULL for every other type.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_pk_info_from_type(pk_type: mbedtls_pk_type_t) -> *const mbedtls_pk_info_t {
    let info = match pk_type {
        MBEDTLS_PK_RSA => &RSA,
        MBEDTLS_PK_ECKEY => &ECKEY,
        MBEDTLS_PK_ECKEY_DH => &ECKEY_DH,
        MBEDTLS_PK_ECDSA => &ECDSA,
        _ => return ptr::null(),
    };
    ptr::from_ref(info).cast()
}
