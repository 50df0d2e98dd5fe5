//! Checking (核对): the office's desk. Forms come in, are compared and settled, and results go out.

mod accounts;
mod code;
mod findings;
mod intake;
mod listing;
mod results;
mod seek;
mod shares;
mod unit;
mod units;

use leptos::prelude::*;
use selfscore_wording::{Lang, office as words};

use crate::browser::folders;
use crate::parts::on_drop;
use crate::session::{Desk, Session};
use code::CodeSection;
use findings::FindingsSection;
use intake::IntakeSection;
use listing::ListingSection;
use results::ResultsSection;
use shares::SharesSection;
use unit::UnitSection;
use units::UnitsSection;

/// A text in the language asked for.
type Text = fn(Lang) -> &'static str;

/// The page.
#[component]
pub fn CheckPage(
    /// What stands behind its name in the address: a part of it.
    rest: String,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    desk.load();
    let part = match rest.split_once('/') {
        Some(("unit", key)) => {
            let key = key.to_owned();
            view! { <OnceFetched><UnitSection key=key.clone() /></OnceFetched> }.into_any()
        }
        _ => match rest.as_str() {
            "findings" => view! { <OnceFetched><FindingsSection /></OnceFetched> }.into_any(),
            "beside" => view! { <OnceFetched><SharesSection /></OnceFetched> }.into_any(),
            "results" => view! { <OnceFetched><ResultsSection /></OnceFetched> }.into_any(),
            _ => view! { <Overview /> }.into_any(),
        },
    };
    view! {
        <div
            class="page office"
            on:dragover=on_drop(|_| ())
            on:drop=on_drop(move |event| {
                let dropped = folders::dropped(&event);
                leptos::task::spawn_local(async move {
                    let files = dropped.await;
                    desk.settled().await;
                    desk.take(files);
                });
            })
        >
            <h2>{session.t(words::title)}</h2>
            <Parts here=rest />
            {part}
        </div>
    }
}

/// The way between the parts, once there is something.
#[component]
fn Parts(
    /// Where one is.
    here: String,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let parts: [(&str, Text); 4] = [
        ("", words::part_units),
        ("findings", words::part_findings),
        ("beside", words::part_beside),
        ("results", words::part_results),
    ];
    let links = move || {
        let link = |(target, text): (&'static str, Text)| {
            let address = match target {
                "" => "#/check".to_owned(),
                target => format!("#/check/{target}"),
            };
            let is_here = here == target;
            view! {
                <a href=address aria-current=is_here.then_some("page")>{session.t(text)}</a>
            }
        };
        (!desk.is_empty()).then(|| parts.map(link).into_iter().collect_view())
    };
    view! { <nav class="parts" aria-label=session.t(words::parts_label)>{links}</nav> }
}

/// What comes in, and the table of units.
#[component]
fn Overview() -> impl IntoView {
    view! {
        <OnceFetched>
            <IntakeSection />
            <ListingSection />
            <UnitsSection />
        </OnceFetched>
        <CodeSection />
    }
}

/// What rests on what lies on the desk, once that is known.
#[component]
fn OnceFetched(children: ChildrenFn) -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    view! {
        <Show
            when=move || desk.fetched.get()
            fallback=move || view! { <p class="sub" role="status" data-fetching="">{session.t(words::fetching)}</p> }
        >
            {children()}
        </Show>
    }
}
