//! Write after-sales rules for Redress in Rust.
//!
//! A rule is a type with a configuration ([`Plugin`]) that answers one or more hooks ([`Routing`], [`FraudScoring`],
//! [`RefundApproval`], [`Notification`]). [`export!`] turns the crate into a component that a Redress server runs in a
//! sandbox: without clock, randomness, network or files, so the same case gets the same answer years later. What a rule
//! may know comes in with the [`CaseFile`] and through [`Call`].
//!
//! ```
//! use redress_sdk::prelude::*;
//!
//! /// What the merchant sets. The doc comments become the descriptions in the JSON Schema.
//! #[derive(Deserialize, JsonSchema)]
//! #[serde(deny_unknown_fields)]
//! struct Config {
//!     /// Refunds up to this amount need nobody's consent, in minor units (fen, cents).
//!     free_up_to: i64,
//! }
//!
//! struct SmallRefunds;
//!
//! impl Plugin for SmallRefunds {
//!     type Config = Config;
//!     const NAME: &'static str = "small-refunds";
//!     const VERSION: &'static str = "1.0.0";
//!     const DESCRIPTION: &'static str = "Approves small refunds, asks a supervisor for the rest.";
//! }
//!
//! impl RefundApproval for SmallRefunds {
//!     fn evaluate(call: &Call<Config>, _case: &CaseFile, request: &RefundRequest) -> Result<Decision, RuleError> {
//!         Ok(if request.net.minor <= call.config.free_up_to {
//!             Decision::approve(format!("{} is small enough", request.net))
//!         } else {
//!             Decision::needs_approval("supervisor", format!("{} is above the limit", request.net))
//!         })
//!     }
//! }
//!
//! redress_sdk::export!(SmallRefunds: RefundApproval);
//!
//! // A unit test runs natively, without a sandbox.
//! # #[cfg(not(target_arch = "wasm32"))]
//! # {
//! use redress_sdk::testing::{FakeHost, case, refund_request};
//! let call = FakeHost::new().call(Config { free_up_to: 10_000 });
//! let decision = SmallRefunds::evaluate(&call, &case(), &refund_request(9_900)).unwrap();
//! assert_eq!(decision.verdict, Verdict::Approve);
//! # }
//! ```

#[cfg(target_arch = "wasm32")]
mod alloc;
mod answer;
#[doc(hidden)]
pub mod bindings;
mod call;
mod case;
mod crypto;
mod error;
mod export;
pub mod gateway;
mod history;
mod hook;
mod host;
mod money;
mod parameter;
mod plugin;
mod rng;
#[cfg(not(target_arch = "wasm32"))]
pub mod testing;

pub use bindings::base::exports::redress::rules::plugin::Info;
pub use bindings::base::redress::rules::history::{AccessError, AfterSaleSummary, OrderSummary, Query, Sums as Totals};
pub use bindings::base::redress::rules::log::Level;
pub use bindings::base::redress::rules::parameters::Value as ParameterValue;
pub use bindings::base::redress::rules::types::{
    CaseFile, Context, Customer, Escalation, Event, Field, Intent, Message, Money, Order, OrderLine, Priority, Recipient, RuleError, Task,
    Ticket, TicketKind, TicketLine, Transfer, Violation,
};
pub use bindings::fraud_scoring::exports::redress::rules::fraud_scoring::{Assessment, Signal};
pub use bindings::refund_approval::exports::redress::rules::refund_approval::{
    ApprovalNeed, Decision, Deduction, Quorum, RefundRequest, Risk, Verdict,
};
pub use bindings::routing::exports::redress::rules::routing::{Agent, Desk, Queue, RouteDecision};
pub use bindings::schedule::exports::redress::rules::schedule::Tick;
pub use call::Call;
pub use crypto::Crypto;
#[doc(hidden)]
pub use export::run as __run;
pub use history::History;
pub use hook::{Automation, FraudScoring, Notification, RefundApproval, Routing, Schedule, Settlement};
pub use money::{MAX_MINOR, MoneyError};
pub use plugin::{NoConfig, Plugin, config_schema, describe, validate_config};
pub use rng::Rng;
pub use {schemars, serde, serde_json};

/// Everything a rule usually needs: `use redress_sdk::prelude::*;`.
pub mod prelude {
    pub use crate::{
        AccessError, AfterSaleSummary, Agent, ApprovalNeed, Assessment, Automation, Call, CaseFile, Context, Crypto, Customer, Decision,
        Deduction, Desk, Escalation, Event, Field, FraudScoring, History, Intent, Level, Message, Money, MoneyError, NoConfig,
        Notification, Order, OrderLine, OrderSummary, ParameterValue, Plugin, Priority, Query, Queue, Quorum, Recipient, RefundApproval,
        RefundRequest, Risk, Rng, RouteDecision, Routing, RuleError, Schedule, Settlement, Signal, Task, Tick, Ticket, TicketKind,
        TicketLine, Totals, Transfer, Verdict, Violation,
    };
    pub use schemars::JsonSchema;
    pub use serde::{Deserialize, Serialize};
}
