//! Rules react to events: what they want is done within their grants, what may not be done is told, and no chain is endless.

use redress::workflow::turn::Ticked;
use redress_domain::id::{BindingId, TenantId, TicketId};
use redress_domain::rule::Tick;
use serde_json::{Value, json};

use crate::shop::{Shop, request};

fn table(hook: &str, inputs: &Value, outputs: &Value, rows: &Value) -> Value {
    json!({"name": "跟进", "hook": hook, "hit": "collect", "inputs": inputs, "outputs": outputs, "rows": rows})
}

/// Big refunds come first, get a task, and try to reach a queue that does not exist.
fn follow_up() -> Value {
    table(
        "automation",
        &json!([{"label": "事件", "expression": "event.name", "type": "text"}]),
        &json!(["priority", "add_tags", "task", "task_role", "queue", "set.checked", "notify_role", "notify_text"]),
        &json!([{"id": "new", "when": ["ticket.created"],
            "then": ["high", "big", "look at it", "supervisor", "nowhere", "true", "supervisor", "a new one"]}]),
    )
}

async fn timeline(shop: &Shop, ticket: &Value) -> Vec<Value> {
    let path = format!("/api/v1/tickets/{}/timeline", ticket["id"].as_str().unwrap());
    shop.server.get(&path, &shop.agent).await.expect(200).body["items"].as_array().unwrap().clone()
}

fn entry<'a>(timeline: &'a [Value], kind: &str) -> &'a Value {
    timeline.iter().find(|entry| entry["kind"] == kind).unwrap_or_else(|| panic!("no {kind} in {timeline:#?}"))
}

#[tokio::test]
async fn what_an_automation_wants_is_done_and_the_rest_is_told() {
    let shop = Shop::open().await;
    shop.bind("automation", "decision-table", follow_up()).await;
    let ticket = shop.submit(request("refund_only", "auto", 28_800)).await.expect(201).body;
    assert_eq!((&ticket["priority"], &ticket["tags"], &ticket["fields"]["checked"]), (&json!("high"), &json!(["big"]), &json!(true)));
    let entries = timeline(&shop, &ticket).await;
    let refused = &entry(&entries, "automation.refused")["data"]["refused"];
    assert!(refused[0]["why"].as_str().unwrap().contains("nowhere"), "{refused}");
    let done = entry(&entries, "automation.done");
    assert_eq!(done["actor"], json!({"type": "rule", "id": "decision-table"}));

    let tasks = shop.server.get("/api/v1/tasks?role=supervisor&open=true", &shop.supervisor).await.expect(200).body;
    let task = &tasks["items"][0];
    assert_eq!((&task["title"], &task["ticket"]), (&json!("look at it"), &ticket["id"]));
    let path = format!("/api/v1/tasks/{}/done", task["id"].as_str().unwrap());
    let finished = shop.server.post(&path, &shop.supervisor, json!({})).await.expect(200).body;
    assert!(finished["done_at"].is_string());
    assert_eq!(shop.server.post(&path, &shop.supervisor, json!({})).await.expect(409).code(), "not_allowed_now");
    let changed = shop.act(&ticket, "transfer", &shop.agent, json!({"queue": "default", "reason": "x"})).await;
    assert!(changed.status.is_success(), "the ticket goes on: {}", changed.body);
}

#[tokio::test]
async fn what_was_not_granted_is_not_done() {
    let shop = Shop::open().await;
    let bound = shop.bind("automation", "decision-table", follow_up()).await;
    let path = format!("/api/v1/bindings/{}", bound["id"].as_str().unwrap());
    let grants = json!({"grants": ["intent:add_tag", "parameters"]});
    shop.server.patch(&path, &shop.server.owner, &[], grants).await.expect(200);
    let ticket = shop.submit(request("refund_only", "granted", 28_800)).await.expect(201).body;
    assert_eq!((&ticket["priority"], &ticket["tags"]), (&json!("normal"), &json!(["big"])));
    let entries = timeline(&shop, &ticket).await;
    let refused = entry(&entries, "automation.refused")["data"]["refused"].as_array().unwrap().clone();
    let names: Vec<&str> = refused.iter().map(|one| one["why"].as_str().unwrap().rsplit(' ').next().unwrap()).collect();
    assert_eq!(names, ["intent:set_field", "intent:set_priority", "intent:notify", "intent:transfer", "intent:add_task"]);

    // A canary in its place has its own grants, neither more nor less.
    let canary = json!({"hook": "automation", "plugin": "decision-table", "config": follow_up(), "mode": "canary", "percent": 100,
        "replaces": bound["id"], "grants": ["intent:set_priority"]});
    shop.server.post("/api/v1/bindings", &shop.server.owner, canary).await.expect(201);
    let ticket = shop.submit(request("refund_only", "canary", 28_800)).await.expect(201).body;
    assert_eq!((&ticket["priority"], &ticket["tags"]), (&json!("high"), &json!([])));
}

