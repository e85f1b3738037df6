//! Tickets that belong to others.

use redress_domain::id::{TaskId, TicketId};
use redress_domain::link::Link;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_all, insert};

#[derive(sqlx::FromRow)]
struct LinkRow {
    parent_id: Uuid,
    child_id: Uuid,
    kind: String,
    task_id: Option<Uuid>,
    created_at: Stamp,
}

impl LinkRow {
    fn into_link(self) -> Result<Link> {
        let child = TicketId::from_uuid(self.child_id);
        Ok(Link {
            parent: TicketId::from_uuid(self.parent_id),
            child,
            kind: self.kind.parse().map_err(|_| Error::corrupt("ticket_link", "kind", child))?,
            task: self.task_id.map(TaskId::from_uuid),
            created_at: self.created_at.0,
        })
    }
}

/// Links two tickets. Gathered.
pub async fn insert(tx: &mut TenantTx, link: &Link) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "ticket_link (tenant_id, parent_id, child_id, kind, task_id, created_at)", [link], |values, l| {
        values.bind(tenant).bind(l.parent.as_uuid()).bind(l.child.as_uuid()).bind(l.kind.as_str());
        values.bind(l.task.map(|id| id.as_uuid())).bind(Stamp(l.created_at));
    });
    Ok(())
}

/// Every link of a ticket, whichever end it is; oldest first.
pub async fn of_ticket(tx: &mut TenantTx, ticket: TicketId) -> Result<Vec<Link>> {
    let sql = "SELECT parent_id, child_id, kind, task_id, created_at FROM ticket_link \
               WHERE tenant_id = $1 AND (parent_id = $2 OR child_id = $2) ORDER BY created_at, child_id";
    fetch_all!(tx, LinkRow, sql, tx.tenant, ticket.as_uuid())?.into_iter().map(LinkRow::into_link).collect()
}
