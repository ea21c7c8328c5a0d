//! What encrypts private keys in files: a key from a password, and a block cipher in CBC mode.

use std::num::NonZeroU32;

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit};
use md5::{Digest, Md5};
use ring::{digest, pbkdf2};
use zeroize::Zeroizing;

/// A cipher in CBC mode with the padding of PKCS #7.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cipher {
    /// AES with a key of 128 bits.
    Aes128,
    /// AES with a key of 192 bits.
    Aes192,
    /// AES with a key of 256 bits.
    Aes256,
    /// DES, one key of 56 bits.
    Des,
    /// DES three times, with three keys (EDE).
    TripleDes,
}

/// The hash whose HMAC is PBKDF2's pseudorandom function.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hash {
    /// SHA-1, what PBKDF2 uses when a file names none (RFC 8018 appendix A.2).
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

/// A cipher's key; wiped when dropped.
pub struct Key(Zeroizing<[u8; 32]>);

/// The password is wrong, or the data is damaged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WrongPassword;

impl Cipher {
    /// The bytes of a key; those of DES include the parity bits.
    pub fn key_len(self) -> usize {
        match self {
            Self::Aes128 => 16,
            Self::Aes192 | Self::TripleDes => 24,
            Self::Aes256 => 32,
            Self::Des => 8,
        }
    }

    /// The bytes of an initialisation vector: one block.
    pub fn iv_len(self) -> usize {
        match self {
            Self::Aes128 | Self::Aes192 | Self::Aes256 => 16,
            Self::Des | Self::TripleDes => 8,
        }
    }

    /// Decrypts into a buffer that is wiped when dropped.
    pub fn decrypt(self, key: &Key, iv: &[u8], data: &[u8]) -> Result<Zeroizing<Vec<u8>>, WrongPassword> {
        let key = key.0.get(..self.key_len()).ok_or(WrongPassword)?;
        match self {
            Self::Aes128 => unpadded(cbc::Decryptor::<aes::Aes128>::new_from_slices(key, iv), data),
            Self::Aes192 => unpadded(cbc::Decryptor::<aes::Aes192>::new_from_slices(key, iv), data),
            Self::Aes256 => unpadded(cbc::Decryptor::<aes::Aes256>::new_from_slices(key, iv), data),
            Self::Des => unpadded(cbc::Decryptor::<des::Des>::new_from_slices(key, iv), data),
            Self::TripleDes => unpadded(cbc::Decryptor::<des::TdesEde3>::new_from_slices(key, iv), data),
        }
    }
}

fn unpadded<D: BlockModeDecrypt, E>(
    decryptor: Result<D, E>,
    data: &[u8],
) -> Result<Zeroizing<Vec<u8>>, WrongPassword> {
    let decryptor = decryptor.map_err(|_| WrongPassword)?;
    let mut plain = Zeroizing::new(data.to_vec());
    let len = decryptor.decrypt_padded::<Pkcs7>(&mut plain).map_err(|_| WrongPassword)?.len();
    plain.truncate(len);
    Ok(plain)
}

impl Key {
    /// PBKDF2 (RFC 8018 section 5.2).
    pub fn pbkdf2(hash: Hash, iterations: NonZeroU32, salt: &[u8], password: &[u8]) -> Self {
        let algorithm = match hash {
            Hash::Sha1 => pbkdf2::PBKDF2_HMAC_SHA1,
            Hash::Sha256 => pbkdf2::PBKDF2_HMAC_SHA256,
            Hash::Sha384 => pbkdf2::PBKDF2_HMAC_SHA384,
            Hash::Sha512 => pbkdf2::PBKDF2_HMAC_SHA512,
        };
        let mut key = Zeroizing::new([0; 32]);
        pbkdf2::derive(algorithm, iterations, salt, password, key.as_mut());
        Self(key)
    }

    /// The key and the initialisation vector of triple DES in PKCS #12 (RFC 7292 appendix B.2), with SHA-1.
    pub fn pkcs12(iterations: NonZeroU32, salt: &[u8], password: &[u8]) -> (Self, [u8; 8]) {
        let mut key = Zeroizing::new([0; 32]);
        for (to, from) in key.iter_mut().zip(pkcs12_bytes(PKCS12_KEY, 24, iterations, salt, password).iter())
        {
            *to = *from;
        }
        let mut iv = [0; 8];
        for (to, from) in iv.iter_mut().zip(pkcs12_bytes(PKCS12_IV, 8, iterations, salt, password).iter()) {
            *to = *from;
        }
        (Self(key), iv)
    }

    /// What OpenSSL's encrypted PEM files derive: MD5 over password and salt, chained once.
    pub fn md5(password: &[u8], salt: &[u8]) -> Self {
        let first =
            Zeroizing::new(<[u8; 16]>::from(Md5::new().chain_update(password).chain_update(salt).finalize()));
        let second = Md5::new().chain_update(*first).chain_update(password).chain_update(salt).finalize();
        let second = Zeroizing::new(<[u8; 16]>::from(second));
        let mut key = Zeroizing::new([0; 32]);
        for (to, from) in key.iter_mut().zip(first.iter().chain(second.iter())) {
            *to = *from;
        }
        Self(key)
    }
}

/// At least `len` bytes for the given purpose (RFC 7292 appendix B.2; the letters are its own). The password is
/// taken as bytes of two each, the first of them 0, which is right for ASCII.
fn pkcs12_bytes(
    purpose: u8,
    len: usize,
    iterations: NonZeroU32,
    salt: &[u8],
    password: &[u8],
) -> Zeroizing<Vec<u8>> {
    const V: usize = 64;
    let password_len = 2 * (password.len() + 1);
    let s_len = salt.len().next_multiple_of(V);
    let p_len = password_len.next_multiple_of(V);
    let bmp = password.iter().chain([&0]).flat_map(|byte| [0, *byte]);
    let mut i = Zeroizing::new(Vec::with_capacity(s_len + p_len));
    i.extend(salt.iter().copied().cycle().take(s_len));
    i.extend(bmp.cycle().take(p_len));

    let mut out = Zeroizing::new(Vec::with_capacity(len + 20));
    while out.len() < len {
        let mut context = digest::Context::new(&digest::SHA1_FOR_LEGACY_USE_ONLY);
        context.update(&[purpose; V]);
        context.update(&i);
        let mut a = context.finish();
        for _ in 1..iterations.get() {
            a = digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, a.as_ref());
        }
        out.extend_from_slice(a.as_ref());
        let mut b = Zeroizing::new([0; V]);
        for (to, from) in b.iter_mut().zip(a.as_ref().iter().cycle()) {
            *to = *from;
        }
        for block in i.chunks_mut(V) {
            let mut carry = 1u16;
            for (to, from) in block.iter_mut().rev().zip(b.iter().rev()) {
                let [high, low] = (u16::from(*to) + u16::from(*from) + carry).to_be_bytes();
                (*to, carry) = (low, u16::from(high));
            }
        }
    }
    out
}

const PKCS12_KEY: u8 = 1;
const PKCS12_IV: u8 = 2;
