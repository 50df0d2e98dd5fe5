//! `selfscore generate`: realistic forms and registers by chance, with faults that are known, to try a
//! check with.

mod district;
mod faults;
mod form;

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
            if let Err(error) = folders(&scheme, options, &mut random, folder) {
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
            let mut line = serde_json::to_string(&compact(&json::write(&form)))?;
            line.push('\n');
            out.bytes(line.as_bytes())?;
            left -= 1;
        }
    }
    Ok(())
}

/// The document without what makes it readable for people.
fn compact(text: &str) -> serde_json::Value {
    // What we wrote ourselves is JSON.
    serde_json::from_str(text).unwrap_or_default()
}

/// A folder a district: `register.csv`, `forms/*.json`, and `truth.csv` with what is wrong.
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
        fs::create_dir_all(into.join("forms"))?;
        let district = District::new(scheme, options.tasks, random);
        fs::write(into.join("register.csv"), district.csv()?)?;
        let units = scheme.file().units.len().min(left);
        left -= units;
        let made = faults::forms(scheme, &district, units, options.faults, random);
        for file in &made.files {
            fs::write(into.join("forms").join(&file.name), &file.bytes)?;
        }
        let mut truth = csv::Writer::from_path(into.join("truth.csv"))?;
        truth.write_record(["file", "unit", "code", "of"])?;
        for found in &made.truth {
            truth.write_record([&found.file, &found.unit, found.code, &found.of])?;
        }
        truth.flush()?;
    }
    Ok(())
}
