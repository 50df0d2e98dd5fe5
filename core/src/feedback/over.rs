//! Feedback over a unit's own draft: what stands there now beside what was claimed, recomputed and verified.

use selfscore_wording::{Lang, feedback as words};

use super::{Feedback, Item, Said};
use crate::batch::{Standing, other_scheme};
use crate::draft::Assessment;
use crate::form::{ShortCode, Stated};
use crate::points::Points;
use crate::results::{Cell, Table};
use crate::scheme::Scheme;
use crate::scoring::State;
use crate::text::Text;

/// Feedback over a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Over {
    /// What there is for the feedback's word on its scheme; `None` where it is the very one.
    pub scheme: Option<Standing>,
    /// Whether the draft is of the unit that the feedback is for.
    pub same_unit: bool,
    /// Whether the draft says what the form said that the feedback is about.
    pub same_form: bool,
    /// The criteria, in the feedback's order; then those of the draft that it does not name.
    pub rows: Vec<Beside>,
    /// The total.
    pub total: Beside,
    notes: [Vec<String>; 2],
    places: (u32, u32),
}

/// A figure of the draft beside those of the feedback.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// The criterion's id; `None` for the total.
    pub criterion: Option<String>,
    /// Its title.
    pub title: Text,
    /// As the draft gives it now; `None` where the scheme at hand has no such criterion, or it does not apply.
    pub mine: Option<Points>,
    /// As the form stated it.
    pub claimed: Option<Points>,
    /// As recomputed from the form.
    pub recomputed: Option<Points>,
    /// As verified.
    pub verified: Option<Points>,
    /// What stands, less what was claimed; `None` where nothing was.
    pub difference: Option<Points>,
    /// Why it was verified so.
    pub reason: String,
    /// Who verified it.
    pub reviewer: String,
    /// The clauses that decide.
    pub clauses: Vec<Said>,
}

impl Beside {
    /// The points that stand: verified, else recomputed.
    pub fn stands(&self) -> Option<Points> {
        self.verified.or(self.recomputed)
    }

    /// Whether something else stands than was claimed.
    pub fn differs(&self) -> bool {
        self.difference.is_some_and(|difference| difference != Points::ZERO)
    }
}

/// Puts feedback over a draft. `scheme` is the one that the draft is computed by.
pub fn over(feedback: &Feedback, scheme: &Scheme, draft: &Assessment) -> Over {
    let standing = other_scheme(scheme, &feedback.scheme);
    let comparable = standing != Some(Standing::Other);
    let lines = draft.sheet.lines.iter().filter(|line| {
        comparable && scheme.counts(&line.criterion) && line.state != State::NotApplicable
    });
    let lines: Vec<_> = lines.collect();
    let mine = |id: &str| lines.iter().find(|line| line.criterion == id).map(|line| line.points);
    let mut rows: Vec<Beside> =
        feedback.items.iter().map(|item| beside(item, mine(&item.criterion))).collect();
    let known = |id: &str| feedback.items.iter().any(|item| item.criterion == id);
    rows.extend(lines.iter().filter(|line| !known(&line.criterion)).map(|line| Beside {
        criterion: Some(line.criterion.clone()),
        title: scheme.title_of(&line.criterion),
        mine: Some(line.points),
        ..empty()
    }));
    let total = Beside {
        title: both(words::total),
        mine: comparable.then_some(draft.sheet.total),
        claimed: feedback.claimed,
        recomputed: feedback.recomputed,
        verified: feedback.verified,
        difference: difference(feedback.verified.or(feedback.recomputed), feedback.claimed),
        ..empty()
    };
    let unit = draft.form.unit.trim();
    let (same_unit, same_form) = (unit == feedback.unit, same_form(feedback, scheme, draft));
    let notes = [Lang::Zh, Lang::En].map(|lang| {
        let mut notes = Vec::new();
        let (id, theirs) = (&feedback.scheme.id, feedback.scheme.revision);
        notes.extend(standing.map(|standing| match standing {
            Standing::Other => words::other_scheme(lang, id),
            Standing::Revision(mine) => words::other_revision(lang, theirs, mine),
            Standing::Changed => words::changed_scheme(lang).to_owned(),
        }));
        if !same_unit {
            notes.push(words::other_unit(lang, &feedback.unit, unit));
        }
        notes.push(match same_form {
            true => words::same_form(lang).to_owned(),
            false => words::other_form(lang, &feedback.form.short_code),
        });
        notes
    });
    let places = (scheme.decimals(), scheme.total_decimals());
    Over { scheme: standing, same_unit, same_form, rows, total, notes, places }
}

