//! Judged shares of all units side by side: who is judged alike, and who stands apart.

mod batch_support;
mod form_support;

use batch_support::{read, sound};
use form_support::{kinds, scheme};
use proptest::prelude::*;
use selfscore_core::batch::Shares;
use selfscore_core::batch::shares::{At, Group, rule_words};
use selfscore_core::form::Form;
use selfscore_core::points::Points;
use selfscore_core::results;
use selfscore_wording::Lang;
use serde_json::{Value, json};

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

fn task(number: &str, completion: &str, claim: Option<&str>) -> Value {
    json!({"number": number, "title": "一网通办", "role": "lead", "completion": completion,
        "in_debugging": false, "claim": claim, "note": "理由", "evidence": []})
}

/// A unit's form with these tasks.
fn form(unit: &str, tasks: &[Value]) -> Form {
    let mut form = sound(unit);
    form["answers"]["tasks"]["tasks"] = tasks.into();
    read(&form).form
}

fn groups(forms: &[Form]) -> Vec<Group> {
    let mut shares = Shares::new(scheme());
    for (at, form) in forms.iter().enumerate() {
        shares.add(at, form);
    }
    shares.finish(|_| true)
}

fn completion(group: &Group) -> String {
    let At::Completion(percent) = &group.at else { panic!("{group:?}") };
    percent.to_string()
}

/// The scheme's band is from 60 up to, and without, 100 per cent; below it and in the debugging stage nothing
/// is judged.
#[test]
fn only_what_the_scheme_judges_is_there_and_by_rising_completion() {
    let mut debugging = task("4", "70", None);
    debugging["in_debugging"] = true.into();
    let forms = [
        form(
            "区教育局",
            &[
                task("1", "85", Some("80")),
                task("2", "59.99", None),
                task("3", "100", None),
                debugging,
            ],
        ),
        form("区财政局", &[task("1", "85.00", Some("70")), task("5", "60", Some("10"))]),
        form("区信访局", &[task("1", "9", None), task("6", "85", None)]),
    ];
    let groups = groups(&forms);
    let [sixty, eighty] = &groups[..] else { panic!("{groups:?}") };
    assert_eq!((completion(sixty), completion(eighty)), ("60".into(), "85".into()));
    let claims: Vec<(&str, &str, Option<Points>)> = eighty
        .claims
        .iter()
        .map(|one| (one.unit.as_str(), one.number.as_str(), one.claim))
        .collect();
    assert_eq!(
        claims,
        [
            ("区财政局", "1", Some(points("70"))),
            ("区教育局", "1", Some(points("80"))),
            ("区信访局", "6", None)
        ]
    );
    assert_eq!(
        (eighty.lowest, eighty.median, eighty.highest),
        (Some(points("70")), Some(points("75")), Some(points("80")))
    );
    assert_eq!(eighty.words(scheme(), Lang::Zh), "完成率 85%");
    assert!(!eighty.has_outliers(), "two are too few to tell who is the odd one");
}

/// Claims at 80 per cent, and those that stand apart by the rule, worked out by hand.
#[test]
fn who_stands_apart() {
    let cases: [(&[&str], &[&str]); 7] = [
        // Median 80, median distance 0: 30 is more than 10.
        (&["80", "80", "80", "50"], &["50"]),
        // The same, but exactly 10 away: not more.
        (&["80", "80", "80", "70", "90"], &[]),
        (&["80", "80", "80", "69.99"], &["69.99"]),
        // Median 70, distances 20, 0, 20, their median 20: none is more than 40 away.
        (&["50", "70", "90"], &[]),
        // Median 72, distances 2, 1, 0, 3, 28, their median 2: 28 is more than 10 and than 4.
        (&["70", "71", "72", "75", "100"], &["100"]),
        // Median 70, distances 15, 5, 0, 5, 30, their median 5: 15 and 30 are more than 10.
        (&["55", "65", "70", "75", "100"], &["55", "100"]),
        (&["0", "100"], &[]),
    ];
    for (claims, apart) in cases {
        let forms: Vec<Form> = claims
            .iter()
            .zip(&scheme().file().units)
            .map(|(claim, unit)| form(unit, &[task("1", "80", Some(claim))]))
            .collect();
        let groups = groups(&forms);
        let outliers = groups[0].claims.iter().filter(|one| one.outlier);
        let found: Vec<String> = outliers.map(|one| one.claim.unwrap().to_string()).collect();
        assert_eq!(found, apart, "{claims:?}");
    }
    assert!(rule_words(Lang::Zh).contains("不少于 3 个"));
    assert!(rule_words(Lang::En).contains("10 %"));
}

