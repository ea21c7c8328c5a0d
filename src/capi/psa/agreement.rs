//! Key agreement.

use zeroize::Zeroizing;

use super::algorithm::{Group, PSA_ALG_ECDH, PSA_ALG_FFDH, group_of, is_dh_pair, is_ecc_pair};
use super::keys::PSA_KEY_USAGE_DERIVE;
use super::store::{self, Key};
use super::{
    PSA_ERROR_CORRUPTION_DETECTED, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_NOT_SUPPORTED, enter, input,
    mbedtls_svc_key_id_t, output, psa_algorithm_t, psa_status_t,
};
use crate::crypto::{dh, ec};

/// Computes the secret that two sides share.
///
/// \param alg              The algorithm: ECDH or FFDH.
/// \param private_key      The own pair of keys; its policy allows PSA_KEY_USAGE_DERIVE.
/// \param peer_key         The other side's public key; see psa_import_key() for its format.
/// \param peer_key_length  Its length in bytes.
/// \param output           Where the secret goes. It is not uniformly random: derive keys from it.
/// \param output_size      The room there in bytes.
/// \param output_length    Takes its length.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
/// \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the keys do not go together, the algorithm is no key agreement, or an argument is
///          NULL.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
///
/// # Safety
/// `peer_key` is null, or readable for `peer_key_length` bytes; `output` is null, or valid for writing `output_size`
/// bytes; `output_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_raw_key_agreement(
    alg: psa_algorithm_t,
    private_key: mbedtls_svc_key_id_t,
    peer_key: *const u8,
    peer_key_length: usize,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    enter(|| {
        if alg >> 24 != 9 {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let key = store::find_for(private_key, PSA_KEY_USAGE_DERIVE, alg)?;
        // SAFETY: the caller vouches for `peer_key`.
        let peer = unsafe { input(peer_key, peer_key_length) }?;
        let secret = agree(alg, &key, peer)?;
        // SAFETY: the caller vouches for both.
        unsafe { self::output(&secret, output, output_size, output_length) }
    })
}

/// The secret of one's own pair of keys and a peer's public key.
pub(super) fn agree(
    alg: psa_algorithm_t,
    key: &Key,
    peer: &[u8],
) -> Result<Zeroizing<Vec<u8>>, psa_status_t> {
    match alg {
        PSA_ALG_ECDH => ecdh(key, peer),
        PSA_ALG_FFDH if is_dh_pair(key.attributes.r#type) => {
            dh::agree(&key.material.bytes, peer).ok_or(PSA_ERROR_INVALID_ARGUMENT)
        }
        PSA_ALG_FFDH => Err(PSA_ERROR_INVALID_ARGUMENT),
        _ => Err(PSA_ERROR_NOT_SUPPORTED),
    }
}

fn ecdh(key: &Key, peer: &[u8]) -> Result<Zeroizing<Vec<u8>>, psa_status_t> {
    let kind = key.attributes.r#type;
    let group = group_of(kind, key.material.bits).filter(|_| is_ecc_pair(kind));
    match group.ok_or(PSA_ERROR_INVALID_ARGUMENT)? {
        Group::Weierstrass(curve) => {
            let length = key.material.bits.div_ceil(8);
            if peer.len() != 2 * length + 1 || peer.first() != Some(&4) {
                return Err(PSA_ERROR_INVALID_ARGUMENT);
            }
            let point = ec::multiply(curve, &key.material.bytes, peer);
            let point = Zeroizing::new(point.map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?);
            Ok(Zeroizing::new(point.get(1..=length).ok_or(PSA_ERROR_CORRUPTION_DETECTED)?.to_vec()))
        }
        Group::Montgomery(curve) => {
            let secret = curve.multiply(&key.material.bytes, peer);
            let secret = secret.map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
            // RFC 7748 section 6.1: zero says that the peer's point was one of a few bad ones.
            if secret.iter().fold(0, |all, byte| all | byte) == 0 {
                return Err(PSA_ERROR_INVALID_ARGUMENT);
            }
            Ok(secret)
        }
    }
}
