//! `selfscore check -` as a filter: a line in, a line out.

mod support;
#[path = "support/forms.rs"]
mod support_forms;

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use support::command;
use support_forms::{codes, lines, ndjson, piped, sealed, sound};

const FILTER: [&str; 5] = ["check", "--alone", "--format", "ndjson", "-"];

/// A form that says its place, with more to do for some than for others.
fn numbered(at: usize) -> Value {
    let mut form = sound("区教育局");
    let task = form["answers"]["tasks"]["tasks"][0].clone();
    let tasks = if at.is_multiple_of(7) { 40 } else { 1 };
    let numbered = (1..=tasks).map(|number| {
        let mut task = task.clone();
        task["number"] = number.to_string().into();
        task
    });
    form["answers"]["tasks"]["tasks"] = numbered.collect();
    form["unit"] = format!("单位{at}").into();
    form
}

#[test]
fn lines_stay_in_their_order_however_many_work() {
    // Every tenth line is broken.
    let line = |at: usize| match at % 10 {
        9 => "{\"format\":\n".to_owned(),
        _ => ndjson([numbered(at)]),
    };
    let stream: String = (0..300).map(line).collect();
    let alone = piped(&[&FILTER[..], &["--jobs", "1"]].concat(), stream.as_bytes()).findings();
    for jobs in [&["--jobs", "2"][..], &["--jobs", "7"], &[]] {
        let run = piped(&[&FILTER[..], jobs].concat(), stream.as_bytes()).findings();
        assert!(run.stdout == alone.stdout, "{jobs:?}");
    }
    let all = lines(&alone);
    assert_eq!(all.len(), 300);
    for (at, line) in all.iter().enumerate() {
        assert_eq!(line["file"], format!("-:{}", at + 1));
        if at % 10 == 9 {
            assert_eq!((codes(line), &line["unit"]), (vec!["unreadable"], &json!("")));
        } else {
            assert_eq!(line["unit"], format!("单位{at}"));
            // Tasks that are all alike have the mean of one: 48.
            assert_eq!(line["recomputed"], "76.00");
            assert_eq!(codes(line), ["unknown_unit"], "{line:#}");
        }
    }
}

#[test]
fn a_line_too_long_is_a_finding_and_the_next_one_is_read() {
    let form = ndjson([sealed(sound("区教育局"))]);
    let long = "x".repeat(4 * 1024 * 1024 + 1);
    let stream = format!("{form}\n{long}\n \r\n{}", form.trim_end());
    let all = lines(&piped(&FILTER, stream.as_bytes()).findings());
    let files: Vec<_> = all.iter().map(|line| &line["file"]).collect();
    assert_eq!(files, ["-:1", "-:3", "-:5"]);
    assert_eq!(
        [codes(&all[0]), codes(&all[1]), codes(&all[2])],
        [vec![], vec!["unreadable"], vec![]]
    );
    let message = all[1]["findings"][0]["message"].as_str().unwrap();
    assert!(message.contains("4194305"), "{message}");
    assert!(piped(&FILTER, b"").clean().stdout.is_empty());
}

/// An engine may send a line and wait for its answer.
#[test]
fn an_answer_does_not_wait_for_the_next_line() {
    let mut child = command(&FILTER)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let (send, answers) = mpsc::channel();
    thread::spawn(move || {
        stdout.lines().map_while(Result::ok).try_for_each(|line| send.send(line))
    });
    for unit in ["区教育局", "区财政局"] {
        stdin.write_all(ndjson([sealed(sound(unit))]).as_bytes()).unwrap();
        let answer = answers.recv_timeout(Duration::from_secs(60)).expect("an answer");
        assert!(answer.contains(unit), "{answer}");
    }
    drop(stdin);
    assert_eq!(ended(child), Some(0));
}

/// Whoever reads may have read enough while there is more to come.
#[test]
fn it_ends_when_nobody_reads() {
    let mut child = command(&FILTER)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().unwrap();
    drop(child.stdout.take());
    stdin.write_all(ndjson([sealed(sound("区教育局"))]).as_bytes()).unwrap();
    assert_eq!(ended(child), Some(0));
    drop(stdin);
}

/// How the program ends, within a minute.
fn ended(mut child: Child) -> Option<i32> {
    let until = Instant::now() + Duration::from_secs(60);
    while Instant::now() < until {
        if let Some(status) = child.try_wait().expect("a status") {
            return status.code();
        }
        thread::sleep(Duration::from_millis(20));
    }
    let _ = child.kill();
    None
}
