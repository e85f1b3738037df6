//! How answers combine: the strictest wins, and nothing makes a result milder.

use proptest::prelude::*;
use redress_domain::decide::{Asked, RefundOutcome, combine, refund, risk, route};
use redress_domain::decision::Outcome;
use redress_domain::rule::{
    ApprovalNeed, Assessment, Deduction, Desk, DeskQueue, Hook, Quorum, RefundDecision, RefundRequest, Risk, Route, Signal, Verdict,
    VerdictKind,
};

use crate::sample::{failure, limits, yuan};

fn asked<T>(result: Result<T, redress_domain::decide::Failure>) -> Asked<T> {
    Asked { binding: None, plugin: "sample".to_owned(), version: "1.0.0".to_owned(), result }
}

fn verdict(verdict: Verdict) -> Asked<RefundDecision> {
    asked(Ok(RefundDecision { verdict, deductions: Vec::new(), explanation: "because".to_owned(), tags: Vec::new() }))
}

fn needs(role: &str, quorum: Quorum) -> Verdict {
    Verdict::NeedsApproval(ApprovalNeed { role: role.to_owned(), quorum, with_report: false })
}

fn fault() -> Asked<RefundDecision> {
    asked(Err(failure(Hook::RefundApproval)))
}

fn request(minor: i64) -> RefundRequest {
    RefundRequest { requested: yuan(minor), net: yuan(minor), refunded_before: yuan(0), risk: Some(Risk { score: 0, signals: Vec::new() }) }
}

fn roles(outcome: &RefundOutcome) -> Vec<(&str, u32)> {
    outcome.approvals.iter().map(|a| (a.need.role.as_str(), a.required)).collect()
}

#[test]
fn the_strictest_verdict_wins() {
    let answers = [
        verdict(Verdict::Approve),
        verdict(needs("director", Quorum::Any)),
        verdict(needs("supervisor", Quorum::All)),
        verdict(needs("supervisor", Quorum::Any)),
    ];
    let outcome = refund(&answers, &request(30_000), &limits());
    assert_eq!(outcome.refund.verdict, VerdictKind::NeedsApproval);
    assert_eq!(roles(&outcome), [("supervisor", 2), ("director", 1)]);
    assert_eq!(outcome.refund.role.as_deref(), Some("supervisor"));

    let ask = verdict(Verdict::NeedInformation(vec!["photo".to_owned(), "photo".to_owned(), "bank".to_owned()]));
    let outcome = refund(&[answers[1].clone(), ask.clone()], &request(30_000), &limits());
    assert_eq!((outcome.refund.verdict, outcome.approvals.len()), (VerdictKind::NeedInformation, 0));
    assert_eq!(outcome.information, ["photo", "bank"]);

    let outcome = refund(&[ask, verdict(Verdict::Reject("不支持".to_owned()))], &request(30_000), &limits());
    assert_eq!((outcome.refund.verdict, outcome.reject.as_deref()), (VerdictKind::Reject, Some("不支持")));
}

#[test]
fn a_fault_or_no_rule_at_all_goes_to_the_highest_tier_by_hand() {
    for answers in [vec![], vec![fault()], vec![verdict(Verdict::Approve), fault()]] {
        let outcome = refund(&answers, &request(990), &limits());
        assert!(outcome.manual);
        assert_eq!(outcome.refund.verdict, VerdictKind::NeedsApproval);
        assert_eq!(roles(&outcome), [("director", 1)]);
    }
    let outcome = refund(&[fault()], &request(990), &limits());
    assert_eq!(outcome.failures, [failure(Hook::RefundApproval)]);
    assert!(outcome.refund.explanation.contains("sample 1.0.0 failed: the rule used up its fuel"), "{}", outcome.refund.explanation);
}

#[test]
fn an_unknown_risk_or_a_host_limit_stops_automatic_approval() {
    let mut unknown = request(990);
    unknown.risk = None;
    let outcome = refund(&[verdict(Verdict::Approve)], &unknown, &limits());
    assert_eq!((roles(&outcome), outcome.manual), (vec![("supervisor", 1)], false));

    let mut capped = limits();
    capped.max_auto = Some(yuan(5_000));
    assert_eq!(refund(&[verdict(Verdict::Approve)], &request(5_000), &capped).refund.verdict, VerdictKind::Approve);
    assert_eq!(roles(&refund(&[verdict(Verdict::Approve)], &request(5_001), &capped)), [("supervisor", 1)]);
}

#[test]
fn deductions_of_one_code_are_one_and_the_larger() {
    let keep = |code: &str, minor| {
        let deduction = Deduction { code: code.to_owned(), amount: yuan(minor), reason: "缺件".to_owned(), line: None };
        asked(Ok(RefundDecision { verdict: Verdict::Approve, deductions: vec![deduction], explanation: String::new(), tags: Vec::new() }))
    };
    let outcome = refund(&[keep("part", 3_500), keep("part", 2_000), keep("freight", 500)], &request(28_800), &limits());
    assert_eq!((outcome.refund.amount, outcome.deductions.len()), (yuan(24_800), 2));
    assert_eq!(outcome.refund.verdict, VerdictKind::Approve);

    let outcome = refund(&[keep("part", 900), keep("freight", 500)], &request(990), &limits());
    assert_eq!((outcome.refund.amount, outcome.manual), (yuan(0), true));
    assert_eq!(outcome.deductions.iter().map(|d| d.amount.minor()).sum::<i64>(), 990);
}

