//! Pick lists (D11, 打印清单): what somebody fetches from the shelves for replacements, parts and send-backs, in walking order.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::TicketId;
use crate::status::{CaseStatus, names};
use crate::ticket::{Priority, Ticket, TicketKind};

names! {
    /// What goods are fetched for.
    PickPurpose {
        /// Other goods for returned ones.
        Exchange = "exchange",
        /// Missing goods again.
        Resend = "resend",
        /// A part.
        Part = "part",
        /// Mended goods.
        Repair = "repair",
        /// Refused goods that go back to the customer.
        SendBack = "send_back",
    }
}

/// Goods that a ticket needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PickNeed {
    /// The ticket.
    pub ticket: TicketId,
    /// Its number, for the label.
    pub number: String,
    /// Stock keeping unit.
    pub sku: String,
    /// How many.
    pub quantity: u32,
    /// What for.
    pub purpose: PickPurpose,
    /// How urgent.
    pub priority: Priority,
    /// Since when.
    pub since: Timestamp,
}

/// What lies where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ShelfStock))]
pub struct Stock {
    /// Shelf, for example `A-02-10`.
    pub location: String,
    /// Stock keeping unit.
    pub sku: String,
    /// How many.
    pub quantity: u32,
}

/// One ticket's share of a stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = PickShare))]
pub struct Share {
    /// The ticket.
    pub ticket: TicketId,
    /// Its number.
    pub number: String,
    /// How many.
    pub quantity: u32,
    /// What for.
    pub purpose: PickPurpose,
}

/// One grip: a stock keeping unit at a shelf.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stop {
    /// Shelf.
    pub location: String,
    /// Stock keeping unit.
    pub sku: String,
    /// How many in all.
    pub quantity: u64,
    /// For whom.
    pub shares: Vec<Share>,
}

/// A walk through the warehouse.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PickList {
    /// In walking order.
    pub stops: Vec<Stop>,
    /// What is not there, with the quantity that is lacking: the host asks the customer whether they take money instead.
    pub short: Vec<PickNeed>,
}

/// What a ticket needs from the shelves as it stands: its lines while it is `fulfilling` a resend, exchange or repair; nothing
/// otherwise. What goes back to the customer is in [`super::inspection::send_back`], because only the inspection knows what came.
pub fn needs(ticket: &Ticket) -> Vec<PickNeed> {
    let purpose = match ticket.kind {
        TicketKind::Exchange => PickPurpose::Exchange,
        TicketKind::Resend => PickPurpose::Resend,
        TicketKind::Repair => PickPurpose::Repair,
        _ => return Vec::new(),
    };
    if ticket.axes.case != CaseStatus::Fulfilling {
        return Vec::new();
    }
    let need = |(sku, quantity): (&str, u32)| PickNeed {
        ticket: ticket.id,
        number: ticket.number.clone(),
        sku: sku.to_owned(),
        quantity,
        purpose,
        priority: ticket.priority,
        since: ticket.updated_at,
    };
    ticket.lines.iter().map(|line| (line.sku.as_str(), line.quantity)).map(need).collect()
}

/// Gives the stock to the needs, urgent and old ones first, and orders the walk. Every needed unit is either in a stop or
/// short; no shelf gives more than it has.
pub fn pick_list(needs: &[PickNeed], stock: &[Stock]) -> PickList {
    let mut shelves: Vec<Stock> = stock.to_vec();
    shelves.sort_by(|a, b| walk(&a.location, &b.location).then_with(|| a.sku.cmp(&b.sku)));
    let mut order: Vec<&PickNeed> = needs.iter().collect();
    order.sort_by(|a, b| b.priority.cmp(&a.priority).then_with(|| (a.since, a.ticket, &a.sku).cmp(&(b.since, b.ticket, &b.sku))));

    let mut stops: BTreeMap<(usize, String), Stop> = BTreeMap::new();
    let mut places: Vec<String> = shelves.iter().map(|shelf| shelf.location.clone()).collect();
    places.dedup();
    let mut short = Vec::new();
    for need in order {
        let mut left = need.quantity;
        for shelf in shelves.iter_mut().filter(|shelf| shelf.sku == need.sku && shelf.quantity > 0) {
            let taken = left.min(shelf.quantity);
            if taken == 0 {
                break;
            }
            left -= taken;
            shelf.quantity -= taken;
            let place = places.iter().position(|place| *place == shelf.location).unwrap_or(places.len());
            let stop = stops.entry((place, need.sku.clone())).or_insert_with(|| Stop {
                location: shelf.location.clone(),
                sku: need.sku.clone(),
                quantity: 0,
                shares: Vec::new(),
            });
            stop.quantity += u64::from(taken);
            let PickNeed { ticket, number, purpose, .. } = need.clone();
            stop.shares.push(Share { ticket, number, quantity: taken, purpose });
        }
        if left > 0 {
            short.push(PickNeed { quantity: left, ..need.clone() });
        }
    }
    PickList { stops: stops.into_values().collect(), short }
}

/// Order of shelves in which numbers count as numbers: `A-2` comes before `A-10`.
fn walk(left: &str, right: &str) -> Ordering {
    let (left_parts, right_parts) = (runs(left), runs(right));
    for (a, b) in left_parts.iter().zip(&right_parts) {
        let number = |text: &str| text.trim_start_matches('0').to_owned();
        let order = if a.as_bytes()[0].is_ascii_digit() && b.as_bytes()[0].is_ascii_digit() {
            let (a, b) = (number(a), number(b));
            a.len().cmp(&b.len()).then_with(|| a.cmp(&b))
        } else {
            a.cmp(b)
        };
        if order != Ordering::Equal {
            return order;
        }
    }
    left_parts.len().cmp(&right_parts.len()).then_with(|| left.cmp(right))
}

/// Runs of digits and of everything else.
fn runs(text: &str) -> Vec<&str> {
    text.as_bytes()
        .chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit())
        .scan(0, |start, run| {
            let from = *start;
            *start += run.len();
            text.get(from..*start)
        })
        .collect()
}
