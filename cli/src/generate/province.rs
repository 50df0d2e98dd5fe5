//! A province: for each city a stream of forms, one a line, as an engine spreads them over processes.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::Mutex;
use std::thread;

use selfscore_core::scheme::Scheme;

use super::district::District;
use super::{faults, line, truth};
use crate::args::GenerateOptions;

/// A city to write: its number from 1, how many forms, and its own chance.
struct City {
    number: usize,
    forms: usize,
    random: fastrand::Rng,
}

/// Writes `city-001.ndjson` and so on, and beside each `city-001.truth.csv` with what is wrong in it by
/// line. A city has as many districts as it needs; no register, which is a district's.
pub(super) fn write(
    scheme: &Scheme,
    options: &GenerateOptions,
    cities: u16,
    random: &mut fastrand::Rng,
    folder: &Path,
) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let cities = usize::from(cities);
    let (each, rest) = (options.forms / cities, options.forms % cities);
    let city = |number: usize| City {
        number,
        forms: each + usize::from(number <= rest),
        // Drawn in their order, so that it does not matter which is written first.
        random: random.fork(),
    };
    let left: Mutex<Vec<City>> = Mutex::new((1..=cities).map(city).rev().collect());
    let work = || loop {
        let Some(city) = left.lock().ok().and_then(|mut left| left.pop()) else { return Ok(()) };
        write_city(scheme, options, city, folder)?;
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(cities);
    thread::scope(|scope| {
        let all: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let lost = |_| Err(io::Error::other("a thread failed"));
        all.into_iter().try_for_each(|one| one.join().unwrap_or_else(lost))
    })
}

fn write_city(
    scheme: &Scheme,
    options: &GenerateOptions,
    mut city: City,
    folder: &Path,
) -> io::Result<()> {
    let name = format!("city-{:03}", city.number);
    let mut forms = BufWriter::new(File::create(folder.join(format!("{name}.ndjson")))?);
    let mut truth = truth(&folder.join(format!("{name}.truth.csv")))?;
    let random = &mut city.random;
    let mut written = 0;
    while written < city.forms {
        let district = District::new(scheme, options.tasks, random);
        for unit in scheme.file().units.iter().take(city.forms - written) {
            let (form, found) = faults::alone(scheme, &district, unit, options.faults, random);
            forms.write_all(line(&form).as_bytes())?;
            written += 1;
            let file = format!("{name}.ndjson:{written}");
            for found in found {
                truth.write_record([&file, &found.unit, found.code, &found.of])?;
            }
        }
    }
    truth.flush()?;
    forms.flush()
}
