//! Which rules the demo shop binds, how they are set, and the parameters they read.

use redress_domain::parameter::{Parameter, ParameterValue};
use redress_domain::rule::Hook;
use redress_domain::warehouse::house::RETURN_ADDRESS;
use serde_json::{Value, json};

/// A stock plugin at work.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoBinding {
    /// Hook.
    pub hook: Hook,
    /// Name of the stock plugin.
    pub plugin: &'static str,
    /// Its configuration.
    pub config: Value,
    /// Place among the bindings of the hook.
    pub order: i32,
}

/// The four stock plugins, each at its hook.
pub fn bindings() -> Vec<DemoBinding> {
    let bind = |hook, plugin, config| DemoBinding { hook, plugin, config, order: 10 };
    vec![
        bind(Hook::FraudScoring, "fraud-history", fraud()),
        bind(Hook::Routing, "router", routing()),
        bind(Hook::RefundApproval, "refund-tiers", tiers()),
        bind(Hook::Notification, "notify-templates", json!({ "shop_name": super::desk::TENANT_NAME })),
    ]
}

/// D6: three similar claims within half a year, this one included; both numbers are external parameters.
fn fraud() -> Value {
    json!({
        "repeat": {
            "weight": 60,
            "window_days": { "parameter": "abuse_window_days", "default": 180 },
            "count": { "parameter": "abuse_count", "default": 3 },
            "similar_by": ["sku"],
            "count_this": true,
            "tag": "潜在滥用权益"
        }
    })
}

/// U8, U10, L7, L8, L9.
fn routing() -> Value {
    json!({
        "rules": [
            { "name": "VIP 优先处理", "when": { "member_levels": ["vip", "svip"] }, "priority": "high", "tags": ["VIP"] },
            { "name": "商品破损 → 售后理赔组", "when": { "problem_types": ["damaged", "quality"] }, "queue": "claims" },
            {
                "name": "物流异常 → 物流对接组",
                "when": { "problem_types": ["lost_parcel", "delivery_delay", "logistics", "freight"] },
                "queue": "logistics"
            },
            { "name": "退款问题 → 财务支持组", "when": { "problem_types": ["refund", "refund_delay", "refund_failed"] }, "queue": "finance" },
            { "name": "家电类 → 专属客服", "when": { "categories": ["pet_device"] }, "queue": "appliance", "strategy": "least_loaded" },
            { "name": "服饰类 → 服饰组", "when": { "categories": ["pet_apparel"] }, "queue": "apparel" },
            { "name": "退换货", "when": { "kinds": ["return_refund", "exchange"] }, "queue": "returns" }
        ],
        "default_queue": "general",
        "strategy": "weighted_by_rating"
    })
}

/// D3, and Z22 for what is not worth a second look.
fn tiers() -> Value {
    json!({
        "tiers": {
            "CNY": [
                { "up_to": 5_000 },
                { "up_to": 50_000, "role": "supervisor" },
                { "up_to": null, "role": "director", "with_report": true }
            ]
        },
        "auto_approve": [{ "max_amount": { "CNY": 20_000 } }]
    })
}

/// The external parameters (L27–L32) that the rules read.
pub fn parameters() -> Vec<Parameter> {
    let number = |code: &str, name: &str, description: &str, value: &str| Parameter {
        code: code.to_owned(),
        name: name.to_owned(),
        description: description.to_owned(),
        value: ParameterValue::Number(value.to_owned()),
    };
    let address = Parameter {
        code: RETURN_ADDRESS.to_owned(),
        name: "退货地址".to_owned(),
        description: "客户寄回商品的地址，印在退货单上".to_owned(),
        value: ParameterValue::String("浙江省杭州市余杭区示例路 1 号 毛球宠物退货仓（收），0571-00000000".to_owned()),
    };
    vec![
        address,
        number("abuse_window_days", "滥用识别窗口（天）", "同类售后在多少天内累计", "180"),
        number("abuse_count", "滥用识别次数", "窗口内达到几次同类售后即标记潜在滥用权益", "3"),
    ]
}
