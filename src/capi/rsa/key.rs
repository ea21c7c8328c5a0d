//! Keys: beginning and end, numbers in, new keys, and whether one is right.

use std::ffi::{c_int, c_uchar, c_uint, c_void};
use std::ptr;

use super::*;
use crate::capi::bignum::{self, mbedtls_mpi, set_magnitude};
use crate::capi::boundary::{self, enter, enter_or};
use crate::capi::codes::*;
use crate::capi::ecp::copy_number;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::pk::prepared;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::crypto::digest::Algorithm;
use crate::crypto::rsa::{PrivateKey, RsaError};

pub(crate) const MBEDTLS_RSA_PKCS_V15: c_int = 0;
pub(crate) const MBEDTLS_RSA_PKCS_V21: c_int = 1;
const MBEDTLS_RSA_GEN_KEY_MIN_BITS: c_uint = 1024;

/// Sets a key up as empty, with PKCS #1 v1.5 as its padding. Call it once, before anything else is done with the key.
///
/// \param ctx  The key; NULL does nothing.
///
/// # Safety
/// `ctx` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_init(ctx: *mut mbedtls_rsa_context) {
    enter_or((), || {
        if !ctx.is_null() {
            // SAFETY: the caller vouches for `ctx`; what was there needs no destructor.
            unsafe { ctx.write(EMPTY) };
        }
    });
}

/// Wipes and releases what a key holds and leaves it empty.
///
/// \param ctx  The key; NULL does nothing.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_free(ctx: *mut mbedtls_rsa_context) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(ctx) = unsafe { ctx.as_mut() } {
            // SAFETY: as above.
            unsafe { clear(ctx) };
        }
    });
}

/// Says how a key pads.
///
/// \param ctx      The key.
/// \param padding  #MBEDTLS_RSA_PKCS_V15, or #MBEDTLS_RSA_PKCS_V21 for OAEP and PSS.
/// \param hash_id  The hash function of OAEP and PSS; #MBEDTLS_MD_NONE leaves it open for signatures.
///
/// \return 0 if it was said.
/// \return #MBEDTLS_ERR_RSA_INVALID_PADDING if \p padding or, for OAEP and PSS, \p hash_id is unknown.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_set_padding(
    ctx: *mut mbedtls_rsa_context,
    padding: c_int,
    hash_id: mbedtls_md_type_t,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(ctx) = (unsafe { ctx.as_mut() }) else { return MBEDTLS_ERR_RSA_BAD_INPUT_DATA };
        match padding {
            MBEDTLS_RSA_PKCS_V15 => {}
            MBEDTLS_RSA_PKCS_V21 if hash_id == 0 || Algorithm::from_number(hash_id).is_some() => {}
            _ => return MBEDTLS_ERR_RSA_INVALID_PADDING,
        }
        let Ok(hash_id) = c_int::try_from(hash_id) else { return MBEDTLS_ERR_RSA_INVALID_PADDING };
        ctx.padding = padding;
        ctx.hash_id = hash_id;
        0
    })
}

/// Tells how a key pads.
///
/// \param ctx  The key; NULL counts as one that nothing was said of.
///
/// \return #MBEDTLS_RSA_PKCS_V15 or #MBEDTLS_RSA_PKCS_V21.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_get_padding_mode(ctx: *const mbedtls_rsa_context) -> c_int {
    // SAFETY: the caller vouches for `ctx`.
    enter_or(MBEDTLS_RSA_PKCS_V15, || unsafe { ctx.as_ref() }.map_or(MBEDTLS_RSA_PKCS_V15, |ctx| ctx.padding))
}

/// Tells the hash function of OAEP and PSS.
///
/// \param ctx  The key; NULL counts as one that nothing was said of.
///
/// \return What mbedtls_rsa_set_padding() was given; #MBEDTLS_MD_NONE if it was not called.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_get_md_alg(ctx: *const mbedtls_rsa_context) -> c_int {
    // SAFETY: the caller vouches for `ctx`.
    enter_or(0, || unsafe { ctx.as_ref() }.map_or(0, |ctx| ctx.hash_id))
}

