//! From sources to `dist/`.

use crate::page::{self, Part};
use crate::run::{cargo, command, npm_bin, output, root, run, target_dir};
use crate::wasm::{self, Host};
use crate::{embed, setup};
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

/// The names of the page's loader, and of the function that makes it: a worker is made of its text.
/// (src/browser/worker.rs has both.)
const PAGE: &str = "wasm_bindgen";
const GLUE: &str = "selfscoreGlue";

/// The names by which the page knows the module for workbooks: its loader, the function that starts
/// it, and the file that a site has it in. (src/browser/books.rs has the latter two.)
const BOOKS: &str = "selfscoreBooks";
const BOOKS_STARTER: &str = "selfscoreBooksStart";
const BOOKS_FILE: &str = "selfscoreBooksFile";

/// Builds the page.
pub fn build(kind: Kind) -> Result<()> {
    setup::wasm_target()?;
    setup::npm()?;
    let profile = if kind == Kind::Release { "release" } else { "dev-wasm" };
    let target = "wasm32-unknown-unknown";
    run(&mut cargo(&[
        "build",
        "--locked",
        "--package",
        "selfscore",
        "--package",
        "selfscore-books",
        "--lib",
        "--target",
        target,
        "--profile",
        profile,
    ]))?;
    let compiled = |name: &str| fs::read(target_dir().join(target).join(profile).join(name));
    let program = compiled("selfscore.wasm")?;

    let for_page = wasm::bind(&program, Host::Page(PAGE))?;
    let module = finished(kind, "page", &for_page.module)?;
    let books = wasm::bind(&compiled("selfscore_books.wasm")?, Host::Page(BOOKS))?;
    let books_module = finished(kind, "books", &books.module)?;
    let style = esbuild(&["style/main.css", "--bundle", "--loader:.svg=dataurl"], None)?;
    let glue = |script: &str| esbuild(&["--loader=js"], Some(script));
    let later = embed::starter(BOOKS_STARTER, BOOKS, &glue(&books.script)?, &books_module);
    // Where a site has the rest of the program; in the one file it stands before this script.
    let file = format!("var {BOOKS_FILE}=\"{}\";\n", name_of("selfscore-books", &later, "js"));
    let page_glue = embed::glue(GLUE, PAGE, &glue(&for_page.script)?);
    let script = file + &page_glue + &embed::script("selfscoreModule", &module);
    let parts = Part { style, script, later };
    let shell = fs::read_to_string(root().join("index.html"))?;

    let dist = root().join("dist");
    if kind == Kind::Watch {
        return write_site(&dist.join("dev"), &shell, &parts);
    }
    write_site(&dist.join("site"), &shell, &parts)?;
    fs::write(dist.join("selfscore.html"), page::one_file(&shell, &parts)?)?;

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
    fs::write(node.join("selfscore_bg.wasm"), finished(kind, "node", &for_node.module)?)?;
    print_sizes()
}

fn finished(kind: Kind, name: &str, module: &[u8]) -> Result<Vec<u8>> {
    if kind == Kind::Release { wasm::optimise(name, module) } else { Ok(module.to_vec()) }
}

/// Runs esbuild over files named in `args`, or over `input`.
fn esbuild(args: &[&str], input: Option<&str>) -> Result<String> {
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
    write("selfscore-books", &parts.later, "js")?;
    let style = write("selfscore", &parts.style, "css")?;
    let script = write("selfscore", &parts.script, "js")?;
    // Last, so that a reload never finds an index.html whose files are not there yet.
    Ok(fs::write(folder.join("index.html"), page::site(shell, &style, &script)?)?)
}

/// A file's name, which changes with its content.
fn name_of(name: &str, content: &str, extension: &str) -> String {
    let digest = format!("{:x}", Sha256::digest(content));
    format!("{name}-{}.{extension}", &digest[..12])
}

fn print_sizes() -> Result<()> {
    let mut sizes = command("node");
    sizes.arg("scripts/sizes.mjs").arg(target_dir().join("sizes.json"));
    let table = output(&mut sizes).context("scripts/sizes.mjs failed")?;
    println!("{table}");
    Ok(())
}
