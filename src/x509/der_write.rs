//! A writer for DER (X.690). It writes backwards, from the end of a buffer to its beginning, because a length is known
//! only once the contents are there.

use super::der;

/// Why nothing was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WriteError {
    /// The buffer is too small.
    NoRoom,
    /// A length that does not fit in four bytes.
    TooLong,
}

/// Writes values one before another. Each function gives the number of bytes it wrote.
#[derive(Debug)]
pub struct Writer<'a> {
    buffer: &'a mut [u8],
    /// Where the last value starts; below it there is room.
    start: usize,
}

impl<'a> Writer<'a> {
    /// A writer whose first value ends where `buffer` does.
    pub fn new(buffer: &'a mut [u8]) -> Self {
        let start = buffer.len();
        Self { buffer, start }
    }

    /// What was written.
    pub fn written(&self) -> &[u8] {
        self.buffer.get(self.start..).unwrap_or_default()
    }

    /// These bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<usize, WriteError> {
        let start = self.start.checked_sub(bytes.len()).ok_or(WriteError::NoRoom)?;
        self.buffer.get_mut(start..self.start).ok_or(WriteError::NoRoom)?.copy_from_slice(bytes);
        self.start = start;
        Ok(bytes.len())
    }

    /// A length, in as few bytes as it takes.
    pub fn length(&mut self, length: usize) -> Result<usize, WriteError> {
        let length = u32::try_from(length).map_err(|_| WriteError::TooLong)?;
        match u8::try_from(length) {
            Ok(short) if short < 0x80 => self.bytes(&[short]),
            _ => {
                let bytes = length.to_be_bytes();
                let digits = without_zeros(&bytes);
                let count = u8::try_from(digits.len()).map_err(|_| WriteError::TooLong)?;
                Ok(self.bytes(digits)? + self.bytes(&[0x80 | count])?)
            }
        }
    }

    /// The tag and the length of a value whose contents, of `length` bytes, are written already.
    /// Gives the length of the whole value.
    pub fn head(&mut self, tag: u8, length: usize) -> Result<usize, WriteError> {
        Ok(length + self.length(length)? + self.bytes(&[tag])?)
    }

    /// A value with these contents.
    pub fn value(&mut self, tag: u8, content: &[u8]) -> Result<usize, WriteError> {
        self.bytes(content)?;
        self.head(tag, content.len())
    }

    /// A value that contains what `content` writes.
    pub fn nested(
        &mut self,
        tag: u8,
        content: impl FnOnce(&mut Self) -> Result<usize, WriteError>,
    ) -> Result<usize, WriteError> {
        let length = content(self)?;
        self.head(tag, length)
    }

    /// A BOOLEAN.
    pub fn boolean(&mut self, value: bool) -> Result<usize, WriteError> {
        self.value(der::BOOLEAN, &[if value { 0xff } else { 0 }])
    }

    /// The number in these bytes, the highest first, as INTEGER or another tag of its kind; a byte in front keeps it from
    /// being negative.
    pub fn unsigned(&mut self, tag: u8, number: &[u8]) -> Result<usize, WriteError> {
        let digits = without_zeros(number);
        let sign: &[u8] = if digits.first().is_none_or(|top| top & 0x80 != 0) { &[0] } else { &[] };
        self.bytes(digits)?;
        self.bytes(sign)?;
        self.head(tag, digits.len() + sign.len())
    }

    /// The first `bits` of `bytes` as BIT STRING; the unused ones are written as 0.
    pub fn bit_string(&mut self, bytes: &[u8], bits: usize) -> Result<usize, WriteError> {
        let whole = bytes.get(..bits.div_ceil(8)).ok_or(WriteError::NoRoom)?;
        let unused = u8::try_from(whole.len() * 8 - bits).unwrap_or(0);
        let (last, front) = match whole.split_last() {
            Some((last, front)) => (&[last & (0xff << unused)][..], front),
            None => (&[][..], whole),
        };
        self.bytes(last)?;
        self.bytes(front)?;
        self.bytes(&[unused])?;
        self.head(der::BIT_STRING, whole.len() + 1)
    }

    /// As [`Self::bit_string`], where the bits have names: those at the end that are 0 are left out (X.690 section 11.2.2).
    pub fn named_bit_string(&mut self, bytes: &[u8], bits: usize) -> Result<usize, WriteError> {
        let bytes = bytes.get(..bits.div_ceil(8)).ok_or(WriteError::NoRoom)?;
        let is_set = |bit: usize| bytes.get(bit / 8).is_some_and(|byte| byte & (0x80 >> (bit % 8)) != 0);
        let used = (0..bits).rev().find(|&bit| is_set(bit)).map_or(0, |last| last + 1);
        self.bit_string(bytes, used)
    }

    /// An `AlgorithmIdentifier` with the parameters NULL, or with those of `parameters` bytes that are written already.
    pub fn algorithm(&mut self, oid: &[u8], parameters: Parameters) -> Result<usize, WriteError> {
        let parameters = match parameters {
            Parameters::None => 0,
            Parameters::Null => self.value(der::NULL, &[])?,
            Parameters::Written(length) => length,
        };
        let oid = self.value(der::OID, oid)?;
        self.head(der::SEQUENCE, oid + parameters)
    }
}

