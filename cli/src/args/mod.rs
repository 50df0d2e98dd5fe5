//! The command line as typed.

mod forms;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::OnceLock;

use clap::error::ErrorKind;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use selfscore_wording::{Lang, cli as words, cli_forms};

use crate::out::{Out, Status};
pub use forms::{CheckFormat, CheckOptions, ConvertOptions, Spelling};

fn help() -> String {
    let usage = words::usage(lang());
    format!("{{about}}\n\n{usage}{{usage}}\n\n{{all-args}}\n\n{}\n", words::statuses(lang()))
}

#[derive(Parser)]
#[command(
    name = "selfscore",
    about = words::about(lang()),
    help_template = help(),
    subcommand_help_heading = words::commands(lang()),
    next_help_heading = words::options(lang()),
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true,
    version
)]
struct Typed {
    #[arg(long, global = true, display_order = 900, value_name = "zh|en", value_parser = ["zh", "en"],
        hide_possible_values = true, help = words::help_lang(lang()))]
    // Read before all others by [`lang`], since help is in that language.
    lang: Option<String>,
    #[arg(short, long, global = true, display_order = 901, action = ArgAction::Help, help = words::help_help(lang()))]
    help: Option<bool>,
    #[arg(short = 'V', long, display_order = 902, action = ArgAction::Version, help = words::help_version(lang()))]
    version: Option<bool>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    #[command(
        subcommand,
        about = words::about_scheme(lang()),
        help_template = help(), next_help_heading = words::options(lang()),
        subcommand_help_heading = words::commands(lang()),
        disable_help_subcommand = true
    )]
    Scheme(SchemeCommand),
    #[command(about = words::about_score(lang()), help_template = help(), next_help_heading = words::options(lang()))]
    Score(ScoreOptions),
    #[command(about = words::about_generate(lang()), help_template = help(), next_help_heading = words::options(lang()))]
    Generate(GenerateOptions),
    #[command(about = cli_forms::about_check(lang()), help_template = help(), next_help_heading = words::options(lang()))]
    Check(CheckOptions),
    #[command(about = cli_forms::about_convert(lang()), help_template = help(), next_help_heading = words::options(lang()))]
    Convert(ConvertOptions),
}

#[derive(Subcommand)]
pub enum SchemeCommand {
    #[command(about = words::about_lint(lang()), help_template = help(), next_help_heading = words::options(lang()))]
    Lint(LintOptions),
    #[command(about = words::about_list(lang()), help_template = help(), next_help_heading = words::options(lang()))]
    List(ListOptions),
    #[command(about = words::about_show(lang()), help_template = help(), next_help_heading = words::options(lang()))]
    Show(ShowOptions),
    #[command(about = words::about_replay(lang()), help_template = help(), next_help_heading = words::options(lang()))]
    Replay(ReplayOptions),
    #[command(about = words::about_carry(lang()), help_template = help(), next_help_heading = words::options(lang()))]
    Carry(CarryOptions),
}

#[derive(Args)]
pub struct LintOptions {
    #[arg(required = true, value_name = "FILE|ID", help = words::help_schemes(lang()))]
    pub schemes: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t, value_name = "text|json",
        hide_possible_values = true, hide_default_value = true, help = words::help_format(lang()))]
    pub format: TextOrJson,
}

#[derive(Args)]
pub struct ListOptions {
    #[arg(value_name = "DIR", help = words::help_folders(lang()))]
    pub folders: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t, value_name = "text|json",
        hide_possible_values = true, hide_default_value = true, help = words::help_format(lang()))]
    pub format: TextOrJson,
}

#[derive(Args)]
pub struct ShowOptions {
    #[arg(value_name = "FILE|ID", help = words::help_schemes(lang()))]
    pub scheme: PathBuf,
    #[arg(long, value_enum, default_value_t, value_name = "text|json|markdown",
        hide_possible_values = true, hide_default_value = true, help = words::help_format(lang()))]
    pub format: ShowFormat,
}

#[derive(Args)]
pub struct Years {
    #[arg(long, required = true, value_name = "FILE|ID", help = words::help_from(lang()))]
    pub from: PathBuf,
    #[arg(long, required = true, value_name = "FILE|ID", help = words::help_to(lang()))]
    pub to: PathBuf,
}

#[derive(Args)]
pub struct ReplayOptions {
    #[command(flatten)]
    pub years: Years,
    #[arg(required = true, value_name = "FORM|DIR", help = words::help_forms_or_folders(lang()))]
    pub forms: Vec<PathBuf>,
    #[arg(long, value_parser = TABLES, value_name = "units|why|criteria|left|fresh|taken",
        hide_possible_values = true, help = words::help_table(lang()))]
    pub table: Option<String>,
    #[arg(long, value_enum, default_value_t, value_name = "text|json|csv",
        hide_possible_values = true, hide_default_value = true, help = words::help_format(lang()))]
    pub format: ScoreFormat,
}

