//! `GET /bindings`, `GET /bindings/{id}`

use axum::Json;
use redress_domain::id::BindingId;
use redress_domain::rule::Hook;
use redress_store::{TenantTx, binding, plugin};
use serde::Deserialize;
use utoipa::IntoParams;

use super::view::BindingView;
use crate::http::{Answer, Can, List, Path, Problem, Query, ReadProblems, permit};

/// Which bindings.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct BindingQuery {
    /// Only those of this hook.
    hook: Option<Hook>,
}

/// List all bindings, by hook and order.
#[utoipa::path(get, path = "/bindings", tag = "bindings", params(BindingQuery),
    responses((status = 200, body = List<BindingView>), ReadProblems))]
pub async fn list_bindings(caller: Can<permit::RuleRead>, Query(query): Query<BindingQuery>) -> Result<Json<List<BindingView>>, Problem> {
    let items = caller.store.read(move |tx| Box::pin(async move { all(tx, query.hook).await })).await?;
    Ok(Json(List { items, next: None }))
}

/// Get a binding.
#[utoipa::path(get, path = "/bindings/{id}", tag = "bindings", params(("id" = BindingId, Path)),
    responses((status = 200, body = BindingView), ReadProblems))]
pub async fn get_binding(caller: Can<permit::RuleRead>, Path(id): Path<BindingId>) -> Result<Answer<BindingView>, Problem> {
    Ok(caller.store.read(move |tx| Box::pin(async move { one(tx, id).await })).await?.answer())
}

/// All bindings with their plugins' names, by hook and order.
pub(super) async fn all(tx: &mut TenantTx, hook: Option<Hook>) -> Result<Vec<BindingView>, Problem> {
    let mut bindings = binding::list(tx, hook).await?;
    bindings.sort_by_key(|binding| (binding.hook, binding.order, binding.id));
    let mut views = Vec::with_capacity(bindings.len());
    for binding in bindings {
        // A tenant has tens of bindings, and this list is read by people.
        let plugin = plugin::find(tx, binding.plugin).await?.ok_or_else(|| Problem::not_found("plugin", binding.plugin))?;
        views.push(BindingView::new(binding, &plugin));
    }
    Ok(views)
}

/// One binding with its plugin's name.
pub(super) async fn one(tx: &mut TenantTx, id: BindingId) -> Result<BindingView, Problem> {
    let binding = binding::find(tx, id).await?.ok_or_else(|| Problem::not_found("binding", id))?;
    let plugin = plugin::find(tx, binding.plugin).await?.ok_or_else(|| Problem::not_found("plugin", binding.plugin))?;
    Ok(BindingView::new(binding, &plugin))
}
