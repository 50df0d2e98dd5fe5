//! What the workers told so far of files that come in, put in the order of the files.

use std::collections::HashSet;

use selfscore_core::form::{FormFile, ReadError, SchemeRef};
use selfscore_intake::message::{Came, Item, Told};

use super::FORMS;
use super::reading::Work;

/// What was told of each share so far.
pub(super) struct Coming {
    pub work: Work,
    /// When reading began, milliseconds.
    pub since: f64,
    shares: Vec<Option<Share>>,
    /// How many forms came, and files that cannot be read.
    pub checked: usize,
}

/// What was told of a share.
struct Share {
    items: Vec<One>,
    lines: Vec<u32>,
}

/// Something that came.
pub(super) struct One {
    pub item: Item,
    /// The form, taken apart as it came, a few at a time; none once there are too many.
    pub form: Option<Result<FormFile, ReadError>>,
}

/// Something that came, by its name.
pub(super) struct Named {
    /// The file's path, with the line or the path inside.
    pub name: String,
    /// The place of its file.
    pub file: usize,
    pub one: One,
}

impl Coming {
    pub fn of(work: Work, since: f64) -> Self {
        let shares = work.shares.iter().map(|_| None).collect();
        Coming { work, since, shares, checked: 0 }
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
        if before <= FORMS && self.too_many() {
            self.shares
                .iter_mut()
                .flatten()
                .flat_map(|share| &mut share.items)
                .for_each(One::lighten);
        }
        let too_many = self.too_many();
        let one = |item: Item| {
            let form = match &item.came {
                Came::Form(_, Some(passed)) if !too_many => Some(passed.form()),
                _ => None,
            };
            let mut one = One { item, form };
            if too_many {
                one.lighten();
            }
            one
        };
        let items = told.items.into_iter().map(one).collect();
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
        let share = |(work, told): (&selfscore_intake::pieces::Share, &Option<Share>)| {
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

    /// Everything that came, in the order of the files. A line of a stream of which nobody knows where it stands, since
    /// reading ended before what stands before it was read, is left out.
    pub fn take(&mut self) -> Vec<Named> {
        let before = self.lines_before();
        let mut all = Vec::new();
        let shares = self.work.shares.iter().zip(&mut self.shares).zip(before);
        for ((work, told), before) in shares {
            for one in told.take().into_iter().flat_map(|told| told.items) {
                let at = one.item.piece as usize;
                let Some((file, piece)) = work.pieces.get(at) else { continue };
                let before = before.get(at).copied().flatten();
                let name = match one.item.line {
                    Some(line) => match before {
                        Some(before) => format!("{}:{}", piece.path, before + line.number),
                        None => continue,
                    },
                    None if one.item.inside.is_empty() => piece.path.clone(),
                    None => format!("{}/{}", piece.path, one.item.inside),
                };
                all.push(Named { name, file: *file, one });
            }
        }
        all
    }

    /// Everything that came, each by the name that is known of its share.
    pub fn take_by(&mut self, names: &[Option<String>]) -> Vec<Named> {
        let told: Vec<_> = self.shares.iter_mut().map(|told| told.take()).collect();
        let mut all = Vec::new();
        for ((work, told), name) in self.work.shares.iter().zip(told).zip(names) {
            for one in told.into_iter().flat_map(|told| told.items) {
                let Some((file, piece)) = work.pieces.get(one.item.piece as usize) else {
                    continue;
                };
                let inside = &one.item.inside;
                let path = &piece.path;
                let own =
                    || if inside.is_empty() { path.clone() } else { format!("{path}/{inside}") };
                let name = name.clone().unwrap_or_else(own);
                all.push(Named { name, file: *file, one });
            }
        }
        all
    }

    /// Of names that stand twice, nothing but the first: what was read in pieces may say twice that it cannot be read.
    pub fn once(all: &mut Vec<Named>) {
        let mut seen = HashSet::new();
        all.retain(|named| seen.insert((named.file, named.name.clone())));
    }
}

impl One {
    /// Leaves the form away.
    fn lighten(&mut self) {
        self.form = None;
        if let Came::Form(_, passed) = &mut self.item.came {
            *passed = None;
        }
    }
}
