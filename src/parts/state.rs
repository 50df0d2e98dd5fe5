//! Signs and words of a state; never a colour alone.

use selfscore_core::issue::Severity;
use selfscore_core::scoring::{Cause, Line, Loss, State};
use selfscore_core::text::Text;
use selfscore_wording::{Lang, answers, issue as issue_words, ledger, page as words};

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
    match (line.map(|line| line.state), worst) {
        (Some(State::NotCounted), _) => LineState::not_counted(lang),
        (Some(State::NotApplicable), _) => LineState::not_applicable(lang),
        (_, Some(Severity::Error)) => LineState::error(lang),
        (Some(State::Complete | State::Pending), Some(Severity::Missing))
        | (Some(State::Incomplete) | None, _) => LineState::incomplete(lang),
        (Some(State::Pending), _) => LineState::pending(lang),
        (Some(State::Complete), _) => LineState::complete(lang),
    }
}

impl LineState {
    const fn new(sign: &'static str, word: &'static str, class: &'static str) -> Self {
        LineState { sign, word, class }
    }

    /// Every answer is there.
    pub fn complete(lang: Lang) -> Self {
        Self::new("✓", words::state_complete(lang), "done")
    }

    /// An answer is missing.
    pub fn incomplete(lang: Lang) -> Self {
        Self::new("○", words::state_incomplete(lang), "missing")
    }

    /// An answer cannot be used.
    pub fn error(lang: Lang) -> Self {
        Self::new("✕", words::state_error(lang), "error")
    }

    /// Settled when every unit's figures are known.
    pub fn pending(lang: Lang) -> Self {
        Self::new("◇", answers::state_pending(lang), "pending")
    }

    /// It does not concern the unit.
    pub fn not_applicable(lang: Lang) -> Self {
        Self::new("/", answers::state_not_applicable(lang), "aside")
    }

    /// Taken down, not counted.
    pub fn not_counted(lang: Lang) -> Self {
        Self::new("–", words::state_not_counted(lang), "aside")
    }
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

/// Why points are lost, and on what. `pending`: they are settled at the check only.
pub fn loss_words(loss: &Loss, title: &Text, in_tasks: bool, pending: bool, lang: Lang) -> String {
    let cause = match loss.cause {
        Cause::Unanswered if pending => answers::state_pending(lang),
        cause => cause.words(lang),
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
