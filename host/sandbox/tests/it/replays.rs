//! Recorded calls, run again.

use std::sync::Arc;

use redress_domain::decision::{HostCall, Outcome};
use redress_domain::rule::{Answer, Question};
use redress_sandbox::{Call, DivergenceKind, Recorded, Rule};
use serde_json::json;

use crate::guest::{Guest, LOOP};
use crate::world::{admit, case, context, sandbox};

/// Asks for the totals and answers the number of after-sales as its score.
fn asks_totals() -> Guest {
    let body = "(call $totals (i32.const 5120)) (i32.store (i32.const 4100) (i32.load (i32.const 5132))) (i32.const 4096)";
    Guest::fraud(body).with_imports(r#"(import "redress:rules/history@1.0.0" "totals" (func $totals (param i32)))"#)
}

fn record(call: &Call) -> Recorded {
    // A replay sees the record, not the case's history.
    let mut case = (*case()).clone();
    case.history = None;
    Recorded {
        context: context(),
        config: "{}".to_owned(),
        case: Arc::new(case),
        question: Question::FraudScoring,
        outcome: call.outcome,
        answer: call.answer.clone(),
        host_calls: call.host_calls.clone(),
        fuel: call.fuel,
    }
}

fn kinds(rule: &Rule, recorded: &Recorded) -> Vec<DivergenceKind> {
    let replay = rule.replay(recorded);
    assert_eq!(replay.identical, replay.divergences.is_empty());
    replay.divergences.iter().map(|divergence| divergence.kind).collect()
}

#[tokio::test]
async fn the_same_call_is_identical() {
    let (sandbox, _dir) = sandbox();
    let (rule, _) = admit(&sandbox, asks_totals().build()).await;
    let call = rule.call(&context(), "{}", &case(), &Question::FraudScoring);
    assert_eq!(call.outcome, Outcome::Ok, "{:?}", call.fault);
    assert_eq!(kinds(&rule, &record(&call)), []);
}

#[tokio::test]
async fn a_fault_is_identical_too() {
    let (sandbox, _dir) = sandbox();
    for body in [LOOP, "unreachable"] {
        let (rule, _) = admit(&sandbox, Guest::fraud(body).build()).await;
        let call = rule.call(&context(), "{}", &case(), &Question::FraudScoring);
        assert_eq!(kinds(&rule, &record(&call)), []);
    }
}

#[tokio::test]
async fn every_difference_is_named() {
    let (sandbox, _dir) = sandbox();
    let (rule, _) = admit(&sandbox, asks_totals().build()).await;
    let recorded = record(&rule.call(&context(), "{}", &case(), &Question::FraudScoring));
    let with = |change: &dyn Fn(&mut Recorded)| {
        let mut changed = recorded.clone();
        change(&mut changed);
        kinds(&rule, &changed)
    };
    let other = HostCall { function: "parameters/get".to_owned(), arguments: json!({ "code": "a" }), result: json!(null) };

    assert_eq!(with(&|r| r.host_calls.clear()), [DivergenceKind::UnexpectedCall]);
    assert_eq!(with(&|r| r.host_calls.insert(0, other.clone())), [DivergenceKind::UnexpectedCall]);
    assert_eq!(with(&|r| r.host_calls.push(other.clone())), [DivergenceKind::MissingCall]);
    assert_eq!(with(&|r| r.host_calls[0].arguments = json!({ "limit": 5 })), [DivergenceKind::ArgumentsDiffer]);
    assert_eq!(with(&|r| r.host_calls[0].result["ok"]["after_sales"] = json!(41)), [DivergenceKind::OutputDiffers]);
    assert_eq!(with(&|r| r.fuel += 1), [DivergenceKind::FuelDiffers]);
    assert_eq!(with(&|r| r.outcome = Outcome::GuestTrap), [DivergenceKind::OutcomeDiffers]);
    assert_eq!(
        with(&|r| {
            let Some(Answer::FraudScoring(answer)) = &mut r.answer else { panic!("it answered") };
            answer.score = 7;
        }),
        [DivergenceKind::OutputDiffers]
    );
}

#[tokio::test]
async fn another_version_shows_as_divergence() {
    let (sandbox, _dir) = sandbox();
    let (old, _) = admit(&sandbox, asks_totals().build()).await;
    let recorded = record(&old.call(&context(), "{}", &case(), &Question::FraudScoring));
    let (new, _) = admit(&sandbox, Guest::fraud("(i32.const 4096)").build()).await;
    assert_eq!(kinds(&new, &recorded), [DivergenceKind::MissingCall]);
}
