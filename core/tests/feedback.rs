//! Feedback on a form: made from a check, written, read, and put over the unit's draft.

mod batch_support;
mod form_support;

use batch_support::{batch, decision, read, sealed, sound};
use form_support::scheme;
use proptest::prelude::*;
use selfscore_core::batch::{Basis, Outcome, Progress, Roll, Standing};
use selfscore_core::draft::{Assessment, Draft, assess};
use selfscore_core::feedback::{Feedback, over};
use selfscore_core::form::{CheckCode, Form, FormFile, ShortCode};
use selfscore_core::points::Points;
use selfscore_core::register::Register;
use selfscore_core::scheme::{Basis as Rests, builtin};
use selfscore_core::verify::Verified;
use selfscore_wording::Lang;
use serde_json::{Value, json};

const MADE: &str = "2022-01-20T16:00:00+08:00";

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

/// The sample, in which 4 of the 11 at 部署实施 were verified, so that 69 stand of 76; and its outcome.
fn checked(form: &FormFile, roll: Option<&Roll>, received: &str) -> (Outcome, Feedback) {
    let mut verified = Verified::default();
    verified.decide(scheme(), decision("1", "区教育局", "implementation", "4", &[])).unwrap();
    let basis = Basis { verified: Some(&verified), roll, ..Basis::of(scheme()) };
    let outcome = batch(basis, [("教育.json", form, received)]);
    let feedback = Feedback::of(&basis, &outcome, 0, form, MADE).unwrap();
    (outcome, feedback)
}

fn draft(form: &Form) -> Assessment {
    assess(scheme(), &Draft::from_form(form))
}

#[test]
fn it_says_what_was_claimed_recomputed_and_verified_and_why() {
    let form = sealed(&sound("区教育局"));
    let (_, feedback) = checked(&form, None, "2022-01-13");
    assert_eq!((feedback.unit.as_str(), feedback.state), ("区教育局", Progress::Begun));
    assert_eq!(
        [feedback.claimed, feedback.recomputed, feedback.verified].map(|p| p.unwrap().fixed(2)),
        ["76.00", "76.00", "69.00"]
    );
    assert_eq!(feedback.reviewers, ["王五"]);
    assert_eq!(feedback.form.short_code, ShortCode::of(&form.form).to_string());
    let CheckCode::Matches(code) = &form.check_code else { panic!() };
    assert_eq!((&feedback.form.sha256, feedback.form.received.as_str()), (code, "2022-01-13"));
    assert_eq!(feedback.items.len(), 6, "what is not counted is not there");
    let item = feedback.items.iter().find(|one| one.criterion == "implementation").unwrap();
    assert_eq!((item.claimed, item.recomputed), (Some(points("11")), points("11")));
    assert_eq!((item.verified, item.stands()), (Some(points("4")), points("4")));
    assert_eq!((item.reason.as_str(), item.reviewer.as_str()), ("会议纪要只有一次", "王五"));
    // Both items of the rule are deducted or could be; their words are the notice's.
    let words: Vec<String> = item.clauses.iter().map(|one| one.words(Lang::Zh)).collect();
    assert!(words[0].starts_with("4①未按时间表"), "{words:?}");
    assert!(feedback.findings.is_empty() && feedback.late.is_none() && feedback.rank.is_none());
    assert_eq!(feedback.stem(Lang::Zh), "复核反馈_区教育局");
}

/// Two lead tasks by the register, one left out: 24 of 60, by clause ④.
#[test]
fn a_task_left_out_comes_with_its_clause() {
    let register = "number,title,lead\n1,义务教育入学,区教育局\n2,企业开办,区教育局\n";
    let roll = Roll::of(Register::read(register.as_bytes()).unwrap());
    let (_, feedback) = checked(&sealed(&sound("区教育局")), Some(&roll), "2022-01-16");
    let tasks = &feedback.items[0];
    assert_eq!((tasks.claimed, tasks.recomputed), (Some(points("48")), points("24")));
    let marks: Vec<&str> = tasks.clauses.iter().map(|one| one.mark.as_str()).collect();
    assert!(marks.contains(&"1④") && marks.contains(&"1③"), "{marks:?}");
    assert!(!marks.contains(&"2①"), "no supporting task is there: {marks:?}");
    let codes: Vec<&str> = feedback.findings.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(codes, ["late", "task_missing"]);
    assert!(feedback.findings[1].message.en.contains("企业开办"));
    let late = feedback.late.as_ref().unwrap();
    assert_eq!((late.due.as_str(), late.days, late.forfeited), ("2022-01-14", 2, true));
    assert_eq!(feedback.state, Progress::Forfeited);
}

