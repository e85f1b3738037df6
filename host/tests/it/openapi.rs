//! The document describes what there is, and what there is is described.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use axum::http::Method;
use redress_domain::rule::Hook;
use redress_domain::ticket::TicketKind;
use serde_json::Value;

use crate::support::Server;

fn document() -> Value {
    serde_json::to_value(redress::http::document()).unwrap()
}

/// Every operation: method, path and the operation.
fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap().iter().filter(|(_, operation)| operation.get("responses").is_some()) {
            found.push((method.to_uppercase(), path.clone(), operation.clone()));
        }
    }
    found
}

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(target)) = map.get("$ref") {
                found.insert(target.clone());
            }
            map.values().for_each(|value| references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

fn schema_name(content: &Value) -> String {
    let schema = content.as_object().and_then(|types| types.values().next()).map(|media| &media["schema"]);
    let reference = schema.and_then(|schema| schema["$ref"].as_str());
    reference.and_then(|text| text.rsplit('/').next()).unwrap_or("-").to_owned()
}

#[test]
fn every_reference_resolves_and_every_operation_has_a_name_and_a_summary() {
    let document = document();
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")), "{}", document["openapi"]);
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    for target in found {
        let pointer = target.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{target} is missing");
    }
    let mut names = BTreeSet::new();
    for (method, path, operation) in operations(&document) {
        let name = operation["operationId"].as_str().unwrap();
        assert!(names.insert(name.to_owned()), "{name} is there twice");
        assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{method} {path} has no summary");
        assert!(operation["tags"].as_array().is_some_and(|tags| !tags.is_empty()), "{method} {path} has no tag");
        for parameter in path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')) {
            let described = operation["parameters"].as_array().is_some_and(|all| all.iter().any(|p| p["name"] == parameter));
            assert!(described, "{method} {path} does not describe {parameter}");
        }
    }
}

#[test]
fn names_in_the_document_are_the_names_on_the_wire() {
    let document = document();
    let named = |schema: &str| document["components"]["schemas"][schema]["enum"].clone();
    let hooks: Vec<&str> = Hook::ALL.iter().map(|hook| hook.as_str()).collect();
    assert_eq!(named("Hook"), serde_json::json!(hooks));
    let kinds: Vec<&str> = TicketKind::ALL.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(named("TicketKind"), serde_json::json!(kinds));
    assert_eq!(named("OrderStatus"), serde_json::json!(["created", "updated", "refused"]));
}

#[test]
fn the_operations_are_these() {
    let mut text = String::new();
    for (method, path, operation) in operations(&document()) {
        let body = operation.get("requestBody").map(|body| format!(" <- {}", schema_name(&body["content"]))).unwrap_or_default();
        let responses = operation["responses"].as_object().unwrap();
        let good = responses.iter().filter(|(status, _)| status.starts_with('2'));
        let good: Vec<String> = good.map(|(status, response)| format!("{status} {}", schema_name(&response["content"]))).collect();
        let bad: Vec<&str> = responses.keys().filter(|status| !status.starts_with('2')).map(String::as_str).collect();
        writeln!(text, "{method} {path}{body} -> {} | {}", good.join(", "), bad.join(" ")).unwrap();
    }
    insta::assert_snapshot!(text);
}

#[tokio::test]
async fn every_operation_is_routed_and_asks_for_a_key() {
    let server = Server::start().await;
    for (method, path, operation) in operations(&document()) {
        // Customers prove who they are in the body of some.
        if operation["security"] == serde_json::json!([{}]) {
            continue;
        }
        let path: Vec<&str> = path.split('/').map(|part| if part.starts_with('{') { "x" } else { part }).collect();
        let reply = server.send(Method::from_bytes(method.as_bytes()).unwrap(), &path.join("/"), "", &[], None).await;
        assert_eq!((reply.status.as_u16(), reply.code()), (401, "unauthenticated"), "{method} {}", path.join("/"));
    }
}

#[tokio::test]
async fn document_page_and_probes_are_served() {
    let server = Server::start().await;
    assert_eq!(server.get("/api/openapi.json", "").await.expect(200).body, document());
    let page = server.get("/api/docs/", "").await.expect(200);
    assert!(page.body.as_str().is_some_and(|html| html.contains("swagger")), "{}", page.body);
    server.get("/healthz", "").await.expect(200);
    server.get("/readyz", "").await.expect(200);
    server.get("/metrics", "").await.expect(200);
    server.app.stop.cancel();
    server.get("/readyz", "").await.expect(503);
}
