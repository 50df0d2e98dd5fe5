//! Every test there is, and what they need.

use crate::bundle::{self, Kind};
use crate::run::{cargo, command, root};
use crate::setup;
use crate::tally::Tally;
use anyhow::Result;
use std::process::Command;

/// Installs what is missing and runs native, wasm and browser tests.
pub fn all(tally: &mut Tally) -> Result<()> {
    setup::office()?;
    let mut native = cargo(&["test", "--locked", "--workspace", "--no-fail-fast"]);
    native.env("PROVINCE_PYTHON", setup::province()?);
    tally.tests("native tests", &mut native);
    bundle::build(Kind::Release)?;
    tally.tests("wasm tests", &mut node("tests/node")?);
    setup::browsers()?;
    tally.tests("browser tests", &mut node("tests/browser")?);
    Ok(())
}

/// `node --test` over a folder's `*.test.mjs`. (Named one by one: what Node makes of a folder's name
/// differs between its releases.)
fn node(folder: &str) -> Result<Command> {
    let mut files = Vec::new();
    for entry in root().join(folder).read_dir()? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    let mut node = command("node");
    node.args([
        "--test",
        "--test-reporter=spec",
        "--test-reporter-destination=stdout",
        "--test-concurrency=2",
        "--test-timeout=600000",
    ]);
    node.args(files);
    Ok(node)
}
