//! ClientHello (RFC 8446 section 4.1.2).

use super::codec::{CodePoints, Reader, put_u16, put_u32, vector};
use super::extension::{self, ExtensionType};
use super::{HEADER_LEN, HandshakeType};
use crate::crypto::key_exchange::NamedGroup;
use crate::crypto::scheme::SignatureScheme;
use crate::tls::error::Error;

/// TLS 1.3 in `supported_versions`.
pub const TLS13: u16 = 0x0304;
/// What the version fields of old say (RFC 8446 appendix D).
pub const LEGACY_VERSION: u16 = 0x0303;

/// PSK with (EC)DHE, and without (RFC 8446 section 4.2.9).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PskModes {
    /// psk_ke.
    pub psk_only: bool,
    /// psk_dhe_ke.
    pub psk_dhe: bool,
}

impl PskModes {
    /// Whether there is one at all.
    pub fn any(self) -> bool {
        self.psk_only || self.psk_dhe
    }
}

/// One offered key share.
#[derive(Clone, Copy)]
pub struct KeyShareEntry<'a> {
    /// The group.
    pub group: NamedGroup,
    /// The public value.
    pub share: &'a [u8],
}

/// The `pre_shared_key` offer: as many binders as identities, at least one of each.
#[derive(Clone, Copy)]
pub struct PskOffer<'a> {
    identities: &'a [u8],
    binders: &'a [u8],
    /// Bytes of the whole message in front of the binders: what they are computed over.
    pub truncated_len: usize,
}

/// One identity with its binder.
#[derive(Clone, Copy)]
pub struct PskIdentity<'a> {
    /// The identity: a ticket, or the name of a key.
    pub identity: &'a [u8],
    /// `obfuscated_ticket_age`.
    pub obfuscated_age: u32,
    /// The binder.
    pub binder: &'a [u8],
}

impl<'a> PskOffer<'a> {
    fn parse(mut body: Reader<'a>, message_len: usize) -> Result<Self, Error> {
        let identities = body.some16()?;
        let binders = body.vec16()?.rest();
        body.end()?;
        // The extension comes last, so the binders' list ends where the message does.
        let truncated_len = message_len.checked_sub(binders.len() + 2).ok_or(Error::Decode)?;
        let (mut ids, mut macs, mut counts) =
            (Reader::new(identities), Reader::new(binders), (0_usize, 0_usize));
        while !ids.is_empty() {
            ids.some16()?;
            ids.u32()?;
            counts.0 += 1;
        }
        while !macs.is_empty() {
            if macs.some8()?.len() < 32 {
                return Err(Error::Decode);
            }
            counts.1 += 1;
        }
        // RFC 8446 section 4.2.11: one binder for each identity.
        if counts.0 != counts.1 {
            return Err(Error::IllegalParameter);
        }
        Ok(Self { identities, binders, truncated_len })
    }

    /// The identities with their binders, in the client's order.
    pub fn iter(self) -> impl Iterator<Item = PskIdentity<'a>> {
        let (mut ids, mut macs) = (Reader::new(self.identities), Reader::new(self.binders));
        std::iter::from_fn(move || {
            let identity = ids.some16().ok()?;
            Some(PskIdentity { identity, obfuscated_age: ids.u32().ok()?, binder: macs.some8().ok()? })
        })
    }
}

