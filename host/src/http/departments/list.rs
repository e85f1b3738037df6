//! `GET /departments`, `GET /departments/{id}`

use axum::Json;
use redress_domain::id::DepartmentId;
use redress_domain::tenant::Department;
use redress_store::department;

use crate::http::{Answer, Can, List, Path, Problem, ReadProblems, permit};

/// List all departments by name.
#[utoipa::path(get, path = "/departments", tag = "departments", responses((status = 200, body = List<Department>), ReadProblems))]
pub async fn list_departments(caller: Can<permit::TicketRead>) -> Result<Json<List<Department>>, Problem> {
    let items = caller.store.read(|tx| Box::pin(async move { department::list(tx).await.map_err(Problem::from) })).await?;
    // A shop has tens of departments; they are one page.
    Ok(Json(List { items, next: None }))
}

/// Get a department.
#[utoipa::path(get, path = "/departments/{id}", tag = "departments", params(("id" = DepartmentId, Path)),
    responses((status = 200, body = Department), ReadProblems))]
pub async fn get_department(caller: Can<permit::TicketRead>, Path(id): Path<DepartmentId>) -> Result<Answer<Department>, Problem> {
    let found = caller.store.read(move |tx| Box::pin(async move { department::find(tx, id).await.map_err(Problem::from) })).await?;
    let department = found.ok_or_else(|| Problem::not_found("department", id))?;
    let version = department.version;
    Ok(Answer::ok(department).version(version))
}