#[test]
fn a_form_that_does_not_count_is_left_out() {
    let forms = [
        form("区教育局", &[task("1", "80", Some("10"))]),
        form("区教育局", &[task("1", "80", Some("90")), task("2", "70", Some("30"))]),
    ];
    let mut shares = Shares::new(scheme());
    for (at, form) in forms.iter().enumerate() {
        shares.add(at, form);
    }
    let groups = shares.finish(|at| at == 0);
    let [group] = &groups[..] else { panic!("{groups:?}") };
    assert_eq!(group.median, Some(points("10")));
    let table = results::shares(scheme(), &groups, Lang::Zh);
    let row = &table.texts()[0];
    assert_eq!(
        row[1..11],
        [
            "完成率 80%",
            "区教育局",
            "1 一网通办",
            "牵头",
            "10.00",
            "",
            "10.000",
            "10.00",
            "10.00",
            "0.000"
        ]
    );
}

/// An option from 1 to 3 points, an item that happened twice at 5 to 10 points each, and a criterion from 0 to 5;
/// their claims are the sample's.
#[test]
fn other_judged_rules_are_grouped_by_what_is_judged() {
    let scheme = kinds::kinds();
    let mut shares = Shares::new(scheme);
    shares.add(0, &kinds::sample());
    let groups = shares.finish(|_| true);
    let found: Vec<_> = groups
        .iter()
        .map(|one| (one.at.clone(), one.range.0, one.range.1, one.claims[0].claim.unwrap()))
        .collect();
    let expected = |at, least, most, claim| (at, points(least), points(most), points(claim));
    assert_eq!(
        found,
        [
            expected(At::Choice("partly".into()), "1", "3", "2.5"),
            expected(At::Item("grave".into(), 2), "10", "20", "12"),
            expected(At::Whole, "0", "5", "3"),
        ]
    );
    let words: Vec<String> = groups.iter().map(|one| one.words(scheme, Lang::Zh)).collect();
    assert_eq!(words[..2], ["不健全", "严重违规（2 次）"]);
}

proptest! {
    #![proptest_config(form_support::cases(48))]
    /// The order of forms changes nothing; like claims are marked alike; the median never stands apart; and
    /// at most half of a group does.
    #[test]
    fn like_is_marked_alike(
        claims in proptest::collection::vec((0u32..=20, 0u32..3), 1..14),
        turn in 0usize..14,
    ) {
        let units = &scheme().file().units;
        let mut forms: Vec<Form> = claims
            .iter()
            .zip(units)
            .map(|((claim, rate), unit)| {
                let completion = (60 + rate * 10).to_string();
                form(unit, &[task("1", &completion, Some(&(claim * 5).to_string()))])
            })
            .collect();
        let strip = |groups: Vec<Group>| -> Vec<Vec<(String, Option<Points>, bool)>> {
            let of = |group: Group| {
                let row = |one: selfscore_core::batch::shares::Claim| (one.unit, one.claim, one.outlier);
                group.claims.into_iter().map(row).collect()
            };
            groups.into_iter().map(of).collect()
        };
        let found = groups(&forms);
        for group in &found {
            let apart = group.claims.iter().filter(|one| one.outlier).count();
            prop_assert!(apart * 2 <= group.claims.len());
            for one in &group.claims {
                prop_assert!(!(one.outlier && one.claim == group.median));
                let alike = group.claims.iter().filter(|other| other.claim == one.claim);
                prop_assert!(alike.into_iter().all(|other| other.outlier == one.outlier));
            }
        }
        let turn = turn % forms.len();
        forms.rotate_left(turn);
        prop_assert_eq!(strip(groups(&forms)), strip(found));
    }
}
