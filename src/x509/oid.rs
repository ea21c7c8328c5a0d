//! Object identifiers (X.690 section 8.19): what they stand for, by the numbers of the C API, and as text.

use std::ffi::CStr;

use super::der::DerError;
use super::extensions::kind;

/// An OID's contents and what it stands for.
pub type Entry<T> = (&'static [u8], T);

/// What `oid` stands for in `table`.
pub fn find<T: Copy>(table: &[Entry<T>], oid: &[u8]) -> Option<T> {
    table.iter().find(|(known, _)| *known == oid).map(|&(_, meaning)| meaning)
}

/// The first OID of `table` that stands for `meaning`.
pub fn find_oid<T: Copy + PartialEq>(table: &[Entry<T>], meaning: T) -> Option<&'static [u8]> {
    table.iter().find(|(_, known)| *known == meaning).map(|&(oid, _)| oid)
}

/// The OID of the signature algorithm for a kind of key and a digest, by their numbers.
pub fn signature(key: u32, digest: u32) -> Option<&'static [u8]> {
    let mut known = SIGNATURES.iter();
    known.find(|(_, (md, pk, _))| *md == digest && *pk == key).map(|&(oid, _)| oid)
}

/// An OID in dotted decimals.
pub fn to_text(oid: &[u8]) -> Result<String, DerError> {
    let mut text = String::new();
    let mut arc: u32 = 0;
    let mut inside = false;
    for &byte in oid {
        // A leading 0x80 pads an arc, which X.690 section 8.19.2 forbids.
        if (!inside && byte == 0x80) || arc > u32::MAX >> 7 {
            return Err(DerError::InvalidData);
        }
        arc = (arc << 7) | u32::from(byte & 0x7f);
        inside = byte & 0x80 != 0;
        if inside {
            continue;
        }
        if text.is_empty() {
            let top = (arc / 40).min(2);
            text = format!("{top}.{}", arc - top * 40);
        } else {
            text.push_str(&format!(".{arc}"));
        }
        arc = 0;
    }
    if inside || text.is_empty() { Err(DerError::OutOfData) } else { Ok(text) }
}

/// The contents of an OID that is given in dotted decimals; a dot may end them.
pub fn from_text(text: &[u8]) -> Option<Vec<u8>> {
    let text = text.strip_suffix(b".").unwrap_or(text);
    let mut arcs = text.split(|&byte| byte == b'.').map(number);
    if text.iter().filter(|&&byte| byte == b'.').count() >= MOST_ARCS {
        return None;
    }
    let (top, second) = (arcs.next()??, arcs.next()??);
    if top > 2 || (top < 2 && second > 39) {
        return None;
    }
    let mut oid = Vec::with_capacity(text.len());
    push_arc(&mut oid, second.checked_add(top * 40)?);
    for arc in arcs {
        push_arc(&mut oid, arc?);
    }
    Some(oid)
}

fn number(digits: &[u8]) -> Option<u32> {
    let plain = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    std::str::from_utf8(digits).ok().filter(|_| plain)?.parse().ok()
}

/// Seven bits a byte, the highest first; all but the last byte have their top bit set.
fn push_arc(oid: &mut Vec<u8>, arc: u32) {
    for shift in [28, 21, 14, 7] {
        if arc >> shift != 0 {
            oid.push(0x80 | (arc >> shift).to_le_bytes().first().copied().unwrap_or(0));
        }
    }
    oid.push(arc.to_le_bytes().first().copied().unwrap_or(0) & 0x7f);
}

const MOST_ARCS: usize = 128;

