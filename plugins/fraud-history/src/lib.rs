//! Stock plugin `fraud-history`: does the customer's past look like abuse?
//!
//! Every signal that speaks adds its weight to the score, which stops at 100. Three similar claims within half a year also
//! tag the ticket 潜在滥用权益 (D6); window and count may come from external parameters (L27).

mod check;
mod config;
mod setting;
mod signals;
mod words;

#[cfg(test)]
mod tests;

use redress_sdk::prelude::*;

pub use config::{Config, FirstOrder, Known, Late, OpenTickets, RefundRate, Repeat, Similarity, Soon};
pub use setting::{ParameterSetting, Setting};
use signals::Scene;
use words::Words;

/// The plugin.
pub struct FraudHistory;

impl Plugin for FraudHistory {
    type Config = Config;
    const NAME: &'static str = env!("CARGO_PKG_NAME");
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const DESCRIPTION: &'static str = env!("CARGO_PKG_DESCRIPTION");

    fn check(config: &Config) -> Vec<Violation> {
        check::check(config)
    }
}

impl FraudScoring for FraudHistory {
    fn score(call: &Call<Config>, case: &CaseFile) -> Result<Assessment, RuleError> {
        if !call.config.kinds.contains(&case.ticket.kind) {
            return Ok(Assessment::clean());
        }
        let scene = Scene { call, case, words: Words::of(call.locale()) };
        let mut signals = Vec::new();
        if case.customer.is_some() {
            signals.extend(scene.past_claims()?);
            signals.extend(scene.sums()?);
        } else {
            call.info("no customer, so there is no past to look at", &[]);
        }
        signals.extend(scene.timing()?);
        signals.extend(scene.known());
        let tag =
            Some(&call.config.repeat.tag).filter(|tag| !tag.is_empty() && signals.iter().any(|signal| signal.code == "repeat_claims"));
        Ok(Assessment { tags: tag.cloned().into_iter().collect(), ..Assessment::from_signals(signals) })
    }
}

redress_sdk::export!(FraudHistory: FraudScoring);
