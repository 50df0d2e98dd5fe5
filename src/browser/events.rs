//! What an event carries, without casts all over the page.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent};

/// The text in the field that an event comes from, without NULs, which no file of ours can hold.
pub fn text_of(event: &Event) -> String {
    let mut text = value_of(event);
    text.retain(|sign| sign != '\0');
    text
}

fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        select.value()
    } else {
        String::new()
    }
}

/// Puts another text into the field that an event comes from.
pub fn put_text(event: &Event, text: &str) {
    let target = event.target();
    if let Some(input) = target.and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value(text);
    }
}

/// Whether the box that an event comes from is ticked.
pub fn ticked(event: &Event) -> bool {
    let target = event.target();
    target.and_then(|t| t.dyn_into::<HtmlInputElement>().ok()).is_some_and(|box_| box_.checked())
}

/// Whether an input method is still composing: its letters are no typing yet.
pub fn composing(event: &Event) -> bool {
    event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing)
}

/// Whether the field that an event comes from takes a text of several lines.
pub fn takes_lines(event: &Event) -> bool {
    event.target().is_some_and(|target| target.has_type::<HtmlTextAreaElement>())
}

/// The text that a paste brings.
pub fn pasted(event: &web_sys::ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok()
}
