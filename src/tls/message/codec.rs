//! Reading and writing the presentation language of RFC 8446 section 3.

use crate::tls::error::Error;

/// What is left to read of a message. Reading past the end is [`Error::Decode`], and so is a rest that nobody read.
#[derive(Clone, Copy)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Reads `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Whether everything was read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The bytes not read yet.
    pub fn rest(&self) -> &'a [u8] {
        self.0
    }

    /// The next `n` bytes.
    pub fn take(&mut self, n: usize) -> Result<&'a [u8], Error> {
        let (head, tail) = self.0.split_at_checked(n).ok_or(Error::Decode)?;
        self.0 = tail;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let (head, tail) = self.0.split_first_chunk::<N>().ok_or(Error::Decode)?;
        self.0 = tail;
        Ok(*head)
    }

    /// A `uint8`.
    pub fn u8(&mut self) -> Result<u8, Error> {
        self.array::<1>().map(|[byte]| byte)
    }

    /// A `uint16`.
    pub fn u16(&mut self) -> Result<u16, Error> {
        self.array().map(u16::from_be_bytes)
    }

    /// A `uint24`.
    pub fn u24(&mut self) -> Result<usize, Error> {
        let [a, b, c] = self.array::<3>()?;
        Ok(usize::from(a) << 16 | usize::from(b) << 8 | usize::from(c))
    }

    /// A `uint32`.
    pub fn u32(&mut self) -> Result<u32, Error> {
        self.array().map(u32::from_be_bytes)
    }

    /// Thirty-two bytes.
    pub fn random(&mut self) -> Result<[u8; 32], Error> {
        self.array()
    }

    /// A vector with a length of one byte.
    pub fn vec8(&mut self) -> Result<Reader<'a>, Error> {
        let n = self.u8()?;
        self.take(n.into()).map(Reader)
    }

    /// A vector with a length of two bytes.
    pub fn vec16(&mut self) -> Result<Reader<'a>, Error> {
        let n = self.u16()?;
        self.take(n.into()).map(Reader)
    }

    /// A vector with a length of three bytes.
    pub fn vec24(&mut self) -> Result<Reader<'a>, Error> {
        let n = self.u24()?;
        self.take(n).map(Reader)
    }

    /// A vector as [`vec16`](Self::vec16) that must not be empty.
    pub fn some16(&mut self) -> Result<&'a [u8], Error> {
        some(self.vec16()?.0)
    }

    /// A vector as [`vec8`](Self::vec8) that must not be empty.
    pub fn some8(&mut self) -> Result<&'a [u8], Error> {
        some(self.vec8()?.0)
    }

    /// Nothing may be left.
    pub fn end(self) -> Result<(), Error> {
        if self.is_empty() { Ok(()) } else { Err(Error::Decode) }
    }
}

fn some(bytes: &[u8]) -> Result<&[u8], Error> {
    if bytes.is_empty() { Err(Error::Decode) } else { Ok(bytes) }
}

/// A list of 16-bit code points: not empty, and of an even length.
#[derive(Clone, Copy)]
pub struct CodePoints<'a>(&'a [u8]);

impl<'a> CodePoints<'a> {
    /// Checks the length.
    pub fn new(bytes: &'a [u8]) -> Result<Self, Error> {
        if bytes.is_empty() || !bytes.len().is_multiple_of(2) { Err(Error::Decode) } else { Ok(Self(bytes)) }
    }

    /// The code points, in the peer's order.
    pub fn iter(self) -> impl Iterator<Item = u16> + 'a {
        self.0.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair))
    }

    /// Whether `point` is listed.
    pub fn contains(self, point: u16) -> bool {
        self.iter().any(|p| p == point)
    }
}

/// Appends a vector whose length takes `width` bytes: `body` writes the content, the length is filled in.
pub fn vector(out: &mut Vec<u8>, width: usize, body: impl FnOnce(&mut Vec<u8>)) {
    let at = out.len();
    out.extend(std::iter::repeat_n(0, width));
    body(out);
    let len = (out.len() - at - width).to_be_bytes();
    // What we write ourselves fits: flights are built from bounded parts.
    let prefix = out.get_mut(at..at + width).zip(len.get(len.len() - width..));
    if let Some((prefix, len)) = prefix {
        prefix.copy_from_slice(len);
    }
}

/// Appends a `uint16`.
pub fn put_u16(out: &mut Vec<u8>, value: u16) {
    out.extend_from_slice(&value.to_be_bytes());
}

/// Appends a `uint32`.
pub fn put_u32(out: &mut Vec<u8>, value: u32) {
    out.extend_from_slice(&value.to_be_bytes());
}
