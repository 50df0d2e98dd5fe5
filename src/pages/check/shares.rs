//! What is judged, side by side.

use leptos::prelude::*;

/// The section.
#[component]
pub fn SharesSection() -> impl IntoView {}
