//! One criterion: its clauses, its fields, its points and their explanation.

use leptos::prelude::*;
use selfscore_core::draft::Entry;
use selfscore_core::issue::field;
use selfscore_core::scheme::{Criterion, Rule};
use selfscore_core::scoring::State;
use selfscore_wording::{answers, page as words};

use super::fields::{NotApplicable, fields, questions};
use crate::parts::{
    Area, Clauses, ExplainButton, Explained, Explanation, Field, Line, Message, beside, heading,
    line_state,
};
use crate::session::Session;

/// The criterion.
#[component]
pub fn CriterionBlock(
    /// The criterion.
    criterion: Criterion,
    /// Whether it is the indicator's only one, so that its title would repeat.
    alone: bool,
    /// The level of its heading.
    level: usize,
) -> impl IntoView {
    let session = Session::from_context();
    let id = criterion.id.clone();
    let line = session.line(&id);
    let open = RwSignal::new(false);
    let panel = format!("explain-{id}");
    let state_id = id.clone();
    let state = Memo::new(move |_| {
        let worst = session.assessment.with(|assessment| assessment.worst(&state_id));
        line.with(|line| line_state(line.as_ref(), worst, session.lang.get()))
    });
    let decimals = move || session.scheme.with(|scheme| scheme.decimals());
    let figure = move || {
        line.with(|line| {
            let line = line.as_ref().filter(|line| line.state != State::NotApplicable)?;
            let highest = (line.state == State::Pending).then_some(line.highest);
            let lang = session.lang.get();
            Some(beside(lang, line.points, highest, line.maximum, decimals()))
        })
    };
    let explained = Signal::derive(move || {
        line.with(|line| line.as_ref().map(|line| Explained::line(line, decimals())))
    });
    let in_tasks = matches!(criterion.rule, Rule::Tasks(_));
    // Tables need the whole width; so does an answer with no clause beside it.
    let wide =
        matches!(criterion.rule, Rule::Tasks(_) | Rule::Entries(_)) || criterion.clauses.is_empty();
    let counted = criterion.counted();
    let name = format!("{id}-title");
    let at = field::answer(&id);
    let issue_at = at.clone();
    let issue = session.issue(move || issue_at.clone());
    let title = criterion.title.clone();
    let shown_title = move || title.get(session.lang.get()).to_owned();
    // Drawn at once where they concern the unit; answers that do not are shown to be taken out.
    let (clauses, used) = (criterion.clauses.clone(), criterion.clauses.clone());
    let (explained_title, button_title) = (criterion.title.clone(), criterion.title.clone());
    let labelled = name.clone();
    let inputs = {
        let criterion = criterion.clone();
        let empty = session.entry_part(&id, says_nothing);
        let own = criterion.clone();
        let concerns = Memo::new(move |_| {
            let unit = session.draft.with(|draft| draft.unit.clone());
            session.scheme.with(|scheme| scheme.concerns(&own, &unit))
        });
        let shown = Memo::new(move |_| concerns.get() || !empty.get());
        let optional = criterion.optional.as_ref();
        let mark = optional.map(|id| {
            let clause = criterion.clauses.iter().find(|clause| clause.id == *id);
            clause.map_or_else(|| id.clone(), |clause| clause.mark.clone())
        });
        let applies = session.entry_part(&id, |entry| entry.applies != Some(false));
        let classes = criterion.classes.clone();
        let other_class = move || {
            let lang = session.lang.get();
            let titles = classes
                .iter()
                .map(|id| session.scheme.with(|scheme| scheme.title_of(id).get(lang).to_owned()));
            answers::other_class(lang, titles.collect::<Vec<_>>().join(lang.pick("、", ", ")))
        };
        view! {
            <Show when=move || !concerns.get()>
                <p class="gap">{other_class.clone()}</p>
            </Show>
            {move || {
                let (criterion, mark) = (criterion.clone(), mark.clone());
                shown.get().then(|| view! {
                    <NotApplicable criterion=criterion.id.clone() clause=mark />
                    <div hidden=move || !applies.get()>
                        {questions(session, &criterion)}
                        {fields(session, &criterion, line)}
                    </div>
                })
            }}
        }
    };
    view! {
        <div class="criterion" data-field=at tabindex="-1" role="group" aria-labelledby=labelled>
            <div class="criterion-head">
                {heading(level, Some(name), if alone { "sr" } else { "" }, shown_title.into_any())}
                <span class=move || format!("state {}", state.get().class)>
                    <span class="sign" aria-hidden="true">{move || state.get().sign}</span>
                    {move || state.get().word}
                </span>
                {counted.then(|| view! {
                    <span class="figure" class:sr=alone data-points=id.clone()>{figure}</span>
                    <ExplainButton title=button_title open=open panel=panel.clone() />
                })}
            </div>
            <div id=panel aria-live="off">
                <Show when=move || open.get()>
                    <Explanation
                        title=explained_title.clone()
                        figure=explained
                        clauses=used.clone()
                        in_tasks=in_tasks
                    />
                </Show>
            </div>
            <Show when=move || issue.with(Option::is_some)><Message issue=issue /></Show>
            <div class="beside" class:wide=wide>
                <Clauses clauses=clauses />
                <div class="answer">{inputs}</div>
            </div>
            <NoteAndEvidence criterion=id />
        </div>
    }
}

/// Whether nothing is answered: a field that was emptied again says nothing either.
fn says_nothing(entry: &Entry) -> bool {
    let blank = |text: &String| text.trim().is_empty();
    let mut said = entry.clone();
    said.occurrences.retain(|_, times| !blank(times));
    said.claims.retain(|_, points| !blank(points));
    if said.scores.iter().all(blank) {
        said.scores.clear();
    }
    said == Entry::default()
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
