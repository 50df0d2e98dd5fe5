//! What is kept under keys lies there once, however often and in whatever order it comes.

use std::collections::BTreeSet;

use proptest::prelude::*;
use selfscore_core::kept::once;

/// Two files of the same name and contents that were dropped with another one between them.
#[test]
fn the_same_twice_and_apart_comes_in_once() {
    let keys = |there: &[&'static str], coming: &[&'static str]| {
        once(there.iter().copied(), coming.to_vec(), |key| key)
    };
    assert_eq!(keys(&[], &["a", "b", "a"]), ["a", "b"]);
    assert_eq!(keys(&[], &["a", "a", "b", "b", "a"]), ["a", "b"]);
    assert_eq!(keys(&["b"], &["a", "b", "c", "a", "b"]), ["a", "c"]);
    assert_eq!(keys(&["a"], &["a"]), [""; 0]);
}

proptest! {
    /// What is there and what came in are together all that came, each key once, the first of each.
    #[test]
    fn no_key_is_there_twice(
        there in proptest::collection::btree_set("[a-d]", 0..4),
        coming in proptest::collection::vec("[a-f]", 0..12),
    ) {
        let numbered: Vec<(usize, String)> = coming.iter().cloned().enumerate().collect();
        let new = once(there.iter().map(String::as_str), numbered, |(_, key)| key);
        let mut all = there.clone();
        for (at, key) in &new {
            prop_assert!(all.insert(key.clone()), "{key} is there twice");
            prop_assert_eq!(coming.iter().position(|one| one == key), Some(*at));
        }
        let expected: BTreeSet<String> = there.into_iter().chain(coming).collect();
        prop_assert_eq!(all, expected);
    }
}
