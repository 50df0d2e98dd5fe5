//! Numbers and names for files that are added: by indicator, in the order of adding.

use std::collections::BTreeMap;

use super::name::{safe, split};
use super::number_key;
use crate::number::half_width;
use crate::scheme::{Indicator, Scheme};

/// The code of what belongs to no indicator that could be told.
const NONE: &str = "0";
/// The most bytes of the part of a name that is the file's own.
const OWN_BYTES: usize = 150;

/// A file to be listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming<'a> {
    /// Its name, with the folders that it was in, apart by `/`.
    pub path: &'a str,
}

/// What a file may be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its number, `3-2`.
    pub number: String,
    /// Its name, `03-2_任务细化措施.pdf`.
    pub name: String,
}

/// Proposes a number and a name for each file, none of which is `taken`. `indicator` is the place of
/// the indicator that they all belong to; where there is none, it is told by the number that a
/// name or a folder begins with, or by the title of an indicator or criterion in it.
pub fn propose(
    scheme: &Scheme,
    taken: &[String],
    files: &[Incoming<'_>],
    indicator: Option<usize>,
) -> Vec<Place> {
    let codes = Codes::of(scheme);
    let mut last = BTreeMap::<String, u32>::new();
    let mut used: Vec<String> = taken.iter().map(|number| number_key(number)).collect();
    for key in &used {
        if let Some((code, running)) = key.rsplit_once('-')
            && let Ok(running) = running.parse::<u32>()
        {
            let last = last.entry(code.to_owned()).or_default();
            *last = running.max(*last);
        }
    }
    let mut one = |file: &Incoming<'_>| {
        let told = codes.tell(scheme, file.path, indicator);
        let own = told.running.map(|running| format!("{}-{running}", told.code));
        let number =
            own.filter(|number| !used.contains(&number_key(number))).unwrap_or_else(|| {
                let last = last.entry(number_key(&told.code)).or_default();
                *last = last.saturating_add(1);
                format!("{}-{last}", told.code)
            });
        let key = number_key(&number);
        if let Some((code, running)) = key.rsplit_once('-')
            && let Ok(running) = running.parse::<u32>()
        {
            let last = last.entry(code.to_owned()).or_default();
            *last = running.max(*last);
        }
        used.push(key);
        let name = named(&number, &told.rest);
        Place { number, name }
    };
    files.iter().map(&mut one).collect()
}

/// The name of a file by its number: two digits for the indicator, so that names sort.
pub(super) fn named(number: &str, own: &str) -> String {
    let padded = match number.split_once('-') {
        Some((code, rest)) if code.len() == 1 && digits_only(code) => format!("0{code}-{rest}"),
        _ => number.to_owned(),
    };
    // Nothing of its own, or an ending alone.
    if own.is_empty() || split(&format!("x{own}")).0 == "x" {
        return safe(&format!("{padded}{own}"));
    }
    let own = safe(own);
    let (stem, ending) = split(&own);
    let mut most = OWN_BYTES.min(stem.len());
    while !stem.is_char_boundary(most) {
        most -= 1;
    }
    safe(&format!("{padded}_{}{ending}", stem[..most].trim()))
}

fn digits_only(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What is told of a file by its path.
struct Told {
    code: String,
    running: Option<u32>,
    /// Its name without a number before it.
    rest: String,
}

/// Which indicator the numbers before names stand for.
struct Codes {
    /// Every number that an indicator has, with the indicator's place.
    all: BTreeMap<String, usize>,
    /// The number that each indicator's evidence gets.
    first: Vec<String>,
}

impl Codes {
    fn of(scheme: &Scheme) -> Self {
        let mut codes = Codes { all: BTreeMap::new(), first: Vec::new() };
        for (at, indicator) in scheme.indicators().enumerate() {
            let numbers = numbers(&indicator.number);
            codes.first.push(numbers.first().cloned().unwrap_or_else(|| (at + 1).to_string()));
            for number in numbers {
                codes.all.entry(number_key(&number)).or_insert(at);
            }
        }
        codes
    }

    fn tell(&self, scheme: &Scheme, path: &str, chosen: Option<usize>) -> Told {
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let chosen = chosen.filter(|chosen| *chosen < self.first.len());
        let before = Before::of(name).filter(|before| {
            let at = self.all.get(&number_key(&before.code));
            at.is_some_and(|at| chosen.is_none_or(|chosen| chosen == *at))
        });
        if let Some(before) = before {
            return Told { code: before.code, running: before.running, rest: before.rest };
        }
        let by_folder = || {
            folders.rsplit('/').find_map(|folder| {
                let before = Before::of(folder)?;
                self.all.get(&number_key(&before.code)).copied()
            })
        };
        let at = chosen
            .or_else(by_folder)
            .or_else(|| titled(scheme, name))
            .or_else(|| folders.rsplit('/').find_map(|folder| titled(scheme, folder)));
        let code = at.map_or(NONE, |at| &self.first[at]);
        Told { code: code.to_owned(), running: None, rest: name.to_owned() }
    }
}

/// The numbers of an indicator: `1–2` is 1 and 2. Only what can stand in an evidence number.
fn numbers(printed: &str) -> Vec<String> {
    let printed = half_width(printed);
    let mut all = Vec::new();
    for part in printed.split(['、', ',', ';', ' ']) {
        let clean = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric() || *c == '.').take(12).collect()
        };
        let part = part.replace(['~', '～', '至'], "-");
        let (from, to) = part.split_once('-').unwrap_or((&part, ""));
        let (from, to) = (clean(from), clean(to));
        if let (Ok(from), Ok(to)) = (from.parse::<u32>(), to.parse::<u32>()) {
            // A range that is none, or a long one, is its first number.
            let to = if to < from || to - from > 50 { from } else { to };
            all.extend((from..=to).map(|number| number.to_string()));
        } else if !from.is_empty() {
            all.push(from);
        }
    }
    all
}

