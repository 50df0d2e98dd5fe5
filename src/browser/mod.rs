//! The one room that touches the browser: storage, files, clock, the address, focus.
//!
//! What is here knows no component and no signal but [`route`]'s listener; everything it
//! gives back is plain data.

pub mod books;
pub mod clock;
pub mod events;
pub mod files;
pub mod focus;
pub mod folders;
mod later;
pub mod offline;
pub mod paper;
pub mod route;
pub mod store;
pub mod worker;

/// The window; absent outside a page (in Node, where only the script interface runs).
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// Says which language the document is in, for screen readers and fonts.
pub fn set_language(tag: &str, title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
        if let Some(root) = document.document_element() {
            // Setting an attribute fails only for malformed names.
            let _ = root.set_attribute("lang", tag);
        }
    }
}

/// Prints the page.
pub fn print() {
    if let Some(window) = window() {
        // A browser without printing has nothing to report.
        let _ = window.print();
    }
}
