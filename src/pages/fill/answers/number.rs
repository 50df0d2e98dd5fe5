//! A number with its unit and its range.

use leptos::prelude::*;
use selfscore_core::points::Points;
use selfscore_core::text::Text;
use selfscore_wording::{Lang, answers as words};

use crate::parts::{Line, Message};
use crate::session::Session;

/// The numbers that a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The least.
    pub least: Points,
    /// The most.
    pub most: Points,
    /// Decimals at most.
    pub decimals: u32,
    /// What they are counted in; points where absent.
    pub unit: Option<Text>,
}

impl Span {
    /// Points of the scheme's decimals.
    pub fn points(session: Session, least: Points, most: Points) -> Self {
        let decimals = session.scheme.with_untracked(|scheme| scheme.decimals());
        Span { least, most, decimals, unit: None }
    }

    fn unit(&self, lang: Lang) -> String {
        match &self.unit {
            Some(unit) => unit.get(lang).to_owned(),
            None => words::points_unit(lang).to_owned(),
        }
    }

    fn words(&self, lang: Lang) -> String {
        let unit = self.unit(lang);
        // A word is set off from the number where words are.
        let unit = match unit.is_empty() || unit.starts_with('%') {
            true => unit,
            false => format!("{}{unit}", lang.pick("", " ")),
        };
        let range = words::range(lang, self.least, self.most, unit);
        let decimals = match self.decimals {
            0 => words::whole_numbers(lang).to_owned(),
            most => words::decimals(lang, most),
        };
        format!("{range}{}{decimals}", lang.pick("，", ", "))
    }
}

/// The field.
#[component]
pub fn Number(
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
    /// The numbers that it takes.
    span: Span,
    /// The text, from the draft.
    value: Memo<String>,
    /// Takes what is typed.
    #[prop(into)]
    on_text: Callback<String>,
    /// The field's JSON pointer.
    field: String,
) -> impl IntoView {
    let session = Session::from_context();
    let issue_at = field.clone();
    let issue = session.issue(move || issue_at.clone());
    let range = span.clone();
    view! {
        <div class="times amount">
            <label class="option">
                <span>{label}</span>
                <Line
                    value=value
                    on_text=on_text
                    field=field
                    label=label
                    numeric=true
                    issue=issue
                />
                <span class="unit">{move || span.unit(session.lang.get())}</span>
            </label>
            <p class="sub">{move || range.words(session.lang.get())}</p>
            <Message issue=issue />
        </div>
    }
}
