//! The five procedures that ship (D8). Their words are for agents in Chinese shops; the keys are for programs.

use serde::Deserialize;

use super::{Procedure, Sop, Step};

const TEXT: &str = include_str!("shipped/procedures.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shipped {
    key: String,
    name: String,
    anomaly: String,
    steps: Vec<Step>,
}

/// All of them: 配件缺失, 运输破损, 错发错退, 空包少件, 判定争议.
///
/// # Panics
/// Never: the text is part of the program, and a test reads it.
pub fn shipped() -> Vec<Sop> {
    let all: Vec<Shipped> = serde_json::from_str(TEXT).expect("a test reads every procedure that comes with the house");
    let sop =
        |Shipped { key, name, anomaly, steps }| Sop { key, version: 0, procedure: Procedure { name, anomaly, steps }, updated_at: None };
    all.into_iter().map(sop).collect()
}

/// The one of a name.
pub fn by_key(key: &str) -> Option<Sop> {
    shipped().into_iter().find(|sop| sop.key == key)
}
