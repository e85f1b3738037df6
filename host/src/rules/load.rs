//! Reads a tenant's rules from the database and loads their components.

use std::collections::BTreeMap;
use std::sync::Arc;

use redress_domain::Digest;
use redress_domain::binding::{Binding, BindingMode};
use redress_domain::calendar::BusinessHours;
use redress_domain::decide::Limits;
use redress_domain::definition::Drawing;
use redress_domain::id::TenantId;
use redress_domain::outbox::WebhookEndpoint;
use redress_domain::parameter::Parameter;
use redress_domain::plan::Plan;
use redress_domain::plugin::Plugin;
use redress_domain::role::Role;
use redress_domain::rule::{Desk, Hook};
use redress_domain::sla::SlaPolicy;
use redress_domain::tenant::Queue;
use redress_sandbox::{LoadError, Rule, Sandbox};
use redress_store::binding::AtWork;
use redress_store::{
    Error as StoreError, Store, binding, calendar, definition, desk, parameter, plugin, queue, role, sla_policy, tenant, user, webhook,
};

use super::cache::RulesError;
use super::levels::Levels;
use super::people::People;
use super::snapshot::{Bound, Snapshot, Unloadable};

/// A loaded rule: from memory, from the artefact on disk, or compiled from the stored bytes.
///
/// # Errors
/// When the bytes are gone, do not load any more, or the host fails.
pub async fn rule(store: &Store, sandbox: &Arc<Sandbox>, digest: Digest) -> Result<Arc<Rule>, LoadError> {
    let bytes = || async move { store.read(move |tx| Box::pin(async move { plugin::bytes_get(tx, digest).await })).await };
    sandbox.load(digest, bytes).await
}

/// Everything a snapshot is made of, as stored.
struct Stored {
    bindings: Vec<AtWork>,
    parameters: Vec<Parameter>,
    roles: Vec<Role>,
    holders: BTreeMap<String, u32>,
    queues: Vec<Queue>,
    webhooks: Vec<WebhookEndpoint>,
    policies: Vec<SlaPolicy>,
    calendars: Vec<BusinessHours>,
    desk: Desk,
    people: People,
    drawings: Vec<Drawing>,
}

/// Reads a tenant and loads its bound rules. A rule that does not load is kept with the reason, so that it fails its own
/// questions and no others.
pub(super) async fn snapshot(
    store: &Store,
    sandbox: &Arc<Sandbox>,
    id: TenantId,
    plans: &BTreeMap<String, Plan>,
    mail: bool,
) -> Result<Snapshot, RulesError> {
    let tenant = store.read(move |tx| Box::pin(async move { tenant::find(tx, id).await })).await?.ok_or(RulesError::NoTenant(id))?;
    let stored = read(store, id).await?;
    let mut bound: BTreeMap<Hook, Vec<Bound>> = BTreeMap::new();
    let mut trials = Vec::new();
    for AtWork { binding, plugin, fallback } in stored.bindings {
        let mut rule = load(store, sandbox, id, binding, plugin).await;
        if let Some((binding, plugin)) = fallback {
            rule.fallback = Some(Box::new(load(store, sandbox, id, binding, plugin).await));
        }
        match rule.binding.mode {
            BindingMode::Active => bound.entry(rule.binding.hook).or_default().push(rule),
            BindingMode::Canary | BindingMode::Shadow => trials.push(rule),
        }
    }
    for trial in trials {
        let rules = bound.entry(trial.binding.hook).or_default();
        match trial.binding.replaces {
            // Without a binding to replace it stands alone.
            None => rules.push(trial),
            // When what it replaces is switched off or gone, there is no place to try it in.
            Some(base) => {
                if let Some(base) = rules.iter_mut().find(|bound| bound.binding.id == base) {
                    base.trials.push(trial);
                }
            }
        }
    }
    for rules in bound.values_mut() {
        rules.sort_by_key(|rule| (rule.binding.order, rule.binding.id));
    }
    let plan = plans.get(&tenant.plan).or_else(|| plans.get("standard")).cloned().unwrap_or_default();
    let levels = Levels::new(stored.policies, stored.calendars);
    Ok(Snapshot {
        plan,
        limits: Limits { roles: stored.roles, holders: stored.holders, max_auto: None },
        tenant,
        bound,
        parameters: stored.parameters.into_iter().map(|parameter| (parameter.code, parameter.value)).collect(),
        queues: stored.queues,
        webhooks: stored.webhooks.into_iter().filter(|endpoint| endpoint.enabled).collect(),
        calendar: levels.calendar(),
        levels,
        desk: Arc::new(stored.desk),
        people: Arc::new(stored.people),
        drawings: stored.drawings,
        mail,
    })
}

/// Reads everything in one transaction.
async fn read(store: &Store, id: TenantId) -> Result<Stored, StoreError> {
    store
        .tenant(id)
        .read(|tx| {
            Box::pin(async move {
                Ok(Stored {
                    bindings: binding::at_work(tx).await?,
                    parameters: parameter::list(tx).await?,
                    roles: role::list(tx).await?,
                    holders: user::holder_counts(tx).await?,
                    queues: queue::list(tx).await?,
                    webhooks: webhook::list(tx).await?,
                    policies: sla_policy::list(tx).await?,
                    calendars: calendar::list(tx).await?,
                    desk: desk::snapshot(tx).await?,
                    people: People::of(user::list(tx).await?),
                    drawings: definition::at_work(tx).await?,
                })
            })
        })
        .await
}

async fn load(store: &Store, sandbox: &Arc<Sandbox>, id: TenantId, binding: Binding, plugin: Plugin) -> Bound {
    let rule = rule(store, sandbox, plugin.digest).await.map_err(|source| {
        let unloadable = Unloadable { plugin: plugin.name.clone(), version: plugin.version.clone(), source: Arc::new(source) };
        tracing::error!(tenant.id = %id, plugin.name = plugin.name, plugin.digest = %plugin.digest, error = %unloadable, "{unloadable}");
        unloadable
    });
    let config = binding.config.to_string();
    Bound {
        config_digest: Digest::of(config.as_bytes()),
        config: config.into(),
        binding: Arc::new(binding),
        plugin: Arc::new(plugin),
        rule,
        fallback: None,
        trials: Vec::new(),
    }
}
