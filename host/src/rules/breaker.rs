//! Circuit breakers: a rule that fails again and again is not asked for a while, so that tickets do not wait for it.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use redress_domain::id::BindingId;

/// Failures in a row that open a breaker.
const FAILURES: u32 = 5;
/// How long it stays open before one call tries again.
const PAUSE: Duration = Duration::from_secs(30);

/// The breakers of one tenant, one for each state of each binding: a changed binding begins anew. Kept by each node for
/// itself; what a breaker saw is in the decisions, and guardrails make it last.
#[derive(Default)]
pub(super) struct Breakers {
    states: Mutex<HashMap<(BindingId, i64), State>>,
}

#[derive(Clone, Copy, Default)]
struct State {
    failures: u32,
    open_until: Option<Instant>,
}

impl Breakers {
    /// True when the rule may be asked. After the pause, one caller at a time may try.
    pub(super) fn admits(&self, rule: (BindingId, i64), now: Instant) -> bool {
        let mut states = self.states.lock();
        let Some(state) = states.get_mut(&rule) else { return true };
        match state.open_until {
            Some(until) if now < until => false,
            Some(_) => {
                state.open_until = Some(now + PAUSE);
                true
            }
            None => true,
        }
    }

    /// Notes how a call ended. True when this failure opened the breaker.
    pub(super) fn note(&self, rule: (BindingId, i64), ok: bool, now: Instant) -> bool {
        let mut states = self.states.lock();
        if ok {
            states.remove(&rule);
            return false;
        }
        let state = states.entry(rule).or_default();
        state.failures = state.failures.saturating_add(1);
        if state.failures < FAILURES {
            return false;
        }
        let opened = state.open_until.is_none();
        state.open_until = Some(now + PAUSE);
        opened
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use redress_domain::id::BindingId;

    #[test]
    fn five_failures_open_it_and_one_success_after_the_pause_closes_it() {
        let (breakers, begun) = (Breakers::default(), Instant::now());
        let rule = ("bnd_00000000000000000000000000000001".parse::<BindingId>().expect("an id"), 1);
        for number in 1..=FAILURES {
            assert!(breakers.admits(rule, begun));
            assert_eq!(breakers.note(rule, false, begun), number == FAILURES);
        }
        assert!(!breakers.admits(rule, begun));
        assert!(breakers.admits((rule.0, 2), begun), "a changed binding begins anew");
        let later = begun + PAUSE;
        assert!(breakers.admits(rule, later), "one tries again");
        assert!(!breakers.admits(rule, later), "the others wait for it");
        breakers.note(rule, true, later);
        assert!(breakers.admits(rule, later));
    }
}
