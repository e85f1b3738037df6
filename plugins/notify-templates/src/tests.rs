//! Unit tests: the texts of the sources, overrides, variables, and who must never be told.

use redress_sdk::prelude::*;
use redress_sdk::serde_json::{Value, json};
use redress_sdk::testing::{CaseBuilder, FakeHost, event};

use crate::{NotifyTemplates, builtin, template};

/// Every event of the workflow that people hear of; `ticket.closed` and `replacement.reserved` reach systems only.
const EVENTS: [&str; 40] = [
    "ticket.created",
    "ticket.merged",
    "ticket.approved",
    "ticket.refused",
    "ticket.approval_needed",
    "ticket.information_requested",
    "ticket.transferred",
    "ticket.cancelled",
    "ticket.reopened",
    "ticket.message_added",
    "ticket.amended",
    "ticket.review_needed",
    "ticket.customer_answered",
    "ticket.escalated",
    "ticket.expired",
    "ticket.completed",
    "return.requested",
    "goods.received",
    "goods.inspected_ok",
    "goods.problem",
    "goods.sent_back",
    "parcel.exception",
    "parcel.lost",
    "replacement.shipped",
    "replacement.out_of_stock",
    "replacement.difference_due",
    "settlement.changed",
    "refund.pending",
    "refund.paid",
    "refund.failed",
    "refund.unknown",
    "refund.external",
    "survey.sent",
    "abuse.suspected",
    "refund.clawback",
    "refund.clawed_back",
    "dispute.opened",
    "dispute.ruled",
    "dispute.withdrawn",
    "rule.failed",
];

fn with(name: &str, details: &Value) -> Event {
    let details = details.as_object().unwrap().iter().map(|(key, value)| (key.clone(), value.to_string())).collect();
    Event { details, ..event(name) }
}

fn compose(locale: &str, config: &Value, event: &Event) -> Vec<Message> {
    let call = FakeHost::new().locale(locale).call_json(config).unwrap();
    NotifyTemplates::compose(&call, &CaseBuilder::new().build(), event).unwrap()
}

fn to_customer(locale: &str, config: &Value, event: &Event) -> String {
    let messages = compose(locale, config, event);
    messages.into_iter().find(|message| message.recipient == Recipient::Customer).expect("a message to the customer").body
}

/// The body of a template made of one text.
fn fill(body: &str, event: &Event) -> String {
    let config = json!({"events": {event.name.clone(): [{"recipient": "customer", "template": "t"}]}, "templates": {"t": {"zh-CN": {"body": body}}}});
    to_customer("zh-CN", &config, event)
}

#[test]
fn z19_and_z23_speak_the_words_of_the_source() {
    assert_eq!(to_customer("zh-CN", &json!({}), &event("ticket.created")), "您的服务单已受理，编号为20261007-0001");
    let inspected = with("goods.inspected_ok", &json!({"ok": true, "amount": {"minor": 990, "currency": "CNY"}}));
    assert_eq!(to_customer("zh-CN", &json!({}), &inspected), "您的退货商品已质检通过，退款将在1-3个工作日内原路返还");
    let channels: Vec<String> = compose("zh-CN", &json!({}), &inspected).into_iter().map(|message| message.channel).collect();
    assert_eq!(channels, ["email", "sms", "webhook"]);
}

#[test]
fn no_refund_is_announced_that_was_not_decided() {
    let told = to_customer("zh-CN", &json!({}), &with("goods.inspected_ok", &json!({"ok": true})));
    assert_eq!(told, "您退回的商品（服务单20261007-0001）已质检通过，我们会尽快处理。");
}

#[test]
fn every_event_has_words_in_both_languages() {
    let details = json!({"role": "director", "assignee": "usr_1", "author": "agent", "amount": {"minor": 990, "currency": "CNY"}, "url": "https://shop.example/s/1"});
    for name in EVENTS {
        for locale in ["zh-CN", "en"] {
            let messages = compose(locale, &json!({}), &with(name, &details));
            assert!(messages.len() >= 2, "{name} tells nobody but systems");
            for message in messages {
                assert!(!message.body.trim().is_empty() && !message.body.contains("{{"), "{message:?}");
                assert_eq!(message.locale, locale);
            }
        }
    }
}

#[test]
fn built_in_templates_are_well_formed() {
    for name in builtin::names() {
        for chinese in [true, false] {
            let (subject, body) = builtin::text(name, chinese).unwrap();
            for text in [subject, body] {
                assert_eq!(template::problems(text), [], "{name}");
            }
        }
    }
}

