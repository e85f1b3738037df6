//! Core module to component.

use anyhow::{Context, Result, bail};
use wit_component::ComponentEncoder;

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

/// Interfaces that the component imports, for example `redress:rules/log@1.0.0`.
pub(crate) fn imports(component: &[u8]) -> Result<Vec<String>> {
    world(component).map(|(imports, _)| imports)
}

/// Interfaces that the component exports.
pub(crate) fn exports(component: &[u8]) -> Result<Vec<String>> {
    world(component).map(|(_, exports)| exports)
}

fn world(component: &[u8]) -> Result<(Vec<String>, Vec<String>)> {
    let decoded = wit_component::decode(component).context("the component's own WIT cannot be read")?;
    let wit_component::DecodedWasm::Component(resolve, world) = decoded else {
        bail!("this is a WIT package, not a component");
    };
    let world = &resolve.worlds[world];
    let names = |items: Vec<&wit_parser::WorldKey>| items.into_iter().map(|key| resolve.name_world_key(key)).collect();
    Ok((names(world.imports.keys().collect()), names(world.exports.keys().collect())))
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}
