//! Service levels from outside, with a moved clock: what the sources promise happens once, when it must, and not while it must
//! not.

use redress::workers::service_levels::round;
use redress_domain::id::TicketId;
use redress_domain::sla;
use redress_store::{service_level, timeline};
use serde_json::{Value, json};

use crate::shop::{Shop, request};

pub(crate) const MINUTE: i64 = 60_000;
pub(crate) const HOUR: i64 = 60 * MINUTE;

/// Moves the clock and lets the workers look.
pub(crate) async fn pass(shop: &Shop, ms: i64) {
    shop.server.clock.advance_ms(ms);
    look(shop).await;
}

/// Lets the workers look.
pub(crate) async fn look(shop: &Shop) {
    while round(&shop.server.app).await {}
}

async fn get(shop: &Shop, path: &str) -> Vec<Value> {
    shop.server.get(path, &shop.server.owner).await.expect(200).body["items"].as_array().unwrap().clone()
}

/// What left because of a target's clock: to whom, and by which channel.
pub(crate) async fn told(shop: &Shop, target: &str) -> Vec<String> {
    let all = get(shop, "/api/v1/outbox?limit=200").await;
    let fired = all.iter().filter(|message| message["event"] == "sla.fired" && message["payload"]["data"]["details"]["target"] == target);
    let mut told: Vec<String> = fired
        .map(|message| {
            let (to, by) = (&message["recipient"], message["payload"]["data"]["message"]["channel"].as_str().unwrap());
            format!("{} by {by}", to.get("role").or(to.get("user")).unwrap_or(to).as_str().unwrap())
        })
        .collect();
    told.sort();
    told
}

/// Roles that have a task.
pub(crate) async fn tasks(shop: &Shop) -> Vec<String> {
    let mut roles: Vec<String> =
        get(shop, "/api/v1/tasks?limit=200").await.iter().map(|task| task["role"].as_str().unwrap().to_owned()).collect();
    roles.sort();
    roles
}

pub(crate) async fn sla(shop: &Shop, ticket: &Value) -> Value {
    let path = format!("/api/v1/tickets/{}/sla", ticket["id"].as_str().unwrap());
    shop.server.get(&path, &shop.agent).await.expect(200).body
}

/// The last round of a target's clock.
pub(crate) async fn clock(shop: &Shop, ticket: &Value, target: &str) -> Value {
    let sla = sla(shop, ticket).await;
    let found = sla["clocks"].as_array().unwrap().iter().rfind(|clock| clock["target"] == target).cloned();
    found.unwrap_or_else(|| panic!("no {target} in {sla}"))
}

pub(crate) async fn submit(shop: &Shop, kind: &str, name: &str) -> Value {
    shop.submit(request(kind, name, 28_800)).await.expect(201).body
}

#[tokio::test]
async fn l19_after_ten_minutes_the_supervisor_sees_a_window_once() {
    let shop = Shop::without_rules().await;
    let ticket = submit(&shop, "refund_only", "l19").await;
    pass(&shop, 10 * MINUTE - 1).await;
    assert_eq!(told(&shop, "accepted").await, Vec::<String>::new());
    assert_eq!(clock(&shop, &ticket, "accepted").await["state"], "running");
    pass(&shop, 1).await;
    assert_eq!(told(&shop, "accepted").await, ["supervisor by popup"]);
    pass(&shop, MINUTE).await;
    assert_eq!(told(&shop, "accepted").await.len(), 1, "once");
    let clock = clock(&shop, &ticket, "accepted").await;
    assert_eq!((&clock["state"], &clock["steps"][0]["fired"]), (&json!("missed"), &json!("2026-10-05T08:10:00Z")), "{clock}");
    assert_eq!(sla(&shop, &ticket).await["policy"]["name"], "standard", "every tenant begins with it");
}

