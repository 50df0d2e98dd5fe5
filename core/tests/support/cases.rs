//! Reads the case files; their grammar is told in `tests/cases/README.md`.

use std::collections::BTreeMap;
use std::path::Path;

use selfscore_core::answer::{Answer, Answers, Percent, Task};
use selfscore_core::scheme::{Role, Rule, Scheme};
use selfscore_core::scoring::Unlisted;

/// What must come out of a case.
#[derive(Debug)]
pub enum Expected {
    /// A criterion's or (`total`) the form's points, least and, if incomplete, most.
    Points { of: String, least: String, most: Option<String> },
    /// A criterion is taken down only.
    NotCounted { of: String },
    /// Full marks of the form.
    Maximum(String),
    /// A code and the field beneath `/answers/`.
    Issue(String),
    /// The ledger of a criterion, sorted.
    Lost { of: String, entries: Vec<String> },
}

/// One case of a file.
pub struct Case {
    /// `file.txt: title`
    pub name: String,
    /// The scheme's short name.
    pub scheme: String,
    /// What the unit answers.
    pub answers: Answers,
    /// Tasks of the register that the form leaves out.
    pub unlisted: Vec<Unlisted>,
    /// What must come out.
    pub expected: Vec<Expected>,
}

/// Reads every case of every `.txt` file of the folder, by file name.
pub fn read(folder: &Path, schemes: &BTreeMap<&str, Scheme>) -> Vec<Case> {
    let files = std::fs::read_dir(folder).expect("the folder of cases");
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let mut cases = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
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
                    answers: Answers::new(),
                    unlisted: Vec::new(),
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

fn split<'a>(line: &'a str, by: &str, at: &str) -> (&'a str, &'a str) {
    let (left, right) =
        line.split_once(by).unwrap_or_else(|| panic!("{at}: no {by:?} in {line:?}"));
    (left.trim(), right.trim())
}

fn expected(line: &str, at: &str) -> Expected {
    let (key, value) = split(line, " ", at);
    match key {
        "maximum" => Expected::Maximum(value.into()),
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
        of => {
            let (least, most) = match value.split_once(" to ") {
                Some((least, most)) => (least, Some(most.to_owned())),
                None => (value, None),
            };
            Expected::Points { of: of.into(), least: least.into(), most }
        }
    }
}

fn answer(case: &mut Case, key: &str, value: &str, schemes: &BTreeMap<&str, Scheme>, at: &str) {
    if key == "scheme" {
        case.scheme = value.into();
        return;
    }
    let scheme = schemes.get(case.scheme.as_str()).unwrap_or_else(|| panic!("{at}: no scheme"));
    match key {
        "unlisted" => {
            let (role, number) = split(value, " ", at);
            let role = self::role(role, at).expect("a role");
            case.unlisted.push(Unlisted { number: number.into(), role });
        }
        "other" => {
            case.answers.insert(value.into(), Answer::default());
        }
        "tasks" => {
            let tasks = (value == "none").then(Vec::new);
            case.answers.insert("tasks".into(), Answer { tasks, ..Answer::default() });
        }
        key if key == "task" || key.starts_with("task x") => {
            let times = key.strip_prefix("task x").unwrap_or("1").parse().expect("a count");
            let answer = case.answers.entry("tasks".into()).or_default();
            let tasks = answer.tasks.get_or_insert_default();
            for _ in 0..times {
                tasks.push(task(value, tasks.len(), at));
            }
        }
        id => {
            let criterion =
                scheme.criterion(id).unwrap_or_else(|| panic!("{at}: no criterion {id:?}"));
            case.answers.insert(id.into(), by_rule(&criterion.rule, value, at));
        }
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

fn by_rule(rule: &Rule, value: &str, at: &str) -> Answer {
    let mut answer = Answer::default();
    if value == "?" {
        return answer;
    }
    let parts = value.split(',').map(str::trim);
    match rule {
        Rule::Choice(_) => answer.choice = Some(value.into()),
        Rule::Checklist(_) => {
            answer.done = Some(parts.filter(|part| *part != "none").map(Into::into).collect());
        }
        Rule::Deduction(_) | Rule::Count(_) => {
            for part in parts {
                match part {
                    "met" => answer.met = Some(true),
                    "not met" => answer.met = Some(false),
                    "boxes" => answer.occurrences = Some(BTreeMap::new()),
                    item => {
                        let (item, times) = split(item, " ", at);
                        let times = times.parse().expect("a count");
                        let occurrences = answer.occurrences.get_or_insert_default();
                        occurrences.insert(item.into(), times);
                    }
                }
            }
        }
        _ => panic!("{at}: this criterion takes no answer of that kind"),
    }
    answer
}
