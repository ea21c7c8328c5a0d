//! The C headers: `include/mbedtls/*.h` and `include/psa/crypto.h` come from `src/capi` by cbindgen and are committed.
//!
//! `cargo test` fails when one is stale; `WRITE_HEADERS=1 cargo test --test headers` (`make headers`) rewrites them.
//! What cbindgen has no words for (hex values, enums, macros, inline functions) is hand-written in
//! `include/mbedtls/compat/<name>_values.h` and `<name>_inline.h`, which the generated headers include.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "headers/compile.rs"]
mod compile;
#[path = "headers/documentation.rs"]
mod documentation;
#[path = "headers/generate.rs"]
mod generate;
#[path = "headers/values.rs"]
mod values;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Once;

use generate::{HEADERS, generate};
use values::files;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the headers; written anew first, if that was asked for.
fn include() -> PathBuf {
    static WRITTEN: Once = Once::new();
    WRITTEN.call_once(|| {
        if std::env::var_os("WRITE_HEADERS").is_some() {
            for (path, fresh) in stale() {
                std::fs::write(path, fresh).unwrap();
            }
        }
    });
    root().join("include")
}

/// Says so on the terminal, also when the test passes: what print macros write is kept back then.
fn skipped(why: &str) {
    _ = writeln!(std::io::stderr(), "skipped: {why}");
}

#[test]
fn headers_are_what_the_sources_say() {
    include();
    let stale: Vec<PathBuf> = stale().into_iter().map(|(path, _)| path).collect();
    assert!(stale.is_empty(), "stale, run `make headers`: {stale:?}");
}

/// The headers whose text is not what the sources say, and what it should be.
fn stale() -> Vec<(PathBuf, String)> {
    let headers = HEADERS.iter().map(|header| (root().join("include").join(header.path), generate(header)));
    headers.filter(|(path, fresh)| std::fs::read_to_string(path).ok().as_ref() != Some(fresh)).collect()
}

/// Every exported name has a declaration: a new file in src/capi needs its line in `HEADERS`.
#[test]
fn every_export_is_declared() {
    let headers: Vec<String> =
        files(&include(), "h").iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let mut exports = 0;
    for file in files(&root().join("src/capi"), "rs") {
        let source = std::fs::read_to_string(&file).unwrap();
        for item in source.split("#[unsafe(no_mangle)]").skip(1) {
            let mut words = item.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            let name = words.find(|word| word.starts_with("mbedtls_") || word.starts_with("psa_")).unwrap();
            let declared = |text: &String| {
                text.contains(&format!("{name}("))
                    || text.contains(&format!("{name};"))
                    || text.contains(&format!("*{name})("))
            };
            assert!(headers.iter().any(declared), "{name} of {} is in no header", file.display());
            exports += 1;
        }
    }
    assert!(exports > 100, "only {exports} exports found");
}