/// Z20, L19: whoever accepts in time hears nothing.
#[tokio::test]
async fn z20_after_half_an_hour_the_priority_is_high_and_the_manager_has_a_mail() {
    let shop = Shop::without_rules().await;
    let ticket = submit(&shop, "refund_only", "z20").await;
    let quick = submit(&shop, "refund_only", "quick").await;
    pass(&shop, 9 * MINUTE).await;
    shop.act(&quick, "accept", &shop.agent, json!({})).await.expect(200);
    pass(&shop, 21 * MINUTE).await;
    assert_eq!(told(&shop, "accepted").await, ["supervisor by popup"]);
    assert_eq!(told(&shop, "accepted_at_last").await, ["director by email"]);
    assert_eq!(shop.ticket(&ticket).await["priority"], "high");
    let quick = shop.ticket(&quick).await;
    assert_eq!((&quick["priority"], &quick["version"]), (&json!("normal"), &json!(2)), "{quick}");
}

#[tokio::test]
async fn z24_four_hours_of_first_review_give_the_supervisor_a_task() {
    let shop = Shop::without_rules().await;
    let ticket = submit(&shop, "refund_only", "z24").await;
    assert_eq!(ticket["case"], "first_review", "{ticket}");
    shop.act(&ticket, "accept", &shop.agent, json!({})).await.expect(200);
    pass(&shop, 4 * HOUR - 1).await;
    assert_eq!(tasks(&shop).await, Vec::<String>::new());
    pass(&shop, 1).await;
    assert_eq!(tasks(&shop).await, ["supervisor"]);
    let task = &get(&shop, "/api/v1/tasks").await[0];
    assert!(task["title"].as_str().unwrap().contains(ticket["number"].as_str().unwrap()), "{task}");
    pass(&shop, 4 * HOUR).await;
    assert_eq!(tasks(&shop).await, ["supervisor"], "once");
}

#[tokio::test]
async fn u13_a_day_with_logistics_reminds_the_lead_and_two_tell_the_supervisor() {
    let shop = Shop::without_rules().await;
    let lead = shop.server.user("lead", &["agent"]).await.0;
    let queue = json!({"key": "logistics", "name": "物流组", "lead": lead});
    shop.server.post("/api/v1/queues", &shop.server.owner, queue).await.expect(201);
    let ticket = submit(&shop, "refund_only", "u13").await;
    shop.act(&ticket, "accept", &shop.agent, json!({})).await.expect(200);
    pass(&shop, HOUR).await;
    let to = json!({"queue": "logistics", "assignee": lead});
    shop.act(&ticket, "transfer", &shop.agent, to).await.expect(200);
    pass(&shop, 24 * HOUR - 1).await;
    assert_eq!(told(&shop, "logistics").await, Vec::<String>::new());
    assert_eq!(shop.ticket(&ticket).await["priority"], "normal");
    pass(&shop, 1).await;
    assert_eq!(told(&shop, "logistics").await, [format!("{lead} by popup")]);
    assert_eq!(shop.ticket(&ticket).await["priority"], "high");
    pass(&shop, 24 * HOUR - 1).await;
    assert_eq!(told(&shop, "logistics").await.len(), 1);
    pass(&shop, 1).await;
    assert_eq!(told(&shop, "logistics").await, ["supervisor by popup".to_owned(), format!("{lead} by popup")]);
    pass(&shop, 48 * HOUR).await;
    assert_eq!(told(&shop, "logistics").await.len(), 2, "each step once");
}

/// Z42: a request reaches finance within a day, or its owner is reminded and the supervisor has a task; what has reached it is
/// paid within a day, or finance has one.
#[tokio::test]
async fn z42_a_day_to_finance_and_a_day_with_finance() {
    let shop = Shop::without_rules().await;
    let slow = submit(&shop, "refund_only", "slow").await;
    shop.act(&slow, "accept", &shop.agent, json!({})).await.expect(200);
    let quick = submit(&shop, "refund_only", "fast").await;
    let settling = shop.act(&quick, "approve", &shop.director, json!({})).await.expect(200).body;
    assert_eq!(settling["case"], "settling");
    assert_eq!(clock(&shop, &quick, "finance").await["state"], "met");
    pass(&shop, 24 * HOUR).await;
    assert_eq!(told(&shop, "finance").await.len(), 1, "the owner of the slow one");
    // First review and finance for the slow one, payment for the other.
    assert_eq!(tasks(&shop).await, ["finance", "supervisor", "supervisor"]);
    pass(&shop, 1).await;
    let missed = clock(&shop, &slow, "finance").await;
    assert_eq!((&missed["state"], &missed["limit_seconds"]), (&json!("missed"), &json!(86_400)), "{missed}");
}

