//! Keys on a curve.

use std::ffi::{c_int, c_uchar, c_void};

use super::arithmetic::{self, generate, public, scalar};
use super::group::{load, release};
use super::point::{self, MBEDTLS_ECP_PF_UNCOMPRESSED, NOWHERE, ZERO};
use super::*;
use crate::capi::bignum::{self, mbedtls_mpi, set_magnitude};
use crate::capi::boundary::{self, enter, enter_or};
use crate::capi::codes::*;
use crate::capi::pk::prepared;
use crate::capi::platform_util::mbedtls_f_rng_t;

/// Sets a key up as empty. Call it once, before anything else is done with the key.
///
/// \param key  The key; NULL does nothing.
///
/// # Safety
/// `key` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_keypair_init(key: *mut mbedtls_ecp_keypair) {
    enter_or((), || {
        if !key.is_null() {
            // SAFETY: the caller vouches for `key`; what was there needs no destructor.
            unsafe { key.write(EMPTY_KEY) };
        }
    });
}

/// Wipes and releases what a key holds and leaves it empty.
///
/// \param key  The key; NULL does nothing.
///
/// # Safety
/// `key` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_keypair_free(key: *mut mbedtls_ecp_keypair) {
    enter_or((), || {
        if !key.is_null() {
            // SAFETY: the caller vouches for `key`.
            unsafe {
                release(&raw mut (*key).grp);
                bignum::clear(&raw mut (*key).d);
                point::release(&raw mut (*key).Q);
            }
        }
    });
}

/// Makes a private key.
///
/// \param grp    The group, with a curve.
/// \param d      Where the key goes.
/// \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng  Not used; may be NULL.
///
/// \return 0 if it was made.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p grp or \p d is NULL, or \p grp has no curve.
/// \return #MBEDTLS_ERR_ECP_RANDOM_FAILED if the system gave no random bytes.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// Both are null, or initialised; `d` is used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_gen_privkey(
    grp: *const mbedtls_ecp_group,
    d: *mut mbedtls_mpi,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for both.
        match unsafe { (grp.as_ref(), d.is_null()) } {
            // SAFETY: as above.
            (Some(grp), false) => unsafe { generate(grp, d) }.err().unwrap_or(0),
            _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
        }
    })
}

/// Makes a pair of keys.
///
/// \param grp    The group, with a curve.
/// \param d      Where the private key goes.
/// \param Q      Where the public key goes.
/// \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng  Not used; may be NULL.
///
/// \return 0 if it was made.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p grp, \p d or \p Q is NULL, or \p grp has no curve.
/// \return #MBEDTLS_ERR_ECP_RANDOM_FAILED if the system gave no random bytes.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// All are null, or initialised; `d` and `Q` are used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_gen_keypair(
    grp: *mut mbedtls_ecp_group,
    d: *mut mbedtls_mpi,
    Q: *mut mbedtls_ecp_point,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        match unsafe { (grp.as_ref(), d.is_null(), Q.is_null()) } {
            // SAFETY: as above.
            (Some(grp), false, false) => unsafe { generate_pair(grp, d, Q) },
            _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
        }
    })
}

/// Makes a pair of keys with another generator.
///
/// \param grp    The group, with a curve.
/// \param G      The generator: a point of the curve.
/// \param d      Where the private key goes.
/// \param Q      Where the public key goes.
/// \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng  Not used; may be NULL.
///
/// \return 0 if it was made.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if \p G is no point of the curve.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p grp, \p G, \p d or \p Q is NULL, or \p grp has no curve.
/// \return #MBEDTLS_ERR_ECP_RANDOM_FAILED if the system gave no random bytes.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// All are null, or initialised; `d` and `Q` are used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_gen_keypair_base(
    grp: *mut mbedtls_ecp_group,
    G: *const mbedtls_ecp_point,
    d: *mut mbedtls_mpi,
    Q: *mut mbedtls_ecp_point,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    // SAFETY: passed on to the caller.
    let code = unsafe { mbedtls_ecp_gen_privkey(grp, d, f_rng, p_rng) };
    // SAFETY: as above.
    if code == 0 { unsafe { mbedtls_ecp_mul(grp, Q, d, G, f_rng, p_rng) } } else { code }
}

