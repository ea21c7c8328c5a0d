//! What comes out of a derivation of keys, as much at a time as is asked for.

use zeroize::Zeroizing;

use super::super::digest::{Algorithm, Digest};
use super::super::hmac::Key;

/// The blocks of a derivation, one after the other. Wiped when dropped.
pub struct Stream {
    source: Source,
    /// The last block, of which so many bytes went out.
    block: Option<Digest>,
    used: usize,
    count: u8,
}

enum Source {
    /// There is one block only.
    Nothing,
    Hkdf {
        key: Key,
        info: Zeroizing<Vec<u8>>,
    },
    Prf {
        key: Key,
        a: Digest,
        seed: Zeroizing<Vec<u8>>,
    },
}

impl Stream {
    /// A digest, and no more.
    pub fn of(digest: Digest) -> Self {
        Self { source: Source::Nothing, block: Some(digest), used: 0, count: 0 }
    }

    /// HKDF-Expand (RFC 5869 section 2.3).
    pub fn hkdf(algorithm: Algorithm, key: &[u8], info: Zeroizing<Vec<u8>>) -> Self {
        Self::from(Source::Hkdf { key: Key::new(algorithm, key), info })
    }

    /// P_hash (RFC 5246 section 5), of which `seed` has the label in front. It ends after 255 blocks, as HKDF does.
    pub fn prf(algorithm: Algorithm, secret: &[u8], seed: Zeroizing<Vec<u8>>) -> Self {
        let key = Key::new(algorithm, secret);
        let a = key.sign(&[&seed]);
        Self::from(Source::Prf { key, a, seed })
    }

    /// Fills `out` with what comes next. False: there is not so much.
    #[must_use]
    pub fn read(&mut self, mut out: &mut [u8]) -> bool {
        loop {
            let block = self.block.as_ref().map_or(&[][..], AsRef::as_ref);
            let left = block.get(self.used..).unwrap_or_default();
            let (now, rest) = out.split_at_mut(left.len().min(out.len()));
            for (to, from) in now.iter_mut().zip(left) {
                *to = *from;
            }
            self.used += now.len();
            if rest.is_empty() {
                return true;
            }
            out = rest;
            let Some(next) = self.next() else { return false };
            (self.block, self.used) = (Some(next), 0);
        }
    }

    fn next(&mut self) -> Option<Digest> {
        self.count = self.count.checked_add(1)?;
        match &mut self.source {
            Source::Nothing => None,
            Source::Hkdf { key, info } => {
                let last = self.block.as_ref().map_or(&[][..], AsRef::as_ref);
                Some(key.sign(&[last, info, &[self.count]]))
            }
            Source::Prf { key, a, seed } => {
                let block = key.sign(&[a.as_ref(), seed]);
                *a = key.sign(&[a.as_ref()]);
                Some(block)
            }
        }
    }
}

impl From<Source> for Stream {
    fn from(source: Source) -> Self {
        Self { source, block: None, used: 0, count: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::super::hkdf_expand;
    use super::*;
    use crate::crypto::digest::tests::hex;

    #[test]
    fn hkdf_in_pieces_and_its_end() {
        let mut whole = vec![0; 255 * 20];
        assert!(hkdf_expand(Algorithm::Sha1, b"key", b"info", &mut whole));
        for piece in [1, 19, 20, 21, 300, 255 * 20] {
            let mut stream = Stream::hkdf(Algorithm::Sha1, b"key", Zeroizing::new(b"info".to_vec()));
            let mut out = vec![0; 255 * 20];
            out.chunks_mut(piece).for_each(|part| assert!(stream.read(part)));
            assert_eq!(out, whole);
            assert!(stream.read(&mut []) && !stream.read(&mut [0]));
        }
    }

    /// The vector for SHA-256 that implementers of TLS 1.2 pass around (mailing list of the working group, 2009).
    #[test]
    fn prf() {
        let secret =
            [0x9b, 0xbe, 0x43, 0x6b, 0xa9, 0x40, 0xf0, 0x17, 0xb1, 0x76, 0x52, 0x84, 0x9a, 0x71, 0xdb, 0x35];
        let seed =
            [0xa0, 0xba, 0x9f, 0x93, 0x6c, 0xda, 0x31, 0x18, 0x27, 0xa6, 0xf7, 0x96, 0xff, 0xd5, 0x19, 0x8c];
        let seed = Zeroizing::new([b"test label", &seed[..]].concat());
        let mut stream = Stream::prf(Algorithm::Sha256, &secret, seed);
        let mut out = [0; 100];
        let (head, tail) = out.split_at_mut(33);
        assert!(stream.read(head) && stream.read(tail));
        assert_eq!(
            hex(out),
            "e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a46b4e14baf9af\
             0fa022f7077def17abfd3797c0564bab4fbc91666e9def9b97fce34f796789baa48082d122ee42c5a72e5a5110fff701\
             87347b66"
        );
        let mut rest = vec![0; 255 * 32 - 100];
        assert!(stream.read(&mut rest) && !stream.read(&mut [0]));
    }

    #[test]
    fn a_digest_alone() {
        let mut stream = Stream::of(Algorithm::Sha1.digest(b""));
        let (mut head, mut tail) = ([0; 7], [0; 13]);
        assert!(stream.read(&mut head) && stream.read(&mut tail) && !stream.read(&mut [0]));
        assert_eq!([&head[..], &tail].concat(), Algorithm::Sha1.digest(b"").as_ref());
    }
}
