//! `selfscore`: checks and shows schemes; scores, checks and converts forms. What it finds is on standard output and in
//! the exit status; what it could not do is on standard error.

mod args;
mod check;
mod convert;
mod forms;
mod generate;
mod lookup;
mod out;
mod receipts;
mod scheme;
mod score;
mod source;

use std::io;
use std::process::ExitCode;

use args::{Command, SchemeCommand};
use out::{Out, Status};
use selfscore_wording::cli as words;

fn main() -> ExitCode {
    let lang = args::lang();
    let command = match args::parse() {
        Ok(command) => command,
        Err(error) => return args::refuse(&error, lang),
    };
    let mut out = Out::new(lang);
    let run = match command {
        Command::Scheme(SchemeCommand::Lint(options)) => scheme::lint::run(&options, &mut out),
        Command::Scheme(SchemeCommand::List(options)) => scheme::list::run(&options, &mut out),
        Command::Scheme(SchemeCommand::Show(options)) => scheme::show::run(&options, &mut out),
        Command::Scheme(SchemeCommand::Replay(options)) => scheme::replay::run(&options, &mut out),
        Command::Scheme(SchemeCommand::Carry(options)) => scheme::carry::run(&options, &mut out),
        Command::Score(options) => score::run(&options, &mut out),
        Command::Generate(options) => generate::run(&options, &mut out),
        Command::Check(options) => check::run(&options, &mut out),
        Command::Convert(options) => convert::run(&options, &mut out),
    };
    match run.and_then(|()| out.flush()) {
        Ok(()) => {}
        // Whoever reads has read enough (`selfscore … | head`).
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => out.unusable(&words::not_written(lang, error)),
    }
    out.status().into()
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        ExitCode::from(status as u8)
    }
}
