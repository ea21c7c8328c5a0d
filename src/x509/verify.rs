//! The verdict on a chain: webpki judges, and a walk in the C API's terms explains a refusal.
//!
//! `accepted` asks webpki and checks the path it offers for what webpki leaves out: the profile, the authorities' own
//! validity and right to sign, and revocation. Only when it finds nothing wrong is the path taken. Otherwise `walk` goes
//! from the end entity towards a root and notes for each certificate what is wrong with it. Where it finds nothing, the end
//! entity is marked with [`flag::OTHER`], unless one of the `departures` says why webpki refused and that this is no harm.

mod departures;
mod walk;

use std::cell::RefCell;
use std::time::Duration;

use pki_types::{CertificateDer, TrustAnchor, UnixTime};
use webpki::{EndEntityCert, ExtendedKeyUsageValidator, KeyPurposeIdIter, VerifiedPath};

use super::algorithm::Signature;
use super::certificate::Certificate;
use super::crl::RevocationList;
use super::der::{Algorithm, Reader, SEQUENCE};
use super::extensions::kind;
use super::host_name;
use super::name;
use super::profile::Profile;
use super::time::Time;
use crate::crypto::certificate_algorithms;

/// What can be wrong with a certificate; the values are the C API's `MBEDTLS_X509_BADCERT_*` and `_BADCRL_*`.
pub mod flag {
    /// Its validity is over.
    pub const EXPIRED: u32 = 0x01;
    /// A list of its issuer's names it.
    pub const REVOKED: u32 = 0x02;
    /// The end entity is not for the host that was asked for.
    pub const NAME_MISMATCH: u32 = 0x04;
    /// No path leads to a trusted certificate.
    pub const NOT_TRUSTED: u32 = 0x08;
    /// Its issuer's list is not signed by a key that may sign lists.
    pub const LIST_NOT_TRUSTED: u32 = 0x10;
    /// Its issuer's list should have been replaced by now.
    pub const LIST_EXPIRED: u32 = 0x20;
    /// Refused for a reason that has no flag.
    pub const OTHER: u32 = 0x0100;
    /// Its validity has not begun.
    pub const FUTURE: u32 = 0x0200;
    /// Its issuer's list is from the future.
    pub const LIST_FUTURE: u32 = 0x0400;
    /// Its key usage does not allow what the key is used for.
    pub const KEY_USAGE: u32 = 0x0800;
    /// Its extended key usage does not name the purpose.
    pub const EXTENDED_KEY_USAGE: u32 = 0x1000;
    /// The profile does not allow its signature's digest.
    pub const BAD_DIGEST: u32 = 0x4000;
    /// The profile does not allow the kind of its key, or of the key it is signed with.
    pub const BAD_KEY_KIND: u32 = 0x8000;
    /// Its key or its issuer's is too short for the profile, or on a curve that the profile does not allow.
    pub const BAD_KEY: u32 = 0x01_0000;
    /// As [`BAD_DIGEST`], of its issuer's list.
    pub const LIST_BAD_DIGEST: u32 = 0x02_0000;
    /// As [`BAD_KEY_KIND`], of its issuer's list.
    pub const LIST_BAD_KEY_KIND: u32 = 0x04_0000;
    /// As [`BAD_KEY`], of its issuer's list.
    pub const LIST_BAD_KEY: u32 = 0x08_0000;
}

/// Bits of [`super::extensions::Extensions::key_usage`].
#[allow(missing_docs)] // the names are those of RFC 5280 section 4.2.1.3
pub mod usage {
    pub const KEY_CERT_SIGN: u32 = 0x04;
    pub const CRL_SIGN: u32 = 0x02;
    pub const ENCIPHER_ONLY: u32 = 0x01;
    pub const DECIPHER_ONLY: u32 = 0x8000;
}

/// What is asked.
pub struct Request<'a> {
    /// What the peer sent, end entity first. At most [`LONGEST_CHAIN`] of them count.
    pub chain: &'a [Certificate<'a>],
    /// The trusted certificates that are named as an issuer in the chain.
    pub trusted: &'a [Certificate<'a>],
    /// The end entity itself, byte for byte, is a trusted certificate.
    pub end_entity_is_trusted: bool,
    /// The revocation lists at hand, not verified yet.
    pub lists: &'a [RevocationList<'a>],
    /// Which algorithms and keys are good enough.
    pub profile: Profile,
    /// The host that the end entity must be for.
    pub host: Option<&'a [u8]>,
    /// The purpose that intermediates which name any purpose must name, as the contents of an OID.
    pub purpose: Option<&'static [u8]>,
    /// Seconds since the start of 1970.
    pub now: u64,
}

