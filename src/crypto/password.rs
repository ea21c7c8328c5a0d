//! What encrypts private keys in files: a key from a password, and a block cipher in CBC mode.

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{
    BlockCipherDecrypt, BlockCipherEncrypt, BlockModeDecrypt, BlockModeEncrypt, KeyInit, KeyIvInit,
};
use zeroize::Zeroizing;

use super::digest::Algorithm;
use super::{hmac, kdf};

/// A cipher in CBC mode with the padding of PKCS #7.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cipher {
    /// AES with a key of 128 bits.
    Aes128,
    /// AES with a key of 192 bits.
    Aes192,
    /// AES with a key of 256 bits.
    Aes256,
    /// ARIA with a key of 128 bits.
    Aria128,
    /// ARIA with a key of 192 bits.
    Aria192,
    /// ARIA with a key of 256 bits.
    Aria256,
    /// Camellia with a key of 128 bits.
    Camellia128,
    /// Camellia with a key of 192 bits.
    Camellia192,
    /// Camellia with a key of 256 bits.
    Camellia256,
    /// DES, one key of 56 bits.
    Des,
    /// DES three times, with two keys (EDE).
    TwoKeyTripleDes,
    /// DES three times, with three keys (EDE).
    TripleDes,
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
            Self::Des => 8,
            Self::Aes128 | Self::Aria128 | Self::Camellia128 | Self::TwoKeyTripleDes => 16,
            Self::Aes192 | Self::Aria192 | Self::Camellia192 | Self::TripleDes => 24,
            Self::Aes256 | Self::Aria256 | Self::Camellia256 => 32,
        }
    }

    /// The bytes of an initialisation vector: one block.
    pub fn iv_len(self) -> usize {
        match self {
            Self::Des | Self::TwoKeyTripleDes | Self::TripleDes => 8,
            _ => 16,
        }
    }

    /// The bytes that `len` bytes take when they are encrypted.
    pub fn sealed_len(self, len: usize) -> Option<usize> {
        len.checked_add(self.iv_len() - len % self.iv_len())
    }

    /// Encrypts. `None`: the initialisation vector is not [`Self::iv_len`] bytes.
    pub fn encrypt(self, key: &Key, iv: &[u8], data: &[u8]) -> Option<Vec<u8>> {
        let key = key.0.get(..self.key_len())?;
        match self {
            Self::Aes128 => padded::<aes::Aes128>(key, iv, data),
            Self::Aes192 => padded::<aes::Aes192>(key, iv, data),
            Self::Aes256 => padded::<aes::Aes256>(key, iv, data),
            Self::Aria128 => padded::<aria::Aria128>(key, iv, data),
            Self::Aria192 => padded::<aria::Aria192>(key, iv, data),
            Self::Aria256 => padded::<aria::Aria256>(key, iv, data),
            Self::Camellia128 => padded::<camellia::Camellia128>(key, iv, data),
            Self::Camellia192 => padded::<camellia::Camellia192>(key, iv, data),
            Self::Camellia256 => padded::<camellia::Camellia256>(key, iv, data),
            Self::Des => padded::<des::Des>(key, iv, data),
            Self::TwoKeyTripleDes => padded::<des::TdesEde2>(key, iv, data),
            Self::TripleDes => padded::<des::TdesEde3>(key, iv, data),
        }
    }

    /// Decrypts into a buffer that is wiped when dropped.
    pub fn decrypt(self, key: &Key, iv: &[u8], data: &[u8]) -> Result<Zeroizing<Vec<u8>>, WrongPassword> {
        let key = key.0.get(..self.key_len()).ok_or(WrongPassword)?;
        match self {
            Self::Aes128 => unpadded::<aes::Aes128>(key, iv, data),
            Self::Aes192 => unpadded::<aes::Aes192>(key, iv, data),
            Self::Aes256 => unpadded::<aes::Aes256>(key, iv, data),
            Self::Aria128 => unpadded::<aria::Aria128>(key, iv, data),
            Self::Aria192 => unpadded::<aria::Aria192>(key, iv, data),
            Self::Aria256 => unpadded::<aria::Aria256>(key, iv, data),
            Self::Camellia128 => unpadded::<camellia::Camellia128>(key, iv, data),
            Self::Camellia192 => unpadded::<camellia::Camellia192>(key, iv, data),
            Self::Camellia256 => unpadded::<camellia::Camellia256>(key, iv, data),
            Self::Des => unpadded::<des::Des>(key, iv, data),
            Self::TwoKeyTripleDes => unpadded::<des::TdesEde2>(key, iv, data),
            Self::TripleDes => unpadded::<des::TdesEde3>(key, iv, data),
        }
    }
}

