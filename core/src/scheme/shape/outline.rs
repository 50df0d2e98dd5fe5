//! The parts of a scheme that are there whatever its rules: groups, indicators, criteria,
//! clauses, the total, and what concerns units.

use selfscore_wording::{basis, shape as words};
use serde_json::json;

use super::rules::{RULE, TIES};
use super::steps::{BOUNDS, MODIFIERS};
use super::{Choice, List, Member, Name, Reference, Shape, Variant, Word};
use crate::points::MAX_SCALE;
use crate::scheme::{FORMAT, VERSION};

/// The shape of a scheme file.
pub fn file() -> Shape {
    Shape::Object(FILE)
}

pub(super) const LINE: Shape = Shape::Text { long: false };
pub(super) const LONG: Shape = Shape::Text { long: true };
/// The members of either.
pub(super) static TEXT: &[Member] =
    &[Member::need("zh", words::text, Shape::Line), Member::may("en", words::text, Shape::Line)];
const DECIMALS: Shape = Shape::Whole { least: 0, most: MAX_SCALE };
/// The scheme's own clause, or the criterion's: by the place.
pub(super) const CLAUSE: Shape = Shape::Reference(Reference::Clause);

static FILE: &[Member] = &[
    Member::need("format", words::format, Shape::Fixed(|| json!(FORMAT))),
    Member::need("version", words::version, Shape::Fixed(|| json!(VERSION))),
    Member::need("id", words::id, Shape::Id(Name::Scheme)),
    Member::need("revision", words::revision, Shape::Whole { least: 0, most: u32::MAX })
        .starting(|| json!(1)),
    Member::need("title", words::scheme_title, LINE),
    Member::need("decimals", words::decimals, DECIMALS).starting(|| json!(2)),
    Member::need("due", words::due, Shape::Date),
    Member::need("clauses", words::scheme_clauses, CLAUSES),
    Member::need("units", words::units, Shape::List(&UNITS)),
    Member::may("masked", words::masked, Shape::List(&MASKED)),
    Member::may("classes", words::classes, Shape::List(&CLASSES)),
    Member::need("groups", words::groups, Shape::List(&GROUPS)),
    Member::may("total", words::total, Shape::Object(TOTAL)),
    Member::may("succeeds", words::succeeds, Shape::Object(SUCCESSION)),
];

static UNITS: List = List { label: words::unit_one, item: Shape::Id(Name::Unit), start: 1 };
static MASKED: List = List { label: words::masked_one, item: Shape::Line, start: 0 };

const CLAUSES: Shape = Shape::List(&List {
    label: words::clause_one,
    item: Shape::Object(&[
        Member::need("id", words::id, Shape::Id(Name::Clause)),
        Member::need("mark", words::mark, Shape::Line),
        Member::need("text", words::text, LONG),
        Member::need("basis", words::basis, Shape::Words(BASES)),
        Member::may("reading", words::reading, Shape::Object(READING)),
        Member::may("why", words::why, LONG),
        Member::may("gap", words::gap, LONG),
    ]),
    start: 1,
});
static BASES: &[Word] = &[
    Word { word: "notice", label: basis::notice },
    Word { word: "reading", label: basis::reading },
    Word { word: "assumed", label: basis::assumed },
];
static READING: &[Member] =
    &[Member::need("ours", words::ours, LONG), Member::need("rival", words::rival, LONG)];

static CLASSES: List = List {
    label: words::class_one,
    item: Shape::Object(&[
        Member::need("id", words::id, Shape::Id(Name::Class)),
        Member::need("title", words::title, LINE),
        Member::need("units", words::class_units, Shape::List(&CLASS_UNITS)),
    ]),
    start: 0,
};
static CLASS_UNITS: List =
    List { label: words::unit_one, item: Shape::Reference(Reference::Unit), start: 0 };
/// Classes by their names.
pub(super) static CLASS_IDS: List =
    List { label: words::class_one, item: Shape::Reference(Reference::Class), start: 0 };

static GROUPS: List = List { label: words::group_one, item: Shape::Object(GROUP), start: 1 };
static GROUP: &[Member] = &[
    Member::may("id", words::id, Shape::Id(Name::Group)),
    Member::need("title", words::title, LINE),
    Member::may("standing", words::standing, Shape::Words(STANDINGS)),
    Member::may("weight", words::weight, Shape::Object(WEIGHT)),
    Member::may("together", words::together, Shape::Object(TOGETHER)),
    Member::may("groups", words::groups_below, Shape::List(&GROUPS_BELOW)),
    Member::need("indicators", words::indicators, Shape::List(&INDICATORS)),
];
static GROUPS_BELOW: List = List { label: words::group_one, item: Shape::Object(GROUP), start: 1 };
static STANDINGS: &[Word] = &[
    Word { word: "base", label: words::standing_base },
    Word { word: "bonus", label: words::standing_bonus },
    Word { word: "penalty", label: words::standing_penalty },
];
static WEIGHT: &[Member] = &[
    Member::need("all", words::weight_all, Shape::Points).starting(|| json!("1")),
    Member::may(
        "by_class",
        words::by_class,
        Shape::Map { key: Reference::Class, value: &Shape::Points },
    ),
];
static TOGETHER: &[Member] = &[
    Member::may("combine", words::combine, Shape::Words(COMBINES)),
    Member::may("absent", words::absent, Shape::Words(ABSENTS)),
    Member::may("clause", words::clause, CLAUSE),
    Member::may("modifiers", words::modifiers, Shape::List(&MODIFIERS)),
];
static COMBINES: &[Word] = &[
    Word { word: "sum", label: words::combine_sum },
    Word { word: "weighted_mean", label: words::combine_mean },
];
static ABSENTS: &[Word] = &[
    Word { word: "keep", label: words::absent_keep },
    Word { word: "rescale", label: words::absent_rescale },
    Word { word: "spread", label: words::absent_spread },
];

