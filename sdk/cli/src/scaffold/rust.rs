//! A plugin in Rust.

use std::fs;

use anyhow::{Context, Result};

use super::Plan;
use super::part::{Kind, Setting};

pub(super) fn files(plan: &Plan) -> Result<Vec<(String, String)>> {
    let fill = |template: &str| fill(plan, template);
    let mut files = vec![
        ("Cargo.toml".to_owned(), manifest(plan)),
        ("README.md".to_owned(), fill(include_str!("../../templates/rust/README.md"))),
        (".gitignore".to_owned(), "/target\n".to_owned()),
        ("src/lib.rs".to_owned(), fill(include_str!("../../templates/rust/lib.rs"))),
    ];
    for part in plan.parts() {
        files.push((format!("src/{}.rs", part.slug.replace('-', "_")), fill(part.rust)));
    }
    // The checkout's lock file holds the versions that are tested with this SDK.
    let checkout = plan.sdk.path.as_ref().filter(|_| !plan.sdk.same_workspace).and_then(|path| path.ancestors().nth(2));
    if let Some(lock) = checkout.map(|checkout| checkout.join("Cargo.lock")).filter(|lock| lock.is_file()) {
        files.push(("Cargo.lock".to_owned(), fs::read_to_string(&lock).with_context(|| format!("cannot read {}", lock.display()))?));
    }
    Ok(files)
}

fn manifest(plan: &Plan) -> String {
    let (name, purpose) = (&plan.name, plan.purpose());
    let sdk = match &plan.sdk.path {
        // A JSON string is a TOML string.
        Some(path) => format!("{{ path = {} }}", serde_json::Value::from(path.to_string_lossy())),
        None => format!("{:?}", env!("CARGO_PKG_VERSION")),
    };
    let workspace = if plan.sdk.same_workspace { "" } else { "\n# Its own workspace, so that it builds wherever it lies.\n[workspace]\n" };
    format!(
        "[package]\nname = {name:?}\nversion = \"0.1.0\"\nedition = \"2024\"\ndescription = {purpose:?}\npublish = false\n\n\
         [lib]\ncrate-type = [\"cdylib\", \"rlib\"]\n\n\
         [dependencies]\nredress-sdk = {sdk}\nschemars = \"1\"\nserde = {{ version = \"1\", features = [\"derive\"] }}\n{workspace}"
    )
}

fn fill(plan: &Plan, template: &str) -> String {
    let parts = plan.parts();
    let mut modules: Vec<String> = parts.iter().map(|part| format!("mod {};", part.slug.replace('-', "_"))).collect();
    modules.sort();
    let traits: Vec<String> = parts.iter().map(|part| type_name(part.slug)).collect();
    let checks: Vec<String> = parts.iter().flat_map(|part| part.settings).filter_map(check).collect();
    let template = template
        .replace("{{Type}}", &type_name(&plan.name))
        .replace("{{mods}}", &modules.join("\n"))
        .replace("{{fields}}", &plan.settings(&field))
        .replace("{{checks}}", &checks.join("\n"))
        .replace("{{Hooks}}", &traits.join(" + "));
    plan.fill(&template)
}

fn field(Setting { name, kind, text, .. }: &Setting) -> String {
    let kind = match kind {
        Kind::Text => "String",
        Kind::Count => "u32",
        Kind::Money => "Money",
    };
    format!("    /// {text}\n    pub {name}: {kind},")
}

fn check(Setting { name, kind, advice, .. }: &Setting) -> Option<String> {
    let advice = (*advice)?;
    let (wrong, path) = match kind {
        Kind::Text => (format!("{name}.is_empty()"), format!("/{name}")),
        Kind::Count => (format!("{name} == 0"), format!("/{name}")),
        Kind::Money => (format!("{name}.is_negative()"), format!("/{name}/minor")),
    };
    Some(format!("        if config.{wrong} {{\n            violations.push(Violation::new({path:?}, {advice:?}));\n        }}"))
}

/// `refund-tiers` as the name of a type: `RefundTiers`.
fn type_name(name: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    name.split('-').filter(|word| !word.is_empty()).map(capital).collect()
}

#[cfg(test)]
mod tests {
    use super::type_name;

    #[test]
    fn names_become_types() {
        assert_eq!(type_name("refund-tiers"), "RefundTiers");
        assert_eq!(type_name("a2--b"), "A2B");
    }
}
