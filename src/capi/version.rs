//! `mbedtls/version.h`: the version of the API that is spoken here. This library's own is in `compat.rs`.

use std::ffi::{CStr, c_char, c_int, c_uint};
use std::ptr;

use super::boundary;

const NUMBER: c_uint = 0x0306_0600;
const STRING: &CStr = c"3.6.6";
const STRING_FULL: &CStr = c"Mbed TLS 3.6.6";

/// The version of Mbed TLS whose API this library speaks, for comparing: one byte each for major, minor and patch
/// level, then a zero byte.
///
/// \return  `MBEDTLS_VERSION_NUMBER`, 0x03060600.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_version_get_number() -> c_uint {
    NUMBER
}

/// The version of Mbed TLS whose API this library speaks, as text: "3.6.6".
///
/// \param string  Where the text and its NUL go; the caller's, of at least 9 bytes. NULL: nothing happens.
///
/// # Safety
/// `string` is null, or valid for writing 9 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_version_get_string(string: *mut c_char) {
    // SAFETY: the caller vouches for `string`; the text has 6 bytes.
    boundary::enter_or((), || unsafe { copy(STRING, string) });
}

/// The version of Mbed TLS whose API this library speaks, with its name in front: "Mbed TLS 3.6.6".
///
/// \param string  Where the text and its NUL go; the caller's, of at least 18 bytes. NULL: nothing happens.
///
/// # Safety
/// `string` is null, or valid for writing 18 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_version_get_string_full(string: *mut c_char) {
    // SAFETY: the caller vouches for `string`; the text has 15 bytes.
    boundary::enter_or((), || unsafe { copy(STRING_FULL, string) });
}

/// Tells whether an option of the configuration header is switched on.
///
/// \param feature  The option's name, such as "MBEDTLS_SSL_PROTO_TLS1_3".
///
/// \return  0: the headers of this library define it.
/// \return  -1: they do not, or `feature` is NULL.
///
/// # Safety
/// `feature` is null, or points to a NUL-terminated string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_version_check_feature(feature: *const c_char) -> c_int {
    boundary::enter_or(-1, || {
        // SAFETY: the caller vouches for `feature`.
        let Some(feature) = (unsafe { boundary::string(feature) }) else { return -1 };
        let known = FEATURES.binary_search_by(|name| name.as_bytes().cmp(feature.to_bytes()));
        if known.is_ok() { 0 } else { -1 }
    })
}

/// # Safety
/// `to` is null, or valid for writing `text` with its NUL.
unsafe fn copy(text: &CStr, to: *mut c_char) {
    if !to.is_null() {
        // SAFETY: the caller vouches for the room at the non-null `to`.
        unsafe { ptr::copy_nonoverlapping(text.as_ptr(), to, text.count_bytes() + 1) };
    }
}

