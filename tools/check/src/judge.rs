//! Whether a program will run over the library, and why not.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::closure::{Closure, Loaded, follow, is_mbedtls, shown};
use crate::elf::{self, Object};
use crate::search::Linker;
use crate::versions::ONLY;

/// The library that programs shall run over.
pub(crate) struct Library {
    pub(crate) path: PathBuf,
    machine: u16,
    exports: HashSet<String>,
}

impl Library {
    pub(crate) fn open(path: &Path) -> Result<Self, String> {
        let Object { machine, soname, defined, .. } =
            elf::read(path).map_err(|why| format!("{}: {why}", shown(path)))?;
        if soname.as_deref() != Some(OsStr::new(SONAME)) {
            return Err(format!("{}: it is not {SONAME}", shown(path)));
        }
        Ok(Self { path: path.to_path_buf(), machine, exports: defined.into_iter().collect() })
    }
}

/// What is to be said of one program.
pub(crate) struct Report {
    pub(crate) verdict: Verdict,
    /// The files that use Mbed TLS, the program first if it does itself.
    pub(crate) users: Vec<User>,
    /// Symbols that the library lacks, each once.
    pub(crate) missing: BTreeSet<String>,
    /// What else is in the way.
    pub(crate) problems: Vec<String>,
    /// What could not be looked at.
    pub(crate) unknown: Vec<String>,
    pub(crate) notes: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Runs,
    Fails,
    Unknown,
}

/// A file, and what it wants of Mbed TLS.
pub(crate) struct User {
    pub(crate) path: PathBuf,
    pub(crate) libraries: Vec<OsString>,
    pub(crate) symbols: BTreeSet<String>,
}

/// Judges a program. An error says why that cannot be.
pub(crate) fn judge(program: &Path, linker: &Linker, library: &Library) -> Result<Report, String> {
    if program.file_name().is_some_and(is_mbedtls) {
        return Err("it is a library of Mbed TLS itself; ask about the programs that use it".into());
    }
    let Closure { loaded, unknown } = follow(program, linker)?;
    let first = loaded.first().map(|first| &first.object);
    if first.is_some_and(|object| object.machine != library.machine) {
        return Err(format!("it is for another machine than {}", shown(&library.path)));
    }
    if first.is_some_and(|object| !object.is_dynamic) {
        return Err("it is linked statically: whatever TLS it has is built in".into());
    }

    let mut report = Report {
        verdict: Verdict::Runs,
        users: Vec::new(),
        missing: BTreeSet::new(),
        problems: Vec::new(),
        unknown,
        notes: Vec::new(),
    };
    let provided: HashSet<&str> =
        loaded.iter().flat_map(|file| &file.object.defined).map(String::as_str).collect();
    let somebody_links = loaded.iter().any(|file| !file.mbedtls.is_empty());
    for file in &loaded {
        report.add(file, &provided, somebody_links, library);
    }
    if report.users.is_empty() && report.unknown.is_empty() {
        let own =
            if provided.is_empty() { "it uses no Mbed TLS" } else { "it brings an Mbed TLS of its own" };
        return Err(own.into());
    }
    report.note_versions();
    if !provided.is_empty() {
        report.notes.push(format!(
            "{} of Mbed TLS's symbols are defined by the program's own files and taken from there",
            provided.len()
        ));
    }
    if fs::metadata(program).is_ok_and(|metadata| metadata.permissions().mode() & 0o6000 != 0) {
        report.notes.push("it is setuid or setgid: the dynamic linker ignores LD_LIBRARY_PATH for it".into());
    }
    if !report.missing.is_empty() || !report.problems.is_empty() {
        report.verdict = Verdict::Fails;
    } else if !report.unknown.is_empty() {
        report.verdict = Verdict::Unknown;
    }
    Ok(report)
}

impl Report {
    fn add(&mut self, file: &Loaded, provided: &HashSet<&str>, somebody_links: bool, library: &Library) {
        let mut symbols = BTreeSet::new();
        let mut optional = BTreeSet::new();
        for wanted in &file.object.wanted {
            // Names with psa_ may belong to something else where nobody needs Mbed TLS.
            if provided.contains(wanted.name.as_str()) || !somebody_links && wanted.name.starts_with("psa_") {
                continue;
            }
            let is_there = library.exports.contains(&wanted.name);
            if !is_there && wanted.is_weak {
                optional.insert(wanted.name.as_str());
                continue;
            }
            symbols.insert(wanted.name.clone());
            if !is_there {
                self.missing.insert(wanted.name.clone());
            }
        }
        if !optional.is_empty() {
            let names: Vec<_> = optional.into_iter().collect();
            self.notes.push(format!(
                "{} can do without these, which are missing: {}",
                shown(&file.path),
                names.join(" ")
            ));
        }
        for name in file.mbedtls.iter().filter(|name| !NAMES.iter().any(|ours| name.as_os_str() == *ours)) {
            self.problems.push(format!(
                "{} is built for another Mbed TLS: it needs {}, and the drop-in is {}",
                shown(&file.path),
                shown(name),
                counterpart(name)
            ));
        }
        if let Some(shadow) = &file.shadow {
            self.problems.push(format!(
                "{} has an RPATH that finds {} first",
                shown(&file.path),
                shown(shadow)
            ));
        }
        if !symbols.is_empty() || !file.mbedtls.is_empty() {
            self.users.push(User { path: file.path.clone(), libraries: file.mbedtls.clone(), symbols });
        }
    }

    fn note_versions(&mut self) {
        let used: BTreeSet<&str> =
            self.users.iter().flat_map(|user| &user.symbols).map(String::as_str).collect();
        let mut only: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for part in &ONLY {
            let functions: Vec<_> =
                part.functions.iter().copied().filter(|name| used.contains(name)).collect();
            if !functions.is_empty() {
                only.insert(part.what, functions);
            }
        }
        for (what, functions) in only {
            self.notes.push(format!(
                "only for {what}, which the library has not; they give an error code or have no effect: {}",
                functions.join(" ")
            ));
        }
    }
}

/// The name of ours that stands for the same library.
fn counterpart(name: &OsStr) -> &'static str {
    let name = name.to_string_lossy();
    NAMES
        .into_iter()
        .rev()
        .find(|ours| ours.split(".so").next().is_some_and(|stem| name.contains(stem)))
        .unwrap_or(SONAME)
}

const SONAME: &str = "libmbedtls-compat.so.21";
/// What the drop-in folder answers to; programs linked with the library itself need the last one.
const NAMES: [&str; 7] = [
    SONAME,
    "libmbedtls.so",
    "libmbedx509.so",
    "libmbedcrypto.so",
    "libmbedtls.so.21",
    "libmbedx509.so.7",
    "libmbedcrypto.so.16",
];
