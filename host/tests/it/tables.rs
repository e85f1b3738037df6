//! What an editor of decision tables asks.

use serde_json::{Value, json};

use crate::support::Server;

fn tiers(rows: &Value) -> Value {
    json!({"name": "tiers", "hook": "refund-approval", "currency": "CNY", "hit": "first",
        "inputs": [{"label": "金额", "expression": "request.amount", "type": "money"}], "outputs": ["verdict", "role"], "rows": rows})
}

async fn ask(server: &Server, action: &str, body: Value) -> Value {
    server.post(&format!("/api/v1/tables/{action}"), &server.owner, body).await.expect(200).body
}

/// D3 with a slip: nothing is said about amounts between 50 and 60, and the last row never counts.
#[tokio::test]
async fn gaps_and_hidden_rows_are_told_before_a_table_is_saved() {
    let server = Server::start().await;
    let rows = json!([
        {"id": "small", "when": ["<= 50"], "then": ["approve", ""]},
        {"id": "large", "when": ["> 60"], "then": ["needs_approval", "supervisor"]},
        {"id": "huge", "when": ["> 500"], "then": ["needs_approval", "director"]}
    ]);
    let report = ask(&server, "check", tiers(&rows)).await;
    assert_eq!(report["valid"], true, "it can be saved: {report}");
    let told: Vec<String> =
        report["findings"].as_array().unwrap().iter().map(|one| format!("{} {}", one["severity"], one["message"])).collect();
    assert!(told.iter().any(|one| one.contains("warning") && one.contains("50") && one.contains("60")), "the gap: {told:?}");
    assert!(told.iter().any(|one| one.contains("huge")), "the row that never counts: {told:?}");

    let wrong = json!([{"id": "a", "when": ["<= fifty"], "then": ["approve", ""]}]);
    let report = ask(&server, "check", tiers(&wrong)).await;
    assert_eq!((&report["valid"], &report["findings"][0]["severity"]), (&json!(false), &json!("error")), "{report}");
    assert_eq!(report["findings"][0]["pointer"], "/rows/0/when/0");
    let refused = server.post("/api/v1/tables/check", &server.owner, json!({"name": "x", "hook": "weather"})).await.expect(422);
    assert_eq!(refused.code(), "invalid_body");
}

#[tokio::test]
async fn a_table_goes_out_and_comes_back() {
    let server = Server::start().await;
    let rows = json!([
        {"id": "small", "when": ["<= 50"], "then": ["approve", ""]},
        {"id": "rest", "when": ["-"], "then": ["needs_approval", "supervisor"]}
    ]);
    let csv = ask(&server, "export", json!({"format": "csv", "table": tiers(&rows)})).await;
    let edited = csv["content"].as_str().unwrap().replace("<= 50", "<= 80");
    let back = ask(&server, "import", json!({"format": "csv", "table": tiers(&json!([])), "content": edited})).await;
    assert_eq!((&back["table"]["rows"][0]["when"][0], &back["report"]["valid"]), (&json!("<= 80"), &json!(true)), "{back}");

    let jdm = ask(&server, "export", json!({"format": "jdm", "table": tiers(&rows)})).await;
    let body = json!({"format": "jdm", "hook": "refund-approval", "currency": "CNY", "content": jdm["content"]});
    let back = ask(&server, "import", body).await;
    assert_eq!(back["table"]["rows"].as_array().unwrap().len(), 2, "{back}");
    assert_eq!(back["report"]["valid"], true, "{back}");

    let body = json!({"format": "csv", "table": tiers(&rows), "content": "id,nonsense\na,b\n"});
    let refused = server.post("/api/v1/tables/import", &server.owner, body).await.expect(422);
    assert_eq!(refused.pointers().first(), Some(&"/content"), "{}", refused.body);
}
