//! The PRF of TLS 1.2 (RFC 5246 section 5), which EAP methods and programs derive keys with.

use ring::hmac;

use super::hash::HashAlgorithm;
use super::hkdf::hmac_algorithm;

/// Fills `out` with `P_hash(secret, label || seed)`.
pub fn fill(hash: HashAlgorithm, secret: &[u8], label: &[u8], seed: &[u8], out: &mut [u8]) {
    let key = hmac::Key::new(hmac_algorithm(hash), secret);
    let sign = |parts: &[&[u8]]| {
        let mut context = hmac::Context::with_key(&key);
        for part in parts {
            context.update(part);
        }
        context.sign()
    };
    let mut a = sign(&[label, seed]);
    for chunk in out.chunks_mut(hash.len()) {
        let block = sign(&[a.as_ref(), label, seed]);
        for (to, from) in chunk.iter_mut().zip(block.as_ref()) {
            *to = *from;
        }
        a = sign(&[a.as_ref()]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Mbed TLS 3.6.6 answers.
    #[test]
    fn gives_what_others_give() {
        let head = |hash| {
            let mut out = [0; 100];
            fill(hash, b"secret", b"label", b"random", &mut out);
            let [a, b, c, d, .., y, z] = out;
            [a, b, c, d, y, z]
        };
        assert_eq!(head(HashAlgorithm::Sha256), [0xf6, 0x73, 0x51, 0x78, 0x81, 0x69]);
        assert_eq!(head(HashAlgorithm::Sha384), [0xf0, 0xe2, 0x99, 0xe8, 0x30, 0xf8]);
    }
}
