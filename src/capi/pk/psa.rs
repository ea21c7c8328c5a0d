//! Keys between contexts and PSA Crypto.

use std::ffi::{c_int, c_uchar};
use std::ptr;

use zeroize::Zeroizing;

use super::kind::{self, Key};
use super::*;
use crate::capi::psa::{
    self, mbedtls_svc_key_id_t, psa_algorithm_t, psa_key_attributes_t, psa_key_type_t, psa_key_usage_t,
    psa_status_t,
};
use crate::capi::psa_util::{mbedtls_ecc_group_from_psa, mbedtls_ecc_group_to_psa};
use crate::capi::rsa::{is_zero, mbedtls_rsa_set_padding};

const PSA_KEY_TYPE_RSA_PUBLIC_KEY: psa_key_type_t = 0x4001;
const PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE: psa_key_type_t = 0x4100;
/// What makes the type of a pair of that of a public key.
const PAIR: psa_key_type_t = 0x3000;

/// `PSA_KEY_USAGE_EXPORT` and `PSA_KEY_USAGE_COPY`.
const EXPORT_AND_COPY: psa_key_usage_t = 0x0003;
const PSA_KEY_USAGE_ENCRYPT: psa_key_usage_t = 0x0100;
const PSA_KEY_USAGE_DECRYPT: psa_key_usage_t = 0x0200;
const PSA_KEY_USAGE_SIGN_MESSAGE: psa_key_usage_t = 0x0400;
const PSA_KEY_USAGE_VERIFY_MESSAGE: psa_key_usage_t = 0x0800;
const PSA_KEY_USAGE_SIGN_HASH: psa_key_usage_t = 0x1000;
const PSA_KEY_USAGE_VERIFY_HASH: psa_key_usage_t = 0x2000;
const PSA_KEY_USAGE_DERIVE: psa_key_usage_t = 0x4000;

const PSA_ALG_RSA_PKCS1V15_SIGN_BASE: psa_algorithm_t = 0x0600_0200;
const PSA_ALG_RSA_PSS_BASE: psa_algorithm_t = 0x0600_0300;
const PSA_ALG_RSA_PSS_ANY_SALT_BASE: psa_algorithm_t = 0x0600_1300;
const PSA_ALG_DETERMINISTIC_ECDSA_BASE: psa_algorithm_t = 0x0600_0700;
const PSA_ALG_RSA_PKCS1V15_CRYPT: psa_algorithm_t = 0x0700_0200;
const PSA_ALG_RSA_OAEP_BASE: psa_algorithm_t = 0x0700_0300;
const PSA_ALG_ECDH: psa_algorithm_t = 0x0902_0000;

/// The digests that algorithms name by `PSA_ALG_HASH_MASK` and contexts by `mbedtls_md_type_t` have the same numbers.
const PSA_ALG_HASH_MASK: psa_algorithm_t = 0xff;
const PSA_ALG_ANY_HASH: psa_algorithm_t = 0x0200_00ff;
const ANY_HASH: psa_algorithm_t = PSA_ALG_ANY_HASH & PSA_ALG_HASH_MASK;

/// `MBEDTLS_RSA_PKCS_V15` and `MBEDTLS_RSA_PKCS_V21`.
const V15: c_int = 0;
const V21: c_int = 1;

/// Room for the longest public key, and for the longest private one, as PSA Crypto takes them.
const MAX_DER: usize = 2363;

