//! What a ClientHello and a configuration have in common.

use crate::crypto::key_exchange::NamedGroup;
use crate::crypto::suite::CipherSuite;
use crate::tls::client::lists_protocol;
use crate::tls::config::Common;
use crate::tls::error::Error;
use crate::tls::message::client_hello::{ClientHello, KeyShareEntry};
use crate::tls::message::codec::Reader;

/// How the (EC)DHE secret can be agreed on.
#[derive(Clone, Copy)]
pub(super) enum Group<'a> {
    /// With this share of the client's.
    Share(KeyShareEntry<'a>),
    /// The client must be asked for a share in this group.
    Ask(NamedGroup),
    /// Not at all.
    None,
}

/// The first suite of the client's list that we speak too, and that `fits`.
pub(super) fn suite(
    hello: &ClientHello<'_>,
    common: &Common,
    fits: impl Fn(CipherSuite) -> bool,
) -> Option<CipherSuite> {
    let offered = hello.cipher_suites.iter().filter_map(CipherSuite::from_id);
    offered.into_iter().find(|suite| common.suites.contains(suite) && fits(*suite))
}

/// The first suite whose hash goes with the first PSK that is offered, as its binder's length shows.
pub(super) fn suite_for_psk(hello: &ClientHello<'_>, common: &Common) -> Option<CipherSuite> {
    let binder_len = hello.psk?.iter().next()?.binder.len();
    suite(hello, common, |suite| suite.hash().len() == binder_len)
}

/// The best of our groups for which there is a share; or else the best that the client supports.
pub(super) fn group<'a>(hello: &ClientHello<'a>, common: &Common) -> Result<Group<'a>, Error> {
    // RFC 8446 section 9.2: these two come together.
    let (groups, true) = (hello.groups, hello.key_shares.is_some() == hello.groups.is_some()) else {
        return Err(Error::MissingExtension);
    };
    let Some(groups) = groups else { return Ok(Group::None) };
    // RFC 8446 section 4.2.8: a share for a group that is not listed is illegal.
    if hello.shares().any(|entry| !groups.contains(entry.group.0)) {
        return Err(Error::IllegalParameter);
    }
    for group in &common.groups {
        if let Some(entry) = hello.shares().find(|entry| entry.group == *group) {
            return Ok(Group::Share(entry));
        }
    }
    let wanted = common.groups.iter().find(|group| groups.contains(group.0));
    Ok(wanted.map_or(Group::None, |group| Group::Ask(*group)))
}

/// The first of our protocols that the client lists (RFC 7301 section 3.2).
pub(super) fn protocol(hello: &ClientHello<'_>, common: &Common) -> Result<Option<Vec<u8>>, Error> {
    let Some(offered) = hello.protocols else { return Ok(None) };
    if common.protocols.is_empty() {
        return Ok(None);
    }
    let mut ours = Reader::new(&common.protocols);
    let chosen = std::iter::from_fn(|| ours.some8().ok()).find(|name| lists_protocol(offered, name));
    chosen.map(|name| Some(name.to_vec())).ok_or(Error::NoApplicationProtocol)
}
