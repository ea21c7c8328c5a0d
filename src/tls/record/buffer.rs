//! Record buffers are borrowed: each thread keeps a few, and a connection holds one only while a record is on its way. So ten
//! thousand idle connections hold none, and a busy one does not allocate. Threads share nothing here: nobody waits for a lock, and
//! a fork leaves none behind.

use std::cell::RefCell;
use std::ops::{Deref, DerefMut};
use std::thread::LocalKey;

use super::{MAX_CONTENT, MAX_EXPANSION, MAX_PROTECTED};

/// Buffers of each kind that a thread keeps when nobody holds them.
const KEPT: usize = 2;
/// An outgoing buffer that a long flight made larger than this is not kept.
const LARGEST_KEPT: usize = 2 * MAX_CONTENT;

thread_local! {
    static INCOMING: RefCell<Vec<Box<[u8; MAX_PROTECTED]>>> = const { RefCell::new(Vec::new()) };
    static OUTGOING: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
}

type Pool<T> = LocalKey<RefCell<Vec<T>>>;

/// A buffer that this thread kept; none also while the thread ends.
fn take<T>(pool: &'static Pool<T>) -> Option<T> {
    pool.try_with(|kept| kept.try_borrow_mut().ok()?.pop()).ok().flatten()
}

/// Keeps a buffer, unless there are enough.
fn keep<T>(pool: &'static Pool<T>, buffer: T) {
    // While the thread ends there is no pool any more, and the buffer just goes.
    let _ = pool.try_with(|kept| {
        if let Ok(mut kept) = kept.try_borrow_mut()
            && kept.len() < KEPT
        {
            kept.push(buffer);
        }
    });
}

/// Room for the body of one record.
pub(super) struct Incoming {
    bytes: Option<Box<[u8; MAX_PROTECTED]>>,
    /// How many bytes at the front held plaintext: wiped before anybody else borrows the buffer.
    pub(super) plain: usize,
}

impl Incoming {
    pub(super) fn borrow() -> Self {
        let bytes = take(&INCOMING).unwrap_or_else(|| Box::new([0; MAX_PROTECTED]));
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
        if let Some(bytes) = self.bytes.take() {
            keep(&INCOMING, bytes);
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
            self.0 = take(&OUTGOING).unwrap_or_else(|| Vec::with_capacity(MAX_CONTENT + MAX_EXPANSION + 512));
        }
        &mut self.0
    }

    /// Gives the memory back.
    pub(super) fn release(&mut self) {
        let mut bytes = std::mem::take(&mut self.0);
        bytes.clear();
        if (1..=LARGEST_KEPT).contains(&bytes.capacity()) {
            keep(&OUTGOING, bytes);
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
