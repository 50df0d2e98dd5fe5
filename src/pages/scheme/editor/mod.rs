//! The editor of a scheme: outline, the open part, and what is wrong; or a form to try it out.

mod add;
mod findings;
mod leaf;
mod list;
mod map;
mod outline;
mod part;
mod place;
mod replay;
mod trial;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use selfscore_wording::{Lang, editor as words};

use super::table::SchemeView;
use crate::session::{Session, Workbench};
use findings::Findings;
use outline::Outline;
use part::OpenPart;
use replay::ReplayTab;
use trial::Trial;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    Edit,
    Trial,
    Table,
    Replay,
}

/// The editor.
#[component]
pub fn Editor() -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let tab = RwSignal::new(Tab::Edit);
    let keys = move |event: KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        let back = match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", back) => !back,
            ("y", false) => false,
            _ => return,
        };
        // A trial form has its own ways.
        if tab.get_untracked() == Tab::Edit {
            event.prevent_default();
            bench.step(back);
        }
    };
    let content = move || match tab.get() {
        Tab::Edit => view! {
            <div class="bench">
                <Outline />
                <OpenPart />
                <Findings />
            </div>
        }
        .into_any(),
        Tab::Trial => view! { <Trial /> }.into_any(),
        Tab::Table => view! {
            {move || match bench.sound.get() {
                Some(scheme) => view! {
                    <div class="page scheme"><SchemeView scheme=scheme /></div>
                }
                .into_any(),
                None => view! { <p class="gap">{session.t(words::trial_unsound)}</p> }.into_any(),
            }}
        }
        .into_any(),
        Tab::Replay => view! { <ReplayTab /> }.into_any(),
    };
    view! {
        <section class="editor" aria-labelledby="editor-title" on:keydown=keys>
            <Toolbar tab=tab />
            {content}
        </section>
    }
}

#[component]
fn Toolbar(tab: RwSignal<Tab>) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let asking = RwSignal::new(false);
    let choose = move |which: Tab, text: fn(Lang) -> &'static str| {
        view! {
            <button
                type="button"
                role="tab"
                class:current=move || tab.get() == which
                aria-selected=move || (tab.get() == which).to_string()
                on:click=move |_| tab.set(which)
            >
                {session.t(text)}
            </button>
        }
    };
    view! {
        <header class="toolbar">
            <h2 id="editor-title">{session.t(words::editing)}</h2>
            <div role="tablist" class="tabs" aria-labelledby="editor-title">
                {choose(Tab::Edit, words::tab_edit)}
                {choose(Tab::Trial, words::tab_trial)}
                {choose(Tab::Table, words::tab_table)}
                {choose(Tab::Replay, words::tab_replay)}
            </div>
            <div class="commands">
                <button
                    type="button"
                    prop:disabled=move || !bench.steps().0
                    on:click=move |_| bench.step(true)
                >
                    {session.t(words::undo)}
                </button>
                <button
                    type="button"
                    prop:disabled=move || !bench.steps().1
                    on:click=move |_| bench.step(false)
                >
                    {session.t(words::redo)}
                </button>
                <button type="button" on:click=move |_| bench.save()>
                    {session.t(selfscore_wording::library::save_scheme)}
                </button>
                <button type="button" on:click=move |_| bench.save_sheet()>
                    {session.t(words::save_sheet)}
                </button>
                <button
                    type="button"
                    class="primary"
                    title=session.t(words::activate_hint)
                    prop:disabled=move || !bench.usable()
                    on:click=move |_| bench.activate()
                >
                    {session.t(words::activate)}
                </button>
                <button type="button" on:click=move |_| bench.leave()>
                    {session.t(words::leave)}
                </button>
                <button type="button" on:click=move |_| asking.set(true)>
                    {session.t(words::discard)}
                </button>
            </div>
            <Show when=move || asking.get()>
                <p class="ask" role="alert">
                    {session.t(words::discard_ask)}
                    " "
                    <button type="button" on:click=move |_| bench.discard()>
                        {session.t(words::discard_yes)}
                    </button>
                    <button type="button" on:click=move |_| asking.set(false)>
                        {session.t(words::discard_no)}
                    </button>
                </p>
            </Show>
        </header>
    }
}
