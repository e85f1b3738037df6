//! Does the customer's past repeat itself (D6)? The warehouse asks it of its own when goods are on hold, beside whatever fraud
//! rules the tenant has bound.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::history::{AfterSaleSummary, History};
use crate::parameter::ParameterValue;
use crate::rule::Signal;
use crate::status::{CaseStatus, names};
use crate::ticket::Ticket;

/// External parameter with the window in days.
pub const WINDOW_PARAMETER: &str = "abuse_window_days";
/// External parameter with the number of similar cases.
pub const COUNT_PARAMETER: &str = "abuse_count";
/// Code of the signal, the same as the stock plugin's.
pub const SIGNAL: &str = "repeat_claims";

names! {
    /// What two claims have in common.
    Likeness {
        /// A stock keeping unit.
        Sku = "sku",
        /// A reason code.
        Reason = "reason",
        /// The problem label.
        ProblemType = "problem_type",
        /// The kind of ticket.
        Kind = "kind",
    }
}

/// When the past counts as abuse.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct AbuseRule {
    /// How far to look back, in days of 24 hours.
    pub window_days: u32,
    /// How many similar earlier cases are too many; 0 turns the look-up off.
    pub count: u32,
    /// What makes two cases similar; one of these is enough.
    pub similar_by: Vec<Likeness>,
    /// Tag for the ticket.
    pub tag: String,
    /// Share of the fraud score, 0–100.
    pub weight: u32,
}

impl Default for AbuseRule {
    /// Three similar cases in half a year (近半年).
    fn default() -> Self {
        let similar_by = vec![Likeness::Sku, Likeness::Reason, Likeness::ProblemType];
        Self { window_days: 180, count: 3, similar_by, tag: "潜在滥用权益".to_owned(), weight: 60 }
    }
}

/// An external parameter that is no whole number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the parameter '{code}' is not a whole number from 0 to 4294967295: correct it")]
pub struct ParameterError {
    /// Which.
    pub code: String,
}

impl AbuseRule {
    /// The rule with window and count as the external parameters say, where they exist (L27).
    ///
    /// # Errors
    /// A parameter that is no whole number.
    pub fn with(mut self, parameters: &BTreeMap<String, ParameterValue>) -> Result<Self, ParameterError> {
        for (code, place) in [(WINDOW_PARAMETER, &mut self.window_days), (COUNT_PARAMETER, &mut self.count)] {
            if let Some(value) = parameters.get(code) {
                let whole = match value {
                    ParameterValue::Number(text) => text.trim().parse().ok(),
                    _ => None,
                };
                *place = whole.ok_or_else(|| ParameterError { code: code.to_owned() })?;
            }
        }
        Ok(self)
    }
}

/// What the past says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookUp {
    /// Numbers of the similar cases, in the order of the history.
    pub similar: Vec<String>,
    /// Tag to add, when there are too many.
    pub tag: Option<String>,
    /// Reason for the fraud score, when there are too many.
    pub signal: Option<Signal>,
}

/// Counts similar earlier cases. Withdrawn and merged ones do not count, nor does the ticket itself; one that was created
/// exactly at the beginning of the window does.
pub fn look_up(ticket: &Ticket, history: &History, rule: &AbuseRule, now: Timestamp) -> LookUp {
    let from = now.plus(-chrono::Duration::days(rule.window_days.into()));
    let counts = |past: &&AfterSaleSummary| {
        past.number != ticket.number
            && (from..=now).contains(&past.created_at)
            && !matches!(past.case, CaseStatus::Cancelled | CaseStatus::Merged)
            && rule.similar_by.iter().any(|likeness| alike(*likeness, ticket, past))
    };
    let similar: Vec<String> = history.after_sales.iter().filter(counts).map(|past| past.number.clone()).collect();
    let found = u32::try_from(similar.len()).unwrap_or(u32::MAX);
    let too_many = rule.count > 0 && found >= rule.count;
    let detail = || format!("{found} similar cases in {} days: {}", rule.window_days, similar.join(", "));
    LookUp {
        tag: (too_many && !rule.tag.is_empty()).then(|| rule.tag.clone()),
        signal: too_many.then(|| Signal { code: SIGNAL.to_owned(), weight: rule.weight.min(100), detail: detail() }),
        similar,
    }
}

fn alike(likeness: Likeness, ticket: &Ticket, past: &AfterSaleSummary) -> bool {
    match likeness {
        Likeness::Sku => ticket.lines.iter().any(|line| !line.sku.is_empty() && past.skus.contains(&line.sku)),
        Likeness::Reason => ticket.lines.iter().any(|line| !line.reason.is_empty() && past.reasons.contains(&line.reason)),
        Likeness::ProblemType => ticket.problem_type.is_some() && ticket.problem_type == past.problem_type,
        Likeness::Kind => ticket.kind == past.kind,
    }
}
