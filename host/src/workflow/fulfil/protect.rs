//! Price protection (价保): the difference between what was paid and what it costs today is asked back, as a ticket of its own.

use redress_domain::Money;
use redress_domain::fulfilment::{FulfilmentRules, PriceFall, protect};
use redress_domain::id::TenantId;
use redress_domain::order::{Order, OrderLine};
use redress_domain::ticket::TicketKind;
use redress_domain::timeline::Actor;
use redress_store::order;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::workflow::look::Taken;
use crate::workflow::submit::{LineDraft, NewTicket, OrderDraft};
use crate::workflow::turn::Turn;
use crate::workflow::violation::Violations;
use crate::workflow::{Error, Workflow};

/// A line whose price fell.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProtectedLine {
    /// The line of the order.
    pub order_line: String,
    /// How many; left out, all that were bought.
    #[serde(default)]
    pub quantity: Option<u32>,
    /// What one costs today.
    pub current_price: Money,
}

/// A claim under the merchant's promise.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Protection {
    /// The shop's own number of the order, which must be known.
    pub order: String,
    /// The lines.
    pub lines: Vec<ProtectedLine>,
    /// The channel's own number; a second ticket with the same channel and number is refused.
    #[serde(default)]
    pub external_ref: Option<String>,
    /// Where it came from.
    #[serde(default = "api")]
    pub channel: String,
    /// The customer's words.
    #[serde(default)]
    pub description: String,
}

fn api() -> String {
    "api".to_owned()
}

impl Workflow {
    /// Opens a ticket over what the customer gets back of a price that fell; the rules decide about it as about any refund. The
    /// result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown order or line, a price that did not fall, a purchase that is too long ago, what a submission says.
    pub async fn protect_price(&self, tenant: TenantId, by: Actor, claim: Protection) -> Result<Turn, Error> {
        let named = claim.order.clone();
        let found = self
            .tenant(tenant)
            .read(move |tx| {
                Box::pin(async move {
                    let Some(order) = order::find_by_external_id(tx, &named).await? else { return Ok::<_, Error>(None) };
                    let taken = Taken::read(tx, &order, None).await?;
                    Ok(Some((order, taken)))
                })
            })
            .await?;
        let missing = || Error::invalid("unknown_order", "/order", format!("there is no order '{}' here: send it first", claim.order));
        let (order, taken) = found.ok_or_else(missing)?;
        let snapshot = self.rules.get(tenant).await?;
        let days = FulfilmentRules::read(&snapshot.parameters).protect_days;
        let mut wrong = Violations::default();
        wrong.require(!claim.lines.is_empty(), "missing", "/lines", "say whose price fell");
        let mut lines = Vec::new();
        for (at, line) in claim.lines.iter().enumerate() {
            let pointer = format!("/lines/{at}");
            let twice = claim.lines[..at].iter().any(|other| other.order_line == line.order_line);
            let Some(bought) = order.lines.iter().find(|bought| bought.external_id == line.order_line).filter(|_| !twice) else {
                let message = format!("order '{}' has no line '{}' that is not named already", claim.order, line.order_line);
                wrong.add("unknown_order_line", format!("{pointer}/order_line"), message);
                continue;
            };
            let quantity = line.quantity.unwrap_or(bought.quantity);
            if quantity == 0 || quantity > bought.quantity {
                let message = format!("{} were bought: name 1 to {}", bought.quantity, bought.quantity);
                wrong.add("quantity_over_bought", format!("{pointer}/quantity"), message);
                continue;
            }
            let fall = fall(&order, bought, quantity, &taken, line.current_price)?;
            match protect(&fall, days, self.now()) {
                Ok(owed) => lines.push(LineDraft {
                    order_line: Some(line.order_line.clone()),
                    sku: None,
                    quantity,
                    reason: "price_protection".to_owned(),
                    requested: Some(owed),
                }),
                Err(error) => wrong.add("price_not_protected", format!("{pointer}/current_price"), error.to_string()),
            }
        }
        wrong.finish().map_err(Error::Invalid)?;
        let prices: Vec<_> = claim.lines.iter().map(|line| json!({ "line": line.order_line, "today": line.current_price })).collect();
        let draft = NewTicket {
            kind: TicketKind::PriceProtect,
            channel: claim.channel,
            external_ref: claim.external_ref,
            subject: format!("价保 {}", claim.order),
            description: claim.description,
            problem_type: Some("price_protection".to_owned()),
            priority: None,
            customer: None,
            order: Some(OrderDraft::reference(&claim.order)),
            lines,
            fields: serde_json::Map::from_iter([("prices_today".to_owned(), prices.into())]),
            deadlines: Vec::new(),
            form: None,
        };
        self.submit(tenant, by, draft, false).await
    }
}

/// What is known of a line. What went back for pieces that the claim is not about does not count against it.
fn fall(order: &Order, bought: &OrderLine, quantity: u32, taken: &Taken, today: Money) -> Result<PriceFall, Error> {
    let zero = Money::zero(order.paid.currency());
    let credited = taken.lines.get(&bought.external_id).map_or(zero, |sums| sums.credited);
    let others = order.paid_for(bought, bought.quantity - quantity)?;
    let given_back = credited.checked_sub(others)?;
    Ok(PriceFall {
        paid: order.paid_for(bought, quantity)?,
        given_back: if given_back.is_negative() { zero } else { given_back },
        today,
        quantity,
        bought_at: order.placed_at,
    })
}
