//! A rule is tried beside the bound one, takes over by degrees, and is taken back.

use redress::rollout;
use redress_domain::id::{BindingId, TenantId};
use serde_json::{Value, json};

use crate::shop::{Shop, request};

/// Approves up to 1,000 yuan.
fn generous() -> Value {
    json!({"tiers": {"CNY": [{"up_to": 100_000}, {"up_to": null, "role": "director"}]}})
}

/// Names a role that nobody has: every answer is refused, which counts as a failure of the rule.
fn failing() -> Value {
    json!({"role_order": ["agent", "supervisor", "director", "nobody"], "tiers": {"CNY": [{"up_to": null, "role": "nobody"}]}})
}

/// A shop, and its refund binding.
async fn open() -> (Shop, Value) {
    let shop = Shop::open().await;
    let bound = shop.server.get("/api/v1/bindings?hook=refund-approval", &shop.server.owner).await.expect(200).body["items"][0].clone();
    (shop, bound)
}

fn id(value: &Value) -> &str {
    value["id"].as_str().unwrap()
}

async fn candidate(shop: &Shop, base: &Value, mode: &str, more: Value) -> Value {
    let mut body = json!({"hook": "refund-approval", "plugin": "refund-tiers", "config": generous(), "mode": mode, "replaces": base["id"]});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    shop.server.post("/api/v1/bindings", &shop.server.owner, body).await.expect(201).body
}

async fn bindings(shop: &Shop) -> Vec<Value> {
    let found = shop.server.get("/api/v1/bindings?hook=refund-approval", &shop.server.owner).await.expect(200);
    found.body["items"].as_array().unwrap().clone()
}

async fn post(shop: &Shop, binding: &Value, action: &str, body: Value) -> crate::support::Reply {
    shop.server.post(&format!("/api/v1/bindings/{}/{action}", id(binding)), &shop.server.owner, body).await
}

async fn get(shop: &Shop, binding: &Value, what: &str) -> Value {
    shop.server.get(&format!("/api/v1/bindings/{}/{what}", id(binding)), &shop.server.owner).await.expect(200).body
}

/// Version and role of whoever decided about the refund, and the verdict.
fn decided(ticket: &Value) -> Vec<(String, String)> {
    let of_hook = |decision: &&Value| decision["hook"] == "refund-approval";
    let pair =
        |decision: &Value| (decision["role"].as_str().unwrap().to_owned(), decision["consequence"]["label"].as_str().unwrap().to_owned());
    ticket["decisions"].as_array().unwrap().iter().filter(of_hook).map(pair).collect()
}

fn pair(role: &str, label: &str) -> (String, String) {
    (role.to_owned(), label.to_owned())
}

#[tokio::test]
async fn a_shadow_is_compared_and_counts_for_nothing() {
    let (shop, base) = open().await;
    let shadow = candidate(&shop, &base, "shadow", json!({})).await;
    assert_eq!((&shadow["key"], &shadow["percent"]), (&json!("refund-tiers-2"), &json!(100)));
    for (name, minor) in [("a", 28_800), ("b", 28_800), ("c", 900), ("d", 200_000)] {
        let ticket = shop.submit(request("refund_only", name, minor)).await.expect(201).body;
        assert_eq!(decided(&ticket).len(), 2, "{ticket}");
        let expected = if minor < 5_000 { "settling" } else { "approval" };
        assert_eq!(ticket["case"], expected, "the shadow changes nothing");
    }
    let report = get(&shop, &shadow, "divergence").await;
    // The largest of them needs no report any more: the same person decides, with less to read.
    assert_eq!((&report["decisions"], &report["diverged"]), (&json!(4), &json!(3)));
    let first = &report["heaps"][0];
    assert_eq!((&first["before"], &first["after"]), (&json!("needs_approval:supervisor"), &json!("approve")));
    assert_eq!((&first["decisions"], &first["amount_after"]["minor"]), (&json!(2), &json!(57_600)));
}

