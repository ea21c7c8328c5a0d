//! What an error of the protocol is called in C.

use std::ffi::c_int;

use crate::capi::codes::*;
use crate::tls::error::Error;

/// The code of an error.
pub(super) fn code(error: Error) -> c_int {
    match error {
        Error::Decode | Error::EmptyCertificate => MBEDTLS_ERR_SSL_DECODE_ERROR,
        Error::UnexpectedMessage | Error::TooMuch => MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE,
        Error::IllegalParameter | Error::NoKeyExchangeMode => MBEDTLS_ERR_SSL_ILLEGAL_PARAMETER,
        Error::MissingExtension | Error::Decrypt | Error::HandshakeFailure => {
            MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE
        }
        Error::UnsupportedExtension => MBEDTLS_ERR_SSL_UNSUPPORTED_EXTENSION,
        Error::ProtocolVersion => MBEDTLS_ERR_SSL_BAD_PROTOCOL_VERSION,
        Error::NoApplicationProtocol => MBEDTLS_ERR_SSL_NO_APPLICATION_PROTOCOL,
        Error::InvalidRecord | Error::RecordOverflow => MBEDTLS_ERR_SSL_INVALID_RECORD,
        Error::BadRecordMac => MBEDTLS_ERR_SSL_INVALID_MAC,
        Error::CertificateRequired => MBEDTLS_ERR_SSL_NO_CLIENT_CERTIFICATE,
        Error::UnusableCertificate => MBEDTLS_ERR_SSL_BAD_CERTIFICATE,
        Error::PeerAlert(_) => MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE,
        Error::Refused { reason, .. } => reason,
        Error::NoRandomness => MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED,
        Error::Misuse => MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
        Error::Internal => MBEDTLS_ERR_SSL_INTERNAL_ERROR,
    }
}