/// A ClientHello of a client that speaks TLS 1.3.
pub struct ClientHello<'a> {
    /// The client's random.
    pub random: [u8; 32],
    /// `legacy_session_id`: echoed.
    pub session_id: &'a [u8],
    /// The offered suites.
    pub cipher_suites: CodePoints<'a>,
    /// Whether `supported_versions` lists TLS 1.3.
    pub offers_tls13: bool,
    /// `server_name`.
    pub server_name: Option<&'a [u8]>,
    /// `supported_groups`.
    pub groups: Option<CodePoints<'a>>,
    /// `signature_algorithms`.
    pub signature_schemes: Option<CodePoints<'a>>,
    /// `application_layer_protocol_negotiation`: the names, each with its length.
    pub protocols: Option<&'a [u8]>,
    /// `key_share`.
    pub key_shares: Option<&'a [u8]>,
    /// `psk_key_exchange_modes`.
    pub psk_modes: PskModes,
    /// `pre_shared_key`.
    pub psk: Option<PskOffer<'a>>,
    /// `early_data`.
    pub early_data: bool,
    /// `cookie`.
    pub cookie: Option<&'a [u8]>,
    /// `certificate_authorities`.
    pub authorities: Option<&'a [u8]>,
    /// `record_size_limit`.
    pub record_size_limit: Option<u16>,
}

impl<'a> ClientHello<'a> {
    /// Parses the body of a message.
    pub fn parse(body: &'a [u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(body);
        // The version field must be ignored once supported_versions is there (RFC 8446 section 4.2.1).
        reader.u16()?;
        let random = reader.random()?;
        let session_id = reader.vec8()?.rest();
        if session_id.len() > 32 {
            return Err(Error::Decode);
        }
        let cipher_suites = CodePoints::new(reader.vec16()?.rest())?;
        let compression = reader.some8()?;
        let mut hello = Self {
            random,
            session_id,
            cipher_suites,
            offers_tls13: false,
            server_name: None,
            groups: None,
            signature_schemes: None,
            protocols: None,
            key_shares: None,
            psk_modes: PskModes::default(),
            psk: None,
            early_data: false,
            cookie: None,
            authorities: None,
            record_size_limit: None,
        };
        if reader.is_empty() {
            return Ok(hello); // a client of old: no extensions at all
        }
        let mut modes_seen = false;
        extension::read_all(&mut reader, |kind, body_of| {
            // RFC 8446 section 4.2.11: pre_shared_key is the last one.
            if hello.psk.is_some() {
                return Err(Error::IllegalParameter);
            }
            modes_seen |= kind == ExtensionType::PSK_KEY_EXCHANGE_MODES;
            hello.read_extension(kind, body_of, HEADER_LEN + body.len())
        })?;
        reader.end()?;
        if hello.offers_tls13 {
            // RFC 8446 section 4.1.2: exactly the null method.
            if compression != [0] {
                return Err(Error::IllegalParameter);
            }
            if hello.psk.is_some() && !modes_seen {
                return Err(Error::MissingExtension);
            }
        }
        Ok(hello)
    }

    fn read_extension(
        &mut self,
        kind: ExtensionType,
        mut body: Reader<'a>,
        message_len: usize,
    ) -> Result<(), Error> {
        match kind {
            ExtensionType::SERVER_NAME => self.server_name = read_server_name(body)?,
            ExtensionType::SUPPORTED_GROUPS => self.groups = Some(read_code_points(body)?),
            ExtensionType::SIGNATURE_ALGORITHMS => self.signature_schemes = Some(read_code_points(body)?),
            ExtensionType::SIGNATURE_ALGORITHMS_CERT => drop(read_code_points(body)?),
            ExtensionType::ALPN => self.protocols = Some(read_protocols(body)?),
            ExtensionType::SUPPORTED_VERSIONS => {
                let versions = CodePoints::new(body.vec8()?.rest())?;
                body.end()?;
                self.offers_tls13 = versions.contains(TLS13);
            }
            ExtensionType::KEY_SHARE => {
                let shares = body.vec16()?.rest();
                body.end()?;
                self.key_shares = Some(check_key_shares(shares)?);
            }
            ExtensionType::PSK_KEY_EXCHANGE_MODES => {
                let modes = body.some8()?;
                body.end()?;
                self.psk_modes = PskModes { psk_only: modes.contains(&0), psk_dhe: modes.contains(&1) };
            }
            ExtensionType::PRE_SHARED_KEY => self.psk = Some(PskOffer::parse(body, message_len)?),
            ExtensionType::EARLY_DATA => {
                body.end()?;
                self.early_data = true;
            }
            ExtensionType::COOKIE => {
                self.cookie = Some(body.some16()?);
                body.end()?;
            }
            ExtensionType::RECORD_SIZE_LIMIT => {
                self.record_size_limit = Some(extension::read_record_size_limit(body)?);
            }
            ExtensionType::CERTIFICATE_AUTHORITIES => {
                self.authorities = Some(extension::read_authorities(body)?);
            }
            _ => {} // RFC 8446 section 4.1.2: unrecognised extensions are ignored
        }
        Ok(())
    }

