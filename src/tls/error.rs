//! What can end a connection, and the alert that tells the peer (RFC 8446 section 6).

/// Why a connection failed. Each says what the peer or the caller did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Error {
    /// A message whose form is wrong: a length, a count, trailing bytes.
    Decode,
    /// A message, or a record type, that does not belong here.
    UnexpectedMessage,
    /// A field that contradicts another one or what was negotiated.
    IllegalParameter,
    /// An extension that this message needs is absent.
    MissingExtension,
    /// An extension that was not offered, or does not belong in this message.
    UnsupportedExtension,
    /// No suite, group, signature scheme or key in common.
    HandshakeFailure,
    /// No way to agree on keys: certificates are ruled out, and no PSK that the client offers is known.
    NoKeyExchangeMode,
    /// The peer does not speak TLS 1.3.
    ProtocolVersion,
    /// No application protocol in common.
    NoApplicationProtocol,
    /// Bytes that are not a TLS record.
    InvalidRecord,
    /// A record longer than allowed.
    RecordOverflow,
    /// A record that its key does not open.
    BadRecordMac,
    /// A Finished, a binder or a CertificateVerify that does not verify.
    Decrypt,
    /// A certificate was asked for and none came.
    CertificateRequired,
    /// A server's certificate list was empty.
    EmptyCertificate,
    /// A peer's key or its signature scheme cannot be used.
    UnusableCertificate,
    /// More of something than a well-meaning peer sends.
    TooMuch,
    /// The peer sent this alert.
    PeerAlert(Alert),
    /// Whoever answered a question refused: `reason` is theirs, `alert` goes to the peer.
    Refused {
        /// What the peer is told.
        alert: Alert,
        /// What the asker's caller is told; opaque here.
        reason: i32,
    },
    /// The operating system gave no randomness.
    NoRandomness,
    /// The caller asked for something impossible in this state or configuration.
    Misuse,
    /// A bug of ours.
    Internal,
}

impl Error {
    /// What the peer is told; `None`: nothing, since it told us, or nothing was said yet.
    pub fn alert(self) -> Option<Alert> {
        Some(match self {
            Self::Decode => Alert::DECODE_ERROR,
            Self::UnexpectedMessage | Self::TooMuch => Alert::UNEXPECTED_MESSAGE,
            Self::IllegalParameter => Alert::ILLEGAL_PARAMETER,
            Self::MissingExtension => Alert::MISSING_EXTENSION,
            Self::UnsupportedExtension => Alert::UNSUPPORTED_EXTENSION,
            Self::HandshakeFailure | Self::NoKeyExchangeMode => Alert::HANDSHAKE_FAILURE,
            Self::ProtocolVersion => Alert::PROTOCOL_VERSION,
            Self::NoApplicationProtocol => Alert::NO_APPLICATION_PROTOCOL,
            Self::InvalidRecord => Alert::UNEXPECTED_MESSAGE,
            Self::RecordOverflow => Alert::RECORD_OVERFLOW,
            Self::BadRecordMac => Alert::BAD_RECORD_MAC,
            Self::Decrypt => Alert::DECRYPT_ERROR,
            Self::CertificateRequired => Alert::CERTIFICATE_REQUIRED,
            Self::EmptyCertificate => Alert::DECODE_ERROR,
            Self::UnusableCertificate => Alert::UNSUPPORTED_CERTIFICATE,
            Self::PeerAlert(_) => return None,
            Self::Refused { alert, .. } => alert,
            Self::NoRandomness | Self::Misuse | Self::Internal => Alert::INTERNAL_ERROR,
        })
    }
}

/// An `AlertDescription` code point; unknown ones are values too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Alert(pub u8);

#[allow(missing_docs)] // the names are those of RFC 8446 section 6
impl Alert {
    pub const CLOSE_NOTIFY: Self = Self(0);
    pub const UNEXPECTED_MESSAGE: Self = Self(10);
    pub const BAD_RECORD_MAC: Self = Self(20);
    pub const RECORD_OVERFLOW: Self = Self(22);
    pub const HANDSHAKE_FAILURE: Self = Self(40);
    pub const BAD_CERTIFICATE: Self = Self(42);
    pub const UNSUPPORTED_CERTIFICATE: Self = Self(43);
    pub const CERTIFICATE_REVOKED: Self = Self(44);
    pub const CERTIFICATE_EXPIRED: Self = Self(45);
    pub const CERTIFICATE_UNKNOWN: Self = Self(46);
    pub const ILLEGAL_PARAMETER: Self = Self(47);
    pub const UNKNOWN_CA: Self = Self(48);
    pub const ACCESS_DENIED: Self = Self(49);
    pub const DECODE_ERROR: Self = Self(50);
    pub const DECRYPT_ERROR: Self = Self(51);
    pub const PROTOCOL_VERSION: Self = Self(70);
    pub const INSUFFICIENT_SECURITY: Self = Self(71);
    pub const INTERNAL_ERROR: Self = Self(80);
    pub const USER_CANCELED: Self = Self(90);
    pub const MISSING_EXTENSION: Self = Self(109);
    pub const UNSUPPORTED_EXTENSION: Self = Self(110);
    pub const UNRECOGNIZED_NAME: Self = Self(112);
    pub const UNKNOWN_PSK_IDENTITY: Self = Self(115);
    pub const CERTIFICATE_REQUIRED: Self = Self(116);
    pub const NO_APPLICATION_PROTOCOL: Self = Self(120);
}

impl Alert {
    /// The name in RFC 8446 section 6.
    pub fn name(self) -> &'static str {
        match self {
            Self::CLOSE_NOTIFY => "close_notify",
            Self::UNEXPECTED_MESSAGE => "unexpected_message",
            Self::BAD_RECORD_MAC => "bad_record_mac",
            Self::RECORD_OVERFLOW => "record_overflow",
            Self::HANDSHAKE_FAILURE => "handshake_failure",
            Self::BAD_CERTIFICATE => "bad_certificate",
            Self::UNSUPPORTED_CERTIFICATE => "unsupported_certificate",
            Self::CERTIFICATE_REVOKED => "certificate_revoked",
            Self::CERTIFICATE_EXPIRED => "certificate_expired",
            Self::CERTIFICATE_UNKNOWN => "certificate_unknown",
            Self::ILLEGAL_PARAMETER => "illegal_parameter",
            Self::UNKNOWN_CA => "unknown_ca",
            Self::ACCESS_DENIED => "access_denied",
            Self::DECODE_ERROR => "decode_error",
            Self::DECRYPT_ERROR => "decrypt_error",
            Self::PROTOCOL_VERSION => "protocol_version",
            Self::INSUFFICIENT_SECURITY => "insufficient_security",
            Self::INTERNAL_ERROR => "internal_error",
            Self::USER_CANCELED => "user_canceled",
            Self::MISSING_EXTENSION => "missing_extension",
            Self::UNSUPPORTED_EXTENSION => "unsupported_extension",
            Self::UNRECOGNIZED_NAME => "unrecognized_name",
            Self::UNKNOWN_PSK_IDENTITY => "unknown_psk_identity",
            Self::CERTIFICATE_REQUIRED => "certificate_required",
            Self::NO_APPLICATION_PROTOCOL => "no_application_protocol",
            _ => "an unknown alert",
        }
    }
}
