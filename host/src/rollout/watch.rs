//! Measures a binding and takes it back when it breaks a guardrail.

use redress_domain::binding::{Binding, Measured, RevisionAction};
use redress_domain::id::{BindingId, TenantId};
use redress_domain::timeline::Actor;
use redress_domain::{Currency, Money, Timestamp};
use redress_store::{TenantTx, binding, decision};

use super::{Note, take_back};
use crate::app::App;
use crate::problem::Problem;

/// What a binding did in its window, and the guardrail that this breaks.
#[derive(Debug, Clone)]
pub struct Health {
    /// The binding.
    pub binding: Binding,
    /// Since when it was measured: the window, or its last change.
    pub since: Timestamp,
    /// What it did.
    pub measured: Measured,
    /// The guardrail that it breaks, in words.
    pub breach: Option<String>,
}

/// Measures a binding since its window began, but not from before its last change: an earlier rule's sins are not its own.
///
/// # Errors
/// 404 when there is no such binding.
pub async fn health(tx: &mut TenantTx, id: BindingId, now: Timestamp, currency: Currency) -> Result<Health, Problem> {
    let binding = binding::find(tx, id).await?.ok_or_else(|| Problem::not_found("binding", id))?;
    let guardrails = &binding.guardrails;
    let window = now.plus(-chrono::Duration::minutes(guardrails.window_minutes.into()));
    let since = window.max(binding.updated_at);
    let watched = guardrails.approved_amount.or(guardrails.approved_per_customer);
    let currency = watched.map_or(currency, Money::currency);
    let measured = decision::measure(tx, id, since, currency).await?;
    let breach = guardrails.breach(&measured).map(|breach| breach.to_string());
    Ok(Health { binding, since, measured, breach })
}

/// Looks at a binding and takes it back when it breaks a guardrail. Answers why it did.
///
/// # Errors
/// When the database fails, or somebody changed the binding meanwhile.
pub async fn watch(app: &App, tenant: TenantId, id: BindingId) -> Result<Option<String>, Problem> {
    let snapshot = app.rules.get(tenant).await?;
    let (now, currency) = (app.clock.now(), snapshot.tenant.currency);
    let found = app.store.tenant(tenant).read(move |tx| Box::pin(async move { health(tx, id, now, currency).await })).await?;
    let Some(breach) = found.breach.filter(|_| found.binding.enabled) else { return Ok(None) };
    let note = Note { at: now, actor: Actor::System, action: RevisionAction::GuardrailHit, reason: Some(breach.clone()) };
    let present = found.binding;
    app.store.tenant(tenant).write(move |tx| Box::pin(async move { take_back(tx, &present, note).await.map(drop) })).await?;
    app.rules.invalidate(tenant);
    Ok(Some(breach))
}
