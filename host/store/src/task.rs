//! Things that people shall do about tickets.

use std::collections::BTreeMap;

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
    node: Option<String>,
    due_at: Option<Stamp>,
    created_by: String,
    created_at: Stamp,
    done_by: Option<Uuid>,
    done_at: Option<Stamp>,
}

impl TaskRow {
    fn into_task(self, holders: Vec<String>) -> Result<Task> {
        let id = TaskId::from_uuid(self.id);
        Ok(Task {
            id,
            ticket: TicketId::from_uuid(self.ticket_id),
            title: self.title,
            role: self.role,
            holders,
            node: self.node,
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
    insert!(
        tx,
        "task (tenant_id, id, ticket_id, title, role, node, due_at, created_by, created_at, done_by, done_at)",
        tasks,
        |values, t| {
            values.bind(tenant).bind(t.id.as_uuid()).bind(t.ticket.as_uuid()).bind(&t.title).bind(&t.role).bind(&t.node);
            values.bind(t.due_at.map(Stamp)).bind(to_json(&t.created_by)).bind(Stamp(t.created_at));
            values.bind(t.done_by.map(|id| id.as_uuid())).bind(t.done_at.map(Stamp));
        }
    );
    hold(tx, tasks).await
}

async fn hold(tx: &mut TenantTx, tasks: &[Task]) -> Result<()> {
    let tenant = tx.tenant;
    let held: Vec<_> = tasks.iter().flat_map(|task| task.holders.iter().map(|holder| (task.id, holder))).collect();
    insert!(
        tx,
        "task_holder (tenant_id, task_id, holder)",
        held,
        |values, (task, holder)| {
            values.bind(tenant).bind(task.as_uuid()).bind(holder);
        },
        " ON CONFLICT (tenant_id, holder, task_id) DO NOTHING"
    );
    Ok(())
}

/// Gives a task that is not done to others.
pub async fn hand(tx: &mut TenantTx, task: &Task) -> Result<()> {
    execute!(tx, "DELETE FROM task_holder WHERE tenant_id = $1 AND task_id = $2", tx.tenant, task.id.as_uuid())?;
    hold(tx, std::slice::from_ref(task)).await
}

/// The task with this id.
pub async fn find(tx: &mut TenantTx, id: TaskId) -> Result<Option<Task>> {
    let sql = "SELECT * FROM task WHERE tenant_id = $1 AND id = $2";
    let Some(row) = fetch_optional!(tx, TaskRow, sql, tx.tenant, id.as_uuid())? else { return Ok(None) };
    let mut held = holders(tx, &[row.id]).await?;
    let held = held.remove(&row.id).unwrap_or_default();
    row.into_task(held).map(Some)
}

/// Who may do each of some tasks.
async fn holders(tx: &mut TenantTx, ids: &[Uuid]) -> Result<BTreeMap<Uuid, Vec<String>>> {
    let mut held: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    if ids.is_empty() {
        return Ok(held);
    }
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, (Uuid, String), "SELECT task_id, holder FROM task_holder WHERE tenant_id = ", |query| {
        query.push_bind(tenant).push(" AND task_id IN (");
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(*id);
        }
        query.push(") ORDER BY task_id, holder");
    })?;
    for (task, holder) in rows {
        held.entry(task).or_default().push(holder);
    }
    Ok(held)
}

/// Which tasks are wanted: those that meet every condition given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// About this ticket.
    pub ticket: Option<TicketId>,
    /// For this role.
    pub role: Option<String>,
    /// For any of these holders: what is on somebody's list.
    pub holders: Option<Vec<String>>,
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
        if let Some(holders) = &filter.holders {
            query.push(" AND id IN (SELECT task_id FROM task_holder WHERE tenant_id = ").push_bind(tenant).push(" AND holder IN (");
            let mut list = query.separated(", ");
            for holder in holders {
                list.push_bind(holder.clone());
            }
            query.push("))");
        }
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    let mut held = holders(tx, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let tasks = rows.into_iter().map(|row| {
        let held = held.remove(&row.id).unwrap_or_default();
        row.into_task(held)
    });
    Ok((tasks.collect::<Result<_>>()?, next))
}

/// Notes that a task was done, or by nobody when it is no longer needed. False when it was done already or does not exist.
pub async fn done(tx: &mut TenantTx, id: TaskId, by: Option<UserId>, at: Timestamp) -> Result<bool> {
    let sql = "UPDATE task SET done_by = $3, done_at = $4 WHERE tenant_id = $1 AND id = $2 AND done_at IS NULL";
    Ok(execute!(tx, sql, tx.tenant, id.as_uuid(), by.map(|by| by.as_uuid()), Stamp(at))? > 0)
}
