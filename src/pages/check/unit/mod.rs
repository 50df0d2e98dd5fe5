//! One unit's form: claimed, recomputed and verified figures side by side, and how they are settled.

mod alike;
mod compared;
mod decisions;
mod earlier;
mod fields;
mod findings;
mod head;
mod panel;
mod settle;
mod table;

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::batch::Kept;
use selfscore_core::scoring::ScoreSheet;
use selfscore_wording::unit as words;

use crate::session::{Desk, Held, Session};
use earlier::Earlier;
use findings::Findings;
use head::Head;
use table::FiguresTable;

/// The form that is looked at; a handle that is copied around.
#[derive(Clone, Copy)]
struct OneForm {
    desk: Desk,
    /// Where it lies; `None` while it does not.
    place: Memo<Option<usize>>,
    /// It as it came in.
    held: Memo<Option<Arc<Held>>>,
    /// What it came to; the last one while another is computed.
    kept: Memo<Option<Arc<Kept>>>,
    /// Its recomputed figures with their explanations.
    sheet: Memo<Option<Arc<ScoreSheet>>>,
    /// The unit by the form's word, which decisions are kept by.
    unit: Memo<String>,
}

impl OneForm {
    fn of(desk: Desk, key: String) -> Self {
        let place = Memo::new(move |_| desk.place_of(&key));
        let held = Memo::new(move |_| desk.forms.with(|forms| forms.get(place.get()?).cloned()));
        let kept = Memo::new(move |before: Option<&Option<Arc<Kept>>>| {
            // Forms and outcome agree on places only then.
            if desk.working.get() {
                return before.cloned().flatten();
            }
            let (place, held) = (place.get()?, held.get()?);
            let kept = desk.outcome.with(|outcome| outcome.forms.get(place).cloned());
            kept.filter(|kept| kept.file == held.file).map(Arc::new)
        });
        let sheet = Memo::new(move |_| desk.sheet(&*held.get()?).map(Arc::new));
        let unit = Memo::new(move |_| {
            kept.with(|kept| kept.as_ref().map(|kept| kept.unit.clone()).unwrap_or_default())
        });
        OneForm { desk, place, held, kept, sheet, unit }
    }

    /// Whether decisions can be made here: the form is scored, says whose it is, and no other of the unit counts.
    fn settles(self) -> bool {
        self.kept.with(|kept| {
            kept.as_ref().is_some_and(|kept| {
                kept.figures.is_some() && kept.superseded_by.is_none() && !kept.unit.is_empty()
            })
        })
    }
}

/// The address of a form's page.
fn address(key: &str) -> String {
    format!("#/check/unit/{key}")
}

/// The section.
#[component]
pub fn UnitSection(
    /// The key of the file on the desk.
    key: String,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let form = OneForm::of(desk, key);
    let here = Memo::new(move |_| form.held.with(Option::is_some));
    let known = Memo::new(move |_| form.kept.with(Option::is_some));
    let scored = Memo::new(move |_| {
        form.kept.with(|kept| kept.as_ref().is_some_and(|kept| kept.figures.is_some()))
    });
    view! {
        <section class="one-unit" data-unit-page="">
            <Show
                when=move || here.get()
                fallback=move || {
                    view! {
                        <p class="gap">{session.t(words::gone)}</p>
                        <div class="commands">
                            <a class="button" href="#/check">{session.t(words::back)}</a>
                            <button type="button" disabled=move || !desk.can_undo() on:click=move |_| desk.undo()>
                                <span aria-hidden="true">"↶ "</span>
                                {session.t(words::undo)}
                            </button>
                        </div>
                    }
                }
            >
                <Head form=form />
                <Show when=move || known.get() fallback=move || view! { <p>{session.t(words::computing)}</p> }>
                    <Show
                        when=move || scored.get()
                        fallback=move || view! { <p class="gap">{session.t(words::not_scored)}</p> }
                    >
                        <FiguresTable form=form />
                    </Show>
                    <Findings form=form />
                    <Earlier form=form />
                </Show>
            </Show>
        </section>
    }
}
