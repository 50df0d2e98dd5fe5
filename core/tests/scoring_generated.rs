//! Laws of every score sheet, over schemes that are drawn at random: they hold for the language,
//! not only for the schemes that the program brings along.

mod generated;

use generated::Dice;
use proptest::prelude::*;
use selfscore_core::points::Points;
use selfscore_core::scheme::Scheme;
use selfscore_core::scoring::{Circumstances, Loss, ScoreSheet, score_with};
use selfscore_core::trace;
use selfscore_wording::Lang;

fn tape() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(any::<u32>(), 0..400)
}

/// The unit of the class, the one outside, and none.
fn unit(dice: &mut Dice<'_>) -> &'static str {
    ["一", "二"][dice.roll(2) as usize]
}

fn lost(losses: &[Loss]) -> Points {
    losses.iter().map(|loss| loss.points).sum()
}

/// What holds whatever is answered.
fn sound(scheme: &Scheme, sheet: &ScoreSheet) {
    for line in &sheet.lines {
        let at = &line.criterion;
        assert_eq!(line.trace.replay(), Some(line.points), "{at}: replay");
        assert!(line.points <= line.highest, "{at}: {} to {}", line.points, line.highest);
        assert!(line.highest <= line.maximum, "{at}: {} of {}", line.highest, line.maximum);
        assert_eq!(lost(&line.losses), line.maximum.minus(line.points), "{at}: {:?}", line.losses);
        assert_eq!(line.points, line.points.rounded(scheme.decimals()), "{at}: rounded once");
    }
    for section in &sheet.sections {
        let at = &section.path;
        assert_eq!(section.trace.replay(), Some(section.points), "{at}: replay");
        assert!(
            section.points <= section.highest,
            "{at}: {} to {}",
            section.points,
            section.highest
        );
        let lost = lost(&section.losses);
        let outside = section.maximum == Points::ZERO;
        assert!(outside || lost == section.maximum.minus(section.points), "{at}: {lost}");
    }
    assert!(sheet.total <= sheet.highest, "{} to {}", sheet.total, sheet.highest);
    if let Some(trace) = &sheet.trace {
        assert_eq!(trace.replay(), Some(sheet.total), "total: replay");
        let lost = lost(&sheet.losses);
        assert_eq!(lost, sheet.maximum.minus(sheet.total), "total: {:?}", sheet.losses);
    }
    if sheet.complete && !sheet.pending {
        assert_eq!(sheet.total, sheet.highest, "complete, so nothing is open");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn every_sheet_is_sound(tape in tape()) {
        let dice = &mut Dice::new(&tape);
        let scheme = generated::scheme(dice);
        let unit = unit(dice);
        let answers = generated::answers(dice, &scheme);
        let circumstances = Circumstances { unit, ..Circumstances::default() };
        let (sheet, issues) = score_with(&scheme, &answers, &circumstances);
        let blocking: Vec<_> = issues.iter().filter(|issue| issue.blocks()).collect();
        prop_assert!(blocking.is_empty(), "complete answers are refused: {blocking:?}");
        prop_assert!(sheet.complete);
        sound(&scheme, &sheet);
        sound(&scheme, &score_with(&scheme, &generated::fewer(dice, &scheme, &answers), &circumstances).0);
    }

    /// Whatever is still missing, the possible range holds the figure that comes out.
    #[test]
    fn the_possible_range_holds_what_comes_out(tape in tape()) {
        let dice = &mut Dice::new(&tape);
        let scheme = generated::scheme(dice);
        let circumstances = Circumstances { unit: unit(dice), ..Circumstances::default() };
        let answers = generated::answers(dice, &scheme);
        let fewer = generated::fewer(dice, &scheme, &answers);
        let (all, _) = score_with(&scheme, &answers, &circumstances);
        let (some, _) = score_with(&scheme, &fewer, &circumstances);
        for (all, some) in all.lines.iter().zip(&some.lines) {
            let at = scheme.criterion(&all.criterion);
            let at = format!("{at:?}\n{:?}\n{:?}", answers.get(&all.criterion), fewer.get(&all.criterion));
            prop_assert!(some.points <= all.points, "{at}: {} then {}", some.points, all.points);
            prop_assert!(all.highest <= some.highest, "{at}: {} then {}", some.highest, all.highest);
        }
        prop_assert!(some.total <= all.total, "{} then {}", some.total, all.total);
        prop_assert!(all.highest <= some.highest, "{} then {}", some.highest, all.highest);
    }

    #[test]
    fn a_better_answer_never_costs_points(tape in tape()) {
        let dice = &mut Dice::new(&tape);
        let scheme = generated::scheme(dice);
        let circumstances = Circumstances { unit: unit(dice), ..Circumstances::default() };
        let answers = generated::answers(dice, &scheme);
        if let Some(better) = generated::better(dice, &scheme, &answers) {
            let (before, _) = score_with(&scheme, &answers, &circumstances);
            let (after, _) = score_with(&scheme, &better, &circumstances);
            prop_assert!(before.total <= after.total, "{} then {}", before.total, after.total);
        }
    }

    /// An explanation says the figure that stands on the line, in both languages.
    #[test]
    fn every_explanation_says_the_figure(tape in tape()) {
        let dice = &mut Dice::new(&tape);
        let scheme = generated::scheme(dice);
        let circumstances = Circumstances { unit: unit(dice), ..Circumstances::default() };
        let answers = generated::answers(dice, &scheme);
        let fewer = generated::fewer(dice, &scheme, &answers);
        for answers in [&answers, &fewer] {
            let (sheet, _) = score_with(&scheme, answers, &circumstances);
            for line in &sheet.lines {
                let criterion = scheme.criterion(&line.criterion).unwrap();
                for lang in [Lang::Zh, Lang::En] {
                    let text = trace::text(criterion, &line.trace, lang, scheme.decimals());
                    let figure = line.points.fixed(scheme.decimals());
                    prop_assert!(text.lines().next().unwrap().contains(&figure), "{figure}: {text}");
                    for row in trace::rows(&line.trace, lang) {
                        prop_assert!(!row.label.is_empty() && !row.pieces.is_empty());
                    }
                }
            }
        }
    }
}
