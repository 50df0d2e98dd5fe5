//! From a form to a draft and back: handing on a form, ready or not, loses nothing.

mod form_support;

use form_support::{form, scheme};
use proptest::prelude::*;
use selfscore_core::answer::{Amount, Answer, Percent};
use selfscore_core::draft::Draft;
use selfscore_core::form::{Form, json};
use selfscore_core::limits;
use serde_json::{Map, Value};

/// The form as a draft can say it: what is typed for the scheme at hand, without figures.
fn well_formed(mut form: Form) -> Form {
    let scheme = scheme();
    form.scheme.id = scheme.id().into();
    form.scheme.revision = scheme.file().revision.into();
    form.scheme.sha256 = scheme.digest().into();
    form.filled_on = String::new();
    form.score = None;
    form.exported_at = String::new();
    for name in ["missing", "as_typed", "district"] {
        form.extra.remove(name);
    }
    let apart = |numbers: &mut Vec<String>| {
        *numbers = selfscore_core::draft::split_evidence(&numbers.join("、"));
    };
    // Noughts that say nothing are not written.
    let amount = |amount: &mut Amount| *amount = Amount::of(amount.value().normalize()).unwrap();
    let percent =
        |percent: &mut Percent| *percent = Percent::of(percent.value().normalize()).unwrap();
    for answer in form.answers.values_mut() {
        apart(&mut answer.evidence);
        answer.value.iter_mut().for_each(amount);
        answer.claim.iter_mut().for_each(amount);
        answer.claims.iter_mut().flat_map(|all| all.values_mut()).for_each(amount);
        answer.scores.iter_mut().flatten().for_each(amount);
        for task in answer.tasks.iter_mut().flatten() {
            task.completion.iter_mut().chain(&mut task.claim).for_each(percent);
            task.number = task.number.trim().into();
            apart(&mut task.evidence);
        }
        for times in answer.occurrences.iter_mut().flat_map(|all| all.values_mut()) {
            *times = (*times).min(limits::COUNT);
        }
        for listed in answer.entries.iter_mut().flatten() {
            apart(&mut listed.evidence);
            listed.times = listed.times.map(|times| times.min(limits::COUNT));
            listed.authors = listed.authors.map(|authors| authors.min(limits::COUNT));
        }
        answer.claims = answer.claims.take().filter(|all| !all.is_empty());
        answer.scores = answer.scores.take().filter(|all| !all.is_empty());
        answer.flags = answer.flags.take().filter(|all| !all.is_empty());
        answer.tasks = answer.tasks.take().filter(|tasks| !tasks.is_empty());
        answer.occurrences = answer.occurrences.take().filter(|all| !all.is_empty());
    }
    form.answers.retain(|_, answer| *answer != Answer::default());
    form
}

/// Puts texts that are no numbers into the form, where it has no number.
fn typed(form: &mut Form, texts: [&str; 3]) {
    let mut typed = Map::new();
    for (id, answer) in &mut form.answers {
        let answer_at = format!("/answers/{}", id.replace('~', "~0").replace('/', "~1"));
        if answer.value.is_none() {
            typed.insert(format!("{answer_at}/value"), texts[0].into());
        }
        answer.claim = None;
        typed.insert(format!("{answer_at}/claim"), texts[1].into());
        if let Some(claims) = &mut answer.claims {
            claims.remove("grave");
        }
        typed.insert(format!("{answer_at}/claims/grave"), texts[0].into());
        answer.claims = answer.claims.take().filter(|all| !all.is_empty());
        for (index, listed) in answer.entries.iter_mut().flatten().enumerate() {
            listed.times = None;
            typed.insert(format!("{answer_at}/entries/{index}/times"), texts[0].into());
            if listed.authors.is_none() {
                typed.insert(format!("{answer_at}/entries/{index}/authors"), texts[1].into());
            }
        }
        // Before, between and after those that can be read; a file may name them in any order.
        let scores = answer.scores.as_ref().map_or(0, Vec::len);
        for row in [scores + 9, 0, scores + 3, scores + 2, 2] {
            typed.insert(format!("{answer_at}/scores/{row}"), texts[0].into());
        }
        for (index, task) in answer.tasks.iter_mut().flatten().enumerate() {
            let at = |column| {
                format!(
                    "/answers/{}/tasks/{index}/{column}",
                    id.replace('~', "~0").replace('/', "~1")
                )
            };
            task.completion = None;
            typed.insert(at("completion"), texts[0].into());
            if task.claim.is_none() {
                typed.insert(at("claim"), texts[1].into());
            }
        }
    }
    typed.insert("/filled_on".into(), texts[2].into());
    typed.insert("/answers/learning/occurrences/visits".into(), "两次".into());
    if let Some(answer) = form.answers.get_mut("learning") {
        if let Some(occurrences) = &mut answer.occurrences {
            occurrences.remove("visits");
        }
        answer.occurrences = answer.occurrences.take().filter(|all| !all.is_empty());
    }
    form.answers.retain(|_, answer| *answer != Answer::default());
    form.extra.insert("as_typed".into(), Value::Object(typed));
}

proptest! {
    #[test]
    fn a_draft_says_what_its_form_says(form in form(), district in "|城东|[a-z]{1,5}") {
        let mut form = well_formed(form);
        if !district.is_empty() {
            form.extra.insert("district".into(), district.into());
        }
        let (read, issues) = Draft::from_form(&form).read(scheme());
        prop_assert_eq!(&read, &form);
        prop_assert_eq!(json::write(&read), json::write(&form));
        prop_assert!(issues.is_empty(), "{:?}", issues);
    }

    #[test]
    fn what_is_no_number_stays_as_typed(form in form()) {
        let mut form = well_formed(form);
        typed(&mut form, ["八成五", "1,5", "上周"]);
        let draft = Draft::from_form(&form);
        let (read, issues) = draft.read(scheme());
        prop_assert_eq!(&read, &form);
        prop_assert!(!issues.is_empty());
        // Through a file as well.
        let file = json::read(json::write(&read).as_bytes()).unwrap();
        prop_assert_eq!(Draft::from_form(&file.form), draft);
    }
}