/// Whether a draft says what the form said: by its code, with its own figures or with those that the form
/// stated, which may be wrong.
fn same_form(feedback: &Feedback, scheme: &Scheme, draft: &Assessment) -> bool {
    let Ok(code) = ShortCode::typed(&feedback.form.short_code) else { return false };
    let mut form = draft.export(scheme, "");
    if ShortCode::of(&form) == code {
        return true;
    }
    let claimed = |item: &Item| Some((item.criterion.clone(), item.claimed?));
    form.score = Some(Stated {
        total: feedback.claimed,
        criteria: feedback.items.iter().filter_map(claimed).collect(),
        extra: form.score.take().map(|score| score.extra).unwrap_or_default(),
    });
    ShortCode::of(&form) == code
}

fn beside(item: &Item, mine: Option<Points>) -> Beside {
    Beside {
        criterion: Some(item.criterion.clone()),
        title: item.title.clone(),
        mine,
        claimed: item.claimed,
        recomputed: Some(item.recomputed),
        verified: item.verified,
        difference: difference(Some(item.stands()), item.claimed),
        reason: item.reason.clone(),
        reviewer: item.reviewer.clone(),
        clauses: item.clauses.clone(),
    }
}

fn difference(stands: Option<Points>, claimed: Option<Points>) -> Option<Points> {
    stands.zip(claimed).map(|(stands, claimed)| stands.minus(claimed))
}

fn empty() -> Beside {
    Beside {
        criterion: None,
        title: Text::default(),
        mine: None,
        claimed: None,
        recomputed: None,
        verified: None,
        difference: None,
        reason: String::new(),
        reviewer: String::new(),
        clauses: Vec::new(),
    }
}

fn both(word: fn(Lang) -> &'static str) -> Text {
    Text { zh: word(Lang::Zh).into(), en: word(Lang::En).into() }
}

impl Over {
    /// What is to be known before the figures are read: whether scheme, unit and form are the draft's.
    pub fn notes(&self, lang: Lang) -> &[String] {
        let [zh, en] = &self.notes;
        lang.pick(zh, en)
    }

    /// The rows and the total as a table.
    pub fn table(&self, lang: Lang) -> Table {
        let headings = [
            words::criterion(lang),
            words::mine(lang),
            words::claimed(lang),
            words::recomputed(lang),
            words::verified(lang),
            words::difference(lang),
            words::reason(lang),
            words::reviewer(lang),
            words::basis(lang),
        ];
        let mut table = Table::of("feedback", words::title(lang), &headings);
        let rows = self.rows.iter().map(|row| (row, self.places.0));
        table.rows.extend(rows.chain([(&self.total, self.places.1)]).map(|(row, places)| {
            let clauses = row.clauses.iter().map(|clause| clause.words(lang));
            vec![
                row.title.get(lang).into(),
                Cell::figure(row.mine, places),
                Cell::figure(row.claimed, places),
                Cell::figure(row.recomputed, places),
                Cell::figure(row.verified, places),
                Cell::figure(row.difference, places),
                row.reason.as_str().into(),
                row.reviewer.as_str().into(),
                clauses.collect::<Vec<_>>().join("\n").into(),
            ]
        }));
        table
    }
}
