//! `GET /decisions`

use axum::response::{IntoResponse as _, Response};
use redress_domain::decision::Outcome;
use redress_domain::id::{BindingId, PluginId, TicketId};
use redress_domain::rule::Hook;
use redress_store::decision;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::http::page::{list, page};
use crate::http::{Can, List, Problem, Query, ReadProblems, permit};
use crate::workflow::view::DecisionItem;

/// Which decisions: those that meet every condition given.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DecisionQuery {
    /// Ticket they were made for.
    ticket: Option<TicketId>,
    /// Hook that was asked.
    hook: Option<Hook>,
    /// Plugin that was asked.
    plugin: Option<PluginId>,
    /// Binding that asked.
    binding: Option<BindingId>,
    /// How the call ended.
    outcome: Option<Outcome>,
    /// Rows wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

/// List decisions, newest first.
#[utoipa::path(get, path = "/decisions", tag = "decisions", params(DecisionQuery),
    responses((status = 200, body = List<DecisionItem>), ReadProblems))]
pub async fn list_decisions(caller: Can<permit::RuleRead>, Query(query): Query<DecisionQuery>) -> Result<Response, Problem> {
    let page = page(query.limit, query.after.as_deref())?;
    let DecisionQuery { ticket, hook, plugin, binding, outcome, .. } = query;
    let filter = decision::Filter { ticket, hook, plugin, binding, outcome };
    let (decisions, next) =
        caller.store.read(move |tx| Box::pin(async move { decision::list(tx, &filter, &page).await.map_err(Problem::from) })).await?;
    let items: Vec<_> = decisions.iter().map(DecisionItem::of).collect();
    Ok(list((items, next)).into_response())
}
