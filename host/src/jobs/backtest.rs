//! Runs a candidate over past decisions: every one with its recorded case, question, moment and randomness.

use std::sync::Arc;

use redress_domain::Timestamp;
use redress_domain::decision::Outcome;
use redress_domain::id::{DecisionId, PluginId, TenantId};
use redress_domain::job::Job;
use redress_domain::plugin::Plugin;
use redress_domain::rule::CallContext;
use redress_domain::usage::Purpose;
use redress_sandbox::{Allowance, Rule};
use redress_store::decision::{self, Range};
use redress_store::plugin;

use super::fold::{self, Page};
use super::spec::BacktestSpec;
use super::tally::Tally;
use crate::app::App;
use crate::rules::{self, RuleCache, Snapshot};
use crate::workflow::Error;

pub(super) async fn run(app: &App, tenant: TenantId, mut job: Job) -> Result<(), Error> {
    let spec: BacktestSpec = serde_json::from_value(job.spec.clone())
        .map_err(|error| Error::invalid("invalid", "/spec", format!("the job was stored by another version: {error}")))?;
    let (range, limit) = (spec.past.range(spec.hook), spec.past.limit.unwrap_or(u64::MAX));
    let (plugin, rule) = candidate(app, tenant, spec.plugin).await?;
    let counted = range.clone();
    let store = app.store.tenant(tenant);
    job.total = store.read(move |tx| Box::pin(async move { decision::count_past(tx, &counted).await })).await?.min(limit);
    if !fold::note(app, tenant, &job).await? {
        return fold::end(app, tenant, job, redress_domain::job::JobState::Cancelled).await;
    }
    tracing::info!(job.id = %job.id, plugin.name = plugin.name, total = job.total, "backtest {} begins", job.id);
    let snapshot = app.rules.get(tenant).await?;
    let candidate = Candidate {
        rules: app.rules.clone(),
        now: app.clock.now(),
        allowance: snapshot.allowance(spec.grants.as_deref()),
        snapshot,
        plugin: plugin.id,
        rule,
        config: spec.config.to_string(),
    };
    let read = |after: Option<DecisionId>, size: u32| {
        let (store, range) = (store.clone(), range.clone());
        async move { page(&store, range, after, size).await }
    };
    fold::fold(app, tenant, job, limit, read, move |past, tally: &mut Tally| try_one(&candidate, past, tally)).await
}

/// The candidate's plugin, loaded.
///
/// # Errors
/// When it is not there or does not load.
pub async fn candidate(app: &App, tenant: TenantId, id: PluginId) -> Result<(Plugin, Arc<Rule>), Error> {
    let found = app.store.tenant(tenant).read(move |tx| Box::pin(async move { plugin::find_usable(tx, id).await })).await?;
    let plugin = found.ok_or_else(|| Error::not_found("plugin", id))?;
    let rule = rules::rule(&app.store, &app.sandbox, plugin.digest).await.map_err(|error| Error::Load(Box::new(error)))?;
    Ok((plugin, rule))
}

async fn page(
    store: &redress_store::TenantStore,
    range: Range,
    after: Option<DecisionId>,
    size: u32,
) -> Result<Page<decision::Past>, Error> {
    let items = store.read(move |tx| Box::pin(async move { decision::scan(tx, &range, after, size).await })).await?;
    let last = items.last().map(decision::Past::id);
    Ok(Page { items, last })
}

/// What is tried, and for whom.
struct Candidate {
    rules: RuleCache,
    now: Timestamp,
    snapshot: Arc<Snapshot>,
    plugin: PluginId,
    rule: Arc<Rule>,
    config: String,
    allowance: Allowance,
}

fn try_one(candidate: &Candidate, one: decision::Past, tally: &mut Tally) {
    let Ok(opened) = one.open() else {
        tally.unreadable += 1;
        return;
    };
    let tenant = &candidate.snapshot.tenant;
    let context = CallContext {
        decision_id: opened.id.to_string(),
        tenant: tenant.slug.clone(),
        now: opened.at,
        seed: opened.seed,
        locale: opened.locale.clone(),
    };
    let case = Arc::new(opened.case);
    let mut call = candidate.rule.call_within(candidate.allowance, &context, &candidate.config, &case, &opened.question);
    candidate.snapshot.refuse_unknown_role(&mut call);
    candidate.rules.meter(tenant.id, candidate.plugin, Purpose::Backtest, candidate.now, &call);
    let before = opened.answer.as_ref().filter(|_| opened.outcome == Outcome::Ok);
    tally.add(opened.id, &case.ticket, &opened.question, before, &call);
}
