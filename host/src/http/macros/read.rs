//! `GET /macros`, `GET /macros/{key}`

use axum::Json;
use redress_domain::macros::Macro;
use redress_store::macros;

use crate::http::{Answer, Can, List, Path, Problem, ReadProblems, permit};

/// List all macros by key.
#[utoipa::path(get, path = "/macros", tag = "macros", responses((status = 200, body = List<Macro>), ReadProblems))]
pub async fn list_macros(caller: Can<permit::TicketRead>) -> Result<Json<List<Macro>>, Problem> {
    let items = caller.store.read(|tx| Box::pin(async move { macros::list(tx).await.map_err(Problem::from) })).await?;
    // A shop has tens of macros; they are one page.
    Ok(Json(List { items, next: None }))
}

/// Get a macro.
#[utoipa::path(get, path = "/macros/{key}", tag = "macros", params(("key" = String, Path)),
    responses((status = 200, body = Macro), ReadProblems))]
pub async fn get_macro(caller: Can<permit::TicketRead>, Path(key): Path<String>) -> Result<Answer<Macro>, Problem> {
    let wanted = key.clone();
    let found = caller.store.read(move |tx| Box::pin(async move { macros::find_by_key(tx, &wanted).await.map_err(Problem::from) })).await?;
    let found = found.ok_or_else(|| Problem::not_found("macro", key))?;
    let version = found.version;
    Ok(Answer::ok(found).version(version))
}
