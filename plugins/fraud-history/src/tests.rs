//! Unit tests: each signal alone at its edge, parameters, and what happens without a past.

use redress_sdk::prelude::*;
use redress_sdk::serde_json::{Value, json};
use redress_sdk::testing::{CaseBuilder, FakeHost, NOW_MS, after_sale, past_order};

use crate::FraudHistory;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 1_440 * MINUTE_MS;

fn ask(host: &FakeHost, config: &Value, case: &CaseFile) -> Result<Assessment, RuleError> {
    FraudHistory::score(&host.call_json(config).unwrap(), case)
}

fn codes(host: &FakeHost, config: &Value, case: &CaseFile) -> Vec<String> {
    ask(host, config, case).unwrap().signals.into_iter().map(|signal| signal.code).collect()
}

/// A past with so many similar claims, the oldest of them so many days ago.
fn claims(count: u32, oldest_days: u32) -> FakeHost {
    FakeHost::new().after_sales((0..count).map(|i| after_sale(&format!("T-{i}"), oldest_days - i)).collect()).totals(sums(0, 1_000_000, 4))
}

fn sums(refunded: i64, paid: i64, orders: u32) -> Totals {
    Totals { orders, after_sales: 0, paid: Money::new(paid, "CNY"), refunded: Money::new(refunded, "CNY") }
}

fn case() -> CaseFile {
    CaseBuilder::new().build()
}

#[test]
fn a_customer_without_a_past_is_clean() {
    let host = FakeHost::new().orders(vec![past_order("o-77", 6, 28_800)]);
    assert_eq!(ask(&host, &json!({}), &case()).unwrap(), Assessment::clean());
}

#[test]
fn d6_three_similar_claims_in_half_a_year_are_tagged() {
    let found = ask(&claims(3, 180), &json!({}), &case()).unwrap();
    assert_eq!((found.score, found.tags.as_slice()), (60, &["潜在滥用权益".to_owned()][..]));
    assert_eq!(found.signals[0].detail, "近180天内同类售后3次");
    assert!(codes(&claims(2, 180), &json!({}), &case()).is_empty(), "two are not three");
    assert!(codes(&claims(3, 181), &json!({}), &case()).is_empty(), "one is older than half a year");
}

#[test]
fn this_claim_counts_when_the_merchant_wants_it() {
    let config = json!({"repeat": {"count_this": true, "tag": "留意"}});
    assert_eq!(ask(&claims(2, 10), &config, &case()).unwrap().tags, ["留意"]);
}

#[test]
fn similar_means_what_the_merchant_says() {
    let mut other = after_sale("T-1", 5);
    other.skus = vec!["OTHER".into()];
    other.problem_type = Some("size_mismatch".into());
    other.reasons = vec!["wrong_item".into()];
    other.kind = TicketKind::Exchange;
    let host = FakeHost::new().after_sales(vec![other]).totals(sums(0, 1, 1));
    let by = |similar: &[&str]| codes(&host, &json!({"repeat": {"count": 1, "similar_by": similar}}), &case()).len();
    assert_eq!((by(&["sku"]), by(&["reason"]), by(&["kind"]), by(&["problem_type"]), by(&["sku", "problem_type"])), (0, 0, 0, 1, 1));
}

#[test]
fn withdrawn_claims_and_questions_do_not_count() {
    let mut past: Vec<AfterSaleSummary> = (0..4).map(|i| after_sale(&format!("T-{i}"), 5)).collect();
    past[0].case_status = "cancelled".into();
    past[1].kind = TicketKind::Inquiry;
    let host = FakeHost::new().after_sales(past).totals(sums(0, 1, 1));
    assert!(codes(&host, &json!({}), &case()).is_empty());
    assert_eq!(codes(&host, &json!({"repeat": {"count": 2}}), &case()), ["repeat_claims"]);
}