/// Tells the length of the modulus in bits.
///
/// \param ctx  The key; may be NULL.
///
/// \return The length; 0 if there is no modulus.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_get_bitlen(ctx: *const mbedtls_rsa_context) -> usize {
    enter_or(0, || {
        // SAFETY: the caller vouches for `ctx`.
        let Some(ctx) = (unsafe { ctx.as_ref() }) else { return 0 };
        // SAFETY: as above.
        let limbs = unsafe { bignum::limbs(&raw const ctx.N) };
        let top = limbs.iter().enumerate().rev().find(|(_, limb)| **limb != 0);
        top.map_or(0, |(at, limb)| (at + 1) * 64 - usize::try_from(limb.leading_zeros()).unwrap_or(0))
    })
}

/// Tells the length of the modulus in bytes: that of a signature.
///
/// \param ctx  The key; may be NULL.
///
/// \return The length; 0 if there is no modulus.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_get_len(ctx: *const mbedtls_rsa_context) -> usize {
    // SAFETY: the caller vouches for `ctx`.
    enter_or(0, || unsafe { ctx.as_ref() }.map_or(0, |ctx| ctx.len))
}

/// Gives a key numbers. Those that are NULL are left as they are; call mbedtls_rsa_complete() in the end.
///
/// \param ctx  The key.
/// \param N    The modulus, or NULL.
/// \param P    The first prime, or NULL.
/// \param Q    The second prime, or NULL.
/// \param D    The private exponent, or NULL.
/// \param E    The public exponent, or NULL.
///
/// \return 0 if they were copied.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL, or with a code of the big numbers added if there is no memory.
///
/// # Safety
/// All are null, or initialised; `ctx` is used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_import(
    ctx: *mut mbedtls_rsa_context,
    N: *const mbedtls_mpi,
    P: *const mbedtls_mpi,
    Q: *const mbedtls_mpi,
    D: *const mbedtls_mpi,
    E: *const mbedtls_mpi,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(ctx) = (unsafe { ctx.as_mut() }) else { return MBEDTLS_ERR_RSA_BAD_INPUT_DATA };
        // SAFETY: as above, and for the numbers.
        unsafe {
            prepared::drop_from(&mut ctx.prepared);
            for (to, from) in
                [(&mut ctx.N, N), (&mut ctx.P, P), (&mut ctx.Q, Q), (&mut ctx.D, D), (&mut ctx.E, E)]
            {
                let code = if from.is_null() { 0 } else { copy_number(to, from) };
                if code != 0 {
                    return MBEDTLS_ERR_RSA_BAD_INPUT_DATA + code;
                }
            }
            if !N.is_null() {
                ctx.len = bignum::magnitude(&raw const ctx.N).len();
            }
        }
        0
    })
}

/// Gives a key numbers, each as bytes, the highest first. Those that are NULL are left as they are; call
/// mbedtls_rsa_complete() in the end.
///
/// \param ctx    The key.
/// \param N      The modulus, or NULL.
/// \param N_len  Its length.
/// \param P      The first prime, or NULL.
/// \param P_len  Its length.
/// \param Q      The second prime, or NULL.
/// \param Q_len  Its length.
/// \param D      The private exponent, or NULL.
/// \param D_len  Its length.
/// \param E      The public exponent, or NULL.
/// \param E_len  Its length.
///
/// \return 0 if they were read.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL, or with a code of the big numbers added if there is no memory.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; the numbers are null, or readable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_import_raw(
    ctx: *mut mbedtls_rsa_context,
    N: *const c_uchar,
    N_len: usize,
    P: *const c_uchar,
    P_len: usize,
    Q: *const c_uchar,
    Q_len: usize,
    D: *const c_uchar,
    D_len: usize,
    E: *const c_uchar,
    E_len: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(ctx) = (unsafe { ctx.as_mut() }) else { return MBEDTLS_ERR_RSA_BAD_INPUT_DATA };
        // SAFETY: as above, and for the numbers.
        unsafe {
            prepared::drop_from(&mut ctx.prepared);
            for (to, from, len) in [
                (&mut ctx.N, N, N_len),
                (&mut ctx.P, P, P_len),
                (&mut ctx.Q, Q, Q_len),
                (&mut ctx.D, D, D_len),
                (&mut ctx.E, E, E_len),
            ] {
                let Some(bytes) = boundary::bytes(from, len).filter(|_| !from.is_null()) else { continue };
                let code = set_magnitude(to, bytes);
                if code != 0 {
                    return MBEDTLS_ERR_RSA_BAD_INPUT_DATA + code;
                }
            }
            if !N.is_null() {
                ctx.len = bignum::magnitude(&raw const ctx.N).len();
            }
        }
        0
    })
}

