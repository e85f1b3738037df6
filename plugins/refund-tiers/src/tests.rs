//! Unit tests: the numbers of the sources, their edges, and what happens when facts are missing.

use redress_sdk::prelude::*;
use redress_sdk::serde_json::{Value, json};
use redress_sdk::testing::{CaseBuilder, FakeHost, refund_request};

use crate::RefundTiers;

/// Delivered ten days ago, not to be judged by Z22 or the window: a wrong item, money back only.
fn plain() -> CaseBuilder {
    CaseBuilder::new().kind(TicketKind::RefundOnly).reason("wrong_item").delivered_days_ago(10)
}

fn ask(config: &Value, case: &CaseFile, request: &RefundRequest) -> Decision {
    let call = FakeHost::new().call_json(config).unwrap();
    RefundTiers::evaluate(&call, case, request).unwrap()
}

fn by_default(case: &CaseFile, minor: i64) -> Decision {
    ask(&json!({}), case, &refund_request(minor))
}

fn needs(role: &str, with_report: bool) -> Verdict {
    Verdict::NeedsApproval(ApprovalNeed { with_report, ..ApprovalNeed::any(role) })
}

#[test]
fn d3_tiers_include_their_upper_edge() {
    for (minor, verdict) in [
        (0, Verdict::Approve),
        (1, Verdict::Approve),
        (5_000, Verdict::Approve),
        (5_001, needs("supervisor", false)),
        (50_000, needs("supervisor", false)),
        (50_001, needs("director", true)),
        (9_007_199_254_740_991, needs("director", true)),
    ] {
        assert_eq!(by_default(&plain().build(), minor).verdict, verdict, "{minor}");
    }
}

#[test]
fn the_highest_of_requested_and_net_is_tiered() {
    let mut request = refund_request(4_000);
    request.net = Money::new(60_000, "CNY");
    assert_eq!(ask(&json!({}), &plain().build(), &request).verdict, needs("director", true));
    request = refund_request(60_000);
    request.net = Money::new(4_000, "CNY");
    assert_eq!(ask(&json!({}), &plain().build(), &request).verdict, needs("director", true));
}

#[test]
fn small_requests_add_up_when_the_merchant_wants_it() {
    let mut request = refund_request(3_000);
    request.refunded_before = Money::new(3_000, "CNY");
    assert_eq!(ask(&json!({}), &plain().build(), &request).verdict, Verdict::Approve);
    let verdict = ask(&json!({"include_refunded_before": true}), &plain().build(), &request).verdict;
    assert_eq!(verdict, needs("supervisor", false));
}

#[test]
fn a_currency_without_tiers_goes_to_the_director() {
    let mut request = refund_request(1);
    for money in [&mut request.requested, &mut request.net, &mut request.refunded_before] {
        money.currency = "GBP".into();
    }
    let decision = ask(&json!({}), &plain().build(), &request);
    assert_eq!(decision.verdict, needs("director", true));
    assert!(decision.explanation.contains("GBP"), "{}", decision.explanation);
    let config = json!({"tiers": {"GBP": [{"up_to": 1000}, {"up_to": null, "role": "supervisor"}]}});
    assert_eq!(ask(&config, &plain().build(), &request).verdict, Verdict::Approve);
}

#[test]
fn mixed_currencies_and_negative_amounts_are_no_question() {
    let mut request = refund_request(-1);
    request.net = Money::new(1, "USD");
    let call = FakeHost::new().call_json(&json!({})).unwrap();
    let error = RefundTiers::evaluate(&call, &plain().build(), &request).unwrap_err();
    let RuleError::InvalidInput(found) = error else { panic!("{error:?}") };
    assert_eq!(found.iter().map(|v| v.path.as_str()).collect::<Vec<_>>(), ["/requested/minor", "/net/currency"]);
}

#[test]
fn z22_approves_whatever_the_amount() {
    let case = CaseBuilder::new().delivered_days_ago(7).field("package_intact", &json!(true)).build();
    let decision = by_default(&case, 300_000);
    assert_eq!(decision.verdict, Verdict::Approve);
    assert!(decision.explanation.contains("七天无理由"), "{}", decision.explanation);
}

#[test]
fn z22_needs_every_condition() {
    let sample = || CaseBuilder::new().field("package_intact", &json!(true));
    let supervisor = needs("supervisor", false);
    let cases = [
        ("a minute late", late_by(&sample().delivered_days_ago(7).build(), 60_000), supervisor.clone()),
        ("another reason", sample().reason("wrong_item").build(), supervisor.clone()),
        ("another kind", sample().kind(TicketKind::RefundOnly).build(), supervisor.clone()),
        ("package torn", CaseBuilder::new().field("package_intact", &json!(false)).build(), supervisor.clone()),
        ("package unknown", CaseBuilder::new().build(), supervisor.clone()),
        ("delivery unknown", sample().without_order().build(), supervisor.clone()),
        ("delivered tomorrow", late_by(&sample().delivered_days_ago(0).build(), -86_400_000), supervisor),
    ];
    for (what, case, verdict) in cases {
        assert_eq!(by_default(&case, 28_800).verdict, verdict, "{what}");
    }
}

