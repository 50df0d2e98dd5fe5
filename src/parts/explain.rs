//! The explanation of a figure: formula, steps, clauses used, and where points were lost.

use leptos::prelude::*;
use selfscore_core::points::Points;
use selfscore_core::scheme::Clause;
use selfscore_core::scoring::{Line, Loss, ScoreSheet, Section, State};
use selfscore_core::text::Text;
use selfscore_core::trace::{self, Piece, Trace};
use selfscore_wording::{answers, page as words};

use super::{Clauses, loss_words, shown, signed};
use crate::session::Session;

/// A figure with the way that it came about: a line's, a group's or the total's.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    points: Points,
    maximum: Points,
    trace: Trace,
    losses: Vec<Loss>,
    decimals: u32,
    pending: bool,
}

impl Explained {
    /// Of a criterion.
    pub fn line(line: &Line, decimals: u32) -> Self {
        Explained {
            points: line.points,
            maximum: line.maximum,
            trace: line.trace.clone(),
            losses: line.losses.clone(),
            decimals,
            pending: line.state == State::Pending,
        }
    }

    /// Of a group whose parts are not simply added.
    pub fn section(section: &Section, decimals: u32) -> Self {
        Explained {
            points: section.points,
            maximum: section.maximum,
            trace: section.trace.clone(),
            losses: section.losses.clone(),
            decimals,
            pending: false,
        }
    }

    /// Of the total, where it is more than a sum.
    pub fn total(sheet: &ScoreSheet, decimals: u32) -> Option<Self> {
        Some(Explained {
            points: sheet.total,
            maximum: sheet.maximum,
            trace: sheet.trace.clone()?,
            losses: sheet.losses.clone(),
            decimals,
            pending: false,
        })
    }
}

/// The button that opens an explanation.
#[component]
pub fn ExplainButton(
    /// What is explained.
    title: Text,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The id of the element that it opens.
    panel: String,
) -> impl IntoView {
    let session = Session::from_context();
    view! {
        <button
            type="button"
            class="why"
            aria-expanded=move || open.get().to_string()
            aria-controls=panel
            title=move || words::explain_of(session.lang.get(), title.get(session.lang.get()))
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <span aria-hidden="true">"ⓘ "</span>
            {session.t(words::explain)}
        </button>
    }
}

/// Everything that makes a figure.
#[component]
pub fn Explanation(
    /// What the figure is of.
    title: Text,
    /// The figure.
    figure: Signal<Option<Explained>>,
    /// The clauses that may have been applied.
    clauses: Vec<Clause>,
    /// Whether what is lost is of tasks.
    #[prop(optional)]
    in_tasks: bool,
) -> impl IntoView {
    let session = Session::from_context();
    let used = move || {
        figure.with(|figure| {
            let named = figure.as_ref().map(|f| f.trace.clauses()).unwrap_or_default();
            let used = clauses.iter().filter(|clause| named.contains(&clause.id.as_str()));
            used.cloned().collect::<Vec<_>>()
        })
    };
    let formula_title = title.clone();
    let formula = move || {
        let lang = session.lang.get();
        figure.get().map(|line| {
            let pieces = trace::formula(&line.trace, lang, line.decimals);
            view! {
                <p class="formula">
                    <b>{formula_title.get(lang).to_owned()}</b>
                    " "
                    <b class="figure">{shown(line.points, line.decimals)}</b>
                    " = "
                    {pieces.into_iter().map(piece).collect_view()}
                </p>
            }
        })
    };
    let steps = move || {
        let lang = session.lang.get();
        figure.get().map(|line| {
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
        figure.get().filter(|line| !line.losses.is_empty() || line.maximum != Points::ZERO).map(
            |line| {
                let Explained { points, maximum, decimals, pending, .. } = line;
                let lost = maximum.minus(points);
                let title = title.clone();
                let entries = line.losses.into_iter().map(move |loss| {
                    let off = Points::ZERO.minus(loss.points);
                    view! {
                        <li>
                            <span>{loss_words(&loss, &title, in_tasks, pending, lang)}</span>
                            <span class="figure">{signed(off, decimals)}</span>
                        </li>
                    }
                });
                // A minus after a minus stands in brackets.
                let subtracted = match points < Points::ZERO {
                    true => format!("({})", shown(points, decimals)),
                    false => shown(points, decimals),
                };
                let sum = match lost < Points::ZERO {
                    true => answers::gained(lang, shown(points.minus(maximum), decimals)),
                    false => words::lost(lang, shown(lost, decimals), maximum, subtracted),
                };
                view! {
                    <p class="lost">{sum}</p>
                    <ul class="losses">{entries.collect_view()}</ul>
                }
            },
        )
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

fn piece(piece: Piece) -> AnyView {
    match piece {
        Piece::Value { text, what, missing } => {
            view! { <span class="value" class:missing=missing title=what>{text}</span> }.into_any()
        }
        Piece::Sign(sign) => view! { <span class="operator">{sign}</span> }.into_any(),
        Piece::Word(word) => view! { <span>{word}</span> }.into_any(),
    }
}
