//! Reading keys: PKCS #1, SEC 1 and PKCS #8 private keys, encrypted ones too, and public keys; as DER or PEM.

mod public;

use zeroize::Zeroizing;

use self::public::{
    OID_EC, OID_ED25519, OID_RSA, check_algorithm, curve_parameters, is_rsa_modulus_and_exponent, point,
    without_zeros,
};
pub use self::public::{public_key, public_key_file, spki};
use super::der::{self, DerError, Reader};
use super::oid;
use super::pbe::{self, PbeError, Pbes2, Pkcs12};
use super::pem::{self, Block, Reason};
use crate::crypto::digest::Algorithm;
use crate::crypto::ec::{self, EcError};
use crate::crypto::montgomery::Montgomery;
use crate::crypto::password::Key;
use crate::crypto::rsa;
use crate::crypto::sign::{self, RejectedKey};
use crate::crypto::verify::Curve;

/// A private key as it was read, and what TLS signs with, where TLS signs with such keys.
///
/// Its numbers need not belong together: whoever works with them finds that out.
pub enum PrivateKey {
    /// RSA.
    Rsa(rsa::Numbers, Option<sign::PrivateKey>),
    /// On a curve, with its uncompressed point.
    Ec(Curve, ec::Secret, Vec<u8>, Option<sign::PrivateKey>),
    /// Ed25519.
    Ed25519(sign::PrivateKey),
    /// X25519 or X448: the scalar as it was read.
    Montgomery(Montgomery, ec::Secret),
}

/// Why a key was not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyError {
    /// The PEM block that should hold the key.
    Pem(Reason),
    /// No format that is known here, or contents that do not suit it.
    Format,
    /// The structure of an RSA key of PKCS #1.
    Rsa(DerError),
    /// A number of an RSA key that it cannot have, or something behind the key.
    RsaNumber,
    /// An RSA key of a size or with an exponent that is not taken.
    RsaKey,
    /// The outer structure of another known format.
    Der(DerError),
    /// The algorithm field.
    Algorithm(DerError),
    /// The parameters of RSA, which has none.
    AlgorithmParameters,
    /// The key field of a public key.
    PublicKey(DerError),
    /// The numbers in the key field are no public key.
    InvalidPublicKey,
    /// A version that the format does not have.
    Version,
    /// An algorithm that is none of RSA, EC, Ed25519, X25519 and X448.
    UnknownAlgorithm,
    /// A curve with an unknown name.
    UnknownCurve,
    /// Nothing says which curve it is.
    NoCurve,
    /// A curve that is given by its numbers, or a compressed point on a curve where that is not read.
    UnsupportedCurve,
    /// A private key that is 0 or not below the order of its curve.
    Scalar,
    /// The bytes of a point are of no form or length that its curve has.
    PointFormat,
    /// A point that is not on its curve.
    Point,
    /// A well-formed key, or way to encrypt it, that nothing here works with.
    Unsupported,
    /// The parameters of PBES2.
    Pbes2(PbeError),
    /// The parameters of the encryption of PKCS #12.
    Pkcs12(PbeError),
    /// What PKCS #12 encrypted is empty.
    NoBlocks,
    /// What PKCS #12 encrypted is no number of blocks.
    PartOfBlock,
    /// The key is encrypted and no password was given.
    PasswordRequired,
    /// The password is wrong, or the encrypted key is damaged.
    PasswordMismatch,
}

/// Reads a private key from DER, or from a PEM text that ends with a NUL.
pub fn private_key(input: &[u8], password: Option<&[u8]>) -> Result<PrivateKey, KeyError> {
    match input.split_last() {
        Some((0, text)) => {
            private_key_pem(text, password).unwrap_or_else(|| private_key_der(input, password))
        }
        _ => private_key_der(input, password),
    }
}

/// Reads a private key from a file's content: DER, or a PEM text.
pub fn private_key_file(content: &[u8], password: Option<&[u8]>) -> Result<PrivateKey, KeyError> {
    private_key_pem(content, password).unwrap_or_else(|| private_key_der(content, password))
}

