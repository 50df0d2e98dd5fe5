//! That the answers tried are answers: complete, accepted, and rising.

use std::path::Path;

use super::rungs::rungs;
use crate::answer::{Answer, Answers};
use crate::points::Points;
use crate::scheme::{Rule, Scheme, When};
use crate::scoring::{Circumstances, Peers, score_with};

/// Every scheme of the repository; together they have every kind of rule.
fn schemes() -> Vec<Scheme> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join("tests/lint_support/base.json")];
    for folder in [root.join("../schemes"), root.join("../schemes/tables")] {
        files.extend(std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    }
    files.retain(|path| path.extension().is_some_and(|end| end == "json"));
    files.iter().map(|path| Scheme::read(&std::fs::read(path).unwrap()).unwrap()).collect()
}

fn flagged(answer: &Answer, scheme: &Scheme, id: &str) -> Answer {
    let modifiers = &scheme.criterion(id).unwrap().modifiers;
    let flags = modifiers.iter().filter_map(|modifier| match modifier.when() {
        Some(When::Flag { id, .. }) => Some((id.clone(), false)),
        _ => None,
    });
    Answer { flags: Some(flags.collect()), ..answer.clone() }
}

#[test]
fn every_rung_is_a_complete_answer_and_no_worse_than_the_one_before() {
    let mut kinds = std::collections::BTreeSet::new();
    for scheme in schemes() {
        let lead = scheme.criteria().find(|one| matches!(one.rule, Rule::Tasks(_)));
        for criterion in scheme.criteria() {
            let all = rungs(criterion, scheme.decimals());
            let least = if criterion.counted() { 2 } else { 0 };
            assert!(all.len() >= least, "{} {}: {}", scheme.id(), criterion.id, all.len());
            let mut before: Option<Points> = None;
            for (at, rung) in all.iter().enumerate() {
                let place = format!("{} {} {at}: {rung:?}", scheme.id(), criterion.id);
                let mut answers = Answers::new();
                // Whether the unit leads a task must be known.
                if let Some(lead) = lead {
                    answers.insert(lead.id.clone(), rungs(lead, 2).pop().unwrap());
                }
                let answer = flagged(rung, &scheme, &criterion.id);
                answers.insert(criterion.id.clone(), answer);
                let peers = Peers::of(&scheme, [&answers]);
                let circumstances = Circumstances { peers: Some(&peers), ..Default::default() };
                let (sheet, issues) = score_with(&scheme, &answers, &circumstances);
                let field = crate::issue::field::answer(&criterion.id);
                let mine = issues.iter().find(|i| i.field.starts_with(&field) && i.blocks());
                assert!(mine.is_none(), "{place} {mine:?}");
                let line = sheet.line(&criterion.id).unwrap();
                assert!(line.state.answered(), "{place} {:?}", line.state);
                let fixed = !criterion.rule.settled_at_check();
                assert!(!fixed || before.is_none_or(|before| line.points >= before), "{place}");
                before = Some(line.points);
            }
            if criterion.counted() && criterion.modifiers.is_empty() {
                assert_eq!(before, Some(criterion.maximum().padded(scheme.decimals())));
            }
            kinds.insert(criterion.rule.kind());
        }
    }
    assert_eq!(kinds.len(), 13, "{kinds:?}");
}
