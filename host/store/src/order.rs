//! Orders as the shop reported them.

use std::collections::{BTreeMap, HashMap};

use redress_domain::id::{CustomerId, OrderId};
use redress_domain::order::{Order, OrderLine, Payment};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::customer::Begins;
use crate::error::{Error, Result};
use crate::page::{Cursor, Page, push_page};
use crate::sql::column::money;
use crate::sql::pack::{pack, unpack};
use crate::sql::prefix::{MOST, end, push_customers};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_built, fetch_optional, insert};

/// What the packed column holds.
#[derive(Deserialize)]
struct Content {
    lines: Vec<OrderLine>,
    #[serde(default)]
    payments: Vec<Payment>,
    attributes: BTreeMap<String, String>,
}

/// [`Content`] by reference.
#[derive(Serialize)]
struct ContentRef<'a> {
    lines: &'a [OrderLine],
    #[serde(skip_serializing_if = "<[Payment]>::is_empty")]
    payments: &'a [Payment],
    attributes: &'a BTreeMap<String, String>,
}

/// An order as stored.
#[derive(sqlx::FromRow)]
pub(crate) struct OrderRow {
    pub(crate) id: Uuid,
    pub(crate) external_id: String,
    pub(crate) customer_id: Option<Uuid>,
    pub(crate) placed_at: Option<Stamp>,
    pub(crate) delivered_at: Option<Stamp>,
    pub(crate) paid_minor: i64,
    pub(crate) currency: String,
    pub(crate) content: Vec<u8>,
}

impl OrderRow {
    /// Unpacks the columns.
    pub(crate) fn into_order(self) -> Result<Order> {
        let id = OrderId::from_uuid(self.id);
        let content: Option<Content> = unpack(&self.content).and_then(|json| serde_json::from_slice(&json).ok());
        let content = content.ok_or_else(|| Error::corrupt("shop_order", "content", id))?;
        Ok(Order {
            id,
            external_id: self.external_id,
            customer: self.customer_id.map(CustomerId::from_uuid),
            placed_at: self.placed_at.map(|at| at.0),
            delivered_at: self.delivered_at.map(|at| at.0),
            paid: money(self.paid_minor, &self.currency, "shop_order", "paid_minor", id)?,
            lines: content.lines,
            payments: content.payments,
            attributes: content.attributes,
        })
    }
}

/// What happens to an order whose external id is known: see [`upsert_many`].
const REPLACE: &str = " ON CONFLICT (tenant_id, external_id) DO UPDATE SET \
     customer_id = COALESCE(excluded.customer_id, shop_order.customer_id), \
     placed_at = COALESCE(excluded.placed_at, shop_order.placed_at), \
     delivered_at = COALESCE(excluded.delivered_at, shop_order.delivered_at), \
     paid_minor = excluded.paid_minor, currency = excluded.currency, \
     line_count = excluded.line_count, content = excluded.content";

/// An order ready to be stored. Made before the transaction begins, so that no writer waits for a compressor.
#[derive(Debug, Clone)]
pub struct Record {
    order: Order,
    content: Vec<u8>,
}

impl Record {
    /// Compresses the order's lines and attributes.
    pub fn of(order: &Order) -> Self {
        Self { content: content(order), order: order.clone() }
    }
}

/// Adds an order that was not there when the caller looked. Gathered: the error may show only when the transaction commits.
///
/// # Errors
/// [`Error::NotUnique`] `order_external_id` when somebody else was faster.
pub async fn insert(tx: &mut TenantTx, record: &Record) -> Result<()> {
    gather(tx, record, "").await
}

/// Replaces an order that was there when the caller looked, as [`upsert_many`] does. Gathered.
pub async fn replace(tx: &mut TenantTx, record: &Record) -> Result<()> {
    gather(tx, record, REPLACE).await
}

async fn gather(tx: &mut TenantTx, record: &Record, tail: &'static str) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "shop_order (tenant_id, id, external_id, customer_id, placed_at, delivered_at, paid_minor, currency, line_count, content)",
        [record],
        |values, Record { order, content }| {
            values.bind(tenant).bind(order.id.as_uuid()).bind(&order.external_id).bind(order.customer.map(|id| id.as_uuid()));
            values.bind(order.placed_at.map(Stamp)).bind(order.delivered_at.map(Stamp));
            values.bind(order.paid.minor()).bind(order.paid.currency().as_str());
            values.bind(i64::try_from(order.lines.len()).unwrap_or(i64::MAX)).bind(&content[..]);
        },
        tail
    );
    Ok(())
}

