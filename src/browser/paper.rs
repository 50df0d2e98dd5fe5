//! What printing asks of a browser: heights as laid out, and the size of the page.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Element};

/// The heights, in CSS pixels, of all elements below one that a selector finds, in order.
pub fn heights(within: &Element, selector: &str) -> Vec<f64> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    let elements = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok());
    elements.map(|element: Element| element.get_bounding_client_rect().height()).collect()
}

/// Has the browser print on A4, upright or broad, to the edges of the page, until it is told
/// otherwise. Browsers that know named pages do so by the style alone; this is for older ones.
/// Where the style cannot be changed (its file opened from disk), they print as they are set.
pub fn page(landscape: bool) {
    let orientation = if landscape { "landscape" } else { "portrait" };
    rule(Some(&format!("@page {{ size: A4 {orientation}; margin: 0 }}")));
}

/// Back to the page of the style.
pub fn no_page() {
    rule(None);
}

/// The one rule at the end of the page's style; another takes its place.
fn rule(text: Option<&str>) {
    let sheet = super::document().and_then(|document| document.style_sheets().item(0));
    let Some(sheet) = sheet.and_then(|sheet| sheet.dyn_into::<CssStyleSheet>().ok()) else {
        return;
    };
    let Ok(rules) = sheet.css_rules() else { return };
    let last = rules.length().checked_sub(1);
    let ours = last.and_then(|at| rules.get(at)).is_some_and(|rule| {
        // The style's own page rule is inside `@media print`.
        let text = js_sys::Reflect::get(&rule, &"cssText".into()).ok();
        text.and_then(|text| text.as_string()).is_some_and(|text| text.starts_with("@page {"))
    });
    if let Some(at) = last.filter(|_| ours) {
        // Deleting a rule that is there does not fail.
        let _ = sheet.delete_rule(at);
    }
    if let Some(text) = text {
        // A browser that refuses the rule prints as it is set.
        let _ = sheet.insert_rule_with_index(text, sheet.css_rules().map_or(0, |all| all.length()));
    }
}
