//! `mbedtls/ecdsa.h`: signatures with keys on a curve.

use std::ffi::{c_int, c_uchar, c_void};

use super::asn1::asn1_code;
use super::bignum::{magnitude, mbedtls_mpi, set_magnitude};
use super::boundary::{self, enter, enter_or};
use super::codes::*;
use super::ecp::*;
use super::md::mbedtls_md_type_t;
use super::platform_util::mbedtls_f_rng_t;
use crate::crypto::digest::Algorithm;
use crate::crypto::ec::{self, Numbers};
use crate::x509::der::{self, Reader};
use crate::x509::der_write::{WriteError, Writer};

/// A key for signatures.
pub type mbedtls_ecdsa_context = mbedtls_ecp_keypair;

/// The progress of an operation in parts. Nothing is done in parts here.
pub type mbedtls_ecdsa_restart_ctx = c_void;

/// The longest ECDSA-Sig-Value, that of P-521.
const LONGEST: usize = 139;

/// Tells whether there is ECDSA on a curve.
///
/// \param gid  The curve's number.
///
/// \return 1 if there is.
/// \return 0 if there is not.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecdsa_can_do(gid: mbedtls_ecp_group_id) -> c_int {
    enter_or(0, || curve(gid).is_some().into())
}

/// Sets a key up as empty. Call it once, before anything else is done with the key.
///
/// \param ctx  The key; NULL does nothing.
///
/// # Safety
/// `ctx` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_init(ctx: *mut mbedtls_ecdsa_context) {
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_ecp_keypair_init(ctx) };
}

/// Wipes and releases what a key holds and leaves it empty.
///
/// \param ctx  The key; NULL does nothing.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_free(ctx: *mut mbedtls_ecdsa_context) {
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_ecp_keypair_free(ctx) };
}

/// Makes a key on a curve.
///
/// \param ctx    The key. What it held is released.
/// \param gid    The curve's number.
/// \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng  Not used; may be NULL.
///
/// \return As mbedtls_ecp_gen_key().
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_genkey(
    ctx: *mut mbedtls_ecdsa_context,
    gid: mbedtls_ecp_group_id,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_ecp_gen_key(gid, ctx, f_rng, p_rng) }
}

/// Gives a key the numbers of another one.
///
/// \param ctx  The key. What it held is released.
/// \param key  The other key.
///
/// \return 0 if it was copied.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p ctx or \p key is NULL.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if \p key has no curve.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// Both are null, or initialised; `ctx` is used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_from_keypair(
    ctx: *mut mbedtls_ecdsa_context,
    key: *const mbedtls_ecp_keypair,
) -> c_int {
    if ctx.is_null() || key.is_null() {
        return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
    }
    // SAFETY: passed on to the caller; only addresses of members are taken.
    unsafe { mbedtls_ecp_export(key, &raw mut (*ctx).grp, &raw mut (*ctx).d, &raw mut (*ctx).Q) }
}

/// Signs a hash with a random nonce.
///
/// \param grp    The group, with a curve.
/// \param r      Where the first number of the signature goes.
/// \param s      Where the second number of the signature goes.
/// \param d      The private key.
/// \param buf    The hash.
/// \param blen   Its length.
/// \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng  Not used; may be NULL.
///
/// \return 0 if it was signed.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if \p d is no private key of the curve.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, or there is no ECDSA on the curve.
/// \return #MBEDTLS_ERR_ECP_RANDOM_FAILED if the system gave no random bytes.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// The group and the numbers are null, or initialised; `r` and `s` are used by nobody else; `buf` is null, or readable for
/// `blen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_sign(
    grp: *mut mbedtls_ecp_group,
    r: *mut mbedtls_mpi,
    s: *mut mbedtls_mpi,
    d: *const mbedtls_mpi,
    buf: *const c_uchar,
    blen: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    // SAFETY: passed on to the caller.
    unsafe { sign_to(grp, (r, s), d, (buf, blen), None) }
}

