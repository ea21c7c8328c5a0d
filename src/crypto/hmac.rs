//! HMAC (RFC 2104) over every digest.

use super::digest::{Algorithm, Digest, Hasher, MAX_BLOCK};
use super::secret::Secret;
use zeroize::Zeroize;

/// A key, as the two digests that have taken its pads. Wiped when dropped.
#[derive(Clone)]
pub struct Key {
    inner: Hasher,
    outer: Hasher,
}

impl Key {
    /// The key of those bytes.
    pub fn new(algorithm: Algorithm, key: &[u8]) -> Self {
        let digest;
        let key = if key.len() > algorithm.block_size() {
            digest = algorithm.digest(key);
            digest.as_ref()
        } else {
            key
        };
        let pad = |byte| {
            Secret::<MAX_BLOCK>::new(algorithm.block_size(), |pad| {
                pad.fill(byte);
                for (to, from) in pad.iter_mut().zip(key) {
                    *to ^= from;
                }
            })
        };
        Self::with_pads(algorithm, pad(0x36).bytes(), pad(0x5c).bytes())
    }

    /// What an HMAC without a key gets to: the pads are all zero.
    pub fn unset(algorithm: Algorithm) -> Self {
        let pad = Secret::<MAX_BLOCK>::new(algorithm.block_size(), |_| {});
        Self::with_pads(algorithm, pad.bytes(), pad.bytes())
    }

    /// A running digest that has begun an HMAC.
    pub fn hasher(&self) -> Hasher {
        self.inner.clone()
    }

    /// Makes `hasher` begin an HMAC.
    pub fn start(&self, hasher: &mut Hasher) {
        hasher.clone_from(&self.inner);
    }

    /// The HMAC of what `hasher` has taken since [`Self::start`]. What remains of it is all zero.
    pub fn finish(&self, hasher: &mut Hasher) -> Digest {
        let inner = hasher.finish();
        hasher.clone_from(&self.outer);
        hasher.update(inner.as_ref());
        hasher.finish()
    }

    /// The HMAC of `parts`, one after the other.
    pub fn sign(&self, parts: &[&[u8]]) -> Digest {
        let mut hasher = self.hasher();
        for part in parts {
            hasher.update(part);
        }
        self.finish(&mut hasher)
    }

    fn with_pads(algorithm: Algorithm, inner: &[u8], outer: &[u8]) -> Self {
        let padded = |pad: &[u8]| {
            let mut hasher = Hasher::new(algorithm);
            hasher.update(pad);
            hasher
        };
        Self { inner: padded(inner), outer: padded(outer) }
    }
}

/// An HMAC that is being computed, in no more memory than a C struct has for it: the outer pad is kept as it is, and not as a
/// digest that has taken it. Wiped when dropped.
pub struct Running {
    hasher: Hasher,
    outer: [u8; MAX_BLOCK],
}

impl Running {
    /// Begins with the key of those bytes.
    pub fn new(algorithm: Algorithm, key: &[u8]) -> Self {
        let digest;
        let key = if key.len() > algorithm.block_size() {
            digest = algorithm.digest(key);
            digest.as_ref()
        } else {
            key
        };
        let mut running = Self { hasher: Hasher::new(algorithm), outer: [0x5c; MAX_BLOCK] };
        let inner = Secret::<MAX_BLOCK>::new(algorithm.block_size(), |inner| {
            inner.fill(0x36);
            for ((inner, outer), byte) in inner.iter_mut().zip(&mut running.outer).zip(key) {
                *inner ^= byte;
                *outer ^= byte;
            }
        });
        running.hasher.update(inner.bytes());
        running
    }

    /// Takes in the next bytes.
    pub fn update(&mut self, data: &[u8]) {
        self.hasher.update(data);
    }

    /// The HMAC of what was taken in.
    pub fn finish(&mut self) -> Digest {
        let algorithm = self.hasher.algorithm();
        let inner = self.hasher.finish();
        self.hasher.start();
        self.hasher.update(self.outer.get(..algorithm.block_size()).unwrap_or_default());
        self.hasher.update(inner.as_ref());
        self.hasher.finish()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.outer.as_mut_slice().zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::digest::tests::hex;

    /// RFC 2202 and RFC 4231; those for SHA-3 are from NIST's examples with intermediate values.
    #[test]
    fn published_vectors() {
        let counting: Vec<u8> = (0..=255).collect();
        let sample = "Sample message for keylen=blocklen";
        for (algorithm, key, message, expected) in [
            (
                Algorithm::Md5,
                "Jefe".as_bytes(),
                "what do ya want for nothing?",
                "750c783e6ab0b503eaa86e310a5db738",
            ),
            (
                Algorithm::Sha1,
                b"Jefe",
                "what do ya want for nothing?",
                "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
            ),
            (
                Algorithm::Sha1,
                &[0xaa; 80],
                "Test Using Larger Than Block-Size Key - Hash Key First",
                "aa4ae5e15272d00e95705637ce8a3b55ed402112",
            ),
            (
                Algorithm::Sha224,
                b"Jefe",
                "what do ya want for nothing?",
                "a30e01098bc6dbbf45690f3a7e9e6d0f8bbea2a39e6148008fd05e44",
            ),
            (
                Algorithm::Sha256,
                &[0xaa; 131],
                "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
            (
                Algorithm::Sha384,
                b"Jefe",
                "what do ya want for nothing?",
                "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
            ),
            (
                Algorithm::Sha512,
                &[0xaa; 131],
                "Test Using Larger Than Block-Size Key - Hash Key First",
                "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f3526b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598",
            ),
            (
                Algorithm::Sha3_256,
                &counting[..136],
                sample,
                "68b94e2e538a9be4103bebb5aa016d47961d4d1aa906061313b557f8af2c3faa",
            ),
        ] {
            let mac = Key::new(algorithm, key).sign(&[message.as_bytes()]);
            assert_eq!(hex(mac), expected, "{algorithm:?}");
            let mut running = Running::new(algorithm, key);
            message.as_bytes().chunks(7).for_each(|part| running.update(part));
            assert_eq!(hex(running.finish()), expected, "{algorithm:?}");
        }
    }
}
