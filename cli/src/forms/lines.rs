//! Lines of a stream, none of which takes more memory than a form may.

use std::io::{self, BufRead, BufReader, Read};

/// A line.
#[derive(Debug, PartialEq)]
pub enum Line {
    /// Without its end.
    Whole(Vec<u8>),
    /// One of more bytes than are kept; how many.
    Long(usize),
}

/// The lines of a stream, by their numbers from 1. Blank ones count and are left out.
pub struct Lines<R> {
    from: BufReader<R>,
    most: usize,
    number: u64,
}

impl<R: Read> Lines<R> {
    /// Of lines of up to `most` bytes.
    pub fn of(from: R, most: usize) -> Self {
        Lines { from: BufReader::with_capacity(256 * 1024, from), most, number: 0 }
    }

    /// Whether the next line may have to be waited for.
    pub fn waits(&self) -> bool {
        self.from.buffer().is_empty()
    }

    /// The next line that is not blank.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn next(&mut self) -> io::Result<Option<(u64, Line)>> {
        loop {
            let mut line = Vec::new();
            // One byte more for the line's end.
            let most = self.most as u64 + 1;
            let read = (&mut self.from).take(most).read_until(b'\n', &mut line)?;
            if read == 0 {
                return Ok(None);
            }
            self.number += 1;
            let ended = line.last() == Some(&b'\n');
            if !ended && line.len() > self.most {
                let rest = self.rest()?;
                return Ok(Some((self.number, Line::Long(line.len() + rest))));
            }
            line.truncate(line.len() - usize::from(ended));
            if !line.trim_ascii().is_empty() {
                return Ok(Some((self.number, Line::Whole(line))));
            }
        }
    }

    /// Skips the rest of a line; how many bytes it had.
    fn rest(&mut self) -> io::Result<usize> {
        let mut skipped = 0;
        loop {
            let buffer = self.from.fill_buf()?;
            let (end, length) = (buffer.iter().position(|byte| *byte == b'\n'), buffer.len());
            self.from.consume(end.map_or(length, |at| at + 1));
            skipped += end.unwrap_or(length);
            if end.is_some() || length == 0 {
                return Ok(skipped);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Lines};

    #[test]
    fn lines_are_bounded_numbered_and_never_joined() {
        let text = b"one\n\n  \r\nfive!\nsix is long\nseven\r\n\xFFeight is long";
        let mut lines = Lines::of(&text[..], 5);
        let whole = |number: u64, text: &str| Some((number, Line::Whole(text.into())));
        assert_eq!(lines.next().unwrap(), whole(1, "one"));
        assert_eq!(lines.next().unwrap(), whole(4, "five!"));
        assert_eq!(lines.next().unwrap(), Some((5, Line::Long(11))));
        // The carriage return is a byte of the line.
        assert_eq!(lines.next().unwrap(), Some((6, Line::Long(6))));
        assert_eq!(lines.next().unwrap(), Some((7, Line::Long(14))));
        assert_eq!(lines.next().unwrap(), None);
    }
}
