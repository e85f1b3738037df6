//! A plugin in Python.

use super::Plan;
use super::part::{Kind, Setting};

pub(super) fn files(plan: &Plan) -> Vec<(String, String)> {
    let fill = |template: &str| fill(plan, template);
    let mut files = vec![
        ("pyproject.toml".to_owned(), fill(include_str!("../../templates/python/pyproject.toml"))),
        ("requirements.txt".to_owned(), fill(include_str!("../../templates/python/requirements.txt"))),
        ("README.md".to_owned(), fill(include_str!("../../templates/python/README.md"))),
        (".gitignore".to_owned(), "/target\n/.venv\n__pycache__\n".to_owned()),
        ("rule/__init__.py".to_owned(), String::new()),
        ("rule/config.py".to_owned(), fill(include_str!("../../templates/python/config.py"))),
        ("rule/plugin.py".to_owned(), fill(include_str!("../../templates/python/plugin.py"))),
        ("tests/conftest.py".to_owned(), fill(include_str!("../../templates/python/conftest.py"))),
        ("tests/test_config.py".to_owned(), fill(include_str!("../../templates/python/test_config.py"))),
    ];
    for part in plan.parts() {
        let [source, test] = part.python;
        let module = part.slug.replace('-', "_");
        files.push((format!("rule/{module}.py"), fill(source)));
        files.push((format!("tests/test_{module}.py"), fill(test)));
    }
    files
}

fn fill(plan: &Plan, template: &str) -> String {
    let parts = plan.parts();
    let mut modules: Vec<String> = parts.iter().map(|part| part.slug.replace('-', "_")).collect();
    let functions: Vec<String> = modules.iter().map(|module| format!("{module}={module}")).collect();
    modules.sort();
    let imports: Vec<String> = modules.iter().map(|module| format!("from .{module} import {module}")).collect();
    let checks: Vec<String> = parts.iter().flat_map(|part| part.settings).filter_map(check).collect();
    let money = parts.iter().flat_map(|part| part.settings).any(|setting| matches!(setting.kind, Kind::Money));
    let sdk = plan.sdk.relative_to(&plan.dir).map(|path| format!("\nsdk = {path:?}")).unwrap_or_default();
    let template = template
        .replace("{{imports}}", &imports.join("\n"))
        .replace("{{functions}}", &functions.join(", "))
        .replace("{{config_imports}}", if money { "Money, Violation, setting, settings" } else { "Violation, setting, settings" })
        .replace("{{fields}}", &plan.settings(&field))
        .replace("{{checks}}", &checks.join("\n"))
        .replace("{{purpose_text}}", &format!("{:?}", plan.purpose()))
        .replace("{{sdk}}", &sdk);
    plan.fill(&template)
}

fn field(Setting { name, kind, text, .. }: &Setting) -> String {
    let (kind, limits) = match kind {
        Kind::Text => ("str", ""),
        Kind::Count => ("int", ", minimum=0"),
        Kind::Money => ("Money", ""),
    };
    format!("    {name}: {kind} = setting({text:?}{limits})")
}

fn check(Setting { name, kind, advice, .. }: &Setting) -> Option<String> {
    let advice = (*advice)?;
    let (wrong, path) = match kind {
        Kind::Text => (format!("config.{name} == \"\""), format!("/{name}")),
        Kind::Count => (format!("config.{name} == 0"), format!("/{name}")),
        Kind::Money => (format!("config.{name}.minor < 0"), format!("/{name}/minor")),
    };
    Some(format!("    if {wrong}:\n        found.append(Violation({path:?}, {advice:?}))"))
}
