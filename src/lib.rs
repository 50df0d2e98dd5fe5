//! The page.
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// Mounts the page; called once by the page's own script.
#[wasm_bindgen]
pub fn start() {
    mount_to_body(|| view! { <main>"绩效考核自评"</main> });
}
