//! Files added to the list: read, recognised or numbered and named, all in one step.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::draft::StoredEvidence;
use selfscore_core::evidence::name::{left_behind, visible};
use selfscore_core::evidence::{Incoming, Sums, propose};
use selfscore_core::limits;
use selfscore_wording::{changes, evidence as words};

use super::{Evidence, Held};
use crate::browser::folders::Picked;
use crate::session::{Open, Words};
use selfscore_intake::stream::{Stopped, size};

/// What became of the files of one drop.
#[derive(Default)]
struct Sorted {
    fresh: Vec<(Picked, Sums)>,
    recognised: usize,
    there_already: usize,
    other_contents: Vec<String>,
}

impl Evidence {
    /// Reads files and lists them, under an indicator by its place or by what their names tell.
    pub fn add(self, files: impl Future<Output = Vec<Picked>> + 'static, indicator: Option<usize>) {
        leptos::task::spawn_local(async move {
            let mut files = files.await;
            files.retain(|picked| !left_behind(&picked.path));
            let total = files.iter().map(|picked| size(&picked.file)).sum();
            if !self.begin(files.len(), total) {
                return;
            }
            let open = self.session.open.get_untracked();
            let read = self.read(files).await;
            self.progress.set(None);
            let moved = matches!(&open, Open::Draft { id, .. }
                if !matches!(self.session.open.get_untracked(), Open::Draft { id: now, .. } if now == *id));
            match read {
                Some((read, refused)) if !moved => self.list(read, refused, indicator),
                _ => self.session.say(|lang| words::cancelled(lang).into()),
            }
        });
    }

    /// Reads all that can be read, and says what cannot; `None` if it was cancelled.
    async fn read(self, files: Vec<Picked>) -> Option<(Vec<(Picked, Sums)>, Vec<Words>)> {
        let mut read = Vec::new();
        let mut refused: Vec<Words> = Vec::new();
        for picked in files {
            match self.sums(&picked).await {
                Ok(sums) => read.push((picked, sums)),
                Err(Stopped::Cancelled) => return None,
                Err(Stopped::Refused) => {
                    let name = visible(&picked.path);
                    refused.push(Arc::new(move |lang| words::not_read(lang, &name)));
                }
            }
        }
        Some((read, refused))
    }

    fn list(self, read: Vec<(Picked, Sums)>, refused: Vec<Words>, indicator: Option<usize>) {
        let sorted = self.sort(read);
        let listed = self.session.draft.with_untracked(|draft| draft.evidence.len());
        let count = sorted.fresh.len();
        if listed + count > limits::EVIDENCE {
            let all = listed + count;
            return self.session.warn(move |lang| words::too_many(lang, all, limits::EVIDENCE));
        }
        if count > 0 {
            let scheme = self.session.scheme.get_untracked();
            self.step(|session| {
                session.edit(|draft| {
                    let taken: Vec<String> =
                        draft.evidence.iter().map(|piece| piece.number.clone()).collect();
                    let paths =
                        sorted.fresh.iter().map(|(picked, _)| Incoming { path: &picked.path });
                    let places = propose(&scheme, &taken, &paths.collect::<Vec<_>>(), indicator);
                    for (place, (_, sums)) in places.into_iter().zip(&sorted.fresh) {
                        draft.evidence.push(StoredEvidence {
                            number: place.number,
                            name: place.name,
                            bytes: Some(sums.bytes),
                            sha256: sums.sha256.clone(),
                            ..StoredEvidence::default()
                        });
                    }
                });
            });
        }
        let (recognised, there) = (sorted.recognised, sorted.there_already);
        let others = sorted.other_contents;
        let alert = !refused.is_empty() || !others.is_empty();
        let told = move |lang| {
            let mut told: Vec<String> = refused.iter().map(|words| words(lang)).collect();
            let mut say = |count: usize, words: String| {
                if count > 0 {
                    told.push(words);
                }
            };
            say(count, words::added(lang, count));
            say(recognised, words::recognised(lang, recognised));
            say(there, words::there_already(lang, there));
            let names = others.join(changes::comma(lang));
            say(others.len(), words::other_contents(lang, names));
            told.join(" ")
        };
        match alert {
            true => self.session.warn(told),
            false if count > 0 => self.session.offer(self.session.last_step(), told),
            false => self.session.say(told),
        }
    }

    /// Tells which of the files are listed already, and holds them all.
    fn sort(self, read: Vec<(Picked, Sums)>) -> Sorted {
        let mut sorted = Sorted::default();
        let listed = self.session.draft.with_untracked(|draft| draft.evidence.clone());
        for (picked, sums) in read {
            let is_listed = listed.iter().any(|piece| piece.sha256 == sums.sha256);
            let known = self.held.with_untracked(|held| {
                held.get(&sums.sha256).map(|held| held.paths.contains(&picked.path))
            });
            self.held.update(|held| {
                let one = held.entry(sums.sha256.clone()).or_insert_with(|| Held {
                    paths: Vec::new(),
                    file: picked.file.clone(),
                    crc32: sums.crc32,
                });
                // The handle read last is the one that is most likely to be read again.
                one.file = picked.file.clone();
                if !one.paths.contains(&picked.path) {
                    one.paths.push(picked.path.clone());
                }
            });
            match (is_listed, known) {
                (true, None) => sorted.recognised += 1,
                (true, Some(true)) => sorted.there_already += 1,
                // The same file under another name: listed, and said to be the same.
                _ => {
                    let name = picked.file.name();
                    if listed.iter().any(|piece| piece.name == name && !is_listed) {
                        sorted.other_contents.push(format!("「{}」", visible(&name)));
                    }
                    sorted.fresh.push((picked, sums));
                }
            }
        }
        sorted
    }
}
