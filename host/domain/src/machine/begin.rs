//! The birth of a ticket.

use crate::order::Order;
use crate::status::{Axes, CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};
use crate::ticket::TicketKind;

/// Name of the order attribute by which a shop says that nothing was shipped yet: `shipping_status` = `not_shipped`.
pub const SHIPPING_STATUS: &str = "shipping_status";

/// The axes of a new ticket: submitted, no money, no dispute. Goods are with the customer when the ticket is about goods,
/// unless the shop says that it has not shipped them.
pub fn begin(kind: TicketKind, order: Option<&Order>) -> Axes {
    let about_goods = !matches!(kind, TicketKind::Complaint | TicketKind::Inquiry);
    let unshipped = order.is_some_and(|o| {
        o.delivered_at.is_none() && o.attributes.get(SHIPPING_STATUS).is_some_and(|status| status == GoodsStatus::NotShipped.as_str())
    });
    let goods = if about_goods && !unshipped { GoodsStatus::WithCustomer } else { GoodsStatus::NotShipped };
    Axes { case: CaseStatus::Submitted, goods, money: MoneyStatus::None, dispute: DisputeStatus::None }
}
