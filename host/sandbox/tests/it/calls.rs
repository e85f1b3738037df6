//! Calls that go well, and what is recorded of them.

use redress_domain::decision::Outcome;
use redress_domain::rule::{Answer, Assessment, Question, Verdict};
use serde_json::json;

use crate::guest::{Guest, LOG, assessment};
use crate::world::{admit, case, cny, context, desk, refund, sandbox};

#[tokio::test]
async fn an_answer_comes_back_with_its_price() {
    let (sandbox, _dir) = sandbox();
    let (rule, _) = admit(&sandbox, Guest::fraud(&assessment(12)).build()).await;
    let first = rule.call(&context(), "{}", &case(), &Question::FraudScoring);
    assert_eq!(first.outcome, Outcome::Ok, "{:?}", first.fault);
    assert_eq!(first.answer, Some(Answer::FraudScoring(Assessment { score: 12, signals: vec![], tags: vec![] })));
    assert!(first.fuel > 0 && first.fuel < 100_000, "{}", first.fuel);
    assert_eq!(first.peak_memory, 8 << 16);
    // A fresh world each time: the same fuel each time.
    for _ in 0..20 {
        assert_eq!(rule.call(&context(), "{}", &case(), &Question::FraudScoring).fuel, first.fuel);
    }
}

#[tokio::test]
async fn nothing_stays_between_calls() {
    let (sandbox, _dir) = sandbox();
    // Counts its own calls in memory and answers the count.
    let body = "(i32.store (i32.const 4100) (i32.add (i32.load (i32.const 4100)) (i32.const 1))) (i32.const 4096)";
    let (rule, _) = admit(&sandbox, Guest::fraud(body).build()).await;
    for _ in 0..3 {
        let call = rule.call(&context(), "{}", &case(), &Question::FraudScoring);
        assert_eq!(call.answer, Some(Answer::FraudScoring(Assessment { score: 1, signals: vec![], tags: vec![] })));
    }
}

#[tokio::test]
async fn log_and_look_ups_are_recorded() {
    let (sandbox, _dir) = sandbox();
    let imports = format!(
        r#"{LOG}
        (import "redress:rules/history@1.0.0" "totals" (func $totals (param i32)))
        (import "redress:rules/history@1.0.0" "after-sales" (func $after_sales (param i32 i64 i32 i32)))
        (import "redress:rules/parameters@1.0.0" "get" (func $get (param i32 i32 i32)))"#
    );
    // Logs "test", asks for everything, and answers the number of after-sales in the totals as its score.
    let body = "
        (call $log (i32.const 2) (i32.const 1300) (i32.const 4) (i32.const 0) (i32.const 0))
        (call $after_sales (i32.const 1) (i64.const 1767225600000) (i32.const 10) (i32.const 5120))
        (call $get (i32.const 1300) (i32.const 4) (i32.const 5200))
        (call $totals (i32.const 5248))
        (i32.store (i32.const 4100) (i32.load (i32.const 5260)))
        (i32.const 4096)";
    let (rule, _) = admit(&sandbox, Guest::fraud(body).with_imports(&imports).build()).await;
    let call = rule.call(&context(), "{}", &case(), &Question::FraudScoring);
    assert_eq!(call.answer, Some(Answer::FraudScoring(Assessment { score: 42, signals: vec![], tags: vec![] })), "{:?}", call.fault);
    assert_eq!(serde_json::to_value(&call.log).expect("JSON"), json!([{ "level": "warn", "message": "test" }]));
    let money = |minor: i64| json!({ "minor": minor, "currency": "CNY" });
    assert_eq!(
        serde_json::to_value(&call.host_calls).expect("JSON"),
        json!([
            { "function": "history/after-sales", "arguments": { "since_ms": 1_767_225_600_000_i64, "limit": 10 },
              "result": { "ok": [{ "number": "A-0", "kind": "refund_only", "problem_type": null, "reasons": ["damaged"],
                                   "skus": ["FEEDER-1"], "case": "completed", "created_at": "2026-09-02T08:00:00Z",
                                   "refunded": money(50) }] } },
            { "function": "parameters/get", "arguments": { "code": "test" }, "result": null },
            { "function": "history/totals", "arguments": {},
              "result": { "ok": { "orders": 3, "after_sales": 42, "paid": money(90_000), "refunded": money(50) } } }
        ])
    );
}

