//! Filling in (填报): the official table, with a field beside every clause.

mod answers;
mod apart;
mod carried;
mod criterion;
mod entries;
mod evidence;
mod export;
mod feedback;
mod fields;
mod group;
mod head;
mod indicator;
mod keys;
mod parted;
mod rail;
mod report;
mod rows;
mod summary;
mod tasks;

use leptos::prelude::*;
use selfscore_wording::{library, page as words};

use crate::parts::OpenScheme;
use crate::session::{Open, SchemeStanding, Session};
use apart::{Below, Reports};
use group::{GroupSection, TotalSection};
use head::Head;
use rail::Rail;
use summary::Summary;

/// The page.
#[component]
pub fn FillPage() -> impl IntoView {
    let session = Session::from_context();
    // The table is drawn anew when the scheme changes, and only then.
    let table = move || {
        let scheme = session.scheme.get();
        let groups = scheme.file().groups.clone();
        groups
            .into_iter()
            .enumerate()
            .map(|(at, group)| {
                view! { <GroupSection group=group path=format!("/groups/{at}") level=2 /> }
            })
            .collect_view()
    };
    keys::listen(session);
    let standing = session.scheme_standing();
    let here = Memo::new(move |_| standing.get() != SchemeStanding::Absent);
    // A trial has nothing to hand in.
    let exports = move || {
        let own = session.open.get() != Open::Trial;
        own.then(|| {
            view! { <Below /> }
        })
    };
    let form = move || {
        // Under another scheme than its own a form would say what nobody typed.
        here.get().then(|| {
            view! {
                <fieldset disabled=move || session.locked.get()>
                    <Head />
                    {table}
                    <TotalSection />
                </fieldset>
                {exports}
            }
        })
    };
    view! {
        // Feedback that is open is what is printed.
        <div class="fill" class:with-feedback=move || session.feedback.with(Option::is_some)>
            <Show when=move || here.get()><Rail /></Show>
            <div class="form" id="form" tabindex="-1">
                <Banner />
                <OtherScheme standing=standing />
                <Reports />
                {form}
            </div>
            <Show when=move || here.get()><Summary /></Show>
        </div>
    }
}

/// That the draft was begun under another scheme than it is shown by.
#[component]
fn OtherScheme(standing: Memo<SchemeStanding>) -> impl IntoView {
    let session = Session::from_context();
    move || {
        match standing.get() {
        SchemeStanding::Own => ().into_any(),
        SchemeStanding::Other => view! {
            <div class="banner" role="status">
                <p>
                    {move || {
                        let lang = session.lang.get();
                        session.scheme.with(|s| library::draft_other(lang, s.file().title.get(lang)))
                    }}
                </p>
                <button
                    type="button"
                    on:click=move |_| {
                        let digest = session.scheme.with_untracked(|s| s.digest().to_owned());
                        session.choose_scheme(&digest);
                    }
                >
                    {session.t(library::go_on)}
                </button>
            </div>
        }
        .into_any(),
        SchemeStanding::Absent => view! {
            <div class="banner alert" role="alert">
                <p>
                    {move || {
                        let id = session.draft.with(|draft| draft.scheme.clone());
                        library::draft_absent(session.lang.get(), id)
                    }}
                </p>
                <OpenScheme />
            </div>
        }
        .into_any(),
    }
    }
}

/// What a new user needs to know, while nothing is typed; and that an example is one.
#[component]
fn Banner() -> impl IntoView {
    let session = Session::from_context();
    let blank = Memo::new(move |_| session.draft.with(|draft| draft.unit.is_empty()));
    move || match session.open.get() {
        Open::Example => view! {
            <div class="banner example" role="status">
                <p>{session.t(words::example_banner)}</p>
                <button type="button" on:click=move |_| session.keep_example()>
                    {session.t(words::example_keep)}
                </button>
                <button type="button" on:click=move |_| session.create()>
                    {session.t(words::example_leave)}
                </button>
            </div>
        }
        .into_any(),
        Open::Blank if blank.get() => view! {
            <div class="banner">
                <p>{session.t(words::welcome)}</p>
                <button type="button" on:click=move |_| session.show_example()>
                    {session.t(words::example_show)}
                </button>
            </div>
        }
        .into_any(),
        _ => ().into_any(),
    }
}
