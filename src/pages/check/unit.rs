//! A unit's form: claimed, recomputed and verified figures side by side.

use leptos::prelude::*;

/// The section.
#[component]
pub fn UnitSection(
    /// The key of the file on the desk.
    key: String,
) -> impl IntoView {
    let _ = key;
}
