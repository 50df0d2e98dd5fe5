//! Two years' schemes of one small table, and four units' answers to the first.

#![allow(dead_code)] // each test binary uses a part

use selfscore_core::form::{Form, json as form_json};
use selfscore_core::scheme::Scheme;
use serde_json::{Value, json};

pub const OLD: &str = include_str!("y2024.json");
pub const NEW: &str = include_str!("y2025.json");

pub fn old() -> Scheme {
    scheme(OLD, |_| {})
}

pub fn new() -> Scheme {
    scheme(NEW, |_| {})
}

/// A scheme with something changed.
pub fn scheme(text: &str, change: impl FnOnce(&mut Value)) -> Scheme {
    let mut file: Value = serde_json::from_str(text).unwrap();
    change(&mut file);
    Scheme::read(file.to_string().as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

/// The rule of a criterion of the small tables, which have one group and one indicator.
pub fn criterion<'a>(file: &'a mut Value, id: &str) -> &'a mut Value {
    let all = file["groups"][0]["indicators"][0]["criteria"].as_array_mut().unwrap();
    all.iter_mut().find(|one| one["id"] == id).unwrap()
}

pub fn form(unit: &str, answers: Value) -> Form {
    let file = json!({"format": "selfscore/form", "version": 1, "unit": unit,
        "scheme": {"id": "y2024", "revision": 1, "sha256": old().digest()},
        "filled_by": "王", "filled_on": "2025-01-10", "answers": answers, "evidence": [],
        "score": {"total": "40", "criteria": {}}});
    form_json::read(file.to_string().as_bytes()).unwrap_or_else(|error| panic!("{error:?}")).form
}

/// 甲: 5 + (10−2−2) + 6 + (3+1) + (2+1) + 9 + 3 + 4 = 40.
pub fn first() -> Form {
    form(
        "甲",
        json!({
            "plan": {"choice": "full"},
            "letters": {"occurrences": {"late": 1, "wrong": 2}, "note": "晚", "evidence": ["3"]},
            "reports": {"done": ["annual", "budget"]},
            "news": {"occurrences": {"paper": 3, "site": 2}},
            "video": {"occurrences": {"film": 1, "site": 1}},
            "rate": {"value": "90"},
            "visits": {"value": "12"},
            "honour": {"claim": "4", "note": "获奖"},
        }),
    )
}

/// 乙: 3 + 10 + 2 + 0 + 0 + 4.5 + 0 + 5 = 24.5.
pub fn second() -> Form {
    form(
        "乙",
        json!({
            "plan": {"choice": "draft"},
            "letters": {"occurrences": {"late": 0, "wrong": 0}},
            "reports": {"done": ["budget"]},
            "news": {"occurrences": {"paper": 0, "site": 0}},
            "video": {"occurrences": {"film": 0, "site": 0}},
            "rate": {"value": "45"},
            "visits": {"value": "5"},
            "honour": {"claim": "5", "note": "获奖"},
        }),
    )
}

/// 丙: 0 + 10 + 0 + 6 + 4 + 4.5 + 0 + 0 = 24.5.
pub fn third() -> Form {
    form(
        "丙",
        json!({
            "plan": {"choice": "none"},
            "letters": {"occurrences": {"late": 0, "wrong": 0}},
            "reports": {"done": []},
            "news": {"occurrences": {"paper": 6, "site": 0}},
            "video": {"occurrences": {"film": 2, "site": 0}},
            "rate": {"value": "45"},
            "visits": {"value": "5"},
            "honour": {"claim": "0", "note": "无"},
        }),
    )
}

/// 丁: 0 + (10−5×2) + 0 = 0.
pub fn fourth() -> Form {
    form(
        "丁",
        json!({
            "plan": {"choice": "none"},
            "letters": {"occurrences": {"late": 5, "wrong": 0}},
            "reports": {"done": []},
            "news": {"occurrences": {"paper": 0, "site": 0}},
            "video": {"occurrences": {"film": 0, "site": 0}},
            "rate": {"value": "0"},
            "visits": {"value": "0"},
            "honour": {"claim": "0", "note": "无"},
        }),
    )
}
