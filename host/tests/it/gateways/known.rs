//! Known answers of real gateways (`shared/data/channels`), through the stock plugins and the server's own keys.

use std::collections::BTreeMap;
use std::sync::Arc;

use redress::gateways::Keyring;
use redress_domain::decision::Outcome;
use redress_domain::rule::{Answer, CallContext, GatewayAnswer, GatewayQuestion, Question};
use redress_sandbox::{Allowance, Call};
use serde_json::{Value, json};

use crate::outside::outside;
use crate::shop::Shop;

/// The case with this id; `None` where the outside inputs are not there.
fn known(id: &str) -> Option<Value> {
    let all = outside("channels/signature_kats.json")?;
    let cases = all.as_array().or(all["cases"].as_array()).unwrap();
    Some(cases.iter().find(|case| case["id"] == id).unwrap_or_else(|| panic!("there is no case {id}")).clone())
}

/// Hands a message of a gateway to a plugin.
async fn deliver(plugin: &str, config: Value, secrets: &[(&str, &str)], now: i64, case: &Value, body: &str) -> Call {
    let shop = Shop::without_rules().await;
    let uploaded = shop.upload_stock(plugin).await;
    let app = &shop.server.app;
    let rule = redress::rules::rule(&app.store, &app.sandbox, uploaded["digest"].as_str().unwrap().parse().unwrap()).await.unwrap();
    let file = serde_json::from_str(include_str!("../../../../sdk/cli/src/fixture/sample.json")).unwrap();
    let headers = case["headers"].as_object().unwrap();
    let headers = headers.iter().map(|(name, value)| (name.to_lowercase(), value.as_str().unwrap().to_owned())).collect();
    let context = CallContext {
        decision_id: "dec_00000000000000000000000000000001".to_owned(),
        tenant: "shop".to_owned(),
        now: chrono::DateTime::from_timestamp(now, 0).unwrap().into(),
        seed: (1, 2),
        locale: "zh-CN".to_owned(),
    };
    let keys: BTreeMap<_, _> = secrets.iter().map(|(name, secret)| ((*name).to_owned(), secret.as_bytes().to_vec())).collect();
    let question = Question::Settlement(Box::new(GatewayQuestion::Notification { headers, body: body.to_owned() }));
    rule.call_with_keys(Allowance::default(), &context, &config.to_string(), &Arc::new(file), &question, Arc::new(Keyring::new(keys)))
}

#[tokio::test]
async fn a_webhook_of_stripe_is_known_by_its_signature() {
    let Some(case) = known("stripe-charge-refunded") else { return };
    let (secrets, body) = ([("stripe_webhook", case["secret"].as_str().unwrap())], case["body"].as_str().unwrap());
    let good = deliver("stripe-refunds", json!({}), &secrets, 1_700_000_100, &case, body).await;
    assert_eq!(good.outcome, Outcome::Ok, "{good:?}");
    assert_eq!(good.answer, Some(Answer::Settlement(GatewayAnswer::Notice(None))), "a charge is no refund of ours");
    let late = deliver("stripe-refunds", json!({}), &secrets, 1_700_000_301, &case, body).await;
    assert_eq!(late.outcome, Outcome::GuestError, "{late:?}");
    let changed = deliver("stripe-refunds", json!({}), &secrets, 1_700_000_100, &case, &body.replace("100", "900")).await;
    assert_eq!(changed.outcome, Outcome::GuestError, "{changed:?}");
}

#[tokio::test]
async fn a_message_of_wechat_pay_is_verified_and_opened() {
    let Some(case) = known("wechatpay-v3-notify") else { return };
    let text = |field: &str| case[field].as_str().unwrap();
    let secrets = [("platform_key", text("certificate_pem")), ("api_v3_key", text("api_v3_key"))];
    let (config, now) = (json!({"mchid": "1900009191", "serial_no": "1DDE55AD"}), case["now"].as_i64().unwrap());
    let good = deliver("wechat-pay-refunds", config.clone(), &secrets, now, &case, text("body")).await;
    assert_eq!(good.outcome, Outcome::Ok, "{good:?}");
    assert_eq!(good.host_calls[0].result, json!({"fits": true}));
    let opened = hex::decode(good.host_calls[1].result["bytes"].as_str().unwrap()).unwrap();
    assert_eq!(String::from_utf8(opened).unwrap(), text("expected_plaintext"));
    let changed = deliver("wechat-pay-refunds", config, &secrets, now, &case, &text("body").replace("payscore", "payscorf")).await;
    assert_eq!(changed.outcome, Outcome::GuestError, "{changed:?}");
}
