//! The service worker of a served page: it keeps the page at hand without a network, and says when there is a newer
//! version. The one file has none, nor has a page that came over plain http.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
};

const WORKER: &str = "sw.js";
/// What tells it to take over.
const UPDATE: &str = "update";

/// A newer version that waits.
#[derive(Clone)]
pub struct Newer(ServiceWorker);

/// Has the page kept, where it can be; `newer` is called once a newer version is there, whole.
pub fn keep(newer: impl Fn(Newer) + 'static) {
    let Some(container) = container() else { return };
    leptos::task::spawn_local(async move {
        // Where it is refused the page works as it does without.
        let _ = register(container, newer).await;
    });
}

/// Its container, if the page is one that is served with it.
fn container() -> Option<ServiceWorkerContainer> {
    let manifest = super::document()?.query_selector("link[rel=manifest]").ok()?;
    let container = super::window()?.navigator().service_worker();
    // Not there over plain http.
    (manifest.is_some() && container.is_object()).then_some(container)
}

async fn register(
    container: ServiceWorkerContainer,
    newer: impl Fn(Newer) + 'static,
) -> Result<(), JsValue> {
    // On a first visit nothing is in use that could be replaced.
    let replaced = container.controller().is_some();
    let registered = JsFuture::from(container.register(WORKER)).await?;
    let registration: ServiceWorkerRegistration = registered.dyn_into()?;
    if !replaced {
        return Ok(());
    }
    if let Some(waiting) = registration.waiting() {
        newer(Newer(waiting));
    }
    let newer = std::rc::Rc::new(newer);
    let here = registration.clone();
    let found = Closure::<dyn Fn()>::new(move || {
        let Some(coming) = here.installing() else { return };
        let (newer, one) = (newer.clone(), coming.clone());
        let changed = Closure::<dyn Fn()>::new(move || {
            if one.state() == ServiceWorkerState::Installed {
                newer(Newer(one.clone()));
            }
        });
        coming.set_onstatechange(Some(changed.as_ref().unchecked_ref()));
        // As long as the page.
        changed.forget();
    });
    registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
    found.forget();
    Ok(())
}

impl Newer {
    /// Takes it into use: the page is loaded anew as soon as it has taken over.
    pub fn take_over(&self) {
        let Some(container) = container() else { return };
        let reload = Closure::once_into_js(|| {
            if let Some(window) = super::window() {
                // A browser that does not reload keeps the version that it has.
                let _ = window.location().reload();
            }
        });
        container.set_oncontrollerchange(Some(reload.unchecked_ref()));
        let _ = self.0.post_message(&UPDATE.into());
    }
}
