//! Facts of the customer's past. Each look-up is part of the decision's record, so none is made that no row asks for.

use redress_expression::{Unavailable, Value};
use redress_sdk::prelude::*;

use super::{CaseFacts, Fact};

/// Earlier tickets in these states say nothing about the customer.
const VOID: [&str; 2] = ["cancelled", "merged"];

impl CaseFacts<'_> {
    pub(super) fn history(&self, name: &str) -> Fact {
        if !matches!(name, "orders" | "claims" | "paid" | "refunded") {
            return Err(Unavailable::Unknown);
        }
        let totals = self.call.history().totals().map_err(refused)?;
        match name {
            "orders" => Ok(Value::Int(totals.orders.into())),
            "claims" => Ok(Value::Int(totals.after_sales.into())),
            "paid" => self.money(&totals.paid),
            _ => self.money(&totals.refunded),
        }
    }

    pub(super) fn history_within(&self, method: &str, days: i64) -> Fact {
        let days = u32::try_from(days).ok().filter(|days| *days <= 36_500);
        let days = days.ok_or_else(|| Unavailable::Failed(format!("history.{method}() takes days from 0 to 36500")))?;
        let history = self.call.history();
        match method {
            "orders_within" => history.orders_within_days(days).map_err(refused).map(|orders| count(orders.len())),
            "paid_within" => {
                let orders = history.orders_within_days(days).map_err(refused)?;
                self.sum(orders.iter().map(|order| &order.paid))
            }
            "claims_within" | "similar_claims_within" | "refunded_within" => {
                let mut claims = history.after_sales_within_days(days).map_err(refused)?;
                if method == "refunded_within" {
                    return self.sum(claims.iter().map(|claim| &claim.refunded));
                }
                claims.retain(|claim| !VOID.contains(&claim.case_status.as_str()));
                if method == "similar_claims_within" {
                    claims.retain(|claim| similar(&self.case.ticket, claim));
                }
                Ok(count(claims.len()))
            }
            _ => Err(Unavailable::Unknown),
        }
    }
}

/// Two claims are similar when they share a product, a reason or the problem label.
fn similar(ticket: &Ticket, claim: &AfterSaleSummary) -> bool {
    let label = ticket.problem_type.is_some() && ticket.problem_type == claim.problem_type;
    label || ticket.lines.iter().any(|line| claim.skus.contains(&line.sku) || claim.reasons.contains(&line.reason))
}

fn count(rows: usize) -> Value {
    Value::Int(i64::try_from(rows).unwrap_or(i64::MAX))
}

fn refused(error: AccessError) -> Unavailable {
    match error {
        AccessError::NoCustomer => Unavailable::Missing,
        AccessError::Denied(what) => Unavailable::Failed(format!("the host refused the look-up: {what}: grant 'history' to the plugin")),
    }
}
