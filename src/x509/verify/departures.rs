//! Why a path that webpki refuses is trusted all the same, as the C API's programs rely on.
//!
//! Each function names one reason for which webpki refuses a path in which the walk has found nothing wrong: every
//! signature, date, right to sign, length, digest and key is checked by then. What webpki alone checks must not be at stake.
//! The two other departures are elsewhere: an end entity that is trusted itself, in [`super::verify`], and a common name as
//! host name, in [`crate::x509::host_name`].

use pki_types::CertificateDer;

use crate::crypto::certificate_algorithms;
use crate::x509::algorithm::{Key, Signature};
use crate::x509::certificate::Certificate;

/// Is this path, end entity first and the trusted certificate last, refused by webpki only for one of the reasons below?
pub(super) fn trusted(path: &[&Certificate<'_>]) -> bool {
    let reasons = [
        end_entity_says_it_is_an_authority,
        end_entity_is_older_than_version_3,
        names_are_the_same_in_other_words,
        more_intermediates_than_webpki_follows,
        signature_is_of_another_kind,
        critical_extension_is_beyond_webpki,
        validity_began_before_1970,
    ];
    reasons.iter().any(|reason| reason(path)) && !names_are_constrained(path) && is_well_formed(path)
}

/// Programs with one self-made authority use its certificate, or one that was made like it, for a server. Whoever holds an
/// authority's key could issue itself a certificate without that flag, so that nothing is gained by it.
fn end_entity_says_it_is_an_authority(path: &[&Certificate<'_>]) -> bool {
    path.first().is_some_and(|end_entity| end_entity.extensions.is_ca)
}

/// Devices still have them. Without extensions it can issue nothing ([`super::may_issue`] wants version 3 of whoever is
/// not trusted) and its host name is its common name.
fn end_entity_is_older_than_version_3(path: &[&Certificate<'_>]) -> bool {
    path.first().is_some_and(|end_entity| end_entity.version < 3)
}

/// Names as [`crate::x509::name::same`] compares them; webpki compares bytes. The signature decides who the issuer is.
fn names_are_the_same_in_other_words(path: &[&Certificate<'_>]) -> bool {
    path.windows(2).any(|pair| matches!(pair, [child, parent] if child.issuer.raw != parent.subject.raw))
}

/// webpki stops after six; the walk, which tries one path only, goes as far as the C API.
fn more_intermediates_than_webpki_follows(path: &[&Certificate<'_>]) -> bool {
    path.len() > 2 + 6
}

/// webpki knows RSASSA-PSS with a salt as long as the digest, a strong digest, a key from 2048 bits and one way to write this
/// down, and ECDSA without NULL. Another length of salt is as good (RFC 4055 section 3.1), and for the rest the profile was
/// asked.
fn signature_is_of_another_kind(path: &[&Certificate<'_>]) -> bool {
    path.windows(2).any(|pair| {
        let &[child, parent] = pair else { return false };
        let unknown = || !certificate_algorithms::is_strong(&child.algorithm.identifier());
        match child.signature_kind {
            Signature::RsaPss { .. } => matches!(parent.key(), Key::Rsa { bits } if bits < 2048) || unknown(),
            Signature::Ecdsa(_) => child.algorithm.parameters.is_some(),
            Signature::Rsa(_) | Signature::Ed25519 => false,
        }
    })
}

/// A critical key identifier, any policy or Netscape certificate type, which mean no harm, or what a program took in its
/// callback of `mbedtls_x509_crt_parse_der_with_ext_cb`: else there would be no such certificate.
fn critical_extension_is_beyond_webpki(path: &[&Certificate<'_>]) -> bool {
    path.iter().any(|certificate| certificate.extensions.critical_beyond_webpki)
}

/// webpki counts time from 1970; devices without a clock have certificates that begin earlier.
fn validity_began_before_1970(path: &[&Certificate<'_>]) -> bool {
    path.iter().any(|certificate| certificate.not_before.year < 1970)
}

/// Only webpki holds name constraints against the names below them (RFC 5280 section 4.2.1.10).
fn names_are_constrained(path: &[&Certificate<'_>]) -> bool {
    path.iter().skip(1).any(|authority| authority.extensions.name_constrained)
}

/// webpki reads each certificate, but for those that two of the reasons are about.
fn is_well_formed(path: &[&Certificate<'_>]) -> bool {
    path.iter().enumerate().all(|(at, certificate)| {
        let der = CertificateDer::from(certificate.raw);
        let old_end_entity = at == 0 && certificate.version < 3;
        if at + 1 == path.len() {
            webpki::anchor_from_trusted_cert(&der).is_ok()
        } else {
            old_end_entity
                || certificate.extensions.critical_beyond_webpki
                || webpki::EndEntityCert::try_from(&der).is_ok()
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::x509::certificate::Certificate;
    use crate::x509::extensions::Critical;
    use crate::x509::profile::Profile;
    use crate::x509::verify::{Request, flag, verify};

    macro_rules! der {
        ($name:literal) => {
            include_bytes!(concat!("../../../tests/certificates/departures/", $name, ".der")).as_slice()
        };
    }

    const DEFAULT: Profile =
        Profile { digests: 0x700, key_kinds: 0x0fff_ffff, curves: 0xfc, rsa_min_bits: 2048 };
    const OLD: Profile = Profile { digests: u32::MAX, rsa_min_bits: 1024, ..DEFAULT };

    /// The flags from the end entity upwards, in the middle of 2026.
    fn with(profile: Profile, chain: &[&[u8]], root: &[u8]) -> Vec<u32> {
        let parse = |der| Certificate::parse_with(der, Critical::Left).unwrap();
        let chain: Vec<_> = chain.iter().map(|der| parse(der)).collect();
        let request = Request {
            chain: &chain,
            trusted: &[parse(root)],
            end_entity_is_trusted: false,
            lists: &[],
            profile,
            host: None,
            purpose: None,
            now: 1_782_900_000,
        };
        verify(&request).unwrap().iter().map(|link| link.flags).collect()
    }

    fn flags(chain: &[&[u8]]) -> Vec<u32> {
        with(DEFAULT, chain, der!("root"))
    }

    /// A departure excuses nothing else: an unknown issuer, a changed signature or a changed intermediate are found.
    fn nothing_else_is_excused(chain: &[&[u8]], root: &[u8], profile: Profile) {
        assert!(with(profile, chain, root).iter().all(|&flags| flags == 0));
        assert!(with(profile, chain, der!("stranger")).contains(&flag::NOT_TRUSTED));
        for at in 0..chain.len() {
            let mut changed = chain[at].to_vec();
            *changed.last_mut().unwrap() ^= 1;
            let mut chain = chain.to_vec();
            chain[at] = &changed;
            assert!(with(profile, &chain, root).iter().any(|&flags| flags & flag::NOT_TRUSTED != 0), "{at}");
        }
    }

    #[test]
    fn an_end_entity_that_says_it_is_an_authority() {
        assert_eq!(flags(&[der!("ca-leaf")]), [0, 0]);
        assert_eq!(flags(&[der!("inter-ca-leaf"), der!("inter")]), [0, 0, 0]);
        nothing_else_is_excused(&[der!("inter-ca-leaf"), der!("inter")], der!("root"), DEFAULT);
    }

    #[test]
    fn an_end_entity_older_than_version_3() {
        assert_eq!(flags(&[der!("v1-leaf")]), [0, 0]);
        assert_eq!(flags(&[der!("inter-v1-leaf"), der!("inter")]), [0, 0, 0]);
        nothing_else_is_excused(&[der!("inter-v1-leaf"), der!("inter")], der!("root"), DEFAULT);
    }

    #[test]
    fn name_constraints_above_rule_departures_out() {
        assert_eq!(flags(&[der!("inter-fine-ca"), der!("inter-fine")]), [flag::OTHER, 0, 0]);
        assert_eq!(flags(&[der!("inter-fine-v1"), der!("inter-fine")]), [flag::OTHER, 0, 0]);
    }

    #[test]
    fn the_same_names_in_other_words() {
        assert_eq!(flags(&[der!("upper-leaf")]), [0, 0]);
        assert_eq!(with(DEFAULT, &[der!("inter-ca-leaf"), der!("inter")], der!("root-upper")), [0, 0, 0]);
        nothing_else_is_excused(&[der!("upper-leaf")], der!("root"), DEFAULT);
    }

    #[test]
    fn more_intermediates_than_webpki_follows() {
        let below =
            [der!("deep8"), der!("deep7"), der!("deep6"), der!("deep5"), der!("deep4"), der!("deep3")];
        let rest = [der!("deep2"), der!("deep1")];
        let longest = [&[der!("deep8-leaf")][..], &below, &rest].concat();
        assert_eq!(flags(&longest), [0; 10]);
        nothing_else_is_excused(&longest, der!("root"), DEFAULT);
        let six = [&[der!("deep6-leaf")][..], &below[2..], &rest].concat();
        assert_eq!(flags(&six), [0; 8]);
    }

    #[test]
    fn pss_with_other_salts_digests_and_keys() {
        let root = der!("rsa2048-root");
        nothing_else_is_excused(&[der!("pss-sha256-20")], root, DEFAULT);
        nothing_else_is_excused(&[der!("pss-sha1-20")], root, OLD);
        nothing_else_is_excused(&[der!("pss-rsa1024")], der!("rsa1024-root"), OLD);
        assert_eq!(with(DEFAULT, &[der!("pss-sha1-20")], root), [flag::BAD_DIGEST, 0]);
        assert_eq!(with(DEFAULT, &[der!("pss-rsa1024")], der!("rsa1024-root")), [flag::BAD_KEY, 0]);
        assert_eq!(with(DEFAULT, &[der!("pss-sha256-32")], root), [0, 0]);
    }

    #[test]
    fn critical_extensions_beyond_webpki() {
        for leaf in [der!("policy-any"), der!("critical-ids"), der!("unknown-critical")] {
            assert_eq!(flags(&[leaf]), [0, 0]);
            nothing_else_is_excused(&[leaf], der!("root"), DEFAULT);
        }
        assert!(Certificate::parse(der!("unknown-critical")).is_err());
    }

    #[test]
    fn a_validity_that_began_before_1970() {
        nothing_else_is_excused(&[der!("forever")], der!("root"), DEFAULT);
    }

    /// These are no departures: webpki is given weak algorithms where the profile asks for them, and only there.
    #[test]
    fn weak_algorithms_where_the_profile_allows_them() {
        let cases = [
            (der!("sha1-leaf"), der!("root"), flag::BAD_DIGEST),
            (der!("p384-sha1-leaf"), der!("p384-root"), flag::BAD_DIGEST),
            (der!("p521-sha1-leaf"), der!("p521-root"), flag::BAD_DIGEST),
            (der!("rsa2048-sha1-leaf"), der!("rsa2048-root"), flag::BAD_DIGEST),
            (der!("rsa2048-md5-leaf"), der!("rsa2048-root"), flag::BAD_DIGEST),
            (der!("rsa1024-leaf"), der!("rsa1024-root"), flag::BAD_KEY),
            (der!("rsa1024-sha384-leaf"), der!("rsa1024-root"), flag::BAD_KEY),
        ];
        for (leaf, root, flag) in cases {
            assert_eq!(with(DEFAULT, &[leaf], root), [flag, 0]);
            nothing_else_is_excused(&[leaf], root, OLD);
        }
        // What is allowed does not let in the other.
        let short = Profile { rsa_min_bits: 1024, ..DEFAULT };
        let sha1 = Profile { digests: 0x710, ..DEFAULT };
        assert_eq!(with(short, &[der!("rsa1024-leaf")], der!("rsa1024-root")), [0, 0]);
        assert_eq!(with(short, &[der!("sha1-leaf")], der!("root")), [flag::BAD_DIGEST, 0]);
        assert_eq!(with(sha1, &[der!("sha1-leaf")], der!("root")), [0, 0]);
        assert_eq!(with(sha1, &[der!("rsa1024-leaf")], der!("rsa1024-root")), [flag::BAD_KEY, 0]);
        assert_eq!(with(sha1, &[der!("rsa2048-md5-leaf")], der!("rsa2048-root")), [flag::BAD_DIGEST, 0]);
    }

    #[test]
    fn sha_512_goes_with_every_curve() {
        nothing_else_is_excused(&[der!("sha512-leaf")], der!("root"), DEFAULT);
        nothing_else_is_excused(&[der!("p384-sha512-leaf")], der!("p384-root"), DEFAULT);
    }
}