#[test]
fn l27_window_and_count_come_from_parameters() {
    let config = json!({"repeat": {
        "window_days": {"parameter": "abuse_window_days", "default": 180},
        "count": {"parameter": "abuse_count", "default": 3}
    }});
    let number = |text: &str| ParameterValue::Number(text.into());
    assert_eq!(codes(&claims(3, 100), &config, &case()), ["repeat_claims"], "defaults hold without parameters");
    assert!(codes(&claims(3, 100).parameter("abuse_window_days", number("90")), &config, &case()).is_empty());
    assert!(codes(&claims(3, 100).parameter("abuse_count", number("4")), &config, &case()).is_empty());
    assert_eq!(codes(&claims(2, 100).parameter("abuse_count", number("2.0")), &config, &case()), ["repeat_claims"]);
}

#[test]
fn a_parameter_that_is_no_whole_number_is_an_error_not_a_guess() {
    let config = json!({"repeat": {"count": {"parameter": "abuse_count", "default": 3}}});
    for wrong in [ParameterValue::Number("2.5".into()), ParameterValue::Number("-1".into()), ParameterValue::Text("3".into())] {
        let error = ask(&claims(3, 10).parameter("abuse_count", wrong), &config, &case()).unwrap_err();
        let RuleError::Config(found) = error else { panic!("{error:?}") };
        assert_eq!(found[0].path, "/repeat/count/parameter");
    }
}

#[test]
fn refund_rate_speaks_at_its_edge_and_not_for_newcomers() {
    let found = |totals: Totals| codes(&FakeHost::new().totals(totals), &json!({}), &case());
    assert_eq!(found(sums(50_000, 100_000, 3)), ["high_refund_rate"]);
    assert!(found(sums(49_999, 100_000, 3)).is_empty());
    assert!(found(sums(100_000, 100_000, 2)).is_empty(), "two orders say nothing");
    assert!(found(sums(0, 0, 3)).is_empty(), "nothing was paid");
    assert_eq!(found(sums((1 << 53) - 1, (1 << 53) - 1, 9)), ["high_refund_rate"], "no overflow");
}

#[test]
fn timing_is_measured_from_delivery_to_the_claim() {
    let after = |ms: i64| {
        let mut case = case();
        case.order.as_mut().unwrap().delivered_at_ms = Some(case.ticket.created_at_ms - ms);
        codes(&FakeHost::new().totals(sums(0, 1, 1)), &json!({}), &case)
    };
    assert_eq!(after(60 * MINUTE_MS), ["claim_right_after_delivery"]);
    assert!(after(61 * MINUTE_MS).is_empty());
    assert!(after(-1).is_empty(), "claims before delivery are lost parcels");
    assert!(after(30 * DAY_MS).is_empty());
    assert_eq!(after(30 * DAY_MS + 1), ["claim_long_after_delivery"]);
}

#[test]
fn expensive_first_orders_speak_by_currency() {
    let found = |paid: i64, currency: &str, orders: u32| {
        let mut case = case();
        case.order.as_mut().unwrap().paid = Money::new(paid, currency);
        codes(&FakeHost::new().totals(sums(0, 1, orders)), &json!({}), &case)
    };
    assert_eq!(found(100_000, "CNY", 1), ["expensive_first_order"]);
    assert_eq!(found(100_000, "CNY", 0), ["expensive_first_order"], "the order may not be among the sums yet");
    assert!(found(99_999, "CNY", 1).is_empty());
    assert!(found(100_000, "CNY", 2).is_empty());
    assert!(found(9_000_000, "USD", 1).is_empty(), "no threshold for USD");
}

#[test]
fn open_tickets_speak_from_three() {
    let open = |count: usize| {
        let mut past: Vec<AfterSaleSummary> = (0..5).map(|i| after_sale(&format!("T-{i}"), 5)).collect();
        past.iter_mut().take(count).for_each(|claim| claim.case_status = "first_review".into());
        let config = json!({"repeat": {"weight": 0}});
        codes(&FakeHost::new().after_sales(past).totals(sums(0, 1, 1)), &config, &case())
    };
    assert!(open(2).is_empty());
    assert_eq!(open(3), ["many_open_tickets"]);
}

