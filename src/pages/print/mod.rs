//! Printing (打印): what to print, the pages as they will be, and the button.

mod item;
mod sheets;

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::paper::{Document, Paper, Wanted};
use selfscore_wording::{Lang, paper as words};

use crate::browser::{self, events, paper as browser_paper};
use crate::session::{Open, SchemeStanding, Session};
use sheets::Sheets;

/// A text in the language asked for.
type Text = fn(Lang) -> &'static str;

/// The page.
#[component]
pub fn PrintPage() -> impl IntoView {
    let session = Session::from_context();
    let standing = session.scheme_standing();
    let hindered = Memo::new(move |_| -> Option<Text> {
        match (session.open.get(), standing.get()) {
            (Open::Trial, _) => Some(words::trial),
            (_, SchemeStanding::Absent) => Some(words::no_scheme),
            _ => None,
        }
    });
    view! {
        <div class="page print">
            <h2 class="off-paper">{session.t(words::page_title)}</h2>
            {move || match hindered.get() {
                Some(why) => view! { <p class="empty">{session.t(why)}</p> }.into_any(),
                None => view! { <Printing /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Printing() -> impl IntoView {
    let session = Session::from_context();
    let document = RwSignal::new(Document::default());
    let explanation = RwSignal::new(false);
    // How many pages there are, once they are laid out.
    let pages = RwSignal::new(None::<usize>);
    let paper = Memo::new(move |_| {
        let example = session.open.get() == Open::Example;
        let wanted = Wanted { explanation: explanation.get(), example };
        let (document, lang) = (document.get(), session.lang.get());
        let scheme = session.scheme.get();
        Arc::new(session.assessment.with(|a| Paper::of(document, &scheme, a, wanted, lang)))
    });
    Effect::new(move |_| browser_paper::page(document.get().landscape()));
    on_cleanup(browser_paper::no_page);
    view! {
        <section class="printing off-paper" aria-label=session.t(words::page_title)>
            <p class="sub">{session.t(words::page_hint)}</p>
            <fieldset>
                <legend>{session.t(words::choose)}</legend>
                {Document::ALL.map(|one| choice(session, document, one)).collect_view()}
            </fieldset>
            <label class="option">
                <input
                    type="checkbox"
                    prop:checked=explanation
                    disabled=move || document.get() == Document::EvidenceIndex
                    on:change=move |event| explanation.set(events::ticked(&event))
                />
                <span>{session.t(words::with_explanation)}</span>
            </label>
            <div class="commands">
                <button
                    type="button"
                    class="primary"
                    disabled=move || pages.get().is_none()
                    on:click=move |_| browser::print()
                >
                    {session.t(words::print)}
                </button>
                <a class="button" href="#/fill">{session.t(words::back)}</a>
                <span class="sub" role="status">
                    {move || match pages.get() {
                        Some(count) => words::pages_total(session.lang.get(), count),
                        None => words::laying_out(session.lang.get()).into(),
                    }}
                </span>
            </div>
        </section>
        // It may scroll, so it takes the focus.
        <section class="on-paper" tabindex="0" aria-label=session.t(words::preview)>
            {move || view! { <Sheets paper=paper.get() pages=pages /> }}
        </section>
    }
}

/// The choice of one paper.
fn choice(session: Session, document: RwSignal<Document>, one: Document) -> impl IntoView {
    let text: Text = match one {
        Document::ScoreForm => words::score_form,
        Document::Application => words::application,
        Document::EvidenceIndex => words::evidence_index,
    };
    view! {
        <label class="option">
            <input
                type="radio"
                name="document"
                prop:checked=move || document.get() == one
                on:change=move |_| document.set(one)
            />
            <span>{session.t(text)}</span>
        </label>
    }
}
