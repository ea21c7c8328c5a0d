//! What the C API's information functions print. The layout is what programs parse; each line starts with `prefix`.

use std::ffi::CStr;

use super::algorithm::{Key, Signature};
use super::certificate::Certificate;
use super::crl::RevocationList;
use super::csr::Request;
use super::der::Value;
use super::extensions::{Extensions, GeneralName, kind};
use super::name::{self, Attribute, NoText};
use super::oid;
use super::time::Time;

/// The text of a serial number: pairs of digits, cut off when there are more than 32 bytes.
pub fn serial(bytes: &[u8]) -> String {
    let (shown, cut) = if bytes.len() > 32 { (28, true) } else { (bytes.len(), false) };
    let mut pairs: Vec<String> = bytes.iter().take(shown).map(|byte| format!("{byte:02X}")).collect();
    if bytes.len() > 1 && bytes.first() == Some(&0) {
        pairs.remove(0);
    }
    pairs.join(":") + if cut { "...." } else { "" }
}

/// Several lines about a certificate; an error when a name in it has no text.
pub fn certificate(certificate: &Certificate<'_>, prefix: &[u8]) -> Result<Vec<u8>, NoText> {
    let mut out = Text { bytes: Vec::with_capacity(1024), prefix };
    out.line("cert. version     : ");
    out.add(&certificate.version.to_string());
    out.line("serial number     : ");
    out.add(&serial(certificate.serial.content));
    out.line("issuer name       : ");
    out.name(certificate.issuer_attributes().map_while(Result::ok))?;
    out.line("subject name      : ");
    out.name(certificate.subject_attributes().map_while(Result::ok))?;
    out.line("issued  on        : ");
    out.time(&certificate.not_before);
    out.line("expires on        : ");
    out.time(&certificate.not_after);
    out.signature("signed using      : ", certificate.signature_kind);
    out.key(certificate.key());
    out.extensions(&certificate.extensions)?;
    out.add("\n");
    Ok(out.bytes)
}

/// Several lines about a request.
pub fn request(request: &Request<'_>, prefix: &[u8]) -> Result<Vec<u8>, NoText> {
    let mut out = Text { bytes: Vec::with_capacity(512), prefix };
    out.line("CSR version   : ");
    out.add(&request.version.to_string());
    out.line("subject name  : ");
    out.name(name::attributes(request.subject.content).map_while(Result::ok))?;
    out.signature("signed using  : ", request.signature_kind);
    out.key_of_width(request.key(), 14);
    if request.extensions.present != 0 {
        out.add("\n");
        out.extensions(
            &request.extensions.only(kind::SUBJECT_ALT_NAME | kind::NS_CERT_TYPE | kind::KEY_USAGE),
        )?;
    }
    out.add("\n");
    Ok(out.bytes)
}

/// Several lines about a revocation list.
pub fn revocation_list(list: &RevocationList<'_>, prefix: &[u8]) -> Result<Vec<u8>, NoText> {
    let mut out = Text { bytes: Vec::with_capacity(1024), prefix };
    out.line("CRL version   : ");
    out.add(&list.version.to_string());
    out.line("issuer name   : ");
    out.name(name::attributes(list.issuer.content).map_while(Result::ok))?;
    out.line("this update   : ");
    out.time(&list.this_update);
    out.line("next update   : ");
    out.time(&list.next_update.unwrap_or_default());
    out.line("Revoked certificates:");
    for entry in list.entries() {
        out.line("serial number: ");
        out.add(&serial(entry.serial.content));
        out.add(" revocation date: ");
        out.time(&entry.revocation_date);
    }
    out.signature("signed using  : ", list.signature_kind);
    out.add("\n");
    Ok(out.bytes)
}

struct Text<'a> {
    bytes: Vec<u8>,
    prefix: &'a [u8],
}

