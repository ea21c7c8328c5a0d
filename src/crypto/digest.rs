//! Message digests: MD5, RIPEMD-160, SHA-1, SHA-2 and SHA-3.

pub mod blocks;
pub mod sponge;

use zeroize::Zeroize;

use super::secret::Secret;
use blocks::{Blocks, Narrow, Wide};
use sponge::Sponge;

/// The longest digest: SHA-512's.
pub const MAX_DIGEST: usize = 64;

/// The longest block: SHA3-224's.
pub const MAX_BLOCK: usize = 144;

/// A digest algorithm.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Algorithm {
    /// MD5 (RFC 1321): broken.
    Md5,
    /// RIPEMD-160.
    Ripemd160,
    /// SHA-1: broken.
    Sha1,
    /// SHA-224.
    Sha224,
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
    /// SHA3-224.
    Sha3_224,
    /// SHA3-256.
    Sha3_256,
    /// SHA3-384.
    Sha3_384,
    /// SHA3-512.
    Sha3_512,
}

impl Algorithm {
    /// The algorithm that has that number in the C API (`mbedtls_md_type_t`).
    pub fn from_number(number: u32) -> Option<Self> {
        Some(match number {
            3 => Self::Md5,
            4 => Self::Ripemd160,
            5 => Self::Sha1,
            8 => Self::Sha224,
            9 => Self::Sha256,
            10 => Self::Sha384,
            11 => Self::Sha512,
            16 => Self::Sha3_224,
            17 => Self::Sha3_256,
            18 => Self::Sha3_384,
            19 => Self::Sha3_512,
            _ => return None,
        })
    }

    /// Bytes of a digest.
    pub fn size(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Ripemd160 | Self::Sha1 => 20,
            Self::Sha224 | Self::Sha3_224 => 28,
            Self::Sha256 | Self::Sha3_256 => 32,
            Self::Sha384 | Self::Sha3_384 => 48,
            Self::Sha512 | Self::Sha3_512 => 64,
        }
    }

    /// Bytes of a block, which HMAC pads its key to.
    pub fn block_size(self) -> usize {
        match self {
            Self::Md5 | Self::Ripemd160 | Self::Sha1 | Self::Sha224 | Self::Sha256 => 64,
            Self::Sha384 | Self::Sha512 => 128,
            Self::Sha3_224 | Self::Sha3_256 | Self::Sha3_384 | Self::Sha3_512 => sponge::rate(self.size()),
        }
    }

    /// Whether the digest of "abc" is the published one (RFC 1321, the authors of RIPEMD-160, FIPS 180-4, FIPS 202).
    pub fn works(self) -> bool {
        let published = match self {
            Self::Md5 => "900150983cd24fb0d6963f7d28e17f72",
            Self::Ripemd160 => "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc",
            Self::Sha1 => "a9993e364706816aba3e25717850c26c9cd0d89d",
            Self::Sha224 => "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
            Self::Sha256 => "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            Self::Sha384 => {
                "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded163\
                 1a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
            }
            Self::Sha512 => {
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
                 2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
            }
            Self::Sha3_224 => "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf",
            Self::Sha3_256 => "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
            Self::Sha3_384 => {
                "ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c25\
                 96da7cf0e49be4b298d88cea927ac7f539f1edf228376d25"
            }
            Self::Sha3_512 => {
                "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e\
                 10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0"
            }
        };
        let digest = self.digest(b"abc");
        digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect::<String>() == published
    }

    /// The digest of `data`.
    pub fn digest(self, data: &[u8]) -> Digest {
        let mut hasher = Hasher::new(self);
        hasher.update(data);
        hasher.output()
    }
}

/// The output of an [`Algorithm`]; wiped when dropped, since it may be a key.
pub struct Digest(Secret<MAX_DIGEST>);

impl Digest {
    fn new(len: usize, fill: impl FnOnce(&mut [u8])) -> Self {
        Self(Secret::new(len, fill))
    }
}

impl AsRef<[u8]> for Digest {
    fn as_ref(&self) -> &[u8] {
        self.0.bytes()
    }
}

/// A running digest; wiped when dropped.
#[derive(Clone)]
pub struct Hasher {
    algorithm: Algorithm,
    state: State,
}

