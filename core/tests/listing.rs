//! The list of many forms: each in brief, what is wanted of them, and the table.

mod batch_support;
mod form_support;

use batch_support::{sealed, sound};
use form_support::scheme;
use proptest::prelude::*;
use selfscore_core::batch::{Basis, Brief, Submitted, What, examine};
use selfscore_core::form::{ReadError, Reason, json};
use selfscore_core::points::Points;
use selfscore_core::results::listing::{
    By, Listed, Sums, Units, Wanted, chosen, found, row, table,
};
use selfscore_wording::Lang;
use selfscore_wording::cli_forms::KINDS;

const SUBMITTED: Submitted<'_> = Submitted { file: "表.ndjson:7", received: None };

fn kind(code: &str) -> u8 {
    KINDS.iter().position(|(kind, _)| *kind == code).unwrap() as u8
}

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

fn listed(name: &str, district: &str, unit: &str, claimed: &str, recomputed: &str) -> Listed {
    let brief = Brief {
        unit: unit.into(),
        district: district.into(),
        claimed: Some(points(claimed)),
        recomputed: Some(points(recomputed)),
        found: Vec::new(),
    };
    Listed { name: name.into(), brief, refused: None, of_unit: 1 }
}

/// Counts a list as it comes.
fn counted(list: &mut [Listed]) -> (Units, Sums) {
    let (mut units, mut sums) = (Units::default(), Sums::default());
    for one in list.iter() {
        units.add(&one.brief);
        sums.add(one);
    }
    for one in list {
        one.of_unit = units.of(&one.brief);
    }
    (units, sums)
}

/// 76 by its answers. With 80 stated the total differs, and with the code of 76 it was changed after export.
#[test]
fn a_form_in_brief_has_its_figures_and_what_was_found() {
    let mut form = sound("区教育局");
    form["district"] = "乙区".into();
    let mut file = sealed(&form);
    let examined = examine(&Basis::of(scheme()), SUBMITTED, Ok(&file));
    let brief = Brief::of(&examined, Some(&file));
    assert_eq!((brief.unit.as_str(), brief.district.as_str()), ("区教育局", "乙区"));
    assert_eq!((brief.claimed, brief.recomputed), (Some(points("76")), Some(points("76"))));
    assert_eq!(brief.off(), Some(Points::ZERO));
    assert_eq!(brief.found, []);

    file.form.score.as_mut().unwrap().total = Some(points("80"));
    let file = json::read(json::write(&file.form).as_bytes()).unwrap();
    let examined = examine(&Basis::of(scheme()), SUBMITTED, Ok(&file));
    let brief = Brief::of(&examined, Some(&file));
    assert_eq!(brief.off(), Some(points("4")));
    assert_eq!(brief.found, [(kind("figures_differ"), 1)]);
    assert!(brief.has(kind("figures_differ")) && !brief.has(kind("late")));
}

#[test]
fn what_cannot_be_read_is_in_brief_just_that() {
    let error = ReadError::whole(Reason::NoFormInside);
    let examined = examine(&Basis::of(scheme()), SUBMITTED, Err(&error));
    assert!(matches!(examined.findings[0].what, What::Unreadable(_)));
    let brief = Brief::of(&examined, None);
    assert_eq!(brief, Brief { found: vec![(kind("unreadable"), 1)], ..Brief::default() });
}

