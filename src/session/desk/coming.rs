//! What the workers told so far of files that come in, put in the order of the files.

use std::collections::HashSet;

use selfscore_core::form::SchemeRef;
use selfscore_intake::message::{Came, Item, Told};
use selfscore_intake::pieces;

use super::FORMS;
use super::reading::Work;

/// What was told of each share so far.
pub(super) struct Coming {
    pub work: Work,
    /// When reading began, milliseconds.
    pub since: f64,
    shares: Vec<Option<Share>>,
    /// How many forms came, and files that cannot be read.
    checked: usize,
    /// Streams that cannot be read.
    unread: HashSet<usize>,
}

/// What was told of a share.
struct Share {
    items: Vec<Item>,
    lines: Vec<u32>,
}

/// Something that came, by its name.
pub(super) struct Named {
    /// The file's path, with the line or the path inside.
    pub name: String,
    /// The place of its file.
    pub file: usize,
    pub item: Item,
}

impl Coming {
    pub fn of(work: Work, since: f64) -> Self {
        let shares = work.shares.iter().map(|_| None).collect();
        Coming { work, since, shares, checked: 0, unread: HashSet::new() }
    }

    /// The scheme that the first form of what was told names, if nothing came before.
    pub fn first(&self, told: &Told) -> Option<SchemeRef> {
        let mut passed = told.items.iter().filter_map(|item| match &item.came {
            Came::Form(_, passed) => passed.as_ref(),
            _ => None,
        });
        if self.checked > 0 {
            return None;
        }
        Some(passed.next()?.form().ok()?.form.scheme)
    }

    /// Takes in what was told of a share.
    pub fn hear(&mut self, share: usize, told: Told) {
        let before = self.checked;
        let checked = told.items.iter().filter(|item| item.came != Came::PassedOver);
        self.checked += checked.count();
        let mut items = told.items;
        if self.too_many() {
            items.iter_mut().for_each(lighten);
            if before <= FORMS {
                let earlier = self.shares.iter_mut().flatten();
                earlier.flat_map(|share| &mut share.items).for_each(lighten);
            }
        }
        if let Some(place) = self.shares.get_mut(share) {
            *place = Some(Share { items, lines: told.lines });
        }
    }

    /// Whether there are more than lie on the desk.
    pub fn too_many(&self) -> bool {
        self.checked > FORMS
    }

    /// How many lines of its file lie before each piece of each share; none where that is not known, since what
    /// stands before it was not read.
    pub fn lines_before(&self) -> Vec<Vec<Option<u32>>> {
        let (mut file, mut lines) = (usize::MAX, Some(0));
        let shares = self.work.shares.iter().zip(&self.shares);
        let share = |(work, told): (&pieces::Share, &Option<Share>)| {
            let piece = |(at, (of, _)): (usize, &(usize, _))| {
                if file != *of {
                    (file, lines) = (*of, Some(0));
                }
                let before = lines;
                let count = told.as_ref().and_then(|told| told.lines.get(at).copied());
                lines = lines.zip(count).map(|(before, count)| before + count);
                before
            };
            work.pieces.iter().enumerate().map(piece).collect()
        };
        shares.map(share).collect()
    }

    /// Everything that came, in the order of the files.
    pub fn take_all(&mut self) -> Vec<Named> {
        let before = self.lines_before();
        let shares = before.iter().enumerate();
        shares.flat_map(|(at, before)| self.take(at, before)).collect()
    }

    /// What came of a share; `before` says how many lines lie before its pieces. A line of which nobody knows where
    /// it stands, since reading ended before what stands before it was read, is left out.
    pub fn take(&mut self, at: usize, before: &[Option<u32>]) -> Vec<Named> {
        let told = self.shares.get_mut(at).and_then(Option::take);
        let Some((told, work)) = told.zip(self.work.shares.get(at)) else { return Vec::new() };
        let named = |item: Item| {
            let at = item.piece as usize;
            let (file, piece) = work.pieces.get(at)?;
            let name = match item.line {
                Some(line) => {
                    format!("{}:{}", piece.path, before.get(at).copied().flatten()? + line.number)
                }
                // Each piece of a stream says so if it cannot be read, and once is enough.
                None if piece.lines.is_some() && !self.unread.insert(*file) => return None,
                None if item.inside.is_empty() => piece.path.clone(),
                None => format!("{}/{}", piece.path, item.inside),
            };
            Some(Named { name, file: *file, item })
        };
        told.items.into_iter().filter_map(named).collect()
    }

    /// What came of shares that were asked for by name, one a share.
    pub fn take_by(&mut self, names: &[String]) -> Vec<Named> {
        let told = self.shares.iter_mut().map(Option::take).zip(self.work.shares.iter()).zip(names);
        let named = |((told, work), name): ((Option<Share>, &pieces::Share), &String)| {
            let item = told?.items.into_iter().next()?;
            let (file, _) = work.pieces.first()?;
            Some(Named { name: name.clone(), file: *file, item })
        };
        told.filter_map(named).collect()
    }
}

impl Named {
    /// Whether it is no form and nobody took it for one.
    pub fn is_over(&self) -> bool {
        self.item.came == Came::PassedOver
    }
}

/// Leaves the form itself away.
fn lighten(item: &mut Item) {
    if let Came::Form(_, passed) = &mut item.came {
        *passed = None;
    }
}
