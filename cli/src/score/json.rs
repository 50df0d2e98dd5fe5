//! A form's score for programs.

use std::io;

use selfscore_core::form::CheckCode;
use selfscore_core::issue::Issue;
use selfscore_core::points::Points;
use selfscore_core::text::Text;
use selfscore_wording::Lang;
use serde::Serialize;
use serde_json::{Value, json};

use super::{Refused, Scored};
use crate::out::{Both, Out, both};

#[derive(Serialize)]
struct Document<'a> {
    file: &'a str,
    unit: &'a str,
    /// The scheme that the form is scored by.
    scheme: SchemeNamed<'a>,
    check_code: &'static str,
    lines: Vec<LineOut<'a>>,
    sections: Vec<SectionOut<'a>>,
    total: String,
    highest: String,
    maximum: Points,
    complete: bool,
    pending: bool,
    grade: Option<&'a str>,
    /// How the total came about, where lines are not simply added.
    formula: Option<Both>,
    figures: Vec<Figure<'a>>,
    issues: &'a [Issue],
    /// What the file itself calls missing.
    missing: Vec<&'a str>,
    unknown_members: Vec<String>,
}

#[derive(Serialize)]
struct SchemeNamed<'a> {
    id: &'a str,
    revision: u32,
    sha256: &'a str,
    /// How it agrees with the one that the form names.
    #[serde(rename = "match")]
    how: &'static str,
    /// What is to be said of that.
    message: Option<Both>,
}

#[derive(Serialize)]
struct LineOut<'a> {
    criterion: &'a str,
    title: Option<&'a Text>,
    points: String,
    highest: String,
    maximum: Points,
    state: selfscore_core::scoring::State,
    formula: Both,
    losses: &'a [selfscore_core::scoring::Loss],
}

#[derive(Serialize)]
struct SectionOut<'a> {
    path: &'a str,
    title: &'a Text,
    points: String,
    highest: String,
    maximum: Points,
    formula: Both,
}

#[derive(Serialize)]
struct Figure<'a> {
    /// `null` for the total.
    criterion: Option<&'a str>,
    stated: Option<Points>,
    recomputed: String,
    differs: bool,
}

pub(super) fn write(all: &[Result<Scored, Refused>], out: &mut Out) -> io::Result<()> {
    let value = |result: &Result<Scored, Refused>| match result {
        Ok(scored) => serde_json::to_value(document(scored)),
        Err(refused) => {
            let error = json!({ "code": refused.code, "message": refused.why });
            Ok(json!({ "file": refused.file, "error": error }))
        }
    };
    out.json(&all.iter().map(value).collect::<Result<Vec<Value>, _>>()?)
}

fn document<'a>(scored: &'a Scored) -> Document<'a> {
    let (scheme, sheet) = (scored.scheme(), &scored.sheet);
    let (decimals, total_decimals) = (scheme.decimals(), scheme.total_decimals());
    let lines = sheet.lines.iter().map(|line| LineOut {
        criterion: &line.criterion,
        title: scheme.criterion(&line.criterion).map(|criterion| &criterion.title),
        points: line.points.fixed(decimals),
        highest: line.highest.fixed(decimals),
        maximum: line.maximum,
        state: line.state,
        formula: both(|lang| Scored::formula(&line.trace, lang, decimals)),
        losses: &line.losses,
    });
    let sections = sheet.sections.iter().map(|part| SectionOut {
        path: &part.path,
        title: &part.title,
        points: part.points.fixed(decimals),
        highest: part.highest.fixed(decimals),
        maximum: part.maximum,
        formula: both(|lang| Scored::formula(&part.trace, lang, decimals)),
    });
    let figures = scored.compared.iter().map(|figure| {
        let of_total = figure.criterion.is_none();
        let decimals = if of_total { total_decimals } else { decimals };
        Figure {
            criterion: figure.criterion.as_deref(),
            stated: figure.stated,
            recomputed: figure.recomputed.fixed(decimals),
            differs: figure.differs(),
        }
    });
    Document {
        file: &scored.file,
        unit: &scored.form.unit,
        scheme: SchemeNamed {
            id: scheme.id(),
            revision: scheme.file().revision,
            sha256: scheme.digest(),
            how: scored.chosen.code(),
            message: scored
                .chosen
                .message(Lang::Zh)
                .map(|_| both(|lang| scored.chosen.message(lang).unwrap_or_default())),
        },
        check_code: match scored.check_code {
            CheckCode::Matches(_) => "matches",
            CheckCode::Differs { .. } => "differs",
            CheckCode::Absent => "absent",
        },
        lines: lines.collect(),
        sections: sections.collect(),
        total: sheet.total.fixed(total_decimals),
        highest: sheet.highest.fixed(total_decimals),
        maximum: sheet.maximum,
        complete: sheet.complete,
        pending: sheet.pending,
        grade: sheet.grade.as_deref(),
        formula: sheet
            .trace
            .as_ref()
            .map(|trace| both(|lang| Scored::formula(trace, lang, total_decimals))),
        figures: figures.collect(),
        issues: &scored.issues,
        missing: scored.form.missing(),
        unknown_members: scored.form.unknown_members(),
    }
}
