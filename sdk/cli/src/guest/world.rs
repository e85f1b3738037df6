//! What a component imports and exports, by its own account.

use anyhow::{Context, Result, bail};

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
