//! Folders that are picked or dropped, with the paths of their files.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DragEvent, Event, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry,
};

use super::files;

/// A file with the folders that it was in.
#[derive(Clone, Debug)]
pub struct Picked {
    /// Folders and name, apart by `/`.
    pub path: String,
    /// The file.
    pub file: File,
}

/// How deep folders are followed, and how many files are looked for: beyond that somebody dropped a
/// whole disk.
const DEPTH: usize = 16;
const FILES: usize = 200_000;

/// Files of a field, which may pick a folder; the field is emptied.
pub fn picked(event: &Event) -> Vec<Picked> {
    files::picked(event).into_iter().map(with_path).collect()
}

fn with_path(file: File) -> Picked {
    let path = Reflect::get(&file, &JsValue::from_str("webkitRelativePath"));
    let path = path.ok().and_then(|path| path.as_string()).filter(|path| !path.is_empty());
    Picked { path: path.unwrap_or_else(|| file.name()), file }
}

/// Files that are dropped, those in folders as well. The event has them only while it lasts, so they
/// are taken before this returns; folders are read later.
pub fn dropped(event: &DragEvent) -> impl Future<Output = Vec<Picked>> + use<> {
    let plain = files::dropped(event);
    let items = event.data_transfer().map(|transfer| transfer.items());
    let mut entries: Vec<FileSystemEntry> = Vec::new();
    if let Some(items) = items {
        let all = (0..items.length()).filter_map(|index| items.get(index));
        entries.extend(all.filter_map(|item| item.webkit_get_as_entry().ok().flatten()));
    }
    async move {
        // Without a folder among them the plain files are all there is.
        if !entries.iter().any(FileSystemEntry::is_directory) {
            return plain.into_iter().map(with_path).collect();
        }
        let mut found = Vec::new();
        let mut rest: Vec<(String, FileSystemEntry, usize)> =
            entries.into_iter().rev().map(|entry| (entry.name(), entry, 0)).collect();
        while let Some((path, entry, depth)) = rest.pop() {
            if found.len() >= FILES {
                break;
            }
            if entry.is_directory() {
                let folder: FileSystemDirectoryEntry = entry.unchecked_into();
                let mut inside = inside(&folder).await;
                inside.sort_by_key(|entry| std::cmp::Reverse(entry.name()));
                if depth < DEPTH {
                    let under = |entry: FileSystemEntry| {
                        (format!("{path}/{}", entry.name()), entry, depth + 1)
                    };
                    rest.extend(inside.into_iter().map(under));
                }
            } else if let Some(file) = file(&entry.unchecked_into()).await {
                found.push(Picked { path, file });
            }
        }
        found
    }
}

/// What is in a folder; browsers give it in portions, an empty one at the end.
async fn inside(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut all = Vec::new();
    loop {
        let portion = Promise::new(&mut |done, failed| {
            // What cannot be asked for settles nothing, so it fails at once.
            if reader.read_entries_with_callback_and_callback(&done, &failed).is_err() {
                let _ = failed.call0(&JsValue::NULL);
            }
        });
        let Ok(portion) = JsFuture::from(portion).await else { return all };
        let portion: Array = portion.unchecked_into();
        if portion.length() == 0 || all.len() > FILES {
            return all;
        }
        all.extend(portion.iter().map(|entry| entry.unchecked_into::<FileSystemEntry>()));
    }
}

async fn file(entry: &FileSystemFileEntry) -> Option<File> {
    let promise = Promise::new(&mut |done, failed| {
        entry.file_with_callback_and_callback(&done, &failed);
    });
    JsFuture::from(promise).await.ok().map(JsCast::unchecked_into)
}
