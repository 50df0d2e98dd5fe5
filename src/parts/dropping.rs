//! Files dropped on a part of the page.

use crate::browser::files;

/// What is dropped on a part of the page, taken before the page takes it for forms.
pub fn on_drop(
    take: impl Fn(leptos::ev::DragEvent) + 'static,
) -> impl Fn(leptos::ev::DragEvent) + 'static {
    move |event| {
        if files::drags_files(&event) {
            event.prevent_default();
            take(event);
        }
    }
}
