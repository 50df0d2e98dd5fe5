//! Forms to test with: a written-out one, and any that a file can say.

#![allow(dead_code)] // each test uses a part

mod figures;
pub mod kinds;
pub mod libreoffice;
pub mod table;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use figures::figures;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use selfscore_core::answer::{Answer, Extra, Percent, Task};
use selfscore_core::form::{Evidence, Form, SchemeRef, Stated};
use selfscore_core::points::Points;
use selfscore_core::scheme::{self, Role, Scheme};
use serde_json::{Map, Value};

/// How many forms a property is tried with: `few` every day, or as many as PROPTEST_CASES says.
pub fn cases(few: u32) -> ProptestConfig {
    let many = std::env::var("PROPTEST_CASES").ok().and_then(|many| many.parse().ok());
    ProptestConfig::with_cases(many.unwrap_or(few))
}

/// The scheme of the notice.
pub fn scheme() -> &'static Scheme {
    static SCHEME: LazyLock<Scheme> =
        LazyLock::new(|| scheme::builtin().unwrap().into_iter().next().unwrap());
    &SCHEME
}

/// The document of the format's description, without its check code; figures as they add up.
pub const SAMPLE: &str = include_str!("sample.json");

/// SHA-256 of [`SAMPLE`]'s canonical form, by Python: `json.dumps(d, sort_keys=True,
/// separators=(",", ":"), ensure_ascii=False)`, which is RFC 8785 for such data.
pub const SAMPLE_SHA256: &str = include_str!("sample.sha256");

/// The sample with its check code, or with another.
pub fn sample_with(sha256: &str) -> String {
    let mut value: Value = serde_json::from_str(SAMPLE).unwrap();
    value["sha256"] = sha256.into();
    value.to_string()
}

/// Texts with whatever makes trouble somewhere.
pub fn text() -> impl Strategy<Value = String> {
    let awkward = prop::sample::select(vec![
        "",
        "",
        "",
        "区教育局",
        "85",
        "007",
        "1-1",
        "=1+1",
        "+86 10",
        "-5",
        "@sum",
        "\tx",
        "\rx",
        "'",
        "''",
        "'=1",
        "\u{FF1D}1",
        "\u{FF0B}",
        "\u{FF0D}5",
        "\u{FF20}",
        "a、b",
        "a,b",
        "a;b",
        "a\tb",
        "say \"hi\"",
        "\"",
        "two\nlines",
        "two\r\nlines",
        "  blanks  ",
        "\u{FEFF}",
        "是",
        "键",
        "2022/1/10",
        "null",
        "一1、二",
        "\u{FF11}\u{FF12}",
        "1E+17",
        "{}",
    ]);
    prop_oneof![3 => awkward.prop_map(str::to_owned), 1 => "[^\\x00]{0,8}"]
}

/// Names of unknown members: any that no level of a form knows.
fn unknown_name() -> impl Strategy<Value = String> {
    let names = ["x", "备注", "a/b", "~1", "~", "", " ", "json:", "=1", "'", "0", "a\nb"];
    prop::sample::select(names.to_vec()).prop_map(str::to_owned)
}

