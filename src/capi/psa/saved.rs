//! Keys in files of the working directory: the format and the names of Mbed TLS, so that either library reads what the other
//! one wrote.
//!
//! A file is input from outside: its length is bounded, and a key is taken from it only as it would be imported.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;

use zeroize::Zeroizing;

use super::keys::{EVERY_USAGE, is_kept_in_file};
use super::material::{self, Material};
use super::store::Key;
use super::{
    PSA_ERROR_ALREADY_EXISTS, PSA_ERROR_DATA_CORRUPT, PSA_ERROR_DATA_INVALID, PSA_ERROR_INSUFFICIENT_ENTROPY,
    PSA_ERROR_INSUFFICIENT_STORAGE, PSA_ERROR_NOT_SUPPORTED, PSA_ERROR_STORAGE_FAILURE, psa_key_attributes_t,
    psa_key_id_t, psa_key_policy_t, psa_status_t,
};
use crate::crypto::random;

/// Every file begins with this, the length of what follows, and flags.
const FILE_MAGIC: &[u8; 8] = b"PSA\0ITS\0";
const FILE_HEADER: usize = 16;
/// A key begins with this, a version, its attributes, and the length of its material.
const KEY_MAGIC: &[u8; 8] = b"PSA\0KEY\0";
const KEY_HEADER: usize = 36;
/// What is read of a file at most.
const MAX_FILE: usize = FILE_HEADER + KEY_HEADER + material::MAX_BYTES;

/// Writes a key into a file of its own, which must not be there yet.
pub(super) fn save(attributes: &psa_key_attributes_t, material: &Material) -> Result<(), psa_status_t> {
    let bytes = write(attributes, &material.bytes).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
    let mut random = [0; 8];
    random::fill(&mut random).map_err(|_| PSA_ERROR_INSUFFICIENT_ENTROPY)?;
    let name = name(attributes.id);
    let temporary = format!("{name}.{:016x}", u64::from_le_bytes(random));
    let saved = write_new(&temporary, &bytes)
        .and_then(|()| publish(&temporary, &name))
        // The name lasts once the directory does. There are file systems on which that cannot be asked for.
        .map(|()| drop(File::open(".").and_then(|directory| directory.sync_all())));
    drop(fs::remove_file(&temporary));
    saved.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => PSA_ERROR_ALREADY_EXISTS,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => PSA_ERROR_INSUFFICIENT_STORAGE,
        _ => PSA_ERROR_STORAGE_FAILURE,
    })
}

/// The key of a number; `None` if there is no such file.
pub(super) fn load(id: psa_key_id_t) -> Result<Option<Key>, psa_status_t> {
    let Some(file) = read(id)? else { return Ok(None) };
    let (mut attributes, data) = parse(id, &file)?;
    let material =
        Material::import(attributes.r#type, attributes.bits.into(), data).map_err(|code| match code {
            PSA_ERROR_NOT_SUPPORTED => code,
            _ => PSA_ERROR_DATA_INVALID,
        })?;
    attributes.bits = u16::try_from(material.bits).map_err(|_| PSA_ERROR_DATA_INVALID)?;
    Ok(Some(Key { attributes, material }))
}

/// What the file of a number says about its key, which may be one that cannot be used here.
pub(super) fn attributes(id: psa_key_id_t) -> Result<Option<psa_key_attributes_t>, psa_status_t> {
    read(id)?.map(|file| parse(id, &file).map(|(attributes, _)| attributes)).transpose()
}

/// Removes the file of a number, if it is there.
pub(super) fn remove(id: psa_key_id_t) -> Result<(), psa_status_t> {
    match fs::remove_file(name(id)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(PSA_ERROR_STORAGE_FAILURE),
        _ => Ok(()),
    }
}

fn name(id: psa_key_id_t) -> String {
    format!("{id:016x}.psa_its")
}

fn write_new(name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(name)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Gives a whole file its name. A link does not replace a file that another process has made meanwhile, as renaming would; it
/// is not on every file system.
fn publish(temporary: &str, name: &str) -> std::io::Result<()> {
    match fs::hard_link(temporary, name) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => match fs::symlink_metadata(name) {
            Ok(_) => Err(ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(temporary, name),
        },
        linked => linked,
    }
}

fn read(id: psa_key_id_t) -> Result<Option<Zeroizing<Vec<u8>>>, psa_status_t> {
    // A pipe of that name is not waited for.
    let file = match OpenOptions::new().read(true).custom_flags(libc::O_NONBLOCK).open(name(id)) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(_) => return Err(PSA_ERROR_STORAGE_FAILURE),
    };
    if !file.metadata().is_ok_and(|metadata| metadata.is_file()) {
        return Err(PSA_ERROR_DATA_CORRUPT);
    }
    // Room for all of it: a buffer that grows leaves copies behind.
    let mut bytes = Zeroizing::new(vec![0; MAX_FILE]);
    let mut len = 0;
    while let Some(room) = bytes.get_mut(len..).filter(|room| !room.is_empty()) {
        match (&file).read(room) {
            Ok(0) => break,
            Ok(count) => len += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return Err(PSA_ERROR_STORAGE_FAILURE),
        }
    }
    bytes.truncate(len);
    Ok(Some(bytes))
}

