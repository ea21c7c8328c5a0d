//! A reader for DER (X.690), over bytes that nobody vouches for.
//!
//! Every value is a slice of the input: nothing is copied and no length is trusted. Lengths of up to four bytes are
//! read in any form, also longer than need be, because certificates with such lengths are in use.

/// What is wrong with an encoding. Each variant is one ASN.1 error of the C API.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DerError {
    /// The input ends before the value does.
    OutOfData,
    /// Another kind of value stands here.
    UnexpectedTag,
    /// A length of a form that is not read, or that does not suit the kind of value.
    InvalidLength,
    /// Something follows where the value should have ended.
    LengthMismatch,
    /// The contents do not suit the kind of value.
    InvalidData,
}

/// The tag of BOOLEAN.
pub const BOOLEAN: u8 = 0x01;
/// The tag of INTEGER.
pub const INTEGER: u8 = 0x02;
/// The tag of a primitive BIT STRING.
pub const BIT_STRING: u8 = 0x03;
/// The tag of a primitive OCTET STRING.
pub const OCTET_STRING: u8 = 0x04;
/// The tag of NULL.
pub const NULL: u8 = 0x05;
/// The tag of OBJECT IDENTIFIER.
pub const OID: u8 = 0x06;
/// The tag of ENUMERATED.
pub const ENUMERATED: u8 = 0x0a;
/// The tag of UTF8String.
pub const UTF8_STRING: u8 = 0x0c;
/// The tag of PrintableString.
pub const PRINTABLE_STRING: u8 = 0x13;
/// The tag of T61String.
pub const T61_STRING: u8 = 0x14;
/// The tag of IA5String.
pub const IA5_STRING: u8 = 0x16;
/// The tag of UTCTime.
pub const UTC_TIME: u8 = 0x17;
/// The tag of GeneralizedTime.
pub const GENERALIZED_TIME: u8 = 0x18;
/// The tag of UniversalString.
pub const UNIVERSAL_STRING: u8 = 0x1c;
/// The tag of BMPString.
pub const BMP_STRING: u8 = 0x1e;
/// The tag of SEQUENCE and SEQUENCE OF, constructed.
pub const SEQUENCE: u8 = 0x30;
/// The tag of SET and SET OF, constructed.
pub const SET: u8 = 0x31;

/// Is this the tag of a string of characters?
pub const fn is_string(tag: u8) -> bool {
    matches!(tag, UTF8_STRING | PRINTABLE_STRING | T61_STRING | IA5_STRING | UNIVERSAL_STRING | BMP_STRING)
}

/// The tag of a constructed context-specific value, `[n]`; `n` is below 31.
pub const fn context(n: u8) -> u8 {
    0xa0 | n
}

/// The tag of a primitive context-specific value, `[n] IMPLICIT`; `n` is below 31.
pub const fn context_primitive(n: u8) -> u8 {
    0x80 | n
}

/// One value: its tag, its contents, and the whole encoding including tag and length.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Value<'a> {
    /// The identifier byte.
    pub tag: u8,
    /// What stands behind the length.
    pub content: &'a [u8],
    /// Tag, length and contents.
    pub raw: &'a [u8],
}

/// A BIT STRING without its leading count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BitString<'a> {
    /// How many of the last byte's low bits do not count, 0 to 7.
    pub unused_bits: u8,
    /// The bits, the first one in the highest place.
    pub bytes: &'a [u8],
}

/// An `AlgorithmIdentifier`: the contents of the OID, and the parameters if there are any.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Algorithm<'a> {
    /// The contents of the OID.
    pub oid: &'a [u8],
    /// What follows the OID, of whatever kind.
    pub parameters: Option<Value<'a>>,
}

impl Algorithm<'_> {
    /// The contents of the `AlgorithmIdentifier`, with the length of the OID in its shortest form.
    pub fn identifier(&self) -> Vec<u8> {
        let length = u8::try_from(self.oid.len()).unwrap_or(u8::MAX);
        [&[OID, length][..], self.oid, self.parameters.map_or(&[], |value| value.raw)].concat()
    }

    /// Whether these name the same algorithm, in whatever form their lengths are.
    pub fn is(&self, other: &Self) -> bool {
        let parameters = |algorithm: &Self| algorithm.parameters.map(|value| (value.tag, value.content));
        self.oid == other.oid && parameters(self) == parameters(other)
    }
}

