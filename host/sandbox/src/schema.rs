//! Configurations against the JSON Schema (2020-12) of their plugin.

use jsonschema::PatternOptions;
use redress_domain::rule::Violation;
use serde_json::Value;

/// A plugin's schema, ready to check with: making it ready costs far more than a check.
pub(crate) struct ConfigSchema(Result<jsonschema::Validator, Violation>);

impl ConfigSchema {
    pub(crate) fn new(schema: &Value) -> Self {
        let broken = |error| Violation { path: String::new(), message: format!("the plugin's schema is broken: {error}") };
        // The schema is an author's: nothing is fetched for it, and its patterns run in linear time.
        let options = jsonschema::draft202012::options().offline().with_pattern_options(PatternOptions::regex().size_limit(1 << 20));
        Self(options.build(schema).map_err(broken))
    }

    pub(crate) fn check(&self, config: &Value) -> Vec<Violation> {
        match &self.0 {
            Ok(validator) => validator
                .iter_errors(config)
                .map(|error| Violation { path: error.instance_path().to_string(), message: error.to_string() })
                .collect(),
            Err(broken) => vec![broken.clone()],
        }
    }
}

/// Everything a schema has against a configuration; empty when it fits.
///
/// A schema that is broken itself, which admission rules out, is one violation at the root.
pub fn check_config(schema: &Value, config: &Value) -> Vec<Violation> {
    ConfigSchema::new(schema).check(config)
}

/// What is wrong with a schema as such; `None` when it is JSON Schema 2020-12.
pub(crate) fn fault(schema: &Value) -> Option<String> {
    if !schema.is_object() {
        return Some("it is not a JSON object".to_owned());
    }
    if let Err(error) = jsonschema::draft202012::meta::validate(schema) {
        return Some(format!("at {} {error}", error.instance_path()));
    }
    jsonschema::draft202012::options().build(schema).err().map(|error| error.to_string())
}