/// The first key of the first of these labels that the text has.
fn private_key_pem(text: &[u8], password: Option<&[u8]>) -> Option<Result<PrivateKey, KeyError>> {
    [RSA_PRIVATE, EC_PRIVATE, PRIVATE, ENCRYPTED_PRIVATE].into_iter().find_map(|label| {
        pem::blocks(text).find_map(|block| match block {
            Ok(block) if block.label == label => Some(from_block(&block, password)),
            Err(error) if error.label == label => Some(Err(KeyError::Pem(error.reason))),
            _ => None,
        })
    })
}

fn from_block(block: &Block<'_>, password: Option<&[u8]>) -> Result<PrivateKey, KeyError> {
    let decrypted;
    let der = if block.encryption.is_none() {
        &block.der
    } else {
        let password = password.ok_or(KeyError::PasswordRequired)?;
        decrypted = block.decrypt(password).map_err(|_| KeyError::PasswordMismatch)?;
        // Padding alone fits a wrong password once in 256 times; the SEQUENCE that every key starts with settles it.
        Reader::new(&decrypted).sequence().map_err(|_| KeyError::PasswordMismatch)?;
        &decrypted
    };
    match block.label {
        RSA_PRIVATE => pkcs1(der),
        EC_PRIVATE => sec1(der, None),
        PRIVATE => pkcs8(der),
        _ => encrypted_pkcs8(der, password),
    }
}

/// Tells the formats apart by the two first fields. Where nothing says what the bytes should be, all but a wrong password
/// only means that they are no key.
fn private_key_der(input: &[u8], password: Option<&[u8]>) -> Result<PrivateKey, KeyError> {
    let mut key = Reader::new(input).sequence().map_err(|_| KeyError::Format)?;
    let first = key.any().map_err(|_| KeyError::Format)?;
    let key = match (first.tag, key.peek()) {
        (der::INTEGER, Some(der::SEQUENCE)) => pkcs8(input),
        (der::INTEGER, Some(der::INTEGER)) => pkcs1(input),
        (der::INTEGER, Some(der::OCTET_STRING)) => sec1(input, None),
        (der::SEQUENCE, Some(der::OCTET_STRING)) => encrypted_pkcs8(input, password),
        _ => return Err(KeyError::Format),
    };
    key.map_err(|error| if error == KeyError::PasswordMismatch { error } else { KeyError::Format })
}

/// RSAPrivateKey (RFC 8017 appendix A.1.2).
fn pkcs1(input: &[u8]) -> Result<PrivateKey, KeyError> {
    let mut outer = Reader::new(input);
    let mut key = outer.sequence().map_err(KeyError::Rsa)?;
    if !outer.is_empty() || key.small_integer().map_err(KeyError::Rsa)? != 0 {
        return Err(KeyError::RsaNumber);
    }
    let mut next = || match without_zeros(key.content(der::INTEGER).map_err(KeyError::Rsa)?) {
        [] => Err(KeyError::RsaNumber),
        number => Ok(Zeroizing::new(number.to_vec())),
    };
    let numbers = rsa::Numbers {
        n: next()?,
        e: next()?,
        d: next()?,
        p: next()?,
        q: next()?,
        dp: next()?,
        dq: next()?,
        qp: next()?,
    };
    let rsa::Numbers { n, e, p, q, .. } = &numbers;
    if [n, p, q].into_iter().any(|number| number.last().is_none_or(|last| last % 2 == 0)) {
        return Err(KeyError::RsaNumber);
    }
    if !is_rsa_modulus_and_exponent(n, e) || rsa::PublicKey::new(n, e).is_err() {
        return Err(KeyError::RsaKey);
    }
    key.end().map_err(KeyError::Rsa)?;
    let prepared = sign::PrivateKey::from_rsa_numbers(&numbers).ok();
    Ok(PrivateKey::Rsa(numbers, prepared))
}

