//! From sources to `dist/`.

use crate::page::{self, Part};
use crate::run::{cargo, command, npm_bin, output, root, run, target_dir};
use crate::wasm::{self, Host};
use crate::{embed, offline, setup, split};
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// What a build is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// All of `dist/`, as small as it gets.
    Release,
    /// `dist/dev/` only, as soon as it gets.
    Watch,
}

/// What the oldest browsers understand; esbuild rewrites what they do not.
const BROWSERS: &str = "--target=chrome83,firefox79,safari15";

/// The name of the page's loader.
const PAGE: &str = "wasm_bindgen";

/// A module that is loaded when it is used, and the names by which the page knows it. (src/browser/books.rs and
/// worker.rs have the latter two.)
struct Later {
    package: &'static str,
    features: &'static str,
    profile: &'static str,
    /// How wasm-opt weighs size and speed.
    level: &'static str,
    loader: &'static str,
    starter: &'static str,
    /// The variable with the name of the file that a site has it in.
    file: &'static str,
}

const LATER: [Later; 2] = [
    Later {
        package: "selfscore-books",
        features: "module",
        profile: "release",
        level: "-Oz",
        loader: "selfscoreBooks",
        starter: "selfscoreBooksStart",
        file: "selfscoreBooksFile",
    },
    Later {
        package: "selfscore-worker",
        features: "",
        profile: "worker",
        level: "-O3",
        loader: "selfscoreWorker",
        starter: "selfscoreWorkerStart",
        file: "selfscoreWorkerFile",
    },
];

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds the page.
pub fn build(kind: Kind) -> Result<()> {
    setup::wasm_target()?;
    setup::npm()?;
    // With relocations: by them the module is cut.
    let program = compiled(kind, "selfscore", "", "release", &["-Clink-arg=--emit-relocs"])?;
    let page = split::page(kind, &program, PAGE)?;
    let glue = |script: &str| esbuild(&["--loader=js"], Some(script));
    let mut later = Vec::new();
    // Where a site has the rest of the program; in the one file it stands before this script.
    let mut script = String::new();
    for one in &LATER {
        let compiled = compiled(kind, one.package, one.features, one.profile, &[])?;
        let bound = wasm::bind(&compiled, Host::Page(one.loader))?;
        let module = finished(kind, one.package, one.level, &bound.module)?;
        let text = embed::starter(one.starter, one.loader, &glue(&bound.script)?, &module);
        let file = name_of(one.package, &text, "js");
        script += &format!("var {}=\"{file}\";\n", one.file);
        later.push((one.package.to_owned(), text));
    }
    later.extend(page.parts);
    script += &page.glue;
    script += &embed::script("selfscoreModule", &page.module);
    let style = esbuild(&["style/main.css", "--bundle", "--loader:.svg=dataurl"], None)?;
    let parts = Part { style, script, later };
    let shell = fs::read_to_string(root().join("index.html"))?;

    let dist = root().join("dist");
    if kind == Kind::Watch {
        return write_site(&dist.join("dev"), &shell, &parts);
    }
    write_site(&dist.join("site"), &shell, &parts)?;
    fs::write(dist.join("selfscore.html"), page::one_file(&shell, &parts)?)?;

    let program = compiled(kind, "selfscore-script", "", "release", &[])?;
    let for_node = wasm::bind(&program, Host::Node)?;
    let node = dist.join("node");
    fs::create_dir_all(&node)?;
    // The folder's own package.json: the repository's says that scripts are modules.
    fs::write(
        node.join("package.json"),
        "{ \"type\": \"commonjs\", \"main\": \"selfscore.js\", \"types\": \"selfscore.d.ts\" }\n",
    )?;
    fs::write(node.join("selfscore.js"), for_node.script)?;
    fs::write(node.join("selfscore.d.ts"), for_node.types)?;
    // Nobody loads it over a line: it is not made smaller, which takes minutes.
    fs::write(node.join("selfscore_bg.wasm"), for_node.module)?;
    print_sizes()
}

/// A package as cargo's wasm; `last` goes to rustc for the package itself.
fn compiled(
    kind: Kind,
    package: &str,
    features: &str,
    profile: &str,
    last: &[&str],
) -> Result<Vec<u8>> {
    let profile = if kind == Kind::Release { profile } else { "dev-wasm" };
    let arguments = ["rustc", "--locked", "--package", package, "--lib", "--crate-type", "cdylib"];
    let mut cargo = cargo(&arguments);
    cargo.args(["--target", TARGET, "--features", features, "--profile", profile, "--"]).args(last);
    run(&mut cargo)?;
    let file = format!("{}.wasm", package.replace('-', "_"));
    Ok(fs::read(target_dir().join(TARGET).join(profile).join(file))?)
}

/// A module made smaller or faster, where that is worth the minutes.
pub fn finished(kind: Kind, name: &str, level: &str, module: &[u8]) -> Result<Vec<u8>> {
    if kind == Kind::Release { wasm::optimise(name, level, module) } else { Ok(module.to_vec()) }
}

/// Runs esbuild over files named in `args`, or over `input`.
pub fn esbuild(args: &[&str], input: Option<&str>) -> Result<String> {
    let mut esbuild = npm_bin("esbuild");
    esbuild.args(args).args([BROWSERS, "--minify", "--charset=utf8", "--log-level=warning"]);
    if let Some(text) = input {
        let file = target_dir().join("esbuild-input");
        fs::write(&file, text)?;
        esbuild.stdin(fs::File::open(file)?);
    }
    let done = esbuild.stderr(std::process::Stdio::inherit()).output().context("esbuild")?;
    if !done.status.success() {
        bail!("esbuild failed on {}", args[0]);
    }
    Ok(String::from_utf8(done.stdout)?)
}

/// Writes the page as a folder for any static host; files other than index.html may be cached for ever.
fn write_site(folder: &Path, shell: &str, parts: &Part) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let write = |name: &str, content: &str, extension: &str| -> Result<String> {
        let name = name_of(name, content, extension);
        fs::write(folder.join(&name), content)?;
        Ok(name)
    };
    for (name, script) in &parts.later {
        write(name, script, "js")?;
    }
    let style = write("selfscore", &parts.style, "css")?;
    let script = write("selfscore", &parts.script, "js")?;
    // Behind its files, so that a reload never finds an index.html whose files are not there yet.
    fs::write(folder.join("index.html"), page::site(shell, &style, &script)?)?;
    offline::write(folder)
}

/// A file's name, which changes with its content.
pub fn name_of(name: &str, content: &str, extension: &str) -> String {
    let digest = format!("{:x}", Sha256::digest(content));
    format!("{name}-{}.{extension}", &digest[..12])
}

fn print_sizes() -> Result<()> {
    let mut sizes = command("node");
    sizes.arg("scripts/sizes.mjs").arg(target_dir());
    let table = output(&mut sizes).context("scripts/sizes.mjs failed")?;
    println!("{table}");
    Ok(())
}
