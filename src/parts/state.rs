//! Signs and words of a state; never a colour alone.

use selfscore_core::issue::Severity;
use selfscore_core::scoring::{Cause, Line, Loss, State};
use selfscore_core::text::Text;
use selfscore_wording::{Lang, issue as issue_words, ledger, page as words};

/// What is to be said of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineState {
    /// A sign.
    pub sign: &'static str,
    /// A word.
    pub word: &'static str,
    /// A name for the style.
    pub class: &'static str,
}

/// The state of a line, with the most severe of its issues.
pub fn line_state(line: Option<&Line>, worst: Option<Severity>, lang: Lang) -> LineState {
    let (sign, word, class) = match (line.map(|line| line.state), worst) {
        (Some(State::NotCounted), _) => ("–", words::state_not_counted(lang), "aside"),
        (_, Some(Severity::Error)) => ("✕", words::state_error(lang), "error"),
        (Some(State::Complete), Some(Severity::Missing)) | (Some(State::Incomplete) | None, _) => {
            ("○", words::state_incomplete(lang), "missing")
        }
        (Some(State::Complete), _) => ("✓", words::state_complete(lang), "done"),
    };
    LineState { sign, word, class }
}

/// Sign, style and word of a severity.
pub fn severity_words(
    severity: Severity,
    lang: Lang,
) -> (&'static str, &'static str, &'static str) {
    match severity {
        Severity::Error => ("✕", "error", issue_words::severity_error(lang)),
        Severity::Missing => ("○", "missing", issue_words::severity_missing(lang)),
        Severity::Warning => ("!", "warning", issue_words::severity_warning(lang)),
    }
}

/// Why points are lost, and on what.
pub fn loss_words(loss: &Loss, title: &Text, in_tasks: bool, lang: Lang) -> String {
    let cause = match loss.cause {
        Cause::Unanswered => ledger::unanswered(lang),
        Cause::Deduction => ledger::deduction(lang),
        Cause::Cap => ledger::cap(lang),
        Cause::Judged => ledger::judged(lang),
        Cause::BelowThreshold => ledger::below_threshold(lang),
        Cause::Unlisted => ledger::unlisted(lang),
        Cause::NotEarned => ledger::not_earned(lang),
        Cause::NotMet => ledger::not_met(lang),
        Cause::Rounding => ledger::rounding(lang),
        _ => "",
    };
    match &loss.about {
        Some(about) if in_tasks => ledger::of_task(lang, about.get(lang), cause),
        Some(about) => ledger::of(lang, about.get(lang), cause),
        None => ledger::of(lang, title.get(lang), cause),
    }
}

/// The time of day of an RFC 3339 time, with the day unless it is today's.
pub fn date_shown(rfc3339: &str, today: &str) -> String {
    let (day, time) = rfc3339.split_once('T').unwrap_or((rfc3339, ""));
    let time = time.get(..5).unwrap_or(time);
    if today.starts_with(day) { time.to_owned() } else { format!("{day} {time}") }
}
