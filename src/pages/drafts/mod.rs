//! The drafts in this browser.

mod backup;

use leptos::prelude::*;
use selfscore_wording::{keep, page as words};

use crate::browser::{clock, events, focus, route};
use crate::parts::date_shown;
use crate::session::{Kept, Open, Session, Shelf, Unreadable, Why};
use backup::{BackupSection, EraseSection};

/// The page.
#[component]
pub fn DraftsPage() -> impl IntoView {
    let session = Session::from_context();
    session.watch_shelf();
    let shelf = session.shelf;
    let part = move |of: fn(&Shelf) -> &Vec<Kept>| {
        Memo::new(move |_| {
            shelf.with(|shelf| shelf.as_ref().map(|s| of(s).clone()).unwrap_or_default())
        })
    };
    let drafts = part(|shelf| &shelf.drafts);
    let deleted = part(|shelf| &shelf.deleted);
    let unreadable = Memo::new(move |_| {
        shelf.with(|shelf| shelf.as_ref().map(|s| s.unreadable.clone()).unwrap_or_default())
    });
    let none = move || shelf.with(|shelf| shelf.as_ref().is_some_and(|s| s.drafts.is_empty()));
    let create = move |_| {
        session.create();
        route::go("fill");
    };
    view! {
        <div class="page drafts">
            <h2>{session.t(words::drafts_title)}</h2>
            <p class="sub">{session.t(keep::where_kept)}</p>
            <div class="commands">
                <button type="button" class="primary" on:click=create>
                    {session.t(words::draft_new)}
                </button>
            </div>
            <Show when=none>
                <p class="empty">{session.t(words::drafts_none)}</p>
            </Show>
            <ul class="shelf">
                <For each=move || drafts.get() key=|kept| kept.id.clone() let:kept>
                    <Draft id=kept.id drafts=drafts />
                </For>
            </ul>
            <Show when=move || !unreadable.with(Vec::is_empty)>
                <h3>{session.t(words::drafts_damaged)}</h3>
                <ul class="shelf">
                    <For each=move || unreadable.get() key=|one| (one.id.clone(), one.raw.clone()) let:one>
                        <Damaged one=one />
                    </For>
                </ul>
            </Show>
            <Show when=move || !deleted.with(Vec::is_empty)>
                <h3>{session.t(words::drafts_deleted)}</h3>
                <ul class="shelf">
                    <For each=move || deleted.get() key=|kept| kept.id.clone() let:kept>
                        <Deleted kept=kept />
                    </For>
                </ul>
                <EmptyDeleted count=Signal::derive(move || deleted.with(Vec::len)) />
            </Show>
            <BackupSection />
            <EraseSection />
        </div>
    }
}

#[component]
fn Draft(id: String, drafts: Memo<Vec<Kept>>) -> impl IntoView {
    let session = Session::from_context();
    let id = StoredValue::new(id);
    let kept = Memo::new(move |_| {
        let own = id.get_value();
        drafts.with(|drafts| drafts.iter().find(|kept| kept.id == own).cloned())
    });
    let renaming = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let name = move || kept.get().map(|kept| kept.name).unwrap_or_default();
    let time = move || {
        kept.get().map(|kept| date_shown(&kept.saved_at, &clock::now_rfc3339())).unwrap_or_default()
    };
    let is_open = move || matches!(session.open.get(), Open::Draft { id: open, .. } if open == id.get_value());
    let open = move |_| {
        session.open_draft(&id.get_value());
        route::go("fill");
    };
    let start = move |_| {
        typed.set(untrack(name));
        renaming.set(true);
        focus::field_soon("rename".into());
    };
    let finish = move || {
        session.rename(&id.get_value(), &typed.get_untracked());
        renaming.set(false);
    };
    let duplicate = move |_| session.duplicate(&id.get_value());
    view! {
        <li>
            <span class="name">
                <Show
                    when=move || renaming.get()
                    fallback=move || view! { <b>{name}</b> }
                >
                    <input
                        type="text"
                        data-field="rename"
                        aria-label=session.t(words::draft_name)
                        prop:value=typed
                        on:input=move |event| typed.set(events::text_of(&event))
                        on:keydown=move |event| match event.key().as_str() {
                            "Enter" if !event.is_composing() => finish(),
                            "Escape" => renaming.set(false),
                            _ => {}
                        }
                        on:blur=move |_| if renaming.get_untracked() { finish() }
                    />
                </Show>
                <Show when=is_open>
                    <span class="state done">{session.t(words::draft_is_open)}</span>
                </Show>
            </span>
            <span class="sub figure">{time}</span>
            <span class="commands">
                <button type="button" on:click=open>{session.t(words::draft_open)}</button>
                <button type="button" on:click=start>{session.t(words::draft_rename)}</button>
                <button type="button" on:click=duplicate>
                    {session.t(words::draft_duplicate)}
                </button>
                <button type="button" on:click=move |_| session.delete(&id.get_value())>
                    {session.t(words::draft_delete)}
                </button>
            </span>
        </li>
    }
}

/// Removes deleted drafts for good: nothing brings them back, so it asks first.
#[component]
fn EmptyDeleted(count: Signal<usize>) -> impl IntoView {
    let session = Session::from_context();
    let asking = RwSignal::new(false);
    view! {
        <div class="commands">
            <Show
                when=move || asking.get()
                fallback=move || view! {
                    <button type="button" on:click=move |_| asking.set(true)>
                        {session.t(words::drafts_empty)}
                    </button>
                }
            >
                <span role="alert">
                    {move || words::drafts_empty_ask(session.lang.get(), count.get())}
                </span>
                <button
                    type="button"
                    on:click=move |_| {
                        asking.set(false);
                        session.empty_deleted();
                    }
                >
                    {session.t(words::drafts_empty_yes)}
                </button>
                <button type="button" on:click=move |_| asking.set(false)>
                    {session.t(words::cancel)}
                </button>
            </Show>
        </div>
    }
}

#[component]
fn Damaged(one: Unreadable) -> impl IntoView {
    let session = Session::from_context();
    let own = one.clone();
    let words = move || match one.why {
        Why::Newer => words::drafts_newer_one(session.lang.get(), &one.id),
        Why::Damaged => words::drafts_damaged_one(session.lang.get(), &one.id),
        Why::Replaced => keep::replaced_one(session.lang.get(), &one.id),
    };
    view! {
        <li>
            <span class="name">{words}</span>
            <span class="commands">
                <button type="button" on:click=move |_| session.download_raw(&own)>
                    {session.t(words::download_raw)}
                </button>
            </span>
        </li>
    }
}

#[component]
fn Deleted(kept: Kept) -> impl IntoView {
    let session = Session::from_context();
    let id = kept.id.clone();
    view! {
        <li>
            <span class="name">{kept.name}</span>
            <span class="sub figure">{date_shown(&kept.saved_at, &clock::now_rfc3339())}</span>
            <span class="commands">
                <button type="button" on:click=move |_| session.restore(&id)>
                    {session.t(words::draft_restore)}
                </button>
            </span>
        </li>
    }
}