#[tokio::test]
async fn a_canary_gets_its_share_and_takes_over_when_it_is_promoted() {
    let (shop, base) = open().await;
    let more = json!({"percent": 50, "guardrails": {"fault_percent": 5}, "grants": []});
    let canary = candidate(&shop, &base, "canary", more).await;
    let mut counted = 0;
    for number in 0..24 {
        let ticket = shop.submit(request("refund_only", &format!("n{number}"), 28_800)).await.expect(201).body;
        match decided(&ticket).as_slice() {
            [one] if *one == pair("canary", "approve") => counted += 1,
            [one] => assert_eq!(*one, pair("active", "needs_approval:supervisor")),
            other => panic!("{other:?}"),
        }
    }
    assert!((4..=20).contains(&counted), "{counted} of 24");
    let second =
        json!({"hook": "refund-approval", "plugin": "refund-tiers", "config": generous(), "mode": "canary", "replaces": base["id"]});
    let refused = shop.server.post("/api/v1/bindings", &shop.server.owner, second).await.expect(422);
    assert_eq!(refused.pointers(), ["/replaces"], "one canary at a time");

    let active = post(&shop, &canary, "promote", json!({"reason": "half a day went well"})).await.expect(200).body;
    assert_eq!((&active["id"], &active["config"]["tiers"]["CNY"][0]["up_to"]), (&base["id"], &json!(100_000)));
    assert_eq!(active["guardrails"]["fault_percent"], 5, "what watched the candidate watches on");
    assert_eq!(bindings(&shop).await.len(), 1, "the candidate is gone");
    let ticket = shop.submit(request("refund_only", "after", 28_800)).await.expect(201).body;
    assert_eq!(decided(&ticket), [pair("active", "approve")]);

    let back = post(&shop, &base, "rollback", json!({"reason": "too generous"})).await.expect(200).body;
    assert_eq!(back["config"]["tiers"]["CNY"][0]["up_to"], 5_000);
    assert_eq!((&back["guardrails"], &back["grants"]), (&base["guardrails"], &base["grants"]), "what the candidate brought goes with it");
    let ticket = shop.submit(request("refund_only", "back", 28_800)).await.expect(201).body;
    assert_eq!(decided(&ticket), [pair("active", "needs_approval:supervisor")]);
    let history = get(&shop, &base, "history").await["items"].clone();
    let told: Vec<(&str, bool)> =
        history.as_array().unwrap().iter().map(|one| (one["action"].as_str().unwrap(), one["bad"].as_bool().unwrap())).collect();
    assert_eq!(told, [("rolled_back", false), ("promoted", true), ("created", false)]);
    assert_eq!(history[0]["reason"], "too generous");
    let changed: Vec<&str> = history[1]["changes"].as_array().unwrap().iter().map(|change| change["path"].as_str().unwrap()).collect();
    assert_eq!(
        changed,
        [
            "/config/tiers/CNY/0/up_to",
            "/config/tiers/CNY/1/role",
            "/config/tiers/CNY/1/up_to",
            "/config/tiers/CNY/2",
            "/grants",
            "/guardrails/fault_percent"
        ]
    );
    let again = post(&shop, &base, "rollback", json!({})).await.expect(409);
    assert_eq!(again.code(), "not_allowed_now", "there is nothing before the first state, and nobody switches a rule off by asking twice");
    post(&shop, &base, "disable", json!({})).await.expect(200);
    let ticket = shop.submit(request("refund_only", "built-in", 28_800)).await.expect(201).body;
    assert_eq!((&ticket["case"], &ticket["refund"]["role"]), (&json!("first_review"), &json!("director")));
}

#[tokio::test]
async fn what_worked_before_answers_when_the_new_fails() {
    let (shop, base) = open().await;
    candidate(&shop, &base, "canary", json!({"percent": 100, "config": failing()})).await;
    let ticket = shop.submit(request("refund_only", "canary", 28_800)).await.expect(201).body;
    assert_eq!(decided(&ticket), [pair("canary", "fault"), pair("active", "needs_approval:supervisor")]);
    assert_eq!(ticket["case"], "approval", "the ticket does not notice");

    shop.server.clock.advance_ms(1_000);
    let path = format!("/api/v1/bindings/{}", id(&base));
    let changed =
        shop.server.patch(&path, &shop.server.owner, &[], json!({"config": failing(), "reason": "a slip"})).await.expect(200).body;
    assert_eq!(changed["fallback"], 1);
    for number in 0..7 {
        let ticket = shop.submit(request("refund_only", &format!("f{number}"), 28_800)).await.expect(201).body;
        let said = decided(&ticket);
        let passed_over = ticket["decisions"].as_array().unwrap().iter().filter(|one| one["outcome"] == "unavailable").count();
        // The canary has failed once more than the bound rule.
        let expected = usize::from(number >= 4) + usize::from(number >= 5);
        assert_eq!(passed_over, expected, "after five failures a rule is not asked for a while: {said:?}");
        assert_eq!(said.last(), Some(&pair("fallback", "needs_approval:supervisor")));
        assert_eq!(ticket["case"], "approval");
        let timeline = shop.server.get(&format!("/api/v1/tickets/{}/timeline", id(&ticket)), &shop.agent).await.expect(200).body;
        assert!(timeline["items"].as_array().unwrap().iter().any(|entry| entry["kind"] == "rule.fell_back"), "{timeline}");
    }

    // What has only failed is nothing to fall back to.
    let changed = shop.server.patch(&path, &shop.server.owner, &[], json!({"config": base["config"], "reason": "mended"})).await;
    assert_eq!(changed.expect(200).body["fallback"], 1);
    let history = shop.server.get(&format!("{path}/history"), &shop.server.owner).await.expect(200).body;
    let bad =
        |version: i64| history["items"].as_array().unwrap().iter().find(|one| one["binding"]["version"] == version).unwrap()["bad"].clone();
    assert_eq!((bad(1), bad(2)), (json!(false), json!(true)), "{history}");
}

