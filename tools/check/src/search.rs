//! Where the dynamic linker looks for a library (ld.so(8)): the paths in the files themselves, `LD_LIBRARY_PATH`, the cache that
//! ldconfig writes, the folders of the system.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

/// What the dynamic linker knows before it has seen a program.
pub(crate) struct Linker {
    library_path: Vec<PathBuf>,
    cache: HashMap<OsString, Vec<PathBuf>>,
}

impl Linker {
    pub(crate) fn of_this_system() -> Self {
        let library_path = std::env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
        let cache = match std::fs::metadata(CACHE) {
            Ok(metadata) if metadata.len() <= CACHE_LIMIT => std::fs::read(CACHE).unwrap_or_default(),
            _ => Vec::new(),
        };
        Self { library_path: folders(&library_path, None), cache: read_cache(&cache) }
    }

    /// Where a library of this name may be, the first place first. `rpaths` are those of who needs it and of who loaded that,
    /// `runpath` is that of who needs it: it disables all of `rpaths`.
    pub(crate) fn candidates(
        &self,
        name: &OsStr,
        rpaths: &[PathBuf],
        runpath: Option<&[PathBuf]>,
    ) -> Vec<PathBuf> {
        if name.as_bytes().contains(&b'/') {
            return vec![PathBuf::from(name)];
        }
        let mut places = Vec::new();
        if runpath.is_none() {
            places.extend(rpaths.iter().map(|folder| folder.join(name)));
        }
        places.extend(
            self.library_path.iter().chain(runpath.unwrap_or_default()).map(|folder| folder.join(name)),
        );
        places.extend(self.cache.get(name).into_iter().flatten().cloned());
        places.extend(SYSTEM.iter().map(|folder| Path::new(folder).join(name)));
        places
    }
}

/// The folders of a path list, with the words that ld.so(8) replaces. `origin` is the folder of the file that has the list.
pub(crate) fn folders(list: &OsStr, origin: Option<&Path>) -> Vec<PathBuf> {
    if list.is_empty() {
        return Vec::new();
    }
    let mut folders = Vec::new();
    for part in list.as_bytes().split(|&byte| byte == b':' || byte == b';').take(FOLDER_LIMIT) {
        let libs: &[&str] = if has(part, "LIB") { &["lib/x86_64-linux-gnu", "lib64", "lib"] } else { &[""] };
        for lib in libs {
            let mut folder = part.to_vec();
            let origin = origin.map(|origin| origin.as_os_str().as_bytes());
            for (word, value) in
                [("ORIGIN", origin), ("LIB", Some(lib.as_bytes())), ("PLATFORM", Some(b"x86_64"))]
            {
                if let Some(value) = value {
                    folder = replace(
                        &replace(&folder, &format!("${{{word}}}"), value),
                        &format!("${word}"),
                        value,
                    );
                }
            }
            folders.push(if folder.is_empty() {
                PathBuf::from(".")
            } else {
                PathBuf::from(OsString::from_vec(folder))
            });
        }
    }
    folders
}

fn has(part: &[u8], word: &str) -> bool {
    [format!("${word}"), format!("${{{word}}}")].iter().any(|word| find(part, word.as_bytes()).is_some())
}

fn replace(text: &[u8], word: &str, value: &[u8]) -> Vec<u8> {
    let mut rest = text;
    let mut result = Vec::new();
    while let Some((before, after)) = find(rest, word.as_bytes()) {
        result.extend_from_slice(before);
        result.extend_from_slice(value);
        rest = after;
    }
    result.extend_from_slice(rest);
    result
}

/// What is in front of the first `word`, and what is behind it.
fn find<'a>(text: &'a [u8], word: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = text.windows(word.len()).position(|window| window == word)?;
    Some((text.get(..at)?, text.get(at + word.len()..)?))
}

