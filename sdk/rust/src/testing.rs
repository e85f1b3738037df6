//! Unit tests for rules, natively: a fake host and sample cases. Fixtures in the real sandbox are `redress-plugin test`.

mod host;
mod sample;

pub use host::{FakeHost, LoggedLine};
pub use sample::{CaseBuilder, NOW_MS, after_sale, case, desk, event, instruction, past_order, refund_request};
