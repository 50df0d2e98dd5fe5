//! The score, always in sight: what is known, what is possible, what is to be gained, and what
//! is missing, each a way to its field.

use leptos::prelude::*;
use selfscore_core::issue::Issue;
use selfscore_core::scheme::Rule;
use selfscore_wording::page as words;

use super::indicator::points;
use crate::browser::focus;
use crate::parts::{loss_words, severity_words};
use crate::session::Session;

/// How many entries a list shows before it says how many more there are.
const SHOWN: usize = 8;

/// The panel.
#[component]
pub fn Summary() -> impl IntoView {
    let session = Session::from_context();
    view! {
        <aside class="summary" aria-label=session.t(words::summary)>
            <Total />
            <ToFill />
            <ToGain />
            <Bars />
        </aside>
    }
}

#[component]
fn Total() -> impl IntoView {
    let session = Session::from_context();
    let figures = Memo::new(move |_| {
        session.assessment.with(|assessment| {
            let sheet = &assessment.sheet;
            (sheet.total, sheet.highest, sheet.maximum, sheet.complete)
        })
    });
    let decimals = move || session.scheme.with(|scheme| scheme.decimals());
    let range = move || {
        let (total, highest, _, complete) = figures.get();
        let lang = session.lang.get();
        if complete {
            words::range_done(lang).to_owned()
        } else {
            words::range(lang, total.fixed(decimals()), highest.fixed(decimals()))
        }
    };
    let unknown = move || {
        let gap = session.scheme.with(|scheme| scheme.criteria().any(|c| c.points.is_none()));
        gap.then(|| view! { <p class="sub">{session.t(words::unknown_part)}</p> })
    };
    view! {
        <section class="total">
            <h3>{session.t(words::self_score)}</h3>
            <p class="score" role="status" aria-live="polite">
                <b class="figure" data-total="">{move || figures.get().0.fixed(decimals())}</b>
                " "
                <span>{move || words::out_of(session.lang.get(), figures.get().2)}</span>
            </p>
            <p class="range figure">{range}</p>
            {unknown}
        </section>
    }
}

#[component]
fn ToFill() -> impl IntoView {
    let session = Session::from_context();
    let blocking = Memo::new(move |_| {
        session.assessment.with(|assessment| assessment.blocking().cloned().collect::<Vec<Issue>>())
    });
    let heading = move || {
        let lang = session.lang.get();
        match blocking.with(Vec::len) {
            0 => words::to_fill_none(lang).to_owned(),
            count => words::to_fill(lang, count),
        }
    };
    let list = move || {
        let lang = session.lang.get();
        let all = blocking.get();
        let rest = all.len().saturating_sub(SHOWN);
        let entries = all.into_iter().take(SHOWN).map(|issue| {
            let (sign, class, _) = severity_words(issue.severity(), lang);
            let at = issue.field.clone();
            view! {
                <li>
                    <a
                        href="#/fill"
                        class=class
                        on:click=move |event| {
                            event.prevent_default();
                            focus::field(&at);
                        }
                    >
                        <span class="sign" aria-hidden="true">{sign}</span>
                        {short(&issue.message(lang))}
                    </a>
                </li>
            }
        });
        view! {
            <ul>
                {entries.collect_view()}
                {(rest > 0).then(|| view! { <li class="sub">{words::more(lang, rest)}</li> })}
            </ul>
        }
    };
    view! {
        <section class="to-fill">
            <h3>{heading}</h3>
            {list}
        </section>
    }
}

/// The first sentence: the remedy stands at the field. What is quoted may hold a full stop.
fn short(message: &str) -> String {
    let mut quoted = false;
    for (at, sign) in message.char_indices() {
        match sign {
            '「' | '\u{201C}' => quoted = true,
            '」' | '\u{201D}' => quoted = false,
            '。' if !quoted => return message[..at].to_owned(),
            '.' if !quoted && message[at..].starts_with(". ") => return message[..at].to_owned(),
            _ => {}
        }
    }
    message.to_owned()
}

#[component]
fn ToGain() -> impl IntoView {
    let session = Session::from_context();
    let list = move || {
        let lang = session.lang.get();
        let scheme = session.scheme.get();
        let assessment = session.assessment.get();
        let gains = assessment.sheet.gains();
        if gains.is_empty() {
            return view! { <p class="sub">{words::to_gain_none(lang)}</p> }.into_any();
        }
        let rest = gains.len().saturating_sub(SHOWN);
        let entries: Vec<_> = gains
            .into_iter()
            .take(SHOWN)
            .filter_map(|(line, loss)| {
                let criterion = scheme.criterion(&line.criterion)?;
                let tasks = matches!(criterion.rule, Rule::Tasks(_));
                let text = loss_words(loss, &criterion.title, tasks, lang);
                let at = loss.field.clone().unwrap_or_default();
                let points = loss.points.fixed(scheme.decimals());
                Some(view! {
                    <li>
                        <a
                            href="#/fill"
                            on:click=move |event| {
                                event.prevent_default();
                                focus::field(&at);
                            }
                        >
                            <span>{text}</span>
                            <span class="figure">"+" {points}</span>
                        </a>
                    </li>
                })
            })
            .collect();
        view! {
            <ul>
                {entries}
                {(rest > 0).then(|| view! { <li class="sub">{words::more(lang, rest)}</li> })}
            </ul>
        }
        .into_any()
    };
    view! {
        <section class="to-gain">
            <h3>{session.t(words::to_gain)}</h3>
            {list}
        </section>
    }
}

#[component]
fn Bars() -> impl IntoView {
    let session = Session::from_context();
    let bars = move || {
        let scheme = session.scheme.get();
        let all: Vec<_> = scheme.indicators().cloned().collect();
        all.into_iter()
            .map(|indicator| {
                let ids: Vec<String> = indicator.criteria.iter().map(|c| c.id.clone()).collect();
                let points = Memo::new(move |_| points(session, &ids));
                let title = indicator.title.clone();
                let figure = move |of: fn((_, _)) -> selfscore_core::points::Points| {
                    points.get().map(of).unwrap_or_default().to_string()
                };
                view! {
                    <tr>
                        <th scope="row">
                            <span class="number">{indicator.number}</span>
                            " "
                            {move || title.get(session.lang.get()).to_owned()}
                        </th>
                        <td>
                            {move || match points.get() {
                                None => view! { <span class="sub">{session.t(words::not_counted)}</span> }.into_any(),
                                Some(_) => view! {
                                    <meter min="0" max=figure(|(_, max)| max) value=figure(|(got, _)| got)></meter>
                                }.into_any(),
                            }}
                        </td>
                        <td class="figure">
                            {move || {
                                let decimals = session.scheme.with(|scheme| scheme.decimals());
                                points.get().map(|(got, _)| got.fixed(decimals))
                            }}
                        </td>
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <section class="bars">
            <h3>{session.t(words::by_indicator)}</h3>
            <table><tbody>{bars}</tbody></table>
        </section>
    }
}
