//! Keys as DER and PEM: SubjectPublicKeyInfo, and private keys in their own formats, PKCS #1 and SEC 1.

use std::ffi::{c_int, c_uchar};

use zeroize::Zeroizing;

use super::kind::{self, Key};
use super::*;
use crate::capi::bignum::magnitude;
use crate::x509::der;
use crate::x509::der_write::{Parameters, WriteError, Writer};
use crate::x509::pem;

/// Writes the bare public key: RSAPublicKey of RFC 8017, or a point. It writes backwards.
///
/// \param p      Points to the end of the room; it is moved to the first byte that was written.
/// \param start  The beginning of the room.
/// \param key    The context with the public key, or with both.
///
/// \return The number of bytes that were written.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if there is too little room.
/// \return #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if such keys are not written.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if a key on a curve has none.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL, or the room is none.
///
/// # Safety
/// `p` is null, or points to a pointer to which there is room from `start` on; `key` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_write_pubkey(
    p: *mut *mut c_uchar,
    start: *mut c_uchar,
    key: *const mbedtls_pk_context,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `p`.
        let Some(p) = (unsafe { p.as_mut() }) else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        let Some(room) = p.addr().checked_sub(start.addr()) else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        // SAFETY: the caller vouches for `key` and the room.
        let (key, room) = unsafe { (kind::key(key), boundary::bytes_mut(start, room)) };
        let (Some(key), Some(room)) = (key, room) else { return MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE };
        let mut writer = Writer::new(room);
        // SAFETY: the caller vouches for the key.
        match unsafe { write_public(&mut writer, &key) } {
            Ok(len) => {
                *p = p.wrapping_sub(len);
                c_int::try_from(len).unwrap_or(MBEDTLS_ERR_ASN1_BUF_TOO_SMALL)
            }
            Err(code) => code,
        }
    })
}

/// Writes a public key as SubjectPublicKeyInfo (RFC 5280). It stands at the END of the buffer.
///
/// \param ctx   The context with the public key, or with both.
/// \param buf   The buffer.
/// \param size  Its size.
///
/// \return The number of bytes that were written.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if \p buf is too small.
/// \return #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if \p ctx is NULL or empty, or such keys are not written.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if a key on a curve has none.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p buf is NULL and \p size is not 0.
///
/// # Safety
/// `ctx` is null, or initialised and not changed meanwhile; `buf` is null, or valid for writing `size` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_write_pubkey_der(
    ctx: *const mbedtls_pk_context,
    buf: *mut c_uchar,
    size: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { write_der(ctx, buf, size, write_spki) }
}

/// Writes a private key: an RSA key as RSAPrivateKey (RFC 8017), one on a curve as ECPrivateKey (RFC 5915). It stands at the END
/// of the buffer.
///
/// \param ctx   The context with the private key.
/// \param buf   The buffer. Wipe it when the key is not needed any more.
/// \param size  Its size.
///
/// \return The number of bytes that were written.
/// \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if \p buf is too small.
/// \return #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if \p ctx is NULL or empty, or such keys are not written.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA or #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if there is no private key.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if a key on a curve has none.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p buf is NULL and \p size is not 0.
///
/// # Safety
/// As for mbedtls_pk_write_pubkey_der().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_write_key_der(
    ctx: *const mbedtls_pk_context,
    buf: *mut c_uchar,
    size: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { write_der(ctx, buf, size, write_private) }
}

/// Writes a public key as PEM; see mbedtls_pk_write_pubkey_der().
///
/// \param ctx   The context with the public key, or with both.
/// \param buf   Where the text goes, with a NUL behind it.
/// \param size  The size of \p buf.
///
/// \return 0 if it was written.
/// \return #MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL if \p buf is too small.
/// \return Otherwise as mbedtls_pk_write_pubkey_der().
///
/// # Safety
/// As for mbedtls_pk_write_pubkey_der().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_write_pubkey_pem(
    ctx: *const mbedtls_pk_context,
    buf: *mut c_uchar,
    size: usize,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { write_pem(ctx, buf, size, |_| "PUBLIC KEY", write_spki) }
}

