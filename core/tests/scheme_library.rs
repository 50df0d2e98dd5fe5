//! Several schemes side by side: which one a form belongs to, which may come in, what stays.

mod support {
    pub mod altered;
}

use selfscore_core::form::SchemeRef;
use selfscore_core::scheme::{Library, Match, Refusal, Scheme, SchemeError, builtin_files};
use selfscore_wording::Lang;
use serde_json::{Value, json};

use support::altered::altered;

/// The default scheme under another name, with something changed.
fn named(id: &str, revision: u32, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    altered(|file| {
        file["id"] = json!(id);
        file["revision"] = json!(revision);
        change(file);
    })
}

fn titled(id: &str, revision: u32, title: &str) -> Vec<u8> {
    named(id, revision, |file| file["title"]["zh"] = json!(title))
}

fn library(files: &[Vec<u8>]) -> Library {
    let mut library = Library::builtin().expect("the program's own are valid");
    for file in files {
        library.open(file).expect("a sound scheme");
    }
    library
}

fn says(id: &str, revision: u64, sha256: &str) -> SchemeRef {
    SchemeRef { id: id.into(), revision, sha256: sha256.into(), ..SchemeRef::default() }
}

fn digests(library: &Library) -> Vec<String> {
    library.all().iter().map(|held| held.scheme.digest().to_owned()).collect()
}

#[test]
fn a_form_finds_its_scheme_by_digest_then_by_name() {
    let (first, third) = (titled("next", 1, "甲"), titled("next", 3, "乙"));
    let library = library(&[third.clone(), first.clone()]);
    let digest = |bytes: &[u8]| Scheme::read(bytes).expect("sound").digest().to_owned();
    let (first, third) = (digest(&first), digest(&third));
    let found = |named: &SchemeRef| {
        let found = library.find(named);
        (found.clone(), found.scheme().map(|scheme| scheme.digest().to_owned()))
    };
    // The digest decides, whatever else the form says.
    for named in [says("next", 1, &first), says("other", 9, &first)] {
        let (how, which) = found(&named);
        assert!(matches!(how, Match::Same(_)), "{named:?}");
        assert_eq!(which.as_ref(), Some(&first));
    }
    let (how, which) = found(&says("next", 1, ""));
    assert!(matches!(how, Match::ByName(_)));
    assert_eq!(which.as_ref(), Some(&first));
    let (how, which) = found(&says("next", 3, &"0".repeat(64)));
    assert!(matches!(how, Match::Changed(_)));
    assert_eq!(which.as_ref(), Some(&third));
    // Revision 2 is not there: the newest is what the page would score by.
    for stated in [2, 4, u64::MAX] {
        for sha256 in ["", "ff"] {
            let (how, which) = found(&says("next", stated, sha256));
            assert!(matches!(how, Match::OtherRevision { stated: said, .. } if said == stated));
            assert_eq!(which.as_ref(), Some(&third));
        }
    }
    assert_eq!(found(&says("nowhere", 1, "")), (Match::Absent, None));
}

#[test]
fn the_same_scheme_twice_is_one_and_stays_as_it_was_first() {
    let mut library = library(&[]);
    let count = library.all().len();
    let file = titled("next", 1, "甲");
    let first = library.open(&file).expect("sound");
    let value: Value = serde_json::from_slice(&file).expect("JSON");
    let spelt_otherwise = serde_json::to_vec_pretty(&value).expect("JSON");
    assert_ne!(file, spelt_otherwise);
    let again = library.open(&spelt_otherwise).expect("the same scheme");
    assert_eq!(again.digest(), first.digest());
    assert_eq!(library.all().len(), count + 1);
    assert_eq!(library.all()[count].text.as_bytes(), file);
    // The program's own may be opened as a file, and is still the program's.
    for text in builtin_files() {
        assert!(library.open(text.as_bytes()).is_ok());
    }
    assert_eq!(library.all().len(), count + 1);
    assert!(library.all()[..count].iter().all(|held| held.builtin));
}

