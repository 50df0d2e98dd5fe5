//! The schemes that the program brings along: what they say, word for word, and what they rest on.
//!
//! The words are compared with the notice itself where its text lies beside the checkout; every
//! other figure expected here was counted in the notice.

mod support {
    pub mod altered;
    pub mod schemes;
}

use std::path::Path;

use selfscore_core::scheme::{Basis, Clause, DEFAULT, Role, Rule, Scheme, builtin, builtin_files};

use support::altered::altered;
use support::schemes::{completed_scheme, default_scheme, over_roles_scheme};

/// The clauses of the whole scheme and of its criteria.
fn clauses(scheme: &Scheme) -> impl Iterator<Item = &Clause> {
    scheme.file().clauses.iter().chain(scheme.criteria().flat_map(|c| &c.clauses))
}

#[test]
fn both_schemes_read_and_have_the_points_of_the_notice() {
    let schemes = builtin().expect("the built-in schemes read");
    let ids: Vec<&str> = schemes.iter().map(Scheme::id).collect();
    assert_eq!(ids, [DEFAULT, "business-environment-2021-completed"]);
    // 60 + 10 + 15 + 6 + 4, and 5 more where indicator 7 is filled in.
    assert_eq!(default_scheme().known_maximum().fixed(2), "95.00");
    assert_eq!(completed_scheme().known_maximum().fixed(2), "100.00");
    for scheme in &schemes {
        let points: Vec<String> = scheme.criteria().map(|c| c.maximum().to_string()).collect();
        assert_eq!(points[..6], ["60", "4", "6", "15", "6", "4"], "{}", scheme.id());
        assert_eq!((scheme.decimals(), scheme.file().due.as_str()), (2, "2022-01-14"));
    }
}

#[test]
fn the_schemes_that_come_along_are_what_their_files_say() {
    // Read without a proof at every start, which is given here.
    for (held, text) in builtin().expect("they read").iter().zip(builtin_files()) {
        let read = Scheme::read(text.as_bytes()).expect("sound");
        assert_eq!(*held, read);
        assert_eq!(held.digest(), read.digest());
    }
}

#[test]
fn the_default_scheme_counts_nothing_where_the_notice_is_cut() {
    let scheme = default_scheme();
    let publicity = scheme.criterion("publicity").expect("indicator 7");
    assert!(!publicity.counted() && publicity.points.is_none() && publicity.clauses.is_empty());
    let completed = completed_scheme();
    let publicity = completed.criterion("publicity").expect("indicator 7");
    assert!(publicity.clauses.iter().all(|clause| clause.basis == Basis::Assumed));
}

#[test]
fn the_schemes_differ_in_indicator_7_only() {
    let (default, completed) = (default_scheme(), completed_scheme());
    for criterion in default.criteria().filter(|c| c.id != "publicity") {
        assert_eq!(Some(criterion), completed.criterion(&criterion.id));
    }
    assert_eq!(default.file().units, completed.file().units);
    assert_eq!(default.file().clauses, completed.file().clauses);
    assert_ne!(default.digest(), completed.digest());
}

#[test]
fn tasks_weigh_1_and_a_half_and_the_mean_runs_over_all_tasks() {
    let rule = |scheme: &Scheme| match &scheme.criterion("tasks").expect("indicators 1–2").rule {
        Rule::Tasks(rule) => rule.clone(),
        other => panic!("{other:?}"),
    };
    let (ours, rival) = (rule(&default_scheme()), rule(&over_roles_scheme()));
    assert_eq!(ours.weight(Role::Lead).to_string(), "1");
    assert_eq!(ours.weight(Role::Supporting).to_string(), "0.5");
    assert_eq!(
        (ours.zero_below.to_string(), ours.full_at.to_string()),
        ("60".into(), "100".into())
    );
    assert_ne!(ours.mean, rival.mean, "the rival reading is a switch of the rule");
}

#[test]
fn thirty_five_units_are_assessed() {
    let scheme = default_scheme();
    assert_eq!(scheme.file().units.len(), 35);
    for unit in ["区委组织部", "区教育局", "市公安局**分局", "**供电局"] {
        assert!(scheme.assesses(unit), "{unit}");
    }
    for other in ["", "教育局", "区教育局 ", "市教育局"] {
        assert!(!scheme.assesses(other), "{other:?}");
    }
}

#[test]
fn every_clause_says_what_it_rests_on() {
    for scheme in builtin().expect("the built-in schemes read") {
        for clause in clauses(&scheme) {
            let (id, scheme) = (&clause.id, scheme.id());
            let rival = clause.reading.as_ref().map(|reading| (&reading.ours, &reading.rival));
            assert_eq!(rival.is_some(), clause.basis == Basis::Reading, "{scheme}: {id}");
            assert_eq!(clause.why.is_some(), clause.basis == Basis::Assumed, "{scheme}: {id}");
            let texts = rival.map(|(ours, rival)| [ours, rival]).into_iter().flatten();
            for text in texts.chain(&clause.why).chain([&clause.text]).chain(&clause.gap) {
                assert!(!text.zh.trim().is_empty(), "{scheme}: {id} has an empty text");
                assert!(!text.en.trim().is_empty(), "{scheme}: {id} has no English");
            }
            if let Some((ours, rival)) = rival {
                assert_ne!(ours, rival, "{scheme}: {id}");
            }
        }
    }
}

