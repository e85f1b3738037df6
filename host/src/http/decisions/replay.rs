//! `POST /decisions/{id}/replay`

use axum::Json;
use axum::extract::State;
use redress_domain::id::DecisionId;
use redress_sandbox::{Divergence, Replay};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::{Can, Path, Problem, ReadProblems, permit};

/// What running a decision again showed.
#[derive(Serialize, ToSchema)]
pub struct ReplayView {
    /// Same answer, same fuel, same questions to the host.
    identical: bool,
    /// Where the second run differs.
    divergences: Vec<DivergenceView>,
}

/// One difference between record and replay.
#[derive(Serialize, ToSchema)]
pub struct DivergenceView {
    /// What differs: `unexpected_call`, `missing_call`, `arguments_differ`, `outcome_differs`, `output_differs`, `fuel_differs` or
    /// `missing_artefact`.
    #[schema(value_type = String)]
    kind: redress_sandbox::DivergenceKind,
    /// How.
    detail: String,
}

/// Run a decision again, with the same bytes, inputs and look-ups, and compare.
///
/// Nothing is stored. A decision that ended for reasons outside of the rule (no free sandbox, wall clock) cannot be repeated.
#[utoipa::path(post, path = "/decisions/{id}/replay", tag = "decisions", params(("id" = DecisionId, Path)),
    responses((status = 200, body = ReplayView), ReadProblems))]
pub async fn replay_decision(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    Path(id): Path<DecisionId>,
) -> Result<Json<ReplayView>, Problem> {
    let Replay { identical, divergences } = app.workflow.replay(caller.tenant.id, id).await?;
    let view = |Divergence { kind, detail }: Divergence| DivergenceView { kind, detail };
    Ok(Json(ReplayView { identical, divergences: divergences.into_iter().map(view).collect() }))
}
