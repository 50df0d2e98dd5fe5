//! Last year's answers under a new scheme: every piece of every answer either has a place in the
//! new answers, or is named in the list of what was left.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::join::{self, Come};
use super::left::{Left, Why, once};
use super::place::{Piece, about, counts_once, fit, items, pieces};
use super::route::{self, Route, Taken};
use crate::answer::{Answer, Answers};
use crate::form::{self, Form, SchemeRef};
use crate::issue::field;
use crate::scheme::{Criterion, Rule, Scheme};
use crate::text::Text;

/// Answers for a new scheme, and what they lack.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Carried {
    /// The answers that have a place.
    #[serde(skip)]
    pub answers: Answers,
    /// What has none.
    pub left: Vec<Left>,
    /// Where each criterion of the earlier scheme went, in its order.
    pub taken: Vec<Taken>,
    /// What the new scheme asks and nothing answered.
    pub fresh: Vec<Fresh>,
    /// Whether the new scheme has no map from the earlier one, so that only equal ids were
    /// carried.
    pub without_map: bool,
    /// Criteria that the map names and the earlier scheme does not have.
    pub unknown: Vec<String>,
}

/// Something that the new scheme asks and nothing carried answers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fresh {
    /// The criterion's id.
    pub criterion: String,
    /// Its title.
    pub title: Text,
    /// The items that are new; empty where all of the criterion is to be answered.
    pub items: Vec<Text>,
}

/// Carries answers over by the new scheme's map. If both schemes are the same, everything stays.
pub fn carry(old: &Scheme, new: &Scheme, answers: &Answers) -> Carried {
    if old.digest() == new.digest() {
        let taken = route::routes(old, old).iter().map(|route| route.taken(false)).collect();
        return Carried { answers: answers.clone(), taken, ..Carried::default() };
    }
    let routes = route::routes(old, new);
    let map = route::map(old, new);
    // A later revision of the same scheme needs no map.
    let without_map = map.is_none() && old.id() != new.id();
    let mut out = Carried { without_map, ..Carried::default() };
    let named = map.iter().flat_map(|map| &map.criteria).flat_map(|change| &change.from);
    let named: BTreeSet<&String> = named.filter(|id| old.criterion(id).is_none()).collect();
    out.unknown = named.into_iter().cloned().collect();

    let mut come: BTreeMap<&str, Vec<Come>> = BTreeMap::new();
    for route in &routes {
        let mut to_first = false;
        match (answers.get(&route.from.id), as_it_is(old, new, route)) {
            (Some(answer), true) => {
                out.answers.insert(route.from.id.clone(), answer.clone());
            }
            (Some(answer), false) => {
                to_first = hand_out(route, answer, new.decimals(), &mut come, &mut out.left);
            }
            (None, _) => {}
        }
        out.taken.push(route.taken(to_first));
    }
    for criterion in new.criteria() {
        let Some(come) = come.remove(criterion.id.as_str()) else { continue };
        let to_it = |route: &&Route<'_>| route.to.iter().any(|to| to.id == criterion.id);
        let sources = routes.iter().filter(to_it).count();
        let answer = join::join(criterion, come, sources, &mut out.left);
        if answer != Answer::default() {
            out.answers.insert(criterion.id.clone(), answer);
        }
    }
    out.left = once(out.left);
    for (id, answer) in answers.iter().filter(|(id, _)| old.criterion(id).is_none()) {
        for (at, value, _) in valued(answer) {
            out.left.push(Left {
                criterion: id.clone(),
                title: id.as_str().into(),
                field: field::answer(id) + &at,
                about: None,
                value,
                why: Why::NotOfScheme,
            });
        }
    }
    out.fresh = new.criteria().filter_map(|one| fresh(one, &routes, answers, &out)).collect();
    out
}

/// Carries a form over: its answers, its head, its list of evidence. Figures, dates of filling in
/// and of export are last year's and do not come along.
pub fn carry_form(old: &Scheme, new: &Scheme, last: &Form) -> (Form, Carried) {
    let mut carried = carry(old, new, &last.answers);
    if old.digest() == new.digest() {
        return (last.clone(), carried);
    }
    let mut form = last.clone();
    form.scheme = SchemeRef { extra: last.scheme.extra.clone(), ..SchemeRef::of(new) };
    form.answers = carried.answers.clone();
    form.score = None;
    form.filled_on = String::new();
    form.exported_at = String::new();
    form.extra.remove(form::MISSING);
    // A typed text belongs to a place in last year's answers, which may be elsewhere now.
    if let Some(Value::Object(typed)) = form.extra.get_mut(form::AS_TYPED) {
        let answers = |pointer: &String| pointer.starts_with("/answers/");
        let of_answers: Vec<String> = typed.keys().filter(|at| answers(at)).cloned().collect();
        for field in of_answers {
            let value = typed.remove(&field).unwrap_or_default();
            let id = field.split('/').nth(2).unwrap_or_default();
            let id = id.replace("~1", "/").replace("~0", "~");
            let title = old.criterion(&id).map(|criterion| criterion.title.clone());
            let title = title.unwrap_or_else(|| id.as_str().into());
            let why = Why::NotANumber;
            carried.left.push(Left { criterion: id, title, field, about: None, value, why });
        }
        if typed.is_empty() {
            form.extra.remove(form::AS_TYPED);
        }
    }
    (form, carried)
}

