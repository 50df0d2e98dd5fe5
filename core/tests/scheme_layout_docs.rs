//! docs/scheme-sheet.md says what is true: its examples read, and so do the rules of its table.

#[path = "support/sheets.rs"]
mod sheets;

use selfscore_core::scheme::Scheme;
use selfscore_core::scheme::layout::import;
use selfscore_wording::Lang;
use sheets::one;

const PAGE: &str = include_str!("../../docs/scheme-sheet.md");

#[test]
fn the_examples_read() {
    let examples: Vec<&str> = PAGE.split("```csv\n").skip(1).collect();
    // 5 + 5 + 4 = 14; 4 + 96 = 100, the bonus stands outside.
    for (example, full) in examples.iter().zip(["14", "100"]) {
        let text = example.split("```").next().expect("the example ends");
        let file = import(text.as_bytes()).unwrap_or_else(|wrong| panic!("{}", wrong[0]));
        let scheme = Scheme::of(file).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(scheme.known_maximum().to_string(), full);
    }
    assert_eq!(examples.len(), 2);
}

#[test]
fn the_rules_of_the_table_read_as_their_kind() {
    let mut kinds = 0;
    for line in PAGE.lines() {
        let cells: Vec<&str> = line.split(" | ").collect();
        let [first, rule, ..] = cells[..] else { continue };
        let Some((word, kind)) = first.trim_start_matches("| ").split_once(" `") else { continue };
        let Some(rule) = rule.strip_prefix('`').and_then(|rule| rule.strip_suffix('`')) else {
            continue;
        };
        let read = one("10", &format!("{word}：{rule}"));
        let criterion = read.unwrap_or_else(|wrong| panic!("{rule}: {}", wrong[0]));
        let name = match kind.trim_end_matches('`') {
            "bands" | "linear" => "value",
            kind => kind,
        };
        assert_eq!(criterion.rule.kind(), name, "{rule}");
        kinds += 1;
    }
    assert_eq!(kinds, 13, "every kind that has a notation of its own");
}

/// The words in which a refusal says how a rule is written.
#[test]
fn the_remedies_are_examples_of_what_reads() {
    use selfscore_wording::sheet as words;
    let zh = Lang::Zh;
    for (kind, words) in [
        ("择一", words::shape_choice(zh)),
        ("扣分", words::shape_deduction(zh)),
        ("逐项得分", words::shape_checklist(zh)),
        ("计数得分", words::shape_count(zh)),
        ("酌情", words::shape_judged(zh)),
        ("清单", words::shape_entries(zh)),
        ("专家平均", words::shape_assessed(zh)),
        ("按最好单位比例", words::shape_best(zh)),
        ("一票否决", words::shape_veto(zh)),
    ] {
        let (_, example) = words.split_once('：').expect("an example");
        one("10", &format!("{kind}：{example}"))
            .unwrap_or_else(|wrong| panic!("{kind}: {}", wrong[0].message(zh)));
    }
}
