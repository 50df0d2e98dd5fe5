//! The kinds of rule. What a new rule of each starts with gives 10 points at most, as a new
//! criterion is worth.

use selfscore_wording::shape as words;
use serde_json::json;

use super::outline::{CLAUSE, LINE, LONG};
use super::steps::BOUNDS;
use super::{Choice, List, Member, Name, Shape, Variant, Word};
use crate::limits;
use crate::points::MAX_SCALE;

/// How an answer becomes points.
pub(super) static RULE: Choice = Choice {
    tag: "kind",
    label: words::kind,
    variants: &[
        Variant::new("judged", words::kind_judged, JUDGED),
        Variant::new("choice", words::kind_choice, &[list("options", words::options, &OPTIONS)]),
        Variant::new("checklist", words::kind_checklist, &[list("items", words::items, &CHECKS)]),
        Variant::new("deduction", words::kind_deduction, DEDUCTION),
        Variant::new("count", words::kind_count, COUNT),
        Variant::new("value", words::kind_value, VALUE),
        Variant::new("entries", words::kind_entries, ENTRIES),
        Variant::new("assessed", words::kind_assessed, ASSESSED),
        Variant::new("best", words::kind_best, &[ASK, BY_CLAUSE]),
        Variant::new("rank", words::kind_rank, RANK),
        Variant::new("tasks", words::kind_tasks, TASKS),
        Variant::new("veto", words::kind_veto, VETO),
        Variant::new("record", words::kind_record, &[Member::need("reason", words::reason, LONG)]),
    ],
};

const BY_CLAUSE: Member = Member::need("clause", words::clause, CLAUSE);
const ITEM_ID: Member = Member::need("id", words::id, Shape::Id(Name::Item));
const LABEL: Member = Member::need("label", words::label, LINE);
const WORTH: Member = Member::need("points", words::points, Shape::Points).starting(|| json!("10"));
const LEAST: Member = Member::need("least", words::least, Shape::Points);
const MOST: Member = Member::need("most", words::most, Shape::Points).starting(|| json!("10"));
const CAP: Member = Member::need("cap", words::cap, Shape::Points).starting(|| json!("10"));
const CAP_CLAUSE: Member = Member::need("cap_clause", words::cap_clause, CLAUSE);

const fn list(name: &'static str, label: super::Label, list: &'static List) -> Member {
    Member::need(name, label, Shape::List(list))
}

static TASKS: &[Member] = &[
    Member::need("lead_weight", words::lead_weight, Shape::Points).starting(|| json!("1")),
    Member::need("supporting_weight", words::supporting_weight, Shape::Points)
        .starting(|| json!("1")),
    Member::need("full_at", words::full_at, Shape::Points).starting(|| json!("100")),
    Member::need("zero_below", words::zero_below, Shape::Points),
    Member::need("mean", words::mean, Shape::Words(MEANS)),
    Member::need("lead_clauses", words::lead_clauses, Shape::Object(TASK_CLAUSES)),
    Member::need("supporting_clauses", words::supporting_clauses, Shape::Object(TASK_CLAUSES)),
    Member::need("mean_clause", words::mean_clause, CLAUSE),
];
static MEANS: &[Word] = &[
    Word { word: "over_tasks", label: words::over_tasks },
    Word { word: "over_roles", label: words::over_roles },
];
static TASK_CLAUSES: &[Member] = &[
    Member::need("full", words::clause_full, CLAUSE),
    Member::need("zero", words::clause_zero, CLAUSE),
    Member::need("judged", words::clause_judged, CLAUSE),
    Member::need("unlisted", words::clause_unlisted, CLAUSE),
];

static OPTIONS: List = List {
    label: words::option_one,
    item: Shape::Object(&[
        ITEM_ID,
        LABEL,
        WORTH,
        Member::may("to", words::option_to, Shape::Points),
        BY_CLAUSE,
    ]),
    start: 1,
};
static CHECKS: List = List {
    label: words::item_one,
    item: Shape::Object(&[ITEM_ID, LABEL, WORTH, BY_CLAUSE]),
    start: 1,
};

static DEDUCTION: &[Member] = &[
    Member::may("requires", words::requires, Shape::Object(&[LABEL, BY_CLAUSE])),
    Member::need("floor", words::floor, Shape::Points),
    Member::may("floor_clause", words::floor_clause, CLAUSE),
    list("items", words::items, &DEDUCTIONS),
];
static DEDUCTIONS: List = List {
    label: words::item_one,
    item: Shape::Object(&[
        ITEM_ID,
        LABEL,
        Member::need("each", words::each_off, Shape::Points).starting(|| json!("1")),
        Member::may("most", words::most_off, Shape::Points),
        Member::may("further", words::further, Shape::List(&FURTHER)),
        Member::may("once", words::once, Shape::Bool),
        Member::may("applies", words::applies, Shape::Words(APPLIES)),
        BY_CLAUSE,
    ]),
    start: 1,
};
static FURTHER: List = List {
    label: words::further_one,
    item: Shape::Object(&[
        Member::need("from", words::further_from, Shape::Whole { least: 2, most: limits::COUNT }),
        Member::need("points", words::further_points, Shape::Points).starting(|| json!("1")),
    ]),
    start: 1,
};
static APPLIES: &[Word] = &[Word { word: "lead_units", label: words::applies_lead }];

