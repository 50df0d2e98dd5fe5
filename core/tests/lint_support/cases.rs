//! One broken scheme for every rule of the lint.

use selfscore_core::scheme::lint::{LintRule, Severity};
use serde_json::{Value, json};

/// Where the small scheme has its criteria.
const TASKS: &str = "/groups/0/indicators/0/criteria/0";
const CHOICE: &str = "/groups/0/indicators/0/criteria/1";
const DEDUCTION: &str = "/groups/0/indicators/0/criteria/2";
const CHECKLIST: &str = "/groups/1/indicators/0/criteria/0";
const COUNT: &str = "/groups/1/indicators/0/criteria/1";
const BANDS: &str = "/groups/1/indicators/0/criteria/2";
const LINEAR: &str = "/groups/1/indicators/0/criteria/3";
const JUDGED: &str = "/groups/1/indicators/0/criteria/4";
const ASSESSED: &str = "/groups/1/indicators/0/criteria/5";
const ENTRIES: &str = "/groups/2/indicators/0/criteria/0";
const PENALTY: &str = "/groups/3/indicators/0/criteria/0";
const VETO: &str = "/groups/3/indicators/0/criteria/1";

/// A rule, what is changed in the small scheme, and where the rule must find it.
pub struct Case {
    pub rule: LintRule,
    pub severity: Severity,
    pub path: String,
    pub changes: Vec<(String, Value)>,
}

/// One change below a part; found at its place, or at another place if one is named.
fn one(rule: LintRule, severity: Severity, part: &str, member: &str, value: Value) -> Case {
    let path = format!("{part}{member}");
    Case { rule, severity, path: path.clone(), changes: vec![(path, value)] }
}

impl Case {
    fn at(self, path: impl Into<String>) -> Self {
        Case { path: path.into(), ..self }
    }

    fn and(mut self, part: &str, member: &str, value: Value) -> Self {
        self.changes.push((format!("{part}{member}"), value));
        self
    }
}

fn gate(of: &str, bounds: Value) -> Value {
    json!([{ "op": "gate", "when": { "on": "points", "of": of, "bounds": bounds }, "clause": "s" }])
}

fn multiply(by: &str, of: &str, when: Value, clause: &str) -> Value {
    json!([{ "op": "multiply", "by": by, "of": of, "when": when, "clause": clause }])
}

fn from(of: &str, at_least: &str) -> Value {
    json!({ "on": "points", "of": of, "bounds": { "at_least": at_least } })
}

fn flag() -> Value {
    json!({ "on": "flag", "id": "public", "label": { "zh": "通报" } })
}

fn grade(id: &str, bounds: Value) -> Value {
    json!({ "id": id, "label": { "zh": "等" }, "bounds": bounds })
}

fn items(count: usize) -> Value {
    let item =
        |n| json!({ "id": format!("i{n}"), "label": { "zh": "项" }, "points": "1", "clause": "c" });
    (0..count).map(item).collect()
}

pub fn cases() -> Vec<Case> {
    let mut all = names();
    all.extend(numbers());
    all.extend(sums());
    all.extend(clauses_and_bounds());
    all.extend(better());
    all.extend(idle());
    all.extend(parts());
    all
}

fn names() -> Vec<Case> {
    use LintRule::*;
    use Severity::*;
    vec![
        one(BadId, Error, CHOICE, "/id", json!("Not an id")),
        one(DuplicateId, Error, "", "/units/2", json!("甲局")),
        one(DuplicateId, Error, "/groups/1", "/id", json!("work")),
        one(Empty, Error, CHECKLIST, "/rule/items", json!([])),
        one(TooMany, Error, CHECKLIST, "/rule/items", items(501)),
        one(NoWords, Warning, "", "/title/zh", json!(" ")).at("/title"),
        one(BadDate, Error, "", "/due", json!("2022-02-30")),
    ]
}

fn numbers() -> Vec<Case> {
    use LintRule::*;
    use Severity::*;
    let million = json!({ "op": "scale", "from": "0.0001", "to": "100000", "clause": "c" });
    vec![
        one(OutOfRange, Error, ASSESSED, "/rule/assessors", json!(501)),
        one(OutOfRange, Error, ASSESSED, "/rule/assessors", json!(0)),
        one(NotPositive, Error, TASKS, "/rule/lead_weight", json!("0")),
        one(Reversed, Error, JUDGED, "/rule/least", json!("11")).at(format!("{JUDGED}/rule")),
        // 10 × 10⁹ each time: after the third 10²⁸, beyond the 10²⁰ that stay exact.
        one(Overflow, Error, JUDGED, "/modifiers", json!([million, million, million]))
            .at(format!("{JUDGED}/modifiers/2")),
        one(FinerThanRounding, Warning, CHOICE, "/points", json!("10.005"))
            .and(CHOICE, "/rule/options/2/points", json!("10.005"))
            .and("/groups/0/indicators/0", "/points", json!("40.005"))
            .and("", "/total/points", json!("100.005")),
        one(FinerThanRounding, Warning, CHOICE, "/rule/options/1/points", json!("6.125")),
        one(FinerThanRounding, Warning, VETO, "/rule/at_most", json!("59.999")),
        one(Worthless, Warning, COUNT, "/rule/items/1/each", json!("0")),
    ]
}

