//! Evidence: numbers and names proposed, what was received, the index.

use std::sync::LazyLock;

use proptest::prelude::*;
use selfscore_core::evidence::{
    Found, Incoming, Place, Verdict, index, name, number_key, propose, verify,
};
use selfscore_core::form::Evidence;
use selfscore_core::scheme::{Scheme, builtin};
use selfscore_wording::Lang;

fn scheme() -> &'static Scheme {
    static SCHEME: LazyLock<Scheme> =
        LazyLock::new(|| builtin().expect("the built-in schemes read").remove(0));
    &SCHEME
}

fn proposed(taken: &[&str], paths: &[&str], indicator: Option<usize>) -> Vec<(String, String)> {
    let taken: Vec<String> = taken.iter().map(|number| number.to_string()).collect();
    let files: Vec<Incoming> = paths.iter().map(|path| Incoming { path }).collect();
    let places = propose(scheme(), &taken, &files, indicator);
    places.into_iter().map(|Place { number, name }| (number, name)).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(number, name)| (number.to_string(), name.to_string())).collect()
}

/// The default scheme has the indicators 1–2, 3, 4, 5, 6 and 7.
#[test]
fn files_are_numbered_by_what_their_names_tell() {
    let paths = [
        "03-2_任务细化措施.pdf",
        "３－１ 方案.docx",
        "佐证/4、部署实施/会议纪要.pdf",
        "任务细化措施(终稿).pdf",
        "02-1_配合任务.pdf",
        "学习先进经验/照片.jpg",
        "随便.txt",
        "2021-12-01会议纪要.pdf",
        "3月工作.pdf",
        "05-1.pdf",
        "6.5万人次.xlsx",
    ];
    assert_eq!(
        proposed(&[], &paths, None),
        pairs(&[
            ("3-2", "03-2_任务细化措施.pdf"),
            ("3-1", "03-1_方案.docx"),
            // The folder says 4.
            ("4-1", "04-1_会议纪要.pdf"),
            // The title of a criterion of 3; after 3-2.
            ("3-3", "03-3_任务细化措施(终稿).pdf"),
            ("2-1", "02-1_配合任务.pdf"),
            ("6-1", "06-1_照片.jpg"),
            ("0-1", "00-1_随便.txt"),
            // A date is no number of an indicator, nor is a month, nor 6.5.
            ("0-2", "00-2_2021-12-01会议纪要.pdf"),
            ("0-3", "00-3_3月工作.pdf"),
            ("5-1", "05-1.pdf"),
            ("0-4", "00-4_6.5万人次.xlsx"),
        ])
    );
}

#[test]
fn numbers_go_on_after_those_taken_and_a_chosen_indicator_counts() {
    // The first indicator is 1–2, its evidence begins with 1.
    assert_eq!(
        proposed(&["1-1", " ０1-07", "x", "", "3-x"], &["a.pdf", "b.pdf"], Some(0)),
        pairs(&[("1-8", "01-8_a.pdf"), ("1-9", "01-9_b.pdf")])
    );
    // A number in a name that is taken, and one of another indicator than the chosen.
    assert_eq!(
        proposed(&["3-2"], &["03-2_a.pdf", "04-1_b.pdf"], Some(1)),
        pairs(&[("3-3", "03-3_a.pdf"), ("3-4", "03-4_04-1_b.pdf")])
    );
    // An indicator that is not there is none.
    assert_eq!(proposed(&[], &["a.pdf"], Some(99)), pairs(&[("0-1", "00-1_a.pdf")]));
}

#[test]
fn hostile_names_become_safe_names() {
    assert_eq!(
        proposed(
            &[],
            &["<img src=x onerror=alert(1)>.pdf", "__proto__", "a\u{202E}fdp.exe", "..\\..\\x"],
            Some(2)
        ),
        pairs(&[
            ("4-1", "04-1__img src=x onerror=alert(1)_.pdf"),
            ("4-2", "04-2___proto__"),
            ("4-3", "04-3_a_fdp.exe"),
            ("4-4", "04-4__.._x"),
        ])
    );
}

fn listed(name: &str, bytes: u64, sha256: &str) -> Evidence {
    Evidence { name: name.into(), bytes: Some(bytes), sha256: sha256.into(), ..Evidence::default() }
}

fn at_hand(path: &str, bytes: u64, sha256: &str) -> Found {
    Found { path: path.into(), bytes, sha256: sha256.into() }
}

