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
    /// By what followed before and after, and by currency.
    flips: BTreeMap<(String, String, String), Heap>,
    /// By what follows, and by currency.
    tiers: BTreeMap<(String, String), Tier>,
    /// By currency.
    new_holds: BTreeMap<String, Sum>,
    released: BTreeMap<String, Sum>,
    /// By message and currency.
    faults: BTreeMap<(String, String), Heap>,
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

    /// The sums of each currency.
    fn by_currency(sums: &BTreeMap<String, Self>) -> Vec<Value> {
        let one =
            |(currency, sum): (&String, &Self)| json!({ "currency": currency, "decisions": sum.decisions, "amount_minor": sum.minor });
        sums.iter().map(one).collect()
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
            let heap = self.faults.entry((format!("{}: {message}", call.outcome), currency(&was))).or_default();
            heap.add(minor(&was), || json!({ "decision": id, "ticket": ticket.id, "number": ticket.number }));
        }
        if was.label == is.label && was.amount == is.amount {
            return;
        }
        match (was.label.as_str(), is.label.as_str()) {
            ("approve", "approve") => {}
            ("approve", _) => self.new_holds.entry(currency(&was)).or_default().add(minor(&was)),
            (_, "approve") => self.released.entry(currency(&is)).or_default().add(minor(&is)),
            _ => {}
        }
        let (amount_before, amount_after) = (was.amount, is.amount);
        let money = currency(if is.amount.is_some() { &is } else { &was });
        let heap = self.flips.entry((was.label, is.label, money)).or_default();
        heap.add(amount_after.map_or(0, Money::minor), || {
            json!({ "decision": id, "ticket": ticket.id, "number": ticket.number, "amount_before": amount_before,
                "amount_after": amount_after, "explanation": explained(call.usable()) })
        });
    }

    fn count_tiers(&mut self, was: &Consequence, is: &Consequence) {
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
        for (currency, sum) in other.new_holds {
            self.new_holds.entry(currency).or_default().merge(sum);
        }
        for (currency, sum) in other.released {
            self.released.entry(currency).or_default().merge(sum);
        }
        self.fuel.merge(other.fuel);
        self.duration.merge(other.duration);
    }

    fn report(&self, elapsed: Duration) -> Value {
        let mut flips: Vec<_> = self.flips.iter().collect();
        flips.sort_by_key(|(_, heap)| std::cmp::Reverse(heap.sum.decisions));
        let flips: Vec<Value> = flips
            .into_iter()
            .map(|((before, after, currency), heap)| {
                json!({ "before": before, "after": after, "currency": currency, "decisions": heap.sum.decisions, "amount_minor": heap.sum.minor, "examples": heap.examples })
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
            .map(|((message, currency), heap)| {
                json!({ "message": message, "currency": currency, "decisions": heap.sum.decisions, "amount_minor": heap.sum.minor,
                    "examples": heap.examples })
            })
            .collect();
        let differences: serde_json::Map<String, Value> =
            self.differences.iter().map(|(kind, count)| (kind.to_string(), json!(count))).collect();
        json!({
            "decisions": self.decisions, "unreadable": self.unreadable, "differences": differences, "flips": flips, "tiers": tiers,
            "new_holds": Sum::by_currency(&self.new_holds), "released": Sum::by_currency(&self.released), "new_faults": faults,
            "fuel": { "p50": self.fuel.percentile(50), "p99": self.fuel.percentile(99), "max": self.fuel.percentile(100) },
            "call_us": { "p50": self.duration.percentile(50), "p99": self.duration.percentile(99) },
            "elapsed_ms": u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX),
        })
    }
}

/// The currency of what followed; empty when no money did.
fn currency(side: &Consequence) -> String {
    side.amount.map_or_else(String::new, |money| money.currency().to_string())
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
