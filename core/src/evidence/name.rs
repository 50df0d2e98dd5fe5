//! Names of files: shown as text, and made safe.

use std::collections::BTreeSet;

/// The most bytes of a safe name: file systems end at 255.
const BYTES: usize = 200;
/// The most bytes of what is kept as an ending.
const ENDING: usize = 16;

/// Whether a sign is not to be seen, or changes the order in which others are: controls, marks of
/// direction, blanks without width.
fn hidden(sign: char) -> bool {
    sign.is_control()
        || matches!(sign,
            '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// A name as it is to be shown: signs that are not to be seen, or change the order of others, are
/// told by their code points.
pub fn visible(name: &str) -> String {
    let mut shown = String::with_capacity(name.len());
    for sign in name.chars() {
        match hidden(sign) {
            true => shown.push_str(&format!("‹U+{:04X}›", u32::from(sign))),
            false => shown.push(sign),
        }
    }
    shown
}

/// A name without signs that some file system refuses or that are not to be seen, for one file
/// in one folder: separators of paths become `_`, names of devices and of folders above are none.
pub fn safe(name: &str) -> String {
    let refused = |c: char| hidden(c) || "\\/:*?\"<>|".contains(c);
    let name: String = name.chars().map(|c| if refused(c) { '_' } else { c }).collect();
    // Windows drops blanks and full stops at the end, and others hide what begins with a stop.
    let dropped = |c: char| c == '.' || c.is_whitespace();
    let name = name.trim_matches(dropped);
    let (stem, ending) = split(name);
    let prefixed = |stem: &str| match stem.is_empty() || device(stem) {
        true => format!("_{stem}"),
        false => stem.to_owned(),
    };
    let mut stem = prefixed(stem);
    let most = BYTES - ending.len();
    if stem.len() > most {
        let cut = (0..=most).rev().find(|at| stem.is_char_boundary(*at)).unwrap_or_default();
        stem = prefixed(stem[..cut].trim_end_matches(dropped));
    }
    stem + ending
}

/// Safe names for all, no two of them the same to a file system that does not tell `A` from `a`.
pub fn safe_all<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut one = |name: &str| {
        let safe = safe(name);
        if taken.insert(safe.to_lowercase()) {
            return safe;
        }
        let (stem, ending) = split(&safe);
        let other = |count: usize| format!("{stem} ({count}){ending}");
        let free = (2..).map(other).find(|name| taken.insert(name.to_lowercase()));
        // There are fewer names than numbers.
        free.unwrap_or_default()
    };
    names.into_iter().map(&mut one).collect()
}

/// A name in its stem and its ending, `.pdf`; what is too long for an ending is none.
pub fn split(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(at) if at > 0 && name.len() - at <= ENDING && !name[at..].contains(' ') => {
            name.split_at(at)
        }
        _ => (name, ""),
    }
}

/// Whether a file is one that systems and programs leave in folders, and nobody's evidence.
pub fn left_behind(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let system = [".DS_Store", "Thumbs.db", "desktop.ini"];
    system.iter().any(|one| one.eq_ignore_ascii_case(name))
        || name.starts_with("~$")
        || path.starts_with("__MACOSX/")
}

/// Whether Windows takes it for a device, whatever its ending.
fn device(stem: &str) -> bool {
    let bare = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |name: &str| {
        bare.strip_prefix(name).is_some_and(|rest| {
            matches!(rest.as_bytes(), [b'0'..=b'9']) || matches!(rest, "¹" | "²" | "³")
        })
    };
    matches!(bare.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
        || numbered("COM")
        || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::{safe, safe_all, visible};

    #[test]
    fn hostile_names_are_told_and_made_safe() {
        for (name, made) in [
            ("任务细化措施.pdf", "任务细化措施.pdf"),
            ("<script>alert(1)</script>.pdf", "_script_alert(1)__script_.pdf"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("C:\\x\\y.doc", "C__x_y.doc"),
            ("\u{202E}fdp.exe", "_fdp.exe"),
            ("a\u{0}b\nc.txt", "a_b_c.txt"),
            ("__proto__", "__proto__"),
            ("constructor.pdf", "constructor.pdf"),
            ("CON", "_CON"),
            ("com1.tar.gz", "_com1.tar.gz"),
            ("COM10.txt", "COM10.txt"),
            ("name. . ", "name"),
            ("..", "_"),
            ("", "_"),
            (".pdf", "pdf"),
            ("=1+1.csv", "=1+1.csv"),
        ] {
            assert_eq!(safe(name), made, "{name:?}");
        }
        assert_eq!(visible("a\u{202E}fdp.exe\u{7}"), "a‹U+202E›fdp.exe‹U+0007›");
        assert_eq!(visible("<b>&amp;"), "<b>&amp;");
    }

    #[test]
    fn a_very_long_name_is_cut_between_signs_and_keeps_its_ending() {
        let made = safe(&format!("{}.pdf", "长".repeat(5_000)));
        // 196 bytes for the stem: 65 signs of three bytes.
        assert_eq!(made, format!("{}.pdf", "长".repeat(65)));
    }

    #[test]
    fn names_of_one_folder_differ_to_every_file_system() {
        let made = safe_all(["A.pdf", "a.PDF", "a.pdf", "a (2).pdf", "x/y", "x_y"]);
        assert_eq!(made, ["A.pdf", "a (2).PDF", "a (3).pdf", "a (2) (2).pdf", "x_y", "x_y (2)"]);
    }
}
