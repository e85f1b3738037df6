//! Built components: the stock plugins and the guests under `tests/guests`.

use std::fs::File;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::data;

/// The bytes of a stock plugin, for example `refund-tiers`; builds it when it was not built yet.
///
/// # Errors
/// When it cannot be built or read.
pub fn stock(name: &str) -> Result<Vec<u8>> {
    built(name, &format!("plugins/{name}"))
}

/// The bytes of a guest of the tests, for example `tau2-policy`; builds it when it was not built yet.
///
/// # Errors
/// When it cannot be built or read.
pub fn guest(name: &str) -> Result<Vec<u8>> {
    built(name, &format!("tests/guests/{name}"))
}

/// The same component under another digest: a custom section with `mark` is appended, which changes nothing else.
pub fn marked(component: &[u8], mark: u32) -> Vec<u8> {
    let name = b"redress-mark";
    let mut content = vec![u8::try_from(name.len()).unwrap_or(u8::MAX)];
    content.extend_from_slice(name);
    content.extend_from_slice(&mark.to_le_bytes());
    let mut bytes = component.to_vec();
    // Section 0 with a size below 128, so that one byte of LEB128 holds it.
    bytes.extend_from_slice(&[0, u8::try_from(content.len()).unwrap_or(u8::MAX)]);
    bytes.extend_from_slice(&content);
    bytes
}

/// The bytes of what `redress-plugin new` makes for a hook in a language (`ts`, `python`); built once, and again when a template or
/// the SDK changes.
///
/// # Errors
/// When it cannot be made, built or read.
pub fn made(name: &str, lang: &str, hook: &str) -> Result<Vec<u8>> {
    let root = data::root();
    let dir = root.join("target/redress/made").join(name);
    std::fs::create_dir_all(root.join("target/redress/made"))?;
    let lock = File::create(root.join("target/redress/.build-lock"))?;
    lock.lock()?;
    if dir.exists() {
        std::fs::remove_dir_all(&dir)?;
    }
    run(builder().arg("new").arg(&dir).args(["--lang", lang, "--hook", hook]))?;
    // The component lies outside the folder, so that it outlives it.
    for (file, before, after) in [
        ("package.json", "\"redress\": {", "\"redress\": {\n    \"target\": \"../../..\","),
        ("pyproject.toml", "[tool.redress]", "[tool.redress]\ntarget = \"../../..\""),
    ] {
        let file = dir.join(file);
        if let Ok(text) = std::fs::read_to_string(&file) {
            std::fs::write(&file, text.replacen(before, after, 1))?;
        }
    }
    let mut build = builder();
    for (name, usual) in [("REDRESS_NODE_MODULES", "plugins/refund-tiers/ts/node_modules"), ("REDRESS_VENV", "target/redress/venv")] {
        build.env(name, std::env::var_os(name).unwrap_or_else(|| root.join(usual).into()));
    }
    run(build.arg("build").arg(&dir))?;
    let path = root.join("target/redress").join(format!("{name}.wasm"));
    std::fs::read(&path).with_context(|| format!("no component at {}", path.display()))
}

fn run(command: &mut Command) -> Result<()> {
    let output = command.output().context("redress-plugin does not start")?;
    let words = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "redress-plugin failed: {}\n{words}", output.status);
    Ok(())
}

fn built(name: &str, source: &str) -> Result<Vec<u8>> {
    let root = data::root();
    let path = root.join("target/redress").join(format!("{name}.wasm"));
    std::fs::create_dir_all(root.join("target/redress"))?;
    // Tests run as several processes; only one of them builds.
    let lock = File::create(root.join("target/redress/.build-lock"))?;
    lock.lock()?;
    if is_stale(&path, &root.join(source)) {
        run(builder().args(["build", source]).current_dir(&root)).with_context(|| format!("{source} was not built"))?;
    }
    std::fs::read(&path).with_context(|| format!("no component at {}", path.display()))
}

/// The plugin CLI: built beside this program, or built now.
fn builder() -> Command {
    if let Ok(program) = data::program("redress-plugin") {
        return Command::new(program);
    }
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "-p", "redress-plugin", "--"]);
    cargo
}

/// True when there is no component yet, or its source is newer.
fn is_stale(component: &Path, source: &Path) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|meta| meta.modified()).ok();
    let Some(built) = changed(component) else { return true };
    [source.join("Cargo.toml"), source.join("src/lib.rs")].iter().filter_map(|path| changed(path)).any(|at| at > built)
}
