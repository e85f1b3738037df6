//! What a merchant may set about the warehouse, as external parameters (L27): effective with the next scan.

use std::collections::BTreeMap;

use super::abuse::AbuseRule;
use super::offer::{Fallback, Terms};
use crate::parameter::ParameterValue;

/// Set: reason codes and problem labels by which the customer says that goods came damaged.
pub const DAMAGE_REASONS: &str = "damage_reasons";
/// Boolean: damaged and wrong units need a photo.
pub const PHOTO_REQUIRED: &str = "inspection_photo_required";
/// String: what is said about missing parts (D7).
pub const SCRIPT: &str = "missing_part_script";
/// Number: hours for the answer.
pub const ANSWER_HOURS: &str = "offer_answer_hours";
/// String: where customers send goods back to.
pub const RETURN_ADDRESS: &str = "return_address";
/// String: what happens without one, `deduct` or `send_back`.
pub const FALLBACK: &str = "offer_fallback";

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseRules {
    /// Reason codes and problem labels that announce damage.
    pub damage_reasons: Vec<String>,
    /// Damaged and wrong units need a photo.
    pub photo_required: bool,
    /// How offers are made.
    pub terms: Terms,
    /// What happens when nobody answers one.
    pub fallback: Fallback,
    /// When the past counts as abuse.
    pub abuse: AbuseRule,
    /// Where customers send goods back to, when the merchant has one place for all.
    pub return_address: Option<String>,
}

impl Default for HouseRules {
    /// Without an answer the price of the part is kept back: the customer has the rest, and nothing travels for nothing.
    fn default() -> Self {
        Self {
            damage_reasons: ["damaged", "defective", "商品破损"].map(str::to_owned).to_vec(),
            photo_required: false,
            terms: Terms::default(),
            fallback: Fallback::Deduct,
            abuse: AbuseRule::default(),
            return_address: None,
        }
    }
}

impl HouseRules {
    /// The settings as the parameters say, and the parameters that cannot be used: they are as if they were not there, because
    /// a parcel must not wait for somebody to correct a setting.
    pub fn read(parameters: &BTreeMap<String, ParameterValue>) -> (Self, Vec<&'static str>) {
        let (mut rules, mut wrong) = (Self::default(), Vec::new());
        let found = |code: &str| parameters.get(code);
        match found(DAMAGE_REASONS) {
            Some(ParameterValue::Set(reasons)) => rules.damage_reasons.clone_from(reasons),
            Some(_) => wrong.push(DAMAGE_REASONS),
            None => {}
        }
        match found(PHOTO_REQUIRED) {
            Some(ParameterValue::Boolean(required)) => rules.photo_required = *required,
            Some(_) => wrong.push(PHOTO_REQUIRED),
            None => {}
        }
        match found(SCRIPT) {
            Some(ParameterValue::String(text)) => rules.terms.script.text.clone_from(text),
            Some(_) => wrong.push(SCRIPT),
            None => {}
        }
        match found(ANSWER_HOURS) {
            Some(ParameterValue::Number(text)) if text.trim().parse::<u16>().is_ok_and(|hours| hours > 0) => {
                rules.terms.answer_hours = text.trim().parse().unwrap_or(rules.terms.answer_hours);
            }
            Some(_) => wrong.push(ANSWER_HOURS),
            None => {}
        }
        match found(FALLBACK) {
            Some(ParameterValue::String(name)) if name.parse::<Fallback>().is_ok() => {
                rules.fallback = name.parse().unwrap_or(rules.fallback);
            }
            Some(_) => wrong.push(FALLBACK),
            None => {}
        }
        match found(RETURN_ADDRESS) {
            Some(ParameterValue::String(text)) if !text.trim().is_empty() => rules.return_address = Some(text.trim().to_owned()),
            Some(_) => wrong.push(RETURN_ADDRESS),
            None => {}
        }
        match rules.abuse.clone().with(parameters) {
            Ok(abuse) => rules.abuse = abuse,
            Err(_) => wrong.push(super::abuse::WINDOW_PARAMETER),
        }
        (rules, wrong)
    }
}
