//! The table of units.

use leptos::prelude::*;

/// The section.
#[component]
pub fn UnitsSection() -> impl IntoView {}
