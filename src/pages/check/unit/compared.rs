//! Figures beside one another: how the recomputed one differs from the claimed, and the verified one from that.

use leptos::prelude::*;
use selfscore_core::points::Points;
use selfscore_wording::{Lang, unit as words};

use crate::parts::shown;

/// The figure as claimed.
pub fn claimed(lang: Lang, claimed: Option<Points>, decimals: u32) -> String {
    claimed.map_or(words::not_stated(lang).to_owned(), |points| shown(points, decimals))
}

/// The figure as recomputed, and how it differs from the claimed one.
pub fn recomputed(
    lang: Lang,
    claimed: Option<Points>,
    recomputed: Points,
    decimals: u32,
) -> AnyView {
    let beside = claimed.map(|claimed| {
        let compared = (words::same(lang), words::more as Words, words::less as Words);
        difference(lang, claimed, recomputed, decimals, compared)
    });
    figure("recomputed", recomputed, decimals, beside)
}

/// The figure as verified, and how it differs from the recomputed one.
pub fn verified(
    lang: Lang,
    recomputed: Points,
    verified: Option<Points>,
    decimals: u32,
) -> AnyView {
    let Some(points) = verified else {
        return state("aside", "–", words::not_verified(lang).to_owned());
    };
    let compared = (
        words::same_recomputed(lang),
        words::more_recomputed as Words,
        words::less_recomputed as Words,
    );
    let beside = difference(lang, recomputed, points, decimals, compared);
    figure("verified", points, decimals, Some(beside))
}

/// Words with their sign.
pub fn state(class: &'static str, sign: &'static str, words: String) -> AnyView {
    view! {
        <span class=format!("state {class}")>
            <span class="sign" aria-hidden="true">{sign}</span>
            {words}
        </span>
    }
    .into_any()
}

type Words = fn(Lang, String) -> String;

/// How a figure differs from the one before it: class, sign, words.
fn difference(
    lang: Lang,
    before: Points,
    after: Points,
    decimals: u32,
    (same, more, less): (&'static str, Words, Words),
) -> (&'static str, &'static str, String) {
    match after.cmp(&before) {
        std::cmp::Ordering::Equal => ("done", "＝", same.to_owned()),
        std::cmp::Ordering::Greater => {
            ("warning", "▲", more(lang, shown(after.minus(before), decimals)))
        }
        std::cmp::Ordering::Less => {
            ("warning", "▼", less(lang, shown(before.minus(after), decimals)))
        }
    }
}

fn figure(
    name: &'static str,
    points: Points,
    decimals: u32,
    beside: Option<(&'static str, &'static str, String)>,
) -> AnyView {
    view! {
        <span class="figure" data-figure=name>{shown(points, decimals)}</span>
        " "
        {beside.map(|(class, sign, words)| state(class, sign, words))}
    }
    .into_any()
}
