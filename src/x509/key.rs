//! Reading keys: PKCS #1, SEC 1 and PKCS #8 private keys, encrypted ones too, and public keys; as DER or PEM.

use zeroize::Zeroizing;

use super::der::{self, DerError, Reader};
use super::oid;
use super::pbe::{self, PbeError, Pbes2, Pkcs12};
use super::pem::{self, Block, Reason};
use crate::crypto::digest::Algorithm;
use crate::crypto::ec::EcError;
use crate::crypto::montgomery::Montgomery;
use crate::crypto::password::Key;
use crate::crypto::sign::{self, RejectedKey};
use crate::crypto::verify::{Curve, PublicKey, UnsupportedKey};
use crate::crypto::{ec, rsa};

/// A private key as it was read, and what TLS signs with, where TLS signs with such keys.
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
    /// No format that is known here.
    Format,
    /// The outer length.
    Encoding(DerError),
    /// The outer structure of a known format.
    Der(DerError),
    /// The algorithm field of a public key.
    Algorithm(DerError),
    /// The key field of a public key.
    PublicKey(DerError),
    /// A version that the format does not have.
    Version,
    /// An algorithm that is none of RSA, EC, Ed25519, X25519 and X448.
    UnknownAlgorithm,
    /// A curve without a name, or with an unknown one.
    UnknownCurve,
    /// The numbers inside are no key.
    Invalid,
    /// A well-formed key, or way to encrypt it, that nothing here works with.
    Unsupported,
    /// The key is encrypted and no password was given.
    PasswordRequired,
    /// The password is wrong, or the encrypted key is damaged.
    PasswordMismatch,
}

/// Reads a private key from DER, or from the first private key of a PEM text that ends with a NUL.
pub fn private_key(input: &[u8], password: &[u8]) -> Result<PrivateKey, KeyError> {
    match input.split_last() {
        Some((0, text)) => {
            private_key_pem(text, password).unwrap_or_else(|| private_key_der(input, password))
        }
        _ => private_key_der(input, password),
    }
}

/// Reads a private key from a file's content: DER, or the first private key of a PEM text.
pub fn private_key_file(content: &[u8], password: &[u8]) -> Result<PrivateKey, KeyError> {
    private_key_pem(content, password).unwrap_or_else(|| private_key_der(content, password))
}

/// Reads a public key, as SubjectPublicKeyInfo or RSAPublicKey, from DER or from a PEM text that ends with a NUL.
pub fn public_key(input: &[u8]) -> Result<PublicKey, KeyError> {
    match input.split_last() {
        Some((0, text)) => public_key_pem(text).unwrap_or_else(|| public_key_der(input)),
        _ => public_key_der(input),
    }
}

/// Reads a public key from a file's content: DER, or the first public key of a PEM text.
pub fn public_key_file(content: &[u8]) -> Result<PublicKey, KeyError> {
    public_key_pem(content).unwrap_or_else(|| public_key_der(content))
}

fn private_key_pem(text: &[u8], password: &[u8]) -> Option<Result<PrivateKey, KeyError>> {
    for block in pem::blocks(text) {
        match block {
            Ok(block) if is_private(block.label) => return Some(from_block(&block, password)),
            Err(error) if is_private(error.label) => return Some(Err(KeyError::Pem(error.reason))),
            _ => {}
        }
    }
    None
}

fn public_key_pem(text: &[u8]) -> Option<Result<PublicKey, KeyError>> {
    for block in pem::blocks(text) {
        match block {
            Ok(Block { label: PUBLIC, der, encryption: None }) => return Some(spki(&der)),
            Ok(Block { label: RSA_PUBLIC, der, encryption: None }) => {
                return Some(PublicKey::from_rsa(&der).map_err(KeyError::from));
            }
            Err(error) if [PUBLIC, RSA_PUBLIC].contains(&error.label) => {
                return Some(Err(KeyError::Pem(error.reason)));
            }
            _ => {}
        }
    }
    None
}

fn public_key_der(der: &[u8]) -> Result<PublicKey, KeyError> {
    // Where not even the outer length is right, no format has been looked for.
    if let Err(error @ (DerError::OutOfData | DerError::InvalidLength)) = Reader::new(der).sequence() {
        return Err(KeyError::Encoding(error));
    }
    PublicKey::from_rsa(der).or_else(|_| spki(der))
}

/// Reads a SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7).
pub fn spki(der: &[u8]) -> Result<PublicKey, KeyError> {
    PublicKey::from_spki(der).map_err(|unsupported| match unsupported {
        UnsupportedKey::Malformed => malformed_spki(der).err().unwrap_or(KeyError::Format),
        other => other.into(),
    })
}

