//! Brings what is missing: the toolchain's version, the wasm32 target, npm packages, browsers.
//! Every step is instant when nothing is to do.

use crate::run::{self, command, output, root};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The compiler this project is built with. See rust-toolchain.toml for why it stands here.
const PINNED: &str = "1.95.0";

/// What apt brings for the browser tests, each with a file that shows it is there.
const BROWSERS: [(&str, &str); 4] = [
    ("chromium", "/usr/bin/chromium"),
    ("firefox-esr", "/usr/bin/firefox-esr"),
    // Reads the text of what was printed.
    ("poppler-utils", "/usr/bin/pdftotext"),
    ("fonts-noto-cjk", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
];

/// What apt brings for the tests of files: a spreadsheet that opens and saves them.
const OFFICE: [(&str, &str); 1] = [("libreoffice-calc", "/usr/bin/soffice")];

/// What apt brings for the fuzz targets: their engine is C++.
const COMPILER: [(&str, &str); 1] = [("g++", "/usr/bin/g++")];

/// What apt brings for the example of a province.
const PYTHON: [(&str, &str); 1] = [("python3-venv", "/usr/share/doc/python3-venv")];

/// The runner of the fuzz targets.
const CARGO_FUZZ: &str = "0.13.1";

static TOOLCHAIN: OnceLock<Option<&'static str>> = OnceLock::new();

/// The toolchain to name to rustup, if it is not the one in use anyway.
pub fn chosen_toolchain() -> Option<&'static str> {
    TOOLCHAIN.get().copied().flatten()
}

/// Makes sure that all further commands run on the pinned compiler.
pub fn toolchain() -> Result<()> {
    let found = output(command("rustc").arg("--version")).context("rustc not found")?;
    if version_of(&found) == PINNED {
        TOOLCHAIN.get_or_init(|| None);
        return Ok(());
    }
    let named = || output(command("rustc").arg("--version").env("RUSTUP_TOOLCHAIN", PINNED));
    if named().is_none_or(|text| version_of(&text) != PINNED) {
        eprintln!(
            "this project is built with Rust {PINNED}, here is {found}: installing {PINNED} beside it"
        );
        run::run(command("rustup").args(["toolchain", "install", PINNED, "--profile", "default"])).with_context(
            || format!("install Rust {PINNED} ('rustup toolchain install {PINNED}'), or change PINNED in xtask/src/setup.rs"),
        )?;
    }
    TOOLCHAIN.get_or_init(|| Some(PINNED));
    Ok(())
}

fn version_of(text: &str) -> &str {
    text.split_whitespace().nth(1).unwrap_or_default()
}

/// Makes `--target wasm32-unknown-unknown` work.
pub fn wasm_target() -> Result<()> {
    let mut script = command(root().join("scripts/wasm-target.sh"));
    if let Some(pinned) = chosen_toolchain() {
        script.env("RUSTUP_TOOLCHAIN", pinned);
    }
    run::run(&mut script)
}

/// clippy and rustfmt, where rustup's minimal profile left them out.
pub fn lint_tools() -> Result<()> {
    for (tool, component) in [("cargo-clippy", "clippy"), ("rustfmt", "rustfmt")] {
        let mut probe = command(tool);
        if let Some(pinned) = chosen_toolchain() {
            probe.env("RUSTUP_TOOLCHAIN", pinned);
        }
        if output(probe.arg("--version")).is_none() {
            run::run(command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Installs the npm packages of the lock file, unless just those are there.
pub fn npm() -> Result<()> {
    let lock = std::fs::read(root().join("package-lock.json"))?;
    let stamp = root().join("node_modules/.installed-lock.json");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    eprintln!("npm ci");
    run::run(command("npm").args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))
    .context("Node 20 or newer with npm is needed")?;
    Ok(std::fs::write(stamp, lock)?)
}

/// Installs browsers and fonts for the tests.
pub fn browsers() -> Result<()> {
    packages("the browser tests", &BROWSERS)
}

/// Installs a spreadsheet for the tests.
pub fn office() -> Result<()> {
    packages("the tests of workbooks", &OFFICE)
}

/// What runs the fuzz targets; installed for this project alone.
pub fn fuzzer() -> Result<PathBuf> {
    packages("the fuzz targets", &COMPILER)?;
    let folder = run::target_dir().join(format!("tools/cargo-fuzz-{CARGO_FUZZ}"));
    let program = folder.join("bin/cargo-fuzz");
    if !program.exists() {
        eprintln!("cargo install cargo-fuzz");
        let mut install = run::cargo(&["install", "--quiet", "--locked", "--version", CARGO_FUZZ]);
        run::run(install.arg("--root").arg(&folder).arg("cargo-fuzz"))?;
    }
    Ok(program)
}

/// The Python that runs the example of a province, with the packages that it names; for this project alone.
pub fn province() -> Result<PathBuf> {
    let wanted = root().join("examples/province/requirements.txt");
    let folder = run::target_dir().join("tools/province");
    let (python, stamp) = (folder.join("bin/python"), folder.join("installed.txt"));
    let pinned = std::fs::read(&wanted)?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == pinned) {
        return Ok(python);
    }
    eprintln!("pip install -r examples/province/requirements.txt");
    let venv = || run::run(command("python3").args(["-m", "venv", "--clear"]).arg(&folder));
    // Debian has it apart from Python.
    if venv().is_err() {
        packages("the example of a province", &PYTHON)?;
        venv()?;
    }
    let mut pip = command(&python);
    // Wheels only: the engine is megabytes of C++, which takes an hour to compile.
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    run::run(pip.args(["--only-binary", ":all:", "--no-deps", "-r"]).arg(&wanted))?;
    std::fs::write(stamp, pinned)?;
    Ok(python)
}

/// Installs packages of Debian's, each named with a file that shows it is there.
fn packages(whose: &str, packages: &[(&str, &str)]) -> Result<()> {
    let given = |name| name == "chromium" && std::env::var_os("CHROMIUM").is_some();
    let there = |name, file| given(name) || Path::new(file).exists();
    let wanted = packages.iter().filter(|(name, file)| !there(*name, *file));
    let missing: Vec<&str> = wanted.map(|(name, _)| *name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!("as root: apt-get install {}", missing.join(" "));
    if output(command("id").arg("-u")).as_deref() != Some("0") {
        bail!("{whose} need {}; {by_hand}", missing.join(", "));
    }
    eprintln!("apt-get install {}", missing.join(" "));
    let apt = |args: &[&str]| {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive")
            .args(["-qq", "-o", "Dpkg::Use-Pty=0"])
            .args(args);
        apt.stdout(std::process::Stdio::null());
        run::run(&mut apt)
    };
    // A stale list of packages is no reason to stop; a package that cannot be had is.
    let _ = apt(&["update"]);
    let install = ["install", "-y", "--no-install-recommends"];
    apt(&[&install[..], &missing[..]].concat()).context(by_hand)
}
