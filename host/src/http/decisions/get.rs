//! `GET /decisions/{id}`

use axum::Json;
use axum::extract::State;
use redress_domain::decision::Decision;
use redress_domain::id::DecisionId;
use redress_domain::rule::{CaseFile, Question};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::{Can, Path, Problem, ReadProblems, permit};
use crate::workflow::decision::Full;

/// A decision with everything it was made from.
#[derive(Serialize, ToSchema)]
pub struct DecisionView {
    /// The record: answer or fault, host calls, log, fuel, plugin and engine.
    #[serde(flatten)]
    decision: Decision,
    /// The case as the rule saw it.
    case: CaseFile,
    /// The question besides the case.
    question: Question,
    /// The configuration of the binding.
    #[schema(value_type = Object)]
    config: serde_json::Value,
}

/// Get a decision: what was asked, what was answered, and why.
#[utoipa::path(get, path = "/decisions/{id}", tag = "decisions", params(("id" = DecisionId, Path)),
    responses((status = 200, body = DecisionView), ReadProblems))]
pub async fn get_decision(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    Path(id): Path<DecisionId>,
) -> Result<Json<DecisionView>, Problem> {
    let Full { decision, case, question, config } = app.workflow.decision(caller.tenant.id, id).await?;
    // It was JSON when the binding was saved.
    let config = serde_json::from_str(&config).unwrap_or(serde_json::Value::String(config));
    Ok(Json(DecisionView { decision, case, question, config }))
}
