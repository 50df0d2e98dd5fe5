//! Files with faults, and what a check should find of them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use selfscore_core::answer::Task;
use selfscore_core::date;
use selfscore_core::form::{Form, json};
use selfscore_core::points::Points;
use selfscore_core::scheme::{Role, Rule, Scheme};

use super::fault::Fault;
use super::form::{exported, stated};

/// A file to write.
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What a check should find.
pub struct Truth {
    /// The file; empty where none is at fault.
    pub file: String,
    /// The unit by the form's word.
    pub unit: String,
    pub code: &'static str,
    /// The criterion, or the number of the task.
    pub of: String,
}

/// Files, all that is wrong with them, and the days on which they came.
#[derive(Default)]
pub struct Made {
    pub files: Vec<File>,
    pub truth: Vec<Truth>,
    /// Those that did not come on the last day, by their files.
    pub late: BTreeMap<String, String>,
}

/// The day so many days after an ISO date.
fn after(date: &str, days: u32) -> String {
    let (mut year, mut month, mut day) = date::parts(date).unwrap_or((2000, 1, 1));
    let iso = |year, month, day| format!("{year:04}-{month:02}-{day:02}");
    for _ in 0..days {
        day += 1;
        if date::typed(&iso(year, month, day)).is_err() {
            (month, day) = (month + 1, 1);
        }
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
    iso(year, month, day)
}

/// The tasks of a form.
pub(super) fn tasks_of<'a>(scheme: &Scheme, form: &'a mut Form) -> Option<&'a mut Vec<Task>> {
    let of_tasks = scheme.criteria().find(|criterion| matches!(criterion.rule, Rule::Tasks(_)))?;
    form.answers.get_mut(&of_tasks.id)?.tasks.as_mut()
}

impl Made {
    pub(super) fn found(&mut self, file: &str, unit: &str, code: &'static str, of: &str) {
        let (file, unit, of) = (file.to_owned(), unit.to_owned(), of.to_owned());
        self.truth.push(Truth { file, unit, code, of });
    }

    fn file(&mut self, name: &str, text: String) {
        self.files.push(File { name: name.to_owned(), bytes: text.into_bytes() });
    }

    /// A form with a fault, or without one.
    pub(super) fn form(
        &mut self,
        scheme: &Scheme,
        stem: &str,
        mut form: Form,
        fault: Option<Fault>,
        random: &mut fastrand::Rng,
    ) {
        let name = format!("{stem}.json");
        let unit = form.unit.clone();
        let Some(fault) = fault else { return self.file(&name, json::write(&form)) };
        match fault {
            Fault::Unreadable => {
                let text = json::write(&form);
                let half: String = text.chars().take(text.chars().count() / 2).collect();
                self.file(&name, half);
                self.found(&name, "", "unreadable", "");
                self.found("", &unit, "not_submitted", "");
            }
            Fault::NewerVersion => {
                let text = json::write(&form).replacen("\"version\": 1", "\"version\": 2", 1);
                self.file(&name, text);
                self.found(&name, "", "newer_version", "");
                self.found("", &unit, "not_submitted", "");
            }
            Fault::OtherScheme => {
                form.scheme.id.push_str("-other");
                form.scheme.sha256.clear();
                self.file(&name, json::write(&form));
                self.found(&name, &unit, "other_scheme", "");
            }
            Fault::UnknownUnit => {
                form.unit.push_str("（筹）");
                self.found(&name, &form.unit, "unknown_unit", "");
                self.file(&name, json::write(&exported(scheme, form)));
                self.found("", &unit, "not_submitted", "");
            }
            Fault::Incomplete => {
                let asked = scheme.criteria().find(|criterion| {
                    matches!(criterion.rule, Rule::Choice(_))
                        && form.answers.contains_key(&criterion.id)
                });
                if let Some(criterion) = asked {
                    if let Some(answer) = form.answers.get_mut(&criterion.id) {
                        answer.choice = None;
                        answer.claim = None;
                    }
                    self.found(&name, &unit, "incomplete", "");
                }
                self.file(&name, json::write(&exported(scheme, form)));
            }
            Fault::FiguresDiffer => {
                let more = |points: Points| Points::new(points.value() + Decimal::ONE);
                if let Some(score) = &mut form.score
                    && let Some((criterion, points)) = score.criteria.iter_mut().next()
                {
                    *points = more(*points);
                    score.total = score.total.map(more);
                    let criterion = criterion.clone();
                    self.found(&name, &unit, "figures_differ", &criterion);
                }
                self.file(&name, json::write(&form));
            }
            Fault::ChangedAfterExport => {
                let text = json::write(&form).replacen("000-0000", "000-0001", 1);
                self.file(&name, text);
                self.found(&name, &unit, "changed_after_export", "");
            }
            Fault::TaskMissing => {
                if let Some(tasks) = tasks_of(scheme, &mut form).filter(|tasks| tasks.len() > 1) {
                    let gone = tasks.remove(random.usize(..tasks.len()));
                    self.found(&name, &unit, "task_missing", &gone.number);
                }
                self.file(&name, json::write(&exported(scheme, form)));
            }
            Fault::TaskUnassigned => {
                let number = "9001";
                let tasks = tasks_of(scheme, &mut form).filter(|tasks| !tasks.is_empty());
                if let Some(tasks) = tasks {
                    tasks.push(Task { number: number.into(), ..tasks[0].clone() });
                    self.found(&name, &unit, "task_unassigned", number);
                }
                self.file(&name, json::write(&exported(scheme, form)));
            }
            Fault::RoleDiffers => {
                let tasks = tasks_of(scheme, &mut form);
                if let Some(task) = tasks.and_then(|tasks| tasks.last_mut()) {
                    task.role = match task.role {
                        Some(Role::Lead) => Some(Role::Supporting),
                        _ => Some(Role::Lead),
                    };
                    let number = task.number.clone();
                    self.found(&name, &unit, "role_differs", &number);
                }
                self.file(&name, json::write(&exported(scheme, form)));
            }
            Fault::EvidenceMissing => {
                let cites = form.answers.iter_mut().find(|(_, answer)| !answer.evidence.is_empty());
                if let Some((criterion, answer)) = cites {
                    answer.evidence.clear();
                    let criterion = criterion.clone();
                    self.found(&name, &unit, "evidence_missing", &criterion);
                }
                self.file(&name, json::write(&stated(scheme, &form)));
            }
            Fault::Duplicate => {
                let mut earlier = form.clone();
                earlier.exported_at = "2000-01-01T09:30:00+08:00".into();
                earlier.phone.push('1');
                let before = format!("{stem}-1.json");
                self.file(&before, json::write(&earlier));
                self.file(&name, json::write(&form));
                self.found(&before, &unit, "duplicate", "");
            }
            Fault::NotSubmitted => self.found("", &unit, "not_submitted", ""),
            Fault::Late => {
                self.file(&name, json::write(&form));
                self.late.insert(name.clone(), after(&scheme.file().due, random.u32(1..40)));
                self.found(&name, &unit, "late", "");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::after;

    #[test]
    fn days_go_on_over_months_and_years() {
        assert_eq!(after("2022-01-14", 1), "2022-01-15");
        assert_eq!(after("2024-02-28", 2), "2024-03-01");
        assert_eq!(after("2021-12-31", 32), "2022-02-01");
    }
}
