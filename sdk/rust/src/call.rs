//! What a rule may know about the call it answers.

use crate::host::Host;
use crate::{Context, Crypto, History, Level, ParameterValue, Rng};

/// One call of a rule: the binding's configuration, the moment, randomness, and what the host can be asked.
///
/// There is no other clock and no other randomness: both are recorded with the decision, so that it can be run again.
pub struct Call<C> {
    /// The binding's configuration.
    pub config: C,
    context: Context,
    host: Host,
}

impl<C> Call<C> {
    pub(crate) fn new(config: C, context: Context, host: Host) -> Self {
        Self { config, context, host }
    }

    /// "Now" in milliseconds since 1970-01-01T00:00:00Z.
    pub fn now_ms(&self) -> i64 {
        self.context.now_ms
    }

    /// Two words of randomness, the same whenever the decision is run again.
    pub fn seed(&self) -> (u32, u32) {
        self.context.seed
    }

    /// A small generator that starts from [`Call::seed`]. Every call of this method starts the same sequence.
    pub fn rng(&self) -> Rng {
        Rng::from_seed(self.context.seed)
    }

    /// BCP 47 tag of the tenant's language, for example `zh-CN`.
    pub fn locale(&self) -> &str {
        &self.context.locale
    }

    /// Identifier of the decision, for messages.
    pub fn decision_id(&self) -> &str {
        &self.context.decision_id
    }

    /// Slug of the tenant.
    pub fn tenant(&self) -> &str {
        &self.context.tenant
    }

    /// The customer's past, read-only.
    pub fn history(&self) -> History<'_> {
        History::new(&self.host, self.context.now_ms)
    }

    /// The tenant's external parameter with this code, if there is one.
    pub fn parameter(&self, code: &str) -> Option<ParameterValue> {
        self.host.parameter(code)
    }

    /// What the host does with the gateway's secrets; every other hook has none.
    pub fn crypto(&self) -> Crypto<'_> {
        Crypto::new(&self.host)
    }

    /// Logs something for the author; kept with the decision.
    pub fn debug(&self, message: &str, fields: &[(&str, &str)]) {
        self.host.log(Level::Debug, message, fields);
    }

    /// Logs something worth knowing.
    pub fn info(&self, message: &str, fields: &[(&str, &str)]) {
        self.host.log(Level::Info, message, fields);
    }

    /// Logs something odd that was handled.
    pub fn warn(&self, message: &str, fields: &[(&str, &str)]) {
        self.host.log(Level::Warn, message, fields);
    }

    /// Logs something wrong.
    pub fn error(&self, message: &str, fields: &[(&str, &str)]) {
        self.host.log(Level::Error, message, fields);
    }
}
