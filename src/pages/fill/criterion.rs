//! One criterion: its clauses, its fields, its points and their explanation.

use leptos::prelude::*;
use selfscore_core::issue::field;
use selfscore_core::scheme::{Criterion, Rule};
use selfscore_wording::page as words;

use super::answers::{Checklist, Choice, Counts, Deductions};
use super::tasks::TaskTable;
use crate::parts::{Area, Clauses, Explanation, Field, Line, line_state};
use crate::session::Session;

/// The criterion.
#[component]
pub fn CriterionBlock(
    /// The criterion.
    criterion: Criterion,
    /// Whether it is the indicator's only one, so that its title would repeat.
    alone: bool,
) -> impl IntoView {
    let session = Session::from_context();
    let id = criterion.id.clone();
    let line = session.line(&id);
    let open = RwSignal::new(false);
    let panel = format!("explain-{id}");
    let controls = panel.clone();
    let title = criterion.title.clone();
    let explain_title = criterion.title.clone();
    let state_id = id.clone();
    let state = move || {
        let worst = session.assessment.with(|assessment| assessment.worst(&state_id));
        line.with(|line| line_state(line.as_ref(), worst, session.lang.get()))
    };
    let figure = move || {
        let decimals = session.scheme.with(|scheme| scheme.decimals());
        line.with(|line| {
            let line = line.as_ref().filter(|line| line.maximum != Default::default())?;
            Some(words::points_of(session.lang.get(), line.points.fixed(decimals), line.maximum))
        })
    };
    let inputs = match &criterion.rule {
        Rule::Tasks(_) => view! { <TaskTable criterion=id.clone() line=line /> }.into_any(),
        Rule::Choice(rule) => {
            view! { <Choice criterion=id.clone() rule=rule.clone() /> }.into_any()
        }
        Rule::Deduction(rule) => {
            view! { <Deductions criterion=id.clone() rule=rule.clone() /> }.into_any()
        }
        Rule::Checklist(rule) => {
            view! { <Checklist criterion=id.clone() rule=rule.clone() /> }.into_any()
        }
        Rule::Count(rule) => view! { <Counts criterion=id.clone() rule=rule.clone() /> }.into_any(),
        Rule::Record(rule) => {
            let reason = rule.reason.clone();
            view! {
                <p class="gap">{move || reason.get(session.lang.get()).to_owned()}</p>
            }
            .into_any()
        }
        // A kind of rule that a later scheme brings has no field here yet.
        _ => ().into_any(),
    };
    let counted = criterion.counted();
    // The task table needs the whole width; so does an answer with no clause beside it.
    let wide = matches!(criterion.rule, Rule::Tasks(_)) || criterion.clauses.is_empty();
    let clauses = criterion.clauses.clone();
    let name = format!("{id}-title");
    let group = name.clone();
    let at = field::answer(&id);
    let points_of = id.clone();
    view! {
        <div class="criterion" data-field=at tabindex="-1" role="group" aria-labelledby=group>
            <div class="criterion-head">
                <h4 id=name class:sr=alone>{move || title.get(session.lang.get()).to_owned()}</h4>
                <span class=move || format!("state {}", state().class)>
                    <span class="sign" aria-hidden="true">{let state = state.clone(); move || state().sign}</span>
                    {let state = state.clone(); move || state().word}
                </span>
                <Show when=move || counted>
                    <span class="figure" class:sr=alone data-points=points_of.clone()>{figure}</span>
                    <button
                        type="button"
                        class="why"
                        aria-expanded=move || open.get().to_string()
                        aria-controls=controls.clone()
                        title={
                            let title = explain_title.clone();
                            move || words::explain_of(session.lang.get(), title.get(session.lang.get()))
                        }
                        on:click=move |_| open.update(|open| *open = !*open)
                    >
                        <span aria-hidden="true">"ⓘ "</span>
                        {session.t(words::explain)}
                    </button>
                </Show>
            </div>
            <div id=panel aria-live="off">
                <Show when=move || open.get()>
                    <Explanation criterion=criterion.clone() line=line />
                </Show>
            </div>
            <div class="beside" class:wide=wide>
                <Clauses clauses=clauses />
                <div class="answer">{inputs}</div>
            </div>
            <NoteAndEvidence criterion=id />
        </div>
    }
}

/// The columns 得分说明 and 佐证材料 of a criterion.
#[component]
fn NoteAndEvidence(criterion: String) -> impl IntoView {
    let session = Session::from_context();
    let id = StoredValue::new(criterion);
    let note = session.entry_part(&id.get_value(), |entry| entry.note.clone());
    let evidence = session.entry_part(&id.get_value(), |entry| entry.evidence.clone());
    let at = move |part: &'static str| id.with_value(|id| field::part(id, part));
    let label = Signal::derive(move || words::note(session.lang.get()).to_owned());
    let numbers = Signal::derive(move || words::evidence(session.lang.get()).to_owned());
    let hint = Signal::derive(move || words::note_hint(session.lang.get()).to_owned());
    view! {
        <div class="note-and-evidence">
            <Field label=label issue=session.issue(move || at("note"))>
                <Area
                    value=note
                    on_text=move |text| {
                        session.edit_entry(&id.get_value(), |entry| entry.note = text)
                    }
                    field=at("note")
                    label=label
                    hint=hint
                />
            </Field>
            <Field label=numbers issue=session.issue(move || at("evidence"))>
                <Line
                    value=evidence
                    on_text=move |text| {
                        session.edit_entry(&id.get_value(), |entry| entry.evidence = text)
                    }
                    field=at("evidence")
                    label=numbers
                    hint=Signal::derive(move || words::evidence_hint(session.lang.get()).to_owned())
                />
            </Field>
        </div>
    }
}
