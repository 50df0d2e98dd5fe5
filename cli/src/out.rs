//! What is printed where, and the status that it leads to.

use std::io::{self, BufWriter, Stdout, Write};

use selfscore_wording::{Lang, cli as words};
use serde::Serialize;

/// How it went; the most serious counts. The number is the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing was found.
    Clean = 0,
    /// Something was found in what was read.
    Findings = 1,
    /// Something could not be read, or not be done.
    Unusable = 2,
}

/// Standard output, standard error, and the status so far.
pub struct Out {
    pub lang: Lang,
    status: Status,
    stdout: BufWriter<Stdout>,
}

impl Out {
    pub fn new(lang: Lang) -> Self {
        Out { lang, status: Status::Clean, stdout: BufWriter::new(io::stdout()) }
    }

    pub fn status(&self) -> Status {
        self.status
    }

    /// Something was found.
    pub fn found(&mut self) {
        self.status = self.status.max(Status::Findings);
    }

    /// Says on standard error what could not be done.
    pub fn unusable(&mut self, why: &str) {
        self.status = Status::Unusable;
        self.say(why);
    }

    /// Says something on standard error that is no result.
    pub fn say(&mut self, what: &str) {
        // What is on standard output comes first where both go to one terminal. A failure shows
        // at the next write; one of standard error has nobody to be told.
        let _ = self.stdout.flush();
        let _ = writeln!(io::stderr(), "selfscore: {}", harmless(what));
    }

    /// One line of text, indented by `depth`; lines of a text within it stay under it.
    pub fn line(&mut self, depth: usize, text: &str) -> io::Result<()> {
        self.bytes(indented(depth, text).as_bytes())
    }

    /// An empty line.
    pub fn gap(&mut self) -> io::Result<()> {
        writeln!(self.stdout)
    }

    /// A value as JSON, indented.
    pub fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut self.stdout, value)?;
        writeln!(self.stdout)
    }

    /// Bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stdout.write_all(bytes)
    }

    pub fn flush(&mut self) -> io::Result<()> {
        self.stdout.flush()
    }
}

/// A text without signs that command a terminal or turn the order of what follows: files are
/// written by others.
pub fn harmless(text: &str) -> String {
    text.chars().map(|sign| if commands(sign) { '\u{FFFD}' } else { sign }).collect()
}

/// Whether a sign commands a terminal, or turns the order of what follows.
fn commands(sign: char) -> bool {
    let turns = matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    (sign.is_control() && !matches!(sign, '\n' | '\t')) || turns
}

/// Lines of text, harmless, each indented by `depth`.
pub fn indented(depth: usize, text: &str) -> String {
    let indent = "  ".repeat(depth);
    let line = |line: &str| format!("{}\n", format!("{indent}{line}").trim_end());
    harmless(text).lines().map(line).collect()
}

/// JSON in which signs that command a terminal are written by their numbers: it says the same.
pub fn harmless_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for sign in json.chars() {
        match commands(sign) {
            // All of them have four digits.
            true => out.push_str(&format!("\\u{:04x}", u32::from(sign))),
            false => out.push(sign),
        }
    }
    out
}

/// Words in both languages, for programs.
#[derive(Serialize)]
pub struct Both {
    zh: String,
    en: String,
}

impl Both {
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}

/// The same words in both languages.
pub fn both(words: impl Fn(Lang) -> String) -> Both {
    Both { zh: words(Lang::Zh), en: words(Lang::En) }
}

/// Several things on a line.
pub fn joined(lang: Lang, parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().collect::<Vec<_>>().join(words::comma(lang))
}

/// A cell that no spreadsheet runs: names of files and units are written by others. Numbers below
/// zero stay numbers.
pub fn guarded(cell: &str) -> String {
    let full_width = ['\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}'];
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) || cell.starts_with(full_width);
    let number = cell.bytes().skip(1).all(|sign| sign.is_ascii_digit() || sign == b'.');
    if begins && !(number && cell.starts_with('-')) { format!("'{cell}") } else { cell.to_owned() }
}
