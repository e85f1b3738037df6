//! `POST /portal/v1/{tenant}/orders`

use axum::Json;
use axum::extract::State;
use redress_domain::id::{CustomerId, UserId};
use redress_domain::order::Order;
use redress_domain::tenant::Tenant;
use redress_domain::{Digest, Money, Timestamp};
use redress_store::audit::Trail;
use redress_store::{TenantStore, customer, order, tenant};
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq as _;
use utoipa::ToSchema;

use super::Address;
use super::visitor::{count_lookup, forgive_lookup};
use crate::app::App;
use crate::http::once::Sender;
use crate::http::{Code, Json as Body, Path, PortalProblems, Problem};

/// Longest order number and telephone number that are looked for.
const LONGEST: usize = 100;

/// An order, and proof that it is the customer's.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderClaim {
    /// The shop's order number.
    pub order: String,
    /// Telephone number that the shop has for the order.
    pub phone: String,
}

/// An order as its customer sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerOrder {
    /// The shop's order number.
    order: String,
    /// When it was placed.
    placed_at: Option<Timestamp>,
    /// When it was delivered.
    delivered_at: Option<Timestamp>,
    /// What was bought.
    lines: Vec<CustomerOrderLine>,
}

/// One line of an order as its customer sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerOrderLine {
    /// The line's name within its order.
    order_line: String,
    /// What the shop called it.
    title: String,
    /// Bought quantity.
    quantity: u32,
    /// Price of one.
    unit_price: Money,
}

/// Look up an order by its number and telephone number.
///
/// An unknown shop, an unknown order and another telephone number read the same.
#[utoipa::path(post, path = "/{tenant}/orders", tag = "portal", request_body = OrderClaim, params(("tenant" = String, Path)), security(()),
    responses((status = 200, body = CustomerOrder), PortalProblems))]
pub async fn look_up_order(
    State(app): State<App>,
    Path(slug): Path<String>,
    address: Address,
    Body(claim): Body<OrderClaim, { 4 << 10 }>,
) -> Result<Json<CustomerOrder>, Problem> {
    let found = prove(&app, address, &slug, &claim).await?;
    let lines = found.order.lines.into_iter().map(|line| CustomerOrderLine {
        order_line: line.external_id,
        title: line.title,
        quantity: line.quantity,
        unit_price: line.unit_price,
    });
    let lines = lines.collect();
    let (placed_at, delivered_at) = (found.order.placed_at, found.order.delivered_at);
    Ok(Json(CustomerOrder { order: found.order.external_id, placed_at, delivered_at, lines }))
}

/// An order that was proven to be the customer's.
pub(super) struct Proven {
    pub(super) tenant: Tenant,
    pub(super) store: TenantStore,
    pub(super) order: Order,
}

impl Sender for Proven {
    const REPEATS: bool = true;

    fn store(&self) -> &TenantStore {
        &self.store
    }

    /// Nobody is known yet: whoever proves the order is who comes, and no user has an order's id.
    fn user(&self) -> UserId {
        UserId::from_uuid(self.order.id.as_uuid())
    }
}

/// Finds the order when the telephone number is its customer's.
///
/// # Errors
/// 404 that tells nothing of what is there, 429 for whoever tries too often.
pub(super) async fn prove(app: &App, address: Address, slug: &str, claim: &OrderClaim) -> Result<Proven, Problem> {
    count_lookup(app, address, slug, &claim.order, app.clock.now())?;
    if claim.order.len() > LONGEST || claim.phone.len() > LONGEST {
        return Err(nothing());
    }
    let (name, number) = (slug.to_owned(), claim.order.clone());
    let tenant = app.store.read(move |tx| Box::pin(async move { tenant::find_by_slug(tx, &name).await.map_err(Problem::from) })).await?;
    // The same reads and the same comparison whatever is there, so that the time tells nothing either.
    let Some(tenant) = tenant else { return Err(nothing()) };
    let store = app.store.tenant(tenant.id);
    let (order, phone) = store
        .read(move |tx| {
            Box::pin(async move {
                let order = order::find_by_external_id(tx, &number).await?;
                let buyer = order.as_ref().and_then(|order| order.customer);
                let nobody = CustomerId::from_uuid(tx.tenant().as_uuid());
                let phone = customer::find(tx, buyer.unwrap_or(nobody)).await?.and_then(|customer| customer.phone);
                Ok::<_, Problem>((order, phone))
            })
        })
        .await?;
    let (known, given) = (digits(phone.as_deref().unwrap_or_default()), digits(&claim.phone));
    let same = bool::from(Digest::of(known.as_bytes()).as_bytes().ct_eq(Digest::of(given.as_bytes()).as_bytes()));
    // An order without a telephone number is nobody's to prove.
    match order.filter(|_| same && known.len() >= 7) {
        Some(order) => {
            Trail::of_tenant(tenant.id);
            forgive_lookup(app, address, slug, &claim.order);
            Ok(Proven { tenant, store, order })
        }
        None => Err(nothing()),
    }
}

fn nothing() -> Problem {
    Problem::new(Code::NotFound, "no order has this number and this telephone number; read both again, or ask the shop")
}

/// The digits of a telephone number without the country code of China and leading zeros.
fn digits(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let trimmed = digits.trim_start_matches('0');
    match trimmed.strip_prefix("86") {
        Some(rest) if rest.len() == 11 => rest.to_owned(),
        _ => trimmed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn z39_a_telephone_number_is_the_same_however_it_is_written() {
        for text in ["13812345678", "+86 138-1234-5678", "0086 13812345678", "138 1234 5678"] {
            assert_eq!(digits(text), "13812345678");
        }
        assert_eq!(digits("***"), "");
    }
}
