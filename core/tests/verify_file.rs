//! A check as a file, and decisions that were made by another scheme than the one at hand.

mod batch_support;
mod form_support;

use batch_support::verified;
use form_support::{sample_with, scheme};
use selfscore_core::batch::{Basis, Examined, Submitted, examine};
use selfscore_core::form::{CheckCode, FormFile, SchemeRef, json};
use selfscore_core::points::Points;
use selfscore_core::scheme::{Library, Scheme};
use selfscore_core::verify::{CheckFile, Decision, Handed, Refused, Unread, Verified};

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

fn decision(id: &str, criterion: &str, text: &str, replaces: &[&str]) -> Decision {
    batch_support::decision(id, "区教育局", criterion, text, replaces)
}

#[test]
fn a_check_goes_into_a_file_and_comes_back() {
    let mut changed = json::read(sample_with(&"a".repeat(64)).as_bytes()).unwrap();
    assert!(matches!(changed.check_code, CheckCode::Differs { .. }));
    let handed =
        |file: &str, form| Handed { file: file.into(), received: "2022-01-12".into(), form };
    let first = handed("甲.json", changed.clone());
    changed.check_code = CheckCode::Absent;
    let check = CheckFile {
        scheme: SchemeRef::of(scheme()),
        forms: vec![first, handed("乙.xlsx", changed)],
        register: "number,title,lead\n1,一,区教育局\n".into(),
        verified: verified(&[decision("01", "learning", "2", &[])]),
    };
    let text = check.write();
    assert!(CheckFile::recognises(text.as_bytes()));
    let read = |text: &str| CheckFile::read(text.as_bytes()).map(|read| read.by(scheme()));
    assert_eq!(read(&text), Ok((check, Vec::new())));

    let newer = text.replacen("\"version\": 1", "\"version\": 2", 1);
    assert_eq!(read(&newer), Err(Unread::NewerVersion(2)));
    let cut = &text.as_bytes()[..text.len() / 2];
    assert!(matches!(CheckFile::read(cut), Err(Unread::Syntax(_))));
    // A decision that somebody wrote by hand beyond the bounds does not count, and is said.
    let bold = text.replacen("\"points\": \"2\"", "\"points\": \"400\"", 1);
    let (bold, refused) = read(&bold).unwrap();
    assert!(bold.verified.all().is_empty());
    assert!(matches!(&refused[..], [(_, Refused::OutOfBounds(..))]), "{refused:?}");
}

/// The other scheme of the program counts 开展宣传活动, which the notice's does not: whoever checks by the notice's
/// and opens a check by the other takes its decisions by the other.
#[test]
fn decisions_are_borne_out_by_the_scheme_that_the_file_is_by() {
    let library = Library::builtin().unwrap();
    let completed = library.all()[1].scheme.clone();
    let form = |named: SchemeRef| -> FormFile {
        let mut file = json::read(sample_with(&"0".repeat(64)).as_bytes()).unwrap();
        file.form.scheme = named;
        file
    };
    let handed = |form| Handed { file: "甲.json".into(), received: String::new(), form };
    let absent = SchemeRef { id: "absent".into(), revision: 1, ..SchemeRef::default() };
    let mut made = Verified::default();
    made.decide(&completed, decision("01", "publicity", "1", &[])).unwrap();
    let check = |named: &SchemeRef, forms: &[&SchemeRef]| CheckFile {
        scheme: named.clone(),
        forms: forms.iter().map(|named| handed(form((*named).clone()))).collect(),
        verified: made.clone(),
        ..CheckFile::default()
    };
    let [other, ours] = [SchemeRef::of(&completed), SchemeRef::of(scheme())];
    let nothing = SchemeRef::default();
    let cases: [(CheckFile, Option<&Scheme>); 6] = [
        (check(&other, &[]), Some(&completed)),
        // Its own word comes before that of the forms.
        (check(&other, &[&ours]), Some(&completed)),
        // A file that does not say it, as older programs wrote: by its forms.
        (check(&nothing, &[&other]), Some(&completed)),
        (check(&nothing, &[&absent, &other]), Some(&completed)),
        (check(&absent, &[&other]), Some(&completed)),
        (check(&absent, &[&absent]), None),
    ];
    for (check, expected) in cases {
        let read = CheckFile::read(check.write().as_bytes()).unwrap();
        let found = read.scheme(&library);
        assert_eq!(found.as_deref().map(Scheme::digest), expected.map(Scheme::digest));
        let (back, refused) = read.by(found.as_deref().unwrap_or(scheme()));
        match expected {
            Some(_) => assert_eq!((back, refused), (check, Vec::new())),
            None => assert!(matches!(&refused[..], [(_, Refused::NoCriterion(_))]), "{refused:?}"),
        }
    }
    let older = check(&other, &[&other]).write().replacen("\"scheme\"", "\"else\"", 1);
    let read = CheckFile::read(older.as_bytes()).unwrap();
    assert_eq!(read.scheme(&library).as_deref(), Some(&*completed));
}

/// What another scheme bore out stays and counts where it fits: neither where this one counts nothing (开展宣传活动),
/// nor beyond its full marks (4 for 学习先进经验), nor with more places than it has.
#[test]
fn what_does_not_fit_the_scheme_at_hand_does_not_count() {
    let file = json::read(sample_with(&"0".repeat(64)).as_bytes()).unwrap();
    let examined = |made: &[Decision]| -> Examined {
        let mut verified = Verified::default();
        made.iter().cloned().for_each(|one| verified.restore(one));
        let basis = Basis { verified: Some(&verified), ..Basis::of(scheme()) };
        examine(&basis, Submitted { file: "表.json", received: None }, Ok(&file))
    };
    let total = |made: &[Decision]| examined(made).figures.unwrap().verified;
    for (criterion, points) in
        [("publicity", "1"), ("learning", "5"), ("learning", "1.005"), ("elsewhere", "1")]
    {
        let made = [decision("01", criterion, points, &[])];
        assert_eq!(total(&made), None, "{criterion} {points}");
        assert!(examined(&made).figures.unwrap().lines.iter().all(|line| line.verified.is_none()));
    }
    // 76 less one of three.
    let made = [decision("01", "publicity", "1", &[]), decision("02", "learning", "2", &[])];
    assert_eq!(total(&made), Some(points("75")));
}
