//! What keys consist of, in the formats in which they are imported and exported.

use zeroize::Zeroizing;

use super::algorithm::*;
use super::{
    PSA_ERROR_CORRUPTION_DETECTED, PSA_ERROR_INSUFFICIENT_ENTROPY, PSA_ERROR_INVALID_ARGUMENT,
    PSA_ERROR_NOT_SUPPORTED, psa_key_type_t, psa_status_t,
};
use crate::crypto::{dh, ec, random, rsa};
use crate::x509::der::{self, Reader};
use crate::x509::der_write::Writer;

/// The longest key that is no number: `PSA_MAX_KEY_BITS`.
pub(super) const PSA_MAX_KEY_BITS: usize = 65528;
/// The same in bytes; RSA keys in their DER are shorter.
pub(super) const MAX_BYTES: usize = PSA_MAX_KEY_BITS / 8;
/// The longest RSA key: `PSA_VENDOR_RSA_MAX_KEY_BITS`.
const MAX_RSA_BITS: usize = 4096;
/// The shortest RSA key that is made: `PSA_VENDOR_RSA_GENERATE_MIN_KEY_BITS`.
const MIN_GENERATED_RSA_BITS: usize = 1024;
/// Room for a private RSA key: `PSA_EXPORT_KEY_PAIR_MAX_SIZE`.
const MAX_RSA_DER: usize = 2363;

/// A key.
pub(super) struct Material {
    /// As it is exported.
    pub(super) bytes: Zeroizing<Vec<u8>>,
    /// Its length.
    pub(super) bits: usize,
    /// What is computed with.
    pub(super) prepared: Prepared,
}

/// A key in the form in which it is computed with, where that takes work.
pub(super) enum Prepared {
    /// The bytes are that.
    Bytes,
    /// A private RSA key.
    RsaPair(Box<rsa::PrivateKey>),
    /// A public RSA key.
    RsaPublic(rsa::PublicKey),
}