#[tokio::test]
async fn each_hook_answers_in_its_own_words() {
    let (sandbox, _dir) = sandbox();
    // Zero bytes are: OK, approve, no deductions, no explanation; and for routing: OK, no opinion.
    let (rule, _) = admit(&sandbox, Guest::refund("(i32.const 4096)").build()).await;
    let call = rule.call(&context(), "{}", &case(), &refund());
    let Some(Answer::RefundApproval(decision)) = call.answer else { panic!("{call:?}") };
    assert_eq!(decision.verdict, Verdict::Approve);

    let (rule, _) = admit(&sandbox, Guest::routing("(i32.const 4096)").build()).await;
    assert_eq!(rule.call(&context(), "{}", &case(), &desk()).answer, Some(Answer::Routing(None)));

    // Its hook is routing; asked anything else it is not available.
    let call = rule.call(&context(), "{}", &case(), &refund());
    assert_eq!((call.outcome, call.answer), (Outcome::Unavailable, None));

    let notification = Guest::hook("notification-rule", "notification@1.0.0#compose", "(param i32) (result i32)", "(i32.const 4096)");
    let (rule, _) = admit(&sandbox, notification.build()).await;
    let event = serde_json::from_value(json!({ "name": "ticket.created", "at": "2026-10-10T08:00:00Z", "actor": "customer" }));
    let call = rule.call(&context(), "{}", &case(), &Question::Notification(event.expect("an event")));
    assert_eq!(call.answer, Some(Answer::Notification(Vec::new())));
}

#[tokio::test]
async fn deductions_are_held_to_the_refund() {
    let (sandbox, _dir) = sandbox();
    // One deduction at 4200: code "test", an amount, reason "test"; the currency's text is at 1400.
    let rule = |minor: i64, currency: &str| {
        let body = format!(
            "(i32.store (i32.const 4124) (i32.const 4200)) (i32.store (i32.const 4128) (i32.const 1))
             (i32.store (i32.const 4200) (i32.const 1300)) (i32.store (i32.const 4204) (i32.const 4))
             (i64.store (i32.const 4208) (i64.const {minor}))
             (i32.store (i32.const 4216) (i32.const 1400)) (i32.store (i32.const 4220) (i32.const {}))
             (i32.store (i32.const 4224) (i32.const 1300)) (i32.store (i32.const 4228) (i32.const 4))
             (i32.const 4096)",
            currency.len()
        );
        Guest::refund(&body).with_body(&format!(r#"(data (i32.const 1400) "{currency}")"#)).build()
    };
    for (minor, currency, wrong) in [
        (800, "CNY", None),
        (28_800, "CNY", None),
        (28_801, "CNY", Some("more than")),
        (-1, "CNY", Some("negative")),
        (1, "USD", Some("USD")),
        (1, "cny", Some("ISO 4217")),
        (1, "", Some("ISO 4217")),
        (1 << 53, "CNY", Some("out of range")),
        (i64::MIN, "CNY", Some("out of range")),
    ] {
        let (rule, _) = admit(&sandbox, rule(minor, currency)).await;
        let call = rule.call(&context(), "{}", &case(), &refund());
        match wrong {
            None => {
                let Some(Answer::RefundApproval(decision)) = call.answer else { panic!("{call:?}") };
                assert_eq!(decision.deductions[0].amount, cny(minor));
            }
            Some(word) => {
                assert_eq!((call.outcome, call.answer), (Outcome::InvalidOutput, None));
                let message = call.fault.expect("a fault").message;
                assert!(message.contains(word), "{message}");
            }
        }
    }
}
