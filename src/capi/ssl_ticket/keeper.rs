//! Keys of a server's tickets, and tickets: safe code behind `mbedtls_ssl_ticket_context`.
//!
//! A ticket is `key name 4, nonce 12, length of the text 2, text, tag 16`; all in front of the text is authenticated with it.
//! The newest key makes tickets, and the one before it still reads them, so that a ticket outlives one change of keys.

use std::ffi::c_int;
use std::sync::{Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use crate::capi::codes::*;
use crate::crypto::ticket_key::{KEY_MAX, NONCE_LEN, TAG_LEN, TicketCipher, TicketKey};

/// Fills a buffer with random bytes, or tells the caller's error code.
pub(super) type Random<'a> = &'a mut dyn FnMut(&mut [u8]) -> Result<(), c_int>;

pub(super) struct Keeper {
    cipher: TicketCipher,
    keys: Mutex<Keys>,
}

struct Keys {
    newest: Key,
    previous: Option<Key>,
}

struct Key {
    name: [u8; NAME_LEN],
    key: TicketKey,
    /// On the clock of `now`, in milliseconds.
    made: i64,
    /// In seconds, as are all lifetimes here.
    lifetime: u32,
}

impl Keeper {
    pub(super) fn new(
        cipher: TicketCipher,
        lifetime: u32,
        now: i64,
        random: Random<'_>,
    ) -> Result<Self, c_int> {
        let newest = Key::random(cipher, lifetime, now, random)?;
        Ok(Self { cipher, keys: Mutex::new(Keys { newest, previous: None }) })
    }

    /// The lifetime of new tickets.
    pub(super) fn lifetime(&self) -> u32 {
        self.keys().newest.lifetime
    }

    /// From now on the given key makes the tickets. What `name` and `secret` have too much is not looked at.
    pub(super) fn rotate(&self, name: &[u8], secret: &[u8], lifetime: u32, now: i64) -> Result<(), c_int> {
        let (Some(name), Some(secret)) = (name.first_chunk(), secret.get(..self.cipher.key_len())) else {
            return Err(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA);
        };
        let key = TicketKey::new(self.cipher, secret).ok_or(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA)?;
        self.keys().add(Key { name: *name, key, made: now, lifetime });
        Ok(())
    }

    /// Puts a ticket into `out`; `fill` writes what goes into it, and tells a length beyond its buffer if it lacks room.
    /// Gives the ticket's length and its lifetime.
    pub(super) fn write(
        &self,
        out: &mut [u8],
        now: i64,
        random: Random<'_>,
        fill: impl FnOnce(&mut [u8]) -> Result<usize, c_int>,
    ) -> Result<(usize, u32), c_int> {
        let room = out.len().checked_sub(TAG_LEN).ok_or(MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL)?;
        let (header, body) =
            out.split_first_chunk_mut::<HEADER_LEN>().ok_or(MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL)?;
        let room = room.checked_sub(HEADER_LEN).ok_or(MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL)?;
        let text_len = fill(body.get_mut(..room).unwrap_or_default())?;
        let (text, behind) = body.split_at_mut_checked(text_len).ok_or(MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL)?;
        let behind = behind.first_chunk_mut().ok_or(MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL)?;
        let length = u16::try_from(text_len).map_err(|_| MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?;

        let mut nonce = [0; NONCE_LEN];
        let mut keys = self.keys();
        keys.refresh(self.cipher, now, random)?;
        // The lock is held here too: C's generators need not be able to serve two threads.
        random(&mut nonce)?;
        let key = &keys.newest;
        *header = Header { name: key.name, nonce, length }.to_bytes();
        *behind = key.key.seal(nonce, header, text).ok_or(MBEDTLS_ERR_SSL_INTERNAL_ERROR)?;
        Ok((HEADER_LEN + text_len + TAG_LEN, key.lifetime))
    }

    /// Decrypts a ticket in place and gives what `fill` had put into it.
    pub(super) fn read<'a>(&self, ticket: &'a mut [u8]) -> Result<&'a mut [u8], c_int> {
        let (header, sealed) = ticket.split_first_chunk_mut().ok_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?;
        let Header { name, nonce, length } = Header::from_bytes(*header);
        if sealed.len() != usize::from(length) + TAG_LEN {
            return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        }
        let keys = self.keys();
        let key = keys.find(name).ok_or(MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED)?;
        key.key.open(nonce, header, sealed).ok_or(MBEDTLS_ERR_SSL_INVALID_MAC)
    }

    fn keys(&self) -> MutexGuard<'_, Keys> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keys {
    /// A key makes tickets for one lifetime, and reads them for another.
    fn refresh(&mut self, cipher: TicketCipher, now: i64, random: Random<'_>) -> Result<(), c_int> {
        if is_over(self.newest.made, self.newest.lifetime, now) {
            self.add(Key::random(cipher, self.newest.lifetime, now, random)?);
        }
        Ok(())
    }

    fn add(&mut self, key: Key) {
        self.previous = Some(std::mem::replace(&mut self.newest, key));
    }

    fn find(&self, name: [u8; NAME_LEN]) -> Option<&Key> {
        [Some(&self.newest), self.previous.as_ref()].into_iter().flatten().find(|key| key.name == name)
    }
}