#[test]
fn what_was_received_is_told_apart() {
    let list = [
        listed("03-1_a.pdf", 5, "AA"),
        listed("03-2_b.pdf", 6, "bb"),
        listed("03-3_c.pdf", 7, "cc"),
        listed("03-4_d.pdf", 8, "dd"),
        listed("03-5_a.pdf", 5, "aa"),
        listed("e.pdf", 9, ""),
    ];
    let there = [
        at_hand("包/佐证材料/03-1_A.PDF", 5, "aa"),
        at_hand("别名.pdf", 6, "bb"),
        at_hand("佐证材料/03-3_c.pdf", 7, "c0"),
        at_hand("佐证材料/x.pdf", 1, "ff"),
        at_hand("e.pdf", 9, "ee"),
    ];
    let compared = verify(&list, &there);
    assert_eq!(
        compared.listed,
        [
            Verdict::Intact(0),
            Verdict::Renamed(1),
            Verdict::Changed(2),
            Verdict::Missing,
            Verdict::Renamed(0),
            Verdict::Unstated(4),
        ]
    );
    assert_eq!(compared.extra, [3]);
    assert!(!compared.intact());
    // The digest is right and the size that the form states is not: the form was tampered with.
    assert_eq!(
        verify(&[listed("a", 6, "aa")], &[at_hand("a", 5, "aa")]).listed,
        [Verdict::Changed(0)]
    );
}

#[test]
fn the_index_is_safe_in_a_spreadsheet() {
    let scheme = scheme();
    let list = [
        Evidence { number: "=1+1".into(), ..listed("=cmd|x.pdf", 5, "aa") },
        Evidence { number: "3-2".into(), ..listed("a\r\n,\".pdf", 6, "bb") },
    ];
    let bytes = index(scheme, &list, &[], Lang::Zh);
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert_eq!(
        text,
        "\u{FEFF}序号,编号,文件名,大小（字节）,SHA-256,证明哪一项\r\n\
         1,'=1+1,'=cmd_x.pdf,5,aa,\r\n\
         2,'3-2,\"a__,_.pdf\",6,bb,\r\n"
    );
}

fn path() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,30}",
        "[0-9]{1,3}[-_. ]?[0-9]{0,2}[_、 ]?[a-z任务措施./]{0,10}",
        Just("CON.txt".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn proposals_differ_and_are_safe(
        paths in prop::collection::vec(path(), 0..12),
        taken in prop::collection::vec("[0-7]{1,2}-[0-9]{1,3}", 0..6),
        indicator in prop::option::of(0usize..8),
    ) {
        let scheme = scheme();
        let files: Vec<Incoming> = paths.iter().map(|path| Incoming { path }).collect();
        let places = propose(scheme, &taken, &files, indicator);
        prop_assert_eq!(places.len(), files.len());
        let mut keys: Vec<String> = taken.iter().map(|number| number_key(number)).collect();
        keys.sort();
        keys.dedup();
        for place in &places {
            let key = number_key(&place.number);
            prop_assert!(!keys.contains(&key), "{} is taken", key);
            keys.push(key);
            prop_assert_eq!(selfscore_core::draft::split_evidence(&place.number), [place.number.clone()]);
            prop_assert_eq!(&name::safe(&place.name), &place.name);
        }
    }

    #[test]
    fn safe_names_stay_as_they_are_and_can_be_files(text in ".{0,400}") {
        let made = name::safe(&text);
        prop_assert_eq!(&name::safe(&made), &made);
        prop_assert!(!made.is_empty() && made.len() <= 200);
        prop_assert!(!made.chars().any(|c| c.is_control() || "\\/:*?\"<>|".contains(c)));
        prop_assert!(!made.ends_with(['.', ' ']) && !made.starts_with('.'));
        prop_assert_eq!(name::visible(&name::visible(&text)), name::visible(&text));
    }

    #[test]
    fn names_of_a_package_differ(texts in prop::collection::vec("[aAbB/ .]{0,4}", 0..12)) {
        let made = name::safe_all(texts.iter().map(String::as_str));
        let mut keys: Vec<String> = made.iter().map(|name| name.to_lowercase()).collect();
        keys.sort();
        keys.dedup();
        prop_assert_eq!(keys.len(), texts.len());
    }

    /// Whatever is taken away, added or changed, every file has one verdict and none is both known and extra.
    #[test]
    fn every_file_is_told_once(
        list in prop::collection::vec((0u8..6, 0u8..6), 0..8),
        there in prop::collection::vec((0u8..6, 0u8..6), 0..8),
    ) {
        let list: Vec<Evidence> = list.iter().map(|(n, d)| listed(&format!("{n}.pdf"), 1, &format!("d{d}"))).collect();
        let there: Vec<Found> = there.iter().map(|(n, d)| at_hand(&format!("{n}.pdf"), 1, &format!("d{d}"))).collect();
        let compared = verify(&list, &there);
        prop_assert_eq!(compared.listed.len(), list.len());
        for (piece, verdict) in list.iter().zip(&compared.listed) {
            let has = there.iter().any(|file| file.sha256 == piece.sha256);
            let intact = matches!(verdict, Verdict::Intact(_) | Verdict::Renamed(_));
            prop_assert_eq!(has, intact);
            if let Verdict::Changed(at) = verdict {
                prop_assert!(!compared.extra.contains(at));
                prop_assert_eq!(&there[*at].path, &piece.name);
            }
        }
        for at in &compared.extra {
            prop_assert!(!list.iter().any(|piece| piece.sha256 == there[*at].sha256));
        }
    }
}
