//! Forms of a district, some with one fault each, and what a check should find.

use selfscore_core::answer::Percent;
use selfscore_core::form::Form;
use selfscore_core::scheme::Scheme;

use super::district::District;
use super::fault::Fault;
use super::form::{exported, sound};
use super::made::{Made, Truth, tasks_of};

/// The forms of the first `units` units; that share of them with a fault, a hundred at most. Besides, about one
/// task in twenty is told differently by one of its supporting units.
pub fn forms(
    scheme: &Scheme,
    district: &District,
    units: usize,
    share: u32,
    random: &mut fastrand::Rng,
) -> Made {
    let mut made = Made::default();
    let all = scheme.file().units.iter().enumerate();
    for (_, unit) in all.clone().skip(units) {
        made.found("", unit, "not_submitted", "");
    }
    let mut forms: Vec<Option<Form>> = Vec::new();
    let mut faults: Vec<Option<Fault>> = Vec::new();
    for (_, unit) in all.take(units) {
        let fault = Fault::drawn(false, share, random);
        forms.push(Some(sound(scheme, district, unit, random)));
        faults.push(fault);
    }
    if share > 0 {
        told_otherwise(scheme, district, &mut forms, &faults, random, &mut made);
    }
    for (at, (form, fault)) in forms.into_iter().zip(faults).enumerate() {
        if let Some(form) = form {
            made.form(scheme, &format!("{:02}", at + 1), form, fault, random);
        }
    }
    made
}

/// A form of a unit, that share of them with a fault, a hundred at most; and what a check finds of it
/// without a register.
pub fn alone(
    scheme: &Scheme,
    district: &District,
    unit: &str,
    share: u32,
    random: &mut fastrand::Rng,
) -> (Vec<u8>, Vec<Truth>) {
    let form = sound(scheme, district, unit, random);
    let fault = Fault::drawn(true, share, random);
    let mut made = Made::default();
    made.form(scheme, "", form, fault, random);
    made.truth.retain(|found| !found.file.is_empty());
    (made.files.pop().map(|file| file.bytes).unwrap_or_default(), made.truth)
}

/// Changes what one supporting unit without another fault says of a task whose lead unit has none.
fn told_otherwise(
    scheme: &Scheme,
    district: &District,
    forms: &mut [Option<Form>],
    faults: &[Option<Fault>],
    random: &mut fastrand::Rng,
    made: &mut Made,
) {
    let whole = |unit: usize| faults.get(unit).is_some_and(Option::is_none);
    for common in &district.tasks {
        let Some(&unit) = common.supporting.iter().find(|unit| whole(**unit)) else { continue };
        if !whole(common.lead) || random.u8(..20) != 0 {
            continue;
        }
        let Some(form) = forms.get_mut(unit).and_then(Option::as_mut) else { continue };
        let mut tasks = tasks_of(scheme, form).into_iter().flatten();
        let told = tasks.find(|task| task.number == common.number);
        let Some(task) = told else { continue };
        // Both below 60 %: nothing has to be claimed, and no points rest on it.
        let below = if task.completion == Percent::read("12.5").ok() { "13" } else { "12.5" };
        task.completion = Percent::read(below).ok();
        task.in_debugging = false;
        task.claim = None;
        *form = exported(scheme, form.clone());
        let lead = &scheme.file().units[common.lead];
        made.found("", lead, "accounts_differ", &common.number);
    }
}
