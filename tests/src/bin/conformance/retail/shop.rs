//! From lines to orders: one order for each invoice, every sold line in it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::file::Row;

/// One order as it will be sent.
#[derive(Debug)]
pub(crate) struct Order {
    /// The shop's number: the invoice.
    pub(crate) external_id: String,
    /// Places of its lines among all rows; line `n` of the order is the `n`th.
    pub(crate) rows: Vec<usize>,
}

impl Order {
    /// What its lines cost, in pence.
    pub(crate) fn paid(&self, rows: &[Row]) -> i64 {
        self.rows.iter().map(|&row| rows[row].quantity * rows[row].price()).sum()
    }

    /// The order as the API takes it.
    pub(crate) fn body(&self, rows: &[Row]) -> Value {
        let first = &rows[self.rows[0]];
        let at = self.rows.iter().map(|&row| rows[row].at.as_str()).min().unwrap_or_default();
        let lines: Vec<Value> = self.rows.iter().enumerate().map(|(place, &row)| line(place, &rows[row])).collect();
        let mut body = json!({
            "external_id": self.external_id, "currency": "GBP", "placed_at": at, "paid": gbp(self.paid(rows)),
            "lines": lines, "attributes": {"country": first.country, "invoice": first.invoice}
        });
        if let Some(customer) = &first.customer {
            body["customer"] = json!({"external_id": customer});
        }
        body
    }
}

/// Pence as money.
pub(crate) fn gbp(minor: i64) -> Value {
    json!({"minor": minor, "currency": "GBP"})
}

/// True for a line that was sold: pieces went out.
pub(crate) fn is_sale(row: &Row) -> bool {
    !row.cancels() && row.quantity > 0
}

/// Orders of all sold lines, in the order of the files.
pub(crate) fn orders(rows: &[Row]) -> Vec<Order> {
    let mut by_invoice: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| is_sale(row)) {
        by_invoice.entry(&row.invoice).or_default().push(place);
    }
    by_invoice.into_iter().map(|(invoice, rows)| Order { external_id: invoice.to_owned(), rows }).collect()
}

fn line(place: usize, row: &Row) -> Value {
    let title = if row.description.is_empty() { &row.code } else { &row.description };
    json!({
        "external_id": (place + 1).to_string(), "sku": row.code, "title": title, "category": if row.is_goods() { "goods" } else { "not_goods" },
        "quantity": row.quantity, "unit_price": gbp(row.price())
    })
}