/// Adds orders or replaces those with the same external ids: amounts, lines and attributes are replaced, customer and dates only
/// when given. Answers the ids as stored, in the order given: an id that is not the one handed in means that the order was
/// known. Of orders that repeat an external id the last one counts.
pub async fn upsert_many(tx: &mut TenantTx, orders: &[Order]) -> Result<Vec<OrderId>> {
    let mut stored: HashMap<String, OrderId> = HashMap::with_capacity(orders.len());
    let unique: HashMap<&str, &Order> = orders.iter().map(|order| (order.external_id.as_str(), order)).collect();
    let mut unique: Vec<&Order> = unique.into_values().collect();
    // One order for everybody, so that two imports cannot wait for each other's rows.
    unique.sort_by(|a, b| a.external_id.cmp(&b.external_id));
    for chunk in unique.chunks(500) {
        let tenant = tx.tenant;
        let start = "INSERT INTO shop_order \
            (tenant_id, id, external_id, customer_id, placed_at, delivered_at, paid_minor, currency, line_count, content) ";
        let rows = fetch_built!(tx, (Uuid, String), start, |query| {
            query.push_values(chunk, |mut values, order| {
                values.push_bind(tenant).push_bind(order.id.as_uuid()).push_bind(&order.external_id);
                values.push_bind(order.customer.map(|id| id.as_uuid()));
                values.push_bind(order.placed_at.map(Stamp)).push_bind(order.delivered_at.map(Stamp));
                values.push_bind(order.paid.minor()).push_bind(order.paid.currency().as_str().to_owned());
                values.push_bind(i64::try_from(order.lines.len()).unwrap_or(i64::MAX)).push_bind(content(order));
            });
            query.push(REPLACE).push(" RETURNING id, external_id");
        })?;
        stored.extend(rows.into_iter().map(|(id, external_id)| (external_id, OrderId::from_uuid(id))));
    }
    orders
        .iter()
        .map(|asked| {
            let found = stored.get(&asked.external_id).copied();
            found.ok_or_else(|| Error::NotFound { what: "order", id: asked.external_id.clone() })
        })
        .collect()
}

fn content(order: &Order) -> Vec<u8> {
    let content = ContentRef { lines: &order.lines, payments: &order.payments, attributes: &order.attributes };
    pack(crate::sql::column::to_json(&content).as_bytes())
}

/// The order with this id, with its lines.
pub async fn find(tx: &mut TenantTx, id: OrderId) -> Result<Option<Order>> {
    let sql = "SELECT * FROM shop_order WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, OrderRow, sql, tx.tenant, id.as_uuid())?.map(OrderRow::into_order).transpose()
}

/// The orders with these ids, in no order; those that do not exist are left out.
pub async fn find_many(tx: &mut TenantTx, ids: &[OrderId]) -> Result<Vec<Order>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, OrderRow, "SELECT * FROM shop_order WHERE tenant_id = ", |query| {
        query.push_bind(tenant).push(" AND id IN (");
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(id.as_uuid());
        }
        query.push(")");
    })?;
    rows.into_iter().map(OrderRow::into_order).collect()
}

/// The order with the shop's own number, with its lines.
pub async fn find_by_external_id(tx: &mut TenantTx, external_id: &str) -> Result<Option<Order>> {
    let sql = "SELECT * FROM shop_order WHERE tenant_id = $1 AND external_id = $2";
    fetch_optional!(tx, OrderRow, sql, tx.tenant, external_id)?.map(OrderRow::into_order).transpose()
}

/// Which orders are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Orders of this customer.
    pub customer: Option<CustomerId>,
    /// Orders whose number begins with a text, or whose customer's own number, telephone number or name does.
    pub begins: Option<Begins>,
}

/// A page of orders with their lines, those first that came to Redress last.
pub async fn list(tx: &mut TenantTx, filter: &Filter, page: &Page) -> Result<(Vec<Order>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, OrderRow, "SELECT * FROM shop_order WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        if let Some(customer) = filter.customer {
            query.push(" AND customer_id = ").push_bind(customer.as_uuid());
        }
        if let Some(begins) = &filter.begins {
            query.push(" AND id IN (SELECT id FROM (SELECT id FROM shop_order WHERE tenant_id = ").push_bind(tenant);
            query.push(" AND external_id >= ").push_bind(begins.text.clone());
            query.push(" AND external_id <= ").push_bind(end(&begins.text)).push(" LIMIT ").push_bind(MOST);
            query.push(") o UNION SELECT id FROM (SELECT id FROM shop_order WHERE tenant_id = ").push_bind(tenant);
            query.push(" AND customer_id IN (");
            push_customers!(query, tenant, begins);
            query.push(") LIMIT ").push_bind(MOST).push(") c)");
        }
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((rows.into_iter().map(OrderRow::into_order).collect::<Result<_>>()?, next))
}

/// Makes later transactions that lock the same order wait until this one ends, so that two tickets cannot both claim its last
/// piece. On SQLite every writer waits anyway.
pub async fn lock(tx: &mut TenantTx, id: OrderId) -> Result<()> {
    if tx.writes_alone() {
        return Ok(());
    }
    let sql = "SELECT id FROM shop_order WHERE tenant_id = $1 AND id = $2 FOR UPDATE";
    fetch_optional!(tx, (Uuid,), sql, tx.tenant, id.as_uuid()).map(drop)
}
