#!/usr/bin/env bash
# Makes `--target wasm32-unknown-unknown` work for build and clippy with the rustc in use.
# Idempotent, and instant when nothing is to do. Two ways, in this order:
#   1. `rustup target add`: seconds, but rustup's server cannot be reached from everywhere;
#   2. rust-src of rustc's very version from the Debian archive that this machine already uses,
#      and std built from it (about 40 s). Needs apt, neither root nor a change of its sources.
# WASM_SKIP_RUSTUP=1 goes straight to the second, to try that way.
set -euo pipefail
target=wasm32-unknown-unknown
say() { printf 'wasm-target: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(rustc --version | awk '{print $2}')
sysroot=$(rustc --print sysroot)
home=$sysroot/lib/rustlib/$target/lib
mark=$home/.from-rust-src # the files this script put there: rustup knows nothing of them

works() { # does a crate that uses std compile and link?
  printf '%s\n' '#[no_mangle] pub extern "C" fn f(n: u32) -> usize { format!("{n}").len() }' >"$work/t.rs"
  env -u RUSTFLAGS rustc --edition 2021 --target $target --crate-type cdylib -o "$work/t.wasm" "$work/t.rs" \
    >/dev/null 2>"$work/err"
}

works && exit 0
if [ -f "$mark" ]; then # ours, but of another rustc, or beside rustup's own (E0464)
  (cd "$home" && xargs -r rm -f <"$mark")
  rm -f "$mark"
  works && exit 0
fi

if [ -z "${WASM_SKIP_RUSTUP:-}" ] && command -v rustup >/dev/null; then
  say "rustup target add $target"
  toolchain=$(basename "$sysroot")
  if RUSTUP_MAX_RETRIES=0 timeout 40 rustup target add --toolchain "$toolchain" $target >&2 && works; then exit 0; fi
  say "rustup did not bring it; building std from Debian's rust-src instead"
fi

# ---- rust-src, by an apt of our own that knows nothing but one suite at a time
command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null ||
  die "no apt here: install the target with 'rustup target add $target'"
mkdir -p "$home" 2>/dev/null && [ -w "$home" ] ||
  die "$home is not writable: install the target with 'rustup target add $target' as the toolchain's owner"
start=$SECONDS
archives=$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null || :; } |
  awk '/^[[:space:]]*#/ { next }
       { for (i = 1; i <= NF; i++) if ($i ~ /^(https?|ftp|file|mirror[^:]*|copy):.*\/debian\/?$/ && !seen[$i]++) print $i }')
[ -n "$archives" ] || die "no Debian archive among the apt sources"
signed=
for ring in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
  if [ -f "$ring" ]; then signed="[signed-by=$ring]"; break; fi
done
mkdir -p "$work"/apt/{lists/partial,cache/archives/partial,log}
: >"$work/apt/status"
apt=(-qq -o Dir::Etc::SourceList="$work/apt/list" -o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::Preferences=/dev/null
  -o Dir::Etc::PreferencesParts=/dev/null -o Dir::State="$work/apt" -o Dir::State::Lists="$work/apt/lists"
  -o Dir::State::status="$work/apt/status" -o Dir::Cache="$work/apt/cache" -o Dir::Log="$work/apt/log"
  -o APT::Sandbox::User="" -o Acquire::Languages=none -o Acquire::Retries=2 -o APT::Update::Post-Invoke::=
  -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false)
deb=
for suite in trixie-backports trixie sid forky stable-backports stable testing unstable bookworm-backports; do
  for archive in $archives; do
    echo "deb $signed $archive $suite main" >"$work/apt/list"
    rm -rf "$work/apt/lists"
    mkdir -p "$work/apt/lists/partial"
    apt-get "${apt[@]}" update >/dev/null 2>&1 || continue
    # exactly rustc's version: a newer one may stand beside it
    found=$(apt-cache "${apt[@]}" madison rust-src 2>/dev/null | awk -F'|' '{gsub(/ /, "", $2); print $2}' |
      grep -E "^${version//./\\.}[+~-]" | head -n1 || :)
    [ -n "$found" ] || continue
    if (cd "$work" && apt-get "${apt[@]}" download "rust-src=$found" >/dev/null 2>"$work/err"); then
      deb=$(ls "$work"/rust-src_*.deb | head -n1)
      break 2
    fi
  done
done
[ -n "$deb" ] || die "no Debian suite has rust-src $version; run 'rustup target add $target'"
say "rust-src $found from $suite ($((SECONDS - start)) s)"
dpkg-deb -x "$deb" "$work/src"
library=
for dir in "$work"/src/usr/src/rustc-*/library "$work"/src/usr/lib/rustlib/src/rust/library; do
  if [ -f "$dir/std/src/lib.rs" ]; then library=$dir; fi
done
[ -n "$library" ] || die "no library/ in $deb"

# ---- std. -Zbuild-std wants the sources inside the sysroot: a throw-away sysroot of links has them.
fake=$work/sysroot
mkdir -p "$fake/lib/rustlib/src/rust" "$fake/bin"
for f in "$sysroot"/lib/*; do [ "${f##*/}" = rustlib ] || ln -s "$f" "$fake/lib/"; done
for f in "$sysroot"/lib/rustlib/*; do
  case ${f##*/} in src | $target) ;; *) ln -s "$f" "$fake/lib/rustlib/" ;; esac
done
if [ -d "$sysroot/libexec" ]; then ln -s "$sysroot/libexec" "$fake/libexec"; fi
printf '#!/bin/sh\nexec "%s" --sysroot "%s" "$@"\n' "$sysroot/bin/rustc" "$fake" >"$fake/bin/rustc"
chmod +x "$fake/bin/rustc"
cp -a "$library" "$fake/lib/rustlib/src/rust/library"
sources=$fake/lib/rustlib/src/rust/library
rm -rf "$sources/.cargo" "$sources/vendor"
if [ ! -f "$sources/Cargo.lock" ]; then
  if [ -f "$library/../Cargo.lock" ]; then
    cp "$library/../Cargo.lock" "$sources/"
  else
    (cd "$sources" && RUSTC_BOOTSTRAP=1 cargo generate-lockfile) || :
  fi
fi
mkdir -p "$work/crate/src"
printf '#![no_std]\n' >"$work/crate/src/lib.rs"
printf '[package]\nname = "nothing"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$work/crate/Cargo.toml"
# Without bitcode the page's fat LTO would silently leave std out.
(cd "$work/crate" && env -u CARGO_ENCODED_RUSTFLAGS -u CARGO_BUILD_TARGET -u RUSTC_WRAPPER \
  -u CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS RUSTC="$fake/bin/rustc" RUSTC_BOOTSTRAP=1 \
  CARGO_TARGET_DIR="$work/target" CARGO_PROFILE_RELEASE_CODEGEN_UNITS=1 \
  RUSTFLAGS="-Cembed-bitcode=yes --remap-path-prefix=$sources=/std --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=/deps" \
  cargo build -q --release -Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test --target $target) ||
  die "building std failed"
built=$work/target/$target/release/deps
rm -f "$built"/libnothing-* "$home"/*.rlib "$home"/*.rmeta
cp "$built"/*.rlib "$home/"
(cd "$home" && ls -- *.rlib) >"$mark"
works || { cat "$work/err" >&2; die "std was built, but a crate does not compile with it"; }
say "done in $((SECONDS - start)) s"