/// Fills in attributes for a key to be imported by mbedtls_pk_import_into_psa(): its type and length, what it is for, and the
/// algorithm. Number and lifetime stay as they are.
///
/// \param pk          The context with the key.
/// \param usage       One of `PSA_KEY_USAGE_SIGN_MESSAGE`, `_SIGN_HASH`, `_DECRYPT` and `_DERIVE`, which need a pair, and
///                    `_VERIFY_MESSAGE`, `_VERIFY_HASH` and `_ENCRYPT`, which give a public key. Export and copies are allowed.
/// \param attributes  Takes them. They are not changed on error.
///
/// \return 0 if that was done.
/// \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the key is not for that, or \p usage is not one of those.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL, or \p pk is empty.
///
/// # Safety
/// `pk` is null, or initialised and not changed meanwhile; `attributes` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_get_psa_attributes(
    pk: *const mbedtls_pk_context,
    usage: psa_key_usage_t,
    attributes: *mut psa_key_attributes_t,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(key), Some(attributes)) = (unsafe { (kind::key(pk), attributes.as_mut()) }) else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        // SAFETY: as above.
        match unsafe { attributes_for(&key, usage) } {
            Some(found) => {
                (attributes.r#type, attributes.bits, attributes.policy) =
                    (found.r#type, found.bits, found.policy);
                0
            }
            None => MBEDTLS_ERR_PK_TYPE_MISMATCH,
        }
    })
}

/// Gives a key to PSA Crypto.
///
/// \param pk          The context with the key. It stays as it is.
/// \param attributes  What psa_import_key() takes, such as mbedtls_pk_get_psa_attributes() gives. The type is that of the key, or of its
///                    public half.
/// \param key_id      Takes the number of the key; 0 on error.
///
/// \return 0 if that was done.
/// \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the type is not that of the key.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA, #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if an RSA key has no private half, or the attributes say that
///         it is shorter.
/// \return #MBEDTLS_ERR_PK_INVALID_ALG if psa_import_key() does not take key or attributes, or another code for what it returned.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL, or \p pk is empty.
///
/// # Safety
/// `pk` is null, or initialised and not changed meanwhile; `attributes` is null, or valid; `key_id` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_import_into_psa(
    pk: *const mbedtls_pk_context,
    attributes: *const psa_key_attributes_t,
    key_id: *mut mbedtls_svc_key_id_t,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all three.
        let (Some(key_id), key, attributes) =
            (unsafe { (key_id.as_mut(), kind::key(pk), attributes.as_ref()) })
        else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        *key_id = 0;
        let (Some(key), Some(attributes)) = (key, attributes) else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        // SAFETY: the caller vouches for the key.
        match unsafe { material(pk, &key, attributes) } {
            Ok(bytes) => {
                // SAFETY: the references are valid for reading and writing.
                status(unsafe { psa::psa_import_key(attributes, bytes.as_ptr(), bytes.len(), key_id) })
            }
            Err(code) => code,
        }
    })
}

/// Copies a key of PSA Crypto into a context: a pair with both halves.
///
/// \param key_id  The key; if it is a pair, its policy allows `PSA_KEY_USAGE_EXPORT`.
/// \param pk      An empty context. An RSA key gets the padding and the hash of the key's algorithm.
///
/// \return 0 if that was done.
/// \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the policy does not allow it.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if there is no such key, it is neither RSA nor on a curve, or \p pk is NULL or not empty.
///
/// # Safety
/// `pk` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_copy_from_psa(
    key_id: mbedtls_svc_key_id_t,
    pk: *mut mbedtls_pk_context,
) -> c_int {
    // SAFETY: the caller vouches for `pk`.
    enter(|| unsafe { copy(key_id, pk, false) })
}

/// Copies a public key of PSA Crypto, or the public half of a pair, into a context.
///
/// \param key_id  The key.
/// \param pk      An empty context. An RSA key gets the padding and the hash of the key's algorithm.
///
/// \return 0 if that was done.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if there is no such key, it is neither RSA nor on a curve, or \p pk is NULL or not empty.
///
/// # Safety
/// `pk` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_copy_public_from_psa(
    key_id: mbedtls_svc_key_id_t,
    pk: *mut mbedtls_pk_context,
) -> c_int {
    // SAFETY: the caller vouches for `pk`.
    enter(|| unsafe { copy(key_id, pk, true) })
}

