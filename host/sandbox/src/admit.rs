//! Letting a component in: after the static checks it is compiled, started once under the usual limits and asked who it is.

use std::sync::Arc;

use redress_domain::Digest;
use redress_domain::decision::Outcome;
use wasmtime::Store;
use wasmtime::component::{Component, Instance, InstancePre};

use crate::bindings::exports::redress::rules::{
    automation, fraud_scoring, notification, plugin, refund_approval, routing, schedule, settlement,
};
use crate::engine::{MEMORIES, TABLES};
use crate::error::{AdmitError, Error, Finding};
use crate::options::{Allowance, Limits};
use crate::outcome::{Stage, classify};
use crate::rule::{Exports, Rule};
use crate::sandbox::{Admitted, Info, Sandbox};
use crate::state::{CallState, Source};
use crate::{schema, validate};

/// Longest schema a component may answer, in bytes.
const LONGEST_SCHEMA: usize = 256 << 10;

pub(crate) async fn admit(sandbox: &Arc<Sandbox>, bytes: Vec<u8>) -> Result<Admitted, AdmitError> {
    let size = bytes.len() as u64;
    let limits = Arc::clone(&sandbox.limits);
    let examined = tokio::task::spawn_blocking(move || {
        let findings = validate::examine(&bytes, &limits);
        if findings.is_empty() { Ok((Digest::of(&bytes), bytes)) } else { Err(findings) }
    });
    let (digest, bytes) = examined.await.map_err(|_| Error::TaskLost)?.map_err(AdmitError::Rejected)?;
    let gate = sandbox.load_gate(&digest);
    let rule = {
        let _alone = gate.lock().await;
        match sandbox.ready(digest).await? {
            Some(rule) => rule,
            None => sandbox.build(digest, &bytes).await?,
        }
    };
    let interviewed = tokio::task::spawn_blocking(move || interview(&rule).map(|(info, schema)| (rule.hooks(), rule.asks(), info, schema)));
    let (hooks, asks, info, config_schema) = interviewed.await.map_err(|_| Error::TaskLost)?.map_err(|problem| match problem {
        Problem::Findings(findings) => AdmitError::Rejected(findings),
        Problem::Busy => AdmitError::Infra(Error::Busy),
    })?;
    Ok(Admitted { digest, size, info, hooks, asks, config_schema })
}

/// What a component needs that no instance of the pool has.
pub(crate) fn fit(component: &Component, limits: &Limits) -> Vec<Finding> {
    let Some(needs) = component.resources_required() else {
        return vec![Finding::new("imports_modules", "the component imports core modules: link them in")];
    };
    let mut findings = Vec::new();
    let mut most = |code, what: &str, found: u64, most: u64| {
        if found > most {
            findings.push(Finding::new(code, format!("the component needs {found} {what}, at most {most} are given: make it smaller")));
        }
    };
    most("too_many_memories", "linear memories", needs.num_memories.into(), MEMORIES.into());
    most("too_many_tables", "tables", needs.num_tables.into(), TABLES.into());
    most("table_too_large", "elements in one table", needs.max_initial_table_size.unwrap_or(0), limits.table_elements as u64);
    most("memory_too_large", "bytes in one memory", needs.max_initial_memory_size.unwrap_or(0), limits.memory_bytes as u64);
    findings
}

