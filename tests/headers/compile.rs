//! Each header alone, in strict C and C++, with each compiler that is there.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::{include, skipped};

const WARNINGS: [&str; 5] = ["-Wall", "-Wextra", "-Wpedantic", "-Wredundant-decls", "-Werror"];

#[test]
fn every_header_compiles_alone_as_c99() {
    compile(&["gcc", "clang"], "c", "c99");
}

#[test]
fn every_header_compiles_alone_as_cpp17() {
    compile(&["g++", "clang++"], "c++", "c++17");
}

fn compile(compilers: &[&str], language: &str, standard: &str) {
    let mut used = 0;
    for compiler in compilers {
        if Command::new(compiler).arg("--version").output().is_err() {
            skipped(&format!("no {compiler} on this machine; scripts/dependencies installs it"));
            continue;
        }
        used += 1;
        for header in public_headers() {
            let source = std::env::temp_dir().join(format!(
                "{compiler}-{}-{}",
                std::process::id(),
                header.replace('/', "-")
            ));
            // Something behind the header: ISO C wants a translation unit to declare something.
            fs::write(&source, format!("#include <{header}>\n#include <{header}>\nint used;\n")).unwrap();
            let output = Command::new(compiler)
                .args(WARNINGS)
                .args(["-x", language, &format!("-std={standard}"), "-fsyntax-only", "-I"])
                .arg(include())
                .arg(&source)
                .output()
                .unwrap();
            fs::remove_file(&source).unwrap();
            assert!(
                output.status.success(),
                "{compiler}, {header}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
    }
    assert!(used > 0, "none of {compilers:?} is there");
}

/// What programs include, as they spell it: not the parts in `compat`.
pub(crate) fn public_headers() -> Vec<String> {
    let mut headers = Vec::new();
    for folder in ["", "mbedtls/", "psa/"] {
        for entry in fs::read_dir(include().join(folder)).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "h") {
                headers.push(format!("{folder}{}", path.file_name().unwrap().to_str().unwrap()));
            }
        }
    }
    headers.sort();
    headers
}
