//! What goes on which page, from measured heights.
//!
//! Pages are made here and not by the browser's print: a browser does not say how many pages
//! there are (margin boxes with counters came to Chromium in 2024), and repeats neither a
//! footer with a QR code nor a head of the page in every engine. So every page is a block of its
//! own, with all that belongs on it, and is the same on screen and on paper.

use std::ops::Range;

use super::Item;

/// Heights, all in one unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    /// Of each item.
    pub items: Vec<f64>,
    /// Of the head of each table.
    pub heads: Vec<f64>,
    /// Of the room for items on a page.
    pub room: f64,
}

impl Measures {
    /// The height of an item where it stands first on a page, with its table's head.
    pub fn alone(&self, items: &[Item], at: usize) -> f64 {
        let head = items.get(at).and_then(table).map(|table| self.head(table));
        self.item(at) + head.unwrap_or_default()
    }

    fn item(&self, at: usize) -> f64 {
        self.items.get(at).copied().unwrap_or_default()
    }

    fn head(&self, table: usize) -> f64 {
        self.heads.get(table).copied().unwrap_or_default()
    }
}

/// The table that an item is a row of.
pub fn table(item: &Item) -> Option<usize> {
    match item {
        Item::Row { table, .. } => Some(*table),
        _ => None,
    }
}

/// The items of each page, in order and without gaps; at least one page. The head of a table is
/// set anew wherever a page begins within it. A title begins a page. An item higher than the room
/// has a page to itself.
pub fn lay_out(items: &[Item], measures: &Measures) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let (mut start, mut at, mut used, mut within) = (0, 0, 0.0, None);
    while let Some(item) = items.get(at) {
        let own = table(item);
        let head = own.filter(|_| own != within).map(|table| measures.head(table));
        let cost = measures.item(at) + head.unwrap_or_default();
        let title = matches!(item, Item::Title(_));
        if at > start && (title || used + cost > measures.room) {
            let end = if title { at } else { end_of_page(items, start, at) };
            pages.push(start..end);
            (start, at, used, within) = (end, end, 0.0, None);
            continue;
        }
        used += cost;
        within = own;
        at += 1;
    }
    pages.push(start..items.len());
    pages
}

/// Where a page ends that has no room for the item `full`: before whatever stays with it.
fn end_of_page(items: &[Item], start: usize, full: usize) -> usize {
    // A page of nothing but a seal could be put behind anything: the last item before it comes along.
    let stays = |at: usize| {
        items.get(at).is_some_and(Item::stays_with_next)
            || matches!(items.get(at + 1), Some(Item::Ending(_)))
    };
    let end = (start + 1..=full).rev().find(|end| !stays(end - 1));
    end.unwrap_or(full)
}

#[cfg(test)]
mod tests {
    use super::super::{Ending, Row, RowKind};
    use super::*;

    fn row(kind: RowKind) -> Item {
        Item::Row { table: 0, row: Row { kind, cells: Vec::new() } }
    }

    fn measures(items: &[f64], room: f64) -> Measures {
        Measures { items: items.to_vec(), heads: vec![2.0], room }
    }

    #[test]
    fn heads_of_tables_take_room_on_every_page() {
        // 2 + 4 + 4 fill a page of 10; without its head a page would hold two and a half rows.
        let items = vec![row(RowKind::Plain); 5];
        assert_eq!(lay_out(&items, &measures(&[4.0; 5], 10.0)), [0..2, 2..4, 4..5]);
    }

    #[test]
    fn a_title_of_a_group_stays_with_its_first_row() {
        let items = [row(RowKind::Plain), row(RowKind::Group), row(RowKind::Plain)];
        assert_eq!(lay_out(&items, &measures(&[4.0, 2.0, 4.0], 10.0)), [0..1, 1..3]);
    }

    #[test]
    fn the_seal_never_stands_alone() {
        let ending = Item::Ending(Ending { seal: String::new(), lines: Vec::new() });
        let items = [row(RowKind::Plain), row(RowKind::Plain), ending];
        assert_eq!(lay_out(&items, &measures(&[3.0, 3.0, 5.0], 10.0)), [0..1, 1..3]);
    }

    #[test]
    fn what_is_higher_than_a_page_has_one_to_itself_and_nothing_is_left_out() {
        let items = vec![row(RowKind::Plain); 3];
        assert_eq!(lay_out(&items, &measures(&[1.0, 90.0, 1.0], 10.0)), [0..1, 1..2, 2..3]);
        let heads = vec![row(RowKind::Group); 4];
        assert_eq!(lay_out(&heads, &measures(&[4.0; 4], 10.0)), [0..2, 2..4]);
        assert_eq!(lay_out(&[], &measures(&[], 10.0)).len(), 1);
    }

    #[test]
    fn an_appendix_begins_a_page() {
        let items = [Item::Title("a".into()), Item::Text("b".into()), Item::Title("c".into())];
        assert_eq!(lay_out(&items, &measures(&[1.0; 3], 10.0)), [0..2, 2..3]);
    }
}
