//! Names as people know them: with the district's in place of the scheme's mask.

use selfscore_wording::Lang;

use crate::form::Form;
use crate::scheme::Scheme;
use crate::text::Text;

/// A scheme, and the name of the district that it masks.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// The scheme.
    pub scheme: &'a Scheme,
    /// The district's name; empty where nobody knows, and names stay masked.
    pub district: &'a str,
}

impl<'a> From<&'a Scheme> for Named<'a> {
    fn from(scheme: &'a Scheme) -> Self {
        Named { scheme, district: "" }
    }
}

impl Named<'_> {
    /// A unit's name, or a text with names.
    pub fn show(&self, text: &str) -> String {
        self.scheme.unmask(text, self.district)
    }

    /// Words of the scheme.
    pub fn say(&self, text: &Text, lang: Lang) -> String {
        self.show(text.get(lang))
    }
}

/// The district of an assessment by the word of its forms: the one that all name who name one.
pub fn district_of<'a>(forms: impl IntoIterator<Item = &'a Form>) -> Option<&'a str> {
    fn stem(name: &str) -> &str {
        name.strip_suffix('区').unwrap_or(name)
    }
    let mut named = forms.into_iter().map(Form::district).filter(|name| !name.is_empty());
    let first = named.next()?;
    named.all(|other| stem(other) == stem(first)).then_some(first)
}
