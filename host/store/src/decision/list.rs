//! Pages of decisions.

use redress_domain::decision::{Decision, Outcome};
use redress_domain::id::{BindingId, PluginId, TicketId};
use redress_domain::rule::Hook;

use super::find::{Row, SELECT, restore};
use crate::error::Result;
use crate::page::{Cursor, Page, push_page};
use crate::sql::{TenantTx, fetch_built};

/// Which decisions are wanted: those that meet every condition given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Ticket they were made for.
    pub ticket: Option<TicketId>,
    /// Hook that was asked.
    pub hook: Option<Hook>,
    /// Plugin that answered.
    pub plugin: Option<PluginId>,
    /// Binding that asked.
    pub binding: Option<BindingId>,
    /// How they ended.
    pub outcome: Option<Outcome>,
}

/// A page of decisions, newest first.
pub async fn list(tx: &mut TenantTx, filter: &Filter, page: &Page) -> Result<(Vec<Decision>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, Row, SELECT, |query| {
        query.push_bind(tenant);
        if let Some(ticket) = filter.ticket {
            query.push(" AND ticket_id = ").push_bind(ticket.as_uuid());
        }
        if let Some(hook) = filter.hook {
            query.push(" AND hook = ").push_bind(hook.as_str());
        }
        if let Some(plugin) = filter.plugin {
            query.push(" AND plugin_id = ").push_bind(plugin.as_uuid());
        }
        if let Some(binding) = filter.binding {
            query.push(" AND binding_id = ").push_bind(binding.as_uuid());
        }
        if let Some(outcome) = filter.outcome {
            query.push(" AND outcome = ").push_bind(outcome.as_str());
        }
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((restore(tx, rows).await?, next))
}
