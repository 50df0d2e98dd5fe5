//! A form that is filled in to try a scheme: nothing of it is kept.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::draft::Draft;
use selfscore_core::scheme::{Library, Scheme};

use super::{Open, Session};

impl Session {
    /// A session of its own for a scheme, in the same language. It follows the scheme: what is
    /// typed stays while the scheme changes.
    /// What is typed goes into the draft, which outlives the session.
    pub fn trial(self, scheme: Signal<Arc<Scheme>>, draft: RwSignal<Draft>) -> Session {
        let first = scheme.get_untracked();
        let library = RwSignal::new(Arc::new(Library::of(first, "".into())));
        let trial = Session { lang: self.lang, ..Session::over(library, draft) };
        trial.open.set(Open::Trial);
        Effect::new(move |_| {
            let scheme = scheme.get();
            draft.update(|draft| {
                draft.scheme = scheme.id().into();
                draft.scheme_sha256 = scheme.digest().into();
            });
            library.set(Arc::new(Library::of(scheme, "".into())));
        });
        trial
    }
}