static INDICATORS: List = List {
    label: words::indicator_one,
    item: Shape::Object(&[
        Member::need("number", words::number, Shape::Line),
        Member::need("title", words::title, LINE),
        Member::may("points", words::points, Shape::Points),
        Member::may("weight", words::weight, Shape::Object(WEIGHT)),
        Member::need("contents", words::contents, Shape::List(&CONTENTS)),
        Member::need("criteria", words::criteria, Shape::List(&CRITERIA)),
    ]),
    start: 1,
};
static CONTENTS: List = List {
    label: words::content_one,
    item: Shape::Object(&[
        Member::need("number", words::number, Shape::Line),
        Member::need("title", words::title, LINE),
        Member::need("text", words::content_text, LONG),
        Member::may("gap", words::gap, LONG),
    ]),
    start: 1,
};
static CRITERIA: List =
    List { label: words::criterion_one, item: Shape::Object(CRITERION), start: 1 };
/// A criterion; a new one is worth what a new rule gives.
pub(super) static CRITERION: &[Member] = &[
    Member::need("id", words::id, Shape::Id(Name::Criterion)),
    Member::need("title", words::title, LINE),
    Member::may("points", words::points, Shape::Points).starting(|| json!("10")),
    Member::need("clauses", words::clauses, CLAUSES),
    Member::may("optional", words::optional, CLAUSE),
    Member::may("classes", words::for_classes, Shape::List(&CLASS_IDS)),
    Member::need("rule", words::rule, Shape::Choice(&RULE)),
    Member::may("modifiers", words::modifiers, Shape::List(&MODIFIERS)),
];

static TOTAL: &[Member] = &[
    Member::may("base", words::total_base, Shape::Object(TOGETHER)),
    Member::may("modifiers", words::modifiers, Shape::List(&MODIFIERS)),
    Member::may("decimals", words::total_decimals, DECIMALS),
    Member::may("points", words::total_points, Shape::Points),
    Member::may("grades", words::grades, Shape::List(&GRADES)),
    Member::may("grades_clause", words::grades_clause, CLAUSE),
    Member::may("ties", words::ties, Shape::Words(TIES)),
    Member::may("late", words::late, Shape::Choice(&LATE)),
];
static GRADES: List = List {
    label: words::grade_one,
    item: Shape::Object(&[
        Member::need("id", words::id, Shape::Id(Name::Grade)),
        Member::need("label", words::label, LINE),
        Member::need("bounds", words::bounds, Shape::Object(BOUNDS)),
    ]),
    start: 1,
};
static LATE: Choice = Choice {
    tag: "kind",
    label: words::late,
    variants: &[
        Variant::new(
            "forfeit",
            words::late_forfeit,
            &[Member::need("clause", words::clause, CLAUSE)],
        ),
        Variant::new(
            "deduct",
            words::late_deduct,
            &[
                Member::need("each", words::each_day, Shape::Points).starting(|| json!("1")),
                Member::need("most", words::most_days, Shape::Points).starting(|| json!("10")),
                Member::need("clause", words::clause, CLAUSE),
            ],
        ),
    ],
};

static SUCCESSION: &[Member] = &[
    Member::need("scheme", words::earlier, Shape::Reference(Reference::Earlier)),
    Member::may("criteria", words::carried, Shape::List(&CARRIED)),
];
static CARRIED: List = List {
    label: words::carried_one,
    item: Shape::Object(&[
        Member::need("from", words::carried_from, Shape::List(&CARRIED_FROM)),
        Member::may("to", words::carried_to, Shape::List(&CARRIED_TO)),
        Member::may(
            "items",
            words::carried_items,
            Shape::Map { key: Reference::Earlier, value: &Shape::Reference(Reference::Item) },
        ),
        Member::may("note", words::carried_note, LONG),
    ]),
    start: 1,
};
static CARRIED_FROM: List =
    List { label: words::id_one, item: Shape::Reference(Reference::Earlier), start: 1 };
static CARRIED_TO: List =
    List { label: words::id_one, item: Shape::Reference(Reference::Criterion), start: 1 };
