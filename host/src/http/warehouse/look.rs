//! `GET /tickets/{id}/warehouse`

use axum::Json;
use redress_domain::id::TicketId;
use redress_domain::warehouse::inspection::StockMove;
use redress_domain::warehouse::kept::{KeptInspection, KeptOffer, KeptScan, KnownParcel};
use redress_store::scan::Filter;
use redress_store::{Page, inspection, offer, parcel, scan, ticket};
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::{Can, Path, Problem, ReadProblems, permit};

/// Most scans shown of one ticket.
const SCANS: u32 = 200;

/// What the warehouse knows of a ticket.
#[derive(Debug, Serialize, ToSchema)]
pub struct WarehouseView {
    /// Its parcels, oldest first.
    parcels: Vec<KnownParcel>,
    /// Scans of them, newest first, at most 200.
    scans: Vec<KeptScan>,
    /// Its inspections, oldest first; the last one counts.
    inspections: Vec<KeptInspection>,
    /// Where the units of the last inspection are to go as the case stands.
    moves: Vec<StockMove>,
    /// The last offer.
    offer: Option<KeptOffer>,
}

/// Read what the warehouse knows of a ticket.
#[utoipa::path(get, path = "/tickets/{id}/warehouse", tag = "warehouse", params(("id" = TicketId, Path)),
    responses((status = 200, body = WarehouseView), ReadProblems))]
pub async fn get_ticket_warehouse(caller: Can<permit::TicketRead>, Path(id): Path<TicketId>) -> Result<Json<WarehouseView>, Problem> {
    let view = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                let ticket = ticket::find(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
                let inspections = inspection::by_ticket(tx, id).await?;
                let moves = match inspections.last() {
                    Some(last) => last.moves(ticket.axes.case).map_err(|error| Problem::internal(&error))?,
                    None => Vec::new(),
                };
                let filter = Filter { ticket: Some(id), number: None };
                Ok::<_, Problem>(WarehouseView {
                    parcels: parcel::by_ticket(tx, id).await?,
                    scans: scan::list(tx, &filter, &Page { after: None, limit: SCANS }).await?.0,
                    inspections,
                    moves,
                    offer: offer::last(tx, id).await?,
                })
            })
        })
        .await?;
    Ok(Json(view))
}
