//! Headings whose level follows from how deep a table goes.

use leptos::prelude::*;

/// A heading of a level from 2 to 6; what is deeper than 6 is marked up as 6.
pub fn heading(level: usize, id: Option<String>, class: &'static str, content: AnyView) -> AnyView {
    match level {
        0..=2 => view! { <h2 id=id class=class>{content}</h2> }.into_any(),
        3 => view! { <h3 id=id class=class>{content}</h3> }.into_any(),
        4 => view! { <h4 id=id class=class>{content}</h4> }.into_any(),
        5 => view! { <h5 id=id class=class>{content}</h5> }.into_any(),
        _ => view! { <h6 id=id class=class>{content}</h6> }.into_any(),
    }
}