/// As mbedtls_ecdsa_sign(), which is quick enough to be done at once.
///
/// \param grp          The group, with a curve.
/// \param r            Where the first number of the signature goes.
/// \param s            Where the second number of the signature goes.
/// \param d            The private key.
/// \param buf          The hash.
/// \param blen         Its length.
/// \param f_rng        Not used; may be NULL.
/// \param p_rng        Not used; may be NULL.
/// \param f_rng_blind  Not used; may be NULL.
/// \param p_rng_blind  Not used; may be NULL.
/// \param rs_ctx       Not used; may be NULL.
///
/// \return As mbedtls_ecdsa_sign().
///
/// # Safety
/// As for mbedtls_ecdsa_sign().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_sign_restartable(
    grp: *mut mbedtls_ecp_group,
    r: *mut mbedtls_mpi,
    s: *mut mbedtls_mpi,
    d: *const mbedtls_mpi,
    buf: *const c_uchar,
    blen: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    f_rng_blind: mbedtls_f_rng_t,
    p_rng_blind: *mut c_void,
    rs_ctx: *mut mbedtls_ecdsa_restart_ctx,
) -> c_int {
    let _ = (f_rng, p_rng, f_rng_blind, p_rng_blind, rs_ctx);
    // SAFETY: passed on to the caller.
    unsafe { sign_to(grp, (r, s), d, (buf, blen), None) }
}

/// Signs a hash with a nonce from key and hash (RFC 6979): the same signature each time.
///
/// \param grp          The group, with a curve.
/// \param r            Where the first number of the signature goes.
/// \param s            Where the second number of the signature goes.
/// \param d            The private key.
/// \param buf          The hash.
/// \param blen         Its length.
/// \param md_alg       The hash function that makes the nonce: that of the hash.
/// \param f_rng_blind  Not used; may be NULL.
/// \param p_rng_blind  Not used; may be NULL.
///
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA also if \p md_alg is unknown.
/// \return Otherwise as mbedtls_ecdsa_sign().
///
/// # Safety
/// As for mbedtls_ecdsa_sign().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_sign_det_ext(
    grp: *mut mbedtls_ecp_group,
    r: *mut mbedtls_mpi,
    s: *mut mbedtls_mpi,
    d: *const mbedtls_mpi,
    buf: *const c_uchar,
    blen: usize,
    md_alg: mbedtls_md_type_t,
    f_rng_blind: mbedtls_f_rng_t,
    p_rng_blind: *mut c_void,
) -> c_int {
    let _ = (f_rng_blind, p_rng_blind);
    let Some(function) = Algorithm::from_number(md_alg) else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
    // SAFETY: passed on to the caller.
    unsafe { sign_to(grp, (r, s), d, (buf, blen), Some(function)) }
}

/// As mbedtls_ecdsa_sign_det_ext(), which is quick enough to be done at once.
///
/// \param grp          The group, with a curve.
/// \param r            Where the first number of the signature goes.
/// \param s            Where the second number of the signature goes.
/// \param d            The private key.
/// \param buf          The hash.
/// \param blen         Its length.
/// \param md_alg       The hash function that makes the nonce: that of the hash.
/// \param f_rng_blind  Not used; may be NULL.
/// \param p_rng_blind  Not used; may be NULL.
/// \param rs_ctx       Not used; may be NULL.
///
/// \return As mbedtls_ecdsa_sign_det_ext().
///
/// # Safety
/// As for mbedtls_ecdsa_sign().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_sign_det_restartable(
    grp: *mut mbedtls_ecp_group,
    r: *mut mbedtls_mpi,
    s: *mut mbedtls_mpi,
    d: *const mbedtls_mpi,
    buf: *const c_uchar,
    blen: usize,
    md_alg: mbedtls_md_type_t,
    f_rng_blind: mbedtls_f_rng_t,
    p_rng_blind: *mut c_void,
    rs_ctx: *mut mbedtls_ecdsa_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_ecdsa_sign_det_ext(grp, r, s, d, buf, blen, md_alg, f_rng_blind, p_rng_blind) }
}

