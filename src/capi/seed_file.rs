//! The files that generators keep a seed in from one run to the next. What is read from them is not used: the operating
//! system's randomness is there from the start. They are read and written so that programs that rely on them go on.

use std::ffi::{CStr, OsStr};
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;

use zeroize::Zeroizing;

use crate::crypto::random;

/// Writes `N` fresh random bytes to the file, which only its owner may read. `None`: that failed.
pub(crate) fn write<const N: usize>(path: &CStr) -> Option<()> {
    let mut seed = Zeroizing::new([0; N]);
    random::fill(seed.as_mut()).ok()?;
    let mut options = OpenOptions::new();
    let mut file = options.write(true).create(true).truncate(true).mode(0o600).open(name(path)).ok()?;
    file.write_all(seed.as_ref()).ok()
}

/// How many bytes the file has, counted up to one more than `most`. `None`: it cannot be read.
pub(crate) fn length(path: &CStr, most: usize) -> Option<usize> {
    let limit = u64::try_from(most).ok()?.checked_add(1)?;
    let mut seed = Zeroizing::new(Vec::new());
    File::open(name(path)).ok()?.take(limit).read_to_end(&mut seed).ok()
}

fn name(path: &CStr) -> &OsStr {
    OsStr::from_bytes(path.to_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::CString;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_seed_is_written_for_its_owner_and_its_length_is_bounded() {
        let path = std::env::temp_dir().join(format!("mbedtls-compat-seed-{}", std::process::id()));
        let file = CString::new(path.as_os_str().as_bytes()).unwrap();
        assert_eq!(length(&file, 64), None);
        assert_eq!(write::<64>(&file), Some(()));
        let first = std::fs::read(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!((length(&file, 64), length(&file, 10)), (Some(64), Some(11)));
        assert_eq!(write::<64>(&file), Some(()));
        assert_ne!(std::fs::read(&path).unwrap(), first);
        std::fs::remove_file(&path).unwrap();
        assert_eq!((write::<64>(c"/nowhere/at/all"), length(c"/nowhere/at/all", 64)), (None, None));
        assert_eq!((write::<64>(c"/"), length(c"/", 64)), (None, None));
    }
}
