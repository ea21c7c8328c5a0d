//! The record layer (RFC 8446 section 5): records in and out, their protection, and the joining of handshake messages.

mod buffer;
mod input;
mod output;
mod protection;

pub use input::{Content, Input};
pub use output::Output;
pub use protection::{Opener, Sealer};

use crate::crypto::aead::TAG_LEN;
use crate::crypto::suite::CipherSuite;

/// Most bytes of content in a record.
pub const MAX_CONTENT: usize = 1 << 14;
/// Bytes of a record's header.
pub const HEADER_LEN: usize = 5;
/// Most bytes of a protected record's body: content, type, padding and tag (RFC 8446 section 5.2).
const MAX_PROTECTED: usize = MAX_CONTENT + 256;
/// Most bytes that protection adds to a record.
const MAX_EXPANSION: usize = HEADER_LEN + 1 + TAG_LEN;

/// Bytes that a suite's protection adds to a record: header, inner type and tag.
pub fn expansion(suite: CipherSuite) -> usize {
    HEADER_LEN + 1 + suite.tag_len()
}

/// A `ContentType` code point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ContentType(pub u8);

#[allow(missing_docs)] // the names are those of RFC 8446 section 5.1
impl ContentType {
    pub const CHANGE_CIPHER_SPEC: Self = Self(20);
    pub const ALERT: Self = Self(21);
    pub const HANDSHAKE: Self = Self(22);
    pub const APPLICATION_DATA: Self = Self(23);
}
