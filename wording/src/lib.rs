//! Every word that people read, in Chinese and English, side by side.
//!
//! One module a subject. A text without arguments is a `&'static str`; one with
//! arguments is a function that gives a `String`. A scheme's own words (clauses,
//! options) are data and live in the scheme.

/// A language of the page. Chinese comes first: it is what offices read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// 简体中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// The BCP 47 tag, for `lang` attributes and for storage.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// The language of a tag, Chinese for any that is not English.
    pub fn from_tag(tag: &str) -> Self {
        if tag.starts_with("en") { Lang::En } else { Lang::Zh }
    }

    /// Picks one of two.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// Declares texts: `name => "中文", "English";` or `name(a, b) => "中文 {a}", "English {b}";`.
/// Arguments are anything that displays; both languages must use only declared names.
macro_rules! texts {
    ($($name:ident $(($($arg:ident),+))? => $zh:literal, $en:literal;)*) => {
        $(texts! { @one $name $(($($arg),+))? $zh $en })*
    };
    (@one $name:ident $zh:literal $en:literal) => {
        #[doc = concat!($zh, " · ", $en)]
        pub fn $name(lang: crate::Lang) -> &'static str {
            match lang { crate::Lang::Zh => $zh, crate::Lang::En => $en }
        }
    };
    (@one $name:ident ($($arg:ident),+) $zh:literal $en:literal) => {
        #[doc = concat!($zh, " · ", $en)]
        pub fn $name(lang: crate::Lang, $($arg: impl std::fmt::Display),+) -> String {
            // A text need not use every argument in both languages.
            $(let _ = &$arg;)+
            match lang {
                crate::Lang::Zh => format!($zh),
                crate::Lang::En => format!($en),
            }
        }
    };
}

pub mod answers;
pub mod basis;
pub mod books;
pub mod changes;
pub mod check;
pub mod cli;
pub mod cli_forms;
pub mod columns;
pub mod describe;
pub mod editor;
pub mod evidence;
pub mod feedback;
pub mod findings;
pub mod help;
pub mod issue;
pub mod keep;
pub mod ledger;
pub mod library;
pub mod lint;
pub mod listing;
pub mod office;
pub mod outcome;
pub mod page;
pub mod paper;
pub mod reading;
pub mod results;
pub mod shape;
pub mod sheet;
pub mod trace;
pub mod unit;
pub mod verify;
pub mod years;
