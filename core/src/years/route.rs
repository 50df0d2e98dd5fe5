//! Which criterion goes where, by the scheme's map.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::scheme::{Criterion, Scheme, Succession};
use crate::text::Text;

/// What became of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// It has its id still.
    Kept,
    /// It has another id.
    Renamed,
    /// It became several.
    Split,
    /// It became one with others.
    Merged,
    /// The map drops it.
    Dropped,
    /// Neither the map nor a criterion of its id takes it up.
    NoSuccessor,
}

/// Which criterion went where.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Taken {
    /// The earlier criterion's id.
    pub from: String,
    /// Its title.
    pub title: Text,
    /// Ids of the criteria here.
    pub to: Vec<String>,
    /// What became of it.
    pub how: How,
    /// The scheme's own word on it.
    pub note: Option<Text>,
    /// Whether a note or evidence numbers went to the first of several, which may be the wrong one.
    pub note_to_first: bool,
}

/// A criterion's way.
pub(super) struct Route<'a> {
    pub from: &'a Criterion,
    pub to: Vec<&'a Criterion>,
    /// Whether other criteria come to the same one.
    pub shared: bool,
    pub how: How,
    items: BTreeMap<&'a str, &'a str>,
    note: Option<&'a Text>,
}

impl Route<'_> {
    /// The id here of an item of the earlier criterion.
    pub fn item<'b>(&'b self, id: &'b str) -> &'b str {
        self.items.get(id).copied().unwrap_or(id)
    }

    /// Whether an item has another id here.
    pub fn renames(&self) -> bool {
        self.items.iter().any(|(was, is)| was != is)
    }

    pub fn taken(&self, note_to_first: bool) -> Taken {
        Taken {
            from: self.from.id.clone(),
            title: self.from.title.clone(),
            to: self.to.iter().map(|criterion| criterion.id.clone()).collect(),
            how: self.how,
            note: self.note.cloned(),
            note_to_first,
        }
    }
}

/// The new scheme's map, if it is one from the old scheme.
pub(super) fn map<'a>(old: &Scheme, new: &'a Scheme) -> Option<&'a Succession> {
    new.file().succeeds.as_ref().filter(|map| map.scheme == old.id())
}

/// Every criterion's way, in the order of the earlier table.
pub(super) fn routes<'a>(old: &'a Scheme, new: &'a Scheme) -> Vec<Route<'a>> {
    let changes = map(old, new).map_or(&[][..], |map| &map.criteria);
    let mut routes: Vec<Route<'a>> = Vec::new();
    for from in old.criteria() {
        let mut route = Route {
            from,
            to: Vec::new(),
            shared: false,
            how: How::Kept,
            items: BTreeMap::new(),
            note: None,
        };
        let mut named = false;
        for change in changes.iter().filter(|change| change.from.contains(&from.id)) {
            named = true;
            for criterion in change.to.iter().filter_map(|id| new.criterion(id)) {
                if !route.to.iter().any(|other| other.id == criterion.id) {
                    route.to.push(criterion);
                }
            }
            route.items.extend(change.items.iter().map(|(was, is)| (was.as_str(), is.as_str())));
            route.note = route.note.or(change.note.as_ref());
        }
        if !named {
            route.to.extend(new.criterion(&from.id));
        }
        route.how = match (&route.to[..], named) {
            ([], true) => How::Dropped,
            ([], false) => How::NoSuccessor,
            ([only], _) if only.id == from.id => How::Kept,
            ([_], _) => How::Renamed,
            _ => How::Split,
        };
        routes.push(route);
    }
    let mut comers: BTreeMap<&str, usize> = BTreeMap::new();
    for to in routes.iter().flat_map(|route| &route.to) {
        *comers.entry(&to.id).or_default() += 1;
    }
    for route in &mut routes {
        route.shared = route.to.iter().any(|to| comers.get(to.id.as_str()) > Some(&1));
        if route.shared && route.how != How::Split {
            route.how = How::Merged;
        }
    }
    routes
}
