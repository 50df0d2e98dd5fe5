//! Unpacking in steps, bounded in memory and in what comes out.

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};

use super::Fault;

/// A file being unpacked. It never gives more than the size that was declared for it, whatever the
/// ratio: an honest file may be packed to a thousandth.
pub struct Inflater {
    state: Box<InflateState>,
    left: u64,
}

/// What one step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// So much of the input was used.
    pub read: usize,
    /// So much came out.
    pub written: usize,
    /// Whether the file has ended.
    pub done: bool,
}

impl Inflater {
    /// For a file whose declared size is `bytes`.
    pub fn new(bytes: u64) -> Self {
        Inflater { state: InflateState::new_boxed(DataFormat::Raw), left: bytes }
    }

    /// Unpacks as much of the input as fits into the output, which must not be empty.
    ///
    /// # Errors
    /// [`Fault::TooLarge`] if more comes out than was declared, [`Fault::Damaged`] if the data are
    /// not what Deflate writes, or end with less.
    pub fn step(&mut self, input: &[u8], output: &mut [u8]) -> Result<Step, Fault> {
        let result = inflate(&mut self.state, input, output, MZFlush::None);
        let written = result.bytes_written as u64;
        self.left = self.left.checked_sub(written).ok_or(Fault::TooLarge)?;
        let done = match result.status {
            Ok(MZStatus::StreamEnd) => true,
            Ok(_) => false,
            // More input or more room is asked for.
            Err(MZError::Buf) => false,
            Err(_) => return Err(Fault::Damaged),
        };
        if done && self.left > 0 {
            return Err(Fault::Damaged);
        }
        Ok(Step { read: result.bytes_consumed, written: result.bytes_written, done })
    }
}
