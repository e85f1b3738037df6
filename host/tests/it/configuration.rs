//! Rules as a file: exported, planned, applied, and carried to another tenant.

use serde_json::{Value, json};

use crate::shop::Shop;

async fn export(shop: &Shop, key: &str) -> Value {
    shop.server.get("/api/v1/configuration", key).await.expect(200).body
}

async fn plan(shop: &Shop, body: Value) -> Vec<(String, String, String)> {
    let planned = shop.server.post("/api/v1/configuration/plan", &shop.server.owner, body).await.expect(200).body;
    assert_eq!(planned["applied"], false);
    steps(&planned)
}

fn steps(planned: &Value) -> Vec<(String, String, String)> {
    let text = |one: &Value, field: &str| one[field].as_str().unwrap().to_owned();
    planned["changes"].as_array().unwrap().iter().map(|one| (text(one, "what"), text(one, "key"), text(one, "step"))).collect()
}

fn step(what: &str, key: &str, step: &str) -> (String, String, String) {
    (what.to_owned(), key.to_owned(), step.to_owned())
}

#[tokio::test]
async fn a_file_is_planned_then_applied_and_exports_the_same() {
    let shop = Shop::open().await;
    let owner = &shop.server.owner;
    let mut file = export(&shop, owner).await;
    assert_eq!(plan(&shop, json!({"file": file})).await, [], "what is there already changes nothing");
    let tiers = file["bindings"].as_array().unwrap().iter().position(|one| one["key"] == "refund-tiers").unwrap();
    file["bindings"][tiers]["config"]["tiers"]["CNY"][0]["up_to"] = json!(8_000);
    file["bindings"].as_array_mut().unwrap().push(json!({
        "key": "strict-trial", "hook": "refund-approval", "plugin": "refund-tiers@1.0.0", "mode": "canary", "percent": 5,
        "replaces": "refund-tiers", "guardrails": {"fault_percent": 1},
        "config": {"tiers": {"CNY": [{"up_to": 100}, {"up_to": null, "role": "supervisor"}]}}
    }));
    file["parameters"] = json!([{"code": "abuse_count", "name": "次数", "type": "number", "value": "3"}]);
    let expected =
        [step("parameter", "abuse_count", "create"), step("binding", "refund-tiers", "change"), step("binding", "strict-trial", "create")];
    assert_eq!(plan(&shop, json!({"file": file})).await, expected);
    assert_eq!(export(&shop, owner).await["bindings"].as_array().unwrap().len(), 3, "a plan writes nothing");

    let body = json!({"file": file, "reason": "from version control"});
    let done = shop.server.post("/api/v1/configuration/apply", owner, body.clone()).await.expect(200).body;
    assert_eq!((&done["applied"], steps(&done)), (&json!(true), expected.to_vec()));
    let again = shop.server.post("/api/v1/configuration/apply", owner, body).await.expect(200).body;
    assert_eq!(again["changes"], json!([]), "applying twice changes nothing");
    let exported = export(&shop, owner).await;
    let trial = exported["bindings"].as_array().unwrap().iter().find(|one| one["key"] == "strict-trial").unwrap().clone();
    assert_eq!((&trial["replaces"], &trial["percent"]), (&json!("refund-tiers"), &json!(5)));
    let bindings = shop.server.get("/api/v1/bindings?hook=refund-approval", owner).await.expect(200).body;
    let changed = bindings["items"].as_array().unwrap().iter().find(|one| one["key"] == "refund-tiers").unwrap().clone();
    let path = format!("/api/v1/bindings/{}/history", changed["id"].as_str().unwrap());
    let history = shop.server.get(&path, owner).await.expect(200).body["items"].clone();
    assert_eq!((&history[0]["action"], &history[0]["reason"]), (&json!("imported"), &json!("from version control")));
    assert_eq!(history[0]["changes"][0]["path"], "/config/tiers/CNY/0/up_to");

    let mut fewer = exported.clone();
    fewer["bindings"].as_array_mut().unwrap().retain(|one| one["key"] != "strict-trial");
    fewer["parameters"] = json!([]);
    assert_eq!(plan(&shop, json!({"file": fewer})).await, [], "without prune nothing goes");
    let gone = [step("binding", "strict-trial", "delete"), step("parameter", "abuse_count", "delete")];
    assert_eq!(plan(&shop, json!({"file": fewer, "prune": true})).await, gone);
    shop.server.post("/api/v1/configuration/apply", owner, json!({"file": fewer, "prune": true})).await.expect(200);
    assert_eq!(export(&shop, owner).await["bindings"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn a_file_with_faults_changes_nothing_and_says_where_they_are() {
    let shop = Shop::open().await;
    let owner = &shop.server.owner;
    let before = export(&shop, owner).await;
    let binding = |more: Value| {
        let mut one = json!({"key": "x", "hook": "refund-approval", "plugin": "refund-tiers@1.0.0",
            "config": {"tiers": {"CNY": [{"up_to": null, "role": "director"}]}}});
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({"redress": 1, "bindings": [one]})
    };
    for (file, pointer) in [
        (json!({"redress": 2}), "/redress"),
        (binding(json!({"plugin": "refund-tiers@9.9.9"})), "/bindings/0/plugin"),
        (binding(json!({"hook": "routing"})), "/bindings/0/hook"),
        (binding(json!({"config": {"tiers": 7}})), "/bindings/0/config/tiers"),
        (binding(json!({"mode": "canary", "replaces": "nobody"})), "/bindings"),
        (json!({"redress": 1, "parameters": [{"code": "a", "name": "n", "type": "number", "value": "x"}]}), "/parameters/0/value"),
    ] {
        let refused = shop.server.post("/api/v1/configuration/apply", owner, json!({"file": file})).await.expect(422);
        assert_eq!(refused.pointers().first(), Some(&pointer), "{file}: {}", refused.body);
    }
    assert_eq!(export(&shop, owner).await, before);
    let stranger = json!({"file": {"redress": 1}});
    assert_eq!(shop.server.post("/api/v1/configuration/apply", &shop.agent, stranger).await.expect(403).code(), "forbidden");
}

#[tokio::test]
async fn a_plan_says_all_that_applying_would_say() {
    let shop = Shop::open().await;
    let owner = &shop.server.owner;
    let file = export(&shop, owner).await;
    let tiers = file["bindings"].as_array().unwrap().iter().position(|one| one["key"] == "refund-tiers").unwrap();
    let trial = |more: Value| {
        let mut changed = file.clone();
        let mut trial = file["bindings"][tiers].clone();
        trial.as_object_mut().unwrap().extend(json!({"key": "trial", "mode": "canary", "percent": 5}).as_object().unwrap().clone());
        trial.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        changed["bindings"].as_array_mut().unwrap().push(trial);
        json!({"file": changed})
    };
    for (more, pointer) in [
        (json!({"percent": 0}), "/bindings/trial/percent"),
        (json!({"key": "Not A Key"}), "/bindings/Not A Key/key"),
        (json!({"replaces": "nobody"}), "/bindings"),
        (json!({"timetable": {"cron": "0 0 9 * * *"}}), "/bindings/trial/timetable"),
    ] {
        for action in ["plan", "apply"] {
            let refused = shop.server.post(&format!("/api/v1/configuration/{action}"), owner, trial(more.clone())).await.expect(422);
            assert_eq!(refused.pointers(), [pointer], "{action}: {}", refused.body);
        }
    }

    let ticket = shop.submit(crate::shop::request("refund_only", "golden", 28_800)).await.expect(201).body;
    let decision = ticket["decisions"].as_array().unwrap().iter().find(|one| one["hook"] == "refund-approval").unwrap()["id"].clone();
    let bound = shop.server.get("/api/v1/bindings?hook=refund-approval", owner).await.expect(200).body["items"][0]["id"].clone();
    let path = format!("/api/v1/bindings/{}/golden", bound.as_str().unwrap());
    shop.server.post(&path, owner, json!({"decisions": [decision], "note": "288 yuan need a supervisor"})).await.expect(201);
    let generous = json!({"replaces": "refund-tiers", "config": {"tiers": {"CNY": [{"up_to": null}]}}});
    let planned = shop.server.post("/api/v1/configuration/plan", owner, trial(generous.clone())).await.expect(200).body;
    let told = &planned["golden"][0];
    assert_eq!((&told["decision"], &told["after"]["label"]), (&decision, &json!("approve")), "{planned}");
    assert_eq!(shop.server.post("/api/v1/configuration/apply", owner, trial(generous)).await.expect(409).code(), "golden_changed");
}
