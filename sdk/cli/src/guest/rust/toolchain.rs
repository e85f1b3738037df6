//! Which compiler builds guests. The best is the active toolchain with its WebAssembly target; a distribution's compiler
//! that ships the sources of the standard library does as well.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// What guests are compiled for: no operating system, so nothing to import but Redress.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Packages of Debian 12 that build guests.
const PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld"];

/// How long `rustup target add` may take before it counts as unreachable.
const RUSTUP_PATIENCE: Duration = Duration::from_secs(90);

/// A compiler that can build guests.
#[derive(Debug)]
pub(crate) struct Toolchain {
    /// For people: which one, and why.
    pub(crate) label: String,
    /// Compiler to use instead of the active one.
    rustc: Option<PathBuf>,
    /// Build the standard library from source.
    build_std: bool,
    /// Linker to name, where the compiler brings none.
    linker: Option<&'static str>,
}

impl Toolchain {
    /// Sets a Cargo command up for this compiler.
    pub(crate) fn configure(&self, command: &mut Command) {
        let mut flags: Vec<String> = self.linker.iter().map(|linker| format!("-Clinker={linker}")).collect();
        // Panic messages name files; without this they would name the author's home directory.
        if let Some(home) = cargo_home() {
            flags.push(format!("--remap-path-prefix={}=/cargo", home.display()));
        }
        command.env_remove("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        if let Some(rustc) = &self.rustc {
            command.env("RUSTC", rustc);
        }
        if self.build_std {
            // Only for guests: `-Zbuild-std` is not stable, but the sources come from the very same compiler.
            command.env("RUSTC_BOOTSTRAP", "1").arg("-Zbuild-std=std,panic_abort");
        }
    }
}

/// The first toolchain that works, in this order: the active one with the target; the active one after `rustup target add`;
/// a distribution's with the target; the active one, then a distribution's, with the sources of the standard library.
pub(crate) fn pick(target_dir: &Path, install: bool) -> Result<Toolchain> {
    let wanted = std::env::var("REDRESS_GUEST_TOOLCHAIN").unwrap_or_default();
    match wanted.as_str() {
        "" => {}
        "active" => return active(target_dir).with_context(|| format!("REDRESS_GUEST_TOOLCHAIN=active: {TARGET} is not installed")),
        "distribution" => return distribution().context("REDRESS_GUEST_TOOLCHAIN=distribution: /usr/bin/rustc cannot build guests"),
        other => bail!("REDRESS_GUEST_TOOLCHAIN is '{other}': use active or distribution, or leave it unset"),
    }
    if let Some(found) = active(target_dir).or_else(distribution) {
        return Ok(found);
    }
    let command = format!("apt-get install -y --no-install-recommends {}", PACKAGES.join(" "));
    if install {
        eprintln!("redress-plugin: installing {}", PACKAGES.join(" "));
        apt_get(&["update", "-q"])?;
        apt_get(&[&["install", "-y", "--no-install-recommends"], &PACKAGES[..]].concat())?;
        return distribution().context("the packages are installed, but /usr/bin/rustc still cannot build guests");
    }
    bail!(
        "no Rust compiler here can build for {TARGET}. Do one of these:\n  rustup target add {TARGET}\n  {command}\n\
         The second is for Debian 12 as root; `redress-plugin build --install` runs it for you."
    )
}

/// The active toolchain, when it has the target or the sources.
fn active(target_dir: &Path) -> Option<Toolchain> {
    let rustc = Path::new("rustc");
    let version = version(rustc)?;
    let plain = |label: String| Toolchain { label, rustc: None, build_std: false, linker: None };
    if has_target(rustc) {
        return Some(plain(format!("the active {version} and its target {TARGET}")));
    }
    if add_target(target_dir, &version) && has_target(rustc) {
        return Some(plain(format!("the active {version} and its target {TARGET}, just added by rustup")));
    }
    let label = format!("the active {version}; {TARGET} is not installed, so the standard library is built from source");
    has_sources(rustc).then_some(Toolchain { label, rustc: None, build_std: true, linker: None })
}

