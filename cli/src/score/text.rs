//! A form's score for readers.

use std::io;

use selfscore_core::form::CheckCode;
use selfscore_core::issue::{Issue, Severity};
use selfscore_core::points::Points;
use selfscore_core::review::Compared;
use selfscore_core::scoring::{Line, Section, State};
use selfscore_core::trace;
use selfscore_wording::{Lang, cli as words, page};

use super::Scored;
use crate::out::Out;

pub(super) fn write(scored: &Scored, explain: bool, out: &mut Out) -> io::Result<()> {
    let lang = out.lang;
    let file = scored.scheme().file();
    out.line(0, &words::of_source(lang, &scored.file, &scored.form.unit))?;
    let title = file.title.get(lang);
    out.line(1, &words::scheme_line(lang, &file.id, file.revision, title))?;
    if let Some(message) = scored.chosen.message(lang) {
        let doubtful = scored.chosen.doubtful();
        out.line(1, &if doubtful { words::attention(lang, message) } else { message })?;
    }
    out.line(1, check_code(&scored.check_code, lang))?;
    for line in &scored.sheet.lines {
        criterion(scored, line, explain, out)?;
    }
    for part in &scored.sheet.sections {
        section(scored, part, out)?;
    }
    total(scored, out)?;
    figures(scored, out)?;
    issues(&scored.issues, out)?;
    let unknown = scored.form.unknown_members();
    if !unknown.is_empty() {
        out.line(1, &words::unknown_members(lang, unknown.join(words::comma(lang))))?;
    }
    out.gap()
}

fn check_code(code: &CheckCode, lang: Lang) -> &'static str {
    match code {
        CheckCode::Matches(_) => page::check_matches(lang),
        CheckCode::Differs { .. } => page::check_differs(lang),
        CheckCode::Absent => page::check_absent(lang),
    }
}

/// A line's state in words, with the range where it is not final.
pub(super) fn state(scored: &Scored, line: &Line, lang: Lang) -> String {
    let highest = line.highest.fixed(scored.scheme().decimals());
    match line.state {
        State::Complete => page::state_complete(lang).into(),
        State::Incomplete => words::incomplete(lang, highest),
        State::Pending => words::pending(lang, highest),
        State::NotApplicable => words::not_applicable(lang).into(),
        State::NotCounted => page::state_not_counted(lang).into(),
    }
}

fn criterion(scored: &Scored, line: &Line, explain: bool, out: &mut Out) -> io::Result<()> {
    let lang = out.lang;
    let Some(criterion) = scored.scheme().criterion(&line.criterion) else { return Ok(()) };
    let (title, decimals) = (criterion.title.get(lang), scored.scheme().decimals());
    let state = state(scored, line, lang);
    if line.state == State::NotCounted {
        return out.line(1, &words::line_uncounted(lang, title, &line.criterion, state));
    }
    let points = line.points.fixed(decimals);
    out.line(1, &words::line(lang, title, &line.criterion, points, line.maximum, state))?;
    if explain {
        return out.line(2, &trace::text(criterion, &line.trace, lang, decimals));
    }
    out.line(2, &format!("= {}", Scored::formula(&line.trace, lang, decimals)))
}

fn section(scored: &Scored, part: &Section, out: &mut Out) -> io::Result<()> {
    let decimals = scored.scheme().decimals();
    let points = part.points.fixed(decimals);
    out.line(1, &words::section(out.lang, part.title.get(out.lang), points, part.maximum))?;
    out.line(2, &format!("= {}", Scored::formula(&part.trace, out.lang, decimals)))
}

fn total(scored: &Scored, out: &mut Out) -> io::Result<()> {
    let (lang, sheet) = (out.lang, &scored.sheet);
    let decimals = scored.scheme().total_decimals();
    let (total, highest) = (sheet.total.fixed(decimals), sheet.highest.fixed(decimals));
    out.line(
        1,
        &match (sheet.complete, sheet.pending) {
            (true, false) => words::total(lang, total, sheet.maximum),
            (true, true) => words::total_pending(lang, total, highest, sheet.maximum),
            (false, _) => words::total_incomplete(lang, total, highest, sheet.maximum),
        },
    )?;
    if let Some(trace) = &sheet.trace {
        let formula = Scored::formula(trace, lang, decimals);
        // A lone number would say the total again.
        if formula.contains('=') {
            out.line(2, &format!("= {formula}"))?;
        }
    }
    match grade(scored, lang) {
        Some(grade) => out.line(1, &words::grade(lang, grade)),
        None => Ok(()),
    }
}

/// The grade's words, once it is sure.
pub(super) fn grade(scored: &Scored, lang: Lang) -> Option<&str> {
    let id = scored.sheet.grade.as_deref()?;
    let grades = scored.scheme().file().total.as_ref().map_or(&[][..], |total| &total.grades);
    grades.iter().find(|grade| grade.id == id).map(|grade| grade.label.get(lang))
}

/// Stated figures beside those recomputed, where they differ.
fn figures(scored: &Scored, out: &mut Out) -> io::Result<()> {
    let lang = out.lang;
    if scored.compared.iter().all(|figure| figure.stated.is_none()) {
        return out.line(1, page::report_no_score(lang));
    }
    let differ: Vec<&Compared> = scored.compared.iter().filter(|f| f.differs()).collect();
    if differ.is_empty() {
        return out.line(1, page::report_same(lang));
    }
    out.line(1, &page::report_differs(lang, differ.len()))?;
    for figure in differ {
        out.line(2, &difference(scored, figure, lang))?;
    }
    Ok(())
}

/// A figure with the scheme's places, and with more if the file has more: rounding would hide a
/// difference.
pub(super) fn as_stated(stated: Points, decimals: u32) -> String {
    stated.as_stated(decimals)
}

/// A figure that differs, in words.
pub(super) fn difference(scored: &Scored, figure: &Compared, lang: Lang) -> String {
    let decimals = match figure.criterion {
        Some(_) => scored.scheme().decimals(),
        None => scored.scheme().total_decimals(),
    };
    let what = figure.criterion.as_deref().unwrap_or(page::total(lang));
    let stated = as_stated(figure.stated.unwrap_or_default(), decimals);
    words::differs(lang, what, stated, figure.recomputed.fixed(decimals))
}

fn issues(issues: &[Issue], out: &mut Out) -> io::Result<()> {
    let lang = out.lang;
    if issues.is_empty() {
        return out.line(1, words::no_issues(lang));
    }
    let of = |severity| issues.iter().filter(|issue| issue.severity() == severity).count();
    let counts = [Severity::Error, Severity::Missing, Severity::Warning].map(of);
    out.line(1, &words::issues(lang, counts[0], counts[1], counts[2]))?;
    for issue in issues {
        out.line(2, &issue_line(issue, lang))?;
    }
    Ok(())
}

/// An issue in one line.
pub(super) fn issue_line(issue: &Issue, lang: Lang) -> String {
    let weight = match issue.severity() {
        Severity::Error => words::issue_error(lang),
        Severity::Missing => words::issue_missing(lang),
        Severity::Warning => words::issue_warning(lang),
    };
    words::issue(lang, weight, &issue.field, issue.message(lang))
}