/// Reads values one after another. After an error the position is that before the failed value.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// A reader for the values in `input`.
    pub fn new(input: &'a [u8]) -> Self {
        Self { rest: input }
    }

    /// Whether everything has been read.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// What has not been read yet.
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The tag of the next value.
    pub fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// The next value, of any kind.
    pub fn any(&mut self) -> Result<Value<'a>, DerError> {
        let (&tag, behind_tag) = self.rest.split_first().ok_or(DerError::OutOfData)?;
        let (length, body) = length(behind_tag)?;
        let (content, rest) = body.split_at_checked(length).ok_or(DerError::OutOfData)?;
        let raw = self.rest.get(..self.rest.len() - rest.len()).ok_or(DerError::OutOfData)?;
        self.rest = rest;
        Ok(Value { tag, content, raw })
    }

    /// The next value, which must have this tag.
    pub fn value(&mut self, tag: u8) -> Result<Value<'a>, DerError> {
        self.any_with(|found| found == tag)
    }

    /// The next value, whose tag must be to the liking of `fits`.
    pub fn any_with(&mut self, fits: impl FnOnce(u8) -> bool) -> Result<Value<'a>, DerError> {
        match self.peek() {
            None => Err(DerError::OutOfData),
            Some(found) if !fits(found) => Err(DerError::UnexpectedTag),
            Some(_) => self.any(),
        }
    }

    /// The contents of the next value, which must have this tag.
    pub fn content(&mut self, tag: u8) -> Result<&'a [u8], DerError> {
        self.value(tag).map(|value| value.content)
    }

    /// The next value if it has this tag.
    pub fn optional(&mut self, tag: u8) -> Result<Option<Value<'a>>, DerError> {
        if self.peek() == Some(tag) { self.any().map(Some) } else { Ok(None) }
    }

    /// A reader for the contents of the next value, which must have this tag.
    pub fn enter(&mut self, tag: u8) -> Result<Reader<'a>, DerError> {
        self.content(tag).map(Reader::new)
    }

    /// A reader for the contents of the SEQUENCE that comes next.
    pub fn sequence(&mut self) -> Result<Reader<'a>, DerError> {
        self.enter(SEQUENCE)
    }

    /// Nothing may be left.
    pub fn end(&self) -> Result<(), DerError> {
        if self.is_empty() { Ok(()) } else { Err(DerError::LengthMismatch) }
    }

    /// Any nonzero byte is true, as in BER.
    pub fn boolean(&mut self) -> Result<bool, DerError> {
        match self.content(BOOLEAN)? {
            [byte] => Ok(*byte != 0),
            _ => Err(DerError::InvalidLength),
        }
    }

    /// A length alone, and no more than what follows it.
    pub fn length(&mut self) -> Result<usize, DerError> {
        let (length, rest) = length(self.rest)?;
        if length > rest.len() {
            return Err(DerError::OutOfData);
        }
        self.rest = rest;
        Ok(length)
    }

    /// An INTEGER from 0 to 2^31 - 1; leading zero bytes are skipped.
    pub fn small_integer(&mut self) -> Result<i32, DerError> {
        self.small_number(INTEGER)
    }

    /// As [`Self::small_integer`], of another tag.
    pub fn small_number(&mut self, tag: u8) -> Result<i32, DerError> {
        let bytes = self.content(tag)?;
        if bytes.first().is_none_or(|first| first & 0x80 != 0) {
            return Err(DerError::InvalidLength);
        }
        bytes.iter().try_fold(0i32, |value, &byte| {
            value.checked_mul(256).map(|value| value | i32::from(byte)).ok_or(DerError::InvalidLength)
        })
    }

    /// A BIT STRING of any number of bits.
    pub fn bit_string(&mut self) -> Result<BitString<'a>, DerError> {
        let (&unused_bits, bytes) = self.content(BIT_STRING)?.split_first().ok_or(DerError::OutOfData)?;
        if unused_bits > 7 {
            return Err(DerError::InvalidLength);
        }
        Ok(BitString { unused_bits, bytes })
    }

    /// A BIT STRING that holds whole bytes.
    pub fn octet_aligned_bit_string(&mut self) -> Result<&'a [u8], DerError> {
        match self.content(BIT_STRING)?.split_first() {
            Some((0, bytes)) => Ok(bytes),
            _ => Err(DerError::InvalidData),
        }
    }

    /// An `AlgorithmIdentifier` (RFC 5280 section 4.1.1.2).
    pub fn algorithm(&mut self) -> Result<Algorithm<'a>, DerError> {
        let mut fields = self.sequence()?;
        let oid = fields.content(OID)?;
        let parameters = if fields.is_empty() { None } else { Some(fields.any()?) };
        fields.end()?;
        Ok(Algorithm { oid, parameters })
    }
}

