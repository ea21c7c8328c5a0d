//! RSA by its numbers (RFC 8017): keys of any size, hashes instead of messages, encryption. What TLS signs is ring's.
//!
//! Private operations are blinded with random bytes of the operating system, and checked before their result leaves.

mod pss;

use crypto_bigint::{BoxedUint, Odd, Resize};
use rsa::Oaep;
use rsa::hazmat::{rsa_decrypt_and_check, rsa_encrypt};
use rsa::pkcs1v15::{Pkcs1v15Encrypt, Pkcs1v15Sign};
use rsa::traits::{PrivateKeyParts, PublicKeyParts};
use zeroize::Zeroizing;

use super::bignum::Integer;
use super::digest::Algorithm;
use super::random::{self, OsRandom};
use super::with_digest::with_digest;

pub use pss::TRAILER as PSS_TRAILER;

/// A number as big-endian bytes; wiped when dropped.
pub type Number = Zeroizing<Vec<u8>>;

/// A public key.
pub struct PublicKey(rsa::PublicKey);

/// A private key, whose numbers belong together; wiped when dropped.
pub struct PrivateKey(rsa::PrivateKey);

/// The numbers of a private key (RFC 8017 section 3.2).
#[allow(missing_docs)] // the names are those of the RFC
pub struct Numbers {
    pub n: Number,
    pub e: Number,
    pub d: Number,
    pub p: Number,
    pub q: Number,
    pub dp: Number,
    pub dq: Number,
    pub qp: Number,
}

/// Why an operation gave nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RsaError {
    /// The numbers are no key, or none of a size that is taken.
    Key,
    /// The numbers of a private key do not belong together, or a fault changed a result.
    Numbers,
    /// The input is too long for the key, not of the length it must have, or not below the modulus.
    Input,
    /// The key is too short for a hash and its padding, or what was signed is longer than a padded hash.
    Length,
    /// The signature is not one of this key and hash.
    Signature,
    /// The padding of what was decrypted, or of a signature with PSS, is wrong.
    Padding,
    /// The system gave no random bytes.
    Private,
}

/// How a signature is padded.
#[derive(Clone, Copy)]
pub enum SignaturePadding {
    /// PKCS #1 v1.5, with the name of the hash function, or without.
    Pkcs1(Option<Algorithm>),
    /// PSS with this function for the mask and around the hash, which another one may have made. `None`, where a length
    /// of salt could be: a signer's is as long as what the function makes or, in a short key, up to two bytes less; a signature
    /// may have any.
    Pss(Algorithm, Option<usize>),
}

/// How a message is padded.
#[derive(Clone, Copy)]
pub enum EncryptionPadding<'a> {
    /// PKCS #1 v1.5. A wrong padding decrypts to other bytes that depend on key and input alone, so that nobody can ask
    /// whether it was right.
    Pkcs1,
    /// OAEP with one function for hash and mask, and a label.
    Oaep(Algorithm, &'a [u8]),
}

/// Keys from 128 to 8192 bits: more would let a peer's key cost seconds.
const SIZES: std::ops::RangeInclusive<u32> = 128..=8192;

impl PublicKey {
    /// Takes modulus and exponent: both odd, the exponent at least 3 and below the modulus.
    pub fn new(n: &[u8], e: &[u8]) -> Result<Self, RsaError> {
        let (n, e) = (number(n).ok_or(RsaError::Key)?, number(e).ok_or(RsaError::Key)?);
        let odd = Odd::new(n.clone()).is_some().to_bool() && Odd::new(e.clone()).is_some().to_bool();
        if !odd || !SIZES.contains(&n.bit_width_vartime()) || e.bit_width_vartime() < 2 || e >= n {
            return Err(RsaError::Key);
        }
        Ok(Self(rsa::PublicKey::new_unchecked(n, e)))
    }

    /// Bytes of the modulus.
    pub fn size(&self) -> usize {
        self.0.size()
    }

    /// RSAEP and RSAVP1 (RFC 8017 sections 5.1.1 and 5.2.2): the input to the power of the public exponent.
    pub fn raw(&self, input: &[u8]) -> Result<Vec<u8>, RsaError> {
        let input = representative(&self.0, input)?;
        let output = rsa_encrypt(&self.0, &input).map_err(|_| RsaError::Input)?;
        Ok(padded(&output, self.size()).to_vec())
    }