    /// The key shares, in the client's order.
    pub fn shares(&self) -> impl Iterator<Item = KeyShareEntry<'a>> {
        let mut reader = Reader::new(self.key_shares.unwrap_or(&[]));
        std::iter::from_fn(move || next_key_share(&mut reader).ok())
    }
}

fn next_key_share<'a>(reader: &mut Reader<'a>) -> Result<KeyShareEntry<'a>, Error> {
    Ok(KeyShareEntry { group: NamedGroup(reader.u16()?), share: reader.some16()? })
}

/// The form of every share; two for one group are illegal (RFC 8446 section 4.2.8).
fn check_key_shares(shares: &[u8]) -> Result<&[u8], Error> {
    const MOST: usize = 32;
    let (mut reader, mut seen, mut count) = (Reader::new(shares), [NamedGroup(0); MOST], 0);
    while !reader.is_empty() {
        let group = next_key_share(&mut reader)?.group;
        if seen.iter().take(count).any(|other| *other == group) {
            return Err(Error::IllegalParameter);
        }
        *seen.get_mut(count).ok_or(Error::TooMuch)? = group;
        count += 1;
    }
    Ok(shares)
}

fn read_code_points(mut body: Reader<'_>) -> Result<CodePoints<'_>, Error> {
    let points = CodePoints::new(body.vec16()?.rest())?;
    body.end()?;
    Ok(points)
}

/// The host name of RFC 6066 section 3; other kinds of name are passed over, two of one kind are illegal.
fn read_server_name(mut body: Reader<'_>) -> Result<Option<&[u8]>, Error> {
    let mut list = Reader::new(body.some16()?);
    body.end()?;
    let mut host = None;
    while !list.is_empty() {
        let kind = list.u8()?;
        let name = list.some16()?;
        if kind == 0 && host.replace(name).is_some() {
            return Err(Error::IllegalParameter);
        }
    }
    Ok(host)
}

fn read_protocols(mut body: Reader<'_>) -> Result<&[u8], Error> {
    let names = body.some16()?;
    body.end()?;
    let mut each = Reader::new(names);
    while !each.is_empty() {
        each.some8()?;
    }
    Ok(names)
}

/// What a client's extensions say, in the order in which they are written. `pre_shared_key` follows them.
pub struct Offer<'a> {
    /// The client's random.
    pub random: &'a [u8; 32],
    /// `legacy_session_id`.
    pub session_id: &'a [u8],
    /// The suites.
    pub cipher_suites: &'a [u16],
    /// `server_name`.
    pub server_name: Option<&'a [u8]>,
    /// `supported_groups`.
    pub groups: &'a [NamedGroup],
    /// `signature_algorithms`.
    pub signature_schemes: &'a [SignatureScheme],
    /// `application_layer_protocol_negotiation`, as on the wire.
    pub protocols: &'a [u8],
    /// `psk_key_exchange_modes`.
    pub psk_modes: PskModes,
    /// `cookie`, echoed.
    pub cookie: &'a [u8],
    /// `record_size_limit`.
    pub record_size_limit: u16,
    /// `early_data`.
    pub early_data: bool,
}

/// An identity to offer, with the length of its binder.
pub struct OfferedIdentity<'a> {
    /// The identity.
    pub identity: &'a [u8],
    /// `obfuscated_ticket_age`; 0 for an external key.
    pub obfuscated_age: u32,
    /// Bytes of the binder, which are zero until it is known.
    pub binder_len: usize,
}

