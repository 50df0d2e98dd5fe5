//! Files of the same name and unit are forms of their own: what is found of one is not told of another.

mod batch_support;
mod form_support;

use batch_support::{batch, sealed, sound};
use form_support::scheme;
use selfscore_core::batch::{Basis, Outcome};
use selfscore_core::feedback::Feedback;
use selfscore_core::form::FormFile;
use selfscore_core::results::Results;
use selfscore_core::verify::{Alike, Verified, alike};
use serde_json::json;

/// A form that states 2 for 学习先进经验 where its answers give 3.
fn wrong(unit: &str) -> FormFile {
    let mut form = sound(unit);
    form["score"]["criteria"]["learning"] = "2.00".into();
    sealed(&form)
}

fn outcome(forms: &[&FormFile]) -> Outcome {
    batch(Basis::of(scheme()), forms.iter().map(|form| ("表.json", *form, "2022-01-12")))
}

/// The findings of each form: as the outcome gives them, as its row counts them, and in its feedback.
fn told(forms: &[&FormFile]) -> Vec<Vec<&'static str>> {
    let outcome = outcome(forms);
    let results = Results::of(scheme(), &outcome);
    let of = |at: usize| {
        let codes: Vec<&str> = outcome.of_form(at).map(|found| found.what.code()).collect();
        if let Some(row) = results.rows.iter().find(|row| row.form == Some(at)) {
            let all = row.findings.iter().flat_map(|(code, times)| vec![*code; *times]);
            let [mut counted, mut found] = [all.collect(), codes.clone()];
            counted.sort_unstable();
            found.sort_unstable();
            assert_eq!(counted, found, "the row of form {at}");
        }
        let feedback = Feedback::of(&Basis::of(scheme()), &outcome, at, forms[at], "").unwrap();
        let given: Vec<&str> = feedback.findings.iter().map(|found| found.code.as_str()).collect();
        assert_eq!(given, codes, "the feedback on form {at}");
        outcome.of_form(at).map(|found| found.what.code()).collect()
    };
    (0..forms.len()).map(of).collect()
}

/// Forms that name no unit all stand in the table.
#[test]
fn forms_without_a_unit_have_their_own_findings() {
    let (good, bad) = (sealed(&sound("")), wrong(""));
    assert_eq!(
        told(&[&bad, &good, &bad]),
        [
            vec!["unknown_unit", "figures_differ"],
            vec!["unknown_unit"],
            vec!["unknown_unit", "figures_differ"]
        ]
    );
}

/// So do those of a unit that cannot be scored, by another scheme and by another one still.
#[test]
fn forms_that_were_sent_back_have_their_own_findings() {
    let other = |id: &str| {
        let mut form = sound("区教育局");
        form["scheme"] = json!({"id": id, "revision": 1, "sha256": ""});
        sealed(&form)
    };
    let (one, another) = (other("one"), other("another"));
    assert_eq!(told(&[&one, &another]), [["other_scheme"], ["other_scheme"]]);
}

/// The form that counts is right; the one before it, which had the same name, was not.
#[test]
fn what_an_earlier_form_had_wrong_is_not_the_later_ones() {
    let (bad, good) = (wrong("区教育局"), sealed(&sound("区教育局")));
    assert_eq!(told(&[&bad, &good]), [vec!["figures_differ", "duplicate"], vec![]]);
    let outcome = outcome(&[&bad, &good]);
    let found =
        |code| alike(scheme(), &outcome, &Verified::default(), "learning", Alike::Found(code));
    assert_eq!(found("figures_differ"), []);
}

/// What is found of several units together is told of the form of each that counts.
#[test]
fn what_units_tell_differently_is_told_of_the_forms_that_count() {
    let mut supporting = sound("区财政局");
    supporting["answers"]["tasks"]["tasks"][0]["role"] = "supporting".into();
    supporting["answers"]["tasks"]["tasks"][0]["completion"] = "90".into();
    let mut earlier = sound("区教育局");
    earlier["exported_at"] = "2022-01-10T09:00:00+08:00".into();
    earlier["phone"] = "1".into();
    let (earlier, leading, supporting) =
        (sealed(&earlier), sealed(&sound("区教育局")), sealed(&supporting));
    let told = told(&[&earlier, &leading, &supporting]);
    assert_eq!(told[0], ["duplicate"]);
    assert!(
        told[1].contains(&"accounts_differ") && told[2].contains(&"accounts_differ"),
        "{told:?}"
    );
}

/// A form that is there again has no findings of its own left; those that are left keep their form.
#[test]
fn the_same_form_again_leaves_findings_with_the_first() {
    let bad = wrong("区教育局");
    let outcome = outcome(&[&bad, &bad]);
    let of: Vec<usize> = (0..2).map(|at| outcome.of_form(at).count()).collect();
    let counts = outcome.forms.iter().position(|form| form.superseded_by.is_none()).unwrap();
    assert_eq!(of.iter().sum::<usize>(), 1);
    assert_eq!(of[counts], 1);
}
