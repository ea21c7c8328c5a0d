//! EMSA-PSS (RFC 8017 section 9.1). The `rsa` crate's wants a hash of the function of the mask; here another one may have made it.

use super::RsaError;
use crate::crypto::digest::Algorithm;

/// The message in `em_bits` bits for a hash and a salt; `None` where they do not fit.
pub(super) fn encode(function: Algorithm, hash: &[u8], salt: &[u8], em_bits: usize) -> Option<Vec<u8>> {
    let masked_len = em_bits.div_ceil(8).checked_sub(function.size() + 1)?;
    let zeros = masked_len.checked_sub(salt.len() + 1)?;
    let inner = inner(function, hash, salt);
    let mut encoded = vec![0; zeros];
    encoded.push(1);
    encoded.extend_from_slice(salt);
    mask(function, &inner, &mut encoded, em_bits);
    encoded.extend_from_slice(&inner);
    encoded.push(TRAILER);
    Some(encoded)
}

/// Whether a message of `em_bits` bits is one of this hash, and of a salt of this length if one is named.
pub(super) fn check(
    function: Algorithm,
    hash: &[u8],
    salt_len: Option<usize>,
    encoded: &[u8],
    em_bits: usize,
) -> Result<(), RsaError> {
    let (TRAILER, encoded) =
        encoded.split_last().map(|(last, rest)| (*last, rest)).ok_or(RsaError::Padding)?
    else {
        return Err(RsaError::Padding);
    };
    let masked_len = encoded.len().checked_sub(function.size()).ok_or(RsaError::Length)?;
    let (masked, inner_hash) = encoded.split_at_checked(masked_len).ok_or(RsaError::Padding)?;
    if masked.first().is_some_and(|first| first & !top(em_bits) != 0) {
        return Err(RsaError::Length);
    }
    let mut salt = masked.to_vec();
    mask(function, inner_hash, &mut salt, em_bits);
    let zeros = salt.iter().take_while(|&&byte| byte == 0).count();
    let Some((1, salt)) = salt.get(zeros..).and_then(<[u8]>::split_first) else {
        return Err(RsaError::Padding);
    };
    if salt_len.is_some_and(|len| len != salt.len()) {
        return Err(RsaError::Padding);
    }
    if inner(function, hash, salt) == inner_hash { Ok(()) } else { Err(RsaError::Signature) }
}

/// The hash over hash and salt.
fn inner(function: Algorithm, hash: &[u8], salt: &[u8]) -> Vec<u8> {
    function.digest(&[&[0; 8], hash, salt].concat()).as_ref().to_vec()
}

/// MGF1 (RFC 8017 appendix B.2.1) over what it hides or shows, whose bits beyond `em_bits` become 0.
fn mask(function: Algorithm, seed: &[u8], out: &mut [u8], em_bits: usize) {
    for (counter, block) in (0u32..).zip(out.chunks_mut(function.size())) {
        let mask = function.digest(&[seed, &counter.to_be_bytes()].concat());
        for (byte, mask) in block.iter_mut().zip(mask.as_ref()) {
            *byte ^= mask;
        }
    }
    if let Some(first) = out.first_mut() {
        *first &= top(em_bits);
    }
}

/// The bits of the first byte that count.
fn top(em_bits: usize) -> u8 {
    0xff >> (em_bits.div_ceil(8) * 8 - em_bits)
}

/// What every message ends with.
pub const TRAILER: u8 = 0xbc;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_is_right_and_nothing_else() {
        for em_bits in [1023, 1024, 1017, 1022] {
            for (function, hash, salt) in [
                (Algorithm::Sha256, &[7; 32][..], &[3; 32][..]),
                (Algorithm::Sha1, &[7; 64], &[]),
                (Algorithm::Sha384, &[], &[9; 20]),
            ] {
                let encoded = encode(function, hash, salt, em_bits).unwrap();
                assert_eq!(encoded.len(), em_bits.div_ceil(8));
                assert_eq!(check(function, hash, None, &encoded, em_bits), Ok(()));
                assert_eq!(check(function, hash, Some(salt.len()), &encoded, em_bits), Ok(()));
                let other = check(function, hash, Some(salt.len() + 1), &encoded, em_bits);
                assert_eq!(other, Err(RsaError::Padding));
                assert_eq!(check(function, &[1], None, &encoded, em_bits), Err(RsaError::Signature));
                for at in 0..encoded.len() {
                    let mut changed = encoded.clone();
                    changed[at] ^= 1;
                    assert!(check(function, hash, None, &changed, em_bits).is_err(), "{at}");
                }
            }
        }
    }

    #[test]
    fn what_does_not_fit() {
        assert_eq!(encode(Algorithm::Sha256, &[], &[0; 30], 511).map(|encoded| encoded.len()), Some(64));
        assert_eq!(encode(Algorithm::Sha256, &[], &[0; 31], 511), None);
        assert_eq!(encode(Algorithm::Sha512, &[], &[], 511), None);
        assert_eq!(check(Algorithm::Sha512, &[], None, &[TRAILER; 64], 511), Err(RsaError::Length));
        assert_eq!(check(Algorithm::Sha1, &[], None, &[], 0), Err(RsaError::Padding));
    }
}
