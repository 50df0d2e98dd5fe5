//! From a form to a document.

use serde_json::{Map, Value, json};

use crate::answer::{Amount, Answer, Extra, Listed, Task};
use crate::canonical;
use crate::form::{Evidence, FORMAT, Form, Stated, VERSION};
use crate::scheme::Role;

/// The document with its check code.
pub fn to_value(form: &Form) -> Value {
    let mut value = body(form);
    let sha256 = canonical::sha256_hex(&value);
    if let Value::Object(members) = &mut value {
        members.insert("sha256".into(), sha256.into());
    }
    value
}

/// Writes a form file, indented, with its check code.
pub fn write(form: &Form) -> String {
    // A `Value` always serialises: its keys are strings.
    serde_json::to_string_pretty(&to_value(form)).unwrap_or_default() + "\n"
}

/// The check code (校验码) that a form's file carries: SHA-256 in lower-case hex.
pub fn check_code(form: &Form) -> String {
    canonical::sha256_hex(&body(form))
}

/// The document without its check code.
pub(in crate::form) fn body(form: &Form) -> Value {
    let mut out = Map::new();
    let mut put = |name: &str, value: Value| out.insert(name.into(), value);
    put("format", FORMAT.into());
    put("version", VERSION.into());
    let scheme = &form.scheme;
    put(
        "scheme",
        with_extra(
            json!({"id": scheme.id, "revision": scheme.revision, "sha256": scheme.sha256}),
            &scheme.extra,
        ),
    );
    put("unit", form.unit.as_str().into());
    put("filled_by", form.filled_by.as_str().into());
    put("reviewed_by", form.reviewed_by.as_str().into());
    put("phone", form.phone.as_str().into());
    put("filled_on", form.filled_on.as_str().into());
    let answers = form.answers.iter().map(|(id, answer)| (id.clone(), answer_value(answer)));
    put("answers", Value::Object(answers.collect()));
    put("evidence", form.evidence.iter().map(evidence_value).collect());
    if let Some(score) = &form.score {
        put("score", score_value(score));
    }
    if !form.exported_at.is_empty() {
        put("exported_at", form.exported_at.as_str().into());
    }
    with_extra(Value::Object(out), &form.extra)
}

fn with_extra(mut value: Value, extra: &Extra) -> Value {
    if let Value::Object(members) = &mut value {
        for (name, value) in extra {
            members.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }
    value
}

pub(crate) fn answer_value(answer: &Answer) -> Value {
    let mut out = Map::new();
    if let Some(tasks) = &answer.tasks {
        out.insert("tasks".into(), tasks.iter().map(task_value).collect());
    }
    if let Some(choice) = &answer.choice {
        out.insert("choice".into(), choice.as_str().into());
    }
    if let Some(met) = answer.met {
        out.insert("met".into(), met.into());
    }
    if let Some(occurrences) = &answer.occurrences {
        out.insert("occurrences".into(), json!(occurrences));
    }
    if let Some(done) = &answer.done {
        out.insert("done".into(), json!(done));
    }
    if let Some(value) = &answer.value {
        out.insert("value".into(), amount(value));
    }
    if let Some(claim) = &answer.claim {
        out.insert("claim".into(), amount(claim));
    }
    if let Some(claims) = &answer.claims {
        let claims = claims.iter().map(|(id, points)| (id.clone(), amount(points)));
        out.insert("claims".into(), Value::Object(claims.collect()));
    }
    if let Some(entries) = &answer.entries {
        out.insert("entries".into(), entries.iter().map(listed_value).collect());
    }
    if let Some(scores) = &answer.scores {
        out.insert("scores".into(), scores.iter().map(amount).collect());
    }
    if let Some(flags) = &answer.flags {
        out.insert("flags".into(), json!(flags));
    }
    if let Some(applies) = answer.applies {
        out.insert("applies".into(), applies.into());
    }
    out.insert("note".into(), answer.note.as_str().into());
    out.insert("evidence".into(), json!(answer.evidence));
    with_extra(Value::Object(out), &answer.extra)
}

fn amount(amount: &Amount) -> Value {
    amount.to_string().into()
}

fn listed_value(listed: &Listed) -> Value {
    let mut out = Map::new();
    out.insert("title".into(), listed.title.as_str().into());
    if let Some(level) = &listed.level {
        out.insert("level".into(), level.as_str().into());
    }
    if let Some(times) = listed.times {
        out.insert("times".into(), times.into());
    }
    if let Some(placement) = &listed.placement {
        out.insert("placement".into(), placement.as_str().into());
    }
    if let Some(authors) = listed.authors {
        out.insert("authors".into(), authors.into());
    }
    out.insert("note".into(), listed.note.as_str().into());
    out.insert("evidence".into(), json!(listed.evidence));
    with_extra(Value::Object(out), &listed.extra)
}

fn task_value(task: &Task) -> Value {
    let mut out = Map::new();
    out.insert("number".into(), task.number.as_str().into());
    out.insert("title".into(), task.title.as_str().into());
    if let Some(role) = task.role {
        out.insert("role".into(), role_name(role).into());
    }
    if let Some(completion) = task.completion {
        out.insert("completion".into(), completion.to_string().into());
    }
    out.insert("in_debugging".into(), task.in_debugging.into());
    if let Some(claim) = task.claim {
        out.insert("claim".into(), claim.to_string().into());
    }
    out.insert("note".into(), task.note.as_str().into());
    out.insert("evidence".into(), json!(task.evidence));
    with_extra(Value::Object(out), &task.extra)
}

/// A role's name in files.
pub(in crate::form) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Supporting => "supporting",
    }
}

fn evidence_value(evidence: &Evidence) -> Value {
    let mut out = Map::new();
    out.insert("number".into(), evidence.number.as_str().into());
    out.insert("name".into(), evidence.name.as_str().into());
    if let Some(bytes) = evidence.bytes {
        out.insert("bytes".into(), bytes.into());
    }
    out.insert("sha256".into(), evidence.sha256.as_str().into());
    with_extra(Value::Object(out), &evidence.extra)
}

fn score_value(score: &Stated) -> Value {
    let mut out = Map::new();
    if let Some(total) = score.total {
        out.insert("total".into(), total.value().to_string().into());
    }
    let criteria = score.criteria.iter();
    let criteria = criteria.map(|(id, points)| (id.clone(), points.value().to_string().into()));
    out.insert("criteria".into(), Value::Object(criteria.collect()));
    with_extra(Value::Object(out), &score.extra)
}
