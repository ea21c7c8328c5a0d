//! Keys from other keys and from passwords, over every digest: HKDF, PBKDF2, and what PKCS #12 had before.

pub mod stream;

use zeroize::Zeroizing;

use super::digest::{Algorithm, Digest, Hasher, MAX_DIGEST};
use super::hmac::Key;

/// What [`pkcs12`] derives a key with (RFC 7292 appendix B.3).
pub const PKCS12_KEY: u8 = 1;
/// What [`pkcs12`] derives an initialisation vector with.
pub const PKCS12_IV: u8 = 2;

/// HKDF-Extract (RFC 5869 section 2.2).
pub fn hkdf_extract(algorithm: Algorithm, salt: &[u8], input: &[u8]) -> Digest {
    Key::new(algorithm, salt).sign(&[input])
}

/// HKDF-Expand (RFC 5869 section 2.3) into `out`. False: `out` is longer than 255 digests, and nothing is written.
#[must_use]
pub fn hkdf_expand(algorithm: Algorithm, key: &[u8], info: &[u8], out: &mut [u8]) -> bool {
    if out.len() > 255 * algorithm.size() {
        return false;
    }
    let key = Key::new(algorithm, key);
    let mut last: Option<Digest> = None;
    for (chunk, counter) in out.chunks_mut(algorithm.size()).zip(1_u8..=255) {
        let previous = last.as_ref().map_or(&[][..], AsRef::as_ref);
        let block = key.sign(&[previous, info, &[counter]]);
        copy(chunk, block.as_ref());
        last = Some(block);
    }
    true
}

/// PBKDF2 (RFC 8018 section 5.2) with HMAC into `out`. No iteration counts as one.
pub fn pbkdf2(password: &Key, salt: &[u8], iterations: u32, out: &mut [u8]) {
    let mut hasher = password.hasher();
    let size = hasher.algorithm().size();
    for (chunk, counter) in out.chunks_mut(size).zip(1_u32..) {
        let mut u = password.sign(&[salt, &counter.to_be_bytes()]);
        let mut t = Zeroizing::new([0; MAX_DIGEST]);
        copy(t.as_mut(), u.as_ref());
        for _ in 1..iterations {
            password.start(&mut hasher);
            hasher.update(u.as_ref());
            u = password.finish(&mut hasher);
            for (to, from) in t.iter_mut().zip(u.as_ref()) {
                *to ^= from;
            }
        }
        copy(chunk, t.as_ref());
    }
}

/// Whether PBKDF2 gives the second answer of RFC 6070.
pub fn pbkdf2_works() -> bool {
    let mut out = [0; 20];
    pbkdf2(&Key::new(Algorithm::Sha1, b"password"), b"salt", 2, &mut out);
    out == [
        0xea, 0x6c, 0x01, 0x4d, 0xc7, 0x2d, 0x6f, 0x8c, 0xcd, 0x1e, 0xd9, 0x2a, 0xce, 0x1d, 0x41, 0xf0, 0xd8,
        0xde, 0x89, 0x57,
    ]
}

/// What derives with a password of PKCS #12 (RFC 7292 appendix B.2; the letters are its own) into `out`. `password`
/// is what the file's author typed, as two bytes each, with two zero bytes behind it. No iteration counts as one.
pub fn pkcs12(
    algorithm: Algorithm,
    purpose: u8,
    password: &[u8],
    salt: &[u8],
    iterations: u32,
    out: &mut [u8],
) {
    // The RFC speaks of SHA-1 and MD5 alone; this is how the length of a block goes on from there.
    let v = if algorithm.size() <= 32 { 64 } else { 128 };
    let mut i = Zeroizing::new(Vec::with_capacity(
        salt.len().next_multiple_of(v) + password.len().next_multiple_of(v),
    ));
    for part in [salt, password] {
        i.extend(part.iter().copied().cycle().take(part.len().next_multiple_of(v)));
    }
    let mut hasher = Hasher::new(algorithm);
    for chunk in out.chunks_mut(algorithm.size()) {
        hasher.start();
        hasher.update([purpose; 128].get(..v).unwrap_or_default());
        hasher.update(&i);
        let mut a = hasher.finish();
        for _ in 1..iterations {
            hasher.start();
            hasher.update(a.as_ref());
            a = hasher.finish();
        }
        copy(chunk, a.as_ref());
        let b = Zeroizing::new(a.as_ref().iter().copied().cycle().take(v).collect::<Vec<u8>>());
        for block in i.chunks_mut(v) {
            let mut carry = 1;
            for (to, from) in block.iter_mut().rev().zip(b.iter().rev()) {
                let [high, low] = (u16::from(*to) + u16::from(*from) + carry).to_be_bytes();
                (*to, carry) = (low, u16::from(high));
            }
        }
    }
}