#[test]
fn what_is_told_of_several_units_is_told_to_each() {
    let mut supporting = sound("区财政局");
    supporting["answers"]["tasks"]["tasks"][0]["role"] = "supporting".into();
    supporting["answers"]["tasks"]["tasks"][0]["completion"] = "90".into();
    let (one, other, third) =
        (sealed(&sound("区教育局")), sealed(&supporting), sealed(&sound("区信访局")));
    let mut third = third;
    third.form.answers.get_mut("tasks").unwrap().tasks.as_mut().unwrap()[0].number = "9".into();
    let basis = Basis::of(scheme());
    let forms = [("一", &one, ""), ("二", &other, ""), ("三", &third, "")];
    let outcome = batch(basis, forms);
    let told = |at: usize, form: &FormFile| {
        let feedback = Feedback::of(&basis, &outcome, at, form, MADE).unwrap();
        feedback.findings.iter().any(|found| found.code == "accounts_differ")
    };
    assert_eq!([told(0, &one), told(1, &other), told(2, &third)], [true, true, false]);
    assert!(Feedback::of(&basis, &outcome, 3, &one, MADE).is_none());
}

#[test]
fn a_form_that_could_not_be_scored_gets_its_findings() {
    let mut other = sound("区教育局");
    other["scheme"] = json!({"id": "another", "revision": 1, "sha256": ""});
    let other = sealed(&other);
    let (_, feedback) = checked(&other, None, "2022-01-13");
    assert_eq!((feedback.state, feedback.recomputed), (Progress::SentBack, None));
    assert!(feedback.items.is_empty());
    assert_eq!(feedback.findings[0].code, "other_scheme");
    let back = Feedback::read(feedback.write().as_bytes()).unwrap();
    assert_eq!(back.feedback, feedback);
}

#[test]
fn it_goes_into_a_file_and_comes_back() {
    let (_, mut feedback) = checked(&sealed(&sound("区教育局")), None, "2022-01-16");
    feedback.rank = Some(3);
    let text = feedback.write();
    assert!(Feedback::recognises(text.as_bytes()));
    let back = Feedback::read(text.as_bytes()).unwrap();
    assert_eq!(back.feedback, feedback);
    assert!(matches!(back.check_code, CheckCode::Matches(_)));
    assert!(back.unknown.is_empty() && back.notes(Lang::Zh).is_empty());
    let with_mark = format!("\u{FEFF}{text}");
    assert_eq!(Feedback::read(with_mark.as_bytes()).unwrap().feedback, feedback);

    let changed = text.replacen("会议纪要只有一次", "会议纪要有两次", 1);
    let changed = Feedback::read(changed.as_bytes()).unwrap();
    assert!(matches!(changed.check_code, CheckCode::Differs { .. }));
    assert!(changed.notes(Lang::En)[0].starts_with("The check code does not match"));
}

/// The example of the format's page; its check code is by Python.
#[test]
fn the_example_of_the_page_is_read() {
    let page = include_str!("../../docs/feedback-format.md");
    let example = page.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let back = Feedback::read(example.as_bytes()).unwrap();
    assert!(matches!(back.check_code, CheckCode::Matches(_)), "{:?}", back.check_code);
    let feedback = back.feedback;
    assert_eq!((feedback.rank, feedback.items.len()), (Some(3), 2));
    assert_eq!(feedback.items[1].verified, Some(points("4")));
    assert_eq!(feedback.items[1].clauses[0].basis, Rests::Reading);
    let words = feedback.items[0].clauses[0].words(Lang::Zh);
    assert!(words.starts_with("3① 未建立") && words.ends_with("扣2分;〔原文〕"), "{words}");
    assert_eq!(Feedback::read(feedback.write().as_bytes()).unwrap().feedback, feedback);
}

#[test]
fn members_that_nobody_knows_are_named_and_passed_over() {
    let (_, feedback) = checked(&sealed(&sound("区教育局")), None, "2022-01-13");
    let mut value: Value = serde_json::from_str(&feedback.write()).unwrap();
    value["seal"] = json!({"a": 1});
    value["items"][0]["x/y"] = json!(1);
    value["items"][0]["title"]["fr"] = json!("Tâches");
    let back = Feedback::read(value.to_string().as_bytes()).unwrap();
    assert_eq!(back.feedback, feedback);
    assert_eq!(back.unknown, ["/items/0/title/fr", "/items/0/x~1y", "/seal"]);
    assert!(back.notes(Lang::Zh).iter().any(|note| note.contains("/seal")));
}

