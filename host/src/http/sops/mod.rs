//! `/sops`: standard operating procedures for anomalies (争议处理SOP, D8), those that ship and the shop's own, and walks through them.

pub mod read;
pub mod run;
pub mod write;

use redress_domain::sop::{Sop, by_key};
use redress_store::{TenantTx, sop};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::Problem;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list_sops, write::create_sop))
        .routes(routes!(read::get_sop, write::update_sop, write::delete_sop))
        .routes(routes!(read::get_ticket_sops, run::start_sop))
        .routes(routes!(read::get_sop_run))
        .routes(routes!(run::tick_sop))
}

/// The procedure of a key: the shop's own, else the one that ships.
async fn find(tx: &mut TenantTx, key: &str) -> Result<Option<Sop>, Problem> {
    Ok(sop::find_by_key(tx, key).await?.or_else(|| by_key(key)))
}
