//! A host in memory.

use std::cell::RefCell;
use std::rc::Rc;

use crate::gateway::CryptoError;
use crate::host::Host;
use crate::plugin::read_config;
use crate::testing::NOW_MS;
use crate::{AccessError, AfterSaleSummary, Call, Context, Level, Money, OrderSummary, ParameterValue, Query, RuleError, Totals};

/// One line that a rule logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedLine {
    /// How much it matters.
    pub level: Level,
    /// The text.
    pub message: String,
    /// Fields by name.
    pub fields: Vec<(String, String)>,
}

#[derive(Debug, Clone)]
struct State {
    context: Context,
    orders: Vec<OrderSummary>,
    after_sales: Vec<AfterSaleSummary>,
    totals: Option<Totals>,
    refusal: Option<AccessError>,
    parameters: Vec<(String, ParameterValue)>,
    secrets: Vec<(String, Vec<u8>)>,
    signed: Vec<Vec<u8>>,
    log: Vec<LoggedLine>,
}

/// Answers a rule's look-ups from memory, as the host does. Clones share their state, so keep one to read the log.
///
/// ```
/// use redress_sdk::prelude::*;
/// use redress_sdk::testing::{FakeHost, after_sale};
///
/// let host = FakeHost::new().after_sales(vec![after_sale("T-1", 10)]).parameter("limit", ParameterValue::Number("5".into()));
/// let call = host.call(NoConfig {});
/// assert_eq!(call.history().after_sales_within_days(30)?.len(), 1);
/// assert_eq!(call.history().after_sales_within_days(5)?.len(), 0);
/// assert_eq!(call.parameter("limit").and_then(|value| value.as_i64()), Some(5));
/// call.warn("odd", &[("why", "test")]);
/// assert_eq!(host.log()[0].message, "odd");
/// # Ok::<(), AccessError>(())
/// ```
#[derive(Debug, Clone)]
pub struct FakeHost(Rc<RefCell<State>>);

impl Default for FakeHost {
    fn default() -> Self {
        Self::new()
    }
}

impl FakeHost {
    /// A host at [`NOW_MS`] with seed (1, 2), locale `zh-CN`, and a customer without a past.
    pub fn new() -> Self {
        Self(Rc::new(RefCell::new(State {
            context: Context {
                decision_id: "dec_00000000000000000000000000000001".into(),
                tenant: "demo".into(),
                now_ms: NOW_MS,
                seed: (1, 2),
                locale: "zh-CN".into(),
                config: "{}".into(),
            },
            orders: Vec::new(),
            after_sales: Vec::new(),
            totals: None,
            refusal: None,
            parameters: Vec::new(),
            secrets: Vec::new(),
            signed: Vec::new(),
            log: Vec::new(),
        })))
    }

    /// Another moment.
    #[must_use]
    pub fn now_ms(self, now_ms: i64) -> Self {
        self.0.borrow_mut().context.now_ms = now_ms;
        self
    }

    /// Other randomness.
    #[must_use]
    pub fn seed(self, high: u32, low: u32) -> Self {
        self.0.borrow_mut().context.seed = (high, low);
        self
    }

    /// Another language.
    #[must_use]
    pub fn locale(self, locale: &str) -> Self {
        locale.clone_into(&mut self.0.borrow_mut().context.locale);
        self
    }

    /// Earlier orders; they are put in order, newest first.
    #[must_use]
    pub fn orders(self, mut orders: Vec<OrderSummary>) -> Self {
        orders.sort_by_key(|order| std::cmp::Reverse(order.placed_at_ms));
        self.0.borrow_mut().orders = orders;
        self
    }

    /// Earlier tickets; they are put in order, newest first.
    #[must_use]
    pub fn after_sales(self, mut after_sales: Vec<AfterSaleSummary>) -> Self {
        after_sales.sort_by_key(|ticket| std::cmp::Reverse(ticket.created_at_ms));
        self.0.borrow_mut().after_sales = after_sales;
        self
    }

    /// Sums that differ from those of the rows.
    #[must_use]
    pub fn totals(self, totals: Totals) -> Self {
        self.0.borrow_mut().totals = Some(totals);
        self
    }

    /// Every history look-up fails with this.
    #[must_use]
    pub fn refuse_history(self, error: AccessError) -> Self {
        self.0.borrow_mut().refusal = Some(error);
        self
    }

    /// An external parameter.
    #[must_use]
    pub fn parameter(self, code: &str, value: ParameterValue) -> Self {
        self.0.borrow_mut().parameters.push((code.to_owned(), value));
        self
    }

