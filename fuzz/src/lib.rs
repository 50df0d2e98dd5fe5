//! What must hold of every form that a reader lets in, whatever file it came from.

use selfscore_core::draft::{Draft, assess, judge};
use selfscore_core::form::{Form, FormFile, book, csv, json};
use selfscore_core::scheme::Scheme;
use std::sync::LazyLock;

/// The schemes of the program.
static SCHEMES: LazyLock<Vec<Scheme>> = LazyLock::new(|| {
    selfscore_core::scheme::builtin()
        .expect("the committed schemes read: tests of the core open them")
});

/// The scheme that a form names, or one that it was not made for: then most answers have no criterion.
fn scheme(form: &Form) -> &'static Scheme {
    SCHEMES.iter().find(|scheme| scheme.id() == form.scheme.id).unwrap_or(&SCHEMES[0])
}

/// A form that was read is scored, opened as a draft, and written and read again in every spelling,
/// with nothing lost and no panic.
///
/// # Panics
/// If one of these does not hold.
pub fn lives(file: &FormFile) {
    let form = &file.form;
    let scheme = scheme(form);
    judge(scheme, form);
    let draft = Draft::from_form(form);
    assess(scheme, &draft).export(scheme, &form.exported_at);

    let text = json::write(form);
    let again = json::read(text.as_bytes()).expect("what was read is written readable, as JSON");
    assert_eq!(again.form, *form, "JSON gives back what it was given");
    let table = csv::write(scheme, form);
    let again = csv::read(&table).expect("what was read is written readable, as CSV");
    assert_eq!(again.form, *form, "CSV gives back what it was given");
    assert_eq!(json::write(&again.form), text, "to the letter");
    book::write(scheme, form, 1);
}

/// Text in GB 18030, as the command line decodes it.
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}
