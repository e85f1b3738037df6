//! `GET /tickets/{id}/sla`

use std::collections::BTreeMap;

use axum::extract::State;
use redress_domain::Timestamp;
use redress_domain::id::{CalendarId, SlaPolicyId, TicketId};
use redress_domain::sla::{self, Change, Clock, Entry, Policy, PolicyRef, Subject, source};
use redress_domain::ticket::Ticket;
use redress_store::{TenantTx, customer, service_level, sla_policy, ticket};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::{Answer, Can, Path, Problem, ReadProblems, permit};
use crate::rules::Snapshot;

/// What is promised about a ticket, and where each promise stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct TicketClocks {
    /// The policy that holds now; null when none is for this ticket.
    policy: Option<PolicyName>,
    /// By when the next thing is owed that is still owed, by the policy or the platform; may be past. Null when nothing is, or
    /// the clock stands still.
    due_at: Option<Timestamp>,
    /// When the next step of an escalation is due.
    next_step_at: Option<Timestamp>,
    /// Every round of every promise, in the order in which they began.
    pub(in crate::http) clocks: Vec<Clock>,
}

/// A policy in short.
#[derive(Debug, Serialize, ToSchema)]
pub struct PolicyName {
    /// Redress id.
    id: SlaPolicyId,
    /// Its version.
    version: i64,
    /// What the merchant calls it.
    name: String,
    /// The business hours of targets that count them.
    calendar: CalendarId,
}

/// Read where the promises about a ticket stand.
///
/// What ended is judged by the policy that held then; what is open by the one that holds now, from the moment on at which it
/// was changed.
#[utoipa::path(get, path = "/tickets/{id}/sla", tag = "tickets", params(("id" = TicketId, Path)),
    responses((status = 200, body = TicketClocks), ReadProblems))]
pub async fn get_ticket_sla(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path(id): Path<TicketId>,
) -> Result<Answer<TicketClocks>, Problem> {
    let snapshot = app.rules.get(caller.tenant.id).await?;
    let (ticket, member_level, log, policies) = caller.store.read(move |tx| Box::pin(look(tx, id))).await?;
    let now = sla::reading_time(&log, app.clock.now());
    let version = ticket.version;
    Ok(Answer::ok(clocks(&snapshot, &ticket, member_level.as_deref(), &log, &policies, now)).version(version))
}

/// The policies that a log names.
pub(in crate::http) type Policies = BTreeMap<PolicyRef, Policy>;

/// Reads what [`clocks`] need.
///
/// # Errors
/// An unknown ticket, or the database.
pub(in crate::http) async fn look(tx: &mut TenantTx, id: TicketId) -> Result<(Ticket, Option<String>, Vec<Entry>, Policies), Problem> {
    let ticket = ticket::find(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
    let customer = match ticket.customer {
        Some(customer) => customer::find(tx, customer).await?,
        None => None,
    };
    let log = service_level::find(tx, id).await?.map(|record| record.log).unwrap_or_default();
    let mut policies = BTreeMap::new();
    for entry in &log {
        if let Change::PolicySelected { policy: Some(state) } = &entry.change
            && !policies.contains_key(state)
            && let Some(policy) = sla_policy::revision(tx, *state).await?
        {
            policies.insert(*state, policy);
        }
    }
    Ok((ticket, customer.and_then(|customer| customer.member_level), log, policies))
}

/// Where the promises about a ticket stand.
pub(in crate::http) fn clocks(
    snapshot: &Snapshot,
    ticket: &Ticket,
    member_level: Option<&str>,
    log: &[Entry],
    policies: &Policies,
    now: Timestamp,
) -> TicketClocks {
    let subject = Subject {
        kind: ticket.kind,
        queue: ticket.queue.and_then(|id| snapshot.queue_key(id)),
        priority: ticket.priority,
        member_level,
        channel: &ticket.channel,
        problem_type: ticket.problem_type.as_deref(),
    };
    let level = snapshot.levels.select(&subject);
    let mut log = sla::resolve(log, policies);
    let none = || Policy { name: String::new(), targets: Vec::new() };
    if ticket.axes.case.is_open() {
        // A change of the policy holds at once; the ticket's own log says so with its next entry.
        let policy = level.map_or_else(none, |level| level.policy.policy.clone());
        log.push(Entry { at: now, change: Change::PolicyChanged { policy } });
    }
    let calendar = level.map_or_else(source::office, |level| (*level.calendar).clone());
    let clocks = sla::measure(&none(), &calendar, &log, now);
    let due_at = clocks.iter().filter(|clock| clock.stopped.is_none()).filter_map(|clock| clock.due).min();
    let next_step_at = sla::steps(clocks.clone()).first().map(|step| step.at);
    let policy = level.map(|level| PolicyName {
        id: level.policy.id,
        version: level.policy.version,
        name: level.policy.policy.name.clone(),
        calendar: level.policy.calendar,
    });
    TicketClocks { policy, due_at, next_step_at, clocks }
}
