//! What makes a total void (一票否决): boxes, and one that says that nothing of it happened.

use leptos::prelude::*;
use selfscore_core::scheme::VetoRule;
use selfscore_wording::answers as words;

use super::boxes::Boxes;
use crate::session::Session;

/// What makes a total void.
#[component]
pub fn Veto(
    /// The criterion's id.
    criterion: String,
    /// Its rule.
    rule: VetoRule,
) -> impl IntoView {
    let session = Session::from_context();
    let most = rule.at_most;
    let items = rule.items.into_iter().map(|item| (item.id, item.label, String::new())).collect();
    view! {
        <div class="veto">
            <p>
                <span class="sign" aria-hidden="true">"! "</span>
                {move || words::veto_rule(session.lang.get(), most)}
            </p>
            <Boxes criterion=criterion items=items none=words::veto_none />
        </div>
    }
}
