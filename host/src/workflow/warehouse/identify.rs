//! Somebody found out whose an unidentified parcel is.

use redress_domain::Event;
use redress_domain::id::{ParcelId, ScanId, TenantId, TicketId};
use redress_domain::timeline::Actor;
use redress_domain::warehouse::kept::{Assigned, KnownParcel, QueuedParcel};
use redress_domain::warehouse::parcel::{ExpectedParcel, Purpose};
use redress_domain::warehouse::tracking::TrackingNumber;
use redress_store::unidentified;

use super::Goods;
use crate::workflow::turn::{Keep, Turn};
use crate::workflow::{Error, Workflow};

/// Whose it is.
#[derive(Debug, Clone)]
pub struct Assignment {
    /// The ticket.
    pub ticket: TicketId,
    /// The awaited parcel that it is; left out, the one with the same number, or else one that nobody announced.
    pub parcel: Option<ParcelId>,
    /// Why it came, when nobody announced it; a return when left out.
    pub purpose: Option<Purpose>,
}

impl Workflow {
    /// Gives an unidentified parcel to a ticket. The result is ready to be written with [`Workflow::commit`], and the parcel as
    /// it is then.
    ///
    /// # Errors
    /// An unknown parcel or ticket, a parcel that has a ticket, a ticket that takes no parcel now, no free sandbox, the database.
    pub async fn assign_parcel(&self, tenant: TenantId, by: Actor, id: ScanId, to: Assignment) -> Result<(Turn, QueuedParcel), Error> {
        let (facts, goods) = self.goods(tenant, to.ticket, by.clone()).await?;
        let found = self.tenant(tenant).read(move |tx| Box::pin(async move { unidentified::find(tx, id).await })).await?;
        let queued = found.ok_or_else(|| Error::not_found("unidentified parcel", id))?;
        if let Some(assigned) = &queued.assigned {
            let state = format!("assigned to ticket {}", assigned.ticket);
            return Err(Error::NotNow { what: "unidentified parcel", id: id.to_string(), state, why: "it has its ticket" });
        }
        let awaited = which(&goods, &to, queued.parcel.number.as_ref())?;
        let complete = goods.complete_with(awaited);
        let (now, fresh) = (facts.now, ParcelId::generate(&*self.clock, &mut self.entropy.clone()));
        let parcel = awaited.unwrap_or(fresh);
        let number = queued.parcel.number.clone().map_or_else(|| unlabelled(id), Ok)?;
        let assigned = Assigned { ticket: to.ticket, parcel, by: by.clone(), at: now };
        let answer = QueuedParcel { assigned: Some(assigned.clone()), ..queued };
        let note = Some(answer.parcel.note.clone()).filter(|note| !note.is_empty());
        let photos = super::shown(&answer.parcel.photos);
        let turn = self.think(facts, move |turn| {
            turn.apply(Event::GoodsReceived { complete, note })?;
            turn.attach(&photos, true);
            if awaited.is_some() {
                turn.keep_goods(Keep::Arrived(parcel, Some(id), now));
            } else {
                let purpose = to.purpose.unwrap_or(Purpose::Return);
                let expected = ExpectedParcel { id: parcel, ticket: to.ticket, number, carrier: None, purpose, since: now };
                let known = KnownParcel { parcel: expected, announced_by: by, arrived_at: Some(now), scan: Some(id), withdrawn_at: None };
                turn.keep_goods(Keep::Parcel(known));
            }
            turn.keep_goods(Keep::Assigned(id, assigned));
            Ok(())
        });
        Ok((turn.await?, answer))
    }
}

/// The awaited parcel that it is; none when nobody announced it.
fn which(goods: &Goods, to: &Assignment, number: Option<&TrackingNumber>) -> Result<Option<ParcelId>, Error> {
    let mut awaited = goods.parcels.iter().filter(|parcel| parcel.is_awaited());
    let Some(wanted) = to.parcel else {
        return Ok(awaited.find(|parcel| Some(&parcel.parcel.number) == number).map(|parcel| parcel.parcel.id));
    };
    let found = awaited.find(|parcel| parcel.parcel.id == wanted).map(|parcel| parcel.parcel.id);
    let missing = || {
        let message = format!("ticket {} awaits no parcel {wanted}: name one that it awaits, or none", to.ticket);
        Error::invalid("unknown_reference", "/parcel", message)
    };
    found.map(Some).ok_or_else(missing)
}

/// A number of ours for a parcel whose label nobody can read.
fn unlabelled(id: ScanId) -> Result<TrackingNumber, Error> {
    let text = format!("NL-{}", id.as_uuid().simple());
    TrackingNumber::read(&text).map_err(|error| Error::invalid("invalid", "", error.to_string()))
}
