//! The author's way with the real program, the real toolchain and the real sandbox: new, build, check, test, run, publish.
#![expect(clippy::unwrap_used, reason = "a test whose setting fails has nothing left to show")]

mod bench_and_run;
mod journey;
mod languages;
mod publish;
mod stock;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder for plugins that share one guest target directory with the checkout, so that nothing is compiled twice.
struct Desk {
    dir: tempfile::TempDir,
}

/// Where `make test` has put the packages that plugins in TypeScript and Python need.
fn shared(name: &str) -> PathBuf {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let usual = if name == "REDRESS_VENV" { "target/redress/venv" } else { "plugins/refund-tiers/ts/node_modules" };
    let path = std::env::var_os(name).map_or_else(|| checkout.join(usual), PathBuf::from);
    assert!(path.is_dir(), "{} is not there: run .ci/sdks", path.display());
    path
}

/// What the program said.
struct Said {
    ok: bool,
    text: String,
}

impl Desk {
    fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Makes a plugin for these hooks.
    fn plugin(&self, name: &str, hooks: &str) -> PathBuf {
        self.run(&["new", name, "--hook", hooks]).succeeds();
        self.path(name)
    }

    /// Runs `redress-plugin`.
    fn run(&self, args: &[&str]) -> Said {
        let program = Path::new(env!("CARGO_BIN_EXE_redress-plugin"));
        let target = program.ancestors().nth(2).unwrap();
        let mut command = Command::new(program);
        command.args(args).current_dir(self.dir.path()).env("REDRESS_GUEST_TARGET_DIR", target.join("redress/build"));
        for name in ["REDRESS_NODE_MODULES", "REDRESS_VENV"] {
            command.env(name, shared(name));
        }
        for name in ["REDRESS_SERVER", "REDRESS_KEY", "REDRESS_SDK_PATH", "CARGO_TARGET_DIR"] {
            command.env_remove(name);
        }
        Said::from(&command.output().unwrap())
    }
}

impl Said {
    fn from(output: &Output) -> Self {
        let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        Self { ok: output.status.success(), text }
    }

    #[track_caller]
    fn succeeds(self) -> String {
        assert!(self.ok, "{}", self.text);
        self.text
    }

    #[track_caller]
    fn fails(self) -> String {
        assert!(!self.ok, "{}", self.text);
        self.text
    }
}