/// The bytes of a file.
fn write(attributes: &psa_key_attributes_t, data: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let length = u32::try_from(data.len()).ok().filter(|_| data.len() <= material::MAX_BYTES)?;
    let size = u32::try_from(KEY_HEADER + data.len()).ok()?;
    let psa_key_policy_t { usage, alg, alg2 } = attributes.policy;
    let mut file = Zeroizing::new(Vec::with_capacity(MAX_FILE));
    file.extend(FILE_MAGIC);
    file.extend([size, 0].map(u32::to_le_bytes).as_flattened());
    file.extend(KEY_MAGIC);
    file.extend([0, attributes.lifetime].map(u32::to_le_bytes).as_flattened());
    file.extend([attributes.r#type, attributes.bits].map(u16::to_le_bytes).as_flattened());
    file.extend([usage, alg, alg2, length].map(u32::to_le_bytes).as_flattened());
    file.extend(data);
    Some(file)
}

/// The attributes of a key, and its material, which is still to be judged.
fn parse(id: psa_key_id_t, file: &[u8]) -> Result<(psa_key_attributes_t, &[u8]), psa_status_t> {
    let mut rest = file;
    let (Some(magic), Some(size), Some(_flags)) = (take(&mut rest), number(&mut rest), number(&mut rest))
    else {
        return Err(PSA_ERROR_DATA_CORRUPT);
    };
    if magic != *FILE_MAGIC {
        return Err(PSA_ERROR_DATA_CORRUPT);
    }
    let content = usize::try_from(size).ok().and_then(|size| rest.get(..size));
    content.and_then(|content| parse_key(id, content)).ok_or(PSA_ERROR_DATA_INVALID)
}

fn parse_key(id: psa_key_id_t, mut content: &[u8]) -> Option<(psa_key_attributes_t, &[u8])> {
    let rest = &mut content;
    if take(rest)? != *KEY_MAGIC || number(rest)? != 0 {
        return None;
    }
    let attributes = psa_key_attributes_t {
        lifetime: number(rest)?,
        r#type: u16::from_le_bytes(take(rest)?),
        bits: u16::from_le_bytes(take(rest)?),
        policy: psa_key_policy_t { usage: number(rest)?, alg: number(rest)?, alg2: number(rest)? },
        id,
    };
    let length = usize::try_from(number(rest)?).ok()?;
    let data = content.get(..length)?;
    let good = is_kept_in_file(attributes.lifetime) && attributes.policy.usage & !EVERY_USAGE == 0;
    good.then_some((attributes, data))
}

fn number(rest: &mut &[u8]) -> Option<u32> {
    take(rest).map(u32::from_le_bytes)
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, left) = rest.split_first_chunk()?;
    *rest = left;
    Some(*taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ATTRIBUTES: psa_key_attributes_t = psa_key_attributes_t {
        r#type: 0x1100,
        bits: 128,
        lifetime: 1,
        policy: psa_key_policy_t { usage: 0x403, alg: 0x0380_0009, alg2: 0x0902_0000 },
        id: 5,
    };
    const DATA: &[u8; 16] = b"0123456789abcdef";

    fn file() -> Vec<u8> {
        write(&ATTRIBUTES, DATA).unwrap().to_vec()
    }

    fn code(file: &[u8]) -> psa_status_t {
        parse(5, file).err().unwrap_or(0)
    }

    #[test]
    fn the_bytes_of_mbedtls() {
        let expected: [&[u8]; 3] = [
            b"PSA\0ITS\0\x34\0\0\0\0\0\0\0PSA\0KEY\0\0\0\0\0\x01\0\0\0\x00\x11\x80\0",
            b"\x03\x04\0\0\x09\0\x80\x03\0\0\x02\x09\x10\0\0\0",
            DATA,
        ];
        assert_eq!(file(), expected.concat());
    }

    #[test]
    fn what_is_written_is_read() {
        let file = file();
        let (read, data) = parse(5, &file).unwrap();
        assert_eq!(data, DATA);
        assert_eq!(*write(&read, data).unwrap(), file);
        assert_eq!((read.id, read.bits, read.policy.alg2), (5, 128, 0x0902_0000));
        assert!(write(&ATTRIBUTES, &vec![1; material::MAX_BYTES]).is_some());
        assert!(write(&ATTRIBUTES, &vec![1; material::MAX_BYTES + 1]).is_none());
    }

    #[test]
    fn files_that_are_cut_short() {
        let file = file();
        for cut in 0..file.len() {
            let expected = if cut < FILE_HEADER { PSA_ERROR_DATA_CORRUPT } else { PSA_ERROR_DATA_INVALID };
            assert_eq!(code(&file[..cut]), expected, "{cut}");
        }
        assert_eq!(code(&[&file[..], b"more"].concat()), 0);
    }

    #[test]
    fn files_with_a_damaged_byte() {
        // (where, what there is exclusive-ored with, what comes of it)
        for (at, bits, expected) in [
            (0, 1, PSA_ERROR_DATA_CORRUPT),
            (7, 1, PSA_ERROR_DATA_CORRUPT),
            (8, 1, PSA_ERROR_DATA_INVALID), // the length of what follows
            (11, 128, PSA_ERROR_DATA_INVALID),
            (12, 1, 0), // flags
            (16, 1, PSA_ERROR_DATA_INVALID),
            (24, 1, PSA_ERROR_DATA_INVALID), // the version
            (28, 1, PSA_ERROR_DATA_INVALID), // for as long as the process runs
            (28, 254, 0),                    // for reading only
            (29, 1, PSA_ERROR_DATA_INVALID), // kept elsewhere
            (36, 4, PSA_ERROR_DATA_INVALID), // an unknown use
            (39, 128, PSA_ERROR_DATA_INVALID),
            (48, 1, PSA_ERROR_DATA_INVALID), // the length of the material
            (51, 128, PSA_ERROR_DATA_INVALID),
            (60, 1, 0),
        ] {
            let mut file = file();
            file[at] ^= bits;
            assert_eq!(code(&file), expected, "{at}");
        }
    }
}
