//! What is printed, as data: which rows, in which order, with which words.
//!
//! Nothing here knows a browser. Whoever prints measures the [`Item`]s, has [`pages`] put them
//! on pages, and sets them; [`split`] divides an item that is higher than a page. Each paper is
//! a print job of its own: pages of two orientations in one job need a browser of 2020-08 or
//! newer, and printers with one tray and one binding edge get them wrong even then.

mod answered;
mod application;
mod ending;
mod evidence;
mod explained;
mod lists;
pub mod pages;
pub mod qr;
mod score_form;
mod source;
pub mod split;

use selfscore_wording::{Lang, paper as words};

use crate::draft::Assessment;
use crate::form::ShortCode;
use crate::scheme::Scheme;
use source::Source;

/// What can be printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Document {
    /// 《评分表》: the official table with points, landscape.
    #[default]
    ScoreForm,
    /// 《申报表》: tasks and measures of one unit as an application, portrait.
    Application,
    /// 佐证材料目录: what is bound behind the form, portrait.
    EvidenceIndex,
}

impl Document {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Document; 3] =
        [Document::ScoreForm, Document::Application, Document::EvidenceIndex];

    /// Whether it is printed on the broad side.
    pub fn landscape(self) -> bool {
        self == Document::ScoreForm
    }

    /// Its title.
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Document::ScoreForm => words::title_score_form(lang),
            Document::Application => words::title_application(lang),
            Document::EvidenceIndex => words::title_evidence(lang),
        }
    }

    /// The width of what is printed, in millimetres: that of GB/T 9704 where it is portrait.
    pub fn width(self) -> u32 {
        if self.landscape() { 257 } else { 156 }
    }
}

/// What a paper is to have besides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The explanation of every figure as an appendix; not behind the index of evidence.
    pub explanation: bool,
    /// Whether the form is the example, which must be seen on every page.
    pub example: bool,
}

/// A paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Which.
    pub document: Document,
    /// What stands at the head of every page: that it is a reference layout, that it is
    /// incomplete.
    pub marks: Vec<String>,
    /// The unit, the district's name in place of the mask.
    pub unit: String,
    /// The short check code, in the footer of every page.
    pub code: ShortCode,
    /// What the QR code beside it says.
    pub qr_text: String,
    /// The tables that rows belong to.
    pub tables: Vec<Vec<Column>>,
    /// What stands on it, in order.
    pub items: Vec<Item>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Its width in millimetres.
    pub width: u32,
    /// Whether its cells are short words or figures, set in the middle.
    pub centred: bool,
}

impl Column {
    fn new(heading: &str, width: u32) -> Self {
        Column { heading: heading.to_owned(), width, centred: false }
    }

    fn centred(heading: &str, width: u32) -> Self {
        Column { centred: true, ..Column::new(heading, width) }
    }
}

/// Something that is not divided between pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// The title.
    Title(String),
    /// What stands below it.
    Subtitle(String),
    /// A heading; stays with what follows.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A row of a table.
    Row {
        /// Which, of [`Paper::tables`].
        table: usize,
        /// The row.
        row: Row,
    },
    /// Seal, signatures, contacts and date.
    Ending(Ending),
}

impl Item {
    /// Whether it may not be the last on a page.
    pub fn stays_with_next(&self) -> bool {
        match self {
            Item::Title(_) | Item::Subtitle(_) | Item::Heading(_) => true,
            Item::Row { row, .. } => row.kind == RowKind::Group,
            Item::Text(_) | Item::Ending(_) => false,
        }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// How it is set.
    pub kind: RowKind,
    /// Its cells; the last of fewer cells than columns spans the rest.
    pub cells: Vec<String>,
}

/// How a row is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// As it is.
    Plain,
    /// A title across the table; stays with what follows.
    Group,
    /// One thing of a criterion: a task, an entry.
    Part,
    /// A sum.
    Sum,
}

/// The end of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// What the seal's space is called; 45 mm are left free there.
    pub seal: String,
    /// What stands beside it, with what is known of it.
    pub lines: Vec<(String, String)>,
}

impl Paper {
    /// The paper of a form under a scheme.
    pub fn of(
        document: Document,
        scheme: &Scheme,
        assessment: &Assessment,
        wanted: Wanted,
        lang: Lang,
    ) -> Self {
        let source = Source::new(scheme, assessment, lang);
        let unit = source.unmask(&assessment.form.unit);
        let code = ShortCode::of(&assessment.export(scheme, ""));
        let mut paper = Paper {
            document,
            marks: source.marks(wanted.example),
            qr_text: code.qr_text(&unit),
            unit,
            code,
            tables: Vec::new(),
            items: vec![
                Item::Title(document.title(lang).into()),
                Item::Subtitle(scheme.file().title.get(lang).into()),
            ],
        };
        match document {
            Document::ScoreForm => score_form::write(&source, &mut paper),
            Document::Application => application::write(&source, &mut paper),
            Document::EvidenceIndex => evidence::write(&source, &mut paper),
        }
        ending::missing(&source, &mut paper);
        paper.items.push(Item::Ending(ending::of(&source)));
        if wanted.explanation && document != Document::EvidenceIndex {
            explained::write(&source, &mut paper);
        }
        paper
    }

    /// Adds a table; gives its number.
    fn table(&mut self, columns: Vec<Column>) -> usize {
        self.tables.push(columns);
        self.tables.len() - 1
    }

    fn row(&mut self, table: usize, kind: RowKind, cells: Vec<String>) {
        self.items.push(Item::Row { table, row: Row { kind, cells } });
    }
}