/// The libraries in `/etc/ld.so.cache`: a header of 48 bytes with the number of entries at 20, entries of 24 bytes with the offsets
/// of name and file at 4 and 8. A cache of another form is as good as none.
fn read_cache(cache: &[u8]) -> HashMap<OsString, Vec<PathBuf>> {
    let mut libraries: HashMap<OsString, Vec<PathBuf>> = HashMap::new();
    let number = |bytes: &[u8], at: usize| -> Option<usize> {
        let bytes = bytes.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    };
    let text = |at: usize| -> Option<OsString> {
        let text = cache.get(at..)?;
        let end = text.iter().take(4096).position(|&byte| byte == 0)?;
        Some(OsString::from_vec(text.get(..end)?.to_vec()))
    };
    if !cache.starts_with(b"glibc-ld.so.cache1.1") {
        return libraries;
    }
    let count = number(cache, 20).unwrap_or(0);
    for entry in cache.get(48..).unwrap_or_default().chunks_exact(24).take(count) {
        let name = number(entry, 4).and_then(text);
        let file = number(entry, 8).and_then(text);
        if let (Some(name), Some(file)) = (name, file) {
            libraries.entry(name).or_default().push(file.into());
        }
    }
    libraries
}

const CACHE: &str = "/etc/ld.so.cache";
const CACHE_LIMIT: u64 = 64 << 20;
const FOLDER_LIMIT: usize = 1024;
const SYSTEM: [&str; 6] =
    ["/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/lib", "/usr/lib"];

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn words_in_a_path_are_replaced() {
        let origin = Path::new("/opt/x/bin");
        let list = |text: &str| folders(OsStr::new(text), Some(origin));
        assert_eq!(list("$ORIGIN/../lib:/a"), ["/opt/x/bin/../lib", "/a"].map(PathBuf::from));
        assert_eq!(list("${ORIGIN}/${PLATFORM}"), ["/opt/x/bin/x86_64"].map(PathBuf::from));
        assert_eq!(list("/$LIB/y"), ["/lib/x86_64-linux-gnu/y", "/lib64/y", "/lib/y"].map(PathBuf::from));
        assert_eq!(list(":/a;"), [".", "/a", "."].map(PathBuf::from));
        assert!(list("").is_empty());
    }

    #[test]
    fn places_come_in_the_order_of_the_dynamic_linker() {
        let linker = Linker {
            library_path: vec!["/env".into()],
            cache: HashMap::from([("libx.so".into(), vec!["/cached/libx.so".into()])]),
        };
        let places = |runpath: Option<&[PathBuf]>| {
            let mut places = linker.candidates(OsStr::new("libx.so"), &["/r".into()], runpath);
            places.truncate(3);
            places
        };
        assert_eq!(places(None), ["/r/libx.so", "/env/libx.so", "/cached/libx.so"].map(PathBuf::from));
        assert_eq!(
            places(Some(&["/run".into()])),
            ["/env/libx.so", "/run/libx.so", "/cached/libx.so"].map(PathBuf::from)
        );
        assert_eq!(
            linker.candidates(OsStr::new("./libx.so"), &["/r".into()], None),
            [PathBuf::from("./libx.so")]
        );
    }

    #[test]
    fn a_cache_is_read_and_a_damaged_one_survived() {
        let mut cache = b"glibc-ld.so.cache1.1".to_vec();
        cache.extend_from_slice(&1u32.to_le_bytes());
        cache.resize(48, 0);
        let name_at = 48 + 24;
        for number in [1u32, name_at, name_at + 8, 0, 0, 0] {
            cache.extend_from_slice(&number.to_le_bytes());
        }
        cache.extend_from_slice(b"libx.so\0/l/libx.so\0");
        let libraries = read_cache(&cache);
        assert_eq!(libraries[OsStr::new("libx.so")], [PathBuf::from("/l/libx.so")]);

        for length in 0..cache.len() {
            read_cache(&cache[..length]);
        }
        for at in 0..cache.len() {
            let mut damaged = cache.clone();
            damaged[at] ^= 0xff;
            read_cache(&damaged);
        }
    }
}
