//! Reads what a case's line answers to one criterion; the words are told in `tests/cases/README.md`.

use selfscore_core::answer::{Amount, Answer, Listed};
use selfscore_core::scheme::Rule;

/// Adds to an answer what the line says. A part that begins with no word of its own means what
/// the criterion's rule makes of it: an option, an item that is done, an item and how often.
pub fn read(rule: &Rule, line: &str, answer: &mut Answer, at: &str) {
    if line == "?" {
        return;
    }
    for part in parts(line) {
        let words: Vec<&str> = part.split_whitespace().collect();
        match words[..] {
            ["choice", option] => answer.choice = Some(option.into()),
            ["met"] => answer.met = Some(true),
            ["not", "met"] => answer.met = Some(false),
            ["boxes"] => _ = answer.occurrences.get_or_insert_default(),
            ["count", item, times] => count(answer, item, times, at),
            ["done", item] => done(answer, item),
            ["value", number] => answer.value = Some(amount(number, at)),
            ["claim", points] => {
                answer.claim = Some(amount(points, at));
                reason(answer);
            }
            ["claims", item, points] => {
                let claims = answer.claims.get_or_insert_default();
                claims.insert(item.into(), amount(points, at));
                reason(answer);
            }
            ["no", "reason"] => answer.note.clear(),
            ["entries", "none"] => _ = answer.entries.get_or_insert_default(),
            ["entry", ..] => answer.entries.get_or_insert_default().push(entry(part, at)),
            ["scores", "none"] => _ = answer.scores.get_or_insert_default(),
            ["scores", ref scores @ ..] => {
                let scores = scores.iter().map(|score| amount(score, at));
                answer.scores.get_or_insert_default().extend(scores);
            }
            ["flag", id, said @ ("yes" | "no")] => {
                answer.flags.get_or_insert_default().insert(id.into(), said == "yes");
            }
            ["none"] if matches!(rule, Rule::Tasks(_)) => _ = answer.tasks.get_or_insert_default(),
            ["not", "applicable"] => answer.applies = Some(false),
            [word] if matches!(rule, Rule::Choice(_)) => answer.choice = Some(word.into()),
            [word] if matches!(rule, Rule::Checklist(_) | Rule::Veto(_)) => done(answer, word),
            [item, times] if matches!(rule, Rule::Deduction(_) | Rule::Count(_)) => {
                count(answer, item, times, at);
            }
            _ => panic!("{at}: {part:?} says nothing about a {}", rule.kind()),
        }
    }
}

/// The parts between commas; those between quotation marks divide nothing.
fn parts(line: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    let divides = move |sign: char| {
        quoted ^= sign == '"';
        sign == ',' && !quoted
    };
    line.split(divides).map(str::trim)
}

fn done(answer: &mut Answer, item: &str) {
    let done = answer.done.get_or_insert_default();
    if item != "none" {
        done.push(item.into());
    }
}

fn count(answer: &mut Answer, item: &str, times: &str, at: &str) {
    let times = times.parse().unwrap_or_else(|_| panic!("{at}: {times:?} is no count"));
    answer.occurrences.get_or_insert_default().insert(item.into(), times);
}

fn amount(number: &str, at: &str) -> Amount {
    Amount::read(number).unwrap_or_else(|error| panic!("{at}: {number:?} is {error:?}"))
}

fn reason(answer: &mut Answer) {
    answer.note = "理由".into();
}

/// `entry "title" level city times 2 placement front authors 3`
fn entry(part: &str, at: &str) -> Listed {
    let mut pieces = part.splitn(3, '"').skip(1);
    let (Some(title), Some(rest)) = (pieces.next(), pieces.next()) else {
        panic!("{at}: an entry has a title in quotation marks: {part:?}");
    };
    let mut listed = Listed { title: title.into(), ..Listed::default() };
    for said in rest.split_whitespace().collect::<Vec<_>>().chunks(2) {
        let number = |text: &str| text.parse().unwrap_or_else(|_| panic!("{at}: {text:?}"));
        match *said {
            ["level", level] => listed.level = Some(level.into()),
            ["times", times] => listed.times = Some(number(times)),
            ["placement", placement] => listed.placement = Some(placement.into()),
            ["authors", authors] => listed.authors = Some(number(authors)),
            _ => panic!("{at}: {said:?} says nothing about an entry"),
        }
    }
    listed
}
