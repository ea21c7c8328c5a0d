//! EC J-PAKE in messages: every field behind its length in one byte (draft-cragie-tls-ecjpake-01 section 7).

use super::super::verify::Curve;
use super::KeyProof;

/// Takes an `ECJPAKEKeyKP` from the beginning of `rest`; `None` if there is none. Its points are in a form of SEC 1, and not
/// looked at beyond that.
pub fn read(curve: Curve, rest: &mut &[u8]) -> Option<KeyProof> {
    let (x, v) = (read_point(curve, rest)?, read_point(curve, rest)?);
    let r = take(rest)?.to_vec();
    Some(KeyProof { x, v, r })
}

/// Adds a field.
pub fn put(field: &[u8], to: &mut Vec<u8>) {
    // A number of the longest curve is 66 bytes, a point twice that.
    to.push(u8::try_from(field.len()).unwrap_or(u8::MAX));
    to.extend(field);
}

/// An uncompressed point as it is, or compressed (SEC 1 section 2.3.3).
pub fn point(uncompressed: &[u8], compressed: bool) -> Vec<u8> {
    match uncompressed {
        [4, coordinates @ .., last] if compressed => {
            let x = coordinates.get(..coordinates.len().div_ceil(2)).unwrap_or_default();
            [&[2 | last & 1], x].concat()
        }
        bytes => bytes.to_vec(),
    }
}

fn read_point(curve: Curve, rest: &mut &[u8]) -> Option<Vec<u8>> {
    let len = curve.bytes();
    let point = take(rest)?;
    let expected = match point.first()? {
        0 => 1,
        2 | 3 => 1 + len,
        4 => 1 + 2 * len,
        _ => return None,
    };
    (point.len() == expected).then(|| point.to_vec())
}

/// A field, which has at least one byte.
fn take<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (&len, behind) = rest.split_first()?;
    let (field, behind) = behind.split_at_checked(len.into())?;
    *rest = behind;
    Some(field).filter(|field| !field.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(x: &[u8], v: &[u8], r: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        [x, v, r].iter().for_each(|field| put(field, &mut bytes));
        bytes
    }

    #[test]
    fn what_is_written_is_read_and_nothing_shorter() {
        let point = [&[4][..], &[7; 64]].concat();
        let bytes = message(&point, &super::point(&point, true), &[9; 31]);
        let mut rest = &bytes[..];
        let read = read(Curve::Secp256r1, &mut rest).unwrap();
        assert_eq!((read.x, read.v.len(), read.v[0], read.r), (point, 33, 3, vec![9; 31]));
        assert!(rest.is_empty());
        for end in 0..bytes.len() {
            assert!(super::read(Curve::Secp256r1, &mut &bytes[..end]).is_none());
        }
    }

    #[test]
    fn forms_of_points() {
        let good = |x: &[u8]| read(Curve::Secp256r1, &mut &message(x, &[0], &[1])[..]).is_some();
        for (form, len, expected) in
            [(0, 0, true), (0, 32, false), (2, 32, true), (3, 32, true), (2, 64, false), (4, 64, true)]
        {
            assert_eq!(good(&[&[form][..], &vec![1; len]].concat()), expected);
        }
        assert!(!good(&[]) && !good(&[4; 64]) && !good(&[4; 66]) && !good(&[6; 65]) && !good(&[1]));
        assert!(read(Curve::Secp256r1, &mut &message(&[0], &[0], &[])[..]).is_none());
    }
}