/// Finds the exports by name; static validation has seen that `plugin` and one hook are there.
pub(crate) fn exports(pre: &InstancePre<CallState>) -> Result<Exports, Finding> {
    let has = |interface: &str| pre.component().get_export_index(None, format!("redress:rules/{interface}@1.0.0")).is_some();
    let wrong = |interface: &'static str| {
        move |error: wasmtime::Error| {
            let message =
                format!("the export redress:rules/{interface} lacks a function: {}; build against the current WIT", error.root_cause());
            Finding::new("wrong_export_type", message)
        }
    };
    Ok(Exports {
        plugin: plugin::GuestIndices::new(pre).map_err(wrong("plugin"))?,
        routing: has("routing").then(|| routing::GuestIndices::new(pre)).transpose().map_err(wrong("routing"))?,
        fraud_scoring: has("fraud-scoring").then(|| fraud_scoring::GuestIndices::new(pre)).transpose().map_err(wrong("fraud-scoring"))?,
        refund_approval: has("refund-approval")
            .then(|| refund_approval::GuestIndices::new(pre))
            .transpose()
            .map_err(wrong("refund-approval"))?,
        notification: has("notification").then(|| notification::GuestIndices::new(pre)).transpose().map_err(wrong("notification"))?,
        automation: has("automation").then(|| automation::GuestIndices::new(pre)).transpose().map_err(wrong("automation"))?,
        schedule: has("schedule").then(|| schedule::GuestIndices::new(pre)).transpose().map_err(wrong("schedule"))?,
        settlement: has("settlement").then(|| settlement::GuestIndices::new(pre)).transpose().map_err(wrong("settlement"))?,
    })
}

enum Problem {
    Findings(Vec<Finding>),
    Busy,
}

/// Starts the component and asks `describe` and `config-schema`, each in its own instance, as every later call will be.
fn interview(rule: &Rule) -> Result<(Info, serde_json::Value), Problem> {
    let plugin = &rule.exports.plugin;
    let wrong = ask(rule, Stage::Start, |store, instance| Ok(wrong_types(&rule.exports, store, instance)))?;
    if !wrong.is_empty() {
        return Err(Problem::Findings(wrong));
    }
    let info = ask(rule, Stage::Export("plugin.describe"), |store, instance| plugin.load(&mut *store, instance)?.call_describe(store));
    let schema =
        ask(rule, Stage::Export("plugin.config-schema"), |store, instance| plugin.load(&mut *store, instance)?.call_config_schema(store));
    match (info.and_then(read_info), schema.and_then(|text| read_schema(&text))) {
        (Ok(info), Ok(schema)) => Ok((info, schema)),
        (Err(Problem::Busy), _) | (_, Err(Problem::Busy)) => Err(Problem::Busy),
        (Err(Problem::Findings(mut all)), Err(Problem::Findings(more))) => {
            all.extend(more);
            Err(Problem::Findings(all))
        }
        (Err(problem), Ok(_)) | (Ok(_), Err(problem)) => Err(problem),
    }
}

fn ask<T>(rule: &Rule, stage: Stage, question: impl FnOnce(&mut Store<CallState>, &Instance) -> wasmtime::Result<T>) -> Result<T, Problem> {
    let mut store = rule.store(Allowance::default(), Source::nobody());
    let asked = match rule.pre.instantiate(&mut store) {
        Ok(instance) => question(&mut store, &instance).map_err(|error| (error, stage)),
        Err(error) => Err((error, Stage::Start)),
    };
    asked.map_err(|(error, stage)| {
        let (outcome, fault) = classify(&error, stage, store.data());
        let at_start = stage == Stage::Start;
        let code = match outcome {
            Outcome::PoolExhausted => return Problem::Busy,
            Outcome::OutOfFuel | Outcome::Interrupted if at_start => "start_out_of_fuel",
            Outcome::OutOfFuel | Outcome::Interrupted => "export_out_of_fuel",
            Outcome::StackOverflow if at_start => "start_stack_overflow",
            Outcome::StackOverflow => "export_stack_overflow",
            Outcome::Limit if at_start => "start_limit",
            Outcome::Limit => "export_limit",
            Outcome::GuestTrap if at_start => "start_trap",
            Outcome::GuestTrap => "export_trap",
            _ if at_start => "cannot_start",
            _ => "export_invalid_output",
        };
        Problem::Findings(vec![Finding::new(code, fault.message)])
    })
}

