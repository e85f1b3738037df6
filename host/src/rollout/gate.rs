//! Holds a candidate to golden decisions: past cases whose outcome must stay, unless somebody signs for the change.

use std::sync::Arc;

use redress_domain::binding::{Binding, BindingMode};
use redress_domain::compare::{Consequence, Difference, consequence, difference};
use redress_domain::id::{BindingId, DecisionId, TenantId};
use redress_domain::plugin::Plugin;
use redress_domain::usage::Purpose;
use redress_store::golden;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::problem::{Code, Fault, Problem};
use crate::rules;
use crate::workflow::decision::Full;

/// A golden decision that would end in another way.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GoldenChange {
    /// The decision.
    pub decision: DecisionId,
    /// Why it matters.
    pub note: String,
    /// How the candidate differs.
    pub difference: Difference,
    /// What followed then.
    pub before: Consequence,
    /// What would follow now.
    pub after: Consequence,
    /// Why the candidate has no answer, when it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
}

/// The binding whose golden decisions hold this one, when its answers count: its own, or those of the binding that it is tried
/// in the place of.
pub fn held_by(binding: &Binding) -> Option<BindingId> {
    let counts = binding.enabled && binding.mode != BindingMode::Shadow;
    counts.then(|| binding.replaces.unwrap_or(binding.id))
}

/// Runs a candidate over everything a binding is held to, and answers what would change. Other words with the same outcome
/// are no change.
///
/// # Errors
/// When a decision or the plugin cannot be loaded, no sandbox is free, or the database fails.
pub async fn examine(
    app: &App,
    tenant: TenantId,
    binding: BindingId,
    plugin: &Plugin,
    candidate: &Binding,
) -> Result<Vec<GoldenChange>, Problem> {
    let held = app.store.tenant(tenant).read(move |tx| Box::pin(async move { golden::list(tx, binding).await })).await?;
    if held.is_empty() {
        return Ok(Vec::new());
    }
    let rule = rules::rule(&app.store, &app.sandbox, plugin.digest).await?;
    let (snapshot, now) = (app.rules.get(tenant).await?, app.clock.now());
    let config: Arc<str> = candidate.config.to_string().into();
    let allowance = snapshot.allowance(candidate.grants.as_deref());
    let mut changes = Vec::new();
    for golden in held {
        let full = app.workflow.decision(tenant, golden.decision).await?;
        let (rule, config, of) = (Arc::clone(&rule), Arc::clone(&config), Arc::clone(&snapshot));
        let Full { decision, case, question, .. } = full;
        let asked = app.rules.run(&snapshot, move || {
            let mut call = rule.call_within(allowance, &decision.context(of.tenant.slug.clone()), &config, &Arc::new(case), &question);
            of.refuse_unknown_role(&mut call);
            let difference = difference(decision.usable(), call.usable());
            let change = matches!(difference, Difference::Outcome | Difference::NewFault).then(|| GoldenChange {
                decision: decision.id,
                note: golden.note,
                difference,
                before: consequence(&question, decision.usable()),
                after: consequence(&question, call.usable()),
                fault: call.fault.as_ref().map(|fault| fault.message.clone()),
            });
            (change, call)
        });
        let (change, call) = asked.await?;
        app.rules.meter(tenant, plugin.id, Purpose::DryRun, now, &call);
        changes.extend(change);
    }
    Ok(changes)
}

/// Refuses a change of golden decisions that nobody signs for. A signature says why.
///
/// # Errors
/// 422 `invalid` for a signature without words; 409 `golden_changed` with every decision that would end in another way.
pub fn gate(changes: &[GoldenChange], sign_off: Option<&str>) -> Result<(), Problem> {
    if sign_off.is_some_and(|reason| reason.trim().is_empty()) {
        return Err(Problem::invalid("/sign_off", "say why the change is right; it stands in the history with your name"));
    }
    if changes.is_empty() || sign_off.is_some() {
        return Ok(());
    }
    let fault = |change: &GoldenChange| {
        let why = change.fault.as_ref().map(|fault| format!(" ({fault})")).unwrap_or_default();
        let message = format!("{} was {}, would be {}{why}: {}", change.decision, change.before.label, change.after.label, change.note);
        Fault::at("", message)
    };
    let count = changes.len();
    let detail = format!("{count} golden decisions would end in another way; send sign_off with your reason to accept that, in your name");
    Err(Problem::new(Code::GoldenChanged, detail).with(changes.iter().map(fault).collect()))
}

/// What stands in the history of a change for which somebody signed.
pub fn told(reason: Option<String>, sign_off: Option<String>) -> Option<String> {
    match (reason, sign_off) {
        (Some(reason), Some(signed)) if reason != signed => Some(format!("{reason}; signed off: {signed}")),
        (reason, signed) => signed.or(reason),
    }
}