/// Computes the numbers of a key that follow from those that it has.
///
/// \param ctx  The key. It has to have E and, of a public key, N; of a private one, P and Q, or N and D.
///
/// \return 0 if the key is complete.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL, or its numbers are too few or do not belong together;
///         with #MBEDTLS_ERR_MPI_BAD_INPUT_DATA added if no primes belong to N, E and D.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_complete(ctx: *mut mbedtls_rsa_context) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(ctx) = (unsafe { ctx.as_mut() }) else { return MBEDTLS_ERR_RSA_BAD_INPUT_DATA };
        let has = |number: &mbedtls_mpi| !is_zero(number);
        let primes = (has(&ctx.P), has(&ctx.Q));
        if !has(&ctx.E) || primes.0 != primes.1 {
            return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
        }
        // SAFETY: as above.
        let [n, e, d, p, q] =
            unsafe { [&ctx.N, &ctx.E, &ctx.D, &ctx.P, &ctx.Q].map(|number| bignum::magnitude(number)) };
        let key = match primes {
            (true, _) if has(&ctx.N) && has(&ctx.D) => PrivateKey::new(&n, &e, &d, &p, &q),
            (true, _) => PrivateKey::from_primes(&p, &q, &e).and_then(|key| {
                let numbers = key.numbers()?;
                let fits = |known: &mbedtls_mpi, number: &[u8]| {
                    // SAFETY: the number is the key's.
                    !has(known) || unsafe { prepared::is_number(known, number) }
                };
                if fits(&ctx.N, &numbers.n) && d.is_empty() {
                    Ok(key)
                } else {
                    PrivateKey::new(&numbers.n, &e, &d, &p, &q)
                        .and_then(|key| if fits(&ctx.N, &numbers.n) { Ok(key) } else { Err(RsaError::Key) })
                }
            }),
            (false, _) if has(&ctx.N) && has(&ctx.D) => PrivateKey::from_exponents(&n, &e, &d),
            (false, _) if has(&ctx.N) => return 0,
            (false, _) => Err(RsaError::Key),
        };
        match key.and_then(|key| key.numbers()) {
            // SAFETY: as above.
            Ok(numbers) => unsafe { set_numbers(ctx, &numbers) },
            Err(_) if !primes.0 && has(&ctx.D) && has(&ctx.N) => {
                MBEDTLS_ERR_RSA_BAD_INPUT_DATA + MBEDTLS_ERR_MPI_BAD_INPUT_DATA
            }
            Err(_) => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
        }
    })
}

/// Makes a key. That takes some time: seconds for 4096 bits.
///
/// \param ctx       The key. Its numbers are replaced; how it pads stays.
/// \param f_rng     Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng     Not used; may be NULL.
/// \param nbits     The length of the modulus: even, from #MBEDTLS_RSA_GEN_KEY_MIN_BITS to 8192.
/// \param exponent  The public exponent: odd, at least 3; commonly 65537.
///
/// \return 0 if it was made.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL, or \p nbits or \p exponent is none of these.
/// \return #MBEDTLS_ERR_RSA_KEY_GEN_FAILED if the system gave no random bytes.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_gen_key(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    nbits: c_uint,
    exponent: c_int,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(ctx) = (unsafe { ctx.as_mut() }) else { return MBEDTLS_ERR_RSA_BAD_INPUT_DATA };
        let (bits, exponent) = match (usize::try_from(nbits), u32::try_from(exponent)) {
            (Ok(bits), Ok(exponent))
                if (MBEDTLS_RSA_GEN_KEY_MIN_BITS..=8192).contains(&nbits)
                    && nbits.is_multiple_of(2)
                    && exponent >= 3
                    && exponent % 2 == 1 =>
            {
                (bits, exponent)
            }
            _ => return MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
        };
        match PrivateKey::generate(bits, exponent).and_then(|key| key.numbers()) {
            // SAFETY: as above.
            Ok(numbers) => unsafe { set_numbers(ctx, &numbers) },
            Err(_) => MBEDTLS_ERR_RSA_KEY_GEN_FAILED,
        }
    })
}