/// The distribution's compiler, when it is new enough and has the target or the sources and a linker.
fn distribution() -> Option<Toolchain> {
    let rustc = Path::new("/usr/bin/rustc");
    let version = version(rustc)?;
    if !new_enough(&version) {
        return None;
    }
    let linker = has_program("wasm-ld").then_some("wasm-ld");
    let build_std = !has_target(rustc);
    if build_std && !(linker.is_some() && has_sources(rustc)) {
        return None;
    }
    let how = if build_std { ", with the standard library built from its sources" } else { "" };
    Some(Toolchain { label: format!("{version} of the distribution (/usr/bin/rustc){how}"), rustc: Some(rustc.into()), build_std, linker })
}

/// Asks rustup for the target. A failure is remembered beside the builds, so that the next build need not wait for it.
fn add_target(target_dir: &Path, version: &str) -> bool {
    let note = target_dir.join("redress/rustup-target-add.failed");
    if !has_program("rustup") || fs::read_to_string(&note).is_ok_and(|noted| noted.starts_with(version)) {
        return false;
    }
    eprintln!("redress-plugin: rustup target add {TARGET}");
    if run_within(Command::new("rustup").args(["target", "add", TARGET]).stdin(Stdio::null()), RUSTUP_PATIENCE) {
        return true;
    }
    let text = format!("{version}\n`rustup target add {TARGET}` failed; delete this file to try it again.\n");
    // The note only saves time, so a failure to write it is no failure of the build.
    let _ = fs::create_dir_all(target_dir.join("redress")).and_then(|()| fs::write(note, text));
    false
}

fn run_within(command: &mut Command, patience: Duration) -> bool {
    let Ok(mut child) = command.spawn() else { return false };
    let begun = Instant::now();
    while begun.elapsed() < patience {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(50)),
            Err(_) => return false,
        }
    }
    // It hangs: stop it and count it as failed.
    let _ = child.kill().and_then(|()| child.wait());
    false
}

/// `rustc 1.96.0`, or `None` when it does not run.
fn version(rustc: &Path) -> Option<String> {
    let text = print(rustc, &["-V"])?;
    let mut words = text.split_whitespace();
    Some(format!("{} {}", words.next()?, words.next()?))
}

/// True when the compiler is at least the one the SDK asks for.
fn new_enough(version: &str) -> bool {
    let numbers = |text: &str| -> Vec<u32> { text.split(['.', '-']).take(2).filter_map(|part| part.parse().ok()).collect() };
    version.split_whitespace().nth(1).is_some_and(|found| numbers(found) >= numbers(env!("CARGO_PKG_RUST_VERSION")))
}

fn has_target(rustc: &Path) -> bool {
    let Some(dir) = print(rustc, &["--print", "target-libdir", "--target", TARGET]) else { return false };
    let Ok(entries) = fs::read_dir(dir) else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}

fn has_sources(rustc: &Path) -> bool {
    print(rustc, &["--print", "sysroot"])
        .is_some_and(|sysroot| Path::new(&sysroot).join("lib/rustlib/src/rust/library/std/Cargo.toml").is_file())
}

fn has_program(name: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|dir| dir.join(name).is_file()))
}

fn print(rustc: &Path, args: &[&str]) -> Option<String> {
    let output = Command::new(rustc).args(args).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn cargo_home() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    home.or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"))).filter(|home| home.is_absolute())
}

fn apt_get(args: &[&str]) -> Result<()> {
    let status = Command::new("apt-get")
        .args(args)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .status()
        .context("cannot run apt-get: --install works on Debian and Ubuntu only")?;
    if !status.success() {
        bail!("`apt-get {}` failed: are you root? Then install by hand what the message above names", args.join(" "));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_compilers_are_left_alone() {
        assert!(new_enough("rustc 1.96.0"));
        assert!(new_enough("rustc 1.95.0-nightly"));
        assert!(new_enough("rustc 2.0.0"));
        assert!(!new_enough("rustc 1.63.0"));
        assert!(!new_enough("rustc"));
    }

    #[test]
    fn a_missing_compiler_is_no_toolchain() {
        assert_eq!(version(Path::new("/nonexistent/rustc")), None);
        assert!(!has_target(Path::new("/nonexistent/rustc")));
        assert!(!has_sources(Path::new("/nonexistent/rustc")));
    }

    #[test]
    fn a_hanging_program_is_stopped() {
        assert!(run_within(&mut Command::new("true"), Duration::from_secs(10)));
        assert!(!run_within(Command::new("sleep").arg("30"), Duration::from_millis(100)));
    }
}
