//! `redress-plugin check`: what a server would say to the component, and advice on its configuration.

use std::process::ExitCode;

use anyhow::{Result, bail};
use serde_json::Value;

use super::shown;
use crate::guest::{Args, Component, build, exports, imports};
use crate::local;

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let components = build(&args.paths, &args.options)?;
    let mut refused = Vec::new();
    for component in &components {
        if let Err(error) = check(component) {
            eprintln!("{}: {error:#}", component.name);
            refused.push(component.name.as_str());
        }
    }
    if refused.is_empty() { Ok(ExitCode::SUCCESS) } else { bail!("not ready to publish: {}", refused.join(", ")) }
}

fn check(component: &Component) -> Result<()> {
    let local = local::admit(component)?;
    let info = &local.admitted.info;
    println!("{} {}: {}", info.name, info.version, info.description);
    println!("  component {} ({} bytes, {})", shown(&component.path), component.bytes.len(), local.admitted.digest);
    println!("  imports   {}", list(&imports(&component.bytes)?));
    println!("  exports   {}", list(&exports(&component.bytes)?));
    println!("  built by  {}; a server would take it", info.sdk);
    for advice in advice(&local.admitted.config_schema) {
        println!("  advice    {advice}");
    }
    if info.description.is_empty() {
        println!("  advice    the description is empty: merchants read it when they choose; set `description` in the plugin's manifest");
    }
    Ok(())
}

fn list(names: &[String]) -> String {
    let short: Vec<&str> = names.iter().map(|name| name.strip_prefix("redress:rules/").unwrap_or(name)).collect();
    if short.is_empty() { "nothing".to_owned() } else { short.join(", ") }
}

/// What is allowed but will trouble merchants.
fn advice(schema: &Value) -> Vec<String> {
    let mut advice = Vec::new();
    if schema.get("$schema").and_then(Value::as_str) != Some("https://json-schema.org/draft/2020-12/schema") {
        advice.push("the configuration's schema does not say \"$schema\": \"https://json-schema.org/draft/2020-12/schema\"".to_owned());
    }
    if schema.get("type").and_then(Value::as_str) != Some("object") {
        advice.push("the configuration is not an object, so it cannot grow later".to_owned());
        return advice;
    }
    if schema.get("additionalProperties") != Some(&Value::Bool(false)) {
        advice.push(
            "misspelt settings pass unnoticed: close it with \"additionalProperties\": false (in Rust, #[serde(deny_unknown_fields)])"
                .to_owned(),
        );
    }
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, property) in properties.into_iter().flatten() {
        if property.get("description").is_none() && property.get("$ref").is_none() {
            advice.push(format!("the setting '{name}' has no description, and merchants read it"));
        }
    }
    advice
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::advice;

    #[test]
    fn a_closed_and_described_schema_needs_no_advice() {
        let good = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "additionalProperties": false,
            "properties": {"a": {"type": "string", "description": "What a is."}}
        });
        assert_eq!(advice(&good), [""; 0]);
        assert_eq!(advice(&json!({"type": "object", "properties": {"a": {}}})).len(), 3);
        assert_eq!(advice(&json!({"type": "string"})).len(), 2);
    }
}
