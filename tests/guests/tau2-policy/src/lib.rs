//! The written policy of the tau2-bench retail shop as a rule: what an agent may do with an order that a customer wants
//! cancelled, returned or exchanged.
//!
//! How the shop's words map to a case:
//! - cancel a pending order: a `refund_only` ticket over all lines; the reason of the lines is the customer's reason;
//! - return delivered items: a `return_refund` ticket; the form field `payment_method` says where the money goes;
//! - exchange delivered items: an `exchange` ticket; the form field `exchange` maps order lines to new items, and
//!   `payment_method` pays or receives the difference. An exchange asks no money back, so the routing hook answers it:
//!   queue `exchange` with the difference as a tag, or queue `refused` with the reason.
//!
//! The shop sends `status`, `user_id`, `paid_with` and `payment_methods` (JSON: id → balance in minor units or null) as
//! attributes of the order, an order line's category is its product id, and the catalogue is one external parameter for
//! each product: `catalog_<product id>`, a set of `<item id> <price in minor units> <yes|no>`.

mod shop;

use redress_sdk::prelude::*;
use shop::{Shop, Variant};

/// The plugin.
pub struct Policy;

impl Plugin for Policy {
    type Config = NoConfig;
    const NAME: &'static str = env!("CARGO_PKG_NAME");
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const DESCRIPTION: &'static str = env!("CARGO_PKG_DESCRIPTION");
}

/// Why the policy says no, in words for the customer.
type Refusal = String;

impl RefundApproval for Policy {
    fn evaluate(call: &Call<NoConfig>, case: &CaseFile, request: &RefundRequest) -> Result<Decision, RuleError> {
        let shop = Shop::read(case)?;
        let answer = match case.ticket.kind {
            TicketKind::RefundOnly => cancel(&shop, case, request),
            TicketKind::ReturnRefund => {
                if case.ticket.text_field("payment_method").is_none() {
                    return Ok(Decision::need_information(["payment_method"], "the refund needs a payment method"));
                }
                give_back(&shop, case)
            }
            // What the customer is owed in an exchange is its price difference, and nothing else.
            TicketKind::Exchange => match exchange(call, &shop, case) {
                Ok(difference) if difference < 0 && request.requested.minor == -difference => {
                    Ok("the rest of an exchange goes back".to_owned())
                }
                Ok(_) => Err("Only the price difference of an exchange goes back.".to_owned()),
                Err(refusal) => Err(refusal),
            },
            other => Err(format!("The shop does not pay for a {}.", other.as_str())),
        };
        Ok(match answer {
            Ok(explanation) => Decision::approve(explanation),
            Err(refusal) => Decision::reject(refusal.clone(), refusal),
        })
    }
}

impl Routing for Policy {
    fn route(call: &Call<NoConfig>, case: &CaseFile, _desk: &Desk) -> Result<Option<RouteDecision>, RuleError> {
        if case.ticket.kind != TicketKind::Exchange {
            return Ok(None);
        }
        let shop = Shop::read(case)?;
        Ok(Some(match exchange(call, &shop, case) {
            Ok(difference) => RouteDecision::to_queue("exchange", format!("the policy allows it; price difference {difference}"))
                .with_tag("policy:allowed")
                .with_tag(format!("difference:{difference}")),
            Err(refusal) => RouteDecision::to_queue("refused", refusal).with_tag("policy:refused"),
        }))
    }
}

/// "An order can only be cancelled if its status is 'pending'"; two reasons are acceptable; the whole order is cancelled.
fn cancel(shop: &Shop<'_>, case: &CaseFile, request: &RefundRequest) -> Result<String, Refusal> {
    shop.owned_by(case)?;
    shop.has_status("pending", "cancelled")?;
    if let Some(line) = case.ticket.lines.iter().find(|line| !matches!(line.reason.as_str(), "no longer needed" | "ordered by mistake")) {
        return Err(format!("An order is cancelled when it is no longer needed or was ordered by mistake, not for '{}'.", line.reason));
    }
    if request.requested.minor != shop.order.paid.minor {
        return Err("Only a whole order can be cancelled.".to_owned());
    }
    Ok(format!("cancelled; refund to {} {}", shop.paid_with, when(shop.paid_with)))
}

/// "The refund must either go to the original payment method, or an existing gift card."
fn give_back(shop: &Shop<'_>, case: &CaseFile) -> Result<String, Refusal> {
    shop.owned_by(case)?;
    shop.has_status("delivered", "returned")?;
    let method = case.ticket.text_field("payment_method").unwrap_or_default();
    shop.balance(&method)?;
    if method != shop.paid_with && !method.starts_with("gift_card") {
        return Err(format!("The refund goes to {} or to a gift card, not to {method}.", shop.paid_with));
    }
    Ok(format!("return requested; refund to {method} {}", when(&method)))
}

/// "Each item can be exchanged to an available new item of the same product but of different product option." Returns what
/// the customer pays (positive) or receives (negative) in minor units.
fn exchange(call: &Call<NoConfig>, shop: &Shop<'_>, case: &CaseFile) -> Result<i64, Refusal> {
    shop.owned_by(case)?;
    shop.has_status("delivered", "exchanged")?;
    let wanted = case.ticket.field("exchange").unwrap_or_default();
    let mut difference = 0;
    for line in &case.ticket.lines {
        let old = case.order_line(line).ok_or("Every item must be part of the order.")?;
        let product = old.category.as_deref().unwrap_or_default();
        let new =
            wanted.get(&old.external_id).and_then(|item| item.as_str()).ok_or_else(|| format!("Say what '{}' becomes.", old.title))?;
        let variant = Variant::find(call, product, new)?;
        if new == old.sku {
            return Err(format!("Item {new} is the one that was bought: choose another option."));
        }
        if !variant.available {
            return Err(format!("Item {new} is not available."));
        }
        difference += variant.price - old.unit_price.minor;
    }
    let method = case.ticket.text_field("payment_method").ok_or("A payment method for the price difference is needed.")?;
    if shop.balance(&method)?.is_some_and(|balance| balance < difference) {
        return Err(format!("{method} does not cover the price difference."));
    }
    Ok(difference)
}

/// When the money arrives.
fn when(method: &str) -> &'static str {
    if method.starts_with("gift_card") { "immediately" } else { "in 5 to 7 business days" }
}

redress_sdk::export!(Policy: RefundApproval + Routing);
