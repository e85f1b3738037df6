//! Service levels that merchants change, count in business hours, and share with sales platforms; and what clocks and nodes do
//! that misbehave.

use redress::workers::recurring;
use redress_store::service_level;
use serde_json::{Value, json};

use crate::outside::outside;
use crate::service_levels::{HOUR, MINUTE, clock, look, pass, sla, submit, tasks, told};
use crate::shop::{Shop, request};

async fn policies(shop: &Shop) -> Vec<Value> {
    shop.server.get("/api/v1/sla-policies", &shop.agent).await.expect(200).body["items"].as_array().unwrap().clone()
}

/// A policy with one promise to accept tickets, and a window for the supervisor when nobody has.
fn accept_within(seconds: u32, policy: &Value) -> Value {
    json!({"calendar": policy["calendar"], "policy": {"name": "standard", "targets": [{
        "key": "accepted", "goal": {"type": "acceptance"}, "limit_seconds": seconds,
        "steps": [{"key": "supervisor", "when": {"percent": 100}, "actions": [{"do": "tell_role", "role": "supervisor", "by": "popup"}]}],
    }]}})
}

async fn put_policy(shop: &Shop, policy: &Value, body: Value) -> Value {
    let path = format!("/api/v1/sla-policies/{}", policy["id"].as_str().unwrap());
    shop.server.put(&path, &shop.supervisor, body).await.expect(200).body
}

/// L23: what a supervisor saves holds at once, for tickets that run already; L19 is done once however the policy changes.
#[tokio::test]
async fn a_policy_that_changes_holds_at_once_and_repeats_nothing() {
    let shop = Shop::without_rules().await;
    let policy = policies(&shop).await.remove(0);
    let first = submit(&shop, "refund_only", "first").await;
    put_policy(&shop, &policy, accept_within(1_200, &policy)).await;
    pass(&shop, 10 * MINUTE).await;
    assert_eq!(told(&shop, "accepted").await.len(), 0, "twenty minutes now");
    assert_eq!(clock(&shop, &first, "accepted").await["limit_seconds"], 1_200);
    put_policy(&shop, &policy, accept_within(300, &policy)).await;
    look(&shop).await;
    assert_eq!(told(&shop, "accepted").await, ["supervisor by popup"], "five minutes are over");
    for seconds in [60, 900] {
        put_policy(&shop, &policy, accept_within(seconds, &policy)).await;
        pass(&shop, 20 * MINUTE).await;
        assert_eq!(told(&shop, "accepted").await.len(), 1, "what was done is not done again");
    }
    shop.act(&first, "accept", &shop.agent, json!({})).await.expect(200);
    put_policy(&shop, &policy, accept_within(86_400, &policy)).await;
    let ended = clock(&shop, &first, "accepted").await;
    assert_eq!((&ended["state"], &ended["limit_seconds"]), (&json!("missed"), &json!(900)), "what ended keeps its verdict: {ended}");

    let path = format!("/api/v1/sla-policies/{}", policy["id"].as_str().unwrap());
    let stale = shop.server.send(
        axum::http::Method::PUT,
        &path,
        &shop.supervisor,
        &[("if-match", "\"1\"")],
        Some(accept_within(60, &policy).to_string().into_bytes()),
    );
    assert_eq!(stale.await.expect(412).code(), "stale_version");
}

#[tokio::test]
async fn policies_and_calendars_that_cannot_work_are_refused_with_every_fault() {
    let shop = Shop::without_rules().await;
    let policy = policies(&shop).await.remove(0);
    let bad = json!({"calendar": policy["calendar"], "applies_to": {"queues": ["nowhere"]}, "policy": {"name": "bad", "targets": [
        {"key": "a", "goal": {"type": "resolution"}, "limit_seconds": 0},
        {"key": "a", "goal": {"type": "acceptance"}, "limit_seconds": 60,
         "steps": [{"key": "s", "when": {"percent": 100}, "actions": [{"do": "tell_role", "role": "king", "by": "mail"}]}]},
    ]}});
    let refused = shop.server.post("/api/v1/sla-policies", &shop.supervisor, bad).await.expect(422);
    let mut pointers = refused.pointers();
    pointers.sort_unstable();
    let wanted =
        ["/applies_to/queues/0", "/policy/targets/0/limit_seconds", "/policy/targets/1/key", "/policy/targets/1/steps/0/actions/0/role"];
    assert_eq!(pointers, wanted);
    let never =
        json!({"name": "never", "zone": "Asia/Shanghai", "weeks": [{"weekdays": [8], "open": [{"from": "18:00", "until": "09:00"}]}]});
    let refused = shop.server.post("/api/v1/calendars", &shop.supervisor, never).await.expect(422);
    let mut pointers = refused.pointers();
    pointers.sort_unstable();
    assert_eq!(pointers, ["/weeks", "/weeks/0/open/0", "/weeks/0/weekdays/0"]);

    let used = format!("/api/v1/calendars/{}", policy["calendar"].as_str().unwrap());
    assert_eq!(shop.server.delete(&used, &shop.supervisor).await.expect(409).code(), "in_use");
    let path = format!("/api/v1/sla-policies/{}", policy["id"].as_str().unwrap());
    assert_eq!(shop.server.delete(&path, &shop.supervisor).await.expect(409).code(), "in_use", "it is switched on");
    assert_eq!(shop.server.delete(&path, &shop.agent).await.expect(403).code(), "forbidden");
    let off = json!({"enabled": false, "calendar": policy["calendar"], "policy": policy["policy"]});
    put_policy(&shop, &policy, off).await;
    let ticket = submit(&shop, "refund_only", "none").await;
    pass(&shop, HOUR).await;
    assert_eq!(told(&shop, "accepted").await.len(), 0, "nothing is promised");
    assert_eq!(sla(&shop, &ticket).await["policy"], Value::Null);
    shop.server.delete(&path, &shop.supervisor).await.expect(204);
    shop.server.delete(&used, &shop.supervisor).await.expect(204);
}

