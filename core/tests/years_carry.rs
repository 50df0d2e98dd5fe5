//! One unit's answers carried from one small table to the next, by hand.

mod years_support;

use selfscore_core::answer::Answers;
use selfscore_core::form::{AS_TYPED, MISSING, json as form_json};
use selfscore_core::scheme::Scheme;
use selfscore_core::years::{Carried, How, Why, carry, carry_form, report};
use selfscore_wording::Lang;
use serde_json::{Value, json};
use years_support::{NEW, OLD, criterion, first, form, new, old, scheme};

fn answers(answers: Value) -> Answers {
    form("甲", answers).answers
}

/// The answers as a form file has them, without empty notes and lists of evidence.
fn file_of(carried: &Carried) -> Value {
    let mut form = first();
    form.answers = carried.answers.clone();
    let mut all = form_json::to_value(&form)["answers"].take();
    for answer in all.as_object_mut().unwrap().values_mut() {
        let members = answer.as_object_mut().unwrap();
        members
            .retain(|_, value| *value != json!("") && *value != json!([]) || value == &json!(null));
    }
    all
}

fn left(carried: &Carried) -> Vec<(&str, &Value, &Why)> {
    carried.left.iter().map(|left| (left.field.as_str(), &left.value, &left.why)).collect()
}

/// The second scheme with a map of these changes alone.
fn mapped(changes: Value, change: impl FnOnce(&mut Value)) -> Scheme {
    scheme(NEW, |file| {
        file["succeeds"]["criteria"] = changes;
        change(file);
    })
}

#[test]
fn everything_goes_where_the_map_says() {
    let (form, carried) = carry_form(&old(), &new(), &first());
    assert_eq!(
        file_of(&carried),
        json!({
            "planning": {"choice": "complete"},
            "timely": {"occurrences": {"late": 1}, "note": "晚", "evidence": ["3"]},
            "accurate": {"occurrences": {"wrong": 2}},
            // Reports on sites of both criteria are one event now: 2 + 1.
            "outreach": {"occurrences": {"paper": 3, "site": 3, "film": 1}},
            "reports": {"done": ["annual"]},
            "rate": {"value": "90"},
        })
    );
    let gone = Why::ItemGone { id: "budget".into() };
    let unit = Why::OtherUnit { was: "次".into(), is: "人".into() };
    assert_eq!(
        left(&carried),
        [
            ("/answers/reports/done/1", &json!("budget"), &gone),
            ("/answers/visits/value", &json!("12"), &unit),
            ("/answers/honour/claim", &json!("4"), &Why::Dropped),
            ("/answers/honour/note", &json!("获奖"), &Why::Dropped),
        ]
    );
    let taken =
        carried.taken.iter().map(|taken| (taken.from.as_str(), taken.how, taken.note_to_first));
    assert_eq!(
        taken.collect::<Vec<_>>(),
        [
            ("plan", How::Renamed, false),
            ("letters", How::Split, true),
            ("reports", How::Kept, false),
            ("news", How::Merged, false),
            ("video", How::Merged, false),
            ("rate", How::Kept, false),
            ("visits", How::Kept, false),
            ("honour", How::Dropped, false),
        ]
    );
    let fresh = carried.fresh.iter().map(|fresh| {
        let items: Vec<&str> = fresh.items.iter().map(|item| item.zh.as_str()).collect();
        (fresh.criterion.as_str(), items)
    });
    let fresh: Vec<_> = fresh.collect();
    assert_eq!(fresh, [("reports", vec!["决算"]), ("visits", vec![]), ("open", vec![])]);
    assert!(!carried.without_map);

    assert_eq!((form.scheme.id.as_str(), form.scheme.sha256.as_str()), ("y2025", new().digest()));
    assert_eq!((form.unit.as_str(), form.filled_by.as_str()), ("甲", "王"));
    assert!(form.score.is_none() && form.filled_on.is_empty(), "figures and dates are last year's");
}

