//! `GET /bindings/{id}/history`

use axum::Json;
use redress_domain::Timestamp;
use redress_domain::binding::{Binding, Change, Revision, RevisionAction, changes};
use redress_domain::id::BindingId;
use redress_domain::timeline::Actor;
use redress_store::binding;
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::{Can, List, Path, Problem, ReadProblems, permit};

/// One state of a binding, and what it changed of the one before.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevisionView {
    /// Version of the binding.
    version: i64,
    /// When.
    at: Timestamp,
    /// Who.
    actor: Actor,
    /// What was done.
    action: RevisionAction,
    /// Why.
    reason: Option<String>,
    /// It was taken back.
    bad: bool,
    /// What it changed.
    changes: Vec<Change>,
    /// The binding as it was from then on.
    binding: Binding,
}

/// List every state of a binding, newest first: who made it, why, and what it changed.
#[utoipa::path(get, path = "/bindings/{id}/history", tag = "bindings", params(("id" = BindingId, Path)),
    responses((status = 200, body = List<RevisionView>), ReadProblems))]
pub async fn binding_history(caller: Can<permit::RuleRead>, Path(id): Path<BindingId>) -> Result<Json<List<RevisionView>>, Problem> {
    let history = caller.store.read(move |tx| Box::pin(async move { binding::revisions(tx, id).await })).await?;
    if history.is_empty() {
        return Err(Problem::not_found("binding", id));
    }
    let before: Vec<Option<serde_json::Value>> = history.iter().skip(1).map(|revision| Some(content(revision))).chain([None]).collect();
    let items = history.into_iter().zip(before).map(|(revision, before)| view(revision, before.as_ref())).collect();
    Ok(Json(List { items, next: None }))
}

fn view(revision: Revision, before: Option<&serde_json::Value>) -> RevisionView {
    let found = before.map_or_else(Vec::new, |before| changes(before, &content(&revision)));
    let Revision { binding, at, actor, action, reason, bad } = revision;
    RevisionView { version: binding.version, at, actor, action, reason, bad, changes: found, binding }
}

/// A binding without what changes every time.
fn content(revision: &Revision) -> serde_json::Value {
    let mut value = serde_json::to_value(&revision.binding).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        for name in ["version", "updated_at", "fallback"] {
            fields.remove(name);
        }
    }
    value
}
