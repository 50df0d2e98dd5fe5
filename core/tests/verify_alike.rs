//! One decision for many equal cases, all or none; and decisions taken back.

mod batch_support;
mod form_support;

use batch_support::{batch, decision, sealed, sound};
use form_support::scheme;
use proptest::prelude::*;
use selfscore_core::batch::{Basis, Outcome, Roll};
use selfscore_core::points::Points;
use selfscore_core::register::Register;
use selfscore_core::verify::{Alike, Decision, Given, Refused, Ruling, Verified, alike, decisions};
use serde_json::json;

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

/// Four units that state 3 for 学习先进经验; the answers of the second and third give 2, of the fourth 4.
fn outcome(verified: &Verified) -> Outcome {
    let units = [("区教育局", 2), ("区财政局", 1), ("区信访局", 1), ("区统计局", 3)];
    let files: Vec<_> = units
        .iter()
        .map(|(unit, trainings)| {
            let mut form = sound(unit);
            form["answers"]["learning"]["occurrences"]["trainings"] = json!(trainings);
            sealed(&form)
        })
        .collect();
    let basis = Basis { verified: Some(verified), ..Basis::of(scheme()) };
    let forms = units.iter().zip(&files).map(|((unit, _), file)| (*unit, file, "2022-01-12"));
    batch(basis, forms)
}

fn ids() -> impl FnMut() -> String {
    let mut made = 0;
    move || {
        made += 1;
        format!("n{made}")
    }
}

fn ruling(given: Given) -> Ruling<'static> {
    Ruling {
        criterion: "learning",
        given,
        reason: "按实际次数核定",
        reviewer: "王五",
        at: "2022-01-21T09:00:00+08:00",
    }
}

#[test]
fn one_decision_goes_to_all_equal_cases() {
    let mut verified = Verified::default();
    verified.decide(scheme(), decision("1", "区信访局", "learning", "3", &[])).unwrap();
    let outcome = outcome(&verified);
    let units = |by| -> Vec<String> {
        alike(scheme(), &outcome, &verified, "learning", by)
            .into_iter()
            .map(|case| case.unit)
            .collect()
    };
    assert_eq!(units(Alike::Found("figures_differ")), ["区财政局", "区信访局", "区统计局"]);
    assert!(units(Alike::Found("late")).is_empty());
    let equal = Alike::Figures { claimed: Some(points("3")), recomputed: points("2") };
    assert_eq!(units(equal), ["区财政局", "区信访局"]);

    let cases = alike(scheme(), &outcome, &verified, "learning", Alike::Found("figures_differ"));
    assert_eq!((cases[0].verified, cases[1].verified), (None, Some(points("3"))));
    let made = decisions(&cases, ruling(Given::Recomputed), ids());
    verified.decide_all(scheme(), made).unwrap();
    let of = |unit: &str| verified.points(unit).get("learning").copied();
    assert_eq!(
        ["区教育局", "区财政局", "区信访局", "区统计局"].map(of),
        [None, Some(points("2")), Some(points("2")), Some(points("4"))]
    );
    assert!(verified.clashes().is_empty(), "what stood before was replaced");
    assert_eq!(verified.all().len(), 4, "and is still there");
}

/// A task left out is found at the criterion of tasks.
#[test]
fn tasks_left_out_are_equal_cases() {
    let register = "number,title,lead\n1,义务教育入学,区教育局\n2,企业开办,区教育局\n";
    let roll = Roll::of(Register::read(register.as_bytes()).unwrap());
    let basis = Basis { roll: Some(&roll), ..Basis::of(scheme()) };
    let file = sealed(&sound("区教育局"));
    let outcome = batch(basis, [("甲", &file, "2022-01-12")]);
    let by = Alike::Found("task_missing");
    let cases = alike(scheme(), &outcome, &Verified::default(), "tasks", by);
    let [case] = &cases[..] else { panic!("{cases:?}") };
    assert_eq!((case.claimed, case.recomputed), (Some(points("48")), points("24")));
    assert!(alike(scheme(), &outcome, &Verified::default(), "learning", by).is_empty());
    assert!(alike(scheme(), &outcome, &Verified::default(), "publicity", by).is_empty());
}

