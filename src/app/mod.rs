//! The shell: header, routes, notices, and files dropped anywhere.

mod apart;
mod banners;
mod header;

use leptos::prelude::*;
use selfscore_wording::page as words;

use crate::browser::{self, files, route};
use crate::pages::fill::FillPage;
use crate::parts::{Came, Notices};
use crate::session::{Evidence, Session};
use apart::Shell;
use banners::Banners;
use header::Header;

/// Whether a route is a page or a part of it.
fn within(page: &str, route: &str) -> bool {
    route.strip_prefix(page).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The whole page.
#[component]
pub fn App(
    /// The state.
    session: Session,
) -> impl IntoView {
    provide_context(session);
    provide_context(Shell::here());
    provide_context(Came::default());
    let evidence = Evidence::new(session);
    provide_context(evidence);
    let route = route::follow();
    Effect::new(move |_| {
        let lang = session.lang.get();
        browser::set_language(lang.tag(), words::title(lang));
    });
    let page = move || {
        let route = route.get();
        apart::page(&route).unwrap_or_else(|| view! { <FillPage /> }.into_any())
    };
    let dragging = RwSignal::new(false);
    view! {
        <div
            class="app"
            // Only the sheets, or the results, are printed then, so nothing may stand before them.
            class:paper-only=move || matches!(route.get().as_str(), "print" | "check/results")
            on:dragover=move |event| {
                if files::drags_files(&event) {
                    // A place of its own below has taken it already.
                    dragging.set(!event.default_prevented());
                    event.prevent_default();
                }
            }
            on:dragleave=move |event| {
                // Leaving for a child is no leaving.
                if event.related_target().is_none() {
                    dragging.set(false);
                }
            }
            on:drop=move |event| {
                dragging.set(false);
                if files::drags_files(&event) && !event.default_prevented() {
                    event.prevent_default();
                    evidence.open(files::dropped(&event));
                    route::go("fill");
                }
            }
        >
            <a
                class="skip"
                href="#/fill"
                on:click=move |event| {
                    event.prevent_default();
                    browser::focus::id("main");
                }
            >
                {session.t(words::skip)}
            </a>
            <Header route=route />
            <p class="no-secrets">{session.t(words::no_secrets)}</p>
            <Banners />
            <main id="main" tabindex="-1">{page}</main>
            <Notices />
            <Show when=move || dragging.get()>
                <div class="drop" aria-hidden="true">{session.t(words::drop_here)}</div>
            </Show>
        </div>
    }
}
