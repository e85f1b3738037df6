//! `/healthz`: the process runs. `/readyz`: it can serve.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::problem::{Code, Problem};

/// Always 200.
pub async fn live() -> &'static str {
    "ok\n"
}

/// 200 when the database answers and no shutdown has begun; else 503 `busy`, so that a load balancer looks elsewhere.
pub async fn ready(State(app): State<App>) -> Response {
    if app.stop.is_cancelled() {
        return Problem::new(Code::Busy, "the server is shutting down").into_response();
    }
    match app.store.ping().await {
        Ok(()) => (StatusCode::OK, "ready\n").into_response(),
        Err(error) => {
            tracing::error!(error = %error, "readiness: the database does not answer");
            Problem::new(Code::Busy, "the database does not answer").into_response()
        }
    }
}
