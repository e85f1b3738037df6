//! `POST /hooks/{hook}/evaluate`

use axum::Json as Answer;
use axum::extract::State;
use redress_domain::decision::{Fault, HostCall, LogLine, Outcome};
use redress_domain::id::{BindingId, PluginId, TicketId};
use redress_domain::rule::{CaseFile, Hook};
use redress_sandbox::Call;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::App;
use crate::http::{Can, Json, Path, Problem, WriteProblems, permit};
use crate::workflow::decision::{Candidate, DryRun};

/// What a rule is asked. Send `case` or `ticket`.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Evaluation {
    /// An uploaded plugin.
    #[serde(default)]
    plugin: Option<PluginId>,
    /// A binding that is switched on; without either, the first one of the hook.
    #[serde(default)]
    binding: Option<BindingId>,
    /// Another configuration than the binding's; `{}` for a plugin when left out.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    config: Option<serde_json::Value>,
    /// A case as `GET /decisions/{id}` shows it.
    #[serde(default)]
    case: Option<CaseFile>,
    /// A ticket whose case is taken.
    #[serde(default)]
    ticket: Option<TicketId>,
    /// What the hook is asked besides the case: the desk, the refund request or the event; made from the case when left out.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    input: Option<serde_json::Value>,
}

/// What the rule said.
#[derive(Serialize, ToSchema)]
pub struct EvaluationView {
    /// How the call ended.
    outcome: Outcome,
    /// The answer, when there is one.
    #[schema(value_type = Option<Object>)]
    answer: Option<serde_json::Value>,
    /// What went wrong, when something did.
    fault: Option<Fault>,
    /// Fuel used.
    fuel: u64,
    /// Largest linear memory in bytes.
    peak_memory: u64,
    /// Wall time in microseconds.
    duration_us: u64,
    /// What the rule logged.
    log: Vec<LogLine>,
    /// What the rule asked the host.
    host_calls: Vec<HostCall>,
}

/// Ask a rule without storing anything.
#[utoipa::path(post, path = "/hooks/{hook}/evaluate", tag = "hooks", request_body = Evaluation, params(("hook" = Hook, Path)),
    responses((status = 200, body = EvaluationView), WriteProblems))]
pub async fn evaluate_hook(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    Path(hook): Path<Hook>,
    Json(body): Json<Evaluation>,
) -> Result<Answer<EvaluationView>, Problem> {
    let Evaluation { plugin, binding, config, case, ticket, input } = body;
    let candidate = match (plugin, binding) {
        (Some(plugin), None) => Candidate::Plugin(plugin),
        (None, Some(binding)) => Candidate::Binding(binding),
        (None, None) => Candidate::First,
        (Some(_), Some(_)) => return Err(Problem::invalid("/plugin", "send a plugin or a binding, not both")),
    };
    let run = DryRun { hook, candidate, config, case, ticket, input };
    let Call { outcome, answer, fault, host_calls, log, fuel, peak_memory, duration_us } =
        app.workflow.evaluate(caller.tenant.id, run).await?;
    let answer = answer.map(serde_json::to_value).transpose().map_err(|error| Problem::internal(&error))?;
    Ok(Answer(EvaluationView { outcome, answer, fault, fuel, peak_memory, duration_us, log, host_calls }))
}