/// The types of attributes in names, as their text has them.
pub const ATTRIBUTES: &[Entry<&CStr>] = &[
    (&[0x55, 4, 3], c"CN"),
    (&[0x55, 4, 6], c"C"),
    (&[0x55, 4, 7], c"L"),
    (&[0x55, 4, 8], c"ST"),
    (&[0x55, 4, 10], c"O"),
    (&[0x55, 4, 11], c"OU"),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 1], c"emailAddress"),
    (&[0x55, 4, 5], c"serialNumber"),
    (&[0x55, 4, 16], c"postalAddress"),
    (&[0x55, 4, 17], c"postalCode"),
    (&[0x55, 4, 4], c"SN"),
    (&[0x55, 4, 42], c"GN"),
    (&[0x55, 4, 43], c"initials"),
    (&[0x55, 4, 44], c"generationQualifier"),
    (&[0x55, 4, 12], c"title"),
    (&[0x55, 4, 46], c"dnQualifier"),
    (&[0x55, 4, 65], c"pseudonym"),
    (&[0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 1, 1], c"uid"),
    (&[0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 1, 25], c"DC"),
    (&[0x55, 4, 45], c"uniqueIdentifier"),
];

/// Extensions by their bit in [`kind`].
pub const EXTENSIONS: &[Entry<u32>] = &[
    (&[0x55, 0x1d, 14], kind::SUBJECT_KEY_IDENTIFIER),
    (&[0x55, 0x1d, 15], kind::KEY_USAGE),
    (&[0x55, 0x1d, 17], kind::SUBJECT_ALT_NAME),
    (&[0x55, 0x1d, 19], kind::BASIC_CONSTRAINTS),
    (&[0x55, 0x1d, 32], kind::CERTIFICATE_POLICIES),
    (&[0x55, 0x1d, 35], kind::AUTHORITY_KEY_IDENTIFIER),
    (&[0x55, 0x1d, 37], kind::EXTENDED_KEY_USAGE),
    (&[0x60, 0x86, 0x48, 1, 0x86, 0xf8, 0x42, 1, 1], kind::NS_CERT_TYPE),
];

/// Purposes of keys.
pub const PURPOSES: &[Entry<&CStr>] = &[
    (&[0x2b, 6, 1, 5, 5, 7, 3, 1], c"TLS Web Server Authentication"),
    (&[0x2b, 6, 1, 5, 5, 7, 3, 2], c"TLS Web Client Authentication"),
    (&[0x2b, 6, 1, 5, 5, 7, 3, 3], c"Code Signing"),
    (&[0x2b, 6, 1, 5, 5, 7, 3, 4], c"E-mail Protection"),
    (&[0x2b, 6, 1, 5, 5, 7, 3, 8], c"Time Stamping"),
    (&[0x2b, 6, 1, 5, 5, 7, 3, 9], c"OCSP Signing"),
    (&[0x2b, 6, 1, 4, 1, 0x82, 0xe4, 0x25, 1], c"Wi-SUN Alliance Field Area Network (FAN)"),
];

/// Certificate policies.
pub const POLICIES: &[Entry<&CStr>] = &[(&[0x55, 0x1d, 32, 0], c"Any Policy")];

/// Signature algorithms: the digest, the kind of key, and their text.
pub const SIGNATURES: &[Entry<(u32, u32, &CStr)>] = &[
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 4], (3, 1, c"RSA with MD5")),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 5], (5, 1, c"RSA with SHA1")),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 14], (8, 1, c"RSA with SHA-224")),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11], (9, 1, c"RSA with SHA-256")),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 12], (10, 1, c"RSA with SHA-384")),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 13], (11, 1, c"RSA with SHA-512")),
    (&[0x2b, 0x0e, 3, 2, 0x1d], (5, 1, c"RSA with SHA1")),
    (&[0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 1], (5, 4, c"ECDSA with SHA1")),
    (&[0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 1], (8, 4, c"ECDSA with SHA224")),
    (&[0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2], (9, 4, c"ECDSA with SHA256")),
    (&[0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 3], (10, 4, c"ECDSA with SHA384")),
    (&[0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 4], (11, 4, c"ECDSA with SHA512")),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 10], (0, 6, c"RSASSA-PSS")),
];

/// Public keys by their kind.
pub const KEYS: &[Entry<u32>] = &[
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1], 1),
    (&[0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1], 2),
    (&[0x2b, 0x81, 4, 1, 12], 3),
];

