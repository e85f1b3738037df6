//! `/recurring-jobs`: work that comes back by a timetable.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use redress_domain::calendar::{Cron, Zone};
use redress_domain::id::RecurringId;
use redress_domain::recurring::{OverdueDigest, Recurring, RecurringKind};
use redress_store::{TenantTx, recurring, role};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, ChangeProblems, Command, List, Path, Problem, ReadProblems, WriteProblems, permit};
use crate::problem::check::name;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_recurring_jobs, create_recurring_job)).routes(routes!(delete_recurring_job))
}

/// Work to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRecurring {
    /// What comes back.
    kind: RecurringKind,
    /// Name within the tenant, 1 to 100 characters.
    name: String,
    /// When, as a crontab says it, for example `0 9 * * 1-5`.
    #[schema(value_type = String)]
    cron: Cron,
    /// Whose clock on the wall that is about.
    zone: Zone,
    /// What is to be done: of an `overdue_digest`, `role` and `by`.
    #[schema(value_type = Object)]
    spec: serde_json::Value,
}

/// List recurring jobs.
#[utoipa::path(get, path = "/recurring-jobs", tag = "recurring-jobs", responses((status = 200, body = List<Recurring>), ReadProblems))]
pub async fn list_recurring_jobs(caller: Can<permit::AdminRead>) -> Result<Json<List<Recurring>>, Problem> {
    let items = caller
        .store
        .read(|tx| {
            Box::pin(async move {
                let mut all = Vec::new();
                for kind in RecurringKind::ALL {
                    all.extend(recurring::list(tx, kind.as_str()).await?);
                }
                Ok::<_, Problem>(all)
            })
        })
        .await?;
    // A shop has a handful; they are one page.
    Ok(Json(List { items, next: None }))
}

/// Add a recurring job.
///
/// Every occurrence is done exactly once, by whichever node is there. Occurrences that were missed run once, not once each.
#[utoipa::path(post, path = "/recurring-jobs", tag = "recurring-jobs", request_body = NewRecurring, params(IdempotencyHeader),
    responses((status = 201, body = Recurring), WriteProblems))]
pub async fn create_recurring_job(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    command: Command<NewRecurring>,
) -> Result<Response, Problem> {
    let NewRecurring { kind, name: called, cron, zone, spec } = command.body;
    let now = app.clock.now();
    let mut job = Recurring {
        id: app.new_id(RecurringId::generate),
        version: 1,
        kind: kind.to_string(),
        name: name("/name", called)?,
        cron,
        zone,
        spec,
        enabled: true,
        due_at: None,
        previous_at: None,
        failures: 0,
        last_error: None,
    };
    job.due_at = job.next(now);
    if job.due_at.is_none() {
        return Err(Problem::invalid("/cron", "this never comes again"));
    }
    command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                check(tx, kind, &job.spec).await?;
                recurring::insert(tx, &job).await?;
                Ok(Answer::created(job).version(1))
            })
        })
        .await
}

/// Delete a recurring job.
#[utoipa::path(delete, path = "/recurring-jobs/{id}", tag = "recurring-jobs", params(("id" = RecurringId, Path)),
    responses((status = 204, description = "Deleted"), ChangeProblems))]
pub async fn delete_recurring_job(caller: Can<permit::AdminWrite>, Path(id): Path<RecurringId>) -> Result<StatusCode, Problem> {
    caller.store.write(move |tx| Box::pin(async move { recurring::delete(tx, id).await.map_err(Problem::from) })).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn check(tx: &mut TenantTx, kind: RecurringKind, spec: &serde_json::Value) -> Result<(), Problem> {
    match kind {
        RecurringKind::OverdueDigest => {
            let digest = OverdueDigest::deserialize(spec).map_err(|error| Problem::invalid("/spec", error.to_string()))?;
            if role::list(tx).await?.iter().any(|role| role.name == digest.role) {
                return Ok(());
            }
            Err(Problem::invalid("/spec/role", format!("there is no role '{}': create it or name another", digest.role)))
        }
    }
}