/// Which part of a SubjectPublicKeyInfo is malformed.
fn malformed_spki(der: &[u8]) -> Result<(), KeyError> {
    let mut outer = Reader::new(der);
    let mut info = outer.sequence().map_err(KeyError::Der)?;
    outer.end().map_err(KeyError::Der)?;
    info.algorithm().map_err(KeyError::Algorithm)?;
    info.octet_aligned_bit_string().map_err(KeyError::PublicKey)?;
    info.end().map_err(KeyError::PublicKey)
}

fn is_private(label: &str) -> bool {
    [RSA_PRIVATE, EC_PRIVATE, PRIVATE, ENCRYPTED_PRIVATE].contains(&label)
}

fn from_block(block: &Block<'_>, password: &[u8]) -> Result<PrivateKey, KeyError> {
    let decrypted;
    let der = if block.encryption.is_none() {
        &block.der
    } else {
        if password.is_empty() {
            return Err(KeyError::PasswordRequired);
        }
        decrypted = block.decrypt(password).map_err(|_| KeyError::PasswordMismatch)?;
        checked(&decrypted)?
    };
    match block.label {
        RSA_PRIVATE => pkcs1(der),
        EC_PRIVATE => sec1(der, None),
        PRIVATE => pkcs8(der),
        _ => encrypted_pkcs8(der, password),
    }
}

/// Tells the formats apart by the two first fields. Where nothing says what the bytes should be, a mistake in the
/// structure only means that they are no key.
fn private_key_der(input: &[u8], password: &[u8]) -> Result<PrivateKey, KeyError> {
    let mut key = Reader::new(input).sequence().map_err(|_| KeyError::Format)?;
    let first = key.any().map_err(|_| KeyError::Format)?;
    let key = match (first.tag, key.peek()) {
        (der::INTEGER, Some(der::SEQUENCE)) => pkcs8(input),
        (der::INTEGER, Some(der::INTEGER)) => pkcs1(input),
        (der::INTEGER, Some(der::OCTET_STRING)) => sec1(input, None),
        (der::SEQUENCE, Some(der::OCTET_STRING)) if !password.is_empty() => encrypted_pkcs8(input, password),
        _ => return Err(KeyError::Format),
    };
    key.map_err(|error| if let KeyError::Der(_) = error { KeyError::Format } else { error })
}

/// RSAPrivateKey (RFC 8017 appendix A.1.2).
fn pkcs1(input: &[u8]) -> Result<PrivateKey, KeyError> {
    let mut key = Reader::new(input).sequence().map_err(KeyError::Der)?;
    if key.small_integer().map_err(KeyError::Der)? != 0 {
        return Err(KeyError::Version);
    }
    let mut next = || positive(&mut key);
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
    key.end().map_err(|_| KeyError::Invalid)?;
    let prepared = sign::PrivateKey::from_rsa_numbers(&numbers).ok();
    if prepared.is_none() {
        let rsa::Numbers { n, e, d, p, q, .. } = &numbers;
        rsa::PrivateKey::new(n, e, d, p, q).map_err(|_| KeyError::Invalid)?;
    }
    Ok(PrivateKey::Rsa(numbers, prepared))
}

/// An INTEGER above 0, without leading zero bytes.
fn positive(reader: &mut Reader<'_>) -> Result<rsa::Number, KeyError> {
    let bytes = reader.content(der::INTEGER).map_err(|_| KeyError::Invalid)?;
    let start = bytes.iter().position(|&byte| byte != 0).ok_or(KeyError::Invalid)?;
    let number = bytes.get(start..).unwrap_or_default();
    if start == 0 && number.first().is_some_and(|first| *first >= 0x80) {
        return Err(KeyError::Invalid);
    }
    Ok(Zeroizing::new(number.to_vec()))
}

/// ECPrivateKey (RFC 5915 section 3); `outer` is the curve that PKCS #8 names around it.
fn sec1(input: &[u8], outer: Option<Curve>) -> Result<PrivateKey, KeyError> {
    let mut key = Reader::new(input).sequence().map_err(KeyError::Der)?;
    if key.small_integer().map_err(KeyError::Der)? != 1 {
        return Err(KeyError::Version);
    }
    let scalar = key.content(der::OCTET_STRING).map_err(KeyError::Der)?;
    let named = match key.optional(der::context(0)).map_err(KeyError::Der)? {
        Some(parameters) => Some(named_curve(&mut Reader::new(parameters.content))?),
        None => None,
    };
    let curve = outer.or(named).ok_or(KeyError::UnknownCurve)?;
    if named.is_some_and(|named| named != curve) {
        return Err(KeyError::Invalid);
    }
    let point = match key.optional(der::context(1)).map_err(KeyError::Der)? {
        Some(point) => Some(Reader::new(point.content).octet_aligned_bit_string().map_err(KeyError::Der)?),
        None => None,
    };
    on_curve(curve, scalar, point)
}

