//! Results with the district's name in place of the scheme's mask: the notice masks it in 市公安局**分局,
//! 市生态环境局**分局 and **供电局.

mod batch_support;
mod form_support;

use batch_support::{batch, decision, sealed, sound};
use form_support::scheme;
use selfscore_core::batch::{Basis, Outcome};
use selfscore_core::form::Form;
use selfscore_core::results::{self, Named, Results, district_of};
use selfscore_core::verify::Verified;
use selfscore_wording::Lang;

/// **供电局 has a figure that differs, and 4 of 11 verified at 部署实施.
fn checked() -> (Outcome, Verified) {
    let mut verified = Verified::default();
    verified.decide(scheme(), decision("1", "**供电局", "implementation", "4", &[])).unwrap();
    let basis = Basis { verified: Some(&verified), ..Basis::of(scheme()) };
    let mut form = sound("**供电局");
    form["score"]["criteria"]["learning"] = "2.00".into();
    let outcome = batch(basis, [("**供电局.json", &sealed(&form), "2022-01-12")]);
    (outcome, verified)
}

#[test]
fn every_table_names_units_as_people_know_them() {
    let (outcome, verified) = checked();
    let results = Results::of(scheme(), &outcome);
    let named = Named { scheme: scheme(), district: "某某区" };
    let units = results::units(named, &results, Lang::Zh).texts();
    assert_eq!(
        (&*units[0][1], &*units[0][9]),
        ("某某供电局", "**供电局.json"),
        "files keep theirs"
    );
    assert!(units.iter().any(|row| row[1] == "市公安局某某分局"));
    let lines = results::lines(named, &outcome, &results, &verified, Lang::Zh).texts();
    let settled = lines.iter().find(|row| row[1] == "部署实施").unwrap();
    assert_eq!(
        [&settled[0], &settled[5], &settled[6], &settled[7]],
        ["某某供电局", "4.00", "会议纪要只有一次", "王五"]
    );
    let findings = results::findings(named, &outcome, Lang::Zh).texts();
    assert_eq!((&*findings[0][0], &*findings[0][1]), ("某某供电局", "**供电局.json"));
    assert!(findings.iter().any(|row| row[6] == "“市公安局某某分局”没有报送。"));
    let absent = results::absent(named, &results, Lang::Zh).texts();
    assert!(absent.iter().any(|row| row[0] == "市生态环境局某某分局"));
    assert_eq!(results::totals(named, &outcome).units[0].unit, "某某供电局");
    let book = format!("{:?}", results::book(named, &outcome, &verified, Lang::Zh, ""));
    assert!(!book.replace("**供电局.json", "").contains("**"), "{book}");
}

#[test]
fn names_stay_masked_where_nobody_knows_the_district() {
    let (outcome, _) = checked();
    let results = Results::of(scheme(), &outcome);
    let units = results::units(scheme(), &results, Lang::Zh).texts();
    assert_eq!(units[0][1], "**供电局");
    assert_eq!(results::totals(scheme(), &outcome).units[0].unit, "**供电局");
}

#[test]
fn the_district_is_the_one_that_all_forms_name_who_name_one() {
    let of = |names: &[&str]| {
        let forms: Vec<Form> = names
            .iter()
            .map(|name| {
                let mut form = sound("区教育局");
                form["district"] = (*name).into();
                sealed(&form).form
            })
            .collect();
        district_of(&forms).map(str::to_owned)
    };
    assert_eq!(of(&[]), None);
    assert_eq!(of(&["", " "]), None);
    assert_eq!(of(&["", "某某区", "某某", " 某某区 "]).as_deref(), Some("某某区"));
    assert_eq!(of(&["某某区", "别区"]), None);
}
