//! Fuzz targets (`fuzz/`): everything that reads files, fed with what nobody would write.

use crate::run::{command, for_cargo, root, target_dir};
use crate::setup;
use crate::tally::Tally;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Where forms of every released version are.
const FORMS: &str = "core/tests/exported";
const WORKBOOKS: &str = "books/tests/fixtures";

/// The targets, each with the folders that it starts from.
const TARGETS: [(&str, &[&str]); 7] = [
    ("form_json", &[FORMS]),
    ("form_csv", &[FORMS]),
    ("workbook", &[WORKBOOKS]),
    ("worksheet", &["fuzz/seeds/worksheet"]),
    ("register", &["fuzz/seeds/register"]),
    ("feedback", &["fuzz/seeds/feedback"]),
    // A workbook is an archive as any other.
    ("package", &[WORKBOOKS]),
];

/// What to run, and for how long.
pub struct Options {
    seconds: u32,
    targets: Vec<&'static str>,
}

impl Options {
    /// Reads `[--seconds N] [target…]`.
    pub fn parse(words: &[&str]) -> Result<Self> {
        let mut options = Options { seconds: 60, targets: Vec::new() };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if *word == "--seconds" {
                let number = words.next().context("--seconds needs a number")?;
                options.seconds = number.parse().context("--seconds needs a number")?;
            } else if let Some((name, _)) = TARGETS.iter().find(|(name, _)| name == word) {
                options.targets.push(name);
            } else {
                let all = TARGETS.map(|(name, _)| name).join(", ");
                bail!("there is no target {word}, only {all}");
            }
        }
        Ok(options)
    }
}

/// Runs the targets that are asked for, or all, one after the other.
pub fn fuzz(tally: &mut Tally, options: &Options) -> Result<()> {
    let fuzzer = setup::fuzzer()?;
    for (name, seeds) in TARGETS {
        if options.targets.is_empty() || options.targets.contains(&name) {
            let mut command = target(&fuzzer, name, seeds, options.seconds)?;
            tally.check(&format!("fuzzing {name}"), &mut command);
        }
    }
    Ok(())
}

/// A short run of all: what was found before, and what is found at once.
pub fn short(tally: &mut Tally) -> Result<()> {
    fuzz(tally, &Options { seconds: 10, targets: Vec::new() })
}

fn target(fuzzer: &Path, name: &str, seeds: &[&str], seconds: u32) -> Result<Command> {
    let corpus = format!("fuzz/corpus/{name}");
    fs::create_dir_all(root().join(&corpus))?;
    let mut command = command(fuzzer);
    for_cargo(&mut command);
    // No sanitizer: they need a nightly compiler, and no code of ours is unsafe.
    command.args(["run", "--sanitizer", "none", "--target-dir"]);
    command.arg(target_dir().join("fuzz")).args([name, &corpus]).args(seeds).arg("--");
    let time = format!("-max_total_time={seconds}");
    command.args([
        &time,
        "-rss_limit_mb=512",
        "-timeout=20",
        "-verbosity=0",
        "-print_final_stats=1",
    ]);
    Ok(command)
}
