//! When which form was received: a table with a row a file, or a unit.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::Mutex;

use selfscore_core::date;
use selfscore_wording::{Lang, cli_forms as words};

use crate::source;

/// Headings of the column of dates.
const DATES: [&str; 7] =
    ["收到日期", "收件日期", "收到时间", "收件时间", "日期", "received", "date"];
/// Those of the column of files.
const FILES: [&str; 4] = ["文件", "文件名", "file", "name"];
/// Those of the column of units.
const UNITS: [&str; 3] = ["单位", "单位名称", "unit"];

/// Dates of receipt, ISO, by file and by unit.
#[derive(Debug, Default)]
pub struct Receipts {
    by_file: HashMap<String, String>,
    by_unit: HashMap<String, String>,
    /// Files of the table that came by.
    seen: Mutex<BTreeSet<String>>,
}

impl Receipts {
    /// Whether a file is such a table.
    pub fn recognises(bytes: &[u8]) -> bool {
        Receipts::read(bytes, Lang::Zh).is_ok_and(|read| !read.is_empty())
    }

    /// Reads a table: CSV, or a workbook. Dates as people write them; a row without one says nothing.
    ///
    /// # Errors
    /// What cannot be read, in words.
    pub fn read(bytes: &[u8], lang: Lang) -> Result<Self, String> {
        let mut refusal = None;
        for text in source::tables(bytes).map_err(|error| error.message(lang))? {
            match Receipts::of_table(&text, lang) {
                Ok(read) => return Ok(read),
                Err(why) => refusal = refusal.or(Some(why)),
            }
        }
        Err(refusal.unwrap_or_else(|| words::receipts_no_column(lang).into()))
    }

    fn of_table(text: &[u8], lang: Lang) -> Result<Self, String> {
        let rows = b",\t;".iter().find_map(|delimiter| {
            let rows = rows(text, *delimiter);
            let columns = rows.iter().enumerate().find_map(|(at, (_, row))| {
                let column = |names: &[&str]| row.iter().position(|cell| is(cell, names));
                let (file, unit) = (column(&FILES), column(&UNITS));
                let of = file.is_some() || unit.is_some();
                Some((at, file, unit, column(&DATES).filter(|_| of)?))
            });
            columns.map(|columns| (rows, columns))
        });
        let (rows, (heading, file, unit, date)) =
            rows.ok_or_else(|| words::receipts_no_column(lang).to_owned())?;
        let mut read = Receipts::default();
        for (number, row) in rows.iter().skip(heading + 1) {
            let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).map_or("", |it| it.trim());
            let typed = cell(Some(date));
            let day = typed.split([' ', 'T']).next().unwrap_or_default();
            // With the time of day, as mail programs have it; or with blanks, as people do.
            let day = date::typed(typed).or_else(|_| date::typed(day));
            let day = day.map_err(|_| words::receipts_no_date(lang, number, typed))?;
            if day.is_empty() {
                continue;
            }
            let (dates, key) = match (cell(file), cell(unit)) {
                ("", "") => continue,
                ("", unit) => (&mut read.by_unit, unit.to_owned()),
                (file, _) => (&mut read.by_file, file.replace('\\', "/")),
            };
            if dates.get(&key).is_some_and(|other| *other != day) {
                return Err(words::receipts_twice(lang, number, key));
            }
            dates.insert(key, day);
        }
        Ok(read)
    }

    fn is_empty(&self) -> bool {
        self.by_file.is_empty() && self.by_unit.is_empty()
    }

    /// When a form was received: by its file, named as it was or without its folder, else by its unit.
    pub fn of(&self, file: &str, unit: &str) -> Option<&str> {
        let base = Path::new(file).file_name().map(|name| name.to_string_lossy());
        let names = [Some(file), base.as_deref()];
        let found = names.into_iter().flatten().find_map(|name| self.by_file.get_key_value(name));
        if let Some((name, day)) = found {
            if let Ok(mut seen) = self.seen.lock() {
                seen.insert(name.clone());
            }
            return Some(day);
        }
        self.by_unit.get(unit.trim()).map(String::as_str)
    }

    /// Files of the table that did not come by.
    pub fn unused(&self) -> Vec<&str> {
        let Ok(seen) = self.seen.lock() else { return Vec::new() };
        let files = self.by_file.keys().filter(|file| !seen.contains(*file));
        let mut files: Vec<&str> = files.map(String::as_str).collect();
        files.sort_unstable();
        files
    }
}

/// The rows of a table with their numbers, from 1.
fn rows(text: &[u8], delimiter: u8) -> Vec<(u64, csv::StringRecord)> {
    let text = text.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(text);
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text);
    let numbered = |row: csv::StringRecord| (row.position().map_or(0, |at| at.line()), row);
    reader.into_records().map_while(Result::ok).map(numbered).collect()
}

fn is(cell: &str, names: &[&str]) -> bool {
    let cell = cell.trim().to_lowercase();
    names.contains(&cell.as_str())
}

#[cfg(test)]
mod tests {
    use selfscore_wording::Lang;

    use super::Receipts;

    fn read(text: &str) -> Result<Receipts, String> {
        Receipts::read(text.as_bytes(), Lang::Zh)
    }

    #[test]
    fn dates_are_found_by_file_and_by_unit() {
        let table = "2022 年度收件登记\n文件;单位;收到日期\n收\\甲.zip;;2022年1月15日\n;区教育局;2022/1/13 17:20\n乙.csv;区财政局;\n";
        let read = read(table).unwrap();
        assert_eq!(read.of("收/甲.zip", "区教育局"), Some("2022-01-15"));
        assert_eq!(read.of("别/甲.zip", ""), None);
        assert_eq!(read.of("丙.json", " 区教育局 "), Some("2022-01-13"));
        assert_eq!(read.of("乙.csv", "区财政局"), None);
        assert!(read.unused().is_empty());
        let by_name =
            super::tests::read("file,date\n甲.zip,2022.1.15\n丁.zip,2022-1-15\n").unwrap();
        assert_eq!(by_name.of("any/where/甲.zip", ""), Some("2022-01-15"));
        assert_eq!(by_name.unused(), ["丁.zip"]);
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_row() {
        for (table, part) in [
            ("甲.zip,2022-01-15\n", "表头"),
            ("收到日期\n2022-01-15\n", "表头"),
            ("文件,收到日期\n甲,2022-01-15\n乙,某日\n", "第 3 行"),
            ("文件,收到日期\n甲,2022-01-15\n甲,2022-01-16\n", "第 3 行"),
        ] {
            let why = read(table).unwrap_err();
            assert!(why.contains(part), "{table}: {why}");
        }
    }
}
