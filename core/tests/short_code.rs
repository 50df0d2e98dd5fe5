//! The short check code: what it finds, and that paper and every file agree on it.

mod form_support;

use form_support::kinds::kinds;
use form_support::{form, scheme};
use proptest::prelude::*;
use proptest::sample::Index;
use selfscore_core::draft::{Draft, assess};
use selfscore_core::form::{Form, NotACode, ShortCode, csv, json};

const SIGNS: &str = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// The signs of a code without its dashes.
fn signs(code: ShortCode) -> Vec<char> {
    code.to_string().chars().filter(|sign| *sign != '-').collect()
}

fn typed(signs: &[char]) -> Result<ShortCode, NotACode> {
    ShortCode::typed(&signs.iter().collect::<String>())
}

#[test]
fn is_four_groups_of_signs_that_no_one_confuses() {
    let code = ShortCode::of(&Form::default()).to_string();
    let groups: Vec<&str> = code.split('-').collect();
    assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [4; 4]);
    for sign in code.chars().filter(|sign| *sign != '-') {
        assert!(SIGNS.contains(sign), "{code}");
    }
    for confused in ['0', 'O', '1', 'I', 'L'] {
        assert!(!SIGNS.contains(confused));
    }
}

#[test]
fn every_single_slip_is_found_and_every_swap() {
    let right = signs(ShortCode::of(&Form { unit: "区教育局".into(), ..Form::default() }));
    for at in 0..right.len() {
        for sign in SIGNS.chars().filter(|sign| *sign != right[at]) {
            let mut wrong = right.clone();
            wrong[at] = sign;
            assert_eq!(typed(&wrong), Err(NotACode::Mistyped), "{wrong:?}");
        }
        for other in (0..at).filter(|other| right[*other] != right[at]) {
            let mut wrong = right.clone();
            wrong.swap(at, other);
            assert_eq!(typed(&wrong), Err(NotACode::Mistyped), "{wrong:?}");
        }
    }
}

#[test]
fn says_what_is_wrong_with_a_typed_text() {
    let code = ShortCode::of(&Form::default()).to_string();
    assert_eq!(ShortCode::typed(" "), Err(NotACode::Empty));
    assert_eq!(ShortCode::typed(&code[1..]), Err(NotACode::Length(15)));
    assert_eq!(ShortCode::typed(&format!("{code}2")), Err(NotACode::Length(17)));
    assert_eq!(ShortCode::typed(&code.replacen(&code[..1], "0", 1)), Err(NotACode::Sign('0')));
    assert_eq!(ShortCode::typed("校验码"), Err(NotACode::Sign('校')));
}

/// As hands, input methods and scanners give it.
#[test]
fn forgives_how_it_is_typed() {
    let code = ShortCode::of(&Form::default());
    let text = code.to_string();
    let wide: String =
        text.chars().map(|sign| char::from_u32(u32::from(sign) + 0xFEE0).unwrap_or(sign)).collect();
    for spelled in [
        text.to_lowercase(),
        text.replace('-', ""),
        text.replace('-', "　"),
        text.replace('-', " — "),
        format!("\t{text}\n"),
        wide,
        code.qr_text("区教育局"),
        code.qr_text(""),
    ] {
        assert_eq!(ShortCode::typed(&spelled), Ok(code), "{spelled}");
    }
}