fn sums() -> Vec<Case> {
    use LintRule::*;
    use Severity::*;
    vec![
        one(NoPoints, Error, CHOICE, "/points", json!(null)),
        one(PointsNotCounted, Error, VETO, "/points", json!("1")),
        one(PenaltyWithPoints, Error, PENALTY, "/points", json!("5")),
        one(PointsDiffer, Error, "/groups/1/indicators/0", "/points", json!("61")),
        one(TotalDiffers, Error, "", "/total/points", json!("101")),
        one(FullMarks, Error, CHOICE, "/rule/options/2/points", json!("9"))
            .at(format!("{CHOICE}/points")),
        // For class a 40 × 1.5 = 60 points of 40.
        one(
            AboveFullMarks,
            Error,
            "/groups/0",
            "/together",
            json!({ "modifiers":
                multiply("1.5", "points", json!({ "on": "class", "classes": ["a"] }), "s") }),
        ),
        // The first group has 40 points, so its 50 are never there and the total is always 0.
        one(
            FullMarksNotFound,
            Error,
            "",
            "/total/modifiers",
            gate("work", json!({ "at_least": "50" })),
        )
        .at("/total"),
    ]
}

fn clauses_and_bounds() -> Vec<Case> {
    use LintRule::*;
    use Severity::*;
    let clause = json!({ "id": "idle", "mark": "②", "text": { "zh": "条款" }, "basis": "notice" });
    vec![
        one(NoSuchClause, Error, DEDUCTION, "/rule/floor_clause", json!("gone")),
        one(NoSuchClause, Error, ENTRIES, "/rule/cap_clause", json!("gone")),
        one(NoSuchClause, Error, "", "/total/late/clause", json!("c")),
        one(ClauseNeeded, Error, "", "/total/grades_clause", json!(null)).at("/total/grades"),
        one(BasisUnproved, Error, "", "/clauses/0/basis", json!("assumed")).at("/clauses/0"),
        one(UnusedClause, Note, CHOICE, "/clauses/-", clause).at(format!("{CHOICE}/clauses/1")),
        one(
            UnsoundBounds,
            Error,
            "",
            "/total/grades/0/bounds",
            json!({ "at_least": "90", "above": "90" }),
        ),
        one(
            BoundsGap,
            Error,
            "",
            "/total/grades/1/bounds",
            json!({ "at_least": "80", "at_most": "89" }),
        ),
        one(
            BoundsGap,
            Error,
            BANDS,
            "/rule/scale/bands/1/bounds",
            json!({ "at_least": "60", "at_most": "89" }),
        ),
        one(
            BoundsOverlap,
            Error,
            "",
            "/total/grades/1/bounds",
            json!({ "at_least": "80", "at_most": "90" }),
        ),
        // The total is 105 at most.
        one(OutOfReach, Warning, "", "/total/grades/0/bounds", json!({ "at_least": "106" })).and(
            "",
            "/total/grades/1/bounds",
            json!({ "at_least": "80", "below": "106" }),
        ),
        one(AnchorsNotRising, Error, LINEAR, "/rule/scale/anchors/1/at", json!("0"))
            .at(format!("{LINEAR}/rule/scale/anchors/1")),
    ]
}

fn better() -> Vec<Case> {
    use LintRule::*;
    use Severity::*;
    let anchors = json!([{ "at": "0", "points": "0" }, { "at": "50", "points": "8" },
        { "at": "60", "points": "5" }, { "at": "100", "points": "10" }]);
    // Two times cost 2 + 5, three times 3 + 1.
    let further = json!([{ "from": 2, "points": "5" }, { "from": 3, "points": "1" }]);
    let mut lets_70 = gate("base", json!({ "at_least": "60" }));
    lets_70[0]["otherwise"] = json!("70");
    vec![
        one(OptionOrder, Warning, CHOICE, "/rule/options/0/points", json!("7"))
            .at(format!("{CHOICE}/rule/options/1")),
        one(ScaleTurns, Warning, LINEAR, "/rule/scale/anchors", anchors)
            .at(format!("{LINEAR}/rule/scale/anchors/2")),
        one(FurtherFalls, Warning, PENALTY, "/rule/items/0/further", further)
            .at(format!("{PENALTY}/rule/items/0/further/1")),
        one(RequirementLoses, Warning, DEDUCTION, "/rule/floor", json!("-1"))
            .at(format!("{DEDUCTION}/rule/requires")),
        one(
            RequirementInPenalty,
            Warning,
            PENALTY,
            "/rule/requires",
            json!({ "label": { "zh": "要求" }, "clause": "c" }),
        ),
        // With a base of 60 and 10 taken off there are 50; without the 60 there would be 70.
        one(GateGivesMore, Warning, "", "/total/modifiers", lets_70).at("/total/modifiers/0"),
        one(
            FactorLoses,
            Warning,
            "",
            "/total/modifiers",
            multiply("0.5", "points", from("base", "60"), "s"),
        )
        .at("/total/modifiers/0"),
        // What is taken off doubles once the base has 60.
        one(
            FactorLoses,
            Warning,
            "/groups/3",
            "/together",
            json!({ "modifiers":
            multiply("2", "points", from("base", "60"), "s") }),
        )
        .at("/groups/3/together/modifiers/0"),
        one(
            GradeOrder,
            Warning,
            "",
            "/total/grades",
            json!([
                grade("poor", json!({ "below": "60" })),
                grade("fine", json!({ "at_least": "60" }))
            ]),
        )
        .at("/total/grades/1"),
        // Late once, the base has 98 and with the bonus of 5 the total 103. Never late, it has 100 and
        // 105, and half of the 5 above full marks goes: 102.5.
        one(
            BetterScoresLess,
            Warning,
            "",
            "/total/modifiers",
            multiply("0.5", "loss", from("base", "100"), "s"),
        )
        .at(DEDUCTION),
    ]
}

