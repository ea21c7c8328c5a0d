//! The numbers of algorithms and keys: what they are made of, and which policy allows which.

use super::{
    PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_NOT_SUPPORTED, psa_algorithm_t, psa_key_type_t, psa_status_t,
};
use crate::crypto::digest;
pub(super) use crate::crypto::ec::Group;
use crate::crypto::montgomery::Montgomery;
use crate::crypto::verify::Curve;

pub(super) const PSA_KEY_TYPE_HMAC: psa_key_type_t = 0x1100;
pub(super) const PSA_KEY_TYPE_DERIVE: psa_key_type_t = 0x1200;
pub(super) const PSA_KEY_TYPE_PASSWORD: psa_key_type_t = 0x1203;
pub(super) const PSA_KEY_TYPE_PASSWORD_HASH: psa_key_type_t = 0x1205;
pub(super) const PSA_KEY_TYPE_RAW_DATA: psa_key_type_t = 0x1001;
pub(super) const PSA_KEY_TYPE_AES: psa_key_type_t = 0x2400;
pub(super) const PSA_KEY_TYPE_ARIA: psa_key_type_t = 0x2406;
pub(super) const PSA_KEY_TYPE_CAMELLIA: psa_key_type_t = 0x2403;
pub(super) const PSA_KEY_TYPE_DES: psa_key_type_t = 0x2301;
pub(super) const PSA_KEY_TYPE_CHACHA20: psa_key_type_t = 0x2004;
pub(super) const PSA_KEY_TYPE_RSA_PUBLIC_KEY: psa_key_type_t = 0x4001;
pub(super) const PSA_KEY_TYPE_RSA_KEY_PAIR: psa_key_type_t = 0x7001;
pub(super) const PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE: psa_key_type_t = 0x4100;
pub(super) const PSA_KEY_TYPE_ECC_KEY_PAIR_BASE: psa_key_type_t = 0x7100;
pub(super) const PSA_KEY_TYPE_DH_PUBLIC_KEY_BASE: psa_key_type_t = 0x4200;
pub(super) const PSA_KEY_TYPE_DH_KEY_PAIR_BASE: psa_key_type_t = 0x7200;

const PSA_ECC_FAMILY_SECP_K1: psa_key_type_t = 0x17;
pub(super) const PSA_ECC_FAMILY_SECP_R1: psa_key_type_t = 0x12;
const PSA_ECC_FAMILY_BRAINPOOL_P_R1: psa_key_type_t = 0x30;
const PSA_ECC_FAMILY_MONTGOMERY: psa_key_type_t = 0x41;

pub(super) const PSA_ALG_HMAC_BASE: psa_algorithm_t = 0x0380_0000;
const PSA_ALG_CIPHER_MAC_BASE: psa_algorithm_t = 0x03c0_0000;
pub(super) const PSA_ALG_CMAC: psa_algorithm_t = 0x03c0_0200;
pub(super) const PSA_ALG_CCM: psa_algorithm_t = 0x0550_0100;
pub(super) const PSA_ALG_GCM: psa_algorithm_t = 0x0550_0200;
pub(super) const PSA_ALG_CHACHA20_POLY1305: psa_algorithm_t = 0x0510_0500;
pub(super) const PSA_ALG_RSA_PKCS1V15_SIGN_BASE: psa_algorithm_t = 0x0600_0200;
pub(super) const PSA_ALG_RSA_PSS_BASE: psa_algorithm_t = 0x0600_0300;
pub(super) const PSA_ALG_RSA_PSS_ANY_SALT_BASE: psa_algorithm_t = 0x0600_1300;
pub(super) const PSA_ALG_ECDSA_BASE: psa_algorithm_t = 0x0600_0600;
pub(super) const PSA_ALG_DETERMINISTIC_ECDSA_BASE: psa_algorithm_t = 0x0600_0700;
pub(super) const PSA_ALG_RSA_PKCS1V15_CRYPT: psa_algorithm_t = 0x0700_0200;
pub(super) const PSA_ALG_RSA_OAEP_BASE: psa_algorithm_t = 0x0700_0300;
pub(super) const PSA_ALG_HKDF_BASE: psa_algorithm_t = 0x0800_0100;
pub(super) const PSA_ALG_HKDF_EXTRACT_BASE: psa_algorithm_t = 0x0800_0400;
pub(super) const PSA_ALG_HKDF_EXPAND_BASE: psa_algorithm_t = 0x0800_0500;
pub(super) const PSA_ALG_TLS12_PRF_BASE: psa_algorithm_t = 0x0800_0200;
pub(super) const PSA_ALG_TLS12_PSK_TO_MS_BASE: psa_algorithm_t = 0x0800_0300;
pub(super) const PSA_ALG_TLS12_ECJPAKE_TO_PMS: psa_algorithm_t = 0x0800_0609;
pub(super) const PSA_ALG_FFDH: psa_algorithm_t = 0x0901_0000;
pub(super) const PSA_ALG_JPAKE: psa_algorithm_t = 0x0a00_0100;
pub(super) const PSA_ALG_ECDH: psa_algorithm_t = 0x0902_0000;

