//! What is read before a turn, in one read transaction.

use std::collections::BTreeMap;

use redress_domain::fulfilment::{Goods, Pieces, Received, Replacement};
use redress_domain::history::History;
use redress_domain::id::{CustomerId, OrderId, TicketId};
use redress_domain::order::{Customer, Order};
use redress_domain::report::fact::Fact;
use redress_domain::settlement::{RefundInstruction, SettlementEntry};
use redress_domain::sla::Record;
use redress_domain::ticket::Ticket;
use redress_domain::{Currency, Money, MoneyError};
use redress_store::arrival::{self, Found, Names};
use redress_store::decision::Seal;
use redress_store::flow_run::StoredRun;
use redress_store::replacement::Exchanged;
use redress_store::ticket::LineSums;
use redress_store::{
    TenantTx, customer, decision, fact, flow_run, history, order, refund, replacement, service_level, settlement, survey, ticket,
};

use super::Error;

/// What other tickets take of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// What open or agreed tickets already ask for.
    pub pieces: Pieces,
    /// What came in exchange for goods of the order, by whichever ticket.
    pub received: Vec<Received>,
    /// What was refunded or agreed to be refunded on the order.
    pub refunded: Money,
    /// What the ledgers of other tickets say per order line.
    pub lines: BTreeMap<String, LineSums>,
    /// What instructions of other tickets have paid or may still pay per payment of the order.
    pub payments: BTreeMap<String, Money>,
}

impl Taken {
    /// Nothing, for an order that is new.
    pub const fn nothing(currency: Currency) -> Self {
        Self {
            pieces: Pieces::new(),
            received: Vec::new(),
            refunded: Money::zero(currency),
            lines: BTreeMap::new(),
            payments: BTreeMap::new(),
        }
    }

    /// Reads it; `except` leaves the quantities of one ticket out.
    ///
    /// # Errors
    /// What the database says.
    pub async fn read(tx: &mut TenantTx, order: &Order, except: Option<TicketId>) -> Result<Self, Error> {
        let mut pieces = ticket::requested_quantities(tx, order.id, except).await?;
        let Exchanged { received, given } = replacement::exchanged(tx, order.id, except).await?;
        for (piece, quantity) in given {
            let asked: &mut u32 = pieces.entry(piece).or_default();
            *asked = asked.saturating_add(quantity);
        }
        let refunded = ticket::refunded_on_order(tx, order.id, order.paid.currency()).await?;
        let lines = ticket::credited_lines(tx, order.id, except, order.paid.currency()).await?;
        let payments = refund::by_payment(tx, order.id, except, order.paid.currency()).await?;
        Ok(Self { pieces, received, refunded, lines, payments })
    }

    /// The goods of the order, and what became of them.
    pub fn goods<'a>(&'a self, order: &'a Order) -> Goods<'a> {
        Goods { order, taken: &self.pieces, received: &self.received, ever: false }
    }

    /// What customers paid on top of the order in exchanges of other tickets: it may go back like what was paid for the order.
    ///
    /// # Errors
    /// Sums out of range.
    pub fn on_top(&self) -> Result<Money, MoneyError> {
        Money::sum(self.refunded.currency(), self.lines.values().map(|line| line.on_top))
    }
}

/// What is known of what a new ticket names.
#[derive(Debug)]
pub struct Known {
    /// The ticket that the channel's number already has: its id and number.
    pub duplicate: Option<(TicketId, String)>,
    /// The customer.
    pub customer: Option<Customer>,
    /// The order.
    pub order: Option<Order>,
    /// What other tickets take of the order.
    pub taken: Option<Taken>,
    /// The customer's past.
    pub history: Option<History>,
}