#[test]
fn all_are_taken_or_none_and_every_refusal_names_its_unit() {
    let mut verified = Verified::default();
    let outcome = outcome(&verified);
    let cases = alike(scheme(), &outcome, &verified, "learning", Alike::Found("figures_differ"));
    let made = decisions(&cases, ruling(Given::Points(points("5"))), ids());
    let refused = verified.decide_all(scheme(), made).unwrap_err();
    let out = || Refused::OutOfBounds(points("5"), Points::ZERO, points("4"));
    assert_eq!(
        refused,
        [("区财政局".into(), out()), ("区信访局".into(), out()), ("区统计局".into(), out())]
    );
    assert!(verified.all().is_empty());
    // One bad one among good ones keeps out all.
    let good = decision("1", "区教育局", "learning", "2", &[]);
    let twice = decision("1", "区财政局", "learning", "2", &[]);
    let refused = verified.decide_all(scheme(), vec![good.clone(), twice]).unwrap_err();
    assert_eq!(refused, [("区财政局".into(), Refused::Known("1".into()))]);
    assert!(verified.all().is_empty());
    verified.decide_all(scheme(), vec![good.clone()]).unwrap();
    assert!(verified.decide_all(scheme(), vec![good]).is_err());
}

#[test]
fn what_is_taken_back_gives_back_what_stood_before() {
    let mut verified = Verified::default();
    let first = decision("1", "区教育局", "learning", "3", &[]);
    let second = decision("2", "区教育局", "learning", "1", &["1"]);
    verified.decide_all(scheme(), vec![first, second]).unwrap();
    let of = |verified: &Verified| verified.points("区教育局").get("learning").copied();
    let back = |verified: &mut Verified, id: &str, made: &str| {
        let undo = verified.retract(&[id], "赵六", "2022-01-22T09:00:00+08:00", || made.into());
        let count = undo.len();
        verified.decide_all(scheme(), undo).unwrap();
        count
    };
    assert_eq!(back(&mut verified, "1", "x"), 0, "it does not stand");
    assert_eq!(back(&mut verified, "2", "3"), 1);
    assert_eq!(of(&verified), Some(points("3")));
    let last = verified.standing("区教育局", "learning")[0].clone();
    assert_eq!((last.reviewer.as_str(), last.reason.as_str()), ("赵六", "会议纪要只有一次"));
    // Taking back what took back is doing it again.
    assert_eq!(back(&mut verified, "3", "4"), 1);
    assert_eq!(of(&verified), Some(points("1")));
    // A first decision taken back leaves nothing.
    verified.decide(scheme(), decision("5", "区财政局", "learning", "2", &[])).unwrap();
    assert_eq!(back(&mut verified, "5", "6"), 1);
    assert!(verified.points("区财政局").is_empty());
    assert!(verified.clashes().is_empty());
    assert_eq!(verified.all().len(), 6);
}

/// Two colleagues decided apart, a third settled it and takes that back: both stand again.
#[test]
fn a_clash_that_was_settled_is_one_again() {
    let mut verified = Verified::default();
    for one in [
        decision("1", "区教育局", "learning", "3", &[]),
        decision("2", "区教育局", "learning", "1", &[]),
        decision("3", "区教育局", "learning", "2", &["1", "2"]),
    ] {
        verified.decide(scheme(), one).unwrap();
    }
    assert!(verified.clashes().is_empty());
    let undo = verified.retract(&["3"], "赵六", "2022-01-22T09:00:00+08:00", ids());
    verified.decide_all(scheme(), undo).unwrap();
    let clashes = verified.clashes();
    let found: Vec<_> =
        clashes[0].decisions.iter().map(|one| one.points.unwrap().to_string()).collect();
    assert_eq!(found, ["1", "3"]);
}

proptest! {
    /// Whatever was decided one after the other: taking the last one back gives what counted before it.
    #[test]
    fn taking_back_is_exact(made in proptest::collection::vec(0u32..=5, 1..8)) {
        let mut verified = Verified::default();
        let standing = |verified: &Verified| -> Vec<String> {
            verified.standing("区教育局", "learning").iter().map(|one| one.id.clone()).collect()
        };
        let mut before = None;
        for (at, given) in made.iter().enumerate() {
            before = verified.points("区教育局").get("learning").copied();
            // 5 stands for taking back by hand.
            let text = if *given == 5 { String::new() } else { given.to_string() };
            let replaces = standing(&verified);
            let replaces: Vec<&str> = replaces.iter().map(String::as_str).collect();
            let one: Decision = decision(&at.to_string(), "区教育局", "learning", &text, &replaces);
            verified.decide(scheme(), one).unwrap();
        }
        let last = standing(&verified);
        let last: Vec<&str> = last.iter().map(String::as_str).collect();
        let undo = verified.retract(&last, "赵六", "2022-01-22T09:00:00+08:00", ids());
        verified.decide_all(scheme(), undo).unwrap();
        prop_assert_eq!(verified.points("区教育局").get("learning").copied(), before);
        prop_assert!(verified.clashes().is_empty());
    }
}
