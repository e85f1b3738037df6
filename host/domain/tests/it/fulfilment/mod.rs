//! Goods that leave for the customer (domain.md §2).

mod course;
mod difference;
mod propose;
mod protect;
mod state;

use redress_domain::fulfilment::{Goods, Made, Proposal, ProposalError, ProposedLine, Replacement, propose};
use redress_domain::id::{OrderId, ReplacementId};
use redress_domain::order::{Order, OrderLine};
use redress_domain::status::CaseStatus;
use redress_domain::ticket::{Ticket, TicketKind};
use redress_domain::timeline::Actor;
use uuid::Uuid;

use crate::sample::{PAID, line, now, ticket, usual, yuan};

fn rid(n: u128) -> ReplacementId {
    ReplacementId::from_uuid(Uuid::from_u128(n))
}

/// The order of the sample tickets: two lines of one piece each.
fn order() -> Order {
    let lines = [(1, PAID - 990), (2, 990)].map(|(n, price)| OrderLine {
        external_id: n.to_string(),
        sku: format!("SKU-{n}"),
        title: String::new(),
        category: None,
        quantity: 1,
        unit_price: yuan(price),
    });
    Order {
        id: OrderId::from_uuid(Uuid::from_u128(3)),
        external_id: "o-1".to_owned(),
        customer: None,
        placed_at: Some(now()),
        delivered_at: Some(now()),
        paid: yuan(PAID),
        lines: lines.to_vec(),
        payments: Vec::new(),
        attributes: std::collections::BTreeMap::new(),
    }
}

fn exchange() -> Ticket {
    ticket(TicketKind::Exchange, usual(CaseStatus::Approved))
}

fn made(n: u128) -> Made {
    Made { id: rid(n), by: Actor::System, at: now(), connected: true }
}

fn try_proposal(of: &Ticket, proposal: &Proposal, others: &[Replacement]) -> Result<Replacement, ProposalError> {
    propose(proposal, of, Some(Goods::untouched(&order())), others, made(40 + others.len() as u128))
}

/// One piece of an article for line `n`, at a price or even.
fn new_line(n: u128, price: Option<i64>) -> ProposedLine {
    ProposedLine { sku: Some(format!("NEW-{n}")), unit_price: price.map(yuan), replaces: Some(line(n)), ..ProposedLine::default() }
}

fn with_lines(lines: Vec<ProposedLine>) -> Proposal {
    Proposal { lines, ..Proposal::default() }
}
