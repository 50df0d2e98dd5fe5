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
    ordered(files).into_iter().take(FORMS).map(|(_, at)| at).collect()
}

/// The forms of an archive in which several units' forms may lie side by side: those that lie as high as the first
/// and are spelt like it. Other spellings beside them are the same forms again.
pub fn all_forms<'a>(files: impl Iterator<Item = (&'a str, u64)>) -> Vec<usize> {
    let all = ordered(files);
    let Some((first, _)) = all.first().copied() else { return Vec::new() };
    all.into_iter().take_while(|(place, _)| *place == first).map(|(_, at)| at).collect()
}

/// What may be a form, in order, each with how deep it lies and the place of its spelling.
fn ordered<'a>(files: impl Iterator<Item = (&'a str, u64)>) -> Vec<((usize, usize), usize)> {
    let spelling = |path: &str, bytes: u64| {
        let path = path.to_ascii_lowercase();
        SPELLINGS.iter().position(|(ending, most)| path.ends_with(ending) && bytes <= *most as u64)
    };
    let place = |path: &str, bytes| Some((path.matches('/').count(), spelling(path, bytes)?));
    let files = files.enumerate();
    let mut all: Vec<_> =
        files.filter_map(|(at, (path, bytes))| Some((place(path, bytes)?, at))).collect();
    all.sort_unstable();
    all
}

#[cfg(test)]
mod tests {
    use super::{all_forms, may_be_forms};

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

    #[test]
    fn forms_of_several_units_lie_side_by_side() {
        let files = [
            ("乙.csv", 10),
            ("乙.json", 10),
            ("甲.json", 10),
            ("证据/丙.json", 10),
            ("丁.pdf", 10),
        ];
        assert_eq!(all_forms(files.into_iter()), [1, 2]);
        let deep = [("区/乙.xlsx", 10), ("区/甲.xlsx", 10), ("区/证据/丙.json", 10)];
        assert_eq!(all_forms(deep.into_iter()), [0, 1]);
        assert_eq!(all_forms([("佐证材料/1-1.pdf", 1)].into_iter()), [0; 0]);
        assert_eq!(all_forms((0..40).map(|_| ("a.json", 1))).len(), 40);
    }
}