/// Verifies a signature over a hash.
///
/// \param grp   The group, with a curve.
/// \param buf   The hash.
/// \param blen  Its length.
/// \param Q     The public key.
/// \param r     The first number of the signature.
/// \param s     The second number of the signature.
///
/// \return 0 if it is one of this key and hash.
/// \return #MBEDTLS_ERR_ECP_VERIFY_FAILED if it is not.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if \p Q is no public key of the curve.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, or there is no ECDSA on the curve.
///
/// # Safety
/// The group, the point and the numbers are null, or initialised; `buf` is null, or readable for `blen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_verify(
    grp: *mut mbedtls_ecp_group,
    buf: *const c_uchar,
    blen: usize,
    Q: *const mbedtls_ecp_point,
    r: *const mbedtls_mpi,
    s: *const mbedtls_mpi,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let arguments = (grp.as_ref(), boundary::bytes(buf, blen), Q.as_ref(), r.as_ref(), s.as_ref());
            let (Some(grp), Some(hash), Some(Q), Some(r), Some(s)) = arguments else {
                return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
            };
            if curve(grp.id).is_none() {
                return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
            }
            if r.s < 0 || s.s < 0 {
                return MBEDTLS_ERR_ECP_VERIFY_FAILED;
            }
            verify(grp, Q, hash, &magnitude(r), &magnitude(s))
        }
    })
}

/// As mbedtls_ecdsa_verify(), which is quick enough to be done at once.
///
/// \param grp     The group, with a curve.
/// \param buf     The hash.
/// \param blen    Its length.
/// \param Q       The public key.
/// \param r       The first number of the signature.
/// \param s       The second number of the signature.
/// \param rs_ctx  Not used; may be NULL.
///
/// \return As mbedtls_ecdsa_verify().
///
/// # Safety
/// As for mbedtls_ecdsa_verify().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_verify_restartable(
    grp: *mut mbedtls_ecp_group,
    buf: *const c_uchar,
    blen: usize,
    Q: *const mbedtls_ecp_point,
    r: *const mbedtls_mpi,
    s: *const mbedtls_mpi,
    rs_ctx: *mut mbedtls_ecdsa_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_ecdsa_verify(grp, buf, blen, Q, r, s) }
}

/// Signs a hash with a nonce from key and hash (RFC 6979), and writes the signature as DER (RFC 3279 section 2.2.3).
///
/// \param ctx       The key.
/// \param md_alg    The function that made the hash.
/// \param hash      The hash.
/// \param hlen      Its length.
/// \param sig       Where the signature goes; #MBEDTLS_ECDSA_MAX_LEN bytes are enough.
/// \param sig_size  The size of \p sig.
/// \param slen      Where the length of the signature goes.
/// \param f_rng     Not used; may be NULL.
/// \param p_rng     Not used; may be NULL.
///
/// \return 0 if it was signed.
/// \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p sig is too small.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if there is no private key.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, \p md_alg is unknown, or there is no ECDSA on the curve.
///
/// # Safety
/// `ctx` is null, or initialised and not changed meanwhile; `hash` is null, or readable for `hlen` bytes; `sig` is null, or valid
/// for writing `sig_size` bytes; `slen` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_write_signature(
    ctx: *mut mbedtls_ecdsa_context,
    md_alg: mbedtls_md_type_t,
    hash: *const c_uchar,
    hlen: usize,
    sig: *mut c_uchar,
    sig_size: usize,
    slen: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let arguments = (
                ctx.as_ref(),
                boundary::bytes(hash, hlen),
                boundary::bytes_mut(sig, sig_size),
                slen.as_mut(),
            );
            let (Some(key), Some(hash), Some(sig), Some(slen)) = arguments else {
                return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
            };
            let signature = match sign_der(key, md_alg, hash) {
                Ok(signature) => signature,
                Err(code) => return code,
            };
            let Some(room) = sig.get_mut(..signature.len()) else { return MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL };
            room.copy_from_slice(&signature);
            *slen = signature.len();
            0
        }
    })
}

