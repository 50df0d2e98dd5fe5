//! Whether paper and what is here belong together, by the short code.

use leptos::prelude::*;
use selfscore_core::form::{CheckCode, NotACode, ShortCode};
use selfscore_wording::{Lang, check as words};

use crate::browser::events;
use crate::browser::files::dropped;
use crate::parts::{PickFiles, on_drop};
use crate::session::{Checked, Open, Session};

/// The section.
#[component]
pub fn CodeSection() -> impl IntoView {
    let session = Session::from_context();
    let text = RwSignal::new(String::new());
    let typed = Memo::new(move |_| text.with(|text| ShortCode::typed(text)));
    let files = RwSignal::new(Vec::<Checked>::new());
    let standing = move || match typed.get() {
        Err(NotACode::Empty) => ("", String::new()),
        Ok(_) => ("done", words::well_typed(session.lang.get()).to_owned()),
        Err(why) => ("error", mistake(why, session.lang.get())),
    };
    view! {
        <section
            class="check"
            on:dragover=on_drop(|_| ())
            on:drop=on_drop(move |event| session.look_at(dropped(&event), files))
        >
            <h2>{session.t(words::title)}</h2>
            <p class="sub">{session.t(words::hint)}</p>
            <label class="typed-code">
                <span>{session.t(words::typed)}</span>
                <input
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    data-field="typed-code"
                    aria-describedby="typed-code-hint typed-code-state"
                    aria-invalid=move || (standing().0 == "error").to_string()
                    on:input=move |event| {
                        if !events::composing(&event) {
                            text.set(events::text_of(&event));
                        }
                    }
                    on:compositionend=move |event| text.set(events::text_of(&event))
                />
            </label>
            <p class="sub" id="typed-code-hint">{session.t(words::typed_hint)}</p>
            <p id="typed-code-state" role="status">
                {move || {
                    let (class, words) = standing();
                    let sign = match class {
                        "done" => "✓ ",
                        "error" => "✕ ",
                        _ => "",
                    };
                    view! { <span class=format!("state {class}")><span aria-hidden="true">{sign}</span>{words}</span> }
                }}
            </p>
            <div class="commands">
                <PickFiles
                    label=words::open_file
                    accept=".json,.xlsx,.csv,.zip"
                    name="check"
                    multiple=true
                    on_files=move |picked| session.look_at(picked, files)
                />
            </div>
            <Compared typed=typed files=files />
            <h3>{session.t(words::proves)}</h3>
            <p>{session.t(words::proves_answer)}</p>
        </section>
    }
}

/// The open draft and every file that was opened here, each beside the typed code.
#[component]
fn Compared(
    typed: Memo<Result<ShortCode, NotACode>>,
    files: RwSignal<Vec<Checked>>,
) -> impl IntoView {
    let session = Session::from_context();
    let own = session.short_code();
    let draft = move || {
        let open = !matches!(session.open.get(), Open::Blank | Open::Trial);
        open.then(|| {
            let lang = session.lang.get();
            let name = words::open_draft(lang, session.display_name());
            row(name, own.get(), String::new(), typed.get().ok(), lang)
        })
    };
    let opened = move || {
        let lang = session.lang.get();
        let typed = typed.get().ok();
        let rows = files.get().into_iter().map(|one| {
            let unit = session.unmask(&one.unit);
            let itself = match one.check_code {
                CheckCode::Matches(_) => format!("✓ {}", words::file_unchanged(lang)),
                CheckCode::Differs { .. } => format!("✕ {}", words::file_changed(lang)),
                CheckCode::Absent => format!("– {}", words::file_no_code(lang)),
            };
            row(format!("{} {unit}", one.file), one.code, itself, typed, lang)
        });
        rows.collect_view()
    };
    view! {
        // It may scroll, so it takes the focus.
        <div class="steps" tabindex="0" role="group" aria-label=session.t(words::verdict)>
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{session.t(words::what)}</th>
                        <th scope="col">{session.t(words::its_code)}</th>
                        <th scope="col">{session.t(words::column_file)}</th>
                        <th scope="col">{session.t(words::verdict)}</th>
                    </tr>
                </thead>
                <tbody>{draft} {opened}</tbody>
            </table>
        </div>
    }
}

fn row(
    what: String,
    code: ShortCode,
    itself: String,
    typed: Option<ShortCode>,
    lang: Lang,
) -> impl IntoView {
    let (class, sign, verdict) = match typed {
        None => ("aside", "– ", words::nothing_typed(lang)),
        Some(typed) if typed == code => ("done", "✓ ", words::matches(lang)),
        Some(_) => ("error", "✕ ", words::differs(lang)),
    };
    view! {
        <tr data-verdict=class>
            <th scope="row"><bdi>{what}</bdi></th>
            <td class="figure">{code.to_string()}</td>
            <td>{itself}</td>
            <td><span class=format!("state {class}")><span aria-hidden="true">{sign}</span>{verdict}</span></td>
        </tr>
    }
}

/// What is wrong with a code as typed.
fn mistake(why: NotACode, lang: Lang) -> String {
    match why {
        NotACode::Empty => String::new(),
        NotACode::Sign(sign) => words::wrong_sign(lang, sign),
        NotACode::Length(count) => words::wrong_length(lang, count),
        NotACode::Mistyped => words::mistyped(lang).into(),
    }
}
