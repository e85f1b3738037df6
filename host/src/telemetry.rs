//! Logs and metrics: names are set here and nowhere else.

use std::time::Duration;

use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use redress_domain::rule::Hook;
use redress_sandbox::Call;
use redress_store::outbox::Depth;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::{Log, LogFormat};

const REQUESTS: &str = "redress_http_requests_total";
const REQUEST_SECONDS: &str = "redress_http_request_duration_seconds";
const CALLS: &str = "redress_rule_calls_total";
const FUEL: &str = "redress_rule_call_fuel";
const CALL_SECONDS: &str = "redress_rule_call_seconds";
const OUTBOX: &str = "redress_outbox_messages";
const CONNECTIONS: &str = "redress_database_connections";
const RULES: &str = "redress_rules_loaded";

const SECONDS: &[f64] = &[0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];
const CALL: &[f64] = &[0.000_01, 0.000_025, 0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5];
const FUEL_UNITS: &[f64] = &[1e4, 3e4, 1e5, 3e5, 1e6, 3e6, 1e7, 3e7, 1e8];

/// Starts the log on standard error. A second call changes nothing, so that tests may call it.
pub fn start_log(log: &Log) {
    let filter = EnvFilter::try_new(&log.filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let registry = tracing_subscriber::registry().with(filter);
    let layer = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    // A subscriber that is already there is another test's, or the embedding program's: leave it.
    let _ = match log.format {
        LogFormat::Json => registry.with(layer.json().flatten_event(true).with_current_span(true).with_span_list(false)).try_init(),
        LogFormat::Text => registry.with(layer.with_ansi(false)).try_init(),
    };
}

/// Starts the metrics of the process.
///
/// # Errors
/// When the process has metrics already.
pub fn start_metrics() -> Result<PrometheusHandle, BuildError> {
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Full(REQUEST_SECONDS.to_owned()), SECONDS)?
        .set_buckets_for_metric(Matcher::Full(CALL_SECONDS.to_owned()), CALL)?
        .set_buckets_for_metric(Matcher::Full(FUEL.to_owned()), FUEL_UNITS)?
        .install_recorder()?;
    describe_counter!(REQUESTS, "Requests by method, route and status.");
    describe_histogram!(REQUEST_SECONDS, "Time to answer by method and route.");
    describe_counter!(CALLS, "Rule calls by hook and outcome.");
    describe_histogram!(FUEL, "Fuel of rule calls by hook.");
    describe_histogram!(CALL_SECONDS, "Wall time of rule calls by hook.");
    describe_gauge!(CONNECTIONS, "Database connections at work, and their limit.");
    describe_gauge!(RULES, "Compiled rules in memory.");
    describe_gauge!(OUTBOX, "Messages that wait or were given up, by state.");
    Ok(handle)
}

/// Counts one request.
pub fn request(method: &str, route: &str, status: u16, took: Duration) {
    let (method, route) = (method.to_owned(), route.to_owned());
    counter!(REQUESTS, "method" => method.clone(), "route" => route.clone(), "status" => status.to_string()).increment(1);
    histogram!(REQUEST_SECONDS, "method" => method, "route" => route).record(took);
}

/// Counts one rule call.
pub fn rule_call(hook: Hook, call: &Call) {
    let hook = hook.as_str();
    counter!(CALLS, "hook" => hook, "outcome" => call.outcome.as_str()).increment(1);
    #[expect(clippy::cast_precision_loss, reason = "a histogram needs no more than 53 bits")]
    histogram!(FUEL, "hook" => hook).record(call.fuel as f64);
    histogram!(CALL_SECONDS, "hook" => hook).record(Duration::from_micros(call.duration_us));
}

/// Sets what is only known at the moment of asking: messages that wait or were given up, connections at work, rules in memory.
#[expect(clippy::cast_precision_loss, reason = "a gauge needs no more than 53 bits")]
pub fn gauges(depth: Option<Depth>, connections: (usize, usize), rules: usize) {
    if let Some(Depth { pending, dead }) = depth {
        gauge!(OUTBOX, "state" => "pending").set(pending);
        gauge!(OUTBOX, "state" => "dead").set(dead);
    }
    gauge!(CONNECTIONS, "state" => "in_use").set(connections.0 as f64);
    gauge!(CONNECTIONS, "state" => "limit").set(connections.1 as f64);
    gauge!(RULES).set(rules as f64);
}
