//! How long one call takes: `cargo run --release -p redress-sandbox --example call -- RULE.wasm [CONFIG_JSON] [CALLS]`.
//! Every call is a fresh sandbox with all limits on and its transcript recorded. Prints wall times in microseconds.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use redress_domain::decision::Outcome;
use redress_domain::rule::{CallContext, CaseFile, Hook, Question};
use redress_sandbox::{Rule, Sandbox, SandboxOptions};
use serde_json::{Value, json};

fn main() -> anyhow::Result<ExitCode> {
    let mut args = std::env::args_os().skip(1).peekable();
    if args.peek().is_some_and(|arg| arg == "compile-component") {
        return Ok(redress_sandbox::compile_child(args.skip(1)));
    }
    let usage = || anyhow::anyhow!("usage: call RULE.wasm [CONFIG_JSON] [CALLS]");
    let bytes = std::fs::read(args.next().ok_or_else(usage)?)?;
    let mut text = args.map(|arg| arg.to_string_lossy().into_owned());
    let config = text.next().unwrap_or_else(|| "{}".to_owned());
    let calls: usize = text.next().map_or(Ok(10_000), |count| count.parse())?;

    let dir = tempfile::tempdir()?;
    let options = SandboxOptions::new(dir.path().to_owned(), [1; 32], (std::env::current_exe()?, vec!["compile-component".into()]));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let sandbox = Sandbox::new(options)?;
    let begun = Instant::now();
    let admitted = runtime.block_on(sandbox.admit(bytes))?;
    println!("{} {} admitted in {} ms", admitted.info.name, admitted.info.version, begun.elapsed().as_millis());
    let rule = runtime.block_on(sandbox.load(admitted.digest, || async { Ok::<_, std::io::Error>(None) }))?;
    if let Err(found) = rule.validate_config(&config).map_err(|fault| anyhow::anyhow!(fault.message))? {
        anyhow::bail!("the configuration does not fit: {found:?}");
    }
    let case: Arc<CaseFile> = Arc::new(serde_json::from_value(sample())?);
    let context: CallContext = serde_json::from_value(json!({
        "decision_id": "dec_0192d5a0000070008000000000000009", "tenant": "pets", "now": "2026-10-10T08:00:00Z", "seed": [1, 2], "locale": "zh-CN"
    }))?;
    for hook in admitted.hooks {
        measure(&rule, &context, &config, &case, hook, calls)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn measure(rule: &Rule, context: &CallContext, config: &str, case: &Arc<CaseFile>, hook: Hook, calls: usize) -> anyhow::Result<()> {
    let question = question(hook)?;
    let mut times = Vec::with_capacity(calls);
    let mut last = None;
    for _ in 0..calls {
        let begun = Instant::now();
        let call = rule.call(context, config, case, &question);
        times.push(begun.elapsed());
        last = Some(call);
    }
    times.sort_unstable();
    let Some(call) = last else { return Ok(()) };
    let at = |percent: usize| times[(calls - 1) * percent / 100].as_secs_f64() * 1e6;
    println!(
        "{hook:16} {} p50 {:.1} µs  p90 {:.1} µs  p99 {:.1} µs  fuel {}  host calls {}  log lines {}  peak {} KiB",
        call.outcome,
        at(50),
        at(90),
        at(99),
        call.fuel,
        call.host_calls.len(),
        call.log.len(),
        call.peak_memory >> 10
    );
    match (call.outcome, call.answer, call.fault) {
        (Outcome::Ok, Some(answer), _) => println!("{}", serde_json::to_string(&answer)?),
        (_, _, fault) => println!("{fault:?}"),
    }
    Ok(())
}

fn question(hook: Hook) -> anyhow::Result<Question> {
    let money = json!({ "minor": 28_800, "currency": "CNY" });
    let agents: Vec<Value> = (0..8)
        .map(|n| {
            json!({ "id": format!("usr_{n:032}"), "name": format!("Agent {n}"), "queues": ["aftersales"], "skills": ["en", "pet_device"],
                    "open_tickets": n, "capacity": 20, "rating": 450, "available": true })
        })
        .collect();
    let input = match hook {
        Hook::Routing => json!({ "queues": [{ "key": "default", "name": "Default" }, { "key": "aftersales", "name": "After-sales" }],
                                 "agents": agents, "turn": 7 }),
        Hook::FraudScoring => Value::Null,
        Hook::RefundApproval => json!({ "requested": money, "net": money, "refunded_before": { "minor": 0, "currency": "CNY" },
                                        "risk": { "score": 12, "signals": [] } }),
        Hook::Notification | Hook::Automation => json!({ "name": "ticket.created", "at": "2026-10-10T08:00:00Z", "actor": "customer" }),
        Hook::Settlement => json!({ "ask": "notification", "headers": [], "body": "{}" }),
        Hook::Schedule => json!({ "due": "2026-10-10T08:00:00Z", "previous": null }),
    };
    let tagged = if input.is_null() { json!({ "hook": hook }) } else { json!({ "hook": hook, "input": input }) };
    Ok(serde_json::from_value(tagged)?)
}

/// A case of the size the demo shop makes: one line, two earlier orders, one earlier ticket.
fn sample() -> Value {
    let money = |minor: i64| json!({ "minor": minor, "currency": "CNY" });
    let past_order =
        |n: u32| json!({ "external_id": format!("o-{n}"), "placed_at": "2026-09-01T08:00:00Z", "paid": money(9_900), "lines": 1 });
    json!({
        "ticket": {
            "id": "tkt_0192d5a0000070008000000000000001", "number": "A-1", "version": 1, "kind": "return_refund", "channel": "api",
            "external_ref": "T-1001", "subject": "太小了", "description": "想退货", "problem_type": "size_mismatch",
            "customer": "cus_0192d5a0000070008000000000000002", "order": "ord_0192d5a0000070008000000000000003",
            "case": "submitted", "goods": "with_customer", "money": "none", "dispute": "none",
            "queue": null, "assignee": null, "priority": "normal", "tags": [], "risk": null, "refund": null,
            "lines": [{ "id": "tln_0192d5a0000070008000000000000004", "order_line": "1", "sku": "FEEDER-1", "category": "pet_device",
                        "quantity": 1, "reason": "unwanted", "requested": money(28_800) }],
            "fields": {}, "created_at": "2026-10-10T08:00:00Z", "updated_at": "2026-10-10T08:00:00Z"
        },
        "customer": { "id": "cus_0192d5a0000070008000000000000002", "external_id": "c-42", "name": "customer 42", "phone": "13800000000",
                      "email": null, "member_level": "vip", "tags": [] },
        "order": { "id": "ord_0192d5a0000070008000000000000003", "external_id": "o-77", "customer": "cus_0192d5a0000070008000000000000002",
                   "placed_at": "2026-10-01T08:00:00Z", "delivered_at": "2026-10-04T08:00:00Z", "paid": money(28_800),
                   "lines": [{ "external_id": "1", "sku": "FEEDER-1", "title": "自动喂食器", "category": "pet_device", "quantity": 1,
                               "unit_price": money(28_800) }] },
        "history": {
            "orders": [past_order(1), past_order(2)],
            "after_sales": [{ "number": "A-0", "kind": "refund_only", "problem_type": null, "reasons": ["damaged"], "skus": ["FEEDER-1"],
                              "case": "completed", "created_at": "2026-09-02T08:00:00Z", "refunded": money(50) }],
            "totals": { "orders": 2, "after_sales": 1, "paid": money(19_800), "refunded": money(50) }
        },
        "parameters": {}
    })
}