    /// Verifies a signature over a hash.
    pub fn verify(&self, padding: SignaturePadding, hash: &[u8], signature: &[u8]) -> Result<(), RsaError> {
        match padding {
            SignaturePadding::Pkcs1(name) => {
                let scheme = pkcs1(name);
                // RFC 8017 section 9.2 step 3.
                if scheme.prefix.len() + hash.len() + 11 > self.size() {
                    return Err(RsaError::Length);
                }
                let verified = self.0.verify(scheme, hash, signature);
                // Of the rest, only a signature that is no number below the modulus is told apart.
                verified.or_else(|_| representative(&self.0, signature).and(Err(RsaError::Signature)))
            }
            SignaturePadding::Pss(function, salt_len) => {
                let encoded = self.raw(signature)?;
                let em_bits = em_bits(&self.0);
                // The one byte more that a key of 8n + 1 bits has is 0.
                match encoded.split_at_checked(encoded.len() - em_bits.div_ceil(8)) {
                    Some(([] | [0], encoded)) => pss::check(function, hash, salt_len, encoded, em_bits),
                    _ => Err(RsaError::Length),
                }
            }
        }
    }

    /// Encrypts a message.
    pub fn encrypt(&self, padding: EncryptionPadding<'_>, message: &[u8]) -> Result<Vec<u8>, RsaError> {
        let encrypted = match padding {
            EncryptionPadding::Pkcs1 => self.0.encrypt(&mut OsRandom, Pkcs1v15Encrypt, message),
            EncryptionPadding::Oaep(function, label) => with_digest!(function, D => {
                self.0.encrypt(&mut OsRandom, Oaep::<D>::new_with_label(label), message)
            }),
        };
        encrypted.map_err(|error| match error {
            rsa::Error::Rng => RsaError::Private,
            _ => RsaError::Input,
        })
    }
}

impl PrivateKey {
    /// Takes the numbers that the others follow from; they must belong together.
    pub fn new(n: &[u8], e: &[u8], d: &[u8], p: &[u8], q: &[u8]) -> Result<Self, RsaError> {
        PublicKey::new(n, e)?;
        if [p, q].into_iter().any(|prime| prime.last().is_none_or(|last| last % 2 == 0)) {
            return Err(RsaError::Key);
        }
        let numbers = (number(n), number(e), number(d), number(p), number(q));
        let (Some(n), Some(e), Some(d), Some(p), Some(q)) = numbers else { return Err(RsaError::Key) };
        let half = n.bit_width_vartime().div_ceil(2);
        let key = if p.bit_width_vartime() > half || q.bit_width_vartime() > half {
            rsa::PrivateKey::from_components_with_wide_primes(n, e, d, vec![p, q])
        } else {
            rsa::PrivateKey::from_components_with_large_exponent(n, e, d, vec![p, q])
        };
        key.map(Self).map_err(|_| RsaError::Numbers)
    }

    /// Computes a key from its two primes and the public exponent.
    pub fn from_primes(p: &[u8], q: &[u8], e: &[u8]) -> Result<Self, RsaError> {
        let (Some(p), Some(q), Some(e)) = (number(p), number(q), number(e)) else {
            return Err(RsaError::Key);
        };
        if !SIZES.contains(&(p.bit_width_vartime() + q.bit_width_vartime())) {
            return Err(RsaError::Key);
        }
        // The least common multiple of p - 1 and q - 1 is what FIPS 186-5 wants; the constructor uses it.
        rsa::PrivateKey::from_p_q(p, q, e).map(Self).map_err(|_| RsaError::Key)
    }