    /// A secret of a gateway. Whatever is made with it is `made`: the fake knows no cryptography, and a signature fits when it
    /// is `made`.
    #[must_use]
    pub fn secret(self, name: &str, made: &[u8]) -> Self {
        self.0.borrow_mut().secrets.push((name.to_owned(), made.to_vec()));
        self
    }

    /// What was signed, checked or opened with secrets so far.
    pub fn signed(&self) -> Vec<Vec<u8>> {
        self.0.borrow().signed.clone()
    }

    /// A call with this configuration.
    pub fn call<C>(&self, config: C) -> Call<C> {
        Call::new(config, self.0.borrow().context.clone(), Host(self.clone()))
    }

    /// A call with a configuration that is read as the sandbox would read it.
    ///
    /// # Errors
    /// [`RuleError::Config`] when it does not fit.
    pub fn call_json<C: serde::de::DeserializeOwned>(&self, config: &serde_json::Value) -> Result<Call<C>, RuleError> {
        Ok(self.call(read_config(&config.to_string())?))
    }

    /// What rules logged so far.
    pub fn log(&self) -> Vec<LoggedLine> {
        self.0.borrow().log.clone()
    }

    pub(crate) fn record(&self, level: Level, message: &str, fields: &[(&str, &str)]) {
        let fields = fields.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
        self.0.borrow_mut().log.push(LoggedLine { level, message: message.to_owned(), fields });
    }

    pub(crate) fn look_up_orders(&self, query: Query) -> Result<Vec<OrderSummary>, AccessError> {
        let state = self.state()?;
        let wanted = state.orders.iter().filter(|order| query.since_ms.is_none_or(|since| order.placed_at_ms.is_none_or(|at| at >= since)));
        Ok(wanted.take(query.limit.min(Query::MAX_ROWS) as usize).cloned().collect())
    }

    pub(crate) fn look_up_after_sales(&self, query: Query) -> Result<Vec<AfterSaleSummary>, AccessError> {
        let state = self.state()?;
        let wanted = state.after_sales.iter().filter(|ticket| query.since_ms.is_none_or(|since| ticket.created_at_ms >= since));
        Ok(wanted.take(query.limit.min(Query::MAX_ROWS) as usize).cloned().collect())
    }

    pub(crate) fn look_up_totals(&self) -> Result<Totals, AccessError> {
        let state = self.state()?;
        let count = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
        let sum = |rows: Vec<&Money>| Money::sum("CNY", rows).expect("rows of a fake host are in CNY; use FakeHost::totals for others");
        Ok(state.totals.clone().unwrap_or_else(|| Totals {
            orders: count(state.orders.len()),
            after_sales: count(state.after_sales.len()),
            paid: sum(state.orders.iter().map(|order| &order.paid).collect()),
            refunded: sum(state.after_sales.iter().map(|ticket| &ticket.refunded).collect()),
        }))
    }

    pub(crate) fn made_with(&self, secret: &str, message: &[u8]) -> Result<Vec<u8>, CryptoError> {
        let mut state = self.0.borrow_mut();
        let made = state.secrets.iter().find(|(name, _)| name == secret).map(|(_, made)| made.clone());
        state.signed.push(message.to_vec());
        made.ok_or_else(|| CryptoError::NoSecret(secret.to_owned()))
    }

    pub(crate) fn look_up_parameter(&self, code: &str) -> Option<ParameterValue> {
        self.0.borrow().parameters.iter().find(|(own, _)| own == code).map(|(_, value)| value.clone())
    }

    fn state(&self) -> Result<std::cell::Ref<'_, State>, AccessError> {
        let state = self.0.borrow();
        match &state.refusal {
            Some(refusal) => Err(refusal.clone()),
            None => Ok(state),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{after_sale, past_order};

    #[test]
    fn look_ups_are_newest_first_and_capped() {
        let host = FakeHost::new().orders(vec![past_order("old", 40, 100), past_order("new", 2, 200)]);
        let call = host.call(());
        let orders = call.history().orders(Query::latest(1)).unwrap();
        assert_eq!(orders[0].external_id, "new");
        let totals = call.history().totals().unwrap();
        assert_eq!((totals.orders, totals.paid.minor), (2, 300));
        assert_eq!(call.history().orders_within_days(7).unwrap().len(), 1);
    }

    #[test]
    fn refusals_reach_the_rule_as_errors() {
        let host = FakeHost::new().after_sales(vec![after_sale("T-1", 1)]).refuse_history(AccessError::NoCustomer);
        let error = RuleError::from(host.call(()).history().totals().unwrap_err());
        assert!(matches!(error, RuleError::InvalidInput(_)));
    }

    #[test]
    fn configurations_are_read_as_in_the_sandbox() {
        assert!(FakeHost::new().call_json::<crate::NoConfig>(&serde_json::json!({"x": 1})).is_err());
    }
}
