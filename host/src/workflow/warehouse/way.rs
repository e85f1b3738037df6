//! What people hear of goods on their way back: where they go, that they are lost, and that they move again (domain.md §2).

use redress_domain::Event;
use redress_domain::id::{TenantId, TicketId};
use redress_domain::status::GoodsStatus;
use redress_domain::ticket::Ticket;
use redress_domain::timeline::Actor;
use redress_domain::warehouse::house::{HouseRules, RETURN_ADDRESS};

use crate::workflow::act::check_version;
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

/// What is heard.
#[derive(Debug, Clone)]
pub enum Way {
    /// The customer is told where to send the goods; `None` takes the merchant's address.
    Asked(Option<String>),
    /// The carrier has lost the parcel.
    Lost(String),
    /// A parcel that was thought lost moves again.
    Found,
}

impl Workflow {
    /// Notes it. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket, a version other than `seen`, a ticket that takes no goods back, no address, no parcel that is lost, a case in
    /// which it cannot be, no free sandbox, the database.
    pub async fn on_the_way(&self, tenant: TenantId, by: Actor, id: TicketId, seen: Option<i64>, way: Way) -> Result<Turn, Error> {
        let facts = self.facts(tenant, id, by).await?;
        check_version("ticket", id, seen, facts.case.ticket.version)?;
        self.think(facts, move |turn| {
            let event = event(turn, way)?;
            turn.apply(event)
        })
        .await
    }
}

fn event(turn: &Turn, way: Way) -> Result<Event, Error> {
    let ticket = turn.ticket();
    match way {
        Way::Asked(_) if !ticket.kind.returns_goods() => Err(not_now(ticket, "tickets of its kind take no goods back")),
        Way::Asked(address) => {
            let missing = || {
                let message = format!("say where the goods go: the shop has no parameter '{RETURN_ADDRESS}' for all of its returns");
                Error::invalid("missing", "/address", message)
            };
            let address = address.or_else(|| HouseRules::read(&turn.case().parameters).0.return_address).ok_or_else(missing)?;
            Ok(Event::ReturnRequested { address })
        }
        Way::Lost(reason) => Ok(Event::ParcelLost { reason }),
        Way::Found if ticket.axes.goods != GoodsStatus::Lost => {
            Err(not_now(ticket, "no parcel of it was lost; announce the right number when the one that was told is wrong"))
        }
        Way::Found => Ok(Event::ParcelFound),
    }
}

fn not_now(ticket: &Ticket, why: &'static str) -> Error {
    Error::NotNow { what: "ticket", id: ticket.id.to_string(), state: ticket.axes.case.to_string(), why }
}