/// As mbedtls_ecdsa_write_signature(), which is quick enough to be done at once.
///
/// \param ctx       The key.
/// \param md_alg    The function that made the hash.
/// \param hash      The hash.
/// \param hlen      Its length.
/// \param sig       Where the signature goes.
/// \param sig_size  The size of \p sig.
/// \param slen      Where the length of the signature goes.
/// \param f_rng     Not used; may be NULL.
/// \param p_rng     Not used; may be NULL.
/// \param rs_ctx    Not used; may be NULL.
///
/// \return As mbedtls_ecdsa_write_signature().
///
/// # Safety
/// As for mbedtls_ecdsa_write_signature().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_write_signature_restartable(
    ctx: *mut mbedtls_ecdsa_context,
    md_alg: mbedtls_md_type_t,
    hash: *const c_uchar,
    hlen: usize,
    sig: *mut c_uchar,
    sig_size: usize,
    slen: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    rs_ctx: *mut mbedtls_ecdsa_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_ecdsa_write_signature(ctx, md_alg, hash, hlen, sig, sig_size, slen, f_rng, p_rng) }
}

/// Verifies a signature in the form that mbedtls_ecdsa_write_signature() writes.
///
/// \param ctx   The key.
/// \param hash  The hash.
/// \param hlen  Its length.
/// \param sig   The signature.
/// \param slen  Its length.
///
/// \return 0 if it is one of this key and hash.
/// \return #MBEDTLS_ERR_ECP_SIG_LEN_MISMATCH if it is, and something follows its two numbers.
/// \return #MBEDTLS_ERR_ECP_VERIFY_FAILED if it is not.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if there is no public key.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA, alone or with an ASN.1 code added, if a pointer is NULL, there is no ECDSA on the
///         curve, or this is not the form of a signature.
///
/// # Safety
/// `ctx` is null, or initialised and not changed meanwhile; `hash` and `sig` are null, or readable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_read_signature(
    ctx: *mut mbedtls_ecdsa_context,
    hash: *const c_uchar,
    hlen: usize,
    sig: *const c_uchar,
    slen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        match unsafe { (ctx.as_ref(), boundary::bytes(hash, hlen), boundary::bytes(sig, slen)) } {
            // SAFETY: as above.
            (Some(key), Some(hash), Some(sig)) => unsafe { verify_der(key, hash, sig) },
            _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
        }
    })
}

/// As mbedtls_ecdsa_read_signature(), which is quick enough to be done at once.
///
/// \param ctx     The key.
/// \param hash    The hash.
/// \param hlen    Its length.
/// \param sig     The signature.
/// \param slen    Its length.
/// \param rs_ctx  Not used; may be NULL.
///
/// \return As mbedtls_ecdsa_read_signature().
///
/// # Safety
/// As for mbedtls_ecdsa_read_signature().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_read_signature_restartable(
    ctx: *mut mbedtls_ecdsa_context,
    hash: *const c_uchar,
    hlen: usize,
    sig: *const c_uchar,
    slen: usize,
    rs_ctx: *mut mbedtls_ecdsa_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_ecdsa_read_signature(ctx, hash, hlen, sig, slen) }
}

