//! Verified points: bounded by the rule, never overwritten, merged with a colleague's.

mod batch_support;
mod form_support;

use batch_support::verified;
use form_support::{sample_with, scheme};
use proptest::prelude::*;
use selfscore_core::form::json;
use selfscore_core::points::Points;
use selfscore_core::scoring::{Circumstances, score_with};
use selfscore_core::verify::{Decision, Refused, Verified};

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

fn decision(id: &str, criterion: &str, text: &str, replaces: &[&str]) -> Decision {
    batch_support::decision(id, "区教育局", criterion, text, replaces)
}

/// 实施: 15 points, so 0 to 15; the notice's scheme rounds to two places; publicity is not counted.
#[test]
fn a_decision_needs_reason_reviewer_and_points_that_the_rule_can_give() {
    let refused = |change: fn(&mut Decision)| {
        let mut one = decision("01", "implementation", "11", &[]);
        change(&mut one);
        Verified::default().decide(scheme(), one)
    };
    assert_eq!(refused(|_| ()), Ok(()));
    assert_eq!(refused(|one| one.points = Some(points("15.00"))), Ok(()));
    let out = |text| Err(Refused::OutOfBounds(points(text), Points::ZERO, points("15")));
    assert_eq!(refused(|one| one.points = Some(points("15.01"))), out("15.01"));
    assert_eq!(refused(|one| one.points = Some(points("-0.01"))), out("-0.01"));
    assert_eq!(
        refused(|one| one.points = Some(points("1.005"))),
        Err(Refused::TooFine(points("1.005"), 2))
    );
    assert_eq!(refused(|one| one.reason = " ".into()), Err(Refused::NoReason));
    assert_eq!(refused(|one| one.reviewer = String::new()), Err(Refused::NoReviewer));
    assert_eq!(
        refused(|one| one.criterion = "publicity".into()),
        Err(Refused::NoCriterion("publicity".into()))
    );
    // Taking back needs no reason.
    assert_eq!(refused(|one| (one.points, one.reason) = (None, String::new())), Ok(()));
}

#[test]
fn the_last_decision_stands_and_can_be_taken_back() {
    let mut all = verified(&[decision("01", "learning", "2", &[])]);
    assert_eq!(all.points("区教育局")["learning"], points("2"));
    all.decide(scheme(), decision("02", "learning", "1", &["01"])).unwrap();
    assert_eq!(all.points("区教育局")["learning"], points("1"));
    all.decide(scheme(), decision("03", "learning", "", &["02"])).unwrap();
    assert!(all.points("区教育局").is_empty());
    assert_eq!(all.all().len(), 3, "nothing is forgotten");
    assert!(all.points("区财政局").is_empty());
}

#[test]
fn what_colleagues_decide_apart_comes_together_and_clashes_are_named() {
    let base = verified(&[decision("01", "learning", "2", &[])]);
    let (mut mine, mut yours) = (base.clone(), base);
    mine.decide(scheme(), decision("02", "learning", "1", &["01"])).unwrap();
    yours.decide(scheme(), decision("03", "learning", "3", &["01"])).unwrap();
    yours.decide(scheme(), decision("04", "leadership", "4", &[])).unwrap();
    mine.merge(yours.clone());
    let clashes = mine.clashes();
    let [clash] = &clashes[..] else { panic!("{clashes:?}") };
    let ids: Vec<&str> = clash.decisions.iter().map(|one| one.id.as_str()).collect();
    assert_eq!((clash.criterion, ids), ("learning", vec!["02", "03"]));
    // What is in dispute does not count; what is not does.
    let standing = mine.points("区教育局");
    assert_eq!(standing.keys().collect::<Vec<_>>(), ["leadership"]);
    mine.decide(scheme(), decision("05", "learning", "3", &["02", "03"])).unwrap();
    assert!(mine.clashes().is_empty());
    assert_eq!(mine.points("区教育局")["learning"], points("3"));
}

/// 76 by the sample; 4 of 11 verified for 部署实施 makes 69, whatever the answers say.
#[test]
fn verified_points_stand_in_the_total_and_explain_themselves() {
    let form = json::read(sample_with(&"0".repeat(64)).as_bytes()).unwrap().form;
    let all = verified(&[decision("01", "implementation", "4", &[])]).points("区教育局");
    let circumstances =
        Circumstances { unit: "区教育局", verified: Some(&all), ..Circumstances::default() };
    let (sheet, _) = score_with(scheme(), &form.answers, &circumstances);
    assert_eq!(sheet.total.fixed(2), "69.00");
    let line = sheet.line("implementation").unwrap();
    assert_eq!(line.points.fixed(2), "4.00");
    let lost: Points = line.losses.iter().map(|loss| loss.points).sum();
    assert_eq!(lost, points("11"));
}

proptest! {
    /// Whoever merges whose work, and how often: all come to the same.
    #[test]
    fn merging_knows_no_order(made in proptest::collection::vec((0u8..3, 0u8..3, 0usize..8), 1..12)) {
        let mut tabs = [Verified::default(), Verified::default(), Verified::default()];
        for (at, (who, criterion, points)) in made.into_iter().enumerate() {
            let criterion = ["learning", "leadership", "measures"][usize::from(criterion)];
            let own = &mut tabs[usize::from(who)];
            let standing = own.standing("区教育局", criterion);
            let replaces: Vec<String> = standing.iter().map(|one| one.id.clone()).collect();
            let replaces: Vec<&str> = replaces.iter().map(String::as_str).collect();
            let text = format!("{}", points % 4);
            let one = decision(&format!("{at:02}"), criterion, &text, &replaces);
            own.decide(scheme(), one).unwrap();
        }
        let merged = |order: [usize; 4]| {
            let mut all = Verified::default();
            order.into_iter().for_each(|at| all.merge(tabs[at].clone()));
            all
        };
        let one = merged([0, 1, 2, 2]);
        prop_assert_eq!(&one, &merged([2, 1, 0, 1]));
        for clash in one.clashes() {
            prop_assert!(!one.points(clash.unit).contains_key(clash.criterion));
        }
    }
}
