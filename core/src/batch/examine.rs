//! One form by itself: read, recomputed, compared with what it states and with the register.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use super::Basis;
use super::accounts::Account;
use super::finding::{Finding, Standing, What};
use super::peers;
use super::same::fingerprint;
use crate::answer::{Answers, Task};
use crate::draft::judge_figures;
use crate::evidence::{Citing, Claim, citing, key_of};
use crate::form::{CheckCode, Form, FormFile, ReadError, Reason, SchemeRef};
use crate::issue::Problem;
use crate::points::Points;
use crate::review::{Compared, compare};
use crate::scheme::{Rule, Scheme};
use crate::scoring::{Circumstances, Line, ScoreSheet, State, Unlisted, figures_with};
use crate::typed;

/// A file as it came in.
#[derive(Clone, Copy, Debug)]
pub struct Submitted<'a> {
    /// Its name.
    pub file: &'a str,
    /// When it was received, ISO; `None` where nobody says.
    pub received: Option<&'a str>,
}

/// The figures of one criterion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineFigures {
    /// As the form states it.
    pub claimed: Option<Points>,
    /// As its answers and the register give it.
    pub recomputed: Points,
    /// As reviewers verified it, if they did.
    pub verified: Option<Points>,
    /// Whether it is final.
    pub state: State,
}

/// The figures of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// By criterion, in the scheme's order.
    pub lines: Vec<LineFigures>,
    /// The total as stated.
    pub claimed: Option<Points>,
    /// The total as recomputed, with tasks left out at nothing and days late.
    pub recomputed: Points,
    /// The total with what was verified in place of what was recomputed; `None` where nothing was.
    pub verified: Option<Points>,
    /// Whether nothing is missing.
    pub complete: bool,
    /// The grade's id, once it is sure.
    pub grade: Option<String>,
}

/// What was found of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Examined {
    /// The file.
    pub file: String,
    /// The unit by the form's word.
    pub unit: String,
    /// When it was received.
    pub received: Option<String>,
    /// Whether it came too late and is forfeited.
    pub forfeited: bool,
    /// When the form was exported, by its own word.
    pub exported_at: String,
    /// Its figures; `None` if it was not scored.
    pub figures: Option<Figures>,
    /// What is wrong or to be asked about.
    pub findings: Vec<Finding>,
    /// How it tells of each task.
    pub accounts: Vec<Account>,
    /// Its figures by which units are compared with one another, and nothing else of its answers.
    pub compared: Answers,
    /// What it says as one number, to tell the same form in another file.
    pub(super) fingerprint: Option<u64>,
}

/// Examines a form as read, or what could not be read.
pub fn examine(
    basis: &Basis<'_>,
    submitted: Submitted<'_>,
    read: Result<&FormFile, &ReadError>,
) -> Examined {
    let mut examined = Examined {
        file: submitted.file.to_owned(),
        unit: String::new(),
        received: submitted.received.map(str::to_owned),
        forfeited: false,
        exported_at: String::new(),
        figures: None,
        findings: Vec::new(),
        accounts: Vec::new(),
        compared: Answers::new(),
        fingerprint: None,
    };
    match read {
        Err(error) => {
            let error = error.clone();
            examined.found(match error.reason {
                Reason::NewerVersion(_) => What::NewerVersion(error),
                _ => What::Unreadable(error),
            });
        }
        Ok(file) => examined.form(basis, file),
    }
    examined
}

impl Examined {
    fn found(&mut self, what: What) {
        self.at(None, None, None, what);
    }

    fn at(
        &mut self,
        criterion: Option<&str>,
        claimed: Option<Points>,
        recomputed: Option<Points>,
        what: What,
    ) {
        self.findings.push(Finding {
            form: None,
            file: self.file.clone(),
            unit: self.unit.clone(),
            criterion: criterion.map(str::to_owned),
            claimed,
            recomputed,
            what,
        });
    }