/// Scalar and point of a key, which must belong together; some writers leave the point out.
fn on_curve(curve: Curve, scalar: &[u8], point: Option<&[u8]>) -> Result<PrivateKey, KeyError> {
    let point = match point {
        Some(point) => ec::decompress(curve, point)?,
        None => ec::public(curve, scalar)?,
    };
    let prepared = match sign::PrivateKey::from_ec(curve, scalar, Some(&point)) {
        Ok(prepared) => Some(prepared),
        Err(RejectedKey::Unsupported) if ec::public(curve, scalar)? == point => None,
        Err(_) => return Err(KeyError::Invalid),
    };
    Ok(PrivateKey::Ec(curve, Zeroizing::new(scalar.to_vec()), point, prepared))
}

/// OneAsymmetricKey (RFC 5958 section 2), which is PrivateKeyInfo where its version is 0.
fn pkcs8(input: &[u8]) -> Result<PrivateKey, KeyError> {
    let mut key = Reader::new(input).sequence().map_err(KeyError::Der)?;
    if !(0..=1).contains(&key.small_integer().map_err(KeyError::Der)?) {
        return Err(KeyError::Version);
    }
    let algorithm = key.algorithm().map_err(KeyError::Der)?;
    let inner = key.content(der::OCTET_STRING).map_err(KeyError::Der)?;
    match algorithm.oid {
        OID_RSA => pkcs1(inner),
        OID_EC => {
            let parameters = algorithm.parameters.ok_or(KeyError::UnknownCurve)?;
            sec1(inner, Some(named_curve(&mut Reader::new(parameters.raw))?))
        }
        // RFC 8410 section 7: an OCTET STRING within the OCTET STRING.
        OID_ED25519 => {
            let seed = Reader::new(inner).content(der::OCTET_STRING).map_err(KeyError::Der)?;
            Ok(PrivateKey::Ed25519(sign::PrivateKey::from_ed25519(seed)?))
        }
        oid => {
            let curve = Montgomery::from_oid(oid).ok_or(KeyError::UnknownAlgorithm)?;
            let scalar = Reader::new(inner).content(der::OCTET_STRING).map_err(KeyError::Der)?;
            if scalar.len() != curve.bytes() {
                return Err(KeyError::Invalid);
            }
            Ok(PrivateKey::Montgomery(curve, Zeroizing::new(scalar.to_vec())))
        }
    }
}

/// EncryptedPrivateKeyInfo (RFC 5958 section 3).
fn encrypted_pkcs8(input: &[u8], password: &[u8]) -> Result<PrivateKey, KeyError> {
    if password.is_empty() {
        return Err(KeyError::PasswordRequired);
    }
    let mut outer = Reader::new(input).sequence().map_err(KeyError::Der)?;
    let algorithm = outer.algorithm().map_err(KeyError::Der)?;
    let data = outer.content(der::OCTET_STRING).map_err(KeyError::Der)?;
    let parameters = algorithm.parameters.ok_or(KeyError::Unsupported)?;
    if parameters.tag != der::SEQUENCE {
        return Err(KeyError::Der(DerError::UnexpectedTag));
    }
    let decrypted = if algorithm.oid == pbe::OID_PBES2 {
        let scheme = Pbes2::read(parameters.content)?;
        scheme.cipher.decrypt(&scheme.key(password), scheme.iv, data)
    } else {
        let (digest, cipher) =
            oid::find(oid::PASSWORD_CIPHERS, algorithm.oid).ok_or(KeyError::Unsupported)?;
        let (Some(digest), Some(cipher)) = (Algorithm::from_number(digest), pbe::cipher(cipher)) else {
            return Err(KeyError::Unsupported);
        };
        let scheme = Pkcs12::read(parameters.content)?;
        let (key, iv) = Key::pkcs12(digest, scheme.iterations, scheme.salt, password);
        cipher.decrypt(&key, iv.get(..cipher.iv_len()).unwrap_or_default(), data)
    };
    pkcs8(checked(&decrypted.map_err(|_| KeyError::PasswordMismatch)?)?)
}

