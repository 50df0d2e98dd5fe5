//! A group of the table, of any depth, with its points where they are more than a sum; and the
//! total where it is more than a sum.

use leptos::prelude::*;
use selfscore_core::points::Points;
use selfscore_core::scheme::{Group, Scheme, Standing, Weight};
use selfscore_core::scoring::{Line, ScoreSheet, Section};
use selfscore_core::text::Text;
use selfscore_wording::{Lang, answers as words};

use super::fields::both;
use super::indicator::IndicatorSection;
use crate::parts::{ExplainButton, Explained, Explanation, beside, heading};
use crate::session::Session;

/// The group with its groups and indicators.
#[component]
pub fn GroupSection(
    /// The group.
    group: Group,
    /// Its JSON pointer in the scheme file.
    path: String,
    /// The level of its heading.
    level: usize,
) -> impl IntoView {
    let session = Session::from_context();
    let title = group.title.clone();
    let standing: Option<fn(Lang) -> &'static str> = match group.standing {
        Standing::Base => None,
        Standing::Bonus => Some(words::bonus),
        Standing::Penalty => Some(words::penalty),
    };
    let weight = group.weight.map(|weight| view! { <WeightShown weight=weight /> });
    let head = view! {
        {move || title.get(session.lang.get()).to_owned()}
        {standing.map(|words| view! { <span class="tag">{session.t(words)}</span> })}
        {weight}
    };
    let groups = group.groups.into_iter().enumerate().map(|(at, below)| {
        let path = format!("{path}/groups/{at}");
        view! { <GroupSection group=below path=path level=level + 1 /> }.into_any()
    });
    let groups = groups.collect_view();
    let indicators = group.indicators.into_iter();
    let indicators = indicators
        .map(|indicator| view! { <IndicatorSection indicator=indicator level=level + 1 /> });
    view! {
        {heading(level, None, "group", head.into_any())}
        <SectionPoints path=path title=group.title />
        {indicators.collect_view()}
        {groups}
    }
}

/// What a part weighs among its siblings; by class once the unit is chosen.
#[component]
pub fn WeightShown(
    /// The weight.
    weight: Weight,
) -> impl IntoView {
    let session = Session::from_context();
    let unit = session.part(|draft| draft.unit.clone());
    let shown = move || {
        let own = session.scheme.with(|scheme| {
            let class = scheme.class(&unit.get()).map(str::to_owned)?;
            weight.by_class.get(&class).copied()
        });
        words::weight(session.lang.get(), own.unwrap_or(weight.all))
    };
    view! { <span class="tag">{shown}</span> }
}

/// The points of a group whose parts are not simply added, with their explanation.
#[component]
pub fn SectionPoints(
    /// The group's JSON pointer in the scheme file.
    path: String,
    /// Its title.
    title: Text,
    /// Whether the title stands beside the points, where no heading does.
    #[prop(optional)]
    named: bool,
) -> impl IntoView {
    let session = Session::from_context();
    let panel = format!("explain{}", path.replace('/', "-"));
    let section = Memo::new(move |_| {
        session.assessment.with(|a| a.sheet.sections.iter().find(|s| s.path == path).cloned())
    });
    let there = Memo::new(move |_| section.with(Option::is_some));
    let decimals = move || session.scheme.with(|scheme| scheme.decimals());
    let figure = move || {
        section.with(|section| {
            let section = section.as_ref()?;
            let highest = (section.highest != section.points).then_some(section.highest);
            let lang = session.lang.get();
            Some(beside(lang, section.points, highest, section.maximum, decimals()))
        })
    };
    let explained = Signal::derive(move || {
        section.with(|section| section.as_ref().map(|s| Explained::section(s, decimals())))
    });
    let open = RwSignal::new(false);
    move || {
        let (title, panel, id) = (title.clone(), panel.clone(), panel.clone());
        let explanation = title.clone();
        let name = named.then(|| title.clone());
        let name = name.map(|name| move || format!("{} ", name.get(session.lang.get())));
        there.get().then(|| {
            view! {
                <div class="together">
                    <p>
                        {name}
                        <span class="figure">{figure}</span>
                        <ExplainButton title=title open=open panel=panel />
                    </p>
                    <div id=id>
                        <Show when=move || open.get()>
                            <Explanation
                                title=explanation.clone()
                                figure=explained
                                clauses=general(session)
                            />
                        </Show>
                    </div>
                </div>
            }
        })
    }
}

fn general(session: Session) -> Vec<selfscore_core::scheme::Clause> {
    session.scheme.with_untracked(|scheme| scheme.file().clauses.clone())
}

/// The base as a whole, where its groups are not simply added.
const BASE: &str = "/total/base";

/// A part of the total.
struct Part {
    title: Text,
    points: Points,
    highest: Points,
    maximum: Points,
}

