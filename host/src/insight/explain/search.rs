//! Finds the nearest value at which something else follows: steps that grow fourfold until it does, then halving.

use std::time::{Duration, Instant};

use redress_domain::rule::{Answer, CaseFile, Question};
use serde_json::Value;
use std::sync::Arc;

use super::effect::Effect;
use super::input::Input;
use super::knob::Scale;

/// How much may be asked for one explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Most calls.
    pub calls: u32,
    /// Most time; the last call may end after it.
    pub time: Duration,
}

impl Default for Budget {
    /// What a person waits for.
    fn default() -> Self {
        Self { calls: 1000, time: Duration::from_secs(2) }
    }
}

/// By how much steps grow.
const GROWTH: i64 = 4;

/// Asks the rule about changed inputs, as often as it may.
pub(super) struct Asker<'a, A> {
    input: &'a Input,
    ask: A,
    budget: Budget,
    begun: Instant,
    /// Calls made.
    pub(super) calls: u32,
    /// Why no more calls are made.
    pub(super) stopped: Option<&'static str>,
}

impl<'a, A: FnMut(&Arc<CaseFile>, &Question) -> Option<Answer>> Asker<'a, A> {
    /// The time begins to run.
    pub(super) fn new(input: &'a Input, budget: Budget, ask: A) -> Self {
        Self { input, ask, budget, begun: Instant::now(), calls: 0, stopped: None }
    }

    /// What follows from a changed document; `None` when it is no possible input, or no call is left.
    pub(super) fn effect(&mut self, changed: &Value) -> Option<Effect> {
        let (case, question) = self.input.read(changed)?;
        if self.calls >= self.budget.calls {
            self.stopped = Some("all calls were used");
        } else if self.begun.elapsed() >= self.budget.time {
            self.stopped = Some("the time was used up");
        }
        if self.stopped.is_some() {
            return None;
        }
        self.calls += 1;
        let answer = (self.ask)(&Arc::new(case), &question);
        Some(Effect::of(&question, answer.as_ref()))
    }

    /// The nearest value of a scale, upwards or downwards, from which on something else follows, and what. Between two steps
    /// there may be nearer ones, when a rule goes back and forth.
    pub(super) fn threshold(&mut self, scale: &Scale, base: &Effect, upwards: bool) -> Option<(i64, Effect)> {
        let document = &self.input.document;
        let end = if upwards { scale.high } else { scale.low };
        let (mut same, mut step) = (scale.now, 1_i64);
        loop {
            let target = if upwards { same.saturating_add(step).min(end) } else { same.saturating_sub(step).max(end) };
            if (upwards && target <= same) || (!upwards && target >= same) {
                return None;
            }
            let reached = self.possible_until(scale, same, target);
            if reached == same {
                return None;
            }
            let effect = self.effect(&scale.set(document, reached)?)?;
            if differs(scale, base, &effect) {
                return self.halve(scale, base, same, (reached, effect));
            }
            if reached != target {
                return None;
            }
            (same, step) = (reached, step.saturating_mul(GROWTH));
        }
    }

    fn halve(&mut self, scale: &Scale, base: &Effect, mut same: i64, mut other: (i64, Effect)) -> Option<(i64, Effect)> {
        while same.abs_diff(other.0) > 1 {
            let middle = same + (other.0 - same) / 2;
            match self.effect(&scale.set(&self.input.document, middle)?) {
                Some(effect) if differs(scale, base, &effect) => other = (middle, effect),
                Some(_) => same = middle,
                // Not a possible input: what lies beyond it is.
                None if self.stopped.is_none() => same = middle,
                None => return None,
            }
        }
        Some(other)
    }

    /// The furthest possible input on the way from a possible one to `target`. Asks nothing.
    fn possible_until(&self, scale: &Scale, from: i64, target: i64) -> i64 {
        let possible = |value| scale.set(&self.input.document, value).is_some_and(|changed| self.input.read(&changed).is_some());
        if possible(target) {
            return target;
        }
        let (mut good, mut bad) = (from, target);
        while good.abs_diff(bad) > 1 {
            let middle = good + (bad - good) / 2;
            if possible(middle) { good = middle } else { bad = middle }
        }
        good
    }
}

/// What a rule keeps back of an amount follows the amount: there, only another label counts.
fn differs(scale: &Scale, base: &Effect, effect: &Effect) -> bool {
    let follows = scale.pointer.starts_with("/input/") && matches!(scale.unit, super::knob::Unit::Money(_));
    effect.label != base.label || (!follows && effect.kept != base.kept)
}