/// Writes a private key as PEM; see mbedtls_pk_write_key_der().
///
/// \param ctx   The context with the private key.
/// \param buf   Where the text goes, with a NUL behind it. Wipe it when the key is not needed any more.
/// \param size  The size of \p buf.
///
/// \return 0 if it was written.
/// \return #MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL if \p buf is too small.
/// \return Otherwise as mbedtls_pk_write_key_der().
///
/// # Safety
/// As for mbedtls_pk_write_pubkey_der().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_write_key_pem(
    ctx: *const mbedtls_pk_context,
    buf: *mut c_uchar,
    size: usize,
) -> c_int {
    let label = |key: &Key<'_>| match key {
        Key::Rsa(_) => "RSA PRIVATE KEY",
        Key::Ec(_, ec) if ecp::montgomery(ec.grp.id).is_some() => "PRIVATE KEY",
        _ => "EC PRIVATE KEY",
    };
    // SAFETY: passed on to the caller.
    unsafe { write_pem(ctx, buf, size, label, write_private) }
}

/// Writes a key to the end of a buffer.
type Write = unsafe fn(&mut Writer<'_>, &Key<'_>) -> Result<usize, c_int>;

/// # Safety
/// As for [`mbedtls_pk_write_pubkey_der`].
unsafe fn write_der(ctx: *const mbedtls_pk_context, buf: *mut c_uchar, size: usize, write: Write) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        let (key, buf) = unsafe { (kind::key(ctx), boundary::bytes_mut(buf, size)) };
        let Some(buf) = buf else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        let Some(key) = key else { return MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE };
        // SAFETY: as above.
        match unsafe { write(&mut Writer::new(buf), &key) } {
            Ok(len) => c_int::try_from(len).unwrap_or(MBEDTLS_ERR_ASN1_BUF_TOO_SMALL),
            Err(code) => code,
        }
    })
}

/// # Safety
/// As for [`mbedtls_pk_write_pubkey_der`].
unsafe fn write_pem(
    ctx: *const mbedtls_pk_context,
    buf: *mut c_uchar,
    size: usize,
    label: impl FnOnce(&Key<'_>) -> &'static str,
    write: Write,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        let (key, buf) = unsafe { (kind::key(ctx), boundary::bytes_mut(buf, size)) };
        let Some(buf) = buf else { return MBEDTLS_ERR_PK_BAD_INPUT_DATA };
        let Some(key) = key else { return MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE };
        let mut der = Zeroizing::new([0; LONGEST]);
        let mut writer = Writer::new(der.as_mut());
        // SAFETY: as above.
        if let Err(code) = unsafe { write(&mut writer, &key) } {
            return code;
        }
        let text = pem::text(label(&key), writer.written());
        match buf.get_mut(..text.len() + 1) {
            Some(room) => {
                if let Some((end, room)) = room.split_last_mut() {
                    room.copy_from_slice(&text);
                    *end = 0;
                }
                0
            }
            None => MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL,
        }
    })
}

/// More than the DER of a private RSA key of 8192 bits.
const LONGEST: usize = 6000;

/// # Safety
/// The key is initialised and not changed meanwhile.
unsafe fn write_spki(writer: &mut Writer<'_>, key: &Key<'_>) -> Result<usize, c_int> {
    // SAFETY: passed on to the caller.
    let bits = unsafe { write_public(writer, key)? };
    let bits = bits + writer.bytes(&[0]).map_err(code)?;
    let mut len = writer.head(der::BIT_STRING, bits).map_err(code)?;
    len += match key {
        Key::Rsa(_) => writer.algorithm(OID_RSA, Parameters::Null),
        Key::Ed25519(_) => writer.algorithm(OID_ED25519, Parameters::None),
        Key::Ec(_, ec) => match ecp::curve(ec.grp.id) {
            Some(curve) => {
                let oid = writer.value(der::OID, curve.oid()).map_err(code)?;
                writer.algorithm(OID_EC, Parameters::Written(oid))
            }
            None => match ecp::montgomery(ec.grp.id) {
                Some(curve) => writer.algorithm(curve.oid(), Parameters::None),
                None => return Err(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE),
            },
        },
        Key::Alternative(_) => return Err(MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE),
    }
    .map_err(code)?;
    writer.head(der::SEQUENCE, len).map_err(code)
}

