//! Takes canonical JSON apart, from the first sign to the last.

use serde_json::Value;

use super::scan;
use crate::limits;

/// A place in canonical JSON. Whoever does not find what is looked for gives up the whole document.
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str) -> Self {
        Cursor { text, at: 0 }
    }

    /// How many bytes lie behind.
    pub fn at(&self) -> usize {
        self.at
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, sign: u8) -> bool {
        let there = self.peek() == Some(sign);
        self.at += usize::from(there);
        there
    }

    fn word(&mut self, word: &str) -> bool {
        let there =
            self.text.as_bytes().get(self.at..).is_some_and(|r| r.starts_with(word.as_bytes()));
        self.at += if there { word.len() } else { 0 };
        there
    }

    /// Goes past a `null`, which is no answer.
    pub fn null(&mut self) -> bool {
        self.peek() == Some(b'n') && self.word("null")
    }

    /// Every member of an object, which has to be taken; one that is null is passed by.
    pub fn members(
        &mut self,
        mut member: impl FnMut(&mut Self, &'a str) -> Option<()>,
    ) -> Option<()> {
        self.all_members(|cursor, name| match cursor.null() {
            true => Some(()),
            false => member(cursor, name),
        })
    }

    /// Every member of an object, null or not.
    pub fn all_members(
        &mut self,
        mut member: impl FnMut(&mut Self, &'a str) -> Option<()>,
    ) -> Option<()> {
        self.take(b'{').then_some(())?;
        if self.take(b'}') {
            return Some(());
        }
        loop {
            let (name, _) = self.signs()?;
            self.take(b':').then_some(())?;
            member(self, name)?;
            if self.take(b'}') {
                return Some(());
            }
            self.take(b',').then_some(())?;
        }
    }

    /// A list of at most so many.
    pub fn list<T>(
        &mut self,
        most: usize,
        mut one: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.take(b'[').then_some(())?;
        let mut all = Vec::new();
        if self.take(b']') {
            return Some(all);
        }
        loop {
            all.push(one(self)?);
            if self.take(b']') {
                return (all.len() <= most).then_some(all);
            }
            self.take(b',').then_some(())?;
        }
    }

    /// The signs of a text as they are written, and whether a backslash is among them.
    fn signs(&mut self) -> Option<(&'a str, bool)> {
        self.take(b'"').then_some(())?;
        let start = self.at;
        let mut escaped = false;
        loop {
            self.at = scan::special(self.text.as_bytes(), self.at)?;
            if self.take(b'"') {
                return Some((self.text.get(start..self.at - 1)?, escaped));
            }
            escaped = true;
            self.at += 2;
        }
    }

    /// A text that has nothing but itself between its quotes.
    pub fn bare(&mut self) -> Option<&'a str> {
        self.signs().filter(|(_, escaped)| !escaped).map(|(signs, _)| signs)
    }

    pub fn text(&mut self) -> Option<String> {
        let (signs, escaped) = self.signs()?;
        // Bytes bound characters from above.
        if signs.len() > limits::TEXT_CHARS {
            return None;
        }
        if escaped { unescaped(signs) } else { Some(signs.to_owned()) }
    }

    pub fn texts(&mut self) -> Option<Vec<String>> {
        self.list(limits::EVIDENCE, Self::text)
    }

    pub fn count(&mut self) -> Option<u64> {
        let mut count: Option<u64> = None;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            count = Some(count.unwrap_or_default() * 10 + u64::from(digit - b'0'));
            self.at += 1;
        }
        count
    }

    pub fn flag(&mut self) -> Option<bool> {
        if self.word("true") { Some(true) } else { self.word("false").then_some(false) }
    }

    /// Any value without members: those of an unknown object keep the order that they were written in.
    pub fn value(&mut self) -> Option<Value> {
        match self.peek()? {
            b'"' => {
                let (signs, _) = self.signs()?;
                Some(Value::String(unescaped(signs)?))
            }
            b'[' => self.list(usize::MAX, Self::value).map(Value::Array),
            b'{' => self.word("{}").then(|| Value::Object(Default::default())),
            b'0'..=b'9' => self.count().map(Value::from),
            _ if self.null() => Some(Value::Null),
            _ => self.flag().map(Value::Bool),
        }
    }
}

/// A text with what its backslashes stand for.
fn unescaped(signs: &str) -> Option<String> {
    let mut text = String::with_capacity(signs.len());
    let mut all = signs.chars();
    while let Some(sign) = all.next() {
        text.push(match sign {
            '\\' => match all.next()? {
                'b' => '\u{8}',
                'f' => '\u{c}',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                itself @ ('"' | '\\') => itself,
                _ => return None,
            },
            _ => sign,
        });
    }
    Some(text)
}
