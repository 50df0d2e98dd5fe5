//! The fields of a criterion by its rule, and what is asked besides the rule.

use leptos::prelude::*;
use selfscore_core::issue::field;
use selfscore_core::scheme::{Criterion, Modifier, Multiplied, Rule, When};
use selfscore_core::scoring::Line;
use selfscore_core::text::Text;
use selfscore_wording::{Lang, answers as words};

use super::answers::{
    Assessed, Best, Checklist, Choice, Counts, Deductions, Judged, Rank, Tick, Value, Veto, YesNo,
};
use super::apart::Rarer;
use super::entries::Entries;
use super::tasks::TaskTable;
use crate::parts::Message;
use crate::session::Session;

/// The fields that a criterion's rule asks for. Those of kinds that the program's own schemes do not have come later.
pub fn fields(session: Session, criterion: &Criterion, line: Memo<Option<Line>>) -> AnyView {
    let id = criterion.id.clone();
    match criterion.rule.clone() {
        Rule::Tasks(_) => view! { <TaskTable criterion=id line=line /> }.into_any(),
        Rule::Choice(rule) => view! { <Choice criterion=id rule=rule /> }.into_any(),
        Rule::Deduction(rule) => view! { <Deductions criterion=id rule=rule /> }.into_any(),
        Rule::Checklist(rule) => view! { <Checklist criterion=id rule=rule /> }.into_any(),
        Rule::Count(rule) => view! { <Counts criterion=id rule=rule /> }.into_any(),
        Rule::Record(rule) => view! {
            <p class="gap">{move || rule.reason.get(session.lang.get()).to_owned()}</p>
        }
        .into_any(),
        _ => view! { <Rarer criterion=id /> }.into_any(),
    }
}

/// The fields of the kinds that come later, by the criterion's id.
pub fn rarer(id: &str) -> AnyView {
    let session = Session::from_context();
    let scheme = session.scheme.get_untracked();
    let Some(criterion) = scheme.criterion(id) else { return ().into_any() };
    let id = criterion.id.clone();
    let full = criterion.rule_maximum();
    match criterion.rule.clone() {
        Rule::Value(rule) => view! { <Value criterion=id rule=rule /> }.into_any(),
        Rule::Judged(rule) => view! { <Judged criterion=id rule=rule /> }.into_any(),
        Rule::Entries(rule) => {
            let line = session.line(&id);
            view! { <Entries criterion=id rule=rule line=line /> }.into_any()
        }
        Rule::Assessed(rule) => view! { <Assessed criterion=id rule=rule /> }.into_any(),
        Rule::Best(rule) => view! { <Best criterion=id rule=rule full=full /> }.into_any(),
        Rule::Rank(rule) => view! { <Rank criterion=id rule=rule full=full /> }.into_any(),
        Rule::Veto(rule) => view! { <Veto criterion=id rule=rule /> }.into_any(),
        _ => ().into_any(), // is there from the beginning
    }
}

/// The box by which a unit says that a criterion does not apply, where a clause allows it.
#[component]
pub fn NotApplicable(
    /// The criterion's id.
    criterion: String,
    /// The mark of the clause that allows it; `None` where none does, and a file says so even so.
    clause: Option<String>,
) -> impl IntoView {
    let session = Session::from_context();
    let said = session.entry_part(&criterion, |entry| entry.applies == Some(false));
    let at = field::part(&criterion, "applies");
    let issue_at = at.clone();
    let allowed = clause.is_some();
    let id = StoredValue::new(criterion);
    let mark = StoredValue::new(clause.unwrap_or_default());
    let worth = move || mark.with_value(|mark| words::by_clause(session.lang.get(), mark));
    view! {
        <Show when=move || allowed || said.get()>
            <div class="applies" data-field=at.clone() tabindex="-1">
                <Tick
                    label=both(words::not_applicable)
                    worth=Signal::derive(worth)
                    ticked=said.into()
                    on_tick=move |on: bool| {
                        session.edit_entry(&id.get_value(), |entry| {
                            entry.applies = on.then_some(false);
                        });
                    }
                />
                <Message issue={let at = issue_at.clone(); session.issue(move || at.clone())} />
            </div>
        </Show>
    }
}

/// Words of the interface as a text of both languages.
pub fn both(words: fn(Lang) -> &'static str) -> Text {
    Text { zh: words(Lang::Zh).into(), en: words(Lang::En).into() }
}

/// What modifiers ask with a criterion: each question once, with what follows from the answer.
pub fn questions(session: Session, criterion: &Criterion) -> AnyView {
    let mut asked: Vec<&str> = Vec::new();
    let mut all = Vec::new();
    for modifier in &criterion.modifiers {
        let Some(When::Flag { id, label }) = modifier.when() else { continue };
        if asked.contains(&id.as_str()) {
            continue;
        }
        asked.push(id);
        let effect = modifier.clone();
        let key = id.clone();
        let value = session.entry_part(&criterion.id, move |entry| entry.flags.get(&key).copied());
        let (owner, flag) = (criterion.id.clone(), id.clone());
        all.push(view! {
            <div class="question">
                <YesNo
                    label=label.clone()
                    field=field::flag(&criterion.id, id)
                    value=value
                    on_answer=move |yes| {
                        session.edit_entry(&owner, |entry| {
                            entry.flags.insert(flag.clone(), yes);
                        });
                    }
                />
                <p class="sub">{move || effect_words(session, &effect)}</p>
            </div>
        });
    }
    all.collect_view().into_any()
}

fn effect_words(session: Session, modifier: &Modifier) -> String {
    let lang = session.lang.get();
    match modifier {
        Modifier::Multiply { by, of: Multiplied::Loss, .. } => words::multiplies_loss(lang, by),
        Modifier::Multiply { by, of: Multiplied::Points, .. } => words::multiplies_points(lang, by),
        Modifier::Gate { otherwise, .. } => words::gated(lang, otherwise),
        _ => String::new(),
    }
}