/// The policy of a ticket is the first that is for it: by queue, level of the customer, kind.
#[tokio::test]
async fn a_ticket_gets_the_first_policy_whose_conditions_it_meets() {
    let shop = Shop::without_rules().await;
    let policy = policies(&shop).await.remove(0);
    let mut vip = accept_within(60, &policy);
    vip["order"] = json!(10);
    vip["applies_to"] = json!({"member_levels": ["vip"], "kinds": ["refund_only"]});
    vip["policy"]["name"] = json!("vip");
    let made = shop.server.post("/api/v1/sla-policies", &shop.supervisor, vip).await.expect(201).body;
    let mut important = request("refund_only", "vip", 28_800);
    important["customer"]["member_level"] = json!("vip");
    let important = shop.submit(important).await.expect(201).body;
    let usual = submit(&shop, "refund_only", "usual").await;
    assert_eq!(sla(&shop, &important).await["policy"]["id"], made["id"]);
    assert_eq!(sla(&shop, &usual).await["policy"]["name"], "standard");
    pass(&shop, MINUTE).await;
    assert_eq!(told(&shop, "accepted").await, ["supervisor by popup"]);
    let listed = shop.server.get("/api/v1/tickets?overdue=true", &shop.agent).await.expect(200).body;
    let late: Vec<&Value> = listed["items"].as_array().unwrap().iter().map(|ticket| &ticket["id"]).collect();
    assert_eq!(late, [&important["id"]]);
    assert_eq!(listed["items"][0]["due_at"], "2026-10-05T08:01:00Z");
    let listed = shop.server.get("/api/v1/tickets?overdue=false", &shop.agent).await.expect(200).body;
    assert_eq!(listed["items"][0]["id"], usual["id"]);
    let listed = shop.server.get("/api/v1/tickets?due_before=2026-10-05T08:10:00Z", &shop.agent).await.expect(200).body;
    assert_eq!(listed["items"].as_array().unwrap().len(), 2);
}

/// Business hours over a holiday with a make-up workday, by the State Council's notice for 2025: closed from October 1 to 8, and
/// open on Saturday the 11th.
#[tokio::test]
async fn business_hours_pass_over_a_holiday_and_count_its_make_up_day() {
    let Some(year) = outside("calendars-cn/2025.json") else { return };
    let shop = Shop::without_rules().await;
    // Tuesday, September 30, 2025, 16:00 in Shanghai.
    let (from, to) = ("2026-10-05T08:00:00Z", "2025-09-30T08:00:00Z");
    let moment = |text: &str| text.parse::<redress_domain::Timestamp>().unwrap().as_millis();
    shop.server.clock.advance_ms(moment(to) - moment(from));
    let policy = policies(&shop).await.remove(0);
    let path = format!("/api/v1/calendars/{}", policy["calendar"].as_str().unwrap());
    let import = json!({"years": [year]});
    let once = shop.server.post(&format!("{path}/holidays"), &shop.supervisor, import.clone()).await.expect(200).body;
    let twice = shop.server.post(&format!("{path}/holidays"), &shop.supervisor, import).await.expect(200).body;
    assert_eq!(once["calendar"], twice["calendar"], "to import a year again changes nothing");
    assert!(once["calendar"]["days"].as_array().unwrap().len() > 6, "{once}");

    // Office hours are 9 to 12 and 13 to 18: two on the 30th, eight each on the 9th and 10th, two on the 11th.
    let mut body = accept_within(20 * 3_600, &policy);
    body["policy"]["targets"][0]["hours"] = json!("business");
    put_policy(&shop, &policy, body).await;
    let ticket = submit(&shop, "refund_only", "holiday").await;
    let running = clock(&shop, &ticket, "accepted").await;
    assert_eq!((&running["due"], &running["hours"]), (&json!("2025-10-11T03:00:00Z"), &json!("business")), "{running}");
    pass(&shop, moment("2025-10-11T02:59:59Z") - moment(to)).await;
    assert_eq!(told(&shop, "accepted").await.len(), 0);
    pass(&shop, 1_000).await;
    assert_eq!(told(&shop, "accepted").await, ["supervisor by popup"], "to the second");
}

