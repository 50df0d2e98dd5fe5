//! One line of the column 评分规则, read from its end: numbers stand last, words before them.

use crate::number::half_width;
use crate::points::Points;

/// Signs between parts of a line.
fn apart(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, ',' | ':' | '、' | '=')
}

/// Words for each of several events, which a label does without.
pub(super) const EACH: [&str; 14] = [
    "每发现一次",
    "每发现一处",
    "每发现一例",
    "每出现一次",
    "每次",
    "每项",
    "每条",
    "每个",
    "每件",
    "每处",
    "每例",
    "每篇",
    "每起",
    "/次",
];

/// What stands between two numbers of a range.
const TO: [char; 3] = ['至', '到', '~'];

/// A line, or what is left of it.
#[derive(Clone)]
pub(super) struct Scan {
    /// As it stands.
    signs: Vec<char>,
    /// The same, sign by sign, in half-width.
    half: Vec<char>,
}

impl Scan {
    pub fn of(text: &str) -> Self {
        let mut scan =
            Scan { signs: text.chars().collect(), half: half_width(text).chars().collect() };
        scan.trim();
        scan
    }

    /// What is left, as it stands.
    pub fn rest(&self) -> String {
        self.signs.iter().collect::<String>().trim().to_owned()
    }

    /// What is left in half-width signs without blanks.
    pub fn bare(&self) -> String {
        self.half.iter().filter(|sign| !sign.is_whitespace()).collect()
    }

    pub fn is_empty(&self) -> bool {
        self.half.is_empty()
    }

    fn cut(&mut self, end: usize) {
        self.signs.truncate(end);
        self.half.truncate(end);
        self.trim();
    }

    fn trim(&mut self) {
        while self.half.last().is_some_and(|sign| apart(*sign)) {
            self.half.pop();
            self.signs.pop();
        }
    }

    /// Takes one of these words from the end.
    pub fn word(&mut self, words: &[&str]) -> bool {
        let ends = |word: &&&str| {
            let word: Vec<char> = word.chars().collect();
            self.half.ends_with(&word)
        };
        let found = words.iter().find(ends).map(|word| word.chars().count());
        if let Some(length) = found {
            self.cut(self.half.len() - length);
        }
        found.is_some()
    }

    /// Takes a number from the end, with its sign.
    pub fn number(&mut self) -> Option<Points> {
        let mut at = self.half.len();
        while at > 0 && (self.half[at - 1].is_ascii_digit() || self.half[at - 1] == '.') {
            at -= 1;
        }
        if at == self.half.len() {
            return None;
        }
        let digits: String = self.half[at..].iter().collect();
        let sign =
            at.checked_sub(1).map(|place| self.half[place]).filter(|s| matches!(s, '-' | '+'));
        // Between two digits it says «to».
        let range = at > 1 && self.half[at - 2].is_ascii_digit();
        let sign = sign.filter(|_| !range);
        let text = if sign == Some('-') { format!("-{digits}") } else { digits };
        let number: Points = text.parse().ok()?;
        self.cut(at - usize::from(sign.is_some()));
        Some(number)
    }

    /// Takes a number, or a range of two, from the end.
    pub fn range(&mut self) -> Option<(Points, Option<Points>)> {
        self.word(&["分"]);
        let last = self.number()?;
        let mut before = self.clone();
        if before.half.pop().is_some_and(|sign| sign == '-' || TO.contains(&sign)) {
            before.signs.pop();
            before.trim();
            before.word(&["分"]);
            if let Some(first) = before.number() {
                *self = before;
                return Some((first, Some(last)));
            }
        }
        Some((last, None))
    }

    /// Takes points from the end: a number, or words for none.
    pub fn points(&mut self) -> Option<Points> {
        if self.nothing() {
            return Some(Points::ZERO);
        }
        self.word(&["分"]);
        let points = self.number()?;
        self.gain();
        Some(points)
    }

    /// Takes words for no points from the end.
    pub fn nothing(&mut self) -> bool {
        self.word(&["不得分", "不计分", "不加分"])
    }

    /// Passes over words that say that points are given.
    pub fn gain(&mut self) {
        self.word(&["各得", "各加", "得", "加", "计", "记"]);
    }

    /// Whether this is nothing but one of these words and a number, which it gives.
    pub fn tagged(&self, words: &[&str]) -> Option<Points> {
        let mut scan = self.clone();
        scan.word(&["分"]);
        let number = scan.number()?;
        let bare = scan.bare();
        words.contains(&bare.as_str()).then_some(number)
    }
}