/// Padding alone fits a wrong password once in 256 times; the SEQUENCE that every key starts with settles it.
fn checked(decrypted: &Zeroizing<Vec<u8>>) -> Result<&Zeroizing<Vec<u8>>, KeyError> {
    Reader::new(decrypted).sequence().map(|_| decrypted).map_err(|_| KeyError::PasswordMismatch)
}

fn named_curve(parameters: &mut Reader<'_>) -> Result<Curve, KeyError> {
    let oid = parameters.content(der::OID).map_err(|_| KeyError::UnknownCurve)?;
    Curve::from_oid(oid).ok_or(KeyError::UnknownCurve)
}

impl From<PbeError> for KeyError {
    fn from(error: PbeError) -> Self {
        match error {
            PbeError::Der(error) => Self::Der(error),
            PbeError::Format => Self::Format,
            PbeError::Unsupported => Self::Unsupported,
        }
    }
}

impl From<RejectedKey> for KeyError {
    fn from(rejected: RejectedKey) -> Self {
        match rejected {
            RejectedKey::Unsupported => Self::Unsupported,
            RejectedKey::Invalid => Self::Invalid,
        }
    }
}

impl From<EcError> for KeyError {
    fn from(_: EcError) -> Self {
        Self::Invalid
    }
}

impl From<UnsupportedKey> for KeyError {
    fn from(unsupported: UnsupportedKey) -> Self {
        match unsupported {
            UnsupportedKey::Malformed => Self::Format,
            UnsupportedKey::Algorithm => Self::UnknownAlgorithm,
            UnsupportedKey::Curve => Self::UnknownCurve,
            UnsupportedKey::Key => Self::Invalid,
        }
    }
}

const RSA_PRIVATE: &str = "RSA PRIVATE KEY";
const EC_PRIVATE: &str = "EC PRIVATE KEY";
const PRIVATE: &str = "PRIVATE KEY";
const ENCRYPTED_PRIVATE: &str = "ENCRYPTED PRIVATE KEY";
const PUBLIC: &str = "PUBLIC KEY";
const RSA_PUBLIC: &str = "RSA PUBLIC KEY";

const OID_RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
const OID_EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
const OID_ED25519: &[u8] = &[0x2b, 0x65, 0x70];

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::crypto::scheme::SignatureScheme;
    use crate::crypto::verify::KeyKind;

    fn file(name: &str) -> Vec<u8> {
        fs::read(format!("{}/tests/keys/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    }

    fn private(name: &str, password: &[u8]) -> Result<PrivateKey, KeyError> {
        private_key_file(&file(name), password)
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
        assert_eq!(private("prime256v1.scrypt.pk8.pem", b"secret").err(), Some(KeyError::Unsupported));
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
        assert_eq!(private_key(&pem, b"").err(), Some(KeyError::Format));
        pem.push(0);
        assert!(private_key(&pem, b"").is_ok());
        let mut pem = file("prime256v1.pub.pem");
        assert_eq!(public_key(&pem).err(), Some(KeyError::Der(DerError::UnexpectedTag)));
        pem.push(0);
        assert!(public_key(&pem).is_ok());
    }

    #[test]
    fn the_first_private_key_of_a_text_counts() {
        let text = [file("prime256v1.pub.pem"), file("secp384r1.pem"), file("rsa2048.pem")].concat();
        assert_eq!(
            for_tls(private_key_file(&text, b"").unwrap()).schemes(),
            [SignatureScheme::ECDSA_SECP384R1_SHA384]
        );
    }

    #[test]
    fn cut_and_changed_keys_never_panic() {
        for (name, _) in PLAIN {
            let original = file(name);
            for end in 0..original.len() {
                let _ = private_key_file(&original[..end], b"");
            }
            for i in 0..original.len() {
                let mut changed = original.clone();
                changed[i] ^= 1 << (i % 8);
                let _ = private_key_file(&changed, b"");
                let _ = public_key_file(&changed);
            }
        }
        for name in ["prime256v1.encrypted.pk8.der", "prime256v1.aes-128-cbc.pem", "prime256v1.des.pem"] {
            let original = file(name);
            for i in 0..original.len() {
                let _ = private_key_file(&original[..i], b"secret");
                let mut changed = original.clone();
                changed[i] ^= 1 << (i % 7);
                // A changed iteration count may be a large one: what it costs is bounded, and tested below.
                if name.ends_with(".der") && (39..48).contains(&i) {
                    continue;
                }
                let _ = private_key_file(&changed, b"secret");
            }
        }
    }
}
