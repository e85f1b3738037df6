//! What is done at certain times?

use redress_sdk::prelude::*;

use crate::{Config, {{Type}}};

impl Schedule for {{Type}} {
    fn due(call: &Call<Config>, case: &CaseFile, _tick: &Tick) -> Result<Vec<Intent>, RuleError> {
        let waited_minutes = (call.now_ms() - case.ticket.created_at_ms) / 60_000;
        let raised = matches!(case.ticket.priority, Priority::High | Priority::Urgent);
        if raised || waited_minutes <= i64::from(call.config.most_minutes) {
            return Ok(vec![]);
        }
        Ok(vec![Intent::SetPriority(Priority::High)])
    }
}

#[cfg(test)]
mod tests {
    use redress_sdk::testing::{FakeHost, NOW_MS, case};

    use super::*;
    use crate::config;

    const TICK: Tick = Tick { due_ms: NOW_MS, previous_ms: None };

    #[test]
    fn a_ticket_that_waited_too_long_is_raised_once() {
        let call = FakeHost::new().call(config());
        let mut late = case();
        late.ticket.created_at_ms = NOW_MS - (i64::from(config().most_minutes) + 1) * 60_000;
        assert_eq!({{Type}}::due(&call, &late, &TICK).unwrap(), [Intent::SetPriority(Priority::High)]);
        late.ticket.priority = Priority::High;
        assert_eq!({{Type}}::due(&call, &late, &TICK).unwrap(), []);
    }

    #[test]
    fn a_fresh_ticket_is_left_alone() {
        let call = FakeHost::new().call(config());
        let mut fresh = case();
        fresh.ticket.created_at_ms = NOW_MS;
        assert_eq!({{Type}}::due(&call, &fresh, &TICK).unwrap(), []);
    }
}