/// The draft has since one training less: 2 instead of 3, 75 instead of 76.
#[test]
fn over_the_units_own_draft_it_is_a_difference() {
    let form = sealed(&sound("区教育局"));
    let (_, feedback) = checked(&form, None, "2022-01-13");
    let same = over(&feedback, scheme(), &draft(&form.form));
    assert_eq!((same.scheme, same.same_unit, same.same_form), (None, true, true));
    assert_eq!(same.notes(Lang::Zh), ["草稿就是这份反馈所说的报送表，没有改动过。"]);
    let row =
        same.rows.iter().find(|row| row.criterion.as_deref() == Some("implementation")).unwrap();
    assert_eq!((row.mine, row.claimed), (Some(points("11")), Some(points("11"))));
    assert_eq!((row.stands(), row.difference), (Some(points("4")), Some(points("-7"))));
    assert_eq!(same.rows.iter().filter(|row| row.differs()).count(), 1);
    assert_eq!(same.total.difference, Some(points("-7")));
    let table = same.table(Lang::Zh).texts();
    assert_eq!(
        table[3][..8],
        ["部署实施", "11.00", "11.00", "11.00", "4.00", "-7.00", "会议纪要只有一次", "王五"]
    );
    assert_eq!(table[6][..6], ["合计", "76.00", "76.00", "76.00", "69.00", "-7.00"]);

    let mut changed = sound("区财政局");
    changed["answers"]["learning"]["occurrences"]["trainings"] = json!(1);
    let other = over(&feedback, scheme(), &draft(&read(&changed).form));
    assert_eq!((other.same_unit, other.same_form), (false, false));
    assert_eq!(other.total.mine, Some(points("75")));
    assert_eq!(other.notes(Lang::En).len(), 2);
}

/// The form claimed 4 for what its answers give 3: the draft is still that form.
#[test]
fn a_form_with_wrong_figures_is_recognised_all_the_same() {
    let mut wrong = sound("区教育局");
    wrong["score"]["criteria"]["learning"] = "4.00".into();
    wrong["score"]["total"] = "77.00".into();
    let form = sealed(&wrong);
    let (_, feedback) = checked(&form, None, "2022-01-13");
    let found = over(&feedback, scheme(), &draft(&form.form));
    assert!(found.same_form);
    let row = found.rows.iter().find(|row| row.criterion.as_deref() == Some("learning")).unwrap();
    assert_eq!(
        (row.mine, row.claimed, row.difference),
        (Some(points("3")), Some(points("4")), Some(points("-1")))
    );
}

#[test]
fn another_scheme_is_said_and_its_figures_are_not_mixed() {
    let form = sealed(&sound("区教育局"));
    let (_, mut feedback) = checked(&form, None, "2022-01-13");
    let draft = draft(&form.form);
    feedback.scheme.sha256 = "0".repeat(64);
    assert_eq!(over(&feedback, scheme(), &draft).scheme, Some(Standing::Changed));
    feedback.scheme.revision = 7;
    assert_eq!(over(&feedback, scheme(), &draft).scheme, Some(Standing::Revision(1)));
    let completed = builtin().unwrap().into_iter().nth(1).unwrap();
    let found = over(&feedback, &completed, &assess(&completed, &Draft::from_form(&form.form)));
    assert_eq!(found.scheme, Some(Standing::Other));
    assert!(found.rows.iter().chain([&found.total]).all(|row| row.mine.is_none()));
    assert!(found.notes(Lang::Zh)[0].contains("另一份方案"));
}

proptest! {
    #![proptest_config(form_support::cases(24))]
    /// Whatever a form says: its feedback is read back as it was, and is its draft's.
    #[test]
    fn every_form_can_be_told_of(form in form_support::form(), received in "2022-01-1[0-9]") {
        let mut form = form;
        form.scheme = read(&sound("区教育局")).form.scheme;
        form.unit = "区教育局".into();
        let file = FormFile { form, check_code: CheckCode::Absent };
        let (_, feedback) = checked(&file, None, &received);
        let back = Feedback::read(feedback.write().as_bytes());
        prop_assert!(back.is_ok(), "{back:?}");
        let back = back.unwrap();
        prop_assert!(back.unknown.is_empty());
        prop_assert_eq!(&back.feedback.items, &feedback.items);
        prop_assert_eq!(back.feedback.findings.len(), feedback.findings.len());
        let sum: Points = feedback.items.iter().map(|item| item.recomputed).sum();
        prop_assert_eq!(Some(sum), feedback.recomputed);
    }
}