/// Signs a hash: an ECDSA-Sig-Value (RFC 3279 section 2.2.3), for the nonce of RFC 6979 or a random one.
///
/// # Safety
/// The key is initialised and not changed meanwhile.
pub(crate) unsafe fn sign_der(
    key: &mbedtls_ecp_keypair,
    md_alg: mbedtls_md_type_t,
    hash: &[u8],
) -> Result<Vec<u8>, c_int> {
    let function = Algorithm::from_number(md_alg).ok_or(MBEDTLS_ERR_ECP_BAD_INPUT_DATA)?;
    // SAFETY: the caller vouches for the key.
    let Numbers { r, s } = unsafe { sign(&key.grp, &key.d, hash, Some(function))? };
    let mut buffer = [0; LONGEST];
    let mut writer = Writer::new(&mut buffer);
    let written = writer.nested(der::SEQUENCE, |writer| {
        let s = writer.unsigned(der::INTEGER, &s)?;
        Ok(s + writer.unsigned(der::INTEGER, &r)?)
    });
    match written {
        Ok(_) => Ok(writer.written().to_vec()),
        Err(WriteError::NoRoom | WriteError::TooLong) => Err(MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL),
    }
}

/// Verifies an ECDSA-Sig-Value: 0 or a code.
///
/// # Safety
/// The key is initialised and not changed meanwhile.
pub(crate) unsafe fn verify_der(key: &mbedtls_ecp_keypair, hash: &[u8], sig: &[u8]) -> c_int {
    let mut outer = Reader::new(sig);
    let read = outer.sequence().and_then(|mut numbers| {
        outer.end()?;
        let r = numbers.content(der::INTEGER)?;
        let s = numbers.content(der::INTEGER)?;
        Ok((r, s, numbers.is_empty()))
    });
    let (r, s, alone) = match read {
        Ok(read) => read,
        Err(error) => return MBEDTLS_ERR_ECP_BAD_INPUT_DATA + asn1_code(error),
    };
    if curve(key.grp.id).is_none() {
        return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
    }
    // A negative number is in no signature.
    if [r, s].iter().any(|number| number.first().is_none_or(|top| *top >= 0x80)) {
        return MBEDTLS_ERR_ECP_VERIFY_FAILED;
    }
    // SAFETY: the caller vouches for the key.
    match unsafe { verify(&key.grp, &key.Q, hash, r, s) } {
        0 if !alone => MBEDTLS_ERR_ECP_SIG_LEN_MISMATCH,
        code => code,
    }
}

/// # Safety
/// As for [`mbedtls_ecdsa_sign`].
unsafe fn sign_to(
    grp: *const mbedtls_ecp_group,
    (r, s): (*mut mbedtls_mpi, *mut mbedtls_mpi),
    d: *const mbedtls_mpi,
    (buf, blen): (*const c_uchar, usize),
    function: Option<Algorithm>,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let arguments = (grp.as_ref(), d.as_ref(), boundary::bytes(buf, blen));
            let ((Some(grp), Some(d), Some(hash)), false, false) = (arguments, r.is_null(), s.is_null())
            else {
                return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
            };
            match sign(grp, d, hash, function) {
                Ok(numbers) => match set_magnitude(r, &numbers.r) {
                    0 => set_magnitude(s, &numbers.s),
                    code => code,
                },
                Err(code) => code,
            }
        }
    })
}

/// # Safety
/// Both are initialised and not changed meanwhile.
unsafe fn sign(
    grp: &mbedtls_ecp_group,
    d: &mbedtls_mpi,
    hash: &[u8],
    function: Option<Algorithm>,
) -> Result<Numbers, c_int> {
    let curve = curve(grp.id).ok_or(MBEDTLS_ERR_ECP_BAD_INPUT_DATA)?;
    // SAFETY: the caller vouches for both.
    let d = unsafe { scalar(grp, d)? };
    ec::sign(curve, &d, hash, function).map_err(code)
}

/// # Safety
/// Both are initialised and not changed meanwhile.
unsafe fn verify(grp: &mbedtls_ecp_group, Q: &mbedtls_ecp_point, hash: &[u8], r: &[u8], s: &[u8]) -> c_int {
    let Some(curve) = curve(grp.id) else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
    // SAFETY: the caller vouches for both.
    let verified =
        unsafe { check_point(grp, Q) }.and_then(|point| ec::verify(curve, &point, hash, r, s).map_err(code));
    verified.err().unwrap_or(0)
}