/// Curves (RFC 5480 section 2.1.1.1, RFC 5639) by their number.
pub const CURVES: &[Entry<u32>] = &[
    (&[0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 1], 1),
    (&[0x2b, 0x81, 4, 0, 33], 2),
    (&[0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7], 3),
    (&[0x2b, 0x81, 4, 0, 34], 4),
    (&[0x2b, 0x81, 4, 0, 35], 5),
    (&[0x2b, 0x24, 3, 3, 2, 8, 1, 1, 7], 6),
    (&[0x2b, 0x24, 3, 3, 2, 8, 1, 1, 11], 7),
    (&[0x2b, 0x24, 3, 3, 2, 8, 1, 1, 13], 8),
    (&[0x2b, 0x81, 4, 0, 31], 10),
    (&[0x2b, 0x81, 4, 0, 32], 11),
    (&[0x2b, 0x81, 4, 0, 10], 12),
];

/// Curves that are algorithms of their own (RFC 8410 section 3).
pub const CURVE_ALGORITHMS: &[Entry<u32>] = &[(&[0x2b, 0x65, 0x6e], 9), (&[0x2b, 0x65, 0x6f], 13)];

/// Ciphers by their number.
pub const CIPHERS: &[Entry<u32>] = &[
    (&[0x2b, 0x0e, 3, 2, 7], 33),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 3, 7], 37),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 2], 5),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 22], 6),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 42], 7),
];

/// Digests by their number.
pub const DIGESTS: &[Entry<u32>] = &[
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 5], 3),
    (&[0x2b, 0x24, 3, 2, 1], 4),
    (&[0x2b, 0x0e, 3, 2, 0x1a], 5),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 4], 8),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1], 9),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 2], 10),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 3], 11),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 7], 16),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 8], 17),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 9], 18),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 10], 19),
];

/// HMAC by the digest's number.
pub const MACS: &[Entry<u32>] = &[
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 7], 5),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 8], 8),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 9], 9),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 10], 10),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 11], 11),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 13], 16),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 14], 17),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 15], 18),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 16], 19),
    (&[0x2b, 6, 1, 5, 5, 8, 1, 4], 4),
];

/// Encryption with a password (RFC 7292 appendix C): the numbers of digest and cipher.
pub const PASSWORD_CIPHERS: &[Entry<(u32, u32)>] = &[
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 1, 3], (5, 37)),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 1, 4], (5, 35)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let cases: [(&str, &[u8]); 4] = [
            ("1.2.840.113549", &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d]),
            ("2.999.3", &[0x88, 0x37, 3]),
            ("2.4294967215", &[0x8f, 0xff, 0xff, 0xff, 0x7f]),
            ("0.39.0", &[0x27, 0]),
        ];
        for (text, oid) in cases {
            assert_eq!(to_text(oid).as_deref(), Ok(text));
            assert_eq!(from_text(text.as_bytes()).as_deref(), Some(oid));
        }
    }

    #[test]
    fn what_is_no_oid() {
        assert_eq!(to_text(&[0x2a, 0x80, 1]), Err(DerError::InvalidData));
        assert_eq!(to_text(&[0x2a, 0x81]), Err(DerError::OutOfData));
        assert_eq!(to_text(&[0x2a, 0x9f, 0xff, 0xff, 0xff, 0xff, 1]), Err(DerError::InvalidData));
        assert_eq!(to_text(&[]), Err(DerError::OutOfData));
        for text in ["", "1", "1.", "3.1", "1.40", "1..2", "1.+2", "1.2a", "1.2.4294967296", "2.4294967216"] {
            assert_eq!(from_text(text.as_bytes()), None, "{text}");
        }
        assert!(from_text("1.2".repeat(43).as_bytes()).is_some_and(|oid| oid.len() < 128));
        assert_eq!(from_text(["1"; 129].join(".").as_bytes()), None);
    }
}
