//! Record buffers are borrowed: a few are kept for the process, and a connection holds one only while a record is on its
//! way. So ten thousand idle connections hold none, and a busy one does not allocate.
//!
//! Nobody waits for the pool: where another thread is at it, or was when the process forked, memory is allocated instead.

use std::ops::{Deref, DerefMut};
use std::sync::Mutex;

use super::{MAX_CONTENT, MAX_EXPANSION, MAX_PROTECTED};

/// Buffers of each kind that are kept when nobody holds them.
const KEPT: usize = 16;
/// An outgoing buffer that a long flight made larger than this is not kept.
const LARGEST_KEPT: usize = 2 * MAX_CONTENT;

static INCOMING: Mutex<Vec<Box<[u8; MAX_PROTECTED]>>> = Mutex::new(Vec::new());
static OUTGOING: Mutex<Vec<Vec<u8>>> = Mutex::new(Vec::new());

/// Room for the body of one record.
pub(super) struct Incoming {
    bytes: Option<Box<[u8; MAX_PROTECTED]>>,
    /// How many bytes at the front held plaintext: wiped before anybody else borrows the buffer.
    pub(super) plain: usize,
}

impl Incoming {
    pub(super) fn borrow() -> Self {
        let kept = INCOMING.try_lock().ok().and_then(|mut kept| kept.pop());
        let bytes = kept.unwrap_or_else(|| Box::new([0; MAX_PROTECTED]));
        Self { bytes: Some(bytes), plain: 0 }
    }
}

impl Deref for Incoming {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.bytes.as_ref().map_or(&[], |bytes| bytes.as_slice())
    }
}

impl DerefMut for Incoming {
    fn deref_mut(&mut self) -> &mut [u8] {
        self.bytes.as_mut().map_or(&mut [], |bytes| bytes.as_mut_slice())
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        let plain = self.plain;
        if let Some(room) = self.get_mut(..plain) {
            room.fill(0);
        }
        if let (Some(bytes), Ok(mut kept)) = (self.bytes.take(), INCOMING.try_lock())
            && kept.len() < KEPT
        {
            kept.push(bytes);
        }
    }
}

/// Bytes on their way out; empty and without memory while nothing is.
#[derive(Default)]
pub(super) struct Outgoing(Vec<u8>);

impl Outgoing {
    /// The bytes, with room for a record.
    pub(super) fn room(&mut self) -> &mut Vec<u8> {
        if self.0.capacity() == 0 {
            let kept = OUTGOING.try_lock().ok().and_then(|mut kept| kept.pop());
            self.0 = kept.unwrap_or_else(|| Vec::with_capacity(MAX_CONTENT + MAX_EXPANSION + 512));
        }
        &mut self.0
    }

    /// Gives the memory back.
    pub(super) fn release(&mut self) {
        let mut bytes = std::mem::take(&mut self.0);
        bytes.clear();
        if (1..=LARGEST_KEPT).contains(&bytes.capacity())
            && let Ok(mut kept) = OUTGOING.try_lock()
            && kept.len() < KEPT
        {
            kept.push(bytes);
        }
    }
}

impl Deref for Outgoing {
    type Target = Vec<u8>;

    fn deref(&self) -> &Vec<u8> {
        &self.0
    }
}

impl Drop for Outgoing {
    fn drop(&mut self) {
        self.release();
    }
}