/// What the total is added up from, in the order of the table.
fn parts_of_total(session: Session, scheme: &Scheme) -> Vec<Part> {
    session.assessment.with(|assessment| {
        let sheet = &assessment.sheet;
        let section = |path: &str| {
            let section = sheet.sections.iter().find(|section| section.path == path)?;
            let Section { title, points, highest, maximum, .. } = section;
            let (title, points, highest) = (title.clone(), *points, *highest);
            Some(Part { title, points, highest, maximum: *maximum })
        };
        let base = section(BASE);
        let own = |group: &Group| group.standing != Standing::Base || base.is_none();
        let groups = scheme.file().groups.iter().enumerate().filter(|(_, group)| own(group));
        let groups: Vec<Part> = groups
            .filter_map(|(at, group)| {
                section(&format!("/groups/{at}")).or_else(|| added(sheet, group))
            })
            .collect();
        base.into_iter().chain(groups).collect()
    })
}

/// A group whose criteria are simply added; none where nothing of it is counted.
fn added(sheet: &ScoreSheet, group: &Group) -> Option<Part> {
    let mut criteria = Vec::new();
    counted(group, &mut criteria);
    let lines: Vec<&Line> = criteria.iter().filter_map(|id| sheet.line(id)).collect();
    let sum = |of: fn(&Line) -> Points| lines.iter().map(|line| of(line)).sum::<Points>();
    (!lines.is_empty()).then(|| Part {
        title: group.title.clone(),
        points: sum(|line| line.points),
        highest: sum(|line| line.highest),
        maximum: sum(|line| line.maximum),
    })
}

/// The ids of a group's counted criteria, at any depth.
fn counted<'a>(group: &'a Group, ids: &mut Vec<&'a str>) {
    let criteria = group.indicators.iter().flat_map(|indicator| &indicator.criteria);
    ids.extend(criteria.filter(|one| one.counted()).map(|one| one.id.as_str()));
    group.groups.iter().for_each(|below| counted(below, ids));
}

/// The total: how it comes about from its parts, and its grade.
#[component]
pub fn TotalSection() -> impl IntoView {
    let session = Session::from_context();
    let explained = Memo::new(move |_| {
        let decimals = session.scheme.with(|scheme| scheme.total_decimals());
        session.assessment.with(|a| Explained::total(&a.sheet, decimals))
    });
    let there = Memo::new(move |_| explained.with(Option::is_some));
    let title = both(words::total_section);
    let figure = move || {
        let decimals = session.scheme.with(|scheme| scheme.total_decimals());
        session.assessment.with(|a| {
            let sheet = &a.sheet;
            let highest = (sheet.highest != sheet.total).then_some(sheet.highest);
            beside(session.lang.get(), sheet.total, highest, sheet.maximum, decimals)
        })
    };
    let parts = move || {
        let lang = session.lang.get();
        let (points, total) =
            session.scheme.with(|scheme| (scheme.decimals(), parts_of_total(session, scheme)));
        let rows = total.into_iter().map(|part| {
            let highest = (part.highest != part.points).then_some(part.highest);
            view! {
                <tr>
                    <th scope="row">{part.title.get(lang).to_owned()}</th>
                    <td class="figure">{beside(lang, part.points, highest, part.maximum, points)}</td>
                </tr>
            }
        });
        rows.collect_view()
    };
    let open = RwSignal::new(false);
    view! {
        <Show when=move || there.get()>
            <section class="indicator" id="total" tabindex="-1" aria-labelledby="total-title">
                <header>
                    <h3 id="total-title">{session.t(words::total_section)}</h3>
                    <span class="points figure">{figure}</span>
                    <ExplainButton title=title.clone() open=open panel="explain-total".to_owned() />
                </header>
                <GradeShown />
                <table class="scale"><tbody>{parts}</tbody></table>
                <SectionPoints path=BASE.to_owned() title=both(selfscore_wording::trace::base) named=true />
                <div id="explain-total">
                    <Show when=move || open.get()>
                        <Explanation
                            title=both(words::total_section)
                            figure=explained.into()
                            clauses=general(session)
                        />
                    </Show>
                </div>
            </section>
        </Show>
    }
}

/// The grade, where the scheme has grades.
#[component]
pub fn GradeShown() -> impl IntoView {
    let session = Session::from_context();
    move || {
        let lang = session.lang.get();
        let scheme = session.scheme.get();
        let grades = scheme.file().total.as_ref().map(|total| &total.grades)?;
        if grades.is_empty() {
            return None;
        }
        let (grade, sure) =
            session.assessment.with(|a| (a.sheet.grade.clone(), a.sheet.total == a.sheet.highest));
        let grade = grades.iter().find(|one| Some(&one.id) == grade.as_ref());
        let words = match grade {
            Some(grade) => words::grade(lang, grade.label.get(lang)),
            None if sure => words::grade_none(lang).to_owned(),
            None => words::grade_open(lang).to_owned(),
        };
        Some(view! { <p class="grade">{words}</p> })
    }
}