    /// Computes a key from its modulus and both exponents (NIST SP 800-56B appendix C.1).
    pub fn from_exponents(n: &[u8], e: &[u8], d: &[u8]) -> Result<Self, RsaError> {
        PublicKey::new(n, e)?;
        let [modulus, public, private] = [n, e, d].map(Integer::from_be_bytes);
        let one = Integer::from_words(&[1], false);
        if private.bits() > modulus.bits() {
            return Err(RsaError::Key);
        }
        // e * d - 1 is a multiple of the order of every number, and even: 2^t * r.
        let multiple = public.mul(&private).sub(&one);
        let twos = multiple.trailing_zeros();
        let odd = multiple.shifted_right(twos);
        for base in BASES {
            let mut x = Integer::from_words(&[base], false).pow_mod(&odd, &modulus).ok_or(RsaError::Key)?;
            for _ in 0..twos {
                if x.compare(&one).is_eq() {
                    break;
                }
                // Where x is -1 for one prime and not for the other, this tells the one.
                let p = x.add(&one).gcd(&modulus);
                if !p.compare(&one).is_eq() && !p.compare(&modulus).is_eq() {
                    let (q, _) = modulus.div_rem(&p).ok_or(RsaError::Key)?;
                    return Self::new(n, e, d, &be_bytes(&p), &be_bytes(&q));
                }
                x = x.mul(&x).modulo(&modulus).ok_or(RsaError::Key)?;
            }
        }
        Err(RsaError::Key)
    }

    /// Makes a key of so many bits.
    pub fn generate(bits: usize, exponent: u32) -> Result<Self, RsaError> {
        if !u32::try_from(bits).is_ok_and(|bits| SIZES.contains(&bits)) {
            return Err(RsaError::Key);
        }
        let made = rsa::PrivateKey::new_with_exp(&mut OsRandom, bits, exponent.into());
        let made = made.map_err(|error| match error {
            rsa::Error::Rng => RsaError::Private,
            _ => RsaError::Key,
        })?;
        let [p, q] = made.primes() else { return Err(RsaError::Key) };
        let (p, q) = if p > q { (p, q) } else { (q, p) };
        Self::from_primes(&bytes(p), &bytes(q), &exponent.to_be_bytes())
    }

    /// The half that is no secret.
    pub fn public_key(&self) -> PublicKey {
        PublicKey(self.0.to_public_key())
    }

    /// The numbers.
    pub fn numbers(&self) -> Result<Numbers, RsaError> {
        let [p, q] = self.0.primes() else { return Err(RsaError::Key) };
        let (Some(dp), Some(dq)) = (self.0.dp(), self.0.dq()) else { return Err(RsaError::Key) };
        let qp = self.0.crt_coefficient().map(Zeroizing::new).ok_or(RsaError::Key)?;
        Ok(Numbers {
            n: bytes(self.0.n()),
            e: bytes(self.0.e()),
            d: bytes(self.0.d()),
            p: bytes(p),
            q: bytes(q),
            dp: bytes(dp),
            dq: bytes(dq),
            qp: bytes(&qp),
        })
    }

    /// RSADP and RSASP1 (RFC 8017 sections 5.1.2 and 5.2.1): the input to the power of the private exponent.
    pub fn raw(&self, input: &[u8]) -> Result<Number, RsaError> {
        let input = representative(&self.0, input)?;
        let output =
            rsa_decrypt_and_check(&self.0, Some(&mut OsRandom), &input).map_err(|error| failed(&error))?;
        Ok(padded(&Zeroizing::new(output), self.0.size()))
    }

    /// Signs a hash.
    pub fn sign(&self, padding: SignaturePadding, hash: &[u8]) -> Result<Vec<u8>, RsaError> {
        match padding {
            SignaturePadding::Pkcs1(name) => {
                let signed = self.0.sign_with_rng(&mut OsRandom, pkcs1(name), hash);
                signed.map_err(|error| match error {
                    rsa::Error::InputNotHashed | rsa::Error::MessageTooLong => RsaError::Length,
                    error => failed(&error),
                })
            }
            SignaturePadding::Pss(function, salt_len) => {
                let (em_bits, size) = (em_bits(&self.0), function.size());
                let room = em_bits.div_ceil(8).checked_sub(size + 2).ok_or(RsaError::Length)?;
                let salt_len = match salt_len {
                    Some(len) if len <= room => len,
                    None if room + 2 >= size => room.min(size),
                    _ => return Err(RsaError::Length),
                };
                let mut salt = vec![0; salt_len];
                random::fill(&mut salt).map_err(|_| RsaError::Private)?;
                let encoded = pss::encode(function, hash, &salt, em_bits).ok_or(RsaError::Length)?;
                let mut message = vec![0; self.0.size() - encoded.len()];
                message.extend_from_slice(&encoded);
                Ok(self.raw(&message)?.to_vec())
            }
        }
    }