#[tokio::test]
async fn a_rule_that_answers_itself_is_stopped() {
    let shop = Shop::open().await;
    let ping_pong = table(
        "automation",
        &json!([{"label": "标签", "expression": "ticket.tags", "type": "list"}]),
        &json!(["add_tags", "remove_tags"]),
        &json!([{"id": "on", "when": ["not(ping)"], "then": ["ping", ""]}, {"id": "off", "when": ["ping"], "then": ["", "ping"]}]),
    );
    shop.bind("automation", "decision-table", ping_pong).await;
    let ticket = shop.submit(request("refund_only", "loop", 28_800)).await.expect(201).body;
    let entries = timeline(&shop, &ticket).await;
    let stopped = entry(&entries, "automation.stopped");
    assert_eq!(stopped["data"]["rounds"], 8);
    let asked = ticket["decisions"].as_array().unwrap().iter().filter(|one| one["hook"] == "automation").count();
    assert!((8..64).contains(&asked), "{asked} calls");
}

#[tokio::test]
async fn a_timetable_asks_about_each_ticket_and_writes_only_what_changes() {
    let shop = Shop::open().await;
    let waiting = table(
        "schedule",
        &json!([{"label": "已等待", "expression": "ticket.age", "type": "duration"}, {"label": "优先级", "expression": "ticket.priority", "type": "text"}]),
        &json!(["priority", "task", "task_role"]),
        &json!([{"id": "late", "when": ["> 30m", "not(high)"], "then": ["high", "waited too long", "supervisor"]}]),
    );
    let uploaded = shop.upload_stock("decision-table").await;
    let body = json!({"hook": "schedule", "plugin": uploaded["id"], "config": waiting, "timetable": {"cron": "0 */5 * * * *"}});
    let bound = shop.server.post("/api/v1/bindings", &shop.server.owner, body).await.expect(201).body;
    let ticket = shop.submit(request("refund_only", "waits", 28_800)).await.expect(201).body;
    let app = &shop.server.app;
    let tenant: TenantId =
        shop.server.get("/api/v1/me", &shop.agent).await.expect(200).body["tenant"]["id"].as_str().unwrap().parse().unwrap();
    let binding: BindingId = bound["id"].as_str().unwrap().parse().unwrap();
    let id: TicketId = ticket["id"].as_str().unwrap().parse().unwrap();
    let tick = || Tick { due: app.clock.now(), previous: None };
    let (ticked, turn) = app.workflow.tick(tenant, id, binding, tick()).await.unwrap();
    assert_eq!((ticked, turn.is_none()), (Ticked::Nothing, true), "a fresh ticket is left alone");
    shop.server.clock.advance_ms(31 * 60_000);
    let (ticked, turn) = app.workflow.tick(tenant, id, binding, tick()).await.unwrap();
    assert_eq!(ticked, Ticked::Done);
    app.workflow.commit::<redress::workflow::Error>(turn.unwrap(), |_| Box::pin(async { Ok(()) })).await.unwrap();
    let read = shop.ticket(&ticket).await;
    assert_eq!(read["priority"], "high");
    assert!(read["version"].as_i64() > ticket["version"].as_i64(), "who holds the old version learns of it");
    let (ticked, _) = app.workflow.tick(tenant, id, binding, tick()).await.unwrap();
    assert_eq!(ticked, Ticked::Nothing, "once is enough");
}
