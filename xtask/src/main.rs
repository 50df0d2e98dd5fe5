//! Builds, serves, checks and tests the page: `cargo xtask <command>`.
//!
//! Nothing is taken from the machine but rustc, cargo, Node and what [`setup`] installs itself.

mod bundle;
mod check;
mod embed;
mod fuzz;
mod offline;
mod page;
mod run;
mod serve;
mod setup;
mod split;
mod tally;
mod test;
mod wasm;

use anyhow::{Result, bail};
use bundle::Kind;
use std::process::ExitCode;
use tally::Tally;

const HELP: &str = "\
cargo xtask <command>

  serve [--watch] [--port N]   build, then serve the page on a local address and print it
                               (--watch: fast builds, again after each change; reload the page yourself)
  build                        only build: dist/selfscore.html, dist/site/, dist/node/
  test                         install what is missing, then native, wasm and browser tests
  check                        formatting, clippy for host and wasm32, links in the documentation
  fuzz [--seconds N] [TARGET…] feed the readers of files with what nobody would write (60 s each)
  ci                           check, test, and a short run of fuzz (what .ci/run calls)
";

fn main() -> ExitCode {
    match command() {
        Ok(code) => code,
        Err(error) => {
            // No backtrace, whatever RUST_BACKTRACE says: it would bury what to do.
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<ExitCode> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    std::env::set_current_dir(run::root())?;
    match args.as_slice() {
        ["serve", options @ ..] => serve::serve(&serve::Options::parse(options)?)?,
        ["build"] => {
            setup::toolchain()?;
            bundle::build(Kind::Release)?;
        }
        ["test"] => return finish(test::all),
        ["check"] => return finish(check::all),
        ["ci"] => {
            return finish(|tally| {
                check::all(tally)?;
                test::all(tally)?;
                fuzz::short(tally)
            });
        }
        ["fuzz", options @ ..] => {
            let options = fuzz::Options::parse(options)?;
            return finish(|tally| fuzz::fuzz(tally, &options));
        }
        ["help" | "--help" | "-h"] => {
            print!("{HELP}")
        }
        _ => bail!("what shall be done?\n\n{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs `steps` and ends with one line that says how it went.
fn finish(steps: impl FnOnce(&mut Tally) -> Result<()>) -> Result<ExitCode> {
    let mut tally = Tally::default();
    setup::toolchain()?;
    if let Err(error) = steps(&mut tally) {
        tally.fail(&format!("{error:#}"));
    }
    Ok(if tally.report() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