/// One certificate of a path, and what is wrong with it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link {
    /// Which certificate it is.
    pub source: Source,
    /// What is wrong with it, as bits of [`flag`]; 0 for nothing.
    pub flags: u32,
}

/// Where a certificate of a path is from: its place in the request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// The index in [`Request::chain`].
    Chain(usize),
    /// The index in [`Request::trusted`].
    Trusted(usize),
}

/// The chain leads over more intermediates than are followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooLong;

/// The path from the end entity upwards. It is trusted if no flag is set anywhere.
pub fn verify(request: &Request<'_>) -> Result<Vec<Link>, TooLong> {
    let judge = Judge { request, now: Time::from_unix(request.now) };
    let Some(end_entity) = request.chain.first() else {
        return Ok(Vec::new());
    };
    let mut path = match judge.trusted_end_entity(end_entity).or_else(|| judge.accepted(end_entity)) {
        Some(path) => path,
        None => judge.walk(end_entity)?,
    };
    if let Some(first) = path.first_mut() {
        first.flags |= judge.end_entity_flags(end_entity);
    }
    Ok(path)
}

/// The end entity and this many above it are looked at, as many as the C API follows.
pub const LONGEST_CHAIN: usize = 10;

/// Intermediates that a path may have.
const MOST_INTERMEDIATES: usize = 8;

struct Judge<'a> {
    request: &'a Request<'a>,
    now: Time,
}

impl<'a> Judge<'a> {
    /// A self-signed end entity that is in the list of trusted certificates needs no further path. webpki has no notion
    /// of this; the C API promises it.
    fn trusted_end_entity(&self, end_entity: &Certificate<'a>) -> Option<Vec<Link>> {
        let trusted = self.request.end_entity_is_trusted && end_entity.is_self_issued();
        trusted.then(|| {
            vec![Link { source: Source::Chain(0), flags: self.own_flags(end_entity, Role::EndEntity) }]
        })
    }

    /// The path that webpki accepts and in which nothing else is wrong.
    fn accepted(&self, end_entity: &Certificate<'a>) -> Option<Vec<Link>> {
        let ders: Vec<_> =
            self.request.trusted.iter().map(|trusted| CertificateDer::from(trusted.raw)).collect();
        let mut places = Vec::with_capacity(ders.len());
        let mut anchors = Vec::with_capacity(ders.len());
        for (place, der) in ders.iter().enumerate() {
            if let Ok(anchor) = webpki::anchor_from_trusted_cert(der) {
                places.push(place);
                anchors.push(anchor);
            }
        }
        if anchors.is_empty() {
            return None;
        }
        let mut intermediates: [CertificateDer<'_>; LONGEST_CHAIN] =
            std::array::from_fn(|_| CertificateDer::from(&[][..]));
        let above = self.request.chain.get(1..)?;
        let count = above.len().min(LONGEST_CHAIN);
        for (slot, certificate) in intermediates.iter_mut().zip(above) {
            *slot = CertificateDer::from(certificate.raw);
        }
        let der = CertificateDer::from(end_entity.raw);
        let end_entity = EndEntityCert::try_from(&der).ok()?;
        let profile = &self.request.profile;
        let found = RefCell::new(None);
        end_entity
            .verify_for_usage(
                &certificate_algorithms::algorithms(
                    |digest| profile.allows(digest),
                    profile.allows_short_rsa(),
                    |curve| profile.allows_curve(curve),
                ),
                &anchors,
                intermediates.get(..count)?,
                UnixTime::since_unix_epoch(Duration::from_secs(self.request.now)),
                AnyUsage,
                None,
                Some(&|candidate: &VerifiedPath<'_>| {
                    *found.borrow_mut() = Some(
                        self.flawless(candidate, &anchors, &places).ok_or(webpki::Error::UnknownIssuer)?,
                    );
                    Ok(())
                }),
            )
            .ok()?;
        found.into_inner()
    }

