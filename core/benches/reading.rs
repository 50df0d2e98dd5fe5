//! How long it takes to read a form, as after every choice of a file.

use std::fmt::Write;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use selfscore_core::form::{csv, json};
use selfscore_core::scheme;

/// A ready form with so many tasks.
fn form(tasks: usize) -> String {
    let mut rows = String::new();
    for number in 1..=tasks {
        let comma = if number == 1 { "" } else { "," };
        let role = if number % 3 == 0 { "lead" } else { "supporting" };
        let _ = write!(
            rows,
            r#"{comma}{{ "number": "{number}", "title": "推进第{number}项政务服务事项网上办理和一窗受理",
            "role": "{role}", "completion": "85.5", "in_debugging": false, "claim": "80",
            "note": "平台已上线,尚有部分事项待接入", "evidence": ["{number}-1", "{number}-2"] }}"#
        );
    }
    format!(
        r#"{{ "format": "selfscore/form", "version": 1, "unit": "区教育局",
        "scheme": {{ "id": "business-environment-2021", "revision": 1, "sha256": "" }},
        "answers": {{ "tasks": {{ "tasks": [{rows}] }}, "leadership": {{ "choice": "none" }},
            "learning": {{ "occurrences": {{ "visits": 1, "trainings": 2 }} }} }} }}"#
    )
}

fn reading(criterion: &mut Criterion) {
    let scheme = &scheme::builtin().expect("the built-in schemes are valid")[0];
    let mut group = criterion.benchmark_group("reading");
    for tasks in [50, 200] {
        let file = json::read(form(tasks).as_bytes()).expect("the form is readable");
        let text = json::write(&file.form);
        let table = csv::write(scheme, &file.form);
        group.throughput(Throughput::Elements(tasks as u64));
        group.bench_function(BenchmarkId::new("json", tasks), |bench| {
            bench.iter(|| json::read(black_box(text.as_bytes())));
        });
        group.bench_function(BenchmarkId::new("csv", tasks), |bench| {
            bench.iter(|| csv::read(black_box(&table)));
        });
    }
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
