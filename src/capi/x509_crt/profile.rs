//! The certificate profiles that programs choose from.

use super::types::mbedtls_x509_crt_profile;

/// What is asked of certificates unless a program says otherwise: SHA-256 or better, RSA from 2048 bits, curves from 256
/// bits.
#[unsafe(no_mangle)]
pub static mbedtls_x509_crt_profile_default: mbedtls_x509_crt_profile = mbedtls_x509_crt_profile {
    allowed_mds: 0x700,
    allowed_pks: 0x0fff_ffff,
    allowed_curves: 0xfc,
    rsa_min_bitlen: 2048,
};

/// What the default is expected to become.
#[unsafe(no_mangle)]
pub static mbedtls_x509_crt_profile_next: mbedtls_x509_crt_profile = mbedtls_x509_crt_profile {
    allowed_mds: 0x700,
    allowed_pks: 0x0fff_ffff,
    allowed_curves: 0x8fc,
    rsa_min_bitlen: 2048,
};

/// Suite B (RFC 6460): ECDSA over P-256 and P-384 with SHA-256 and SHA-384.
#[unsafe(no_mangle)]
pub static mbedtls_x509_crt_profile_suiteb: mbedtls_x509_crt_profile =
    mbedtls_x509_crt_profile { allowed_mds: 0x300, allowed_pks: 0xa, allowed_curves: 0xc, rsa_min_bitlen: 0 };

/// Nothing at all; a starting point for a profile of a program's own.
#[unsafe(no_mangle)]
pub static mbedtls_x509_crt_profile_none: mbedtls_x509_crt_profile =
    mbedtls_x509_crt_profile { allowed_mds: 0, allowed_pks: 0, allowed_curves: 0, rsa_min_bitlen: u32::MAX };
