//! What must hold before a test is worth running.

use crate::run::cargo;
use crate::setup;
use crate::tally::Tally;
use anyhow::Result;

/// Formatting, clippy for both targets, documentation.
pub fn all(tally: &mut Tally) -> Result<()> {
    setup::lint_tools()?;
    tally.check("formatting", &mut cargo(&["fmt", "--all", "--check"]));
    // A workspace of its own.
    let fuzz = ["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"];
    tally.check("formatting of the fuzz targets", &mut cargo(&fuzz));
    let strict = ["--", "-D", "warnings"];
    let host = ["clippy", "--locked", "--workspace", "--all-targets"];
    tally.check("clippy, host", &mut cargo(&[&host[..], &strict].concat()));
    setup::wasm_target()?;
    let wasm = [
        "clippy",
        "--locked",
        "--package",
        "selfscore",
        "--package",
        "selfscore-books",
        "--package",
        "selfscore-worker",
        "--package",
        "selfscore-script",
        "--features",
        "selfscore-books/module",
        "--lib",
        "--target",
        "wasm32-unknown-unknown",
    ];
    tally.check("clippy, wasm32", &mut cargo(&[&wasm[..], &strict].concat()));
    let mut doc = cargo(&["doc", "--locked", "--workspace", "--no-deps"]);
    tally.check("links in the documentation", doc.env("RUSTDOCFLAGS", "-Dwarnings"));
    Ok(())
}
