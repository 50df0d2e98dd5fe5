//! Bars: lengths by parts of the width, so that words keep their size on a narrow page and on paper; values
//! stand at their ends, and kinds differ by outline, not by colour alone.

use leptos::prelude::*;
use selfscore_core::points::Points;
use selfscore_core::results::Table;
use selfscore_wording::outcome as words;

use crate::parts::DataTable;
use crate::session::Session;

/// How much of the width the longest bar takes, per cent; the rest is for its value.
const WIDEST: f64 = 78.0;
/// Heights, in CSS pixels: of a label, of a bar with what is below it, and between rows.
const LABEL: f64 = 20.0;
const BAR: f64 = 18.0;
const BETWEEN: f64 = 10.0;

/// How a bar is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Filled.
    Solid,
    /// A dashed outline.
    Dashed,
}

/// A bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// Its length as a part of the longest, from 0 to 1.
    pub length: f64,
    /// What stands at its end.
    pub value: String,
    /// How it is drawn.
    pub kind: Kind,
}

/// Bars under a label.
#[derive(Clone, Debug)]
pub struct Row {
    /// The label.
    pub label: String,
    /// Its bars.
    pub bars: Vec<Bar>,
}

/// A chart.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Its name: of its elements and for tests.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub said: String,
    /// How to read it.
    pub legend: Vec<String>,
    /// What the end of the longest bar is, marked by a line.
    pub end: Option<String>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The figures behind it.
    pub table: Table,
}

/// Points as a part of others, from 0 to 1, to be drawn.
pub fn part(points: Points, whole: Points) -> f64 {
    let number = |points: Points| points.to_string().parse::<f64>().unwrap_or_default();
    let whole = number(whole);
    if whole > 0.0 { (number(points) / whole).clamp(0.0, 1.0) } else { 0.0 }
}

/// The chart with the table behind it.
#[component]
pub fn Bars(
    /// What it shows.
    chart: Chart,
) -> impl IntoView {
    let session = Session::from_context();
    let lang = session.lang.get_untracked();
    let Chart { name, title, said, legend, end, rows, table } = chart;
    let mut y = if end.is_some() { LABEL } else { 0.0 };
    let top = y;
    let drawn = rows.into_iter().map(|row| {
        let at = y;
        y += LABEL + BAR * row.bars.len() as f64 + BETWEEN;
        drawn(row, at)
    });
    let drawn = drawn.collect_view();
    let mark = end.map(|end| {
        let x = format!("{WIDEST}%");
        view! {
            <text class="end" x=x.clone() y="14">{end}</text>
            <line class="end" x1=x.clone() x2=x y1=top.to_string() y2=y.to_string()></line>
        }
    });
    let (title_id, said_id) = (format!("chart-{name}-title"), format!("chart-{name}-said"));
    let legend = legend.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let behind = words::behind(lang, &title);
    view! {
        <figure class="chart" data-chart=name>
            <figcaption>{title.clone()}</figcaption>
            <ul class="legend">{legend}</ul>
            <svg
                width="100%"
                height=y.to_string()
                role="img"
                aria-labelledby=format!("{title_id} {said_id}")
            >
                <title id=title_id.clone()>{title}</title>
                <desc id=said_id.clone()>{said}</desc>
                {mark}
                {drawn}
            </svg>
            <details>
                <summary>{behind}</summary>
                <DataTable table=table />
            </details>
        </figure>
    }
}

fn drawn(row: Row, at: f64) -> impl IntoView {
    let bars = row.bars.into_iter().enumerate().map(|(nth, bar)| {
        let y = at + LABEL + BAR * nth as f64;
        let width = bar.length * WIDEST;
        let class = match bar.kind {
            Kind::Solid => "bar solid",
            Kind::Dashed => "bar dashed",
        };
        view! {
            <rect class=class x="0" y=y.to_string() width=format!("{width:.3}%") height="13"></rect>
            <text class="value" x=format!("{width:.3}%") dx="6" y=(y + 11.5).to_string()>
                {bar.value}
            </text>
        }
    });
    view! {
        <text class="label" x="0" y=(at + 14.0).to_string()>{row.label}</text>
        {bars.collect_view()}
    }
}