/// ECPrivateKey (RFC 5915 section 3); `outer` is the curve that PKCS #8 names around it.
fn sec1(input: &[u8], outer: Option<Curve>) -> Result<PrivateKey, KeyError> {
    let mut key = Reader::new(input).sequence().map_err(KeyError::Der)?;
    if key.small_integer().map_err(KeyError::Der)? != 1 {
        return Err(KeyError::Version);
    }
    let scalar = key.content(der::OCTET_STRING).map_err(KeyError::Der)?;
    let named = match key.optional(der::context(0)).map_err(KeyError::Der)? {
        Some(parameters) => {
            let mut parameters = Reader::new(parameters.content);
            let named = parameters.any_with(|tag| [der::OID, der::SEQUENCE].contains(&tag));
            let named = named.map_err(KeyError::Der)?;
            parameters.end().map_err(KeyError::Der)?;
            Some(curve_parameters(Some(named))?)
        }
        None => None,
    };
    let curve = outer.or(named).ok_or(KeyError::NoCurve)?;
    if named.is_some_and(|named| named != curve) {
        return Err(KeyError::Format);
    }
    let scalar = on_curve(curve, scalar)?;
    let point = match key.optional(der::context(1)).map_err(KeyError::Der)? {
        Some(field) => {
            let mut field = Reader::new(field.content);
            let bytes = field.octet_aligned_bit_string().map_err(KeyError::Der)?;
            field.end().map_err(KeyError::Der)?;
            match point(curve, bytes) {
                Err(KeyError::UnsupportedCurve) => ec::public(curve, &scalar)?,
                read => read.map_err(|_| KeyError::Format)?,
            }
        }
        None => ec::public(curve, &scalar)?,
    };
    let prepared = sign::PrivateKey::from_ec(curve, &scalar, Some(&point)).ok();
    Ok(PrivateKey::Ec(curve, scalar, point, prepared))
}

/// A scalar in the length that the curve has.
fn on_curve(curve: Curve, scalar: &[u8]) -> Result<ec::Secret, KeyError> {
    ec::check_scalar(curve, scalar)?;
    let number = without_zeros(scalar);
    let len = curve.bytes();
    let mut fitted = Zeroizing::new(vec![0; len.saturating_sub(number.len())]);
    fitted.reserve_exact(number.len());
    fitted.extend_from_slice(number);
    Ok(fitted)
}

/// OneAsymmetricKey (RFC 5958 section 2): PrivateKeyInfo, of version 0, and version 1 of Ed25519 only, whose writers use it.
fn pkcs8(input: &[u8]) -> Result<PrivateKey, KeyError> {
    let mut outer = Reader::new(input);
    let mut key = outer.sequence().map_err(KeyError::Der)?;
    let version = key.small_integer().map_err(KeyError::Der)?;
    let algorithm = key.algorithm();
    let is_ed25519 = algorithm.is_ok_and(|algorithm| algorithm.oid == OID_ED25519);
    if version != 0 && !(version == 1 && is_ed25519) {
        return Err(KeyError::Version);
    }
    let algorithm = algorithm.map_err(KeyError::Algorithm)?;
    check_algorithm(&algorithm)?;
    let inner = key.content(der::OCTET_STRING).map_err(KeyError::Der)?;
    if inner.is_empty() {
        return Err(KeyError::Der(DerError::OutOfData));
    }
    let read = match algorithm.oid {
        OID_RSA => pkcs1(inner)?,
        OID_EC => sec1(inner, Some(curve_parameters(algorithm.parameters)?))?,
        // RFC 8410 section 7: an OCTET STRING within the OCTET STRING.
        oid => {
            let mut inner = Reader::new(inner);
            let bytes = inner.content(der::OCTET_STRING).map_err(KeyError::Der)?;
            let Some(curve) = Montgomery::from_oid(oid) else {
                return Ok(PrivateKey::Ed25519(sign::PrivateKey::from_ed25519(bytes)?));
            };
            inner.end().and(key.end()).map_err(|_| KeyError::Format)?;
            if bytes.len() != curve.bytes() {
                return Err(KeyError::Scalar);
            }
            PrivateKey::Montgomery(curve, Zeroizing::new(bytes.to_vec()))
        }
    };
    key.end().and(outer.end()).map_err(KeyError::Der)?;
    Ok(read)
}

