//! A rule that reads the clock would decide another way when it is run again. Rust's standard library has none on this
//! platform and panics in a place that tells the author nothing, so it is found when the rule is built.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

/// What the standard library panics with. It is in a module only when code that reads the clock can be reached.
const PANIC: &[u8] = b"time not implemented on this platform";
/// How sources read the clock.
const READS: [&str; 2] = ["SystemTime::now", "Instant::now"];

/// Refuses a core module that reads the clock, with the places in the plugin's own sources that may be meant.
pub(super) fn refuse(name: &str, dir: &Path, core: &[u8]) -> Result<()> {
    if !core.windows(PANIC.len()).any(|window| window == PANIC) {
        return Ok(());
    }
    let mut places = String::new();
    look(&dir.join("src"), &mut places);
    if places.is_empty() {
        places.push_str("\n  in a crate that it depends on");
    }
    bail!("{name} reads the clock: use `call.now_ms()`, which is the same when the decision is run again{places}")
}

fn look(folder: &Path, places: &mut String) {
    // Sources that cannot be read were compiled a moment ago; the finding stands without its places.
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            look(&path, places);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let lines = text.lines().enumerate().filter(|(_, line)| READS.iter().any(|read| line.contains(read)));
            for (at, line) in lines {
                let _ = write!(places, "\n  {}:{}: {}", path.display(), at + 1, line.trim());
            }
        }
    }
}