    /// The links of a path that webpki offers, if there is nothing wrong with any of them.
    fn flawless(
        &self,
        candidate: &VerifiedPath<'_>,
        anchors: &[TrustAnchor<'_>],
        places: &[usize],
    ) -> Option<Vec<Link>> {
        let anchor = anchors.iter().position(|anchor| std::ptr::eq(anchor, candidate.anchor()))?;
        let mut path = Vec::with_capacity(4);
        path.push(Source::Chain(0));
        for intermediate in candidate.intermediate_certificates() {
            let der = intermediate.der();
            let at =
                self.request.chain.iter().skip(1).position(|certificate| certificate.raw == der.as_ref())?;
            path.push(Source::Chain(at + 1));
        }
        path.push(Source::Trusted(*places.get(anchor)?));
        let mut self_issued = 0;
        for (depth, pair) in path.windows(2).enumerate() {
            let &[lower, upper] = pair else { return None };
            let (child, parent) = (self.certificate(lower)?, self.certificate(upper)?);
            let role = if depth == 0 { Role::EndEntity } else { Role::Intermediate };
            let trusted = matches!(upper, Source::Trusted(_));
            if self.own_flags(child, role) != 0
                || !may_issue(parent, trusted, depth, self_issued)
                || self.issuer_flags(child, parent) != 0
            {
                return None;
            }
            self_issued += usize::from(depth > 0 && child.is_self_issued());
        }
        if self.own_flags(self.certificate(*path.last()?)?, Role::Trusted) != 0 {
            return None;
        }
        Some(path.into_iter().map(|source| Link { source, flags: 0 }).collect())
    }

    fn certificate(&self, source: Source) -> Option<&'a Certificate<'a>> {
        match source {
            Source::Chain(at) => self.request.chain.get(at),
            Source::Trusted(at) => self.request.trusted.get(at),
        }
    }

    /// What is wrong with a certificate whoever issued it.
    fn own_flags(&self, certificate: &Certificate<'_>, role: Role) -> u32 {
        let mut flags = self.validity_flags(certificate);
        if role == Role::Trusted {
            return flags;
        }
        if !self.request.profile.allows_digest(certificate.signature_kind) {
            flags |= flag::BAD_DIGEST;
        }
        if !self.request.profile.allows_signature(certificate.signature_kind) {
            flags |= flag::BAD_KEY_KIND;
        }
        if role == Role::Intermediate
            && self.request.purpose.is_some_and(|purpose| !serves(certificate, purpose))
        {
            flags |= flag::EXTENDED_KEY_USAGE;
        }
        flags
    }

    fn validity_flags(&self, certificate: &Certificate<'_>) -> u32 {
        let mut flags = 0;
        if certificate.not_after < self.now {
            flags |= flag::EXPIRED;
        }
        if certificate.not_before > self.now {
            flags |= flag::FUTURE;
        }
        flags
    }

    /// What is wrong with a certificate because of who issued it.
    fn issuer_flags(&self, child: &Certificate<'_>, parent: &Certificate<'_>) -> u32 {
        let key = if self.request.profile.allows_key(parent.key()) { 0 } else { flag::BAD_KEY };
        key | self.revocation_flags(child, parent)
    }

    /// What the end entity alone must satisfy: its own key, and the host name.
    fn end_entity_flags(&self, end_entity: &Certificate<'_>) -> u32 {
        let key = end_entity.key();
        let mut flags = 0;
        if self.request.host.is_some_and(|host| !host_name::matches(end_entity, host)) {
            flags |= flag::NAME_MISMATCH;
        }
        if !self.request.profile.allows_key_kind(key) {
            flags |= flag::BAD_KEY_KIND;
        }
        if !self.request.profile.allows_key(key) {
            flags |= flag::BAD_KEY;
        }
        flags
    }

    fn lists_of(&self, issuer: &Certificate<'_>) -> impl Iterator<Item = &'a RevocationList<'a>> {
        self.request.lists.iter().filter(|list| name::same(list.issuer.raw, issuer.subject.raw))
    }

    /// What the issuer's revocation lists say of a certificate. No list of this issuer is no flaw.
    fn revocation_flags(&self, child: &Certificate<'_>, issuer: &Certificate<'_>) -> u32 {
        let profile = &self.request.profile;
        let mut flags = 0;
        for list in self.lists_of(issuer) {
            if !allows_usage(issuer, usage::CRL_SIGN) {
                return flags | flag::LIST_NOT_TRUSTED;
            }
            if !profile.allows_digest(list.signature_kind) {
                flags |= flag::LIST_BAD_DIGEST;
            }
            if !profile.allows_signature(list.signature_kind) {
                flags |= flag::LIST_BAD_KEY_KIND;
            }
            if !profile.allows_key(issuer.key()) {
                flags |= flag::LIST_BAD_KEY;
            }
            if !is_signed_by(list.tbs, list.signature_kind, &list.algorithm, list.signature, issuer) {
                return flags | flag::LIST_NOT_TRUSTED;
            }
            // RFC 5280 section 5.1.2.5: it has to say when the next one is due.
            if list.next_update.is_none_or(|next| next < self.now) {
                flags |= flag::LIST_EXPIRED;
            }
            if list.this_update > self.now {
                flags |= flag::LIST_FUTURE;
            }
            if list.revokes(child.serial.content) {
                return flags | flag::REVOKED;
            }
        }
        flags
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    EndEntity,
    Intermediate,
    Trusted,
}

/// The C API looks at the purposes of the end entity only after the path, and this module at those of intermediates.
struct AnyUsage;

impl ExtendedKeyUsageValidator for AnyUsage {
    fn validate(&self, _: KeyPurposeIdIter<'_, '_>) -> Result<(), webpki::Error> {
        Ok(())
    }
}

/// May this certificate issue others, with `below` certificates between it and the end entity of which `self_issued`
/// do not count (RFC 5280 section 4.2.1.9)? A trusted one from before version 3 cannot say so and may.
fn may_issue(certificate: &Certificate<'_>, trusted: bool, below: usize, self_issued: usize) -> bool {
    let says_so = certificate.extensions.is_ca && allows_usage(certificate, usage::KEY_CERT_SIGN);
    let limit = usize::try_from(certificate.extensions.max_path_length).unwrap_or(0);
    (says_so || (trusted && certificate.version < 3))
        && (limit == 0 || limit > below.saturating_sub(self_issued))
}

/// Does the keyUsage extension, if there is one, allow this?
pub fn allows_usage(certificate: &Certificate<'_>, wanted: u32) -> bool {
    let extensions = &certificate.extensions;
    !extensions.has(kind::KEY_USAGE) || grants_usage(extensions.key_usage, wanted)
}

/// Do these bits of keyUsage grant those? The two modifiers of key agreement may not be there unasked.
pub fn grants_usage(granted: u32, wanted: u32) -> bool {
    let modifiers = usage::ENCIPHER_ONLY | usage::DECIPHER_ONLY;
    granted & wanted & !modifiers == wanted & !modifiers && granted & modifiers & !wanted == 0
}

/// Does the extendedKeyUsage extension, if there is one, name this purpose or any?
pub fn serves(certificate: &Certificate<'_>, purpose: &[u8]) -> bool {
    !certificate.extensions.has(kind::EXTENDED_KEY_USAGE)
        || certificate
            .extensions
            .extended_key_usage()
            .any(|value| value.content == purpose || value.content == ANY_PURPOSE)
}

/// Does the issuer's key verify this signature? Whether its algorithm is good enough is for the profile to say.
fn is_signed_by(
    message: &[u8],
    kind: Signature,
    algorithm: &Algorithm<'_>,
    signature: &[u8],
    issuer: &Certificate<'_>,
) -> bool {
    let Some((key_algorithm, key)) = split_spki(issuer.spki) else {
        return false;
    };
    // NULL beside ECDSA means nothing, though RFC 5758 section 3.2 forbids it.
    let parameters = algorithm.parameters.filter(|_| !matches!(kind, Signature::Ecdsa(_)));
    let identifier = Algorithm { parameters, ..*algorithm }.identifier();
    if certificate_algorithms::verify(key_algorithm, key, &identifier, message, signature) {
        return true;
    }
    // RFC 4055 section 3.1 leaves the salt's length to the signer, so that there is no list of such algorithms.
    let Signature::RsaPss { digest, mask_digest, salt_length } = kind else {
        return false;
    };
    usize::try_from(salt_length).is_ok_and(|salt_length| {
        mask_digest == digest
            && certificate_algorithms::verify_pss(key_algorithm, key, digest, salt_length, message, signature)
    })
}

fn split_spki(spki: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut fields = Reader::new(spki).sequence().ok()?;
    let algorithm = fields.content(SEQUENCE).ok()?;
    Some((algorithm, fields.octet_aligned_bit_string().ok()?))
}

/// `anyExtendedKeyUsage`.
pub const ANY_PURPOSE: &[u8] = &[0x55, 0x1d, 37, 0];

#[cfg(test)]
mod tests;