/// `None`: the key is not for that.
///
/// # Safety
/// The key is initialised and not changed meanwhile.
unsafe fn attributes_for(key: &Key<'_>, usage: psa_key_usage_t) -> Option<psa_key_attributes_t> {
    // A private key can do what the public one can; a hash is a message, too.
    let (allowed, pair) = match usage {
        PSA_KEY_USAGE_ENCRYPT => (PSA_KEY_USAGE_ENCRYPT, false),
        PSA_KEY_USAGE_DECRYPT => (PSA_KEY_USAGE_DECRYPT | PSA_KEY_USAGE_ENCRYPT, true),
        PSA_KEY_USAGE_VERIFY_MESSAGE => (PSA_KEY_USAGE_VERIFY_MESSAGE, false),
        PSA_KEY_USAGE_SIGN_MESSAGE => (PSA_KEY_USAGE_SIGN_MESSAGE | PSA_KEY_USAGE_VERIFY_MESSAGE, true),
        PSA_KEY_USAGE_VERIFY_HASH => (PSA_KEY_USAGE_VERIFY_HASH | PSA_KEY_USAGE_VERIFY_MESSAGE, false),
        PSA_KEY_USAGE_SIGN_HASH => {
            let verify = PSA_KEY_USAGE_VERIFY_HASH | PSA_KEY_USAGE_VERIFY_MESSAGE;
            (PSA_KEY_USAGE_SIGN_HASH | PSA_KEY_USAGE_SIGN_MESSAGE | verify, true)
        }
        PSA_KEY_USAGE_DERIVE => (PSA_KEY_USAGE_DERIVE, true),
        _ => return None,
    };
    let crypts = matches!(usage, PSA_KEY_USAGE_ENCRYPT | PSA_KEY_USAGE_DECRYPT);
    let derives = usage == PSA_KEY_USAGE_DERIVE;
    let (kind, bits, alg, has_private) = match key {
        Key::Rsa(_) if derives => return None,
        Key::Rsa(rsa) => {
            let alg = match (rsa.padding, crypts) {
                (V15, true) => PSA_ALG_RSA_PKCS1V15_CRYPT,
                (V15, false) => PSA_ALG_RSA_PKCS1V15_SIGN_BASE | ANY_HASH,
                (_, true) => PSA_ALG_RSA_OAEP_BASE | u32::try_from(rsa.hash_id).ok()? & PSA_ALG_HASH_MASK,
                (_, false) => PSA_ALG_RSA_PSS_ANY_SALT_BASE | ANY_HASH,
            };
            // SAFETY: the caller vouches for the key.
            (PSA_KEY_TYPE_RSA_PUBLIC_KEY, unsafe { key.bits() }, alg, !is_zero(&rsa.D))
        }
        Key::Ec(info, ec) => {
            let fits = if derives { info.can_do(MBEDTLS_PK_ECKEY_DH) } else { !crypts && info.signs() };
            if !fits {
                return None;
            }
            let mut bits = 0;
            // SAFETY: `bits` is valid for writing.
            let family = unsafe { mbedtls_ecc_group_to_psa(ec.grp.id, &raw mut bits) };
            let signs = PSA_ALG_DETERMINISTIC_ECDSA_BASE | ANY_HASH;
            let alg = if derives { PSA_ALG_ECDH } else { signs };
            (PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE | psa_key_type_t::from(family), bits, alg, !is_zero(&ec.d))
        }
        Key::Ed25519(_) | Key::Alternative(_) => return None,
    };
    if pair && !has_private {
        return None;
    }
    let mut attributes = psa_key_attributes_t {
        r#type: if pair { kind | PAIR } else { kind },
        bits: u16::try_from(bits).ok()?,
        ..Default::default()
    };
    attributes.policy.usage = allowed | EXPORT_AND_COPY;
    attributes.policy.alg = alg;
    Some(attributes)
}

