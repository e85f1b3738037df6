//! People who bought.

use std::collections::HashMap;

use redress_domain::id::CustomerId;
use redress_domain::order::Customer;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::page::{Cursor, Page, push_page};
use crate::sql::column::{json, to_json};
use crate::sql::prefix::push_customers;
use crate::sql::{TenantTx, fetch_built, fetch_optional, insert};

/// A customer as stored.
#[derive(sqlx::FromRow)]
pub(crate) struct CustomerRow {
    pub(crate) id: Uuid,
    pub(crate) external_id: String,
    pub(crate) name: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) member_level: Option<String>,
    pub(crate) tags: String,
}

impl CustomerRow {
    /// Reads the columns.
    pub(crate) fn into_customer(self) -> Result<Customer> {
        let id = CustomerId::from_uuid(self.id);
        Ok(Customer {
            id,
            external_id: self.external_id,
            name: self.name,
            phone: self.phone,
            email: self.email,
            member_level: self.member_level,
            tags: json(&self.tags, "customer", "tags", id)?,
        })
    }
}

/// What happens to a customer whose external id is known: see [`upsert`].
const COMPLETE: &str = " ON CONFLICT (tenant_id, external_id) DO UPDATE SET \
     name = COALESCE(excluded.name, customer.name), phone = COALESCE(excluded.phone, customer.phone), \
     email = COALESCE(excluded.email, customer.email), \
     member_level = COALESCE(excluded.member_level, customer.member_level), \
     tags = CASE WHEN excluded.tags = '[]' THEN customer.tags ELSE excluded.tags END";

/// Adds a customer who was not there when the caller looked. Gathered: the error may show only when the transaction commits.
///
/// # Errors
/// [`Error::NotUnique`] `customer_external_id` when somebody else was faster.
pub async fn insert(tx: &mut TenantTx, customer: &Customer) -> Result<()> {
    gather(tx, customer, "").await
}

/// Completes a customer who was there when the caller looked, as [`upsert`] does. Gathered.
pub async fn complete(tx: &mut TenantTx, customer: &Customer) -> Result<()> {
    gather(tx, customer, COMPLETE).await
}

async fn gather(tx: &mut TenantTx, customer: &Customer, tail: &'static str) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "customer (tenant_id, id, external_id, name, phone, email, member_level, tags)",
        [customer],
        |values, c| {
            values.bind(tenant).bind(c.id.as_uuid()).bind(&c.external_id).bind(&c.name).bind(&c.phone).bind(&c.email);
            values.bind(&c.member_level).bind(to_json(&c.tags));
        },
        tail
    );
    Ok(())
}

/// Adds a customer or completes the one with the same external id: a value replaces the stored one, `None` and no tags leave
/// it. Answers the customer as stored; its id is the old one when there was one.
pub async fn upsert(tx: &mut TenantTx, customer: &Customer) -> Result<Customer> {
    let stored = upsert_many(tx, std::slice::from_ref(customer)).await?;
    stored.into_iter().next().ok_or_else(|| Error::NotFound { what: "customer", id: customer.external_id.clone() })
}

/// [`upsert`] for many at once, in few statements. Answers them as stored, in the order given; of those that repeat an external
/// id the last one counts.
pub async fn upsert_many(tx: &mut TenantTx, customers: &[Customer]) -> Result<Vec<Customer>> {
    let mut stored: HashMap<String, Customer> = HashMap::with_capacity(customers.len());
    let unique: HashMap<&str, &Customer> = customers.iter().map(|customer| (customer.external_id.as_str(), customer)).collect();
    let mut unique: Vec<&Customer> = unique.into_values().collect();
    // One order for everybody, so that two imports cannot wait for each other's rows.
    unique.sort_by(|a, b| a.external_id.cmp(&b.external_id));
    for chunk in unique.chunks(500) {
        let tenant = tx.tenant;
        let start = "INSERT INTO customer (tenant_id, id, external_id, name, phone, email, member_level, tags) ";
        let rows = fetch_built!(tx, CustomerRow, start, |query| {
            query.push_values(chunk, |mut values, customer| {
                values.push_bind(tenant).push_bind(customer.id.as_uuid()).push_bind(&customer.external_id);
                values.push_bind(&customer.name).push_bind(&customer.phone).push_bind(&customer.email);
                values.push_bind(&customer.member_level).push_bind(to_json(&customer.tags));
            });
            query.push(COMPLETE).push(" RETURNING id, external_id, name, phone, email, member_level, tags");
        })?;
        for row in rows {
            let customer = row.into_customer()?;
            stored.insert(customer.external_id.clone(), customer);
        }
    }
    customers
        .iter()
        .map(|asked| {
            let found = stored.get(&asked.external_id).cloned();
            found.ok_or_else(|| Error::NotFound { what: "customer", id: asked.external_id.clone() })
        })
        .collect()
}

/// The customer with this id.
pub async fn find(tx: &mut TenantTx, id: CustomerId) -> Result<Option<Customer>> {
    let sql = "SELECT * FROM customer WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, CustomerRow, sql, tx.tenant, id.as_uuid())?.map(CustomerRow::into_customer).transpose()
}

/// The customers with these ids, in no order; those that do not exist are left out.
pub async fn find_many(tx: &mut TenantTx, ids: &[CustomerId]) -> Result<Vec<Customer>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, CustomerRow, "SELECT * FROM customer WHERE tenant_id = ", |query| {
        query.push_bind(tenant).push(" AND id IN (");
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(id.as_uuid());
        }
        query.push(")");
    })?;
    rows.into_iter().map(CustomerRow::into_customer).collect()
}

/// The customer with the shop's own id.
pub async fn find_by_external_id(tx: &mut TenantTx, external_id: &str) -> Result<Option<Customer>> {
    let sql = "SELECT * FROM customer WHERE tenant_id = $1 AND external_id = $2";
    fetch_optional!(tx, CustomerRow, sql, tx.tenant, external_id)?.map(CustomerRow::into_customer).transpose()
}

/// What people type of somebody they look for: what a number or a name begins with. What is closed is not looked at, so that nobody finds
/// out by searching what they may not see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begins {
    /// The text.
    pub text: String,
    /// Telephone numbers are looked at.
    pub phone: bool,
    /// Names are looked at.
    pub name: bool,
}

/// A page of customers, newest first: all, or those whose own number, telephone number or name begins with a text.
pub async fn list(tx: &mut TenantTx, begins: Option<&Begins>, page: &Page) -> Result<(Vec<Customer>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, CustomerRow, "SELECT * FROM customer WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        if let Some(begins) = begins {
            query.push(" AND id IN (");
            push_customers!(query, tenant, begins);
            query.push(")");
        }
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((rows.into_iter().map(CustomerRow::into_customer).collect::<Result<_>>()?, next))
}