/// The numbers of a form with zeros behind their decimals, as a program may write them, or
/// without, as a spreadsheet does.
fn spelled(form: &Form, zeros: bool) -> Form {
    let mut document = json::to_value(form);
    fn walk(value: &mut serde_json::Value, zeros: bool) {
        match value {
            serde_json::Value::Array(all) => all.iter_mut().for_each(|one| walk(one, zeros)),
            serde_json::Value::Object(members) => {
                for (name, member) in members.iter_mut() {
                    let number = ["completion", "claim", "value", "total"].contains(&name.as_str());
                    match member {
                        serde_json::Value::String(text) if number && text.contains('.') => {
                            *text = match zeros {
                                true if text.split('.').nth(1).is_some_and(|d| d.len() < 4) => {
                                    format!("{text}0")
                                }
                                true => text.clone(),
                                false => text.trim_end_matches('0').trim_end_matches('.').into(),
                            };
                        }
                        other => walk(other, zeros),
                    }
                }
            }
            _ => {}
        }
    }
    if let Some(members) = document.as_object_mut() {
        members.remove("sha256");
        for known in ["answers", "score"] {
            if let Some(member) = members.get_mut(known) {
                walk(member, zeros);
            }
        }
    }
    json::from_value(document).map(|file| file.form).unwrap_or_else(|_| form.clone())
}

proptest! {
    #[test]
    fn two_wrong_signs_are_found(unit in ".{0,8}", at: (Index, Index), to in (0..31usize, 0..31usize)) {
        let right = signs(ShortCode::of(&Form { unit, ..Form::default() }));
        let mut wrong = right.clone();
        for (at, to) in [(at.0, to.0), (at.1, to.1)] {
            wrong[at.index(right.len())] = SIGNS.chars().nth(to).unwrap();
        }
        prop_assert_eq!(typed(&wrong).is_ok(), wrong == right);
    }

    #[test]
    fn files_have_the_code_of_the_form(form in form(), later in "[0-9TZ:-]{0,20}") {
        let code = ShortCode::of(&form);
        let file = json::read(json::write(&form).as_bytes()).unwrap();
        prop_assert_eq!(ShortCode::of(&file.form), code);
        for scheme in [scheme(), kinds()] {
            let file = csv::read(&csv::write(scheme, &form)).unwrap();
            prop_assert_eq!(ShortCode::of(&file.form), code);
        }
        // Paper knows no time of export; a number is one however many zeros it ends in.
        let exported = Form { exported_at: later, ..form.clone() };
        prop_assert_eq!(ShortCode::of(&exported), code);
        for zeros in [true, false] {
            prop_assert_eq!(ShortCode::of(&spelled(&form, zeros)), code);
        }
    }

    #[test]
    fn a_draft_has_the_code_of_its_files(form in form()) {
        // What a draft says once, it says for ever: whatever its first reading made of the form.
        let draft = Draft::from_form(&form);
        let exported = assess(scheme(), &draft).export(scheme(), "2022-01-12T09:30:00+08:00");
        let code = ShortCode::of(&exported);
        prop_assert_eq!(ShortCode::of(&assess(scheme(), &draft).export(scheme(), "")), code);
        let text = json::write(&exported);
        let again = Draft::from_form(&json::read(text.as_bytes()).unwrap().form);
        prop_assert_eq!(ShortCode::of(&assess(scheme(), &again).export(scheme(), "")), code);
        let table = csv::write(scheme(), &exported);
        let again = Draft::from_form(&csv::read(&table).unwrap().form);
        prop_assert_eq!(ShortCode::of(&assess(scheme(), &again).export(scheme(), "")), code);
    }

    #[test]
    fn another_content_has_another_code(form in form(), unit in "[a-z]{1,9}") {
        let code = ShortCode::of(&form);
        let other = Form { unit: format!("{}{unit}", form.unit), ..form.clone() };
        prop_assert_ne!(ShortCode::of(&other), code);
        let mut answers = form.clone();
        answers.answers.entry("leadership".into()).or_default().note += "。";
        prop_assert_ne!(ShortCode::of(&answers), code);
    }
}

/// By hand, with coreutils: the document below is its own canonical form; sha256sum gives the
/// digest, whose first 16 bytes modulo 31¹⁴ give the signs (reckoned in Python).
#[test]
fn is_that_of_the_documented_reckoning() {
    let form = Form { unit: "U".into(), ..Form::default() };
    assert_eq!(ShortCode::of(&form).to_string(), "5HMC-R8AV-YPVS-M2AJ");
}
