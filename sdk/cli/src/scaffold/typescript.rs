//! A plugin in TypeScript.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Plan;
use super::part::{Kind, Setting};

/// Exact versions of all packages, tested with this SDK; the plugin's name and the way to the SDK are put in.
const LOCK: &str = include_str!("../../templates/ts/package-lock.json");

/// What the lock file calls the SDK's folder.
const SDK_IN_LOCK: &str = "../sdk";

pub(super) fn files(plan: &Plan) -> Result<Vec<(String, String)>> {
    let fill = |template: &str| fill(plan, template);
    let lock = lock(plan)?;
    let mut files = vec![
        ("package.json".to_owned(), pretty(&manifest(plan, &lock))?),
        ("tsconfig.json".to_owned(), fill(include_str!("../../templates/ts/tsconfig.json"))),
        ("README.md".to_owned(), fill(include_str!("../../templates/ts/README.md"))),
        (".gitignore".to_owned(), "/target\n/node_modules\n".to_owned()),
        ("src/config.ts".to_owned(), fill(include_str!("../../templates/ts/config.ts"))),
        ("src/plugin.ts".to_owned(), fill(include_str!("../../templates/ts/plugin.ts"))),
        ("tests/config.test.ts".to_owned(), fill(include_str!("../../templates/ts/config.test.ts"))),
        ("package-lock.json".to_owned(), pretty(&lock)?),
    ];
    for part in plan.parts() {
        let [source, test] = part.typescript;
        files.push((format!("src/{}.ts", part.slug), fill(source)));
        files.push((format!("tests/{}.test.ts", part.slug), fill(test)));
    }
    Ok(files)
}

/// The template's lock file for this plugin.
fn lock(plan: &Plan) -> Result<Value> {
    let mut text = LOCK.replace("\"name\": \"plugin\"", &format!("\"name\": {:?}", plan.name));
    if let Some(sdk) = plan.sdk.relative_to(&plan.dir) {
        text = text
            .replace(&format!("file:{SDK_IN_LOCK}\""), &format!("file:{sdk}\""))
            .replace(&format!("{SDK_IN_LOCK:?}"), &format!("{sdk:?}"));
    }
    serde_json::from_str(&text).context("the template's package-lock.json is part of the program")
}

/// The manifest wants just what the lock file says.
fn manifest(plan: &Plan, lock: &Value) -> Value {
    json!({
        "name": plan.name,
        "version": "0.1.0",
        "description": plan.purpose(),
        "private": true,
        "type": "module",
        "redress": { "entry": "src/plugin.ts" },
        "scripts": { "test": "vitest run", "check": "tsc -p ." },
        "devDependencies": lock["packages"][""]["devDependencies"],
    })
}

fn pretty(value: &Value) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

fn fill(plan: &Plan, template: &str) -> String {
    let parts = plan.parts();
    let imports: Vec<String> = parts.iter().map(|part| format!("import {{ {} }} from \"./{}.js\";", camel(part.slug), part.slug)).collect();
    let functions: Vec<String> = parts.iter().map(|part| camel(part.slug)).collect();
    let checks: Vec<String> = parts.iter().flat_map(|part| part.settings).filter_map(check).collect();
    let template = template
        .replace("{{imports}}", &imports.join("\n"))
        .replace("{{functions}}", &functions.join(", "))
        .replace("{{fields}}", &plan.settings(&field))
        .replace("{{checks}}", &checks.join("\n"));
    plan.fill(&template)
}

fn field(Setting { name, kind, text, .. }: &Setting) -> String {
    let kind = match kind {
        Kind::Text => "string()",
        Kind::Count => "integer({ minimum: 0 })",
        Kind::Money => "money()",
    };
    format!("  {name}: t.{kind}.describe({text:?}),")
}

fn check(Setting { name, kind, advice, .. }: &Setting) -> Option<String> {
    let advice = (*advice)?;
    let (wrong, path) = match kind {
        Kind::Text => (format!("{name} === \"\""), format!("/{name}")),
        Kind::Count => (format!("{name} === 0"), format!("/{name}")),
        Kind::Money => (format!("{name}.minor < 0"), format!("/{name}/minor")),
    };
    Some(format!("  if (config.{wrong}) found.push({{ path: {path:?}, message: {advice:?} }});"))
}

/// `refund-approval` as `refundApproval`.
fn camel(slug: &str) -> String {
    let mut words = slug.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

#[cfg(test)]
mod tests {
    use redress_domain::rule::Hook;

    use super::*;
    use crate::guest::Language;

    #[test]
    fn the_lock_file_is_the_plugins_own() {
        let plan = Plan::new(std::path::Path::new("/nonexistent/mine"), &[Hook::Routing], Language::TypeScript, None).unwrap();
        let lock = lock(&plan).unwrap();
        let sdk = plan.sdk.relative_to(&plan.dir).unwrap();
        assert_eq!(lock["name"], "mine");
        assert_eq!(lock["packages"]["node_modules/@redress/sdk"]["resolved"], sdk.as_str());
        assert!(lock["packages"].get(&sdk).is_some(), "{sdk}");
        assert_eq!(manifest(&plan, &lock)["devDependencies"]["@redress/sdk"], format!("file:{sdk}"));
    }
}
