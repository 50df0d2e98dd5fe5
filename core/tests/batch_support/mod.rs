//! Forms as a batch takes them.

#![allow(dead_code)] // each test uses a part

use selfscore_core::batch::{Basis, Batch, Outcome, Submitted, examine};
use selfscore_core::form::{CheckCode, FormFile, json};
use selfscore_core::verify::{Decision, Verified};
use serde_json::{Value, json};

use crate::form_support::{SAMPLE, scheme};

/// The sample of the format's description (76.00, worked out there) with evidence for all that claims
/// points, and its digest.
pub fn sound(unit: &str) -> Value {
    let mut form: Value = serde_json::from_str(SAMPLE).unwrap();
    form["unit"] = unit.into();
    form["scheme"]["sha256"] = scheme().digest().into();
    for (criterion, number) in [
        ("leadership", "3-0"),
        ("measures", "3-1"),
        ("publication", "5-1"),
        ("implementation", "4-1"),
        ("learning", "6-1"),
        ("publicity", "7-1"),
    ] {
        form["answers"][criterion]["evidence"] = json!([number]);
    }
    let numbers = ["1-1", "3-0", "3-1", "4-1", "5-1", "6-1", "7-1"];
    let piece = |number| json!({ "number": number, "name": format!("{number}.pdf"), "bytes": 1 });
    form["evidence"] = numbers.into_iter().map(piece).collect();
    form
}

pub fn read(form: &Value) -> FormFile {
    json::read(form.to_string().as_bytes()).unwrap()
}

/// The file, sealed.
pub fn sealed(form: &Value) -> FormFile {
    let mut file = read(form);
    file.check_code = CheckCode::Matches(json::check_code(&file.form));
    file
}

/// A batch of forms: file, form, date of receipt.
pub fn batch<'a>(
    basis: Basis<'_>,
    forms: impl IntoIterator<Item = (&'a str, &'a FormFile, &'a str)>,
) -> Outcome {
    let mut batch = Batch::new(basis);
    for (file, form, received) in forms {
        let submitted = Submitted { file, received: Some(received) };
        batch.add(examine(&basis, submitted, Ok(form)));
    }
    batch.finish()
}

/// A decision of one reviewer.
pub fn decision(
    id: &str,
    unit: &str,
    criterion: &str,
    points: &str,
    replaces: &[&str],
) -> Decision {
    Decision {
        id: id.into(),
        unit: unit.into(),
        criterion: criterion.into(),
        points: points.parse().ok(),
        reason: "会议纪要只有一次".into(),
        reviewer: "王五".into(),
        at: format!("2022-01-20T09:{id:0>2}:00+08:00"),
        replaces: replaces.iter().map(|id| (*id).to_owned()).collect(),
    }
}

/// Decisions, all of which the scheme bears out.
pub fn verified(decisions: &[Decision]) -> Verified {
    let mut verified = Verified::default();
    for one in decisions {
        verified.decide(scheme(), one.clone()).unwrap();
    }
    verified
}
