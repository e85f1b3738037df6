//! {{name}}: {{purpose}}

{{mods}}

use redress_sdk::prelude::*;

/// What the merchant sets for one binding. The doc comments are what merchants read.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Config {
{{fields}}
}

/// The plugin.
pub struct {{Type}};

impl Plugin for {{Type}} {
    type Config = Config;
    const NAME: &'static str = env!("CARGO_PKG_NAME");
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const DESCRIPTION: &'static str = env!("CARGO_PKG_DESCRIPTION");

    /// Checks what a schema cannot say.
    fn check(config: &Config) -> Vec<Violation> {
        let mut violations = Vec::new();
{{checks}}
        violations
    }
}

redress_sdk::export!({{Type}}: {{Hooks}});

/// The configuration in config.json, for tests.
#[cfg(test)]
fn config() -> Config {
    redress_sdk::serde_json::from_str(include_str!("../config.json")).expect("config.json fits Config")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_configuration_is_accepted() {
        assert_eq!(redress_sdk::validate_config::<{{Type}}>(include_str!("../config.json")), Ok(()));
    }
}