/// A key as psa_import_key() takes it, or a code.
///
/// # Safety
/// `pk` is initialised and not changed meanwhile; `key` is its key.
unsafe fn material(
    pk: *const mbedtls_pk_context,
    key: &Key<'_>,
    attributes: &psa_key_attributes_t,
) -> Result<Zeroizing<Vec<u8>>, c_int> {
    let wanted = attributes.r#type;
    // SAFETY: passed on to the caller; the room is as long as said.
    unsafe {
        match key {
            Key::Rsa(_) if wanted == PSA_KEY_TYPE_RSA_PUBLIC_KEY => public_der(pk),
            Key::Rsa(_) if wanted == PSA_KEY_TYPE_RSA_PUBLIC_KEY | PAIR => {
                // PSA_EXPORT_KEY_PAIR_MAX_SIZE for the length that the attributes say.
                let most = 9 * ((usize::from(attributes.bits) / 2 + 1) / 8 + 5) + 14;
                let mut room = Zeroizing::new(vec![0; most.min(MAX_DER)]);
                let len = mbedtls_pk_write_key_der(pk, room.as_mut_ptr(), room.len());
                written(&room, len)
            }
            Key::Ec(_, ec) => {
                let family = mbedtls_ecc_group_to_psa(ec.grp.id, ptr::null_mut());
                let public = PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE | psa_key_type_t::from(family);
                match wanted {
                    wanted if wanted == public => public_der(pk),
                    wanted if wanted == public | PAIR => {
                        ecp::private_bytes(ec).ok_or(MBEDTLS_ERR_PK_TYPE_MISMATCH)
                    }
                    _ => Err(MBEDTLS_ERR_PK_TYPE_MISMATCH),
                }
            }
            _ => Err(MBEDTLS_ERR_PK_TYPE_MISMATCH),
        }
    }
}

/// RSAPublicKey or a point.
///
/// # Safety
/// `pk` is initialised and not changed meanwhile.
unsafe fn public_der(pk: *const mbedtls_pk_context) -> Result<Zeroizing<Vec<u8>>, c_int> {
    let mut room = vec![0; MAX_DER];
    let start = room.as_mut_ptr();
    let mut end: *mut c_uchar = start.wrapping_add(room.len());
    // SAFETY: the caller vouches for `pk`; there is room from `start` to `end`.
    let len = unsafe { mbedtls_pk_write_pubkey(&raw mut end, start, pk) };
    written(&room, len)
}

/// The `len` bytes at the end of `room`, or the code that `len` is.
fn written(room: &[u8], len: c_int) -> Result<Zeroizing<Vec<u8>>, c_int> {
    let start = usize::try_from(len).ok().and_then(|len| room.len().checked_sub(len));
    start.and_then(|start| room.get(start..)).map(|bytes| Zeroizing::new(bytes.to_vec())).ok_or(len)
}

/// # Safety
/// `pk` is null, or initialised and used by nobody else.
unsafe fn copy(key_id: mbedtls_svc_key_id_t, pk: *mut mbedtls_pk_context, public: bool) -> c_int {
    // SAFETY: the caller vouches for `pk`.
    let Some(target) = (unsafe { pk.as_mut() }) else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
    let mut attributes = psa_key_attributes_t::default();
    // SAFETY: `attributes` is valid for writing.
    if unsafe { psa::psa_get_key_attributes(key_id, &raw mut attributes) } != 0 {
        return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
    }
    let kind = attributes.r#type & !PAIR;
    let is_rsa = kind == PSA_KEY_TYPE_RSA_PUBLIC_KEY;
    if !is_rsa && kind & 0xff00 != PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE {
        return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
    }
    let (mut room, mut len) = (Zeroizing::new(vec![0; MAX_DER]), 0);
    let export = if public { psa::psa_export_public_key } else { psa::psa_export_key };
    // SAFETY: the room is as long as said, and `len` is valid for writing.
    let code = status(unsafe { export(key_id, room.as_mut_ptr(), room.len(), &raw mut len) });
    if code != 0 {
        return code;
    }
    let Some(bytes) = room.get(..len).filter(|_| target.pk_info.is_null()) else {
        return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
    };
    let pair = !public && attributes.r#type & PAIR == PAIR;
    // SAFETY: the context is the caller's, and empty.
    unsafe {
        let code = if is_rsa {
            fill_rsa(target, bytes, pair, attributes.policy.alg)
        } else {
            fill_ec(target, bytes, pair, &attributes)
        };
        if code != 0 {
            kind::release(target);
        }
        code
    }
}