/// The names of a replay's tables.
const TABLES: [&str; 6] = ["units", "why", "criteria", "left", "fresh", "taken"];

#[derive(Args)]
pub struct CarryOptions {
    #[command(flatten)]
    pub years: Years,
    #[arg(value_name = "FORM", help = words::help_last_form(lang()))]
    pub form: PathBuf,
    #[arg(long, value_enum, default_value_t, value_name = "text|json|form",
        hide_possible_values = true, hide_default_value = true, help = words::help_carry_format(lang()))]
    pub format: CarryFormat,
}

#[derive(Args)]
pub struct ScoreOptions {
    #[arg(required = true, value_name = "FORM", help = words::help_forms(lang()))]
    pub forms: Vec<PathBuf>,
    #[arg(long, value_name = "FILE|ID", help = words::help_scheme(lang()))]
    pub scheme: Vec<PathBuf>,
    #[arg(long, value_name = "DIR", help = words::help_scheme_folders(lang()))]
    pub schemes: Vec<PathBuf>,
    #[arg(long, help = words::help_explain(lang()))]
    pub explain: bool,
    #[arg(long, value_enum, default_value_t, value_name = "text|json|csv",
        hide_possible_values = true, hide_default_value = true, help = words::help_format(lang()))]
    pub format: ScoreFormat,
}

#[derive(Args)]
pub struct GenerateOptions {
    #[arg(long, default_value_t = 1, value_name = "N", hide_default_value = true, help = words::help_seed(lang()))]
    pub seed: u64,
    #[arg(long, default_value_t = 35, value_name = "N", hide_default_value = true, help = words::help_many_forms(lang()))]
    pub forms: usize,
    #[arg(long, default_value_t = 8, value_name = "N", hide_default_value = true, help = words::help_tasks(lang()))]
    pub tasks: usize,
    #[arg(long, default_value_t = 0, value_name = "%", hide_default_value = true,
        value_parser = clap::value_parser!(u32).range(0..=100), help = words::help_faults(lang()))]
    pub faults: u32,
    #[arg(long, default_value = selfscore_core::scheme::DEFAULT, value_name = "FILE|ID", hide_default_value = true,
        help = words::help_scheme(lang()))]
    pub scheme: PathBuf,
    #[arg(long, value_name = "DIR", help = words::help_generate_out(lang()))]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "N", requires = "out",
        value_parser = clap::value_parser!(u16).range(1..=999), help = words::help_cities(lang()))]
    pub cities: Option<u16>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum TextOrJson {
    #[default]
    Text,
    Json,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    #[default]
    Text,
    Json,
    Markdown,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ScoreFormat {
    #[default]
    Text,
    Json,
    Csv,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum CarryFormat {
    #[default]
    Text,
    Json,
    /// The form alone.
    Form,
}

/// The language: by `--lang`, else by the machine's, which is Chinese unless it says English.
pub fn lang() -> Lang {
    static LANG: OnceLock<Lang> = OnceLock::new();
    *LANG.get_or_init(|| named().or_else(of_machine).unwrap_or_default())
}

fn named() -> Option<Lang> {
    let mut args = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned());
    while let Some(arg) = args.next() {
        match arg.strip_prefix("--lang") {
            Some("") => return args.next().map(|tag| Lang::from_tag(&tag)),
            Some(rest) => return rest.strip_prefix('=').map(Lang::from_tag),
            None if arg == "--" => return None,
            None => {}
        }
    }
    None
}

fn of_machine() -> Option<Lang> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set)?;
    Some(Lang::from_tag(&tag))
}

pub fn parse() -> Result<Command, clap::Error> {
    Typed::try_parse().map(|typed| typed.command)
}

/// Help and version on standard output; what cannot be understood on standard error.
pub fn refuse(error: &clap::Error, lang: Lang) -> ExitCode {
    let mut out = Out::new(lang);
    let text = error.render().to_string();
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        out.unusable(&words::nothing_asked(lang, text.trim_end()));
    } else if error.use_stderr() {
        let detail = text.trim_start_matches("error: ").trim_end();
        out.unusable(&words::not_understood(lang, detail));
    } else if out.bytes(text.as_bytes()).and_then(|()| out.flush()).is_err() {
        return Status::Clean.into();
    }
    out.status().into()
}