impl Key {
    fn random(cipher: TicketCipher, lifetime: u32, now: i64, random: Random<'_>) -> Result<Self, c_int> {
        let mut name = [0; NAME_LEN];
        random(&mut name)?;
        let mut secret = Zeroizing::new([0; KEY_MAX]);
        let secret = secret.get_mut(..cipher.key_len()).unwrap_or_default();
        random(secret)?;
        let key = TicketKey::new(cipher, secret).ok_or(MBEDTLS_ERR_SSL_INTERNAL_ERROR)?;
        Ok(Self { name, key, made: now, lifetime })
    }
}

struct Header {
    name: [u8; NAME_LEN],
    nonce: [u8; NONCE_LEN],
    length: u16,
}

impl Header {
    fn to_bytes(&self) -> [u8; HEADER_LEN] {
        let mut bytes = [0; HEADER_LEN];
        let parts = self.name.iter().chain(&self.nonce).copied().chain(self.length.to_be_bytes());
        for (to, from) in bytes.iter_mut().zip(parts) {
            *to = from;
        }
        bytes
    }

    fn from_bytes(bytes: [u8; HEADER_LEN]) -> Self {
        let [n0, n1, n2, n3, nonce @ .., l0, l1] = bytes;
        Self { name: [n0, n1, n2, n3], nonce, length: u16::from_be_bytes([l0, l1]) }
    }
}

/// Whether what was made then, to live that many seconds, has come to its end. What comes from the future has, too.
pub(super) fn is_over(made: i64, lifetime: u32, now: i64) -> bool {
    now.checked_sub(made).is_none_or(|age| !(0..i64::from(lifetime) * 1000).contains(&age))
}

