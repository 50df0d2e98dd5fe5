//! The office's feedback as the unit opens it: over the open draft, which does not change.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::feedback::{Feedback, Over, Read, over};
use selfscore_wording::page as words;

use super::{Session, Words};

/// Feedback that was opened.
#[derive(Clone, Debug)]
pub struct OpenedFeedback {
    /// The file's name.
    pub file: String,
    /// What it says, and what is to be said of it.
    pub read: Read,
}

impl Session {
    /// Opens feedback, the text of a file of up to [`selfscore_core::limits::FILE_BYTES`]; the draft stays as it is.
    pub(super) fn take_feedback(self, file: String, text: &[u8]) -> Result<(), Words> {
        match Feedback::read(text) {
            Ok(read) => {
                self.feedback.set(Some(Arc::new(OpenedFeedback { file, read })));
                Ok(())
            }
            Err(why) => {
                Err(Arc::new(move |lang| words::not_imported(lang, &file, why.message(lang))))
            }
        }
    }

    /// Feedback over the draft as it is now, following both.
    pub fn over_draft(self, opened: &OpenedFeedback) -> Over {
        let scheme = self.scheme.get();
        self.assessment.with(|draft| over(&opened.read.feedback, &scheme, draft))
    }
}
