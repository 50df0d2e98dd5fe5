//! Serves what was built, on this machine only.

use crate::bundle::{self, Kind};
use crate::offline;
use crate::page::policy_of;
use crate::run::root;
use crate::setup;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, SystemTime};
use tiny_http::{Header, Request, Response, Server};

/// The first port to try.
const PORT: u16 = 8700;

/// What a change of means a new build.
const WATCHED: [&str; 11] = [
    "Cargo.toml",
    "index.html",
    "src",
    "core",
    "books",
    "intake",
    "worker",
    "offline",
    "wording",
    "schemes",
    "style",
];

/// What `serve` was asked for.
#[derive(Default)]
pub struct Options {
    watch: bool,
    port: Option<u16>,
}

impl Options {
    /// Reads `--watch` and `--port N`.
    pub fn parse(words: &[&str]) -> Result<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--watch" => options.watch = true,
                "--port" => {
                    let number = words.next().context("--port needs a number")?;
                    options.port =
                        Some(number.parse().with_context(|| format!("--port {number}"))?);
                }
                other => bail!("serve knows --watch and --port N, not {other}"),
            }
        }
        Ok(options)
    }
}

/// Builds and serves until stopped.
pub fn serve(options: &Options) -> Result<()> {
    setup::toolchain()?;
    let kind = if options.watch { Kind::Watch } else { Kind::Release };
    let before = newest();
    bundle::build(kind)?;
    let folder = root().join("dist").join(if options.watch { "dev" } else { "site" });
    let server = listen(options.port)?;
    let address = format!("http://{}/", server.server_addr());
    if !options.watch {
        println!("one file, opens from disk: {}", root().join("dist/selfscore.html").display());
    }
    println!("serving {address}  (Ctrl+C ends)");
    open(&address);
    if options.watch {
        thread::spawn(move || watch(before));
    }
    for request in server.incoming_requests() {
        // A browser that hangs up is no reason to stop.
        let _ = answer(request, &folder);
    }
    Ok(())
}

fn listen(port: Option<u16>) -> Result<Server> {
    let ports = port.map_or(PORT..=PORT + 50, |port| port..=port);
    let mut last = None;
    for port in ports {
        match Server::http(("127.0.0.1", port)) {
            Ok(server) => return Ok(server),
            Err(error) => last = Some(format!("port {port}: {error}")),
        }
    }
    bail!("no port to listen on; {}", last.unwrap_or_default())
}

fn answer(request: Request, folder: &Path) -> Result<()> {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let name = if path.is_empty() { "index.html" } else { path };
    // The folder is flat: a name with a slash is not in it, nor is anything outside.
    let content =
        if name.contains(['/', '\\']) { None } else { std::fs::read(folder.join(name)).ok() };
    let Some(content) = content else {
        return Ok(request.respond(Response::from_string("not found").with_status_code(404))?);
    };
    let kind = match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    };
    let index = std::fs::read_to_string(folder.join("index.html")).unwrap_or_default();
    let policy = match name {
        offline::WORKER => offline::POLICY,
        _ => policy_of(&index).unwrap_or("default-src 'none'"),
    };
    let headers = [
        ("Content-Type", kind),
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Cache-Control", "no-store"),
    ];
    let mut response = Response::from_data(content);
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    Ok(request.respond(response)?)
}

/// Opens a browser where there is a desktop to open it on.
fn open(address: &str) {
    if std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some() {
        let mut opener = Command::new("xdg-open");
        opener.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // No xdg-open, no browser: the address stands above.
        let _ = opener.spawn();
    }
}

fn watch(mut built: Option<SystemTime>) {
    loop {
        thread::sleep(Duration::from_millis(400));
        let now = newest();
        if now == built {
            continue;
        }
        built = now;
        match bundle::build(Kind::Watch) {
            Ok(()) => println!("built; reload the page"),
            Err(error) => eprintln!("{error:#}"),
        }
    }
}

/// When a watched file was last changed.
fn newest() -> Option<SystemTime> {
    let mut left: Vec<PathBuf> = WATCHED.iter().map(|name| root().join(name)).collect();
    let mut newest = None;
    while let Some(path) = left.pop() {
        let Ok(about) = path.metadata() else { continue };
        newest = newest.max(about.modified().ok());
        if about.is_dir() {
            left.extend(path.read_dir().into_iter().flatten().flatten().map(|entry| entry.path()));
        }
    }
    newest
}
