//! Is this certificate for that host? (RFC 6125, as far as the C API goes.)

use std::net::{Ipv4Addr, Ipv6Addr};

use super::certificate::Certificate;
use super::extensions::{GeneralName, kind};
use super::name::COMMON_NAME;

/// Compares with the alternative names or, in a certificate without that extension, with the common name.
pub fn matches(certificate: &Certificate<'_>, host: &[u8]) -> bool {
    if certificate.extensions.has(kind::SUBJECT_ALT_NAME) {
        matches_alternative_name(certificate, host)
    } else {
        matches_common_name(certificate, host)
    }
}

fn matches_alternative_name(certificate: &Certificate<'_>, host: &[u8]) -> bool {
    let address = Address::parse(host);
    certificate.extensions.subject_alt_names().filter_map(|value| GeneralName::read(&value).ok()).any(
        |name| match name {
            GeneralName::Dns(pattern) => matches_dns(pattern, host),
            GeneralName::Ip(bytes) => address.as_ref().is_some_and(|address| address.bytes() == bytes),
            GeneralName::Uri(uri) => uri == host,
            GeneralName::Mail(_)
            | GeneralName::Directory(_)
            | GeneralName::HardwareModule { .. }
            | GeneralName::Other => false,
        },
    )
}

/// Old certificates have no alternative names at all, and C programs rely on their common name being compared.
/// One alternative name of any kind rules this out.
fn matches_common_name(certificate: &Certificate<'_>, host: &[u8]) -> bool {
    certificate
        .subject_attributes()
        .map_while(Result::ok)
        .any(|attribute| attribute.oid == COMMON_NAME && matches_dns(attribute.value, host))
}

/// A `*` may stand for the whole leftmost label and for nothing else.
fn matches_dns(pattern: &[u8], host: &[u8]) -> bool {
    if pattern.eq_ignore_ascii_case(host) {
        return true;
    }
    let Some(suffix) = pattern.strip_prefix(b"*").filter(|rest| rest.len() >= 2 && rest.starts_with(b"."))
    else {
        return false;
    };
    let label = host.iter().take_while(|&&byte| byte != b'.').count();
    label > 0 && host.get(label..).is_some_and(|rest| rest.eq_ignore_ascii_case(suffix))
}

enum Address {
    V4([u8; 4]),
    V6([u8; 16]),
}

impl Address {
    fn parse(host: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(host).ok()?;
        let v4 = text.parse::<Ipv4Addr>().map(|address| Self::V4(address.octets()));
        v4.or_else(|_| text.parse::<Ipv6Addr>().map(|address| Self::V6(address.octets()))).ok()
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Self::V4(bytes) => bytes,
            Self::V6(bytes) => bytes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dns_names() {
        assert!(matches_dns(b"Example.com", b"eXample.COM"));
        assert!(!matches_dns(b"example.com", b"www.example.com"));
        assert!(!matches_dns(b"example.com\0.evil", b"example.com"));
    }

    #[test]
    fn wildcards_stand_for_one_whole_label() {
        assert!(matches_dns(b"*.example.com", b"www.Example.com"));
        assert!(!matches_dns(b"*.example.com", b"a.b.example.com"));
        assert!(!matches_dns(b"*.example.com", b"example.com"));
        assert!(!matches_dns(b"*.example.com", b".example.com"));
        assert!(!matches_dns(b"w*.example.com", b"www.example.com"));
        assert!(!matches_dns(b"*", b"localhost"));
        assert!(!matches_dns(b"*.", b"localhost."));
    }
}