    /// Decrypts a message.
    pub fn decrypt(&self, padding: EncryptionPadding<'_>, input: &[u8]) -> Result<Number, RsaError> {
        representative(&self.0, input)?;
        let decrypted = match padding {
            EncryptionPadding::Pkcs1 => self.0.decrypt_blinded(&mut OsRandom, Pkcs1v15Encrypt, input),
            EncryptionPadding::Oaep(function, label) => with_digest!(function, D => {
                self.0.decrypt_blinded(&mut OsRandom, Oaep::<D>::new_with_label(label), input)
            }),
        };
        decrypted.map(Zeroizing::new).map_err(|error| match error {
            rsa::Error::Decryption => RsaError::Padding,
            error => failed(&error),
        })
    }
}

/// Why a private operation gave nothing.
fn failed(error: &rsa::Error) -> RsaError {
    if matches!(error, rsa::Error::Rng) { RsaError::Private } else { RsaError::Numbers }
}

/// Each finds the primes of half of all keys at least.
const BASES: [u64; 32] = [
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103,
    107, 109, 113, 127, 131,
];

fn be_bytes(number: &Integer) -> Number {
    let mut bytes = Zeroizing::new(vec![0; number.bits().div_ceil(8)]);
    // It fits: the room is that of the number.
    let _ = number.write_be_bytes(&mut bytes);
    bytes
}

/// DigestInfo up to the hash (RFC 8017 section 9.2).
fn pkcs1(name: Option<Algorithm>) -> Pkcs1v15Sign {
    let Some(name) = name else { return Pkcs1v15Sign::new_unprefixed() };
    with_digest!(name, D => Pkcs1v15Sign::new::<D>())
}

fn number(bytes: &[u8]) -> Option<BoxedUint> {
    let start = bytes.iter().position(|&byte| byte != 0)?;
    let bytes = bytes.get(start..)?;
    BoxedUint::from_be_slice(bytes, u32::try_from(bytes.len()).ok()?.checked_mul(8)?).ok()
}

/// An input of the modulus' length, as a number below the modulus.
fn representative(key: &impl PublicKeyParts, input: &[u8]) -> Result<Zeroizing<BoxedUint>, RsaError> {
    if input.len() != key.size() {
        return Err(RsaError::Input);
    }
    let input = BoxedUint::from_be_slice(input, key.n_bits_precision()).map_err(|_| RsaError::Input)?;
    let input = Zeroizing::new(input);
    if *input >= **key.n() { Err(RsaError::Input) } else { Ok(input) }
}

fn bytes(number: &BoxedUint) -> Number {
    Zeroizing::new(number.to_be_bytes().into_vec())
}

/// The bits of a message that PSS encodes: one less than those of the modulus.
fn em_bits(key: &impl PublicKeyParts) -> usize {
    usize::try_from(key.n().bit_width_vartime()).unwrap_or(0).saturating_sub(1)
}

