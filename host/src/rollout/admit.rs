//! May a binding be as somebody wants it: everything that is looked at before it is written, with no transaction open.

use redress_domain::binding::Binding;
use redress_domain::plugin::{Capability, Plugin};
use redress_domain::tenant::Tenant;

use super::gate::{GoldenChange, examine, held_by};
use super::{config, hook};
use crate::app::App;
use crate::problem::{Code, Fault, Problem};

/// Checks a binding against its plugin: signature, hook, configuration, and the golden decisions that hold it from now on.
/// `before` is how it stands now; what stays as it is was looked at before. Answers the golden decisions that would end in
/// another way, for [`gate`](super::gate()).
///
/// # Errors
/// 422 `plugin_rejected` when the tenant takes signed plugins only, `invalid` for a hook that the plugin does not export or a
/// grant that it does not ask for, `invalid_config`; what [`examine`] says.
pub async fn admit(
    app: &App,
    tenant: &Tenant,
    plugin: &Plugin,
    before: Option<&Binding>,
    after: &Binding,
) -> Result<Vec<GoldenChange>, Problem> {
    hook(plugin, after.hook)?;
    if before.is_none_or(|before| before.plugin != plugin.id) {
        signed(tenant, plugin)?;
    }
    if before.is_none_or(|before| (before.plugin, &before.grants) != (plugin.id, &after.grants)) {
        grants(plugin, after)?;
    }
    let rule = |binding: &Binding| (binding.plugin, binding.config.clone());
    if before.map(rule) != Some(rule(after)) {
        config(app, tenant.id, plugin, &after.config).await?;
    }
    let Some(held) = held_by(after) else { return Ok(Vec::new()) };
    if before.is_some_and(|before| held_by(before) == Some(held) && rule(before) == rule(after) && before.grants == after.grants) {
        return Ok(Vec::new());
    }
    examine(app, tenant.id, held, plugin, after).await
}

/// A tenant that takes signed plugins only also binds signed plugins only: some may have come before it asked for that.
fn signed(tenant: &Tenant, plugin: &Plugin) -> Result<(), Problem> {
    if !tenant.requires_signature || plugin.signed_by.is_some() {
        return Ok(());
    }
    let detail = format!("{} {} is not signed, and this tenant takes signed plugins only: upload it signed", plugin.name, plugin.version);
    Err(Problem::new(Code::PluginRejected, detail))
}

/// Two keys: a plugin asks, a binding grants. What no plugin asks is a slip of whoever grants it.
fn grants(plugin: &Plugin, binding: &Binding) -> Result<(), Problem> {
    let unasked = |capability: &&Capability| !plugin.asks.contains(capability);
    let faults: Vec<Fault> = binding
        .grants
        .iter()
        .flatten()
        .enumerate()
        .filter(|(_, capability)| unasked(capability))
        .map(|(place, capability)| {
            let asked: Vec<&str> = plugin.asks.iter().map(|asked| asked.as_str()).collect();
            let asked = if asked.is_empty() { "nothing".to_owned() } else { asked.join(", ") };
            Fault::at(
                format!("/grants/{place}"),
                format!("{} {} does not ask for {capability}; it asks for {asked}", plugin.name, plugin.version),
            )
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid_all(faults)) }
}
