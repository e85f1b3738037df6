//! What else follows from an event?

use redress_sdk::prelude::*;

use crate::{Config, {{Type}}};

impl Automation for {{Type}} {
    fn react(call: &Call<Config>, case: &CaseFile, event: &Event) -> Result<Vec<Intent>, RuleError> {
        let watched = event.name == "ticket.created" && case.ticket.problem_type.as_deref() == Some(call.config.problem_type.as_str());
        if !watched {
            return Ok(vec![]);
        }
        Ok(vec![Intent::SetPriority(Priority::High), Intent::AddTag(call.config.problem_type.clone())])
    }
}

#[cfg(test)]
mod tests {
    use redress_sdk::testing::{CaseBuilder, FakeHost, case, event};

    use super::*;
    use crate::config;

    #[test]
    fn the_watched_problem_comes_first() {
        let call = FakeHost::new().call(config());
        let mut watched = CaseBuilder::new().build();
        watched.ticket.problem_type = Some(config().problem_type);
        let intents = {{Type}}::react(&call, &watched, &event("ticket.created")).unwrap();
        assert_eq!(intents[0], Intent::SetPriority(Priority::High));
    }

    #[test]
    fn other_events_and_problems_are_left_alone() {
        let call = FakeHost::new().call(config());
        assert_eq!({{Type}}::react(&call, &case(), &event("ticket.closed")).unwrap(), []);
        let mut other = case();
        other.ticket.problem_type = None;
        assert_eq!({{Type}}::react(&call, &other, &event("ticket.created")).unwrap(), []);
    }
}
