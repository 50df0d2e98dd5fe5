//! The assessment scheme (考评方案): who is assessed, by when, against which indicators.
//!
//! A [`Scheme`] exists only validated; what is read from a file is a [`SchemeFile`], and
//! [`Scheme::read`] is the one way from it.

mod bounds;
mod builtin;
mod check;
mod clause;
pub mod describe;
pub mod edit;
mod file;
mod full;
pub mod layout;
mod library;
pub mod lint;
mod modifier;
mod rule;
pub mod shape;
mod succession;
mod total;

use selfscore_wording::Lang;
use serde::Deserialize;

pub use bounds::Bounds;
pub use builtin::{DEFAULT, builtin, builtin_files};
pub use check::SchemeError;
pub(crate) use clause::marked;
pub use clause::{Basis, Clause, Reading};
pub use file::{Content, Criterion, FORMAT, Group, Indicator, SchemeFile, VERSION};
pub use library::{Held, Library, Match, Refusal};
pub use modifier::{Modifier, Multiplied, When};
pub use rule::{
    Anchor, Applies, Asked, AssessedRule, Band, BestRule, CheckItem, ChecklistRule, ChoiceOption,
    ChoiceRule, CountItem, CountRule, DeductionItem, DeductionRule, EntriesRule, Further,
    JudgedRule, Level, Mean, Placement, RankRule, RecordRule, Requirement, Role, Rule, Scale,
    TaskClauses, TasksRule, ValueRule, VetoItem, VetoRule,
};
pub use succession::{Carried, Succession};
pub use total::{Absent, Combine, Grade, Late, Standing, Ties, Together, Total, UnitClass, Weight};

use crate::canonical;
use crate::points::Points;
use crate::text::Text;

/// A scheme that has passed every check: ids are unique, points add up, magnitudes are bounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    file: SchemeFile,
    digest: String,
}

impl Scheme {
    /// Reads and checks a scheme file.
    ///
    /// # Errors
    /// Why the file cannot be read, or everything that is wrong with it, with the places.
    pub fn read(bytes: &[u8]) -> Result<Self, SchemeError> {
        check::read(bytes).map(|(file, digest)| Scheme { file, digest })
    }

    /// Of data that is at hand, as an editor has it; the digest is that of the file it makes.
    ///
    /// # Errors
    /// As [`Scheme::read`].
    pub fn of(file: SchemeFile) -> Result<Self, SchemeError> {
        check::of(&file).map(|digest| Scheme { file, digest })
    }

    /// Whether bytes are those of a scheme file, sound or not.
    pub fn recognises(bytes: &[u8]) -> bool {
        #[derive(Deserialize)]
        struct Head {
            format: String,
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        serde_json::from_slice(bytes).is_ok_and(|head: Head| head.format == FORMAT)
    }

    /// The data as checked.
    pub fn file(&self) -> &SchemeFile {
        &self.file
    }

    /// The scheme's name for machines.
    pub fn id(&self) -> &str {
        &self.file.id
    }

    /// Decimal places of a line's points.
    pub fn decimals(&self) -> u32 {
        self.file.decimals
    }

    /// SHA-256 of the scheme's RFC 8785 canonical form, in lower-case hex.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Indicators in the order of the table.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.file.groups.iter().flat_map(Group::all_indicators)
    }

    /// Criteria in the order of the table.
    pub fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.indicators().flat_map(|indicator| &indicator.criteria)
    }

    /// The criterion of that id.
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria().find(|criterion| criterion.id == id)
    }

    /// Whether there is a criterion of that id, and it counts towards the total.
    pub fn counts(&self, id: &str) -> bool {
        self.criterion(id).is_some_and(Criterion::counted)
    }

    /// Full marks of the base: bonus and penalties stand outside them.
    pub fn known_maximum(&self) -> Points {
        full::marks(&self.file)
    }

    /// Whether the total is the sum of all lines: no group does anything else with its parts.
    pub fn adds_up(&self) -> bool {
        fn plain(group: &Group) -> bool {
            group.standing == Standing::Base
                && group.together.plain()
                && group.groups.iter().all(plain)
        }
        self.file.groups.iter().all(plain)
    }

    /// The title of what has an id: a criterion, a group, a class, or the base as a whole.
    pub fn title_of(&self, id: &str) -> Text {
        fn group<'a>(groups: &'a [Group], id: &str) -> Option<&'a Text> {
            groups.iter().find_map(|one| match one.id.as_deref() == Some(id) {
                true => Some(&one.title),
                false => group(&one.groups, id),
            })
        }
        let criterion = self.criterion(id).map(|criterion| &criterion.title);
        let class = || self.file.classes.iter().find(|class| class.id == id).map(|c| &c.title);
        match criterion.or_else(|| group(&self.file.groups, id)).or_else(class) {
            Some(title) => title.clone(),
            None => {
                let words = selfscore_wording::trace::base;
                Text { zh: words(Lang::Zh).into(), en: words(Lang::En).into() }
            }
        }
    }

    /// The class of a unit, if it is in one.
    pub fn class(&self, unit: &str) -> Option<&str> {
        let holds = |class: &&UnitClass| class.units.iter().any(|name| name == unit);
        self.file.classes.iter().find(holds).map(|class| class.id.as_str())
    }

    /// Whether a criterion concerns a unit by its class; while no unit is chosen, all do.
    pub fn concerns(&self, criterion: &Criterion, unit: &str) -> bool {
        criterion.classes.is_empty()
            || unit.is_empty()
            || self.class(unit).is_some_and(|class| criterion.classes.iter().any(|c| c == class))
    }

    /// Decimal places of the total.
    pub fn total_decimals(&self) -> u32 {
        self.file.total.as_ref().and_then(|total| total.decimals).unwrap_or(self.file.decimals)
    }

    /// The grade of a total, if the scheme grades and it has one.
    pub fn grade(&self, total: Points) -> Option<&Grade> {
        let grades = self.file.total.as_ref().map_or(&[][..], |total| &total.grades);
        grades.iter().find(|grade| grade.bounds.contain(total))
    }

    /// Whether a unit of that name is assessed.
    pub fn assesses(&self, unit: &str) -> bool {
        self.file.units.iter().any(|name| name == unit)
    }

    /// A text with the district's name in place of `**`, where the source masks the district.
    /// An empty district leaves the mask: a name is never invented.
    pub fn unmask(&self, text: &str, district: &str) -> String {
        let district = district.trim();
        if district.is_empty() {
            return text.to_owned();
        }
        let stem = district.strip_suffix('区').unwrap_or(district);
        self.file.masked.iter().fold(text.to_owned(), |text, masked| {
            text.replace(masked.as_str(), &masked.replace("**", stem))
        })
    }
}

pub(crate) fn digest_of(value: &serde_json::Value) -> String {
    canonical::sha256_hex(value)
}
