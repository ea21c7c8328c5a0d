//! `mbedtls-compat-check PROGRAM-OR-LIBRARY...`: whether programs that were built for Mbed TLS will run over mbedtls-compat.
//!
//! Reads the files, and the library as it is installed; runs nothing.

mod closure;
mod elf;
mod judge;
mod report;
mod search;
mod versions;

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use closure::shown;
use judge::{Library, Verdict, judge};
use search::Linker;

fn main() -> ExitCode {
    let mut options = Options { library: None, quiet: false, programs: Vec::new() };
    match options.read(std::env::args_os().skip(1)) {
        Ok(Task::Check) => {}
        Ok(Task::Say(text)) => {
            return if say(&text).is_ok() { ExitCode::SUCCESS } else { CANNOT_TELL.into() };
        }
        Err(wrong) => return refuse(&format!("{wrong}; --help says how to use it")),
    }
    let library = match options
        .library
        .or_else(installed)
        .ok_or_else(|| format!("{LIBRARY} is not there; name it with --library"))
    {
        Ok(path) => Library::open(&path),
        Err(why) => Err(why),
    };
    match library {
        Ok(library) => check(&options.programs, options.quiet, &library).unwrap_or(CANNOT_TELL).into(),
        Err(why) => refuse(&why),
    }
}

/// All programs, one after the other. The worst of them decides the exit code.
fn check(programs: &[PathBuf], quiet: bool, library: &Library) -> std::io::Result<u8> {
    let linker = Linker::of_this_system();
    let (mut run, mut fail, mut unknown) = (0, 0, 0);
    for program in programs {
        let (verdict, text) = match judge(program, &linker, library) {
            Ok(report) => {
                let details = if quiet { String::new() } else { report::details(&report) };
                (report.verdict, format!("{}\n{details}", report::summary(program, &report)))
            }
            Err(why) => (Verdict::Unknown, format!("{}: cannot tell: {why}\n", shown(program))),
        };
        match verdict {
            Verdict::Runs => run += 1,
            Verdict::Fails => fail += 1,
            Verdict::Unknown => unknown += 1,
        }
        say(&text)?;
    }
    if programs.len() > 1 {
        say(&format!(
            "{} files: {run} will run, {fail} will not, {unknown} cannot be told\n",
            programs.len()
        ))?;
    }
    Ok(match (fail, unknown) {
        (0, 0) => 0,
        (0, _) => CANNOT_TELL,
        _ => WILL_NOT_RUN,
    })
}

struct Options {
    library: Option<PathBuf>,
    quiet: bool,
    programs: Vec<PathBuf>,
}

enum Task {
    Check,
    Say(String),
}

impl Options {
    fn read(&mut self, mut words: impl Iterator<Item = OsString>) -> Result<Task, String> {
        let mut only_names = false;
        while let Some(word) = words.next() {
            match word.to_str() {
                Some(option) if option.starts_with('-') && !only_names => match option {
                    "--" => only_names = true,
                    "-h" | "--help" => return Ok(Task::Say(HELP.into())),
                    "-V" | "--version" => {
                        return Ok(Task::Say(format!(
                            "mbedtls-compat-check {}\n",
                            env!("CARGO_PKG_VERSION")
                        )));
                    }
                    "-q" | "--quiet" => self.quiet = true,
                    "-l" | "--library" => {
                        self.library = Some(words.next().ok_or("--library wants a file")?.into());
                    }
                    _ => match option.strip_prefix("--library=") {
                        Some(file) if !file.is_empty() => self.library = Some(file.into()),
                        _ => return Err(format!("there is no option {}", shown(option))),
                    },
                },
                _ => self.programs.push(word.into()),
            }
        }
        if self.programs.is_empty() { Err("no program is named".into()) } else { Ok(Task::Check) }
    }
}

/// The library that was installed together with this program.
fn installed() -> Option<PathBuf> {
    let program = std::env::current_exe().and_then(|path| path.canonicalize()).ok()?;
    let prefix = program.parent()?.parent()?;
    FOLDERS.iter().map(|folder| prefix.join(folder).join(LIBRARY)).find(|path| Path::exists(path))
}

fn say(text: &str) -> std::io::Result<()> {
    std::io::stdout().write_all(text.as_bytes())
}

fn refuse(why: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "mbedtls-compat-check: {why}");
    CANNOT_TELL.into()
}

const WILL_NOT_RUN: u8 = 1;
const CANNOT_TELL: u8 = 2;
const LIBRARY: &str = "libmbedtls-compat.so.21";
const FOLDERS: [&str; 3] = ["lib", "lib/x86_64-linux-gnu", "lib64"];

const HELP: &str = "\
NAME
    mbedtls-compat-check - will a program run over mbedtls-compat?

SYNOPSIS
    mbedtls-compat-check [-q] [--library FILE] PROGRAM-OR-LIBRARY...

DESCRIPTION
    Reads programs or shared libraries that were built for Mbed TLS 3.6, and the libraries that they need in turn, as the
    dynamic linker would find them. Says for each which file needs which symbols of Mbed TLS, which of them mbedtls-compat
    lacks, and which only make sense with DTLS, TLS 1.2 or renegotiation, which it has not. Nothing is run.

    What a program loads later (dlopen) cannot be seen: name its modules as well, for example
    /usr/lib/lighttpd/mod_mbedtls.so.

OPTIONS
    -l, --library FILE   compare with this libmbedtls-compat.so.21; else with the one that is installed beside this program
    -q, --quiet          one line for each file
    -h, --help           this text
    -V, --version        the version

ENVIRONMENT
    LD_LIBRARY_PATH      where the dynamic linker looks for libraries first

EXIT STATUS
    0   all of them will run
    1   at least one will not: a symbol is missing, it was built for another version of Mbed TLS, or it finds another first
    2   cannot tell: no ELF file, unreadable, uses no Mbed TLS, a library is not found; or wrong usage

SEE ALSO
    mbedtls-compat-run, which starts a program over mbedtls-compat
";
