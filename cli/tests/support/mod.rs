//! The program as a user runs it, and files to run it on.

#![allow(dead_code, reason = "each test file uses a part of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

/// How a run ended.
#[derive(Debug)]
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    pub fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        let run = Run {
            // No status: ended by a signal.
            status: output.status.code().unwrap_or(-1),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        };
        assert!(!run.stderr.contains("panicked"), "{run:#?}");
        run
    }

    /// Standard output as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:#?}"))
    }

    /// Nothing found, nothing to complain of.
    pub fn clean(self) -> Self {
        assert!(self.status == 0 && self.stderr.is_empty(), "{self:#?}");
        self
    }

    /// Something found, nothing to complain of.
    pub fn findings(self) -> Self {
        assert!(self.status == 1 && self.stderr.is_empty(), "{self:#?}");
        self
    }

    /// Something could not be used, which standard error says.
    pub fn unusable(self) -> Self {
        assert!(self.status == 2 && self.stderr.starts_with("selfscore: "), "{self:#?}");
        self
    }
}

/// The program in the repository's folder, in Chinese, whatever the machine speaks.
pub fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_selfscore"));
    command.current_dir(root()).args(args);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command
}

pub fn run(args: &[&str]) -> Run {
    Run::of(command(args).output().expect("the program runs"))
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

pub const DEFAULT: &str = "business-environment-2021";
pub const SCHEME: &str = "schemes/business-environment-2021.json";
pub const FORM: &str = "core/tests/form_support/sample.json";
pub const FORM_CSV: &str = "core/tests/form_support/sample.csv";
pub const KINDS: &str = "core/tests/form_support/kinds_sample.json";
pub const KINDS_SCHEMES: &str = "core/tests/form_support";
pub const TABLE_E: &str = "schemes/tables/e-zunyi-safety-2010.json";

/// The digest of the default scheme, which is published and does not change.
pub const DIGEST: &str = "d661309704a06d95d752956a3c7be2fe2f48e8cf4cc4f324c4209936b21956cf";

/// A JSON file of the repository.
pub fn json(path: &str) -> Value {
    serde_json::from_slice(&fs::read(root().join(path)).expect("a file")).expect("JSON")
}

/// A folder for the files of one test.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("{}-{next}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).expect("a folder");
        Folder(folder)
    }

    pub fn path(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }

    /// A file with these bytes; its path.
    pub fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.0.join(name);
        fs::write(&path, bytes).expect("a file");
        path.to_str().expect("UTF-8").to_owned()
    }

    /// A file of the repository with changes; its path.
    pub fn changed(&self, name: &str, of: &str, changes: &[(&str, Value)]) -> String {
        let mut document = json(of);
        for (pointer, value) in changes {
            let (parent, member): (&str, &str) = pointer.rsplit_once('/').expect("a pointer");
            match document.pointer_mut(parent).expect("a member") {
                Value::Array(list) => {
                    list[member.parse::<usize>().expect("a place")] = value.clone()
                }
                parent if value.is_null() => {
                    parent.as_object_mut().expect("an object").shift_remove(member);
                }
                parent => parent[member] = value.clone(),
            }
        }
        self.file(name, document.to_string().as_bytes())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
