//! Wakes tickets whose clocks need somebody, and does what their policies say.
//!
//! A step is done at most once, however many nodes wake: what was done is in the ticket's log, and the log changes only together
//! with the ticket's version.

use std::collections::BTreeMap;

use futures_util::StreamExt as _;
use redress_domain::id::{TenantId, TicketId};
use redress_store::{Error as StoreError, service_level};

use super::poll::poll;
use crate::app::App;
use crate::workflow::Error;

/// Tickets claimed at once.
const BATCH: u32 = 500;
/// Tickets worked on at once when rules have a say; they take turns with those of requests.
const AT_ONCE: usize = 8;

/// Works until the server stops.
pub(super) async fn run(app: App) {
    poll(app, |app| async move { round(&app).await }).await;
}

/// Claims and works off one batch. True when there may be more.
pub async fn round(app: &App) -> bool {
    let now = app.clock.now();
    let until = now.plus(chrono::Duration::seconds(app.config.worker.lease_s.into()));
    let claimed = app.store.write(move |tx| Box::pin(async move { service_level::claim_due(tx, now, until, BATCH).await })).await;
    let due = match claimed {
        Ok(due) => due,
        Err(error) => {
            tracing::warn!(%error, "tickets whose clocks need somebody cannot be read; the next look tries again");
            return false;
        }
    };
    let full = u32::try_from(due.len()).is_ok_and(|count| count == BATCH);
    let mut by_tenant: BTreeMap<TenantId, Vec<TicketId>> = BTreeMap::new();
    for (tenant, ticket) in due {
        by_tenant.entry(tenant).or_default().push(ticket);
    }
    for (tenant, tickets) in by_tenant {
        many(app, tenant, tickets).await;
    }
    full
}

/// Works off tickets of one tenant together; those that cannot be, one by one.
async fn many(app: &App, tenant: TenantId, tickets: Vec<TicketId>) {
    let left = match app.workflow.escalate_many(tenant, tickets.clone()).await {
        Ok(looked) => {
            metrics::counter!("redress_service_levels_escalated_total").increment(looked.acted);
            looked.left
        }
        Err(error) => {
            // One ticket in the way must not hold the others up.
            tracing::debug!(tenant.id = %tenant, %error, "tickets are looked at one by one");
            tickets
        }
    };
    futures_util::stream::iter(left).for_each_concurrent(AT_ONCE, |ticket| one(app, tenant, ticket)).await;
}

async fn one(app: &App, tenant: TenantId, ticket: TicketId) {
    match app.workflow.escalate(tenant, ticket).await {
        Ok(true) => metrics::counter!("redress_service_levels_escalated_total").increment(1),
        // Nothing was due, or whoever changed the ticket meanwhile has noted when it is looked at next.
        Ok(false)
        | Err(Error::Raced { .. } | Error::Stale { .. } | Error::Store(StoreError::Stale { .. } | StoreError::NotUnique { .. })) => {}
        Err(error) => {
            tracing::warn!(tenant.id = %tenant, ticket.id = %ticket, %error, "the clocks of {ticket} were not looked at; it is tried again");
        }
    }
}
