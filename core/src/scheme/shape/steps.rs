//! What happens to points once a rule or a group has given them, conditions, and ranges.

use selfscore_wording::shape as words;
use serde_json::json;

use super::outline::{CLASS_IDS, CLAUSE, LINE};
use super::{Choice, List, Member, Name, Place, Reference, Shape, Variant, Word};

/// Steps, one after the other.
pub(super) static MODIFIERS: List =
    List { label: words::modifier_one, item: Shape::Choice(&MODIFIER), start: 1 };

/// A step.
static MODIFIER: Choice = Choice {
    tag: "op",
    label: words::op,
    variants: &[
        Variant::new("cap", words::op_cap, LIMIT),
        Variant::new("floor", words::op_floor, FLOOR),
        Variant::new(
            "scale",
            words::op_scale,
            &[
                Member::need("from", words::from, Shape::Points).starting(|| json!("10")),
                Member::need("to", words::to, Shape::Points).starting(|| json!("10")),
                Member::need("clause", words::clause, CLAUSE),
            ],
        ),
        Variant::new(
            "multiply",
            words::op_multiply,
            &[
                Member::need("by", words::by, Shape::Points).starting(|| json!("1")),
                Member::need("of", words::of, Shape::Words(MULTIPLIED)),
                Member::need("when", words::when, Shape::Choice(&WHEN)),
                Member::need("clause", words::clause, CLAUSE),
            ],
        ),
        Variant::new(
            "gate",
            words::op_gate,
            &[
                Member::need("when", words::when, Shape::Choice(&WHEN)),
                Member::may("otherwise", words::otherwise, Shape::Points),
                Member::need("clause", words::clause, CLAUSE),
            ],
        ),
    ],
};
static LIMIT: &[Member] = &[
    Member::need("at", words::at, Shape::Points).starting(|| json!("10")),
    Member::need("clause", words::clause, CLAUSE),
];
static FLOOR: &[Member] =
    &[Member::need("at", words::at, Shape::Points), Member::need("clause", words::clause, CLAUSE)];
static MULTIPLIED: &[Word] = &[
    Word { word: "points", label: words::of_points },
    Word { word: "loss", label: words::of_loss },
];

static WHEN: Choice = Choice {
    tag: "on",
    label: words::on,
    variants: &[
        Variant::new(
            "flag",
            words::on_flag,
            &[
                Member::need("id", words::id, Shape::Id(Name::Flag)),
                Member::need("label", words::flag_label, LINE),
            ],
        )
        .only(Place::Criterion),
        Variant::new(
            "class",
            words::on_class,
            &[Member::need("classes", words::classes, Shape::List(&SOME_CLASSES))],
        ),
        Variant::new("lead_unit", words::on_lead, &[]),
        Variant::new(
            "points",
            words::on_points,
            &[
                Member::need("of", words::points_of, Shape::Reference(Reference::Part)),
                Member::need("bounds", words::bounds, Shape::Object(BOUNDS)),
            ],
        )
        .only(Place::Together),
    ],
};
static SOME_CLASSES: List = List { start: 1, ..CLASS_IDS };

/// A range; its ends say whether they are included. A new one has a lower end.
pub(super) static BOUNDS: &[Member] = &[
    Member::may("at_least", words::at_least, Shape::Points).starting(|| json!("0")),
    Member::may("above", words::above, Shape::Points),
    Member::may("at_most", words::at_most, Shape::Points),
    Member::may("below", words::below, Shape::Points),
];
