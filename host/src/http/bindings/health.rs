//! `GET /bindings/{id}/health`, `GET /bindings/{id}/divergence`

use axum::Json;
use axum::extract::State;
use redress_domain::compare::Difference;
use redress_domain::id::BindingId;
use redress_domain::{Money, Timestamp};
use redress_store::decision;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::update::look;
use crate::app::App;
use crate::http::{Can, Path, Problem, Query, ReadProblems, permit};
use crate::rollout;

/// What a binding did in its guardrails' window, or since its last change.
#[derive(Debug, Serialize, ToSchema)]
pub struct HealthView {
    /// Since when.
    since: Timestamp,
    /// Calls that counted.
    calls: u64,
    /// Calls without a usable answer.
    faults: u64,
    /// Answers to refund requests.
    verdicts: u64,
    /// Those that approve.
    approvals: u64,
    /// Money they approve without a person, in minor units of the guardrail's or the tenant's currency.
    approved_minor: i64,
    /// The most of it for one customer.
    customer_minor: i64,
    /// Fuel that 99 of 100 calls stay at or below.
    fuel_p99: u64,
    /// Microseconds that 99 of 100 calls stay at or below.
    latency_p99_us: u64,
    /// The guardrail that this breaks, in words; null when all is well.
    breach: Option<String>,
}

/// Measure a binding against its guardrails.
#[utoipa::path(get, path = "/bindings/{id}/health", tag = "bindings", params(("id" = BindingId, Path)),
    responses((status = 200, body = HealthView), ReadProblems))]
pub async fn binding_health(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    Path(id): Path<BindingId>,
) -> Result<Json<HealthView>, Problem> {
    let (now, currency) = (app.clock.now(), caller.tenant.currency);
    let found = caller.store.read(move |tx| Box::pin(async move { rollout::health(tx, id, now, currency).await })).await?;
    let measured = found.measured;
    Ok(Json(HealthView {
        since: found.since,
        calls: measured.calls,
        faults: measured.faults,
        verdicts: measured.verdicts,
        approvals: measured.approvals,
        approved_minor: measured.approved_minor,
        customer_minor: measured.customer_minor,
        fuel_p99: measured.fuel_p99,
        latency_p99_us: measured.latency_p99_us,
        breach: found.breach,
    }))
}

/// How far back.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Since {
    /// Only decisions from this moment on; the last 30 days when left out.
    since: Option<Timestamp>,
}

/// A heap of decisions in which the shadow and the rule that counted each said the same.
#[derive(Debug, Serialize, ToSchema)]
pub struct Heap {
    /// How they differ.
    difference: Difference,
    /// What followed from the rule that counted.
    before: String,
    /// What would have followed from the shadow.
    after: String,
    /// How many decisions.
    decisions: u64,
    /// Money in question with the rule that counted.
    amount_before: Option<Money>,
    /// Money in question with the shadow.
    amount_after: Option<Money>,
}

/// A shadow beside the rule that counts.
#[derive(Debug, Serialize, ToSchema)]
pub struct Divergence {
    /// Since when.
    since: Timestamp,
    /// Decisions compared.
    decisions: u64,
    /// Those in which something else would have followed, or the shadow failed.
    diverged: u64,
    /// Them in heaps, the largest first.
    heaps: Vec<Heap>,
}

/// Compare a shadow with the rule that counts.
#[utoipa::path(get, path = "/bindings/{id}/divergence", tag = "bindings", params(("id" = BindingId, Path), Since),
    responses((status = 200, body = Divergence), ReadProblems))]
pub async fn binding_divergence(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    Path(id): Path<BindingId>,
    Query(query): Query<Since>,
) -> Result<Json<Divergence>, Problem> {
    let since = query.since.unwrap_or_else(|| app.clock.now().plus(-chrono::Duration::days(30)));
    let heaps = caller.store.read(move |tx| {
        Box::pin(async move {
            look(tx, id, None).await?;
            Ok::<_, Problem>(decision::divergence(tx, id, since).await?)
        })
    });
    let heaps: Vec<Heap> = heaps.await?.into_iter().map(heap).collect();
    let differs = |heap: &&Heap| !matches!(heap.difference, Difference::Same | Difference::Wording);
    Ok(Json(Divergence {
        since,
        decisions: heaps.iter().map(|heap| heap.decisions).sum(),
        diverged: heaps.iter().filter(differs).map(|heap| heap.decisions).sum(),
        heaps,
    }))
}

fn heap(found: decision::Diverged) -> Heap {
    let decision::Diverged { difference, before, after, decisions, amount_before, amount_after } = found;
    Heap { difference, before, after, decisions, amount_before, amount_after }
}
