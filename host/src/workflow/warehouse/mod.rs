//! Goods that come back: parcels are announced and scanned, unknown ones find their ticket, an inspection decides whether money
//! moves, and what is missing is offered to the customer (D4, D5, D6, D7, D11, Z10).
//!
//! What is judged lies in [`redress_domain::warehouse`]; here it is read, asked and applied. What a ticket's parcels look like is
//! read after the ticket, and everything that is kept of them moves the ticket's version, so that nobody acts on parcels that
//! somebody else has just changed.

mod announce;
mod identify;
mod inspect;
mod offer;
mod pick;
mod receive;
mod scan;
mod send_back;
mod way;

use redress_domain::id::{AttachmentId, ParcelId, TenantId, TicketId};
use redress_domain::ticket::Ticket;
use redress_domain::timeline::Actor;
use redress_domain::warehouse::checklist::Checklist;
use redress_domain::warehouse::kept::{KeptInspection, KeptOffer, KnownParcel};
use redress_store::{TenantTx, checklist, inspection, offer as offers, parcel};

pub use announce::{Announced, Announcement};
pub use identify::Assignment;
pub use pick::Picking;
pub use receive::Condition;
pub use scan::Reading;
pub use way::Way;

use super::turn::Facts;
use super::{Error, Workflow};

/// What is known of a ticket's goods.
#[derive(Debug)]
pub struct Goods {
    /// Its parcels, oldest first.
    pub parcels: Vec<KnownParcel>,
    /// Its last inspection.
    pub inspection: Option<KeptInspection>,
    /// Its last offer.
    pub offer: Option<KeptOffer>,
    /// What belongs to its articles.
    pub checklists: Vec<Checklist>,
}

impl Goods {
    /// Reads it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn read(tx: &mut TenantTx, ticket: TicketId, skus: &[String]) -> Result<Self, Error> {
        Ok(Self {
            parcels: parcel::by_ticket(tx, ticket).await?,
            inspection: inspection::last(tx, ticket).await?,
            offer: offers::last(tx, ticket).await?,
            checklists: checklist::of(tx, skus).await?,
        })
    }

    /// True when every parcel but this one is here.
    pub fn complete_with(&self, id: Option<ParcelId>) -> bool {
        !self.parcels.iter().any(|parcel| parcel.is_awaited() && Some(parcel.parcel.id) != id)
    }
}

impl Workflow {
    /// Reads a ticket and then its goods.
    async fn goods(&self, tenant: TenantId, id: TicketId, actor: Actor) -> Result<(Box<Facts>, Goods), Error> {
        let facts = self.facts(tenant, id, actor).await?;
        let skus = skus(&facts.case.ticket);
        let goods = self.tenant(tenant).read(move |tx| Box::pin(async move { Goods::read(tx, id, &skus).await })).await?;
        Ok((facts, goods))
    }
}

/// The articles of a ticket.
fn skus(ticket: &Ticket) -> Vec<String> {
    let mut skus: Vec<String> = ticket.lines.iter().map(|line| line.sku.clone()).filter(|sku| !sku.is_empty()).collect();
    skus.sort_unstable();
    skus.dedup();
    skus
}

/// The files that photos name.
fn shown(photos: &[String]) -> Vec<AttachmentId> {
    photos.iter().filter_map(|id| id.parse().ok()).collect()
}
