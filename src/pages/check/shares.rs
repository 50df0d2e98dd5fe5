//! What units were left to judge by themselves, side by side at the same completion, so that like is treated
//! alike; who stands apart is marked.

use leptos::prelude::*;
use selfscore_core::batch::shares::{Claim, Group, rule_words};
use selfscore_core::batch::{Shares, role_words};
use selfscore_wording::office as words;

use super::accounts::AccountsSection;
use crate::session::{Desk, Session};

/// The section.
#[component]
pub fn SharesSection() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let groups = Memo::new(move |_| {
        let (scheme, outcome) = (desk.scheme.get(), desk.outcome.get());
        let mut shares = Shares::new(&scheme);
        desk.forms.with_untracked(|forms| {
            for (at, held) in forms.iter().enumerate() {
                if let Some(file) = held.form() {
                    shares.add(at, &file.form);
                }
            }
        });
        shares.finish(|at| outcome.forms.get(at).is_some_and(|kept| kept.counts(&scheme)))
    });
    let shown = move || {
        let groups = groups.get();
        match groups.is_empty() {
            true => view! { <p>{session.t(words::no_shares)}</p> }.into_any(),
            false => groups
                .into_iter()
                .map(|group| view! { <ShareGroup group=group /> })
                .collect_view()
                .into_any(),
        }
    };
    view! {
        <AccountsSection />
        <h3>{session.t(words::part_shares)}</h3>
        <p class="sub">{session.t(words::shares_hint)} " " {move || rule_words(session.lang.get())}</p>
        {shown}
    }
}

#[component]
fn ShareGroup(
    /// What it shows.
    group: Group,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let tasks = group.of_tasks();
    let rows = group
        .claims
        .clone()
        .into_iter()
        .map(|claim| view! { <ShareRow claim=claim tasks=tasks /> });
    let rows = rows.collect_view();
    let outliers = group.has_outliers();
    let title = move || desk.scheme.with(|scheme| group.words(scheme, session.lang.get()));
    view! {
        <h4>
            {title}
            {outliers.then(|| view! { <span class="state missing">" ▲ " {session.t(words::has_outliers)}</span> })}
        </h4>
        <div class="scrolls" tabindex="0" role="group" aria-label=session.t(words::part_shares)>
            <table class="figures shares">
                <thead>
                    <tr>
                        <th scope="col">{session.t(words::unit)}</th>
                        {tasks.then(|| view! {
                            <th scope="col">{session.t(words::task)}</th>
                            <th scope="col">{session.t(words::role)}</th>
                        })}
                        <th scope="col" class="number">{session.t(words::share)}</th>
                        <th scope="col">{session.t(words::reason)}</th>
                        <th scope="col">{session.t(words::apart)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn ShareRow(
    /// What it shows.
    claim: Claim,
    /// Whether it is of a task.
    tasks: bool,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let key = desk.forms.with_untracked(|forms| forms.get(claim.form).map(|held| held.key.clone()));
    let role = claim.role;
    let role = move || role_words(role, session.lang.get());
    let unit = claim.unit.clone();
    let share = claim.claim.map(|points| points.value().normalize().to_string());
    let share = share.map(|share| if tasks { format!("{share}%") } else { share });
    let share = share.unwrap_or_else(|| "–".to_owned());
    view! {
        <tr data-unit=claim.unit.clone() class:outlier=claim.outlier>
            <th scope="row">
                <a href=format!("#/check/unit/{}", key.unwrap_or_default())>{move || desk.unmask(&unit)}</a>
            </th>
            {tasks.then(|| view! {
                <td>{claim.number.clone()} " " {claim.title.clone()}</td>
                <td>{role}</td>
            })}
            <td class="number">{share}</td>
            <td>{claim.reason.clone()}</td>
            <td>{claim.outlier.then(|| view! { "▲ " {session.t(words::outlier)} })}</td>
        </tr>
    }
}
