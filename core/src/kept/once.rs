//! What is kept under keys lies there once, however often it comes.

use std::collections::HashSet;

/// Of what comes, all whose key is not there yet, each key once, in the order in which they come.
pub fn once<'a, T>(
    there: impl IntoIterator<Item = &'a str>,
    coming: Vec<T>,
    key: impl Fn(&T) -> &str,
) -> Vec<T> {
    let mut keys: HashSet<String> = there.into_iter().map(str::to_owned).collect();
    coming.into_iter().filter(|one| keys.insert(key(one).to_owned())).collect()
}