fn copy(to: &mut [u8], from: &[u8]) {
    for (to, from) in to.iter_mut().zip(from) {
        *to = *from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::digest::tests::hex;

    /// RFC 5869 appendix A: cases 1, 3 and 7.
    #[test]
    fn hkdf() {
        let counting: Vec<u8> = (0..=12).collect();
        let info: Vec<u8> = (0xf0..=0xf9).collect();
        for (algorithm, salt, input, info, extracted, expanded) in [
            (
                Algorithm::Sha256,
                &counting[..],
                &[0x0b; 22][..],
                &info[..],
                "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5",
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
            ),
            (
                Algorithm::Sha256,
                &[],
                &[0x0b; 22],
                &[],
                "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04",
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
            ),
            (
                Algorithm::Sha1,
                &[],
                &[0x0c; 22],
                &[],
                "2adccada18779e7c2077ad2eb19d3f3e731385dd",
                "2c91117204d745f3500d636a62f64f0ab3bae548aa53d423b0d1f27ebba6f5e5673a081d70cce7acfc48",
            ),
        ] {
            let key = hkdf_extract(algorithm, salt, input);
            assert_eq!(hex(&key), extracted);
            let mut out = [0; 42];
            assert!(hkdf_expand(algorithm, key.as_ref(), info, &mut out));
            assert_eq!(hex(out), expanded);
        }
    }

    #[test]
    fn hkdf_has_an_end() {
        let mut out = vec![0; 255 * 20 + 1];
        assert!(!hkdf_expand(Algorithm::Sha1, b"key", b"", &mut out));
        assert!(out.iter().all(|byte| *byte == 0));
        assert!(hkdf_expand(Algorithm::Sha1, b"key", b"", &mut out[..255 * 20]));
    }

    /// RFC 6070, and RFC 7914 section 11.
    #[test]
    fn pbkdf2_vectors() {
        let long = "saltSALTsaltSALTsaltSALTsaltSALTsalt";
        for (algorithm, password, salt, iterations, expected) in [
            (Algorithm::Sha1, "password", "salt", 1, "0c60c80f961f0e71f3a9b524af6012062fe037a6"),
            (Algorithm::Sha1, "password", "salt", 2, "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"),
            (Algorithm::Sha1, "password", "salt", 4096, "4b007901b765489abead49d926f721d065a429c1"),
            (
                Algorithm::Sha1,
                "passwordPASSWORDpassword",
                long,
                4096,
                "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038",
            ),
            (Algorithm::Sha1, "pass\0word", "sa\0lt", 4096, "56fa6aa75548099dcc37d7f03425e0c3"),
            (
                Algorithm::Sha256,
                "passwd",
                "salt",
                1,
                "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc\
                 49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
            ),
        ] {
            let mut out = vec![0; expected.len() / 2];
            pbkdf2(&Key::new(algorithm, password.as_bytes()), salt.as_bytes(), iterations, &mut out);
            assert_eq!(hex(out), expected);
        }
    }

    /// What OpenSSL 3.5 answers for `PKCS12KDF` with the password "smeg".
    #[test]
    fn pkcs12_vectors() {
        let password = b"\0s\0m\0e\0g\0\0";
        let mut out = [0; 24];
        pkcs12(
            Algorithm::Sha1,
            PKCS12_KEY,
            password,
            &[0x0a, 0x58, 0xcf, 0x64, 0x53, 0x0d, 0x82, 0x3f],
            1,
            &mut out,
        );
        assert_eq!(hex(out), "8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3");
        let mut out = [0; 70];
        pkcs12(
            Algorithm::Sha512,
            PKCS12_IV,
            password,
            &[0x0a, 0x58, 0xcf, 0x64, 0x53, 0x0d, 0x82, 0x3f],
            100,
            &mut out,
        );
        assert_eq!(
            hex(out),
            "eaed1c2eb17b33d5e40b63c2c3bd13e1c123903cddd1a86e5b8e66eb11164032f1cc973cf891e9d673b629ed840ffe6e\
             bc064df7f8da2419799a4cf86fa8172e5bc27892f85e"
        );
    }
}
