//! Figures without explanations are those with them, for schemes and forms drawn at random.

mod generated;

use generated::Dice;
use proptest::prelude::*;
use selfscore_core::answer::Answers;
use selfscore_core::scheme::Scheme;
use selfscore_core::scoring::{Circumstances, Unlisted, figures_with, score_with};
use selfscore_core::trace::Trace;

fn same(scheme: &Scheme, answers: &Answers, circumstances: &Circumstances<'_>) {
    let (mut whole, issues) = score_with(scheme, answers, circumstances);
    let (figures, found) = figures_with(scheme, answers, circumstances);
    assert_eq!(issues, found);
    for (line, figure) in whole.lines.iter_mut().zip(&figures.lines) {
        assert_eq!(line.points.value().scale(), figure.points.value().scale(), "as printed");
        assert_eq!(line.trace.replay(), Some(figure.points), "{}", line.criterion);
        line.trace = Trace::default();
        line.losses.clear();
    }
    for section in &mut whole.sections {
        section.trace = Trace::default();
    }
    whole.trace = whole.trace.map(|_| Trace::default());
    assert_eq!(whole, figures);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn figures_are_the_same_without_their_explanations(
        tape in prop::collection::vec(any::<u32>(), 0..400), days_late in 0u32..3,
    ) {
        let dice = &mut Dice::new(&tape);
        let scheme = generated::scheme(dice);
        let unit = ["一", "二", ""][dice.roll(3) as usize];
        let answers = generated::answers(dice, &scheme);
        let role = selfscore_core::scheme::Role::Supporting;
        let left_out = [Unlisted { number: "99".into(), role }];
        let unlisted = &left_out[..dice.roll(2) as usize];
        let circumstances =
            Circumstances { unit, unlisted, days_late, ..Circumstances::default() };
        same(&scheme, &answers, &circumstances);
        let verified = scheme.criteria().take(1);
        let verified = verified.map(|criterion| (criterion.id.clone(), criterion.maximum()));
        let verified = verified.collect();
        let reviewed = Circumstances { verified: Some(&verified), ..circumstances };
        same(&scheme, &answers, &reviewed);
        same(&scheme, &generated::fewer(dice, &scheme, &answers), &circumstances);
    }
}