/// Makes a key on a curve.
///
/// \param grp_id  The curve's number.
/// \param key     The key. What it held is released.
/// \param f_rng   Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng   Not used; may be NULL.
///
/// \return 0 if it was made.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p key is NULL.
/// \return #MBEDTLS_ERR_ECP_RANDOM_FAILED if the system gave no random bytes.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `key` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_gen_key(
    grp_id: mbedtls_ecp_group_id,
    key: *mut mbedtls_ecp_keypair,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for `key`.
        let Some(key) = (unsafe { key.as_mut() }) else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
        // SAFETY: as above.
        unsafe {
            let code = load(&raw mut key.grp, grp_id);
            if code == 0 { generate_pair(&key.grp, &raw mut key.d, &raw mut key.Q) } else { code }
        }
    })
}

/// Gives a key its public half. It is not checked.
///
/// \param grp_id  The curve's number.
/// \param key     The key; if it has a curve already, it must be this one.
/// \param Q       The public key.
///
/// \return 0 if the key has it.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p key or \p Q is NULL, or the key is on another curve.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `key` is null, or initialised and used by nobody else; `Q` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_set_public_key(
    grp_id: mbedtls_ecp_group_id,
    key: *mut mbedtls_ecp_keypair,
    Q: *const mbedtls_ecp_point,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `key`.
        let (Some(key), false) = (unsafe { key.as_mut() }, Q.is_null()) else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        // SAFETY: as above, and for `Q`.
        unsafe {
            let code = match key.grp.id {
                MBEDTLS_ECP_DP_NONE => load(&raw mut key.grp, grp_id),
                id if id == grp_id => 0,
                _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
            };
            prepared::drop_from(&mut key.grp.prepared);
            if code == 0 { point::copy(&raw mut key.Q, Q) } else { code }
        }
    })
}

/// Reads a private key from bytes: for the curves of short Weierstrass form a number, the highest byte first; for
/// Curve25519 and Curve448 as RFC 7748 has it, and it is clamped. The public half is left as it is: mbedtls_ecp_keypair_calc_public().
///
/// \param grp_id  The curve's number.
/// \param key     The key. It gets this curve.
/// \param buf     The bytes.
/// \param buflen  How many they are.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if this is no private key of the curve.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p key is NULL, or \p buf is and \p buflen is not 0.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `key` is null, or initialised and used by nobody else; `buf` is null, or readable for `buflen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_read_key(
    grp_id: mbedtls_ecp_group_id,
    key: *mut mbedtls_ecp_keypair,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(key), Some(bytes)) = (unsafe { (key.as_mut(), boundary::bytes(buf, buflen)) }) else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        // SAFETY: as above.
        unsafe {
            let code = load(&raw mut key.grp, grp_id);
            if code != 0 {
                return code;
            }
            let code = match montgomery(grp_id) {
                None => set_magnitude(&raw mut key.d, bytes),
                Some(curve) => match arithmetic::clamped(curve, bytes) {
                    Ok(clamped) => set_magnitude(&raw mut key.d, &clamped),
                    Err(code) => code,
                },
            };
            let code = if code == 0 { scalar(&key.grp, &key.d).err().unwrap_or(0) } else { code };
            if code != 0 {
                bignum::clear(&raw mut key.d);
            }
            code
        }
    })
}

