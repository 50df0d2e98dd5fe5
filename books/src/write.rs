//! From a book to bytes.

use std::collections::HashMap;

use rust_xlsxwriter::{
    DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, Formula, Workbook,
    Worksheet, XlsxError,
};
use selfscore_core::book::{Allowed, Area, Book, Check, Look, Paper, Sheet, Shown, Value, address};

use crate::looks;

/// A book that the format has no place for: a sheet's name, a column, a text too long for a cell.
#[derive(Debug)]
pub struct NotWritten(String);

impl std::fmt::Display for NotWritten {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotWritten {}

impl From<XlsxError> for NotWritten {
    fn from(error: XlsxError) -> Self {
        NotWritten(error.to_string())
    }
}

/// Writes an XLSX file. The same book gives the same bytes.
///
/// # Errors
/// What the format has no place for.
pub fn write(book: &Book) -> Result<Vec<u8>, NotWritten> {
    let mut workbook = Workbook::new();
    // Without a date the writer would ask a clock, which a page's module has not.
    let made = date(&book.made_on).map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    let properties = DocProperties::new().set_title(&book.title).set_creation_datetime(&made);
    workbook.set_properties(&properties);
    let mut formats = HashMap::new();
    for sheet in &book.sheets {
        write_sheet(workbook.add_worksheet(), sheet, &mut formats)?;
    }
    Ok(workbook.save_to_buffer()?)
}

type Formats = HashMap<(Look, Shown), Format>;

fn write_sheet(to: &mut Worksheet, sheet: &Sheet, formats: &mut Formats) -> Result<(), NotWritten> {
    to.set_name(&sheet.name)?;
    to.set_hidden(sheet.hidden);
    for (at, column) in (0u16..).zip(&sheet.columns) {
        to.set_column_width(at, column.width)?;
        if column.hidden {
            to.set_column_hidden(at)?;
        }
    }
    // First, since what stands in their cells is written over them.
    for area in &sheet.merged {
        let cells = sheet.rows.get(area.top as usize).map(|row| row.cells.as_slice());
        let first = cells.unwrap_or_default().iter().find(|cell| cell.column == area.left);
        let look = first.map_or(Look::Label, |cell| cell.look);
        let format = format(formats, look, Shown::General);
        to.merge_range(area.top, area.left, area.bottom, area.right, "", format)?;
    }
    for (at, row) in (0u32..).zip(&sheet.rows) {
        if let Some(height) = row.height {
            to.set_row_height(at, height)?;
        }
        if row.hidden {
            to.set_row_hidden(at)?;
        }
        for cell in &row.cells {
            let format = format(formats, cell.look, cell.shown);
            write_value(to, at, cell.column, &cell.value, format)?;
        }
    }
    for check in &sheet.checks {
        let Area { top, left, bottom, right } = check.area;
        to.add_data_validation(top, left, bottom, right, &validation(check)?)?;
    }
    if sheet.frozen > 0 {
        to.set_freeze_panes(sheet.frozen, 0)?;
    }
    if sheet.protected {
        to.protect();
    }
    write_paper(to, &sheet.paper)
}

fn format(formats: &mut Formats, look: Look, shown: Shown) -> &Format {
    formats.entry((look, shown)).or_insert_with(|| looks::format(look, shown))
}

fn write_value(
    to: &mut Worksheet,
    row: u32,
    column: u16,
    value: &Value,
    format: &Format,
) -> Result<(), NotWritten> {
    match value {
        Value::Blank => to.write_blank(row, column, format)?,
        Value::Text(text) => to.write_string_with_format(row, column, text, format)?,
        Value::Number(digits) => match digits.parse::<f64>() {
            Ok(number) => to.write_number_with_format(row, column, number, format)?,
            Err(_) => return Err(NotWritten(format!("{digits:?} is no number"))),
        },
        Value::Date(text) => match date(text) {
            Some(date) => to.write_datetime_with_format(row, column, &date, format)?,
            None => return Err(NotWritten(format!("{text:?} is no date"))),
        },
        Value::Formula { formula, result } => {
            let formula = Formula::new(formula).set_result(result);
            to.write_formula_with_format(row, column, formula, format)?
        }
    };
    Ok(())
}

fn date(iso: &str) -> Option<ExcelDateTime> {
    let mut parts = iso.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let date = ExcelDateTime::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    date.ok().filter(|_| parts.next().is_none())
}

fn validation(check: &Check) -> Result<DataValidation, NotWritten> {
    let number = |text: &String| -> Result<f64, NotWritten> {
        text.parse().map_err(|_| NotWritten(format!("{text:?} is no number")))
    };
    let rule = DataValidation::new();
    let rule = match &check.allowed {
        Allowed::OneOf(words) => rule.allow_list_strings(words)?,
        Allowed::From(sheet, area) => {
            let first = address(area.top, area.left.into());
            let last = address(area.bottom, area.right.into());
            let absolute = |name: &str| {
                let digits = name.find(|c: char| c.is_ascii_digit()).unwrap_or(name.len());
                format!("${}${}", &name[..digits], &name[digits..])
            };
            let area = format!("'{sheet}'!{}:{}", absolute(&first), absolute(&last));
            rule.allow_list_formula(Formula::new(area))
        }
        Allowed::Whole { least, most } => {
            rule.allow_whole_number(DataValidationRule::Between(*least, *most))
        }
        Allowed::Between { least, most } => {
            rule.allow_decimal_number(DataValidationRule::Between(number(least)?, number(most)?))
        }
        Allowed::Formula(formula) => rule.allow_custom(Formula::new(formula)),
        Allowed::Date => {
            // The years that a date of a form may have.
            let (first, last) =
                (ExcelDateTime::from_ymd(1900, 3, 1)?, ExcelDateTime::from_ymd(2999, 12, 31)?);
            rule.allow_date(DataValidationRule::Between(first, last))
        }
        Allowed::Length(most) => {
            rule.allow_text_length(DataValidationRule::LessThanOrEqualTo(*most))
        }
    };
    Ok(rule.set_error_message(&check.message)?)
}

fn write_paper(to: &mut Worksheet, paper: &Paper) -> Result<(), NotWritten> {
    const A4: u8 = 9;
    to.set_paper_size(A4);
    if paper.landscape {
        to.set_landscape();
    }
    // As wide as the page, as many pages as it takes.
    to.set_print_fit_to_pages(1, 0);
    to.set_print_center_horizontally(true);
    // Inches: left, right, top, bottom, header, footer. The binding edge is 28 mm.
    to.set_margins(1.1, 0.6, 0.8, 0.8, 0.3, 0.4);
    if let Some((first, last)) = paper.repeated {
        to.set_repeat_rows(first, last)?;
    }
    // `&` begins a command in a footer.
    let footer = paper.footer.replace('&', "&&");
    to.set_footer(format!("&C{footer}　第 &P 页，共 &N 页"));
    Ok(())
}
