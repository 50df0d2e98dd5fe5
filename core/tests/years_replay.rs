//! Last year's forms under this year's draft, worked out by hand; the schemes and the totals under
//! the first are told in `years_support`.

mod years_support;

use selfscore_core::scheme::Scheme;
use selfscore_core::scoring::Cause;
use selfscore_core::years::{Remark, Replay, replay};
use years_support::{NEW, OLD, criterion, first, form, fourth, new, old, scheme, second, third};

fn four(old: &Scheme, new: &Scheme) -> Replay {
    replay(old, new, &[first(), second(), third(), fourth()])
}

/// Totals and places under both.
///
/// 甲: 6 + (6−3) + (4−2×2) + (3×1 + 3×0.5 + 1×2) + 4 + 10×90÷90 = 29.5; 走访 is counted in persons
/// now and cannot be carried, 公开 was never asked.
/// 乙: 2 + 6 + 4 + 0 + 0 + 10×45÷90 = 17. 丙: 0 + 6 + 4 + min(6 + 2×2, 8) + 0 + 5 = 23.
/// 丁: 0 + max(6−15, 0) + 4 + 0 + 0 + 0 = 4.
#[test]
fn who_moves_and_by_how_much() {
    let replay = four(&old(), &new());
    let told = replay.units.iter().map(|unit| {
        let (was, is) = (&unit.before, &unit.after);
        format!(
            "{} {} {}/{} -> {} {}/{} = {}, {}",
            unit.unit,
            was.total.fixed(2),
            was.rank.place,
            was.rank.shared_by,
            is.total.fixed(2),
            is.rank.place,
            is.rank.shared_by,
            unit.difference.fixed(2),
            unit.rises(),
        )
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "甲 40.00 1/1 -> 29.50 1/1 = -10.50, 0",
            "乙 24.50 2/2 -> 17.00 3/1 = -7.50, -1",
            "丙 24.50 2/2 -> 23.00 2/1 = -1.50, 0",
            "丁 0.00 4/1 -> 4.00 4/1 = 4.00, 0",
        ]
    );
    assert_eq!(
        (replay.old.maximum.fixed(0), replay.new.maximum.fixed(0)),
        ("49".into(), "44".into())
    );
    assert!(replay.units.iter().all(|unit| unit.before.complete && !unit.after.complete));
    assert!(!replay.without_map && replay.unknown.is_empty());
    assert!(replay.units.iter().all(|unit| unit.remarks.is_empty()));
}

/// Where the next place follows on, 丁 is the third of 40, 24.5, 24.5, 0.
#[test]
fn places_after_equal_totals_are_the_schemes() {
    let dense = scheme(OLD, |file| file["total"] = serde_json::json!({"ties": "dense"}));
    let places: Vec<usize> =
        four(&dense, &new()).units.iter().map(|unit| unit.before.rank.place).collect();
    assert_eq!(places, [1, 2, 2, 3]);
}

#[test]
fn by_which_criteria_and_clauses() {
    let replay = four(&old(), &new());
    let told = |at: usize| {
        let by = replay.units[at].by.iter();
        let ids = |all: &[selfscore_core::years::Named]| {
            all.iter().map(|one| one.id.as_str()).collect::<Vec<_>>().join("+")
        };
        let by = by.map(|by| format!("{}>{} {}", ids(&by.from), ids(&by.to), by.difference));
        by.collect::<Vec<_>>()
    };
    // 4→0, 6→3+0, 3→0, 6→4, 5→6, 9→10, 4+3→6.5: together −10.5. Equal ones as the tables have them.
    assert_eq!(
        told(0),
        [
            "honour> -4",
            "letters>timely+accurate -3",
            "visits>visits -3",
            "reports>reports -2",
            "plan>planning 1",
            "rate>rate 1",
            "news+video>outreach -0.5",
        ]
    );
    // 5→0, 2→0, 3→2, 4.5→5; 10→6+4 is no difference.
    assert_eq!(told(1), ["honour> -5", "reports>reports -2", "plan>planning -1", "rate>rate 0.5"]);
    assert_eq!(told(2), ["news+video>outreach -2", "rate>rate 0.5"]);

    let letters = &replay.units[0].by[1];
    assert_eq!((letters.before.fixed(0), letters.after.fixed(0)), ("6".into(), "3".into()));
    assert_eq!(
        (letters.full_before.fixed(0), letters.full_after.fixed(0)),
        ("10".into(), "10".into())
    );
    let lost = letters.lost.iter().map(|lost| {
        let about = lost.about.as_ref().map_or("", |about| about.zh.as_str());
        let marks: Vec<&str> = lost.clauses.iter().map(|clause| clause.mark.as_str()).collect();
        assert_eq!(lost.cause, Cause::Deduction);
        format!("{} {} {about} {} {}", lost.after, lost.at.id, lost.points, marks.join(""))
    });
    assert_eq!(
        lost.collect::<Vec<_>>(),
        [
            "false letters 逾期 2 ①",
            "false letters 差错 2 ②",
            "true timely 逾期 3 ①",
            "true accurate 差错 4 ①",
        ]
    );
    // 走访: what was earned is unanswered now.
    let visits = &replay.units[0].by[2];
    let causes: Vec<_> = visits.lost.iter().map(|lost| (lost.after, lost.cause)).collect();
    assert_eq!(causes, [(true, Cause::Unanswered)]);
}

