//! What a turn needs of workflows before it begins.

use std::sync::Arc;

use redress_domain::definition::Noun;
use redress_domain::id::TenantId;
use redress_domain::ticket::TicketKind;
use redress_flow::Flow;
use redress_store::flow_run::StoredRun;

use super::Running;
use crate::rules::{DrawingError, Snapshot};
use crate::workflow::{Error, Workflow};

impl Workflow {
    /// A stored run in the edition that it is pinned to.
    ///
    /// # Errors
    /// When the edition or the run cannot be used, or the database fails.
    pub async fn running(&self, tenant: TenantId, stored: Option<StoredRun>) -> Result<Option<Running>, Error> {
        let Some(StoredRun { ticket, round, definition, edition, content, .. }) = stored else { return Ok(None) };
        let flow = self.rules.flow(tenant, &definition, edition).await?;
        let run = serde_json::from_value(content).map_err(|error| DrawingError::Unusable {
            noun: Noun::Workflow,
            key: definition,
            edition,
            why: format!("the run of {ticket} cannot be read: {error}"),
        })?;
        Ok(Some(Running { flow, run, round, stored: true }))
    }

    /// The workflow that a new ticket of a kind begins. One that this server cannot use keeps no ticket out.
    pub(in crate::workflow) async fn begins(&self, snapshot: &Snapshot, kind: TicketKind) -> Option<Arc<Flow>> {
        let drawing = snapshot.drawing(Noun::Workflow, kind)?;
        let tenant = snapshot.tenant.id;
        match self.rules.flow(tenant, &drawing.key, drawing.published?).await {
            Ok(flow) => Some(flow),
            Err(error) => {
                tracing::error!(tenant.id = %tenant, workflow = drawing.key, %error, "a ticket goes on without its workflow: {error}");
                None
            }
        }
    }
}
