//! Verdicts on the certificates of `tests/certificates`.

use super::*;

macro_rules! der {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/certificates/", $name)).as_slice()
    };
}

const DEFAULT: Profile = Profile { digests: 0x700, key_kinds: 0x0fff_ffff, curves: 0xfc, rsa_min_bits: 2048 };

/// The middle of 2026.
const NOW: u64 = 1_782_900_000;

struct Case<'a> {
    chain: &'a [&'a [u8]],
    trusted: &'a [&'a [u8]],
    lists: &'a [&'a [u8]],
    host: Option<&'a str>,
    profile: Profile,
    purpose: Option<&'static [u8]>,
}

fn case<'a>(chain: &'a [&'a [u8]], trusted: &'a [&'a [u8]]) -> Case<'a> {
    Case { chain, trusted, lists: &[], host: None, profile: DEFAULT, purpose: None }
}

impl Case<'_> {
    /// The flags from the end entity upwards.
    fn flags(&self) -> Vec<u32> {
        let parse = |ders: &[&'static [u8]]| -> Vec<Certificate<'static>> {
            ders.iter().map(|der| Certificate::parse(der).unwrap()).collect()
        };
        let leaked = |ders: &[&[u8]]| -> Vec<&'static [u8]> {
            ders.iter().map(|der| &*Vec::leak(der.to_vec())).collect()
        };
        let (chain, trusted) = (parse(&leaked(self.chain)), parse(&leaked(self.trusted)));
        let lists: Vec<_> = self.lists.iter().map(|der| RevocationList::parse(der).unwrap()).collect();
        let request = Request {
            chain: &chain,
            trusted: &trusted,
            end_entity_is_trusted: trusted.iter().any(|trusted| trusted.raw == chain[0].raw),
            lists: &lists,
            profile: self.profile,
            host: self.host.map(str::as_bytes),
            purpose: self.purpose,
            now: NOW,
        };
        verify(&request).unwrap().iter().map(|link| link.flags).collect()
    }
}

#[test]
fn accepted_paths() {
    assert_eq!(case(&[der!("leaf.der")], &[der!("root.der")]).flags(), [0, 0]);
    assert_eq!(case(&[der!("leaf.der"), der!("root.der")], &[der!("root.der")]).flags(), [0, 0]);
    let roots = [der!("other-root.der"), der!("root.der")];
    assert_eq!(case(&[der!("leaf.der")], &roots).flags(), [0, 0]);
    let shuffled = [der!("deep.der"), der!("leaf.der"), der!("intermediate.der")];
    assert_eq!(case(&shuffled, &[der!("root.der")]).flags(), [0, 0, 0]);
    assert_eq!(case(&[der!("deep.der")], &[der!("intermediate.der")]).flags(), [0, 0]);
}

#[test]
fn p521_signs_with_each_digest() {
    let chain = [der!("p521-leaf.der"), der!("p521-intermediate.der")];
    let roots = [der!("p521-root.der")];
    assert_eq!(case(&chain, &roots).flags(), [0, 0, 0]);
    // Where webpki is not asked: a revocation list, and the walk that explains.
    let revoked = Case { lists: &[der!("p521.crl")], ..case(&chain, &roots) };
    assert_eq!(revoked.flags(), [0, flag::REVOKED, 0]);
    for at in 0..chain.len() {
        let mut changed = chain[at].to_vec();
        *changed.last_mut().unwrap() ^= 1;
        let mut bad = chain;
        bad[at] = &changed;
        let flags = case(&bad, &roots).flags();
        assert_eq!(flags[at], flag::NOT_TRUSTED, "{at}");
    }
    let no_p521 = Profile { curves: 0x0c, ..DEFAULT };
    let narrow = Case { profile: no_p521, ..case(&chain, &roots) };
    assert!(narrow.flags().iter().any(|flags| flags & flag::BAD_KEY != 0));
}

#[test]
fn untrusted_paths() {
    assert_eq!(case(&[der!("leaf.der")], &[]).flags(), [flag::NOT_TRUSTED]);
    assert_eq!(case(&[der!("leaf.der")], &[der!("other-root.der")]).flags(), [flag::NOT_TRUSTED]);
    assert_eq!(case(&[der!("deep.der")], &[der!("root.der")]).flags(), [flag::NOT_TRUSTED]);
    let with_root = [der!("leaf.der"), der!("root.der")];
    assert_eq!(case(&with_root, &[der!("old-root.der")]).flags(), [0, flag::NOT_TRUSTED]);
    let wrong_key = [der!("leaf.der"), der!("other-root.der")];
    assert_eq!(case(&wrong_key, &[]).flags(), [flag::NOT_TRUSTED, flag::NOT_TRUSTED]);
}

#[test]
fn a_changed_byte_anywhere_is_not_accepted() {
    let good = der!("leaf.der");
    for at in 0..good.len() {
        let mut bad = good.to_vec();
        bad[at] ^= 1;
        if Certificate::parse(&bad).is_ok_and(|certificate| certificate.raw.len() == good.len()) {
            let flags = case(&[&bad], &[der!("root.der")]).flags();
            assert!(flags.iter().any(|&flags| flags != 0), "byte {at}");
        }
    }
}

#[test]
fn times() {
    assert_eq!(case(&[der!("expired.der")], &[der!("root.der")]).flags(), [flag::EXPIRED, 0]);
    // webpki does not look at the dates of a trust anchor.
    assert_eq!(case(&[der!("old-leaf.der")], &[der!("old-root.der")]).flags(), [0, flag::EXPIRED]);
}

#[test]
fn host_names() {
    let chain = [der!("leaf.der")];
    let roots = [der!("root.der")];
    let with = |host| Case { host: Some(host), ..case(&chain, &roots) }.flags();
    for host in ["leaf.example", "LEAF.example", "a.wild.example", "10.0.0.1", "2001:DB8:0::1"] {
        assert_eq!(with(host), [0, 0], "{host}");
    }
    for host in ["example", "a.b.wild.example", "wild.example", "10.0.0.2", "2001:db8::2", "", "leaf"] {
        assert_eq!(with(host), [flag::NAME_MISMATCH, 0], "{host}");
    }
}

#[test]
fn the_common_name_counts_only_without_any_alternative_name() {
    let roots = [der!("root.der")];
    let with = |der, host| Case { host: Some(host), ..case(&[der], &roots) }.flags();
    assert_eq!(with(der!("common-name.der"), "cn.example"), [0, 0]);
    assert_eq!(with(der!("common-name.der"), "other.example"), [flag::NAME_MISMATCH, 0]);
    assert_eq!(with(der!("mail.der"), "cn.example"), [flag::NAME_MISMATCH, 0]);
    assert_eq!(with(der!("leaf.der"), "leaf"), [flag::NAME_MISMATCH, 0]);
}

#[test]
fn an_end_entity_that_is_trusted_itself() {
    assert_eq!(case(&[der!("self.der")], &[der!("self.der")]).flags(), [0]);
    assert_eq!(case(&[der!("self.der")], &[der!("root.der")]).flags(), [flag::NOT_TRUSTED]);
    let it = [der!("self.der")];
    assert_eq!(Case { host: Some("x"), ..case(&it, &it) }.flags(), [flag::NAME_MISMATCH]);
    // One that another issued needs that other, even when it is in the list itself.
    assert_eq!(case(&[der!("leaf.der")], &[der!("leaf.der")]).flags(), [flag::NOT_TRUSTED]);
    let mut changed = der!("self.der").to_vec();
    *changed.last_mut().unwrap() ^= 1;
    assert_eq!(case(&[&changed], &[der!("self.der")]).flags(), [flag::NOT_TRUSTED]);
}

#[test]
fn authorities_need_the_right_to_sign() {
    let too_deep = [der!("too-deep.der"), der!("narrow-ca.der"), der!("narrow.der")];
    assert_eq!(case(&too_deep, &[der!("root.der")]).flags(), [0, flag::NOT_TRUSTED]);
    assert_eq!(case(&too_deep[..2], &[der!("narrow.der")]).flags(), [0, flag::NOT_TRUSTED]);
    let no_signer = [der!("by-no-signer.der"), der!("no-signer.der")];
    assert_eq!(case(&no_signer, &[der!("root.der")]).flags(), [flag::NOT_TRUSTED]);
    assert_eq!(case(&no_signer[..1], &[der!("no-signer.der")]).flags(), [flag::NOT_TRUSTED]);
    let by_leaf = [der!("leaf.der"), der!("leaf.der")];
    assert_eq!(case(&by_leaf, &[der!("leaf.der")]).flags(), [flag::NOT_TRUSTED]);
}

#[test]
fn what_only_webpki_refuses_is_marked() {
    let chain = [der!("unconstrained.der"), der!("constrained.der")];
    assert_eq!(case(&chain, &[der!("root.der")]).flags(), [flag::OTHER, 0, 0]);
}

#[test]
fn purposes_of_intermediates() {
    const SERVER: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 3, 1];
    let chain = [der!("by-for-clients.der"), der!("for-clients.der")];
    assert_eq!(case(&chain, &[der!("root.der")]).flags(), [0, 0, 0]);
    let roots = [der!("root.der")];
    let for_server = Case { purpose: Some(SERVER), ..case(&chain, &roots) };
    assert_eq!(for_server.flags(), [0, flag::EXTENDED_KEY_USAGE, 0]);
}

