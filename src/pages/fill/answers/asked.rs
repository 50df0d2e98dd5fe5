//! A number or points that one field asks for.

use leptos::prelude::*;
use selfscore_core::issue::field;
use selfscore_core::points::Points;
use selfscore_core::scheme::{Asked, BestRule, JudgedRule, RankRule, ValueRule};
use selfscore_core::text::Text;
use selfscore_wording::answers as words;

use super::number::{Number, Span};
use super::scale::ScaleTable;
use crate::session::Session;

/// A number, with the table of its points beside it.
#[component]
pub fn Value(
    /// The criterion's id.
    criterion: String,
    /// Its rule.
    rule: ValueRule,
) -> impl IntoView {
    let session = Session::from_context();
    let label = rule.asked.label.clone();
    let read =
        session.answered(&criterion, |answer| answer.value.map(|value| Points::new(value.value())));
    let at = field::part(&criterion, "value");
    let issue = session.issue(move || at.clone());
    // A number that cannot be used lies in no band.
    let value = Memo::new(move |_| read.get().filter(|_| issue.with(Option::is_none)));
    view! {
        <div class="options">
            <AskedNumber criterion=criterion asked=rule.asked />
            <ScaleTable scale=rule.scale label=label value=value />
        </div>
    }
}

/// A number that counts in proportion to the best unit's.
#[component]
pub fn Best(
    /// The criterion's id.
    criterion: String,
    /// Its rule.
    rule: BestRule,
    /// Full marks.
    full: Points,
) -> impl IntoView {
    let session = Session::from_context();
    view! {
        <div class="options">
            <AskedNumber criterion=criterion asked=rule.asked />
            <p class="sub">{move || words::best_rule(session.lang.get(), full)}</p>
            <AtCheck />
        </div>
    }
}

/// A number by which units are ranked.
#[component]
pub fn Rank(
    /// The criterion's id.
    criterion: String,
    /// Its rule.
    rule: RankRule,
    /// Full marks.
    full: Points,
) -> impl IntoView {
    let session = Session::from_context();
    let order =
        if rule.smallest_first { words::rank_smallest } else { words::rank_largest as fn(_) -> _ };
    let (step, last) = (rule.step, rule.last);
    view! {
        <div class="options">
            <AskedNumber criterion=criterion asked=rule.asked />
            <p class="sub">
                {session.t(order)}
                " "
                {move || words::rank_rule(session.lang.get(), full, step, last)}
            </p>
            <AtCheck />
        </div>
    }
}

/// Points claimed within a range.
#[component]
pub fn Judged(
    /// The criterion's id.
    criterion: String,
    /// Its rule.
    rule: JudgedRule,
) -> impl IntoView {
    let session = Session::from_context();
    let span = Span::points(session, rule.least, rule.most);
    view! { <div class="options"><Claim criterion=criterion label=rule.label span=span /></div> }
}

/// Points that are claimed.
#[component]
pub fn Claim(
    /// The criterion's id.
    criterion: String,
    /// What they are claimed for.
    label: Text,
    /// How many may be claimed.
    span: Span,
) -> impl IntoView {
    let session = Session::from_context();
    let value = session.entry_part(&criterion, |entry| entry.claim.clone());
    let at = field::part(&criterion, "claim");
    let name =
        Signal::derive(move || words::claim_of(session.lang.get(), label.get(session.lang.get())));
    view! {
        <Number
            label=name
            span=span
            value=value
            on_text=move |text| session.edit_entry(&criterion, |entry| entry.claim = text)
            field=at
        />
    }
}

/// The number that a rule asks for.
#[component]
fn AskedNumber(criterion: String, asked: Asked) -> impl IntoView {
    let session = Session::from_context();
    let value = session.entry_part(&criterion, |entry| entry.value.clone());
    let at = field::part(&criterion, "value");
    let Asked { label, unit, least, most, decimals } = asked;
    let name = Signal::derive(move || label.get(session.lang.get()).to_owned());
    view! {
        <Number
            label=name
            span=Span { least, most, decimals, unit: Some(unit) }
            value=value
            on_text=move |text| session.edit_entry(&criterion, |entry| entry.value = text)
            field=at
        />
    }
}

/// Says that points are settled when every unit's figures are known.
#[component]
fn AtCheck() -> impl IntoView {
    let session = Session::from_context();
    view! {
        <p class="pending">
            <span class="sign" aria-hidden="true">"◇ "</span>
            {session.t(words::settled_at_check)}
        </p>
    }
}