/// The bits that tell that an algorithm is a MAC, and what it is built on.
const MAC_KIND_MASK: psa_algorithm_t = 0x7fc0_0000;
const PSA_ALG_HASH_MASK: psa_algorithm_t = 0x0000_00ff;
const PSA_ALG_MAC_TRUNCATION_MASK: psa_algorithm_t = 0x003f_0000;
const PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG: psa_algorithm_t = 0x0000_8000;

/// What kind of thing an algorithm does.
pub(super) const CATEGORY_MASK: psa_algorithm_t = 0x7f00_0000;
pub(super) const CATEGORY_HASH: psa_algorithm_t = 0x0200_0000;
const CATEGORY_MAC: psa_algorithm_t = 0x0300_0000;
const CATEGORY_AEAD: psa_algorithm_t = 0x0500_0000;
const CATEGORY_SIGN: psa_algorithm_t = 0x0600_0000;
pub(super) const CATEGORY_KEY_DERIVATION: psa_algorithm_t = 0x0800_0000;
pub(super) const CATEGORY_PAKE: psa_algorithm_t = 0x0a00_0000;
pub(super) const CATEGORY_KEY_AGREEMENT: psa_algorithm_t = 0x0900_0000;
pub(super) const KEY_AGREEMENT_MASK: psa_algorithm_t = 0xffff_0000;