/// A number as so many bytes, which it fits in.
fn padded(number: &BoxedUint, len: usize) -> Number {
    let bits = u32::try_from(len * 8).unwrap_or(u32::MAX);
    let bytes = bytes(&Zeroizing::new(number.clone().resize_unchecked(bits)));
    let skip = bytes.len().saturating_sub(len);
    Zeroizing::new(bytes.get(skip..).unwrap_or_default().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads openssl's RSAPrivateKey: a version and eight numbers.
    fn private(der: &[u8]) -> PrivateKey {
        let mut rest = &der[4..];
        let mut numbers = Vec::new();
        while let [2, tail @ ..] = rest {
            let (len, tail) = match tail {
                [0x82, high, low, tail @ ..] => (usize::from(*high) * 256 + usize::from(*low), tail),
                [0x81, len, tail @ ..] | [len, tail @ ..] => (usize::from(*len), tail),
                [] => panic!(),
            };
            numbers.push(trimmed(&tail[..len]));
            rest = &tail[len..];
        }
        let [_, n, e, d, p, q, dp, dq, qp] = numbers[..] else { panic!() };
        let key = PrivateKey::new(n, e, d, p, q).unwrap();
        let computed = key.numbers().unwrap();
        assert_eq!(trimmed(&computed.dp), dp);
        assert_eq!(trimmed(&computed.dq), dq);
        assert_eq!(trimmed(&computed.qp), qp);
        key
    }

    fn trimmed(number: &[u8]) -> &[u8] {
        &number[number.iter().take_while(|&&byte| byte == 0).count()..]
    }

    #[test]
    fn takes_the_signatures_of_openssl() {
        const MESSAGE: &[u8] = include_bytes!("../../tests/keys/message");
        let key = private(include_bytes!("../../tests/keys/rsa2048.der")).public_key();
        let hash = Algorithm::Sha384.digest(MESSAGE);
        let pkcs1: &[u8] = include_bytes!("../../tests/keys/rsa2048.pkcs384.sig");
        let pss: &[u8] = include_bytes!("../../tests/keys/rsa2048.pss384.sig");
        let name = SignaturePadding::Pkcs1(Some(Algorithm::Sha384));
        assert_eq!(key.verify(name, hash.as_ref(), pkcs1), Ok(()));
        for (salt_len, good) in [(None, true), (Some(48), true), (Some(47), false), (Some(0), false)] {
            let padding = SignaturePadding::Pss(Algorithm::Sha384, salt_len);
            assert_eq!(key.verify(padding, hash.as_ref(), pss).is_ok(), good, "{salt_len:?}");
        }
        assert_eq!(key.verify(name, hash.as_ref(), pss), Err(RsaError::Signature));
        assert_eq!(key.verify(name, hash.as_ref(), &pkcs1[..255]), Err(RsaError::Input));
    }

    /// What was encrypted in no known way decrypts all the same, and always to the same.
    #[test]
    fn a_wrong_padding_tells_nothing() {
        let key = private(include_bytes!("../../tests/keys/rsa1024.der"));
        let garbage = [0x17; 128];
        let first = key.decrypt(EncryptionPadding::Pkcs1, &garbage).unwrap();
        assert_eq!(*key.decrypt(EncryptionPadding::Pkcs1, &garbage).unwrap(), *first);
        assert_eq!(
            key.decrypt(EncryptionPadding::Oaep(Algorithm::Sha1, b""), &garbage).err(),
            Some(RsaError::Padding)
        );
        assert_eq!(key.decrypt(EncryptionPadding::Pkcs1, &[0xff; 128]).err(), Some(RsaError::Input));
        assert_eq!(key.decrypt(EncryptionPadding::Pkcs1, &[0; 127]).err(), Some(RsaError::Input));
    }

    #[test]
    fn numbers_that_are_no_key() {
        let numbers = private(include_bytes!("../../tests/keys/rsa1024.der")).numbers().unwrap();
        let Numbers { n, e, d, p, q, .. } = &numbers;
        let even = [&n[..n.len() - 1], &[n[n.len() - 1] ^ 1]].concat();
        for (n, e) in [(&even[..], &e[..]), (n, &[2]), (n, &[1]), (n, &[]), (&[], e), (&[15], e), (e, n)] {
            assert_eq!(PublicKey::new(n, e).err(), Some(RsaError::Key));
        }
        assert_eq!(PublicKey::new(&[0xff; 1025], e).err(), Some(RsaError::Key));
        assert_eq!(PrivateKey::new(n, e, d, p, p).err(), Some(RsaError::Numbers));
        assert_eq!(PrivateKey::new(n, e, p, p, q).err(), Some(RsaError::Numbers));
        assert_eq!(PrivateKey::new(n, e, d, &[4], q).err(), Some(RsaError::Key));
        assert_eq!(PrivateKey::from_exponents(n, e, p).err(), Some(RsaError::Key));
        assert_eq!(PrivateKey::from_primes(p, &[4], e).err(), Some(RsaError::Key));
        assert!(PrivateKey::new(n, e, d, q, p).is_ok());
    }
}
