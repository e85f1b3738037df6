//! `GET /audit`, `GET /tenants/audit`

use axum::Json;
use axum::extract::State;
use redress_domain::Timestamp;
use redress_domain::audit::{AuditRow, installation};
use redress_domain::id::UserId;
use redress_store::audit::{self, Filter};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::app::App;
use crate::http::auth::Operator;
use crate::http::page::{list, page};
use crate::http::{Can, List, PageQuery, Problem, Query, ReadProblems, permit};

/// Which rows: those that meet every condition given.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AuditQuery {
    /// What this user did.
    actor: Option<UserId>,
    /// What was done to this kind of thing, for example `users`.
    resource: Option<String>,
    /// What was done to the thing with this id.
    id: Option<String>,
    /// From this moment on.
    from: Option<Timestamp>,
    /// Before this moment.
    to: Option<Timestamp>,
    /// True: only what was refused; false: only what was done.
    refused: Option<bool>,
    /// Rows wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

impl AuditQuery {
    fn filter(self) -> Filter {
        Filter { user: self.actor, resource: self.resource, id: self.id, from: self.from, to: self.to, refused: self.refused }
    }
}

/// List the operation log, newest first.
///
/// Every change through the API, every change that was refused, and every use of a key that no longer works. A row of a change is
/// written in the transaction of the change. Bodies, query strings and secrets are never kept.
#[utoipa::path(get, path = "/audit", tag = "audit", params(AuditQuery), responses((status = 200, body = List<AuditRow>), ReadProblems))]
pub async fn list_audit(caller: Can<permit::AdminRead>, Query(query): Query<AuditQuery>) -> Result<Json<List<AuditRow>>, Problem> {
    let page = page(query.limit, query.after.as_deref())?;
    let filter = query.filter();
    Ok(list(caller.store.read(move |tx| Box::pin(async move { audit::list(tx, &filter, &page).await.map_err(Problem::from) })).await?))
}

/// List the uses of keys that no tenant knows, newest first.
///
/// Needs the operator's key.
#[utoipa::path(get, path = "/tenants/audit", tag = "tenants", params(PageQuery), responses((status = 200, body = List<AuditRow>), ReadProblems))]
pub async fn list_installation_audit(
    State(app): State<App>,
    _: Operator,
    Query(query): Query<PageQuery>,
) -> Result<Json<List<AuditRow>>, Problem> {
    let page = query.page()?;
    let store = app.store.tenant(installation());
    let rows = store.read(move |tx| Box::pin(async move { audit::list(tx, &Filter::default(), &page).await.map_err(Problem::from) }));
    Ok(list(rows.await?))
}
