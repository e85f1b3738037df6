//! Is a binding one that can work: its configuration by the plugin's JSON Schema and by the plugin itself, its mode, its
//! timetable, its name.

use redress_domain::Timestamp;
use redress_domain::binding::{Binding, BindingMode};
use redress_domain::id::TenantId;
use redress_domain::plugin::Plugin;
use redress_domain::rule::{Hook, Violation};
use redress_store::{TenantTx, binding};
use serde_json::Value;

use crate::app::App;
use crate::problem::{Code, Fault, Problem};
use crate::rules;

/// Checks that the plugin exports the hook.
///
/// # Errors
/// 422 `invalid`.
pub fn hook(plugin: &Plugin, hook: Hook) -> Result<(), Problem> {
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
pub async fn config(app: &App, tenant: TenantId, plugin: &Plugin, config: &Value) -> Result<(), Problem> {
    refuse(plugin, &redress_sandbox::check_config(&plugin.config_schema, config))?;
    let text = config.to_string();
    let rule = rules::rule(&app.store, &app.sandbox, plugin.digest).await?;
    let snapshot = app.rules.get(tenant).await?;
    match app.rules.run(&snapshot, move || rule.validate_config(&text)).await? {
        Ok(Ok(())) => Ok(()),
        Ok(Err(violations)) => refuse(plugin, &violations),
        Err(fault) => {
            let detail = format!("{} {} failed while it checked its configuration: {}", plugin.name, plugin.version, fault.message);
            Err(Problem::new(Code::InvalidConfig, detail).with(vec![Fault::at("/config", fault.message)]))
        }
    }
}

/// Checks what does not need the plugin: name, share, what is replaced, timetable.
///
/// # Errors
/// 422 `invalid` with every fault.
pub async fn shape(tx: &mut TenantTx, candidate: &Binding, now: Timestamp) -> Result<(), Problem> {
    let mut faults = Vec::new();
    let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if candidate.key.is_empty() || candidate.key.len() > 64 || !candidate.key.bytes().all(letters) {
        faults.push(Fault::at("/key", "use 1 to 64 lower-case letters, digits and hyphens"));
    }
    match candidate.mode {
        BindingMode::Active if candidate.replaces.is_some() => {
            faults.push(Fault::at("/replaces", "an active binding replaces nothing; promote a candidate instead"));
        }
        BindingMode::Active if candidate.percent != 100 => {
            faults.push(Fault::at("/percent", "an active binding is asked about every ticket; use the mode canary for a share"));
        }
        _ if !(1..=100).contains(&candidate.percent) => faults.push(Fault::at("/percent", "use 1 to 100")),
        _ => {}
    }
    if let Some(base) = candidate.replaces {
        faults.extend(replaced(tx, candidate, base).await?);
    }
    if candidate.hook == Hook::Settlement {
        faults.push(Fault::at("/hook", "settlement is not bound: money leaves over a gateway; POST /api/v1/gateways makes one"));
    }
    match (&candidate.timetable, candidate.hook) {
        (None, Hook::Schedule) => faults.push(Fault::at("/timetable", "a schedule rule needs a timetable: {\"cron\": \"0 */5 * * * *\"}")),
        (Some(timetable), Hook::Schedule) => {
            if let Err(error) = timetable.next(now) {
                faults.push(Fault::at("/timetable", error.to_string()));
            }
        }
        (Some(_), hook) => faults.push(Fault::at("/timetable", format!("{hook} is asked by events, not by a timetable; leave it out"))),
        (None, _) => {}
    }
    let guardrails = &candidate.guardrails;
    if let (Some(window), Some(customer)) = (guardrails.approved_amount, guardrails.approved_per_customer)
        && window.currency() != customer.currency()
    {
        faults.push(Fault::at("/guardrails/approved_per_customer", format!("write it in {}, as approved_amount is", window.currency())));
    }
    if !(1..=1440).contains(&guardrails.window_minutes) {
        faults.push(Fault::at("/guardrails/window_minutes", "look back 1 to 1440 minutes"));
    }
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid_all(faults)) }
}

async fn replaced(tx: &mut TenantTx, candidate: &Binding, base: redress_domain::id::BindingId) -> Result<Vec<Fault>, Problem> {
    let at = |message: String| vec![Fault::at("/replaces", message)];
    let Some(base) = binding::find(tx, base).await? else { return Ok(at(format!("there is no binding {base} here"))) };
    if base.id == candidate.id || base.hook != candidate.hook || base.mode != BindingMode::Active {
        return Ok(at(format!("name an active binding of {} other than this one", candidate.hook)));
    }
    let rivals = binding::list(tx, Some(candidate.hook)).await?;
    let rival = rivals.iter().find(|other| {
        let canary = other.mode == BindingMode::Canary && candidate.mode == BindingMode::Canary;
        canary && other.enabled && candidate.enabled && other.id != candidate.id && other.replaces == Some(base.id)
    });
    Ok(rival.map_or_else(Vec::new, |rival| at(format!("canary {} is tried there already; one at a time", rival.key))))
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
