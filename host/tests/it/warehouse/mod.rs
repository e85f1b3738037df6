//! Goods that come back, from the label to the money (D4, D5, D6, D7, D11, Z10, Z23).

mod faults;
mod story;
mod unknown;
mod way;

use serde_json::{Value, json};

use crate::shop::{Shop, request};
use crate::support::Reply;

/// What the device of D7 costs, and its missing part.
const PAID: i64 = 28_800;
const PART: i64 = 3_500;

/// A return that a supervisor has approved.
async fn approved(shop: &Shop, name: &str) -> Value {
    let ticket = shop.submit(request("return_refund", name, PAID)).await.expect(201).body;
    shop.act(&ticket, "approve", &shop.supervisor, json!({"opinion": "同意"})).await.expect(200).body
}

/// A shop whose device has a filter set, 35 yuan.
async fn with_checklist() -> Shop {
    let shop = Shop::open().await;
    let parts = json!({"parts": [{"code": "filter", "name": "滤网组件", "quantity": 1, "price": cny(PART)}]});
    shop.server.put("/api/v1/checklists/FEEDER-1", &shop.agent, parts).await.expect(200);
    shop
}

fn cny(minor: i64) -> Value {
    json!({"minor": minor, "currency": "CNY"})
}

async fn announce(shop: &Shop, ticket: &Value, number: &str) -> Reply {
    shop.act(ticket, "parcels", &shop.agent, json!({"tracking_number": number, "carrier": "顺丰"})).await
}

async fn scan(shop: &Shop, raw: &str) -> Reply {
    shop.server.post("/api/v1/scans", &shop.warehouse, json!({"raw": raw, "station": "gate 2"})).await
}

/// One unit as it should be.
fn good(ticket: &Value) -> Value {
    json!({"line": ticket["lines"][0]["id"], "good": 1, "placements": [{"quantity": 1, "grade": "b", "disposition": "restock"}]})
}

fn without_filter(ticket: &Value) -> Value {
    let mut line = good(ticket);
    line["missing_parts"] = json!([{"code": "filter", "quantity": 1}]);
    line
}

async fn inspect(shop: &Shop, ticket: &Value, line: Value) -> Reply {
    shop.server.clock.advance_ms(1_000);
    shop.act(ticket, "inspections", &shop.warehouse, json!({"lines": [line]})).await
}

/// An approved return that has come, whose filter is missing.
async fn on_hold(shop: &Shop, name: &str) -> Value {
    let ticket = approved(shop, name).await;
    announce(shop, &ticket, &format!("SF{name}0001")).await.expect(201);
    scan(shop, &format!("sf{name}0001\r")).await.expect(201);
    inspect(shop, &ticket, without_filter(&ticket)).await.expect(201).body
}

async fn look(shop: &Shop, ticket: &Value) -> Value {
    shop.server.get(&format!("/api/v1/tickets/{}/warehouse", ticket["id"].as_str().unwrap()), &shop.agent).await.expect(200).body
}

fn axes(ticket: &Value) -> (&str, &str, &str) {
    (ticket["case"].as_str().unwrap(), ticket["goods"].as_str().unwrap(), ticket["money"].as_str().unwrap())
}

/// State and amount of the instructions that are not cancelled.
async fn live(shop: &Shop, ticket: &Value) -> Vec<(String, i64)> {
    let all = shop.instructions(ticket).await;
    let live = all.iter().filter(|i| i["state"] != "cancelled");
    live.map(|i| (i["state"].as_str().unwrap().to_owned(), i["amount"]["minor"].as_i64().unwrap())).collect()
}

async fn ledger(shop: &Shop, ticket: &Value) -> Vec<Value> {
    let path = format!("/api/v1/tickets/{}/settlements", ticket["id"].as_str().unwrap());
    shop.server.get(&path, &shop.finance).await.expect(200).body["items"].as_array().unwrap().clone()
}

async fn timeline(shop: &Shop, ticket: &Value) -> Vec<String> {
    let path = format!("/api/v1/tickets/{}/timeline?limit=200", ticket["id"].as_str().unwrap());
    let entries = shop.server.get(&path, &shop.agent).await.expect(200).body;
    entries["items"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap().to_owned()).collect()
}