#[tokio::test]
async fn a_trial_has_no_place_without_what_it_replaces() {
    let (shop, base) = open().await;
    let canary = candidate(&shop, &base, "canary", json!({"percent": 100})).await;
    post(&shop, &base, "disable", json!({})).await.expect(200);
    let ticket = shop.submit(request("refund_only", "alone", 28_800)).await.expect(201).body;
    assert_eq!(decided(&ticket), [], "the built-in rule decides, not a candidate for a place that is gone");
    assert_eq!((&ticket["case"], &ticket["refund"]["role"]), (&json!("first_review"), &json!("director")));
    post(&shop, &base, "enable", json!({})).await.expect(200);
    post(&shop, &canary, "disable", json!({})).await.expect(200);
    candidate(&shop, &base, "canary", json!({})).await;
    assert_eq!(post(&shop, &canary, "enable", json!({})).await.expect(422).pointers(), ["/replaces"], "one canary at a time");
}

#[tokio::test]
async fn a_guardrail_takes_a_canary_back_without_a_person() {
    let (shop, base) = open().await;
    let guard = json!({"guardrails": {"approved_amount": {"minor": 50_000, "currency": "CNY"}}, "percent": 100});
    let canary = candidate(&shop, &base, "canary", guard).await;
    let tenant: TenantId =
        shop.server.get("/api/v1/me", &shop.agent).await.expect(200).body["tenant"]["id"].as_str().unwrap().parse().unwrap();
    let binding: BindingId = id(&canary).parse().unwrap();
    shop.submit(request("refund_only", "g1", 28_800)).await.expect(201);
    assert_eq!(rollout::watch(&shop.server.app, tenant, binding).await.unwrap(), None);
    let ticket = shop.submit(request("refund_only", "g2", 28_800)).await.expect(201).body;
    assert_eq!(decided(&ticket), [pair("canary", "approve")]);
    let health = get(&shop, &canary, "health").await;
    assert_eq!((&health["approvals"], &health["approved_minor"]), (&json!(2), &json!(57_600)));
    let breach = rollout::watch(&shop.server.app, tenant, binding).await.unwrap().expect("57,600 are more than 50,000");
    assert!(breach.contains("576.00") && breach.contains("500.00"), "{breach}");
    let ticket = shop.submit(request("refund_only", "g3", 28_800)).await.expect(201).body;
    assert_eq!(decided(&ticket), [pair("active", "needs_approval:supervisor")]);
    let history = get(&shop, &canary, "history").await["items"].clone();
    assert_eq!((&history[0]["action"], &history[0]["actor"]["type"]), (&json!("guardrail_hit"), &json!("system")));
    assert_eq!(history[0]["reason"], json!(breach));
}

