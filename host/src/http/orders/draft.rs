//! An order as a shop sends it, and what may be wrong with it.

use std::collections::{BTreeMap, HashSet};

use redress_domain::id::OrderId;
use redress_domain::order::{Customer, Order, OrderLine, Payment, payments_fault};
use redress_domain::{Currency, Money, Timestamp};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::customers::NewCustomer;
use crate::http::{Code, Fault, Problem};

/// Most lines of one order.
const MAX_LINES: usize = 5_000;
/// Longest text of a line.
const MAX_TEXT: usize = 300;

/// An order; an order with the same external id is replaced.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOrder {
    /// The shop's own order number, unique within the tenant.
    pub external_id: String,
    /// Who bought.
    pub customer: Option<NewCustomer>,
    /// Currency of every amount; the one of the first amount when left out.
    pub currency: Option<Currency>,
    /// When it was placed.
    pub placed_at: Option<Timestamp>,
    /// When the customer received it.
    pub delivered_at: Option<Timestamp>,
    /// What was paid in total; the sum of the lines when left out.
    pub paid: Option<Money>,
    /// What was bought, 1 to 5,000 lines.
    pub lines: Vec<NewOrderLine>,
    /// Anything else the shop knows.
    #[serde(default)]
    pub attributes: BTreeMap<String, String>,
    /// How it was paid, in the order in which it goes back.
    #[serde(default)]
    pub payments: Vec<Payment>,
}

/// One line of an order.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOrderLine {
    /// The line's name within its order.
    pub external_id: String,
    /// Stock keeping unit.
    pub sku: String,
    /// What the shop called it.
    #[serde(default)]
    pub title: String,
    /// Product category.
    pub category: Option<String>,
    /// Bought quantity, at least 1.
    #[schema(minimum = 1)]
    pub quantity: u32,
    /// Price of one, not negative.
    pub unit_price: Money,
}

/// An order that was checked, with its customer; the customer's id is settled when it is stored.
#[derive(Debug, Clone)]
pub(super) struct CheckedOrder {
    pub(super) order: Order,
    pub(super) customer: Option<Customer>,
}

impl NewOrder {
    /// Checks the order; its id counts only if the order is new.
    ///
    /// # Errors
    /// 422 with every fault.
    pub(super) fn check(self, app: &App) -> Result<CheckedOrder, Problem> {
        let mut faults = Vec::new();
        text(&mut faults, "/external_id", &self.external_id, 1, 200);
        let customer = self.customer.map(|customer| customer.into_customer(app, "/customer")).transpose().unwrap_or_else(|problem| {
            faults.extend_from_slice(problem.errors());
            None
        });
        let currency = self.currency.or(self.paid.map(Money::currency)).or(self.lines.first().map(|line| line.unit_price.currency()));
        let currency = currency.unwrap_or(Currency::CNY);
        check_lines(&mut faults, &self.lines, currency);
        let prices: Result<Vec<Money>, _> = self.lines.iter().map(|line| line.unit_price.checked_mul(line.quantity)).collect();
        let sum = prices.and_then(|prices| Money::sum(currency, prices));
        let paid = self.paid.map_or(sum, Ok).unwrap_or_else(|error| {
            faults.push(Fault::at("/lines", error.to_string()));
            Money::zero(currency)
        });
        amount(&mut faults, "/paid", paid, currency);
        if let Some((place, why)) = payments_fault(&self.payments, paid) {
            faults.push(Fault::at(format!("/payments{place}"), why));
        }
        if !faults.is_empty() {
            let foreign = faults.iter().all(|fault| fault.code.as_deref() == Some(Code::ForeignCurrency.row().1));
            let code = if foreign { Code::ForeignCurrency } else { Code::Invalid };
            return Err(Problem::new(code, format!("order {}: {}", self.external_id, faults[0].message)).with(faults));
        }
        let order = Order {
            id: app.new_id(OrderId::generate),
            external_id: self.external_id,
            customer: None,
            placed_at: self.placed_at,
            delivered_at: self.delivered_at,
            paid,
            lines: self.lines.into_iter().map(OrderLine::from).collect(),
            payments: self.payments,
            attributes: self.attributes,
        };
        Ok(CheckedOrder { order, customer })
    }
}

impl From<NewOrderLine> for OrderLine {
    fn from(line: NewOrderLine) -> Self {
        let NewOrderLine { external_id, sku, title, category, quantity, unit_price } = line;
        Self { external_id, sku, title, category, quantity, unit_price }
    }
}

fn check_lines(faults: &mut Vec<Fault>, lines: &[NewOrderLine], currency: Currency) {
    if !(1..=MAX_LINES).contains(&lines.len()) {
        faults.push(Fault::at("/lines", format!("an order has 1 to {MAX_LINES} lines, this one has {}", lines.len())));
    }
    let mut names = HashSet::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        text(faults, &format!("/lines/{index}/external_id"), &line.external_id, 1, 200);
        text(faults, &format!("/lines/{index}/sku"), &line.sku, 1, 200);
        text(faults, &format!("/lines/{index}/title"), &line.title, 0, MAX_TEXT);
        text(faults, &format!("/lines/{index}/category"), line.category.as_deref().unwrap_or(""), 0, MAX_TEXT);
        if line.quantity == 0 {
            faults.push(Fault::at(format!("/lines/{index}/quantity"), "at least one was bought"));
        }
        if !names.insert(line.external_id.as_str()) {
            faults.push(Fault::at(format!("/lines/{index}/external_id"), format!("line {} is there twice", line.external_id)));
        }
        amount(faults, &format!("/lines/{index}/unit_price"), line.unit_price, currency);
    }
}

fn text(faults: &mut Vec<Fault>, pointer: &str, text: &str, shortest: usize, longest: usize) {
    let length = text.trim().chars().count();
    if !(shortest..=longest).contains(&length) {
        faults.push(Fault::at(pointer, format!("this takes {shortest} to {longest} characters and has {length}")));
    }
}

fn amount(faults: &mut Vec<Fault>, pointer: &str, amount: Money, currency: Currency) {
    if amount.currency() != currency {
        let message = format!("the order is in {currency}, this amount is in {}; an order has one currency", amount.currency());
        faults.push(Fault { code: Some(Code::ForeignCurrency.row().1.to_owned()), ..Fault::at(pointer, message) });
    }
    if amount.is_negative() {
        faults.push(Fault::at(pointer, "an amount of an order is not negative"));
    }
}
