//! `GET /events`

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use redress_domain::id::TicketId;
use serde::Serialize;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::Instant;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::{Can, Problem, ReadProblems, permit};
use crate::live::Told;

/// A stream ends after so long, and whoever connects again is asked for their key again.
const LONGEST: Duration = Duration::from_mins(10);

/// A ticket that changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct TicketChange {
    /// Redress id.
    id: TicketId,
    /// The number people use.
    number: String,
    /// Its version now.
    version: i64,
}

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(watch))
}

/// Watch the shop: server-sent events (HTML Living Standard §9.2).
///
/// `hello` at once; `ticket` for every ticket that is new or changes, with its `id`, `number` and `version` as JSON, within about a
/// second; `many` when so much happened that lists are best read anew. The stream ends after ten minutes: connect again, and read anew
/// what you show, because what happened meanwhile is not told.
#[utoipa::path(get, path = "/events", tag = "events",
    responses((status = 200, content_type = "text/event-stream", body = TicketChange), ReadProblems))]
pub async fn watch(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let receiver = app.live.watch(&app, caller.tenant.id);
    let watching = Watching { app, receiver, until: Instant::now() + LONGEST, greeted: false };
    Ok(Sse::new(stream::unfold(watching, next)).keep_alive(KeepAlive::default()))
}

struct Watching {
    app: App,
    receiver: Receiver<Told>,
    until: Instant,
    greeted: bool,
}

async fn next(mut watching: Watching) -> Option<(Result<Event, Infallible>, Watching)> {
    if !watching.greeted {
        watching.greeted = true;
        return Some((Ok(Event::default().event("hello").data("{}")), watching));
    }
    let told = tokio::select! {
        () = watching.app.stop.cancelled() => return None,
        () = tokio::time::sleep_until(watching.until) => return None,
        told = watching.receiver.recv() => told,
    };
    let event = match told {
        Ok(Told::Ticket(one)) => {
            Event::default().event("ticket").json_data(TicketChange { id: one.id, number: one.number, version: one.version }).ok()?
        }
        Ok(Told::Many) | Err(RecvError::Lagged(_)) => Event::default().event("many").data("{}"),
        Err(RecvError::Closed) => return None,
    };
    Some((Ok(event), watching))
}
