//! The list of more forms than lie on the desk: what was found in all, filters, and the way of some to the desk.

mod row;

use std::rc::Rc;

use leptos::prelude::*;
use selfscore_core::batch::code_of;
use selfscore_core::results::kind_words;
use selfscore_core::results::listing::{By, Wanted};
use selfscore_wording::{listing as words, office};

use crate::browser::events;
use crate::session::{Desk, FORMS, Listing, Session};
use row::ListedRow;

/// How many are shown on one of its pages.
const SHOWN: usize = 100;

/// The section.
#[component]
pub fn ListingSection() -> impl IntoView {
    let desk = Desk::from_context();
    view! {
        {move || desk.listing.get().map(|list| view! { <List list=list /> })}
    }
}

#[component]
fn List(
    /// What it shows.
    list: Rc<Listing>,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let wanted = RwSignal::new(Wanted::default());
    let first = RwSignal::new(0_usize);
    // Every other choice begins on the first page.
    let choose = move |change: &dyn Fn(&mut Wanted)| {
        first.set(0);
        wanted.update(|wanted| change(wanted));
    };
    let chosen = Memo::new(move |_| desk.chosen(&wanted.get()));
    let kinds = list.sums.kinds.clone();
    let options = move || {
        let lang = session.lang.get();
        let option = |(kind, count): &(u8, usize)| {
            let text = office::found_count(lang, kind_words(code_of(*kind), lang), count);
            view! { <option value=kind.to_string()>{text}</option> }
        };
        kinds.iter().map(option).collect_view()
    };
    let rows = move || {
        let chosen = chosen.get();
        let here = chosen.into_iter().skip(first.get()).take(SHOWN);
        let one = |at: usize| {
            let one = desk.listing.with(|list| list.as_ref()?.forms.get(at).cloned())?;
            Some(view! { <ListedRow at=at one=one /> })
        };
        here.filter_map(one).collect_view()
    };
    view! {
        <section class="listing" aria-labelledby="listing-title">
            <h3 id="listing-title" tabindex="-1">{session.t(words::title)}</h3>
            <Sums list=list />
            <div class="filters">
                <label>
                    <span>{session.t(words::kind)}</span>
                    <select
                        data-field="listing-kind"
                        on:change=move |event| {
                            let kind = events::text_of(&event).parse().ok();
                            choose(&|wanted| wanted.kind = kind);
                        }
                    >
                        <option value="">{session.t(words::all_kinds)}</option>
                        {options}
                    </select>
                </label>
                <label>
                    <span>{session.t(words::seek)}</span>
                    <input
                        type="search"
                        data-field="listing-text"
                        on:change=move |event| {
                            let text = events::text_of(&event).trim().to_owned();
                            choose(&|wanted| wanted.text = text.clone());
                        }
                    />
                </label>
                <label>
                    <span>{session.t(office::sort_by)}</span>
                    <select
                        data-field="listing-sort"
                        on:change=move |event| {
                            let by = by(&events::text_of(&event));
                            choose(&|wanted| wanted.by = by);
                        }
                    >
                        <option value="came">{session.t(words::by_came)}</option>
                        <option value="findings">{session.t(office::sort_findings)}</option>
                        <option value="difference">{session.t(office::sort_difference)}</option>
                        <option value="total">{session.t(words::by_total)}</option>
                        <option value="unit">{session.t(office::sort_unit)}</option>
                    </select>
                </label>
            </div>
            <Commands chosen=chosen />
            <div class="scrolls" tabindex="0" role="group" aria-labelledby="listing-title">
                <table class="figures units listed">
                    <thead>
                        <tr>
                            <th scope="col">{session.t(office::unit)}</th>
                            <th scope="col">{session.t(words::district)}</th>
                            <th scope="col" class="number">{session.t(office::claimed)}</th>
                            <th scope="col" class="number">{session.t(office::recomputed)}</th>
                            <th scope="col" class="number">{session.t(words::difference)}</th>
                            <th scope="col">{session.t(office::found)}</th>
                            <th scope="col"><span class="sr">{session.t(words::put_one)}</span></th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <Pages chosen=chosen first=first />
        </section>
    }
}

fn by(name: &str) -> By {
    match name {
        "findings" => By::Findings,
        "difference" => By::Difference,
        "total" => By::Total,
        "unit" => By::Unit,
        _ => By::Came,
    }
}

/// What the list comes to.
#[component]
fn Sums(
    /// The list.
    list: Rc<Listing>,
) -> impl IntoView {
    let session = Session::from_context();
    let sums = list.sums.clone();
    let (several, took, all) = (list.several, list.took, list.all);
    let said = move || {
        let lang = session.lang.get();
        let mut said = words::sums(lang, sums.forms, sums.clean, sums.refused);
        let sentence = |said: &mut String, one: &str| {
            said.push_str(lang.pick("", " "));
            said.push_str(one);
        };
        if several > 0 {
            sentence(&mut said, &words::several(lang, several));
        }
        sentence(&mut said, &words::took(lang, format!("{took:.1}")));
        if !all {
            sentence(&mut said, words::not_all(lang));
        }
        said
    };
    view! {
        <p class="sub">{move || words::hint(session.lang.get(), FORMS)}</p>
        <p role="status" data-fact="listing" data-took=took>{said}</p>
    }
}

/// What is done with the list, and with what is chosen of it.
#[component]
fn Commands(
    /// The places of what is chosen.
    chosen: Memo<Vec<usize>>,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let count = move || chosen.with(Vec::len);
    let busy = move || desk.progress.with(Option::is_some);
    let few = move || (1..=FORMS).contains(&count());
    let put = move || {
        let lang = session.lang.get();
        match few() {
            true => words::put(lang, count()),
            false => words::put_too_many(lang, FORMS),
        }
    };
    view! {
        <div class="commands">
            <button
                type="button"
                disabled=move || busy() || !few()
                on:click=move |_| desk.put_on_desk(&chosen.get_untracked())
            >
                {put}
            </button>
            <button
                type="button"
                disabled=move || count() == 0
                on:click=move |_| desk.export_list(chosen.get_untracked())
            >
                {session.t(words::export_forms)}
            </button>
            <button type="button" disabled=busy on:click=move |_| desk.export_findings()>
                {session.t(words::export_findings)}
            </button>
            <button type="button" disabled=busy on:click=move |_| desk.list_again()>
                {session.t(words::again)}
            </button>
            <button type="button" on:click=move |_| desk.listing.set(None)>{session.t(words::close)}</button>
        </div>
    }
}

/// Which of the chosen are shown, and the way to the others.
#[component]
fn Pages(
    /// The places of what is chosen.
    chosen: Memo<Vec<usize>>,
    /// Which one is shown first.
    first: RwSignal<usize>,
) -> impl IntoView {
    let session = Session::from_context();
    let count = move || chosen.with(Vec::len);
    let last = move || count() <= first.get() + SHOWN;
    let said = move || {
        let (lang, from) = (session.lang.get(), first.get());
        match count() {
            0 => words::none_chosen(lang).to_owned(),
            count => words::chosen(lang, count, from + 1, count.min(from + SHOWN)),
        }
    };
    view! {
        <nav class="commands" aria-label=session.t(words::pages)>
            <span role="status">{said}</span>
            <button
                type="button"
                disabled=move || first.get() == 0
                on:click=move |_| first.update(|first| *first = first.saturating_sub(SHOWN))
            >
                {session.t(words::earlier)}
            </button>
            <button
                type="button"
                disabled=last
                on:click=move |_| first.update(|first| *first += SHOWN)
            >
                {session.t(words::later)}
            </button>
        </nav>
    }
}
