//! What a form says, apart from how and when it was written down: the part that paper and files
//! have in common.

use serde_json::Value;

use super::{Form, MISSING, json};
use crate::answer::{Amount, Answer, Percent};
use crate::points::Points;
use crate::{canonical, date};

/// SHA-256 over the RFC 8785 canonical form of what a form says.
///
/// That is its document without the check code, without the time of export and without the list
/// of what is missing, which every reader works out; decimals without trailing zeros, the date
/// in ISO spelling, and members that say nothing left out. A spreadsheet that writes `48` for
/// `48.00`, or a draft that is opened again, changes nothing of it.
pub fn content_digest(form: &Form) -> [u8; 32] {
    canonical::sha256(&content(form))
}

fn content(form: &Form) -> Value {
    let mut form = form.clone();
    form.exported_at = String::new();
    form.extra.remove(MISSING);
    if let Ok(date) = date::typed(&form.filled_on) {
        form.filled_on = date;
    }
    form.answers.values_mut().for_each(plain);
    form.answers.retain(|_, answer| *answer != Answer::default());
    if let Some(score) = &mut form.score {
        score.total = score.total.map(points);
        score.criteria.values_mut().for_each(|stated| *stated = points(*stated));
    }
    json::body(&form)
}

/// An answer in its plainest spelling.
fn plain(answer: &mut Answer) {
    answer.tasks = answer.tasks.take().filter(|tasks| !tasks.is_empty());
    answer.occurrences = answer.occurrences.take().filter(|all| !all.is_empty());
    answer.claims = answer.claims.take().filter(|all| !all.is_empty());
    answer.scores = answer.scores.take().filter(|all| !all.is_empty());
    answer.flags = answer.flags.take().filter(|all| !all.is_empty());
    for task in answer.tasks.iter_mut().flatten() {
        task.number = task.number.trim().to_owned();
        task.completion = task.completion.map(percent);
        task.claim = task.claim.map(percent);
    }
    answer.value = answer.value.map(amount);
    answer.claim = answer.claim.map(amount);
    let claims = answer.claims.iter_mut().flat_map(|all| all.values_mut());
    for one in claims.chain(answer.scores.iter_mut().flatten()) {
        *one = amount(*one);
    }
}

// Without its trailing zeros a number is still within the bounds that it was in.

fn percent(percent: Percent) -> Percent {
    Percent::of(percent.value().normalize()).unwrap_or(percent)
}

fn amount(amount: Amount) -> Amount {
    Amount::of(amount.value().normalize()).unwrap_or(amount)
}

fn points(points: Points) -> Points {
    Points::new(points.value().normalize())
}
