//! The explanation of a figure: for small forms, the sentences and formulas that an official
//! should read. Each formula was written by hand from the clause before the program was asked.

mod support {
    pub mod altered;
    pub mod schemes;
}

use std::collections::BTreeMap;

use selfscore_core::answer::{Answer, Answers, Percent, Task};
use selfscore_core::scheme::{Role, Scheme};
use selfscore_core::scoring::{Circumstances, TaskStanding, Unlisted, score_with};
use selfscore_core::trace::{self, Piece};
use selfscore_wording::Lang;

use support::schemes::{completed_scheme, default_scheme, over_roles_scheme};

fn lead(completion: &str, claim: &str) -> Task {
    let percent = |text| Percent::read(text).ok();
    Task {
        role: Some(Role::Lead),
        completion: percent(completion),
        claim: percent(claim),
        ..Task::default()
    }
}

fn supporting(completion: &str, claim: &str) -> Task {
    Task { role: Some(Role::Supporting), ..lead(completion, claim) }
}

fn tasks(tasks: impl IntoIterator<Item = Task>) -> Answer {
    let numbered = (1..).zip(tasks).map(|(n, task)| Task { number: format!("{n}"), ..task });
    Answer { tasks: Some(numbered.collect()), ..Answer::default() }
}

fn occurrences(items: &[(&str, u32)]) -> Answer {
    let items = items.iter().map(|(item, times)| ((*item).to_owned(), *times));
    Answer { occurrences: Some(BTreeMap::from_iter(items)), ..Answer::default() }
}

/// The formula's pieces and the whole explanation of a criterion.
fn explained(
    scheme: &Scheme,
    criterion: &str,
    answer: Answer,
    unlisted: &[Unlisted],
    lang: Lang,
) -> (Vec<Piece>, String) {
    let answers = Answers::from([(criterion.to_owned(), answer)]);
    let (sheet, _) = score_with(scheme, &answers, &Circumstances::unlisted(unlisted));
    let line = sheet.line(criterion).expect("a line");
    let criterion = scheme.criterion(criterion).expect("a criterion");
    let pieces = trace::formula(&line.trace, lang, scheme.decimals());
    (pieces, trace::text(criterion, &line.trace, lang, scheme.decimals()))
}

fn joined(pieces: &[Piece]) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Value { text, .. } | Piece::Word(text) => text.clone(),
        Piece::Sign(sign) => (*sign).to_owned(),
    };
    pieces.iter().map(text).collect()
}

/// Expects a formula, alone and at the head of the whole explanation.
#[track_caller]
fn formula(
    scheme: &Scheme,
    criterion: &str,
    answer: Answer,
    lang: Lang,
    head: &str,
    expected: &str,
) {
    let (pieces, text) = explained(scheme, criterion, answer, &[], lang);
    assert_eq!(joined(&pieces), expected);
    assert_eq!(text.lines().next(), Some(format!("{head} = {expected}").as_str()));
}

#[test]
fn a_lead_and_a_supporting_task() {
    let answer = || tasks([lead("100", ""), supporting("85", "80")]);
    let expected = "60 × (1 × 1 + 0.5 × 0.8) ÷ (1 + 0.5) = 60 × 1.4 ÷ 1.5 = 56";
    formula(&default_scheme(), "tasks", answer(), Lang::Zh, "完成任务 56.00", expected);
    formula(&default_scheme(), "tasks", answer(), Lang::En, "Tasks 56.00", expected);
    let (_, text) = explained(&default_scheme(), "tasks", answer(), &[], Lang::Zh);
    for line in [
        "任务1的份额: 完成率 100% 达到 100% → 得满分 = 1",
        "任务2的份额: 完成率 85%，酌情给分 → 申报份额 80% = 0.8",
        "任务2：权重×份额: 0.5 × 0.8 = 0.4",
        "加权平均: 84 ÷ 1.5 = 56",
    ] {
        assert!(text.lines().any(|l| l.trim() == line), "no line {line:?} in\n{text}");
    }
}

#[test]
fn one_task_needs_no_brackets() {
    let answer = tasks([supporting("85", "80")]);
    let expected = "60 × 0.5 × 0.8 ÷ 0.5 = 48";
    formula(&default_scheme(), "tasks", answer, Lang::Zh, "完成任务 48.00", expected);
}

