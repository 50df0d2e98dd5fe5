//! Parts of the program that come when they are used: the build cuts them out of the module (xtask/src/split.rs), so
//! that a first visit need not wait for them.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use selfscore_wording::page as words;

use crate::session::Session;

/// Draws what a part is for; a page is given what stands behind its name in the address.
pub type Draw = fn(String) -> AnyView;

/// Loads a part.
pub type Load = fn() -> Pin<Box<dyn Future<Output = Result<Draw, SplitLoaderError>>>>;

/// Parts that came, by their names, so that nobody waits for one twice; in a context of the shell.
#[derive(Clone, Copy, Default)]
pub struct Came(StoredValue<BTreeMap<&'static str, Draw>>);

/// A part and whether it is there; a handle that is copied around.
#[derive(Clone, Copy)]
pub struct Part {
    name: &'static str,
    load: Load,
    all: Came,
    came: RwSignal<Option<Result<Draw, ()>>>,
}

impl Part {
    /// A part, known by what it draws.
    pub fn new(name: &'static str, load: Load) -> Self {
        let all: Came = expect_context();
        let came = all.0.with_value(|all| all.get(name).copied().map(Ok));
        Part { name, load, all, came: RwSignal::new(came) }
    }

    /// Loads it.
    fn fetch(self) {
        // Whoever asked may have gone meanwhile.
        self.came.try_set(None);
        leptos::task::spawn_local(async move {
            let came = (self.load)().await.map_err(|_| ());
            if let Ok(draw) = came {
                self.all.0.update_value(|all| {
                    all.insert(self.name, draw);
                });
            }
            self.came.try_set(Some(came));
        });
    }

    /// As [`Part::show`], but loaded once the page is painted.
    pub fn show_behind(self) -> AnyView {
        if self.came.with_untracked(Option::is_none) {
            request_animation_frame(move || set_timeout(move || self.fetch(), Duration::ZERO));
        }
        self.shown(String::new())
    }

    /// What it draws, or that it is coming, or that it did not come.
    pub fn show(self, rest: String) -> AnyView {
        let missing = self.came.with_untracked(|came| !matches!(came, Some(Ok(_))));
        if missing {
            self.fetch();
        }
        self.shown(rest)
    }

    fn shown(self, rest: String) -> AnyView {
        let session = Session::from_context();
        let again = move |_| self.fetch();
        let page = move || {
            match self.came.get() {
            Some(Ok(draw)) => draw(rest.clone()),
            None => view! {
                <p class="sub coming" role="status" data-coming="">{session.t(words::part_coming)}</p>
            }
            .into_any(),
            Some(Err(())) => view! {
                <div class="coming" data-not-come="">
                    <div class="banner alert" role="alert">
                        <p>{session.t(words::part_not_come)}</p>
                        <button type="button" class="primary" on:click=again>
                            {session.t(words::part_again)}
                        </button>
                    </div>
                </div>
            }
            .into_any(),
        }
        };
        page.into_any()
    }
}
