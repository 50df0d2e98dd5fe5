//! Which files of a package may be its form.

use crate::limits;

/// How many files are looked into for a form.
const FORMS: usize = 8;

/// How a form may be spelt, by the ending of its name: first what carries everything, last what
/// needs a module of its own.
const SPELLINGS: [(&str, usize); 3] =
    [(".json", limits::FILE_BYTES), (".csv", limits::FILE_BYTES), (".xlsx", limits::BOOK_BYTES)];

/// Which files may be forms, by path and size: the first in the order to look into them. A form
/// lies above the folder of the evidence.
pub fn may_be_forms<'a>(files: impl Iterator<Item = (&'a str, u64)>) -> Vec<usize> {
    let spelling = |path: &str, bytes: u64| {
        let path = path.to_ascii_lowercase();
        SPELLINGS.iter().position(|(ending, most)| path.ends_with(ending) && bytes <= *most as u64)
    };
    let mut all: Vec<_> = files
        .enumerate()
        .filter_map(|(at, (path, bytes))| {
            Some((path.matches('/').count(), spelling(path, bytes)?, at))
        })
        .collect();
    all.sort_unstable();
    all.into_iter().take(FORMS).map(|(_, _, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::may_be_forms;

    #[test]
    fn what_lies_higher_and_carries_more_comes_first() {
        let files = [
            ("佐证材料/1-1_台账.json", 10),
            ("表.xlsx", 10),
            ("目录.pdf", 10),
            ("表.CSV", 10),
            ("表.json", 10),
            ("大.json", 4 * 1024 * 1024 + 1),
        ];
        assert_eq!(may_be_forms(files.into_iter()), [4, 3, 1, 0]);
        assert_eq!(may_be_forms([("a.json", 1); 20].into_iter()), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(may_be_forms([("佐证材料/1-1.pdf", 1)].into_iter()), [0; 0]);
    }
}
