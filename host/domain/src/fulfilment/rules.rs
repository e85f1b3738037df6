//! What a merchant may set about replacements, as external parameters (L27): effective with the next step.

use std::collections::BTreeMap;

use super::SHIP_FIRST_DAYS;
use crate::parameter::ParameterValue;
use crate::warehouse::offer::Terms;

/// Number: days that a customer has to send goods back when the replacement has left first.
const RETURN_DAYS: &str = "ship_first_return_days";
/// Number: days after the purchase in which a fallen price is paid back (价保).
const PROTECT_DAYS: &str = "price_protection_days";
/// Number: hours for the customer's answer whether they take money instead.
const ANSWER_HOURS: &str = "replacement_answer_hours";
/// String: what is said when there is no stock; `{goods}` and `{amount}` are filled in.
const NO_STOCK_SCRIPT: &str = "out_of_stock_script";
/// String: what is said when goods cannot be mended; the same places are filled in.
const NO_REPAIR_SCRIPT: &str = "not_repairable_script";

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FulfilmentRules {
    /// Days that a customer has to send goods back when the replacement has left first.
    pub return_days: u16,
    /// Days after the purchase in which a fallen price is paid back.
    pub protect_days: u16,
    /// Hours for the customer's answer whether they take money instead.
    pub answer_hours: u32,
    /// What is said when there is no stock.
    pub no_stock: String,
    /// What is said when goods cannot be mended.
    pub no_repair: String,
}

impl Default for FulfilmentRules {
    fn default() -> Self {
        Self {
            return_days: SHIP_FIRST_DAYS,
            protect_days: 30,
            answer_hours: Terms::default().answer_hours,
            no_stock: "您要换的{goods}暂时缺货，是否改为退款{amount}？您也可以选择等待补货。".to_owned(),
            no_repair: "您寄来的{goods}无法修复，是否改为退款{amount}？您也可以选择原样寄回。".to_owned(),
        }
    }
}

impl FulfilmentRules {
    /// The settings as the parameters say; one that cannot be used is as if it were not there, because goods must not wait for
    /// somebody to correct a setting.
    pub fn read(parameters: &BTreeMap<String, ParameterValue>) -> Self {
        let mut rules = Self::default();
        let number = |code: &str| match parameters.get(code) {
            Some(ParameterValue::Number(text)) => text.trim().parse::<u16>().ok().filter(|number| (1..=3_650).contains(number)),
            _ => None,
        };
        rules.return_days = number(RETURN_DAYS).unwrap_or(rules.return_days);
        rules.protect_days = number(PROTECT_DAYS).unwrap_or(rules.protect_days);
        rules.answer_hours = number(ANSWER_HOURS).map_or(rules.answer_hours, u32::from);
        let text = |code: &str, into: &mut String| {
            if let Some(ParameterValue::String(text)) = parameters.get(code)
                && !text.trim().is_empty()
            {
                into.clone_from(text);
            }
        };
        text(NO_STOCK_SCRIPT, &mut rules.no_stock);
        text(NO_REPAIR_SCRIPT, &mut rules.no_repair);
        rules
    }
}
