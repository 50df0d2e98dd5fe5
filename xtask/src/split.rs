//! The page's module cut into what a first visit needs and parts that come when they are used
//! (src/app/apart.rs names them). They share memory and table, so a part is loaded as if it had been there.

use crate::bundle::{Kind, esbuild};
use crate::run::target_dir;
use crate::wasm::{self, Host};
use crate::{bundle, embed};
use anyhow::{Context, Result, anyhow};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use wasm_split_cli_support::{Options, transform};

/// The loader of parts, as the module knows it.
const LINK: &str = "./link.js";

/// The part that is loaded behind every page.
const BEHIND: &str = "files";

/// The page's program in pieces.
pub struct Split {
    /// Declares the global by which the page starts the module, and knows how parts are loaded.
    pub glue: String,
    /// What is there from the beginning.
    pub module: Vec<u8>,
    /// Scripts that bring parts, by the names of their files.
    pub parts: Vec<(String, String)>,
}

/// Cuts cargo's wasm, which must have its relocations, and makes every piece as `kind` asks.
pub fn page(kind: Kind, cargo_wasm: &[u8], global: &str) -> Result<Split> {
    let folder = target_dir().join("split");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(cargo_wasm);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    // An error of its own kind, which is no std error.
    let cut = transform(options).map_err(|why| anyhow!("the module cannot be cut: {why:?}"))?;

    let bound = wasm::bind(&fs::read(&main)?, Host::Split)?;
    let module = bundle::finished(kind, "page", "-Oz", &bound.module)?;

    let needs: BTreeMap<String, Vec<String>> = cut.prefetch_map.into_iter().collect();
    let mut scripts = BTreeMap::<String, String>::new();
    let mut home = BTreeMap::new();
    for path in &cut.split_modules {
        let piece = path.file_stem().and_then(|name| name.to_str()).context("a piece's name")?;
        let wasm = wasm::without_names(&fs::read(path)?)?;
        let wasm = bundle::finished(kind, piece, "-Oz", &wasm)?;
        let name = file_of(piece, &needs);
        *scripts.entry(name.clone()).or_default() += &embed::part(piece, &wasm);
        home.insert(piece.to_owned(), name);
    }
    let parts: Vec<(String, String)> = scripts.into_iter().collect();
    // By the piece: the file that has it, where the page is a site.
    let named: BTreeMap<&str, String> = parts
        .iter()
        .map(|(name, script)| (name.as_str(), bundle::name_of(name, script, "js")))
        .collect();
    let file = |(piece, name): (String, String)| Some((piece, named.get(name.as_str())?.clone()));
    let files: BTreeMap<String, String> = home.into_iter().filter_map(file).collect();
    // For the table of sizes.
    let by_part = needs.iter().map(|(part, pieces)| {
        let files: BTreeSet<&String> = pieces.iter().filter_map(|piece| files.get(piece)).collect();
        let files: Vec<String> = files.iter().map(|file| format!("{file:?}")).collect();
        format!("{part:?}: [{}]", files.join(", "))
    });
    let by_part: Vec<String> = by_part.collect();
    fs::write(folder.join("needs.json"), format!("{{{}}}\n", by_part.join(",\n")))?;
    fs::write(folder.join("selfscore.js"), bound.script)?;
    fs::write(folder.join(LINK), link(&files, &needs)?)?;
    let entry = folder.join("selfscore.js");
    let entry = entry.to_str().context("the folder's name")?;
    let name = format!("--global-name={global}");
    // wasm-bindgen names the one module that all parts are loaded from once for each.
    let quiet = "--log-override:duplicate-object-key=silent";
    let glue = esbuild(&[entry, "--bundle", "--format=iife", &name, quiet], None)?;
    Ok(Split { glue, module, parts })
}

/// The file that has a piece. What the part needs that is loaded behind every page is one file, since it comes anyway;
/// what others share is another, so that a part asks for few.
fn file_of(piece: &str, needs: &BTreeMap<String, Vec<String>>) -> String {
    let behind = needs.get(BEHIND).is_some_and(|pieces| pieces.iter().any(|one| one == piece));
    let name = match piece.strip_prefix("split_") {
        _ if behind => BEHIND,
        Some(own) => own,
        None => "shared",
    };
    format!("selfscore-part-{name}")
}

/// The script between the module and its parts: by the part, the pieces that it needs.
fn link(files: &BTreeMap<String, String>, needs: &BTreeMap<String, Vec<String>>) -> Result<String> {
    let mut script = format!("const files = {};\n", object(files));
    script += include_str!("link.js");
    for (part, pieces) in needs {
        let pieces: Vec<String> = pieces.iter().map(|piece| format!("{piece:?}")).collect();
        let pieces = pieces.join(", ");
        writeln!(script, "export const __wasm_split_load_{part} = part([{pieces}]);")?;
    }
    Ok(script)
}

/// An object literal; names are plain.
fn object(members: &BTreeMap<String, String>) -> String {
    let members: Vec<String> =
        members.iter().map(|(name, value)| format!("{name:?}: {value:?}")).collect();
    format!("{{{}}}", members.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{file_of, link};
    use std::collections::BTreeMap;

    #[test]
    fn what_comes_behind_the_page_is_one_file_and_what_others_share_another() {
        let pieces = |all: &[&str]| all.iter().map(|&piece| piece.to_owned()).collect();
        let needs = BTreeMap::from([
            ("files".to_owned(), pieces(&["chunk_1", "split_files"])),
            ("office".to_owned(), pieces(&["chunk_1", "chunk_2", "split_office"])),
        ]);
        let files =
            ["split_files", "chunk_1", "chunk_2", "split_office"].map(|p| file_of(p, &needs));
        let names = ["files", "files", "shared", "office"].map(|n| format!("selfscore-part-{n}"));
        assert_eq!(files, names);
    }

    #[test]
    fn the_link_names_each_parts_pieces_and_their_files() {
        let files = BTreeMap::from([("split_a".to_owned(), "a-1.js".to_owned())]);
        let needs =
            BTreeMap::from([("a".to_owned(), vec!["chunk_2".to_owned(), "split_a".into()])]);
        let script = link(&files, &needs).unwrap_or_default();
        assert!(script.starts_with("const files = {\"split_a\": \"a-1.js\"};\n"));
        let last = script.lines().last();
        assert_eq!(
            last,
            Some("export const __wasm_split_load_a = part([\"chunk_2\", \"split_a\"]);")
        );
    }
}
