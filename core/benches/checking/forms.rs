//! Forms of 50 tasks as units hand them in: complete, with evidence for all that they claim, the figures
//! that follow, and a check code; one to a line.

use std::fmt::Write;

use selfscore_core::draft::{Draft, assess};
use selfscore_core::form::json;
use selfscore_core::scheme::Scheme;

/// Tasks in each form.
pub const TASKS: usize = 50;

const TITLES: [&str; 4] = [
    "推进企业开办一网通办",
    "压缩工程建设项目审批时间",
    "完善政务服务“好差评”",
    "推行证照分离改革",
];

/// So many forms, no two of which are the same, each with its end of line.
pub fn lines(scheme: &Scheme, count: usize) -> Vec<String> {
    (0..count).map(|at| line(scheme, at)).collect()
}

fn line(scheme: &Scheme, at: usize) -> String {
    let units = &scheme.file().units;
    let unit = &units[at % units.len()];
    let (mut tasks, mut evidence) = (String::new(), String::new());
    for task in 1..=TASKS {
        // All kinds in turn, at other places in each form.
        let turn = (task * 7 + at * 13) % 20;
        let role = if (task + at).is_multiple_of(3) { "lead" } else { "supporting" };
        let title = TITLES[(task + at) % TITLES.len()];
        let comma = if task == 1 { "" } else { "," };
        let (completion, claim, note) = match turn {
            0..12 => ("100".to_owned(), String::new(), ""),
            12..15 => (format!("{}.{}", turn * 3, 1 + at % 9), String::new(), ""),
            _ => {
                let claim = format!(r#""claim":"{}","#, 35 + (at + task) % 60);
                (format!("{}.5", turn * 4 + 10), claim, "尚有两项待接入")
            }
        };
        let debugging = turn == 3;
        let (group, piece) = (task / 9 + 1, task % 9 + 1);
        let _ = write!(
            tasks,
            r#"{comma}{{"number":"{task}","title":"{title}（{task}）","role":"{role}",
            "completion":"{completion}","in_debugging":{debugging},{claim}"note":"{note}",
            "evidence":["{group}-{piece}"]}}"#
        );
        let _ = write!(
            evidence,
            r#"{comma}{{"number":"{group}-{piece}","name":"{group}-{piece}_佐证.pdf",
            "bytes":{},"sha256":""}}"#,
            1000 + at
        );
    }
    let form = format!(
        r#"{{"format":"selfscore/form","version":1,"unit":"{unit}","filled_by":"张三",
        "reviewed_by":"李四","phone":"000-{at:07}","filled_on":"2022-01-10",
        "scheme":{{"id":"{}","revision":{},"sha256":"{}"}},
        "answers":{{"tasks":{{"tasks":[{tasks}]}},
        "leadership":{{"choice":"with_meetings","evidence":["1-2"]}},
        "measures":{{"met":true,"occurrences":{{"no_responsibility":0,"no_schedule":1,"no_targets":0}},
        "evidence":["1-3"]}},
        "implementation":{{"occurrences":{{"late_reports":1,"off_schedule":2}},"evidence":["1-4"]}},
        "publication":{{"done":["guidance","website"],"evidence":["1-5"]}},
        "learning":{{"occurrences":{{"trainings":1,"visits":2}},"evidence":["1-6"]}},
        "publicity":{{"note":"区级媒体报道3次","evidence":["1-7"]}}}},"evidence":[{evidence}]}}"#,
        scheme.id(),
        scheme.file().revision,
        scheme.digest(),
    );
    let form = json::read(form.as_bytes()).expect("the form is readable").form;
    let at = "2022-01-12T09:30:00+08:00";
    let form = assess(scheme, &Draft::from_form(&form)).export(scheme, at);
    json::to_value(&form).to_string() + "\n"
}