/// The parameters of an `AlgorithmIdentifier`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Parameters {
    /// There are none.
    None,
    /// They are NULL.
    Null,
    /// They take so many bytes, which are written already.
    Written(usize),
}

fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|&&byte| byte == 0).count();
    number.get(zeros..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Writer<'_>) -> Result<usize, WriteError>) -> Vec<u8> {
        let mut buffer = [0; 64];
        let mut writer = Writer::new(&mut buffer);
        let length = write(&mut writer).unwrap();
        assert_eq!(writer.written().len(), length);
        writer.written().to_vec()
    }

    #[test]
    fn lengths_are_as_short_as_can_be() {
        assert_eq!(written(|w| w.length(127)), [0x7f]);
        assert_eq!(written(|w| w.length(128)), [0x81, 0x80]);
        assert_eq!(written(|w| w.length(0x1_0000)), [0x83, 1, 0, 0]);
        assert_eq!(written(|w| w.length(0xffff_ffff)), [0x84, 0xff, 0xff, 0xff, 0xff]);
        assert_eq!(Writer::new(&mut [0; 9]).length(1 << 32), Err(WriteError::TooLong));
    }

    /// The examples of X.690 sections 8.3 and 11.2.2.
    #[test]
    fn numbers_and_bits() {
        assert_eq!(written(|w| w.unsigned(der::INTEGER, &[])), [2, 1, 0]);
        assert_eq!(written(|w| w.unsigned(der::INTEGER, &[0, 0, 0x80])), [2, 2, 0, 0x80]);
        assert_eq!(written(|w| w.unsigned(der::INTEGER, &[0, 0x7f])), [2, 1, 0x7f]);
        assert_eq!(written(|w| w.bit_string(&[0xff, 0xff], 10)), [3, 3, 6, 0xff, 0xc0]);
        assert_eq!(written(|w| w.named_bit_string(&[0x0a, 0, 0], 24)), [3, 2, 1, 0x0a]);
        assert_eq!(written(|w| w.named_bit_string(&[0, 0], 16)), [3, 1, 0]);
    }

    #[test]
    fn nothing_is_written_before_the_buffer() {
        let mut buffer = [7; 8];
        let mut writer = Writer::new(&mut buffer[2..]);
        assert_eq!(writer.nested(der::SEQUENCE, |w| w.value(der::OID, &[1, 2])), Ok(6));
        assert_eq!(writer.bytes(&[1]), Err(WriteError::NoRoom));
        assert_eq!(buffer, [7, 7, 0x30, 4, 6, 2, 1, 2]);
    }
}
