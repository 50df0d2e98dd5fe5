//! What is behind the figures of a criterion: how they came about, what the unit says, what was decided.

use leptos::prelude::*;
use selfscore_core::batch::LineFigures;
use selfscore_core::draft::{Draft, changes, place_words, value_words};
use selfscore_core::scheme::{Criterion, Rule};
use selfscore_core::scoring::State;
use selfscore_wording::unit as words;

use super::OneForm;
use super::alike::AlikeCases;
use super::decisions::Decisions;
use super::settle::Settle;
use crate::parts::{Explained, Explanation};
use crate::session::Session;

/// The panel.
#[component]
pub fn Panel(
    form: OneForm,
    criterion: StoredValue<Criterion>,
    line: Memo<Option<LineFigures>>,
) -> impl IntoView {
    let explained = Signal::derive(move || {
        let decimals = form.desk.scheme.with(|scheme| scheme.decimals());
        form.sheet.with(|sheet| {
            let line = criterion.with_value(|one| sheet.as_ref()?.line(&one.id))?;
            Some(Explained::line(line, decimals))
        })
    });
    let own = criterion.get_value();
    let settles = Memo::new(move |_| {
        let applies = line.get().is_some_and(|line| line.state != State::NotApplicable);
        applies && form.settles()
    });
    view! {
        <Explanation
            title=own.title
            figure=explained
            clauses=own.clauses
            in_tasks=matches!(own.rule, Rule::Tasks(_))
        />
        <Told form=form criterion=criterion />
        <Decisions form=form criterion=criterion settles=settles />
        <Show when=move || settles.get()>
            <Settle form=form criterion=criterion line=line />
            <AlikeCases form=form criterion=criterion line=line />
        </Show>
    }
}

/// What the unit says at the criterion, field by field, in words.
#[component]
fn Told(form: OneForm, criterion: StoredValue<Criterion>) -> impl IntoView {
    let session = Session::from_context();
    let told = move || {
        let lang = session.lang.get();
        let (scheme, held) = (form.desk.scheme.get(), form.held.get()?);
        let whole = Draft::from_form(&held.form()?.form);
        let (id, title) =
            criterion.with_value(|one| (one.id.clone(), one.title.get(lang).to_owned()));
        let mut own = Draft { district: whole.district.clone(), ..Draft::default() };
        let nothing = own.clone();
        if let Some(entry) = whole.entry(&id) {
            own.answers.insert(id, entry.clone());
        }
        let title = scheme.unmask(&title, &own.district);
        let all = changes(&nothing, &own);
        let rows = all.iter().filter(|change| !change.orders()).map(|change| {
            let place = place_words(&scheme, &own, &change.place, lang);
            // The criterion is above already.
            let place = place.strip_prefix(&title).unwrap_or(&place);
            let place = place.trim_start_matches([' ', '·', '：', ':', '，', ',']).to_owned();
            let value = value_words(&scheme, &change.place, change.after.as_ref(), lang);
            view! {
                <div>
                    <dt>{place}</dt>
                    <dd>{value}</dd>
                </div>
            }
        });
        Some(match all.is_empty() {
            true => view! { <p class="sub">{words::told_nothing(lang)}</p> }.into_any(),
            false => view! { <dl class="told">{rows.collect_view()}</dl> }.into_any(),
        })
    };
    view! {
        <h5>{session.t(words::told)}</h5>
        {told}
    }
}
