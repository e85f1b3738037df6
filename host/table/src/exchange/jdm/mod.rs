//! Decision tables of `GoRules` JDM files. Both have columns, unary tests and a hit policy; everything else of a JDM file
//! (graphs, functions, nested decisions) has no place in a table and is named when it is left behind.

mod cells;
mod read;
mod write;

use std::collections::BTreeMap;

use crate::model::Hook;

pub use read::import_jdm;
pub use write::export_jdm;

/// The file type that JDM files name themselves by.
const CONTENT_TYPE: &str = "application/vnd.gorules.decision";

/// What a JDM file does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JdmOptions {
    /// The question the table shall answer.
    pub hook: Hook,
    /// Currency of amounts, if there are any.
    pub currency: Option<String>,
    /// Name or id of the node, when the file has several tables.
    pub node: Option<String>,
    /// Facts and answers by the names that the file uses for them, for example `cart.total` → `request.amount`.
    pub names: BTreeMap<String, String>,
}

impl JdmOptions {
    /// For a hook, with the names as they are.
    pub fn new(hook: Hook) -> Self {
        Self { hook, currency: None, node: None, names: BTreeMap::new() }
    }
}
