//! Parts of the program that come when they are used: the build cuts them out of the module (xtask/src/split.rs), so
//! that a first visit need not wait for them.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use selfscore_wording::page as words;

use crate::session::Session;

/// Draws what a part is for; a page is given what stands behind its name in the address.
pub type Draw = fn(String) -> AnyView;

/// Loads a part.
pub type Load = fn() -> Pin<Box<dyn Future<Output = Result<Draw, SplitLoaderError>>>>;

/// A part and whether it is there; a handle that is copied around.
#[derive(Clone, Copy)]
pub struct Part {
    load: Load,
    came: RwSignal<Option<Result<Draw, ()>>>,
}

impl Part {
    /// A part that nobody has asked for.
    pub fn new(load: Load) -> Self {
        Part { load, came: RwSignal::new(None) }
    }

    /// Loads it.
    fn fetch(self) {
        leptos::task::spawn_local(async move {
            let came = (self.load)().await.map_err(|_| ());
            // The page may have gone meanwhile.
            self.came.try_set(Some(came));
        });
    }

    /// What it draws, or that it is coming, or that it did not come.
    pub fn show(self, rest: String) -> AnyView {
        let session = Session::from_context();
        let missing = self.came.with_untracked(|came| !matches!(came, Some(Ok(_))));
        if missing {
            self.came.set(None);
            self.fetch();
        }
        let again = move |_| {
            self.came.set(None);
            self.fetch();
        };
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