#[test]
fn none_takes_the_name_of_another() {
    let mut library = library(&[titled("next", 1, "甲")]);
    let before = digests(&library);
    for held in builtin_files() {
        let id = Scheme::read(held.as_bytes()).expect("sound").id().to_owned();
        for revision in [1, 2] {
            let refused = library.open(&titled(&id, revision, "冒名"));
            assert_eq!(refused.map(drop), Err(Refusal::NamedAsBuiltin { id: id.clone() }));
        }
    }
    let refused = library.open(&titled("next", 1, "乙"));
    assert_eq!(refused.map(drop), Err(Refusal::SameRevision { id: "next".into(), revision: 1 }));
    assert_eq!(digests(&library), before);
    assert!(library.open(&titled("next", 2, "乙")).is_ok());
    assert_eq!(library.newest("next").map(|scheme| scheme.file().revision), Some(2));
    assert!(library.newest("nowhere").is_none());
}

#[test]
fn an_error_of_the_lint_keeps_a_scheme_out_with_its_place() {
    let mut library = library(&[]);
    let before = digests(&library);
    // The best option has 4 of 4 points; with 3, nobody reaches full marks.
    let at = "/groups/1/indicators/0/criteria/0/rule/options/2/points";
    let short = named("next", 1, |file| {
        *file.pointer_mut(at).expect("the best option") = json!("3");
    });
    let refusal = library.open(&short).map(drop).expect_err("full marks are out of reach");
    assert!(matches!(&refusal, Refusal::Unusable(SchemeError::Refused(_))), "{refusal:?}");
    for lang in [Lang::Zh, Lang::En] {
        assert!(refusal.message(lang).contains("/groups/1/indicators/0/criteria/0"));
    }
    for garbage in ["", "{", "[]", "{\"format\": \"selfscore/form\"}"] {
        let refused = library.open(garbage.as_bytes());
        assert!(matches!(refused, Err(Refusal::Unusable(_))), "{garbage}");
        assert!(library.restore(garbage.as_bytes()).is_err());
    }
    assert_eq!(digests(&library), before);
}

#[test]
fn what_was_kept_comes_back_to_the_letter() {
    let file = titled("next", 1, "甲");
    let mut library = library(&[]);
    let kept = library.restore(&file).expect("it was let in before");
    assert_eq!(library.get(kept.digest()), Some(&kept));
    let held = library.all().last().expect("it");
    assert_eq!((held.text.as_bytes(), held.builtin), (file.as_slice(), false));
    assert_eq!(
        library.restore(&file).map(|scheme| scheme.digest().to_owned()),
        Ok(kept.digest().into())
    );
    assert_eq!(library.all().len(), builtin_files().len() + 1);
}

#[test]
fn what_was_opened_goes_and_the_programs_own_stays() {
    let mut library = library(&[titled("next", 1, "甲"), titled("next", 2, "乙")]);
    let all = digests(&library);
    let own = builtin_files().len();
    let default = library.default_scheme().digest().to_owned();
    library.remove("nowhere");
    for digest in &all[..own] {
        library.remove(digest);
    }
    assert_eq!(digests(&library), all);
    library.remove(&all[own]);
    assert_eq!(digests(&library), [&all[..own], &all[own + 1..]].concat());
    assert!(matches!(library.find(&says("next", 1, "")), Match::OtherRevision { stated: 1, .. }));
    library.remove(&all[own + 1]);
    assert_eq!(library.find(&says("next", 1, "")), Match::Absent);
    assert_eq!(library.default_scheme().digest(), default);
    // The only scheme of a bench is never removed.
    let scheme = library.default_scheme().clone();
    let mut alone = Library::of(scheme, "".into());
    alone.remove(&default);
    assert_eq!(digests(&alone), [default]);
}
