//! Writes where the fuzzers begin, a folder of the given one for each target: the certificates and keys of `tests/`, and the
//! messages of the traces in RFC 8448.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let seeds = env::args().nth(1).ok_or_else(|| io::Error::other("usage: seeds FOLDER"))?;
    let (seeds, top) = (Path::new(&seeds), Path::new(env!("CARGO_MANIFEST_DIR")).join(".."));
    for entry in fs::read_dir(top.join("tests/certificates"))? {
        let path = entry?.path();
        let targets: &[&str] = match path.extension().and_then(|extension| extension.to_str()) {
            Some("der") => &["certificate", "certificates", "signed_data"],
            Some("crl") => &["revocation_list"],
            _ => continue,
        };
        copy(seeds, targets, &path)?;
    }
    for entry in fs::read_dir(top.join("tests/keys"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "der" || extension == "pem") {
            copy(seeds, &["private_key", "public_key", "request"], &path)?;
        }
    }
    let traces = fs::read_to_string(top.join("src/tls/tests/rfc8448.txt"))?;
    for (number, (name, value)) in traces.lines().filter_map(|line| line.split_once(' ')).enumerate() {
        let name = format!("{number}-{name}");
        let Some(bytes) = bytes(value) else { continue };
        if name.ends_with("client_hello") || name.ends_with("server_hello") || name.ends_with("retry_request")
        {
            write(seeds, "connection", &name, &first_record(&bytes, name.ends_with("client_hello")))?;
            write(seeds, "message", &name, &bytes)?;
        } else if name.ends_with("flight") || name.ends_with("ticket") {
            for (place, message) in messages(&bytes).into_iter().enumerate() {
                write(seeds, "message", &format!("{name}-{place}"), message)?;
            }
        }
    }
    write(seeds, "session", "nothing", &[0; 64])
}

fn copy(seeds: &Path, targets: &[&str], path: &Path) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    targets.iter().try_for_each(|target| write(seeds, target, &name, &fs::read(path)?))
}

fn write(seeds: &Path, target: &str, name: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(seeds.join(target))?;
    fs::write(seeds.join(target).join(name), bytes)
}

/// What the target `connection` takes: for whom it is, in which pieces, and a record.
fn first_record(message: &[u8], is_for_server: bool) -> Vec<u8> {
    let length = u16::try_from(message.len()).unwrap_or_default().to_be_bytes();
    [&[u8::from(is_for_server), 255, 22, 3, 3], &length[..], message].concat()
}

fn messages(mut flight: &[u8]) -> Vec<&[u8]> {
    let mut messages = Vec::new();
    while let [_, high, middle, low, ..] = flight {
        let length = u32::from_be_bytes([0, *high, *middle, *low]) as usize;
        let Some((message, rest)) = flight.split_at_checked(4 + length) else { break };
        messages.push(message);
        flight = rest;
    }
    messages
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    hex.as_bytes().chunks(2).map(|pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok()).collect()
}