#[test]
fn a_warning_tag_on_the_customer_speaks() {
    let mut case = case();
    case.customer.as_mut().unwrap().tags = vec!["潜在滥用权益".into()];
    let found = ask(&FakeHost::new().totals(sums(0, 1, 1)), &json!({}), &case).unwrap();
    assert_eq!((found.score, found.signals[0].code.as_str()), (30, "known_tag"));
    assert!(found.tags.is_empty(), "only repeated claims tag the ticket");
}

#[test]
fn the_score_stops_at_one_hundred() {
    let mut case = case();
    case.customer.as_mut().unwrap().tags = vec!["潜在滥用权益".into()];
    let host = claims(5, 20).totals(sums(90, 100, 9));
    assert_eq!(ask(&host, &json!({}), &case).unwrap().score, 100);
}

#[test]
fn weight_zero_turns_a_signal_off_and_asks_nothing() {
    let off = json!({"weight": 0});
    let config =
        json!({"repeat": off, "refund_rate": off, "soon": off, "late": off, "first_order": off, "open_tickets": off, "known": off});
    let host = FakeHost::new().refuse_history(AccessError::Denied("history".into()));
    assert_eq!(ask(&host, &config, &case()).unwrap(), Assessment::clean());
}

#[test]
fn without_a_customer_only_the_timing_speaks() {
    let mut case = CaseBuilder::new().without_customer().build();
    case.order.as_mut().unwrap().delivered_at_ms = Some(NOW_MS);
    let host = FakeHost::new().refuse_history(AccessError::NoCustomer);
    assert_eq!(codes(&host, &json!({}), &case), ["claim_right_after_delivery"]);
}

#[test]
fn a_refused_look_up_is_an_error_not_a_clean_score() {
    let host = FakeHost::new().refuse_history(AccessError::Denied("history".into()));
    assert!(matches!(ask(&host, &json!({}), &case()), Err(RuleError::Unavailable(_))));
}

#[test]
fn questions_are_not_scored() {
    let host = FakeHost::new().refuse_history(AccessError::Denied("history".into()));
    let case = CaseBuilder::new().kind(TicketKind::Inquiry).build();
    assert_eq!(ask(&host, &json!({}), &case).unwrap(), Assessment::clean());
}

#[test]
fn details_follow_the_locale() {
    let found = ask(&claims(3, 90).locale("en-US"), &json!({}), &case()).unwrap();
    assert_eq!(found.signals[0].detail, "3 similar claims within 180 days");
}

#[test]
fn configurations_are_checked() {
    let paths = |config: Value| -> Vec<String> {
        let found = redress_sdk::validate_config::<FraudHistory>(&config.to_string());
        found.err().unwrap_or_default().into_iter().map(|violation| violation.path).collect()
    };
    assert!(paths(json!({})).is_empty());
    assert_eq!(paths(json!({"soon": {"weight": 101}})), ["/soon/weight"]);
    assert_eq!(paths(json!({"repeat": {"count": 0}})), ["/repeat/count"]);
    assert_eq!(
        paths(json!({"repeat": {"window_days": {"parameter": "", "default": 0}}})),
        ["/repeat/window_days/parameter", "/repeat/window_days/default"]
    );
    assert_eq!(paths(json!({"repeat": {"similar_by": []}})), ["/repeat/similar_by"]);
    assert_eq!(
        paths(json!({"first_order": {"at_least": {"cny": 1, "USD": -1}}})),
        ["/first_order/at_least/USD", "/first_order/at_least/cny"]
    );
    assert_eq!(paths(json!({"kinds": []})), ["/kinds"]);
    assert_eq!(paths(json!({"repeat": {"windowdays": 1}})), [""]);
}

#[test]
fn the_schema_says_what_every_setting_means() {
    let schema: Value = redress_sdk::serde_json::from_str(&redress_sdk::config_schema::<FraudHistory>()).unwrap();
    let definitions = schema["$defs"].as_object().unwrap().values();
    for part in [&schema].into_iter().chain(definitions) {
        for (name, property) in part["properties"].as_object().into_iter().flatten() {
            assert!(property["description"].is_string(), "{name} has no description");
        }
    }
    assert_eq!(schema["properties"]["repeat"]["default"]["window_days"], 180);
}
