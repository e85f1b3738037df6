//! From the draft's lines to the ticket's: which goods, how many, how much is asked.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use redress_domain::fulfilment::{Goods, Held, Holding, HoldingError};
use redress_domain::id::TicketLineId;
use redress_domain::order::Order;
use redress_domain::rule::CaseFile;
use redress_domain::ticket::{TicketKind, TicketLine};
use redress_domain::{Currency, Money};

use super::draft::{LineDraft, NewTicket};
use crate::workflow::look::Taken;
use crate::workflow::violation::Violations;

/// The ticket's lines, checked against the order: known lines, no more than was bought, no more than was paid.
pub(super) fn lines(
    draft: &NewTicket,
    order: Option<&Order>,
    taken: &Taken,
    found: &mut Violations,
    mut new_id: impl FnMut() -> TicketLineId,
) -> Vec<TicketLine> {
    let currency = order.map_or(taken.refunded.currency(), |order| order.paid.currency());
    let before = found.len();
    let mut shelf = Shelf { goods: order.map(|order| taken.goods(order)), uses_up: uses_up(draft.kind), lines: BTreeMap::new() };
    let lines: Vec<TicketLine> = draft
        .lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let bought = line.order_line.as_deref().zip(order).and_then(|(name, order)| {
                let bought = order.lines.iter().find(|bought| bought.external_id == name);
                if bought.is_none() {
                    let known = order.lines.iter().take(20).map(|l| l.external_id.as_str()).collect::<Vec<_>>().join(", ");
                    let pointer = format!("/lines/{i}/order_line");
                    found.add("unknown_order_line", pointer, format!("order '{}' has no line '{name}', it has {known}", order.external_id));
                }
                bought
            });
            let held = bought.and_then(|bought| {
                let taken = shelf.take(&bought.external_id, line.sku.as_deref(), line.quantity);
                taken.map_err(|error| refuse(i, &error, found)).ok().flatten()
            });
            // A claim on the carrier may be above the price of the goods, not above what was paid.
            // Where more is asked than is there, the price of what was named is the limit all the same: everything is told at once.
            let named_price = || bought.and_then(|bought| bought.unit_price.checked_mul(line.quantity).ok());
            let limit = held.as_ref().map(|held| held.price).or_else(named_price).filter(|_| draft.kind != TicketKind::FreightClaim);
            let requested = match line.requested {
                _ if !draft.kind.asks_money() => Money::zero(currency),
                Some(money) => stated(i, line, money, limit, currency, found),
                None => held.as_ref().map_or(Money::zero(currency), |held| held.worth),
            };
            let named = || bought.map_or_else(|| line.sku.clone().unwrap_or_default(), |bought| bought.sku.clone());
            TicketLine {
                id: new_id(),
                order_line: line.order_line.clone(),
                sku: held.map_or_else(named, |held| held.sku),
                category: bought.and_then(|bought| bought.category.clone()),
                quantity: line.quantity,
                reason: line.reason.clone(),
                requested,
            }
        })
        .collect();
    // A sum over lines that are wrong says nothing new.
    if let Some(order) = order
        && found.len() == before
    {
        check_paid(&lines, order, taken, found);
    }
    lines
}

/// Whether a ticket of this kind uses its goods up: they go back or are paid back once.
const fn uses_up(kind: TicketKind) -> bool {
    matches!(kind, TicketKind::ReturnRefund | TicketKind::RefundOnly | TicketKind::Exchange)
}

/// A ticket that comes back needs its goods again: other tickets may have taken them since.
pub(in crate::workflow) fn check_still_there(case: &CaseFile, taken: Option<&Taken>, found: &mut Violations) {
    let (Some(order), Some(taken)) = (&case.order, taken.filter(|_| uses_up(case.ticket.kind))) else { return };
    let mut shelf = Shelf { goods: Some(taken.goods(order)), uses_up: true, lines: BTreeMap::new() };
    for (i, line) in case.ticket.lines.iter().enumerate() {
        let Some(name) = line.order_line.as_deref() else { continue };
        if let Err(error) = shelf.take(name, Some(&line.sku), line.quantity) {
            refuse(i, &error, found);
        }
    }
}

fn refuse(i: usize, error: &HoldingError, found: &mut Violations) {
    match error {
        HoldingError::TooMany { .. } => found.add("quantity_over_bought", format!("/lines/{i}/quantity"), error.to_string()),
        HoldingError::Money(_) => found.add("amount_out_of_range", format!("/lines/{i}"), error.to_string()),
    }
}

/// What is left of an order while the lines of a ticket take of it.
struct Shelf<'a> {
    goods: Option<Goods<'a>>,
    /// What other tickets have is not there any more: goods go back or are paid back once. A question about goods may be about all
    /// that the customer ever had.
    uses_up: bool,
    lines: BTreeMap<&'a str, (Holding<'a>, bool)>,
}

impl<'a> Shelf<'a> {
    /// Takes pieces of a line of the order; `None` when it has no such line.
    fn take(&mut self, line: &'a str, sku: Option<&str>, quantity: u32) -> Result<Option<Held>, HoldingError> {
        let Some(goods) = self.goods else { return Ok(None) };
        let entry = match self.lines.entry(line) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                let Some(holding) = goods.holding(line) else { return Ok(None) };
                entry.insert((holding, false))
            }
        };
        match entry.0.take(sku, quantity) {
            // Nothing is left of it, and it may be asked about all the same.
            Err(HoldingError::TooMany { .. }) if !self.uses_up && !entry.1 => {
                let all = goods.as_if_nothing_were_taken();
                let Some(holding) = all.holding(line) else { return Ok(None) };
                *entry = (holding, true);
                entry.0.take(sku, quantity).map(Some)
            }
            taken => taken.map(Some),
        }
    }
}

/// An amount that the caller stated: in the order's currency, and no more than the goods cost.
fn stated(i: usize, line: &LineDraft, money: Money, cost: Option<Money>, currency: Currency, found: &mut Violations) -> Money {
    let pointer = format!("/lines/{i}/requested");
    if money.currency() != currency {
        found.add("foreign_currency", pointer, format!("the order is in {currency}: convert this amount from {}", money.currency()));
        return Money::zero(currency);
    }
    if let Some(cost) = cost.filter(|cost| money.minor() > cost.minor()) {
        found.add("amount_over_paid", pointer, format!("{} of the line cost {cost}: ask for no more than that", line.quantity));
    }
    money
}

fn check_paid(lines: &[TicketLine], order: &Order, taken: &Taken, found: &mut Violations) {
    let refunded = taken.refunded;
    let asked = Money::sum(order.paid.currency(), lines.iter().map(|line| line.requested)).and_then(|asked| asked.checked_add(refunded));
    let paid = taken.on_top().and_then(|on_top| order.paid.checked_add(on_top));
    match asked.and_then(|asked| Ok((asked, paid?))) {
        Ok((asked, paid)) if asked.minor() > paid.minor() => {
            let before = if refunded.is_zero() { String::new() } else { format!(", of which {refunded} were refunded before") };
            let message = format!("{paid} were paid for the order and {asked} are asked{before}: ask for less");
            found.add("amount_over_paid", "/lines", message);
        }
        Ok(_) => {}
        Err(error) => found.add("amount_out_of_range", "/lines", error.to_string()),
    }
}
