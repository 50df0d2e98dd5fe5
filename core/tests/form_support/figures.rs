//! Any answer to rules of one number, of several, or of a list.

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use selfscore_core::answer::{Amount, Answer, Listed};

use super::{extra, id, numbers, text};

fn amount() -> impl Strategy<Value = Amount> {
    let within = (-1_000_000_000i64..=1_000_000_000, 0u32..=4);
    within.prop_filter_map("in bounds", |(digits, scale)| {
        Amount::of(rust_decimal::Decimal::new(digits, scale)).ok()
    })
}

/// An id that chooses something: an empty one does not.
fn chosen() -> impl Strategy<Value = Option<String>> {
    option::of(id().prop_filter("chosen", |id| !id.is_empty()))
}

prop_compose! {
    fn listed()(
        title in text(), level in chosen(), times in option::of(any::<u32>()),
        placement in chosen(), authors in option::of(any::<u32>()), note in text(),
        evidence in numbers(), extra in extra(),
    ) -> Listed {
        Listed { title, level, times, placement, authors, note, evidence, extra }
    }
}

/// Things of a list, blank ones among them.
fn entries() -> impl Strategy<Value = Vec<Listed>> {
    vec(prop_oneof![1 => Just(Listed::default()), 3 => listed()], 0..4)
}

prop_compose! {
    /// Members that such rules ask for.
    pub fn figures()(
        value in option::weighted(0.3, amount()), claim in option::weighted(0.3, amount()),
        claims in option::weighted(0.3, btree_map(id(), amount(), 0..4)),
        entries in option::weighted(0.4, entries()),
        scores in option::weighted(0.3, vec(amount(), 0..5)),
        flags in option::weighted(0.3, btree_map(id(), any::<bool>(), 0..4)),
        applies in option::weighted(0.3, any::<bool>()),
    ) -> Answer {
        Answer { value, claim, claims, entries, scores, flags, applies, ..Answer::default() }
    }
}