#[derive(Clone)]
enum State {
    Narrow { function: Narrow, total: [u32; 2], words: [u32; 8], buffer: [u8; 64] },
    Wide { function: Wide, total: [u64; 2], words: [u64; 8], buffer: [u8; 128] },
    Sponge { lanes: [u64; 25], index: u32 },
}

impl Hasher {
    /// One that has taken nothing yet.
    pub fn new(algorithm: Algorithm) -> Self {
        let narrow = |function| State::Narrow { function, total: [0; 2], words: [0; 8], buffer: [0; 64] };
        let wide = |function| State::Wide { function, total: [0; 2], words: [0; 8], buffer: [0; 128] };
        let state = match algorithm {
            Algorithm::Md5 => narrow(Narrow::Md5),
            Algorithm::Ripemd160 => narrow(Narrow::Ripemd160),
            Algorithm::Sha1 => narrow(Narrow::Sha1),
            Algorithm::Sha224 => narrow(Narrow::Sha224),
            Algorithm::Sha256 => narrow(Narrow::Sha256),
            Algorithm::Sha384 => wide(Wide::Sha384),
            Algorithm::Sha512 => wide(Wide::Sha512),
            Algorithm::Sha3_224 | Algorithm::Sha3_256 | Algorithm::Sha3_384 | Algorithm::Sha3_512 => {
                State::Sponge { lanes: [0; 25], index: 0 }
            }
        };
        let mut hasher = Self { algorithm, state };
        hasher.start();
        hasher
    }

    /// The algorithm.
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// Begins anew.
    pub fn start(&mut self) {
        match self.parts() {
            Parts::Narrow(mut blocks) => blocks.start(),
            Parts::Wide(mut blocks) => blocks.start(),
            Parts::Sponge(mut sponge, _) => sponge.start(),
        }
    }

    /// Adds `data`.
    pub fn update(&mut self, data: &[u8]) {
        match self.parts() {
            Parts::Narrow(mut blocks) => blocks.update(data),
            Parts::Wide(mut blocks) => blocks.update(data),
            Parts::Sponge(mut sponge, _) => sponge.update(data),
        }
    }

    /// The digest of what was added. What remains is all zero, and not as [`Self::start`] leaves it.
    pub fn finish(&mut self) -> Digest {
        let digest = self.output();
        self.wipe();
        digest
    }

    fn output(&mut self) -> Digest {
        match self.parts() {
            Parts::Narrow(mut blocks) => blocks.finish(),
            Parts::Wide(mut blocks) => blocks.finish(),
            Parts::Sponge(mut sponge, size) => sponge.finish(size),
        }
    }

    /// Makes it all zero.
    pub fn wipe(&mut self) {
        // As slices, which are wiped in bulk; arrays are wiped item by item.
        match &mut self.state {
            State::Narrow { total, words, buffer, .. } => {
                total.as_mut_slice().zeroize();
                words.as_mut_slice().zeroize();
                buffer.as_mut_slice().zeroize();
            }
            State::Wide { total, words, buffer, .. } => {
                total.as_mut_slice().zeroize();
                words.as_mut_slice().zeroize();
                buffer.as_mut_slice().zeroize();
            }
            State::Sponge { lanes, index } => {
                lanes.as_mut_slice().zeroize();
                index.zeroize();
            }
        }
    }

    fn parts(&mut self) -> Parts<'_> {
        let (rate, size) = (self.algorithm.block_size(), self.algorithm.size());
        match &mut self.state {
            State::Narrow { function, total, words, buffer } => {
                Parts::Narrow(Blocks { function: *function, total, words, buffer })
            }
            State::Wide { function, total, words, buffer } => {
                Parts::Wide(Blocks { function: *function, total, words, buffer })
            }
            State::Sponge { lanes, index } => Parts::Sponge(Sponge { lanes, index, rate }, size),
        }
    }
}

impl Drop for Hasher {
    fn drop(&mut self) {
        self.wipe();
    }
}

