//! One form of the desk: where it stands, and how its figures came about.

use leptos::prelude::*;
use selfscore_core::batch::{Basis, Submitted, compares, recompute};
use selfscore_core::scoring::ScoreSheet;

use super::{Desk, Held};

impl Desk {
    /// Where a form lies, by its key; follows the desk.
    pub fn place_of(self, key: &str) -> Option<usize> {
        self.forms.with(|forms| forms.iter().position(|held| held.key == key))
    }

    /// The key of the form at a place; follows the desk.
    pub fn key_at(self, at: usize) -> Option<String> {
        self.forms.with(|forms| forms.get(at).map(|held| held.key.clone()))
    }

    /// The recomputed figures of a form with their explanations; follows all that they rest on. `None` where
    /// there is no form, or it was not scored.
    pub fn sheet(self, held: &Held) -> Option<ScoreSheet> {
        let file = held.form()?;
        let scheme = self.scheme.get();
        let register = self.register.get();
        let desk = self.received.get();
        let received = held.received_by(&desk);
        let peers = compares(&scheme).then(|| self.outcome.with(|outcome| outcome.peers(&scheme)));
        let basis = Basis {
            roll: register.as_deref().map(|register| &register.roll),
            peers: peers.as_ref(),
            ..Basis::of(&scheme)
        };
        recompute(&basis, Submitted { file: &held.file, received }, file)
    }

    /// A unit's name as it calls itself: with its district's in place of the scheme's mask.
    pub fn name_of(self, held: &Held, unit: &str) -> String {
        match held.form().map(|file| file.form.district()).unwrap_or_default() {
            "" => self.unmask(unit),
            own => self.scheme.with(|scheme| scheme.unmask(unit, own)),
        }
    }

    /// Names as people know them: with the district's in place of the scheme's mask, as far as it is known.
    pub fn unmask(self, text: &str) -> String {
        self.district.with(|district| self.scheme.with(|scheme| scheme.unmask(text, district)))
    }
}
