//! From cargo's wasm to the module that browsers load.

use crate::run::{npm_bin, run, target_dir};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// What wasm-opt may use: the flags of `.cargo/config.toml`, in its own words. (`--all-features`
/// writes a file that browsers refuse.)
const FEATURES: [&str; 6] = [
    "--mvp-features",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
];

/// The loader's script and the module it loads.
pub struct Bound {
    pub script: String,
    pub module: Vec<u8>,
    /// TypeScript declarations, for Node.
    pub types: String,
}

/// Who loads the module.
#[derive(Clone, Copy)]
pub enum Host {
    /// A classic script, since module scripts do not run from disk; it sets a global of that name.
    Page(&'static str),
    /// A script that is bundled with the one that loads the module's parts.
    Split,
    Node,
}

/// Runs wasm-bindgen over `cargo_wasm`.
pub fn bind(cargo_wasm: &[u8], host: Host) -> Result<Bound> {
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("selfscore", without_feature_list(cargo_wasm)?);
    bindgen.remove_name_section(true).remove_producers_section(true);
    match host {
        Host::Page(global) => bindgen.no_modules(true)?.no_modules_global(global)?,
        // What parts import is exported under the linker's names.
        Host::Split => {
            bindgen.web(true)?.omit_default_module_path(true).keep_lld_exports(true).demangle(false)
        }
        Host::Node => bindgen.nodejs(true)?.typescript(true),
    };
    let mut output = bindgen.generate_output().context("wasm-bindgen")?;
    let module = output.wasm_mut().emit_wasm();
    let types = output.ts().unwrap_or_default().to_owned();
    Ok(Bound { script: output.js().to_owned(), module, types })
}

/// Makes `module` smaller or faster, as the `level` says; remembers the last result of each `name`, since it takes a
/// while.
pub fn optimise(name: &str, level: &str, module: &[u8]) -> Result<Vec<u8>> {
    let flags = FEATURES.concat() + level;
    let digest = Sha256::new().chain_update(module).chain_update(flags).finalize();
    let folder = target_dir().join("wasm-opt").join(name);
    let done = folder.join(format!("{digest:x}.wasm"));
    if !done.exists() {
        fs::create_dir_all(&folder)?;
        for old in fs::read_dir(&folder)?.flatten() {
            fs::remove_file(old.path())?;
        }
        let (input, output) = (folder.join("in"), folder.join("out"));
        fs::write(&input, module)?;
        run(npm_bin("wasm-opt").arg(level).args(FEATURES).arg(&input).arg("-o").arg(&output))?;
        fs::rename(output, &done)?;
    }
    fs::read(&done).with_context(|| shown(&done))
}

/// Leaves out the `target_features` section: the prebuilt std lists reference types and multi-value
/// there, and wasm-bindgen would then use them, which Chromium 83 refuses.
fn without_feature_list(module: &[u8]) -> Result<Vec<u8>> {
    without(module, |name| name == b"target_features")
}

/// Leaves out every custom section: names of functions, and what only tools read.
pub fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    without(module, |_| true)
}

/// Leaves out custom sections by their names.
fn without(module: &[u8], leave: impl Fn(&[u8]) -> bool) -> Result<Vec<u8>> {
    let (mut rest, mut kept) =
        module.split_at_checked(8).map(|(head, rest)| (rest, head.to_vec())).context("no wasm")?;
    while let [id, after_id @ ..] = rest {
        let (content, next) = prefixed(after_id).context("broken wasm section")?;
        let named = *id == 0 && prefixed(content).is_some_and(|(name, _)| leave(name));
        if !named {
            kept.extend_from_slice(&rest[..rest.len() - next.len()]);
        }
        rest = next;
    }
    Ok(kept)
}

/// Splits off as many bytes as the LEB128 number at the front says.
fn prefixed(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let digits = bytes.iter().position(|byte| byte & 0x80 == 0)? + 1;
    let length =
        bytes[..digits].iter().rev().fold(0_usize, |sum, byte| sum << 7 | usize::from(byte & 0x7f));
    bytes[digits..].split_at_checked(length)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::without_feature_list;

    #[test]
    fn only_the_feature_list_goes() {
        let head = b"\0asm\x01\0\0\0";
        let kept = [&head[..], b"\x00\x04\x03abc", b"\x01\x82\x00xy"].concat();
        let listed = [&kept[..14], b"\x00\x12\x0ftarget_features\x01x", &kept[14..]].concat();
        assert_eq!(without_feature_list(&listed).ok(), Some(kept));
        assert!(without_feature_list(b"\0asm\x01\0\0\0\x01\x05a").is_err());
    }
}
