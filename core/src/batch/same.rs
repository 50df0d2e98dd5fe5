//! Whether two forms say the same, told cheaply for every form of a batch.

use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::fast::FixedState;

use crate::answer::{Amount, Answer, Listed, Percent, Task};
use crate::date;
use crate::form::{Evidence, Form, MISSING, SchemeRef, Stated};
use crate::scheme::Role;

/// A number of what a form says, apart from how and when it was written down: two forms of the same
/// [`content_digest`](crate::form::content_digest) have the same one. Others have another, unless by
/// chance (one in 2⁶⁴) or by design: it is no digest, takes a hundredth of the time of one, and is
/// compared within one unit only.
pub(super) fn fingerprint(form: &Form) -> u64 {
    // Every member by its name, so that none is forgotten once there are more.
    let Form {
        scheme,
        unit,
        filled_by,
        reviewed_by,
        phone,
        filled_on,
        answers,
        evidence,
        score,
        exported_at: _,
        extra,
    } = form;
    let mut into = FixedState::default().build_hasher();
    let SchemeRef { id, revision, sha256, extra: more } = scheme;
    (id, revision, sha256, more).hash(&mut into);
    (unit, filled_by, reviewed_by, phone).hash(&mut into);
    date::typed(filled_on).as_ref().unwrap_or(filled_on).hash(&mut into);
    for (id, answer) in answers.iter().filter(|(_, one)| **one != Answer::default()) {
        id.hash(&mut into);
        self::answer(answer, &mut into);
    }
    for Evidence { number, name, bytes, sha256, extra } in evidence {
        (number, name, bytes, sha256, extra).hash(&mut into);
    }
    if let Some(Stated { total, criteria, extra }) = score {
        total.map(|total| total.value()).hash(&mut into);
        for (id, points) in criteria {
            (id, points.value()).hash(&mut into);
        }
        extra.hash(&mut into);
    }
    for member in extra.iter().filter(|(name, _)| *name != MISSING) {
        member.hash(&mut into);
    }
    into.finish()
}

// Decimals have the same number whatever their trailing zeros.

fn answer(answer: &Answer, into: &mut impl Hasher) {
    let Answer {
        tasks,
        choice,
        met,
        occurrences,
        done,
        value,
        claim,
        claims,
        entries,
        scores,
        flags,
        applies,
        note,
        evidence,
        extra,
    } = answer;
    let amount = |amount: &Amount| amount.value();
    for task in tasks.iter().flatten() {
        self::task(task, into);
    }
    (choice, met, done, applies, note, evidence, extra).hash(into);
    occurrences.as_ref().filter(|all| !all.is_empty()).hash(into);
    flags.as_ref().filter(|all| !all.is_empty()).hash(into);
    (value.map(Amount::value), claim.map(Amount::value)).hash(into);
    for (id, claim) in claims.iter().flatten() {
        (id, amount(claim)).hash(into);
    }
    for listed in entries.iter().flatten() {
        let Listed { title, level, times, placement, authors, note, evidence, extra } = listed;
        (title, level, times, placement, authors, note, evidence, extra).hash(into);
    }
    for score in scores.iter().flatten() {
        amount(score).hash(into);
    }
}

fn task(task: &Task, into: &mut impl Hasher) {
    let Task { number, title, role, completion, in_debugging, claim, note, evidence, extra } = task;
    let percent = |percent: &Option<Percent>| percent.map(Percent::value);
    let lead = role.map(|role| role == Role::Lead);
    (number.trim(), title, lead, percent(completion), in_debugging, percent(claim)).hash(into);
    (note, evidence, extra).hash(into);
}
