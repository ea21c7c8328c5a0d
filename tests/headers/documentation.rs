//! No public name without a word on what it is.

use std::fs;
use std::path::Path;

use crate::include;
use crate::values::files;

/// In front of every function, type, constant and public member stands a comment. Feature macros and old names share one per group.
#[test]
fn everything_in_the_headers_is_described() {
    let mut bare = Vec::new();
    for file in files(&include(), "h") {
        let text = fs::read_to_string(&file).unwrap();
        let mut before = "";
        let mut inside_type = false;
        for line in text.lines() {
            let looked_up = if inside_type { is_member(line) } else { is_declaration(line, before) };
            if looked_up && !is_described(line, before, &file) {
                bare.push(format!("{}: {line}", file.display()));
            }
            let type_opens =
                ["struct ", "union ", "typedef ", "enum "].iter().any(|word| line.starts_with(word));
            inside_type = (inside_type && !line.starts_with('}')) || (type_opens && line.ends_with(" {"));
            before = line;
        }
    }
    assert!(bare.is_empty(), "without a description:\n{}", bare.join("\n"));
}

/// A public member or an enumerator.
fn is_member(line: &str) -> bool {
    line.starts_with("    ")
        && !line.starts_with("     ")
        && line.ends_with([';', ','])
        && !line.contains("MBEDTLS_PRIVATE(")
}

/// The first line of a declaration that a reader would look up, and not what goes on from the line `before`.
fn is_declaration(line: &str, before: &str) -> bool {
    if line.starts_with("#define ") {
        return !line.ends_with("_H");
    }
    if line.starts_with("typedef ") {
        let mut words = line.trim_end_matches(';').split(' ').skip(2);
        // `typedef struct name name;` only prepares for the description below.
        return words.next() != words.next();
    }
    let goes_on = before.ends_with(['\\', ',', '(']);
    let named = line.contains('(') || line.ends_with(" {");
    line.starts_with(|c: char| c.is_ascii_lowercase())
        && named
        && !goes_on
        && !line.starts_with("extern \"C\"")
}

fn is_described(line: &str, before: &str, file: &Path) -> bool {
    let in_groups = ["mbedtls_config.h", "compat-2.x.h"].iter().any(|name| file.ends_with(name));
    let grouped = in_groups && before.starts_with("#define ");
    // The other branch of an #if has the description.
    let fallback = line.starts_with("#define ") && before.starts_with("#else");
    before.ends_with("*/") || grouped || fallback
}