impl Text<'_> {
    fn add(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Begins a line.
    fn line(&mut self, label: &str) {
        if !self.bytes.is_empty() {
            self.bytes.push(b'\n');
        }
        self.bytes.extend_from_slice(self.prefix);
        self.add(label);
    }

    /// The C API says of an issuer's or a subject's name without a text only that there is no room.
    fn name<'a>(&mut self, attributes: impl Iterator<Item = Attribute<'a>>) -> Result<(), NoText> {
        name::write_text(&mut self.bytes, attributes).map_err(|_| NoText::TooLong)
    }

    fn time(&mut self, time: &Time) {
        let Time { year, month, day, hour, minute, second } = time;
        self.add(&format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"));
    }

    fn signature(&mut self, label: &str, signature: Signature) {
        self.line(label);
        self.add(&signature.describe());
    }

    fn key(&mut self, key: Key) {
        self.key_of_width(key, 18);
    }

    /// The label is filled up to a width of at least `width`.
    fn key_of_width(&mut self, key: Key, width: usize) {
        let (name, bits) = match key {
            Key::Rsa { bits } => ("RSA", bits),
            Key::Curve { bits, .. } => ("EC", bits),
            Key::Ed25519 => ("Ed25519", 256),
            Key::Other => ("???", 0),
        };
        self.line(&format!("{:<width$}: {bits} bits", format!("{name} key size")));
    }

    fn extensions(&mut self, extensions: &Extensions<'_>) -> Result<(), NoText> {
        if extensions.has(kind::BASIC_CONSTRAINTS) {
            self.line(&format!("basic constraints : CA={}", extensions.is_ca));
            if extensions.max_path_length > 0 {
                self.add(&format!(", max_pathlen={}", extensions.max_path_length - 1));
            }
        }
        if extensions.has(kind::SUBJECT_ALT_NAME) {
            self.line("subject alt name  :");
            if extensions.subject_alt_names().next().is_none() {
                self.general_name(&GeneralName::Other)?;
            }
            for value in extensions.subject_alt_names() {
                match GeneralName::read(&value) {
                    Ok(name) => self.general_name(&name)?,
                    Err(_) => self.line("    <malformed>"),
                }
            }
        }
        if extensions.has(kind::NS_CERT_TYPE) {
            self.line("cert. type        : ");
            self.list(
                NS_CERT_TYPES.iter().filter(|(bit, _)| extensions.ns_cert_type & bit != 0).map(|&(_, n)| n),
            );
        }
        if extensions.has(kind::KEY_USAGE) {
            self.line("key usage         : ");
            self.list(KEY_USAGES.iter().filter(|(bit, _)| extensions.key_usage & bit != 0).map(|&(_, n)| n));
        }
        if extensions.has(kind::EXTENDED_KEY_USAGE) {
            self.line("ext key usage     : ");
            self.oids(oid::PURPOSES, extensions.extended_key_usage());
        }
        if extensions.has(kind::CERTIFICATE_POLICIES) {
            self.line("certificate policies : ");
            self.oids(oid::POLICIES, extensions.policies());
        }
        Ok(())
    }

    fn list<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        self.add(&names.collect::<Vec<_>>().join(", "));
    }

    fn oids<'a>(&mut self, table: &[oid::Entry<&'static CStr>], values: impl Iterator<Item = Value<'a>>) {
        let name = |value: Value<'_>| oid::find(table, value.content).and_then(|name| name.to_str().ok());
        self.list(values.map(|value| name(value).unwrap_or("???")));
    }

    fn general_name(&mut self, name: &GeneralName<'_>) -> Result<(), NoText> {
        match *name {
            GeneralName::Dns(value) => self.labelled("    dNSName : ", value),
            GeneralName::Uri(value) => self.labelled("    uniformResourceIdentifier : ", value),
            GeneralName::Mail(value) => self.labelled("    rfc822Name : ", value),
            GeneralName::Ip(address) => self.labelled("    iPAddress : ", ip_text(address).as_bytes()),
            GeneralName::Directory(content) => {
                self.line("    directoryName : ");
                name::write_text(&mut self.bytes, name::attributes(content).map_while(Result::ok))?;
            }
            GeneralName::HardwareModule { kind, serial, .. } => {
                self.line("    otherName :");
                self.line("        hardware module name :");
                self.labelled(
                    "            hardware type          : ",
                    oid::to_text(kind).map_err(|_| NoText::TooLong)?.as_bytes(),
                );
                self.line("            hardware serial number : ");
                for byte in serial {
                    self.add(&format!("{byte:02X}"));
                }
            }
            GeneralName::Other => self.line("    <unsupported>"),
        }
        Ok(())
    }

    fn labelled(&mut self, label: &str, value: &[u8]) {
        self.line(label);
        self.bytes.extend_from_slice(value);
    }
}

/// Each byte of a version 6 address is printed without a leading zero, as programs have always got it.
fn ip_text(address: &[u8]) -> String {
    match *address {
        [a, b, c, d] => format!("{a}.{b}.{c}.{d}"),
        _ => {
            let groups = address.chunks_exact(2);
            let groups: Vec<_> =
                groups.map(|pair| pair.iter().map(|byte| format!("{byte:X}")).collect::<String>()).collect();
            groups.join(":")
        }
    }
}

const NS_CERT_TYPES: [(u8, &str); 8] = [
    (0x80, "SSL Client"),
    (0x40, "SSL Server"),
    (0x20, "Email"),
    (0x10, "Object Signing"),
    (0x08, "Reserved"),
    (0x04, "SSL CA"),
    (0x02, "Email CA"),
    (0x01, "Object Signing CA"),
];

const KEY_USAGES: [(u32, &str); 9] = [
    (0x80, "Digital Signature"),
    (0x40, "Non Repudiation"),
    (0x20, "Key Encipherment"),
    (0x10, "Data Encipherment"),
    (0x08, "Key Agreement"),
    (0x04, "Key Cert Sign"),
    (0x02, "CRL Sign"),
    (0x01, "Encipher Only"),
    (0x8000, "Decipher Only"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_numbers() {
        assert_eq!(serial(&[0]), "00");
        assert_eq!(serial(&[0, 0]), "00");
        assert_eq!(serial(&[0, 0xab, 1]), "AB:01");
        assert_eq!(serial(&[0xab; 32]).len(), 95);
        assert_eq!(serial(&[0xab; 33]).len(), 87);
        assert!(serial(&[0xab; 33]).ends_with("AB...."));
        assert_eq!(serial(&[]), "");
    }

    #[test]
    fn addresses() {
        assert_eq!(ip_text(&[127, 0, 0, 1]), "127.0.0.1");
        assert_eq!(
            ip_text(&[0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
            "201:DB8:00:00:00:00:00:01"
        );
    }
}