/// The options that `mbedtls_config.h` defines, in order; what it derives from them does not count as an option.
const FEATURES: &[&str] = &[
    "MBEDTLS_AESCE_C",
    "MBEDTLS_AESNI_C",
    "MBEDTLS_AES_C",
    "MBEDTLS_ARIA_C",
    "MBEDTLS_ASN1_PARSE_C",
    "MBEDTLS_ASN1_WRITE_C",
    "MBEDTLS_BASE64_C",
    "MBEDTLS_BIGNUM_C",
    "MBEDTLS_CAMELLIA_C",
    "MBEDTLS_CCM_C",
    "MBEDTLS_CHACHA20_C",
    "MBEDTLS_CHACHAPOLY_C",
    "MBEDTLS_CIPHER_C",
    "MBEDTLS_CIPHER_MODE_CBC",
    "MBEDTLS_CIPHER_MODE_CFB",
    "MBEDTLS_CIPHER_MODE_CTR",
    "MBEDTLS_CIPHER_MODE_OFB",
    "MBEDTLS_CIPHER_MODE_XTS",
    "MBEDTLS_CIPHER_PADDING_ONE_AND_ZEROS",
    "MBEDTLS_CIPHER_PADDING_PKCS7",
    "MBEDTLS_CIPHER_PADDING_ZEROS",
    "MBEDTLS_CIPHER_PADDING_ZEROS_AND_LEN",
    "MBEDTLS_CMAC_C",
    "MBEDTLS_CTR_DRBG_C",
    "MBEDTLS_DEBUG_C",
    "MBEDTLS_DEPRECATED_WARNING",
    "MBEDTLS_DES_C",
    "MBEDTLS_DHM_C",
    "MBEDTLS_ECDH_C",
    "MBEDTLS_ECDSA_C",
    "MBEDTLS_ECDSA_DETERMINISTIC",
    "MBEDTLS_ECP_C",
    "MBEDTLS_ECP_DP_BP256R1_ENABLED",
    "MBEDTLS_ECP_DP_BP384R1_ENABLED",
    "MBEDTLS_ECP_DP_BP512R1_ENABLED",
    "MBEDTLS_ECP_DP_CURVE25519_ENABLED",
    "MBEDTLS_ECP_DP_CURVE448_ENABLED",
    "MBEDTLS_ECP_DP_SECP192K1_ENABLED",
    "MBEDTLS_ECP_DP_SECP192R1_ENABLED",
    "MBEDTLS_ECP_DP_SECP224K1_ENABLED",
    "MBEDTLS_ECP_DP_SECP224R1_ENABLED",
    "MBEDTLS_ECP_DP_SECP256K1_ENABLED",
    "MBEDTLS_ECP_DP_SECP256R1_ENABLED",
    "MBEDTLS_ECP_DP_SECP384R1_ENABLED",
    "MBEDTLS_ECP_DP_SECP521R1_ENABLED",
    "MBEDTLS_ECP_NIST_OPTIM",
    "MBEDTLS_ENTROPY_C",
    "MBEDTLS_ERROR_C",
    "MBEDTLS_ERROR_STRERROR_DUMMY",
    "MBEDTLS_FS_IO",
    "MBEDTLS_GCM_C",
    "MBEDTLS_GENPRIME",
    "MBEDTLS_HAVE_ASM",
    "MBEDTLS_HAVE_TIME",
    "MBEDTLS_HAVE_TIME_DATE",
    "MBEDTLS_HKDF_C",
    "MBEDTLS_HMAC_DRBG_C",
    "MBEDTLS_KEY_EXCHANGE_DHE_PSK_ENABLED",
    "MBEDTLS_KEY_EXCHANGE_DHE_RSA_ENABLED",
    "MBEDTLS_KEY_EXCHANGE_ECDHE_ECDSA_ENABLED",
    "MBEDTLS_KEY_EXCHANGE_ECDHE_PSK_ENABLED",
    "MBEDTLS_KEY_EXCHANGE_ECDHE_RSA_ENABLED",
    "MBEDTLS_KEY_EXCHANGE_ECDH_ECDSA_ENABLED",
    "MBEDTLS_KEY_EXCHANGE_ECDH_RSA_ENABLED",
    "MBEDTLS_KEY_EXCHANGE_PSK_ENABLED",
    "MBEDTLS_KEY_EXCHANGE_RSA_ENABLED",
    "MBEDTLS_KEY_EXCHANGE_RSA_PSK_ENABLED",
    "MBEDTLS_LMS_C",
    "MBEDTLS_MD5_C",
    "MBEDTLS_NET_C",
    "MBEDTLS_NIST_KW_C",
    "MBEDTLS_OID_C",
    "MBEDTLS_PADLOCK_C",
    "MBEDTLS_PEM_PARSE_C",
    "MBEDTLS_PEM_WRITE_C",
    "MBEDTLS_PKCS12_C",
    "MBEDTLS_PKCS1_V15",
    "MBEDTLS_PKCS1_V21",
    "MBEDTLS_PKCS5_C",
    "MBEDTLS_PKCS7_C",
    "MBEDTLS_PK_C",
    "MBEDTLS_PK_PARSE_C",
    "MBEDTLS_PK_PARSE_EC_COMPRESSED",
    "MBEDTLS_PK_PARSE_EC_EXTENDED",
    "MBEDTLS_PK_RSA_ALT_SUPPORT",
    "MBEDTLS_PK_WRITE_C",
    "MBEDTLS_PLATFORM_C",
    "MBEDTLS_POLY1305_C",
    "MBEDTLS_PSA_CRYPTO_C",
    "MBEDTLS_PSA_CRYPTO_CLIENT",
    "MBEDTLS_PSA_CRYPTO_STORAGE_C",
    "MBEDTLS_PSA_ITS_FILE_C",
    "MBEDTLS_RIPEMD160_C",
    "MBEDTLS_RSA_C",
    "MBEDTLS_SELF_TEST",
    "MBEDTLS_SHA1_C",
    "MBEDTLS_SHA224_C",
    "MBEDTLS_SHA256_C",
    "MBEDTLS_SHA384_C",
    "MBEDTLS_SHA3_C",
    "MBEDTLS_SHA512_C",
    "MBEDTLS_SSL_ALL_ALERT_MESSAGES",
    "MBEDTLS_SSL_ALPN",
    "MBEDTLS_SSL_CACHE_C",
    "MBEDTLS_SSL_CLI_C",
    "MBEDTLS_SSL_CONTEXT_SERIALIZATION",
    "MBEDTLS_SSL_COOKIE_C",
    "MBEDTLS_SSL_DTLS_ANTI_REPLAY",
    "MBEDTLS_SSL_DTLS_CLIENT_PORT_REUSE",
    "MBEDTLS_SSL_DTLS_CONNECTION_ID",
    "MBEDTLS_SSL_DTLS_CONNECTION_ID_COMPAT",
    "MBEDTLS_SSL_DTLS_HELLO_VERIFY",
    "MBEDTLS_SSL_DTLS_SRTP",
    "MBEDTLS_SSL_ENCRYPT_THEN_MAC",
    "MBEDTLS_SSL_EXTENDED_MASTER_SECRET",
    "MBEDTLS_SSL_KEEP_PEER_CERTIFICATE",
    "MBEDTLS_SSL_KEYING_MATERIAL_EXPORT",
    "MBEDTLS_SSL_MAX_FRAGMENT_LENGTH",
    "MBEDTLS_SSL_PROTO_DTLS",
    "MBEDTLS_SSL_PROTO_TLS1_2",
    "MBEDTLS_SSL_PROTO_TLS1_3",
    "MBEDTLS_SSL_RENEGOTIATION",
    "MBEDTLS_SSL_SERVER_NAME_INDICATION",
    "MBEDTLS_SSL_SESSION_TICKETS",
    "MBEDTLS_SSL_SRV_C",
    "MBEDTLS_SSL_TICKET_C",
    "MBEDTLS_SSL_TLS1_3_COMPATIBILITY_MODE",
    "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED",
    "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ENABLED",
    "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL_ENABLED",
    "MBEDTLS_SSL_TLS_C",
    "MBEDTLS_THREADING_C",
    "MBEDTLS_THREADING_PTHREAD",
    "MBEDTLS_TIMING_C",
    "MBEDTLS_VERSION_C",
    "MBEDTLS_VERSION_FEATURES",
    "MBEDTLS_X509_CREATE_C",
    "MBEDTLS_X509_CRL_PARSE_C",
    "MBEDTLS_X509_CRT_PARSE_C",
    "MBEDTLS_X509_CRT_WRITE_C",
    "MBEDTLS_X509_CSR_PARSE_C",
    "MBEDTLS_X509_CSR_WRITE_C",
    "MBEDTLS_X509_RSASSA_PSS_SUPPORT",
    "MBEDTLS_X509_USE_C",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_and_texts_agree() {
        let (mut short, mut full) = ([b'?'; 9], [b'?'; 18]);
        // SAFETY: the buffers have the documented sizes.
        unsafe {
            assert_eq!(mbedtls_version_get_number(), 0x0306_0600);
            mbedtls_version_get_string(short.as_mut_ptr().cast());
            mbedtls_version_get_string_full(full.as_mut_ptr().cast());
            mbedtls_version_get_string(ptr::null_mut());
            mbedtls_version_get_string_full(ptr::null_mut());
        }
        assert_eq!(&short, b"3.6.6\0???");
        assert_eq!(&full, b"Mbed TLS 3.6.6\0???");
    }

    #[test]
    fn features_are_found_by_their_whole_name() {
        assert!(FEATURES.is_sorted());
        let check = |name: &CStr| {
            // SAFETY: the name is terminated.
            unsafe { mbedtls_version_check_feature(name.as_ptr()) }
        };
        for feature in FEATURES {
            assert_eq!(check(&std::ffi::CString::new(*feature).unwrap()), 0, "{feature}");
        }
        for name in [c"", c"SSL_TLS_C", c"MBEDTLS_SSL_TLS_", c"mbedtls_ssl_tls_c", c"MBEDTLS_NO_SUCH_THING"] {
            assert_eq!(check(name), -1, "{name:?}");
        }
        // SAFETY: null is allowed.
        assert_eq!(unsafe { mbedtls_version_check_feature(ptr::null()) }, -1);
    }

    #[test]
    fn the_configuration_header_defines_each_feature() {
        let header = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/include/mbedtls/mbedtls_config.h"));
        let defined: Vec<_> = header
            .lines()
            .filter_map(|line| line.strip_prefix("#define ")?.split_whitespace().next())
            .collect();
        for feature in FEATURES {
            assert!(defined.contains(feature), "{feature}");
        }
    }
}
