//! Sections of the form that a first visit need not wait for: what stands below the table comes right behind it, reports
//! when there is one.

// The macro declares how the parts are loaded as foreign functions; the build gives these.
#![allow(unsafe_code)]

use leptos::prelude::*;
use leptos::wasm_split::{self, SplitLoaderError, wasm_split};

use super::carried::CarriedReport;
use super::evidence::EvidenceSection;
use super::export::Export;
use super::feedback::FeedbackPanel;
use super::parted::PartedReport;
use super::report::Report;
use crate::parts::{Draw, Part};
use crate::session::Session;

/// Evidence and the ways out and in.
#[component]
pub fn Below() -> impl IntoView {
    Part::new("below", || Box::pin(below())).show_behind()
}

/// What there is to say of a file that was opened, of a draft that came apart or was carried over.
#[component]
pub fn Reports() -> impl IntoView {
    let session = Session::from_context();
    let any = Memo::new(move |_| {
        session.parted.with(Option::is_some)
            || session.report.with(Option::is_some)
            || session.feedback.with(Option::is_some)
            || session.carried.with(Option::is_some)
    });
    let part = Part::new("above", || Box::pin(reports()));
    move || any.get().then(|| part.show(String::new()))
}

/// The fields of a criterion whose kind comes later.
#[component]
pub fn Rarer(
    /// The criterion's id.
    criterion: String,
) -> impl IntoView {
    Part::new("rarer", || Box::pin(rarer())).show(criterion)
}

#[wasm_split(kinds, wasm_split_path = wasm_split, fallible)]
fn rarer() -> Result<Draw, SplitLoaderError> {
    Ok(|criterion| super::fields::rarer(&criterion))
}

#[wasm_split(files, wasm_split_path = wasm_split, fallible)]
fn below() -> Result<Draw, SplitLoaderError> {
    Ok(|_| {
        view! {
            <EvidenceSection />
            <Export />
        }
        .into_any()
    })
}

#[wasm_split(files, wasm_split_path = wasm_split, fallible)]
fn reports() -> Result<Draw, SplitLoaderError> {
    Ok(|_| {
        view! {
            <PartedReport />
            <Report />
            <FeedbackPanel />
            <CarriedReport />
        }
        .into_any()
    })
}
