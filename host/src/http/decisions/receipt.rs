//! `GET /decisions/{id}/receipt`

use axum::Json;
use axum::extract::State;
use redress_domain::id::DecisionId;
use redress_domain::receipt::{KeyId, Receipt, Statement};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::app::App;
use crate::http::auth::Caller;
use crate::http::{Can, Path, Problem, Query, WriteProblems, permit};
use crate::workflow::decision::Sealed;

/// What a receipt carries besides its statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Include {
    /// Case, question, configuration and record, so that whoever has it can check every digest and run the rule again.
    Material,
}

/// What a receipt carries.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReceiptQuery {
    /// Carry what the digests name. It holds the customer's data.
    #[param(inline)]
    include: Option<Include>,
}

/// Get the receipt of a decision: its facts, signed.
///
/// `redress-plugin verify` checks it without the server. The signature is Ed25519 over the canonical JSON (RFC 8785) of
/// `statement`; `/receipt-keys` lists the keys.
#[utoipa::path(get, path = "/decisions/{id}/receipt", tag = "decisions", params(("id" = DecisionId, Path), ReceiptQuery),
    responses((status = 200, body = Receipt), WriteProblems))]
pub async fn get_receipt(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    Path(id): Path<DecisionId>,
    Query(query): Query<ReceiptQuery>,
) -> Result<Json<Receipt>, Problem> {
    let sealed = app.workflow.sealed(caller.tenant.id, id, query.include.is_some()).await?;
    Ok(Json(sign(&app, &caller, sealed)))
}

/// Signs a decision of the caller's tenant.
pub(in crate::http) fn sign(app: &App, caller: &Caller, sealed: Sealed) -> Receipt {
    let Sealed { decision, link, material } = sealed;
    let statement = Statement::of(&decision, caller.tenant.slug.clone(), link, KeyId::of(app.signer.public_key()));
    Receipt { material, ..app.signer.sign(statement) }
}