#[test]
fn a_figure_of_several_parts_cannot_be_told_apart() {
    let new = mapped(json!([{"from": ["rate"], "to": ["rate", "visits"]}]), |file| {
        criterion(file, "visits")["rule"]["asked"]["unit"] = json!({"zh": "%"});
    });
    let carried = carry(&old(), &new, &answers(json!({"rate": {"value": "90"}})));
    let why = Why::CannotTell { among: vec!["rate".into(), "visits".into()] };
    assert_eq!(left(&carried), [("/answers/rate/value", &json!("90"), &why)]);
    assert!(carried.answers.is_empty());
    // With decimals only one of them can take it.
    let carried = carry(&old(), &new, &answers(json!({"rate": {"value": "90.5"}})));
    assert!(carried.left.is_empty());
    assert_eq!(file_of(&carried), json!({"rate": {"value": "90.5"}}));
}

/// Two yeses and a no; the same number twice.
#[test]
fn merged_single_values_must_agree() {
    let new = mapped(json!([{"from": ["rate", "visits"], "to": ["rate"]}]), |file| {
        criterion(file, "rate")["rule"]["asked"]["unit"] = json!({"zh": "%"});
    });
    let old = scheme(OLD, |file| {
        criterion(file, "visits")["rule"]["asked"]["unit"] = json!({"zh": "%"});
    });
    let both = |one: &str, other: &str| {
        answers(
            json!({"rate": {"value": one, "note": "甲"}, "visits": {"value": other, "note": "乙"}}),
        )
    };
    let carried = carry(&old, &new, &both("90", "12"));
    let why = Why::Contradicts { at: vec!["rate".into()] };
    assert_eq!(
        left(&carried),
        [
            ("/answers/rate/value", &json!("90"), &why),
            ("/answers/visits/value", &json!("12"), &why)
        ]
    );
    assert_eq!(file_of(&carried), json!({"rate": {"note": "甲\n乙"}}));
    let carried = carry(&old, &new, &both("12", "12"));
    assert!(carried.left.is_empty());
    assert_eq!(file_of(&carried)["rate"]["value"], "12");
}

#[test]
fn a_rule_of_another_kind_and_a_number_out_of_range() {
    let changes = json!([{"from": ["letters"], "to": ["reports"]}, {"from": ["honour"], "to": []}]);
    let new = mapped(changes, |file| {
        criterion(file, "rate")["rule"]["asked"]["most"] = json!("80");
        criterion(file, "visits")["rule"]["asked"]["unit"] = json!({"zh": "次"});
    });
    let last = answers(json!({
        "letters": {"occurrences": {"late": 0}, "note": "晚"},
        "rate": {"value": "90"},
        "visits": {"value": "12"},
    }));
    let carried = carry(&old(), &new, &last);
    let kind = Why::OtherKind { was: "deduction".into(), is: "checklist".into() };
    let range = Why::OutOfRange { least: "0".parse().unwrap(), most: "80".parse().unwrap() };
    assert_eq!(
        left(&carried),
        [
            ("/answers/letters/occurrences/late", &json!(0), &kind),
            ("/answers/rate/value", &json!("90"), &range),
        ]
    );
    assert_eq!(file_of(&carried), json!({"reports": {"note": "晚"}, "visits": {"value": "12"}}));
}

#[test]
fn without_a_map_equal_ids_are_carried_and_the_map_is_missed() {
    let bare = scheme(NEW, |file| {
        file.as_object_mut().unwrap().remove("succeeds");
    });
    let of_another = scheme(NEW, |file| file["succeeds"]["scheme"] = "y2020".into());
    for new in [bare, of_another] {
        let carried = carry(&old(), &new, &first().answers);
        assert!(carried.without_map);
        let ids: Vec<&String> = carried.answers.keys().collect();
        assert_eq!(ids, ["rate", "reports"]);
        let plan = carried.left.iter().find(|left| left.criterion == "plan").unwrap();
        assert_eq!((&plan.why, &plan.value), (&Why::NoSuccessor, &json!("full")));
        let words = report::map_words(carried.without_map, &carried.unknown, "y2024", Lang::En);
        assert!(words[0].contains("succeeds"), "{words:?}");
    }
    let new = mapped(json!([{"from": ["plan", "plans"], "to": ["planning"]}]), |_| {});
    assert_eq!(carry(&old(), &new, &Answers::new()).unknown, ["plans"]);
}