fn late_by(case: &CaseFile, ms: i64) -> CaseFile {
    let mut case = case.clone();
    let order = case.order.as_mut().unwrap();
    order.delivered_at_ms = order.delivered_at_ms.map(|at| at - ms);
    case
}

#[test]
fn z22_keeps_to_its_limit() {
    let case = CaseBuilder::new().field("package_intact", &json!(true)).build();
    let config = json!({"auto_approve": [{"max_amount": {"CNY": 10_000}}]});
    assert_eq!(ask(&config, &case, &refund_request(10_000)).verdict, Verdict::Approve);
    assert_eq!(ask(&config, &case, &refund_request(10_001)).verdict, needs("supervisor", false));
}

#[test]
fn z11_replaces_the_tiers() {
    let config = json!({"inspection": [{"categories": ["pet_device"]}]});
    let case = CaseBuilder::new().build();
    let below = ask(&config, &case, &refund_request(49_999));
    assert_eq!((below.verdict, below.tags), (Verdict::Approve, vec!["待仓库质检".to_owned()]));
    assert_eq!(ask(&config, &case, &refund_request(50_000)).verdict, needs("supervisor", false));
    let other = CaseBuilder::new().category("food").build();
    assert_eq!(ask(&config, &other, &refund_request(50_001)).verdict, needs("director", true));
}

#[test]
fn late_returns_need_people_or_are_refused() {
    let case = CaseBuilder::new().delivered_days_ago(8).build();
    assert_eq!(by_default(&case, 100).verdict, needs("supervisor", false));
    let refused = ask(&json!({"windows": [{"late": "reject"}]}), &case, &refund_request(100));
    assert!(matches!(&refused.verdict, Verdict::Reject(text) if text.contains("7天")), "{:?}", refused.verdict);
    let own = ask(&json!({"windows": [{"late": "reject", "message": "过期了"}]}), &case, &refund_request(100));
    assert_eq!(own.verdict, Verdict::Reject("过期了".into()));
    assert_eq!(by_default(&CaseBuilder::new().delivered_days_ago(7).build(), 100).verdict, Verdict::Approve);
    // The director of the amount outranks the supervisor of the window.
    assert_eq!(by_default(&case, 50_001).verdict, needs("director", true));
}

#[test]
fn days_may_count_from_the_next_midnight() {
    // Delivered 2026-09-30T16:30Z, in China on 1 October at 00:30: the seven days from the next midnight end on 9 October at
    // 00:00, which is 2026-10-08T16:00Z.
    let end = 1_791_475_200_000;
    let mut case = CaseBuilder::new().build();
    case.order.as_mut().unwrap().delivered_at_ms = Some(end - 7 * 86_400_000 - 23 * 3_600_000 - 30 * 60_000);
    let config = json!({"days_count_from": "next_midnight"});
    for (now_ms, verdict) in [(end, Verdict::Approve), (end + 1, needs("supervisor", false))] {
        let call = FakeHost::new().now_ms(now_ms).call_json(&config).unwrap();
        assert_eq!(RefundTiers::evaluate(&call, &case, &refund_request(100)).unwrap().verdict, verdict, "{now_ms}");
    }
}

#[test]
fn unknown_risk_is_never_automatic() {
    let mut request = refund_request(100);
    request.risk = None;
    let decision = ask(&json!({}), &plain().build(), &request);
    assert_eq!(decision.verdict, needs("supervisor", false));
    assert!(decision.explanation.contains("风险未知"), "{}", decision.explanation);
    request = RefundRequest { risk: None, ..refund_request(60_000) };
    assert_eq!(ask(&json!({}), &plain().build(), &request).verdict, needs("director", true));
}

#[test]
fn a_high_score_goes_up_the_ladder() {
    let scored = |score| RefundRequest { risk: Some(Risk { score, signals: vec!["repeat_claims".into()] }), ..refund_request(100) };
    assert_eq!(ask(&json!({}), &plain().build(), &scored(59)).verdict, Verdict::Approve);
    assert_eq!(ask(&json!({}), &plain().build(), &scored(60)).verdict, needs("director", true));
    let levels = json!({"risk": {"levels": [{"from": 80, "role": "director"}, {"from": 30, "role": "supervisor", "with_report": true}]}});
    assert_eq!(ask(&levels, &plain().build(), &scored(79)).verdict, needs("supervisor", true));
    assert_eq!(ask(&levels, &plain().build(), &scored(80)).verdict, needs("director", false));
}

