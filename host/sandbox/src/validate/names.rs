//! What a component may import and must export.

use super::scan::Name;
use crate::error::Finding;

const PACKAGE: &str = "redress:rules/";
const IMPORTS: &[&str] = &["types", "log", "history", "parameters", "crypto"];
const HOOKS: &[&str] = &["routing", "fraud-scoring", "refund-approval", "notification", "automation", "schedule", "settlement"];

/// A finding for every import that is not ours.
pub(super) fn imports(imports: &[Name]) -> Vec<Finding> {
    let forbidden = imports.iter().filter(|import| !IMPORTS.iter().any(|interface| is(&import.name, interface)));
    forbidden
        .map(|import| {
            let hint = if import.name.starts_with("wasi:") {
                "a rule has no clock, randomness, files or network; build without WASI (for Rust: target wasm32-unknown-unknown)"
            } else {
                "a rule may import only redress:rules/types, log, history, parameters and crypto in version 1"
            };
            Finding::at("forbidden_import", import.offset, format!("the component imports {}: {hint}", import.name))
        })
        .collect()
}

/// Findings when the plugin or every hook is missing. Other exports do no harm: language runtimes add their own.
pub(super) fn exports(exports: &[Name]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let exported = |interface: &str| exports.iter().any(|export| is(&export.name, interface));
    for export in exports.iter().filter(|export| export.name.starts_with(PACKAGE)) {
        if !HOOKS.iter().chain(&["plugin"]).any(|interface| is(&export.name, interface)) {
            let message =
                format!("the component exports {}, which this server does not know: build against redress:rules 1.0", export.name);
            findings.push(Finding::at("unknown_export", export.offset, message));
        }
    }
    if !exported("plugin") {
        let message = "the component does not export redress:rules/plugin@1.0.0: export describe, config-schema and validate-config";
        findings.push(Finding::new("no_plugin_export", message));
    }
    if !HOOKS.iter().any(|hook| exported(hook)) {
        let message = format!("the component exports no hook: export at least one of {} from redress:rules@1.0.0", HOOKS.join(", "));
        findings.push(Finding::new("no_hook_export", message));
    }
    findings
}

/// True for `redress:rules/<interface>@1.<minor>.<patch>`.
fn is(name: &str, interface: &str) -> bool {
    let version = name.strip_prefix(PACKAGE).and_then(|rest| rest.strip_prefix(interface)).and_then(|rest| rest.strip_prefix('@'));
    version.is_some_and(|version| version.split('.').next() == Some("1"))
}