#[test]
fn built_in_sends_use_built_in_templates() {
    for send in EVENTS.into_iter().flat_map(builtin::sends) {
        assert!(builtin::text(&send.template, true).is_some(), "{}", send.template);
    }
}

#[test]
fn amounts_follow_the_currency() {
    let amount =
        |minor: i64, currency: &str| fill("{{refund.amount}}", &with("x", &json!({"amount": {"minor": minor, "currency": currency}})));
    assert_eq!(amount(28_800, "CNY"), "288.00元");
    assert_eq!(amount(5, "CNY"), "0.05元");
    assert_eq!(amount(1200, "JPY"), "1200 JPY");
    assert_eq!(amount(1, "KWD"), "0.001 KWD");
    assert_eq!(fill("{{refund.amount}}", &event("x")), "288.00元", "without a detail, what the ticket asks for");
}

#[test]
fn choices_take_the_first_value_and_else_the_words() {
    let told = with("x", &json!({"reason": "", "note": "滤网缺失", "count": 2, "ok": true, "parts": ["a", "b"], "nothing": null}));
    assert_eq!(fill("{{event.reason|event.note|无}}", &told), "滤网缺失");
    assert_eq!(fill("{{event.other | event.nothing | a|b}}", &told), " a|b");
    assert_eq!(fill("[{{event.other}}][{{event.other|}}]", &told), "[][]");
    assert_eq!(fill("{{event.count}} {{event.ok}} {{event.parts}}", &told), "2 是 a、b");
    assert_eq!(
        fill("{{customer.name|客户}} {{ticket.kind}} {{ticket.priority}} {{ticket.status}}", &told),
        "customer 42 退货退款 普通 已提交"
    );
}

#[test]
fn values_are_not_templates() {
    let sly = with("x", &json!({"reason": "{{customer.external_id}}"}));
    assert_eq!(fill("{{event.reason}}", &sly), "{{customer.external_id}}");
}

#[test]
fn only_names_are_translated() {
    let told = with("x", &json!({"role": "director", "fields": ["photo", "damage_position"], "body": "risk"}));
    assert_eq!(fill("{{event.role}} {{event.fields}} {{event.body}}", &told), "运营总监 照片、破损位置 risk");
}

#[test]
fn a_subject_is_one_line() {
    let config = json!({"events": {"x": [{"recipient": "customer", "template": "t"}]}, "templates": {"t": {"zh-CN": {"subject": "{{event.reason}}", "body": "b"}}}});
    let messages = compose("zh-CN", &config, &with("x", &json!({"reason": "a\r\nBcc: b"})));
    assert_eq!(messages[0].subject, "a Bcc: b");
}

#[test]
fn moments_are_in_the_time_of_the_shop() {
    let at = |at_ms: i64| fill("{{event.at}}", &Event { at_ms, ..event("x") });
    assert_eq!(at(1_791_360_000_000), "2026-10-07 16:00");
    assert_eq!(at(0), "1970-01-01 08:00");
    assert_eq!(at(1_709_222_399_999), "2024-02-29 23:59");
    assert_eq!(at(-1), "1970-01-01 07:59");
}

#[test]
fn channels_come_from_the_send_or_the_audience() {
    let config = json!({"channels": {"customer": ["sms", "email"], "system": []}});
    let channels = |config: &Value| compose("zh-CN", config, &event("ticket.created")).into_iter().map(|m| m.channel).collect::<Vec<_>>();
    assert_eq!(channels(&config), ["sms", "email", "todo"]);
    assert_eq!(channels(&json!({})), ["sms", "todo", "webhook"]);
    let own =
        json!({"events": {"ticket.created": [{"channel": "sms", "recipient": {"role": "finance"}, "template": "ticket.created.staff"}]}});
    assert_eq!(channels(&own), ["sms"]);
}

#[test]
fn a_merchants_text_replaces_the_built_in_one_in_its_language() {
    let config =
        json!({"templates": {"ticket.created.customer": {"zh-CN": {"body": "{{shop.name}}收到：{{ticket.number}}"}}}, "shop_name": "猫舍"});
    assert_eq!(to_customer("zh-CN", &config, &event("ticket.created")), "猫舍收到：20261007-0001");
    assert_eq!(to_customer("zh-TW", &config, &event("ticket.created")), "猫舍收到：20261007-0001");
    assert!(to_customer("en", &config, &event("ticket.created")).starts_with("We have received"));
    let other = json!({"locale": "en"});
    assert!(to_customer("zh-CN", &other, &event("ticket.created")).starts_with("We have received"));
}

#[test]
fn an_empty_list_silences_an_event() {
    assert!(compose("zh-CN", &json!({"events": {"ticket.created": []}}), &event("ticket.created")).is_empty());
}