#[test]
fn a_list_comes_to_sums_and_a_table() {
    let mut list = vec![
        listed("a.ndjson:1", "甲区", "区教育局", "76", "76"),
        listed("a.ndjson:2", "甲区", " 区教育局", "80.5", "76"),
        listed("a.ndjson:3", "乙区", "区教育局", "70", "71"),
        listed("b.zip", "", "", "0", "0"),
        listed("c.zip", "", "", "0", "0"),
    ];
    list[1].brief.found = vec![(kind("figures_differ"), 2), (kind("late"), 1)];
    list[3].refused = Some(ReadError::whole(Reason::NoFormInside));
    list[3].brief = Brief { found: vec![(kind("unreadable"), 1)], ..Brief::default() };
    let (units, sums) = counted(&mut list);
    // The same name in another district is another unit; none is no unit.
    assert_eq!(list.iter().map(|one| one.of_unit).collect::<Vec<_>>(), [2, 2, 1, 1, 1]);
    assert_eq!((sums.forms, sums.refused, sums.clean, units.several()), (4, 1, 3, 1));
    let mut kinds = vec![(kind("figures_differ"), 1), (kind("late"), 1), (kind("unreadable"), 1)];
    kinds.sort();
    assert_eq!(sums.kinds, kinds);

    let mut texts = table(Lang::Zh);
    texts.rows = list.iter().map(|one| row(scheme(), one, Lang::Zh)).collect();
    let rows = texts.texts();
    assert_eq!(rows[1][..6], ["a.ndjson:2", "甲区", " 区教育局", "80.50", "76.00", "4.50"]);
    assert_eq!(rows[0][5], "", "no difference is nothing");
    assert!(rows[1][6].contains('2') && rows[1][6].ends_with("本单位共 2 份"), "{}", rows[1][6]);
    assert!(!rows[3][7].is_empty(), "the reason");
    assert_eq!(found(&list[4], Lang::En), "");
    let csv = texts.csv();
    assert_eq!(csv.strip_suffix(&texts.csv_rows()).map(|head| head.matches('\n').count()), Some(1));
}

fn one() -> impl Strategy<Value = Listed> {
    let district = prop::sample::select(vec!["", "甲区", "乙区", "丙区"]);
    let unit = prop::sample::select(vec!["", "教育局", "财政局", "公安局"]);
    let total = || (0..300_u32).prop_map(|tenths| format!("{}.{}", tenths / 10, tenths % 10));
    let found = prop::option::of((0..15_u8, 1..4_u32));
    (district, unit, total(), total(), found).prop_map(
        |(district, unit, claimed, recomputed, found)| {
            let mut one = listed("", district, unit, &claimed, &recomputed);
            one.brief.found = found.into_iter().collect();
            one
        },
    )
}

fn lists() -> impl Strategy<Value = Vec<Listed>> {
    prop::collection::vec(one(), 0..40).prop_map(|mut all| {
        for (at, one) in all.iter_mut().enumerate() {
            one.name = format!("{at}.json");
        }
        all
    })
}

proptest! {
    /// Whatever is wanted: those that fit and no others, each once, in order.
    #[test]
    fn what_is_chosen_is_what_fits(list in lists(), kind in prop::option::of(0..15_u8), text in "(|教|甲区|3)", by in 0..5_usize) {
        let by = [By::Came, By::Findings, By::Difference, By::Unit, By::Total][by];
        let all = chosen(&list, &Wanted { kind, text: text.clone(), by });
        let fits = |one: &Listed| {
            let names = format!("{}\n{}\n{}", one.brief.unit, one.brief.district, one.name);
            kind.is_none_or(|kind| one.brief.found.iter().any(|(found, _)| *found == kind)) && names.contains(&text)
        };
        let mut places = all.clone();
        places.sort();
        let expected: Vec<usize> = (0..list.len()).filter(|at| fits(&list[*at])).collect();
        prop_assert_eq!(places, expected);
        for pair in all.windows(2) {
            let (one, next) = (&list[pair[0]].brief, &list[pair[1]].brief);
            let times = |brief: &Brief| brief.found.iter().map(|(_, times)| *times).sum::<u32>();
            // Those that are alike stay as they came.
            let (greater, alike) = match by {
                By::Came => (false, true),
                By::Findings => (times(one) > times(next), times(one) == times(next)),
                By::Difference => (one.off() > next.off(), one.off() == next.off()),
                By::Total => (one.recomputed > next.recomputed, one.recomputed == next.recomputed),
                By::Unit => {
                    let name = |brief: &Brief| (brief.district.clone(), brief.unit.clone());
                    (name(one) < name(next), name(one) == name(next))
                }
            };
            prop_assert!(greater || alike && pair[0] < pair[1]);
        }
    }

    #[test]
    fn sums_add_up(mut list in lists()) {
        let (_, sums) = counted(&mut list);
        prop_assert_eq!(sums.forms + sums.refused, list.len());
        for (kind, count) in &sums.kinds {
            let wanted = Wanted { kind: Some(*kind), ..Wanted::default() };
            prop_assert_eq!(chosen(&list, &wanted).len(), *count);
        }
        let with = sums.kinds.iter().map(|(_, count)| count).sum::<usize>();
        // Each has findings of one kind at most here.
        prop_assert_eq!(sums.clean + with, list.len());
    }
}
