//! Tickets that go on under an older edition, and what would change if they took the newer one.

use redress_domain::id::{TenantId, TicketId};
use redress_domain::timeline::Actor;
use redress_flow::{Migration, preview};
use redress_store::flow_run;
use serde::Serialize;
use utoipa::ToSchema;

use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

/// A ticket that goes on under an older edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct Behind {
    /// The ticket.
    pub ticket: TicketId,
    /// What would change.
    pub migration: Migration,
}

impl Workflow {
    /// Tickets of a workflow that go on under another edition than `edition`, by id, after one of them, with what would change.
    ///
    /// # Errors
    /// When an edition cannot be used, or the database fails.
    pub async fn behind(
        &self,
        tenant: TenantId,
        key: &str,
        edition: u32,
        after: Option<TicketId>,
        limit: u32,
    ) -> Result<Vec<Behind>, Error> {
        let (to, wanted) = (self.rules.flow(tenant, key, edition).await?, key.to_owned());
        let store = self.tenant(tenant);
        let read = store.read(move |tx| Box::pin(async move { flow_run::behind(tx, &wanted, edition, after, limit).await }));
        let mut found = Vec::new();
        for stored in read.await? {
            let ticket = stored.ticket;
            if let Some(running) = self.running(tenant, Some(stored)).await? {
                found.push(Behind { ticket, migration: preview(&running.flow, &to, &running.run) });
            }
        }
        Ok(found)
    }

    /// Takes a ticket over to another edition. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// When there is no place for it in the edition, or the database fails.
    pub async fn migrate(&self, tenant: TenantId, actor: Actor, ticket: TicketId, key: &str, edition: u32) -> Result<Turn, Error> {
        let to = self.rules.flow(tenant, key, edition).await?;
        let facts = self.facts(tenant, ticket, actor).await?;
        self.think(facts, move |turn| turn.migrate_flow(to)).await
    }
}