/// A platform's deadline counts where it is earlier than the policy's moment, and never stands still.
#[tokio::test]
async fn deadlines_of_the_platform_come_first_when_they_are_earlier() {
    let shop = Shop::without_rules().await;
    let mut body = request("refund_only", "platform", 28_800);
    body["deadlines"] = json!([{"goal": {"type": "acceptance"}, "due": "2026-10-05T08:05:00Z"}]);
    let ticket = shop.submit(body).await.expect(201).body;
    let running = clock(&shop, &ticket, "accepted").await;
    assert_eq!((&running["due"], &running["source"]), (&json!("2026-10-05T08:05:00Z"), &json!("platform")), "{running}");
    pass(&shop, 5 * MINUTE).await;
    assert_eq!(told(&shop, "accepted").await, ["supervisor by popup"]);
    let later = json!({"due": "2026-10-05T09:00:00Z"});
    let set = shop.act(&ticket, "deadline", &shop.agent, later).await.expect(200);
    assert_eq!(set.body["version"], 3, "a change like any other");
    assert_eq!(clock(&shop, &ticket, "whole_case").await["due"], "2026-10-05T09:00:00Z");
    shop.act(&ticket, "accept", &shop.agent, json!({})).await.expect(200);
    shop.act(&ticket, "request-information", &shop.agent, json!({"message": "?", "fields": []})).await.expect(200);
    assert_eq!(clock(&shop, &ticket, "whole_case").await["due"], "2026-10-05T09:00:00Z", "the platform does not wait for the customer");
    pass(&shop, 55 * MINUTE).await;
    assert_eq!(told(&shop, "whole_case").await.len(), 1);
    shop.act(&ticket, "deadline", &shop.agent, json!({"due": null})).await.expect(200);
    assert_eq!(clock(&shop, &ticket, "whole_case").await["due"], Value::Null);
}

/// Clocks of machines jump. What was due meanwhile is done once; what was done is not forgotten.
#[tokio::test]
async fn a_clock_that_jumps_fires_each_step_once() {
    let shop = Shop::without_rules().await;
    submit(&shop, "refund_only", "jump").await;
    // A year forward: everything that could become due is, at once.
    pass(&shop, 365 * 24 * HOUR).await;
    let fired = |told: &[usize]| told.iter().sum::<usize>();
    let count = async || {
        let mut all = Vec::new();
        for target in ["accepted", "accepted_at_last", "finance", "whole_case"] {
            all.push(told(&shop, target).await.len());
        }
        fired(&all) + tasks(&shop).await.len()
    };
    let after = count().await;
    // Popup, mail, two reminders; tasks of the first review, of finance and of the whole case.
    assert_eq!(after, 7);
    // And back again, to the moment of the ticket, and once more through all of it.
    pass(&shop, -365 * 24 * HOUR).await;
    assert_eq!(count().await, after);
    for _ in 0..6 {
        pass(&shop, 10 * HOUR).await;
    }
    assert_eq!(count().await, after, "what was done in the future was done");
}

/// Kill -9 between claim and commit: the claim runs out, and another worker does what is due, once.
#[tokio::test]
async fn a_worker_that_dies_after_its_claim_loses_nothing_and_repeats_nothing() {
    let shop = Shop::without_rules().await;
    submit(&shop, "refund_only", "dead").await;
    shop.server.clock.advance_ms(10 * MINUTE);
    let app = &shop.server.app;
    let (now, until) = (app.clock.now(), app.clock.now().plus(chrono::Duration::seconds(app.config.worker.lease_s.into())));
    let claimed = app.store.write(move |tx| Box::pin(async move { service_level::claim_due(tx, now, until, 10).await })).await.unwrap();
    assert_eq!(claimed.len(), 1);
    look(&shop).await;
    assert_eq!(told(&shop, "accepted").await.len(), 0, "it is claimed");
    pass(&shop, i64::from(app.config.worker.lease_s) * 1_000).await;
    assert_eq!(told(&shop, "accepted").await.len(), 1);
    // A worker that was only slow, and does now what it claimed: the log says that it was done.
    let (tenant, ticket) = claimed[0];
    assert!(!app.workflow.escalate(tenant, ticket).await.unwrap());
    assert_eq!(told(&shop, "accepted").await.len(), 1);
}

