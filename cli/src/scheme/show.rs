//! `selfscore scheme show`: a scheme as its official table.

use std::io;

use selfscore_core::scheme::{Clause, Criterion, Group, Indicator, SchemeFile, describe};
use selfscore_wording::{Lang, cli as words, page};

use super::lint::{basis_of, remarks};
use crate::args::{ShowFormat, ShowOptions};
use crate::out::Out;
use crate::source;

pub fn run(options: &ShowOptions, out: &mut Out) -> io::Result<()> {
    let lang = out.lang;
    let found = match source::find(&options.scheme, lang) {
        Ok(found) => found,
        Err(why) => {
            out.unusable(&why.message(&options.scheme.display().to_string(), lang));
            return Ok(());
        }
    };
    if found.scheme.is_err() {
        out.found();
        out.say(&words::of_source(lang, &found.source, words::lint_says_more(lang)));
    }
    let mut page = Page { lang, file: &found.file, blocks: Vec::new() };
    match options.format {
        // As its author wrote it, so that it keeps its digest.
        ShowFormat::Json => {
            return out.json(&serde_json::from_slice::<serde_json::Value>(&found.bytes)?);
        }
        ShowFormat::Text | ShowFormat::Markdown => page.scheme(),
    }
    let scheme = found.scheme.ok();
    if let Some(scheme) = &scheme {
        let full = words::extent(lang, scheme.known_maximum(), scheme.criteria().count());
        page.blocks.insert(1, Block::Item(0, full));
        page.blocks.insert(1, Block::Item(0, words::digest(lang, scheme.digest())));
    }
    match options.format {
        ShowFormat::Markdown => markdown(&page.blocks, out),
        _ => text(&page.blocks, out),
    }
}

/// A piece of the page, for every spelling of it.
enum Block {
    /// A heading of a level, from 1.
    Heading(usize, String),
    /// A line under it, indented.
    Item(usize, String),
}

struct Page<'a> {
    lang: Lang,
    file: &'a SchemeFile,
    blocks: Vec<Block>,
}

impl Page<'_> {
    fn heading(&mut self, level: usize, text: impl Into<String>) {
        self.blocks.push(Block::Heading(level, text.into()));
    }

    fn item(&mut self, depth: usize, text: impl Into<String>) {
        self.blocks.push(Block::Item(depth, text.into()));
    }

    fn sentences(&mut self, depth: usize, sentences: Vec<String>) {
        sentences.into_iter().for_each(|sentence| self.item(depth, sentence));
    }

    fn scheme(&mut self) {
        let (lang, file) = (self.lang, self.file);
        self.heading(1, words::scheme_line(lang, &file.id, file.revision, file.title.get(lang)));
        self.item(0, words::due(lang, &file.due));
        self.item(0, words::decimals(lang, file.decimals));
        self.item(0, words::units(lang, file.units.len()));
        for class in &file.classes {
            let units = class.units.join(words::comma(lang));
            self.item(1, words::labelled_by(lang, class.title.get(lang), units));
        }
        self.sentences(0, describe::total(file, lang));
        self.clauses(0, &file.clauses);
        for group in &file.groups {
            self.group(2, group);
        }
    }

    fn group(&mut self, level: usize, group: &Group) {
        let lang = self.lang;
        self.heading(level, group.title.get(lang));
        self.sentences(0, describe::group(self.file, group, lang));
        for indicator in &group.indicators {
            self.indicator(level + 1, indicator);
        }
        for below in &group.groups {
            self.group(level + 1, below);
        }
    }

    fn indicator(&mut self, level: usize, indicator: &Indicator) {
        let lang = self.lang;
        let points = match indicator.points {
            Some(points) => words::worth(lang, points),
            None => page::points_unknown(lang).to_owned(),
        };
        let title = indicator.title.get(lang);
        self.heading(level, words::indicator(lang, &indicator.number, title, points));
        let weight = indicator.weight.as_ref();
        let weight = weight.map(|weight| describe::weight(self.file, weight, lang));
        self.sentences(0, weight.unwrap_or_default());
        for content in &indicator.contents {
            let title = content.title.get(lang);
            self.item(0, words::content(lang, &content.number, title, content.text.get(lang)));
            if let Some(gap) = &content.gap {
                self.item(1, words::gap(lang, selfscore_wording::basis::gap(lang), gap.get(lang)));
            }
        }
        for criterion in &indicator.criteria {
            self.criterion(level + 1, criterion);
        }
    }

    fn criterion(&mut self, level: usize, criterion: &Criterion) {
        let lang = self.lang;
        let points = match criterion.points {
            Some(points) => words::worth(lang, points),
            None => page::not_counted(lang).to_owned(),
        };
        let title = criterion.title.get(lang);
        self.heading(level, words::criterion(lang, title, &criterion.id, points));
        self.item(0, words::rule(lang));
        self.sentences(1, describe::criterion(self.file, criterion, lang));
        self.item(0, words::clauses(lang));
        self.clauses(1, &criterion.clauses);
    }

    fn clauses(&mut self, depth: usize, clauses: &[Clause]) {
        let lang = self.lang;
        for clause in clauses {
            let text = words::clause(lang, &clause.mark, clause.text.get(lang));
            self.item(depth, words::based(lang, text, basis_of(clause, lang)));
            for remark in remarks(clause, lang) {
                self.item(depth + 1, remark);
            }
        }
    }
}

fn text(blocks: &[Block], out: &mut Out) -> io::Result<()> {
    let mut under = 0;
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading(level, text) => {
                if index > 0 {
                    out.gap()?;
                }
                under = *level;
                out.line(level - 1, text)?;
            }
            Block::Item(depth, text) => out.line(under + depth, text)?,
        }
    }
    Ok(())
}

fn markdown(blocks: &[Block], out: &mut Out) -> io::Result<()> {
    let mut listed = false;
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading(level, text) => {
                if index > 0 {
                    out.gap()?;
                }
                // Markdown has six levels; tables that go deeper stay at the last.
                let signs = "#".repeat((*level).min(6));
                out.line(0, &format!("{signs} {}", plain(text)))?;
                listed = false;
            }
            Block::Item(depth, text) => {
                if !listed {
                    out.gap()?;
                    listed = true;
                }
                out.line(*depth, &format!("- {}", plain(text)))?;
            }
        }
    }
    Ok(())
}

/// A text on one line without marks of Markdown: words of a scheme are no markup.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if "\\`*_[]<>#|~&!".contains(sign) {
            plain.push('\\');
        }
        plain.push(sign);
    }
    plain
}