/// Texts that are no numbers, unknown members and criteria of no scheme are named as well.
#[test]
fn what_no_rule_knows_is_named() {
    let mut last = first();
    last.answers = answers(json!({"stranger": {"value": "1"}, "rate": {"value": "90", "more": 1}}));
    last.extra
        .insert(AS_TYPED.into(), json!({"/answers/visits/value": "十二", "/filled_on": "昨天"}));
    last.extra.insert(MISSING.into(), json!(["/answers/plan/choice"]));
    let (form, carried) = carry_form(&old(), &new(), &last);
    assert_eq!(
        left(&carried),
        [
            ("/answers/stranger/value", &json!("1"), &Why::NotOfScheme),
            ("/answers/visits/value", &json!("十二"), &Why::NotANumber),
        ]
    );
    assert_eq!(form.answers["rate"].extra["more"], json!(1));
    assert_eq!(form.extra.get(AS_TYPED), Some(&json!({"/filled_on": "昨天"})));
    assert!(!form.extra.contains_key(MISSING), "what is missing is another thing now");
}

/// A part of a merged criterion that does not apply does not make the whole not apply.
#[test]
fn what_applies_in_part_applies() {
    let optional = |text: &str, ids: &[&str]| {
        scheme(text, |file| {
            for id in ids {
                criterion(file, id)["optional"] = "a".into();
            }
        })
    };
    let old = optional(OLD, &["news", "video", "letters"]);
    let new = optional(NEW, &["outreach", "timely", "accurate"]);
    let last = json!({"news": {"applies": false}, "video": {"occurrences": {"film": 1}},
        "letters": {"applies": false}});
    let carried = carry(&old, &new, &answers(last));
    let why = Why::Contradicts { at: vec!["outreach".into()] };
    assert_eq!(left(&carried), [("/answers/news/applies", &json!(false), &why)]);
    assert_eq!(
        file_of(&carried),
        json!({"outreach": {"occurrences": {"film": 1}},
            "timely": {"applies": false}, "accurate": {"applies": false}})
    );
}

/// What every part of a split criterion refuses is named once, with all of them.
#[test]
fn what_several_parts_refuse_is_named_once() {
    let old = scheme(OLD, |file| criterion(file, "letters")["optional"] = "a".into());
    let map = json!([{"from": ["letters", "plan"], "to": ["timely", "accurate"]}]);
    let new = mapped(map, |file| {
        for id in ["timely", "accurate"] {
            criterion(file, id)["optional"] = "a".into();
        }
    });
    let carried = carry(&old, &new, &answers(json!({"letters": {"applies": false}})));
    let why = Why::Contradicts { at: vec!["timely".into(), "accurate".into()] };
    assert_eq!(left(&carried), [("/answers/letters/applies", &json!(false), &why)]);
}

/// For two boxes ticked that are one now the points claimed are added, if that is in its range.
#[test]
fn claims_follow_their_times() {
    let judged = |id: &str, each: &str, most: &str| json!({"id": id, "label": {"zh": id}, "each": each, "most": most, "clause": "a"});
    let old = scheme(OLD, |file| {
        criterion(file, "letters")["rule"]["items"] =
            json!([judged("late", "1", "2"), judged("wrong", "1", "2")]);
        criterion(file, "letters")["clauses"].as_array_mut().unwrap().truncate(1);
    });
    let map = json!([{"from": ["letters"], "to": ["timely"], "items": {"wrong": "late"}}]);
    let new = mapped(map, |file| {
        criterion(file, "timely")["rule"]["items"] = json!([judged("late", "1", "2")]);
    });
    let last = |claims: Value| {
        answers(json!({"letters": {"occurrences": {"late": 1, "wrong": 2}, "claims": claims}}))
    };
    let carried = carry(&old, &new, &last(json!({"late": "1.5", "wrong": "3"})));
    assert!(carried.left.is_empty());
    let joined = json!({"timely": {"occurrences": {"late": 3}, "claims": {"late": "4.5"}}});
    assert_eq!(file_of(&carried), joined);
    // Claimed for one of them only: nobody knows what the others took.
    let carried = carry(&old, &new, &last(json!({"wrong": "3"})));
    assert_eq!(file_of(&carried), json!({"timely": {"occurrences": {"late": 3}}}));
    let why = Why::Contradicts { at: vec!["timely".into()] };
    assert_eq!(left(&carried), [("/answers/letters/claims/wrong", &json!("3"), &why)]);
}

