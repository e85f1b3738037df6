//! Workflows that merchants draw, from the drawing to the end of a ticket.

use redress::workers::{absences, timers};
use redress_domain::timer::{CLOSE_LINKED, OPEN_LINKED, WORKFLOW};
use redress_store::timer;
use serde_json::{Value, json};

use crate::shop::{Shop, request};
use crate::support::Reply;

/// A shop that has adopted a workflow of the house for returns.
async fn shop_with(workflow: &str) -> Shop {
    let shop = Shop::without_rules().await;
    adopt(&shop, workflow, json!(["return_refund", "exchange"])).await;
    shop
}

pub(crate) async fn adopt(shop: &Shop, workflow: &str, kinds: Value) {
    let owner = &shop.server.owner;
    let drawn = shop.server.post("/api/v1/workflows", owner, json!({"from": workflow, "kinds": kinds})).await.expect(201);
    let errors: Vec<&Value> = drawn.body["findings"].as_array().unwrap().iter().filter(|one| one["severity"] == "error").collect();
    assert!(errors.is_empty(), "{errors:?}");
    let published = shop.server.post(&format!("/api/v1/workflows/{workflow}/publish"), owner, json!({})).await.expect(200);
    assert_eq!((published.body["published"].clone(), published.body["draft"].clone()), (json!(1), Value::Null));
}

async fn view(shop: &Shop, ticket: &Value, key: &str) -> Value {
    shop.server.get(&format!("/api/v1/tickets/{}/workflow", ticket["id"].as_str().unwrap()), key).await.expect(200).body
}

/// Names of the places where the ticket stands.
pub(crate) async fn at(shop: &Shop, ticket: &Value) -> Vec<String> {
    let seen = view(shop, ticket, &shop.agent).await;
    seen["steps"].as_array().unwrap().iter().map(|step| step["node"].as_str().unwrap().to_owned()).collect()
}

/// The open task at a node.
pub(crate) async fn task(shop: &Shop, ticket: &Value, node: &str) -> String {
    let seen = view(shop, ticket, &shop.agent).await;
    let step =
        seen["steps"].as_array().unwrap().iter().find(|step| step["node"] == node).unwrap_or_else(|| panic!("not at {node}: {seen}"));
    step["work"]["id"].as_str().unwrap_or_else(|| panic!("no task: {step}")).to_owned()
}

pub(crate) async fn press(shop: &Shop, ticket: &Value, node: &str, key: &str, body: Value) -> Reply {
    let id = task(shop, ticket, node).await;
    shop.server.post(&format!("/api/v1/tasks/{id}/act"), key, body).await
}

/// Whom the notices of workflows went to, and what they say.
pub(crate) async fn told(shop: &Shop, ticket: &str) -> Vec<(String, String)> {
    let store = shop.server.app.store.clone();
    let tenant = shop.server.app.store.read(|tx| Box::pin(async move { redress_store::tenant::list(tx).await })).await.unwrap()[0].id;
    let page = redress_store::Page { after: None, limit: 200 };
    let rows = store
        .tenant(tenant)
        .read(move |tx| Box::pin(async move { redress_store::outbox::list(tx, &redress_store::outbox::Filter::default(), &page).await }))
        .await;
    let notices = rows.unwrap().0.into_iter().filter(|row| row.event == "workflow.notice");
    let of_ticket = notices.filter(|row| row.payload["data"]["ticket"]["id"] == ticket);
    of_ticket
        .map(|row| (row.payload["data"]["message"]["recipient"].to_string(), row.payload["data"]["message"]["body"].to_string()))
        .collect()
}

/// Fires every timer of workflows that is due.
async fn fire_due(shop: &Shop) {
    let app = &shop.server.app;
    let now = app.clock.now();
    let until = now.plus(chrono::Duration::seconds(30));
    let due = app.store.write(move |tx| Box::pin(async move { timer::claim_due(tx, now, until, 100).await })).await.unwrap();
    for (tenant, due) in due {
        if let Some(task) = due.kind.strip_prefix(OPEN_LINKED) {
            app.workflow.open_linked(tenant, due.ticket, due.id, task.parse().unwrap()).await.unwrap();
            continue;
        }
        if due.kind == CLOSE_LINKED {
            app.workflow.close_linked(tenant, due.ticket, due.id).await.unwrap();
            continue;
        }
        if due.kind != WORKFLOW {
            continue;
        }
        let turn = app.workflow.fire(tenant, due.ticket, due.id).await.unwrap();
        let id = due.id;
        app.workflow
            .commit::<redress::workflow::Error>(turn, move |tx| Box::pin(async move { Ok(timer::done(tx, id).await.map(drop)?) }))
            .await
            .unwrap();
    }
}

