//! Is this the first early data under a key? The record of those that were taken, one for the process.
//!
//! RFC 8446 section 8: early data can be replayed, and a server has to see to it that it is taken once. A ClientHello is fresh for
//! a while around the moment that its ticket's age names ([`super::psk`] has checked that), so a key needs to be remembered for
//! that long; it is remembered for longer while there is room. Where there is none, or where this process cannot know what came
//! before, early data is passed over and the handshake goes on: a client sends it again.

use std::sync::{Mutex, TryLockError};

use super::super::handle::Handle;
use super::super::trace;
use super::internal;
use super::psk::AGE_TOLERANCE;
use crate::capi::platform_time::mbedtls_ms_time;
use crate::tls::connection::Step;
use crate::tls::error::Error;

pub(super) fn answer(handle: Handle, key_name: [u8; 16]) -> Result<Result<Step, Error>, Error> {
    let issued = handle.with(|inner| inner.choices.as_ref().map_or(0, |choices| choices.ticket_issued));
    let is_first = at_record(|record| record.is_first(key_name, issued, now())).unwrap_or(false);
    let verdict =
        if is_first { "taken" } else { "passed over: the ticket was used before, or may have been" };
    // SAFETY: the handle vouches for the configuration.
    unsafe { trace::say(handle.conf(), 2, || format!("early data is {verdict}")) };
    handle.connection(|c| c.answer_early_data(is_first)).map_err(internal)
}

/// Starts the record, if it has not begun yet: what this process knows reaches back to here.
pub(in crate::capi::ssl) fn begin() {
    at_record(|record| {
        record.begun.get_or_insert_with(now);
    });
}

static RECORD: Mutex<Record> = Mutex::new(Record { begun: None, sets: Vec::new() });

/// Lets `body` at the record. Nobody waits for it long: another thread holds it for a moment, or held it when the process
/// forked, and then it is never given back.
fn at_record<R>(body: impl FnOnce(&mut Record) -> R) -> Option<R> {
    for _ in 0..PATIENCE {
        match RECORD.try_lock() {
            Ok(mut record) => return Some(body(&mut record)),
            Err(TryLockError::Poisoned(poisoned)) => return Some(body(&mut poisoned.into_inner())),
            Err(TryLockError::WouldBlock) => std::thread::yield_now(),
        }
    }
    None
}

const PATIENCE: usize = 1000;

fn now() -> i64 {
    // SAFETY: no precondition.
    unsafe { mbedtls_ms_time() }
}

/// Milliseconds that a ClientHello can be fresh for, and a little more.
const WINDOW: i64 = 2 * AGE_TOLERANCE + 1_000;
/// With [`WAYS`] keys in each set: 16384 keys, 384 KiB.
const SETS: usize = 2048;
const WAYS: usize = 8;

struct Record {
    begun: Option<i64>,
    /// Empty until the first early data is taken.
    sets: Vec<[Option<Entry>; WAYS]>,
}

#[derive(Clone, Copy)]
struct Entry {
    key_name: [u8; 16],
    at: i64,
}

impl Record {
    /// Whether a key of a ticket issued then comes for the first time; if it does, that is noted.
    fn is_first(&mut self, key_name: [u8; 16], issued: i64, now: i64) -> bool {
        let Some(begun) = self.begun else { return false };
        // RFC 8446 section 8.2: the ClientHello may be one that came before the record began.
        if issued < begun && now.saturating_sub(begun) < WINDOW {
            return false;
        }
        if self.sets.is_empty() {
            self.sets.resize(SETS, [None; WAYS]);
        }
        let [low, high, ..] = key_name;
        let set = self.sets.get_mut(usize::from(u16::from_le_bytes([low, high])) % SETS);
        set.is_some_and(|set| Self::note(set, Entry { key_name, at: now }))
    }

    /// Puts an entry in the place of the oldest, if it is not there yet and that one has done its part.
    fn note(set: &mut [Option<Entry>; WAYS], entry: Entry) -> bool {
        if set.iter().flatten().any(|other| other.key_name == entry.key_name) {
            return false;
        }
        let oldest = set.iter_mut().min_by_key(|place| place.map(|other| other.at));
        match oldest {
            Some(place) if place.is_none_or(|other| entry.at.saturating_sub(other.at) > WINDOW) => {
                *place = Some(entry);
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEGUN: i64 = 1_000_000;

    fn record() -> Record {
        Record { begun: Some(BEGUN), sets: Vec::new() }
    }

    /// Names that fall into one set.
    fn name(n: u8) -> [u8; 16] {
        let mut name = [0; 16];
        name[15] = n;
        name
    }

    #[test]
    fn a_key_comes_first_once() {
        let mut record = record();
        assert!(record.is_first(name(1), BEGUN, BEGUN));
        assert!(record.is_first(name(2), BEGUN, BEGUN));
        for later in [0, WINDOW, WINDOW * 1000] {
            assert!(!record.is_first(name(1), BEGUN, BEGUN + later));
        }
    }

    #[test]
    fn a_full_set_makes_room_when_nothing_in_it_can_be_fresh() {
        let mut record = record();
        for n in 0..8 {
            assert!(record.is_first(name(n), BEGUN, BEGUN + i64::from(n)));
        }
        assert!(!record.is_first(name(8), BEGUN, BEGUN + WINDOW));
        assert!(record.is_first(name(8), BEGUN, BEGUN + WINDOW + 1));
        assert!(!record.is_first(name(9), BEGUN, BEGUN + WINDOW + 1));
        assert!(!record.is_first(name(7), BEGUN, BEGUN + WINDOW + 1));
        let mut other = name(9);
        other[0] = 1;
        assert!(record.is_first(other, BEGUN, BEGUN + WINDOW + 1), "another set has room");
    }

    #[test]
    fn what_came_before_the_record_is_in_doubt() {
        let mut record = record();
        assert!(!record.is_first(name(1), BEGUN - 1, BEGUN));
        assert!(!record.is_first(name(1), BEGUN - 1, BEGUN + WINDOW - 1));
        assert!(record.is_first(name(1), BEGUN - 1, BEGUN + WINDOW));
        record.begun = None;
        assert!(!record.is_first(name(2), BEGUN, BEGUN));
    }

    #[test]
    fn the_record_does_not_grow() {
        let mut record = record();
        for n in 0..40_000_u32 {
            let mut name = [0; 16];
            name[..4].copy_from_slice(&n.wrapping_mul(2_654_435_761).to_le_bytes());
            record.is_first(name, BEGUN, BEGUN);
        }
        assert_eq!(record.sets.len(), SETS);
        assert!(size_of::<[Option<Entry>; WAYS]>() * SETS <= 512 * 1024);
    }
}