    fn form(&mut self, basis: &Basis<'_>, file: &FormFile) {
        let (scheme, form) = (basis.scheme, &file.form);
        self.unit = form.unit.trim().to_owned();
        self.exported_at = form.exported_at.clone();
        self.fingerprint = Some(fingerprint(form));
        if let CheckCode::Differs { .. } = file.check_code {
            self.found(What::ChangedAfterExport);
        }
        if let Some(found) = other_scheme(scheme, &form.scheme) {
            let (id, revision) = (form.scheme.id.clone(), form.scheme.revision);
            self.found(What::OtherScheme { id, revision, found });
            if found == Standing::Other {
                return;
            }
        }
        self.compared = peers::compared(scheme, form);
        let known = scheme.assesses(&self.unit);
        if !known {
            self.found(What::UnknownUnit);
        }
        let days = basis.days_late(self.received.as_deref());
        if days > 0 {
            let (received, due) =
                (self.received.clone().unwrap_or_default(), scheme.file().due.clone());
            let forfeited = basis.forfeits();
            self.forfeited = forfeited;
            self.found(What::Late { received, due, days, forfeited });
        }

        let (sheet, issues) = judge_figures(scheme, form);
        let whose =
            |problem: &Problem| matches!(problem, Problem::UnitMissing | Problem::UnknownUnit(_));
        let blocking: Vec<_> =
            issues.into_iter().filter(|issue| issue.blocks() && !whose(&issue.problem)).collect();
        if !blocking.is_empty() {
            self.found(What::Incomplete(blocking));
        }
        let compared = compare(scheme, form, &sheet);
        self.differences(&compared);

        // Nobody knows what a unit that is not assessed has to do.
        let unlisted = match known {
            true => self.assigned(basis, form),
            false => Vec::new(),
        };
        let days_late = if basis.forfeits() { 0 } else { days };
        let circumstances = Circumstances {
            unit: &self.unit.clone(),
            unlisted: &unlisted,
            peers: basis.peers,
            days_late,
            verified: None,
        };
        let alone = unlisted.is_empty() && days_late == 0 && basis.peers.is_none();
        let settled = match alone {
            true => None,
            false => Some(figures_with(scheme, &form.answers, &circumstances).0),
        };
        let settled = settled.as_ref().unwrap_or(&sheet);
        self.left_out(scheme, &sheet, settled);
        self.evidence(scheme, form, &sheet);
        let points =
            basis.verified.map(|all| all.points_by(scheme, &self.unit)).unwrap_or_default();
        let reviewed = (!points.is_empty()).then(|| {
            let circumstances = Circumstances { verified: Some(&points), ..circumstances };
            figures_with(scheme, &form.answers, &circumstances).0
        });
        self.figures = Some(figures(form, settled, &points, reviewed.as_ref()));
    }

    /// Lines whose stated figure is another; the total where its lines do not explain it.
    fn differences(&mut self, compared: &[Compared]) {
        let off = |figure: &Compared| {
            let stated = figure.stated.filter(|_| figure.differs())?;
            Some(stated.value() - figure.recomputed.value())
        };
        let (total, lines): (Vec<_>, Vec<_>) =
            compared.iter().partition(|figure| figure.criterion.is_none());
        let explained: rust_decimal::Decimal = lines.iter().filter_map(|line| off(line)).sum();
        for figure in lines
            .into_iter()
            .filter(|line| line.differs())
            .chain(total.into_iter().filter(|total| off(total).is_some_and(|off| off != explained)))
        {
            let criterion = figure.criterion.as_deref();
            self.at(criterion, figure.stated, Some(figure.recomputed), What::FiguresDiffer);
        }
    }

    /// Holds the tasks against the register; gives those that are left out.
    fn assigned(&mut self, basis: &Basis<'_>, form: &Form) -> Vec<Unlisted> {
        let tasks: Vec<&Task> = tasks(basis.scheme, form).collect();
        let Some(roll) = basis.roll else {
            self.accounts = tasks.iter().map(|task| Account::of(task, task.role)).collect();
            return Vec::new();
        };
        let known_as = basis.scheme.unmask(&self.unit, form.district());
        let assigned = roll.tasks_of([&self.unit, &known_as]);
        let mut left: Vec<bool> = vec![true; assigned.len()];
        let keys: Vec<_> = assigned.iter().map(|(task, _)| typed::task_key(&task.number)).collect();
        for task in tasks {
            let key = typed::task_key(&task.number);
            match keys.iter().position(|number| *number == key) {
                Some(at) => {
                    let role = assigned[at].1;
                    left[at] = false;
                    self.accounts.push(Account::of(task, Some(role)));
                    if task.role != Some(role) {
                        let number = task.number.clone();
                        self.found(What::RoleDiffers { number, stated: task.role, assigned: role });
                    }
                }
                None => {
                    let (number, title) = (task.number.clone(), task.title.clone());
                    self.found(What::TaskUnassigned { number, title });
                }
            }
        }
        let missing = assigned.iter().zip(left).filter(|(_, left)| *left);
        let mut unlisted = Vec::new();
        for ((task, role), _) in missing {
            let (number, title, role) = (task.number.clone(), task.title.clone(), *role);
            unlisted.push(Unlisted { number: number.clone(), role });
            self.found(What::TaskMissing { number, title, role });
        }
        unlisted
    }

