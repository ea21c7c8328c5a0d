//! HKDF (RFC 5869) with the labels of TLS 1.3 (RFC 8446 section 7.1).

use ring::{hkdf, hmac};

use super::hash::HashAlgorithm;
use super::secret::Secret;

/// A pseudorandom key: the output of HKDF-Extract, or a derived secret about to be expanded.
pub struct Prk {
    inner: hkdf::Prk,
    hash: HashAlgorithm,
}

impl Prk {
    /// HKDF-Extract.
    pub fn extract(hash: HashAlgorithm, salt: &[u8], input: &[u8]) -> Self {
        Self { inner: hkdf::Salt::new(algorithm(hash), salt).extract(input), hash }
    }

    /// A secret that is uniformly random already.
    pub fn from_secret(hash: HashAlgorithm, secret: &[u8]) -> Self {
        Self { inner: hkdf::Prk::new_less_safe(algorithm(hash), secret), hash }
    }

    /// The hash function.
    pub fn hash(&self) -> HashAlgorithm {
        self.hash
    }

    /// HKDF-Expand-Label into `out`. False: `out` or `context` is longer than the construction allows.
    #[must_use]
    pub fn expand_label(&self, label: &[u8], context: &[u8], out: &mut [u8]) -> bool {
        const PREFIX: &[u8] = b"tls13 ";
        let (Ok(out_len), Ok(label_len), Ok(context_len)) =
            (u16::try_from(out.len()), u8::try_from(PREFIX.len() + label.len()), u8::try_from(context.len()))
        else {
            return false;
        };
        let (out_len, label_len, context_len) = (out_len.to_be_bytes(), [label_len], [context_len]);
        let info = [&out_len[..], &label_len, PREFIX, label, &context_len, context];
        self.inner.expand(&info, Length(out.len())).and_then(|okm| okm.fill(out)).is_ok()
    }

    /// HKDF-Expand-Label to a secret as long as a digest.
    pub fn secret(&self, label: &[u8], context: &[u8]) -> Secret {
        Secret::new(self.hash.len(), |room| {
            // A digest's length is always within the limits of the construction.
            let fits = self.expand_label(label, context, room);
            debug_assert!(fits);
        })
    }
}

/// HMAC of `message` under `key`, compared with `tag` in constant time.
pub fn hmac_matches(hash: HashAlgorithm, key: &[u8], message: &[u8], tag: &[u8]) -> bool {
    hmac::verify(&hmac::Key::new(hmac_algorithm(hash), key), message, tag).is_ok()
}

/// HMAC of `message` under `key`.
pub fn hmac(hash: HashAlgorithm, key: &[u8], message: &[u8]) -> hmac::Tag {
    hmac::sign(&hmac::Key::new(hmac_algorithm(hash), key), message)
}

struct Length(usize);

impl hkdf::KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn algorithm(hash: HashAlgorithm) -> hkdf::Algorithm {
    match hash {
        HashAlgorithm::Sha256 => hkdf::HKDF_SHA256,
        HashAlgorithm::Sha384 => hkdf::HKDF_SHA384,
    }
}

pub(super) fn hmac_algorithm(hash: HashAlgorithm) -> hmac::Algorithm {
    match hash {
        HashAlgorithm::Sha256 => hmac::HMAC_SHA256,
        HashAlgorithm::Sha384 => hmac::HMAC_SHA384,
    }
}
