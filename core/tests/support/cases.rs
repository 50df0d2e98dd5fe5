//! Reads the case files; their grammar is told in `tests/cases/README.md`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use selfscore_core::answer::{Amount, Answers, Percent, Task};
use selfscore_core::scheme::{Role, Scheme};
use selfscore_core::scoring::Unlisted;

use super::given;

/// What must come out of a case.
#[derive(Debug)]
pub enum Expected {
    /// A criterion's or (`total`) the form's points, least and, if incomplete, most.
    Points { of: String, least: String, most: Option<String> },
    /// A criterion is taken down only.
    NotCounted { of: String },
    /// A criterion does not apply to the unit.
    NotApplicable { of: String },
    /// A criterion is answered, but settled only when every unit's figures are known.
    Pending { of: String },
    /// A group's points, by its id or its path in the scheme file.
    Group { of: String, least: String, most: Option<String> },
    /// Full marks of the form.
    Maximum(String),
    /// The grade of the total, by its id; `none` where it is not sure or the scheme has none.
    Grade(String),
    /// A code and the field beneath `/answers/`.
    Issue(String),
    /// The ledger of a criterion, sorted.
    Lost { of: String, entries: Vec<String> },
}

/// One case of a file.
pub struct Case {
    /// `file.txt: title`
    pub name: String,
    /// The scheme's short name, or its id.
    pub scheme: String,
    /// The unit by the scheme's name; empty where the case names none.
    pub unit: String,
    /// What all units answer where they are compared; empty before the check.
    pub peers: Vec<Answers>,
    /// What the unit answers.
    pub answers: Answers,
    /// Tasks of the register that the form leaves out.
    pub unlisted: Vec<Unlisted>,
    /// Days that the form came late.
    pub days_late: u32,
    /// What must come out.
    pub expected: Vec<Expected>,
}

/// Every `.txt` file of the folder and of those below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder).expect("the folder of cases") {
        let path = file.expect("a file").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Reads every case of every `.txt` file of the folder and of those below it, by file name.
pub fn read(folder: &Path, schemes: &BTreeMap<String, Scheme>) -> Vec<Case> {
    let mut cases = Vec::new();
    for path in files(folder) {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).expect("a case file in UTF-8");
        let first = cases.len();
        for (index, line) in text.lines().enumerate() {
            let at = format!("{name}, line {}", index + 1);
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(title) = line.strip_prefix("== ") {
                cases.push(Case {
                    name: format!("{name}: {title}"),
                    scheme: "default".into(),
                    unit: String::new(),
                    peers: Vec::new(),
                    answers: Answers::new(),
                    unlisted: Vec::new(),
                    days_late: 0,
                    expected: Vec::new(),
                });
                continue;
            }
            assert!(cases.len() > first, "{at}: a line before the first case");
            let case = cases.last_mut().expect("just seen");
            if let Some(line) = line.strip_prefix("=> ") {
                case.expected.push(expected(line, &at));
            } else {
                let (key, value) = split(line, ":", &at);
                answer(case, key, value, schemes, &at);
            }
        }
    }
    cases
}

/// The two sides of a line's first `by`, trimmed.
pub fn split<'a>(line: &'a str, by: &str, at: &str) -> (&'a str, &'a str) {
    let (left, right) =
        line.split_once(by).unwrap_or_else(|| panic!("{at}: no {by:?} in {line:?}"));
    (left.trim(), right.trim())
}

fn expected(line: &str, at: &str) -> Expected {
    let (key, value) = split(line, " ", at);
    match key {
        "maximum" => Expected::Maximum(value.into()),
        "grade" => Expected::Grade(value.into()),
        "pending" => Expected::Pending { of: value.into() },
        "group" => {
            let (of, points) = split(value, " ", at);
            let (least, most) = span(points);
            Expected::Group { of: of.into(), least, most }
        }
        "issue" => {
            let (code, field) = split(value, " at ", at);
            Expected::Issue(format!("{code} at {field}"))
        }
        "lost" => {
            let (of, entries) = split(value, ":", at);
            let mut entries: Vec<String> = match entries {
                "nothing" => Vec::new(),
                entries => entries.split(',').map(|entry| entry.trim().to_owned()).collect(),
            };
            entries.sort();
            Expected::Lost { of: of.into(), entries }
        }
        of if value == "not counted" => Expected::NotCounted { of: of.into() },
        of if value == "not applicable" => Expected::NotApplicable { of: of.into() },
        of => {
            let (least, most) = span(value);
            Expected::Points { of: of.into(), least, most }
        }
    }
}

