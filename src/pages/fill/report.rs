//! What was found in a file on opening it: stated beside recomputed figures, line by line.

use leptos::prelude::*;
use selfscore_core::encoding::Encoding;
use selfscore_core::form::CheckCode;
use selfscore_core::form::csv::LineEnd;
use selfscore_core::review::Compared;
use selfscore_core::scheme::Match;
use selfscore_wording::{Lang, library, page as words};

use crate::session::{ImportReport, Session, Spelt};

/// The report of the last import.
#[component]
pub fn Report() -> impl IntoView {
    let session = Session::from_context();
    move || {
        session.report.get().map(|report| {
            view! {
                <section class="report" aria-labelledby="report-title">
                    <header>
                        <h3 id="report-title" role="status">
                            {
                                let file = report.file.clone();
                                move || words::report_title(session.lang.get(), &file)
                            }
                        </h3>
                        <button type="button" on:click=move |_| session.report.set(None)>
                            {session.t(words::close)}
                        </button>
                    </header>
                    <Findings report=report.clone() />
                    <Figures compared=report.compared />
                </section>
            }
        })
    }
}

#[component]
fn Findings(report: ImportReport) -> impl IntoView {
    let session = Session::from_context();
    let stated = report.compared.iter().any(|figure| figure.stated.is_some());
    let differences = report.differences();
    let (code_class, code) = match report.check_code {
        CheckCode::Matches(_) => ("done", words::check_matches as fn(_) -> _),
        CheckCode::Differs { .. } => ("error", words::check_differs as fn(_) -> _),
        CheckCode::Absent => ("warning", words::check_absent as fn(_) -> _),
    };
    let sign = |class: &str| match class {
        "done" => "✓ ",
        "error" => "✕ ",
        _ => "! ",
    };
    let figures = move || {
        let lang = session.lang.get();
        match (stated, differences) {
            (false, _) => ("warning", words::report_no_score(lang).to_owned()),
            (true, 0) => ("done", words::report_same(lang).to_owned()),
            (true, count) => ("error", words::report_differs(lang, count)),
        }
    };
    let unknown = report.unknown.join("、");
    let scheme_finding = match report.scheme.clone() {
        Match::Same(_) | Match::Absent => None,
        found => Some(view! {
            <li class="warning">
                <span aria-hidden="true">"! "</span>
                {move || scheme_words(&found, session.lang.get())}
            </li>
        }),
    };
    view! {
        <ul class="findings">
            <li class=code_class>
                <span aria-hidden="true">{sign(code_class)}</span>
                {session.t(code)}
            </li>
            {report.spelt.map(|told| spelt(session, told))}
            {(report.missing > 0).then(|| view! {
                <li class="warning">
                    <span aria-hidden="true">"! "</span>
                    {move || words::report_missing(session.lang.get(), report.missing)}
                </li>
            })}
            {scheme_finding}
            {(!unknown.is_empty()).then(|| view! {
                <li class="warning">
                    <span aria-hidden="true">"! "</span>
                    {move || words::report_unknown(session.lang.get(), &unknown)}
                </li>
            })}
            {move || {
                let (class, text) = figures();
                view! {
                    <li class=class>
                        <span aria-hidden="true">{sign(class)}</span>
                        {text}
                    </li>
                }
            }}
        </ul>
    }
}

/// How a table was spelt, and what may have been lost by it. JSON in UTF-8 needs no word.
fn spelt(session: Session, spelt: Spelt) -> impl IntoView {
    let Spelt { encoding, table, question_marks } = spelt;
    let shown = table.is_some() || encoding != Encoding::Utf8;
    let told = move || {
        let lang = session.lang.get();
        let delimiter = table.map(|table| match table.delimiter {
            '\t' => words::delimiter_tab(lang),
            ';' => words::delimiter_semicolon(lang),
            _ => words::delimiter_comma(lang),
        });
        let line_end = table.map(|table| match table.line_end {
            LineEnd::CrLf => "CRLF",
            LineEnd::Lf => "LF",
            LineEnd::Cr => "CR",
        });
        match delimiter.zip(line_end) {
            Some((delimiter, line_end)) => {
                words::report_table(lang, encoding.name(), delimiter, line_end)
            }
            None => words::report_encoding(lang, encoding.name()),
        }
    };
    let marks = (!question_marks.is_empty()).then(|| {
        let places = move || {
            let lang = session.lang.get();
            let all = question_marks.iter().map(|place| place.words(lang));
            let all = all.collect::<Vec<_>>().join(lang.pick("、", ", "));
            words::report_question_marks(lang, encoding.name(), all)
        };
        view! { <li class="warning"><span aria-hidden="true">"! "</span>{places}</li> }
    });
    view! {
        {shown.then(|| view! { <li><span aria-hidden="true">"– "</span>{told}</li> })}
        {marks}
    }
}

/// What is to be said of the file's scheme.
fn scheme_words(found: &Match, lang: Lang) -> String {
    match found {
        Match::OtherRevision { stated, scheme } => {
            library::form_other_revision(lang, stated, scheme.file().revision)
        }
        Match::Changed(scheme) => library::form_changed(lang, scheme.file().revision),
        Match::ByName(_) => library::form_by_name(lang).into(),
        Match::Same(_) | Match::Absent => String::new(),
    }
}

#[component]
fn Figures(compared: Vec<Compared>) -> impl IntoView {
    let session = Session::from_context();
    let rows = move || {
        let lang = session.lang.get();
        let scheme = session.scheme.get();
        compared
            .iter()
            .map(|figure| {
                let decimals = match figure.criterion {
                    None => scheme.total_decimals(),
                    Some(_) => scheme.decimals(),
                };
                let title = match &figure.criterion {
                    None => words::total(lang).to_owned(),
                    Some(id) => match scheme.criterion(id) {
                        Some(criterion) => criterion.title.get(lang).to_owned(),
                        None => id.clone(),
                    },
                };
                let stated = match figure.stated {
                    Some(stated) => stated.fixed(decimals.max(stated.value().scale())),
                    None => words::not_stated(lang).into(),
                };
                let verdict = match (figure.stated, figure.differs()) {
                    (None, _) => "–",
                    (_, true) => words::differs(lang),
                    (_, false) => words::same(lang),
                };
                view! {
                    <tr class:error=figure.differs()>
                        <th scope="row">{title}</th>
                        <td class="figure">{stated}</td>
                        <td class="figure">{figure.recomputed.fixed(decimals)}</td>
                        <td>{figure.differs().then_some("✕ ")}{verdict}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <table class="figures">
            <thead>
                <tr>
                    <th scope="col">{session.t(words::column_item)}</th>
                    <th scope="col">{session.t(words::column_stated)}</th>
                    <th scope="col">{session.t(words::column_recomputed)}</th>
                    <th scope="col">{session.t(words::column_verdict)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
