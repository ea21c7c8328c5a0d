//! Encryption with a password as files describe it: PBES2 of PKCS #5 (RFC 8018), and that of PKCS #12 (RFC 7292).

use super::der::{self, DerError, Reader};
use super::oid;
use crate::crypto::digest::Algorithm;
use crate::crypto::password::{Cipher, Key};

/// The OID of PBES2.
pub const OID_PBES2: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 5, 13];

/// Why parameters are of no use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PbeError {
    /// The structure.
    Der(DerError),
    /// A value that does not suit the others.
    Format,
    /// A scheme, digest or cipher that is not there, or endless work.
    Unsupported,
    /// A password or a salt that is longer than the derivation takes.
    TooLong,
}

impl From<DerError> for PbeError {
    fn from(error: DerError) -> Self {
        Self::Der(error)
    }
}

/// PBES2-params (RFC 8018 appendix A.4) with PBKDF2.
pub struct Pbes2<'a> {
    /// The cipher.
    pub cipher: Cipher,
    /// Its initialisation vector, as long as it wants it.
    pub iv: &'a [u8],
    digest: Algorithm,
    salt: &'a [u8],
    iterations: u32,
}

impl<'a> Pbes2<'a> {
    /// Reads the contents of the outermost SEQUENCE.
    pub fn read(contents: &'a [u8]) -> Result<Self, PbeError> {
        let mut parameters = Reader::new(contents);
        let derivation = parameters.algorithm()?;
        if derivation.oid != OID_PBKDF2 {
            return Err(PbeError::Unsupported);
        }
        let derived = derivation.parameters.filter(|derived| derived.tag == der::SEQUENCE);
        let mut fields = Reader::new(derived.ok_or(DerError::UnexpectedTag)?.content);
        let salt = fields.content(der::OCTET_STRING)?;
        let iterations = iterations(&mut fields)?;
        // The length of the key, if it is there, says what the cipher says.
        if fields.peek() == Some(der::INTEGER) {
            fields.small_integer()?;
        }
        let digest = if fields.is_empty() { Algorithm::Sha1 } else { pseudorandom_function(&mut fields)? };
        let encryption = parameters.algorithm()?;
        let cipher = oid::find(oid::CIPHERS, encryption.oid).and_then(cipher).ok_or(PbeError::Unsupported)?;
        let iv = encryption
            .parameters
            .filter(|iv| iv.tag == der::OCTET_STRING && iv.content.len() == cipher.iv_len());
        let iv = iv.ok_or(PbeError::Format)?.content;
        Ok(Self { cipher, iv, digest, salt, iterations })
    }

    /// The cipher's key.
    pub fn key(&self, password: &[u8]) -> Key {
        Key::pbkdf2(self.digest, self.iterations, self.salt, password)
    }
}

/// pkcs-12PbeParams (RFC 7292 appendix C).
pub struct Pkcs12<'a> {
    /// The salt.
    pub salt: &'a [u8],
    /// How often the digest is computed; at least 1.
    pub iterations: u32,
}

impl<'a> Pkcs12<'a> {
    /// Reads the contents of the SEQUENCE.
    pub fn read(contents: &'a [u8]) -> Result<Self, PbeError> {
        let mut fields = Reader::new(contents);
        let salt = fields.content(der::OCTET_STRING)?;
        let iterations = iterations(&mut fields)?;
        fields.end()?;
        Ok(Self { salt, iterations })
    }

    /// Whether the derivation takes so long a password and salt.
    pub fn takes(&self, password: &[u8]) -> Result<(), PbeError> {
        // The password enters as two bytes a letter, and one letter more that ends it.
        let too_long = password.len() >= MOST_INPUT / 2 || self.salt.len() > MOST_INPUT;
        if too_long { Err(PbeError::TooLong) } else { Ok(()) }
    }
}

/// The longest password and salt, as they enter the derivation.
pub const MOST_INPUT: usize = 64;

/// The cipher in CBC mode that has that number in the C API (`mbedtls_cipher_type_t`).
pub fn cipher(number: u32) -> Option<Cipher> {
    Some(match number {
        5 => Cipher::Aes128,
        6 => Cipher::Aes192,
        7 => Cipher::Aes256,
        20 => Cipher::Camellia128,
        21 => Cipher::Camellia192,
        22 => Cipher::Camellia256,
        33 => Cipher::Des,
        35 => Cipher::TwoKeyTripleDes,
        37 => Cipher::TripleDes,
        53 => Cipher::Aria128,
        54 => Cipher::Aria192,
        55 => Cipher::Aria256,
        _ => return None,
    })
}

fn pseudorandom_function(fields: &mut Reader<'_>) -> Result<Algorithm, PbeError> {
    let function = fields.algorithm()?;
    if function.parameters.is_some_and(|none| none.tag != der::NULL || !none.content.is_empty()) {
        return Err(DerError::InvalidData.into());
    }
    let digest = oid::find(oid::MACS, function.oid).and_then(Algorithm::from_number);
    let digest = digest.ok_or(PbeError::Unsupported)?;
    fields.end()?;
    Ok(digest)
}

fn iterations(fields: &mut Reader<'_>) -> Result<u32, PbeError> {
    let count = u32::try_from(fields.small_integer()?).map_err(|_| PbeError::Format)?;
    if count > MOST_ITERATIONS { Err(PbeError::Unsupported) } else { Ok(count.max(1)) }
}

/// Some seconds of work; a file that asks for more would hold its reader up.
const MOST_ITERATIONS: u32 = 10_000_000;

const OID_PBKDF2: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 5, 12];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::x509::der::DerError;

    #[test]
    fn a_file_cannot_ask_for_endless_work() {
        let contents = |count: [u8; 4]| [&[4, 1, 0, 2, 4][..], &count].concat();
        assert_eq!(Pkcs12::read(&contents([0x7f, 0xff, 0xff, 0xff])).err(), Some(PbeError::Unsupported));
        assert_eq!(
            Pkcs12::read(&contents([0, 0x98, 0x96, 0x80])).map(|read| read.iterations).ok(),
            Some(10_000_000)
        );
        assert_eq!(Pkcs12::read(&[4, 1, 0, 2, 1, 0]).map(|read| read.iterations).ok(), Some(1));
        assert_eq!(Pkcs12::read(&[4, 1, 0, 2, 1, 0xff]).err(), Some(PbeError::Der(DerError::InvalidLength)));
    }
}
