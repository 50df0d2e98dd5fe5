//! What is looked at side by side as tables: judged shares of all units, and two forms of one.

use selfscore_wording::{Lang, results as words};

use super::table::{Cell, Table};
use crate::batch::role_words;
use crate::batch::shares::Group;
use crate::review::Difference;
use crate::scheme::Scheme;

/// Judged shares side by side.
pub fn shares(scheme: &Scheme, groups: &[Group], lang: Lang) -> Table {
    let headings = [
        words::criterion(lang),
        words::group(lang),
        words::unit(lang),
        words::task(lang),
        words::role(lang),
        words::share(lang),
        words::points_claimed(lang),
        words::median(lang),
        words::lowest(lang),
        words::highest(lang),
        words::off(lang),
        words::mark(lang),
        words::why(lang),
    ];
    let mut table = Table::of("shares", words::shares(lang), &headings);
    for group in groups {
        let places = if group.of_tasks() { 2 } else { scheme.decimals() };
        for claim in &group.claims {
            let figure = Cell::figure(claim.claim, places);
            let (share, points) = match group.of_tasks() {
                true => (figure, Cell::Nothing),
                false => (Cell::Nothing, figure),
            };
            let task = format!("{} {}", claim.number, claim.title);
            let role = if group.of_tasks() { role_words(claim.role, lang) } else { "" };
            table.rows.push(vec![
                scheme.title_of(&group.criterion).get(lang).into(),
                group.words(scheme, lang).into(),
                claim.unit.as_str().into(),
                task.trim().into(),
                role.into(),
                share,
                points,
                // Half-way between two takes one place more.
                Cell::figure(group.median, places + 1),
                Cell::figure(group.lowest, places),
                Cell::figure(group.highest, places),
                Cell::figure(claim.off, places + 1),
                if claim.outlier { words::outlier(lang) } else { "" }.into(),
                claim.reason.as_str().into(),
            ]);
        }
    }
    table
}

/// What differs between two forms of a unit: its fields, and its points.
pub fn differences(scheme: &Scheme, difference: &Difference, lang: Lang) -> [Table; 2] {
    let headings = [words::field(lang), words::earlier(lang), words::later(lang)];
    let mut fields = Table::of("fields", words::differences(lang), &headings);
    fields.rows.extend(
        difference.fields.iter().map(|one| {
            [&one.field, &one.before, &one.after].map(|text| text.get(lang).into()).into()
        }),
    );
    let headings = [words::criterion(lang), words::earlier(lang), words::later(lang)];
    let mut points = Table::of("points", words::points(lang), &headings);
    points.rows.extend(difference.points.iter().map(|one| {
        let places = match one.criterion {
            Some(_) => scheme.decimals(),
            None => scheme.total_decimals(),
        };
        let title = one.title.get(lang).into();
        vec![title, Cell::Figure(one.before, places), Cell::Figure(one.after, places)]
    }));
    [fields, points]
}
