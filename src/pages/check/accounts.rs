//! Tasks of which not all units tell the same: everybody's word side by side, the lead unit's first.

use leptos::prelude::*;
use selfscore_core::batch::{Telling, What, role_words};
use selfscore_core::scheme::Role;
use selfscore_wording::office as words;

use crate::session::{Desk, Session};

/// A task, and what each unit says of it.
#[derive(Clone, PartialEq)]
struct Told {
    number: String,
    title: String,
    accounts: Vec<(String, Option<Role>, Telling)>,
}

/// The section.
#[component]
pub fn AccountsSection() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let told = Memo::new(move |_| {
        desk.outcome.with(|outcome| {
            let differing = outcome.findings.iter().filter_map(|found| match &found.what {
                What::AccountsDiffer { number, title, accounts } => Some(Told {
                    number: number.clone(),
                    title: title.clone(),
                    accounts: accounts.clone(),
                }),
                _ => None,
            });
            differing.collect::<Vec<Told>>()
        })
    });
    let tables = move || {
        let all = told.get().into_iter().map(|told| view! { <TaskTold told=told /> });
        all.collect_view()
    };
    view! {
        <Show when=move || told.with(|told| !told.is_empty())>
            <h3>{session.t(words::accounts)}</h3>
            <p class="sub">{session.t(words::accounts_hint)}</p>
            {tables}
        </Show>
    }
}

#[component]
fn TaskTold(
    /// What it shows.
    told: Told,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let row = |(unit, role, telling): (String, Option<Role>, Telling)| {
        let name = unit.clone();
        view! {
            <tr data-unit=unit>
                <th scope="row">{move || desk.unmask(&name)}</th>
                <td>{move || role_words(role, session.lang.get())}</td>
                <td>{move || telling.words(session.lang.get())}</td>
            </tr>
        }
    };
    view! {
        <div class="scrolls" tabindex="0" role="group" aria-label=session.t(words::accounts)>
            <table class="figures accounts" data-task=told.number.clone()>
                <caption>{told.number.clone()} " " {told.title.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{session.t(words::unit)}</th>
                        <th scope="col">{session.t(words::role)}</th>
                        <th scope="col">{session.t(words::says)}</th>
                    </tr>
                </thead>
                <tbody>{told.accounts.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
