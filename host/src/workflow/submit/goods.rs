//! From the draft's lines to the ticket's: which goods, how many, how much is asked.

use std::collections::BTreeMap;

use redress_domain::id::TicketLineId;
use redress_domain::order::{Order, OrderLine};
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
    let mut asked: BTreeMap<&str, u32> = BTreeMap::new();
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
            if let Some(bought) = bought {
                let sum = asked.entry(&bought.external_id).or_default();
                *sum = sum.saturating_add(line.quantity);
                // Only what goes back or is paid back uses goods up; a question about them does not.
                let before = if uses_up(draft.kind) { taken.quantities.get(&bought.external_id).copied().unwrap_or(0) } else { 0 };
                check_quantity(i, bought, *sum, before, found);
            }
            // A claim on the carrier may be above the price of the goods, not above what was paid.
            let limit = bought.filter(|_| draft.kind != TicketKind::FreightClaim).map(|bought| bought.unit_price);
            let requested = match line.requested {
                _ if !draft.kind.asks_money() => Money::zero(currency),
                Some(money) => stated(i, line, money, limit, currency, found),
                None => bought
                    .zip(order)
                    .map_or(Ok(Money::zero(currency)), |(bought, order)| order.paid_for(bought, line.quantity))
                    .unwrap_or_else(|error| {
                        found.add("amount_out_of_range", format!("/lines/{i}"), error.to_string());
                        Money::zero(currency)
                    }),
            };
            TicketLine {
                id: new_id(),
                order_line: line.order_line.clone(),
                sku: bought.map_or_else(|| line.sku.clone().unwrap_or_default(), |bought| bought.sku.clone()),
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
        check_paid(&lines, order, taken.refunded, found);
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
    let mut asked: BTreeMap<&str, u32> = BTreeMap::new();
    for (i, line) in case.ticket.lines.iter().enumerate() {
        let Some(name) = line.order_line.as_deref() else { continue };
        let Some(bought) = order.lines.iter().find(|bought| bought.external_id == name) else { continue };
        let sum = asked.entry(name).or_default();
        *sum = sum.saturating_add(line.quantity);
        check_quantity(i, bought, *sum, taken.quantities.get(name).copied().unwrap_or(0), found);
    }
}

fn check_quantity(i: usize, bought: &OrderLine, asked: u32, before: u32, found: &mut Violations) {
    if before.saturating_add(asked) > bought.quantity {
        let already = if before > 0 { format!(" and {before} are in other tickets") } else { String::new() };
        let message = format!("{} were bought on line '{}'{already}: ask for less than {asked}", bought.quantity, bought.external_id);
        found.add("quantity_over_bought", format!("/lines/{i}/quantity"), message);
    }
}

/// An amount that the caller stated: in the order's currency, and no more than the goods cost.
fn stated(i: usize, line: &LineDraft, money: Money, price: Option<Money>, currency: Currency, found: &mut Violations) -> Money {
    let pointer = format!("/lines/{i}/requested");
    if money.currency() != currency {
        found.add("foreign_currency", pointer, format!("the order is in {currency}: convert this amount from {}", money.currency()));
        return Money::zero(currency);
    }
    if let Some(cost) = price.and_then(|price| price.checked_mul(line.quantity).ok())
        && money.minor() > cost.minor()
    {
        found.add("amount_over_paid", pointer, format!("{} of the line cost {cost}: ask for no more than that", line.quantity));
    }
    money
}

fn check_paid(lines: &[TicketLine], order: &Order, refunded: Money, found: &mut Violations) {
    let asked = Money::sum(order.paid.currency(), lines.iter().map(|line| line.requested)).and_then(|asked| asked.checked_add(refunded));
    match asked {
        Ok(asked) if asked.minor() > order.paid.minor() => {
            let before = if refunded.is_zero() { String::new() } else { format!(", of which {refunded} were refunded before") };
            let message = format!("{} were paid for the order and {asked} are asked{before}: ask for less", order.paid);
            found.add("amount_over_paid", "/lines", message);
        }
        Ok(_) => {}
        Err(error) => found.add("amount_out_of_range", "/lines", error.to_string()),
    }
}