const NAME_LEN: usize = 4;
const HEADER_LEN: usize = NAME_LEN + NONCE_LEN + 2;

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;

    /// A generator that never gives the same bytes twice.
    fn counter() -> impl FnMut(&mut [u8]) -> Result<(), c_int> {
        let mut next = 0u8;
        move |buf| {
            for byte in buf {
                next = next.wrapping_add(1);
                *byte = next;
            }
            Ok(())
        }
    }

    fn keeper() -> Keeper {
        Keeper::new(TicketCipher::Aes256Gcm, 3600, 0, &mut counter()).unwrap()
    }

    fn text(buf: &mut [u8]) -> Result<usize, c_int> {
        if let Some(buf) = buf.get_mut(..7) {
            buf.copy_from_slice(b"session");
        }
        Ok(7)
    }

    fn ticket(keeper: &Keeper, now: i64) -> Vec<u8> {
        let mut out = [0; 100];
        let (len, lifetime) = keeper.write(&mut out, now, &mut counter(), text).unwrap();
        assert_eq!((len, lifetime), (HEADER_LEN + 7 + TAG_LEN, 3600));
        out[..len].to_vec()
    }

    #[test]
    fn a_ticket_is_read_back() {
        let keeper = keeper();
        assert_eq!(keeper.read(&mut ticket(&keeper, 0)), Ok(&mut b"session".to_vec()[..]));
    }

    #[test]
    fn a_ticket_needs_room() {
        let keeper = keeper();
        for room in 0..HEADER_LEN + 7 + TAG_LEN {
            let mut out = vec![0; room];
            let written = keeper.write(&mut out, 0, &mut counter(), text);
            assert_eq!(written, Err(MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL), "{room}");
        }
    }

    #[test]
    fn no_changed_byte_is_accepted() {
        let keeper = keeper();
        let good = ticket(&keeper, 0);
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            let expected = match at {
                0..4 => MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED,
                16..18 => MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
                _ => MBEDTLS_ERR_SSL_INVALID_MAC,
            };
            assert_eq!(keeper.read(&mut bad), Err(expected), "{at}");
        }
    }

    #[test]
    fn a_cut_ticket_is_refused_at_every_byte() {
        let keeper = keeper();
        let mut good = ticket(&keeper, 0);
        for len in 0..good.len() {
            assert_eq!(keeper.read(&mut good[..len]), Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA), "{len}");
        }
        good.push(0);
        assert_eq!(keeper.read(&mut good), Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
    }

    #[test]
    fn a_key_makes_tickets_for_one_lifetime_and_reads_them_for_two() {
        let keeper = keeper();
        let first = ticket(&keeper, HOUR - 1);
        assert_eq!(first[..4], ticket(&keeper, 0)[..4]);
        let mut different = counter();
        different(&mut [0; 99]).unwrap();
        let mut write = |now| {
            let mut out = [0; 100];
            keeper.write(&mut out, now, &mut different, text).map(|(len, _)| out[..len].to_vec()).unwrap()
        };
        let second = write(HOUR);
        assert_ne!(first[..4], second[..4]);
        assert_eq!(keeper.read(&mut first.clone()), Ok(&mut b"session".to_vec()[..]));
        let third = write(2 * HOUR);
        assert_eq!(keeper.read(&mut first.clone()), Err(MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED));
        assert_eq!(keeper.read(&mut second.clone()), Ok(&mut b"session".to_vec()[..]));
        assert_eq!(keeper.read(&mut third.clone()), Ok(&mut b"session".to_vec()[..]));
    }

    #[test]
    fn a_given_key_is_used_at_once_and_two_are_kept() {
        let keeper = keeper();
        let first = ticket(&keeper, 0);
        keeper.rotate(b"abcd", &[1; 32], 3600, 0).unwrap();
        let second = ticket(&keeper, 0);
        assert_eq!(&second[..4], b"abcd");
        assert_eq!(keeper.read(&mut first.clone()), Ok(&mut b"session".to_vec()[..]));
        keeper.rotate(b"efgh?", &[2; 33], 100, 0).unwrap();
        assert_eq!(keeper.lifetime(), 100);
        assert_eq!(keeper.read(&mut first.clone()), Err(MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED));
        assert_eq!(keeper.read(&mut second.clone()), Ok(&mut b"session".to_vec()[..]));
        for (name, secret) in [(&b"abc"[..], &[1; 32][..]), (b"abcd", &[1; 31]), (b"abcd", &[])] {
            let refused = keeper.rotate(name, secret, 3600, 0);
            assert_eq!(refused, Err(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA));
        }
    }

    #[test]
    fn without_random_numbers_there_is_no_ticket() {
        let mut none = |_: &mut [u8]| Err(-0x34);
        assert_eq!(Keeper::new(TicketCipher::Aes128Gcm, 3600, 0, &mut none).err(), Some(-0x34));
        let keeper = keeper();
        let before = ticket(&keeper, 0);
        for now in [0, HOUR] {
            assert_eq!(keeper.write(&mut [0; 100], now, &mut none, text), Err(-0x34));
        }
        assert_eq!(before[..4], ticket(&keeper, 0)[..4]);
    }

    #[test]
    fn threads_share_a_keeper() {
        let keeper = keeper();
        std::thread::scope(|scope| {
            for thread in 0..4u8 {
                let keeper = &keeper;
                scope.spawn(move || {
                    for n in 0..200 {
                        let mut random = |buf: &mut [u8]| {
                            buf.fill(thread);
                            Ok(())
                        };
                        let mut out = [0; 100];
                        let (len, _) = keeper.write(&mut out, n * HOUR / 100, &mut random, text).unwrap();
                        let read = keeper.read(&mut out[..len]);
                        assert!(read.is_err() || read == Ok(&mut b"session".to_vec()[..]));
                    }
                });
            }
        });
    }

    #[test]
    fn age_is_judged_at_both_ends() {
        assert!(!is_over(0, 1, 0));
        assert!(!is_over(0, 1, 999));
        assert!(is_over(0, 1, 1000));
        assert!(is_over(0, 0, 0));
        assert!(is_over(1, 1, 0));
        assert!(is_over(i64::MIN, u32::MAX, i64::MAX));
    }
}
