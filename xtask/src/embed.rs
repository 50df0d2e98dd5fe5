//! A module as a script, since the page may not fetch anything.
//!
//! Each byte becomes one character, U+0000 to U+00FF, in a JavaScript string. Measured on a sample
//! page (wasm of 205.7 kB; bytes after gzip -9 and brotli -q 11):
//!
//! | embedding                               |     raw |    gzip |  brotli |
//! |-----------------------------------------|--------:|--------:|--------:|
//! | none, the wasm file itself              | 205,690 |  88,629 |  74,948 |
//! | base64                                  | 274,256 | 116,154 |  99,134 |
//! | base64 of gzip, DecompressionStream     | 118,172 |  89,034 |  88,683 |
//! | characters, byte + 0                    | 252,745 |  94,707 |  79,225 |
//! | **characters, byte + 14**               | 229,831 |  92,485 |  77,654 |
//! | characters, byte + 35                   | 244,332 |  93,225 |  77,396 |
//!
//! So it costs 4 % over a fetched file, where base64 costs 32 %. The shift moves wasm's many zeros
//! and small numbers away from the characters that need a backslash.

use std::fmt::Write;

/// Added to each byte, modulo 256.
const SHIFT: u8 = 14;

/// A script that sets the global `name` to an `ArrayBuffer` of `bytes`.
pub fn script(name: &str, bytes: &[u8]) -> String {
    format!("var {name}={};\n", buffer(bytes))
}

/// A script that sets the global `name` to a function; called, it starts the module of `bytes` by
/// the `loader` that the script `glue` declares, and promises what that exports; called again, the
/// same. Until then the bytes are no more than a text in a function that nobody has called, which
/// costs next to nothing. The function needs nothing around it but its name.
pub fn starter(name: &str, loader: &str, glue: &str, bytes: &[u8]) -> String {
    format!(
        "var {name}=function(){{var started={name}.started;if(!started){{{glue}\
         started={name}.started={loader}({{module_or_path:{}}})\
         .then(function(){{return {loader}}})}}return started}};\n",
        buffer(bytes)
    )
}

/// A script that keeps a piece of the page's module, by its name: called, it gives an `ArrayBuffer`.
pub fn part(name: &str, bytes: &[u8]) -> String {
    format!(
        "(self.selfscoreParts=self.selfscoreParts||{{}}).{name}=function(){{return {}}};\n",
        buffer(bytes)
    )
}

/// An expression that is an `ArrayBuffer` of `bytes`.
fn buffer(bytes: &[u8]) -> String {
    let text = literal(bytes);
    format!(
        "(function(s){{var n=s.length,b=new Uint8Array(n),i;\
         for(i=0;i<n;i++)b[i]=s.charCodeAt(i)-{SHIFT};return b.buffer}})(\"{text}\")"
    )
}

/// The inside of a string literal that survives as a UTF-8 file and inside an HTML `<script>`.
fn literal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3 / 2);
    let mut characters = bytes.iter().map(|byte| char::from(byte.wrapping_add(SHIFT))).peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied().unwrap_or(' ');
        match character {
            // HTML replaces NUL and rewrites a carriage return; "\0" before a digit is octal.
            '\0' if !next.is_ascii_digit() => text.push_str("\\0"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '"' | '\\' => text.extend(['\\', character]),
            // </script, <script and <!-- change how HTML reads on.
            '\0' | '<' if character == '\0' || matches!(next, '/' | '!' | 's' | 'S') => {
                let _ = write!(text, "\\x{:02x}", u32::from(character));
            }
            other => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{SHIFT, literal};

    fn of(characters: &[u8]) -> String {
        literal(&characters.iter().map(|byte| byte.wrapping_sub(SHIFT)).collect::<Vec<_>>())
    }

    #[test]
    fn nothing_is_left_that_html_or_javascript_would_change() {
        assert_eq!(of(b"a\0b\x007\n\r\"\\"), r#"a\0b\x007\n\r\"\\"#);
        assert_eq!(
            of(b"</script><!--<script<SCRIPT<a"),
            r"\x3c/script>\x3c!--\x3cscript\x3cSCRIPT<a"
        );
        assert_eq!(of(&[0xff, 0x80, 0x2028_u32.to_le_bytes()[0]]), "\u{ff}\u{80}(");
    }
}
