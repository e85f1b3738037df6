//! The record of one rule call: enough to run it again and to explain it.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::compare::{Consequence, Difference};
use crate::digest::Digest;
use crate::id::{BindingId, DecisionId, PluginId, TicketId};
use crate::rule::{Answer, CallContext, Hook, RuleError};
use crate::status::names;

names! {
    /// How a call ended.
    Outcome as DecisionOutcome {
        /// The rule answered.
        Ok = "ok",
        /// The rule said that it cannot answer.
        GuestError = "guest_error",
        /// The rule crashed.
        GuestTrap = "guest_trap",
        /// The rule used up its fuel.
        OutOfFuel = "out_of_fuel",
        /// The rule hit a limit: memory, host calls, log or output volume.
        Limit = "limit",
        /// The rule recursed too deep.
        StackOverflow = "stack_overflow",
        /// The rule answered something that is not allowed, for example a score of 101 or a foreign currency.
        InvalidOutput = "invalid_output",
        /// The wall clock ran out before the fuel did; never a decision.
        Interrupted = "interrupted",
        /// No sandbox was free in time; never a decision.
        PoolExhausted = "pool_exhausted",
        /// The component could not be loaded; never a decision.
        Unavailable = "unavailable",
        /// A defect of the engine or the host; never a decision.
        EngineBug = "engine_bug",
    }
}

impl Outcome {
    /// True when the same call would end the same way again, so that it may be recorded and replayed.
    pub const fn is_deterministic(self) -> bool {
        !matches!(self, Self::Interrupted | Self::PoolExhausted | Self::Unavailable | Self::EngineBug)
    }
}

/// One call from the rule to the host, with both sides as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HostCall {
    /// Interface and function, for example `history/after-sales`.
    pub function: String,
    /// Arguments.
    pub arguments: serde_json::Value,
    /// Result.
    pub result: serde_json::Value,
}

/// One line a rule logged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LogLine {
    /// debug, info, warn or error.
    pub level: String,
    /// The text.
    pub message: String,
    /// Fields by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<(String, String)>,
}

/// Why a call has no usable answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = RuleFault))]
pub struct Fault {
    /// What happened, in a sentence that names the plugin's part.
    pub message: String,
    /// What the rule itself said, for [`Outcome::GuestError`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<RuleError>,
    /// Frames of the guest's stack, innermost first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub backtrace: Vec<String>,
}

names! {
    /// What a call counted for.
    DecisionRole {
        /// Its answer counted.
        Active = "active",
        /// Its answer counted in place of the binding that is being replaced.
        Canary = "canary",
        /// It was compared and counted for nothing.
        Shadow = "shadow",
        /// An earlier version answered because the bound one failed.
        Fallback = "fallback",
    }
}

/// What a shadow's answer was compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Against {
    /// The decision that counted.
    pub decision: DecisionId,
    /// How the shadow differs from it.
    pub difference: Difference,
}

/// One rule call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Decision {
    /// Redress id.
    pub id: DecisionId,
    /// Ticket it was made for.
    pub ticket: TicketId,
    /// Hook that was asked.
    pub hook: Hook,
    /// Binding that asked; `None` for a built-in rule.
    pub binding: Option<BindingId>,
    /// What it counted for.
    pub role: DecisionRole,
    /// What a shadow was compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<Against>,
    /// What follows from it.
    pub consequence: Consequence,
    /// Uploaded plugin.
    pub plugin: PluginId,
    /// Its name, so that a reader needs no second look-up.
    pub plugin_name: String,
    /// Its version.
    pub plugin_version: String,
    /// Its bytes.
    pub plugin_digest: Digest,
    /// Engine settings that fuel and artefacts depend on, for example `wasmtime-48.0.8/p1`.
    pub engine_profile: String,
    /// "Now" as the rule saw it; also when the decision was made.
    pub at: Timestamp,
    /// Randomness as the rule saw it.
    pub seed: (u32, u32),
    /// Language as the rule saw it.
    pub locale: String,
    /// The case file, as canonical JSON in the shared blobs.
    pub case_digest: Digest,
    /// The question (hook input besides the case file), as canonical JSON in the shared blobs.
    pub question_digest: Digest,
    /// The configuration, as JSON text in the shared blobs.
    pub config_digest: Digest,
    /// How it ended.
    pub outcome: Outcome,
    /// The answer, when there is one.
    pub answer: Option<Answer>,
    /// What went wrong, when something did.
    pub fault: Option<Fault>,
    /// What the rule asked the host, in order.
    pub host_calls: Vec<HostCall>,
    /// What the rule logged.
    pub log: Vec<LogLine>,
    /// Fuel used; replay must use the same.
    pub fuel: u64,
    /// Largest linear memory in bytes.
    pub peak_memory: u64,
    /// Wall time in microseconds.
    pub duration_us: u64,
}

impl Decision {
    /// What the call was told about itself; `tenant` is the tenant's slug.
    pub fn context(&self, tenant: String) -> CallContext {
        CallContext { decision_id: self.id.to_string(), tenant, now: self.at, seed: self.seed, locale: self.locale.clone() }
    }

    /// The answer that may count: a refused one stays in the record and counts for nothing.
    pub fn usable(&self) -> Option<&Answer> {
        self.answer.as_ref().filter(|_| self.outcome == Outcome::Ok)
    }

    /// The text that is sealed: everything that is recorded, as JSON, time taken aside.
    ///
    /// # Panics
    /// Never: the parts of a decision have text keys only, so that they always print.
    pub fn record(&self) -> Vec<u8> {
        let steady = Self { duration_us: 0, ..self.clone() };
        serde_json::to_vec(&steady).expect("domain values have text keys only")
    }

    /// Its seal: SHA-256 over the seal of the ticket's decision before it and over its [`record`](Self::record). Whoever changes a
    /// record breaks every later seal of the ticket.
    pub fn seal(&self, before: Option<&Digest>) -> Digest {
        seal_of(before, &self.record())
    }
}

/// [`Decision::seal`] of a record's text.
pub fn seal_of(before: Option<&Digest>, record: &[u8]) -> Digest {
    let mut bytes = before.map(|digest| digest.as_bytes().to_vec()).unwrap_or_default();
    bytes.extend_from_slice(record);
    Digest::of(&bytes)
}
