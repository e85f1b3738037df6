//! What became of a case after it came in: people decided, goods came back, finance paid. The latest cases still wait.

use chrono::Duration;
use redress_domain::Timestamp;
use serde_json::{Value, json};

use super::SeedError;
use super::api::Api;
use super::plant::Keys;

/// Longest life; every case has come to rest before.
const MOST_STEPS: u32 = 6;

/// Every second case that is younger still waits for its first step, so that the desk has something to do.
const RECENT: Duration = Duration::days(14);

/// One step of a case's life.
struct Step {
    after: Duration,
    role: &'static str,
    path: String,
    body: Value,
}

/// Lets a ticket live from `at` to at most `now`.
pub(super) async fn live(api: &Api, keys: &Keys, number: usize, ticket: Value, at: Timestamp, now: Timestamp) -> Result<(), SeedError> {
    if number.is_multiple_of(2) && at.plus(RECENT) > now {
        return Ok(());
    }
    let (mut ticket, mut at) = (ticket, at);
    for _ in 0..MOST_STEPS {
        let Some(step) = next(api, keys, number, &ticket).await? else { return Ok(()) };
        at = at.plus(step.after);
        if at > now {
            return Ok(());
        }
        api.clock.go(at);
        api.send("POST", &step.path, &keys[step.role], &step.body).await?;
        ticket = api.get(&format!("/tickets/{}", text(&ticket, "id")), &keys["agent"]).await?;
    }
    Ok(())
}

async fn next(api: &Api, keys: &Keys, number: usize, ticket: &Value) -> Result<Option<Step>, SeedError> {
    let path = |action: &str| format!("/tickets/{}/{action}", text(ticket, "id"));
    let (case, money, kind) = (text(ticket, "case"), text(ticket, "money"), text(ticket, "kind"));
    Ok(match (case, money) {
        ("first_review" | "approval", _) => Some(decide(number, ticket, &path)),
        ("approved", _) if kind == "return_refund" => {
            let body = if number.is_multiple_of(9) {
                json!({"condition": "problem", "note": "退回的设备缺少滤网组件"})
            } else {
                json!({"condition": "ok", "note": "外观完好，配件齐全"})
            };
            Some(Step { after: Duration::days(4), role: "warehouse", path: path("receive"), body })
        }
        ("settling", "refund_pending") => {
            let query = format!("/refund-instructions?state=pending&ticket={}", text(ticket, "id"));
            let pending = api.get(&query, &keys["finance"]).await?;
            pending["items"][0]["id"].as_str().map(|id| Step {
                after: Duration::hours(20),
                role: "finance",
                path: format!("/refund-instructions/{id}/paid"),
                body: json!({"reference": format!("DEMO-BANK-{number:04}")}),
            })
        }
        _ => None,
    })
}

/// Whoever must agree does, or every sixth time does not.
fn decide(number: usize, ticket: &Value, path: &dyn Fn(&str) -> String) -> Step {
    let role = if ticket["refund"]["role"] == "director" { "director" } else { "supervisor" };
    if number % 6 == 5 {
        let body = json!({"opinion": "凭证与描述不符，暂不支持退款"});
        return Step { after: Duration::hours(6), role, path: path("reject"), body };
    }
    Step { after: Duration::hours(3), role, path: path("approve"), body: json!({"opinion": "同意"}) }
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}
