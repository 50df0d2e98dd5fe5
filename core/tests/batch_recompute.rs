//! The explained figures of a form are those that its check gives.

mod batch_support;
mod form_support;

use batch_support::{decision, sealed, sound};
use form_support::scheme;
use selfscore_core::batch::{Basis, Roll, Submitted, examine, recompute};
use selfscore_core::points::Points;
use selfscore_core::register::Register;
use selfscore_core::verify::Verified;
use selfscore_wording::Lang;
use serde_json::json;

const SUBMITTED: Submitted<'_> = Submitted { file: "表.json", received: None };

/// Two lead tasks by the register, one left out: 60 × (0.8 + 0) ÷ 2 = 24, 76 becomes 52. What was verified is
/// another matter.
#[test]
fn a_task_left_out_is_in_the_explanation() {
    let register = "number,title,lead\n1,义务教育入学,区教育局\n2,企业开办,区教育局\n";
    let roll = Roll::of(Register::read(register.as_bytes()).unwrap());
    let mut verified = Verified::default();
    verified.decide(scheme(), decision("1", "区教育局", "learning", "1", &[])).unwrap();
    let basis = Basis { roll: Some(&roll), verified: Some(&verified), ..Basis::of(scheme()) };
    let file = sealed(&sound("区教育局"));
    let sheet = recompute(&basis, SUBMITTED, &file).unwrap();
    assert_eq!(sheet.total.fixed(2), "52.00");
    let line = sheet.line("tasks").unwrap();
    assert_eq!(line.points.fixed(2), "24.00");
    assert_eq!(sheet.line("learning").unwrap().points.fixed(2), "3.00");
    let losses: Vec<String> = line
        .losses
        .iter()
        .filter_map(|loss| Some(loss.about.as_ref()?.get(Lang::Zh).to_owned()))
        .collect();
    assert!(losses.iter().any(|about| about.contains('2')), "{losses:?}");

    let figures = examine(&basis, SUBMITTED, Ok(&file)).figures.unwrap();
    let explained: Vec<Points> = sheet.lines.iter().map(|line| line.points).collect();
    let checked: Vec<Points> = figures.lines.iter().map(|line| line.recomputed).collect();
    assert_eq!(explained, checked);
}

#[test]
fn a_form_of_another_scheme_has_no_figures_to_explain() {
    let mut form = sound("区教育局");
    form["scheme"] = json!({"id": "another", "revision": 1, "sha256": ""});
    assert!(recompute(&Basis::of(scheme()), SUBMITTED, &sealed(&form)).is_none());
}
