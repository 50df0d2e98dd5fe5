//! Fields that both ways of settling have: points as typed, the reason, the reviewer.

use leptos::prelude::*;
use selfscore_core::issue::{Issue, Problem};
use selfscore_core::number::{NumberError, typed};
use selfscore_core::points::Points;
use selfscore_core::scheme::Criterion;
use selfscore_core::verify::{Refused, bounds};
use selfscore_wording::{Lang, unit as words};

use crate::browser::events;
use crate::parts::exact;
use crate::session::{Desk, Session};

/// Why something is not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// No points are typed.
    NoPoints,
    /// What is typed is no number.
    Number(NumberError, String),
    /// The decision may not stand.
    Refused(Refused),
    /// There is nothing to be withdrawn.
    NothingStands,
}

/// The field that something is wrong with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// The points.
    Points,
    /// The reason.
    Reason,
    /// Who decides.
    Reviewer,
    /// None of them.
    Nowhere,
}

impl Why {
    /// The field.
    pub fn at(&self) -> At {
        match self {
            Why::NoPoints | Why::Number(..) => At::Points,
            Why::Refused(Refused::OutOfBounds(..) | Refused::TooFine(..)) => At::Points,
            Why::Refused(Refused::NoReason | Refused::TooLong(_)) => At::Reason,
            Why::Refused(Refused::NoReviewer) => At::Reviewer,
            Why::Refused(Refused::NoCriterion(_) | Refused::Known(_)) | Why::NothingStands => {
                At::Nowhere
            }
        }
    }

    /// What is wrong and what to do.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Why::NoPoints => words::no_points(lang).into(),
            Why::Number(error, text) => {
                Issue::new(String::new(), Problem::NotANumber(*error, text.clone())).message(lang)
            }
            Why::Refused(refused) => refused.message(lang),
            Why::NothingStands => words::nothing_to_withdraw(lang).into(),
        }
    }
}

/// Points as typed.
pub fn read_points(text: &str) -> Result<Points, Why> {
    let number = |error| Why::Number(error, text.trim().to_owned());
    // A share is no points.
    if text.contains(['%', '％']) {
        return Err(number(NumberError::NotANumber));
    }
    match typed(text).map_err(number)? {
        None => Err(Why::NoPoints),
        Some(value) => Ok(Points::new(value.normalize())),
    }
}

/// A line below a field that says what is wrong there, if something is.
#[component]
pub fn WhyAt(
    id: String,
    at: At,
    /// What is wrong, wherever.
    #[prop(into)]
    why: Signal<Option<Why>>,
) -> impl IntoView {
    let session = Session::from_context();
    let message = move || {
        let why = why.get().filter(|why| why.at() == at)?;
        let message = why.message(session.lang.get());
        Some(
            view! { <span class="error"><span class="sign" aria-hidden="true">"✕"</span>{message}</span> },
        )
    };
    view! { <p class="message" id=id aria-live="polite">{message}</p> }
}

/// Points as typed, with what they are read as and their range beside them.
#[component]
pub fn PointsField(
    /// What its ids start with.
    id: String,
    criterion: StoredValue<Criterion>,
    text: RwSignal<String>,
    why: RwSignal<Option<Why>>,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let range = move || {
        let (least, most) = criterion.with_value(bounds);
        let decimals = desk.scheme.with(|scheme| scheme.decimals());
        words::range(session.lang.get(), exact(least), exact(most), decimals)
    };
    let read = move || {
        let points = text.with(|text| read_points(text)).ok()?;
        Some(words::read_as(session.lang.get(), exact(points)))
    };
    // What is typed is read at once; the rest is said when it is to be taken.
    let shown = Signal::derive(move || {
        let typed = text.with(|text| read_points(text)).err().filter(|why| *why != Why::NoPoints);
        typed.or_else(|| why.get())
    });
    let wrong = move || shown.get().is_some_and(|why| why.at() == At::Points);
    let take = move |event: &web_sys::Event| {
        why.set(None);
        text.set(events::text_of(event));
    };
    let (hint, message) = (format!("{id}-points-hint"), format!("{id}-points-why"));
    view! {
        <label class="settled-points">
            <span>{session.t(words::points)}</span>
            <input
                type="text"
                class="number"
                class:wrong=wrong
                inputmode="decimal"
                autocomplete="off"
                spellcheck="false"
                data-field=format!("{id}-points")
                aria-describedby=format!("{hint} {message}")
                aria-invalid=move || wrong().to_string()
                prop:value=text
                on:input=move |event| {
                    if !events::composing(&event) {
                        take(&event);
                    }
                }
                on:compositionend=move |event| take(&event)
            />
        </label>
        <p class="sub" id=hint>{range} " " {read}</p>
        <WhyAt id=message at=At::Points why=shown />
    }
}

/// The reason.
#[component]
pub fn ReasonField(
    /// What its ids start with.
    id: String,
    text: RwSignal<String>,
    why: RwSignal<Option<Why>>,
) -> impl IntoView {
    let session = Session::from_context();
    let message = format!("{id}-reason-why");
    let take = move |event: &web_sys::Event| {
        why.set(None);
        text.set(events::text_of(event));
    };
    view! {
        <label>
            <span>{session.t(words::reason)}</span>
            <span class="grow" data-text=text>
                <textarea
                    rows="1"
                    autocomplete="off"
                    spellcheck="false"
                    data-field=format!("{id}-reason")
                    aria-describedby=message.clone()
                    aria-invalid=move || why.get().is_some_and(|why| why.at() == At::Reason).to_string()
                    prop:value=text
                    on:input=move |event| {
                        if !events::composing(&event) {
                            take(&event);
                        }
                    }
                    on:compositionend=move |event| take(&event)
                ></textarea>
            </span>
        </label>
        <WhyAt id=message at=At::Reason why=why />
    }
}

/// Who decides: one name for the whole desk.
#[component]
pub fn ReviewerField(
    /// What its ids start with.
    id: String,
    why: RwSignal<Option<Why>>,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let (hint, message) = (format!("{id}-reviewer-hint"), format!("{id}-reviewer-why"));
    let take = move |event: &web_sys::Event| {
        why.set(None);
        desk.reviewer.set(events::text_of(event));
    };
    view! {
        <label>
            <span>{session.t(words::reviewer)}</span>
            <input
                type="text"
                autocomplete="off"
                spellcheck="false"
                data-field=format!("{id}-reviewer")
                aria-describedby=format!("{hint} {message}")
                aria-invalid=move || why.get().is_some_and(|why| why.at() == At::Reviewer).to_string()
                prop:value=desk.reviewer
                on:input=move |event| {
                    if !events::composing(&event) {
                        take(&event);
                    }
                }
                on:compositionend=move |event| take(&event)
                // Kept when it is whole, not letter by letter.
                on:change=move |event| desk.set_reviewer(events::text_of(&event))
            />
        </label>
        <p class="sub" id=hint>{session.t(words::reviewer_hint)}</p>
        <WhyAt id=message at=At::Reviewer why=why />
    }
}
