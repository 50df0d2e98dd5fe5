//! Brings a field into view and puts the cursor there.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// The attribute that holds a field's JSON pointer.
pub const FIELD: &str = "data-field";

/// Goes to the field of a JSON pointer, or to the nearest that holds it.
pub fn field(pointer: &str) {
    let mut pointer = pointer;
    while !pointer.is_empty() {
        if let Some(element) = find(pointer) {
            return go(&element);
        }
        pointer = pointer.rfind('/').map_or("", |at| &pointer[..at]);
    }
}

fn find(pointer: &str) -> Option<Element> {
    let quoted = pointer.replace('\\', "\\\\").replace('"', "\\\"");
    super::document()?.query_selector(&format!("[{FIELD}=\"{quoted}\"]")).ok().flatten()
}

fn go(element: &Element) {
    let Some(html) = element.dyn_ref::<HtmlElement>() else { return };
    // What is folded away takes no cursor.
    while let Ok(Some(folded)) = element.closest("details:not([open])") {
        if folded.set_attribute("open", "").is_err() {
            break;
        }
    }
    html.scroll_into_view();
    // Focus fails only on detached elements.
    let _ = html.focus();
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.select();
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.select();
    }
}

/// Goes to an element by its id.
pub fn id(id: &str) {
    if let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) {
        go(&element);
    }
}

/// Goes to a field once the view has caught up with the state.
pub fn field_soon(pointer: String) {
    leptos::prelude::set_timeout(move || field(&pointer), std::time::Duration::ZERO);
}

/// Goes to an element by its id once the view has caught up with the state.
pub fn id_soon(name: &'static str) {
    leptos::prelude::set_timeout(move || id(name), std::time::Duration::ZERO);
}

/// Which of the columns the field that an event comes from is, by the end of its pointer.
pub fn column_of(event: &web_sys::KeyboardEvent, columns: &[&'static str]) -> Option<&'static str> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let pointer = target.get_attribute(FIELD)?;
    let last = pointer.rsplit('/').next()?;
    columns.iter().find(|column| **column == last).copied()
}

/// Whether an event comes from a text box that is no field of a form.
pub fn in_other_text(event: &web_sys::KeyboardEvent) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    let text = target.has_type::<HtmlTextAreaElement>() || target.has_type::<HtmlInputElement>();
    text && !target.get_attribute(FIELD).is_some_and(|pointer| pointer.starts_with('/'))
}
