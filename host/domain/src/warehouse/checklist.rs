//! What belongs to an article, and from it what a ticket's parcels should hold.

use serde::{Deserialize, Serialize};

use super::house::HouseRules;
use super::inspection::{ExpectedLine, ExpectedReturn, Part};
use crate::order::Order;
use crate::ticket::Ticket;

/// Order attribute with the serial numbers that were sold, separated by commas: this and the order line's name.
pub const SERIALS: &str = "serials:";

/// The parts of one unit of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Checklist {
    /// Stock keeping unit.
    pub sku: String,
    /// Counts changes.
    pub version: i64,
    /// Parts of one unit.
    pub parts: Vec<Part>,
}

/// What the parcels of a ticket should hold: every line, with the parts of its article and the serial numbers that were sold.
pub fn expected(ticket: &Ticket, order: Option<&Order>, checklists: &[Checklist], rules: &HouseRules, all_here: bool) -> ExpectedReturn {
    let claimed = |reason: &str| rules.damage_reasons.iter().any(|known| known == reason);
    let line = |line: &crate::ticket::TicketLine| {
        let bought = order.and_then(|order| order.lines.iter().find(|bought| line.order_line.as_deref() == Some(&bought.external_id)));
        let parts = checklists.iter().find(|list| !line.sku.is_empty() && list.sku == line.sku).map_or(&[][..], |list| &list.parts);
        let of_all = |part: &Part| Part { quantity: part.quantity.saturating_mul(line.quantity), ..part.clone() };
        let serials = line.order_line.as_deref().and_then(|name| order?.attributes.get(&format!("{SERIALS}{name}")));
        ExpectedLine {
            line: line.id,
            sku: line.sku.clone(),
            title: bought.map_or_else(|| line.sku.clone(), |bought| bought.title.clone()),
            quantity: line.quantity,
            serials: serials
                .map(|list| list.split(',').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect())
                .unwrap_or_default(),
            parts: parts.iter().map(of_all).collect(),
            damage_claimed: claimed(&line.reason) || ticket.problem_type.as_deref().is_some_and(claimed),
        }
    };
    ExpectedReturn { ticket: ticket.id, lines: ticket.lines.iter().map(line).collect(), all_here, photo_required: rules.photo_required }
}
