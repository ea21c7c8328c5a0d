//! A program and the libraries that the dynamic linker loads with it, breadth first as it does.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use crate::elf::{self, Object};
use crate::search::{Linker, folders};

/// One of the files that are loaded.
pub(crate) struct Loaded {
    pub(crate) path: PathBuf,
    pub(crate) object: Object,
    /// Names of Mbed TLS's libraries that it needs, of whatever version. They are not followed: the drop-in takes their place.
    pub(crate) mbedtls: Vec<OsString>,
    /// A library of Mbed TLS that its `DT_RPATH` finds, before `LD_LIBRARY_PATH` is asked.
    pub(crate) shadow: Option<PathBuf>,
    /// `DT_RPATH` folders that count for what this file needs: its own, then those of who loaded it.
    rpaths: Vec<PathBuf>,
}

/// All that is loaded, the program first, and what could not be.
pub(crate) struct Closure {
    pub(crate) loaded: Vec<Loaded>,
    /// In words: which library, and why.
    pub(crate) unknown: Vec<String>,
}

/// Follows what the program needs. An error says why the program itself cannot be read.
pub(crate) fn follow(program: &Path, linker: &Linker) -> Result<Closure, String> {
    let object = elf::read(program)?;
    let machine = object.machine;
    let mut seen: HashSet<OsString> = object.soname.iter().cloned().collect();
    let mut closure =
        Closure { loaded: vec![Loaded::new(program.to_path_buf(), object, &[])], unknown: Vec::new() };

    let mut next = 0;
    while let Some(loader) = closure.loaded.get_mut(next) {
        next += 1;
        let origin = origin(&loader.path);
        let runpath = loader.object.runpath.as_deref().map(|list| folders(list, Some(&origin)));
        let mut found = Vec::new();
        for name in std::mem::take(&mut loader.object.needed) {
            if is_mbedtls(&name) {
                if runpath.is_none() {
                    loader.shadow =
                        loader.rpaths.iter().map(|folder| folder.join(&name)).find(|path| path.exists());
                }
                loader.mbedtls.push(name);
                continue;
            }
            if !seen.insert(name.clone()) {
                continue;
            }
            if seen.len() > LIBRARY_LIMIT {
                closure.unknown.push(format!("it needs more than {LIBRARY_LIMIT} libraries"));
                return Ok(closure);
            }
            match load(&linker.candidates(&name, &loader.rpaths, runpath.as_deref()), machine) {
                Ok((path, object)) => {
                    seen.extend(object.soname.iter().cloned());
                    found.push(Loaded::new(path, object, &loader.rpaths));
                }
                Err(why) => closure.unknown.push(format!(
                    "{}, which {} needs: {why}",
                    shown(&name),
                    shown(&loader.path)
                )),
            }
        }
        closure.loaded.append(&mut found);
    }
    Ok(closure)
}

impl Loaded {
    fn new(path: PathBuf, object: Object, inherited: &[PathBuf]) -> Self {
        let own = object.rpath.as_deref().map(|list| folders(list, Some(&origin(&path)))).unwrap_or_default();
        let rpaths = own.into_iter().chain(inherited.iter().cloned()).take(RPATH_LIMIT).collect();
        Self { path, object, mbedtls: Vec::new(), shadow: None, rpaths }
    }
}

/// The first of the files that is there and of the right kind; another kind is passed over, as the dynamic linker does.
fn load(candidates: &[PathBuf], machine: u16) -> Result<(PathBuf, Object), String> {
    let mut why = String::from("not found");
    for path in candidates.iter().filter(|path| path.exists()) {
        match elf::read(path) {
            Ok(object) if object.machine == machine => return Ok((path.clone(), object)),
            Ok(_) => why = format!("{} is for another machine", shown(path)),
            Err(error) => why = format!("{}: {error}", shown(path)),
        }
    }
    Err(why)
}

/// The folder that `$ORIGIN` stands for.
fn origin(path: &Path) -> PathBuf {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    path.parent().map(Path::to_path_buf).unwrap_or_default()
}

/// A library of Mbed TLS, of any version, or ours by its own name.
pub(crate) fn is_mbedtls(name: &OsStr) -> bool {
    let name = name.as_bytes();
    let file = name.rsplit(|&byte| byte == b'/').next().unwrap_or(name);
    ["libmbedtls.so", "libmbedx509.so", "libmbedcrypto.so", "libmbedtls-compat.so"].iter().any(|library| {
        file.strip_prefix(library.as_bytes()).is_some_and(|rest| rest.is_empty() || rest.starts_with(b"."))
    })
}

/// A name fit for the screen: control characters are spelled out.
pub(crate) fn shown(name: impl AsRef<OsStr>) -> String {
    let mut text = String::new();
    for character in name.as_ref().to_string_lossy().chars() {
        if character.is_control() { text.extend(character.escape_default()) } else { text.push(character) }
    }
    text
}

const LIBRARY_LIMIT: usize = 2048;
const RPATH_LIMIT: usize = 1024;
