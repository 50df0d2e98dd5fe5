//! `selfscore generate`: realistic forms and registers by chance, with faults that are known, to try a
//! check with.

mod district;
mod fault;
mod faults;
mod form;
mod made;
mod province;

use std::fs;
use std::io;
use std::path::Path;

use selfscore_core::form::json;
use selfscore_core::scheme::Scheme;
use selfscore_wording::cli as words;

use crate::args::GenerateOptions;
use crate::out::Out;
use crate::source;
use district::District;

/// The folder of a district's forms.
const FORMS: &str = "forms/";

/// Writes districts of forms, each with its register, and what is wrong with which form.
pub fn run(options: &GenerateOptions, out: &mut Out) -> io::Result<()> {
    let scheme = match source::find(&options.scheme, out.lang) {
        Ok(found) => found.scheme,
        Err(why) => {
            out.unusable(&why.message(&options.scheme.display().to_string(), out.lang));
            return Ok(());
        }
    };
    let Ok(scheme) = scheme else {
        out.unusable(&words::scheme_unsound(out.lang, options.scheme.display()));
        return Ok(());
    };
    let mut random = fastrand::Rng::with_seed(options.seed);
    match &options.out {
        None => stream(&scheme, options, &mut random, out),
        Some(folder) => {
            let made = match options.cities {
                None => folders(&scheme, options, &mut random, folder),
                Some(cities) => province::write(&scheme, options, cities, &mut random, folder),
            };
            if let Err(error) = made {
                out.unusable(&words::folder_not_written(out.lang, folder.display(), error));
            }
            Ok(())
        }
    }
}

/// One form a line, without faults and registers.
fn stream(
    scheme: &Scheme,
    options: &GenerateOptions,
    random: &mut fastrand::Rng,
    out: &mut Out,
) -> io::Result<()> {
    let mut left = options.forms;
    while left > 0 {
        let district = District::new(scheme, options.tasks, random);
        for unit in scheme.file().units.iter().take(left) {
            let form = form::sound(scheme, &district, unit, random);
            out.bytes(line(json::write(&form).as_bytes()).as_bytes())?;
            left -= 1;
        }
    }
    Ok(())
}

/// A document on one line with its end. Where it is JSON, its lines end between values only.
fn line(document: &[u8]) -> String {
    let text = String::from_utf8_lossy(document);
    text.lines().map(str::trim).chain(["\n"]).collect()
}

/// A folder a district: `register.csv`, `received.csv` with the days of receipt, `forms/*.json`, and
/// `truth.csv` with what is wrong.
fn folders(
    scheme: &Scheme,
    options: &GenerateOptions,
    random: &mut fastrand::Rng,
    folder: &Path,
) -> io::Result<()> {
    let mut left = options.forms;
    let mut number = 0;
    while left > 0 {
        number += 1;
        let into = folder.join(format!("{number:05}"));
        let forms = into.join(FORMS);
        fs::create_dir_all(&forms)?;
        let district = District::new(scheme, options.tasks, random);
        fs::write(into.join("register.csv"), district.csv()?)?;
        let units = scheme.file().units.len().min(left);
        left -= units;
        let made = faults::forms(scheme, &district, units, options.faults, random);
        for file in &made.files {
            fs::write(forms.join(&file.name), &file.bytes)?;
        }
        let mut received = csv::Writer::from_path(into.join("received.csv"))?;
        received.write_record(["文件", "收到日期"])?;
        for file in &made.files {
            let day = made.late.get(&file.name).unwrap_or(&scheme.file().due);
            received.write_record([&file.name, day])?;
        }
        received.flush()?;
        let mut truth = truth(&into.join("truth.csv"))?;
        for found in &made.truth {
            truth.write_record([&found.file, &found.unit, found.code, &found.of])?;
        }
        truth.flush()?;
    }
    Ok(())
}

/// A table for what a check should find.
fn truth(path: &Path) -> io::Result<csv::Writer<fs::File>> {
    let mut truth = csv::Writer::from_path(path)?;
    truth.write_record(["file", "unit", "code", "of"])?;
    Ok(truth)
}