fn padded<C: BlockCipherEncrypt + KeyInit>(key: &[u8], iv: &[u8], data: &[u8]) -> Option<Vec<u8>> {
    let encryptor = cbc::Encryptor::<C>::new_from_slices(key, iv).ok()?;
    let mut sealed = Zeroizing::new(data.to_vec());
    sealed.resize(data.len().checked_add(iv.len())?, 0);
    let len = encryptor.encrypt_padded::<Pkcs7>(&mut sealed, data.len()).ok()?.len();
    sealed.get(..len).map(<[u8]>::to_vec)
}

fn unpadded<C: BlockCipherDecrypt + KeyInit>(
    key: &[u8],
    iv: &[u8],
    data: &[u8],
) -> Result<Zeroizing<Vec<u8>>, WrongPassword> {
    let decryptor = cbc::Decryptor::<C>::new_from_slices(key, iv).map_err(|_| WrongPassword)?;
    let mut plain = Zeroizing::new(data.to_vec());
    let len = decryptor.decrypt_padded::<Pkcs7>(&mut plain).map_err(|_| WrongPassword)?.len();
    plain.truncate(len);
    Ok(plain)
}

impl Key {
    /// PBKDF2 (RFC 8018 section 5.2) with HMAC.
    pub fn pbkdf2(digest: Algorithm, iterations: u32, salt: &[u8], password: &[u8]) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        kdf::pbkdf2(&hmac::Key::new(digest, password), salt, iterations, key.as_mut());
        Self(key)
    }

    /// A cipher's key, and 16 bytes that an initialisation vector begins with, as PKCS #12 derives them (RFC 7292
    /// appendix B.2). The password is taken as letters of two bytes each, the first of them 0, which is right for ASCII.
    pub fn pkcs12(digest: Algorithm, iterations: u32, salt: &[u8], password: &[u8]) -> (Self, [u8; 16]) {
        let mut letters = Zeroizing::new(Vec::with_capacity(2 * password.len() + 2));
        letters.extend(password.iter().chain([&0]).flat_map(|letter| [0, *letter]));
        let (mut key, mut iv) = (Zeroizing::new([0; 32]), [0; 16]);
        kdf::pkcs12(digest, kdf::PKCS12_KEY, &letters, salt, iterations, key.as_mut());
        kdf::pkcs12(digest, kdf::PKCS12_IV, &letters, salt, iterations, &mut iv);
        (Self(key), iv)
    }

    /// What OpenSSL's encrypted PEM files derive: MD5 over password and salt, chained once.
    pub fn md5(password: &[u8], salt: &[u8]) -> Self {
        let mut input = Zeroizing::new(Vec::with_capacity(16 + password.len() + salt.len()));
        input.extend_from_slice(password);
        input.extend_from_slice(salt);
        let first = Algorithm::Md5.digest(&input);
        input.splice(0..0, first.as_ref().iter().copied());
        let second = Algorithm::Md5.digest(&input);
        let mut key = Zeroizing::new([0; 32]);
        for (to, from) in key.iter_mut().zip(first.as_ref().iter().chain(second.as_ref())) {
            *to = *from;
        }
        Self(key)
    }
}