/// # Safety
/// The key is initialised and not changed meanwhile.
unsafe fn write_public(writer: &mut Writer<'_>, key: &Key<'_>) -> Result<usize, c_int> {
    match key {
        // SAFETY: the caller vouches for the key.
        Key::Rsa(rsa) => unsafe {
            let (n, e) = (magnitude(&raw const rsa.N), magnitude(&raw const rsa.E));
            let written = writer.nested(der::SEQUENCE, |writer| {
                let e = writer.unsigned(der::INTEGER, &e)?;
                Ok(e + writer.unsigned(der::INTEGER, &n)?)
            });
            written.map_err(code)
        },
        Key::Ec(info, _) if !info.can_do(MBEDTLS_PK_ECKEY) || !info.signs() => {
            Err(MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE)
        }
        // SAFETY: as above.
        Key::Ec(_, ec) => unsafe {
            let point = ecp::encode(&ec.grp, &ec.Q, ecp::MBEDTLS_ECP_PF_UNCOMPRESSED)?;
            writer.bytes(&point).map_err(code)
        },
        Key::Ed25519(ed25519) => writer.bytes(ed25519.public.bytes()).map_err(code),
        Key::Alternative(_) => Err(MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE),
    }
}

/// # Safety
/// The key is initialised and not changed meanwhile.
unsafe fn write_private(writer: &mut Writer<'_>, key: &Key<'_>) -> Result<usize, c_int> {
    match key {
        // SAFETY: the caller vouches for the key.
        Key::Rsa(rsa) => unsafe {
            let numbers = rsa::numbers(rsa).ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            write_pkcs1(writer, &numbers).map_err(code)
        },
        Key::Ec(info, _) if !info.can_do(MBEDTLS_PK_ECKEY) || !info.signs() => {
            Err(MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE)
        }
        // SAFETY: as above.
        Key::Ec(_, ec) => unsafe {
            let point = ecp::encode(&ec.grp, &ec.Q, ecp::MBEDTLS_ECP_PF_UNCOMPRESSED)?;
            let scalar = ecp::private_bytes(ec).ok_or(MBEDTLS_ERR_ECP_BAD_INPUT_DATA)?;
            match (ecp::curve(ec.grp.id), ecp::montgomery(ec.grp.id)) {
                (Some(curve), _) => write_sec1(writer, curve.oid(), &scalar, &point),
                (None, Some(curve)) => write_one_asymmetric_key(writer, curve.oid(), &scalar),
                (None, None) => return Err(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE),
            }
            .map_err(code)
        },
        Key::Ed25519(_) | Key::Alternative(_) => Err(MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE),
    }
}

/// RSAPrivateKey (RFC 8017 appendix A.1.2).
fn write_pkcs1(writer: &mut Writer<'_>, numbers: &crypto::rsa::Numbers) -> Result<usize, WriteError> {
    let crypto::rsa::Numbers { n, e, d, p, q, dp, dq, qp } = numbers;
    writer.nested(der::SEQUENCE, |writer| {
        let mut len = 0;
        for number in [qp, dq, dp, q, p, d, e, n] {
            len += writer.unsigned(der::INTEGER, number)?;
        }
        Ok(len + writer.unsigned(der::INTEGER, &[0])?)
    })
}

/// ECPrivateKey (RFC 5915 section 3).
fn write_sec1(
    writer: &mut Writer<'_>,
    curve: &[u8],
    scalar: &[u8],
    point: &[u8],
) -> Result<usize, WriteError> {
    writer.nested(der::SEQUENCE, |writer| {
        let mut len = writer.nested(der::context(1), |writer| writer.bit_string(point, point.len() * 8))?;
        len += writer.nested(der::context(0), |writer| writer.value(der::OID, curve))?;
        len += writer.value(der::OCTET_STRING, scalar)?;
        Ok(len + writer.unsigned(der::INTEGER, &[1])?)
    })
}

/// OneAsymmetricKey (RFC 8410 section 7).
fn write_one_asymmetric_key(
    writer: &mut Writer<'_>,
    algorithm: &[u8],
    scalar: &[u8],
) -> Result<usize, WriteError> {
    writer.nested(der::SEQUENCE, |writer| {
        let mut len = writer.nested(der::OCTET_STRING, |writer| writer.value(der::OCTET_STRING, scalar))?;
        len += writer.algorithm(algorithm, Parameters::None)?;
        Ok(len + writer.unsigned(der::INTEGER, &[0])?)
    })
}

fn code(error: WriteError) -> c_int {
    match error {
        WriteError::NoRoom => MBEDTLS_ERR_ASN1_BUF_TOO_SMALL,
        WriteError::TooLong => MBEDTLS_ERR_ASN1_INVALID_LENGTH,
    }
}

const OID_RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
const OID_EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
const OID_ED25519: &[u8] = &[0x2b, 0x65, 0x70];
