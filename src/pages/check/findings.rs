//! Everything that was found.

use leptos::prelude::*;

/// The section.
#[component]
pub fn FindingsSection() -> impl IntoView {}