#[test]
fn profiles() {
    let with = |profile| Case { profile, ..case(&[der!("leaf.der")], &[der!("root.der")]) }.flags();
    assert_eq!(with(Profile { digests: 0x400, ..DEFAULT }), [flag::BAD_DIGEST, 0]);
    assert_eq!(with(Profile { key_kinds: 1, ..DEFAULT }), [flag::BAD_KEY_KIND, 0]);
    assert_eq!(with(Profile { curves: 8, ..DEFAULT }), [flag::BAD_KEY, 0]);
}

#[test]
fn revocation_lists() {
    let roots = [der!("root.der")];
    let leaf = |lists: &[&[u8]]| Case { lists, ..case(&[der!("leaf.der")], &roots) }.flags();
    assert_eq!(leaf(&[der!("leaf.crl")]), [flag::REVOKED, 0]);
    assert_eq!(leaf(&[der!("forged.crl")]), [flag::LIST_NOT_TRUSTED, 0]);
    assert_eq!(leaf(&[der!("stale.crl")]), [flag::LIST_EXPIRED, 0]);
    assert_eq!(leaf(&[der!("stale.crl"), der!("leaf.crl")]), [flag::LIST_EXPIRED | flag::REVOKED, 0]);
    let deep = [der!("deep.der"), der!("intermediate.der")];
    assert_eq!(Case { lists: &[der!("leaf.crl")], ..case(&deep, &roots) }.flags(), [0, 0, 0]);
}

#[test]
fn a_path_has_a_limit() {
    let chain = [der!("root.der"); 12];
    let chain: Vec<_> = chain.iter().map(|der| Certificate::parse(der).unwrap()).collect();
    let request = Request {
        chain: &chain,
        trusted: &[],
        end_entity_is_trusted: false,
        lists: &[],
        profile: DEFAULT,
        host: None,
        purpose: None,
        now: NOW,
    };
    assert_eq!(verify(&request), Err(TooLong));
}
