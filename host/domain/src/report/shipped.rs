//! The reports and figures that the sources name, ready to be read or copied.

use serde::Deserialize;

use super::definition::Definition;

/// A report that comes with the house.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shipped {
    /// Its name in addresses.
    pub key: String,
    /// What it says.
    pub definition: Definition,
}

const TEXT: &str = include_str!("shipped/reports.json");

/// All of them: L20–L22, U15, U16, U22–U27, Z25–Z31, D3, D15–D20.
///
/// # Panics
/// Never: the text is part of the program, and a test reads it.
pub fn shipped() -> Vec<Shipped> {
    serde_json::from_str(TEXT).expect("a test reads every report that comes with the house")
}
