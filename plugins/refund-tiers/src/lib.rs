//! Stock plugin `refund-tiers`: may this money be paid back, and who must agree?
//!
//! Looked at in this order; the strictest finding wins (reject, ask the customer, ask people, approve):
//! 1. requests that come too late (windows);
//! 2. evidence that is missing (U9, Z6);
//! 3. one of: automatic approval (Z22), inspection rule (Z11), amount tiers (D3);
//! 4. the risk: unknown is never automatic, a high score goes up the ladder.

mod check;
mod config;
mod facts;
mod ladder;
mod words;

#[cfg(test)]
mod tests;

use redress_sdk::prelude::*;

pub use config::{
    AutoApprove, Config, DayStart, Inspection, Late, List, Need, RequiredFields, RiskLevel, RiskLimits, Text, Tier, Votes, Window,
};
use facts::Facts;
use ladder::Ladder;
use words::Words;

/// The plugin.
pub struct RefundTiers;

impl Plugin for RefundTiers {
    type Config = Config;
    const NAME: &'static str = env!("CARGO_PKG_NAME");
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const DESCRIPTION: &'static str = env!("CARGO_PKG_DESCRIPTION");

    fn check(config: &Config) -> Vec<Violation> {
        check::check(config)
    }
}

impl RefundApproval for RefundTiers {
    fn evaluate(call: &Call<Config>, case: &CaseFile, request: &RefundRequest) -> Result<Decision, RuleError> {
        let facts = Facts::read(&call.config, call.now_ms(), case, request)?;
        Ok(decide(&facts, request.risk.as_ref(), Words::of(call.locale())))
    }
}

redress_sdk::export!(RefundTiers: RefundApproval);

fn decide(facts: &Facts, risk: Option<&Risk>, words: Words) -> Decision {
    let config = facts.config;
    let late: Vec<&Window> = config.windows.iter().filter(|window| facts.is_late(window)).collect();
    if let Some(window) = late.iter().find(|window| window.late == Late::Reject) {
        let message = window.message.clone().unwrap_or_else(|| words.late_message(window.days));
        return Decision::reject(message, words.join(&[words.refused_late(window.days)]));
    }
    let missing = facts.missing_fields();
    if !missing.is_empty() {
        let explanation = words.join(&[words.missing(&missing)]);
        return Decision::need_information(missing, explanation);
    }

    let mut people = Ladder::new(&config.role_order);
    let mut reasons = Vec::new();
    let mut tags = Vec::new();
    for window in late {
        people.need(&window.role, Votes::Any, false);
        reasons.push(words.late(window.days, &window.role));
    }
    by_amount(facts, words, &mut people, &mut reasons, &mut tags);
    by_risk(facts, risk, words, &mut people, &mut reasons);
    Decision { tags, ..Decision::new(people.verdict(), words.join(&reasons)) }
}

/// Automatic approval, else an inspection rule, else the tiers.
fn by_amount<'a>(facts: &Facts<'a>, words: Words, people: &mut Ladder<'a>, reasons: &mut Vec<String>, tags: &mut Vec<String>) {
    let (config, amount, currency) = (facts.config, facts.amount, facts.currency);
    if let Some(rule) = config.auto_approve.iter().find(|rule| facts.auto_approved(rule)) {
        reasons.push(words.auto_approved(rule.within_days));
        return;
    }
    if let Some((rule, below)) = config.inspection.iter().find_map(|rule| Some((rule, facts.inspected_below(rule)?))) {
        if amount < below {
            reasons.push(words.inspected(amount, below, currency));
        } else {
            people.need(&rule.role, rule.quorum, false);
            reasons.push(words.asked_before_inspection(amount, below, currency, &rule.role));
        }
        if !rule.tag.is_empty() {
            tags.push(rule.tag.to_string());
        }
        return;
    }
    let tiers = config.tiers.get(currency).map_or(&[][..], Vec::as_slice);
    let Some(at) = tiers.iter().position(|tier| tier.up_to.is_none_or(|up_to| amount <= up_to)) else {
        let need = &config.other_currencies;
        people.need(&need.role, need.quorum, need.with_report);
        reasons.push(words.no_tiers(currency, &need.role));
        return;
    };
    let tier = &tiers[at];
    if let Some(role) = &tier.role {
        people.need(role, tier.quorum, tier.with_report);
    }
    let above = at.checked_sub(1).and_then(|lower| tiers[lower].up_to);
    reasons.push(words.tier(amount, currency, above, tier));
}

/// A known score may send it up the ladder; an unknown one keeps it from being automatic.
fn by_risk<'a>(facts: &Facts<'a>, risk: Option<&Risk>, words: Words, people: &mut Ladder<'a>, reasons: &mut Vec<String>) {
    let limits = &facts.config.risk;
    match risk {
        None if people.is_empty() => {
            people.need(&limits.unknown_role, Votes::Any, false);
            reasons.push(words.risk_unknown(&limits.unknown_role));
        }
        None => {}
        Some(risk) => {
            if let Some(level) = limits.levels.iter().filter(|level| risk.score >= level.from).max_by_key(|level| level.from) {
                people.need(&level.role, Votes::Any, level.with_report);
                reasons.push(words.risky(risk.score, level.from, &level.role));
            }
        }
    }
}
