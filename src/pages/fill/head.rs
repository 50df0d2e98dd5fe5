//! Who fills in: unit, district, contact.

use leptos::prelude::*;
use selfscore_core::draft::Draft;
use selfscore_core::issue::field;
use selfscore_wording::{Lang, library, page as words};

use crate::browser::events;
use crate::parts::{Field, Line};
use crate::session::{Open, Session};

/// The head of the form.
#[component]
pub fn Head() -> impl IntoView {
    let session = Session::from_context();
    view! {
        <p class="paper subtitle">
            {move || session.scheme.with(|s| s.file().title.get(session.lang.get()).to_owned())}
        </p>
        <section class="indicator head" id="unit" aria-labelledby="unit-title">
            <h3 id="unit-title">{session.t(words::unit_section)}</h3>
            <div class="fields">
                <Unit />
                {move || (session.open.get() != Open::Trial).then(|| view! { <SchemeChoice /> })}
                <HeadLine
                    label=words::district
                    hint=words::district_hint
                    name="district"
                    get=|draft| &draft.district
                    set=|session, text| session.set_district(text)
                />
                <HeadLine
                    label=words::filled_by
                    name="filled_by"
                    get=|draft| &draft.filled_by
                    set=|session, text| session.edit(|draft| draft.filled_by = text)
                />
                <HeadLine
                    label=words::reviewed_by
                    name="reviewed_by"
                    get=|draft| &draft.reviewed_by
                    set=|session, text| session.edit(|draft| draft.reviewed_by = text)
                />
                <HeadLine
                    label=words::phone
                    name="phone"
                    get=|draft| &draft.phone
                    set=|session, text| session.edit(|draft| draft.phone = text)
                />
                <HeadLine
                    label=words::filled_on
                    hint=words::filled_on_hint
                    name="filled_on"
                    get=|draft| &draft.filled_on
                    set=|session, text| session.edit(|draft| draft.filled_on = text)
                />
            </div>
        </section>
    }
}

/// One line of the head.
#[component]
fn HeadLine(
    label: fn(Lang) -> &'static str,
    #[prop(optional)] hint: Option<fn(Lang) -> &'static str>,
    name: &'static str,
    get: fn(&Draft) -> &String,
    set: fn(Session, String),
) -> impl IntoView {
    let session = Session::from_context();
    let issue = session.issue(move || field::head(name));
    let label = Signal::derive(move || label(session.lang.get()).to_owned());
    view! {
        <Field label=label issue=issue>
            <Line
                value=session.part(move |draft| get(draft).clone())
                on_text=move |text| set(session, text)
                field=field::head(name)
                label=label
                issue=issue
                hint=Signal::derive(move || hint.map(|hint| hint(session.lang.get()).to_owned()))
            />
        </Field>
    }
}

#[component]
fn Unit() -> impl IntoView {
    let session = Session::from_context();
    let issue = session.issue(|| field::head("unit"));
    let unit = session.part(|draft| draft.unit.clone());
    let label = Signal::derive(move || words::unit(session.lang.get()).to_owned());
    let options = move || {
        let scheme = session.scheme.get();
        let chosen = unit.get();
        let mut units = scheme.file().units.clone();
        // A file may name a unit that the scheme does not assess: shown, and said to be wrong.
        if !chosen.is_empty() && !scheme.assesses(&chosen) {
            units.insert(0, chosen);
        }
        units
            .into_iter()
            .map(|name| {
                let value = name.clone();
                let own = name.clone();
                view! {
                    <option value=value prop:selected=move || unit.with(|unit| *unit == own)>
                        {move || session.unmask(&name)}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <Field label=label issue=issue>
            <select
                data-field=field::head("unit")
                aria-label=label
                on:change=move |event| {
                    let unit = events::text_of(&event);
                    session.edit(|draft| draft.unit = unit);
                }
            >
                <option value="" prop:selected=move || unit.with(String::is_empty)>
                    {session.t(words::unit_choose)}
                </option>
                {options}
            </select>
        </Field>
    }
}

#[component]
fn SchemeChoice() -> impl IntoView {
    let session = Session::from_context();
    let chosen = Memo::new(move |_| session.scheme.with(|scheme| scheme.digest().to_owned()));
    let label = Signal::derive(move || words::scheme(session.lang.get()).to_owned());
    let options = move || {
        let all = session.library.get();
        let options = all.all().iter().map(|held| {
            let scheme = held.scheme.clone();
            let (value, own) = (scheme.digest().to_owned(), scheme.digest().to_owned());
            let name = move || {
                let lang = session.lang.get();
                let title = scheme.file().title.get(lang);
                library::name(lang, title, scheme.file().revision)
            };
            view! {
                <option value=value prop:selected=move || chosen.with(|chosen| *chosen == own)>
                    {name}
                </option>
            }
        });
        options.collect_view()
    };
    view! {
        <div class="scheme-field">
        <Field label=label issue=session.issue(|| "/scheme".into())>
            <select
                data-field="/scheme"
                aria-label=label
                on:change=move |event| session.choose_scheme(&events::text_of(&event))
            >
                {options}
            </select>
        </Field>
        </div>
    }
}
