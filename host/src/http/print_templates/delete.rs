//! `DELETE /print-templates/{key}`

use axum::http::StatusCode;
use redress_store::print_template;

use crate::http::openapi::IfMatchHeader;
use crate::http::{Can, ChangeProblems, IfMatch, Path, Problem, permit};

/// Delete a template of the tenant's own.
///
/// When it took the place of a shipped one, that one is printed again.
#[utoipa::path(delete, path = "/print-templates/{key}", tag = "print", params(("key" = String, Path), IfMatchHeader),
    responses((status = 204, description = "Deleted"), ChangeProblems))]
pub async fn delete_print_template(
    caller: Can<permit::AdminWrite>,
    Path(key): Path<String>,
    if_match: IfMatch,
) -> Result<StatusCode, Problem> {
    caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let present =
                    print_template::find(tx, &key).await?.ok_or_else(|| Problem::not_found("print template of your own", &key))?;
                if_match.check("print template", &key, present.version)?;
                Ok::<_, Problem>(print_template::delete(tx, &key).await?)
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
