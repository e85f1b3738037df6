//! Things that people shall do about tickets.

use redress_domain::Timestamp;
use redress_domain::id::{TaskId, TicketId, UserId};
use redress_domain::task::Task;
use uuid::Uuid;

use crate::error::Result;
use crate::page::{Cursor, Page, push_page};
use crate::sql::column::{json, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_built, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct TaskRow {
    id: Uuid,
    ticket_id: Uuid,
    title: String,
    role: String,
    due_at: Option<Stamp>,
    created_by: String,
    created_at: Stamp,
    done_by: Option<Uuid>,
    done_at: Option<Stamp>,
}

impl TaskRow {
    fn into_task(self) -> Result<Task> {
        let id = TaskId::from_uuid(self.id);
        Ok(Task {
            id,
            ticket: TicketId::from_uuid(self.ticket_id),
            title: self.title,
            role: self.role,
            due_at: self.due_at.map(|at| at.0),
            created_by: json(&self.created_by, "task", "created_by", id)?,
            created_at: self.created_at.0,
            done_by: self.done_by.map(UserId::from_uuid),
            done_at: self.done_at.map(|at| at.0),
        })
    }
}

/// Adds tasks. Gathered.
pub async fn insert_many(tx: &mut TenantTx, tasks: &[Task]) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "task (tenant_id, id, ticket_id, title, role, due_at, created_by, created_at, done_by, done_at)", tasks, |values, t| {
        values.bind(tenant).bind(t.id.as_uuid()).bind(t.ticket.as_uuid()).bind(&t.title).bind(&t.role).bind(t.due_at.map(Stamp));
        values.bind(to_json(&t.created_by)).bind(Stamp(t.created_at)).bind(t.done_by.map(|id| id.as_uuid()));
        values.bind(t.done_at.map(Stamp));
    });
    Ok(())
}

/// The task with this id.
pub async fn find(tx: &mut TenantTx, id: TaskId) -> Result<Option<Task>> {
    let sql = "SELECT * FROM task WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, TaskRow, sql, tx.tenant, id.as_uuid())?.map(TaskRow::into_task).transpose()
}

/// Which tasks are wanted: those that meet every condition given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// About this ticket.
    pub ticket: Option<TicketId>,
    /// For this role.
    pub role: Option<String>,
    /// Not done yet.
    pub open: bool,
}

/// A page of tasks, newest first.
pub async fn list(tx: &mut TenantTx, filter: &Filter, page: &Page) -> Result<(Vec<Task>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, TaskRow, "SELECT * FROM task WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        if let Some(ticket) = filter.ticket {
            query.push(" AND ticket_id = ").push_bind(ticket.as_uuid());
        }
        if let Some(role) = &filter.role {
            query.push(" AND role = ").push_bind(role.clone());
        }
        if filter.open {
            query.push(" AND done_at IS NULL");
        }
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((rows.into_iter().map(TaskRow::into_task).collect::<Result<_>>()?, next))
}

/// Notes that a task was done. False when it was done already or does not exist.
pub async fn done(tx: &mut TenantTx, id: TaskId, by: UserId, at: Timestamp) -> Result<bool> {
    let sql = "UPDATE task SET done_by = $3, done_at = $4 WHERE tenant_id = $1 AND id = $2 AND done_at IS NULL";
    Ok(execute!(tx, sql, tx.tenant, id.as_uuid(), by.as_uuid(), Stamp(at))? > 0)
}