impl Material {
    /// Reads a key of a type; `bits` is 0, or the length that the caller expects.
    pub(super) fn import(kind: psa_key_type_t, bits: usize, data: &[u8]) -> Result<Self, psa_status_t> {
        let material = match kind {
            PSA_KEY_TYPE_RSA_KEY_PAIR => rsa_pair(data)?,
            PSA_KEY_TYPE_RSA_PUBLIC_KEY => rsa_public(data)?,
            _ if is_ecc_pair(kind) => ecc_pair(kind, bits, data)?,
            _ if is_ecc_public(kind) => ecc_public(kind, bits, data)?,
            _ if is_dh_pair(kind) || is_dh_public(kind) => {
                let bits = data.len().saturating_mul(8);
                if !dh::is_ffdhe(bits) {
                    return Err(PSA_ERROR_NOT_SUPPORTED);
                }
                Self::plain(data.to_vec(), bits)
            }
            _ => {
                let bits = data.len().checked_mul(8).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
                check_bytes(kind, bits)?;
                Self::plain(data.to_vec(), bits)
            }
        };
        if bits != 0 && bits != material.bits {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        Ok(material)
    }

    /// Makes a key of a type and length.
    pub(super) fn generate(kind: psa_key_type_t, bits: usize) -> Result<Self, psa_status_t> {
        Self::generate_with(kind, bits, &[])
    }

    /// Makes a key of a type and length, of RSA with a public exponent other than 65537.
    pub(super) fn generate_with(
        kind: psa_key_type_t,
        bits: usize,
        exponent: &[u8],
    ) -> Result<Self, psa_status_t> {
        let public = kind == PSA_KEY_TYPE_RSA_PUBLIC_KEY || is_ecc_public(kind) || is_dh_public(kind);
        if bits == 0 || public {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        if kind == PSA_KEY_TYPE_RSA_KEY_PAIR {
            if !bits.is_multiple_of(8) || !(MIN_GENERATED_RSA_BITS..=MAX_RSA_BITS).contains(&bits) {
                return Err(PSA_ERROR_NOT_SUPPORTED);
            }
            let exponent = if exponent.is_empty() { 65537 } else { rsa_exponent(exponent)? };
            let key = rsa::PrivateKey::generate(bits, exponent).map_err(|error| match error {
                rsa::RsaError::Private => PSA_ERROR_INSUFFICIENT_ENTROPY,
                _ => PSA_ERROR_INVALID_ARGUMENT,
            })?;
            let bytes = write_rsa_pair(&key)?;
            return Ok(Self { bytes, bits, prepared: Prepared::RsaPair(Box::new(key)) });
        }
        if !exponent.is_empty() {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        if is_ecc_pair(kind) {
            let bytes = match group_of(kind, bits).ok_or(PSA_ERROR_NOT_SUPPORTED)? {
                Group::Weierstrass(curve) => ec::generate(curve),
                Group::Montgomery(curve) => curve.generate(),
            };
            let bytes = bytes.map_err(|_| PSA_ERROR_INSUFFICIENT_ENTROPY)?;
            return Ok(Self { bytes, bits, prepared: Prepared::Bytes });
        }
        if is_dh_pair(kind) {
            let made = dh::generate(bits).map_err(|_| PSA_ERROR_INSUFFICIENT_ENTROPY)?;
            let bytes = made.ok_or(PSA_ERROR_NOT_SUPPORTED)?;
            return Ok(Self { bytes, bits, prepared: Prepared::Bytes });
        }
        check_bytes(kind, bits)?;
        let mut bytes = Zeroizing::new(vec![0; bits / 8]);
        random::fill(&mut bytes).map_err(|_| PSA_ERROR_INSUFFICIENT_ENTROPY)?;
        if kind == PSA_KEY_TYPE_DES {
            set_parity(&mut bytes);
        }
        Ok(Self { bytes, bits, prepared: Prepared::Bytes })
    }

    /// The public key of a pair, or the public key itself.
    pub(super) fn public(&self, kind: psa_key_type_t) -> Result<Vec<u8>, psa_status_t> {
        match (&self.prepared, group_of(kind, self.bits)) {
            (Prepared::RsaPair(key), _) => {
                let numbers = key.numbers().map_err(|_| PSA_ERROR_CORRUPTION_DETECTED)?;
                write_rsa_public(&numbers)
            }
            (Prepared::Bytes, Some(Group::Weierstrass(curve))) if is_ecc_pair(kind) => {
                ec::public(curve, &self.bytes).map_err(|_| PSA_ERROR_CORRUPTION_DETECTED)
            }
            (Prepared::Bytes, Some(Group::Montgomery(curve))) if is_ecc_pair(kind) => {
                curve.public(&self.bytes).map_err(|_| PSA_ERROR_CORRUPTION_DETECTED)
            }
            (Prepared::RsaPublic(_), _) => Ok(self.bytes.to_vec()),
            (Prepared::Bytes, _) if is_dh_pair(kind) => {
                dh::public(&self.bytes).ok_or(PSA_ERROR_CORRUPTION_DETECTED)
            }
            (Prepared::Bytes, _) if is_ecc_public(kind) || is_dh_public(kind) => Ok(self.bytes.to_vec()),
            (Prepared::Bytes, _) => Err(PSA_ERROR_INVALID_ARGUMENT),
        }
    }

    fn plain(bytes: Vec<u8>, bits: usize) -> Self {
        Self { bytes: Zeroizing::new(bytes), bits, prepared: Prepared::Bytes }
    }
}

/// Makes the number of set bits in each byte odd, as those of DES are.
pub(super) fn set_parity(bytes: &mut [u8]) {
    bytes.iter_mut().for_each(|byte| *byte = *byte & 0xfe | u8::from((*byte >> 1).count_ones() % 2 == 0));
}

/// Whether a key type that is plain bytes comes in a length.
fn check_bytes(kind: psa_key_type_t, bits: usize) -> Result<(), psa_status_t> {
    let good = match kind {
        PSA_KEY_TYPE_RAW_DATA
        | PSA_KEY_TYPE_HMAC
        | PSA_KEY_TYPE_DERIVE
        | PSA_KEY_TYPE_PASSWORD
        | PSA_KEY_TYPE_PASSWORD_HASH => bits > 0 && bits.is_multiple_of(8),
        PSA_KEY_TYPE_AES | PSA_KEY_TYPE_ARIA | PSA_KEY_TYPE_CAMELLIA => matches!(bits, 128 | 192 | 256),
        PSA_KEY_TYPE_DES => matches!(bits, 64 | 128 | 192),
        PSA_KEY_TYPE_CHACHA20 => bits == 256,
        _ => return Err(PSA_ERROR_NOT_SUPPORTED),
    };
    match good {
        _ if bits > PSA_MAX_KEY_BITS => Err(PSA_ERROR_NOT_SUPPORTED),
        true => Ok(()),
        false => Err(PSA_ERROR_INVALID_ARGUMENT),
    }
}

fn ecc_pair(kind: psa_key_type_t, bits: usize, data: &[u8]) -> Result<Material, psa_status_t> {
    let expected = bits_of(kind, data.len());
    let bits = if bits == 0 { expected } else { bits };
    let group = group_of(kind, bits).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    if bits.div_ceil(8) != data.len() {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    let mut bytes = data.to_vec();
    match group {
        Group::Weierstrass(curve) => {
            ec::check_scalar(curve, data).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
        }
        // RFC 7748 section 5: what every use would do to it.
        Group::Montgomery(curve) => curve.clamp(&mut bytes),
    }
    Ok(Material::plain(bytes, bits))
}

fn ecc_public(kind: psa_key_type_t, bits: usize, data: &[u8]) -> Result<Material, psa_status_t> {
    let one_coordinate = matches!(group_of(kind, 255), Some(Group::Montgomery(_)));
    let coordinate = if one_coordinate { data.len() } else { data.len() / 2 };
    let bits = if bits == 0 { bits_of(kind, coordinate) } else { bits };
    match group_of(kind, bits).ok_or(PSA_ERROR_INVALID_ARGUMENT)? {
        Group::Weierstrass(curve) if data.len() == 2 * bits.div_ceil(8) + 1 && data.first() == Some(&4) => {
            ec::check_point(curve, data).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
        }
        Group::Montgomery(curve) if data.len() == curve.bytes() => {}
        _ => return Err(PSA_ERROR_INVALID_ARGUMENT),
    }
    Ok(Material::plain(data.to_vec(), bits))
}

/// A public exponent that keys can be made with: odd, and at least 3.
fn rsa_exponent(bytes: &[u8]) -> Result<u32, psa_status_t> {
    let mut padded = [0; 4];
    let at = padded.len().checked_sub(bytes.len()).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
    padded.get_mut(at..).ok_or(PSA_ERROR_NOT_SUPPORTED)?.copy_from_slice(bytes);
    match u32::from_be_bytes(padded) {
        0x8000_0000.. => Err(PSA_ERROR_NOT_SUPPORTED),
        exponent if exponent < 3 || exponent.is_multiple_of(2) => Err(PSA_ERROR_INVALID_ARGUMENT),
        exponent => Ok(exponent),
    }
}

/// RSAPrivateKey (RFC 8017 appendix A.1.2).
fn rsa_pair(data: &[u8]) -> Result<Material, psa_status_t> {
    let numbers = integers::<9>(data)?;
    let [version, n, e, d, p, q, ..] = numbers;
    if version.iter().any(|&byte| byte != 0) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    let bits = rsa_bits(n)?;
    let key = rsa::PrivateKey::new(n, e, d, p, q).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
    let bytes = write_rsa_pair(&key)?;
    Ok(Material { bytes, bits, prepared: Prepared::RsaPair(Box::new(key)) })
}

/// RSAPublicKey (RFC 8017 appendix A.1.1).
fn rsa_public(data: &[u8]) -> Result<Material, psa_status_t> {
    let [n, e] = integers::<2>(data)?;
    let bits = rsa_bits(n)?;
    let key = rsa::PublicKey::new(n, e).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
    Ok(Material { bytes: Zeroizing::new(data.to_vec()), bits, prepared: Prepared::RsaPublic(key) })
}

/// The length of a modulus in bits, counted in whole bytes.
fn rsa_bits(n: &[u8]) -> Result<usize, psa_status_t> {
    let zeros = n.iter().take_while(|&&byte| byte == 0).count();
    let bits = (n.len() - zeros) * 8;
    if bits > MAX_RSA_BITS { Err(PSA_ERROR_NOT_SUPPORTED) } else { Ok(bits) }
}

/// A SEQUENCE of exactly so many INTEGERs.
fn integers<const N: usize>(data: &[u8]) -> Result<[&[u8]; N], psa_status_t> {
    let mut outer = Reader::new(data);
    let mut fields = outer.sequence().map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
    let mut numbers = [&[][..]; N];
    for number in &mut numbers {
        *number = fields.content(der::INTEGER).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
    }
    match (fields.end(), outer.end()) {
        (Ok(()), Ok(())) => Ok(numbers),
        _ => Err(PSA_ERROR_INVALID_ARGUMENT),
    }
}

fn write_rsa_pair(key: &rsa::PrivateKey) -> Result<Zeroizing<Vec<u8>>, psa_status_t> {
    let rsa::Numbers { n, e, d, p, q, dp, dq, qp } =
        &key.numbers().map_err(|_| PSA_ERROR_CORRUPTION_DETECTED)?;
    let mut buffer = Zeroizing::new(vec![0; MAX_RSA_DER]);
    let mut writer = Writer::new(&mut buffer);
    let written = writer.nested(der::SEQUENCE, |writer| {
        [qp, dq, dp, q, p, d, e, n, &Zeroizing::new(vec![0])]
            .into_iter()
            .try_fold(0, |len, number| Ok(len + writer.unsigned(der::INTEGER, number)?))
    });
    written.map_err(|_| PSA_ERROR_CORRUPTION_DETECTED)?;
    Ok(Zeroizing::new(writer.written().to_vec()))
}

fn write_rsa_public(numbers: &rsa::Numbers) -> Result<Vec<u8>, psa_status_t> {
    let mut buffer = [0; MAX_RSA_DER];
    let mut writer = Writer::new(&mut buffer);
    let written = writer.nested(der::SEQUENCE, |writer| {
        Ok(writer.unsigned(der::INTEGER, &numbers.e)? + writer.unsigned(der::INTEGER, &numbers.n)?)
    });
    written.map_err(|_| PSA_ERROR_CORRUPTION_DETECTED)?;
    Ok(writer.written().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECP_R1: psa_key_type_t = 0x12;
    const BRAINPOOL: psa_key_type_t = 0x30;
    const MONTGOMERY: psa_key_type_t = 0x41;

    #[test]
    fn lengths_of_plain_keys() {
        let import = |kind, len| Material::import(kind, 0, &vec![1; len]).map(|key| key.bits);
        assert_eq!(import(PSA_KEY_TYPE_AES, 16), Ok(128));
        assert_eq!(import(PSA_KEY_TYPE_AES, 17), Err(PSA_ERROR_INVALID_ARGUMENT));
        assert_eq!(import(PSA_KEY_TYPE_RAW_DATA, 8191), Ok(65528));
        assert_eq!(import(PSA_KEY_TYPE_RAW_DATA, 8192), Err(PSA_ERROR_NOT_SUPPORTED));
        assert_eq!(import(PSA_KEY_TYPE_RAW_DATA, 0), Err(PSA_ERROR_INVALID_ARGUMENT));
        assert_eq!(import(0x2fff, 16), Err(PSA_ERROR_NOT_SUPPORTED));
        assert!(Material::import(PSA_KEY_TYPE_AES, 256, &[1; 16]).is_err());
    }

    #[test]
    fn made_keys_can_be_imported() {
        for (kind, bits) in [
            (PSA_KEY_TYPE_AES, 192),
            (PSA_KEY_TYPE_DES, 64),
            (PSA_KEY_TYPE_RSA_KEY_PAIR, 1024),
            (PSA_KEY_TYPE_ECC_KEY_PAIR_BASE | SECP_R1, 521),
            (PSA_KEY_TYPE_ECC_KEY_PAIR_BASE | MONTGOMERY, 255),
            (PSA_KEY_TYPE_DH_KEY_PAIR_BASE | 3, 2048),
            (PSA_KEY_TYPE_ECC_KEY_PAIR_BASE | MONTGOMERY, 448),
            (PSA_KEY_TYPE_ECC_KEY_PAIR_BASE | BRAINPOOL, 512),
        ] {
            let made = Material::generate(kind, bits).unwrap_or_else(|code| panic!("{kind:x}: {code}"));
            let read = Material::import(kind, 0, &made.bytes).unwrap();
            assert_eq!((read.bits, &read.bytes), (bits, &made.bytes));
            if let Ok(public) = made.public(kind) {
                let kind = kind & !0x3000;
                let read = Material::import(kind, bits, &public).unwrap();
                assert_eq!(read.public(kind), Ok(public));
            }
        }
    }

    #[test]
    fn damaged_keys() {
        let rsa = Material::generate(PSA_KEY_TYPE_RSA_KEY_PAIR, 1024).unwrap();
        for cut in 0..rsa.bytes.len() {
            assert!(Material::import(PSA_KEY_TYPE_RSA_KEY_PAIR, 0, &rsa.bytes[..cut]).is_err());
        }
        let zero = Material::import(PSA_KEY_TYPE_ECC_KEY_PAIR_BASE | SECP_R1, 256, &[0; 32]);
        assert_eq!(zero.err(), Some(PSA_ERROR_INVALID_ARGUMENT));
        let mut point = [1; 65];
        point[0] = 4;
        let off = Material::import(PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE | SECP_R1, 0, &point);
        assert_eq!(off.err(), Some(PSA_ERROR_INVALID_ARGUMENT));
    }
}
