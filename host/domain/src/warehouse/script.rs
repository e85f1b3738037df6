//! Words of a script (话术) with variables in double braces.

use serde::{Deserialize, Serialize};

use crate::money::Money;

/// The sentence of D7.
pub const MISSING_PART_ZH: &str = "您退回的{{goods}}缺少{{parts}}，是否需要我们补发？若确认遗失，可扣除{{amount}}元配件费后完成退款。";

/// A text with variables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// BCP 47 tag of the text.
    pub locale: String,
    /// The text; a variable reads `{{name}}`.
    pub text: String,
}

impl Default for Script {
    fn default() -> Self {
        Self { locale: "zh-CN".to_owned(), text: MISSING_PART_ZH.to_owned() }
    }
}

/// Why a script cannot be said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScriptError {
    /// A variable that does not exist.
    #[error("the script asks for '{{{{{name}}}}}', which does not exist here: use one of {}", allowed.join(", "))]
    Unknown {
        /// What it asks for.
        name: String,
        /// What it may ask for.
        allowed: Vec<String>,
    },
    /// Braces that do not close.
    #[error("the script opens '{{{{' without closing it: write '{{{{name}}}}'")]
    Open,
}

impl Script {
    /// The text with its variables filled in. What is filled in is not read for variables again, so that a product's name
    /// cannot ask for one.
    ///
    /// # Errors
    /// A [`ScriptError`] for an unknown variable or open braces.
    pub fn say(&self, variables: &[(&str, &str)]) -> Result<String, ScriptError> {
        let mut said = String::new();
        let mut rest = self.text.as_str();
        while let Some((before, after)) = rest.split_once("{{") {
            let (name, behind) = after.split_once("}}").ok_or(ScriptError::Open)?;
            let name = name.trim();
            let value = variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
            let allowed = || variables.iter().map(|(known, _)| (*known).to_owned()).collect();
            said.push_str(before);
            said.push_str(value.ok_or_else(|| ScriptError::Unknown { name: name.to_owned(), allowed: allowed() })?);
            rest = behind;
        }
        said.push_str(rest);
        Ok(said)
    }

    /// What stands between the items of a list.
    pub(super) fn comma(&self) -> &'static str {
        if self.locale.starts_with("zh") { "、" } else { ", " }
    }
}

/// An amount as people say it, without its currency: `35`, `35.50`.
pub(super) fn spoken(amount: Money) -> String {
    let text = amount.to_string();
    let number = text.split(' ').next().unwrap_or_default();
    let whole = number.split_once('.').filter(|(_, cents)| cents.bytes().all(|digit| digit == b'0'));
    whole.map_or(number, |(whole, _)| whole).to_owned()
}
