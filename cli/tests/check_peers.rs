//! `selfscore check` by a scheme that compares units with one another.

mod support;
#[path = "support/forms.rs"]
mod support_forms;

use serde_json::{Value, json};
use support::{Folder, run};
use support_forms::{lines, ndjson, piped, sealed};

/// Up to 10 points in proportion to the best, and 10 for the first, 2 less for each place after it.
fn scheme() -> Value {
    let clause = |id: &str| json!({ "id": id, "mark": "①", "text": { "zh": "条款" }, "basis": "assumed", "why": { "zh": "试" } });
    let asked = json!({ "label": { "zh": "数" }, "unit": { "zh": "件" }, "least": "0", "most": "1000", "decimals": 0 });
    let criterion = |id: &str, rule: Value| json!({ "id": id, "title": { "zh": id }, "points": "10", "clauses": [clause(id)], "rule": rule });
    let best = json!({ "kind": "best", "asked": asked, "clause": "more" });
    let rank =
        json!({ "kind": "rank", "asked": asked, "step": "2", "last": "0", "clause": "place" });
    let indicator = json!({ "number": "1", "title": { "zh": "指标" }, "contents": [],
        "criteria": [criterion("more", best), criterion("place", rank)] });
    json!({ "format": "selfscore/scheme", "version": 1, "id": "peers", "revision": 1,
        "title": { "zh": "试" }, "decimals": 2, "due": "2022-01-14", "clauses": [],
        "units": ["甲", "乙", "丙", "丁"],
        "groups": [{ "title": { "zh": "组" }, "indicators": [indicator] }] })
}

fn form(unit: &str, more: &str, place: &str, exported_at: &str) -> Value {
    sealed(
        json!({ "format": "selfscore/form", "version": 1, "scheme": { "id": "peers", "revision": 1 },
        "unit": unit, "exported_at": exported_at,
        "answers": { "more": { "value": more }, "place": { "value": place } } }),
    )
}

const DAY: &str = "2022-01-12T09:00:00+08:00";

fn forms() -> Vec<Value> {
    vec![
        // Superseded by the next: it would be the best, and the first.
        form("甲", "1000", "900", "2022-01-10T09:00:00+08:00"),
        form("甲", "120", "90", DAY),
        form("乙", "80", "80", DAY),
        form("丙", "30", "80", DAY),
        // Nobody's peer.
        form("外", "999", "999", DAY),
    ]
}

#[test]
fn points_by_the_best_and_by_the_place_are_settled_over_files() {
    let folder = Folder::new();
    let scheme = folder.file("方案.json", scheme().to_string().as_bytes());
    let stream = folder.file("全部.ndjson", ndjson(forms()).as_bytes());
    let args = ["check", "--format", "ndjson", "--scheme", &scheme, &stream];
    let all = lines(&run(&args).findings());
    let of = |line: &Value| line["recomputed"].as_str().unwrap().to_owned();
    // 10 × 120 ÷ 120 + 10; 10 × 80 ÷ 120 + 8 = 6.67 + 8; 10 × 30 ÷ 120 + 8 = 2.5 + 8.
    let recomputed: Vec<String> = all[1..4].iter().map(of).collect();
    assert_eq!(recomputed, ["20.00", "14.67", "10.50"]);
}

#[test]
fn where_the_others_are_not_known_it_is_said() {
    let folder = Folder::new();
    let scheme = folder.file("方案.json", scheme().to_string().as_bytes());
    let stream = ndjson(forms());
    let path = folder.file("全部.ndjson", stream.as_bytes());
    let alone = run(&["check", "--alone", "--format", "ndjson", "--scheme", &scheme, &path]);
    let piped =
        piped(&["check", "--format", "ndjson", "--scheme", &scheme, "-"], stream.as_bytes());
    for run in [alone, piped] {
        assert!(run.stderr.contains("没有结算"), "{run:#?}");
        assert_eq!(lines(&run)[1]["recomputed"], "0.00");
    }
}
