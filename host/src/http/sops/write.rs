//! `POST /sops`, `PUT /sops/{key}`, `DELETE /sops/{key}`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use redress_domain::sop::{Procedure, Sop, Step, by_key};
use redress_store::{TenantTx, sop};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Answer, Can, ChangeProblems, Code, Command, Fault, IfMatch, Json, Path, Problem, WriteProblems, permit};
use crate::problem::check::key;

/// A procedure to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSop {
    /// Key in addresses: 1 to 64 lower-case letters, digits, `_`, `-`, unique within the tenant. With the key of one that ships it
    /// stands in for that one.
    key: String,
    /// Display name, 1 to 100 characters.
    name: String,
    /// When it is to be used, 1 to 500 characters.
    anomaly: String,
    /// Its steps, 1 to 30; it begins with the first. Each is reached, and leads to an end.
    steps: Vec<Step>,
}

fn checked(procedure: Procedure) -> Result<Procedure, Problem> {
    let findings = procedure.check();
    if findings.is_empty() {
        return Ok(procedure);
    }
    let faults = findings.into_iter().map(|finding| Fault::at(finding.path, finding.message)).collect();
    Err(Problem::new(Code::Invalid, "the procedure cannot be walked; errors lists every finding").with(faults))
}

/// Add a procedure, or change one that ships.
#[utoipa::path(post, path = "/sops", tag = "sops", request_body = NewSop, params(IdempotencyHeader),
    responses((status = 201, body = Sop), WriteProblems))]
pub async fn create_sop(State(app): State<App>, caller: Can<permit::BindingWrite>, command: Command<NewSop>) -> Result<Response, Problem> {
    let NewSop { key: given, name, anomaly, steps } = command.body;
    let (key, procedure, now) = (key("/key", given)?, checked(Procedure { name, anomaly, steps })?, app.clock.now());
    let new = Sop { key, version: 1, procedure, updated_at: Some(now) };
    command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                sop::insert(tx, &new).await?;
                Ok(Answer::created(new).version(1))
            })
        })
        .await
}

/// Replace what one of the shop's own procedures says. Walks that have begun go on as they began.
#[utoipa::path(put, path = "/sops/{key}", tag = "sops", request_body = Procedure, params(("key" = String, Path), IfMatchHeader),
    responses((status = 200, body = Sop), ChangeProblems))]
pub async fn update_sop(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(key): Path<String>,
    if_match: IfMatch,
    Json(procedure): Json<Procedure>,
) -> Result<Answer<Sop>, Problem> {
    let (procedure, now) = (checked(procedure)?, app.clock.now());
    let changed = caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let found = own(tx, &key).await?;
                if_match.check("SOP", &key, found.version)?;
                let changed = Sop { version: found.version + 1, procedure, updated_at: Some(now), key };
                sop::update(tx, &changed, found.version).await?;
                Ok::<_, Problem>(changed)
            })
        })
        .await?;
    let version = changed.version;
    Ok(Answer::ok(changed).version(version))
}

/// Delete one of the shop's own procedures; one that ships and that it stood in for is back. Walks that have begun go on.
#[utoipa::path(delete, path = "/sops/{key}", tag = "sops", params(("key" = String, Path), IfMatchHeader),
    responses((status = 204), ChangeProblems))]
pub async fn delete_sop(caller: Can<permit::BindingWrite>, Path(key): Path<String>, if_match: IfMatch) -> Result<StatusCode, Problem> {
    caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let found = own(tx, &key).await?;
                if_match.check("SOP", &key, found.version)?;
                Ok::<_, Problem>(sop::delete(tx, &key, found.version).await?)
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn own(tx: &mut TenantTx, key: &str) -> Result<Sop, Problem> {
    sop::find_by_key(tx, key).await?.ok_or_else(|| match by_key(key) {
        Some(_) => {
            Problem::new(Code::NotFound, format!("SOP '{key}' ships with Redress: POST /api/v1/sops with this key puts yours in its place"))
        }
        None => Problem::not_found("SOP", key),
    })
}
