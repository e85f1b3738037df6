//! What a new ticket names, by the shop's own words, found in one query.

use redress_domain::id::TicketId;
use redress_domain::order::{Customer, Order};
use uuid::Uuid;

use crate::customer::CustomerRow;
use crate::error::{Error, Result};
use crate::order::OrderRow;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_one};

/// What a new ticket names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Channel and the channel's own number.
    pub reference: Option<(String, String)>,
    /// The shop's id of the customer.
    pub customer: Option<String>,
    /// The shop's number of the order.
    pub order: Option<String>,
}

/// What of it is there already.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The ticket that the channel's number already has: its id and number.
    pub duplicate: Option<(TicketId, String)>,
    /// The customer who was named.
    pub customer: Option<Customer>,
    /// The order.
    pub order: Option<Order>,
}

/// One row of three tables, each of which may lack its part.
#[derive(sqlx::FromRow)]
struct Row {
    ticket_id: Option<Uuid>,
    ticket_number: Option<String>,
    customer_id: Option<Uuid>,
    customer_external_id: Option<String>,
    name: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    member_level: Option<String>,
    tags: Option<String>,
    order_id: Option<Uuid>,
    order_external_id: Option<String>,
    buyer_id: Option<Uuid>,
    placed_at: Option<Stamp>,
    delivered_at: Option<Stamp>,
    paid_minor: Option<i64>,
    currency: Option<String>,
    content: Option<Vec<u8>>,
}

/// Looks all names up at once.
pub async fn find(tx: &mut TenantTx, names: &Names) -> Result<Found> {
    let sql = "SELECT t.id AS ticket_id, t.number AS ticket_number, \
                 c.id AS customer_id, c.external_id AS customer_external_id, c.name, c.phone, c.email, c.member_level, c.tags, \
                 o.id AS order_id, o.external_id AS order_external_id, o.customer_id AS buyer_id, o.placed_at, o.delivered_at, \
                 o.paid_minor, o.currency, o.content \
               FROM (SELECT 1 AS one) asked \
               LEFT JOIN ticket t ON t.tenant_id = $1 AND t.channel = $2 AND t.external_ref = $3 \
               LEFT JOIN customer c ON c.tenant_id = $1 AND c.external_id = $4 \
               LEFT JOIN shop_order o ON o.tenant_id = $1 AND o.external_id = $5";
    let (channel, reference) = names.reference.as_ref().map(|(channel, reference)| (channel.as_str(), reference.as_str())).unzip();
    let row = fetch_one!(tx, Row, sql, tx.tenant, channel, reference, names.customer.as_deref(), names.order.as_deref())?;
    row.into_found()
}

impl Row {
    fn into_found(self) -> Result<Found> {
        let customer = self.customer_id.map(|id| {
            let lost = |column| move || Error::corrupt("customer", column, id);
            CustomerRow {
                id,
                external_id: self.customer_external_id.ok_or_else(lost("external_id"))?,
                name: self.name,
                phone: self.phone,
                email: self.email,
                member_level: self.member_level,
                tags: self.tags.ok_or_else(lost("tags"))?,
            }
            .into_customer()
        });
        let order = self.order_id.map(|id| {
            let lost = |column| move || Error::corrupt("shop_order", column, id);
            OrderRow {
                id,
                external_id: self.order_external_id.ok_or_else(lost("external_id"))?,
                customer_id: self.buyer_id,
                placed_at: self.placed_at,
                delivered_at: self.delivered_at,
                paid_minor: self.paid_minor.ok_or_else(lost("paid_minor"))?,
                currency: self.currency.ok_or_else(lost("currency"))?,
                content: self.content.ok_or_else(lost("content"))?,
            }
            .into_order()
        });
        Ok(Found {
            duplicate: self.ticket_id.map(TicketId::from_uuid).zip(self.ticket_number),
            customer: customer.transpose()?,
            order: order.transpose()?,
        })
    }
}