/// Whether the criterion is the same in both schemes, and nothing else comes to it.
fn as_it_is(old: &Scheme, new: &Scheme, route: &Route<'_>) -> bool {
    let same = |to: &[&Criterion]| matches!(to, [only] if *only == route.from);
    same(&route.to) && !route.shared && !route.renames() && old.decimals() == new.decimals()
}

/// An answer's pieces, with places and values as the form file has them.
fn valued(answer: &Answer) -> Vec<(String, Value, Piece)> {
    let written = form::json::answer_value(answer);
    let value = |at: &str| written.pointer(at).cloned().unwrap_or_default();
    pieces(answer).into_iter().map(|(at, piece)| (at.clone(), value(&at), piece)).collect()
}

/// Gives every piece to where it belongs, or names it. Whether something that any part could
/// keep went to the first of several.
fn hand_out<'a>(
    route: &Route<'a>,
    answer: &Answer,
    decimals: u32,
    come: &mut BTreeMap<&'a str, Vec<Come>>,
    left: &mut Vec<Left>,
) -> bool {
    let mut to_first = false;
    for (at, value, piece) in valued(answer) {
        let named = |why: Why| Left {
            criterion: route.from.id.clone(),
            title: route.from.title.clone(),
            field: field::answer(&route.from.id) + &at,
            about: about(route.from, &piece),
            value: value.clone(),
            why,
        };
        let mut places: Vec<(&'a Criterion, Piece)> = Vec::new();
        let mut why = match route.how {
            route::How::NoSuccessor => Why::NoSuccessor,
            _ => Why::Dropped,
        };
        for (nth, to) in route.to.iter().copied().enumerate() {
            match fit(route, to, answer, &piece, decimals) {
                Ok(here) => places.push((to, here)),
                Err(other) if nth == 0 || other.tells() > why.tells() => why = other,
                Err(_) => {}
            }
        }
        if piece.of_none() && places.len() > 1 {
            places.truncate(1);
            to_first = true;
        }
        if places.is_empty() {
            left.push(named(why));
        } else if places.len() > 1 && !piece.of_all() {
            let among = places.iter().map(|(to, _)| to.id.clone()).collect();
            left.push(named(Why::CannotTell { among }));
        } else {
            for (to, here) in places {
                let named = named(Why::Contradicts { at: vec![to.id.clone()] });
                come.entry(&to.id).or_default().push(Come { piece: here, named: Some(named) });
            }
        }
    }
    open_lists(route, answer, come);
    to_first
}

/// A list that was answered is answered still where some of its items are asked here, even if
/// none of those that happened is: the others did not happen.
fn open_lists<'a>(route: &Route<'a>, answer: &Answer, come: &mut BTreeMap<&'a str, Vec<Come>>) {
    let done = answer.done.as_ref().is_some_and(|done| !done.is_empty());
    let boxes = answer.occurrences.iter().flatten();
    let boxes = boxes.into_iter().any(|(id, _)| counts_once(&route.from.rule, id));
    let opened = [(done, Piece::NoneDone), (boxes, Piece::NoTimes)];
    for (_, piece) in opened.into_iter().filter(|(answered, _)| *answered) {
        for to in route.to.iter().copied() {
            if let Ok(piece) = fit(route, to, answer, &piece, 0) {
                come.entry(&to.id).or_default().push(Come::silent(piece));
            }
        }
    }
}

fn fresh(
    criterion: &Criterion,
    routes: &[Route<'_>],
    answers: &Answers,
    carried: &Carried,
) -> Option<Fresh> {
    if matches!(criterion.rule, Rule::Record(_)) {
        return None;
    }
    let new =
        |items| Fresh { criterion: criterion.id.clone(), title: criterion.title.clone(), items };
    let says = |answer: &Answer| pieces(answer).iter().any(|(_, piece)| !piece.of_none());
    if !carried.answers.get(&criterion.id).is_some_and(says) {
        return Some(new(Vec::new()));
    }
    let lists = matches!(
        criterion.rule,
        Rule::Checklist(_) | Rule::Veto(_) | Rule::Deduction(_) | Rule::Count(_)
    );
    let came = routes.iter().filter(|route| answers.contains_key(&route.from.id));
    let came = came.filter(|route| route.to.iter().any(|to| to.id == criterion.id));
    let known: BTreeSet<String> = came
        .filter(|route| route.from.rule.kind() == criterion.rule.kind())
        .flat_map(|route| items(&route.from.rule).into_iter().map(|(id, _)| route.item(id).into()))
        .collect();
    let all = items(&criterion.rule).into_iter().filter(|(id, _)| !known.contains(*id));
    let items: Vec<Text> = all.map(|(_, label)| label.clone()).collect();
    (lists && !items.is_empty()).then(|| new(items))
}
