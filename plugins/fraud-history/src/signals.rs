//! The signals, one function each: what it looks at, and when it speaks.

use redress_sdk::prelude::*;

use crate::config::{Config, Similarity};
use crate::words::Words;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// Case states in which nobody works on a ticket any more.
const FINISHED: [&str; 6] = ["closed", "closed_expired", "completed", "cancelled", "merged", "refused_final"];

/// A case and what may be asked about it.
pub(crate) struct Scene<'a> {
    pub(crate) call: &'a Call<Config>,
    pub(crate) case: &'a CaseFile,
    pub(crate) words: Words,
}

impl Scene<'_> {
    /// D6, and open tickets: one look-up for both.
    pub(crate) fn past_claims(&self) -> Result<Vec<Signal>, RuleError> {
        let (config, mut signals) = (&self.call.config, Vec::new());
        let (repeat, open) = (&config.repeat, &config.open_tickets);
        if repeat.weight == 0 && open.weight == 0 {
            return Ok(signals);
        }
        let days = repeat.window_days.read(self.call, "/repeat/window_days")?;
        let mut claims = self.call.history().after_sales_within_days(days)?;
        claims.retain(|claim| config.kinds.contains(&claim.kind) && !config.ignored_states.contains(&claim.case_status));
        if repeat.weight > 0 {
            let limit = repeat.count.read(self.call, "/repeat/count")?;
            let similar = claims.iter().filter(|claim| self.is_similar(claim)).count();
            let count = u32::try_from(similar).unwrap_or(u32::MAX).saturating_add(u32::from(repeat.count_this));
            if count >= limit {
                signals.push(Signal::new("repeat_claims", repeat.weight, self.words.repeat(count, days)));
            }
        }
        if open.weight > 0 {
            let limit = open.count.read(self.call, "/open_tickets/count")?;
            let running = claims.iter().filter(|claim| !FINISHED.contains(&claim.case_status.as_str())).count();
            let count = u32::try_from(running).unwrap_or(u32::MAX);
            if count >= limit {
                signals.push(Signal::new("many_open_tickets", open.weight, self.words.open(count)));
            }
        }
        Ok(signals)
    }

    /// Refund rate, and an expensive first order: one look-up for both.
    pub(crate) fn sums(&self) -> Result<Vec<Signal>, RuleError> {
        let (config, mut signals) = (&self.call.config, Vec::new());
        let (rate, first) = (&config.refund_rate, &config.first_order);
        if rate.weight == 0 && first.weight == 0 {
            return Ok(signals);
        }
        let totals = self.call.history().totals()?;
        if rate.weight > 0 {
            let percent = rate.percent.read(self.call, "/refund_rate/percent")?;
            let enough = totals.orders >= rate.min_orders.read(self.call, "/refund_rate/min_orders")?;
            let (refunded, paid) = (i128::from(totals.refunded.minor), i128::from(totals.paid.minor));
            if enough && paid > 0 && refunded * 100 >= paid * i128::from(percent) {
                let share = u32::try_from(refunded * 100 / paid).unwrap_or(u32::MAX);
                signals.push(Signal::new("high_refund_rate", rate.weight, self.words.rate(share, &totals)));
            }
        }
        if first.weight > 0
            && let Some(order) = self.case.order.as_ref().filter(|_| totals.orders <= 1)
            && let Some(&least) = first.at_least.get(&order.paid.currency)
            && order.paid.minor >= least
        {
            signals.push(Signal::new("expensive_first_order", first.weight, self.words.first_order(&order.paid)));
        }
        Ok(signals)
    }

    /// A claim right after the delivery, or long after it. Measured at the creation of the ticket, so that a later
    /// question gets the same answer.
    pub(crate) fn timing(&self) -> Result<Vec<Signal>, RuleError> {
        let (config, mut signals) = (&self.call.config, Vec::new());
        let Some(delivered) = self.case.order.as_ref().and_then(|order| order.delivered_at_ms) else { return Ok(signals) };
        let passed = self.case.ticket.created_at_ms.saturating_sub(delivered);
        // A claim from before the delivery is no sign of anything: parcels get lost.
        if passed < 0 {
            return Ok(signals);
        }
        if config.soon.weight > 0 {
            let minutes = config.soon.minutes.read(self.call, "/soon/minutes")?;
            if passed <= i64::from(minutes) * MINUTE_MS {
                signals.push(Signal::new("claim_right_after_delivery", config.soon.weight, self.words.soon(passed / MINUTE_MS)));
            }
        }
        if config.late.weight > 0 {
            let days = config.late.days.read(self.call, "/late/days")?;
            if passed > i64::from(days) * DAY_MS {
                signals.push(Signal::new("claim_long_after_delivery", config.late.weight, self.words.late(passed / DAY_MS)));
            }
        }
        Ok(signals)
    }

    /// A tag on the customer that warns.
    pub(crate) fn known(&self) -> Option<Signal> {
        let known = &self.call.config.known;
        let tag = self.case.customer.as_ref()?.tags.iter().find(|tag| known.tags.contains(tag))?;
        (known.weight > 0).then(|| Signal::new("known_tag", known.weight, self.words.known(tag)))
    }

    fn is_similar(&self, claim: &AfterSaleSummary) -> bool {
        let ticket = &self.case.ticket;
        self.call.config.repeat.similar_by.iter().any(|by| match by {
            Similarity::Sku => ticket.lines.iter().any(|line| !line.sku.is_empty() && claim.skus.contains(&line.sku)),
            Similarity::Reason => ticket.lines.iter().any(|line| claim.reasons.contains(&line.reason)),
            Similarity::ProblemType => ticket.problem_type.is_some() && ticket.problem_type == claim.problem_type,
            Similarity::Kind => ticket.kind == claim.kind,
        })
    }
}