    /// Says of tasks left out what the criterion had without and has with them.
    fn left_out(&mut self, scheme: &Scheme, alone: &ScoreSheet, settled: &ScoreSheet) {
        let with_tasks =
            scheme.criteria().find(|criterion| matches!(criterion.rule, Rule::Tasks(_)));
        let Some(criterion) = with_tasks else { return };
        let points = |sheet: &ScoreSheet| sheet.line(&criterion.id).map(|line| line.points);
        let (before, after) = (points(alone), points(settled));
        let missing = |finding: &&mut Finding| matches!(finding.what, What::TaskMissing { .. });
        for finding in self.findings.iter_mut().filter(missing) {
            finding.criterion = Some(criterion.id.clone());
            finding.claimed = before;
            finding.recomputed = after;
        }
    }

    fn evidence(&mut self, scheme: &Scheme, form: &Form, sheet: &ScoreSheet) {
        let all = citing(scheme, form, sheet);
        let listed: HashSet<Cow<'_, str>> =
            form.evidence.iter().map(|piece| key_of(&piece.number)).collect();
        for criterion in scheme.criteria() {
            let own = || all.iter().filter(|citing| citing.criterion == criterion.id);
            let bare: Vec<Claim> = own()
                .filter(|citing| citing.claims && citing.numbers.is_empty())
                .map(Citing::claim)
                .collect();
            if !bare.is_empty() {
                self.at(Some(&criterion.id), None, None, What::EvidenceMissing(bare));
            }
            let (mut numbers, mut claims) = (Vec::new(), Vec::new());
            for citing in own() {
                let before = numbers.len();
                let unlisted = |number: &&String| !listed.contains(&key_of(number));
                numbers.extend(citing.numbers.iter().filter(unlisted).cloned());
                if numbers.len() > before {
                    claims.push(citing.claim());
                }
            }
            if !numbers.is_empty() {
                self.at(Some(&criterion.id), None, None, What::EvidenceUnlisted(numbers, claims));
            }
        }
    }
}

/// Whether a file names another scheme than the one at hand.
pub(crate) fn other_scheme(scheme: &Scheme, named: &SchemeRef) -> Option<Standing> {
    let here = scheme.file().revision;
    if named.sha256 == scheme.digest() {
        None
    } else if named.id != scheme.id() {
        Some(Standing::Other)
    } else if named.revision != u64::from(here) {
        Some(Standing::Revision(here))
    } else {
        (!named.sha256.is_empty()).then_some(Standing::Changed)
    }
}

/// The tasks of a form, of all criteria that are about tasks.
fn tasks<'a>(scheme: &'a Scheme, form: &'a Form) -> impl Iterator<Item = &'a Task> {
    let of_tasks = scheme.criteria().filter(|criterion| matches!(criterion.rule, Rule::Tasks(_)));
    of_tasks.filter_map(|criterion| form.answers.get(&criterion.id)?.tasks.as_ref()).flatten()
}

fn figures(
    form: &Form,
    sheet: &ScoreSheet,
    verified: &BTreeMap<String, Points>,
    reviewed: Option<&ScoreSheet>,
) -> Figures {
    let stated = |id: &str| form.score.as_ref()?.criteria.get(id).copied();
    let line = |line: &Line| LineFigures {
        claimed: stated(&line.criterion),
        recomputed: line.points,
        verified: verified.get(&line.criterion).copied(),
        state: line.state,
    };
    let last = reviewed.unwrap_or(sheet);
    Figures {
        lines: sheet.lines.iter().map(line).collect(),
        claimed: form.score.as_ref().and_then(|score| score.total),
        recomputed: sheet.total,
        verified: reviewed.map(|sheet| sheet.total),
        complete: last.complete,
        grade: last.grade.clone(),
    }
}
