//! Guardrails: what a binding may do within an hour before it is taken back.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::money::Money;

/// A share of calls in percent, 0–100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = GuardShare))]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Not below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u8>,
    /// Not above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u8>,
}

/// Limits over the last [`Guardrails::window_minutes`]; what is absent is not watched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Guardrails {
    /// Minutes that are looked back, 1–1440.
    #[serde(default = "hour")]
    pub window_minutes: u16,
    /// Shares and percentiles mean nothing below so many calls.
    #[serde(default = "enough")]
    pub min_calls: u32,
    /// Most calls without an answer, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault_percent: Option<u8>,
    /// How many of the answers approve, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval_percent: Option<Share>,
    /// Most money approved without a person in the window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_amount: Option<Money>,
    /// Most money approved without a person in the window for one customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_per_customer: Option<Money>,
    /// Fuel that 99 of 100 calls must stay below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fuel_p99: Option<u64>,
    /// Microseconds that 99 of 100 calls must stay below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latency_p99_us: Option<u64>,
}

const fn hour() -> u16 {
    60
}

const fn enough() -> u32 {
    20
}

impl Default for Guardrails {
    fn default() -> Self {
        Self {
            window_minutes: hour(),
            min_calls: enough(),
            fault_percent: None,
            approval_percent: None,
            approved_amount: None,
            approved_per_customer: None,
            fuel_p99: None,
            latency_p99_us: None,
        }
    }
}

/// What a binding did in the window.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measured {
    /// Calls.
    pub calls: u64,
    /// Calls without a usable answer.
    pub faults: u64,
    /// Answers to refund requests.
    pub verdicts: u64,
    /// Those that approve.
    pub approvals: u64,
    /// Money they approve, in minor units of the guardrail's currency.
    pub approved_minor: i64,
    /// The most of it for one customer.
    pub customer_minor: i64,
    /// 99th percentile of fuel.
    pub fuel_p99: u64,
    /// 99th percentile of time, in microseconds.
    pub latency_p99_us: u64,
}

/// A guardrail that was hit, in words for whoever has to look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach(String);

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Guardrails {
    /// True when nothing is watched.
    pub fn is_empty(&self) -> bool {
        *self == Self { window_minutes: self.window_minutes, min_calls: self.min_calls, ..Self::default() }
    }

    /// The first limit that what was measured breaks.
    pub fn breach(&self, measured: &Measured) -> Option<Breach> {
        self.money(measured).or_else(|| if measured.calls < u64::from(self.min_calls) { None } else { self.shares(measured) })
    }

    /// Money is counted from the first call on: waiting for a sample would let the sample be paid.
    fn money(&self, measured: &Measured) -> Option<Breach> {
        let window = self.window_minutes;
        let told = |what: &str, minor: i64, limit: Money| {
            let found = Money::new(minor, limit.currency()).map_or_else(|_| minor.to_string(), |money| money.to_string());
            Breach(format!("{what} {found} in {window} minutes; the guardrail is {limit}"))
        };
        if let Some(limit) = self.approved_amount.filter(|limit| measured.approved_minor > limit.minor()) {
            return Some(told("it approved", measured.approved_minor, limit));
        }
        let limit = self.approved_per_customer.filter(|limit| measured.customer_minor > limit.minor())?;
        Some(told("it approved for one customer", measured.customer_minor, limit))
    }

    fn shares(&self, measured: &Measured) -> Option<Breach> {
        let (calls, window) = (measured.calls, self.window_minutes);
        if let Some(limit) = self.fault_percent.filter(|limit| above(measured.faults, calls, *limit)) {
            let faults = measured.faults;
            return Some(Breach(format!("{faults} of {calls} calls in {window} minutes failed; the guardrail is {limit} %")));
        }
        let Measured { approvals, verdicts, .. } = *measured;
        if let Some(share) = self.approval_percent.filter(|_| verdicts >= u64::from(self.min_calls)) {
            if let Some(limit) = share.max.filter(|limit| above(approvals, verdicts, *limit)) {
                return Some(Breach(format!("{approvals} of {verdicts} refunds were approved; the guardrail is at most {limit} %")));
            }
            if let Some(limit) = share.min.filter(|limit| below(approvals, verdicts, *limit)) {
                return Some(Breach(format!("{approvals} of {verdicts} refunds were approved; the guardrail is at least {limit} %")));
            }
        }
        if let Some(limit) = self.fuel_p99.filter(|limit| measured.fuel_p99 > *limit) {
            return Some(Breach(format!("99 of 100 calls used up to {} units of fuel; the guardrail is {limit}", measured.fuel_p99)));
        }
        let limit = self.latency_p99_us.filter(|limit| measured.latency_p99_us > *limit)?;
        Some(Breach(format!("99 of 100 calls took up to {} µs; the guardrail is {limit}", measured.latency_p99_us)))
    }
}

fn above(part: u64, whole: u64, percent: u8) -> bool {
    u128::from(part) * 100 > u128::from(whole) * u128::from(percent)
}

fn below(part: u64, whole: u64, percent: u8) -> bool {
    u128::from(part) * 100 < u128::from(whole) * u128::from(percent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    fn measured() -> Measured {
        Measured {
            calls: 100,
            faults: 6,
            verdicts: 94,
            approvals: 90,
            approved_minor: 50_000,
            customer_minor: 9_000,
            fuel_p99: 300,
            latency_p99_us: 80,
        }
    }

    fn told(guardrails: &Guardrails) -> Option<String> {
        guardrails.breach(&measured()).map(|breach| breach.to_string())
    }

    #[test]
    fn nothing_watched_is_nothing_broken() {
        assert!(Guardrails::default().is_empty());
        assert_eq!(told(&Guardrails::default()), None);
    }

    #[test]
    fn every_limit_speaks_when_it_is_passed_and_not_when_it_is_met() {
        let money = |minor| Some(Money::new(minor, Currency::CNY).expect("small"));
        let base = Guardrails::default;
        for (limits, broken) in [
            (Guardrails { fault_percent: Some(5), ..base() }, true),
            (Guardrails { fault_percent: Some(6), ..base() }, false),
            (Guardrails { approval_percent: Some(Share { min: None, max: Some(95) }), ..base() }, true),
            (Guardrails { approval_percent: Some(Share { min: Some(96), max: None }), ..base() }, true),
            (Guardrails { approval_percent: Some(Share { min: Some(50), max: Some(96) }), ..base() }, false),
            (Guardrails { approved_amount: money(49_999), ..base() }, true),
            (Guardrails { approved_amount: money(50_000), ..base() }, false),
            (Guardrails { approved_per_customer: money(8_999), ..base() }, true),
            (Guardrails { fuel_p99: Some(299), ..base() }, true),
            (Guardrails { fuel_p99: Some(300), ..base() }, false),
            (Guardrails { latency_p99_us: Some(79), ..base() }, true),
        ] {
            assert_eq!(told(&limits).is_some(), broken, "{limits:?}: {:?}", told(&limits));
        }
    }

    #[test]
    fn shares_wait_for_a_sample_and_money_does_not() {
        let few = Measured { calls: 3, verdicts: 3, approvals: 3, faults: 3, approved_minor: 100, ..Measured::default() };
        let limits = Guardrails { fault_percent: Some(1), approved_amount: Some(Money::zero(Currency::CNY)), ..Guardrails::default() };
        assert!(limits.breach(&few).is_some_and(|breach| breach.to_string().starts_with("it approved")));
        assert_eq!(Guardrails { approved_amount: None, ..limits }.breach(&few), None);
    }
}
