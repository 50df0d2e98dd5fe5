//! Cases of other units that are equal to this one, settled together.

use std::collections::BTreeMap;

use leptos::prelude::*;
use selfscore_core::batch::LineFigures;
use selfscore_core::results::kind_words;
use selfscore_core::scheme::Criterion;
use selfscore_core::verify::{Alike, Case, Given};
use selfscore_wording::{Lang, unit as words};

use super::OneForm;
use super::fields::{PointsField, ReasonField, ReviewerField, Why, read_points};
use crate::browser::events;
use crate::parts::shown;
use crate::session::Session;

/// What makes cases equal to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The same was found, by its code.
    Found(&'static str),
    /// The same figures are claimed and recomputed.
    Figures,
}

impl Kind {
    const ALL: [Kind; 3] =
        [Kind::Found("figures_differ"), Kind::Found("task_missing"), Kind::Figures];

    fn words(self, line: LineFigures, decimals: u32, lang: Lang) -> String {
        match self {
            Kind::Found(code) => kind_words(code, lang).to_owned(),
            Kind::Figures => words::alike_figures(
                lang,
                claimed(line.claimed, decimals, lang),
                shown(line.recomputed, decimals),
            ),
        }
    }
}

fn claimed(points: Option<selfscore_core::points::Points>, decimals: u32, lang: Lang) -> String {
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
    let desk = form.desk;
    let criterion_id = move || criterion.with_value(|one| one.id.clone());
    let kinds: Memo<Vec<(Kind, Vec<Case>)>> = Memo::new(move |_| {
        desk.outcome.track();
        desk.verified.track();
        let (Some(place), Some(line)) = (form.place.get(), line.get()) else { return Vec::new() };
        let (claimed, recomputed) = (line.claimed, line.recomputed);
        let of = |kind: Kind| {
            let what = match kind {
                Kind::Found(code) => Alike::Found(code),
                Kind::Figures => Alike::Figures { claimed, recomputed },
            };
            (kind, desk.alike(&criterion_id(), what))
        };
        let others = |(_, cases): &(Kind, Vec<Case>)| {
            cases.len() > 1 && cases.iter().any(|case| case.form == place)
        };
        Kind::ALL.map(of).into_iter().filter(others).collect()
    });
    let wanted = RwSignal::new(None::<Kind>);
    let cases = Memo::new(move |_| {
        kinds.with(|kinds| {
            let wanted = wanted.get();
            let chosen = kinds.iter().find(|(kind, _)| Some(*kind) == wanted).or(kinds.first());
            chosen.cloned()
        })
    });
    // What is settled already is not replaced unless somebody says so.
    let ticks = RwSignal::new(BTreeMap::<String, bool>::new());
    let ticked = move |case: &Case| {
        ticks.with(|ticks| ticks.get(&case.unit).copied().unwrap_or(case.standing.is_empty()))
    };
    let chosen = move || {
        let cases = cases.get().map(|(_, cases)| cases).unwrap_or_default();
        cases.into_iter().filter(ticked).collect::<Vec<Case>>()
    };
    let by_points = RwSignal::new(false);
    let (points, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let why = RwSignal::new(None::<Why>);
    let refused = RwSignal::new(Vec::<(String, selfscore_core::verify::Refused)>::new());
    let nobody = RwSignal::new(false);
    let apply = move |_| {
        refused.set(Vec::new());
        let cases = untrack(chosen);
        nobody.set(cases.is_empty());
        if cases.is_empty() {
            return;
        }
        let given = match by_points.get_untracked() {
            false => Given::Recomputed,
            true => match points.with_untracked(|text| read_points(text)) {
                Ok(points) => Given::Points(points),
                Err(wrong) => return why.set(Some(wrong)),
            },
        };
        match desk.decide_alike(&cases, &criterion_id(), given, &reason.get_untracked()) {
            Ok(()) => {
                why.set(None);
                ticks.set(BTreeMap::new());
                let (title, count) = (criterion.with_value(|one| one.title.clone()), cases.len());
                session.say(move |lang| words::alike_done(lang, title.get(lang), count));
            }
            // What is wrong with all of them is wrong with a field.
            Err(all) => match all.split_first() {
                Some(((_, first), rest)) if rest.iter().all(|(_, one)| one == first) => {
                    why.set(Some(Why::Refused(first.clone())));
                }
                _ => refused.set(all),
            },
        }
    };
    let (name, given_name) = (format!("{id}-kind"), format!("{id}-given"));
    let kind_choice = move || {
        let lang = session.lang.get();
        let decimals = desk.scheme.with(|scheme| scheme.decimals());
        let line = line.get()?;
        let here = cases.get()?.0;
        let option = |(kind, cases): (Kind, Vec<Case>)| {
            let text = words::alike_count(lang, kind.words(line, decimals, lang), cases.len());
            view! {
                <label class="option">
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=kind == here
                        on:change=move |_| wanted.set(Some(kind))
                    />
                    <span>{text}</span>
                </label>
            }
        };
        Some(kinds.get().into_iter().map(option).collect_view())
    };
    let units = move || {
        let lang = session.lang.get();
        let decimals = desk.scheme.with(|scheme| scheme.decimals());
        let cases = cases.get()?.1;
        let one = move |case: Case| {
            let text = words::alike_case(
                lang,
                &case.unit,
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
                            prop:checked=move || ticked(&case)
                            on:change=move |event| {
                                let ticked = events::ticked(&event);
                                ticks.update(|ticks| {
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
    let given = move |points: bool, text: fn(Lang) -> &'static str| {
        view! {
            <label class="option">
                <input
                    type="radio"
                    name=given_name.clone()
                    prop:checked=move || by_points.get() == points
                    on:change=move |_| by_points.set(points)
                />
                <span>{session.t(text)}</span>
            </label>
        }
    };
    let said = move || {
        let lang = session.lang.get();
        let refusals = refused.get();
        let refusals =
            refusals.iter().map(|(unit, why)| words::alike_refused(lang, unit, why.message(lang)));
        let nobody = nobody.get().then(|| words::alike_nobody(lang).to_owned());
        nobody
            .into_iter()
            .chain(refusals)
            .map(|text| view! { <p class="error">"✕ " {text}</p> })
            .collect_view()
    };
    let (points_id, reason_id, reviewer_id) = (id.clone(), id.clone(), id.clone());
    view! {
        <Show
            when=move || cases.with(Option::is_some)
            fallback=move || view! { <p class="sub">{session.t(words::alike_none)}</p> }
        >
            <div class="settle" data-alike="">
                <fieldset>
                    <legend>{session.t(words::alike_what)}</legend>
                    {kind_choice.clone()}
                </fieldset>
                <fieldset>
                    <legend>{session.t(words::alike_units)}</legend>
                    <ul data-alike-units="">{units}</ul>
                </fieldset>
                <fieldset>
                    <legend>{session.t(words::alike_given)}</legend>
                    {given(false, words::alike_recomputed)}
                    {given(true, words::alike_points)}
                </fieldset>
                <div hidden=move || !by_points.get()>
                    <PointsField id=points_id.clone() criterion=criterion text=points why=why />
                </div>
                <ReasonField id=reason_id.clone() text=reason why=why />
                <ReviewerField id=reviewer_id.clone() why=why />
                <div class="commands">
                    <button type="button" class="primary" data-command="alike" on:click=apply>
                        {move || words::alike_apply(session.lang.get(), chosen().len())}
                    </button>
                </div>
                <div aria-live="polite">{said}</div>
            </div>
        </Show>
    }
}