/// A line with a bound behind its last comma, `每次扣1分，扣完为止`, as two; each has the clause.
pub(super) fn bound_apart(text: &str, bounds: &[&str]) -> Option<(String, String)> {
    let (text, clause) = text.find('【').map_or((text, ""), |at| text.split_at(at));
    let (head, tail) = text.rsplit_once([',', '\u{FF0C}'])?;
    let scan = Scan::of(tail);
    let bound = scan.bare() == USED_UP || scan.tagged(bounds).is_some();
    let apart = (format!("{}{clause}", head.trim()), format!("{}{clause}", tail.trim()));
    bound.then_some(apart)
}

/// Down to nothing.
pub(super) const USED_UP: &str = "扣完为止";

/// A line that says its number first, `每次扣 0.5：未按时报送`, as one that says it last.
pub(super) fn number_last(text: &str) -> Option<String> {
    let (head, tail) = text.split_once([':', '\u{FF1A}'])?;
    let mut scan = Scan::of(head);
    let (least, most) = scan.range()?;
    let minus = match scan.word(&["扣", "减"]) {
        true => "−",
        false if scan.word(&["得", "加", "计"]) => "",
        false => return None,
    };
    let once = scan.word(&["一次性", "只"]);
    let each = scan.word(&EACH);
    if !scan.is_empty() {
        return None;
    }
    let (label, clause) = tail.find('【').map_or((tail, ""), |at| tail.split_at(at));
    let to = most.map(|most| format!("至{}", shown(most))).unwrap_or_default();
    let once = if once && !minus.is_empty() { " 一次" } else { "" };
    let each = if each && minus.is_empty() { "每次" } else { "" };
    Some(format!("{} {each}{minus}{}{to}{once}{clause}", label.trim(), shown(least)))
}

/// A number as written into a line: the minus of print, the decimals as they stand.
pub(in crate::scheme::layout) fn shown(points: Points) -> String {
    points.value().to_string().replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::Scan;

    fn points(text: &str) -> crate::points::Points {
        text.parse().unwrap()
    }

    #[test]
    fn reads_numbers_from_the_end() {
        for (text, label, number) in [
            ("市级 1", "市级", "1"),
            ("市级1分", "市级", "1"),
            ("开会\u{FF0C}得\u{FF13}分", "开会", "3"),
            ("未报送 −2", "未报送", "-2"),
            ("2021年开展 3", "2021年开展", "3"),
            ("未开展的不得分", "未开展的", "0"),
            ("得 0.5", "", "0.5"),
        ] {
            let mut scan = Scan::of(text);
            assert_eq!(scan.points(), Some(points(number)), "{text}");
            assert_eq!(scan.rest(), label);
        }
        assert_eq!(Scan::of("没有数").points(), None);
    }

    #[test]
    fn a_number_may_stand_first() {
        for (text, last) in [
            ("每次扣 0.5\u{FF1A}未按时报送", "未按时报送 −0.5"),
            ("扣2分: 未开会【②】", "未开会 −2【②】"),
            ("每次加\u{FF11}\u{FF1A}获奖", "获奖 每次1"),
            ("扣1至3\u{FF1A}影响较大", "影响较大 −1至3"),
            ("一次性扣5\u{FF1A}未制定方案", "未制定方案 −5 一次"),
        ] {
            assert_eq!(super::number_last(text).as_deref(), Some(last), "{text}");
        }
        for text in ["填报\u{FF1A}数", "90以上\u{FF1A}10", "第1\u{FF1A}未开展 0", "未开展 0"]
        {
            assert_eq!(super::number_last(text), None, "{text}");
        }
    }

    #[test]
    fn reads_ranges() {
        for (text, label, first, last) in [
            ("良好 3至5", "良好", "3", "5"),
            ("良好 3-5分", "良好", "3", "5"),
            ("良好3分\u{FF5E}5分", "良好", "3", "5"),
            ("偏差 −5至−1", "偏差", "-5", "-1"),
            ("偏差 −5–10", "偏差", "-5", "10"),
        ] {
            let mut scan = Scan::of(text);
            assert_eq!(scan.range(), Some((points(first), Some(points(last)))), "{text}");
            assert_eq!(scan.rest(), label);
        }
        assert_eq!(Scan::of("良好 -3").range(), Some((points("-3"), None)));
    }
}
