//! From one module of `src/capi` to one header.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::root;

/// One generated header. Its sources are `src/capi/<module>.rs` and the folder of that name.
pub(crate) struct Header {
    /// Below `include/`.
    pub(crate) path: &'static str,
    module: &'static str,
    about: &'static str,
    includes: &'static [&'static str],
}

const fn header(
    path: &'static str,
    module: &'static str,
    about: &'static str,
    includes: &'static [&'static str],
) -> Header {
    Header { path, module, about, includes }
}

#[rustfmt::skip]
pub(crate) const HEADERS: &[Header] = &[
    header("mbedtls/aes.h", "aes", "AES", &["<stddef.h>", "<stdint.h>"]),
    header("mbedtls/aria.h", "aria", "ARIA",
        &["mbedtls/platform_util.h", "<stddef.h>", "<stdint.h>"]),
    header("mbedtls/asn1.h", "asn1", "ASN.1: tags, and the nodes that parsed certificates consist of",
        &["mbedtls/platform_util.h", "mbedtls/bignum.h", "<stddef.h>"]),
    header("mbedtls/asn1write.h", "asn1write", "Writing ASN.1", &["mbedtls/asn1.h"]),
    header("mbedtls/base64.h", "base64", "Base64",
        &["<stddef.h>"]),
    header("mbedtls/bignum.h", "bignum", "Big numbers",
        &["mbedtls/platform_util.h", "<stddef.h>", "<stdint.h>", "<stdio.h>"]),
    header("mbedtls/camellia.h", "camellia", "Camellia",
        &["mbedtls/platform_util.h", "<stddef.h>", "<stdint.h>"]),
    header("mbedtls/ccm.h", "ccm", "CCM",
        &["mbedtls/cipher.h"]),
    header("mbedtls/chacha20.h", "chacha20", "ChaCha20",
        &["<stddef.h>", "<stdint.h>"]),
    header("mbedtls/chachapoly.h", "chachapoly", "ChaCha20-Poly1305",
        &["mbedtls/poly1305.h", "mbedtls/chacha20.h"]),
    header("mbedtls/cipher.h", "cipher", "Symmetric ciphers: every cipher and mode behind one type",
        &["mbedtls/platform_util.h", "<stddef.h>"]),
    header("mbedtls/cmac.h", "cmac", "CMAC",
        &["mbedtls/cipher.h"]),
    header("mbedtls/constant_time.h", "constant_time", "Comparing without telling where the difference is", &["<stddef.h>"]),
    header("mbedtls/ctr_drbg.h", "ctr_drbg", "The random number generator that most programs hand to mbedtls_ssl_conf_rng()",
        &["mbedtls/aes.h", "mbedtls/entropy.h", "mbedtls/platform_util.h", "mbedtls/threading.h"]),
    header("mbedtls/debug.h", "debug", "How much the debug callback hears", &["mbedtls/ssl.h"]),
    header("mbedtls/des.h", "des", "DES and triple DES",
        &["mbedtls/platform_util.h", "<stddef.h>", "<stdint.h>"]),
    header("mbedtls/dhm.h", "dhm", "Finite-field Diffie-Hellman",
        &["mbedtls/bignum.h", "mbedtls/platform_util.h", "<stddef.h>"]),
    header("mbedtls/ecdh.h", "ecdh", "Agreeing on a secret over an elliptic curve",
        &["mbedtls/ecp.h", "mbedtls/platform_util.h", "<stdint.h>"]),
    header("mbedtls/ecdsa.h", "ecdsa", "Signatures with keys on elliptic curves", &["mbedtls/ecp.h", "mbedtls/md.h"]),
    header("mbedtls/ecjpake.h", "ecjpake", "Agreeing on a key with a password: EC J-PAKE", &["mbedtls/ecp.h", "mbedtls/md.h"]),
    header("mbedtls/ecp.h", "ecp", "Elliptic curves", &["mbedtls/bignum.h", "mbedtls/platform_util.h"]),
    header("mbedtls/entropy.h", "entropy", "Seeds for random number generators",
        &["mbedtls/md.h", "mbedtls/threading.h", "<stddef.h>"]),
    header("mbedtls/error.h", "error", "From error codes to text", &["<stddef.h>"]),
    header("mbedtls/gcm.h", "gcm", "GCM",
        &["mbedtls/cipher.h", "<stdint.h>"]),
    header("mbedtls/hkdf.h", "hkdf", "HKDF (RFC 5869): keys from a secret", &["mbedtls/md.h"]),
    header("mbedtls/hmac_drbg.h", "hmac_drbg", "Another random number generator, the same as that of mbedtls/ctr_drbg.h",
        &["mbedtls/md.h", "mbedtls/threading.h", "mbedtls/platform_util.h"]),
    header("mbedtls/lms.h", "lms", "LMS signatures (RFC 8554), verification only", &["<stddef.h>", "<stdint.h>"]),
    header("mbedtls/md.h", "md", "Message digests", &["mbedtls/platform_util.h", "<stddef.h>"]),
    header("mbedtls/md5.h", "md5", "MD5", &["<stddef.h>", "<stdint.h>"]),
    header("mbedtls/net_sockets.h", "net_sockets", "TCP and UDP sockets in the shape that mbedtls_ssl_set_bio() takes",
        &["mbedtls/ssl.h", "<stddef.h>", "<stdint.h>"]),
    header("mbedtls/oid.h", "oid", "Object identifiers: what they stand for, and their text",
        &["mbedtls/asn1.h", "mbedtls/pk.h", "mbedtls/md.h", "mbedtls/cipher.h"]),
    header("mbedtls/nist_kw.h", "nist_kw", "Key wrapping",
        &["mbedtls/cipher.h"]),
    header("mbedtls/pem.h", "pem", "PEM",
        &["<stddef.h>"]),
    header("mbedtls/pk.h", "pk", "Public and private keys",
        &["mbedtls/md.h", "mbedtls/rsa.h", "mbedtls/ecp.h", "mbedtls/platform_util.h", "psa/crypto.h"]),
    header("mbedtls/pkcs12.h", "pkcs12", "Keys from passwords, and what is encrypted with them, as PKCS #12 (RFC 7292) has it",
        &["mbedtls/md.h", "mbedtls/cipher.h", "mbedtls/asn1.h", "<stddef.h>"]),
    header("mbedtls/pkcs5.h", "pkcs5", "Keys from passwords, and what is encrypted with them (PKCS #5, RFC 8018)",
        &["mbedtls/asn1.h", "mbedtls/md.h", "mbedtls/cipher.h", "<stddef.h>", "<stdint.h>"]),
    header("mbedtls/pkcs7.h", "pkcs7", "Signed data (PKCS #7)",
        &["mbedtls/asn1.h", "mbedtls/x509_crl.h", "mbedtls/x509_crt.h"]),
    header("mbedtls/platform.h", "platform", "What the library asks of the C library", &[]),
    header("mbedtls/platform_time.h", "platform_time", "The types of time", &["<stdint.h>", "<time.h>"]),
    header("mbedtls/platform_util.h", "platform_util", "Small things that other headers share", &["mbedtls/platform_time.h", "<stddef.h>"]),
    header("mbedtls/psa_util.h", "psa_util", "Between PSA Crypto and the older interfaces",
        &["mbedtls/ecp.h", "mbedtls/md.h", "psa/crypto.h"]),
    header("mbedtls/ripemd160.h", "ripemd160", "RIPEMD-160", &["<stddef.h>", "<stdint.h>"]),
    header("mbedtls/sha1.h", "sha1", "SHA-1", &["<stddef.h>", "<stdint.h>"]),
    header("mbedtls/sha256.h", "sha256", "SHA-224 and SHA-256", &["<stddef.h>", "<stdint.h>"]),
    header("mbedtls/sha3.h", "sha3", "SHA-3", &["<stddef.h>", "<stdint.h>"]),
    header("mbedtls/sha512.h", "sha512", "SHA-384 and SHA-512", &["<stddef.h>", "<stdint.h>"]),
    header("mbedtls/poly1305.h", "poly1305", "Poly1305",
        &["<stddef.h>", "<stdint.h>"]),
    header("mbedtls/rsa.h", "rsa", "RSA", &["mbedtls/bignum.h", "mbedtls/md.h", "mbedtls/platform_util.h"]),
    header("mbedtls/ssl.h", "ssl", "TLS: configurations, connections, sessions",
        &["mbedtls/bignum.h", "mbedtls/ecp.h", "mbedtls/md.h", "mbedtls/pk.h", "mbedtls/platform_time.h",
          "mbedtls/dhm.h", "mbedtls/platform_util.h", "mbedtls/ssl_ciphersuites.h", "mbedtls/x509_crl.h", "mbedtls/x509_crt.h", "psa/crypto.h"]),
    header("mbedtls/ssl_cache.h", "ssl_cache", "A server's cache of sessions", &["mbedtls/ssl.h", "mbedtls/threading.h"]),
    header("mbedtls/ssl_ciphersuites.h", "ssl_ciphersuites", "Cipher suites: names and numbers",
        &["mbedtls/pk.h", "mbedtls/cipher.h", "mbedtls/md.h"]),
    header("mbedtls/ssl_cookie.h", "ssl_cookie", "Cookies by which a server finds that a client's address is its own",
        &["mbedtls/ssl.h", "mbedtls/threading.h"]),
    header("mbedtls/ssl_ticket.h", "ssl_ticket", "A server's ticket keys: sessions that the client keeps",
        &["mbedtls/ssl.h", "mbedtls/cipher.h", "mbedtls/threading.h"]),
    header("mbedtls/threading.h", "threading", "The mutex inside contexts that threads may share",
        &["<pthread.h>", "<stdlib.h>"]),
    header("mbedtls/timing.h", "timing", "A timer for mbedtls_ssl_set_timer_cb()", &["<stdint.h>"]),
    header("mbedtls/version.h", "version", "Which version this is, at run time", &[]),
    header("mbedtls/x509.h", "x509", "X.509: what certificates and revocation lists share",
        &["mbedtls/asn1.h", "mbedtls/pk.h"]),
    header("mbedtls/x509_crl.h", "x509_crl", "Certificate revocation lists", &["mbedtls/x509.h"]),
    header("mbedtls/x509_crt.h", "x509_crt", "Certificates", &["mbedtls/x509.h", "mbedtls/x509_crl.h", "mbedtls/bignum.h"]),
    header("mbedtls/x509_csr.h", "x509_csr", "Certificate requests", &["mbedtls/x509.h"]),
    header("mbedtls_compat.h", "compat", "What this library has beyond Mbed TLS as Debian builds it",
        &["mbedtls/ssl.h", "<stddef.h>", "<stdint.h>"]),
    header("psa/crypto.h", "psa", "PSA Crypto: keys in memory and in files, and what is done with them", &["mbedtls/build_info.h", "<stddef.h>", "<stdint.h>"]),
];

