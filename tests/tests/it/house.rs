//! The soft walls of the house (`host/ARCHITECTURE.md`): what may be imported where, and how long a file may be.

use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the project").to_owned()
}

fn rust_files(folder: &str) -> Vec<PathBuf> {
    let found = files(folder, "rs");
    assert!(!found.is_empty(), "no Rust files below {folder}");
    found
}

/// Files of ours below a folder whose names end so.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() && !["target", "node_modules", ".venv"].iter().any(|name| path.ends_with(name)) {
                walk(&path, ending, found);
            } else if path.extension().is_some_and(|e| e == ending) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), ending, &mut found);
    found
}

/// Lines that name `word` outside comments, as `file:line`.
fn naming(folder: &str, word: &str) -> Vec<String> {
    rust_files(folder)
        .into_iter()
        .flat_map(|path| {
            let text = fs::read_to_string(&path).expect("UTF-8 source");
            let shown = path.strip_prefix(root()).expect("below the root").display().to_string();
            text.lines()
                .enumerate()
                .filter(|(_, line)| !line.trim_start().starts_with("//") && line.contains(word))
                .map(|(n, _)| format!("{shown}:{}", n + 1))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn forbid(folders: &[&str], words: &[&str], why: &str) {
    let found: Vec<_> = folders.iter().flat_map(|folder| words.iter().flat_map(|word| naming(folder, word))).collect();
    assert!(found.is_empty(), "{why}: {found:#?}");
}

#[test]
fn only_the_store_speaks_sql() {
    forbid(
        &[
            "host/src",
            "host/domain/src",
            "host/sandbox/src",
            "host/expression/src",
            "host/flow/src",
            "host/forms/src",
            "host/print/src",
            "host/table/src",
            "sdk/cli/src",
        ],
        &["sqlx::", "SELECT ", "INSERT INTO"],
        "SQL lives in host/store",
    );
}

#[test]
fn only_the_sandbox_speaks_wasmtime() {
    forbid(&["host/src", "host/domain/src", "host/store/src", "sdk/cli/src"], &["wasmtime::"], "wasmtime lives in host/sandbox");
}

#[test]
fn only_the_print_room_speaks_typst() {
    let words = ["typst::", "typst_library::", "typst_pdf::", "typst_layout::"];
    forbid(&["host/src", "host/domain/src", "host/store/src", "host/sandbox/src", "sdk/cli/src"], &words, "Typst lives in host/print");
}

#[test]
fn the_domain_is_pure() {
    let outside = [
        "tokio::",
        "std::fs",
        "std::net",
        "std::process",
        "std::env",
        "SystemTime",
        "Utc::now",
        "Instant::now",
        "thread_rng",
        "rand::rng(",
    ];
    forbid(
        &["host/domain/src", "host/expression/src", "host/flow/src", "host/forms/src", "host/table/src"],
        &outside,
        "the domain, its language, its workflows, forms and tables do no I/O and read no clock",
    );
}

#[test]
fn the_workflow_knows_no_edge() {
    forbid(&["host/src/workflow", "host/src/rules", "host/src/notify"], &["crate::http", "crate::cli", "axum::"], "imports point down");
    forbid(&["host/src/workers"], &["crate::http", "crate::cli", "axum::"], "imports point down");
    forbid(&["host/src/rules", "host/src/notify"], &["crate::workflow", "crate::workers"], "imports point down");
    forbid(
        &["host/src/accounts", "host/src/problem"],
        &["crate::http", "crate::cli", "crate::workers", "crate::demo"],
        "imports point down",
    );
    forbid(
        &["host/src/insight", "host/src/rollout", "host/src/jobs"],
        &["crate::http", "crate::cli", "crate::workers", "axum::"],
        "imports point down",
    );
    forbid(
        &["host/src/reports", "host/src/gateways", "host/src/print", "host/src/drawing"],
        &["crate::http", "crate::cli", "crate::workers", "axum::"],
        "imports point down",
    );
    // Uploads stream: their body is the web framework's, and nothing else of it.
    forbid(
        &["host/src/attachments"],
        &["crate::http", "crate::cli", "crate::workers", "axum::extract", "axum::http", "axum::response"],
        "imports point down",
    );
    forbid(&["host/src/http"], &["crate::cli", "crate::demo", "crate::workers"], "imports point down");
}

#[test]
fn files_can_be_read_in_a_sitting() {
    let long: Vec<_> = ["host", "sdk", "plugins", "tests"]
        .iter()
        .flat_map(|folder| rust_files(folder))
        .filter_map(|path| {
            let lines = fs::read_to_string(&path).expect("UTF-8 source").lines().count();
            (lines > 600).then(|| format!("{} has {lines} lines", path.display()))
        })
        .collect();
    assert!(long.is_empty(), "each of these is perhaps two rooms: {long:#?}");
}

#[test]
fn nothing_is_left_for_later() {
    // Written in two halves so that this file does not find itself.
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("todo", "!("), concat!("unimplemented", "!(")];
    forbid(&["host", "sdk/rust", "sdk/cli", "plugins", "tests"], &marks, "unfinished");
    let comments: Vec<_> = ["host", "sdk", "plugins", "tests"]
        .iter()
        .flat_map(|folder| rust_files(folder))
        .filter(|path| {
            let text = fs::read_to_string(path).expect("UTF-8 source");
            marks[..2].iter().any(|mark| text.contains(mark))
        })
        .collect();
    assert!(comments.is_empty(), "unfinished: {comments:?}");
}
