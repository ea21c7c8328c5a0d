//! The cipher suites (RFC 8446 section B.4).

use super::hash::HashAlgorithm;

/// A cipher suite that this library speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CipherSuite {
    /// TLS_AES_128_GCM_SHA256.
    Aes128GcmSha256,
    /// TLS_AES_256_GCM_SHA384.
    Aes256GcmSha384,
    /// TLS_CHACHA20_POLY1305_SHA256.
    Chacha20Poly1305Sha256,
    /// TLS_AES_128_CCM_SHA256.
    Aes128CcmSha256,
    /// TLS_AES_128_CCM_8_SHA256.
    Aes128Ccm8Sha256,
}

impl CipherSuite {
    /// Every suite.
    pub const ALL: [Self; 5] = [
        Self::Aes256GcmSha384,
        Self::Chacha20Poly1305Sha256,
        Self::Aes128GcmSha256,
        Self::Aes128CcmSha256,
        Self::Aes128Ccm8Sha256,
    ];

    /// The suite with this code point.
    pub fn from_id(id: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|suite| suite.id() == id)
    }

    /// The code point.
    pub fn id(self) -> u16 {
        match self {
            Self::Aes128GcmSha256 => 0x1301,
            Self::Aes256GcmSha384 => 0x1302,
            Self::Chacha20Poly1305Sha256 => 0x1303,
            Self::Aes128CcmSha256 => 0x1304,
            Self::Aes128Ccm8Sha256 => 0x1305,
        }
    }

    /// The hash of the key schedule and the transcript.
    pub fn hash(self) -> HashAlgorithm {
        match self {
            Self::Aes256GcmSha384 => HashAlgorithm::Sha384,
            Self::Aes128GcmSha256
            | Self::Chacha20Poly1305Sha256
            | Self::Aes128CcmSha256
            | Self::Aes128Ccm8Sha256 => HashAlgorithm::Sha256,
        }
    }

    /// Bytes of the AEAD key.
    pub fn key_len(self) -> usize {
        match self {
            Self::Aes128GcmSha256 | Self::Aes128CcmSha256 | Self::Aes128Ccm8Sha256 => 16,
            Self::Aes256GcmSha384 | Self::Chacha20Poly1305Sha256 => 32,
        }
    }

    /// Bytes of the AEAD's tag.
    pub fn tag_len(self) -> usize {
        match self {
            Self::Aes128Ccm8Sha256 => 8,
            Self::Aes128GcmSha256
            | Self::Aes256GcmSha384
            | Self::Chacha20Poly1305Sha256
            | Self::Aes128CcmSha256 => 16,
        }
    }

    /// Records that one key may protect (RFC 8446 section 5.5; RFC 9147 section 4.5.3 has the number for CCM), with room to
    /// spare for the KeyUpdate itself.
    pub fn record_limit(self) -> u64 {
        match self {
            Self::Aes128GcmSha256 | Self::Aes256GcmSha384 => 1 << 24,
            Self::Aes128CcmSha256 | Self::Aes128Ccm8Sha256 => 1 << 22,
            Self::Chacha20Poly1305Sha256 => u64::MAX >> 1,
        }
    }
}

/// Whether the processor has instructions for AES: without them ChaCha20 is the faster cipher.
pub fn has_fast_aes() -> bool {
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    return std::is_x86_feature_detected!("aes");
    #[cfg(target_arch = "aarch64")]
    return std::arch::is_aarch64_feature_detected!("aes");
    #[allow(unreachable_code)]
    false
}