/// Appends the message. `shares` gives the key shares; with `psk`, the binder is left zero at the very end.
pub fn write<'s>(
    out: &mut Vec<u8>,
    offer: &Offer<'_>,
    shares: impl Iterator<Item = KeyShareEntry<'s>>,
    psk: Option<&OfferedIdentity<'_>>,
) {
    super::write(out, HandshakeType::CLIENT_HELLO, |out| {
        put_u16(out, LEGACY_VERSION);
        out.extend_from_slice(offer.random);
        vector(out, 1, |out| out.extend_from_slice(offer.session_id));
        vector(out, 2, |out| offer.cipher_suites.iter().for_each(|suite| put_u16(out, *suite)));
        out.extend_from_slice(&[1, 0]); // the null compression method
        vector(out, 2, |out| {
            write_extensions(out, offer);
            if !offer.groups.is_empty() {
                extension::write(out, ExtensionType::KEY_SHARE, |out| {
                    vector(out, 2, |out| shares.for_each(|entry| write_key_share(out, &entry)));
                });
            }
            if let Some(psk) = psk {
                write_psk(out, psk);
            }
        });
    });
}

/// Appends a `KeyShareEntry`.
pub fn write_key_share(out: &mut Vec<u8>, entry: &KeyShareEntry<'_>) {
    put_u16(out, entry.group.0);
    vector(out, 2, |out| out.extend_from_slice(entry.share));
}

fn write_extensions(out: &mut Vec<u8>, offer: &Offer<'_>) {
    if let Some(name) = offer.server_name {
        extension::write(out, ExtensionType::SERVER_NAME, |out| {
            vector(out, 2, |out| {
                out.push(0); // host_name
                vector(out, 2, |out| out.extend_from_slice(name));
            });
        });
    }
    extension::write(out, ExtensionType::SUPPORTED_VERSIONS, |out| {
        vector(out, 1, |out| put_u16(out, TLS13));
    });
    if !offer.groups.is_empty() {
        extension::write(out, ExtensionType::SUPPORTED_GROUPS, |out| {
            vector(out, 2, |out| offer.groups.iter().for_each(|group| put_u16(out, group.0)));
        });
    }
    if !offer.signature_schemes.is_empty() {
        extension::write(out, ExtensionType::SIGNATURE_ALGORITHMS, |out| {
            vector(out, 2, |out| offer.signature_schemes.iter().for_each(|scheme| put_u16(out, scheme.0)));
        });
    }
    if !offer.protocols.is_empty() {
        extension::write(out, ExtensionType::ALPN, |out| {
            vector(out, 2, |out| out.extend_from_slice(offer.protocols));
        });
    }
    if !offer.cookie.is_empty() {
        extension::write(out, ExtensionType::COOKIE, |out| {
            vector(out, 2, |out| out.extend_from_slice(offer.cookie));
        });
    }
    extension::write_record_size_limit(out, offer.record_size_limit);
    if offer.early_data {
        extension::write(out, ExtensionType::EARLY_DATA, |_| {});
    }
    if offer.psk_modes.any() {
        extension::write(out, ExtensionType::PSK_KEY_EXCHANGE_MODES, |out| {
            vector(out, 1, |out| {
                if offer.psk_modes.psk_dhe {
                    out.push(1);
                }
                if offer.psk_modes.psk_only {
                    out.push(0);
                }
            });
        });
    }
}

fn write_psk(out: &mut Vec<u8>, psk: &OfferedIdentity<'_>) {
    extension::write(out, ExtensionType::PRE_SHARED_KEY, |out| {
        vector(out, 2, |out| {
            vector(out, 2, |out| out.extend_from_slice(psk.identity));
            put_u32(out, psk.obfuscated_age);
        });
        vector(out, 2, |out| {
            vector(out, 1, |out| out.extend(std::iter::repeat_n(0, psk.binder_len)));
        });
    });
}