enum Parts<'a> {
    Narrow(Blocks<'a, Narrow, 64>),
    Wide(Blocks<'a, Wide, 128>),
    Sponge(Sponge<'a>, usize),
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn hex(bytes: impl AsRef<[u8]>) -> String {
        bytes.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    const TWO_BLOCKS: &str = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

    /// RFC 1321 appendix A.5, the authors' page of RIPEMD-160, FIPS 180-4 and FIPS 202 examples.
    #[test]
    fn published_vectors() {
        for (algorithm, message, expected) in [
            (Algorithm::Md5, "", "d41d8cd98f00b204e9800998ecf8427e"),
            (Algorithm::Md5, "abc", "900150983cd24fb0d6963f7d28e17f72"),
            (Algorithm::Ripemd160, "", "9c1185a5c5e9fc54612808977ee8f548b2258d31"),
            (Algorithm::Ripemd160, TWO_BLOCKS, "12a053384a9c0c88e405a06c27dcf49ada62eb2b"),
            (Algorithm::Sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (Algorithm::Sha1, TWO_BLOCKS, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
            (Algorithm::Sha224, "abc", "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"),
            (
                Algorithm::Sha256,
                TWO_BLOCKS,
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            ),
            (
                Algorithm::Sha384,
                "abc",
                "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
            ),
            (
                Algorithm::Sha512,
                "abc",
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            ),
            (Algorithm::Sha3_224, "", "6b4e03423667dbb73b6e15454f0eb1abd4597f9a1b078e3f5b5a6bc7"),
            (Algorithm::Sha3_256, "abc", "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"),
            (
                Algorithm::Sha3_384,
                "",
                "0c63a75b845e4f7d01107d852e4c2485c51a50aaaa94fc61995e71bbee983a2ac3713831264adb47fb6bd1e058d5f004",
            ),
            (
                Algorithm::Sha3_512,
                "abc",
                "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0",
            ),
        ] {
            assert_eq!(hex(algorithm.digest(message.as_bytes())), expected, "{algorithm:?}");
        }
    }

    /// FIPS 180-4 and FIPS 202 have a million letters "a" for each; here in pieces that cross every block.
    #[test]
    fn a_million_letters_in_uneven_pieces() {
        for (algorithm, expected) in [
            (Algorithm::Md5, "7707d6ae4e027c70eea2a935c2296f21"),
            (Algorithm::Ripemd160, "52783243c1697bdbe16d37f97f68f08325dc1528"),
            (Algorithm::Sha1, "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
            (Algorithm::Sha224, "20794655980c91d8bbb4c1ea97618a4bf03f42581948b2ee4ee7ad67"),
            (Algorithm::Sha256, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
            (
                Algorithm::Sha384,
                "9d0e1809716474cb086e834e310a4a1ced149e9c00f248527972cec5704c2a5b07b8b3dc38ecc4ebae97ddd87f3d8985",
            ),
            (
                Algorithm::Sha512,
                "e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973ebde0ff244877ea60a4cb0432ce577c31beb009c5c2c49aa2e4eadb217ad8cc09b",
            ),
            (Algorithm::Sha3_224, "d69335b93325192e516a912e6d19a15cb51c6ed5c15243e7a7fd653c"),
            (Algorithm::Sha3_256, "5c8875ae474a3634ba4fd55ec85bffd661f32aca75c6d699d0cdcb6c115891c1"),
            (
                Algorithm::Sha3_384,
                "eee9e24d78c1855337983451df97c8ad9eedf256c6334f8e948d252d5e0e76847aa0774ddb90a842190d2c558b4b8340",
            ),
            (
                Algorithm::Sha3_512,
                "3c3a876da14034ab60627c077bb98f7e120a2a5370212dffb3385a18d4f38859ed311d0a9d5141ce9cc5c66ee689b266a8aa18ace8282a0e0db596c90b0a7b87",
            ),
        ] {
            let letters = vec![b'a'; 1_000_000];
            let mut hasher = Hasher::new(algorithm);
            let mut rest = &letters[..];
            let mut size = 0;
            while !rest.is_empty() {
                let (piece, left) = rest.split_at(size.min(rest.len()));
                hasher.update(piece);
                (rest, size) = (left, (size + 1) % 300);
            }
            assert_eq!(hex(hasher.finish()), expected, "{algorithm:?}");
        }
    }

    #[test]
    fn starts_anew_and_is_copied() {
        let mut hasher = Hasher::new(Algorithm::Sha256);
        hasher.update(b"x");
        hasher.start();
        hasher.update(b"ab");
        let mut copy = hasher.clone();
        hasher.update(b"c");
        copy.update(b"c");
        let digest = hex(hasher.finish());
        assert_eq!(digest, hex(Algorithm::Sha256.digest(b"abc")));
        assert_eq!(digest, hex(copy.finish()));
        assert_ne!(hex(hasher.finish()), hex(Algorithm::Sha256.digest(b"")));
    }
}