#[tokio::test]
async fn golden_decisions_change_only_with_a_signature() {
    let (shop, base) = open().await;
    let ticket = shop.submit(request("refund_only", "golden", 28_800)).await.expect(201).body;
    let decision = ticket["decisions"].as_array().unwrap().iter().find(|one| one["hook"] == "refund-approval").unwrap()["id"].clone();
    let held = post(&shop, &base, "golden", json!({"decisions": [decision], "note": "288 yuan need a supervisor"})).await.expect(201).body;
    assert_eq!(held["items"][0]["decision"], decision);
    let path = format!("/api/v1/bindings/{}", id(&base));
    let refused = shop.server.patch(&path, &shop.server.owner, &[], json!({"config": generous()})).await.expect(409);
    assert_eq!(refused.code(), "golden_changed");
    let told = refused.body["errors"][0]["message"].as_str().unwrap();
    assert!(told.contains("needs_approval:supervisor") && told.contains("approve") && told.contains("288 yuan"), "{told}");
    // A canary decides for its share of the tickets, so it is held to them too; a shadow decides nothing.
    let trial = |mode: &str, sign_off: Option<&str>| {
        json!({"hook": "refund-approval", "plugin": "refund-tiers", "config": generous(), "mode": mode, "replaces": base["id"],
            "sign_off": sign_off})
    };
    let owner = &shop.server.owner;
    assert_eq!(shop.server.post("/api/v1/bindings", owner, trial("canary", None)).await.expect(409).code(), "golden_changed");
    assert_eq!(shop.server.post("/api/v1/bindings", owner, trial("canary", Some(" "))).await.expect(422).pointers(), ["/sign_off"]);
    let shadow = shop.server.post("/api/v1/bindings", owner, trial("shadow", None)).await.expect(201).body;
    let path_of_shadow = format!("/api/v1/bindings/{}", id(&shadow));
    let refused = shop.server.patch(&path_of_shadow, owner, &[], json!({"mode": "canary"})).await.expect(409);
    assert_eq!(refused.code(), "golden_changed", "a shadow that begins to decide");
    assert_eq!(post(&shop, &shadow, "promote", json!({})).await.expect(409).code(), "golden_changed");
    let off = shop.server.patch(&path_of_shadow, owner, &[], json!({"mode": "canary", "enabled": false})).await.expect(200).body;
    assert_eq!(post(&shop, &off, "enable", json!({})).await.expect(409).code(), "golden_changed");
    assert_eq!(post(&shop, &off, "promote", json!({"sign_off": "agreed"})).await.expect(409).code(), "not_allowed_now", "it is off");
    shop.server.delete(&path_of_shadow, owner).await.expect(204);
    let other_words =
        json!({"tiers": {"CNY": [{"up_to": 4_000}, {"up_to": 50_000, "role": "supervisor"}, {"up_to": null, "role": "director"}]}});
    shop.server.patch(&path, &shop.server.owner, &[], json!({"config": other_words})).await.expect(200);
    let signed = json!({"config": generous(), "sign_off": "agreed with finance"});
    shop.server.patch(&path, &shop.server.owner, &[], signed).await.expect(200);
    let history = get(&shop, &base, "history").await["items"].clone();
    assert_eq!((&history[0]["reason"], &history[0]["actor"]["type"]), (&json!("agreed with finance"), &json!("user")));
}

#[tokio::test]
async fn a_binding_that_cannot_work_is_refused_with_every_fault() {
    let (shop, base) = open().await;
    let owner = &shop.server.owner;
    let body = |more: Value| {
        let mut body = json!({"hook": "refund-approval", "plugin": "refund-tiers", "config": generous()});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    for (more, pointers) in [
        (json!({"key": "Refund Tiers"}), vec!["/key"]),
        (json!({"percent": 10}), vec!["/percent"]),
        (json!({"mode": "canary", "percent": 0, "replaces": base["id"]}), vec!["/percent"]),
        (json!({"replaces": base["id"]}), vec!["/replaces"]),
        (json!({"mode": "shadow", "replaces": "bnd_00000000000000000000000000000009"}), vec!["/replaces"]),
        (
            json!({"timetable": {"cron": "0 0 9 * * *"}, "key": "x", "guardrails": {"window_minutes": 0}}),
            vec!["/timetable", "/guardrails/window_minutes"],
        ),
        (
            json!({"key": "two", "guardrails": {"approved_amount": {"minor": 1, "currency": "CNY"},
                "approved_per_customer": {"minor": 1, "currency": "EUR"}}}),
            vec!["/guardrails/approved_per_customer"],
        ),
    ] {
        let refused = shop.server.post("/api/v1/bindings", owner, body(more.clone())).await.expect(422);
        assert_eq!(refused.pointers(), pointers, "{more}: {}", refused.body);
    }
    let refused = shop.server.post("/api/v1/bindings", owner, body(json!({"grants": ["intent:notify"]}))).await.expect(422);
    assert_eq!(refused.pointers(), ["/grants/0"], "a rule for refunds has no intents: {}", refused.body);
    let taken = shop.server.post("/api/v1/bindings", owner, body(json!({"key": base["key"]}))).await.expect(409);
    assert_eq!(taken.code(), "already_exists");
}
