//! Counts what passed and what failed, and says it at the end.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The counts so far.
#[derive(Default)]
pub struct Tally {
    passed: usize,
    failures: Vec<String>,
}

impl Tally {
    /// Notes a failure.
    pub fn fail(&mut self, what: &str) {
        eprintln!("FAILED: {what}");
        self.failures.push(what.to_owned());
    }

    /// Runs `command` as one check.
    pub fn check(&mut self, what: &str, command: &mut Command) {
        self.step(what, command, |_| None);
    }

    /// Runs `command`, whose output says how many tests passed and failed.
    pub fn tests(&mut self, what: &str, command: &mut Command) {
        self.step(what, command, counted);
    }

    fn step(
        &mut self,
        what: &str,
        command: &mut Command,
        count: fn(&str) -> Option<(usize, usize)>,
    ) {
        println!("== {what}");
        let start = Instant::now();
        match run(command, count) {
            Err(error) => self.fail(&format!("{what}: {error:#}")),
            Ok(Outcome { success, counts }) => {
                let (passed, failed) = counts.unwrap_or((usize::from(success), 0));
                self.passed += passed;
                for _ in 0..failed.max(usize::from(!success)) {
                    self.failures.push(what.to_owned());
                }
            }
        }
        println!("   {what}: {:.1} s", start.elapsed().as_secs_f32());
    }

    /// Prints the summary; whether anything failed.
    pub fn report(&self) -> bool {
        let mut named = self.failures.clone();
        named.dedup();
        for what in named {
            println!("failed: {what}");
        }
        println!("{} passed, {} failed", self.passed, self.failures.len());
        !self.failures.is_empty()
    }
}

struct Outcome {
    success: bool,
    counts: Option<(usize, usize)>,
}

/// Passes the output on while reading it.
fn run(command: &mut Command, count: fn(&str) -> Option<(usize, usize)>) -> Result<Outcome> {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {program}"))?;
    let mut counts: Option<(usize, usize)> = None;
    for line in BufReader::new(child.stdout.take().context("no output")?).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        println!("{line}");
        if let Some((passed, failed)) = count(&line) {
            let (before, failed_before) = counts.unwrap_or_default();
            counts = Some((before + passed, failed_before + failed));
        }
    }
    Ok(Outcome { success: child.wait()?.success(), counts })
}

/// Reads the summaries of `cargo test` and of `node --test`.
fn counted(line: &str) -> Option<(usize, usize)> {
    let number = |text: &str| text.split_whitespace().next()?.parse().ok();
    if let Some((_, rest)) = line.split_once("test result: ") {
        let (_, rest) = rest.split_once(". ")?;
        let (passed, rest) = rest.split_once(" passed; ")?;
        return Some((number(passed)?, number(rest)?));
    }
    if let Some(passed) = line.strip_prefix("ℹ pass ") {
        return Some((number(passed)?, 0));
    }
    let failed = line.strip_prefix("ℹ fail ").or_else(|| line.strip_prefix("ℹ cancelled "))?;
    Some((0, number(failed)?))
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn reads_the_summaries_of_cargo_and_node() {
        let cargo =
            "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(counted(cargo), Some((12, 3)));
        assert_eq!(counted("ℹ pass 4"), Some((4, 0)));
        assert_eq!(counted("ℹ fail 2"), Some((0, 2)));
        assert_eq!(counted("test a::b ... ok"), None);
    }
}
