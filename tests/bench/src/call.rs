//! One rule call on a fresh sandbox with everything on, beside the same rule compiled natively.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use redress_domain::Digest;
use redress_domain::decision::Outcome;
use redress_domain::rule::{CallContext, CaseFile, Question};
use redress_sandbox::{Rule, Sandbox, SandboxOptions};
use redress_sdk::RefundApproval as _;
use redress_sdk::testing::{FakeHost, case, refund_request};
use redress_tests::component;
use redress_tests::load::rank;
use refund_tiers::RefundTiers;
use serde_json::json;

use crate::report::Report;

/// The sample case of the plugin CLI: a ticket with customer, order and history, as the server would hand it to a rule.
pub(crate) const CASE: &str = include_str!("../../../sdk/cli/src/fixture/sample.json");
const CALLS: usize = 20_000;

/// Measures and reports.
pub(crate) async fn run(report: &mut Report) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let sandbox = sandbox(folder.path())?;
    let native = native()?;
    for (name, hook, wanted) in [("refund-tiers", "refund-approval", "p50 at most 40 µs"), ("fraud-history", "fraud-scoring", "")] {
        let rule = load(&sandbox, component::stock(name)?).await?;
        let question = question(hook)?;
        let [p50, p99] = sandboxed(&rule, &question)?;
        let ratio = if hook == "refund-approval" { format!(", {:.0}× native ({native:?})", ratio(p50, native)) } else { String::new() };
        let figure = format!("p50 {:.1} µs, p99 {:.1} µs{ratio}", micros(p50), micros(p99));
        let value = json!({"p50_us": micros(p50), "p99_us": micros(p99), "native_us": micros(native)});
        report.figure(&format!("rule call, fresh sandbox: {name}"), &figure, wanted, &value);
    }
    Ok(())
}

/// A sandbox as the server has it; this program is its own compiler process.
pub(crate) fn sandbox(folder: &std::path::Path) -> Result<Arc<Sandbox>> {
    let compiler = (std::env::current_exe()?, vec!["compile-component".into()]);
    Ok(Sandbox::new(SandboxOptions::new(folder.join("cache"), [7; 32], compiler))?)
}

/// Uploads and loads a rule.
pub(crate) async fn load(sandbox: &Arc<Sandbox>, bytes: Vec<u8>) -> Result<Arc<Rule>> {
    let digest = sandbox.admit(bytes.clone()).await?.digest;
    ensure!(digest == Digest::of(&bytes), "a component goes by its digest");
    Ok(sandbox.load(digest, || async { Ok::<_, std::io::Error>(Some(bytes)) }).await?)
}

fn question(hook: &str) -> Result<Question> {
    let amount = json!({"minor": 28_800, "currency": "CNY"});
    Ok(serde_json::from_value(match hook {
        "refund-approval" => json!({"hook": hook, "input": {
            "requested": amount, "net": amount, "refunded_before": {"minor": 0, "currency": "CNY"}, "risk": {"score": 12, "signals": []}
        }}),
        _ => json!({"hook": hook}),
    })?)
}

/// Asks a refund-approval rule once.
pub(crate) fn once(rule: &Rule) -> Result<()> {
    let (case, context) = sample()?;
    let call = rule.call(&context, "{}", &case, &question("refund-approval")?);
    ensure!(call.outcome == Outcome::Ok, "the rule answers: {call:?}");
    Ok(())
}

fn sample() -> Result<(Arc<CaseFile>, CallContext)> {
    let case: CaseFile = serde_json::from_str(CASE).context("the sample case")?;
    let context = CallContext {
        decision_id: "dec_00000000000000000000000000000001".into(),
        tenant: "bench".into(),
        now: case.ticket.created_at,
        seed: (1, 2),
        locale: "zh-CN".into(),
    };
    Ok((Arc::new(case), context))
}

fn sandboxed(rule: &Rule, question: &Question) -> Result<[Duration; 2]> {
    let (case, context) = sample()?;
    let mut times = Vec::with_capacity(CALLS);
    for nth in 0..CALLS + 1_000 {
        let begun = Instant::now();
        let call = black_box(rule.call(&context, "{}", &case, question));
        let took = begun.elapsed();
        ensure!(call.outcome == Outcome::Ok, "the rule answers: {call:?}");
        if nth >= 1_000 {
            times.push(took);
        }
    }
    times.sort_unstable();
    Ok([times[rank(times.len(), 0.50)], times[rank(times.len(), 0.99)]])
}

/// The same rule, case and question without a sandbox. It has no transcript, no limits, and nothing is copied.
fn native() -> Result<Duration> {
    let (host, case, request) = (FakeHost::new(), case(), refund_request(28_800));
    let mut times = Vec::with_capacity(200);
    for _ in 0..200 {
        let begun = Instant::now();
        for _ in 0..100 {
            // Reading the configuration is part of a call in the sandbox too.
            let call = host.call_json(&json!({})).map_err(|error| anyhow::anyhow!("{error:?}"))?;
            let answer = RefundTiers::evaluate(&call, black_box(&case), black_box(&request));
            black_box(answer).map_err(|error| anyhow::anyhow!("{error:?}"))?;
        }
        times.push(begun.elapsed() / 100);
    }
    times.sort_unstable();
    Ok(times[rank(times.len(), 0.50)])
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}
