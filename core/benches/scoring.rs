//! How long scoring a form takes: 50 tasks as an office has them, 200 as none is likely to.
//!
//! `cargo bench -p selfscore-core --bench scoring`

use std::collections::BTreeMap;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use selfscore_core::answer::{Answer, Answers, Percent, Task};
use selfscore_core::scheme::{Role, builtin};
use selfscore_core::scoring::score;

fn occurrences(counts: [(&str, u32); 2]) -> Option<BTreeMap<String, u32>> {
    Some(counts.into_iter().map(|(item, times)| (item.to_owned(), times)).collect())
}

/// A complete form whose tasks are of every kind in turn.
fn form(tasks: usize) -> Answers {
    let percent = |text: &str| Percent::read(text).ok();
    let task = |index: usize| Task {
        number: (index + 1).to_string(),
        title: "优化营商环境工作任务".into(),
        role: Some(if index.is_multiple_of(3) { Role::Lead } else { Role::Supporting }),
        completion: percent(["100", "85.5", "40", "60"][index % 4]),
        in_debugging: index % 10 == 9,
        claim: if index % 2 == 1 { percent("77.77") } else { None },
        note: "按进度推进".into(),
        ..Task::default()
    };
    let tasks = Some((0..tasks).map(task).collect());
    let choice = Some("with_meetings".to_owned());
    let done = Some(vec!["guidance".to_owned(), "website".to_owned()]);
    let measures = occurrences([("no_schedule", 1), ("no_targets", 0)]);
    let implementation = occurrences([("off_schedule", 2), ("late_reports", 1)]);
    let learning = occurrences([("visits", 1), ("trainings", 2)]);
    let given = [
        ("tasks", Answer { tasks, ..Answer::default() }),
        ("leadership", Answer { choice, ..Answer::default() }),
        ("measures", Answer { met: Some(true), occurrences: measures, ..Answer::default() }),
        ("implementation", Answer { occurrences: implementation, ..Answer::default() }),
        ("publication", Answer { done, ..Answer::default() }),
        ("learning", Answer { occurrences: learning, ..Answer::default() }),
    ];
    given.into_iter().map(|(id, answer)| (id.to_owned(), answer)).collect()
}

fn scoring(bench: &mut Criterion) {
    let schemes = builtin().expect("the built-in schemes read");
    let mut group = bench.benchmark_group("score");
    for tasks in [50, 200] {
        let answers = form(tasks);
        assert!(score(&schemes[0], &answers).0.complete, "the form to score is complete");
        group.bench_with_input(BenchmarkId::new("tasks", tasks), &answers, |b, answers| {
            b.iter(|| score(black_box(&schemes[0]), black_box(answers)));
        });
    }
    group.finish();
}

criterion_group!(benches, scoring);
criterion_main!(benches);
