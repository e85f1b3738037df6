//! `GET /board`

use axum::Json;
use axum::extract::State;

use crate::app::App;
use crate::http::{Can, Problem, ReadProblems, permit};
use crate::reports::{Asker, BoardView, board};

/// Get the live board.
///
/// What is open now, how fast tickets of today are taken, which stage takes longest, and what passed its limit today.
#[utoipa::path(get, path = "/board", tag = "reports", responses((status = 200, body = BoardView), ReadProblems))]
pub async fn get_board(State(app): State<App>, caller: Can<permit::ReportRead>) -> Result<Json<BoardView>, Problem> {
    let snapshot = app.rules.get(caller.tenant.id).await?;
    let now = app.clock.now();
    let asker = Asker::of(&snapshot, now);
    Ok(Json(caller.store.read(move |tx| Box::pin(async move { board(tx, &asker, now).await })).await?))
}
