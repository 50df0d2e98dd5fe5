//! The office's feedback as the unit opens it: over the open draft, which does not change.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::feedback::{Feedback, Over, Read, Unread, over};
use selfscore_core::limits;
use selfscore_wording::page as words;

use super::{Session, Words, opened};
use crate::browser::files::Opened;

/// Feedback that was opened.
#[derive(Clone, Debug)]
pub struct OpenedFeedback {
    /// The file's name.
    pub file: String,
    /// What it says, and what is to be said of it.
    pub read: Read,
}

impl Session {
    /// Opens feedback; the draft stays as it is.
    pub(super) fn take_feedback(self, opened: Opened) -> Result<(), Words> {
        let Opened { name: file, bytes } = opened;
        let (most, size) = (limits::FILE_BYTES, bytes.len());
        if size > most {
            return Err(Arc::new(move |lang| words::file_too_large(lang, &file, size, most)));
        }
        let read = opened::utf8(&bytes).map_err(Unread::from);
        match read.and_then(|(text, _)| Feedback::read(&text)) {
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