/// The digest that is the algorithm itself.
pub(super) fn hash(alg: psa_algorithm_t) -> Result<digest::Algorithm, psa_status_t> {
    if alg & CATEGORY_MASK != CATEGORY_HASH {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    match digest::Algorithm::from_number(alg & PSA_ALG_HASH_MASK) {
        Some(hash) if alg & !PSA_ALG_HASH_MASK == CATEGORY_HASH => Ok(hash),
        _ => Err(PSA_ERROR_NOT_SUPPORTED),
    }
}

/// The digest that an algorithm is built on.
pub(super) fn hash_within(alg: psa_algorithm_t) -> Option<digest::Algorithm> {
    digest::Algorithm::from_number(alg & PSA_ALG_HASH_MASK)
}

/// `PSA_HASH_LENGTH`: it knows digests that are not there, too.
pub(super) fn hash_len(alg: psa_algorithm_t) -> usize {
    match alg & PSA_ALG_HASH_MASK {
        // SHA-512/224 and SHA-512/256
        12 => 28,
        13 => 32,
        number => digest::Algorithm::from_number(number).map_or(0, digest::Algorithm::size),
    }
}

/// Whether a signature algorithm leaves its digest open: for policies only.
pub(super) fn is_open(alg: psa_algorithm_t) -> bool {
    alg & PSA_ALG_HASH_MASK == PSA_ALG_HASH_MASK
}

/// A signature or encryption algorithm without its digest.
pub(super) fn family(alg: psa_algorithm_t) -> psa_algorithm_t {
    alg & !PSA_ALG_HASH_MASK
}

/// The length of the tag that a MAC or AEAD algorithm names; 0 for a MAC in full length.
pub(super) fn tag_len(alg: psa_algorithm_t) -> usize {
    usize::try_from((alg & PSA_ALG_MAC_TRUNCATION_MASK) >> 16).unwrap_or(0)
}

/// A MAC algorithm in full length, or an AEAD algorithm with a tag of 16 bytes.
pub(super) fn full_length(alg: psa_algorithm_t) -> psa_algorithm_t {
    let bare = alg & !(PSA_ALG_MAC_TRUNCATION_MASK | PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG);
    if alg & CATEGORY_MASK == CATEGORY_AEAD { bare | 16 << 16 } else { bare }
}

/// Whether an algorithm signs.
pub(super) fn is_signature(alg: psa_algorithm_t) -> bool {
    alg & CATEGORY_MASK == CATEGORY_SIGN
}

/// Whether an algorithm encrypts and authenticates.
pub(super) fn is_aead(alg: psa_algorithm_t) -> bool {
    alg & CATEGORY_MASK == CATEGORY_AEAD
}

/// Whether an algorithm names a tag of some length or more: for policies only.
pub(super) fn is_at_least(alg: psa_algorithm_t) -> bool {
    matches!(alg & CATEGORY_MASK, CATEGORY_MAC | CATEGORY_AEAD)
        && alg & PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG != 0
}

/// Whether a key of type `kind` whose policy names `policy` may be used with `alg`.
pub(super) fn allows(kind: psa_key_type_t, policy: psa_algorithm_t, alg: psa_algorithm_t) -> bool {
    if policy == alg {
        return policy != 0;
    }
    match alg & CATEGORY_MASK {
        CATEGORY_SIGN => is_open(policy) && family(policy) == family(alg) && alg != family(alg),
        CATEGORY_AEAD => {
            is_at_least(policy) && full_length(policy) == full_length(alg) && tag_len(policy) <= tag_len(alg)
        }
        CATEGORY_MAC if full_length(policy) == full_length(alg) => mac_len(kind, alg).is_some_and(|full| {
            let length = |alg| if tag_len(alg) == 0 { full } else { tag_len(alg) };
            match tag_len(policy) {
                0 => length(alg) == full,
                least if is_at_least(policy) => least <= length(alg),
                exact => exact == length(alg),
            }
        }),
        // A policy for the agreement alone goes with any derivation behind it.
        CATEGORY_KEY_AGREEMENT => policy == alg & KEY_AGREEMENT_MASK,
        _ => false,
    }
}

/// The algorithm that two policies have in common for a key of type `kind`: 0 where one of them has none. `None`: they
/// contradict each other.
pub(super) fn intersection(
    kind: psa_key_type_t,
    a: psa_algorithm_t,
    b: psa_algorithm_t,
) -> Option<psa_algorithm_t> {
    if a == b || a == 0 || b == 0 {
        return Some(if a == b { a } else { 0 });
    }
    let (open_a, open_b) = (is_at_least(a), is_at_least(b));
    match (a & CATEGORY_MASK, b & CATEGORY_MASK) {
        (CATEGORY_SIGN, CATEGORY_SIGN) if family(a) != family(b) => None,
        (CATEGORY_SIGN, CATEGORY_SIGN) if is_open(a) => Some(b),
        (CATEGORY_SIGN, CATEGORY_SIGN) if is_open(b) => Some(a),
        (CATEGORY_AEAD, CATEGORY_AEAD) if full_length(a) == full_length(b) => match (open_a, open_b) {
            (true, true) => Some(if tag_len(a) < tag_len(b) { b } else { a }),
            (true, false) => (tag_len(a) <= tag_len(b)).then_some(b),
            (false, true) => (tag_len(b) <= tag_len(a)).then_some(a),
            (false, false) => None,
        },
        (CATEGORY_MAC, CATEGORY_MAC) if full_length(a) == full_length(b) => {
            let full = mac_len(kind, a)?;
            let length = |alg| if tag_len(alg) == 0 { full } else { tag_len(alg) };
            match (open_a, open_b) {
                (true, true) => {
                    let least = psa_algorithm_t::try_from(length(a).max(length(b))).ok()?;
                    Some(full_length(a) | least << 16 | PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG)
                }
                (true, false) => (length(a) <= length(b)).then_some(b),
                (false, true) => (length(b) <= length(a)).then_some(a),
                // One of them says how long the code is, and the other one that it is not cut.
                (false, false) => (length(a) == length(b)).then_some(a.max(b)),
            }
        }
        _ => None,
    }
}

/// The length of a MAC that is not cut short, which may be one that is not there. `None`: keys of that type make no such codes.
pub(super) fn mac_len(kind: psa_key_type_t, alg: psa_algorithm_t) -> Option<usize> {
    match (alg & MAC_KIND_MASK, kind) {
        (PSA_ALG_HMAC_BASE, PSA_KEY_TYPE_HMAC) => Some(hash_len(alg)),
        (PSA_ALG_CIPHER_MAC_BASE, PSA_KEY_TYPE_DES) => Some(8),
        (PSA_ALG_CIPHER_MAC_BASE, PSA_KEY_TYPE_AES | PSA_KEY_TYPE_ARIA | PSA_KEY_TYPE_CAMELLIA) => Some(16),
        _ => None,
    }
}

/// The curve of a key type, from its length in bits; `None` where the family has none of that length.
pub(super) fn group_of(kind: psa_key_type_t, bits: usize) -> Option<Group> {
    Some(match (kind & 0xff, bits) {
        (PSA_ECC_FAMILY_SECP_R1, 192) => Group::Weierstrass(Curve::Secp192r1),
        (PSA_ECC_FAMILY_SECP_R1, 224) => Group::Weierstrass(Curve::Secp224r1),
        (PSA_ECC_FAMILY_SECP_R1, 256) => Group::Weierstrass(Curve::Secp256r1),
        (PSA_ECC_FAMILY_SECP_R1, 384) => Group::Weierstrass(Curve::Secp384r1),
        (PSA_ECC_FAMILY_SECP_R1, 521) => Group::Weierstrass(Curve::Secp521r1),
        (PSA_ECC_FAMILY_SECP_K1, 192) => Group::Weierstrass(Curve::Secp192k1),
        (PSA_ECC_FAMILY_SECP_K1, 256) => Group::Weierstrass(Curve::Secp256k1),
        (PSA_ECC_FAMILY_BRAINPOOL_P_R1, 256) => Group::Weierstrass(Curve::Brainpool256r1),
        (PSA_ECC_FAMILY_BRAINPOOL_P_R1, 384) => Group::Weierstrass(Curve::Brainpool384r1),
        (PSA_ECC_FAMILY_BRAINPOOL_P_R1, 512) => Group::Weierstrass(Curve::Brainpool512r1),
        (PSA_ECC_FAMILY_MONTGOMERY, 255) => Group::Montgomery(Montgomery::X25519),
        (PSA_ECC_FAMILY_MONTGOMERY, 448) => Group::Montgomery(Montgomery::X448),
        _ => return None,
    })
}

/// The length in bits of the curve whose numbers take so many bytes.
pub(super) fn bits_of(kind: psa_key_type_t, bytes: usize) -> usize {
    match (kind & 0xff, bytes) {
        (PSA_ECC_FAMILY_SECP_R1, 66) => 521,
        (PSA_ECC_FAMILY_MONTGOMERY, 32) => 255,
        _ => bytes.saturating_mul(8),
    }
}

pub(super) fn is_ecc_pair(kind: psa_key_type_t) -> bool {
    kind & 0xff00 == PSA_KEY_TYPE_ECC_KEY_PAIR_BASE
}

pub(super) fn is_ecc_public(kind: psa_key_type_t) -> bool {
    kind & 0xff00 == PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE
}

pub(super) fn is_dh_pair(kind: psa_key_type_t) -> bool {
    kind & 0xff00 == PSA_KEY_TYPE_DH_KEY_PAIR_BASE
}

pub(super) fn is_dh_public(kind: psa_key_type_t) -> bool {
    kind & 0xff00 == PSA_KEY_TYPE_DH_PUBLIC_KEY_BASE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policies() {
        let hmac = PSA_ALG_HMAC_BASE | 9;
        assert!(
            allows(PSA_KEY_TYPE_HMAC, hmac, hmac)
                && allows(PSA_KEY_TYPE_HMAC, hmac, hmac | 32 << 16)
                && !allows(PSA_KEY_TYPE_HMAC, hmac, hmac | 16 << 16)
        );
        let least = hmac | 16 << 16 | PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG;
        assert!(
            allows(PSA_KEY_TYPE_HMAC, least, hmac)
                && allows(PSA_KEY_TYPE_HMAC, least, hmac | 16 << 16)
                && !allows(PSA_KEY_TYPE_HMAC, least, hmac | 15 << 16)
        );
        let any = PSA_ALG_ECDSA_BASE | 0xff;
        assert!(
            allows(PSA_KEY_TYPE_HMAC, any, PSA_ALG_ECDSA_BASE | 9)
                && !allows(PSA_KEY_TYPE_HMAC, any, PSA_ALG_ECDSA_BASE)
        );
        assert!(
            !allows(PSA_KEY_TYPE_HMAC, any, PSA_ALG_DETERMINISTIC_ECDSA_BASE | 9)
                && !allows(PSA_KEY_TYPE_HMAC, 0, 0)
        );
        let short = PSA_ALG_GCM & !PSA_ALG_MAC_TRUNCATION_MASK | 8 << 16;
        assert!(
            !allows(PSA_KEY_TYPE_HMAC, PSA_ALG_GCM, short)
                && allows(PSA_KEY_TYPE_HMAC, short | PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG, PSA_ALG_GCM)
        );
        assert!(
            allows(PSA_KEY_TYPE_HMAC, PSA_ALG_ECDH, PSA_ALG_ECDH | 0x0109)
                && !allows(PSA_KEY_TYPE_HMAC, PSA_ALG_ECDH | 0x0109, PSA_ALG_ECDH)
        );
    }

    #[test]
    fn digests() {
        assert_eq!(hash(0x0200_0009), Ok(digest::Algorithm::Sha256));
        assert_eq!(hash(0x0200_00ff), Err(PSA_ERROR_NOT_SUPPORTED));
        assert_eq!(hash(PSA_ALG_GCM), Err(PSA_ERROR_INVALID_ARGUMENT));
        assert_eq!(mac_len(PSA_KEY_TYPE_HMAC, PSA_ALG_HMAC_BASE | 10 | 20 << 16), Some(48));
        assert_eq!(mac_len(PSA_KEY_TYPE_AES, PSA_ALG_HMAC_BASE | 10), None);
    }
}
