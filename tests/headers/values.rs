//! The numbers in the hand-written headers: the same as in Rust, and the same as in Debian's headers.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::compile::public_headers;
use crate::{include, root, skipped};

/// Rust names constants as C does. Those of codes.rs whose header is not there yet have nothing to be compared with.
#[test]
fn rust_and_the_headers_agree_on_every_constant() {
    let c = header_values();
    let mut compared = 0;
    for file in files(&root().join("src/capi"), "rs") {
        for (name, rust) in rust_values(&fs::read_to_string(&file).unwrap()) {
            match c.get(&name) {
                Some(c) => assert_eq!(*c, rust, "{name} in {}", file.display()),
                None => assert!(no_header_yet(&name), "{name} of {} is in no header", file.display()),
            }
            compared += 1;
        }
    }
    assert!(compared > 200, "only {compared} constants found");
}

/// Every error code that a header describes is known to Rust, so that mbedtls_strerror() can describe it.
#[test]
fn every_error_code_of_the_headers_is_in_codes() {
    let codes = rust_values(&fs::read_to_string(root().join("src/capi/codes.rs")).unwrap());
    for name in header_values().keys().filter(|name| name.starts_with("MBEDTLS_ERR_")) {
        assert!(codes.contains_key(name), "{name} is not in codes.rs");
    }
}

/// A program with every constant of ours, and the size of every type, prints the same with Debian's headers.
#[test]
fn debian_s_headers_give_the_same_values_and_sizes() {
    let Some(reference) = reference() else {
        skipped("no Mbed TLS headers to compare with; scripts/reference fetches them");
        return;
    };
    let mut program = String::from("#include <stdio.h>\n");
    for header in public_headers().iter().filter(|header| *header != "mbedtls_compat.h") {
        program += &format!("#include <{header}>\n");
    }
    program += "int main(void) {\n";
    // What mbedtls_compat.h has, Debian's headers have not.
    let beyond = values_in(&[include().join("mbedtls/compat/compat_values.h")]);
    for name in header_values().keys().filter(|name| !beyond.contains_key(*name)) {
        program += &format!("    printf(\"{name} %lld\\n\", (long long) ({name}));\n");
    }
    for name in complete_types() {
        program += &format!("    printf(\"{name} %zu %zu\\n\", sizeof({name}), __alignof__({name}));\n");
    }
    program += "    return 0;\n}\n";
    assert_eq!(run(&program, &include()), run(&program, &reference));
}

fn run(program: &str, include: &Path) -> String {
    let folder = std::env::temp_dir().join(format!("mbedtls-compat-values-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let (source, binary) = (folder.join("values.c"), folder.join("values"));
    fs::write(&source, program).unwrap();
    let output = Command::new("cc")
        .arg("-w")
        .arg("-I")
        .arg(include)
        .arg("-o")
        .arg(&binary)
        .arg(&source)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}: {}", include.display(), String::from_utf8_lossy(&output.stderr));
    let printed = Command::new(&binary).output().unwrap().stdout;
    fs::remove_dir_all(&folder).unwrap();
    String::from_utf8(printed).unwrap()
}

/// Where scripts/reference unpacks Debian's packages.
fn reference() -> Option<PathBuf> {
    let path = std::env::var_os("MBEDTLS_REFERENCE").map_or(root().join("target/reference"), PathBuf::from);
    Some(path.join("usr/include")).filter(|include| include.join("mbedtls/ssl.h").exists())
}

fn no_header_yet(name: &str) -> bool {
    let Some((module, _)) = name.strip_prefix("MBEDTLS_ERR_").and_then(|rest| rest.split_once('_')) else {
        return false;
    };
    !include().join(format!("mbedtls/{}.h", module.to_lowercase())).exists()
}

/// `#define NAME number` and `NAME = number,` of all headers.
fn header_values() -> BTreeMap<String, i64> {
    values_in(&files(&include(), "h"))
}

fn values_in(headers: &[PathBuf]) -> BTreeMap<String, i64> {
    let mut values = BTreeMap::new();
    for file in headers {
        for line in fs::read_to_string(file).unwrap().lines() {
            let define = line.strip_prefix("#define ").and_then(|rest| rest.split_once(' '));
            let enumerator = line.trim().strip_suffix(',').and_then(|rest| rest.split_once(" = "));
            if let Some((name, text)) = define.or(enumerator).filter(|(name, _)| is_constant(name))
                && let Some(value) = number(text)
            {
                values.insert(name.to_owned(), value);
            }
        }
    }
    values
}

/// `const NAME: type = number;`, whatever its visibility.
fn rust_values(source: &str) -> BTreeMap<String, i64> {
    let mut values = BTreeMap::new();
    for line in source.lines() {
        let Some((_, rest)) = line.split_once("const ") else { continue };
        let (Some((name, _)), Some((_, value))) = (rest.split_once(':'), rest.split_once(" = ")) else {
            continue;
        };
        if let Some(value) = number(value.trim_end_matches(';')).filter(|_| is_constant(name)) {
            values.insert(name.to_owned(), value);
        }
    }
    values
}

fn is_constant(name: &str) -> bool {
    (name.starts_with("MBEDTLS_") || name.starts_with("PSA_")) && !name.contains('(')
}

/// `-0x7100`, `12`, `2u`, `((size_t) 1076)`; not an expression or another name.
fn number(text: &str) -> Option<i64> {
    let last = text.trim().trim_end_matches(')').rsplit(' ').next()?.trim_end_matches(['u', 'U']);
    let (sign, digits) = last.strip_prefix('-').map_or((1, last), |digits| (-1, digits));
    let value = match digits.strip_prefix("0x") {
        Some(hex) => i64::from_str_radix(&hex.replace('_', ""), 16).ok()?,
        None => digits.replace('_', "").parse().ok()?,
    };
    Some(sign * value)
}

/// The types that our headers define, not only declare, by tag: Debian's headers have no other name for some of them.
fn complete_types() -> Vec<String> {
    const WITHOUT_TAG: &[&str] = &[
        "struct mbedtls_block_cipher_context_t",
        "struct mbedtls_lmots_parameters_t",
        "struct mbedtls_lmots_public_t",
        "struct mbedtls_lms_parameters_t",
        "struct mbedtls_lms_public_t",
        "struct mbedtls_sha3_context",
        "struct mbedtls_nist_kw_context",
        "union mbedtls_ssl_user_data_t",
        "struct mbedtls_ssl_tls13_application_secrets",
        "struct mbedtls_x509_crt_verify_chain",
        "struct mbedtls_x509_crt_verify_chain_item",
    ];
    let mut types = Vec::new();
    for file in files(&include(), "h") {
        for line in fs::read_to_string(&file).unwrap().lines() {
            let Some(head) = line.strip_suffix(" {").map(|head| head.trim_start_matches("typedef ")) else {
                continue;
            };
            let Some((_, name)) = head.split_once(' ').filter(|(kind, _)| ["struct", "union"].contains(kind))
            else {
                continue;
            };
            types.push(if WITHOUT_TAG.contains(&head) { name } else { head }.to_owned());
        }
    }
    types.sort();
    types
}

pub(crate) fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}
