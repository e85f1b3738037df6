//! The host's side as a rule sees it: the imports in a sandbox, a [`crate::testing::FakeHost`] in native builds.

use crate::{AccessError, AfterSaleSummary, Level, OrderSummary, ParameterValue, Query, Totals};

#[cfg(target_arch = "wasm32")]
#[derive(Default)]
pub(crate) struct Host;

#[cfg(target_arch = "wasm32")]
impl Host {
    pub(crate) fn log(&self, level: Level, message: &str, fields: &[(&str, &str)]) {
        let fields: Vec<(String, String)> = fields.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
        crate::bindings::base::redress::rules::log::log(level, message, &fields);
    }

    pub(crate) fn orders(&self, query: Query) -> Result<Vec<OrderSummary>, AccessError> {
        crate::bindings::base::redress::rules::history::orders(query)
    }

    pub(crate) fn after_sales(&self, query: Query) -> Result<Vec<AfterSaleSummary>, AccessError> {
        crate::bindings::base::redress::rules::history::after_sales(query)
    }

    pub(crate) fn totals(&self) -> Result<Totals, AccessError> {
        crate::bindings::base::redress::rules::history::totals()
    }

    pub(crate) fn parameter(&self, code: &str) -> Option<ParameterValue> {
        crate::bindings::base::redress::rules::parameters::get(code)
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[derive(Default)]
pub(crate) struct Host(pub(crate) crate::testing::FakeHost);

#[cfg(not(target_arch = "wasm32"))]
impl Host {
    pub(crate) fn log(&self, level: Level, message: &str, fields: &[(&str, &str)]) {
        self.0.record(level, message, fields);
    }

    pub(crate) fn orders(&self, query: Query) -> Result<Vec<OrderSummary>, AccessError> {
        self.0.look_up_orders(query)
    }

    pub(crate) fn after_sales(&self, query: Query) -> Result<Vec<AfterSaleSummary>, AccessError> {
        self.0.look_up_after_sales(query)
    }

    pub(crate) fn totals(&self) -> Result<Totals, AccessError> {
        self.0.look_up_totals()
    }

    pub(crate) fn parameter(&self, code: &str) -> Option<ParameterValue> {
        self.0.look_up_parameter(code)
    }
}
