//! What is done to the desk as a whole, in steps that can be undone.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Desk, Held, OpenedRegister};

/// What can be undone.
#[derive(Clone)]
pub(super) enum Step {
    /// Forms, register and dates were changed; they were these.
    Was(Arc<Vec<Arc<Held>>>, Option<Arc<OpenedRegister>>, String),
    /// These decisions were made.
    Decided(Vec<String>),
}

impl Desk {
    /// Whether something can be undone.
    pub fn can_undo(self) -> bool {
        self.inner.steps.with(|steps| !steps.is_empty())
    }

    /// Remembers what stands here before it is changed.
    pub(super) fn step(self) {
        let was = Step::Was(
            self.forms.get_untracked(),
            self.register.get_untracked(),
            self.received.get_untracked(),
        );
        self.inner.steps.update(|steps| steps.push(was));
    }

    /// Takes the last step back.
    pub fn undo(self) {
        let Some(step) = self.inner.steps.try_update(Vec::pop).flatten() else { return };
        match step {
            Step::Was(forms, register, received) => {
                let before = self.forms.get_untracked();
                self.forms.set(forms);
                self.register.set(register);
                self.received.set(received);
                self.keep_forms(&before);
                self.refresh(None);
            }
            Step::Decided(ids) => self.retract(&ids),
        }
    }

    /// Changes forms, register or dates, as a step that can be undone.
    pub(super) fn change(self, change: impl FnOnce(&mut Vec<Arc<Held>>)) {
        self.step();
        let before = self.forms.get_untracked();
        let mut forms = (*before).clone();
        change(&mut forms);
        self.forms.set(Arc::new(forms));
        self.keep_forms(&before);
        self.refresh(None);
    }

    /// Takes a file off the desk.
    pub fn remove(self, at: usize) {
        self.change(|forms| {
            if at < forms.len() {
                forms.remove(at);
            }
        });
    }

    /// Says when a form was received, ISO; empty: when the desk says.
    pub fn set_received(self, at: usize, date: String) {
        self.change(|forms| {
            if let Some(held) = forms.get_mut(at) {
                *held = Arc::new(Held { received: date, ..(**held).clone() });
            }
        });
    }

    /// Says when forms were received that have no date of their own, ISO.
    pub fn set_all_received(self, date: String) {
        self.step();
        self.received.set(date);
        self.keep_head();
        self.refresh(None);
    }

    /// Takes the register away.
    pub fn remove_register(self) {
        self.step();
        self.register.set(None);
        self.keep_head();
        self.refresh(None);
    }

    /// Checks by another scheme; what was decided by the old one stays, and counts where it fits.
    pub fn set_scheme(self, digest: &str) {
        let Some(scheme) = self.session.library.get_untracked().get(digest).cloned() else {
            return;
        };
        self.scheme.set(scheme);
        self.keep_head();
        self.refresh(None);
    }
}
