//! What was done to a draft, step by step, so that it can be taken back and done again.
//!
//! A log is kept beside its draft: [`Marks`] in the draft's own record, each [`Step`] in one of
//! its own by its sequence number, so that a keystroke stores one step and not all of them.

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};

use super::Draft;
use super::change::{Change, apply};

/// The most steps that are kept.
pub const STEPS: usize = 300;

/// Marks beyond this are damage: JSON carries whole numbers exactly up to here.
const LAST: u64 = 1 << 53;

/// What one step changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The changes, in the order in which they came.
    pub changes: Vec<Change>,
}

/// Where a log stands: what a stored record keeps beside the draft. Steps `first..at` are done,
/// `at..end` can be taken again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    /// The oldest step.
    pub first: u64,
    /// The first step that is taken back, or would come next.
    pub at: u64,
    /// One beyond the last step.
    pub end: u64,
}

/// A moment of a log; see [`History::moment`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(u64);

/// A step, and when it came to be what it is.
#[derive(Clone, Debug)]
struct Kept {
    step: Step,
    since: Moment,
}

/// Steps that can be taken back and again; a linear log.
///
/// Sequence numbers count up for ever. A step has the same one as long as it is in the log; what
/// is recorded after others were taken back continues where these began, with their numbers.
/// Two logs are equal where their marks and steps are, stored or not.
#[derive(Clone, Debug, Default)]
pub struct History {
    first: u64,
    /// How many of the steps are done.
    done: usize,
    steps: VecDeque<Kept>,
    now: Moment,
    stored: Moment,
}

impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        let steps = self.steps.iter().map(|kept| &kept.step);
        self.marks() == other.marks() && steps.eq(other.steps.iter().map(|kept| &kept.step))
    }
}

impl History {
    /// Restores a log from its marks and steps, which count as stored. A gap (a step missing or
    /// unreadable) cuts off everything before it among the steps done, and after it among those
    /// taken back. Steps outside the marks are left over from before and are ignored.
    pub fn restore(marks: Marks, steps: impl IntoIterator<Item = (u64, Step)>) -> History {
        let Marks { first, at, end } = marks;
        if end > LAST || at > end {
            return History::default();
        }
        let inside = |(seq, _): &(u64, Step)| (first..end).contains(seq);
        let mut all: BTreeMap<u64, Step> = steps.into_iter().filter(inside).collect();
        let mut history = History { first: at, ..History::default() };
        let kept = |step| Kept { step, since: Moment::default() };
        for step in (first..at).rev().map_while(|seq| all.remove(&seq)) {
            history.steps.push_front(kept(step));
            history.first -= 1;
            history.done += 1;
        }
        history.steps.extend((at..end).map_while(|seq| all.remove(&seq)).map(kept));
        history.trim();
        history
    }

    /// Where it stands.
    pub fn marks(&self) -> Marks {
        Marks {
            first: self.first,
            at: self.first + self.done as u64,
            end: self.first + self.steps.len() as u64,
        }
    }

    /// The step of that number.
    pub fn step(&self, seq: u64) -> Option<&Step> {
        let index = usize::try_from(seq.checked_sub(self.first)?).ok()?;
        self.steps.get(index).map(|kept| &kept.step)
    }

    /// Records what changed, and drops what could have been taken again. Where it `goes_on`, as
    /// typing does in one field, and the last step touches that very place and nothing else, it
    /// becomes part of that step; the step goes where the place is back at what it was. Nothing
    /// is recorded where nothing changed. Beyond [`STEPS`] the oldest goes.
    pub fn record(&mut self, changes: Vec<Change>, goes_on: bool) {
        if changes.is_empty() {
            return;
        }
        // Who took something back is not typing on.
        let goes_on = goes_on && !self.can_redo();
        self.steps.truncate(self.done);
        self.now.0 += 1;
        let since = self.now;
        let last = self.steps.back_mut().filter(|_| goes_on);
        if let (Some(last), [change]) = (last, &changes[..])
            && let [before] = &mut last.step.changes[..]
            && before.place == change.place
            && before.after == change.before
        {
            before.after.clone_from(&change.after);
            last.since = since;
            if before.before == before.after {
                self.steps.pop_back();
            }
        } else {
            self.steps.push_back(Kept { step: Step { changes }, since });
        }
        self.done = self.steps.len();
        self.trim();
    }

    /// Drops the oldest steps beyond the most that are kept; of a damaged log, those to be taken
    /// again where there is nothing else.
    fn trim(&mut self) {
        let over = self.steps.len().saturating_sub(STEPS);
        let oldest = over.min(self.done);
        self.steps.drain(..oldest);
        self.first += oldest as u64;
        self.done -= oldest;
        self.steps.truncate(STEPS);
    }

    /// Whether a step can be taken back.
    pub fn can_undo(&self) -> bool {
        self.done > 0
    }

    /// Whether a step can be taken again.
    pub fn can_redo(&self) -> bool {
        self.done < self.steps.len()
    }

    /// Takes the last step back in the draft; gives its changes.
    pub fn undo(&mut self, draft: &mut Draft) -> Option<Vec<Change>> {
        let index = self.done.checked_sub(1)?;
        let changes = self.steps.get(index)?.step.changes.clone();
        self.done = index;
        apply(draft, &changes, false);
        Some(changes)
    }

    /// Takes the step again that was taken back last; gives its changes.
    pub fn redo(&mut self, draft: &mut Draft) -> Option<Vec<Change>> {
        let changes = self.steps.get(self.done)?.step.changes.clone();
        self.done += 1;
        apply(draft, &changes, true);
        Some(changes)
    }

    /// The numbers of steps that are not stored as they are now. Marks are to be stored with them
    /// whenever [`History::marks`] differ. Does not count them as stored: see [`History::saved`].
    pub fn unsaved(&self) -> Vec<u64> {
        let seqs = (self.first..).zip(&self.steps);
        seqs.filter(|(_, kept)| kept.since > self.stored).map(|(seq, _)| seq).collect()
    }

    /// This moment, to be taken together with [`History::unsaved`].
    pub fn moment(&self) -> Moment {
        self.now
    }

    /// All that was unsaved at that moment is stored now. What was recorded since, be it into one
    /// of those steps, stays unsaved.
    pub fn saved(&mut self, at: Moment) {
        self.stored = self.stored.max(at);
    }
}