/// Reads what a new ticket names; `currency` is that of sums when there is no order.
///
/// # Errors
/// What the database says.
pub async fn names(tx: &mut TenantTx, names: Names, currency: Currency) -> Result<Known, Error> {
    let Found { duplicate, customer, order } = arrival::find(tx, &names).await?;
    if duplicate.is_some() {
        return Ok(Known { duplicate, customer: None, order: None, taken: None, history: None });
    }
    let taken = match &order {
        Some(order) => Some(Taken::read(tx, order, None).await?),
        None => None,
    };
    let customer = match (&names.customer, order.as_ref().and_then(|order| order.customer)) {
        (None, Some(buyer)) => customer::find(tx, buyer).await?,
        _ => customer,
    };
    let currency = order.as_ref().map_or(currency, |order| order.paid.currency());
    let history = past(tx, customer.as_ref(), None, currency).await?;
    Ok(Known { duplicate: None, customer, order, taken, history })
}

/// An existing ticket and all around it.
#[derive(Debug)]
pub struct Whole {
    /// The ticket.
    pub ticket: Ticket,
    /// Who bought.
    pub customer: Option<Customer>,
    /// What was bought.
    pub order: Option<Order>,
    /// What the order's other tickets take of it; `refunded` includes this one.
    pub taken: Option<Taken>,
    /// The customer's past without this ticket.
    pub history: Option<History>,
    /// Its ledger.
    pub ledger: Vec<SettlementEntry>,
    /// Its refund instructions.
    pub instructions: Vec<RefundInstruction>,
    /// Goods that leave for the customer.
    pub replacements: Vec<Replacement>,
    /// The seal of its last decision.
    pub sealed: Option<Seal>,
    /// What its clocks know.
    pub level: Option<Record>,
    /// The customer was asked about it before.
    pub surveyed: bool,
    /// Where it stands in its workflow.
    pub run: Option<StoredRun>,
    /// What it adds to reports.
    pub counted: Option<Fact>,
}

/// Reads an existing ticket and all around it.
///
/// # Errors
/// When there is no such ticket in the tenant, or what the database says.
pub async fn whole(tx: &mut TenantTx, id: TicketId, currency: Currency) -> Result<Whole, Error> {
    let ticket = ticket::find(tx, id).await?.ok_or_else(|| Error::not_found("ticket", id))?;
    let order = optional_order(tx, ticket.order).await?;
    let taken = match &order {
        Some(order) => Some(Taken::read(tx, order, Some(id)).await?),
        None => None,
    };
    let customer = optional_customer(tx, ticket.customer).await?;
    let currency = order.as_ref().map_or(currency, |order| order.paid.currency());
    let history = past(tx, customer.as_ref(), Some(id), currency).await?;
    let ledger = settlement::list(tx, id).await?;
    let instructions = refund::by_ticket(tx, id).await?;
    // Other kinds send nothing: one that has become a refund has called off what it had.
    let replacements = if ticket.kind.replaces_goods() { replacement::by_ticket(tx, id).await? } else { Vec::new() };
    let sealed = decision::head(tx, id).await?;
    let level = service_level::find(tx, id).await?;
    let counted = fact::find(tx, &ticket).await?;
    let surveyed = survey::exists(tx, id).await?;
    let run = flow_run::last(tx, id).await?;
    Ok(Whole { ticket, customer, order, taken, history, ledger, instructions, replacements, sealed, level, surveyed, run, counted })
}

/// The customer of an id, when there is one.
///
/// # Errors
/// What the database says.
pub async fn optional_customer(tx: &mut TenantTx, id: Option<CustomerId>) -> Result<Option<Customer>, Error> {
    match id {
        Some(id) => Ok(customer::find(tx, id).await?),
        None => Ok(None),
    }
}

/// The order of an id, when there is one.
///
/// # Errors
/// What the database says.
pub async fn optional_order(tx: &mut TenantTx, id: Option<OrderId>) -> Result<Option<Order>, Error> {
    match id {
        Some(id) => Ok(order::find(tx, id).await?),
        None => Ok(None),
    }
}

async fn past(
    tx: &mut TenantTx,
    customer: Option<&Customer>,
    except: Option<TicketId>,
    currency: Currency,
) -> Result<Option<History>, Error> {
    match customer {
        Some(customer) => Ok(Some(history::of_customer(tx, customer.id, except, currency).await?)),
        None => Ok(None),
    }
}
