//! Why was this decided? What the rule said itself, what it looked at, and which single change of its input would have led to
//! something else, found by asking it again and again.

mod effect;
mod fits;
mod input;
mod knob;
mod probe;
mod said;
mod search;
mod seen;
mod walk;
mod words;

use std::sync::Arc;

use redress_domain::compare::Consequence;
use redress_domain::decision::HostCall;
use redress_domain::id::{DecisionId, TenantId};
use redress_domain::usage::Purpose;
use redress_sandbox::Allowance;
use serde::Serialize;
use utoipa::ToSchema;

pub use probe::{Change, Probe, Probed};
pub use said::Row;
pub(super) use said::rows;
pub use search::Budget;

use super::repeatable;
use crate::app::App;
use crate::problem::Problem;
use crate::rules;
use crate::workflow::decision::Full;

/// Why a decision is as it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct Explanation {
    /// The decision.
    pub decision: DecisionId,
    /// What follows from it.
    pub consequence: Consequence,
    /// What the rule said about it, or why it has no answer.
    pub reasons: Vec<String>,
    /// Rows of a table that fired, in order.
    pub rows: Vec<Row>,
    /// What it looked up besides its question, with the answers.
    pub look_ups: Vec<HostCall>,
    /// Single changes of the input after which something else follows, the smallest change first.
    pub probes: Vec<Probe>,
    /// How far the search went.
    pub probed: Probed,
}

/// Explains a decision. Nothing is stored.
///
/// # Errors
/// When there is no such decision, it ended for reasons outside of the rule, its component cannot be had, or no sandbox is free.
pub async fn explain(app: &App, tenant: TenantId, id: DecisionId, budget: Budget) -> Result<Explanation, Problem> {
    let full = app.workflow.decision(tenant, id).await?;
    repeatable(&full.decision, "it ended for reasons outside of the rule, so that no change of its input explains it")?;
    let rule = rules::rule(&app.store, &app.sandbox, full.decision.plugin_digest).await?;
    let seen = seen::values(app, tenant, full.decision.hook, &full.config).await?;
    let snapshot = app.rules.get(tenant).await?;
    let Full { decision, case, question, config } = full;
    let said = said::said(&decision);
    let context = decision.context(snapshot.tenant.slug.clone());
    let allowance = Allowance { fuel: Some(snapshot.plan.fuel), ..said::allowance(&decision, &case) };
    let (meter, now) = (app.rules.clone(), app.clock.now());
    let look_ups = decision.host_calls.clone();
    let consequence = decision.consequence.clone();
    let of = Arc::clone(&snapshot);
    let (probes, probed) = app
        .rules
        .run(&snapshot, move || {
            let ask = |case: &Arc<_>, question: &_| {
                let mut call = rule.call_within(allowance, &context, &config, case, question);
                of.refuse_unknown_role(&mut call);
                meter.meter(tenant, decision.plugin, Purpose::DryRun, now, &call);
                call.usable().cloned()
            };
            probe::probe(&case, &question, &decision, &seen, budget, ask)
        })
        .await?;
    Ok(Explanation { decision: id, consequence, reasons: said.reasons, rows: said.rows, look_ups, probes, probed })
}
