//! What every plugin says of itself.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::{Info, RuleError, Violation};

/// A plugin: its name, its version and its configuration. Implement a hook trait beside it.
///
/// `NAME` must be lower case with hyphens, `VERSION` semantic; the easiest way is Cargo's own.
///
/// ```
/// use redress_sdk::prelude::*;
///
/// #[derive(Deserialize, JsonSchema)]
/// #[serde(deny_unknown_fields)]
/// struct Config {
///     /// At least one role, lowest first.
///     roles: Vec<String>,
/// }
///
/// struct Ladder;
///
/// impl Plugin for Ladder {
///     type Config = Config;
///     const NAME: &'static str = env!("CARGO_PKG_NAME");
///     const VERSION: &'static str = env!("CARGO_PKG_VERSION");
///     const DESCRIPTION: &'static str = env!("CARGO_PKG_DESCRIPTION");
///
///     fn check(config: &Config) -> Vec<Violation> {
///         if config.roles.is_empty() { vec![Violation::new("/roles", "name at least one role")] } else { vec![] }
///     }
/// }
///
/// assert!(redress_sdk::validate_config::<Ladder>(r#"{"roles": []}"#).is_err());
/// ```
pub trait Plugin {
    /// The merchant's settings for one binding. Serde reads them, the JSON Schema comes from the same type.
    type Config: DeserializeOwned + JsonSchema;
    /// Lower-case name with hyphens, 1 to 64 characters.
    const NAME: &'static str;
    /// Semantic version.
    const VERSION: &'static str;
    /// One line for the merchant.
    const DESCRIPTION: &'static str;

    /// Checks what a schema cannot say, when a merchant saves a binding. An empty list means: fine.
    fn check(config: &Self::Config) -> Vec<Violation> {
        let _ = config;
        Vec::new()
    }
}

/// For plugins without settings: accepts `{}` only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoConfig {}

/// The answer to `plugin.describe`.
pub fn describe<P: Plugin>() -> Info {
    Info {
        name: P::NAME.to_owned(),
        version: P::VERSION.to_owned(),
        description: P::DESCRIPTION.to_owned(),
        sdk: concat!("redress-sdk/", env!("CARGO_PKG_VERSION")).to_owned(),
    }
}

/// The answer to `plugin.config-schema`: JSON Schema 2020-12 as text.
pub fn config_schema<P: Plugin>() -> String {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<P::Config>();
    serde_json::Value::from(schema).to_string()
}

/// The answer to `plugin.validate-config`.
///
/// # Errors
/// Everything that [`Plugin::check`] found, or the one thing that kept the text from being read.
pub fn validate_config<P: Plugin>(config: &str) -> Result<(), Vec<Violation>> {
    let violations = match read_config::<P::Config>(config) {
        Ok(config) => P::check(&config),
        Err(RuleError::Config(violations)) => violations,
        Err(other) => vec![Violation::new("", other.to_string())],
    };
    if violations.is_empty() { Ok(()) } else { Err(violations) }
}

/// Reads a configuration.
///
/// # Errors
/// [`RuleError::Config`] with what serde said and where.
pub(crate) fn read_config<C: DeserializeOwned>(text: &str) -> Result<C, RuleError> {
    serde_json::from_str(text)
        .map_err(|error| RuleError::Config(vec![Violation::new("", format!("the configuration does not fit this rule: {error}"))]))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Plain;

    impl Plugin for Plain {
        type Config = NoConfig;
        const NAME: &'static str = "plain";
        const VERSION: &'static str = "1.2.3";
        const DESCRIPTION: &'static str = "Nothing to set.";
    }

    #[test]
    fn schema_is_draft_2020_12_and_closed() {
        let schema: serde_json::Value = serde_json::from_str(&config_schema::<Plain>()).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["additionalProperties"], false);
    }

    #[test]
    fn unknown_settings_are_refused_by_name() {
        assert_eq!(validate_config::<Plain>("{}"), Ok(()));
        let violations = validate_config::<Plain>(r#"{"limit": 1}"#).unwrap_err();
        assert!(violations[0].message.contains("limit"), "{violations:?}");
    }

    #[test]
    fn info_names_the_sdk() {
        assert!(describe::<Plain>().sdk.starts_with("redress-sdk/"));
    }
}
