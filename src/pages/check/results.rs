//! The results.

use leptos::prelude::*;

/// The section.
#[component]
pub fn ResultsSection() -> impl IntoView {}
