//! What is printed.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use crate::closure::shown;
use crate::judge::{Report, User, Verdict};

/// The line that says it all.
pub(crate) fn summary(program: &Path, report: &Report) -> String {
    let used = report.users.iter().flat_map(|user| &user.symbols).collect::<BTreeSet<_>>().len();
    let program = shown(program);
    match report.verdict {
        Verdict::Runs => format!("{program}: will run (symbols of Mbed TLS: {used}, all there)"),
        Verdict::Fails if report.missing.is_empty() => format!("{program}: will not run"),
        Verdict::Fails => format!(
            "{program}: will not run (symbols of Mbed TLS: {used}, missing: {})",
            report.missing.len()
        ),
        Verdict::Unknown => format!("{program}: cannot tell"),
    }
}

/// The lines below it.
pub(crate) fn details(report: &Report) -> String {
    let mut text = String::new();
    for problem in report.problems.iter().chain(&report.unknown) {
        text.push_str(&line("problem: ", problem));
    }
    for user in &report.users {
        text.push_str(&line("", &needs(user)));
        text.push_str(&list("  missing: ", user.symbols.intersection(&report.missing)));
        text.push_str(&list("  symbols: ", user.symbols.iter()));
    }
    for note in &report.notes {
        text.push_str(&line("note: ", note));
    }
    text
}

fn needs(user: &User) -> String {
    let libraries: Vec<_> = user.libraries.iter().map(shown).collect();
    let libraries = if libraries.is_empty() { "what another file loads".into() } else { libraries.join(" ") };
    format!("{} needs {libraries}", shown(&user.path))
}

/// One line, however long the paths in it are, so that `grep` finds a sentence whole.
fn line(head: &str, sentence: &str) -> String {
    format!("    {head}{sentence}\n")
}

/// Names in lines of `WIDTH`, behind a head and below it; nothing if there are no names.
fn list<'a>(head: &str, names: impl Iterator<Item = &'a String>) -> String {
    let margin = head.len();
    let mut lines: Vec<String> = Vec::new();
    for name in names {
        match lines.last_mut() {
            Some(last) if 4 + margin + last.len() + 1 + name.len() <= WIDTH => {
                last.push(' ');
                last.push_str(name);
            }
            _ => lines.push(name.clone()),
        }
    }
    let mut text = String::new();
    for (index, names) in lines.iter().enumerate() {
        let head = if index == 0 { head } else { "" };
        let _ = writeln!(text, "    {head:margin$}{names}");
    }
    text
}

const WIDTH: usize = 110;
