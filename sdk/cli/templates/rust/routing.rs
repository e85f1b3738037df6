//! Who handles the ticket?

use redress_sdk::prelude::*;

use crate::{Config, {{Type}}};

impl Routing for {{Type}} {
    fn route(call: &Call<Config>, case: &CaseFile, desk: &Desk) -> Result<Option<RouteDecision>, RuleError> {
        let queue = call.config.queue.as_str();
        if desk.queue(queue).is_none() {
            call.warn("the configured queue does not exist", &[("queue", queue)]);
            return Ok(None);
        }
        let mut decision = RouteDecision::to_queue(queue, format!("{} tickets go to {queue}", case.ticket.kind.as_str()));
        // Whoever has the fewest open tickets; among equals the first by id, so that the answer repeats.
        if let Some(agent) = desk.free_agents(queue).min_by_key(|agent| (agent.open_tickets, &agent.id)) {
            decision = decision.with_assignee(&agent.id);
        }
        if case.member_level() == Some("vip") {
            decision = decision.with_priority(Priority::High);
        }
        Ok(Some(decision))
    }
}

#[cfg(test)]
mod tests {
    use redress_sdk::testing::{CaseBuilder, FakeHost, case, desk};

    use super::*;
    use crate::config;

    #[test]
    fn vips_go_to_a_free_agent_with_high_priority() {
        let call = FakeHost::new().call(config());
        let decision = {{Type}}::route(&call, &case(), &desk()).unwrap().unwrap();
        assert_eq!(decision.queue.as_deref(), Some("after_sales"));
        assert!(decision.assignee.is_some());
        assert_eq!(decision.priority, Some(Priority::High));
    }

    #[test]
    fn others_keep_their_priority() {
        let call = FakeHost::new().call(config());
        let case = CaseBuilder::new().member_level("normal").build();
        let decision = {{Type}}::route(&call, &case, &desk()).unwrap().unwrap();
        assert_eq!(decision.priority, None);
    }
}
