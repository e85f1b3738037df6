//! What a merchant may say about how tickets are counted: external parameters (L27), so that a change needs no program.

use std::collections::BTreeMap;

use crate::calendar::Zone;
use crate::money::Currency;
use crate::parameter::ParameterValue;

/// External parameter with the zone whose days are counted, an IANA name; China's without it.
pub const ZONE_PARAMETER: &str = "time_zone";
/// External parameter with the minutes after which a first answer is late (U22); 30 without it, as in Z20.
pub const RESPONSE_PARAMETER: &str = "first_response_minutes";
/// External parameter with the reason codes and problem labels that are about quality (U17).
pub const QUALITY_PARAMETER: &str = "quality_reasons";

/// Words that speak of quality when the merchant says nothing else: the reasons of the sources (U28, Z6) and of Shopify.
const QUALITY: [&str; 17] = [
    "defective",
    "damaged",
    "quality",
    "broken",
    "not_as_described",
    "production_failure",
    "product_failure",
    "packaging_damaged",
    "商品质量问题",
    "质量问题",
    "商品破损",
    "包装破损",
    "家电故障",
    "功能故障",
    "开线",
    "掉色",
    "开胶",
];

/// How tickets of one tenant are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// Whose days are counted.
    pub zone: Zone,
    /// Currency of sums; amounts in others are left out of them.
    pub currency: Currency,
    /// From when on a first answer is late, in microseconds.
    pub response_limit: i64,
    /// Reason codes and problem labels that are about quality.
    pub quality: Vec<String>,
}

impl Terms {
    /// What the tenant's parameters say; one that cannot be read counts as absent, because a ticket must not fail for a report.
    pub fn of(parameters: &BTreeMap<String, ParameterValue>, currency: Currency) -> Self {
        let zone = match parameters.get(ZONE_PARAMETER) {
            Some(ParameterValue::String(text)) => text.parse().unwrap_or(Zone::SHANGHAI),
            _ => Zone::SHANGHAI,
        };
        let minutes = match parameters.get(RESPONSE_PARAMETER) {
            Some(ParameterValue::Number(text)) => text.parse().ok().filter(|minutes: &u32| *minutes > 0).unwrap_or(30),
            _ => 30,
        };
        let quality = match parameters.get(QUALITY_PARAMETER) {
            Some(ParameterValue::Set(words)) => words.clone(),
            _ => QUALITY.iter().map(|word| (*word).to_owned()).collect(),
        };
        Self { zone, currency, response_limit: i64::from(minutes) * 60_000_000, quality }
    }
}
