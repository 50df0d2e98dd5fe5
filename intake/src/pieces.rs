//! How files are cut up for workers: many small ones together, a long stream of lines in pieces.

use serde::{Deserialize, Serialize};

/// The endings of streams with a form on each line.
const STREAMS: [&str; 2] = ["ndjson", "jsonl"];

/// How much is read at once, in bytes: enough that asking does not count, little enough that progress shows.
pub const SHARE: u64 = 4 * 1024 * 1024;
/// So many shares come first that are smaller: whole forms are handed over from them, and the page takes as many at a time
/// as hold up nothing.
const FIRST: usize = 64;
const FIRST_SHARE: u64 = SHARE / 16;
/// How many files are read at once, however small.
const FILES: usize = 8;

/// A file or a piece of one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// The file's name with folders.
    pub path: String,
    /// Of a stream: some of its lines.
    pub lines: Option<Lines>,
    /// Of a package: the file at that path in it and no other.
    pub inside: Option<String>,
}

/// Lines of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lines {
    /// They begin from this byte on. (Sizes of files are exact in a float up to 2^53.)
    pub from: f64,
    /// They begin before this byte.
    pub to: f64,
    /// How many lines there are before them, as far as that is known.
    pub before: u32,
}

/// What is read at once, with the place of each file among all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Share {
    /// Pieces, each with the place of its file.
    pub pieces: Vec<(usize, Piece)>,
    /// How many bytes they have.
    pub bytes: u64,
}

/// The ending of a path, in small letters, without its dot.
pub fn ending(path: &str) -> String {
    path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase()
}

/// Cuts up files, given by path and size in bytes.
pub fn shares<'a>(files: impl Iterator<Item = (&'a str, u64)>) -> Vec<Share> {
    let mut all = Vec::new();
    let mut share = Share::default();
    let most = |shares: usize| if shares < FIRST { FIRST_SHARE } else { SHARE };
    let mut add = |all: &mut Vec<Share>, at: usize, piece: Piece, bytes: u64| {
        if share.bytes + bytes > most(all.len()) || share.pieces.len() == FILES {
            all.push(std::mem::take(&mut share));
        }
        share.pieces.push((at, piece));
        share.bytes += bytes;
    };
    for (at, (path, bytes)) in files.enumerate() {
        let piece = |lines| Piece { path: path.to_owned(), lines, inside: None };
        if !STREAMS.contains(&ending(path).as_str()) {
            add(&mut all, at, piece(None), bytes);
            continue;
        }
        let mut from = 0;
        while from < bytes {
            let to = bytes.min(from + most(all.len()));
            let lines = Lines { from: from as f64, to: to as f64, before: 0 };
            add(&mut all, at, piece(Some(lines)), to - from);
            from = to;
        }
    }
    all.push(share);
    all.retain(|share| !share.pieces.is_empty());
    all
}

#[cfg(test)]
mod tests {
    use super::{FILES, FIRST, FIRST_SHARE, Lines, Piece, SHARE, shares};

    #[test]
    fn a_stream_is_cut_without_gap_or_overlap() {
        for bytes in [1, SHARE - 1, SHARE, SHARE + 1, 10 * SHARE + 7] {
            let cut = shares([("a.json", 5), ("b.NDJSON", bytes)].into_iter());
            let mut at = 0.0;
            for (_, piece) in cut.iter().flat_map(|share| &share.pieces).skip(1) {
                let Lines { from, to, .. } = piece.lines.unwrap();
                assert_eq!(from, at);
                assert!(to > from && to - from <= SHARE as f64);
                at = to;
            }
            assert_eq!(at, bytes as f64);
            assert_eq!(cut.iter().map(|share| share.bytes).sum::<u64>(), bytes + 5);
        }
    }

    #[test]
    fn shares_begin_small() {
        let cut = shares([("a.ndjson", 100 * SHARE)].into_iter());
        assert!(cut[..FIRST].iter().all(|share| share.bytes <= FIRST_SHARE));
        assert_eq!(cut[FIRST + 1].bytes, SHARE);
    }

    #[test]
    fn small_files_go_together_and_large_ones_alone() {
        let small = shares((0..100).map(|_| ("a.json", 10)));
        assert_eq!(small.iter().map(|share| share.pieces.len()).max(), Some(FILES));
        let order = small.iter().flat_map(|share| share.pieces.iter().map(|(at, _)| *at));
        assert!(order.eq(0..100));
        let large = shares([("a.zip", SHARE * 9), ("b.json", 1), ("c.json", 2)].into_iter());
        assert_eq!(large.len(), 2);
        let whole = Piece { path: "a.zip".into(), lines: None, inside: None };
        assert_eq!(large[0].pieces, [(0, whole)]);
        // Nothing is in an empty stream.
        assert_eq!(shares([("a.ndjson", 0)].into_iter()), []);
        assert_eq!(shares(std::iter::empty()), []);
    }
}
