//! All drafts into one file and back, and everything removed from the browser.

use leptos::prelude::*;
use selfscore_wording::{Lang, keep as words, page};

use crate::browser::focus;
use crate::parts::PickFiles;
use crate::session::{Inventory, Session};

/// Saving all drafts to a file, and bringing them back.
#[component]
pub fn BackupSection() -> impl IntoView {
    let session = Session::from_context();
    let promise = move || {
        let lang = session.lang.get();
        session.persisted.get().map(|kept| match kept {
            true => words::persisted(lang),
            false => words::not_persisted(lang),
        })
    };
    let save = move |_| {
        leptos::task::spawn_local(async move {
            session.back_up().await;
        });
    };
    view! {
        <section aria-labelledby="backup-title">
            <h3 id="backup-title">{session.t(words::backup_title)}</h3>
            <p class="sub">{session.t(words::backup_hint)} " " {promise}</p>
            <div class="commands">
                <button type="button" on:click=save>{session.t(words::back_up_all)}</button>
                <PickFiles
                    label=words::restore_backup
                    accept=".json"
                    name="backup"
                    on_files=move |picked| session.open_backup(picked)
                />
            </div>
        </section>
    }
}

/// How far removing everything has come.
#[derive(Clone, Debug, PartialEq)]
enum Erasing {
    /// Nobody asked for it.
    No,
    /// What goes is named.
    Asked(Inventory),
    /// A file was saved first.
    Saved(Inventory),
}

/// Removes everything of this program: says what goes, saves a file first, then asks once more.
#[component]
pub fn EraseSection() -> impl IntoView {
    let session = Session::from_context();
    let erasing = RwSignal::new(Erasing::No);
    let ask = move |_| {
        leptos::task::spawn_local(async move {
            erasing.set(Erasing::Asked(session.inventory().await));
            focus::id_soon("erase-what");
        });
    };
    let erase = move |_| {
        erasing.set(Erasing::No);
        leptos::task::spawn_local(session.erase());
    };
    let save_first = move |inventory: Inventory| {
        leptos::task::spawn_local(async move {
            if session.back_up().await {
                erasing.set(Erasing::Saved(inventory));
                focus::id_soon("erase-now");
            }
        });
    };
    let cancel = move || {
        view! {
            <button type="button" on:click=move |_| erasing.set(Erasing::No)>
                {session.t(page::cancel)}
            </button>
        }
    };
    let body = move || match erasing.get() {
        Erasing::No => view! {
            <div class="commands">
                <button type="button" on:click=ask>{session.t(words::erase)}</button>
            </div>
        }
        .into_any(),
        Erasing::Asked(inventory) => {
            let kept = inventory.clone();
            view! {
                <What inventory=inventory />
                <div class="commands">
                    <button type="button" class="primary" on:click=move |_| save_first(kept.clone())>
                        {session.t(words::erase_first)}
                    </button>
                    <button type="button" class="danger" on:click=erase>
                        {session.t(words::erase_only)}
                    </button>
                    {cancel()}
                </div>
            }
            .into_any()
        }
        Erasing::Saved(inventory) => view! {
            <What inventory=inventory />
            <p role="status">{session.t(words::erase_check)}</p>
            <div class="commands">
                <button type="button" class="danger" id="erase-now" on:click=erase>
                    {session.t(words::erase_now)}
                </button>
                {cancel()}
            </div>
        }
        .into_any(),
    };
    view! {
        <section aria-labelledby="erase-title">
            <h3 id="erase-title">{session.t(words::erase_title)}</h3>
            <p class="sub">{session.t(words::erase_hint)}</p>
            {body}
        </section>
    }
}

/// What goes, by name.
#[component]
fn What(inventory: Inventory) -> impl IntoView {
    let session = Session::from_context();
    let lines = move || {
        let lang = session.lang.get();
        let named = |names: &[String], words: fn(Lang, usize, String) -> String| {
            let list = names.join(words::list_sign(lang));
            (!names.is_empty()).then(|| words(lang, names.len(), list))
        };
        let lines = [
            named(&inventory.drafts, words::erase_drafts),
            named(&inventory.deleted, words::erase_deleted),
            (inventory.unreadable > 0).then(|| words::erase_unreadable(lang, inventory.unreadable)),
            named(&inventory.schemes, words::erase_schemes),
            inventory.workbench.then(|| words::erase_workbench(lang).to_owned()),
            Some(words::erase_settings(lang).to_owned()),
        ];
        lines.into_iter().flatten().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <div class="banner alert" id="erase-what" tabindex="-1" role="alert">
            <div>
                <p>{session.t(words::erase_ask)}</p>
                <ul>{lines}</ul>
            </div>
        </div>
    }
}