/// Two workers think about the same tickets at the same moment: the version lets one of them write.
#[tokio::test]
async fn two_workers_that_meet_do_everything_once() {
    let shop = Shop::without_rules().await;
    let mut claimed = Vec::new();
    for n in 0..8 {
        submit(&shop, "refund_only", &format!("meet-{n}")).await;
    }
    shop.server.clock.advance_ms(10 * MINUTE);
    let app = &shop.server.app;
    let (now, until) = (app.clock.now(), app.clock.now().plus(chrono::Duration::seconds(30)));
    claimed.extend(app.store.write(move |tx| Box::pin(async move { service_level::claim_due(tx, now, until, 10).await })).await.unwrap());
    let tenant = claimed[0].0;
    let tickets: Vec<_> = claimed.iter().map(|(_, ticket)| *ticket).collect();
    let (one, two) = tokio::join!(app.workflow.escalate_many(tenant, tickets.clone()), app.workflow.escalate_many(tenant, tickets.clone()));
    let singly = futures_util::future::join_all(tickets.iter().map(|ticket| app.workflow.escalate(tenant, *ticket))).await;
    assert!(singly.into_iter().all(|acted| matches!(acted, Ok(false))), "nothing is left to do");
    assert_eq!(one.unwrap().acted + two.unwrap().acted, 8);
    assert_eq!(told(&shop, "accepted").await.len(), 8);
}

/// Tenants and tickets that are older than service levels get them: the standard policy, and clocks that begin now.
#[tokio::test]
async fn what_is_older_than_service_levels_gets_them() {
    let shop = Shop::without_rules().await;
    let ticket = submit(&shop, "refund_only", "old").await;
    shop.server.clock.advance_ms(100 * HOUR);
    shop.server.sql("UPDATE service_level SET log = '[]', wake_at = 0").await;
    for table in ["sla_policy_revision", "sla_policy", "calendar"] {
        shop.server.sql(&format!("DELETE FROM {table}")).await;
    }
    let app = &shop.server.app;
    redress::accounts::promise_to_all(app).await.unwrap();
    redress::accounts::promise_to_all(app).await.unwrap();
    assert_eq!(policies(&shop).await.len(), 1);
    look(&shop).await;
    assert_eq!(told(&shop, "accepted").await.len(), 0, "nothing is late at once");
    assert_eq!(clock(&shop, &ticket, "accepted").await["started"], "2026-10-09T12:00:00Z");
    pass(&shop, 10 * MINUTE).await;
    assert_eq!(told(&shop, "accepted").await, ["supervisor by popup"]);
}

/// D10, L12: a digest of what is late, every morning at nine; mornings that were missed are one digest.
#[tokio::test]
async fn a_recurring_digest_runs_once_for_all_the_mornings_it_missed() {
    let shop = Shop::without_rules().await;
    submit(&shop, "refund_only", "digest").await;
    let body = json!({"kind": "overdue_digest", "name": "早报", "cron": "0 9 * * *", "zone": "Asia/Shanghai",
                      "spec": {"role": "supervisor"}});
    let made = shop.server.post("/api/v1/recurring-jobs", &shop.server.owner, body).await.expect(201).body;
    assert_eq!(made["due_at"], "2026-10-06T01:00:00Z");
    let digests = async || {
        let all = shop.server.get("/api/v1/outbox?limit=200", &shop.server.owner).await.expect(200).body;
        all["items"].as_array().unwrap().iter().filter(|message| message["event"] == "sla.overdue_digest").cloned().collect::<Vec<_>>()
    };
    let run = async || while recurring::round(&shop.server.app).await {};
    run().await;
    assert_eq!(digests().await.len(), 0, "not yet");
    // Four days without a worker.
    shop.server.clock.advance_ms(96 * HOUR);
    run().await;
    run().await;
    let sent = digests().await;
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert_eq!(sent[0]["payload"]["data"]["overdue"], 1);
    let listed = shop.server.get("/api/v1/recurring-jobs", &shop.server.owner).await.expect(200).body;
    assert_eq!(listed["items"][0]["due_at"], "2026-10-10T01:00:00Z", "{listed}");
    let bad = json!({"kind": "overdue_digest", "name": "x", "cron": "0 25 * * *", "zone": "Asia/Shanghai", "spec": {"role": "king"}});
    let refused = shop.server.post("/api/v1/recurring-jobs", &shop.server.owner, bad).await.expect(422);
    assert_eq!(refused.code(), "invalid_body", "{}", refused.body);
    let path = format!("/api/v1/recurring-jobs/{}", made["id"].as_str().unwrap());
    shop.server.delete(&path, &shop.server.owner).await.expect(204);
}