/// Z36: a workflow shows and takes no more of a field than the caller's roles do.
#[tokio::test]
async fn z36_a_workflow_shows_and_takes_no_hidden_field() {
    let shop = shop_with("returns").await;
    let ticket = shop.submit(request("return_refund", "veiled", 28_800)).await.expect(201).body;
    let before = view(&shop, &ticket, &shop.agent).await;
    let has = |view: &Value| {
        let fields = view["steps"][0]["work"]["fields"].as_array().unwrap().clone();
        fields.into_iter().find(|field| field["key"] == "return_address")
    };
    assert!(has(&before).is_some(), "{before}");
    for (access, seen) in [("read_only", Some("read")), ("hidden", None)] {
        let roles = shop.server.get("/api/v1/roles", &shop.server.owner).await.expect(200).body;
        let role = roles["items"].as_array().unwrap().iter().find(|role| role["name"] == "agent").unwrap().clone();
        let rule = json!({"resource": "tickets", "field": "fields.return_address", "access": access});
        let role = json!({"permissions": role["permissions"], "approval_rank": role["approval_rank"], "fields": [rule]});
        shop.server.put("/api/v1/roles/agent", &shop.server.owner, role).await.expect(200);
        let veiled = view(&shop, &ticket, &shop.agent).await;
        assert_eq!(has(&veiled).map(|field| field["access"].clone()), seen.map(|seen| json!(seen)), "{veiled}");
        let pressed = press(&shop, &ticket, "first_review", &shop.agent, json!({"button": "agree", "data": {"return_address": "x"}})).await;
        assert_eq!(pressed.expect(403).pointers(), ["/data/return_address"]);
    }
}

