//! What is printed.

use std::collections::BTreeSet;
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
    let mut line = |head: &str, words: &str| text.push_str(&wrapped(head, words));
    for problem in report.problems.iter().chain(&report.unknown) {
        line("problem: ", problem);
    }
    for user in &report.users {
        line("", &needs(user));
        line("  missing: ", &join(user.symbols.intersection(&report.missing).map(String::as_str)));
        line("  symbols: ", &join(user.symbols.iter().map(String::as_str)));
    }
    for note in &report.notes {
        line("note: ", note);
    }
    text
}

fn needs(user: &User) -> String {
    let libraries: Vec<_> = user.libraries.iter().map(shown).collect();
    let libraries = if libraries.is_empty() { "what another file loads".into() } else { libraries.join(" ") };
    format!("{} needs {libraries}", shown(&user.path))
}

fn join<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

/// Words in lines of `WIDTH`, behind a head and below it; nothing if there are no words.
fn wrapped(head: &str, words: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    let mut text = format!("    {head}");
    let margin = text.len();
    let mut column = margin;
    for (index, word) in words.split(' ').enumerate() {
        if index > 0 && column + 1 + word.len() > WIDTH {
            text.push('\n');
            text.push_str(&" ".repeat(margin));
            column = margin;
        } else if index > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += word.len();
    }
    text.push('\n');
    text
}

const WIDTH: usize = 110;
