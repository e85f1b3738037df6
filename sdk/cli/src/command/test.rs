//! `redress-plugin test`: fixtures in the sandbox.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::Result;
use redress_domain::decision::{Fault, LogLine};
use redress_domain::rule::Violation;
use redress_sandbox::{Call, check_config};
use serde_json::{Value, json};

use super::{fixtures, shown};
use crate::fixture::{Expect, Fixture, differences};
use crate::guest::{self, Component, build};
use crate::local::{self, Local};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    guest: guest::Args,
    /// Only fixtures whose name contains this, or those of this file.
    #[arg(long)]
    fixture: Option<String>,
    /// Print one JSON object per fixture instead of text: what was asked and all that was answered.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let (mut passed, mut failed) = (0, 0);
    for component in build(&args.guest.paths, &args.guest.options)? {
        let fixtures = fixtures(&component.fixtures, args.fixture.as_deref())?;
        let local = local::admit(&component)?;
        for fixture in &fixtures {
            let (verdict, call) = ask(&local, fixture);
            match &verdict {
                Verdict::Passed(_) => passed += 1,
                Verdict::Failed(_) => failed += 1,
            }
            match verdict {
                _ if args.json => println!("{}", told(&component.name, &fixture.name, &verdict, call.as_ref())),
                Verdict::Passed(fuel) => println!("ok    {}: {} ({fuel} fuel)", component.name, fixture.name),
                Verdict::Failed(report) => println!("FAIL  {}: {} ({})\n{report}", component.name, fixture.name, shown(&fixture.file)),
            }
        }
    }
    if !args.json {
        println!("{passed} passed, {failed} failed");
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The reports of a plugin's fixtures that fail; none when it has none.
pub(super) fn failures(component: &Component, local: &Local) -> Result<Vec<String>> {
    if !component.fixtures.is_dir() {
        return Ok(Vec::new());
    }
    let told = |fixture: &Fixture| match ask(local, fixture).0 {
        Verdict::Passed(_) => None,
        Verdict::Failed(report) => Some(format!("{} ({})\n{report}", fixture.name, shown(&fixture.file))),
    };
    Ok(fixtures(&component.fixtures, None)?.iter().filter_map(told).collect())
}

enum Verdict {
    Passed(u64),
    Failed(String),
}

/// One fixture as JSON.
fn told(plugin: &str, fixture: &str, verdict: &Verdict, call: Option<&Call>) -> Value {
    json!({
        "plugin": plugin,
        "fixture": fixture,
        "passed": matches!(verdict, Verdict::Passed(_)),
        "outcome": call.map(|call| call.outcome),
        "answer": call.map(output),
        "fault": call.and_then(|call| call.fault.as_ref()),
        "fuel": call.map(|call| call.fuel),
    })
}

/// Asks a fixture's question, unless the configuration is refused as it should be or should not be.
fn ask(local: &Local, fixture: &Fixture) -> (Verdict, Option<Call>) {
    let Some(expect) = &fixture.expect else {
        let report = "      it expects nothing: add \"expect\": {\"answer\": {…}}; `redress-plugin run` shows the answer\n";
        return (Verdict::Failed(report.to_owned()), None);
    };
    if let Some(verdict) = configure(local, fixture, expect) {
        return (verdict, None);
    }
    let call = local.rule.call(&fixture.context, &fixture.config.to_string(), &fixture.case, &fixture.question);
    let report = compare(expect, &call);
    let verdict = if report.is_empty() { Verdict::Passed(call.fuel) } else { Verdict::Failed(report + &said(&call)) };
    (verdict, Some(call))
}

/// The verdict when the configuration decides it.
fn configure(local: &Local, fixture: &Fixture, expect: &Expect) -> Option<Verdict> {
    let refused = expect.outcome == "config_refused";
    match (config_violations(local, fixture), refused) {
        (Err(fault), _) => Some(Verdict::Failed(format!("      validate-config did not answer: {}\n", fault.message))),
        (Ok(violations), true) if violations.is_empty() => {
            Some(Verdict::Failed("      expected the configuration to be refused, but it is accepted\n".to_owned()))
        }
        (Ok(_), true) => Some(Verdict::Passed(0)),
        (Ok(violations), false) if !violations.is_empty() => {
            let lines = violations.iter().map(|violation| format!("        at '{}': {}\n", violation.path, violation.message));
            Some(Verdict::Failed(format!("      a server would refuse the configuration:\n{}", lines.collect::<String>())))
        }
        (Ok(_), false) => None,
    }
}

/// What is wrong with the fixture's configuration: first by the schema, then by the plugin.
pub(super) fn config_violations(local: &Local, fixture: &Fixture) -> Result<Vec<Violation>, Fault> {
    let violations = check_config(&local.admitted.config_schema, &fixture.config);
    if !violations.is_empty() {
        return Ok(violations);
    }
    match local.rule.validate_config(&fixture.config.to_string()) {
        Ok(Ok(())) => Ok(Vec::new()),
        Ok(Err(violations)) => Ok(violations),
        Err(fault) => Err(fault),
    }
}

/// The differences as text; empty when all is as expected.
fn compare(expect: &Expect, call: &Call) -> String {
    let mut report = String::new();
    if expect.outcome != call.outcome.as_str() {
        difference(&mut report, "outcome", &expect.outcome, call.outcome.as_str());
    }
    if let Some(expected) = &expect.answer {
        let found = output(call);
        for found in differences(expected, &found) {
            difference(&mut report, &format!("answer{}", found.path), &found.expected, &found.found);
        }
    }
    if let Some(expected) = &expect.error {
        let found = call.fault.as_ref().and_then(|fault| serde_json::to_value(&fault.error).ok()).unwrap_or(Value::Null);
        for found in differences(expected, &found) {
            difference(&mut report, &format!("error{}", found.path), &found.expected, &found.found);
        }
    }
    if let Some(most) = expect.fuel_at_most.filter(|&most| call.fuel > most) {
        difference(&mut report, "fuel", &format!("at most {most}"), &call.fuel.to_string());
    }
    report
}

fn difference(report: &mut String, place: &str, expected: &str, found: &str) {
    let _ = writeln!(report, "      {place}\n        - expected {expected}\n        + got      {found}");
}

/// The answer without the name of its hook; null when there is none.
pub(super) fn output(call: &Call) -> Value {
    let answer = call.answer.as_ref().and_then(|answer| serde_json::to_value(answer).ok());
    answer.and_then(|mut answer| answer.get_mut("output").map(Value::take)).unwrap_or(Value::Null)
}

/// What else the rule said: often the reason for the difference.
fn said(call: &Call) -> String {
    let mut text = String::new();
    if let Some(fault) = &call.fault {
        let _ = writeln!(text, "      it failed: {}", fault.message);
        for frame in &fault.backtrace {
            let _ = writeln!(text, "        {frame}");
        }
    }
    for line in &call.log {
        let _ = writeln!(text, "      log {}", log_line(line));
    }
    text
}

/// One line of a rule's log.
pub(super) fn log_line(line: &LogLine) -> String {
    let mut text = format!("{}: {}", line.level, line.message);
    for (name, value) in &line.fields {
        let _ = write!(text, " {name}={value}");
    }
    text
}