/// What lines do not explain is the way to the total: a cap of 20 takes 29.5 − 20 = 9.5 from 甲.
#[test]
fn the_way_to_the_total_is_a_part_of_the_difference() {
    let capped = scheme(NEW, |file| {
        file["clauses"] = serde_json::json!([{"id": "top", "mark": "附则", "text": {"zh": "最高20分"}, "basis": "notice"}]);
        file["total"] =
            serde_json::json!({"modifiers": [{"op": "cap", "at": "20", "clause": "top"}]});
    });
    let replay = four(&old(), &capped);
    let unit = &replay.units[0];
    assert_eq!(
        (unit.after.total.fixed(2), unit.difference.fixed(2)),
        ("20.00".into(), "-20.00".into())
    );
    let rest = unit.by.iter().find(|by| by.from.is_empty() && by.to.is_empty()).unwrap();
    assert_eq!(rest.difference.fixed(2), "-9.50");
    assert!(rest.lost.iter().any(|lost| lost.clauses.iter().any(|clause| clause.mark == "附则")));
    for unit in &replay.units {
        let sum: selfscore_core::points::Points = unit.by.iter().map(|by| by.difference).sum();
        assert_eq!(sum, unit.difference, "{}", unit.unit);
    }
}

#[test]
fn which_criteria_tell_units_apart() {
    let replay = four(&old(), &new());
    let told = replay.criteria.iter().map(|told| {
        let points = |points: Option<selfscore_core::points::Points>| points.unwrap().fixed(2);
        let (least, median, most) = (points(told.least), points(told.median), points(told.most));
        format!("{} {least} {median} {most} of {}, {} open", told.criterion, told.units, told.open)
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "planning 0.00 1.00 6.00 of 4, 0 open", // 0 0 2 6
            "timely 0.00 4.50 6.00 of 4, 0 open",   // 0 3 6 6
            "accurate 0.00 4.00 4.00 of 4, 0 open", // 0 4 4 4
            "outreach 0.00 3.25 8.00 of 4, 0 open", // 0 0 6.5 8
            "reports 0.00 0.00 4.00 of 4, 0 open",  // 0 0 0 4
            "rate 0.00 5.00 10.00 of 4, 0 open",    // 0 5 5 10
            "visits 0.00 0.00 0.00 of 4, 4 open",
            "open 0.00 0.00 0.00 of 4, 4 open",
        ]
    );
    let same = replay.criteria.iter().filter(|told| told.same().is_some());
    let same: Vec<_> = same.map(|told| (told.criterion.as_str(), told.no_longer())).collect();
    // 走访 told them apart, 3 0 0 0; 公开 is new.
    assert_eq!(same, [("visits", true), ("open", false)]);
    // Of one unit nobody can say.
    let one = selfscore_core::years::replay(&old(), &new(), &[first()]);
    assert!(one.criteria.iter().all(|told| told.apart.is_none() && told.same().is_none()));
    // Of none there is nothing to say.
    let none = selfscore_core::years::replay(&old(), &new(), &[]);
    assert!(none.units.is_empty() && none.criteria.iter().all(|told| told.median.is_none()));
}

#[test]
fn the_same_scheme_moves_nobody() {
    let replay = four(&old(), &old());
    for unit in &replay.units {
        assert_eq!(unit.before, unit.after);
        assert!(unit.by.is_empty() && unit.left.is_empty() && unit.fresh.is_empty());
    }
}

#[test]
fn forms_that_do_not_fit_are_remarked_on() {
    let mut other = first();
    other.scheme.id = "y2023".into();
    let mut later = first();
    later.scheme.revision = 7;
    let stranger = form("戊", serde_json::json!({}));
    let without = scheme(NEW, |file| file["units"] = serde_json::json!(["甲", "戊"]));
    let replay = replay(&old(), &without, &[other, later, stranger, second()]);
    let remarks: Vec<_> = replay.units.into_iter().map(|unit| unit.remarks).collect();
    assert_eq!(
        remarks,
        [
            vec![Remark::OtherScheme { id: "y2023".into() }, Remark::SeveralForms],
            vec![Remark::OtherRevision { revision: 7 }, Remark::SeveralForms],
            vec![Remark::NotInOld],
            vec![Remark::NotInNew],
        ]
    );
}

/// Full marks alone move everybody: 6 instead of 5 for the same option.
#[test]
fn a_change_of_one_number_is_that_criterions() {
    let dearer = scheme(OLD, |file| {
        let plan = criterion(file, "plan");
        plan["points"] = "6".into();
        plan["rule"]["options"][2]["points"] = "6".into();
    });
    let replay = four(&old(), &dearer);
    let moved: Vec<String> = replay.units.iter().map(|unit| unit.difference.fixed(2)).collect();
    assert_eq!(moved, ["1.00", "0.00", "0.00", "0.00"]);
    assert_eq!(replay.units[0].by.len(), 1);
    assert!(!replay.without_map, "a revision of the same scheme needs no map");
}
