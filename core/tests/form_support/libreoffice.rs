//! LibreOffice, which stands in for the spreadsheets that people open our files in.

use std::path::{Path, PathBuf};
use std::process::Command;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use selfscore_core::form::Form;
use selfscore_core::scheme::Scheme;

use super::kinds::{kinds, sample as kinds_sample};
use super::{form, scheme, table};

/// Whether there is a LibreOffice to test with; where everything has to be tested there must be.
pub fn there() -> bool {
    let there = Path::new("/usr/bin/soffice").exists();
    assert!(there || std::env::var_os("CI").is_none(), "LibreOffice is missing");
    if !there {
        eprintln!("not tested: LibreOffice is not installed");
    }
    there
}

/// Forms to try: written-out ones, and so many as `LIBREOFFICE_FORMS` says of those that a file can say.
pub fn forms() -> Vec<(&'static Scheme, Form)> {
    let many = std::env::var("LIBREOFFICE_FORMS").ok().and_then(|many| many.parse().ok());
    let mut runner = TestRunner::deterministic();
    let mut forms = vec![(scheme(), table::sample()), (kinds(), kinds_sample())];
    for at in 0..many.unwrap_or(6) {
        let form = form().new_tree(&mut runner).unwrap().current();
        forms.push((if at % 2 == 0 { scheme() } else { kinds() }, form));
    }
    forms
}

/// How files are opened.
pub struct Job<'a> {
    /// The ending of their names, before and after.
    pub ending: &'a str,
    /// The program's settings, as XML; none if empty.
    pub settings: &'a str,
    /// The filter that opens them, if the ending does not tell.
    pub opened: Option<&'a str>,
}

impl Job<'_> {
    /// Has all files opened and saved in a format, in a folder of that name below `tmp`.
    pub fn run(&self, tmp: &str, name: &str, files: &[Vec<u8>], format: &str) -> Vec<Vec<u8>> {
        let folder = PathBuf::from(tmp).join(name);
        let _ = std::fs::remove_dir_all(&folder);
        let (profile, out) = (folder.join("profile"), folder.join("out"));
        std::fs::create_dir_all(profile.join("user")).unwrap();
        if !self.settings.is_empty() {
            let path = profile.join("user/registrymodifications.xcu");
            std::fs::write(path, self.settings).unwrap();
        }
        let paths = (0..files.len()).map(|at| folder.join(format!("{at}.{}", self.ending)));
        let paths: Vec<PathBuf> = paths.collect();
        for (path, bytes) in paths.iter().zip(files) {
            std::fs::write(path, bytes).unwrap();
        }
        let mut soffice = Command::new("/usr/bin/soffice");
        soffice.arg(format!("-env:UserInstallation=file://{}", profile.display()));
        soffice.arg("--headless").args(self.opened.map(|filter| format!("--infilter={filter}")));
        soffice.args(["--convert-to", format, "--outdir"]);
        let done = soffice.arg(&out).args(&paths).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let saved = paths.iter().map(|path| std::fs::read(out.join(path.file_name().unwrap())));
        saved.map(Result::unwrap).collect()
    }
}
