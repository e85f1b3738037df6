//! `GET /unidentified-parcels`, `POST /unidentified-parcels/{id}/assign`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use redress_domain::id::{ParcelId, ScanId, TicketId};
use redress_domain::timeline::Actor;
use redress_domain::warehouse::kept::QueuedParcel;
use redress_domain::warehouse::parcel::Purpose;
use redress_domain::warehouse::unidentified::{Fit, suggest};
use redress_store::{parcel, unidentified};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::app::App;
use crate::http::once::{Once, once, print};
use crate::http::openapi::IdempotencyHeader;
use crate::http::page::{list, page};
use crate::http::{Can, Command, List, Path, Problem, Query, ReadProblems, WriteProblems, permit};
use crate::workflow::warehouse::Assignment;

/// Awaited parcels that are compared with the queue, the latest.
const COMPARED: u32 = 1_000;

/// Which parcels.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct UnidentifiedQuery {
    /// False to show those too that have found their ticket.
    open: Option<bool>,
    /// Rows wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

/// An awaited parcel that it may be.
#[derive(Debug, Serialize, ToSchema)]
pub struct Suggestion {
    /// The awaited parcel.
    parcel: ParcelId,
    /// Its ticket.
    ticket: TicketId,
    /// How well the numbers fit.
    fit: Fit,
}

/// A parcel of the queue.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnidentifiedItem {
    /// The parcel.
    #[serde(flatten)]
    queued: QueuedParcel,
    /// Awaited parcels that it may be, best first.
    suggestions: Vec<Suggestion>,
}

/// Whose a parcel is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAssignment {
    /// The ticket.
    ticket: TicketId,
    /// The awaited parcel that it is; left out, the one with the same number, or one that nobody announced.
    parcel: Option<ParcelId>,
    /// Why it came, when nobody announced it; a return when left out.
    purpose: Option<Purpose>,
}

/// List parcels that nobody is known for, newest first.
#[utoipa::path(get, path = "/unidentified-parcels", tag = "warehouse", params(UnidentifiedQuery),
    responses((status = 200, body = List<UnidentifiedItem>), ReadProblems))]
pub async fn list_unidentified_parcels(
    caller: Can<permit::TicketRead>,
    Query(query): Query<UnidentifiedQuery>,
) -> Result<Json<List<UnidentifiedItem>>, Problem> {
    let page = page(query.limit, query.after.as_deref())?;
    let open = query.open.unwrap_or(true);
    let read = caller.store.read(move |tx| {
        Box::pin(async move { Ok::<_, Problem>((unidentified::list(tx, open, &page).await?, parcel::awaited(tx, COMPARED).await?)) })
    });
    let ((queued, next), awaited) = read.await?;
    let item = |queued: QueuedParcel| {
        let alone = std::slice::from_ref(&queued.parcel);
        let fits = awaited.iter().filter(|_| queued.assigned.is_none()).filter_map(|known| {
            let (fit, _) = suggest(alone, &known.parcel).into_iter().next()?;
            Some(Suggestion { parcel: known.parcel.id, ticket: known.parcel.ticket, fit })
        });
        let mut suggestions: Vec<Suggestion> = fits.collect();
        suggestions.sort_by_key(|one| (one.fit, one.parcel));
        UnidentifiedItem { queued, suggestions }
    };
    Ok(list((queued.into_iter().map(item).collect(), next)))
}

/// Give an unidentified parcel to its ticket.
///
/// The ticket receives it as if it had been scanned.
#[utoipa::path(post, path = "/unidentified-parcels/{id}/assign", tag = "warehouse", request_body = NewAssignment,
    params(("id" = ScanId, Path), IdempotencyHeader), responses((status = 200, body = QueuedParcel), WriteProblems))]
pub async fn assign_unidentified_parcel(
    State(app): State<App>,
    caller: Can<permit::WarehouseWrite>,
    Path(id): Path<ScanId>,
    command: Command<NewAssignment>,
) -> Result<Response, Problem> {
    let NewAssignment { ticket, parcel, purpose } = command.body;
    let to = Assignment { ticket, parcel, purpose };
    let (tenant, by) = (caller.tenant.id, caller.user.id);
    once(&app, &caller, command.idempotency, true, || {
        let (workflow, to) = (app.workflow.clone(), to.clone());
        async move {
            let (turn, queued) = workflow.assign_parcel(tenant, Actor::User(by), id, to).await?;
            let version = turn.ticket().version;
            Once::new(turn, StatusCode::OK, version, |_| print(&queued))
        }
    })
    .await
}
