//! How cells show their numbers: what is a date, what is in per cent, how many places there are.

use std::collections::HashMap;
use std::io::Read;

use selfscore_core::book::Refusal;

use crate::limits::STRINGS;
use crate::xml::{Piece, Xml, attribute};

/// What matters of a number format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    #[default]
    General,
    Percent,
    Date,
    /// At least so many decimal places.
    Places(u8),
}

/// The formats of cells, by the number that a cell has.
#[derive(Default)]
pub(crate) struct Styles(Vec<Format>);

impl Styles {
    pub fn read(xml: &mut Xml<impl Read>) -> Result<Self, Refusal> {
        let mut own: HashMap<u32, Format> = HashMap::new();
        let mut styles = Styles::default();
        let mut cells = false;
        loop {
            match xml.next()? {
                Piece::Start(start) => match start.local_name().as_ref() {
                    "numFmt" => {
                        let id = attribute(&start, "numFmtId")?.and_then(|id| id.parse().ok());
                        let code = attribute(&start, "formatCode")?;
                        if let (Some(id), Some(code)) = (id, code) {
                            own.insert(id, format(&code));
                        }
                    }
                    "cellXfs" => cells = true,
                    "xf" if cells => {
                        let id = attribute(&start, "numFmtId")?.and_then(|id| id.parse().ok());
                        let id = id.unwrap_or_default();
                        styles.0.push(own.get(&id).copied().unwrap_or_else(|| builtin(id)));
                    }
                    _ => {}
                },
                Piece::End(name) if name == "cellXfs" => cells = false,
                Piece::Over => return Ok(styles),
                _ => {}
            }
            if styles.0.len() > STRINGS || own.len() > STRINGS {
                return Err(Refusal::TooMany(STRINGS));
            }
        }
    }

    pub fn get(&self, index: usize) -> Format {
        self.0.get(index).copied().unwrap_or_default()
    }
}

/// The formats that no file spells out, by ECMA-376 part 1, 18.8.30; those from 27 on are the
/// Chinese ones.
fn builtin(id: u32) -> Format {
    match id {
        1 | 3 => Format::Places(0),
        2 | 4 | 39 | 40 => Format::Places(2),
        9 | 10 => Format::Percent,
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Format::Date,
        _ => Format::General,
    }
}

/// What a format code says: of its first section, without texts, colours and conditions.
fn format(code: &str) -> Format {
    let mut bare = String::new();
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => while signs.next().is_some_and(|sign| sign != '"') {},
            '[' => {
                let mut inside = String::new();
                for sign in signs.by_ref().take_while(|sign| *sign != ']') {
                    inside.push(sign.to_ascii_lowercase());
                }
                // Hours, minutes or seconds that go on counting.
                if !inside.is_empty() && inside.chars().all(|sign| "hms".contains(sign)) {
                    return Format::Date;
                }
            }
            // A sign as it is, a sign's width, a sign that fills.
            '\\' | '_' | '*' => {
                signs.next();
            }
            ';' => break,
            other => bare.push(other.to_ascii_lowercase()),
        }
    }
    if bare == "general" || bare == "@" || bare.contains("e+") || bare.contains("e-") {
        return Format::General;
    }
    let bare = bare.replace("general", "");
    if bare.contains('%') {
        return Format::Percent;
    }
    if bare.contains(['y', 'm', 'd', 'h', 's', 'e']) {
        return Format::Date;
    }
    match bare.split_once('.') {
        _ if !bare.contains('0') => Format::General,
        Some((_, places)) => {
            let places = places.chars().take_while(|sign| *sign == '0').count();
            Format::Places(u8::try_from(places).unwrap_or_default().min(30))
        }
        None => Format::Places(0),
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, format};

    #[test]
    fn codes_say_what_they_show() {
        for (code, shown) in [
            ("General", Format::General),
            ("@", Format::General),
            ("0", Format::Places(0)),
            ("0.00", Format::Places(2)),
            ("#,##0.0#", Format::Places(1)),
            ("[Red]0.00;-0.00", Format::Places(2)),
            ("0%", Format::Percent),
            ("0.0%_);(0.0%)", Format::Percent),
            ("\"%\"0", Format::Places(0)),
            ("yyyy\"年\"m\"月\"d\"日\"", Format::Date),
            ("[$-804]yyyy/m/d;@", Format::Date),
            ("[h]:mm", Format::Date),
            ("0.00E+00", Format::General),
            ("0\\d", Format::Places(0)),
            ("_ * #,##0.00_ ", Format::Places(2)),
        ] {
            assert_eq!(format(code), shown, "{code}");
        }
    }
}
