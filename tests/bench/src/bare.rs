//! A dry run of a rule over HTTP, beside a handler that takes the same body and gives the same answer without doing anything.

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Bytes;
use axum::http::header;
use axum::routing::post;
use redress_tests::component;
use redress_tests::load::{Plan, Report as Load};
use redress_tests::server::{Options, Server};
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use crate::call::CASE;
use crate::report::Report;
use crate::{CONNECTIONS, other, report};

/// About as long as the answer of a dry run.
const ANSWER: &[u8] = &[b' '; 900];

/// Measures both.
pub(crate) async fn run(report: &mut Report) -> Result<()> {
    let server = Server::start(Options::default().with("REDRESS__LOG__FILTER", "warn")).await?;
    let tenant = Tenant::create(&server).await?;
    let plugin = tenant.upload(component::stock("refund-tiers")?).await?;
    let body = body(&plugin)?;
    let key = tenant.owner.key().unwrap_or_default();
    let (_bare, address) = other::Role::start("bare")?;
    for connections in CONNECTIONS {
        let ours = ask(&format!("127.0.0.1:{}", server.port()), "/api/v1/hooks/refund-approval/evaluate", key, &body, connections)?;
        let bare = ask(&address, "/", key, &body, connections)?;
        report.load(&format!("evaluate, {connections:>2} connections"), "", &ours);
        let figure = format!("{:.0}/s; the server reaches {:.0} %", bare.per_second, ours.per_second / bare.per_second * 100.0);
        report.figure(&format!("  a bare handler, {connections:>2} connections"), &figure, "", &json!(bare));
    }
    Ok(())
}

fn ask(address: &str, path: &str, key: &str, body: &Value, connections: u32) -> Result<Load> {
    other::load(&Plan {
        address: address.to_owned(),
        connections,
        warm_up: 500,
        millis: 4_000,
        most: 1_000_000,
        method: "POST".into(),
        path: path.to_owned(),
        headers: vec![format!("authorization: Bearer {key}"), "content-type: application/json".into()],
        body: body.to_string(),
        first: 0,
        status: 200,
    })
}

/// A dry run of a refund rule on the sample case.
pub(crate) fn body(plugin: &Value) -> Result<Value> {
    let case: Value = serde_json::from_str(CASE)?;
    let amount = json!({"minor": 28_800, "currency": "CNY"});
    Ok(json!({"plugin": plugin["id"].as_str().context("a plugin has an id")?, "config": {}, "case": case, "input": {
        "requested": amount, "net": amount, "refunded_before": {"minor": 0, "currency": "CNY"}, "risk": {"score": 12, "signals": []}
    }}))
}

/// The bare handler's process: prints its address, then serves until it is ended.
pub(crate) async fn serve() -> Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    report::line(&listener.local_addr()?.to_string());
    let handler = |body: Bytes| async move {
        std::hint::black_box(body.len());
        ([(header::CONTENT_TYPE, "application/json")], ANSWER)
    };
    axum::serve(listener, Router::new().route("/", post(handler))).await?;
    Ok(())
}
