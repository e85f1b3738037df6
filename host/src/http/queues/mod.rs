//! `/queues`: where tickets wait.

pub mod create;
pub mod list;
pub mod update;

use redress_domain::id::UserId;
use redress_store::{TenantTx, user};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::Problem;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_queues, create::create_queue)).routes(routes!(list::get_queue, update::update_queue))
}

/// Whoever leads a queue exists and may work.
async fn lead(tx: &mut TenantTx, id: Option<UserId>) -> Result<(), Problem> {
    let Some(id) = id else { return Ok(()) };
    match user::find(tx, id).await? {
        Some(user) if !user.disabled => Ok(()),
        _ => Err(Problem::invalid("/lead", format!("there is no user {id} who may work: name another"))),
    }
}
