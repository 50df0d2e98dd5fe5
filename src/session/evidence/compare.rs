//! What was received, file by file: a folder, single files, or a ZIP.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use selfscore_core::evidence::name::{left_behind, visible};
use selfscore_core::evidence::{Found, verify};
use selfscore_core::form::{Evidence as Piece, book};
use selfscore_core::zip::Fault;
use selfscore_wording::{Lang, evidence as words};

use super::Evidence;
use crate::browser::files::Opened;
use crate::browser::folders::Picked;
use crate::session::{form_file, packages};
use selfscore_intake::archive::{self, Unread};
use selfscore_intake::stream::{self, Stopped, size};

/// By which list what was received is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// That of the form that is open.
    Open,
    /// That of the form that came along.
    Package,
}

/// What was received.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Received {
    /// The files, their own forms and index among them.
    pub files: Vec<Found>,
    /// Places of files that are the package's own: forms and index.
    pub own: BTreeSet<usize>,
    /// The form that came along, if one did: its name and bytes.
    pub form: Option<(String, Vec<u8>)>,
    /// What that form lists.
    pub listed: Vec<Piece>,
}

/// Files that may be forms, with their bytes; few, since they are in memory.
type Small = Vec<(usize, Vec<u8>)>;

impl Evidence {
    /// Reads what was received, to be compared with a list.
    pub fn compare(self, files: impl Future<Output = Vec<Picked>> + 'static) {
        leptos::task::spawn_local(async move {
            self.receive(files.await).await;
        });
    }

    pub(in crate::session) fn open_picked(self, picked: Vec<web_sys::File>) {
        leptos::task::spawn_local(async move {
            let Some(last) = self.session.import_all(picked).await else { return };
            let listed = self.listed();
            if listed.is_empty() || !packages::is_package(&last).await {
                return;
            }
            let path = last.name();
            if !self.receive(vec![Picked { path, file: last }]).await {
                return;
            }
            let Some(received) = self.received.get_untracked() else { return };
            let count = listed.len();
            if received.own.len() == received.files.len() {
                self.received.set(None);
                return self.session.say(move |lang| words::package_none(lang, count));
            }
            let compared = verify(&listed, &received.files);
            let intact = compared.count_intact();
            match compared.intact() {
                true => self.session.say(move |lang| words::package_all(lang, count)),
                false => self.session.warn(move |lang| words::package_some(lang, intact, count)),
            }
        });
    }

    /// Reads what was received; whether that could be done.
    async fn receive(self, mut files: Vec<Picked>) -> bool {
        files.retain(|picked| !left_behind(&picked.path));
        let read = match &files[..] {
            [one] if self.is_archive(one) => self.unzip(one).await,
            _ => self.look_at(&files).await,
        };
        self.progress.set(None);
        let Some((found, small)) = read else { return false };
        let received = received(found, small).await;
        let open = !self.listed().is_empty();
        self.by.set(if received.form.is_some() && !open { By::Package } else { By::Open });
        self.received.set(Some(received));
        true
    }

    /// The list of the form that is open.
    fn listed(self) -> Vec<Piece> {
        self.session.draft.with_untracked(|draft| draft.evidence.iter().map(Piece::from).collect())
    }

    /// Opens the form that came along, as any other file.
    pub fn open_form(self) {
        let form = self.received.with_untracked(|received| received.as_ref()?.form.clone());
        let Some((name, bytes)) = form else { return };
        leptos::task::spawn_local(async move {
            self.session.notice.set(None);
            if let Err(refusal) = self.session.take_in(Opened { name, bytes }).await {
                self.session.warn(move |lang| refusal(lang));
            }
        });
    }

    /// Whether a file is a package, and not itself a piece of evidence.
    fn is_archive(self, picked: &Picked) -> bool {
        let name = picked.file.name();
        let listed = self.session.draft.with_untracked(|draft| {
            let bytes = Some(size(&picked.file));
            draft.evidence.iter().any(|piece| piece.name == name && piece.bytes == bytes)
        });
        name.to_ascii_lowercase().ends_with(".zip") && !listed
    }

