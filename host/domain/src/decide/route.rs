//! Routing: the first answer in order wins.

use super::{Asked, Failure};
use crate::decision::Outcome;
use crate::rule::{Desk, Hook, Route};

/// What the routing rules said together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteOutcome {
    /// Where the ticket goes; `None` means the default queue.
    pub route: Option<Route>,
    /// Rules that failed, or named a queue or person that the desk does not have.
    pub failures: Vec<Failure>,
}

/// Takes the first answer that names only queues and people of the desk.
pub fn route(asked: &[Asked<Option<Route>>], desk: &Desk) -> RouteOutcome {
    let mut failures = Vec::new();
    for one in asked {
        match &one.result {
            Ok(None) => {}
            Ok(Some(route)) => match stranger(route, desk) {
                None => return RouteOutcome { route: Some(route.clone()), failures },
                Some(message) => failures.push(Failure {
                    hook: Hook::Routing,
                    plugin: one.plugin.clone(),
                    version: one.version.clone(),
                    outcome: Outcome::InvalidOutput,
                    message,
                }),
            },
            Err(failure) => failures.push(failure.clone()),
        }
    }
    RouteOutcome { route: None, failures }
}

/// Names the queue or person that the desk does not have.
fn stranger(route: &Route, desk: &Desk) -> Option<String> {
    if let Some(key) = route.queue.as_ref().filter(|key| !desk.queues.iter().any(|q| q.key == **key)) {
        return Some(format!("the rule routed to queue '{key}', which does not exist: create the queue or change the configuration"));
    }
    let id = route.assignee.as_ref().filter(|id| !desk.agents.iter().any(|a| a.id == **id))?;
    Some(format!("the rule assigned '{id}', who does not work at this desk: change the configuration"))
}
