//! One indicator of the table.

use leptos::prelude::*;
use selfscore_core::points::Points;
use selfscore_core::scheme::{Criterion, Indicator, Rule};
use selfscore_core::scoring::{Line, State};
use selfscore_wording::{answers, page as words};

use super::criterion::CriterionBlock;
use super::group::WeightShown;
use crate::parts::{Gap, beside, heading};
use crate::session::Session;

/// The place of an indicator in the page.
pub fn anchor(indicator: &Indicator) -> String {
    // Numbers may begin anew in every group; ids of criteria do not.
    let first = indicator.criteria.first().map_or(&indicator.number, |criterion| &criterion.id);
    format!("indicator-{first}")
}

/// What an indicator's criteria have together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together {
    /// Points and full marks; and the most possible, where points are still to be settled.
    Points {
        /// The points.
        points: Points,
        /// The most possible, where points are still to be settled at the check.
        highest: Option<Points>,
        /// Full marks.
        maximum: Points,
    },
    /// None of them applies to the unit.
    NotApplicable,
    /// Things that veto the total; no points.
    Veto,
    /// Only taken down.
    Recorded,
    /// The source does not say how many points there are.
    Unknown,
}

/// Whether the source leaves a gap where the points of an indicator should stand.
pub fn unknown(indicator: &Indicator) -> bool {
    let recorded = |criterion: &Criterion| matches!(criterion.rule, Rule::Record(_));
    indicator.contents.iter().any(|content| content.gap.is_some())
        && indicator.criteria.iter().all(recorded)
}

/// What an indicator's criteria have together.
pub fn together(session: Session, indicator: &Indicator) -> Together {
    session.assessment.with(|assessment| {
        let counted = indicator.criteria.iter().filter(|criterion| criterion.counted());
        let counted: Vec<&Line> =
            counted.filter_map(|criterion| assessment.sheet.line(&criterion.id)).collect();
        if counted.is_empty() {
            let veto = |criterion: &Criterion| matches!(criterion.rule, Rule::Veto(_));
            return match indicator.criteria.iter().any(veto) {
                true => Together::Veto,
                false if unknown(indicator) => Together::Unknown,
                false => Together::Recorded,
            };
        }
        if counted.iter().all(|line| line.state == State::NotApplicable) {
            return Together::NotApplicable;
        }
        let sum = |of: fn(&Line) -> Points| counted.iter().map(|line| of(line)).sum::<Points>();
        let pending = counted.iter().any(|line| line.state == State::Pending);
        Together::Points {
            points: sum(|line| line.points),
            highest: pending.then(|| sum(|line| line.highest)),
            maximum: sum(|line| line.maximum),
        }
    })
}

impl Together {
    /// In words, beside the title.
    pub fn words(self, session: Session) -> String {
        let lang = session.lang.get();
        let decimals = session.scheme.with(|scheme| scheme.decimals());
        match self {
            Together::Points { points, highest, maximum } => {
                beside(lang, points, highest, maximum, decimals)
            }
            Together::NotApplicable => answers::state_not_applicable(lang).into(),
            Together::Veto => answers::veto(lang).into(),
            Together::Recorded => words::not_counted(lang).into(),
            Together::Unknown => words::points_unknown(lang).into(),
        }
    }
}

/// The indicator with its contents and criteria.
#[component]
pub fn IndicatorSection(
    /// The indicator.
    indicator: Indicator,
    /// The level of its heading.
    level: usize,
) -> impl IntoView {
    let session = Session::from_context();
    let id = anchor(&indicator);
    let heading_id = format!("{id}-title");
    let labelled = heading_id.clone();
    let title = indicator.title.clone();
    let own = indicator.clone();
    let together = Memo::new(move |_| together(session, &own));
    let shown = move || together.get().words(session);
    let weight = indicator.weight.map(|weight| view! { <WeightShown weight=weight /> });
    let head = view! {
        <span class="number">{indicator.number}</span>
        " "
        {move || title.get(session.lang.get()).to_owned()}
        {weight}
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
    let criteria = indicator.criteria.into_iter().map(
        |criterion| view! { <CriterionBlock criterion=criterion alone=alone level=level + 1 /> },
    );
    view! {
        <section class="indicator" id=id aria-labelledby=labelled tabindex="-1">
            <header>
                {heading(level, Some(heading_id), "", head.into_any())}
                <span class="points figure">{shown}</span>
            </header>
            {contents.collect_view()}
            {criteria.collect_view()}
        </section>
    }
}