#[test]
fn the_highest_score_counts_and_all_signals_stay() {
    let score = |score, code: &str| {
        let signals = vec![Signal { code: code.to_owned(), weight: score, detail: String::new() }];
        asked(Ok(Assessment { score, signals, tags: vec!["潜在滥用权益".to_owned()] }))
    };
    let outcome = risk(&[score(20, "new_customer"), score(70, "repeat_claims")]);
    let known = outcome.risk.unwrap();
    assert_eq!((known.score, known.signals.len(), outcome.tags.len()), (70, 2, 1));

    assert_eq!(risk(&[]).risk, Some(Risk { score: 0, signals: Vec::new() }));
    let outcome = risk(&[score(20, "new_customer"), asked(Err(failure(Hook::FraudScoring)))]);
    assert_eq!((outcome.risk, outcome.failures.len()), (None, 1));
}

#[test]
fn the_first_route_that_exists_wins() {
    let desk =
        Desk { queues: vec![DeskQueue { key: "claims".to_owned(), name: "售后理赔组".to_owned() }], agents: Vec::new(), turn: 1 };
    let to = |key: &str| asked(Ok(Some(Route { queue: Some(key.to_owned()), ..Route::default() })));
    let outcome = route(&[asked(Ok(None)), asked(Err(failure(Hook::Routing))), to("ghost"), to("claims")], &desk);
    assert_eq!(outcome.route.and_then(|r| r.queue).as_deref(), Some("claims"));
    assert_eq!(outcome.failures.iter().map(|f| f.outcome).collect::<Vec<_>>(), [Outcome::OutOfFuel, Outcome::InvalidOutput]);
    assert!(outcome.failures[1].message.contains("'ghost'"));
    assert_eq!(route(&[], &desk).route, None);
}

#[test]
fn failures_of_other_hooks_do_not_send_a_ticket_to_the_manual_lane() {
    let desk = Desk { queues: Vec::new(), agents: Vec::new(), turn: 0 };
    let risky = risk(&[asked(Err(failure(Hook::FraudScoring)))]);
    let mut question = request(990);
    question.risk.clone_from(&risky.risk);
    let money = refund(&[verdict(Verdict::Approve)], &question, &limits());
    let all = combine(route(&[asked(Err(failure(Hook::Routing)))], &desk), risky, Some(money));
    assert_eq!((all.manual, all.failures.len(), all.risk), (false, 2, None));
    assert_eq!(all.refund.map(|r| r.verdict), Some(VerdictKind::NeedsApproval));
}

fn any_answer() -> impl Strategy<Value = Asked<RefundDecision>> {
    let role = prop::sample::select(vec!["agent", "supervisor", "director", "risk"]);
    let quorum = prop_oneof![Just(Quorum::Any), Just(Quorum::All), (0u32..4).prop_map(Quorum::AtLeast)];
    let said = prop_oneof![
        3 => Just(Verdict::Approve),
        3 => (role, quorum, any::<bool>()).prop_map(|(role, quorum, with_report)| {
            Verdict::NeedsApproval(ApprovalNeed { role: role.to_owned(), quorum, with_report })
        }),
        1 => Just(Verdict::NeedInformation(vec!["photo".to_owned()])),
        1 => Just(Verdict::Reject("no".to_owned())),
    ];
    let deductions = prop::collection::vec((prop::sample::select(vec!["part", "freight", "wear"]), 0i64..400), 0..3);
    let answer = (said, deductions).prop_map(|(said, deductions)| {
        let deductions = deductions
            .into_iter()
            .map(|(code, minor)| Deduction { code: code.to_owned(), amount: yuan(minor), reason: String::new(), line: None })
            .collect();
        asked(Ok(RefundDecision { verdict: said, deductions, explanation: String::new(), tags: Vec::new() }))
    });
    prop_oneof![9 => answer, 1 => Just(fault())]
}

proptest! {
    #[test]
    fn one_more_answer_never_makes_the_result_milder(
        answers in prop::collection::vec(any_answer(), 1..5), more in any_answer(), at in any::<prop::sample::Index>(), known in any::<bool>(),
    ) {
        let mut question = request(990);
        if !known {
            question.risk = None;
        }
        let before = refund(&answers, &question, &limits());
        let mut longer = answers;
        longer.insert(at.index(longer.len() + 1), more);
        let after = refund(&longer, &question, &limits());

        prop_assert!(after.refund.verdict >= before.refund.verdict);
        prop_assert!(after.refund.amount.minor() <= before.refund.amount.minor());
        prop_assert!(after.manual >= before.manual);
        prop_assert!(after.failures.len() >= before.failures.len());
        if after.refund.verdict == VerdictKind::NeedsApproval && before.refund.verdict == VerdictKind::NeedsApproval && known {
            for need in &before.approvals {
                let same = after.approvals.iter().find(|a| a.need.role == need.need.role);
                prop_assert!(same.is_some_and(|a| a.required >= need.required && a.need.with_report >= need.need.with_report));
            }
        }
    }

    #[test]
    fn a_result_is_sound(answers in prop::collection::vec(any_answer(), 0..5)) {
        let outcome = refund(&answers, &request(990), &limits());
        let kept: i64 = outcome.deductions.iter().map(|d| d.amount.minor()).sum();
        prop_assert_eq!(outcome.refund.amount.minor() + kept, 990);
        prop_assert!(!outcome.refund.amount.is_negative());
        let ranks: Vec<i32> = outcome.approvals.iter().map(|a| limits().rank(&a.need.role).unwrap_or(i32::MAX)).collect();
        prop_assert!(ranks.is_sorted());
        prop_assert_eq!(outcome.refund.verdict == VerdictKind::NeedsApproval, !outcome.approvals.is_empty() && outcome.refund.verdict < VerdictKind::NeedInformation);
        let order: Vec<_> = answers.iter().rev().cloned().collect();
        prop_assert_eq!(refund(&order, &request(990), &limits()).refund.verdict, outcome.refund.verdict);
    }
}
