//! From feedback to a document.

use serde_json::{Map, Value, json};

use super::{FORMAT, Feedback, Found, Item, Said, VERSION};
use crate::canonical;
use crate::limits;
use crate::points::Points;
use crate::text::Text;

impl Feedback {
    /// The file: JSON, indented, with its check code.
    pub fn write(&self) -> String {
        let mut value = self.body();
        let sha256 = canonical::sha256_hex(&value);
        if let Value::Object(members) = &mut value {
            members.insert("sha256".into(), sha256.into());
        }
        // A `Value` always serialises: its keys are strings.
        serde_json::to_string_pretty(&value).unwrap_or_default() + "\n"
    }

    fn body(&self) -> Value {
        let mut out = Map::new();
        let mut put = |name: &str, value: Value| out.insert(name.into(), value);
        put("format", FORMAT.into());
        put("version", VERSION.into());
        let scheme = &self.scheme;
        put(
            "scheme",
            json!({"id": scheme.id, "revision": scheme.revision, "sha256": scheme.sha256}),
        );
        put("unit", text(&self.unit));
        let form = &self.form;
        put(
            "form",
            json!({
                "file": text(&form.file),
                "sha256": text(&form.sha256),
                "short_code": form.short_code,
                "exported_at": text(&form.exported_at),
                "received": text(&form.received),
            }),
        );
        put("reviewers", self.reviewers.iter().map(|name| text(name)).collect());
        put("made_at", text(&self.made_at));
        put("state", self.state.code().into());
        let mut total = Map::new();
        figure(&mut total, "claimed", self.claimed);
        figure(&mut total, "recomputed", self.recomputed);
        figure(&mut total, "verified", self.verified);
        put("total", Value::Object(total));
        if let Some(rank) = self.rank {
            put("rank", rank.into());
        }
        if let Some(late) = &self.late {
            put(
                "late",
                json!({"due": text(&late.due), "days": late.days, "forfeited": late.forfeited}),
            );
        }
        put("items", self.items.iter().map(item).collect());
        put("findings", self.findings.iter().map(found).collect());
        Value::Object(out)
    }
}

fn item(item: &Item) -> Value {
    let mut out = Map::new();
    out.insert("criterion".into(), text(&item.criterion));
    out.insert("title".into(), both(&item.title));
    figure(&mut out, "maximum", Some(item.maximum));
    figure(&mut out, "claimed", item.claimed);
    figure(&mut out, "recomputed", Some(item.recomputed));
    figure(&mut out, "verified", item.verified);
    for (name, words) in [("reason", &item.reason), ("reviewer", &item.reviewer)] {
        if !words.is_empty() {
            out.insert(name.into(), text(words));
        }
    }
    out.insert("clauses".into(), item.clauses.iter().map(said).collect());
    Value::Object(out)
}

fn said(said: &Said) -> Value {
    let mut out = Map::new();
    out.insert("mark".into(), text(&said.mark));
    out.insert("text".into(), both(&said.text));
    out.insert("basis".into(), serde_json::to_value(said.basis).unwrap_or_default());
    if let Some(reading) = &said.reading {
        out.insert("reading".into(), both(reading));
    }
    Value::Object(out)
}

fn found(found: &Found) -> Value {
    let mut out = Map::new();
    out.insert("code".into(), text(&found.code));
    if let Some(criterion) = &found.criterion {
        out.insert("criterion".into(), text(criterion));
    }
    figure(&mut out, "claimed", found.claimed);
    figure(&mut out, "recomputed", found.recomputed);
    out.insert("message".into(), both(&found.message));
    out.insert("remedy".into(), both(&found.remedy));
    Value::Object(out)
}

fn figure(out: &mut Map<String, Value>, name: &str, points: Option<Points>) {
    if let Some(points) = points {
        out.insert(name.into(), points.value().to_string().into());
    }
}

fn both(words: &Text) -> Value {
    let mut out = Map::new();
    out.insert("zh".into(), text(&words.zh));
    if !words.en.is_empty() {
        out.insert("en".into(), text(&words.en));
    }
    Value::Object(out)
}

/// A text that every reader takes: one that is longer than a file may hold is cut, and says so by its end.
fn text(text: &str) -> Value {
    let mut text = text.replace('\0', "\u{FFFD}");
    if text.chars().count() > limits::TEXT_CHARS {
        text = text.chars().take(limits::TEXT_CHARS - 1).chain(['…']).collect();
    }
    text.into()
}