#[test]
fn u9_and_z6_ask_for_missing_evidence() {
    let missing = |case: CaseBuilder| match by_default(&case.build(), 100).verdict {
        Verdict::NeedInformation(fields) => fields,
        other => panic!("{other:?}"),
    };
    assert_eq!(missing(plain().reason("damaged")), ["photo", "damage_position"]);
    assert_eq!(missing(plain().problem_type("商品破损").field("photo", &json!(["p.jpg"]))), ["damage_position"]);
    assert_eq!(
        missing(plain().reason("damaged").field("photo", &json!([])).field("damage_position", &json!(" "))),
        ["photo", "damage_position"]
    );
    assert_eq!(missing(plain().reason("quality")), ["photo"], "the ticket's own description counts");
    assert_eq!(missing(plain().field("refund_method", &json!("bank_card"))), ["bank_card_number"]);
    let complete = plain().reason("damaged").field("photo", &json!("p.jpg")).field("damage_position", &json!("瓶盖")).build();
    assert_eq!(by_default(&complete, 100).verdict, Verdict::Approve);
}

#[test]
fn quorums_reach_the_verdict_and_the_strictest_stays() {
    let config = json!({
        "tiers": {"CNY": [{"up_to": null, "role": "supervisor", "quorum": {"at_least": 2}}]},
        "windows": [{"role": "supervisor"}]
    });
    let case = CaseBuilder::new().delivered_days_ago(30).build();
    let Verdict::NeedsApproval(need) = ask(&config, &case, &refund_request(1)).verdict else { panic!() };
    assert_eq!(need.quorum, Quorum::AtLeast(2));
    let all = json!({"tiers": {"CNY": [{"up_to": null, "role": "director", "quorum": "all"}]}});
    let Verdict::NeedsApproval(need) = ask(&all, &case, &refund_request(1)).verdict else { panic!() };
    assert_eq!(need.quorum, Quorum::All);
}

#[test]
fn explanations_follow_the_locale() {
    let call = FakeHost::new().locale("en-GB").call_json(&json!({})).unwrap();
    let english = RefundTiers::evaluate(&call, &plain().build(), &refund_request(28_800)).unwrap().explanation;
    assert_eq!(english, "288.00 CNY is above 50.00 CNY and at most 500.00 CNY: supervisor must agree.");
    let chinese = by_default(&plain().build(), 28_800).explanation;
    assert_eq!(chinese, "金额288.00元，超过50.00元、不超过500.00元，需客服组长审批。");
}

#[test]
fn configurations_are_checked() {
    let paths = |config: Value| -> Vec<String> {
        let found = redress_sdk::validate_config::<RefundTiers>(&config.to_string());
        found.err().unwrap_or_default().into_iter().map(|violation| violation.path).collect()
    };
    assert!(paths(json!({})).is_empty());
    assert!(paths(json!({"inspection": [{}], "windows": [{}], "auto_approve": [{}]})).is_empty());
    assert_eq!(paths(json!({"tiers": {"CNY": []}})), ["/tiers/CNY"]);
    assert_eq!(paths(json!({"tiers": {"yuan": [{"up_to": null}]}})), ["/tiers/yuan"]);
    assert_eq!(paths(json!({"tiers": {"CNY": [{"up_to": 10}, {"up_to": 10}, {"up_to": null}]}})), ["/tiers/CNY/1/up_to"]);
    assert_eq!(paths(json!({"tiers": {"CNY": [{"up_to": null}, {"up_to": null}]}})), ["/tiers/CNY/0/up_to"]);
    assert_eq!(paths(json!({"tiers": {"CNY": [{"up_to": null, "role": "boss"}]}})), ["/tiers/CNY/0/role"]);
    assert_eq!(paths(json!({"tiers": {"CNY": [{"up_to": null, "with_report": true}]}})), ["/tiers/CNY/0/role"]);
    assert_eq!(paths(json!({"risk": {"levels": [{"from": 101, "role": "director"}]}})), ["/risk/levels/0/from"]);
    assert_eq!(paths(json!({"windows": [{"role": "x"}]})), ["/windows/0/role"]);
    assert_eq!(paths(json!({"required_fields": [{}]})), ["/required_fields/0/fields"]);
    assert_eq!(paths(json!({"no_such_setting": 1})), [""]);
}

#[test]
fn the_schema_says_what_every_setting_means() {
    let schema: Value = redress_sdk::serde_json::from_str(&redress_sdk::config_schema::<RefundTiers>()).unwrap();
    let definitions = schema["$defs"].as_object().unwrap().values();
    for part in [&schema].into_iter().chain(definitions) {
        for (name, property) in part["properties"].as_object().into_iter().flatten() {
            assert!(property["description"].is_string(), "{name} has no description");
        }
    }
    assert_eq!(schema["properties"]["tiers"]["default"]["CNY"][0]["up_to"], 5_000);
}