/// In C these name function types and are used as `name *`; in Rust each is what such a pointer is.
const FUNCTION_TYPES: &[&str] = &[
    "mbedtls_f_rng_t",
    "mbedtls_ssl_cache_get_t",
    "mbedtls_ssl_cache_set_t",
    "mbedtls_ssl_cookie_check_t",
    "mbedtls_ssl_cookie_write_t",
    "mbedtls_ssl_export_keys_t",
    "mbedtls_ssl_get_timer_t",
    "mbedtls_ssl_recv_t",
    "mbedtls_ssl_recv_timeout_t",
    "mbedtls_ssl_send_t",
    "mbedtls_ssl_set_timer_t",
    "mbedtls_ssl_ticket_parse_t",
    "mbedtls_ssl_ticket_write_t",
];

/// The whole text of `header`.
pub(crate) fn generate(header: &Header) -> String {
    let sources = sources(header.module);
    let scan = Scan::of(&sources);
    let body = typedefs_first(&tidy(&bindings(header.module, &scan), &scan));

    let mut text = format!("/*\n * {}: {}.\n *\n", header.path, header.about);
    let from =
        if sources.len() > 1 { format!("{}/", header.module) } else { format!("{}.rs", header.module) };
    _ = writeln!(text, " * Generated from src/capi/{from} by `make headers`; change it there.");
    text.push_str(" * SPDX-License-Identifier: Apache-2.0 OR MIT\n */\n");
    let guard = format!("MBEDTLS_COMPAT_{}", header.path.replace(['/', '.'], "_").to_uppercase());
    _ = writeln!(text, "#ifndef {guard}\n#define {guard}\n");

    let (system, own): (Vec<&str>, Vec<&str>) =
        header.includes.iter().partition(|name| name.starts_with('<'));
    // A program may say MBEDTLS_ALLOW_PRIVATE_ACCESS behind a header that has no private members, as behind version.h.
    let private = (!scan.private.is_empty()).then_some("mbedtls/private_access.h");
    for name in private.into_iter().chain(["mbedtls/build_info.h"]).chain(own) {
        _ = writeln!(text, "#include \"{name}\"");
    }
    for name in system {
        _ = writeln!(text, "#include {name}");
    }
    text.push('\n');
    for (name, kind) in &scan.types {
        _ = writeln!(text, "typedef {kind} {name} {name};");
    }
    hand_written(&mut text, header.module, "values");
    text.push_str(&body);
    hand_written(&mut text, header.module, "inline");
    _ = writeln!(text, "\n#endif /* {guard} */");
    squeeze(&text)
}