#[tokio::test]
async fn a_clock_stands_still_while_the_customer_is_waited_for() {
    let shop = Shop::without_rules().await;
    let ticket = submit(&shop, "refund_only", "pause").await;
    shop.act(&ticket, "accept", &shop.agent, json!({})).await.expect(200);
    pass(&shop, HOUR).await;
    let asked = shop.act(&ticket, "request-information", &shop.agent, json!({"message": "哪一件?", "fields": []})).await.expect(200).body;
    assert_eq!(asked["case"], "awaiting_customer");
    pass(&shop, 100 * HOUR).await;
    let paused = clock(&shop, &ticket, "whole_case").await;
    assert_eq!((&paused["state"], &paused["due"], &paused["used_seconds"]), (&json!("paused"), &Value::Null, &json!(3_600)), "{paused}");
    assert_eq!((told(&shop, "whole_case").await.len(), tasks(&shop).await.len()), (0, 0));
    shop.act(&ticket, "message", &shop.agent, json!({"body": "蓝色的", "author": "customer"})).await.expect(200);
    pass(&shop, 47 * HOUR - 1).await;
    assert_eq!(told(&shop, "whole_case").await.len(), 0);
    pass(&shop, 1).await;
    assert_eq!(told(&shop, "whole_case").await.len(), 1, "48 hours less the time with the customer");
}

/// SLA is a pure function of the event log: what is kept of the clocks is what the timeline says.
#[tokio::test]
async fn the_clocks_can_be_made_again_from_the_timeline() {
    let shop = Shop::without_rules().await;
    let queue = json!({"key": "logistics", "name": "物流组"});
    shop.server.post("/api/v1/queues", &shop.server.owner, queue).await.expect(201);
    let ticket = submit(&shop, "return_refund", "again").await;
    pass(&shop, 31 * MINUTE).await;
    shop.act(&ticket, "accept", &shop.agent, json!({})).await.expect(200);
    shop.act(&ticket, "message", &shop.agent, json!({"body": "您好"})).await.expect(200);
    shop.act(&ticket, "transfer", &shop.agent, json!({"queue": "logistics"})).await.expect(200);
    pass(&shop, 25 * HOUR).await;
    shop.act(&ticket, "request-information", &shop.agent, json!({"message": "?", "fields": []})).await.expect(200);
    shop.act(&ticket, "message", &shop.agent, json!({"body": "!", "author": "customer"})).await.expect(200);
    shop.act(&ticket, "approve", &shop.director, json!({})).await.expect(200);
    let id: TicketId = ticket["id"].as_str().unwrap().parse().unwrap();
    let tenant = shop.server.get("/api/v1/me", &shop.agent).await.expect(200).body["tenant"]["id"].as_str().unwrap().parse().unwrap();
    let store = shop.server.app.store.tenant(tenant);
    let (kept, entries) = store
        .read::<_, redress_store::Error>(move |tx| {
            Box::pin(async move { Ok((service_level::find(tx, id).await?, timeline::list(tx, id, 0, 500).await?)) })
        })
        .await
        .unwrap();
    let read: Vec<sla::Entry> = entries.iter().flat_map(|entry| sla::read(entry.at, &entry.kind, &entry.data)).collect();
    let kept = kept.unwrap();
    assert_eq!(kept.log, read);
    assert!(kept.log.len() > 12, "{:?}", kept.log);
    let fired = kept.log.iter().filter(|entry| matches!(entry.change, sla::Change::Fired { .. })).count();
    assert!(fired >= 3, "{:?}", kept.log);
}
