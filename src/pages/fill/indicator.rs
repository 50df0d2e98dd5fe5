//! One indicator of the table.

use leptos::prelude::*;
use selfscore_core::points::Points;
use selfscore_core::scheme::Indicator;
use selfscore_core::scoring::State;
use selfscore_wording::page as words;

use super::criterion::CriterionBlock;
use crate::parts::Gap;
use crate::session::Session;

/// The place of an indicator in the page.
pub fn anchor(indicator: &Indicator) -> String {
    format!("indicator-{}", indicator.number)
}

/// Points of an indicator's criteria, and whether any counts.
pub fn points(session: Session, ids: &[String]) -> Option<(Points, Points)> {
    session.assessment.with(|assessment| {
        let lines = ids.iter().filter_map(|id| assessment.sheet.line(id));
        let counted: Vec<_> = lines.filter(|line| line.state != State::NotCounted).collect();
        let sum = |of: fn(&selfscore_core::scoring::Line) -> Points| {
            counted.iter().map(|line| of(line)).sum::<Points>()
        };
        (!counted.is_empty()).then(|| (sum(|line| line.points), sum(|line| line.maximum)))
    })
}

/// The indicator with its contents and criteria.
#[component]
pub fn IndicatorSection(
    /// The indicator.
    indicator: Indicator,
) -> impl IntoView {
    let session = Session::from_context();
    let id = anchor(&indicator);
    let heading = format!("{id}-title");
    let labelled = heading.clone();
    let ids: Vec<String> = indicator.criteria.iter().map(|c| c.id.clone()).collect();
    let title = indicator.title.clone();
    let points = Memo::new(move |_| points(session, &ids));
    let shown = move || {
        let lang = session.lang.get();
        let decimals = session.scheme.with(|scheme| scheme.decimals());
        match points.get() {
            Some((points, maximum)) => words::points_of(lang, points.fixed(decimals), maximum),
            None => words::points_unknown(lang).into(),
        }
    };
    let contents = indicator.contents.into_iter().map(|content| {
        let text = content.text.clone();
        view! {
            <p class="content">
                <span class="mark">{content.number}</span>
                <span>{move || session.unmask(text.get(session.lang.get()))}</span>
                {content.gap.map(|gap| view! { <Gap gap=gap /> })}
            </p>
        }
    });
    let alone = indicator.criteria.len() == 1;
    let criteria = indicator
        .criteria
        .into_iter()
        .map(|criterion| view! { <CriterionBlock criterion=criterion alone=alone /> });
    view! {
        <section class="indicator" id=id aria-labelledby=labelled tabindex="-1">
            <header>
                <h3 id=heading>
                    <span class="number">{indicator.number}</span>
                    " "
                    {move || title.get(session.lang.get()).to_owned()}
                </h3>
                <span class="points figure">{shown}</span>
            </header>
            {contents.collect_view()}
            {criteria.collect_view()}
        </section>
    }
}
