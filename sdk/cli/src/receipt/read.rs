//! Reads receipts as the server prints them: one, a list, or a page `{items, next}`.

use std::path::Path;

use anyhow::{Context, Result, bail};
use redress_domain::receipt::Receipt;
use serde_json::Value;

/// A receipt with the JSON it was read from.
pub(crate) struct Document {
    /// What stands in the file: the signature is checked over this.
    pub(crate) raw: Value,
    /// What it means.
    pub(crate) receipt: Receipt,
}

/// The receipts of a file, in its order.
pub(crate) fn read(file: &Path) -> Result<Vec<Document>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let value: Value = serde_json::from_str(&text).with_context(|| format!("{} is not JSON", file.display()))?;
    let items = match value {
        Value::Array(items) => items,
        Value::Object(mut page) if page.contains_key("items") => match page.remove("items") {
            Some(Value::Array(items)) => items,
            _ => bail!("items in {} is no list", file.display()),
        },
        one => vec![one],
    };
    if items.is_empty() {
        bail!("there is no receipt in {}", file.display());
    }
    let document = |(place, raw): (usize, Value)| {
        let receipt = serde_path_to_error::deserialize(&raw).map_err(|error| {
            let path = error.path().to_string();
            anyhow::anyhow!("receipt {} in {} does not read as one at {path}: {}", place + 1, file.display(), error.into_inner())
        })?;
        Ok(Document { raw, receipt })
    };
    items.into_iter().enumerate().map(document).collect()
}
