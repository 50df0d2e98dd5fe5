//! What the page and its workers say to each other, by serde-wasm-bindgen; files go along as they are.

use js_sys::Array;
use selfscore_core::batch::Brief;
use selfscore_core::form::{CheckCode, FormFile, ReadError, json};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

use crate::pieces::Piece;

/// What a worker is to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// What forms are checked by from now on.
    Begin(Grounds),
    /// Files, or pieces of them, are to be read; they come along in this order.
    Read(Vec<Piece>),
}

/// What forms are checked by, and what is wanted of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Grounds {
    /// The file of the scheme.
    pub scheme: String,
    /// The text of the register, if there is one.
    pub register: Option<String>,
    /// When the forms were received, ISO.
    pub received: Option<String>,
    /// How many forms are handed over whole; of those that follow, figures alone.
    pub whole: usize,
    /// Whether the findings are wanted as rows of a table, and in which language (`zh`, `en`).
    pub rows: Option<String>,
}

/// What a worker tells: what was in the pieces that it was asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// What was found, in the order in which it stands there.
    pub items: Vec<Item>,
    /// How many lines each piece has, if it is one of a stream.
    pub lines: Vec<u32>,
    /// Rows of the table of findings as CSV, if they were asked for.
    pub rows: String,
}

/// Something in a piece.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Which piece of those asked for.
    pub piece: u32,
    /// The path within its package; empty where the file is no package.
    pub inside: String,
    /// The line of a stream.
    pub line: Option<Line>,
    /// What it is.
    pub came: Came,
}

/// A line of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Its number within the piece, from 1.
    pub number: u32,
    /// Where it begins in the file, in bytes.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// What there is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Came {
    /// A form: what its check came to, and it itself, if it was to be handed over.
    Form(Brief, Option<Passed>),
    /// Something that cannot be read, and what that is as a finding.
    Refused(Brief, ReadError),
    /// Something else that this program knows, or that cannot be a form by its ending.
    PassedOver,
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

/// The message that asks.
///
/// # Errors
/// If it cannot be made, which strings and files rule out.
pub fn ask(ask: &Ask, files: &[File]) -> Result<JsValue, JsValue> {
    let files: Array = files.iter().collect();
    Ok(Array::of2(&serde_wasm_bindgen::to_value(ask)?, &files).into())
}

/// What a message of the page asks for.
pub fn asked(message: &JsValue) -> Option<(Ask, Vec<File>)> {
    let parts: &Array = message.dyn_ref()?;
    let files: Array = parts.get(1).dyn_into().ok()?;
    Some((read(parts.get(0))?, files.iter().filter_map(|file| file.dyn_into().ok()).collect()))
}

/// What is told, as it passes: the items are one text, since thousands of small values cost the page more than the
/// check of the form costs the worker.
#[derive(Serialize, Deserialize)]
struct Passing {
    items: String,
    lines: Vec<u32>,
    rows: String,
}

/// The message that tells.
///
/// # Errors
/// If it cannot be made, which plain data rules out.
pub fn tell(told: Told) -> Result<JsValue, JsValue> {
    let Told { items, lines, rows } = told;
    let items = serde_json::to_string(&items).map_err(|error| error.to_string())?;
    Ok(serde_wasm_bindgen::to_value(&Passing { items, lines, rows })?)
}

/// What a message of the worker says.
pub fn told(message: JsValue) -> Option<Told> {
    let Passing { items, lines, rows } = read(message)?;
    Some(Told { items: serde_json::from_str(&items).ok()?, lines, rows })
}

fn read<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value(value).ok()
}
