//! What differs between two forms of a unit, in words and in points.

mod batch_support;
mod form_support;

use batch_support::{read, sound};
use form_support::scheme;
use proptest::prelude::*;
use selfscore_core::form::Form;
use selfscore_core::results;
use selfscore_core::review::{Difference, between};
use selfscore_wording::Lang;
use serde_json::{Value, json};

fn form(change: impl FnOnce(&mut Value)) -> Form {
    let mut value = sound("区教育局");
    change(&mut value);
    read(&value).form
}

fn task(number: &str, title: &str, claim: &str) -> Value {
    json!({"number": number, "title": title, "role": "lead", "completion": "85",
        "in_debugging": false, "claim": claim, "note": "理由", "evidence": ["1-1"]})
}

fn lines(difference: &Difference, lang: Lang) -> Vec<[String; 3]> {
    let line = |one: &selfscore_core::review::FieldDiffers| {
        [&one.field, &one.before, &one.after].map(|text| text.get(lang).to_owned())
    };
    difference.fields.iter().map(line).collect()
}

fn points(difference: &Difference) -> Vec<(String, String, String)> {
    let line = |one: &selfscore_core::review::PointsDiffer| {
        (one.title.zh.clone(), one.before.fixed(2), one.after.fixed(2))
    };
    difference.points.iter().map(line).collect()
}

/// Two trainings become one: 3 points become 2, and 76 become 75.
#[test]
fn an_answer_that_changed_is_told_with_its_points() {
    let earlier = form(|_| {});
    let later = form(|form| {
        form["answers"]["learning"]["occurrences"]["trainings"] = json!(1);
        form["phone"] = "0750-1234567".into();
        form["exported_at"] = "2022-01-13T09:00:00+08:00".into();
    });
    let found = between(scheme(), &earlier, &later);
    let told = lines(&found, Lang::Zh);
    assert!(
        told.contains(&["联系电话".into(), "（空）".into(), "0750-1234567".into()]),
        "{told:?}"
    );
    let training = told.iter().find(|line| line[0].starts_with("学习先进经验")).unwrap();
    assert_eq!((training[1].as_str(), training[2].as_str()), ("2", "1"));
    assert_eq!(told.len(), 2, "when it was exported is no difference of what it says");
    assert!(
        lines(&found, Lang::En).iter().any(|line| line[0] == "Telephone" && line[1] == "(empty)")
    );
    let line = |title: &str, before: &str, after: &str| (title.into(), before.into(), after.into());
    assert_eq!(
        points(&found),
        [line("学习先进经验", "3.00", "2.00"), line("合计", "76.00", "75.00")]
    );
    let [fields, figures] = results::differences(scheme(), &found, Lang::Zh);
    assert_eq!(
        (fields.rows.len(), &figures.texts()[1][..]),
        (2, &["合计", "76.00", "75.00"].map(String::from)[..])
    );
    assert!(between(scheme(), &later, &later).is_empty());
}

/// Tasks are the same by number, then by title, wherever they stand. 60 × 0.8 = 48 become 60 × (0.8 + 0.6) ÷ 2 = 42.
#[test]
fn tasks_keep_their_identity_when_rows_move() {
    let tasks = |tasks: Value| form(|form| form["answers"]["tasks"]["tasks"] = tasks);
    let earlier = tasks(json!([task("1", "入学", "80")]));
    let later = tasks(json!([task("02", "企业开办", "60"), task("01", "入学", "80")]));
    let found = between(scheme(), &earlier, &later);
    let told = lines(&found, Lang::Zh);
    assert!(
        told.contains(&["完成任务 · 任务 02".into(), "（空）".into(), "02 企业开办".into()]),
        "{told:?}"
    );
    assert_eq!(points(&found)[0], ("完成任务".into(), "48.00".into(), "42.00".into()));
    // And gone again: told by the form that had it.
    let back = lines(&between(scheme(), &later, &earlier), Lang::Zh);
    assert!(
        back.contains(&["完成任务 · 任务 02".into(), "02 企业开办".into(), "（空）".into()]),
        "{back:?}"
    );

    let (one, other) = (task("1", "入学", "80"), task("2", "企业开办", "60"));
    let swapped =
        between(scheme(), &tasks(json!([one.clone(), other.clone()])), &tasks(json!([other, one])));
    assert!(swapped.is_empty(), "{swapped:?}");
    // Another number, the same title: one row that changed its number.
    let renumbered = tasks(json!([task("7", "入学", "80")]));
    let told = lines(&between(scheme(), &earlier, &renumbered), Lang::Zh);
    assert_eq!(told, [["完成任务 · 任务 7 · 序号".to_owned(), "1".into(), "7".into()]]);
}

proptest! {
    #![proptest_config(form_support::cases(32))]
    /// Of any two forms: nothing of one and itself; and as much one way as the other.
    #[test]
    fn it_is_the_same_both_ways(one in form_support::form(), other in form_support::form()) {
        prop_assert!(between(scheme(), &one, &one).fields.is_empty());
        let there = between(scheme(), &one, &other);
        let back = between(scheme(), &other, &one);
        prop_assert_eq!(there.points.len(), back.points.len());
        for (there, back) in there.points.iter().zip(&back.points) {
            prop_assert_eq!((there.before, there.after), (back.after, back.before));
        }
    }
}
