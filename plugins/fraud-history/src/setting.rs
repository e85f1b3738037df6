//! A number that stands in the configuration or in an external parameter (外部参数, L27).

use redress_sdk::prelude::*;

/// A whole number, or `{"parameter": "abuse_window_days", "default": 180}`: the value of an external parameter, so that
/// people and other systems change it without touching the rule (L23).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Setting {
    /// This number.
    Fixed(u32),
    /// The value of an external parameter.
    Parameter(ParameterSetting),
}

/// An external parameter and what holds without it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ParameterSetting {
    /// Code of a parameter of type 数值.
    pub parameter: String,
    /// Taken when the tenant has no such parameter.
    pub default: u32,
}

impl Setting {
    /// The number now. `path` is the setting's JSON Pointer.
    ///
    /// # Errors
    /// [`RuleError::Config`] when the parameter is not a whole number of at least 0: a rule that guesses would let abuse
    /// pass unseen, while an error leaves the risk unknown, so that nothing is approved automatically.
    pub(crate) fn read<C>(&self, call: &Call<C>, path: &str) -> Result<u32, RuleError> {
        let setting = match self {
            Self::Fixed(number) => return Ok(*number),
            Self::Parameter(setting) => setting,
        };
        let Some(value) = call.parameter(&setting.parameter) else {
            call.info("parameter not set, default taken", &[("parameter", &setting.parameter), ("default", &setting.default.to_string())]);
            return Ok(setting.default);
        };
        value.as_i64().and_then(|number| u32::try_from(number).ok()).ok_or_else(|| {
            let message = format!(
                "parameter '{}' must be a whole number (数值) from 0 to {}, for example {}",
                setting.parameter,
                u32::MAX,
                setting.default
            );
            RuleError::config(format!("{path}/parameter"), message)
        })
    }

    /// Wrong when fixed or by default below `least`, or without a parameter code.
    pub(crate) fn check(&self, path: &str, least: u32, found: &mut Vec<Violation>) {
        let (number, at) = match self {
            Self::Fixed(number) => (*number, path.to_owned()),
            Self::Parameter(setting) => {
                if setting.parameter.trim().is_empty() {
                    found.push(Violation::new(format!("{path}/parameter"), "give the code of an external parameter"));
                }
                (setting.default, format!("{path}/default"))
            }
        };
        if number < least {
            found.push(Violation::new(at, format!("give {least} or more")));
        }
    }
}
