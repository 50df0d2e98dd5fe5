//! A form without a fault.

use selfscore_core::answer::{Answer, Percent, Task};
use selfscore_core::draft::{Draft, assess};
use selfscore_core::evidence::{Claim, claims};
use selfscore_core::form::{Evidence, Form, SchemeRef};
use selfscore_core::issue::field;
use selfscore_core::scheme::lint::rungs;
use selfscore_core::scheme::{Criterion, Modifier, Role, Rule, Scheme, When};

use super::district::District;

/// A complete form of a unit, with evidence for all that it claims and figures that are right.
pub fn sound(scheme: &Scheme, district: &District, unit: &str, random: &mut fastrand::Rng) -> Form {
    let mut form = Form {
        scheme: SchemeRef::of(scheme),
        unit: unit.into(),
        filled_by: "张三".into(),
        reviewed_by: "李四".into(),
        phone: "000-0000".into(),
        filled_on: scheme.file().due.clone(),
        ..Form::default()
    };
    for criterion in scheme.criteria().filter(|criterion| scheme.concerns(criterion, unit)) {
        let answer = answer(scheme, criterion, district, unit, random);
        form.answers.insert(criterion.id.clone(), answer);
    }
    exported(scheme, form)
}

/// The form with evidence for all that it claims, and the figures that follow from it.
pub fn exported(scheme: &Scheme, mut form: Form) -> Form {
    supported(scheme, &mut form);
    stated(scheme, &form)
}

/// The form with the figures that follow from it.
pub fn stated(scheme: &Scheme, form: &Form) -> Form {
    let at = format!("{}T09:30:00+08:00", scheme.file().due);
    assess(scheme, &Draft::from_form(form)).export(scheme, &at)
}

fn answer(
    scheme: &Scheme,
    criterion: &Criterion,
    district: &District,
    unit: &str,
    random: &mut fastrand::Rng,
) -> Answer {
    if let Rule::Tasks(_) = criterion.rule {
        let place = scheme.file().units.iter().position(|name| name == unit);
        let tasks = place.map(|place| tasks(scheme, criterion, district, place, random));
        return Answer { tasks, ..Answer::default() };
    }
    let all = rungs(criterion, scheme.decimals());
    let mut answer = match all.is_empty() {
        // Only taken down.
        true => Answer { note: "区级媒体报道3次".into(), ..Answer::default() },
        false => all[random.usize(..all.len())].clone(),
    };
    for modifier in &criterion.modifiers {
        let (Modifier::Multiply { when, .. } | Modifier::Gate { when, .. }) = modifier else {
            continue;
        };
        if let When::Flag { id, .. } = when {
            answer.flags.get_or_insert_default().insert(id.clone(), random.bool());
        }
    }
    answer
}

fn tasks(
    scheme: &Scheme,
    criterion: &Criterion,
    district: &District,
    unit: usize,
    random: &mut fastrand::Rng,
) -> Vec<Task> {
    let role = |lead: usize, supporting: &[usize]| match lead == unit {
        true => Some(Role::Lead),
        false => supporting.contains(&unit).then_some(Role::Supporting),
    };
    let mut all = Vec::new();
    for common in &district.tasks {
        let Some(role) = role(common.lead, &common.supporting) else { continue };
        let mut task = Task {
            number: common.number.clone(),
            title: common.title.clone(),
            role: Some(role),
            completion: Percent::of(common.completion).ok(),
            in_debugging: common.in_debugging,
            ..Task::default()
        };
        // Whether a share is to be claimed, the rule itself says.
        let alone = Answer { tasks: Some(vec![task.clone()]), ..Answer::default() };
        let answers = [(criterion.id.clone(), alone)].into();
        let (_, issues) = selfscore_core::scoring::score(scheme, &answers);
        let at = field::task(&criterion.id, 0, "claim");
        if issues.iter().any(|issue| issue.field == at && issue.blocks()) {
            task.claim = Percent::of(random.i64(0..=100).into()).ok();
            task.note = "尚有两项待接入".into();
        }
        all.push(task);
    }
    all
}

/// Cites a piece of evidence wherever points rest on something without any, and lists it.
fn supported(scheme: &Scheme, form: &mut Form) {
    let (sheet, _) = selfscore_core::draft::judge(scheme, form);
    let bare = |claim: &&Claim| claim.claims && claim.numbers.is_empty();
    for claim in claims(scheme, form, &sheet).iter().filter(bare) {
        let at = form.evidence.len();
        let number = format!("{}-{}", at / 9 + 1, at % 9 + 1);
        let Some(answer) = form.answers.get_mut(&claim.criterion) else { continue };
        let cited = match &claim.row {
            None => Some(&mut answer.evidence),
            Some(row) if row.task => answer
                .tasks
                .as_mut()
                .and_then(|all| all.get_mut(row.index))
                .map(|t| &mut t.evidence),
            Some(row) => answer
                .entries
                .as_mut()
                .and_then(|all| all.get_mut(row.index))
                .map(|entry| &mut entry.evidence),
        };
        if let Some(cited) = cited {
            cited.push(number.clone());
            let name = format!("{number}_佐证.pdf");
            let piece = Evidence { number, name, bytes: Some(1_000), ..Evidence::default() };
            form.evidence.push(piece);
        }
    }
}