#[test]
fn rounding_is_said_where_it_happens_and_only_there() {
    let answer = tasks([lead("100", ""), lead("100", ""), supporting("70", "33.33")]);
    // 60 × (2 + 0.5 × 0.3333) ÷ 2.5 = 24 × 2.16665 = 51.9996 exactly
    let expected = "60 × (1 × 1 + 1 × 1 + 0.5 × 0.3333) ÷ (1 + 1 + 0.5) \
                    = 60 × 2.1666… ÷ 2.5 = 51.9996 → 四舍五入 52.00";
    formula(&default_scheme(), "tasks", answer, Lang::Zh, "完成任务 52.00", expected);
    let answer = tasks([lead("100", ""), lead("100", ""), lead("0", "")]);
    let (pieces, _) = explained(&default_scheme(), "tasks", answer, &[], Lang::Zh);
    assert!(!joined(&pieces).contains('→'), "40 is exact");
}

#[test]
fn a_formula_of_many_tasks_is_shortened_and_its_rows_are_not() {
    let done = (0..5).map(|_| lead("100", ""));
    let answer = tasks(done.chain([lead("0", ""), lead("0", "")]));
    let expected = "60 × (1 × 1 + 1 × 1 + 1 × 1 + 1 × 1 + …共7项) ÷ (1 + 1 + 1 + 1 + …共7项) \
                    = 60 × 5 ÷ 7 = 42.8571… → 四舍五入 42.86";
    let (pieces, text) = explained(&default_scheme(), "tasks", answer, &[], Lang::Zh);
    assert_eq!(joined(&pieces), expected);
    assert!(text.contains("任务7的份额: 完成率 0% 在 60% 以下 → 不得分 = 0"), "{text}");
    assert!(text.contains("权重之和: 1 + 1 + 1 + 1 + 1 + 1 + 1 = 7"), "{text}");
}

#[test]
fn the_mean_over_roles_divides_once() {
    // 60 × (1×1 + 0.5×0.5) ÷ 1.5 on the common denominator of the means, 1 lead × 3 supporting:
    // 60 × (1×1×3 + 0.5×1.5×1) ÷ (1×3×1.5) = 60 × 3.75 ÷ 4.5 = 50
    let answer = tasks([
        lead("100", ""),
        supporting("80", "50"),
        supporting("80", "50"),
        supporting("80", "50"),
    ]);
    let expected = "60 × (1 × 1 × 3 + 0.5 × (0.5 + 0.5 + 0.5) × 1) ÷ (1 × 3 × (1 + 0.5)) \
                    = 60 × 3.75 ÷ (1 × 3 × 1.5) = 50";
    formula(&over_roles_scheme(), "tasks", answer, Lang::Zh, "完成任务 50.00", expected);
}

#[test]
fn a_system_in_debugging_is_called_so() {
    let answer = || tasks([Task { in_debugging: true, ..lead("30", "") }]);
    let (_, text) = explained(&default_scheme(), "tasks", answer(), &[], Lang::Zh);
    assert!(text.contains("任务1的份额: 任务1进入调试阶段，视同完成 = 1"), "{text}");
    assert!(!text.contains("完成率 100%"), "nobody said 100 %:\n{text}");
    let (_, text) = explained(&default_scheme(), "tasks", answer(), &[], Lang::En);
    assert!(text.contains("task 1 is in debugging and counts as complete = 1"), "{text}");
}

#[test]
fn a_task_left_out_is_called_so() {
    let unlisted = [Unlisted { number: "7".into(), role: Role::Lead }];
    let answer = tasks([lead("100", "")]);
    let (_, text) = explained(&default_scheme(), "tasks", answer, &unlisted, Lang::Zh);
    assert!(text.contains("任务7的份额: 任务7未在表中列出，视为未完成 = 0"), "{text}");
}

#[test]
fn what_is_missing_is_called_missing() {
    let answer = tasks([lead("", ""), lead("80", "")]);
    let (pieces, text) = explained(&default_scheme(), "tasks", answer, &[], Lang::Zh);
    assert!(text.contains("任务1的份额: 任务1的完成率（未填，按最不利计） = 0"), "{text}");
    assert!(text.contains("任务2的份额: 任务2申报的份额（未填，按最不利计） = 0"), "{text}");
    assert_eq!(
        joined(&pieces),
        "60 × (1 × 0 + 1 × 0) ÷ (1 + 1) = 60 × 0 ÷ 2 = 0（有未填项，按最不利计）"
    );
    let learning = occurrences(&[("visits", 1)]);
    let (pieces, _) = explained(&default_scheme(), "learning", learning, &[], Lang::Zh);
    let missing = pieces.iter().filter(|piece| matches!(piece, Piece::Value { missing: true, .. }));
    assert_eq!(missing.count(), 1, "the trainings' count, in its place in the formula");
}

