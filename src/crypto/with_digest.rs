//! The digests as types, for crates that are generic over them.

/// Evaluates an expression in which `$digest` is the RustCrypto type of an `Algorithm`.
macro_rules! with_digest {
    ($algorithm:expr, $digest:ident => $body:expr) => {
        match $algorithm {
            $crate::crypto::digest::Algorithm::Md5 => {
                type $digest = md5::Md5;
                $body
            }
            $crate::crypto::digest::Algorithm::Ripemd160 => {
                type $digest = ripemd::Ripemd160;
                $body
            }
            $crate::crypto::digest::Algorithm::Sha1 => {
                type $digest = sha1::Sha1;
                $body
            }
            $crate::crypto::digest::Algorithm::Sha224 => {
                type $digest = sha2::Sha224;
                $body
            }
            $crate::crypto::digest::Algorithm::Sha256 => {
                type $digest = sha2::Sha256;
                $body
            }
            $crate::crypto::digest::Algorithm::Sha384 => {
                type $digest = sha2::Sha384;
                $body
            }
            $crate::crypto::digest::Algorithm::Sha512 => {
                type $digest = sha2::Sha512;
                $body
            }
            $crate::crypto::digest::Algorithm::Sha3_224 => {
                type $digest = sha3::Sha3_224;
                $body
            }
            $crate::crypto::digest::Algorithm::Sha3_256 => {
                type $digest = sha3::Sha3_256;
                $body
            }
            $crate::crypto::digest::Algorithm::Sha3_384 => {
                type $digest = sha3::Sha3_384;
                $body
            }
            $crate::crypto::digest::Algorithm::Sha3_512 => {
                type $digest = sha3::Sha3_512;
                $body
            }
        }
    };
}
pub(super) use with_digest;
