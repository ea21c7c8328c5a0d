//! What matters here of one ELF file. The file is not trusted: `object` checks every offset, and what it counts has a limit.

use std::ffi::OsString;
use std::fs::File;
use std::os::unix::ffi::OsStringExt;
use std::path::Path;

use object::Endianness;
use object::elf::{self, FileHeader64, Sym64};
use object::read::elf::{FileHeader, SectionHeader, Sym};
use object::read::{ReadCache, ReadRef};

/// A program or a shared library.
pub(crate) struct Object {
    pub(crate) machine: u16,
    /// It names libraries or symbols for the dynamic linker at all.
    pub(crate) is_dynamic: bool,
    pub(crate) soname: Option<OsString>,
    pub(crate) needed: Vec<OsString>,
    /// `DT_RPATH`, which goes before `LD_LIBRARY_PATH`; none where there is a `DT_RUNPATH`, which disables it.
    pub(crate) rpath: Option<OsString>,
    pub(crate) runpath: Option<OsString>,
    /// Of the symbols only those named `mbedtls_*` and `psa_*`.
    pub(crate) wanted: Vec<Wanted>,
    pub(crate) defined: Vec<String>,
}

/// A symbol that somebody else has to define.
pub(crate) struct Wanted {
    pub(crate) name: String,
    /// A weak one may be missing.
    pub(crate) is_weak: bool,
}

/// Reads the file, or says in words why that cannot be.
pub(crate) fn read(path: &Path) -> Result<Object, String> {
    let metadata = std::fs::metadata(path).map_err(|error| error.to_string())?;
    if !metadata.is_file() {
        return Err("it is no regular file".into()); // to open a pipe would wait for ever
    }
    if metadata.len() > FILE_LIMIT {
        return Err("it is larger than 2 GiB".into());
    }
    let cache = ReadCache::new(File::open(path).map_err(|error| error.to_string())?);
    parse(&cache)
}

/// Reads the bytes of a file.
pub(crate) fn parse<'data, R: ReadRef<'data>>(data: R) -> Result<Object, String> {
    let length = data.len().unwrap_or(0);
    let ident = data.read_bytes_at(0, length.min(5)).unwrap_or(&[]);
    match ident {
        [b'#', b'!', ..] => return Err(script(data)),
        [0x7f, b'E', b'L', b'F', 1] => {
            return Err("it is a 32-bit ELF file, and the library is 64-bit".into());
        }
        [0x7f, b'E', b'L', b'F', ..] => {}
        _ => return Err("it is no ELF file".into()),
    }
    parse_elf(data).map_err(|Why(why)| why)
}

/// In words.
struct Why(String);

impl From<object::read::Error> for Why {
    fn from(error: object::read::Error) -> Self {
        Self(format!("it is a damaged ELF file ({error})"))
    }
}

fn parse_elf<'data, R: ReadRef<'data>>(data: R) -> Result<Object, Why> {
    let header = FileHeader64::<Endianness>::parse(data)?;
    let endian = header.endian()?;
    let sections = header.sections(endian, data)?;
    if sections.is_empty() {
        return Err(Why("it has no section headers: they were stripped, or it is packed".into()));
    }
    let mut object = Object {
        machine: header.e_machine(endian).0,
        is_dynamic: false,
        soname: None,
        needed: Vec::new(),
        rpath: None,
        runpath: None,
        wanted: Vec::new(),
        defined: Vec::new(),
    };

    let dynamic = sections.dynamic_table(endian, data)?;
    object.is_dynamic = !dynamic.is_empty();
    for entry in dynamic.iter().take(ENTRY_LIMIT) {
        let text = |limit: usize| -> object::read::Result<OsString> {
            let text = dynamic.string(entry)?;
            Ok(OsString::from_vec(text.get(..limit.min(text.len())).unwrap_or(text).to_vec()))
        };
        match entry.tag {
            elf::DT_NEEDED => object.needed.push(text(NAME_LIMIT)?),
            elf::DT_SONAME => object.soname = Some(text(NAME_LIMIT)?),
            elf::DT_RPATH => object.rpath = Some(text(PATH_LIMIT)?),
            elf::DT_RUNPATH => object.runpath = Some(text(PATH_LIMIT)?),
            _ => {}
        }
    }
    if object.runpath.is_some() {
        object.rpath = None;
    }

    if let Some(section) = sections.iter().find(|section| section.sh_type(endian) == elf::SHT_DYNSYM) {
        let names = sections.section(section.link(endian))?;
        if section.sh_size(endian).max(names.sh_size(endian)) > TABLE_LIMIT {
            return Err(Why("its symbol table is larger than 256 MiB".into()));
        }
        collect(&mut object, endian, section.data_as_array(endian, data)?, names.data(endian, data)?);
    }
    Ok(object)
}

fn collect(object: &mut Object, endian: Endianness, symbols: &[Sym64<Endianness>], strings: &[u8]) {
    for symbol in symbols {
        let Some(name) = usize::try_from(symbol.st_name(endian)).ok().and_then(|start| strings.get(start..))
        else {
            continue;
        };
        if !name.starts_with(b"mbedtls_") && !name.starts_with(b"psa_") || symbol.is_local() {
            continue;
        }
        if object.wanted.len() + object.defined.len() == SYMBOL_LIMIT {
            break;
        }
        let end =
            name.iter().take(NAME_LIMIT).position(|&byte| byte == 0).unwrap_or(NAME_LIMIT.min(name.len()));
        let name = name.get(..end).unwrap_or(name).escape_ascii().to_string();
        if symbol.is_undefined(endian) {
            object.wanted.push(Wanted { name, is_weak: symbol.is_weak() });
        } else {
            object.defined.push(name);
        }
    }
}

/// What to say of a script: who runs it.
fn script<'data, R: ReadRef<'data>>(data: R) -> String {
    let length = data.len().unwrap_or(0).min(256);
    let start = data.read_bytes_at(0, length).unwrap_or(&[]);
    let line = start.split(|&byte| byte == b'\n').next().unwrap_or(&[]);
    let interpreter = line.get(2..).unwrap_or(&[]).trim_ascii();
    format!("it is a script; ask about the program that runs it: {}", interpreter.escape_ascii())
}

const FILE_LIMIT: u64 = 2 << 30;
const NAME_LIMIT: usize = 255;
const PATH_LIMIT: usize = 1 << 16;
const TABLE_LIMIT: u64 = 256 << 20;
const ENTRY_LIMIT: usize = 4096;
/// Ten times as many as Mbed TLS has.
const SYMBOL_LIMIT: usize = 16384;

#[cfg(test)]
#[path = "elf/tests.rs"]
mod tests;