fn hand_written(text: &mut String, module: &str, part: &str) {
    let name = format!("mbedtls/compat/{module}_{part}.h");
    if root().join("include").join(&name).exists() {
        _ = writeln!(text, "\n#include \"{name}\"");
    }
}

/// `src/capi/<module>.rs` and every file below the folder of that name, in a fixed order.
fn sources(module: &str) -> Vec<PathBuf> {
    let capi = root().join("src/capi");
    let mut files = vec![capi.join(format!("{module}.rs"))];
    files.retain(|file| file.exists());
    let mut folders = vec![capi.join(module)];
    while let Some(folder) = folders.pop().filter(|folder| folder.exists()) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// What cbindgen makes of a module; it follows `mod` by itself.
fn bindings(module: &str, scan: &Scan) -> String {
    let mut config = cbindgen::Config::from_file(root().join("cbindgen.toml")).unwrap();
    config.export.include.extend(scan.names.iter().cloned());
    let capi = root().join("src/capi");
    let file = Some(capi.join(format!("{module}.rs"))).filter(|file| file.exists());
    let source = file.unwrap_or_else(|| capi.join(module).join("mod.rs"));
    let mut out = Vec::new();
    cbindgen::Builder::new().with_config(config).with_src(source).generate().unwrap().write(&mut out);
    String::from_utf8(out).unwrap()
}

/// What cbindgen does not tell: which types a module has, and which of their members are private.
#[derive(Default)]
struct Scan {
    /// `struct` or `union`, by name, in the order of the sources.
    types: Vec<(String, &'static str)>,
    /// Everything to export, aliases included.
    names: Vec<String>,
    /// Members that C spells `MBEDTLS_PRIVATE(name)`, which here are not `pub`: (type, member).
    private: HashSet<(String, String)>,
}

impl Scan {
    fn of(sources: &[PathBuf]) -> Self {
        let mut scan = Self::default();
        let excluded = fs::read_to_string(root().join("cbindgen.toml")).unwrap();
        for source in sources {
            scan.file(source, &excluded);
        }
        scan
    }

    fn file(&mut self, source: &Path, excluded: &str) {
        let mut inside = String::new();
        for line in fs::read_to_string(source).unwrap().lines() {
            if let Some(member) = line.strip_prefix("    pub(crate) ").and_then(|rest| rest.split_once(':')) {
                self.private.insert((inside.clone(), member.0.trim_start_matches("r#").to_owned()));
                continue;
            }
            let mut words = line.strip_prefix("pub ").unwrap_or("").split([' ', '<', ';', '(']);
            let (Some(kind), Some(name)) = (words.next(), words.next()) else { continue };
            let api = name.starts_with("mbedtls_") || name.starts_with("psa_");
            if !api || excluded.contains(&format!("\"{name}\"")) {
                continue;
            }
            let kind = match kind {
                "struct" | "enum" => "struct",
                "union" => "union",
                "type" => "",
                _ => continue,
            };
            self.names.push(name.to_owned());
            if !kind.is_empty() {
                self.types.push((name.to_owned(), kind));
                name.clone_into(&mut inside);
            }
        }
    }
}

/// cbindgen's text as C programmers write it: no Rust notes, function types, private members, typedefs without tags.
fn tidy(raw: &str, scan: &Scan) -> String {
    let mut out = String::new();
    let mut inside: Option<&str> = None;
    let mut lines = raw.lines();
    while let Some(line) = lines.next() {
        if line.trim_start() == "/**" {
            out.push_str(&comment(line, lines.by_ref().take_while(|line| line.trim_start() != "*/")));
            continue;
        }
        let opens = line.strip_suffix(" {").and_then(|head| head.split_once(' '));
        if let Some(("struct" | "union", name)) = opens {
            inside = Some(name);
        }
        if line == "};" {
            inside = None;
        }
        // An opaque type's line carries its description.
        let opaque = scan.types.iter().any(|(name, kind)| line == format!("{kind} {name};"));
        if opaque || opens.is_some() {
            out.push_str(line);
        } else {
            let line = plain(line);
            out.push_str(&wrap(&inside.map_or(line.clone(), |name| member(name, &line, scan))));
        }
        out.push('\n');
    }
    out
}

/// A comment without what is for Rust programmers, and on one line if it fits.
fn comment<'a>(first: &str, lines: impl Iterator<Item = &'a str>) -> String {
    let indent = &first[..first.len() - first.trim_start().len()];
    let mut texts = Vec::new();
    let mut skip = false;
    for line in lines {
        let text = line.trim_start().trim_start_matches('*').trim_start_matches(' ');
        if text.starts_with("# ") {
            skip = text == "# Safety";
        }
        if !skip {
            // Indented text is a list's.
            let text = line.trim_start().strip_prefix("* ").unwrap_or("");
            texts.push(text.trim_start_matches("# ").replace("[`", "`").replace("`]", "`"));
        }
    }
    while texts.last().is_some_and(|text| text.trim().is_empty()) {
        texts.pop();
    }
    match texts.as_slice() {
        [only] if only.len() + indent.len() < 104 => format!("{indent}/** {} */\n", only.trim()),
        _ => {
            let body: String =
                texts.iter().map(|text| format!("{}\n", format!("{indent} * {text}").trim_end())).collect();
            format!("{indent}/**\n{body}{indent} */\n")
        }
    }
}

/// A declaration without the tags that the typedefs on top make superfluous, and with C's function types.
fn plain(line: &str) -> String {
    let mut line = line.to_owned();
    for prefix in ["mbedtls_", "psa_"] {
        line = line.replace(&format!("struct {prefix}"), prefix).replace(&format!("union {prefix}"), prefix);
    }
    for name in FUNCTION_TYPES {
        line = line.replace(&format!("(*{name})("), &format!("{name}("));
        line = line.replace(&format!("{name} "), &format!("{name} *"));
    }
    stars(&line)
}

/// `T* x` as `T *x`.
fn stars(line: &str) -> String {
    let mut line = line.to_owned();
    for stars in ["***", "**", "*"] {
        line = line.replace(&format!("{stars} "), &format!(" {stars}"));
    }
    line
}

/// A struct's line with the member's name spelled as C has it.
fn member(inside: &str, line: &str, scan: &Scan) -> String {
    let declarator = match line.find("(*") {
        Some(at) => at + 2,
        None => {
            let end = line.find(['[', ';']).unwrap_or(line.len());
            line[..end].rfind([' ', '*']).map_or(0, |at| at + 1)
        }
    };
    let rest = &line[declarator..];
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    let name = &rest[..end];
    if scan.private.contains(&(inside.to_owned(), name.to_owned())) {
        format!("{}MBEDTLS_PRIVATE({name}){}", &line[..declarator], &rest[end..])
    } else {
        line.to_owned()
    }
}

/// `text` with its typedefs in front: structures hold members of the callback types, which only point to structures.
fn typedefs_first(text: &str) -> String {
    let is_typedef = |paragraph: &&str| paragraph.lines().any(|line| line.starts_with("typedef "));
    let (typedefs, rest): (Vec<&str>, Vec<&str>) = text.trim().split("\n\n").partition(is_typedef);
    let mut out = String::new();
    for paragraph in typedefs.into_iter().chain(rest) {
        out.push('\n');
        out.push_str(paragraph);
        out.push('\n');
    }
    out
}

/// A declaration over several lines when it is too long for one.
fn wrap(line: &str) -> String {
    const WIDTH: usize = 110;
    let indent = line.len() - line.trim_start().len() + 4;
    let mut out = String::new();
    let mut rest = line.to_owned();
    while rest.len() > WIDTH {
        let Some(at) = break_before(&rest, WIDTH) else { break };
        out.push_str(&rest[..=at]);
        out.push('\n');
        rest = format!("{}{}", " ".repeat(indent), &rest[at + 2..]);
    }
    out + &rest
}

/// Where `line` is best broken before `width`: at the last comma that is inside the fewest parentheses.
fn break_before(line: &str, width: usize) -> Option<usize> {
    let mut depth = 0;
    let mut best: Option<(i32, usize)> = None;
    for (at, byte) in line.bytes().enumerate().take(width) {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            b',' if best.is_none_or(|(least, _)| depth <= least) => best = Some((depth, at)),
            _ => {}
        }
    }
    best.map(|(_, at)| at)
}

/// At most one empty line in a row.
fn squeeze(text: &str) -> String {
    let mut out = String::new();
    let mut empty = false;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() && empty {
            continue;
        }
        empty = line.is_empty();
        out.push_str(line);
        out.push('\n');
    }
    out
}
