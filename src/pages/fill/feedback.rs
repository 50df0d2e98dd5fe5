//! The office's feedback over the draft: what stands beside what was claimed, why, and what to do.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::feedback::{Feedback, Over};
use selfscore_wording::{Lang, outcome as words, page};

use crate::browser;
use crate::parts::DataTable;
use crate::session::{OpenedFeedback, Session};

/// The feedback that was opened, until it is closed.
#[component]
pub fn FeedbackPanel() -> impl IntoView {
    let session = Session::from_context();
    move || session.feedback.get().map(|opened| view! { <Panel opened=opened /> })
}

#[component]
fn Panel(opened: Arc<OpenedFeedback>) -> impl IntoView {
    let session = Session::from_context();
    let file = opened.file.clone();
    let body = move || {
        let lang = session.lang.get();
        let over = session.over_draft(&opened);
        let feedback = &opened.read.feedback;
        view! {
            <ul class="facts">{facts(session, feedback, lang)}</ul>
            <ul class="findings">{notes(&opened, &over, lang)}</ul>
            <DataTable table=over.table(lang) />
            <h4>{words::findings(lang)}</h4>
            {found(feedback, lang)}
        }
    };
    view! {
        <section class="feedback" aria-labelledby="feedback-title">
            <header>
                <h3 id="feedback-title" role="status">
                    {move || words::opened(session.lang.get(), &file)}
                </h3>
                <button type="button" on:click=move |_| browser::print()>
                    {session.t(words::print_feedback)}
                </button>
                <button type="button" on:click=move |_| session.feedback.set(None)>
                    {session.t(page::close)}
                </button>
            </header>
            {body}
        </section>
    }
}

/// Whom it is for, and how far the office has come.
fn facts(session: Session, feedback: &Feedback, lang: Lang) -> impl IntoView + use<> {
    let between = lang.pick("、", ", ");
    let rank = feedback.rank.map(|rank| words::place(lang, rank));
    let reviewers = (!feedback.reviewers.is_empty())
        .then(|| words::reviewers(lang, feedback.reviewers.join(between)));
    let made = feedback.made_at.get(..16).unwrap_or(&feedback.made_at).replace('T', " ");
    let facts = [
        Some(words::for_unit(lang, session.unmask(&feedback.unit))),
        Some(words::state(lang, feedback.state.words(lang))),
        rank,
        reviewers,
        Some(words::made_at(lang, made)),
    ];
    facts.into_iter().flatten().map(|fact| view! { <li>{fact}</li> }).collect_view()
}

/// What is to be known before the figures are read.
fn notes(opened: &OpenedFeedback, over: &Over, lang: Lang) -> impl IntoView + use<> {
    let late = opened.read.feedback.late.as_ref().map(|late| match late.forfeited {
        true => words::came_late_forfeited(lang, &late.due, late.days),
        false => words::came_late(lang, &late.due, late.days),
    });
    let differing = over.rows.iter().filter(|row| row.differs()).count();
    let differing = match differing {
        0 => ("done", "✓ ", words::all_same(lang).to_owned()),
        count => ("error", "✕ ", words::differ(lang, count)),
    };
    let warned = opened.read.notes(lang).into_iter().chain(late);
    let warned = warned.map(|note| ("warning", "! ", note));
    let over = over.notes(lang).iter().map(|note| ("aside", "– ", note.clone()));
    let untouched = ("aside", "– ", words::untouched(lang).to_owned());
    let all = warned.chain(over).chain([untouched, differing]);
    let line = |(class, sign, text): (&'static str, &'static str, String)| {
        view! { <li class=class><span aria-hidden="true">{sign}</span>{text}</li> }
    };
    all.map(line).collect_view()
}

/// What was found of the form, each with its remedy.
fn found(feedback: &Feedback, lang: Lang) -> AnyView {
    if feedback.findings.is_empty() {
        return view! { <p class="sub">{words::no_findings(lang)}</p> }.into_any();
    }
    let found = feedback.findings.iter().map(|one| {
        view! {
            <li>
                <p>{one.message.get(lang).to_owned()}</p>
                <p class="sub">{words::remedy(lang, one.remedy.get(lang))}</p>
            </li>
        }
    });
    view! { <ol class="found">{found.collect_view()}</ol> }.into_any()
}