#[test]
fn the_readings_that_the_notice_leaves_open_are_named() {
    let scheme = default_scheme();
    let read: Vec<&str> =
        clauses(&scheme).filter(|c| c.basis == Basis::Reading).map(|c| c.mark.as_str()).collect();
    // Exactly 60 % twice, the mean, debugging when supporting, “不得分”, the floor, lead units.
    assert_eq!(read, ["1③", "1⑤、2⑤", "2①", "2③", "3②", "4①", "4②"]);
}

/// Clauses whose Chinese is not the notice's running text, with the reason.
const NOT_WORD_FOR_WORD: [(&str, &str); 1] =
    [("annexes", "a summary: the notice's own list of annexes is only told about in our copy")];

/// The notice's text without our remarks `**[gap…]**` on missing words, so that what stands
/// around one joins up: `见表末 **[gap: the formula]**)` → `见表末)`.
fn running(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("**[gap") {
        out += before.trim_end();
        rest = after.split_once("]**").map_or("", |(_, after)| after.trim_start());
    }
    out + rest
}

#[test]
fn clauses_and_contents_are_word_for_word_the_notices() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/notice.md");
    let Ok(notice) = std::fs::read_to_string(&path) else {
        println!("skipped: the notice's text does not lie beside this checkout");
        return;
    };
    let notice = running(&notice);
    for scheme in builtin().expect("the built-in schemes read") {
        for clause in clauses(&scheme).filter(|clause| clause.basis != Basis::Assumed) {
            let words = &clause.text.zh;
            if NOT_WORD_FOR_WORD.iter().all(|(id, _)| *id != clause.id) {
                assert!(
                    notice.contains(words.as_str()),
                    "{} is not in the notice: {words}",
                    clause.id
                );
            }
        }
        for content in scheme.indicators().flat_map(|indicator| &indicator.contents) {
            let words = &content.text.zh;
            assert!(
                notice.contains(words.as_str()),
                "{} is not in the notice: {words}",
                content.number
            );
        }
        let units = scheme.file().units.join("、");
        assert!(notice.contains(&units), "the units are those of the notice, in its order");
    }
}

#[test]
fn the_districts_name_is_never_invented() {
    let scheme = default_scheme();
    for masked in ["市公安局**分局", "**区优化营商环境工作实施方案", "**供电局"]
    {
        assert_eq!(scheme.unmask(masked, ""), masked);
        assert_eq!(scheme.unmask(masked, " \u{3000}"), masked);
    }
}

#[test]
fn the_districts_name_fills_its_mask_with_and_without_the_word_district() {
    let scheme = default_scheme();
    for typed in ["某某", "某某区", " 某某区 "] {
        assert_eq!(scheme.unmask("《**区实施方案》", typed), "《某某区实施方案》", "{typed:?}");
        assert_eq!(scheme.unmask("市公安局**分局", typed), "市公安局某某分局", "{typed:?}");
        assert_eq!(scheme.unmask("**供电局", typed), "某某供电局", "{typed:?}");
    }
}

#[test]
fn a_mask_that_is_not_the_districts_stays() {
    let scheme = default_scheme();
    for other in ["联系电话:**。", "**市", "没有遮盖", ""] {
        assert_eq!(scheme.unmask(other, "某某区"), other);
    }
    let hand_in = &scheme.file().clauses[2].text.zh;
    assert_eq!(&scheme.unmask(hand_in, "某某区"), hand_in, "the telephone number stays masked");
}

#[test]
fn the_digest_is_of_the_content_not_of_its_layout() {
    let compact = Scheme::read(&altered(|_| {})).expect("the same scheme, laid out otherwise");
    assert_eq!(compact.digest(), default_scheme().digest());
    assert_eq!(compact.digest().len(), 64);
    assert_ne!(over_roles_scheme().digest(), compact.digest());
}

/// Forms name the scheme that they were filled in under by its digest: a scheme that has been
/// published must not change without a new revision. Digests by Python's json and hashlib.
#[test]
fn a_published_scheme_does_not_change_unseen() {
    let published = [
        (default_scheme(), 1, "d661309704a06d95d752956a3c7be2fe2f48e8cf4cc4f324c4209936b21956cf"),
        (completed_scheme(), 1, "b2e070c7edbc57bac3c21bbedbc614d7b9cc5ea02bcff94dd5637fda3093418d"),
    ];
    for (scheme, revision, digest) in published {
        let current = (scheme.file().revision, scheme.digest());
        assert_eq!(current, (revision, digest), "{}: a change needs a new revision", scheme.id());
    }
}
