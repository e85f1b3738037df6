//! Checks a configuration: by the plugin's JSON Schema, then by the plugin itself.

use redress_domain::plugin::Plugin;
use redress_domain::rule::{Hook, Violation};
use serde_json::Value;

use crate::app::App;
use crate::http::{Code, Fault, Problem};
use crate::rules;

/// Checks that the plugin exports the hook.
///
/// # Errors
/// 422 `invalid`.
pub(super) fn hook(plugin: &Plugin, hook: Hook) -> Result<(), Problem> {
    if plugin.hooks.contains(&hook) {
        return Ok(());
    }
    let hooks: Vec<&str> = plugin.hooks.iter().map(|hook| hook.as_str()).collect();
    Err(Problem::invalid("/hook", format!("{} {} exports {}, not {hook}", plugin.name, plugin.version, hooks.join(", "))))
}

/// Checks the configuration, with no transaction open.
///
/// # Errors
/// 422 `invalid_config` with pointers that begin with `/config`, or 503 when the sandbox is busy.
pub(super) async fn config(app: &App, plugin: &Plugin, config: &Value) -> Result<(), Problem> {
    refuse(plugin, &redress_sandbox::check_config(&plugin.config_schema, config))?;
    let text = config.to_string();
    let rule = rules::rule(&app.store, &app.sandbox, plugin.digest).await?;
    match app.sandbox.run(move || rule.validate_config(&text)).await? {
        Ok(Ok(())) => Ok(()),
        Ok(Err(violations)) => refuse(plugin, &violations),
        Err(fault) => {
            let detail = format!("{} {} failed while it checked its configuration: {}", plugin.name, plugin.version, fault.message);
            Err(Problem::new(Code::InvalidConfig, detail).with(vec![Fault::at("/config", fault.message)]))
        }
    }
}

fn refuse(plugin: &Plugin, violations: &[Violation]) -> Result<(), Problem> {
    if violations.is_empty() {
        return Ok(());
    }
    let faults = violations.iter().map(|found| Fault::at(format!("/config{}", found.path), found.message.as_str())).collect();
    let detail =
        format!("the configuration does not fit {} {}; GET /api/v1/plugins/{} shows its schema", plugin.name, plugin.version, plugin.id);
    Err(Problem::new(Code::InvalidConfig, detail).with(faults))
}
