//! A text in the scheme's own words, Chinese and, where given, English.

use selfscore_wording::Lang;
use serde::{Deserialize, Serialize};

/// Chinese words with an optional English rendering.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The Chinese words: what counts.
    pub zh: String,
    /// An English rendering for readers of English; Chinese is shown where it is absent.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Text {
    /// The words in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.en.is_empty() => &self.en,
            _ => &self.zh,
        }
    }
}

impl From<&str> for Text {
    fn from(zh: &str) -> Self {
        Text { zh: zh.into(), en: String::new() }
    }
}
