//! Rows of the customer's past.

use redress_domain::Timestamp;
use redress_domain::history::{AfterSaleSummary, OrderSummary, Totals};

use super::{case, money};
use crate::bindings::redress::rules::history as wit;

pub(crate) fn order(row: OrderSummary) -> wit::OrderSummary {
    wit::OrderSummary {
        external_id: row.external_id,
        placed_at_ms: row.placed_at.map(Timestamp::as_millis),
        paid: money::into_wit(row.paid),
        lines: row.lines,
    }
}

pub(crate) fn after_sale(row: AfterSaleSummary) -> wit::AfterSaleSummary {
    wit::AfterSaleSummary {
        number: row.number,
        kind: case::kind(row.kind),
        problem_type: row.problem_type,
        reasons: row.reasons,
        skus: row.skus,
        case_status: row.case.as_str().to_owned(),
        created_at_ms: row.created_at.as_millis(),
        refunded: money::into_wit(row.refunded),
    }
}

pub(crate) fn totals(totals: &Totals) -> wit::Sums {
    wit::Sums {
        orders: totals.orders,
        after_sales: totals.after_sales,
        paid: money::into_wit(totals.paid),
        refunded: money::into_wit(totals.refunded),
    }
}
