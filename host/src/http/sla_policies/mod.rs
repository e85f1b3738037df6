//! `/sla-policies`: what is promised to which tickets.

pub mod create;
pub mod delete;
pub mod list;
pub mod update;

use redress_domain::id::CalendarId;
use redress_domain::sla::{Action, Goal, Policy, Selection};
use redress_store::{TenantTx, calendar, queue, role};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::calendars::split;
use crate::http::{Fault, Problem};
use crate::problem::check::name;

/// Most targets of a policy, and steps of a target: every change of a ticket measures them.
const MOST: usize = 50;

/// A policy as people write it.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyDraft {
    /// Place among the policies; the lowest that is for a ticket holds. 100 when left out.
    #[serde(default = "hundred")]
    order: i32,
    /// False to switch it off.
    #[serde(default = "yes")]
    enabled: bool,
    /// Business hours of the targets that count them.
    calendar: CalendarId,
    /// Which tickets it is for; every one when left out.
    #[serde(default)]
    applies_to: Selection,
    /// The promises.
    policy: Policy,
}

const fn hundred() -> i32 {
    100
}

const fn yes() -> bool {
    true
}

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_sla_policies, create::create_sla_policy)).routes(routes!(
        list::get_sla_policy,
        update::update_sla_policy,
        delete::delete_sla_policy
    ))
}

/// A policy that can be used as it is: its calendar is there and open when it must be, its roles and queues exist.
async fn checked(tx: &mut TenantTx, mut draft: PolicyDraft) -> Result<PolicyDraft, Problem> {
    draft.policy.name = name("/policy/name", draft.policy.name)?;
    let Some(hours) = calendar::find(tx, draft.calendar).await? else {
        return Err(Problem::invalid("/calendar", format!("there is no calendar {}: create it or name another", draft.calendar)));
    };
    let mut faults: Vec<Fault> = draft.policy.check(&hours.calendar).iter().map(|finding| below(split(&finding.to_string()))).collect();
    most(&mut faults, "/policy/targets", draft.policy.targets.len());
    let roles: Vec<String> = role::list(tx).await?.into_iter().map(|role| role.name).collect();
    let queues: Vec<String> = queue::list(tx).await?.into_iter().map(|queue| queue.key).collect();
    for (i, key) in draft.applies_to.queues.iter().enumerate().filter(|(_, key)| !queues.contains(key)) {
        faults.push(Fault::at(format!("/applies_to/queues/{i}"), format!("there is no queue '{key}': create it or name another")));
    }
    for (i, target) in draft.policy.targets.iter().enumerate() {
        let path = format!("/policy/targets/{i}");
        most(&mut faults, &format!("{path}/steps"), target.steps.len());
        if let Goal::Queue { queue } = &target.goal
            && queue.is_empty()
        {
            faults.push(Fault::at(format!("{path}/goal/queue"), "name a queue by its key"));
        }
        for (j, step) in target.steps.iter().enumerate() {
            for (k, action) in step.actions.iter().enumerate() {
                let at = format!("{path}/steps/{j}/actions/{k}");
                match action {
                    Action::TellRole { role, .. } if !roles.contains(role) => {
                        faults.push(Fault::at(format!("{at}/role"), format!("there is no role '{role}': create it or name another")));
                    }
                    Action::Emit { event } if !is_event(event) => {
                        faults.push(Fault::at(format!("{at}/event"), "an event is 1 to 64 lower-case letters, digits, '_' and '.'"));
                    }
                    _ => {}
                }
            }
        }
    }
    if faults.is_empty() { Ok(draft) } else { Err(Problem::invalid_all(faults)) }
}

fn below(mut fault: Fault) -> Fault {
    fault.pointer.insert_str(0, "/policy");
    fault
}

fn most(faults: &mut Vec<Fault>, pointer: &str, count: usize) {
    if count > MOST {
        faults.push(Fault::at(pointer, format!("there are {count}; keep at most {MOST}")));
    }
}

fn is_event(name: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'.');
    (1..=64).contains(&name.len()) && name.bytes().all(allowed)
}