static COUNT: &[Member] = &[CAP, CAP_CLAUSE, list("items", words::items, &COUNTED)];
static COUNTED: List = List {
    label: words::item_one,
    item: Shape::Object(&[
        ITEM_ID,
        LABEL,
        Member::need("each", words::each, Shape::Points).starting(|| json!("1")),
        BY_CLAUSE,
    ]),
    start: 1,
};

const ASK: Member = Member::need("asked", words::asked, Shape::Object(ASKED));
static ASKED: &[Member] = &[
    LABEL,
    Member::need("unit", words::asked_unit, LINE),
    LEAST,
    Member::need("most", words::most, Shape::Points).starting(|| json!("100")),
    Member::need("decimals", words::asked_decimals, Shape::Whole { least: 0, most: MAX_SCALE }),
];
static VALUE: &[Member] = &[ASK, Member::need("scale", words::scale, Shape::Choice(&SCALE))];
static SCALE: Choice = Choice {
    tag: "kind",
    label: words::scale,
    variants: &[
        Variant::new("bands", words::scale_bands, &[list("bands", words::bands, &BANDS)]),
        Variant::new(
            "linear",
            words::scale_linear,
            &[
                list("anchors", words::anchors, &ANCHORS).starting(
                    || json!([{ "at": "0", "points": "0" }, { "at": "100", "points": "10" }]),
                ),
                BY_CLAUSE,
            ],
        ),
    ],
};
static BANDS: List = List {
    label: words::band_one,
    item: Shape::Object(&[
        Member::need("bounds", words::bounds, Shape::Object(BOUNDS)),
        WORTH,
        BY_CLAUSE,
    ]),
    start: 1,
};
static ANCHORS: List = List {
    label: words::anchor_one,
    item: Shape::Object(&[
        Member::need("at", words::anchor_at, Shape::Points),
        Member::need("points", words::points, Shape::Points),
    ]),
    start: 2,
};

static JUDGED: &[Member] = &[LABEL, LEAST, MOST, BY_CLAUSE];
static ASSESSED: &[Member] = &[
    LABEL,
    LEAST,
    MOST,
    // What a form can hold.
    Member::need("assessors", words::assessors, Shape::Whole { least: 1, most: SCORES }),
    BY_CLAUSE,
];
const SCORES: u32 = limits::SCORES as u32;

static ENTRIES: &[Member] = &[
    list("levels", words::levels, &LEVELS),
    Member::may("placements", words::placements, Shape::List(&PLACEMENTS)),
    Member::may("shared_clause", words::shared_clause, CLAUSE),
    Member::may("highest_clause", words::highest_clause, CLAUSE),
    CAP,
    CAP_CLAUSE,
];
static LEVELS: List = List {
    label: words::level_one,
    item: Shape::Object(&[
        ITEM_ID,
        LABEL,
        Member::need("points", words::points, Shape::Points).starting(|| json!("1")),
        BY_CLAUSE,
    ]),
    start: 1,
};
static PLACEMENTS: List = List {
    label: words::placement_one,
    item: Shape::Object(&[
        ITEM_ID,
        LABEL,
        Member::need("by", words::by, Shape::Points).starting(|| json!("1")),
        BY_CLAUSE,
    ]),
    start: 1,
};

static RANK: &[Member] = &[
    ASK,
    Member::may("smallest_first", words::smallest_first, Shape::Bool),
    Member::need("step", words::step, Shape::Points).starting(|| json!("1")),
    Member::need("last", words::last, Shape::Points),
    Member::may("ties", words::ties, Shape::Words(TIES)),
    BY_CLAUSE,
];
/// The place after equal ones.
pub(super) static TIES: &[Word] = &[
    Word { word: "skip", label: words::ties_skip },
    Word { word: "dense", label: words::ties_dense },
];

static VETO: &[Member] = &[
    Member::need("at_most", words::veto_at_most, Shape::Points),
    list("items", words::items, &VETOES),
];
static VETOES: List =
    List { label: words::item_one, item: Shape::Object(&[ITEM_ID, LABEL, BY_CLAUSE]), start: 1 };
