//! From the store to what a template finds.

use redress_domain::id::TicketId;
use redress_domain::order::{Customer, Order};
use redress_domain::ticket::{Ticket, TicketLine};
use redress_domain::warehouse::house::HouseRules;
use redress_domain::{Money, Timestamp};
use redress_store::{TenantTx, queue, ticket, user};

use super::model::{CustomerPart, LinePart, OrderPart, RefundPart, ShopPart, Style, TicketPaper, TicketPart};
use crate::rules::Snapshot;
use crate::workflow;
use crate::workflow::look::{optional_customer, optional_order};

impl ShopPart {
    /// What is printed of a shop.
    pub fn of(shop: &Snapshot) -> Self {
        Self { name: shop.tenant.name.clone(), return_address: HouseRules::read(&shop.parameters).0.return_address }
    }
}

/// A ticket with everything that is printed of it.
#[derive(Debug, Clone)]
pub struct Found {
    ticket: Ticket,
    customer: Option<Customer>,
    order: Option<Order>,
    assignee: Option<String>,
    queue: Option<String>,
}

impl Found {
    /// Reads it; `None` when there is no such ticket.
    ///
    /// # Errors
    /// What the database says.
    pub async fn read(tx: &mut TenantTx, id: TicketId) -> Result<Option<Self>, workflow::Error> {
        let Some(ticket) = ticket::find(tx, id).await? else { return Ok(None) };
        let customer = optional_customer(tx, ticket.customer).await?;
        let order = optional_order(tx, ticket.order).await?;
        let assignee = match ticket.assignee {
            Some(id) => user::find(tx, id).await?.map(|user| user.name),
            None => None,
        };
        let queue = match ticket.queue {
            Some(id) => queue::find(tx, id).await?.map(|queue| queue.name),
            None => None,
        };
        Ok(Some(Self { ticket, customer, order, assignee, queue }))
    }

    /// What the template finds.
    pub fn paper(self, shop: ShopPart, now: Timestamp, style: Style, link: Option<String>) -> TicketPaper {
        let Self { ticket, customer, order, assignee, queue } = self;
        let lines = ticket.lines.iter().map(|line| line_part(line, order.as_ref())).collect();
        TicketPaper {
            now: style.moment(now),
            shop,
            customer: customer.map(|customer| CustomerPart {
                number: customer.external_id,
                name: customer.name,
                phone: customer.phone,
                email: customer.email,
                member_level: customer.member_level,
            }),
            order: order.map(|order| OrderPart {
                number: order.external_id,
                placed_at: order.placed_at.map(|at| style.moment(at)),
                delivered_at: order.delivered_at.map(|at| style.moment(at)),
                paid: order.paid.into(),
            }),
            lines,
            total: total(&ticket).map(Into::into),
            refund: ticket.refund.map(|refund| RefundPart { amount: refund.amount.into(), explanation: refund.explanation }),
            link,
            ticket: TicketPart {
                number: ticket.number,
                kind: ticket.kind.to_string(),
                status: ticket.axes.case.to_string(),
                channel: ticket.channel,
                external_ref: ticket.external_ref,
                subject: ticket.subject,
                description: ticket.description,
                problem_type: ticket.problem_type,
                priority: ticket.priority.to_string(),
                tags: ticket.tags,
                assignee,
                queue,
                created_at: style.moment(ticket.created_at),
                updated_at: style.moment(ticket.updated_at),
                fields: ticket.fields,
            },
        }
    }
}

fn line_part(line: &TicketLine, order: Option<&Order>) -> LinePart {
    let bought = line.order_line.as_ref().and_then(|name| order?.lines.iter().find(|bought| bought.external_id == *name));
    LinePart {
        title: bought.map_or_else(|| line.sku.clone(), |bought| bought.title.clone()),
        sku: line.sku.clone(),
        category: line.category.clone(),
        quantity: line.quantity,
        reason: line.reason.clone(),
        requested: line.requested.into(),
    }
}

/// What is asked in all; `None` when nothing is, or when it cannot be added up.
fn total(ticket: &Ticket) -> Option<Money> {
    let currency = ticket.lines.first()?.requested.currency();
    let sum = Money::sum(currency, ticket.lines.iter().map(|line| line.requested)).ok()?;
    (!sum.is_zero()).then_some(sum)
}
