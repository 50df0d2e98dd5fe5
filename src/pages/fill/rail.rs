//! The rail: every indicator with its state, one click away.

use leptos::prelude::*;
use selfscore_core::issue::Severity;
use selfscore_core::scoring::State;
use selfscore_wording::{Lang, answers, evidence, page as words};

use super::indicator::anchor;
use crate::browser::focus;
use crate::parts::LineState;
use crate::session::{Open, Session};

/// The rail.
#[component]
pub fn Rail() -> impl IntoView {
    let session = Session::from_context();
    let head = move || {
        let lang = session.lang.get();
        let issue = session.assessment.with(|a| a.issues.iter().any(|i| i.field == "/unit"));
        match issue {
            true => LineState::incomplete(lang),
            false => LineState::complete(lang),
        }
    };
    let indicators = move || {
        let scheme = session.scheme.get();
        let all: Vec<_> = scheme.indicators().cloned().collect();
        all.into_iter()
            .map(|indicator| {
                let at = anchor(&indicator);
                let ids: Vec<String> = indicator.criteria.iter().map(|c| c.id.clone()).collect();
                let state = Signal::derive(move || state(session, &ids));
                let title = indicator.title.clone();
                let label = move || title.get(session.lang.get()).to_owned();
                view! { <Entry at=at number=indicator.number label=Signal::derive(label) state=state /> }
            })
            .collect_view()
    };
    let last = move |at: &'static str, label: fn(Lang) -> &'static str| {
        let label = Signal::derive(move || label(session.lang.get()).to_owned());
        let state = Signal::derive(move || LineState { sign: "", word: "", class: "" });
        view! { <Entry at=at.to_owned() number=String::new() label=label state=state /> }
    };
    // A total that is a sum needs no section of its own; a trial has nothing to hand in.
    let more = Memo::new(move |_| session.assessment.with(|a| a.sheet.trace.is_some()));
    let total = move || more.get().then(|| last("total", answers::total_section));
    let export = move || {
        let own = session.open.get() != Open::Trial;
        own.then(|| {
            [last("evidence", evidence::section), last("export", words::export_section)]
                .into_iter()
                .collect_view()
        })
    };
    view! {
        <nav class="rail" aria-label=session.t(words::sections)>
            <ul>
                <Entry
                    at="unit".to_owned()
                    number=String::new()
                    label=Signal::derive(move || words::unit_section(session.lang.get()).to_owned())
                    state=Signal::derive(head)
                />
                {indicators}
                {total}
                {export}
            </ul>
        </nav>
    }
}

#[component]
fn Entry(
    at: String,
    number: String,
    label: Signal<String>,
    state: Signal<LineState>,
) -> impl IntoView {
    view! {
        <li>
            <a
                href="#/fill"
                on:click=move |event| {
                    event.prevent_default();
                    focus::id(&at);
                }
            >
                <span class="number">{number}</span>
                <span class="name">{label}</span>
                <span class=move || format!("state {}", state.get().class)>
                    <span aria-hidden="true">{move || state.get().sign}</span>
                    <span class="sr">{move || state.get().word}</span>
                </span>
            </a>
        </li>
    }
}

/// The worst state of an indicator's criteria.
fn state(session: Session, ids: &[String]) -> LineState {
    let lang = session.lang.get();
    session.assessment.with(|assessment| {
        let worst = ids.iter().filter_map(|id| assessment.worst(id)).min();
        let lines = || ids.iter().filter_map(|id| assessment.sheet.line(id));
        let all = |state| lines().all(|line| line.state == state);
        let any = |state| lines().any(|line| line.state == state);
        if worst == Some(Severity::Error) {
            LineState::error(lang)
        } else if worst == Some(Severity::Missing) || any(State::Incomplete) {
            LineState::incomplete(lang)
        } else if all(State::NotCounted) {
            LineState::not_counted(lang)
        } else if all(State::NotApplicable) {
            LineState::not_applicable(lang)
        } else if any(State::Pending) {
            LineState::pending(lang)
        } else {
            LineState::complete(lang)
        }
    })
}