fn span(points: &str) -> (String, Option<String>) {
    match points.split_once(" to ") {
        Some((least, most)) => (least.into(), Some(most.into())),
        None => (points.into(), None),
    }
}

fn answer(case: &mut Case, key: &str, value: &str, schemes: &BTreeMap<String, Scheme>, at: &str) {
    if key == "scheme" {
        case.scheme = value.into();
        return;
    }
    let scheme = schemes.get(case.scheme.as_str()).unwrap_or_else(|| panic!("{at}: no scheme"));
    match key.split_whitespace().collect::<Vec<_>>()[..] {
        ["unit"] => {
            assert!(scheme.assesses(value), "{at}: the scheme has no unit {value:?}");
            case.unit = value.into();
        }
        ["peers", id] => {
            assert!(scheme.criterion(id).is_some(), "{at}: no criterion {id:?}");
            for (index, figure) in value.split_whitespace().enumerate() {
                if case.peers.len() <= index {
                    case.peers.push(Answers::new());
                }
                let value = Some(Amount::read(figure).expect("a figure"));
                case.peers[index].entry(id.into()).or_default().value = value;
            }
        }
        ["days", "late"] => case.days_late = value.parse().expect("a count of days"),
        ["unlisted"] => {
            let (role, number) = split(value, " ", at);
            let role = self::role(role, at).expect("a role");
            case.unlisted.push(Unlisted { number: number.into(), role });
        }
        ["other"] => {
            case.answers.insert(value.into(), Default::default());
        }
        ["task", ref of @ ..] => {
            let (id, times) = match of {
                [] => ("tasks", "1"),
                [word] => word.strip_prefix('x').map_or((*word, "1"), |times| ("tasks", times)),
                [id, times] => (*id, times.strip_prefix('x').unwrap_or_default()),
                _ => panic!("{at}: {key:?} names no criterion"),
            };
            let tasks = case.answers.entry(id.into()).or_default().tasks.get_or_insert_default();
            for _ in 0..times.parse().expect("a count") {
                tasks.push(task(value, tasks.len(), at));
            }
        }
        [id] => {
            let criterion =
                scheme.criterion(id).unwrap_or_else(|| panic!("{at}: no criterion {id:?}"));
            let answer = case.answers.entry(id.into()).or_default();
            given::read(&criterion.rule, value, answer, at);
        }
        _ => panic!("{at}: no meaning of {key:?}"),
    }
}

fn role(word: &str, at: &str) -> Option<Role> {
    match word {
        "lead" => Some(Role::Lead),
        "supporting" => Some(Role::Supporting),
        "roleless" => None,
        _ => panic!("{at}: no role {word:?}"),
    }
}

fn task(words: &str, index: usize, at: &str) -> Task {
    let percent = |text: &str| Some(Percent::read(text).expect("a percentage"));
    let mut parts = words.split(',').map(str::trim);
    let (role, completion) = split(parts.next().unwrap_or_default(), " ", at);
    let mut task = Task {
        number: (index + 1).to_string(),
        title: "任务".into(),
        role: self::role(role, at),
        completion: if completion == "?" { None } else { percent(completion) },
        ..Task::default()
    };
    let mut reason = "理由";
    for part in parts {
        match part.split_once(' ') {
            Some(("claim", claim)) => task.claim = percent(claim),
            Some(("number", number)) => task.number = number.into(),
            _ if part == "debugging" => task.in_debugging = true,
            _ if part == "no reason" => reason = "",
            _ => panic!("{at}: {part:?} says nothing about a task"),
        }
    }
    task.note = reason.into();
    task
}
