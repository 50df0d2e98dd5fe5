//! The score, always in sight: what is known, what is possible, what is to be gained, and what
//! is missing, each a way to its field.

use leptos::prelude::*;
use selfscore_core::issue::Issue;
use selfscore_core::points::Points;
use selfscore_core::scheme::{Indicator, Rule};
use selfscore_core::scoring::State;
use selfscore_wording::{answers, page as words};

use super::group::GradeShown;
use super::indicator::{Together, together, unknown};
use crate::browser::focus;
use crate::parts::{loss_words, severity_words, shown, signed};
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
    let sheet = Memo::new(move |_| {
        session.assessment.with(|assessment| {
            let sheet = &assessment.sheet;
            let settled = (sheet.complete, sheet.pending);
            (sheet.total, sheet.highest, sheet.maximum, settled)
        })
    });
    let decimals = move || session.scheme.with(|scheme| scheme.total_decimals());
    let range = move || {
        let (total, highest, _, settled) = sheet.get();
        let lang = session.lang.get();
        let (low, high) = (shown(total, decimals()), shown(highest, decimals()));
        match settled {
            (true, true) => answers::range_pending(lang, low, high),
            (true, false) => words::range_done(lang).to_owned(),
            (false, _) => words::range(lang, low, high),
        }
    };
    // Where the source does not give an indicator's points, the total is of those that are known.
    let out_of = move || {
        let (lang, maximum) = (session.lang.get(), sheet.get().2);
        match session.scheme.with(|scheme| scheme.indicators().any(unknown)) {
            true => words::out_of(lang, maximum),
            false => answers::out_of(lang, maximum),
        }
    };
    view! {
        <section class="total">
            <h3>{session.t(words::self_score)}</h3>
            <p class="score" role="status" aria-live="polite">
                <b class="figure" data-total="">{move || shown(sheet.get().0, decimals())}</b>
                " "
                <span>{out_of}</span>
            </p>
            <GradeShown />
            <p class="range figure">{range}</p>
            <Recorded />
        </section>
    }
}

/// How many indicators are not counted, and why.
#[component]
fn Recorded() -> impl IntoView {
    let session = Session::from_context();
    move || {
        let lang = session.lang.get();
        let recorded = |indicator: &&Indicator| {
            indicator.criteria.iter().all(|c| matches!(c.rule, Rule::Record(_)))
        };
        let (gaps, others) = session.scheme.with(|scheme| {
            let recorded = scheme.indicators().filter(recorded);
            let (gaps, others): (Vec<_>, Vec<_>) = recorded.partition(|one| unknown(one));
            (gaps.len(), others.len())
        });
        let line =
            |count: usize, words: String| (count > 0).then(|| view! { <p class="sub">{words}</p> });
        (line(gaps, words::unknown_part(lang, gaps)), line(others, answers::recorded(lang, others)))
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
                let pending = line.state == State::Pending;
                let text = loss_words(loss, &criterion.title, tasks, pending, lang);
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
                let own = indicator.clone();
                let together = Memo::new(move |_| together(session, &own));
                let title = indicator.title.clone();
                let bar = move || match together.get() {
                    Together::Points { points, maximum, .. } if maximum != Points::ZERO => view! {
                        <meter min="0" max=maximum.to_string() value=points.to_string()></meter>
                    }
                    .into_any(),
                    Together::Points { .. } | Together::Veto => ().into_any(),
                    Together::NotApplicable => {
                        view! { <span class="sub">{session.t(answers::state_not_applicable)}</span> }
                            .into_any()
                    }
                    Together::Recorded | Together::Unknown => {
                        view! { <span class="sub">{session.t(words::not_counted)}</span> }.into_any()
                    }
                };
                let decimals = move || session.scheme.with(|scheme| scheme.decimals());
                let figure = move || match together.get() {
                    Together::Points { points, maximum, .. } if maximum == Points::ZERO => {
                        Some(signed(points, decimals()))
                    }
                    Together::Points { points, .. } => Some(shown(points, decimals())),
                    _ => None,
                };
                view! {
                    <tr>
                        <th scope="row">
                            <span class="number">{indicator.number}</span>
                            " "
                            {move || title.get(session.lang.get()).to_owned()}
                        </th>
                        <td>{bar}</td>
                        <td class="figure">{figure}</td>
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