/// # Safety
/// The context is initialised, empty, and used by nobody else.
unsafe fn fill_rsa(pk: &mut mbedtls_pk_context, der: &[u8], pair: bool, alg: psa_algorithm_t) -> c_int {
    // SAFETY: the caller vouches for the context; the bytes are as long as said.
    unsafe {
        let code = if pair {
            mbedtls_pk_parse_key(pk, der.as_ptr(), der.len(), ptr::null(), 0, None, ptr::null_mut())
        } else {
            mbedtls_pk_parse_public_key(pk, der.as_ptr(), der.len())
        };
        if code != 0 {
            return code;
        }
        let hash = match alg & PSA_ALG_HASH_MASK {
            ANY_HASH => 0,
            hash => hash,
        };
        match alg & !PSA_ALG_HASH_MASK {
            PSA_ALG_RSA_OAEP_BASE | PSA_ALG_RSA_PSS_BASE | PSA_ALG_RSA_PSS_ANY_SALT_BASE => {
                mbedtls_rsa_set_padding(pk.pk_ctx.cast(), V21, hash)
            }
            PSA_ALG_RSA_PKCS1V15_SIGN_BASE | PSA_ALG_RSA_PKCS1V15_CRYPT => {
                mbedtls_rsa_set_padding(pk.pk_ctx.cast(), V15, hash)
            }
            _ => 0,
        }
    }
}

/// # Safety
/// The context is initialised, empty, and used by nobody else.
unsafe fn fill_ec(
    pk: &mut mbedtls_pk_context,
    bytes: &[u8],
    pair: bool,
    attributes: &psa_key_attributes_t,
) -> c_int {
    let [family, _] = attributes.r#type.to_le_bytes();
    let ec: *mut mbedtls_ecp_keypair = kind::setup_ec(pk);
    // SAFETY: the key is new; the bytes are as long as said.
    unsafe {
        let group = mbedtls_ecc_group_from_psa(family, attributes.bits.into());
        if pair {
            match ecp::mbedtls_ecp_read_key(group, ec, bytes.as_ptr(), bytes.len()) {
                0 => ecp::mbedtls_ecp_keypair_calc_public(ec, None, ptr::null_mut()),
                code => code,
            }
        } else {
            match ecp::mbedtls_ecp_group_load(&raw mut (*ec).grp, group) {
                0 => ecp::mbedtls_ecp_point_read_binary(
                    &raw const (*ec).grp,
                    &raw mut (*ec).Q,
                    bytes.as_ptr(),
                    bytes.len(),
                ),
                code => code,
            }
        }
    }
}

/// A status of PSA Crypto as a code of this header.
fn status(status: psa_status_t) -> c_int {
    match status {
        0 => 0,
        -133 => MBEDTLS_ERR_PK_TYPE_MISMATCH,
        -134 => MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE,
        -135 => MBEDTLS_ERR_PK_INVALID_ALG,
        -136 => MBEDTLS_ERR_PK_KEY_INVALID_FORMAT,
        -137 => MBEDTLS_ERR_PK_BAD_INPUT_DATA,
        -138 => MBEDTLS_ERR_PK_BUFFER_TOO_SMALL,
        -141 => MBEDTLS_ERR_PK_ALLOC_FAILED,
        -145 | -147 => MBEDTLS_ERR_PLATFORM_HW_ACCEL_FAILED,
        -146 | -152 | -153 => MBEDTLS_ERR_PK_FILE_IO_ERROR,
        -151 => MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED,
        _ => MBEDTLS_ERR_ERROR_GENERIC_ERROR,
    }
}
