//! `/metrics` in the text format of Prometheus.

use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use metrics_exporter_prometheus::PrometheusHandle;
use redress_store::outbox;

use crate::app::App;
use crate::telemetry;

/// Everything counted since the start, and what waits now.
pub async fn render(State(app): State<App>) -> impl IntoResponse {
    // Without the database the other numbers are wanted all the more, so its failure is told and the page served.
    let depth = app.store.read(|tx| Box::pin(async move { outbox::depth(tx).await })).await;
    let depth = depth.inspect_err(|error| tracing::warn!(%error, "the depth of the outbox is missing from /metrics: {error}")).ok();
    telemetry::gauges(depth, app.store.connections(), app.sandbox.loaded());
    let text = app.metrics.as_ref().map(PrometheusHandle::render).unwrap_or_default();
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text)
}
