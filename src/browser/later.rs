//! Modules that are loaded when somebody uses them. The build puts each beside the page, or into it;
//! nothing is fetched, a script element brings it.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A module, by the globals that xtask/src/bundle.rs gives it.
pub struct Later {
    /// The function that starts it.
    pub starter: &'static str,
    /// The file that has it, where it is beside the page.
    pub file: &'static str,
}

impl Later {
    /// The module, started; the second time it is there already.
    ///
    /// # Errors
    /// If it does not come or does not start.
    pub async fn module(&self) -> Result<JsValue, JsValue> {
        let started: Promise = self.start().await?.call0(&JsValue::UNDEFINED)?.dyn_into()?;
        JsFuture::from(started).await
    }

    /// The text of a script that defines the starter, in parts, for a worker. It stays with the browser: there and
    /// back its megabytes would hold up the page.
    ///
    /// # Errors
    /// If it does not come.
    pub async fn script(&self) -> Result<Array, JsValue> {
        let text = self.start().await?.to_string();
        Ok(Array::of3(&format!("var {}=", self.starter).into(), &text, &";\n".into()))
    }

    async fn start(&self) -> Result<Function, JsValue> {
        let starter = || global(self.starter)?.dyn_into().ok();
        if let Some(starter) = starter() {
            return Ok(starter);
        }
        let file = global(self.file).and_then(|file| file.as_string()).ok_or(JsValue::NULL)?;
        load(&file).await?;
        starter().ok_or(JsValue::NULL)
    }
}

fn global(name: &str) -> Option<JsValue> {
    Reflect::get(&js_sys::global(), &name.into()).ok()
}

/// Adds the script element that brings a file.
async fn load(file: &str) -> Result<(), JsValue> {
    let document = super::document().ok_or(JsValue::NULL)?;
    let body = document.body().ok_or(JsValue::NULL)?;
    let script = document.create_element("script")?;
    let loaded = Promise::new(&mut |resolve, reject| {
        // Listening cannot fail; if it did, the module would not be there and that is said.
        let _ = script.add_event_listener_with_callback("load", &resolve);
        let _ = script.add_event_listener_with_callback("error", &reject);
    });
    script.set_attribute("src", file)?;
    body.append_child(&script)?;
    let came = JsFuture::from(loaded).await;
    script.remove();
    came.map(|_| ())
}