/// Checks that a key is a public one: modulus and exponent are there, odd, and of a size that is worked with.
///
/// \param ctx  The key.
///
/// \return 0 if it is.
/// \return #MBEDTLS_ERR_RSA_KEY_CHECK_FAILED if it is not.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_check_pubkey(ctx: *const mbedtls_rsa_context) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        match unsafe { ctx.as_ref() } {
            // SAFETY: as above.
            Some(ctx) => unsafe { public(ctx) }.map_or(MBEDTLS_ERR_RSA_KEY_CHECK_FAILED, |_| 0),
            None => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
        }
    })
}

/// Checks that a key is a private one: that its numbers belong together.
///
/// \param ctx  The key.
///
/// \return 0 if it is.
/// \return #MBEDTLS_ERR_RSA_KEY_CHECK_FAILED if it is not.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_check_privkey(ctx: *const mbedtls_rsa_context) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        match unsafe { ctx.as_ref() } {
            // SAFETY: as above.
            Some(ctx) => unsafe { check_private(ctx) },
            None => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
        }
    })
}

/// Checks that a public and a private key belong together.
///
/// \param pub_  The key with the public half.
/// \param prv   The key with both halves.
///
/// \return 0 if they are a pair.
/// \return #MBEDTLS_ERR_RSA_KEY_CHECK_FAILED if they are not.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if one of them is NULL.
///
/// # Safety
/// Both are null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_check_pub_priv(
    pub_: *const mbedtls_rsa_context,
    prv: *const mbedtls_rsa_context,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        match unsafe { (pub_.as_ref(), prv.as_ref()) } {
            // SAFETY: as above.
            (Some(public), Some(private)) => unsafe { check_pair(public, private) },
            _ => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
        }
    })
}

pub(crate) const EMPTY: mbedtls_rsa_context = {
    const ZERO: mbedtls_mpi = mbedtls_mpi { p: ptr::null_mut(), s: 1, n: 0 };
    mbedtls_rsa_context {
        ver: 1,
        len: 0,
        N: ZERO,
        E: ZERO,
        D: ZERO,
        P: ZERO,
        Q: ZERO,
        DP: ZERO,
        DQ: ZERO,
        QP: ZERO,
        reserved: [0; 10],
        padding: MBEDTLS_RSA_PKCS_V15,
        hash_id: 0,
        prepared: ptr::null_mut(),
        reserved2: [0; 5],
    }
};

/// # Safety
/// The key is initialised and not changed meanwhile.
unsafe fn check_private(ctx: &mbedtls_rsa_context) -> c_int {
    // SAFETY: the caller vouches for the key.
    let computed = unsafe { private(ctx) }.and_then(|key| key.numbers());
    let fits = computed.is_ok_and(|numbers| {
        let parts = [(&ctx.DP, &numbers.dp), (&ctx.DQ, &numbers.dq), (&ctx.QP, &numbers.qp)];
        // SAFETY: as above.
        parts.into_iter().all(|(known, number)| unsafe { prepared::is_number(known, number) })
    });
    if fits { 0 } else { MBEDTLS_ERR_RSA_KEY_CHECK_FAILED }
}

/// # Safety
/// Both are initialised and not changed meanwhile.
pub(crate) unsafe fn check_pair(one: &mbedtls_rsa_context, other: &mbedtls_rsa_context) -> c_int {
    // SAFETY: the caller vouches for both.
    unsafe {
        let same =
            |one: &mbedtls_mpi, other: &mbedtls_mpi| prepared::is_number(one, &bignum::magnitude(other));
        if public(one).is_ok() && same(&one.N, &other.N) && same(&one.E, &other.E) {
            check_private(other)
        } else {
            MBEDTLS_ERR_RSA_KEY_CHECK_FAILED
        }
    }
}