/// Splits a length of one to five bytes from what follows it.
fn length(input: &[u8]) -> Result<(usize, &[u8]), DerError> {
    let (&first, rest) = input.split_first().ok_or(DerError::OutOfData)?;
    if first < 0x80 {
        return Ok((usize::from(first), rest));
    }
    let count = usize::from(first & 0x7f);
    if count == 0 || count > 4 {
        return Err(DerError::InvalidLength);
    }
    let (bytes, rest) = rest.split_at_checked(count).ok_or(DerError::OutOfData)?;
    let length = bytes.iter().fold(0usize, |length, &byte| (length << 8) | usize::from(byte));
    Ok((length, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_in_short_long_and_padded_form() {
        let mut long = vec![OCTET_STRING, 0x81, 200];
        long.extend([7; 200]);
        assert_eq!(Reader::new(&long).content(OCTET_STRING), Ok(&[7; 200][..]));
        assert_eq!(Reader::new(&[4, 1, 9]).content(OCTET_STRING), Ok(&[9][..]));
        assert_eq!(Reader::new(&[4, 0x84, 0, 0, 0, 1, 9]).content(OCTET_STRING), Ok(&[9][..]));
    }

    #[test]
    fn bad_lengths() {
        assert_eq!(Reader::new(&[4, 0x80, 0, 0]).any(), Err(DerError::InvalidLength));
        assert_eq!(Reader::new(&[4, 0x85, 0, 0, 0, 0, 1, 9]).any(), Err(DerError::InvalidLength));
        assert_eq!(Reader::new(&[4, 0x84, 0xff, 0xff, 0xff, 0xff, 9]).any(), Err(DerError::OutOfData));
        assert_eq!(Reader::new(&[4, 2, 9]).any(), Err(DerError::OutOfData));
        assert_eq!(Reader::new(&[4]).any(), Err(DerError::OutOfData));
        assert_eq!(Reader::new(&[]).any(), Err(DerError::OutOfData));
    }

    #[test]
    fn a_failed_read_leaves_the_position() {
        let mut reader = Reader::new(&[2, 1, 5, 4, 9]);
        assert_eq!(reader.content(OCTET_STRING), Err(DerError::UnexpectedTag));
        assert_eq!(reader.small_integer(), Ok(5));
        assert_eq!(reader.content(OCTET_STRING), Err(DerError::OutOfData));
        assert_eq!(reader.rest(), &[4, 9]);
        assert_eq!(reader.end(), Err(DerError::LengthMismatch));
    }

    #[test]
    fn small_integers() {
        assert_eq!(Reader::new(&[2, 0]).small_integer(), Err(DerError::InvalidLength));
        assert_eq!(Reader::new(&[2, 1, 0x80]).small_integer(), Err(DerError::InvalidLength));
        assert_eq!(Reader::new(&[2, 5, 0, 0x7f, 0xff, 0xff, 0xff]).small_integer(), Ok(i32::MAX));
        assert_eq!(Reader::new(&[2, 5, 0, 0x80, 0, 0, 0]).small_integer(), Err(DerError::InvalidLength));
        assert_eq!(Reader::new(&[2, 5, 1, 0, 0, 0, 0]).small_integer(), Err(DerError::InvalidLength));
    }

    #[test]
    fn bit_strings() {
        assert_eq!(
            Reader::new(&[3, 2, 5, 0xa0]).bit_string(),
            Ok(BitString { unused_bits: 5, bytes: &[0xa0] })
        );
        assert_eq!(Reader::new(&[3, 0]).bit_string(), Err(DerError::OutOfData));
        assert_eq!(Reader::new(&[3, 1, 8]).bit_string(), Err(DerError::InvalidLength));
        assert_eq!(Reader::new(&[3, 2, 1, 2]).octet_aligned_bit_string(), Err(DerError::InvalidData));
        assert_eq!(Reader::new(&[3, 2, 0, 2]).octet_aligned_bit_string(), Ok(&[2][..]));
    }

    #[test]
    fn algorithm_identifiers() {
        let with_null = [0x30, 5, 6, 1, 42, 5, 0];
        let algorithm = Reader::new(&with_null).algorithm().unwrap();
        assert_eq!(algorithm.oid, &[42]);
        assert_eq!(algorithm.parameters.map(|value| value.tag), Some(NULL));
        assert_eq!(Reader::new(&[0x30, 3, 6, 1, 42]).algorithm().map(|a| a.parameters), Ok(None));
        let trailing = [0x30, 7, 6, 1, 42, 5, 0, 5, 0];
        assert_eq!(Reader::new(&trailing).algorithm(), Err(DerError::LengthMismatch));
    }
}
