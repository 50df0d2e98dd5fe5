//! What makes a served page one that can be installed and opens without a network. The one file needs none of it.

use anyhow::{Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

use crate::run::root;

/// The service worker: its name must stay, since browsers look for the next version by it.
pub const WORKER: &str = "sw.js";
/// What it may do, where the page itself may connect to nothing: fetch the page's own files.
pub const POLICY: &str = "default-src 'none'; connect-src 'self'";

const FILES: [&str; 4] = ["manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png"];

/// Adds it to a folder with the page, whose files it names.
pub fn write(folder: &Path) -> Result<()> {
    let from = root().join("offline");
    for name in FILES {
        fs::copy(from.join(name), folder.join(name))?;
    }
    let mut names = Vec::new();
    for entry in folder.read_dir()? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    let mut digest = Sha256::new();
    for name in &names {
        digest.update(name);
        digest.update(fs::read(folder.join(name))?);
    }
    let version = format!("{:x}", digest.finalize());
    let template = fs::read_to_string(from.join(WORKER))?;
    Ok(fs::write(folder.join(WORKER), filled(&template, &names, &version[..12])?)?)
}

fn filled(template: &str, names: &[String], version: &str) -> Result<String> {
    let files: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
    let mut text = template.to_owned();
    for (mark, content) in
        [("/* build: files */", files.join(", ")), ("/* build: version */", version.to_owned())]
    {
        if text.matches(mark).count() != 1 {
            bail!("{WORKER} must have {mark} just once");
        }
        text = text.replace(mark, &content);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn files_and_version_stand_where_the_marks_did() {
        let template = "var f = [/* build: files */], v = '/* build: version */';";
        let names = ["a-1.js".to_owned(), "index.html".to_owned()];
        let text = filled(template, &names, "0123").unwrap_or_default();
        assert_eq!(text, r#"var f = ["a-1.js", "index.html"], v = '0123';"#);
        assert!(filled("var f = [];", &names, "0123").is_err());
    }
}
