//! Seeking a unit in a table, and what the table is sorted by.

use leptos::prelude::*;
use selfscore_wording::office as words;

use super::Text;
use crate::browser::events;
use crate::session::{Desk, Session};

/// The two fields.
#[component]
pub fn SeekAndSort(
    /// What their names begin with, for tests.
    name: &'static str,
    /// A part of the unit's name; empty: all units.
    sought: RwSignal<String>,
    /// What the table is sorted by, a name of `ways`; empty: the first of them.
    sorted: RwSignal<String>,
    /// Names and words of what it can be sorted by.
    ways: Vec<(&'static str, Text)>,
) -> impl IntoView {
    let session = Session::from_context();
    let option = |(name, text): (&'static str, Text)| {
        view! { <option value=name>{session.t(text)}</option> }
    };
    let ways = ways.into_iter().map(option).collect_view();
    view! {
        <label>
            <span>{session.t(words::seek_unit)}</span>
            <input
                type="search"
                data-field=format!("{name}-unit")
                on:input=move |event| sought.set(events::text_of(&event).trim().to_owned())
            />
        </label>
        <label>
            <span>{session.t(words::sort_by)}</span>
            <select
                data-field=format!("{name}-sort")
                on:change=move |event| sorted.set(events::text_of(&event))
            >
                {ways}
            </select>
        </label>
    }
}

/// Whether a unit, as it is called here, is among those that are sought.
pub fn is_sought(desk: Desk, unit: &str, sought: &str) -> bool {
    sought.is_empty() || desk.unmask(unit).contains(sought)
}