/// Writes a private key as bytes, in the form that mbedtls_ecp_read_key() reads.
///
/// \param key     The key.
/// \param olen    Where the length goes: that of the order.
/// \param buf     Where the bytes go.
/// \param buflen  The size of \p buf.
///
/// \return 0 if it was written.
/// \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if an argument is NULL, or there is no private key.
///
/// # Safety
/// `key` is null, or initialised; `olen` is null, or valid for writing; `buf` is null, or valid for writing `buflen`
/// bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_write_key_ext(
    key: *const mbedtls_ecp_keypair,
    olen: *mut usize,
    buf: *mut c_uchar,
    buflen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let arguments = unsafe { (key.as_ref(), olen.as_mut(), boundary::bytes_mut(buf, buflen)) };
        let (Some(key), Some(olen), Some(buf)) = arguments else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
        // SAFETY: as above.
        match unsafe { private_bytes(key) } {
            Some(bytes) => {
                let code = point::write_out(&bytes, olen, buf);
                if code != 0 {
                    *olen = 0;
                }
                code
            }
            None => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
        }
    })
}

/// Writes a private key so that it fills the buffer; use mbedtls_ecp_write_key_ext() instead.
///
/// \param key     The key.
/// \param buf     Where the bytes go. What is longer than the key is filled with zeros: in front, or behind for Curve25519 and Curve448.
/// \param buflen  The size of \p buf.
///
/// \return 0 if it was written.
/// \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if an argument is NULL, or there is no private key.
///
/// # Safety
/// As for mbedtls_ecp_write_key_ext().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_write_key(
    key: *mut mbedtls_ecp_keypair,
    buf: *mut c_uchar,
    buflen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(key), Some(buf)) = (unsafe { (key.as_ref(), boundary::bytes_mut(buf, buflen)) }) else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        // SAFETY: as above.
        let Some(bytes) = (unsafe { private_bytes(key) }) else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
        let Some(zeros) = buflen.checked_sub(bytes.len()) else { return MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL };
        let at = if curve(key.grp.id).is_some() { zeros } else { 0 };
        buf.fill(0);
        if let Some(room) = buf.get_mut(at..).and_then(|rest| rest.get_mut(..bytes.len())) {
            room.copy_from_slice(&bytes);
        }
        0
    })
}

/// Writes a public key as bytes; see mbedtls_ecp_point_write_binary().
///
/// \param key     The key.
/// \param format  #MBEDTLS_ECP_PF_UNCOMPRESSED or #MBEDTLS_ECP_PF_COMPRESSED.
/// \param olen    Where the length goes; also where \p buf is too small.
/// \param buf     Where the bytes go.
/// \param buflen  The size of \p buf.
///
/// \return 0 if it was written.
/// \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if an argument is NULL or \p format is none of these.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if the key has no curve.
///
/// # Safety
/// As for mbedtls_ecp_write_key_ext().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_write_public_key(
    key: *const mbedtls_ecp_keypair,
    format: c_int,
    olen: *mut usize,
    buf: *mut c_uchar,
    buflen: usize,
) -> c_int {
    if key.is_null() {
        return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
    }
    // SAFETY: passed on to the caller; only addresses of the key's members are taken.
    unsafe {
        mbedtls_ecp_point_write_binary(&raw const (*key).grp, &raw const (*key).Q, format, olen, buf, buflen)
    }
}

/// Computes the public half of a key from its private half.
///
/// \param key    The key.
/// \param f_rng  Not used; may be NULL.
/// \param p_rng  Not used; may be NULL.
///
/// \return 0 if it was done.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if there is no private half.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p key is NULL or has no curve.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `key` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_keypair_calc_public(
    key: *mut mbedtls_ecp_keypair,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for `key`.
        let Some(key) = (unsafe { key.as_mut() }) else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
        // SAFETY: as above.
        unsafe {
            prepared::drop_from(&mut key.grp.prepared);
            match scalar(&key.grp, &key.d).and_then(|d| public(&key.grp, &d)) {
                Ok(point) => point.store(&raw mut key.Q),
                Err(code) => code,
            }
        }
    })
}

