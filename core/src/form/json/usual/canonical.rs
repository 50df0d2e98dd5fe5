//! RFC 8785 straight from text to text: blanks left out, members in order, all else copied.

use super::scan;

/// How deep lists and objects may stand in one another here; far less than a form may have.
const DEPTH: usize = 32;
/// So many digits are a whole number that is written as it stands, whoever reads it.
const DIGITS: usize = 15;

/// The canonical form of a text that is JSON. `None` if it is not, or has a member twice, a sign or a
/// number in another spelling than the canonical one, or a name with signs of uncommon order.
pub(super) fn of(text: &str) -> Option<String> {
    let mut out = Writer {
        text,
        at: 0,
        uncopied: 0,
        out: String::with_capacity(text.len()),
        ordered: String::new(),
        members: Vec::new(),
    };
    out.blanks();
    out.value(0)?;
    out.blanks();
    out.copy();
    (out.at == text.len()).then_some(out.out)
}

/// A member of an object that is being read.
#[derive(Clone, Copy)]
struct Member<'a> {
    name: &'a str,
    /// Where it stands in what is written, its name included.
    start: usize,
    end: usize,
}

struct Writer<'a> {
    text: &'a str,
    at: usize,
    /// From here to `at` the text goes over as it stands, but has not been copied yet.
    uncopied: usize,
    out: String,
    /// Members of an object in their order, before they take the place of those that had none.
    ordered: String,
    members: Vec<Member<'a>>,
}

impl<'a> Writer<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        if matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.copy();
            while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
                self.at += 1;
            }
            self.uncopied = self.at;
        }
    }

    fn copy(&mut self) {
        self.out.push_str(self.text.get(self.uncopied..self.at).unwrap_or_default());
        self.uncopied = self.at;
    }

    /// Where the next sign will be written.
    fn place(&self) -> usize {
        self.out.len() + self.at - self.uncopied
    }

    fn take(&mut self, sign: u8) -> Option<()> {
        let there = self.peek() == Some(sign);
        self.at += usize::from(there);
        there.then_some(())
    }

    fn value(&mut self, depth: usize) -> Option<()> {
        match self.peek()? {
            b'"' => self.string().map(|_| ()),
            b'{' if depth < DEPTH => self.object(depth),
            b'[' if depth < DEPTH => self.list(depth),
            b'0'..=b'9' => self.count(),
            _ => ["true", "false", "null"].into_iter().find_map(|word| {
                let found = self.text.get(self.at..)?.starts_with(word);
                self.at += if found { word.len() } else { 0 };
                found.then_some(())
            }),
        }
    }

    fn count(&mut self) -> Option<()> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        let digits = self.text.get(start..self.at)?;
        let plain = digits.len() <= DIGITS && (digits.len() == 1 || !digits.starts_with('0'));
        (plain && !matches!(self.peek(), Some(b'.' | b'e' | b'E'))).then_some(())
    }

    /// Its signs as written.
    fn string(&mut self) -> Option<&'a str> {
        self.take(b'"')?;
        let start = self.at;
        loop {
            self.at = scan::special(self.text.as_bytes(), self.at)?;
            match self.peek()? {
                b'"' => break,
                b'\\' => match self.text.as_bytes().get(self.at + 1)? {
                    // Only these are written so, and always are.
                    b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 2,
                    _ => return None,
                },
                _ => return None,
            }
        }
        self.at += 1;
        self.text.get(start..self.at - 1)
    }

    fn list(&mut self, depth: usize) -> Option<()> {
        self.take(b'[')?;
        self.blanks();
        if self.take(b']').is_some() {
            return Some(());
        }
        loop {
            self.value(depth + 1)?;
            self.blanks();
            if self.take(b']').is_some() {
                return Some(());
            }
            self.take(b',')?;
            self.blanks();
        }
    }

    fn object(&mut self, depth: usize) -> Option<()> {
        self.take(b'{')?;
        self.blanks();
        if self.take(b'}').is_some() {
            return Some(());
        }
        let first = self.members.len();
        loop {
            let start = self.place();
            let name = self.string()?;
            // Signs from U+E000 on and those beyond U+FFFF are in another order as UTF-16.
            if name.bytes().any(|byte| byte == b'\\' || byte >= 0xee) {
                return None;
            }
            self.blanks();
            self.take(b':')?;
            self.blanks();
            self.value(depth + 1)?;
            self.members.push(Member { name, start, end: self.place() });
            self.blanks();
            if self.peek() == Some(b'}') {
                break;
            }
            self.take(b',')?;
            self.blanks();
        }
        self.order(first)?;
        self.take(b'}')
    }

    /// Puts the members from that one on in order; `None` if one stands twice.
    fn order(&mut self, first: usize) -> Option<()> {
        let members = self.members.get_mut(first..)?;
        if !members.is_sorted_by(|one, next| one.name < next.name) {
            let start = members.first()?.start;
            members.sort_unstable_by(|one, other| one.name.cmp(other.name));
            if !members.is_sorted_by(|one, next| one.name < next.name) {
                return None;
            }
            self.copy();
            self.ordered.clear();
            for member in self.members.get(first..)? {
                if !self.ordered.is_empty() {
                    self.ordered.push(',');
                }
                self.ordered.push_str(self.out.get(member.start..member.end)?);
            }
            self.out.truncate(start);
            self.out.push_str(&self.ordered);
        }
        self.members.truncate(first);
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn members_are_in_order_and_blanks_gone() {
        let text = " {\"b\" : [ 1,\n{\"d\":\"\\n \\\"\", \"c\":null} ] , \"a\":{ }, \"键\":0 } ";
        let canonical = r#"{"a":{},"b":[1,{"c":null,"d":"\n \""}],"键":0}"#;
        assert_eq!(of(text).as_deref(), Some(canonical));
        assert_eq!(of(canonical).as_deref(), Some(canonical));
    }

    #[test]
    fn what_is_no_json_or_spelled_otherwise_is_left_alone() {
        for text in [
            "",
            "{",
            "{}x",
            "{\"a\":1,}",
            "[1,]",
            "[1 2]",
            "{\"a\" 1}",
            "{\"a\":1 \"b\":2}",
            "nul",
            "tru",
            "01",
            "1.0",
            "1e3",
            "-1",
            "1234567890123456",
            "\"a",
            "\"\\u0061\"",
            "\"\\/\"",
            "\"\n\"",
            "{\"a\":1,\"a\":2}",
            "{\"a\":1,\"b\":2,\"a\":2}",
            "{\"\\n\":1}",
            "{\"\u{e000}\":1}",
            "{\"😀\":1}",
            "{a:1}",
            "'a'",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
        assert_eq!(of(&"[".repeat(40)), None);
        assert_eq!(of(&format!("{}{}", "[".repeat(40), "]".repeat(40))), None);
    }
}
