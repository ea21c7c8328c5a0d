#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::cast_possible_truncation)]

use std::process::Command;
use std::sync::LazyLock;

use super::*;

/// A small library that wants, defines and needs.
static LIBRARY: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("mbedtls-compat-check-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let source = folder.join("wants.c");
    let output = folder.join("libwants.so.1");
    std::fs::write(
        &source,
        "int mbedtls_wanted(void);\n__attribute__((weak)) int mbedtls_perhaps(void);\nint other(void);\n\
         int mbedtls_defined(void) { return mbedtls_wanted() + other() + (mbedtls_perhaps ? mbedtls_perhaps() : 0); }\n",
    )
    .unwrap();
    let cc = Command::new("cc")
        .args([
            "-shared",
            "-fPIC",
            "-Wl,-soname,libwants.so.1",
            "-Wl,-rpath,$ORIGIN/x",
            "-Wl,--no-as-needed",
            "-lm",
            "-o",
        ])
        .args([&output, &source])
        .status()
        .unwrap();
    assert!(cc.success());
    let bytes = std::fs::read(&output).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    bytes
});

#[test]
fn a_library_is_read() {
    let object = parse(LIBRARY.as_slice()).unwrap_or_else(|why| panic!("{why}"));
    assert!(object.is_dynamic);
    assert_eq!(object.machine, elf::EM_X86_64.0);
    assert_eq!(object.soname.unwrap(), "libwants.so.1");
    assert!(object.needed.iter().any(|name| name == "libm.so.6"));
    assert_eq!(object.runpath.or(object.rpath).unwrap(), "$ORIGIN/x");
    assert_eq!(object.defined, ["mbedtls_defined"]);
    let mut wanted: Vec<_> =
        object.wanted.iter().map(|wanted| (wanted.name.as_str(), wanted.is_weak)).collect();
    wanted.sort_unstable();
    assert_eq!(wanted, [("mbedtls_perhaps", true), ("mbedtls_wanted", false)]);
}

#[test]
fn what_is_no_program_is_told_apart() {
    let why = |bytes: &[u8]| parse(bytes).err().unwrap();
    assert_eq!(why(b""), "it is no ELF file");
    assert_eq!(why(b"hello"), "it is no ELF file");
    assert!(why(b"#! /bin/sh -e\necho").ends_with("runs it: /bin/sh -e"));
    assert!(why(b"#!\x1b[31m\n").ends_with(r"runs it: \x1b[31m"));
    assert!(why(b"\x7fELF\x01").contains("32-bit"));
    assert!(why(b"\x7fELF\x02").contains("damaged"));
}

#[test]
fn a_truncated_file_is_an_error_or_less() {
    for length in 0..LIBRARY.len() {
        let _ = parse(&LIBRARY[..length]);
    }
}

/// Headers and tables are where damage matters, so half of it goes there.
#[test]
fn a_damaged_file_is_survived() {
    let mut random = Random(0x5eed);
    let table_at = u64::from_le_bytes(LIBRARY[40..48].try_into().unwrap()) as usize;
    for round in 0..40_000 {
        let mut damaged = LIBRARY.clone();
        for _ in 0..1 + random.below(4) {
            let (from, to) = match round % 4 {
                0 => (0, 64),
                1 => (table_at, damaged.len()),
                _ => (0, damaged.len()),
            };
            let at = from + random.below(to - from);
            damaged[at] = [0, 1, 0x7f, 0x80, 0xff, random.below(256) as u8][random.below(6)];
        }
        let _ = parse(damaged.as_slice());
    }
}

/// Random enough, and the same every time (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}