/// Checks that a public and a private key belong together.
///
/// \param pub_   The key with the public half.
/// \param prv    The key with both halves.
/// \param f_rng  Not used; may be NULL.
/// \param p_rng  Not used; may be NULL.
///
/// \return 0 if they are a pair.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if they are not, or one of them is NULL or has no curve.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if \p prv has no private half.
///
/// # Safety
/// Both are null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_check_pub_priv(
    pub_: *const mbedtls_ecp_keypair,
    prv: *const mbedtls_ecp_keypair,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for both.
        match unsafe { (pub_.as_ref(), prv.as_ref()) } {
            // SAFETY: as above.
            (Some(public), Some(private)) => unsafe { check_pair(public, private) },
            _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
        }
    })
}

/// Copies the parts of a key.
///
/// \param key  The key.
/// \param grp  Where its curve goes; NULL leaves it out.
/// \param d    Where its private half goes; NULL leaves it out.
/// \param Q    Where its public half goes; NULL leaves it out.
///
/// \return 0 if they were copied.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p key is NULL.
/// \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if the curve is asked for and there is none.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// All are null, or initialised; `grp`, `d` and `Q` are used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_export(
    key: *const mbedtls_ecp_keypair,
    grp: *mut mbedtls_ecp_group,
    d: *mut mbedtls_mpi,
    Q: *mut mbedtls_ecp_point,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `key`.
        let Some(key) = (unsafe { key.as_ref() }) else { return MBEDTLS_ERR_ECP_BAD_INPUT_DATA };
        // SAFETY: as above, and for the others.
        unsafe {
            let mut code = if grp.is_null() { 0 } else { load(grp, key.grp.id) };
            if code == 0 && !d.is_null() {
                code = point::copy_number(d, &raw const key.d);
            }
            if code == 0 && !Q.is_null() {
                code = point::copy(Q, &raw const key.Q);
            }
            code
        }
    })
}

/// Tells the curve of a key.
///
/// \param key  The key; may be NULL.
///
/// \return The curve's number; #MBEDTLS_ECP_DP_NONE if there is none.
///
/// # Safety
/// `key` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_keypair_get_group_id(
    key: *const mbedtls_ecp_keypair,
) -> mbedtls_ecp_group_id {
    // SAFETY: the caller vouches for `key`.
    enter_or(MBEDTLS_ECP_DP_NONE, || unsafe { key.as_ref() }.map_or(MBEDTLS_ECP_DP_NONE, |key| key.grp.id))
}

pub(crate) const EMPTY_KEY: mbedtls_ecp_keypair =
    mbedtls_ecp_keypair { grp: group::EMPTY, d: ZERO, Q: NOWHERE };

/// # Safety
/// All are initialised; `d` and `Q` are used by nobody else.
unsafe fn generate_pair(grp: &mbedtls_ecp_group, d: *mut mbedtls_mpi, Q: *mut mbedtls_ecp_point) -> c_int {
    // SAFETY: the caller vouches for all of them.
    unsafe {
        match generate(grp, d).and_then(|d| public(grp, &d)) {
            Ok(point) => point.store(Q),
            Err(code) => code,
        }
    }
}

/// # Safety
/// Both are initialised.
pub(crate) unsafe fn check_pair(one: &mbedtls_ecp_keypair, other: &mbedtls_ecp_keypair) -> c_int {
    // SAFETY: the caller vouches for both.
    unsafe {
        let encode = |key: &mbedtls_ecp_keypair| point::encode(&key.grp, &key.Q, MBEDTLS_ECP_PF_UNCOMPRESSED);
        let (Ok(bytes), Ok(others)) = (encode(one), encode(other)) else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        if one.grp.id != other.grp.id || bytes != others {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        let computed = scalar(&other.grp, &other.d).and_then(|d| public(&other.grp, &d));
        match computed {
            Ok(arithmetic::Point::Weierstrass(point)) if *point == bytes => 0,
            Ok(arithmetic::Point::Montgomery(u)) if *u == *bytes => 0,
            Ok(_) => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
            Err(code) => code,
        }
    }
}