/// Loading an export compares its type with the WIT; every one that differs is a finding.
fn wrong_types(exports: &Exports, store: &mut Store<CallState>, instance: &Instance) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut check = |name: &str, loaded: Result<(), wasmtime::Error>| {
        if let Err(error) = loaded {
            let message = format!(
                "the export redress:rules/{name} does not have the type of redress:rules 1.0: {error:#}; build against the current WIT"
            );
            findings.push(Finding::new("wrong_export_type", message));
        }
    };
    check("plugin", exports.plugin.load(&mut *store, instance).map(drop));
    if let Some(hook) = &exports.routing {
        check("routing", hook.load(&mut *store, instance).map(drop));
    }
    if let Some(hook) = &exports.fraud_scoring {
        check("fraud-scoring", hook.load(&mut *store, instance).map(drop));
    }
    if let Some(hook) = &exports.refund_approval {
        check("refund-approval", hook.load(&mut *store, instance).map(drop));
    }
    if let Some(hook) = &exports.notification {
        check("notification", hook.load(&mut *store, instance).map(drop));
    }
    if let Some(hook) = &exports.automation {
        check("automation", hook.load(&mut *store, instance).map(drop));
    }
    if let Some(hook) = &exports.schedule {
        check("schedule", hook.load(&mut *store, instance).map(drop));
    }
    if let Some(hook) = &exports.settlement {
        check("settlement", hook.load(&mut *store, instance).map(drop));
    }
    findings
}

fn read_info(info: plugin::Info) -> Result<Info, Problem> {
    let mut findings = Vec::new();
    let mut finding = |field: &str, message: String| {
        findings.push(Finding::new("invalid_info", format!("plugin.describe answers a {field} that {message}")));
    };
    let name_letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if info.name.is_empty() || info.name.len() > 64 || !info.name.bytes().all(name_letters) || !info.name.as_bytes()[0].is_ascii_lowercase()
    {
        finding(
            "name",
            format!("is {:?}: use 1 to 64 lower-case letters, digits and hyphens, beginning with a letter", shorten(&info.name)),
        );
    }
    if !is_semantic_version(&info.version) {
        finding("version", format!("is {:?}: use a semantic version such as 1.0.0", shorten(&info.version)));
    }
    if info.description.chars().count() > 300 {
        finding("description", "is longer than 300 characters".to_owned());
    }
    for (field, text) in [("description", &info.description), ("sdk", &info.sdk)] {
        if text.contains('\0') {
            finding(field, "has the character U+0000, which cannot be kept".to_owned());
        }
    }
    if info.sdk.chars().count() > 100 {
        finding("sdk", "is longer than 100 characters".to_owned());
    }
    if findings.is_empty() {
        Ok(Info { name: info.name, version: info.version, description: info.description, sdk: info.sdk })
    } else {
        Err(Problem::Findings(findings))
    }
}

fn read_schema(text: &str) -> Result<serde_json::Value, Problem> {
    let wrong = |message: String| Problem::Findings(vec![Finding::new("invalid_config_schema", message)]);
    if text.len() > LONGEST_SCHEMA {
        return Err(wrong(format!("plugin.config-schema answers more than {LONGEST_SCHEMA} bytes")));
    }
    let value = serde_json::from_str(text).map_err(|error| wrong(format!("plugin.config-schema does not answer JSON: {error}")))?;
    match schema::fault(&value) {
        None => Ok(value),
        Some(fault) => Err(wrong(format!("plugin.config-schema does not answer JSON Schema 2020-12: {fault}"))),
    }
}

/// `MAJOR.MINOR.PATCH` with optional `-pre.release` and `+build` (semver.org 2.0.0).
fn is_semantic_version(text: &str) -> bool {
    let (rest, build) = text.split_once('+').map_or((text, None), |(rest, build)| (rest, Some(build)));
    let (core, pre) = rest.split_once('-').map_or((rest, None), |(core, pre)| (core, Some(pre)));
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()) && (part == "0" || !part.starts_with('0'));
    let word = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let words = |text: Option<&str>| text.is_none_or(|text| text.split('.').all(word));
    text.len() <= 100 && core.split('.').count() == 3 && core.split('.').all(number) && words(pre) && words(build)
}

fn shorten(text: &str) -> String {
    text.chars().take(80).collect()
}
