//! Pages that come when somebody goes there. What a page keeps while others are looked at belongs to the shell.

// The macro declares how the parts are loaded as foreign functions; the build gives these.
#![allow(unsafe_code)]

use leptos::prelude::*;
use leptos::wasm_split::{self, SplitLoaderError, wasm_split};

use crate::pages::check::CheckPage;
use crate::pages::drafts::DraftsPage;
use crate::pages::help::HelpPage;
use crate::pages::print::PrintPage;
use crate::pages::scheme::SchemePage;
use crate::parts::{Draw, Part};
use crate::session::{Desk, Session, Workbench};

/// The page of a route; `None` for the one that is always there.
pub fn page(route: &str) -> Option<AnyView> {
    let (name, rest) = route.split_once('/').unwrap_or((route, ""));
    let part = match (name, rest) {
        ("check", _) => Part::new("office", || Box::pin(office())),
        ("scheme", "") => Part::new("author", || Box::pin(author())),
        ("print", "") => Part::new("paper", || Box::pin(paper())),
        ("drafts", "") => Part::new("drafts", || Box::pin(drafts())),
        ("help", "") => Part::new("help", || Box::pin(help())),
        _ => return None,
    };
    Some(part.show(rest.to_owned()))
}

/// What the shell keeps for pages that are not there yet.
#[derive(Clone)]
pub struct Shell(Owner);

impl Shell {
    /// Of the component that calls it, which lives as long as the page.
    pub fn here() -> Self {
        // Without an owner nothing could be drawn at all.
        Shell(Owner::current().unwrap_or_default())
    }

    /// What is kept in it, made by the first who asks.
    fn kept<T: Clone + Send + Sync + 'static>(make: fn(Session) -> T) {
        if use_context::<T>().is_none() {
            let session = Session::from_context();
            let Shell(shell) = expect_context();
            shell.with(|| provide_context(make(session)));
        }
    }
}

#[wasm_split(office, wasm_split_path = wasm_split, fallible)]
fn office() -> Result<Draw, SplitLoaderError> {
    Ok(|rest| {
        Shell::kept(Desk::new);
        view! { <CheckPage rest=rest /> }.into_any()
    })
}

#[wasm_split(author, wasm_split_path = wasm_split, fallible)]
fn author() -> Result<Draw, SplitLoaderError> {
    Ok(|_| {
        Shell::kept(Workbench::new);
        view! { <SchemePage /> }.into_any()
    })
}

#[wasm_split(paper, wasm_split_path = wasm_split, fallible)]
fn paper() -> Result<Draw, SplitLoaderError> {
    Ok(|_| view! { <PrintPage /> }.into_any())
}

#[wasm_split(drafts, wasm_split_path = wasm_split, fallible)]
fn drafts() -> Result<Draw, SplitLoaderError> {
    Ok(|_| view! { <DraftsPage /> }.into_any())
}

#[wasm_split(drafts, wasm_split_path = wasm_split, fallible)]
fn help() -> Result<Draw, SplitLoaderError> {
    Ok(|_| view! { <HelpPage /> }.into_any())
}