fn idle() -> Vec<Case> {
    use LintRule::*;
    use Severity::*;
    vec![
        one(
            CapIdle,
            Warning,
            JUDGED,
            "/modifiers",
            json!([{ "op": "cap", "at": "11", "clause": "c" }]),
        )
        .at(format!("{JUDGED}/modifiers/0")),
        one(
            FloorIdle,
            Warning,
            JUDGED,
            "/modifiers",
            json!([{ "op": "floor", "at": "-1", "clause": "c" }]),
        )
        .at(format!("{JUDGED}/modifiers/0")),
        // Twice the loss of 10 leaves 10 − 20 = −10, below the floor of 0.
        one(BelowFloor, Warning, DEDUCTION, "/modifiers", multiply("2", "loss", flag(), "c")),
        one(VetoIdle, Warning, VETO, "/rule/at_most", json!("106")),
        one(SamePoints, Note, CHOICE, "/rule/options/0/points", json!("6"))
            .at(format!("{CHOICE}/rule/options/1")),
        one(AbsentIdle, Note, "", "/total/base", json!({ "absent": "rescale", "clause": "s" }))
            .at("/total/base/absent"),
        one(FullMarksShrink, Note, JUDGED, "/optional", json!("c")),
    ]
}

fn parts() -> Vec<Case> {
    use LintRule::*;
    use Severity::*;
    let weighed = json!({ "combine": "weighted_mean", "clause": "s" });
    let flagged = json!([{ "op": "gate", "when": flag(), "clause": "s" }]);
    let asked = json!({ "kind": "judged", "label": { "zh": "评" }, "least": "0", "most": "20", "clause": "c" });
    let below = json!([{ "title": { "zh": "下级" }, "standing": "bonus", "indicators": [] }]);
    vec![
        one(WeightMissing, Error, "/groups/0", "/together", weighed.clone())
            .at("/groups/0/indicators/0/weight"),
        // 40 and 60 points; the mean of both with equal weights has 50.
        one(WeighedPartsDiffer, Warning, "", "/total/base", weighed.clone())
            .at("/groups/1")
            .and("", "/groups/0/weight", json!({ "all": "1" }))
            .and("", "/groups/1/weight", json!({ "all": "1" }))
            .and("", "/total/points", json!("50")),
        one(WeightUnused, Error, "/groups/0", "/weight", json!({ "all": "1" })),
        one(StandingBelowTop, Error, "/groups/0", "/groups", below)
            .at("/groups/0/groups/0/standing"),
        one(NoSuchClass, Error, JUDGED, "/classes", json!(["z"])).at(format!("{JUDGED}/classes/0")),
        one(NoSuchUnit, Error, "", "/classes/0/units/0", json!("丁局")),
        one(NoSuchPart, Error, "", "/total/modifiers", gate("gone", json!({ "at_least": "1" })))
            .at("/total/modifiers/0/when/of"),
        one(ConditionMisplaced, Error, "", "/total/modifiers", flagged)
            .at("/total/modifiers/0/when"),
        one(
            ConditionBounded,
            Error,
            "",
            "/total/modifiers",
            gate("work", json!({ "at_most": "1" })),
        )
        .at("/total/modifiers/0/when/bounds"),
        // The first group comes before the second.
        one(
            Circular,
            Error,
            "/groups/0",
            "/together",
            json!({ "modifiers": gate("results", json!({ "at_least": "1" })) }),
        )
        .at("/groups/0/together/modifiers/0/when/of"),
        one(NoTasks, Error, PENALTY, "/rule/items/0/applies", json!("lead_units"))
            .and(TASKS, "/rule", asked),
    ]
}
