//! The demo shop: a generated pet-supplies shop with half a year of orders and two hundred after-sales cases, and the desk
//! that handles them. Everything here is a pure function of a random generator and a moment, so that the same seed gives the
//! same shop; nothing of it comes from a real shop or person.

pub mod body;
pub mod case;
pub mod catalogue;
mod complaint;
pub mod desk;
mod people;
pub mod rule;
pub mod seed;
pub mod shop;
mod story;

use rand::Rng;
use redress_domain::Timestamp;

pub use body::{CaseBody, CustomerBody, LineBody, OrderBody, OrderLineBody, TimedCase};
pub use catalogue::Product;
pub use desk::{DemoQueue, DemoUser};
pub use rule::DemoBinding;

/// How many customers the shop has.
pub const CUSTOMERS: usize = 300;
/// How many orders, over half a year.
pub const ORDERS: usize = 1_000;
/// How many after-sales cases.
pub const CASES: usize = 200;
/// The seed `make run` uses.
pub const SEED: u64 = 20_261_001;

/// The generated shop.
#[derive(Debug, Clone)]
pub struct Demo {
    /// What it sells.
    pub products: Vec<Product>,
    /// Who buys.
    pub customers: Vec<CustomerBody>,
    /// What was bought, oldest first; 1,000 in all, so that they fit one `POST /api/v1/orders/bulk`.
    pub orders: Vec<OrderBody>,
    /// What went wrong, oldest first. Bodies for `POST /api/v1/tickets`; their orders are among [`Demo::orders`].
    pub cases: Vec<TimedCase>,
}

/// Generates the shop as it stands at `now`.
pub fn generate(rng: &mut impl Rng, now: Timestamp) -> Demo {
    let products = catalogue::products();
    let customers = people::customers(rng, CUSTOMERS);
    let mut orders = shop::orders(rng, &products, &customers, now);
    let mut cases = story::cases(&mut orders, &products, &customers, now);
    let rest = CASES - cases.len();
    cases.extend(case::cases(rng, &orders, rest, now));
    cases.sort_by_key(|case| case.at);
    orders.sort_by(|a, b| (a.placed_at, &a.external_id).cmp(&(b.placed_at, &b.external_id)));
    Demo { products, customers, orders, cases }
}

#[cfg(test)]
mod tests;
