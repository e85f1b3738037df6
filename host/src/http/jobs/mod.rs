//! `/backtests`, `/replays`, `/jobs`: examinations of past decisions.

pub mod backtest;
pub mod events;
pub mod get;
pub mod replay;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(backtest::start_backtest, backtest::list_backtests))
        .routes(routes!(replay::start_replay, replay::list_replays))
        .routes(routes!(get::get_job))
        .routes(routes!(get::cancel_job))
        .routes(routes!(events::job_events))
}
