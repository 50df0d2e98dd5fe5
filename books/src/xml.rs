//! The XML of a part, piece by piece.

use std::borrow::Cow;
use std::io::{BufReader, Read};
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use selfscore_core::book::Refusal;

use crate::limits::DEPTH;
use crate::package::{Meter, Metered, broken};

/// A part.
pub(crate) struct Xml<R: Read> {
    reader: Reader<BufReader<Metered<R>>>,
    buffer: Vec<u8>,
    meter: Rc<Meter>,
    depth: usize,
}

/// A piece of it.
pub(crate) enum Piece<'a> {
    /// An element begins; every one that does also ends.
    Start(BytesStart<'a>),
    /// The element of that name, without its prefix, ends.
    End(String),
    /// A part of a text.
    Text(Cow<'a, str>),
    /// Comments and the like.
    Other,
    /// Nothing more comes.
    Over,
}

impl<R: Read> Xml<R> {
    pub fn new(part: BufReader<Metered<R>>, meter: Rc<Meter>) -> Self {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        Xml { reader, buffer: Vec::new(), meter, depth: 0 }
    }

    pub fn next(&mut self) -> Result<Piece<'_>, Refusal> {
        self.buffer.clear();
        self.meter.event();
        let meter = self.meter.clone();
        let refuse = |error: quick_xml::Error| meter.refusal().unwrap_or_else(|| broken(error));
        Ok(match self.reader.read_event_into(&mut self.buffer).map_err(refuse)? {
            Event::Start(start) => {
                self.depth += 1;
                if self.depth > DEPTH {
                    return Err(broken("elements too deep in one another"));
                }
                Piece::Start(start)
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::End(end.local_name().as_ref().to_owned())
            }
            Event::Text(text) => Piece::Text(text.xml10_content()),
            Event::CData(text) => Piece::Text(text.xml10_content()),
            Event::GeneralRef(reference) => {
                let sign = reference.resolve_char_ref().map_err(broken)?;
                let named = || match reference.xml10_content().as_ref() {
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "amp" => Some('&'),
                    "apos" => Some('\''),
                    "quot" => Some('"'),
                    _ => None,
                };
                match sign.or_else(named) {
                    Some(sign) => Piece::Text(Cow::Owned(sign.to_string())),
                    // No workbook declares any: what it stands for cannot be told.
                    None => return Err(broken("unknown entity")),
                }
            }
            Event::Eof if self.depth > 0 => return Err(broken("EOF")),
            Event::Eof => Piece::Over,
            Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => Piece::Other,
        })
    }
}

/// An attribute, by its name without a prefix.
pub(crate) fn attribute(start: &BytesStart, name: &str) -> Result<Option<String>, Refusal> {
    for attribute in start.attributes() {
        let attribute = attribute.map_err(broken)?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(broken)?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

/// A text with `_xHHHH_` for the signs that it stands for: XML has no place for some.
pub(crate) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut units: Vec<u16> = Vec::new();
    let mut rest = text;
    let flush = |units: &mut Vec<u16>, out: &mut String| {
        out.extend(char::decode_utf16(units.drain(..)).map(|c| c.unwrap_or('\u{FFFD}')));
    };
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at..at + 7).filter(|code| code.ends_with('_'));
        let hex = code.map(|code| &code[2..6]);
        let unit = hex
            .filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|hex| u16::from_str_radix(hex, 16).ok());
        if at > 0 || unit.is_none() {
            flush(&mut units, &mut out);
        }
        out.push_str(&rest[..at]);
        rest = match unit {
            Some(unit) => {
                units.push(unit);
                &rest[at + 7..]
            }
            None => {
                out.push_str("_x");
                &rest[at + 2..]
            }
        };
    }
    flush(&mut units, &mut out);
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn escapes_become_signs_and_nothing_else_does() {
        for (text, plain) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xD83D__xDE00_!", "😀!"),
            ("_xD83D_x", "\u{FFFD}x"),
            ("_x00g0_", "_x00g0_"),
            ("_x12", "_x12"),
            ("文_x字字字", "文_x字字字"),
            ("plain", "plain"),
        ] {
            assert_eq!(unescaped(text), plain, "{text}");
        }
    }
}
