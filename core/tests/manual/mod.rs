//! Takes the examples out of the page on the scheme language.
//!
//! A fenced block of `json` is a part of a scheme; the comment before it says which:
//! `<!-- kind: rank, with ties; as: criterion -->`. A block of `json answer` after it has an
//! answer and the points that come out.

use std::collections::BTreeMap;

use selfscore_core::answer::Answers;
use selfscore_core::form::json;
use selfscore_core::points::Points;
use selfscore_core::scheme::Scheme;
use selfscore_core::scoring::{Circumstances, Peers, State, score_with};
use serde_json::{Value, json};

/// The page.
pub const ENGLISH: &str = include_str!("../../../docs/scheme-format.md");
const CHINESE: &str = include_str!("../../../docs/scheme-format.zh.md");

pub fn pages() -> [(&'static str, &'static str); 2] {
    [("English", ENGLISH), ("Chinese", CHINESE)]
}

/// A fenced block of JSON.
#[derive(Clone, Default)]
pub struct Shown {
    pub line: usize,
    /// The comment before it.
    pub mark: Option<String>,
    /// Whether it is an answer.
    pub answer: bool,
    pub text: String,
}

/// All fenced blocks of JSON, in order.
pub fn shown(page: &str) -> Vec<Shown> {
    let mut all = Vec::new();
    let mut mark = None;
    let mut open: Option<Shown> = None;
    for (index, line) in page.lines().enumerate() {
        if let Some(mut block) = open.take() {
            if line == "```" {
                all.push(block);
            } else {
                block.text.push_str(line);
                block.text.push('\n');
                open = Some(block);
            }
            continue;
        }
        if let Some(comment) = line.strip_prefix("<!-- ").and_then(|l| l.strip_suffix(" -->")) {
            mark = Some(comment.to_owned());
        } else if line == "```json" || line == "```json answer" {
            let answer = line.ends_with("answer");
            open = Some(Shown { line: index + 1, mark: mark.take(), answer, text: String::new() });
        }
    }
    assert!(open.is_none(), "a block of the page is not closed");
    all
}

/// A part of a scheme, with answers to it.
pub struct Example {
    /// Where it stands, for messages.
    pub at: String,
    /// The kind of rule that it shows, if it shows one of the table.
    pub kind: Option<String>,
    what: String,
    part: Value,
    pub answers: Vec<Stated>,
}

/// An answer and what comes out.
pub struct Stated {
    pub at: String,
    said: Value,
}

/// The examples of a page.
pub fn examples(page: &str) -> Vec<Example> {
    let mut all: Vec<Example> = Vec::new();
    for block in shown(page) {
        let at = format!("line {}", block.line);
        let said: Value =
            serde_json::from_str(&block.text).unwrap_or_else(|error| panic!("{at}: {error}"));
        if block.answer {
            all.last_mut().expect("an example before an answer").answers.push(Stated { at, said });
            continue;
        }
        let mark = block.mark.unwrap_or_else(|| panic!("{at}: a block without a mark"));
        let member = |name: &str| {
            let part =
                mark.split("; ").find_map(|part| part.strip_prefix(name)?.strip_prefix(": "));
            part.map(str::to_owned)
        };
        let what = member("as").unwrap_or_else(|| panic!("{at}: as what? {mark}"));
        let answers = Vec::new();
        all.push(Example { at, kind: member("kind"), what, part: said, answers });
    }
    all
}

impl Example {
    /// The scheme file that the example makes: itself, or a plain one with it in its place.
    pub fn file(&self) -> Value {
        let mut file = json!({
            "format": "selfscore/scheme", "version": 1, "id": "example", "revision": 1,
            "title": {"zh": "示例"}, "decimals": 2, "due": "2026-12-31",
            "clauses": [], "units": ["甲局", "乙局", "丙局", "丁局"],
            "groups": [group(&work())],
        });
        match self.what.as_str() {
            "file" => file = self.part.clone(),
            "criterion" => file["groups"] = json!([group(&self.part)]),
            "scheme" => {
                let members = self.part.as_object().expect("members of a scheme");
                file.as_object_mut().unwrap().extend(members.clone());
            }
            other => panic!("{}: {other} is no part of a scheme", self.at),
        }
        file
    }
}

