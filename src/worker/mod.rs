//! What runs in a worker: files are read there, so that the page answers all the while. It knows the
//! browser and the core, and nothing of the page; what passes between them is [`Ask`] and [`Told`].

mod source;

use std::cell::Cell;
use std::rc::Rc;

use selfscore_core::form::{CheckCode, FormFile, ReadError, json};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::File;

use crate::browser::worker;

/// What the page asks for, beside the files themselves.
#[derive(Serialize, Deserialize)]
pub struct Ask {
    /// The files' names with their folders, in the order of the files.
    pub paths: Vec<String>,
}

/// A form as it passes from one to the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Passed {
    /// The document as this program writes it.
    pub text: String,
    /// The check code that its file stated; empty where it had none.
    pub stated: String,
    /// The check code that it should have had.
    pub computed: String,
}

/// What the worker tells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Told {
    /// A form was read; its file by path, and within a package or stream by more.
    Form(String, Passed),
    /// A file could not be read.
    Refused(String, ReadError),
    /// A file is something else that this program knows: its `format`.
    Other(String, String),
    /// A file cannot be a form by its ending.
    PassedOver(String),
    /// So many files, and bytes of them, are done.
    Progress {
        /// Files that are done.
        files: usize,
        /// Bytes of them.
        bytes: f64,
    },
    /// All is read.
    Done,
}

impl Passed {
    /// A form to be passed on.
    pub fn of(file: &FormFile) -> Self {
        let (stated, computed) = file.check_code.parts();
        let (stated, computed) = (stated.to_owned(), computed.to_owned());
        Passed { text: json::write(&file.form), stated, computed }
    }

    /// The form that was passed on.
    ///
    /// # Errors
    /// It is none that this program wrote.
    pub fn form(&self) -> Result<FormFile, ReadError> {
        let mut file = json::read(self.text.as_bytes())?;
        file.check_code = CheckCode::of_parts(self.stated.clone(), self.computed.clone());
        Ok(file)
    }
}

/// What a worker does; called once, in a worker only.
#[wasm_bindgen(skip_typescript)]
pub fn work() {
    // A second batch waits for the first one.
    let busy = Rc::new(Cell::new(false));
    worker::listen(move |message| {
        if busy.replace(true) {
            return;
        }
        let busy = busy.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Some((ask, files)) = asked(&message) {
                read(ask, files).await;
            }
            busy.set(false);
            tell(&Told::Done);
        });
    });
}

fn asked(message: &JsValue) -> Option<(Ask, Vec<File>)> {
    let parts: js_sys::Array = message.clone().dyn_into().ok()?;
    let ask = serde_wasm_bindgen::from_value(parts.get(0)).ok()?;
    let files: js_sys::Array = parts.get(1).dyn_into().ok()?;
    Some((ask, files.iter().filter_map(|file| file.dyn_into().ok()).collect()))
}

/// The message that asks.
///
/// # Errors
/// If it cannot be made, which strings and files rule out.
pub fn ask(ask: &Ask, files: &[File]) -> Result<JsValue, JsValue> {
    let files: js_sys::Array = files.iter().collect();
    Ok(js_sys::Array::of2(&serde_wasm_bindgen::to_value(ask)?, &files).into())
}

/// What a message of the worker says.
pub fn told(message: JsValue) -> Option<Told> {
    serde_wasm_bindgen::from_value(message).ok()
}

fn tell(told: &Told) {
    if let Ok(message) = serde_wasm_bindgen::to_value(told) {
        worker::say(&message);
    }
}

async fn read(ask: Ask, files: Vec<File>) {
    let mut bytes = 0.0;
    for (at, (path, file)) in ask.paths.into_iter().zip(&files).enumerate() {
        source::each(&path, file, &mut |told| tell(&told)).await;
        bytes += file.size();
        tell(&Told::Progress { files: at + 1, bytes });
    }
}
