//! Starting other programs.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The checkout's folder.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// Where cargo puts what it builds.
pub fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A command in the checkout's folder, without a keyboard.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// Cargo, free of settings that would replace `.cargo/config.toml`'s flags for wasm32.
pub fn cargo(args: &[&str]) -> Command {
    // `CARGO` is the binary of one toolchain, so it would go past RUSTUP_TOOLCHAIN.
    let mut command = command("cargo");
    command.args(args);
    for_cargo(&mut command);
    command
}

/// Sets what cargo shall find, for it or for a program that starts it.
pub fn for_cargo(command: &mut Command) {
    for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_TARGET"] {
        command.env_remove(name);
    }
    if let Some(pinned) = crate::setup::chosen_toolchain() {
        command.env("RUSTUP_TOOLCHAIN", pinned);
    }
}

/// Runs `command` and fails if it does.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", name(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", name(command));
    }
    Ok(())
}

/// What `command` prints; `None` if it cannot be started or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A program that npm installed for this project.
pub fn npm_bin(program: &str) -> Command {
    command(root().join("node_modules/.bin").join(program))
}

fn name(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args().take(3));
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