#[test]
fn other_events_reach_systems_only() {
    let messages = compose("zh-CN", &json!({}), &event("ticket.closed"));
    assert_eq!(messages.len(), 1);
    assert_eq!((&messages[0].recipient, messages[0].body.as_str()), (&Recipient::System, "ticket.closed 20261007-0001 已提交"));
}

#[test]
fn customers_never_read_internal_messages() {
    let internal = with("ticket.message_added", &json!({"author": "agent", "internal": true, "body": "可疑"}));
    let own = json!({"events": {"ticket.message_added": [{"recipient": "customer", "template": "ticket.message_added.customer"}]}});
    for config in [json!({}), own] {
        assert!(compose("zh-CN", &config, &internal).iter().all(|message| message.recipient != Recipient::Customer));
    }
    let open = with("ticket.message_added", &json!({"author": "agent", "internal": false, "body": "您好"}));
    assert_eq!(to_customer("zh-CN", &json!({}), &open), "您好");
}

#[test]
fn messages_reach_the_other_side() {
    let written = with("ticket.message_added", &json!({"author": "customer", "body": "在吗"}));
    let recipients: Vec<_> = compose("zh-CN", &json!({}), &written).into_iter().map(|message| message.recipient).collect();
    assert_eq!(recipients, [Recipient::Role("agent".into()), Recipient::System]);
}

#[test]
fn details_may_name_the_recipient() {
    let asked = compose("zh-CN", &json!({}), &with("ticket.approval_needed", &json!({"role": "director"})));
    assert_eq!(asked[0].recipient, Recipient::Role("director".into()));
    assert!(asked[0].body.contains("等待运营总监审批"), "{}", asked[0].body);
    let nobody = compose("zh-CN", &json!({}), &with("ticket.transferred", &json!({"assignee": null})));
    assert_eq!(nobody.len(), 1, "systems only");
}

#[test]
fn without_a_customer_nobody_is_told_in_their_place() {
    let call = FakeHost::new().call_json(&json!({})).unwrap();
    let case = CaseBuilder::new().without_customer().build();
    let messages = NotifyTemplates::compose(&call, &case, &event("ticket.created")).unwrap();
    assert!(messages.iter().all(|message| message.recipient != Recipient::Customer));
}

#[test]
fn configurations_are_checked() {
    let paths = |config: Value| -> Vec<String> {
        let found = redress_sdk::validate_config::<NotifyTemplates>(&config.to_string());
        found.err().unwrap_or_default().into_iter().map(|violation| violation.path).collect()
    };
    let text = |subject: &str, body: &str| json!({"templates": {"a/b": {"zh-CN": {"subject": subject, "body": body}}}});
    assert!(paths(json!({})).is_empty());
    assert!(paths(text("{{event.any}}", "{{field.型号|型号未知}} {{ticket.number|}}")).is_empty());
    assert_eq!(paths(text("{{ticket.nummer}}", "ok")), ["/templates/a~1b/zh-CN/subject"]);
    assert_eq!(paths(text("", "{{secret}} {{ticket.number")), ["/templates/a~1b/zh-CN/body", "/templates/a~1b/zh-CN/body"]);
    assert_eq!(paths(text("", " ")), ["/templates/a~1b/zh-CN/body"]);
    assert_eq!(paths(json!({"templates": {"t": {}}})), ["/templates/t"]);
    assert_eq!(paths(json!({"templates": {"t": {"中文": {"body": "x"}}}})), ["/templates/t/中文"]);
    assert_eq!(paths(json!({"events": {"x": [{"recipient": "customer", "template": "none"}]}})), ["/events/x/0/template"]);
    assert_eq!(
        paths(json!({"events": {"x": [{"recipient": {"role": ""}, "template": "event.system", "channel": ""}]}})),
        ["/events/x/0/channel", "/events/x/0/recipient"]
    );
    assert_eq!(
        paths(json!({"channels": {"customer": [""]}, "locale": "c", "utc_offset_minutes": 900})),
        ["/channels/customer/0", "/locale", "/utc_offset_minutes"]
    );
}

#[test]
fn the_schema_says_what_every_setting_means() {
    let schema: Value = redress_sdk::serde_json::from_str(&redress_sdk::config_schema::<NotifyTemplates>()).unwrap();
    let definitions = schema["$defs"].as_object().unwrap().values();
    for part in [&schema].into_iter().chain(definitions) {
        for (name, property) in part["properties"].as_object().into_iter().flatten() {
            assert!(property["description"].is_string(), "{name} has no description");
        }
    }
    assert_eq!(schema["properties"]["channels"]["default"]["system"], json!(["webhook"]));
}
