//! The explanation of a figure: formula, steps, clauses used, and where points were lost.

use leptos::prelude::*;
use selfscore_core::scheme::{Criterion, Rule};
use selfscore_core::scoring::Line;
use selfscore_core::trace::{self, Piece};
use selfscore_wording::page as words;

use super::{Clauses, loss_words};
use crate::session::Session;

/// Everything that makes a line's points.
#[component]
pub fn Explanation(
    /// The criterion.
    criterion: Criterion,
    /// Its line.
    line: Memo<Option<Line>>,
) -> impl IntoView {
    let session = Session::from_context();
    let title = criterion.title.clone();
    let in_tasks = matches!(criterion.rule, Rule::Tasks(_));
    let clauses = criterion.clauses.clone();
    let used = move || {
        let named = line.with(|line| match line {
            Some(line) => line.trace.clauses().into_iter().map(str::to_owned).collect(),
            None => Vec::new(),
        });
        let used = |clause: &_| {
            let clause: &selfscore_core::scheme::Clause = clause;
            named.contains(&clause.id)
        };
        clauses.iter().filter(|clause| used(clause)).cloned().collect::<Vec<_>>()
    };
    let formula_title = title.clone();
    let formula = move || {
        let lang = session.lang.get();
        let decimals = session.scheme.with(|scheme| scheme.decimals());
        line.get().map(|line| {
            let pieces = trace::formula(&line.trace, lang, decimals);
            view! {
                <p class="formula">
                    <b>{formula_title.get(lang).to_owned()}</b>
                    " "
                    <b class="figure">{line.points.fixed(decimals)}</b>
                    " = "
                    {pieces.into_iter().map(piece).collect_view()}
                </p>
            }
        })
    };
    let steps = move || {
        let lang = session.lang.get();
        line.get().map(|line| {
            let rows = trace::rows(&line.trace, lang);
            rows.into_iter()
                .map(|row| {
                    view! {
                        <tr>
                            <th scope="row">{row.label}</th>
                            <td>{row.pieces.into_iter().map(piece).collect_view()}</td>
                            <td class="figure">{row.result}</td>
                        </tr>
                    }
                })
                .collect_view()
        })
    };
    let losses = move || {
        let lang = session.lang.get();
        let decimals = session.scheme.with(|scheme| scheme.decimals());
        line.get().map(|line| {
            let lost = line.maximum.minus(line.points);
            let title = title.clone();
            let entries = line.losses.clone().into_iter().map(move |loss| view! {
                <li>
                    <span>{loss_words(&loss, &title, in_tasks, lang)}</span>
                    <span class="figure">{signed(loss.points.fixed(decimals))}</span>
                </li>
            });
            view! {
                <p class="lost">
                    {words::lost(lang, lost.fixed(decimals), line.maximum, line.points.fixed(decimals))}
                </p>
                <ul class="losses">{entries.collect_view()}</ul>
            }
        })
    };
    view! {
        <div class="explanation">
            {formula}
            // It may scroll, so it takes the focus.
            <div class="steps" tabindex="0" role="group" aria-label=session.t(words::steps)>
                <table>
                    <tbody>{steps}</tbody>
                </table>
            </div>
            {losses}
            <p class="sub">{session.t(words::clauses_used)}</p>
            {move || view! { <Clauses clauses=used() /> }}
        </div>
    }
}

fn signed(text: String) -> String {
    match text.strip_prefix('-') {
        Some(given_back) => format!("+{given_back}"),
        None => format!("−{text}"),
    }
}

fn piece(piece: Piece) -> AnyView {
    match piece {
        Piece::Value { text, what, missing } => {
            view! { <span class="value" class:missing=missing title=what>{text}</span> }.into_any()
        }
        Piece::Sign(sign) => view! { <span class="operator">{sign}</span> }.into_any(),
        Piece::Word(word) => view! { <span>{word}</span> }.into_any(),
    }
}
