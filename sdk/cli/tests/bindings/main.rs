//! The TypeScript and Python types of the SDKs are made from `wit/` here. `UPDATE=1 cargo test --workspace --test bindings` writes
//! them; without `UPDATE` the test fails when a committed file is not what `wit/` says.
#![expect(clippy::unwrap_used, reason = "a test whose setting fails has nothing left to show")]

mod model;
mod python;
mod typescript;

use std::path::{Path, PathBuf};

use model::Model;

fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

#[track_caller]
fn is_up_to_date(file: &str, content: &str) {
    let path = checkout().join(file);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, content).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let line = committed.lines().zip(content.lines()).position(|(old, new)| old != new).unwrap_or_default() + 1;
    assert!(committed == content, "{file}:{line} is not what wit/ says: run `UPDATE=1 cargo test --workspace --test bindings`");
}

#[test]
fn typescript_types_are_those_of_the_wit() {
    let model = Model::read(&checkout().join("wit"));
    is_up_to_date("sdk/js/src/wit/types.ts", &typescript::types(&model));
    is_up_to_date("sdk/js/src/wit/shapes.ts", &typescript::shapes(&model));
}

#[test]
fn python_types_are_those_of_the_wit() {
    let model = Model::read(&checkout().join("wit"));
    is_up_to_date("sdk/python/src/redress_sdk/types.py", &python::types(&model));
    is_up_to_date("sdk/python/src/redress_sdk/_shapes.py", &python::shapes(&model));
}
