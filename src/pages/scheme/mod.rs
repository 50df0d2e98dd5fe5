//! Schemes (方案): those of the page, one of them as the official table, or one being written.

mod editor;
mod shelf;
mod table;

use leptos::prelude::*;

use crate::session::{Session, Workbench};
use editor::Editor;
use shelf::Shelf;
use table::SchemeView;

/// The page.
#[component]
pub fn SchemePage() -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let busy = Memo::new(move |_| bench.busy());
    move || match busy.get() {
        true => view! { <Editor /> }.into_any(),
        false => view! {
            <div class="page scheme">
                <Shelf />
                {move || view! { <SchemeView scheme=session.viewed_scheme() /> }}
            </div>
        }
        .into_any(),
    }
}
