//! What early data under a session's ticket has to keep to. Debian's `mbedtls_ssl_session` has no members for it, so it lives where
//! TLS 1.2 has its master secret, which TLS 1.3 has none of: `max_early_data_size 4, protocol <0..43> 1+n`.

use crate::capi::ssl::types::mbedtls_ssl_session;

/// `MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_EARLY_DATA`.
const ALLOW_EARLY_DATA: u8 = 8;
/// The longest name of a protocol that there is room for.
pub(super) const LONGEST_PROTOCOL: usize = 43;

/// Early data that a ticket allows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Terms<'a> {
    /// Most bytes of it; not 0.
    pub(crate) max_size: u32,
    /// The application protocol of the connection that the ticket comes from; empty: none.
    pub(crate) protocol: &'a [u8],
}

/// Notes what the session's ticket allows, and gives how many bytes that is: none with a protocol of too long a name.
pub(crate) fn put(session: &mut mbedtls_ssl_session, terms: Terms<'_>) -> u32 {
    let Terms { max_size, protocol } = terms;
    let len = u8::try_from(protocol.len()).ok().filter(|_| protocol.len() <= LONGEST_PROTOCOL);
    let Some(len) = len.filter(|_| max_size > 0) else { return 0 };
    let bytes = max_size.to_be_bytes().into_iter().chain([len]).chain(protocol.iter().copied());
    for (to, from) in session.master.iter_mut().zip(bytes) {
        *to = from;
    }
    session.ticket_flags |= ALLOW_EARLY_DATA;
    max_size
}

/// What the session's ticket allows, if it allows any early data.
pub(crate) fn of(session: &mbedtls_ssl_session) -> Option<Terms<'_>> {
    if session.ticket_flags & ALLOW_EARLY_DATA == 0 {
        return None;
    }
    let (size, rest) = session.master.split_first_chunk()?;
    let (len, rest) = rest.split_first()?;
    let max_size = Some(u32::from_be_bytes(*size)).filter(|size| *size > 0)?;
    Some(Terms { max_size, protocol: rest.get(..usize::from(*len))? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_is_there() {
        for len in 0..=60 {
            for max_size in [0, 1, u32::MAX] {
                // SAFETY: all zero bytes are an empty session.
                let mut session = unsafe { std::mem::zeroed::<mbedtls_ssl_session>() };
                assert_eq!(of(&session), None);
                let terms = Terms { max_size, protocol: &[b'x'; 60][..len] };
                let fits = max_size > 0 && len <= LONGEST_PROTOCOL;
                assert_eq!(put(&mut session, terms), if fits { max_size } else { 0 });
                assert_eq!(of(&session), fits.then_some(terms));
            }
        }
    }
}