#[test]
fn tables_say_it_in_both_languages() {
    let carried = carry(&old(), &new(), &first().answers);
    let tables = report::carried(&carried, Lang::Zh);
    for table in &tables {
        assert!(table.rows.iter().all(|row| row.len() == table.headers.len()), "{}", table.name);
    }
    let text = report::text(&tables, Lang::Zh);
    for words in
        ["预算", "新方案没有这个选项或情形（budget）", "按时与准确分开考核", "timely、accurate"]
    {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let replay = selfscore_core::years::replay(&old(), &new(), &[first(), years_support::second()]);
    for lang in [Lang::Zh, Lang::En] {
        for table in report::replay(&replay, lang) {
            assert!(
                table.rows.iter().all(|row| row.len() == table.headers.len()),
                "{}",
                table.name
            );
            assert!(!table.rows.is_empty(), "{}", table.name);
        }
    }
    let tables = report::replay(&replay, Lang::Zh);
    let csv = tables[0].csv();
    let first = csv.lines().nth(1).unwrap();
    // 29.5 and, if 走访 and 公开 are answered, 3 + 1 more; the new 决算 cannot be told from undone.
    assert!(first.starts_with("甲,40.00,49,1,29.50,44,1,-10.50,0,,,"), "{first}");
    assert!(first.contains("33.50"), "{first}");
    let text = report::text(&tables, Lang::Zh);
    for words in ["来信 → 按时、准确", "新 准确·差错：扣分 -4 分 ①", "否：2 个单位都是 0 分"]
    {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

/// A spreadsheet runs nothing, and a terminal is not steered.
#[test]
fn tables_hold_what_people_typed_as_text() {
    let mut last = first();
    last.unit = "=1+1".into();
    last.answers = answers(json!({"honour": {"claim": "4", "note": "\u{1b}[31m甲\n乙"}}));
    let replay = selfscore_core::years::replay(&old(), &new(), &[last]);
    let tables = report::replay(&replay, Lang::Zh);
    assert!(tables[0].csv().lines().nth(1).unwrap().starts_with("'=1+1,"));
    assert!(!report::text(&tables, Lang::Zh).contains('\u{1b}'));
}

/// A map says of each criterion once where it goes, and of each target once that it is one.
#[test]
fn a_map_that_says_it_twice_is_no_map() {
    let refused = |changes: Value| {
        let mut file: Value = serde_json::from_str(NEW).unwrap();
        file["succeeds"]["criteria"] = changes;
        let file = serde_json::from_value(file).unwrap();
        let found = selfscore_core::scheme::lint::structure(&file);
        let told = found.iter().map(|finding| format!("{} {}", finding.code(), finding.path));
        told.collect::<Vec<_>>()
    };
    let twice =
        json!([{"from": ["plan"], "to": ["planning"]}, {"from": ["letters", "plan"], "to": []}]);
    assert_eq!(refused(twice), ["duplicate_id /succeeds/criteria/1/from/1"]);
    let again = json!([{"from": ["plan"], "to": ["planning", "open", "planning"]}]);
    assert_eq!(refused(again), ["duplicate_id /succeeds/criteria/0/to/2"]);
    let nowhere = json!([{"from": ["plan"], "to": ["plan"], "items": {"full": "complete"}}]);
    assert_eq!(
        refused(nowhere),
        ["no_such_part /succeeds/criteria/0/to/0", "no_such_part /succeeds/criteria/0/items/full"]
    );
}