#[test]
fn deductions_their_floor_and_their_requirement() {
    let scheme = default_scheme();
    let implementation = |off, late| occurrences(&[("off_schedule", off), ("late_reports", late)]);
    let expected = "15 − 2 × 2 − 2 × 0 = 11";
    formula(&scheme, "implementation", implementation(2, 0), Lang::Zh, "部署实施 11.00", expected);
    let expected = "取大(15 − 2 × 8 − 2 × 0, 0) = 取大(−1, 0) = 0";
    formula(&scheme, "implementation", implementation(8, 0), Lang::Zh, "部署实施 0.00", expected);
    let met = Answer { met: Some(true), ..occurrences(&[("no_schedule", 1)]) };
    let expected = "6 − 2 × 0 − 2 × 1 − 2 × 0 = 4";
    formula(&scheme, "measures", met, Lang::Zh, "任务细化措施 4.00", expected);
    let not_met = Answer { met: Some(false), ..Answer::default() };
    formula(&scheme, "measures", not_met, Lang::Zh, "任务细化措施 0.00", "6 × 0 = 0");
}

#[test]
fn counts_and_their_cap() {
    let scheme = default_scheme();
    let learning = |visits, trainings| occurrences(&[("visits", visits), ("trainings", trainings)]);
    let expected = "1 × 1 + 1 × 2 = 3";
    formula(&scheme, "learning", learning(1, 2), Lang::Zh, "学习先进经验 3.00", expected);
    let expected = "取小(1 × 3 + 1 × 2, 4) = 取小(5, 4) = 4";
    formula(&scheme, "learning", learning(3, 2), Lang::Zh, "学习先进经验 4.00", expected);
    let expected = "min(1 × 3 + 1 × 2, 4) = min(5, 4) = 4";
    formula(&scheme, "learning", learning(3, 2), Lang::En, "Learning from others 4.00", expected);
    let expected = "取小(1 × 7, 5) = 取小(7, 5) = 5";
    let scheme = completed_scheme();
    let reports = occurrences(&[("reports", 7)]);
    formula(&scheme, "publicity", reports, Lang::Zh, "开展宣传活动 5.00", expected);
}

#[test]
fn items_and_options() {
    let scheme = default_scheme();
    let done = Answer { done: Some(vec!["website".into()]), ..Answer::default() };
    let expected = "3 × 0 + 3 × 1 = 3";
    formula(&scheme, "publication", done, Lang::Zh, "制定措施及发布 3.00", expected);
    let choice = Answer { choice: Some("no_meetings".into()), ..Answer::default() };
    formula(&scheme, "leadership", choice, Lang::Zh, "“一把手”负责制 2.00", "2");
}

#[test]
fn the_clauses_are_quoted_with_what_they_rest_on() {
    let scheme = default_scheme();
    let answer = || tasks([lead("60", "70")]);
    let (_, zh) = explained(&scheme, "tasks", answer(), &[], Lang::Zh);
    let quoted = "③每项工作任务按时间节点完成率在60%-100%之间的,酌情给分;";
    assert!(zh.contains(&format!("1③「{quoted}」")), "{zh}");
    let (_, en) = explained(&scheme, "tasks", answer(), &[], Lang::En);
    for (text, lang) in [(&zh, Lang::Zh), (&en, Lang::En)] {
        for clause in &scheme.criterion("tasks").expect("tasks").clauses {
            assert!(text.contains(&clause.mark) && text.contains(clause.text.get(lang)));
            let readings = clause.reading.iter().flat_map(|r| [&r.ours, &r.rival]);
            for remark in readings.chain(&clause.why).chain(&clause.gap) {
                assert!(text.contains(remark.get(lang)), "{} is silent on its basis", clause.mark);
            }
        }
    }
    let reports = occurrences(&[("reports", 1)]);
    let (_, text) = explained(&completed_scheme(), "publicity", reports, &[], Lang::Zh);
    assert!(text.contains("推定") && text.contains("推定本项5分"), "{text}");
}

/// Each row says how it stands itself, also while another has no answer, which counts for nothing
/// until then: 50 % of a lead task are less than 70 %, so nothing (1①); 100 % are all of it.
#[test]
fn a_row_without_an_answer_leaves_the_others_where_they_are() {
    let scheme = default_scheme();
    let answer = tasks([lead("", ""), lead("50", ""), lead("100", "")]);
    let answers = Answers::from([("tasks".to_owned(), answer)]);
    let (sheet, _) = score_with(&scheme, &answers, &Circumstances::unlisted(&[]));
    let standings = sheet.line("tasks").expect("a line").tasks();
    let standings: Vec<_> =
        standings.into_iter().map(|(at, (standing, _))| (at, standing)).collect();
    let stand = [TaskStanding::Nothing, TaskStanding::Nothing, TaskStanding::Full];
    assert!(standings.into_iter().eq((0..).zip(stand)));
}