/// EncryptedPrivateKeyInfo (RFC 5958 section 3).
fn encrypted_pkcs8(input: &[u8], password: Option<&[u8]>) -> Result<PrivateKey, KeyError> {
    let password = password.filter(|password| !password.is_empty()).ok_or(KeyError::PasswordRequired)?;
    let mut outer = Reader::new(input).sequence().map_err(KeyError::Der)?;
    let algorithm = outer.algorithm().map_err(KeyError::Der)?;
    let data = outer.content(der::OCTET_STRING).map_err(KeyError::Der)?;
    let parameters = algorithm.parameters.map(|parameters| {
        let tagged = parameters.tag == der::SEQUENCE;
        tagged.then_some(parameters.content).ok_or(PbeError::Der(DerError::UnexpectedTag))
    });
    // What is not there has no tag either.
    let parameters = parameters.unwrap_or(Err(PbeError::Der(DerError::UnexpectedTag)));
    let decrypted = if algorithm.oid == pbe::OID_PBES2 {
        let scheme = parameters.and_then(Pbes2::read).map_err(KeyError::Pbes2)?;
        scheme.cipher.decrypt(&scheme.key(password), scheme.iv, data)
    } else {
        let (digest, cipher) =
            oid::find(oid::PASSWORD_CIPHERS, algorithm.oid).ok_or(KeyError::Unsupported)?;
        let (Some(digest), Some(cipher)) = (Algorithm::from_number(digest), pbe::cipher(cipher)) else {
            return Err(KeyError::Unsupported);
        };
        let scheme = parameters.and_then(Pkcs12::read).map_err(KeyError::Pkcs12)?;
        scheme.takes(password).map_err(KeyError::Pkcs12)?;
        if data.is_empty() {
            return Err(KeyError::NoBlocks);
        }
        if !data.len().is_multiple_of(cipher.iv_len()) {
            return Err(KeyError::PartOfBlock);
        }
        let (key, iv) = Key::pkcs12(digest, scheme.iterations, scheme.salt, password);
        cipher.decrypt(&key, iv.get(..cipher.iv_len()).unwrap_or_default(), data)
    };
    pkcs8(&decrypted.map_err(|_| KeyError::PasswordMismatch)?)
}

impl From<RejectedKey> for KeyError {
    fn from(rejected: RejectedKey) -> Self {
        match rejected {
            RejectedKey::Unsupported => Self::Unsupported,
            RejectedKey::Invalid => Self::Format,
        }
    }
}

impl From<EcError> for KeyError {
    fn from(error: EcError) -> Self {
        match error {
            EcError::Scalar => Self::Scalar,
            _ => Self::Format,
        }
    }
}

