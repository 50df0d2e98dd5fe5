//! Feedback that is damaged, another file, or a newer program's: told from other files all the same, and refused
//! with place, reason and remedy.

mod batch_support;
mod form_support;

use batch_support::{batch, sealed, sound};
use form_support::scheme;
use proptest::prelude::*;
use selfscore_core::batch::Basis;
use selfscore_core::feedback::{Feedback, Unread};
use selfscore_wording::Lang;
use serde_json::{Value, json};

/// The file of the feedback on the sample.
fn written() -> String {
    let form = sealed(&sound("区教育局"));
    let basis = Basis::of(scheme());
    let outcome = batch(basis, [("教育.json", &form, "2022-01-13")]);
    Feedback::of(&basis, &outcome, 0, &form, "2022-01-20T16:00:00+08:00").unwrap().write()
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place() {
    let text = written();
    let value: Value = serde_json::from_str(&text).unwrap();
    let with = |pointer: &str, to: Value| {
        let mut value = value.clone();
        *value.pointer_mut(pointer).unwrap() = to;
        Feedback::read(value.to_string().as_bytes())
    };
    assert_eq!(
        with("/format", "selfscore/form".into()),
        Err(Unread::OtherFormat("selfscore/form".into()))
    );
    let newer = with("/version", json!(2)).unwrap_err();
    assert_eq!(newer, Unread::NewerVersion(2));
    assert!(newer.message(Lang::Zh).contains("第 2 版"));
    for (pointer, to) in [
        ("/version", json!("1")),
        ("/state", json!("settled")),
        ("/items/0/recomputed", json!(48)),
        ("/items/0/recomputed", Value::Null),
        ("/items/0/clauses/0/basis", json!("guess")),
        ("/total/claimed", json!("76,00")),
        ("/items", json!({})),
        ("/unit", json!("长".repeat(5_001))),
    ] {
        let refused = with(pointer, to);
        let Err(Unread::Unreadable(error)) = refused else { panic!("{pointer}: {refused:?}") };
        assert!(error.message(Lang::Zh).contains(pointer), "{error:?}");
    }
    let twice = text.replacen("\"unit\":", "\"unit\": \"区财政局\", \"unit\":", 1);
    let Err(Unread::Unreadable(error)) = Feedback::read(twice.as_bytes()) else { panic!() };
    assert!(error.message(Lang::Zh).contains("出现了两次"));
    assert!(matches!(Feedback::read(&text.as_bytes()[..200]), Err(Unread::Unreadable(_))));
    let deep = format!("{}{}", "[".repeat(70), "]".repeat(70));
    let deep = text.replacen("\"unit\":", &format!("\"deep\": {deep}, \"unit\":"), 1);
    assert!(matches!(Feedback::read(deep.as_bytes()), Err(Unread::Unreadable(_))));
    assert!(matches!(
        Feedback::read(&vec![b' '; 5 * 1024 * 1024]),
        Err(Unread::Unreadable(error)) if error.code() == "too_large"
    ));
    for not in ["{", "[]", "{\"format\":\"selfscore/check\"}"] {
        assert!(!Feedback::recognises(not.as_bytes()));
    }
}

/// Cut off, a comma lost, a member twice, quotes lost, saved as GB 18030, members in another order: whatever is left,
/// as long as it says what it was.
#[test]
fn what_is_damaged_is_refused_as_feedback() {
    let text = written();
    let twice = text.replacen("\"format\":", "\"format\": \"selfscore/feedback\", \"format\":", 1);
    let no_text = text.replacen("区教育局", "\u{FFFD}", 1).into_bytes();
    let no_text: Vec<u8> = no_text.into_iter().filter(|byte| *byte != 0xEF).collect();
    let last = text.replacen("\"format\": \"selfscore/feedback\",", "", 1);
    let last = last.trim_end().strip_suffix('}').unwrap().to_owned();
    let damaged: [(&str, Vec<u8>); 8] = [
        ("cut", text.as_bytes()[..text.len() / 2].into()),
        ("cut within a sign", text.as_bytes()[..text.find('区').unwrap() + 1].into()),
        ("marked and cut", format!("\u{FEFF}{}", &text[..200]).into()),
        ("no comma", text.replacen("\"unit\"", "\"a\": 1 \"unit\"", 1).into()),
        ("no quote", text.replacen("\"unit\"", "\"unit", 1).into()),
        ("twice", twice.into()),
        ("no text", no_text),
        ("at the end", format!("{last},\"format\"\n:\t\"selfscore/feedback\",").into()),
    ];
    for (how, bytes) in damaged {
        assert!(Feedback::recognises(&bytes), "{how}");
        let Err(why) = Feedback::read(&bytes) else { panic!("{how}") };
        for (lang, kind, remedy) in [
            (Lang::Zh, "反馈文件无法读取：", "请向办公室重新索取"),
            (Lang::En, "The feedback cannot be read: ", "Ask the office for it again"),
        ] {
            let words = why.message(lang);
            assert!(words.starts_with(kind) && words.contains(remedy), "{how}: {words}");
            // Nobody can tell where a text is none.
            let place = words.contains("第 ") || words.contains("ine ") || how.contains("sign");
            assert!(place || how == "no text", "{how}: {words}");
        }
    }
}

/// A unit does not mend the office's file: what is wrong with it, and whom to ask.
#[test]
fn a_member_that_does_not_fit_is_said_with_whom_to_ask() {
    let mut value: Value = serde_json::from_str(&written()).unwrap();
    value["state"] = json!("settled");
    let file = value.to_string();
    assert!(Feedback::recognises(file.as_bytes()));
    let why = Feedback::read(file.as_bytes()).unwrap_err();
    assert_eq!(
        why.message(Lang::Zh),
        "反馈文件无法读取：位置 /state：「settled」不是本程序认识的写法。请向办公室重新索取。"
    );
    assert_eq!(
        why.message(Lang::En),
        "The feedback cannot be read: At /state: “settled” is not a word that this program knows. \
         Ask the office for it again."
    );
}

/// Other files stay what they are, even if they speak of feedback.
#[test]
fn what_only_speaks_of_feedback_is_none() {
    let mut form = sound("区教育局");
    form["phone"] = "\"format\": \"selfscore/feedback\"".into();
    form["about"] = json!({"format": "selfscore/feedback"});
    let form = form.to_string();
    let cut = form.trim_end_matches('}');
    let table = "键,值\nformat,\"\"\"format\"\": \"\"selfscore/feedback\"\"\"\n";
    for other in [&form, cut, table, "[{\"format\":\"selfscore/feedback\"}]", ""] {
        assert!(!Feedback::recognises(other.as_bytes()), "{other}");
    }
}

proptest! {
    #![proptest_config(form_support::cases(64))]
    /// Cut anywhere, it is recognised from where it says what it is; and read it is not.
    #[test]
    fn half_of_it_is_never_taken_for_the_whole(at in any::<proptest::sample::Index>()) {
        let text = written();
        let cut = &text.as_bytes()[..at.index(text.trim_end().len())];
        let said = text.find("selfscore/feedback\"").unwrap() + "selfscore/feedback\"".len();
        prop_assert_eq!(Feedback::recognises(cut), cut.len() >= said);
        prop_assert!(Feedback::read(cut).is_err());
    }
}
