//! Cases of other units that are equal to this one, settled together.

mod chosen;

use leptos::prelude::*;
use selfscore_core::batch::LineFigures;
use selfscore_core::points::Points;
use selfscore_core::scheme::Criterion;
use selfscore_core::verify::Case;
use selfscore_wording::{Lang, unit as words};

use super::OneForm;
use super::fields::{PointsField, ReasonField, ReviewerField};
use crate::browser::events;
use crate::parts::shown;
use crate::session::Session;
use chosen::{Chosen, Kind};

fn claimed(points: Option<Points>, decimals: u32, lang: Lang) -> String {
    points.map_or(words::not_stated(lang).to_owned(), |points| shown(points, decimals))
}

/// The button and what it opens.
#[component]
pub fn AlikeCases(
    form: OneForm,
    criterion: StoredValue<Criterion>,
    line: Memo<Option<LineFigures>>,
) -> impl IntoView {
    let session = Session::from_context();
    let open = RwSignal::new(false);
    let panel = format!("alike-{}", criterion.with_value(|one| one.id.clone()));
    let inside = panel.clone();
    view! {
        <button
            type="button"
            class="opens"
            aria-expanded=move || open.get().to_string()
            aria-controls=panel.clone()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <span aria-hidden="true">{move || if open.get() { "▾ " } else { "▸ " }}</span>
            {session.t(words::alike)}
        </button>
        <div id=panel>
            <Show when=move || open.get()>
                <Together form=form criterion=criterion line=line id=inside.clone() />
            </Show>
        </div>
    }
}

/// Which cases, which units, which points, why.
#[component]
fn Together(
    form: OneForm,
    criterion: StoredValue<Criterion>,
    line: Memo<Option<LineFigures>>,
    id: String,
) -> impl IntoView {
    let session = Session::from_context();
    let chosen = Chosen::new(form, criterion, line);
    let (kind_name, given_name) = (format!("{id}-kind"), format!("{id}-given"));
    let given = move |points: bool, text: fn(Lang) -> &'static str| {
        view! {
            <label class="option">
                <input
                    type="radio"
                    name=given_name.clone()
                    prop:checked=move || chosen.by_points.get() == points
                    on:change=move |_| chosen.by_points.set(points)
                />
                <span>{session.t(text)}</span>
            </label>
        }
    };
    let said = move || {
        let lang = session.lang.get();
        let refusals = chosen.refused.get();
        let refusals = refusals.iter().map(|(unit, why)| {
            words::alike_refused(lang, form.desk.unmask(unit), why.message(lang))
        });
        let nobody = chosen.nobody.get().then(|| words::alike_nobody(lang).to_owned());
        nobody
            .into_iter()
            .chain(refusals)
            .map(|text| view! { <p class="error">"✕ " {text}</p> })
            .collect_view()
    };
    let (points_id, reason_id, reviewer_id) = (id.clone(), id.clone(), id.clone());
    let (points, reason, why) = (chosen.points, chosen.reason, chosen.why);
    view! {
        <Show
            when=move || chosen.cases.with(Option::is_some)
            fallback=move || view! { <p class="sub">{session.t(words::alike_none)}</p> }
        >
            <div class="settle" data-alike="">
                <fieldset>
                    <legend>{session.t(words::alike_what)}</legend>
                    <Kinds form=form chosen=chosen line=line name=kind_name.clone() />
                </fieldset>
                <fieldset>
                    <legend>{session.t(words::alike_units)}</legend>
                    <Units form=form chosen=chosen />
                </fieldset>
                <fieldset>
                    <legend>{session.t(words::alike_given)}</legend>
                    {given(false, words::alike_recomputed)}
                    {given(true, words::alike_points)}
                </fieldset>
                <div hidden=move || !chosen.by_points.get()>
                    <PointsField id=points_id.clone() criterion=criterion text=points why=why />
                </div>
                <ReasonField id=reason_id.clone() text=reason why=why />
                <ReviewerField id=reviewer_id.clone() why=why />
                <div class="commands">
                    <button
                        type="button"
                        class="primary"
                        data-command="alike"
                        on:click=move |_| chosen.apply(session)
                    >
                        {move || words::alike_apply(session.lang.get(), chosen.all().len())}
                    </button>
                </div>
                <div aria-live="polite">{said}</div>
            </div>
        </Show>
    }
}

/// What makes cases equal, to be chosen.
#[component]
fn Kinds(
    form: OneForm,
    chosen: Chosen,
    line: Memo<Option<LineFigures>>,
    /// The name of the choice.
    name: String,
) -> impl IntoView {
    let session = Session::from_context();
    move || {
        let lang = session.lang.get();
        let decimals = form.desk.scheme.with(|scheme| scheme.decimals());
        let line = line.get()?;
        let here = chosen.cases.get()?.0;
        let option = |(kind, cases): (Kind, Vec<Case>)| {
            let text = words::alike_count(lang, kind.words(line, decimals, lang), cases.len());
            view! {
                <label class="option">
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=kind == here
                        on:change=move |_| chosen.wanted.set(Some(kind))
                    />
                    <span>{text}</span>
                </label>
            }
        };
        Some(chosen.kinds.get().into_iter().map(option).collect_view())
    }
}

/// The units, to be ticked.
#[component]
fn Units(form: OneForm, chosen: Chosen) -> impl IntoView {
    let session = Session::from_context();
    let units = move || {
        let lang = session.lang.get();
        let decimals = form.desk.scheme.with(|scheme| scheme.decimals());
        let cases = chosen.cases.get()?.1;
        let one = move |case: Case| {
            let text = words::alike_case(
                lang,
                form.desk.unmask(&case.unit),
                claimed(case.claimed, decimals, lang),
                shown(case.recomputed, decimals),
            );
            let has = (!case.standing.is_empty()).then(|| words::alike_has(lang));
            let unit = case.unit.clone();
            view! {
                <li>
                    <label class="option">
                        <input
                            type="checkbox"
                            prop:checked=move || chosen.ticked(&case)
                            on:change=move |event| {
                                let ticked = events::ticked(&event);
                                chosen.ticks.update(|ticks| {
                                    ticks.insert(unit.clone(), ticked);
                                });
                            }
                        />
                        <span>{text} {has.map(|has| view! { " " <span class="state warning">"! " {has}</span> })}</span>
                    </label>
                </li>
            }
        };
        Some(cases.into_iter().map(one).collect_view())
    };
    view! { <ul data-alike-units="">{units}</ul> }
}
