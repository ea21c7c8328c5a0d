//! The C headers: `include/mbedtls/*.h` and `include/psa/crypto.h` come from `src/capi` by cbindgen and are committed.
//!
//! `cargo test` fails when one is stale; `WRITE_HEADERS=1 cargo test --test headers` (`make headers`) rewrites them.
//! What cbindgen has no words for (hex values, enums, macros, inline functions) is hand-written in
//! `include/mbedtls/compat/<name>_values.h` and `<name>_inline.h`, which the generated headers include.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "headers/compile.rs"]
mod compile;
#[path = "headers/generate.rs"]
mod generate;
#[path = "headers/values.rs"]
mod values;

use std::path::{Path, PathBuf};

use generate::{HEADERS, generate};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn include() -> PathBuf {
    root().join("include")
}

#[test]
fn headers_are_what_the_sources_say() {
    let write = std::env::var_os("WRITE_HEADERS").is_some();
    let mut stale = Vec::new();
    for header in HEADERS {
        let path = include().join(header.path);
        let fresh = generate(header);
        if std::fs::read_to_string(&path).is_ok_and(|committed| committed == fresh) {
            continue;
        }
        if write {
            std::fs::write(&path, fresh).unwrap();
        } else {
            stale.push(header.path);
        }
    }
    assert!(stale.is_empty(), "stale, run `make headers`: {stale:?}");
}