    async fn look_at(self, files: &[Picked]) -> Option<(Vec<Found>, Small)> {
        let total = files.iter().map(|picked| size(&picked.file)).sum();
        if !self.begin(files.len(), total) {
            return None;
        }
        let (mut found, mut small) = (Vec::new(), Small::new());
        let paths = files.iter().map(|picked| (picked.path.as_str(), size(&picked.file)));
        let forms = packages::may_be_forms(paths);
        for picked in files {
            let sha256 = match self.sums(picked).await {
                Ok(sums) => sums.sha256,
                Err(Stopped::Cancelled) => {
                    self.session.say(|lang| words::cancelled_check(lang).into());
                    return None;
                }
                Err(Stopped::Refused) => String::new(),
            };
            let bytes = size(&picked.file);
            if forms.contains(&found.len())
                && let Ok(content) = stream::range(&picked.file, 0, bytes).await
            {
                small.push((found.len(), content));
            }
            found.push(Found { path: picked.path.clone(), bytes, sha256 });
        }
        Some((found, small))
    }

    async fn unzip(self, picked: &Picked) -> Option<(Vec<Found>, Small)> {
        match self.unzipped(picked).await {
            Ok(read) => return read,
            Err(Unread::Stopped(Stopped::Cancelled)) => {
                self.session.say(|lang| words::cancelled_check(lang).into());
            }
            Err(why) => {
                let why = packages::unread(visible(&picked.path), why);
                self.session.warn(move |lang| why(lang));
            }
        }
        None
    }

    async fn unzipped(self, picked: &Picked) -> Result<Option<(Vec<Found>, Small)>, Unread> {
        let mut inside = archive::list(&picked.file).await?;
        inside.retain(|one| !left_behind(&one.path));
        let total = inside.iter().map(archive::Inside::bytes).sum();
        if !self.begin(inside.len(), total) {
            return Ok(None);
        }
        let (mut found, mut small) = (Vec::new(), Small::new());
        let paths = inside.iter().map(|one| (one.path.as_str(), one.bytes()));
        let forms = packages::may_be_forms(paths);
        for one in &inside {
            self.next(&one.path);
            let keep = forms.contains(&found.len());
            let mut content = Vec::new();
            let see = |piece: &[u8]| {
                if keep {
                    content.extend(piece);
                }
                Ok(self.came(piece.len() as u64)?)
            };
            let sums = match archive::each(&picked.file, one, see).await {
                Ok(sums) => Some(sums),
                // The archive has this file damaged, and others whole.
                Err(Unread::Fault(Fault::Damaged)) => None,
                Err(why) => return Err(why),
            };
            if keep {
                small.push((found.len(), content));
            }
            let bytes = sums.as_ref().map_or(one.bytes(), |sums| sums.bytes);
            let sha256 = sums.map(|sums| sums.sha256).unwrap_or_default();
            found.push(Found { path: one.path.clone(), bytes, sha256 });
        }
        Ok(Some((found, small)))
    }
}

/// Tells the package's own files from the evidence. The first form that can be read is the one;
/// a workbook is looked into only if no other spelling is there.
async fn received(files: Vec<Found>, small: Small) -> Received {
    let stem = |path: &str| path.rsplit_once('.').map_or(path, |(stem, _)| stem).to_owned();
    let mut all = Received { files, ..Received::default() };
    let mut stems = BTreeSet::new();
    let order =
        packages::may_be_forms(all.files.iter().map(|file| (file.path.as_str(), file.bytes)));
    let mut small: BTreeMap<usize, Vec<u8>> = small.into_iter().collect();
    for at in order {
        let Some(bytes) = small.remove(&at) else { continue };
        let path = &all.files[at].path;
        let name = path.rsplit('/').next().unwrap_or(path).to_owned();
        if all.form.is_some() && book::recognises(&bytes) {
            continue;
        }
        let opened = Opened { name, bytes };
        let Ok(taken) = form_file::read(&opened).await else { continue };
        stems.insert(stem(path));
        if all.form.is_none() {
            all.form = Some((opened.name, opened.bytes));
            all.listed = taken.file.form.evidence;
        }
    }
    for (at, file) in all.files.iter().enumerate() {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        let index = [Lang::Zh, Lang::En].map(|lang| format!("{}.csv", words::index_name(lang)));
        // Spellings of one form have one stem.
        if index.iter().any(|index| index == name) || stems.contains(&stem(&file.path)) {
            all.own.insert(at);
        }
    }
    all
}