/// The number that a name begins with: `03-2_x`, `3、x`.
struct Before {
    code: String,
    running: Option<u32>,
    rest: String,
}

impl Before {
    fn of(name: &str) -> Option<Self> {
        let signs = half_width(name);
        let sign = |at: usize| signs[at..].chars().next();
        let mut end = 0;
        // A code may have letters before its digits and stops between them: A01, 1.1.
        while let Some(c) = sign(end).filter(|c| c.is_alphanumeric() || *c == '.') {
            let after = end + c.len_utf8();
            let stop = c == '.' && !sign(after).is_some_and(|next| next.is_ascii_digit());
            if stop || end > 24 {
                break;
            }
            end = after;
        }
        let code = &signs[..end];
        if !code.ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let code = code.to_owned();
        let digits = |from: usize| {
            signs[from..].bytes().take_while(u8::is_ascii_digit).take(6).count() + from
        };
        if sign(end) == Some('-') && digits(end + 1) > end + 1 {
            let to = digits(end + 1);
            let running: u32 = signs[end + 1..to].parse().ok()?;
            if let Some(rest) = apart(&signs[to..]).filter(|_| running > 0) {
                let rest = tail(name, rest);
                return Some(Before { code: bare(&code), running: Some(running), rest });
            }
        }
        let rest = apart(&signs[end..])?;
        Some(Before { code: bare(&code), running: None, rest: tail(name, rest) })
    }
}

/// A code of digits only without zeros before it.
fn bare(code: &str) -> String {
    match digits_only(code) {
        true => number_key(code),
        false => code.to_owned(),
    }
}

/// What follows a sign that ends a number, or that a name ends with; an ending is such a sign, too.
fn apart(rest: &str) -> Option<&str> {
    match rest.chars().next() {
        None => Some(rest),
        Some('.') if split(&format!("x{rest}")).0 == "x" => Some(rest),
        Some(sign @ ('_' | '-' | ' ' | '、' | '.' | ',' | ')' | ':')) => {
            Some(rest[sign.len_utf8()..].trim_start_matches(['_', '-', ' ', '、', '.']))
        }
        Some(_) => None,
    }
}

/// The end of a name that has as many signs as `rest`: the sign for sign the same, as typed.
fn tail(name: &str, rest: &str) -> String {
    let skip = name.chars().count().saturating_sub(rest.chars().count());
    name.chars().skip(skip).collect()
}

/// The one indicator whose title, or a criterion's of it, stands in a name; the longest title wins.
fn titled(scheme: &Scheme, name: &str) -> Option<usize> {
    let titles = |indicator: &Indicator| {
        let own = std::iter::once(&indicator.title);
        let all = own.chain(indicator.criteria.iter().map(|criterion| &criterion.title));
        let found = all.map(|title| title.zh.as_str()).filter(|title| name.contains(title));
        found.map(|title| title.chars().count()).filter(|length| *length > 2).max()
    };
    let mut best: Option<(usize, usize)> = None;
    let mut tied = false;
    for (at, indicator) in scheme.indicators().enumerate() {
        let Some(length) = titles(indicator) else { continue };
        match best {
            Some((most, _)) if length < most => {}
            Some((most, _)) if length == most => tied = true,
            _ => (best, tied) = (Some((length, at)), false),
        }
    }
    best.filter(|_| !tied).map(|(_, at)| at)
}
