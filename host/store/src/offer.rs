//! What customers are offered when parts are missing.

use redress_domain::id::{InspectionId, OfferId, TicketId};
use redress_domain::warehouse::kept::KeptOffer;
use redress_domain::warehouse::offer::Choice;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{json, parse, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_optional, insert};
use crate::timeline::actor;

#[derive(sqlx::FromRow)]
struct OfferRow {
    id: Uuid,
    inspection_id: Uuid,
    offer: String,
    made_at: Stamp,
    state: String,
    choice: Option<String>,
    answered_by: Option<String>,
    answered_at: Option<Stamp>,
}

impl OfferRow {
    fn into_offer(self) -> Result<KeptOffer> {
        let id = OfferId::from_uuid(self.id);
        let answered_by = self.answered_by.map(|name| actor(&name).ok_or_else(|| Error::corrupt("part_offer", "answered_by", id)));
        Ok(KeptOffer {
            id,
            inspection: InspectionId::from_uuid(self.inspection_id),
            offer: json(&self.offer, "part_offer", "offer", id)?,
            made_at: self.made_at.0,
            state: parse(&self.state, "part_offer", "state", id)?,
            choice: self.choice.map(|name| parse(&name, "part_offer", "choice", id)).transpose()?,
            answered_by: answered_by.transpose()?,
            answered_at: self.answered_at.map(|at| at.0),
        })
    }
}

/// Keeps an offer. Gathered.
///
/// # Errors
/// [`Error::NotUnique`] `open_offer` when the ticket has an open one.
pub async fn insert(tx: &mut TenantTx, offer: &KeptOffer) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "part_offer (tenant_id, ticket_id, id, inspection_id, offer, made_at, state, choice, answered_by, answered_at)",
        [offer],
        |values, o| {
            values.bind(tenant).bind(o.offer.ticket.as_uuid()).bind(o.id.as_uuid()).bind(o.inspection.as_uuid());
            values.bind(to_json(&o.offer)).bind(Stamp(o.made_at)).bind(o.state.as_str()).bind(o.choice.map(Choice::as_str));
            values.bind(o.answered_by.as_ref().map(ToString::to_string)).bind(o.answered_at.map(Stamp));
        }
    );
    Ok(())
}

/// Notes what came of an open offer.
///
/// # Errors
/// [`Error::NotFound`] when it is not open.
pub async fn end(tx: &mut TenantTx, offer: &KeptOffer) -> Result<()> {
    let sql = "UPDATE part_offer SET state = $4, choice = $5, answered_by = $6, answered_at = $7 \
               WHERE tenant_id = $1 AND ticket_id = $2 AND id = $3 AND state = 'open'";
    let touched = execute!(
        tx,
        sql,
        tx.tenant,
        offer.offer.ticket.as_uuid(),
        offer.id.as_uuid(),
        offer.state.as_str(),
        offer.choice.map(Choice::as_str),
        offer.answered_by.as_ref().map(ToString::to_string),
        offer.answered_at.map(Stamp),
    )?;
    if touched == 0 { Err(Error::NotFound { what: "open offer", id: offer.id.to_string() }) } else { Ok(()) }
}

/// The last offer of a ticket: the one that counts.
pub async fn last(tx: &mut TenantTx, ticket: TicketId) -> Result<Option<KeptOffer>> {
    let sql = "SELECT * FROM part_offer WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY id DESC LIMIT 1";
    fetch_optional!(tx, OfferRow, sql, tx.tenant, ticket.as_uuid())?.map(OfferRow::into_offer).transpose()
}
