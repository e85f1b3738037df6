//! Core module to component.

use anyhow::{Context, Result, bail};
use wit_component::ComponentEncoder;

use crate::guest::exports;

/// The component of a core module that carries its WIT in custom sections, which the export macro put there.
pub(crate) fn encode(name: &str, core: &[u8]) -> Result<Vec<u8>> {
    if !contains(core, b"component-type:wit-bindgen") {
        bail!("{name} does not use the SDK: depend on redress-sdk and end lib.rs with `redress_sdk::export!(MyPlugin: RefundApproval);`");
    }
    let component = ComponentEncoder::default()
        .validate(true)
        .module(core)
        .and_then(ComponentEncoder::encode)
        .with_context(|| format!("{name} cannot be made a component"))?;
    if exports(&component)?.is_empty() {
        bail!("{name} exports no hook: end lib.rs with `redress_sdk::export!(MyPlugin: RefundApproval);`");
    }
    Ok(component)
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}
