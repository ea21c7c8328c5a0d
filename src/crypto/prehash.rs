//! The hash functions that a signature over a hash, and the paddings PSS and OAEP, may name.

/// A hash function. The old ones are for old signatures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)] // the names are those of the functions
pub enum Prehash {
    Md5,
    Ripemd160,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    Sha3_224,
    Sha3_256,
    Sha3_384,
    Sha3_512,
}

impl Prehash {
    /// Bytes of a hash.
    #[allow(clippy::len_without_is_empty)] // no hash is empty
    pub fn len(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Ripemd160 | Self::Sha1 => 20,
            Self::Sha224 | Self::Sha3_224 => 28,
            Self::Sha256 | Self::Sha3_256 => 32,
            Self::Sha384 | Self::Sha3_384 => 48,
            Self::Sha512 | Self::Sha3_512 => 64,
        }
    }

    /// The contents of the function's object identifier.
    pub fn oid(self) -> &'static [u8] {
        match self {
            Self::Md5 => &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 5],
            Self::Ripemd160 => &[0x2b, 0x24, 3, 2, 1],
            Self::Sha1 => &[0x2b, 0x0e, 3, 2, 0x1a],
            Self::Sha224 => &[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 4],
            Self::Sha256 => &[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1],
            Self::Sha384 => &[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 2],
            Self::Sha512 => &[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 3],
            Self::Sha3_224 => &[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 7],
            Self::Sha3_256 => &[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 8],
            Self::Sha3_384 => &[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 9],
            Self::Sha3_512 => &[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 10],
        }
    }
}

/// Evaluates an expression in which `$digest` is the RustCrypto type of a [`Prehash`].
macro_rules! with_digest {
    ($prehash:expr, $digest:ident => $body:expr) => {
        match $prehash {
            $crate::crypto::prehash::Prehash::Md5 => {
                type $digest = md5::Md5;
                $body
            }
            $crate::crypto::prehash::Prehash::Ripemd160 => {
                type $digest = ripemd::Ripemd160;
                $body
            }
            $crate::crypto::prehash::Prehash::Sha1 => {
                type $digest = sha1::Sha1;
                $body
            }
            $crate::crypto::prehash::Prehash::Sha224 => {
                type $digest = sha2::Sha224;
                $body
            }
            $crate::crypto::prehash::Prehash::Sha256 => {
                type $digest = sha2::Sha256;
                $body
            }
            $crate::crypto::prehash::Prehash::Sha384 => {
                type $digest = sha2::Sha384;
                $body
            }
            $crate::crypto::prehash::Prehash::Sha512 => {
                type $digest = sha2::Sha512;
                $body
            }
            $crate::crypto::prehash::Prehash::Sha3_224 => {
                type $digest = sha3::Sha3_224;
                $body
            }
            $crate::crypto::prehash::Prehash::Sha3_256 => {
                type $digest = sha3::Sha3_256;
                $body
            }
            $crate::crypto::prehash::Prehash::Sha3_384 => {
                type $digest = sha3::Sha3_384;
                $body
            }
            $crate::crypto::prehash::Prehash::Sha3_512 => {
                type $digest = sha3::Sha3_512;
                $body
            }
        }
    };
}
pub(super) use with_digest;
