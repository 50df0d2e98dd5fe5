//! The page: a self-assessment calculator that runs in the browser and contacts nothing.
//!
//! `browser` is the one room that calls the browser's own interfaces; `session` holds the state and its
//! commands; `parts` and `pages` show it; `app` is the shell. Everything that is true without a browser is in
//! `selfscore-core`.

mod app;
mod browser;
mod pages;
mod parts;
mod session;

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// Mounts the page; called once by the page's own script.
///
/// # Errors
/// If the schemes that the program brings along are not valid, which a test rules out.
#[wasm_bindgen]
pub async fn start() -> Result<(), JsValue> {
    // Tasks start before anything is mounted; a second start finds it set, which is as good.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    // The session's signals live as long as the page.
    let owner = Owner::new();
    owner.set();
    let session = session::Session::start()
        .await
        .map_err(|_| JsValue::from_str("the program's own schemes"))?;
    owner.set();
    mount_to_body(move || view! { <app::App session=session /> });
    std::mem::forget(owner);
    Ok(())
}
