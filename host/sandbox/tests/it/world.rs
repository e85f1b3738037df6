//! A sandbox to test in, and a case to ask about.

use std::path::Path;
use std::sync::Arc;

use redress_domain::rule::{CallContext, CaseFile, Desk, Question, RefundRequest};
use redress_domain::{Currency, Money};
use redress_sandbox::{AdmitError, Admitted, Finding, Rule, Sandbox, SandboxOptions};
use serde_json::json;

/// Settings with this crate's own compiler process.
pub(crate) fn options(dir: &Path) -> SandboxOptions {
    SandboxOptions::new(dir.join("artefacts"), [7; 32], (env!("CARGO_BIN_EXE_redress-compile").into(), Vec::new()))
}

/// A sandbox whose artefacts vanish with the returned directory.
pub(crate) fn sandbox() -> (Arc<Sandbox>, tempfile::TempDir) {
    let dir = tempfile::tempdir().expect("a temporary directory");
    (Sandbox::new(options(dir.path())).expect("a sandbox"), dir)
}

/// Admits a component that must be good.
pub(crate) async fn admit(sandbox: &Arc<Sandbox>, bytes: Vec<u8>) -> (Arc<Rule>, Admitted) {
    let admitted = sandbox.admit(bytes).await.expect("a good component");
    let rule = sandbox.load(admitted.digest, no_bytes).await.expect("it was just admitted");
    (rule, admitted)
}

/// Findings for a component that must be refused.
pub(crate) async fn refuse(sandbox: &Arc<Sandbox>, bytes: Vec<u8>) -> Vec<Finding> {
    match sandbox.admit(bytes).await {
        Err(AdmitError::Rejected(findings)) => findings,
        Err(error) => panic!("the host failed: {error}"),
        Ok(admitted) => panic!("it was admitted: {admitted:?}"),
    }
}

/// Codes of findings, in order.
pub(crate) fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}

/// A place that keeps no bytes.
pub(crate) async fn no_bytes() -> Result<Option<Vec<u8>>, std::io::Error> {
    Ok(None)
}

pub(crate) fn cny(minor: i64) -> Money {
    Money::new(minor, Currency::CNY).expect("in range")
}

pub(crate) fn context() -> CallContext {
    serde_json::from_value(json!({
        "decision_id": "dec_1", "tenant": "pets", "now": "2026-10-10T08:00:00Z", "seed": [1, 2], "locale": "zh-CN"
    }))
    .expect("a context")
}

pub(crate) fn case() -> Arc<CaseFile> {
    let money = |minor: i64| json!({ "minor": minor, "currency": "CNY" });
    Arc::new(
        serde_json::from_value(json!({
            "ticket": {
                "id": "tkt_0192d5a0000070008000000000000001", "number": "A-1", "version": 1, "kind": "return_refund", "channel": "api",
                "external_ref": null, "subject": "太小了", "description": "想退货", "problem_type": "size_mismatch",
                "customer": "cus_0192d5a0000070008000000000000002", "order": "ord_0192d5a0000070008000000000000003",
                "case": "submitted", "goods": "with_customer", "money": "none", "dispute": "none",
                "queue": null, "assignee": null, "priority": "normal", "tags": [], "risk": null, "refund": null,
                "lines": [{ "id": "tln_0192d5a0000070008000000000000004", "order_line": "1", "sku": "FEEDER-1", "category": "pet_device",
                            "quantity": 1, "reason": "unwanted", "requested": money(28_800) }],
                "fields": { "photo": ["a.jpg"] }, "created_at": "2026-10-10T08:00:00Z", "updated_at": "2026-10-10T08:00:00Z"
            },
            "customer": { "id": "cus_0192d5a0000070008000000000000002", "external_id": "c-42", "name": "customer 42", "phone": "138",
                          "email": null, "member_level": "vip", "tags": [] },
            "order": { "id": "ord_0192d5a0000070008000000000000003", "external_id": "o-77",
                       "customer": "cus_0192d5a0000070008000000000000002", "placed_at": "2026-10-01T08:00:00Z",
                       "delivered_at": "2026-10-04T08:00:00Z", "paid": money(28_800),
                       "lines": [{ "external_id": "1", "sku": "FEEDER-1", "title": "自动喂食器", "category": "pet_device", "quantity": 1,
                                   "unit_price": money(28_800) }] },
            "history": {
                "orders": [{ "external_id": "o-76", "placed_at": "2026-09-01T08:00:00Z", "paid": money(100), "lines": 1 }],
                "after_sales": [
                    { "number": "A-0", "kind": "refund_only", "problem_type": null, "reasons": ["damaged"], "skus": ["FEEDER-1"],
                      "case": "completed", "created_at": "2026-09-02T08:00:00Z", "refunded": money(50) },
                    { "number": "A-9", "kind": "refund_only", "problem_type": null, "reasons": ["damaged"], "skus": ["FEEDER-1"],
                      "case": "completed", "created_at": "2025-09-02T08:00:00Z", "refunded": money(50) }
                ],
                "totals": { "orders": 3, "after_sales": 42, "paid": money(90_000), "refunded": money(50) }
            },
            "parameters": { "limit": { "type": "number", "value": "12.50" } }
        }))
        .expect("a case"),
    )
}

pub(crate) fn refund() -> Question {
    Question::RefundApproval(RefundRequest { requested: cny(28_800), net: cny(28_800), refunded_before: cny(0), risk: None })
}

pub(crate) fn desk() -> Question {
    Question::Routing(Arc::new(
        serde_json::from_value::<Desk>(json!({ "queues": [{ "key": "finance", "name": "Finance" }], "agents": [], "turn": 0 }))
            .expect("a desk"),
    ))
}