fn group(criterion: &Value) -> Value {
    let indicator =
        json!({"number": "1", "title": {"zh": "指标"}, "contents": [], "criteria": [criterion]});
    json!({"title": {"zh": "组"}, "indicators": [indicator]})
}

/// What the page calls the criterion `work`.
fn work() -> Value {
    json!({
        "id": "work", "title": {"zh": "工作"}, "points": "100",
        "clauses": [{"id": "work", "mark": "1", "text": {"zh": "酌情给分"}, "basis": "notice"}],
        "rule": {"kind": "judged", "label": {"zh": "工作"}, "least": "0", "most": "100", "clause": "work"},
    })
}

impl Stated {
    /// What the page states, and the same figures as they are scored.
    pub fn score(&self, scheme: &Scheme) -> (BTreeMap<String, String>, BTreeMap<String, String>) {
        let at = &self.at;
        let said = self.said.as_object().expect("an object");
        let members = ["unit", "answers", "peers", "days_late", "result"];
        assert!(said.keys().all(|name| members.contains(&name.as_str())), "{at}: unknown member");
        let answers = answers(scheme, &self.said["answers"], at);
        let all: Vec<Answers> = self.said["peers"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| self::answers(scheme, one, at))
            .collect();
        let peers = (!all.is_empty()).then(|| Peers::of(scheme, &all));
        let days_late = self.said["days_late"].as_u64().unwrap_or_default();
        let circumstances = Circumstances {
            unit: self.said["unit"].as_str().unwrap_or_default(),
            peers: peers.as_ref(),
            days_late: days_late.try_into().unwrap(),
            ..Circumstances::default()
        };
        let (sheet, issues) = score_with(scheme, &answers, &circumstances);
        assert!(issues.is_empty(), "{at}: {issues:?}");
        let result: BTreeMap<String, String> =
            serde_json::from_value(self.said["result"].clone()).expect("figures by name");
        assert!(!result.is_empty(), "{at}: states nothing");
        let found = |name: &String| {
            let section = sheet.sections.iter().find(|one| one.id.as_deref() == Some(name));
            let found = match (name.as_str(), sheet.line(name), section) {
                ("total", ..) => span(sheet.total, sheet.highest, scheme.total_decimals()),
                ("maximum", ..) => sheet.maximum.fixed(scheme.total_decimals()),
                ("grade", ..) => sheet.grade.clone().unwrap_or("none".into()),
                (_, Some(line), _) if line.state == State::NotApplicable => "not applicable".into(),
                (_, Some(line), _) if line.state == State::NotCounted => "not counted".into(),
                (_, Some(line), _) => span(line.points, line.highest, scheme.decimals()),
                (_, _, Some(of)) => span(of.points, of.highest, scheme.decimals()),
                _ => panic!("{at}: no {name:?} in the scheme"),
            };
            (name.clone(), found)
        };
        let found = result.keys().map(found).collect();
        (result, found)
    }
}

fn span(least: Points, most: Points, decimals: u32) -> String {
    match least == most {
        true => least.fixed(decimals),
        false => format!("{} to {}", least.fixed(decimals), most.fixed(decimals)),
    }
}

/// Answers as a form has them.
fn answers(scheme: &Scheme, answers: &Value, at: &str) -> Answers {
    let form = json!({"format": "selfscore/form", "version": 1, "scheme": {"id": scheme.id()},
        "unit": "", "answers": answers});
    let read = json::read(form.to_string().as_bytes());
    let form = read.unwrap_or_else(|error| panic!("{at}: {error:?}")).form;
    assert!(form.unknown_members().is_empty(), "{at}: {:?}", form.unknown_members());
    form.answers
}
