//! The bands or anchors of a number, as a table; the band that the number lies in is marked.

use leptos::prelude::*;
use selfscore_core::points::Points;
use selfscore_core::scheme::{Bounds, Scale};
use selfscore_core::text::Text;
use selfscore_wording::answers as words;

use crate::session::Session;

/// The table.
#[component]
pub fn ScaleTable(
    /// How numbers become points.
    scale: Scale,
    /// What the number is.
    label: Text,
    /// The number as read.
    value: Memo<Option<Points>>,
) -> impl IntoView {
    let session = Session::from_context();
    let (rows, between) = match scale {
        Scale::Bands { bands } => {
            let rows = bands.into_iter().map(|band| {
                let bounds = band.bounds;
                let here = move || value.get().is_some_and(|value| bounds.contain(value));
                view! {
                    <tr class:here=here>
                        <th scope="row" class="figure">{in_signs(&bounds)}</th>
                        <td class="figure">{band.points.to_string()}</td>
                        <td>
                            <Show when=here>
                                <span aria-hidden="true">"◀"</span>
                                <span class="sr">{session.t(words::here)}</span>
                            </Show>
                        </td>
                    </tr>
                }
                .into_any()
            });
            (rows.collect_view(), false)
        }
        Scale::Linear { anchors, .. } => {
            let rows = anchors.into_iter().map(|anchor| {
                view! {
                    <tr>
                        <th scope="row" class="figure">{anchor.at.to_string()}</th>
                        <td class="figure">{anchor.points.to_string()}</td>
                        <td></td>
                    </tr>
                }
                .into_any()
            });
            (rows.collect_view(), true)
        }
    };
    let heading = label.clone();
    view! {
        <table class="scale">
            <caption class="sr">
                {move || words::scale_of(session.lang.get(), label.get(session.lang.get()))}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{move || heading.get(session.lang.get()).to_owned()}</th>
                    <th scope="col">{session.t(words::points_column)}</th>
                    <td></td>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {between.then(|| view! { <p class="sub">{session.t(words::between_anchors)}</p> })}
    }
}

/// A range in signs that say whether its ends are included.
fn in_signs(bounds: &Bounds) -> String {
    let lower = bounds.lower();
    let upper = bounds.upper();
    if let (Some((low, true)), Some((high, true))) = (lower, upper)
        && low == high
    {
        return format!("= {low}");
    }
    let lower = lower.map(|(end, included)| format!("{} {end}", if included { "≥" } else { ">" }));
    let upper = upper.map(|(end, included)| format!("{} {end}", if included { "≤" } else { "<" }));
    lower.into_iter().chain(upper).collect::<Vec<_>>().join("  ")
}
