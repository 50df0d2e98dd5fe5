//! `index.html` with style, program and policy put in.

use anyhow::{Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// What goes into the shell.
pub struct Part {
    pub style: String,
    pub script: String,
    /// What the site loads when it is used, and the one file has inside; each with its file's name.
    pub later: Vec<(String, String)>,
}

/// The page that loads its style and program from beside it.
pub fn site(shell: &str, style: &str, script: &str) -> Result<String> {
    let style = format!(
        "<link rel=\"stylesheet\" href=\"{style}\"><link rel=\"manifest\" href=\"manifest.webmanifest\">"
    );
    let script = format!("<script src=\"{script}\"></script>");
    assemble(shell, &style, &script, "'self'")
}

/// The page that has everything inside and opens from disk.
pub fn one_file(shell: &str, parts: &Part) -> Result<String> {
    let scripts: Vec<&String> =
        parts.later.iter().map(|(_, script)| script).chain([&parts.script]).collect();
    let ends = scripts.iter().map(|script| (*script, "</script"));
    for (text, end) in [(&parts.style, "</style")].into_iter().chain(ends) {
        if text.to_ascii_lowercase().contains(end) {
            bail!("{end} inside what is put into the page");
        }
    }
    let style = format!("<style>{}</style>", parts.style);
    let scripts: String =
        scripts.iter().map(|script| format!("<script>{script}</script>")).collect();
    assemble(shell, &style, &scripts, "")
}

fn assemble(shell: &str, style: &str, script: &str, from: &str) -> Result<String> {
    let mut page = shell.to_owned();
    for (mark, content) in [("<!-- build: style -->", style), ("<!-- build: program -->", script)] {
        page = put(&page, mark, content)?;
    }
    let policy = policy(from, &inline(&page, "script"), &inline(&page, "style"));
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    put(&page, "<!-- build: policy -->", &meta)
}

fn put(page: &str, mark: &str, content: &str) -> Result<String> {
    match page.split(mark).collect::<Vec<_>>()[..] {
        [before, after] => Ok([before, content, after].concat()),
        _ => bail!("index.html must have {mark} just once"),
    }
}

/// No connection to anywhere: nothing is named that could make one, `connect-src` least of all.
///
/// `'wasm-unsafe-eval'` permits wasm and nothing else. Browsers before 2022 do not know it and need
/// `'unsafe-eval'` for wasm; the shell's first script takes that away again in all others.
fn policy(from: &str, scripts: &str, styles: &str) -> String {
    let images = format!("{from} data:");
    // What makes a served page one to be installed.
    let manifest = if from.is_empty() { "'none'" } else { from };
    let rules = [
        "default-src 'none'".to_owned(),
        format!("script-src {from} {scripts} 'wasm-unsafe-eval' 'unsafe-eval'"),
        format!("style-src {from} {styles}"),
        format!("img-src {images}"),
        // Workers that check are made of the page's own text; what they may do is what the page may. Beside
        // a served page lies its service worker.
        format!("worker-src {from} blob:"),
        format!("manifest-src {manifest}"),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ];
    let words = rules.map(|rule| rule.split_whitespace().collect::<Vec<_>>().join(" "));
    words.join("; ")
}

/// The digests of the page's inline elements, as a policy names them.
fn inline(page: &str, tag: &str) -> String {
    let (start, end) = (format!("<{tag}>"), format!("</{tag}>"));
    let contents = page.split(&start).skip(1).filter_map(|rest| rest.split(&end).next());
    let digests =
        contents.map(|content| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content))));
    digests.collect::<Vec<_>>().join(" ")
}

/// The policy that `page` carries.
pub fn policy_of(page: &str) -> Option<&str> {
    page.split("Content-Security-Policy\" content=\"").nth(1)?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::{Part, one_file, policy_of, site};

    const SHELL: &str =
        "<!-- build: policy --><script>a</script><!-- build: style --><!-- build: program -->";

    #[test]
    fn every_inline_element_is_in_the_policy_and_no_connection_is() {
        let parts =
            Part { style: "b{}".into(), script: "c".into(), later: vec![("d".into(), "d".into())] };
        let page = one_file(SHELL, &parts).unwrap_or_default();
        assert_eq!(
            policy_of(&page),
            Some(
                "default-src 'none'; script-src 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=' \
                 'sha256-GKw+c0PwFokMUQ6T+TUmEWnZ4/VlQ2Qpgw+vCTT0+OQ=' \
                 'sha256-Ln0sA6lQeuJl7PW1NWiFpTOTogKdJBOUmXJloaJa78Y=' 'wasm-unsafe-eval' 'unsafe-eval'; \
                 style-src 'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans='; img-src data:; \
                 worker-src blob:; manifest-src 'none'; base-uri 'none'; form-action 'none'"
            )
        );
    }

    #[test]
    fn the_site_names_its_files() {
        let page = site(SHELL, "x.css", "y.js").unwrap_or_default();
        assert!(page.contains("href=\"x.css\"") && page.contains("src=\"y.js\""));
        assert!(
            policy_of(&page)
                .is_some_and(|policy| policy.contains("style-src 'self'; img-src 'self' data:"))
        );
    }

    #[test]
    fn a_shell_without_its_marks_is_refused() {
        assert!(site("<p>", "x.css", "y.js").is_err());
        let empty = String::new;
        for (style, script, later) in [
            ("</style>".to_owned(), empty(), empty()),
            (empty(), "</script>".to_owned(), empty()),
            (empty(), empty(), "</script>".to_owned()),
        ] {
            let later = vec![("later".into(), later)];
            assert!(one_file(SHELL, &Part { style, script, later }).is_err());
        }
    }
}
