//! Goods that come back: parcels, scans, inspections, offers, pick lists and what belongs to an article.

pub mod checklists;
pub mod inspections;
pub mod look;
pub mod offer;
pub mod parcels;
pub mod pick_lists;
pub mod scans;
pub mod send_back;
pub mod unidentified;
pub mod way;

use axum::response::Response;
use redress_domain::id::{AttachmentId, TenantId};
use redress_domain::timeline::Actor;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::auth::Caller;
use super::once::{Once, once};
use super::{Idempotency, IfMatch, Problem};
use crate::app::App;
use crate::problem::check::text_between;
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

/// Longest note, in characters.
const LONGEST: usize = 2_000;
/// Most photos of one thing.
const PHOTOS: usize = 20;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(parcels::announce_parcel))
        .routes(routes!(scans::list_scans, scans::scan_label))
        .routes(routes!(unidentified::list_unidentified_parcels))
        .routes(routes!(unidentified::assign_unidentified_parcel))
        .routes(routes!(inspections::inspect_goods))
        .routes(routes!(offer::answer_offer))
        .routes(routes!(send_back::send_goods_back))
        .routes(routes!(send_back::ship_goods_back))
        .routes(routes!(way::request_return))
        .routes(routes!(way::lose_parcel))
        .routes(routes!(way::find_parcel))
        .routes(routes!(look::get_ticket_warehouse))
        .routes(routes!(pick_lists::list_pick_lists, pick_lists::make_pick_list))
        .routes(routes!(pick_lists::note_picked))
        .routes(routes!(checklists::list_checklists))
        .routes(routes!(checklists::get_checklist, checklists::put_checklist))
}

/// Changes a ticket once and answers it as it stands then.
///
/// # Errors
/// What `think` says, 412 `stale_version`, 422 `idempotency_key_reused`.
pub async fn ticket<F>(
    app: &App,
    caller: &Caller,
    idempotency: Idempotency,
    expected: IfMatch,
    think: impl Fn(Workflow, TenantId, Actor) -> F,
) -> Result<Response, Problem>
where
    F: Future<Output = Result<Turn, Error>> + Send,
{
    once(app, caller, idempotency, expected.0.is_none(), || {
        let thought = think(app.workflow.clone(), caller.tenant.id, Actor::User(caller.user.id));
        async move { Once::ticket(thought.await?) }
    })
    .await
}

/// A note that may be empty and ends somewhere.
fn note(pointer: &str, text: String) -> Result<String, Problem> {
    text_between(pointer, text, 0, LONGEST)
}

/// Ids of attachments.
fn photos(pointer: &str, names: Vec<String>) -> Result<Vec<String>, Problem> {
    if names.len() > PHOTOS {
        return Err(Problem::invalid(pointer, format!("this takes at most {PHOTOS} photos and has {}", names.len())));
    }
    let strange = names.iter().position(|name| name.parse::<AttachmentId>().is_err());
    if let Some(at) = strange {
        let why = "a photo is the id of a file that was uploaded before: POST it to /attachments, which answers its id";
        return Err(Problem::invalid(format!("{pointer}/{at}"), why));
    }
    Ok(names)
}
