//! The table of texts, which cells refer to by number.

use std::io::Read;

use selfscore_core::book::Refusal;

use crate::limits::{STRINGS, TEXT_BYTES};
use crate::xml::{Piece, Xml, unescaped};

/// The texts, one behind the other.
#[derive(Default)]
pub(crate) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// Reads the table; what it declares as its size is not asked.
    pub fn read(xml: &mut Xml<impl Read>) -> Result<Self, Refusal> {
        let mut strings = Strings::default();
        loop {
            match xml.next()? {
                Piece::Start(start) if start.local_name().as_ref() == "si" => {
                    let text = rich(xml, "si")?;
                    strings.push(&text)?;
                }
                Piece::Over => return Ok(strings),
                _ => {}
            }
        }
    }

    fn push(&mut self, text: &str) -> Result<(), Refusal> {
        if self.ends.len() >= STRINGS {
            return Err(Refusal::TooMany(STRINGS));
        }
        if self.text.len() + text.len() > TEXT_BYTES {
            return Err(Refusal::Unpacked(TEXT_BYTES));
        }
        self.text.push_str(text);
        // At most `TEXT_BYTES`.
        self.ends.push(self.text.len() as u32);
        Ok(())
    }

    pub fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = match index.checked_sub(1) {
            Some(before) => *self.ends.get(before)? as usize,
            None => 0,
        };
        self.text.get(start..end)
    }
}

/// The text of an element that has begun: of all its runs, without what says how to pronounce it.
pub(crate) fn rich(xml: &mut Xml<impl Read>, element: &str) -> Result<String, Refusal> {
    let mut text = String::new();
    let (mut inside, mut spoken) = (false, 0usize);
    loop {
        match xml.next()? {
            Piece::Start(start) => match start.local_name().as_ref() {
                "t" => inside = true,
                "rPh" => spoken += 1,
                _ => {}
            },
            Piece::Text(part) if inside && spoken == 0 => {
                text.push_str(&part);
                if text.len() > TEXT_BYTES {
                    return Err(Refusal::Unpacked(TEXT_BYTES));
                }
            }
            Piece::End(name) => match name.as_str() {
                "t" => inside = false,
                "rPh" => spoken = spoken.saturating_sub(1),
                name if name == element => return Ok(unescaped(&text).into_owned()),
                _ => {}
            },
            Piece::Over => return Ok(unescaped(&text).into_owned()),
            _ => {}
        }
    }
}
