//! From bytes to what stands in a workbook.

use std::collections::HashMap;

use selfscore_core::book::{FoundSheet, Read, Refusal};

use crate::limits::SHEETS;
use crate::package::Package;
use crate::strings::Strings;
use crate::styles::Styles;
use crate::worksheet::{self, Shared};
use crate::xml::{Piece, attribute};

/// Reads an XLSX file: every cell with something in it, by its sheet and place; of formulas their
/// last results.
///
/// # Errors
/// Why the file is none, or is not read: see the limits.
pub fn read(bytes: &[u8]) -> Result<Read, Refusal> {
    let mut package = Package::open(bytes)?;
    let contents = contents(&mut package)?;
    let targets = targets(&mut package)?;
    let strings = match package.part("xl/sharedStrings.xml")? {
        Some(mut part) => Strings::read(&mut part)?,
        None => Strings::default(),
    };
    let styles = match package.part("xl/styles.xml")? {
        Some(mut part) => Styles::read(&mut part)?,
        None => Styles::default(),
    };
    let mut shared = Shared::new(strings, styles, contents.from_1904);
    let mut read = Read::default();
    for (name, id) in contents.sheets {
        let Some(target) = targets.get(&id) else { continue };
        if let Some(mut part) = package.part(target)? {
            let rows = worksheet::read(&mut part, &mut shared)?;
            read.sheets.push(FoundSheet { name, rows });
        }
    }
    Ok(read)
}

/// What the workbook says of itself.
#[derive(Default)]
struct Contents {
    /// Names and ids of sheets in their order.
    sheets: Vec<(String, String)>,
    /// Whether days count from 1904.
    from_1904: bool,
}

fn contents(package: &mut Package) -> Result<Contents, Refusal> {
    let Some(mut part) = package.part("xl/workbook.xml")? else {
        return Err(Refusal::NotAWorkbook);
    };
    let mut contents = Contents::default();
    loop {
        match part.next()? {
            Piece::Start(start) => match start.local_name().as_ref() {
                "sheet" => {
                    let name = attribute(&start, "name")?.unwrap_or_default();
                    if let Some(id) = attribute(&start, "id")? {
                        contents.sheets.push((name, id));
                    }
                    if contents.sheets.len() > SHEETS {
                        return Err(Refusal::TooMany(SHEETS));
                    }
                }
                "workbookPr" => {
                    let from_1904 = attribute(&start, "date1904")?.unwrap_or_default();
                    contents.from_1904 = matches!(from_1904.as_str(), "1" | "true");
                }
                _ => {}
            },
            Piece::Over => return Ok(contents),
            _ => {}
        }
    }
}

/// The parts that are sheets, by their ids.
fn targets(package: &mut Package) -> Result<HashMap<String, String>, Refusal> {
    let mut targets = HashMap::new();
    let Some(mut part) = package.part("xl/_rels/workbook.xml.rels")? else { return Ok(targets) };
    loop {
        match part.next()? {
            Piece::Start(start) if start.local_name().as_ref() == "Relationship" => {
                let kind = attribute(&start, "Type")?.unwrap_or_default();
                let (id, target) = (attribute(&start, "Id")?, attribute(&start, "Target")?);
                if let (true, Some(id), Some(target)) = (kind.ends_with("/worksheet"), id, target) {
                    let target = match target.strip_prefix('/') {
                        Some(whole) => whole.to_owned(),
                        None => format!("xl/{target}"),
                    };
                    targets.insert(id, target);
                }
                if targets.len() > SHEETS {
                    return Err(Refusal::TooMany(SHEETS));
                }
            }
            Piece::Over => return Ok(targets),
            _ => {}
        }
    }
}
