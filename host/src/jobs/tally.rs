//! What a backtest adds up: what would have ended otherwise, the money that moves between tiers, holds, failures, fuel.

use std::collections::BTreeMap;
use std::time::Duration;

use redress_domain::Money;
use redress_domain::compare::{Consequence, Difference, consequence, difference};
use redress_domain::id::DecisionId;
use redress_domain::rule::{Answer, Question};
use redress_domain::ticket::Ticket;
use redress_sandbox::Call;
use serde_json::{Value, json};

use super::fold::Gather;
use super::histogram::Histogram;

/// Examples kept of each kind, to open.
const EXAMPLES: usize = 5;

/// Sums over many decisions.
#[derive(Debug, Default)]
pub(super) struct Tally {
    decisions: u64,
    /// Decisions whose record cannot be read.
    pub(super) unreadable: u64,
    differences: BTreeMap<Difference, u64>,
    flips: BTreeMap<(String, String), Heap>,
    tiers: BTreeMap<(String, String), Tier>,
    new_holds: Sum,
    released: Sum,
    faults: BTreeMap<String, Heap>,
    fuel: Histogram,
    duration: Histogram,
}

/// How many, and how much money.
#[derive(Debug, Default, Clone, Copy)]
struct Sum {
    decisions: u64,
    minor: i64,
}

impl Sum {
    fn add(&mut self, minor: i64) {
        self.decisions += 1;
        self.minor = self.minor.saturating_add(minor);
    }

    fn merge(&mut self, other: Self) {
        self.decisions += other.decisions;
        self.minor = self.minor.saturating_add(other.minor);
    }

    fn json(self) -> Value {
        json!({ "decisions": self.decisions, "amount_minor": self.minor })
    }
}

/// One outcome before and after.
#[derive(Debug, Default)]
struct Tier {
    before: Sum,
    after: Sum,
}

/// Decisions that changed in the same way.
#[derive(Debug, Default)]
struct Heap {
    sum: Sum,
    examples: Vec<Value>,
}

impl Tally {
    /// Adds one decision and what the candidate said about it.
    pub(super) fn add(&mut self, id: DecisionId, ticket: &Ticket, question: &Question, before: Option<&Answer>, call: &Call) {
        self.decisions += 1;
        self.fuel.add(call.fuel);
        self.duration.add(call.duration_us);
        let kind = difference(before, call.usable());
        *self.differences.entry(kind).or_default() += 1;
        let (was, is) = (consequence(question, before), consequence(question, call.usable()));
        self.count_tiers(&was, &is);
        if kind == Difference::NewFault {
            let message = call.fault.as_ref().map_or_else(|| call.outcome.to_string(), |fault| fault.message.clone());
            let heap = self.faults.entry(format!("{}: {message}", call.outcome)).or_default();
            heap.add(minor(&was), || json!({ "decision": id, "ticket": ticket.id, "number": ticket.number }));
        }
        if was.label == is.label && was.amount == is.amount {
            return;
        }
        match (was.label.as_str(), is.label.as_str()) {
            ("approve", "approve") => {}
            ("approve", _) => self.new_holds.add(minor(&was)),
            (_, "approve") => self.released.add(minor(&is)),
            _ => {}
        }
        let (amount_before, amount_after) = (was.amount, is.amount);
        let heap = self.flips.entry((was.label, is.label)).or_default();
        heap.add(amount_after.map_or(0, Money::minor), || {
            json!({ "decision": id, "ticket": ticket.id, "number": ticket.number, "amount_before": amount_before,
                "amount_after": amount_after, "explanation": explained(call.usable()) })
        });
    }

    fn count_tiers(&mut self, was: &Consequence, is: &Consequence) {
        let currency = |side: &Consequence| side.amount.map_or_else(String::new, |money| money.currency().to_string());
        self.tiers.entry((was.label.clone(), currency(was))).or_default().before.add(minor(was));
        self.tiers.entry((is.label.clone(), currency(is))).or_default().after.add(minor(is));
    }
}

impl Heap {
    fn add(&mut self, minor: i64, example: impl FnOnce() -> Value) {
        self.sum.add(minor);
        if self.examples.len() < EXAMPLES {
            self.examples.push(example());
        }
    }

    fn merge(&mut self, other: Self) {
        self.sum.merge(other.sum);
        let room = EXAMPLES - self.examples.len();
        self.examples.extend(other.examples.into_iter().take(room));
    }
}

impl Gather for Tally {
    fn done(&self) -> u64 {
        self.decisions + self.unreadable
    }

    fn merge(&mut self, other: Self) {
        self.decisions += other.decisions;
        self.unreadable += other.unreadable;
        for (kind, count) in other.differences {
            *self.differences.entry(kind).or_default() += count;
        }
        for (labels, heap) in other.flips {
            self.flips.entry(labels).or_default().merge(heap);
        }
        for (label, tier) in other.tiers {
            let mine = self.tiers.entry(label).or_default();
            mine.before.merge(tier.before);
            mine.after.merge(tier.after);
        }
        for (message, heap) in other.faults {
            self.faults.entry(message).or_default().merge(heap);
        }
        self.new_holds.merge(other.new_holds);
        self.released.merge(other.released);
        self.fuel.merge(other.fuel);
        self.duration.merge(other.duration);
    }

    fn report(&self, elapsed: Duration) -> Value {
        let mut flips: Vec<_> = self.flips.iter().collect();
        flips.sort_by_key(|(_, heap)| std::cmp::Reverse(heap.sum.decisions));
        let flips: Vec<Value> = flips
            .into_iter()
            .map(|((before, after), heap)| {
                json!({ "before": before, "after": after, "decisions": heap.sum.decisions, "amount_minor": heap.sum.minor, "examples": heap.examples })
            })
            .collect();
        let tiers: Vec<Value> = self
            .tiers
            .iter()
            .map(|((label, currency), tier)| {
                let delta = tier.after.minor.saturating_sub(tier.before.minor);
                json!({ "label": label, "currency": currency, "before": tier.before.json(), "after": tier.after.json(), "delta_minor": delta })
            })
            .collect();
        let faults: Vec<Value> = self
            .faults
            .iter()
            .map(|(message, heap)| json!({ "message": message, "decisions": heap.sum.decisions, "examples": heap.examples }))
            .collect();
        let differences: serde_json::Map<String, Value> =
            self.differences.iter().map(|(kind, count)| (kind.to_string(), json!(count))).collect();
        json!({
            "decisions": self.decisions, "unreadable": self.unreadable, "differences": differences, "flips": flips, "tiers": tiers,
            "new_holds": self.new_holds.json(), "released": self.released.json(), "new_faults": faults,
            "fuel": { "p50": self.fuel.percentile(50), "p99": self.fuel.percentile(99), "max": self.fuel.percentile(100) },
            "call_us": { "p50": self.duration.percentile(50), "p99": self.duration.percentile(99) },
            "elapsed_ms": u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX),
        })
    }
}

fn minor(side: &Consequence) -> i64 {
    side.amount.map_or(0, Money::minor)
}

fn explained(answer: Option<&Answer>) -> Option<&str> {
    match answer {
        Some(Answer::RefundApproval(decision)) => Some(&decision.explanation),
        Some(Answer::Routing(Some(route))) => Some(&route.reason),
        _ => None,
    }
}
