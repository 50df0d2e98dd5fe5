//! Rows of a list that changed on both sides.

use std::collections::{BTreeMap, BTreeSet};

use super::merge::{Conflict, settle};
use super::part::{Place, json};
use super::parts;
use super::rows::{Row, arranged, find, keys, repeated, whole};

/// Where a list is, and a key that no row on either side has.
pub(super) struct Ground {
    pub at: String,
    pub spare: u32,
}

impl Ground {
    /// Puts what differs between `base` and `mine` into the rows of the other side.
    pub fn merge<R: Row>(
        &self,
        base: &[R],
        mine: &[R],
        rows: &mut Vec<R>,
        conflicts: &mut Vec<Conflict>,
    ) {
        if repeated(base) || repeated(mine) {
            if rows != base && rows != mine {
                let (mine, theirs) = (whole(mine), whole(rows));
                conflicts.push(Conflict { place: self.at.clone(), mine, theirs });
            } else {
                *rows = mine.to_vec();
            }
            return;
        }
        let theirs = rows.clone();
        for before in base {
            let after = find(mine, before.key());
            if after == Some(before) {
                continue;
            }
            let index = rows.iter().position(|row| row.key() == before.key());
            match (after, index) {
                (Some(after), Some(index)) => {
                    self.edit(before, after, Some(&mut rows[index]), conflicts);
                }
                (Some(after), None) => self.edit(before, after, None, conflicts),
                (None, Some(index)) if rows[index] == *before => {
                    rows.remove(index);
                }
                (None, Some(index)) => {
                    conflicts.push(self.row_conflict(before.key(), &rows[index]));
                }
                (None, None) => {}
            }
        }
        let renamed = self.add(base, mine, &theirs, rows);
        let wanted: Vec<u32> =
            keys(mine).iter().map(|key| *renamed.get(key).unwrap_or(key)).collect();
        // Only rows that all sides have tell who moved some: so it is after the merge, too.
        let was = shared(base, [mine, &theirs]);
        let only_mine_moved =
            was == shared(&theirs, [base, mine]) && was != shared(mine, [base, &theirs]);
        *rows = arranged(std::mem::take(rows), &wanted);
        if !only_mine_moved {
            *rows = arranged(std::mem::take(rows), &keys(&theirs));
        }
    }

    /// Puts what differs in a row into the other side's, if it is there.
    fn edit<R: Row>(
        &self,
        before: &R,
        after: &R,
        mut row: Option<&mut R>,
        conflicts: &mut Vec<Conflict>,
    ) {
        let mut found = Vec::new();
        let mut at = Place::of(&self.at);
        at.at(&before.key().to_string(), |at| before.differ(after, at, &mut found));
        for change in found {
            let parts = parts(&change.place);
            // Four parts lead to the row: answers, the criterion, the list, the key.
            let rest = parts[..].get(4..).unwrap_or_default();
            match &mut row {
                Some(row) => settle(*row, rest, change, conflicts),
                None => conflicts.push(Conflict {
                    place: change.place,
                    mine: change.after,
                    theirs: None,
                }),
            }
        }
    }

    /// Adds the rows that are new in mine. Those whose key the other side gave to another new row
    /// get a key of their own, unless they have come under one before; gives these keys.
    fn add<R: Row>(
        &self,
        base: &[R],
        mine: &[R],
        theirs: &[R],
        rows: &mut Vec<R>,
    ) -> BTreeMap<u32, u32> {
        let known: BTreeSet<u32> = base.iter().map(R::key).collect();
        let new: Vec<&R> = mine.iter().filter(|row| !known.contains(&row.key())).collect();
        // Rows of theirs that are none of mine under another key.
        let mut others = known;
        others.extend(new.iter().filter(|row| theirs.contains(row)).map(|row| row.key()));
        let mut renamed = BTreeMap::new();
        let mut spare = self.spare;
        for row in new {
            match find(theirs, row.key()) {
                None => rows.push(row.clone()),
                Some(same) if same == row => {}
                Some(_) => {
                    let twin = |one: &&R| {
                        !others.contains(&one.key()) && **one == row.clone().keyed(one.key())
                    };
                    let key = match theirs.iter().find(twin) {
                        Some(twin) => twin.key(),
                        None => {
                            // At the end of all keys there is still a gap between some.
                            let free = |key: &u32| find(rows, *key).or(find(mine, *key)).is_none();
                            spare = (spare..=u32::MAX).chain(1..).find(free).unwrap_or_default();
                            rows.push(row.clone().keyed(spare));
                            spare
                        }
                    };
                    others.insert(key);
                    renamed.insert(row.key(), key);
                }
            }
        }
        renamed
    }

    /// A row that was removed here and edited there.
    fn row_conflict<R: Row>(&self, key: u32, theirs: &R) -> Conflict {
        Conflict { place: format!("{}/{key}", self.at), mine: None, theirs: json(theirs) }
    }
}

/// Those of the keys that all the lists have, in their order.
fn shared<R: Row>(of: &[R], lists: [&[R]; 2]) -> Vec<u32> {
    let sets = lists.map(|rows| rows.iter().map(R::key).collect::<BTreeSet<u32>>());
    keys(of).into_iter().filter(|key| sets.iter().all(|set| set.contains(key))).collect()
}