/// L13, Z10, Z13–Z16, Z21: a return goes its way through the house's workflow: first review, parcel, inspection, money; everybody
/// finds their task on their list, and every action stands on the timeline.
#[tokio::test]
async fn z10_a_return_walks_through_the_drawn_workflow() {
    let shop = shop_with("returns").await;
    let ticket = shop.submit(request("return_refund", "walk", 28_800)).await.expect(201).body;
    assert_eq!(at(&shop, &ticket).await, ["first_review"]);
    let mine = shop.server.get("/api/v1/tasks?mine=true&open=true", &shop.agent).await.expect(200).body;
    assert_eq!(mine["items"][0]["title"], json!("客服在线初审"), "{mine}");
    let theirs = shop.server.get("/api/v1/tasks?mine=true&open=true", &shop.warehouse).await.expect(200).body;
    assert_eq!(theirs["items"], json!([]));

    let refused = press(&shop, &ticket, "first_review", &shop.warehouse, json!({"button": "agree", "data": {"return_address": "x"}})).await;
    assert!(refused.expect(403).text("detail").contains("role:agent"));
    let missing = press(&shop, &ticket, "first_review", &shop.agent, json!({"button": "agree"})).await.expect(422);
    assert_eq!(missing.pointers(), ["/data/return_address"]);
    let around = shop.act(&ticket, "approve", &shop.supervisor, json!({})).await.expect(409);
    assert!(around.text("detail").contains("workflow"), "{}", around.body);

    let agreed = json!({"button": "agree", "data": {"return_address": "杭州市一号仓"}, "opinion": "照片清楚"});
    press(&shop, &ticket, "first_review", &shop.agent, agreed).await.expect(200);
    assert_eq!(at(&shop, &ticket).await, ["parcel"]);
    assert_eq!(shop.ticket(&ticket).await["case"], "awaiting_return");

    shop.act(&ticket, "receive", &shop.warehouse, json!({"condition": "ok"})).await.expect(200);
    assert_eq!(at(&shop, &ticket).await, ["inspect"], "the scan reached the workflow");
    press(&shop, &ticket, "inspect", &shop.warehouse, json!({"button": "pass", "data": {"inspection": "完好"}})).await.expect(200);
    assert_eq!(at(&shop, &ticket).await, ["finance"]);
    let id = ticket["id"].as_str().unwrap().to_owned();
    let told = told(&shop, &id).await;
    assert!(told.iter().any(|(to, text)| to == r#"{"role":"finance"}"# && text.contains("质检通过")), "Z23: {told:?}");
    assert!(told.iter().any(|(to, text)| to == "\"customer\"" && text.contains("1-3个工作日")), "Z23: {told:?}");

    let instruction = shop.instructions(&ticket).await.remove(0);
    let path = format!("/api/v1/refund-instructions/{}/paid", instruction["id"].as_str().unwrap());
    shop.server.post(&path, &shop.finance, json!({"reference": "B-1"})).await.expect(200);
    let seen = view(&shop, &ticket, &shop.agent).await;
    assert_eq!((seen["state"]["is"].as_str(), seen["state"]["outcome"].as_str()), (Some("finished"), Some("refunded")), "{seen}");

    let timeline = format!("/api/v1/tickets/{}/timeline?limit=200", ticket["id"].as_str().unwrap());
    let entries = shop.server.get(&timeline, &shop.agent).await.expect(200).body;
    let kinds: Vec<&str> = entries["items"].as_array().unwrap().iter().filter_map(|entry| entry["kind"].as_str()).collect();
    assert!(kinds.contains(&"flow.begun") && kinds.contains(&"flow.moved"), "{kinds:?}");
    assert!(entries.to_string().contains("照片清楚"), "Z16: opinions are kept");
}

/// Two people approve at once: one decides, the other is told who was faster, and nothing happens twice.
#[tokio::test]
async fn two_people_who_approve_at_once_decide_once() {
    let shop = shop_with("returns").await;
    let second = shop.server.user("second", &["agent"]).await.1;
    let ticket = shop.submit(request("return_refund", "race", 10_000)).await.expect(201).body;
    let id = task(&shop, &ticket, "first_review").await;
    let path = format!("/api/v1/tasks/{id}/act");
    let body = json!({"button": "agree", "data": {"return_address": "一号仓"}});
    let (one, other) = tokio::join!(shop.server.post(&path, &shop.agent, body.clone()), shop.server.post(&path, &second, body.clone()));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{} {}", one.body, other.body);
    let late = if one.status.as_u16() == 409 { one } else { other };
    assert!(late.text("detail").contains("closed by"), "{}", late.body);
    assert_eq!(at(&shop, &ticket).await, ["parcel"]);
}

/// Z13: 接单, 转交, 委托 and 驳回 with a mandatory opinion.
#[tokio::test]
async fn z13_tasks_are_claimed_handed_over_and_sent_back() {
    let shop = shop_with("returns").await;
    let (second, second_key) = shop.server.user("second", &["agent"]).await;
    let ticket = shop.submit(request("return_refund", "hands", 10_000)).await.expect(201).body;
    let id = task(&shop, &ticket, "first_review").await;
    let on = |what: &str| format!("/api/v1/tasks/{id}/{what}");
    shop.server.post(&on("claim"), &shop.agent, json!({})).await.expect(200);
    shop.server.post(&on("claim"), &second_key, json!({})).await.expect(403);
    shop.server.post(&on("delegate"), &shop.agent, json!({"to": second, "opinion": "我在开会"})).await.expect(200);
    let held = shop.server.get(&format!("/api/v1/tasks?ticket={}", ticket["id"].as_str().unwrap()), &shop.agent).await.expect(200).body;
    assert_eq!(held["items"][0]["holders"], json!([format!("person:{second}")]), "{held}");
    let silent = press(&shop, &ticket, "first_review", &second_key, json!({"button": "back_to_customer"})).await.expect(422);
    assert_eq!(silent.pointers(), ["/opinion"]);
    let back = json!({"button": "back_to_customer", "opinion": "请补充照片"});
    press(&shop, &ticket, "first_review", &second_key, back).await.expect(200);
    assert_eq!(
        (at(&shop, &ticket).await, shop.ticket(&ticket).await["case"].clone()),
        (vec!["customer".to_owned()], json!("awaiting_customer"))
    );

    // The customer sees what is asked, answers by link, and the return goes on to its end.
    let token = link(&shop, &ticket).await;
    let seen = shop.server.get("/portal/v1/ticket", &token).await.expect(200).body;
    let waiting = &seen["task"];
    assert_eq!((&waiting["buttons"][0]["code"], &waiting["name"]["zh-CN"]), (&json!("submit"), &json!("客户修改申请")), "{seen}");
    let keys: Vec<&str> = waiting["fields"].as_array().unwrap().iter().map(|field| field["key"].as_str().unwrap()).collect();
    assert_eq!(keys, ["evidence", "problem"], "nothing of the shop's inside: {waiting}");
    assert!(seen["may"].as_array().unwrap().contains(&json!("press")), "{seen}");
    let answer = |fields: Value| json!({"body": "补充如下", "fields": fields});
    let bare = shop.server.post("/portal/v1/ticket/messages", &token, answer(json!({}))).await.expect(422);
    assert_eq!(bare.pointers(), ["/fields/problem"], "{}", bare.body);
    let inside = shop.server.post("/portal/v1/ticket/messages", &token, answer(json!({"problem": "x", "refund": 1}))).await.expect(422);
    assert_eq!(inside.pointers(), ["/fields/refund"], "{}", inside.body);
    shop.server.post("/portal/v1/ticket/messages", &token, answer(json!({"problem": "瓶盖开裂"}))).await.expect(200);
    assert_eq!(at(&shop, &ticket).await, ["first_review"]);
    let now = shop.ticket(&ticket).await;
    assert_eq!((&now["case"], &now["fields"]["problem"]), (&json!("first_review"), &json!("瓶盖开裂")), "{now}");

    // Once more, this time by telephone: the agent passes it on, and the timeline says who.
    let back = json!({"button": "back_to_customer", "opinion": "再补充一次"});
    press(&shop, &ticket, "first_review", &second_key, back).await.expect(200);
    let told = json!({"button": "submit", "opinion": "客户电话说明", "for_customer": true});
    press(&shop, &ticket, "customer", &shop.finance, told.clone()).await.expect(403);
    press(&shop, &ticket, "customer", &shop.agent, told).await.expect(200);
    let path = format!("/api/v1/tickets/{}/timeline?limit=200", ticket["id"].as_str().unwrap());
    let entries = shop.server.get(&path, &shop.agent).await.expect(200).body;
    let passed = entries["items"].as_array().unwrap().iter().find(|entry| entry["kind"] == "flow.passed_on").expect("it is noted");
    assert_eq!((&passed["actor"]["type"], &passed["data"]["button"]), (&json!("user"), &json!("submit")), "{passed}");

    let agreed = json!({"button": "agree", "data": {"return_address": "杭州市一号仓"}});
    press(&shop, &ticket, "first_review", &second_key, agreed).await.expect(200);
    shop.act(&ticket, "receive", &shop.warehouse, json!({"condition": "ok"})).await.expect(200);
    press(&shop, &ticket, "inspect", &shop.warehouse, json!({"button": "pass", "data": {"inspection": "完好"}})).await.expect(200);
    let instruction = shop.instructions(&ticket).await.remove(0);
    let path = format!("/api/v1/refund-instructions/{}/paid", instruction["id"].as_str().unwrap());
    shop.server.post(&path, &shop.finance, json!({"reference": "B-1"})).await.expect(200);
    let seen = view(&shop, &ticket, &shop.agent).await;
    assert_eq!((seen["state"]["is"].as_str(), seen["state"]["outcome"].as_str()), (Some("finished"), Some("refunded")), "{seen}");
}

/// The token of a new link to a ticket.
async fn link(shop: &Shop, ticket: &Value) -> String {
    shop.act(ticket, "portal-link", &shop.agent, json!({})).await.expect(201).text("token")
}

/// Z13: the customer confirms the solution of a service ticket by link: not solved brings it back, solved ends it.
#[tokio::test]
async fn z13_a_customer_confirms_a_solution_by_link() {
    let shop = Shop::without_rules().await;
    adopt(&shop, "service", json!(["complaint"])).await;
    let ticket = shop.submit(request("complaint", "confirm", 10_000)).await.expect(201).body;
    let token = link(&shop, &ticket).await;
    for (button, next) in [("unsolved", "acceptance"), ("solved", "")] {
        press(&shop, &ticket, "acceptance", &shop.supervisor, json!({"button": "simple"})).await.expect(200);
        press(&shop, &ticket, "agent", &shop.agent, json!({"button": "solved", "data": {"solution": "换新滤网"}})).await.expect(200);
        assert_eq!(at(&shop, &ticket).await, ["confirm"]);
        // Words alone decide nothing here: there are two buttons.
        shop.server.post("/portal/v1/ticket/messages", &token, json!({"body": "我看看"})).await.expect(200);
        assert_eq!(at(&shop, &ticket).await, ["confirm"]);
        let seen = shop.server.get("/portal/v1/ticket", &token).await.expect(200).body;
        let (task, fields) = (seen["task"]["id"].clone(), seen["task"]["fields"].to_string());
        assert!(fields.contains("换新滤网") && !fields.contains("engineer"), "{fields}");
        let body = json!({"task": task, "button": button, "opinion": "还是漏水", "data": {"score": 3}});
        shop.server.post("/portal/v1/ticket/task", &token, json!({"button": "complex"})).await.expect(422);
        shop.server.post("/portal/v1/ticket/task", &token, body.clone()).await.expect(200);
        shop.server.post("/portal/v1/ticket/task", &token, body).await.expect(409);
        let stands = at(&shop, &ticket).await;
        assert_eq!(stands.first().map_or("", String::as_str), next, "{stands:?}");
    }
    let seen = view(&shop, &ticket, &shop.agent).await;
    assert_eq!(seen["state"]["is"], "finished", "{seen}");
    let messages = shop.server.get("/portal/v1/ticket", &token).await.expect(200).body["messages"].to_string();
    assert!(messages.contains("还是漏水"), "{messages}");
}

/// D7, Z13: the customer chooses about a missing part by pressing the workflow's button.
#[tokio::test]
async fn d7_a_customer_chooses_in_the_refund_hub_by_link() {
    let shop = shop_with("refund_hub").await;
    let ticket = shop.submit(request("return_refund", "hub", 10_000)).await.expect(201).body;
    let token = link(&shop, &ticket).await;
    press(&shop, &ticket, "lead", &shop.supervisor, json!({"button": "agree"})).await.expect(200);
    shop.act(&ticket, "receive", &shop.warehouse, json!({"condition": "problem", "note": "缺滤网"})).await.expect(200);
    let missing = json!({"button": "missing", "data": {"inspection": "缺件", "missing_part": "滤网"}});
    press(&shop, &ticket, "inspect", &shop.warehouse, missing).await.expect(200);
    assert!(at(&shop, &ticket).await.contains(&"choice".to_owned()));
    let stands = shop.server.post("/portal/v1/ticket/task", &token, json!({"button": "resend"})).await.expect(200).body;
    assert_eq!(stands["state"]["code"], "awaiting_return", "{stands}");
    let places = at(&shop, &ticket).await;
    assert!(places.contains(&"parcel".to_owned()) && !places.contains(&"choice".to_owned()), "{places:?}");
}

/// Z17: an approver on leave stalls nothing: the deputy gets the task, and an approver who is removed leaves it to the role.
#[tokio::test]
async fn z17_an_approver_who_is_away_or_removed_stalls_nothing() {
    let shop = shop_with("returns").await;
    let (alice, alice_key) = shop.server.user("alice", &["agent"]).await;
    let (bob, _) = shop.server.user("bob", &["agent"]).await;
    let owner = &shop.server.owner;
    shop.server.patch(&format!("/api/v1/users/{alice}"), owner, &[], json!({"deputy": bob})).await.expect(200);
    shop.server.patch(&format!("/api/v1/users/{alice}"), owner, &[], json!({"deputy": alice})).await.expect(422);
    let ticket = shop.submit(request("return_refund", "leave", 10_000)).await.expect(201).body;
    let id = task(&shop, &ticket, "first_review").await;
    shop.server.post(&format!("/api/v1/tasks/{id}/claim"), &alice_key, json!({})).await.expect(200);
    let holders = || async {
        let path = format!("/api/v1/tasks?ticket={}&open=true", ticket["id"].as_str().unwrap());
        shop.server.get(&path, owner).await.expect(200).body["items"][0]["holders"].clone()
    };
    assert_eq!(holders().await, json!([format!("person:{alice}")]));
    let change = async |user: &str, change: Value| {
        shop.server.patch(&format!("/api/v1/users/{user}"), owner, &[], change).await.expect(200);
        while absences::round(&shop.server.app).await {}
        while timers::round(&shop.server.app).await {}
    };
    let away = |away: bool| json!({"available": !away});
    change(&alice, away(true)).await;
    assert_eq!(holders().await, json!(["role:agent"]), "what they had accepted goes back to their colleagues");
    change(&alice, away(false)).await;
    shop.server.post(&format!("/api/v1/tasks/{id}/transfer"), &shop.agent, json!({"to": format!("person:{alice}")})).await.expect(200);
    assert_eq!(holders().await, json!([format!("person:{alice}")]));
    change(&alice, away(true)).await;
    assert_eq!(holders().await, json!([format!("person:{bob}")]), "the deputy acts");
    change(&bob, json!({"disabled": true})).await;
    assert_eq!(holders().await, json!(["role:supervisor"]), "with nobody left it falls to the workflow's fallback");
    let agreed = json!({"button": "agree", "data": {"return_address": "一号仓"}});
    press(&shop, &ticket, "first_review", &shop.supervisor, agreed).await.expect(200);
}

/// Z20, L12: time limits of a node escalate by themselves, once, also when two workers look at the same timer.
#[tokio::test]
async fn z20_a_task_that_nobody_accepts_becomes_urgent() {
    let shop = shop_with("returns").await;
    let ticket = shop.submit(request("return_refund", "late", 10_000)).await.expect(201).body;
    assert_eq!(ticket["priority"], "normal");
    shop.server.clock.advance_ms(29 * 60 * 1_000);
    fire_due(&shop).await;
    assert_eq!(shop.ticket(&ticket).await["priority"], "normal");
    shop.server.clock.advance_ms(60 * 1_000);
    fire_due(&shop).await;
    fire_due(&shop).await;
    let seen = shop.ticket(&ticket).await;
    assert_eq!(seen["priority"], "high");
}

/// Z18: publishing never disturbs what runs; a preview shows what a migration would change, and a person decides it.
#[tokio::test]
async fn z18_a_new_edition_is_for_new_tickets_until_somebody_migrates() {
    let shop = shop_with("returns").await;
    let owner = &shop.server.owner;
    let old = shop.submit(request("return_refund", "old", 10_000)).await.expect(201).body;
    let mut drawn = shop.server.get("/api/v1/workflows/returns/editions/1", owner).await.expect(200).body["definition"].clone();
    let nodes = drawn["nodes"].as_array_mut().unwrap();
    let review = nodes.iter_mut().find(|node| node["id"] == "first_review").unwrap();
    review["work"]["who"] = json!([{"role": "supervisor"}]);
    let saved = shop.server.put("/api/v1/workflows/returns/draft", owner, drawn).await.expect(200);
    assert_eq!((saved.body["draft"]["version"].clone(), saved.body["published"].clone()), (json!(2), json!(1)));
    shop.server.post("/api/v1/workflows/returns/publish", owner, json!({})).await.expect(200);
    let new = shop.submit(request("return_refund", "new", 10_000)).await.expect(201).body;
    assert_eq!(
        (view(&shop, &old, owner).await["edition"].clone(), view(&shop, &new, owner).await["edition"].clone()),
        (json!(1), json!(2))
    );

    let behind = shop.server.get("/api/v1/workflows/returns/migration", owner).await.expect(200).body;
    assert_eq!(behind["items"][0]["ticket"], old["id"]);
    assert_eq!(behind["items"][0]["migration"]["moves"][0]["fate"], "restarts", "{behind}");
    let taken = shop.server.post("/api/v1/workflows/returns/migration", owner, json!({"tickets": [old["id"]]})).await.expect(200).body;
    assert_eq!(taken["items"][0]["edition"], 2, "{taken}");
    assert_eq!(view(&shop, &old, owner).await["steps"][0]["holders"], json!([{"role": "supervisor"}]));
    let behind = shop.server.get("/api/v1/workflows/returns/migration", owner).await.expect(200).body;
    assert_eq!(behind["items"], json!([]));
    shop.server.delete("/api/v1/workflows/returns", owner).await.expect(409);
}

/// L18, U21: a shop puts its own after-sales together from the modules, without a line of code: a form collects, a table assigns, a
/// drawn flow carries, a board and a report of its own show it.
#[tokio::test]
async fn l18_u21_a_shop_puts_collection_assignment_flow_and_figures_together() {
    let shop = Shop::without_rules().await;
    let (server, owner) = (&shop.server, &shop.server.owner);
    server.post("/api/v1/forms", owner, json!({"from": "return"})).await.expect(201);
    server.post("/api/v1/forms/return/publish", owner, json!({})).await.expect(200);
    server.post("/api/v1/queues", owner, json!({"key": "premium", "name": "大额组"})).await.expect(201);
    let assign = json!({
        "name": "分配", "hook": "routing", "hit": "first", "inputs": [{"label": "类型", "expression": "ticket.kind", "type": "text"}],
        "outputs": ["queue"], "rows": [{"id": "returns", "when": ["return_refund"], "then": ["premium"]}],
    });
    shop.bind("routing", "decision-table", assign).await;
    // The house's return, drawn otherwise: a supervisor looks first.
    let mut drawn =
        server.post("/api/v1/workflows", owner, json!({"from": "returns", "kinds": []})).await.expect(201).body["draft"].clone();
    drawn["id"] = json!("ours");
    let nodes = drawn["nodes"].as_array_mut().unwrap();
    nodes.iter_mut().find(|node| node["id"] == "first_review").unwrap()["work"]["who"] = json!([{"role": "supervisor"}]);
    server.post("/api/v1/workflows", owner, json!({"definition": drawn, "kinds": ["return_refund"]})).await.expect(201);
    server.post("/api/v1/workflows/ours/publish", owner, json!({})).await.expect(200);

    let ticket = shop.submit(request("return_refund", "own", 28_800)).await.expect(201).body;
    assert_eq!(ticket["queue"], "premium", "assigned by the table: {ticket}");
    assert_eq!(at(&shop, &ticket).await, ["first_review"]);
    let agreed = json!({"button": "agree", "data": {"return_address": "杭州市一号仓"}});
    press(&shop, &ticket, "first_review", &shop.agent, agreed.clone()).await.expect(403);
    press(&shop, &ticket, "first_review", &shop.supervisor, agreed).await.expect(200);
    assert_ne!(at(&shop, &ticket).await, ["first_review"], "the flow carries it on");

    let board = server.get("/api/v1/board", &shop.supervisor).await.expect(200).body;
    assert_eq!(board["open"][0], json!({"queue": "premium", "tickets": 1}), "{board}");
    let report = json!({
        "definition": {
            "name": "各组工单", "dataset": "tickets", "measures": [{"key": "tickets", "label": "工单数", "kind": "count"}],
            "dimensions": ["queue"], "window": {"last": 1, "unit": "month"}, "chart": "bar"
        }
    });
    let kept = server.post("/api/v1/reports", owner, report).await.expect(201).body;
    let path = format!("/api/v1/reports/{}/result", kept["id"].as_str().unwrap());
    let table = server.get(&path, &shop.supervisor).await.expect(200).body;
    assert_eq!(table["rows"], json!([["大额组", 1]]), "{table}");
}

/// L38, Z18: a drawing with a circle that waits for nobody, a dead end or a strange expression is saved, told everything that is
/// wrong with it, and never published.
#[tokio::test]
async fn l38_a_drawing_with_errors_is_never_published() {
    let shop = Shop::without_rules().await;
    let owner = &shop.server.owner;
    let name = json!({"en": "x", "zh-CN": "x"});
    let drawn = json!({
        "id": "round", "version": 1, "name": name, "fallback": "nobody_has_this",
        "nodes": [
            {"id": "start", "name": name, "kind": {"type": "start", "next": "a"}},
            {"id": "a", "name": name, "kind": {"type": "condition", "branches": [{"when": "ticket.colour == 1", "next": "b"}], "else": "b"}},
            {"id": "b", "name": name, "kind": {"type": "condition", "branches": [], "else": "a"}},
            {"id": "lost", "name": name, "kind": {"type": "end", "outcome": "never"}}
        ]
    });
    let saved = shop.server.post("/api/v1/workflows", owner, json!({"definition": drawn, "kinds": ["inquiry"]})).await.expect(201);
    assert!(saved.body["findings"].as_array().unwrap().len() >= 3, "{}", saved.body["findings"]);
    let refused = shop.server.post("/api/v1/workflows/round/publish", owner, json!({})).await.expect(422);
    assert!(refused.pointers().contains(&"/nodes/a"), "{}", refused.body);
    let checked = shop.server.post("/api/v1/workflows/check", owner, drawn).await.expect(200);
    assert_eq!(checked.body["items"].as_array().unwrap().len(), saved.body["findings"].as_array().unwrap().len());
    shop.server.post("/api/v1/workflows", &shop.agent, json!({"from": "returns"})).await.expect(403);
    shop.server.post("/api/v1/workflows", owner, json!({"from": "nothing"})).await.expect(422);
    let stale = shop.server.send(
        axum::http::Method::POST,
        "/api/v1/workflows/round/publish",
        owner,
        &[("if-match", "\"9\"")],
        Some(b"{}".to_vec()),
    );
    assert_eq!(stale.await.expect(412).code(), "stale_version");
}

/// U11: a claim on the carrier is a ticket of its own for another team, opened once; both see the other, and its end is told.
#[tokio::test]
async fn u11_a_shared_sub_task_is_a_linked_ticket() {
    let shop = Shop::without_rules().await;
    adopt(&shop, "problem_types", json!(["complaint", "inquiry"])).await;
    let mut damaged = request("complaint", "broken", 28_800);
    damaged["problem_type"] = json!("商品破损");
    let ticket = shop.submit(damaged).await.expect(201).body;
    assert!(at(&shop, &ticket).await.contains(&"freight_claim".to_owned()));
    fire_due(&shop).await;
    fire_due(&shop).await;
    let id = ticket["id"].as_str().unwrap();
    let mut forged = request("complaint", "forged", 28_800);
    forged["channel"] = json!("workflow");
    assert_eq!(shop.submit(forged).await.expect(422).pointers(), ["/channel"], "nobody takes the place of a linked ticket");
    let links = shop.server.get(&format!("/api/v1/tickets/{id}/links"), &shop.agent).await.expect(200).body;
    assert_eq!(links["items"].as_array().unwrap().len(), 1, "{links}");
    assert_eq!((links["items"][0]["parent"].clone(), links["items"][0]["kind"].clone()), (ticket["id"].clone(), json!("subtask")));
    let child = json!({"id": links["items"][0]["child"]});
    let seen = shop.ticket(&child).await;
    assert_eq!((seen["kind"].clone(), seen["order"]["external_id"].clone()), (json!("inquiry"), json!("o-broken")), "nobody is paid by it");
    assert_eq!(seen["lines"][0]["requested"], json!({"minor": 0, "currency": "CNY"}), "{seen}");
    let drawn = shop.server.get(&format!("/api/v1/tickets/{}/workflow", child["id"].as_str().unwrap()), &shop.agent).await;
    assert_eq!(drawn.status, 404, "the workflow that opened it would open another of it, for ever: {drawn:?}");
    shop.act(&child, "cancel", &shop.agent, json!({"reason": "承运商已赔"})).await.expect(200);
    fire_due(&shop).await;
    assert!(!at(&shop, &ticket).await.contains(&"freight_claim".to_owned()), "the parent knows that it has ended");
}

/// D3: a workflow that ends without saying who agrees leaves nobody's tier behind: the highest role agrees, not everybody who may.
#[tokio::test]
async fn d3_a_workflow_that_ends_undecided_gives_nobody_a_higher_tier() {
    let shop = Shop::without_rules().await;
    let (owner, name) = (&shop.server.owner, json!({"en": "x", "zh-CN": "x"}));
    let drawn = json!({
        "id": "short", "version": 1, "name": name, "fallback": "supervisor",
        "nodes": [
            {"id": "start", "name": name, "kind": {"type": "start", "next": "end"}},
            {"id": "end", "name": name, "kind": {"type": "end", "outcome": "done"}}
        ]
    });
    shop.server.post("/api/v1/workflows", owner, json!({"definition": drawn, "kinds": ["refund_only"]})).await.expect(201);
    shop.server.post("/api/v1/workflows/short/publish", owner, json!({})).await.expect(200);
    let ticket = shop.submit(request("refund_only", "undecided", 1_000_000)).await.expect(201).body;
    assert_eq!(view(&shop, &ticket, owner).await["state"]["is"], "finished", "{ticket}");
    for key in [&shop.agent, &shop.supervisor] {
        shop.act(&ticket, "approve", key, json!({})).await.expect(403);
    }
    let agreed = shop.act(&ticket, "approve", owner, json!({})).await.expect(200).body;
    assert_eq!(agreed["money"], "refund_pending");
    // Nor does a ruling that an agent notes.
    let disputed = shop.submit(request("refund_only", "ruled", 1_000_000)).await.expect(201).body;
    shop.act(&disputed, "dispute", &shop.agent, json!({})).await.expect(200);
    shop.act(&disputed, "dispute/ruling", &shop.agent, json!({"for": "buyer"})).await.expect(403);
    let ruled = shop.act(&disputed, "dispute/ruling", owner, json!({"for": "buyer"})).await.expect(200).body;
    assert_eq!(ruled["money"], "refund_pending");
}

/// A drawing that does not fit what happens loses nothing: the answer counts, and a person is told why the workflow stands still.
#[tokio::test]
async fn what_a_workflow_cannot_take_is_kept_and_told() {
    let shop = Shop::without_rules().await;
    let (owner, name) = (&shop.server.owner, json!({"en": "x", "zh-CN": "x"}));
    let drawn = json!({
        "id": "wrong", "version": 1, "name": name, "fallback": "supervisor",
        "nodes": [
            {"id": "start", "name": name, "kind": {"type": "start", "next": "answer"}},
            {"id": "answer", "name": name, "kind": {"type": "wait", "for": {"signal": "customer_answer"}, "next": "again"},
             "limit": {"within": "7d", "steps": [{"after": "7d", "do": [{"go": "end"}]}]}},
            {"id": "again", "name": name, "kind": {"type": "set", "changes": [{"apply": {"event": "parcel_found"}}], "next": "end"}},
            {"id": "end", "name": name, "kind": {"type": "end", "outcome": "done"}}
        ]
    });
    let saved = shop.server.post("/api/v1/workflows", owner, json!({"definition": drawn, "kinds": ["return_refund"]})).await.expect(201);
    shop.server.post("/api/v1/workflows/wrong/publish", owner, json!({})).await.expect(200);
    assert_eq!(saved.body["kinds"], json!(["return_refund"]));
    let ticket = shop.submit(request("return_refund", "stuck", 10_000)).await.expect(201).body;
    shop.act(&ticket, "request-information", &shop.agent, json!({"message": "请补充", "fields": ["photo"]})).await.expect(200);
    let answer = json!({"author": "customer", "body": "照片在这里"});
    let answered = shop.act(&ticket, "message", &shop.agent, answer).await;
    assert!(answered.status.is_success(), "{}", answered.body);
    assert_ne!(shop.ticket(&ticket).await["case"], "awaiting_customer", "the answer counts");
    assert_eq!(at(&shop, &ticket).await, ["answer"], "the workflow stands where it stood");
    let tasks = shop.server.get("/api/v1/tasks?role=supervisor&open=true", owner).await.expect(200).body;
    assert!(tasks["items"][0]["title"].as_str().unwrap().starts_with("workflow wrong cannot go on"), "{tasks}");

    shop.server.patch("/api/v1/workflows/wrong", owner, &[], json!({"enabled": false})).await.expect(200);
    let free = shop.submit(request("return_refund", "free", 10_000)).await.expect(201).body;
    // The ticket says which workflow it goes through, so that nobody asks for one that is not there.
    assert_eq!((&shop.ticket(&ticket).await["workflow"], &shop.ticket(&free).await["workflow"]), (&json!("wrong"), &Value::Null));
    shop.server.get(&format!("/api/v1/tickets/{}/workflow", free["id"].as_str().unwrap()), owner).await.expect(404);
    let late = shop.act(&ticket, "cancel", &shop.agent, json!({"reason": "不要了"})).await.expect(200).body;
    assert_eq!(late["case"], "cancelled");
    assert_eq!(view(&shop, &ticket, owner).await["state"]["is"], "cancelled", "what ends the case ends its workflow");
}
