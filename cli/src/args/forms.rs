//! What is typed where forms are checked and converted.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use selfscore_core::date;
use selfscore_wording::{cli as words, cli_forms};

use super::lang;

#[derive(Args)]
pub struct CheckOptions {
    #[arg(required = true, value_name = "FORM|DIR|-", help = cli_forms::help_all_forms(lang()))]
    pub forms: Vec<PathBuf>,
    #[arg(long, value_name = "FILE|ID", help = cli_forms::help_check_scheme(lang()))]
    pub scheme: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = cli_forms::help_register(lang()))]
    pub register: Option<PathBuf>,
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day, help = cli_forms::help_received(lang()))]
    pub received: Option<String>,
    #[arg(long, value_name = "FILE", help = cli_forms::help_received_from(lang()))]
    pub received_from: Option<PathBuf>,
    #[arg(long, help = cli_forms::help_alone(lang()))]
    pub alone: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..), help = cli_forms::help_jobs(lang()))]
    pub jobs: Option<u8>,
    #[arg(long, value_enum, default_value_t, value_name = "text|csv|ndjson",
        hide_possible_values = true, hide_default_value = true, help = cli_forms::help_check_format(lang()))]
    pub format: CheckFormat,
}

#[derive(Args)]
pub struct ConvertOptions {
    #[arg(required = true, value_name = "FORM|DIR|-", help = cli_forms::help_all_forms(lang()))]
    pub forms: Vec<PathBuf>,
    #[arg(long, required = true, value_enum, value_name = "json|csv|xlsx|ndjson",
        hide_possible_values = true, help = cli_forms::help_to(lang()))]
    pub to: Spelling,
    #[arg(long, value_name = "DIR", help = cli_forms::help_out(lang()))]
    pub out: Option<PathBuf>,
    #[arg(long, help = cli_forms::help_force(lang()))]
    pub force: bool,
    #[arg(long, value_name = "FILE|ID", help = cli_forms::help_written_by(lang()))]
    pub scheme: Vec<PathBuf>,
    #[arg(long, value_name = "DIR", help = words::help_scheme_folders(lang()))]
    pub schemes: Vec<PathBuf>,
}

/// A day in any spelling that people use, as ISO.
fn day(text: &str) -> Result<String, String> {
    let day = date::typed(text).ok().filter(|day| !day.is_empty());
    day.ok_or_else(|| cli_forms::no_day(lang()).to_owned())
}

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    #[default]
    Text,
    Csv,
    Ndjson,
}

/// How a form is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Spelling {
    Json,
    Csv,
    Xlsx,
    /// JSON on one line.
    Ndjson,
}
