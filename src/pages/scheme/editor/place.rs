//! Places of a scheme file as the outline has them: which entry one lies in, and its title.

use selfscore_core::scheme::shape::{self, Shape};
use selfscore_wording::{Lang, editor as words};
use serde_json::Value;

/// Members of the file that are parts of the outline, besides groups.
pub const PARTS: [&str; 6] = ["clauses", "units", "masked", "classes", "total", "succeeds"];

/// Members that are outline entries of their own where they stand.
pub fn apart(pointer: &str, member: &str) -> bool {
    match member {
        "groups" | "indicators" => pointer.is_empty() || pointer.starts_with("/groups"),
        "criteria" => pointer.starts_with("/groups"),
        member => pointer.is_empty() && PARTS.contains(&member),
    }
}

/// The entry of the outline in which a place of the file lies.
pub fn part_of(path: &str) -> &str {
    let mut end = 0;
    let mut at = 0;
    let mut steps = path.split('/').skip(1).peekable();
    while let Some(step) = steps.next() {
        at += step.len() + 1;
        let list = apart(path.get(..at - step.len() - 1).unwrap_or_default(), step);
        if !list {
            break;
        }
        if end == 0 && PARTS.contains(&step) {
            return path.get(..at).unwrap_or_default();
        }
        let Some(index) = steps.next() else { break };
        at += index.len() + 1;
        end = at;
    }
    path.get(..end).unwrap_or_default()
}

/// What people call the entry of the outline in which a place lies.
pub fn title_of(file: &Value, path: &str, lang: Lang) -> String {
    let part = part_of(path);
    if part.is_empty() {
        return words::head(lang).into();
    }
    let member = part.trim_start_matches('/');
    if let Shape::Object(members) = shape::file()
        && let Some(member) = members.iter().find(|one| one.name == member)
    {
        return (member.label)(lang).into();
    }
    file.pointer(part).map(|value| called(value, lang)).unwrap_or_default()
}

/// What a part is called: its title, its words, its mark or number, else its id.
pub fn called(value: &Value, lang: Lang) -> String {
    let text = |name: &str| {
        let text = value.get(name)?;
        let of = |lang| text.get(lang).and_then(Value::as_str).filter(|text| !text.is_empty());
        lang.pick(of("zh").or(of("en")), of("en").or(of("zh")))
    };
    let line = |name: &str| value.get(name).and_then(Value::as_str).filter(|one| !one.is_empty());
    let known = line("number").or(line("mark"));
    let words = text("title").or(text("label")).or(text("text")).or(line("id"));
    let all = known.into_iter().chain(words).collect::<Vec<_>>().join(" ");
    match all.char_indices().nth(28) {
        Some((end, _)) => format!("{}…", &all[..end]),
        None => all,
    }
}