pub fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_filter("finite", |n| n.is_finite()).prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let members = vec((text(), inner.clone()), 0..4);
        prop_oneof![
            vec(inner, 0..4).prop_map(Value::from),
            members.prop_map(|all| Value::Object(all.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

pub fn extra() -> impl Strategy<Value = Extra> {
    prop_oneof![4 => Just(Extra::new()), 1 => btree_map(unknown_name(), json_value(), 1..3)]
}

/// Names of criteria, options and items: the scheme's and others.
fn id() -> impl Strategy<Value = String> {
    let ids = [
        "tasks",
        "leadership",
        "measures",
        "implementation",
        "publication",
        "learning",
        "publicity",
        "guidance",
        "website",
        "visits",
        "trainings",
        "none",
        "with_meetings",
        "no_schedule",
        "off_schedule",
        "late_reports",
        "awards",
        "opinion",
        "disclosure",
        "grave",
        "listed_only",
        "national",
        "front",
        "other",
        "",
        "a/b",
        "~",
        "0",
        "新",
        "=x",
        "tasks ",
    ];
    prop::sample::select(ids.to_vec()).prop_map(str::to_owned)
}

fn percent() -> impl Strategy<Value = Percent> {
    (-1_000_000i64..=100_000_000, 0u32..=6).prop_filter_map("in bounds", |(digits, scale)| {
        Percent::of(rust_decimal::Decimal::new(digits, scale)).ok()
    })
}

fn points() -> impl Strategy<Value = Points> {
    (-1_000_000i64..=1_000_000, 0u32..=4)
        .prop_map(|(digits, scale)| Points::new(rust_decimal::Decimal::new(digits, scale)))
        .prop_filter("in bounds", |points| points.value().to_string().parse::<Points>().is_ok())
}

fn role() -> impl Strategy<Value = Role> {
    prop::sample::select(vec![Role::Lead, Role::Supporting])
}

fn numbers() -> impl Strategy<Value = Vec<String>> {
    prop_oneof![2 => Just(vec![]), 2 => vec("[1-9]-[1-9]", 1..4), 1 => vec(text(), 0..3)]
}

prop_compose! {
    fn task()(
        number in text(), title in text(), role in option::of(role()),
        completion in option::of(percent()), in_debugging in any::<bool>(),
        claim in option::of(percent()), note in text(), evidence in numbers(), extra in extra(),
    ) -> Task {
        Task { number, title, role, completion, in_debugging, claim, note, evidence, extra }
    }
}

prop_compose! {
    pub fn answer()(
        tasks in option::weighted(0.3, vec(task(), 0..4)),
        choice in option::weighted(0.3, id()),
        met in option::weighted(0.3, any::<bool>()),
        occurrences in option::weighted(0.3, btree_map(id(), any::<u32>(), 0..4)),
        done in option::weighted(0.3, vec(id(), 0..4)),
        figures in figures(),
        note in text(), evidence in numbers(), extra in extra(),
    ) -> Answer {
        Answer { tasks, choice, met, occurrences, done, note, evidence, extra, ..figures }
    }
}

prop_compose! {
    fn evidence()(
        number in text(), name in text(), bytes in option::of(any::<u64>()), sha256 in text(),
        extra in extra(),
    ) -> Evidence {
        Evidence { number, name, bytes, sha256, extra }
    }
}

prop_compose! {
    fn stated()(
        total in option::of(points()), criteria in btree_map(id(), points(), 0..4), extra in extra(),
    ) -> Stated {
        Stated { total, criteria, extra }
    }
}

prop_compose! {
    fn scheme_ref()(
        id in prop_oneof![Just("business-environment-2021".to_owned()), text()],
        revision in any::<u64>(), sha256 in text(), extra in extra(),
    ) -> SchemeRef {
        SchemeRef { id, revision, sha256, extra }
    }
}

/// Our own additions to the head, well-formed and not.
fn additions() -> impl Strategy<Value = Extra> {
    let pointer = prop::sample::select(vec![
        "/filled_on",
        "/answers/tasks/tasks/0/claim",
        "/answers/opinion/scores/1",
        "",
        "x",
    ]);
    let typed = btree_map(pointer.prop_map(str::to_owned), text(), 0..3);
    let typed = typed.prop_map(|typed| typed.into_iter().map(|(k, v)| (k, v.into())).collect());
    let typed = prop_oneof![typed.prop_map(Value::Object), json_value()];
    let missing = prop_oneof![vec(text(), 0..3).prop_map(Value::from), json_value()];
    let district = prop_oneof![text().prop_map(Value::from), json_value()];
    let maybe = |value: BoxedStrategy<Value>| option::weighted(0.3, value);
    (maybe(typed.boxed()), maybe(missing.boxed()), maybe(district.boxed())).prop_map(
        |(typed, missing, district)| {
            let all = [("as_typed", typed), ("missing", missing), ("district", district)];
            all.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
        },
    )
}

prop_compose! {
    /// Any form that a file can say.
    pub fn form()(
        scheme in scheme_ref(),
        head in [text(), text(), text(), text(), text(), text()],
        answers in btree_map(id(), answer(), 0..5),
        evidence in vec(evidence(), 0..3),
        score in option::of(stated()),
        mut extra in extra(),
        additions in additions(),
    ) -> Form {
        let [unit, filled_by, reviewed_by, phone, filled_on, exported_at] = head;
        extra.extend(additions);
        // An answer that says nothing is no answer.
        let said = |(_, answer): &(String, Answer)| *answer != Answer::default();
        let answers: BTreeMap<_, _> = answers.into_iter().filter(said).collect();
        Form {
            scheme, unit, filled_by, reviewed_by, phone, filled_on, answers, evidence, score,
            exported_at, extra,
        }
    }
}
