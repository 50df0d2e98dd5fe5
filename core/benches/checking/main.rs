//! What the check of a batch takes, stage by stage: a form on each line is read with its check code,
//! examined, and put to the others; for 10³, 10⁴ and 10⁵ forms, or as many as are named.
//!
//! `cargo bench -p selfscore-core --bench checking --profile native` measures it in the profile of the command line;
//! `scripts/bench-checking.mjs` does so, and in a browser on the same forms, which `--lines N` writes to standard output.

mod forms;

use std::hint::black_box;
use std::io::Write;
use std::time::{Duration, Instant};

use selfscore_core::batch::{Basis, Batch, Submitted, examine};
use selfscore_core::form::{CheckCode, json};
use selfscore_core::scheme;

/// Forms that differ; larger batches have them several times.
const DISTINCT: usize = 1_000;

fn main() {
    let scheme = &scheme::builtin().expect("the built-in schemes are valid")[0];
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // Cargo adds a word of its own.
    let wanted = arguments.iter().skip_while(|word| *word != "--lines").nth(1);
    if let Some(count) = wanted {
        let count = count.parse().expect("a number of forms");
        let mut out = std::io::stdout().lock();
        for line in forms::lines(scheme, count) {
            out.write_all(line.as_bytes()).expect("standard output takes the forms");
        }
        return;
    }
    let lines = forms::lines(scheme, DISTINCT);
    let bytes: usize = lines.iter().map(String::len).sum();
    println!("{} tasks, {} bytes a form", forms::TASKS, bytes / lines.len());
    println!("forms | read | examine | add | finish | forms/s");
    let named: Vec<usize> = arguments.iter().filter_map(|word| word.parse().ok()).collect();
    let counts = if named.is_empty() { vec![1_000, 10_000, 100_000] } else { named };
    for count in counts {
        let mut spent = [Duration::ZERO; 4];
        let basis = Basis::of(scheme);
        let mut batch = Batch::new(basis);
        for line in lines.iter().cycle().take(count) {
            let start = Instant::now();
            let read = json::read(black_box(line.as_bytes()));
            spent[0] += start.elapsed();
            let code = &read.as_ref().expect("the form is readable").check_code;
            assert!(matches!(code, CheckCode::Matches(_)), "the check code holds");
            let start = Instant::now();
            let submitted = Submitted { file: "lines:1", received: None };
            let examined = examine(&basis, submitted, read.as_ref());
            spent[1] += start.elapsed();
            assert_eq!(examined.findings, [], "nothing is wrong with the form");
            let start = Instant::now();
            batch.add(examined);
            drop(read);
            spent[2] += start.elapsed();
        }
        let start = Instant::now();
        let outcome = batch.finish();
        spent[3] = start.elapsed();
        drop(black_box(outcome));
        let each = |spent: Duration| spent.as_secs_f64() * 1e6 / count as f64;
        let [read, examine, add, finish] = spent.map(each);
        let rate = count as f64 / spent.iter().sum::<Duration>().as_secs_f64();
        println!(
            "{count} | {read:.1} µs | {examine:.1} µs | {add:.1} µs | {finish:.1} µs | {rate:.0}"
        );
    }
}
