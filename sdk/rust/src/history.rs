//! The customer's past.

use crate::host::Host;
use crate::{AccessError, AfterSaleSummary, OrderSummary, Query, Totals};

/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;

/// Read-only look-ups of the case's own customer; answers are newest first and part of the decision's record.
pub struct History<'a> {
    host: &'a Host,
    now_ms: i64,
}

impl<'a> History<'a> {
    pub(crate) fn new(host: &'a Host, now_ms: i64) -> Self {
        Self { host, now_ms }
    }

    /// Earlier orders.
    ///
    /// # Errors
    /// The case has no customer, or the tenant has not granted the look-up.
    pub fn orders(&self, query: Query) -> Result<Vec<OrderSummary>, AccessError> {
        self.host.orders(query)
    }

    /// Earlier after-sales tickets; the case's own is not among them.
    ///
    /// # Errors
    /// The case has no customer, or the tenant has not granted the look-up.
    pub fn after_sales(&self, query: Query) -> Result<Vec<AfterSaleSummary>, AccessError> {
        self.host.after_sales(query)
    }

    /// Sums over the whole past, never capped.
    ///
    /// # Errors
    /// The case has no customer, or the tenant has not granted the look-up.
    pub fn totals(&self) -> Result<Totals, AccessError> {
        self.host.totals()
    }

    /// After-sales tickets of the last `days` days before now.
    ///
    /// # Errors
    /// As [`History::after_sales`].
    pub fn after_sales_within_days(&self, days: u32) -> Result<Vec<AfterSaleSummary>, AccessError> {
        self.after_sales(Query::since(self.days_ago(days)))
    }

    /// Orders of the last `days` days before now.
    ///
    /// # Errors
    /// As [`History::orders`].
    pub fn orders_within_days(&self, days: u32) -> Result<Vec<OrderSummary>, AccessError> {
        self.orders(Query::since(self.days_ago(days)))
    }

    fn days_ago(&self, days: u32) -> i64 {
        self.now_ms.saturating_sub(i64::from(days) * DAY_MS)
    }
}

impl Query {
    /// The host gives no more rows than this.
    pub const MAX_ROWS: u32 = 200;

    /// The newest `limit` rows.
    pub fn latest(limit: u32) -> Self {
        Self { since_ms: None, limit }
    }

    /// Rows not older than `since_ms`, as many as the host gives.
    pub fn since(since_ms: i64) -> Self {
        Self { since_ms: Some(since_ms), limit: Self::MAX_ROWS }
    }

    /// Every row the host gives.
    pub fn all() -> Self {
        Self::latest(Self::MAX_ROWS)
    }
}
