//! `POST /departments`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::{DepartmentId, UserId};
use redress_domain::tenant::Department;
use redress_store::department;
use serde::Deserialize;
use utoipa::ToSchema;

use super::check::place;
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, Problem, WriteProblems, permit};
use crate::problem::check::name;

/// A department to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDepartment {
    /// Name, 1 to 100 characters, unique within the tenant; users and workflows name it so.
    #[schema(example = "物流部")]
    name: String,
    /// The department it is part of.
    parent: Option<DepartmentId>,
    /// Who leads it.
    lead: Option<UserId>,
}

/// Add a department.
#[utoipa::path(post, path = "/departments", tag = "departments", request_body = NewDepartment, params(IdempotencyHeader),
    responses((status = 201, body = Department), WriteProblems))]
pub async fn create_department(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    command: Command<NewDepartment>,
) -> Result<Response, Problem> {
    let NewDepartment { name: given, parent, lead } = command.body;
    let new = Department { id: app.new_id(DepartmentId::generate), version: 1, name: name("/name", given)?, parent, lead };
    let answer = command
        .idempotency
        .once(&caller, app.clock.now(), move |tx| {
            Box::pin(async move {
                place(tx, new.id, new.parent, new.lead).await?;
                department::insert(tx, &new).await?;
                Ok(Answer::created(new).version(1))
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(answer)
}
