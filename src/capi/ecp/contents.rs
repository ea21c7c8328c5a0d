//! What a key holds, as the rest of the library takes it and gives it.

use std::ffi::c_int;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::group::load;
use super::*;
use crate::capi::bignum::{self, magnitude, set_magnitude};
use crate::capi::pk::prepared;
use crate::crypto::montgomery::Montgomery;
use crate::crypto::sign;
use crate::crypto::verify::{Curve, KeyKind, PublicKey};

/// The private half in the form of [`mbedtls_ecp_write_key_ext`]; `None` without one.
///
/// # Safety
/// The key is initialised.
pub(crate) unsafe fn private_bytes(key: &mbedtls_ecp_keypair) -> Option<Zeroizing<Vec<u8>>> {
    // SAFETY: the caller vouches for the key.
    let d = unsafe { magnitude(&raw const key.d) };
    if d.is_empty() || key.grp.id == MBEDTLS_ECP_DP_NONE {
        return None;
    }
    let mut bytes = Zeroizing::new(point::padded(&d, key.grp.nbits.div_ceil(8))?);
    if curve(key.grp.id).is_none() {
        bytes.reverse();
    }
    Some(bytes)
}

/// The public half as TLS has it; `None` without one.
///
/// # Safety
/// The key is initialised.
pub(crate) unsafe fn public_key(key: &mbedtls_ecp_keypair) -> Option<PublicKey> {
    const LONGEST: usize = 133;
    let curve = curve(key.grp.id)?;
    let len = curve.bytes();
    let mut point = [0; LONGEST];
    let (front, coordinates) = point.get_mut(..1 + 2 * len)?.split_first_mut()?;
    *front = 4; // uncompressed
    let (x, y) = coordinates.split_at_mut(len);
    // SAFETY: the caller vouches for the key.
    unsafe {
        prepared::write_number(&key.Q.X, x)?;
        prepared::write_number(&key.Q.Y, y)?;
    }
    PublicKey::from_point(curve, point.get(..1 + 2 * len)?).ok()
}

/// The private half as TLS has it; `None` without one that TLS signs with.
///
/// # Safety
/// The key is initialised and not changed meanwhile.
pub(crate) unsafe fn private_key(key: &mbedtls_ecp_keypair) -> Option<Arc<sign::PrivateKey>> {
    // SAFETY: the caller vouches for the key.
    unsafe {
        let curve = curve(key.grp.id)?;
        if bignum::limbs(&raw const key.d).iter().all(|&limb| limb == 0) {
            return None;
        }
        let fits = |kept: &sign::PrivateKey| {
            let point = kept.public_key().bytes().split_first().map_or(&[][..], |(_, point)| point);
            let (x, y) = point.split_at(point.len() / 2);
            kept.public_key().kind() == KeyKind::Ec(curve)
                && prepared::is_number(&key.Q.X, x)
                && prepared::is_number(&key.Q.Y, y)
        };
        prepared::get(&raw const key.grp.prepared, fits, || {
            let point = point::encode(&key.grp, &key.Q, MBEDTLS_ECP_PF_UNCOMPRESSED).ok()?;
            sign::PrivateKey::from_ec(curve, &magnitude(&raw const key.d), Some(&point)).ok()
        })
    }
}

/// Fills an empty key: 0 or a code.
///
/// # Safety
/// The key is initialised, empty, and used by nobody else.
pub(crate) unsafe fn fill(
    key: &mut mbedtls_ecp_keypair,
    curve: Curve,
    point: &[u8],
    private: Option<(&[u8], Option<sign::PrivateKey>)>,
) -> c_int {
    // SAFETY: the caller vouches for the key.
    unsafe {
        let mut code = load(&raw mut key.grp, group_id(curve));
        if code == 0 {
            code = point::set_uncompressed(&raw mut key.Q, point, curve.bytes());
        }
        if let Some((scalar, prepared)) = private {
            if code == 0 {
                code = set_magnitude(&raw mut key.d, scalar);
            }
            if let Some(prepared) = prepared {
                prepared::put(&mut key.grp.prepared, prepared);
            }
        }
        code
    }
}

/// Fills an empty key on a curve of Montgomery form, with a private half or with a public one: 0 or a code.
///
/// # Safety
/// The key is initialised, empty, and used by nobody else.
pub(crate) unsafe fn fill_montgomery(
    key: &mut mbedtls_ecp_keypair,
    curve: Montgomery,
    half: Half<'_>,
) -> c_int {
    let id = match curve {
        Montgomery::X25519 => MBEDTLS_ECP_DP_CURVE25519,
        Montgomery::X448 => MBEDTLS_ECP_DP_CURVE448,
    };
    // SAFETY: the caller vouches for the key.
    unsafe {
        match half {
            Half::Private(scalar) => match mbedtls_ecp_read_key(id, key, scalar.as_ptr(), scalar.len()) {
                0 => mbedtls_ecp_keypair_calc_public(key, None, std::ptr::null_mut()),
                code => code,
            },
            Half::Public(u) => match load(&raw mut key.grp, id) {
                0 => point::decode(&key.grp, &raw mut key.Q, u),
                code => code,
            },
        }
    }
}

/// What of a key is known, as bytes.
#[derive(Clone, Copy)]
pub(crate) enum Half<'a> {
    Private(&'a [u8]),
    Public(&'a [u8]),
}
