//! Settling a criterion: points with reason and reviewer, and taking them back.

use leptos::prelude::*;
use selfscore_core::batch::LineFigures;
use selfscore_core::points::Points;
use selfscore_core::scheme::Criterion;
use selfscore_wording::unit as words;

use super::OneForm;
use super::fields::{At, PointsField, ReasonField, ReviewerField, Why, WhyAt, read_points};
use crate::parts::shown;
use crate::session::Session;

/// The form.
#[component]
pub fn Settle(
    form: OneForm,
    criterion: StoredValue<Criterion>,
    line: Memo<Option<LineFigures>>,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = form.desk;
    let (points, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let why = RwSignal::new(None::<Why>);
    let decide = move |given: Option<Points>, because: String| {
        let unit = form.unit.get_untracked();
        let (id, title) = criterion.with_value(|one| (one.id.clone(), one.title.clone()));
        match desk.decide(&unit, &id, given, &because) {
            Err(refused) => why.set(Some(Why::Refused(refused))),
            Ok(()) => {
                why.set(None);
                points.set(String::new());
                reason.set(String::new());
                let decimals = desk.scheme.with_untracked(|scheme| scheme.decimals());
                session.say(move |lang| match given {
                    Some(given) => words::decided(lang, title.get(lang), shown(given, decimals)),
                    None => words::withdrawn(lang, title.get(lang)),
                });
            }
        }
    };
    let as_typed = move |_| match points.with_untracked(|text| read_points(text)) {
        Ok(given) => decide(Some(given), reason.get_untracked()),
        Err(wrong) => why.set(Some(wrong)),
    };
    let as_recomputed = move |_| {
        let Some(line) = line.get_untracked() else { return };
        let because = reason.get_untracked();
        // What the button says is a reason.
        let because = match because.trim().is_empty() {
            true => words::take_recomputed(session.lang.get_untracked()).to_owned(),
            false => because,
        };
        decide(Some(line.recomputed), because);
    };
    let withdraw = move |_| {
        let (unit, id) = (form.unit.get_untracked(), criterion.with_value(|one| one.id.clone()));
        let stands = desk
            .verified
            .with_untracked(|all| all.standing(&unit, &id).iter().any(|one| one.points.is_some()));
        match stands {
            true => decide(None, reason.get_untracked()),
            false => why.set(Some(Why::NothingStands)),
        }
    };
    let id = format!("settle-{}", criterion.with_value(|one| one.id.clone()));
    let label = move || {
        let lang = session.lang.get();
        format!(
            "{} {}",
            words::settle(lang),
            criterion.with_value(|one| one.title.get(lang).to_owned())
        )
    };
    view! {
        <h5>{session.t(words::settle)}</h5>
        <div class="settle" role="group" aria-label=label>
            <PointsField id=id.clone() criterion=criterion text=points why=why />
            <ReasonField id=id.clone() text=reason why=why />
            <ReviewerField id=id.clone() why=why />
            <div class="commands">
                <button type="button" on:click=as_recomputed>{session.t(words::take_recomputed)}</button>
                <button type="button" class="primary" on:click=as_typed>{session.t(words::decide)}</button>
                <button type="button" on:click=withdraw>{session.t(words::withdraw)}</button>
                <button type="button" disabled=move || !desk.can_undo() on:click=move |_| desk.undo()>
                    <span aria-hidden="true">"↶ "</span>
                    {session.t(words::undo)}
                </button>
            </div>
            <WhyAt id=format!("{id}-why") at=At::Nowhere why=why />
        </div>
    }
}