const RSA_PRIVATE: &str = "RSA PRIVATE KEY";
const EC_PRIVATE: &str = "EC PRIVATE KEY";
const PRIVATE: &str = "PRIVATE KEY";
const ENCRYPTED_PRIVATE: &str = "ENCRYPTED PRIVATE KEY";

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::crypto::verify::KeyKind;

    fn file(name: &str) -> Vec<u8> {
        fs::read(format!("{}/tests/keys/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    }

    fn private(name: &str, password: &[u8]) -> Result<PrivateKey, KeyError> {
        private_key_file(&file(name), Some(password).filter(|password| !password.is_empty()))
    }

    fn prepared(name: &str, password: &[u8]) -> Result<sign::PrivateKey, KeyError> {
        private(name, password).map(for_tls)
    }

    fn for_tls(key: PrivateKey) -> sign::PrivateKey {
        match key {
            PrivateKey::Rsa(_, key) | PrivateKey::Ec(.., key) => key.unwrap(),
            PrivateKey::Ed25519(key) => key,
            PrivateKey::Montgomery(..) => panic!("TLS signs with no such key"),
        }
    }

    const PLAIN: [(&str, &str); 19] = [
        ("rsa2048.pem", "rsa2048"),
        ("rsa2048.der", "rsa2048"),
        ("rsa2048.pk8.pem", "rsa2048"),
        ("rsa2048.pk8.der", "rsa2048"),
        ("prime256v1.pem", "prime256v1"),
        ("prime256v1.der", "prime256v1"),
        ("prime256v1.nopublic.pem", "prime256v1"),
        ("prime256v1.pk8.pem", "prime256v1"),
        ("prime256v1.pk8.der", "prime256v1"),
        ("secp384r1.pem", "secp384r1"),
        ("secp384r1.nopublic.pem", "secp384r1"),
        ("secp384r1.pk8.der", "secp384r1"),
        ("secp521r1.pem", "secp521r1"),
        ("secp521r1.der", "secp521r1"),
        ("secp521r1.nopublic.pem", "secp521r1"),
        ("secp521r1.pk8.pem", "secp521r1"),
        ("secp521r1.pk8.der", "secp521r1"),
        ("ed25519.pk8.pem", "ed25519"),
        ("ed25519.pk8.der", "ed25519"),
    ];

    const ENCRYPTED: [&str; 18] = [
        "prime256v1.pkcs12.pk8.pem",
        "prime256v1.pkcs12-2des.pk8.pem",
        "prime256v1.SHA1.pk8.pem",
        "prime256v1.SHA224.pk8.pem",
        "prime256v1.SHA256.pk8.pem",
        "prime256v1.SHA384.pk8.pem",
        "prime256v1.SHA512.pk8.pem",
        "prime256v1.aes-128-cbc.pem",
        "prime256v1.aes-128-cbc.pk8.pem",
        "prime256v1.aes-192-cbc.pem",
        "prime256v1.aes-192-cbc.pk8.pem",
        "prime256v1.aes-256-cbc.pem",
        "prime256v1.aes-256-cbc.pk8.pem",
        "prime256v1.des.pem",
        "prime256v1.des.pk8.pem",
        "prime256v1.des3.pem",
        "prime256v1.des3.pk8.pem",
        "prime256v1.encrypted.pk8.der",
    ];

    #[test]
    fn each_format_gives_the_key_that_its_public_file_names() {
        for (name, public) in PLAIN {
            let key = prepared(name, b"").unwrap_or_else(|error| panic!("{name}: {error:?}"));
            let public = spki(&file(&format!("{public}.pub.der"))).unwrap();
            assert_eq!(key.public_key().bytes(), public.bytes(), "{name}");
            let scheme = key.schemes()[0];
            let signature = key.sign(scheme, b"message").unwrap();
            assert_eq!(public.verify(scheme, b"message", signature.as_ref()), Ok(()), "{name}");
        }
    }

    #[test]
    fn keys_that_tls_does_not_sign_with() {
        for name in ["rsa1024.pem", "rsa1024.der"] {
            let PrivateKey::Rsa(numbers, prepared) = private(name, b"").unwrap() else { panic!("{name}") };
            let public = spki(&file("rsa1024.pub.der")).unwrap();
            assert_eq!(public.rsa_numbers(), Some((numbers.n.as_slice(), numbers.e.as_slice())), "{name}");
            assert!(prepared.is_none(), "{name}");
        }
        for (name, expected) in [("secp256k1", Curve::Secp256k1), ("brainpoolP256r1", Curve::Brainpool256r1)]
        {
            for form in ["pem", "der"] {
                let key = private(&format!("{name}.{form}"), b"").unwrap();
                let PrivateKey::Ec(curve, scalar, point, prepared) = key else { panic!("{name}") };
                assert_eq!((curve, scalar.len()), (expected, 32), "{name}");
                assert_eq!(spki(&file(&format!("{name}.pub.der"))).unwrap().bytes(), point, "{name}");
                assert!(prepared.is_none(), "{name}");
            }
        }
        let key = private("x25519.pk8.pem", b"").unwrap();
        assert!(matches!(key, PrivateKey::Montgomery(Montgomery::X25519, scalar) if scalar.len() == 32));
    }

    #[test]
    fn encrypted_keys_open_with_their_password_only() {
        let public = spki(&file("prime256v1.pub.der")).unwrap();
        for name in ENCRYPTED {
            let key = prepared(name, b"secret").unwrap_or_else(|error| panic!("{name}: {error:?}"));
            assert_eq!(key.public_key().bytes(), public.bytes(), "{name}");
            assert_eq!(private(name, b"wrong").err(), Some(KeyError::PasswordMismatch), "{name}");
            // As in the reference, only PEM tells an encrypted key from no key at all.
            let without = if name.ends_with(".der") { KeyError::Format } else { KeyError::PasswordRequired };
            assert_eq!(private(name, b"").err(), Some(without), "{name}");
        }
    }

    #[test]
    fn what_does_not_work_names_its_reason() {
        assert_eq!(
            private("prime256v1.scrypt.pk8.pem", b"secret").err(),
            Some(KeyError::Pbes2(PbeError::Unsupported))
        );
        for name in ["prime256v1.pub.pem", "prime256v1.pub.der", "message", "rsa2048.rsapub.der"] {
            assert_eq!(private(name, b"").err(), Some(KeyError::Format), "{name}");
        }
    }

    #[test]
    fn public_keys_in_each_format() {
        let rsa = spki(&file("rsa2048.pub.der")).unwrap();
        for name in ["rsa2048.pub.der", "rsa2048.pub.pem", "rsa2048.rsapub.der", "rsa2048.rsapub.pem"] {
            let key = public_key_file(&file(name)).unwrap();
            assert_eq!((key.kind(), key.bytes()), (KeyKind::Rsa(2048), rsa.bytes()), "{name}");
        }
        assert!(public_key_file(&file("prime256v1.pub.pem")).is_ok());
        let refused = [
            ("message", KeyError::Der(DerError::UnexpectedTag)),
            ("prime256v1.pem", KeyError::Der(DerError::UnexpectedTag)),
            ("prime256v1.der", KeyError::Algorithm(DerError::UnexpectedTag)),
        ];
        for (name, error) in refused {
            assert_eq!(public_key_file(&file(name)).err(), Some(error), "{name}");
        }
    }

    #[test]
    fn pem_in_memory_ends_with_a_nul() {
        let mut pem = file("prime256v1.pem");
        assert_eq!(private_key(&pem, None).err(), Some(KeyError::Format));
        pem.push(0);
        assert!(private_key(&pem, None).is_ok());
        let mut pem = file("prime256v1.pub.pem");
        assert_eq!(public_key(&pem).err(), Some(KeyError::Der(DerError::UnexpectedTag)));
        pem.push(0);
        assert!(public_key(&pem).is_ok());
    }

    #[test]
    fn of_several_keys_in_a_text_the_label_decides() {
        let text = [file("prime256v1.pub.pem"), file("secp384r1.pem"), file("rsa2048.pem")].concat();
        assert!(matches!(private_key_file(&text, None), Ok(PrivateKey::Rsa(..))));
        let text = [file("secp521r1.pk8.pem"), file("secp384r1.pem"), file("prime256v1.pem")].concat();
        assert!(matches!(private_key_file(&text, None), Ok(PrivateKey::Ec(Curve::Secp384r1, ..))));
    }

    #[test]
    fn cut_and_changed_keys_never_panic() {
        for (name, _) in PLAIN {
            let original = file(name);
            for end in 0..original.len() {
                let _ = private_key_file(&original[..end], None);
            }
            for i in 0..original.len() {
                let mut changed = original.clone();
                changed[i] ^= 1 << (i % 8);
                let _ = private_key_file(&changed, None);
                let _ = public_key_file(&changed);
            }
        }
        for name in ["prime256v1.encrypted.pk8.der", "prime256v1.aes-128-cbc.pem", "prime256v1.des.pem"] {
            let original = file(name);
            for i in 0..original.len() {
                let _ = private_key_file(&original[..i], Some(b"secret"));
                let mut changed = original.clone();
                changed[i] ^= 1 << (i % 7);
                // A changed iteration count may be a large one: what it costs is bounded, and tested below.
                if name.ends_with(".der") && (39..48).contains(&i) {
                    continue;
                }
                let _ = private_key_file(&changed, Some(b"secret"));
            }
        }
    }
}
