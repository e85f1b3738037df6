//! `PATCH /departments/{id}`

use axum::extract::State;
use redress_domain::id::{DepartmentId, UserId};
use redress_domain::tenant::Department;
use redress_store::{Error, department};
use serde::Deserialize;
use utoipa::ToSchema;

use super::check::place;
use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Answer, Can, ChangeProblems, IfMatch, Json, Path, Problem, permit};
use crate::problem::check::{name, nullable};

/// What to change of a department; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DepartmentChange {
    /// Name, 1 to 100 characters. Stays while users, tasks or workflows name the department, because they name it so.
    name: Option<String>,
    /// The department it is part of; null for none.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<DepartmentId>)]
    #[expect(clippy::option_option, reason = "left out, null and a department differ")]
    parent: Option<Option<DepartmentId>>,
    /// Who leads it; null for nobody.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<UserId>)]
    #[expect(clippy::option_option, reason = "left out, null and a person differ")]
    lead: Option<Option<UserId>>,
}

/// Change a department.
#[utoipa::path(patch, path = "/departments/{id}", tag = "departments", request_body = DepartmentChange,
    params(("id" = DepartmentId, Path), IfMatchHeader), responses((status = 200, body = Department), ChangeProblems))]
pub async fn update_department(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(id): Path<DepartmentId>,
    if_match: IfMatch,
    Json(change): Json<DepartmentChange>,
) -> Result<Answer<Department>, Problem> {
    let wanted = change.name.map(|text| name("/name", text)).transpose()?;
    let changed = caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let found = department::find(tx, id).await?.ok_or_else(|| Problem::not_found("department", id))?;
                if_match.check("department", id, found.version)?;
                let changed = Department {
                    version: found.version + 1,
                    name: wanted.unwrap_or_else(|| found.name.clone()),
                    parent: change.parent.unwrap_or(found.parent),
                    lead: change.lead.unwrap_or(found.lead),
                    ..found
                };
                place(tx, id, changed.parent, change.lead.flatten()).await?;
                if changed.name != found.name && department::is_used(tx, &found).await? {
                    return Err(Error::InUse { what: "department", id: found.name }.into());
                }
                department::update(tx, &changed, found.version).await?;
                Ok::<_, Problem>(changed)
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    let version = changed.version;
    Ok(Answer::ok(changed).version(version))
}
