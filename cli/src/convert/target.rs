//! Where converted forms go: standard output, or files of a folder.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

use selfscore_wording::cli_forms as words;

use super::{ending, shown};
use crate::args::{ConvertOptions, Spelling};
use crate::forms::Item;
use crate::out::{Out, harmless};

/// Where forms go.
pub(super) enum Target {
    Stdout { terminal: bool },
    Folder { folder: PathBuf, ending: &'static str, force: bool, written: HashSet<PathBuf> },
}

impl Target {
    /// The target that is asked for; nothing where it cannot be used, which is said.
    pub fn of(options: &ConvertOptions, out: &mut Out) -> Option<Self> {
        let Some(folder) = options.out.clone() else {
            let terminal = io::stdout().is_terminal();
            if terminal && options.to == Spelling::Xlsx {
                out.unusable(words::book_to_terminal(out.lang));
                return None;
            }
            return Some(Target::Stdout { terminal });
        };
        let (ending, force) = (ending(options.to), options.force);
        Some(Target::Folder { folder, ending, force, written: HashSet::new() })
    }

    /// Writes a form; whether it was written. If not, it is said why.
    ///
    /// # Errors
    /// Those of standard output.
    pub fn put(&mut self, item: &Item, bytes: &[u8], out: &mut Out) -> io::Result<bool> {
        let lang = out.lang;
        match self {
            // Files and programs get it to the letter.
            Target::Stdout { terminal: false } => out.bytes(bytes)?,
            Target::Stdout { terminal: true } => {
                out.bytes(harmless(&String::from_utf8_lossy(bytes)).as_bytes())?;
            }
            Target::Folder { folder, ending, force, written } => {
                let path = folder.join(format!("{}.{ending}", item.stem));
                if written.contains(&path) {
                    out.unusable(&words::twice(lang, shown(&path)));
                    return Ok(false);
                }
                // Only now: what is read may be a folder that it will be in.
                let made = fs::create_dir_all(&*folder)
                    .map_err(|error| words::not_written(lang, shown(folder), error));
                let put = made.and_then(|()| {
                    write(&path, bytes, *force).map_err(|error| match error.kind() {
                        ErrorKind::AlreadyExists => words::exists(lang, shown(&path)),
                        _ => words::not_written(lang, shown(&path), error),
                    })
                });
                if let Err(why) = put {
                    out.unusable(&why);
                    return Ok(false);
                }
                written.insert(path);
            }
        }
        Ok(true)
    }
}

/// Writes a file whole, or leaves what was there.
fn write(path: &Path, bytes: &[u8], force: bool) -> io::Result<()> {
    if !force {
        let mut file = File::create_new(path)?;
        return file.write_all(bytes).inspect_err(|_| {
            // Ours, and cut off.
            let _ = fs::remove_file(path);
        });
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path)).inspect_err(|_| {
        let _ = fs::remove_file(&beside);
    })
}
