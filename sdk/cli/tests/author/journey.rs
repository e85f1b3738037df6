//! From `new` to passing fixtures, for every hook; and what happens when something is wrong.

use std::fs;

use super::Desk;

#[test]
fn every_template_builds_checks_and_passes_its_fixtures() {
    let desk = Desk::new();
    for hook in ["routing", "fraud-scoring", "refund-approval", "notification"] {
        let name = format!("my-{hook}");
        let dir = desk.plugin(&name, hook);
        let built = desk.run(&["build", &name]).succeeds();
        assert!(built.contains("building with"), "{built}");
        assert!(dir.join(format!("target/redress/{name}.wasm")).is_file());
        let checked = desk.run(&["check", &name]).succeeds();
        assert!(
            checked.contains(&format!("plugin@1.0.0, {hook}@1.0.0")) || checked.contains(&format!("{hook}@1.0.0, plugin@1.0.0")),
            "{checked}"
        );
        assert!(!checked.contains("advice"), "{checked}");
        let tested = desk.run(&["test", &name]).succeeds();
        assert!(tested.contains(", 0 failed"), "{tested}");
    }
}

#[test]
fn one_plugin_answers_all_hooks_and_imports_only_what_it_uses() {
    let desk = Desk::new();
    desk.plugin("all", "routing,fraud-scoring,refund-approval,notification");
    let checked = desk.run(&["check", "all"]).succeeds();
    let imports = checked.lines().find(|line| line.contains("imports")).unwrap();
    assert!(imports.contains("history") && imports.contains("log") && !imports.contains("parameters"), "{imports}");
    let tested = desk.run(&["test", "all"]).succeeds();
    assert!(tested.contains("9 passed, 0 failed"), "{tested}");
}

#[test]
fn the_template_passes_its_own_unit_tests_without_warnings() {
    let desk = Desk::new();
    let dir = desk.plugin("unit", "refund-approval,routing");
    let target = std::path::Path::new(env!("CARGO_BIN_EXE_redress-plugin")).ancestors().nth(2).unwrap().join("redress/native");
    let mut command = std::process::Command::new(env!("CARGO"));
    command.args(["test", "--quiet"]).current_dir(dir).env("CARGO_TARGET_DIR", target);
    let output = command.output().unwrap();
    let said = super::Said::from(&output).succeeds();
    assert!(!said.contains("warning"), "{said}");
}

#[test]
fn a_wrong_answer_is_shown_as_a_difference() {
    let desk = Desk::new();
    let dir = desk.plugin("wrong", "refund-approval");
    let file = dir.join("fixtures/refund-approval.json");
    let text = fs::read_to_string(&file).unwrap().replace("\"role\": \"supervisor\"", "\"role\": \"director\"");
    fs::write(&file, text).unwrap();
    let said = desk.run(&["test", "wrong"]).fails();
    assert!(said.contains("FAIL  wrong: a large one needs a supervisor"), "{said}");
    assert!(
        said.contains("answer/verdict/needs_approval/role\n        - expected \"director\"\n        + got      \"supervisor\""),
        "{said}"
    );
    assert!(said.contains("2 passed, 1 failed"), "{said}");
}

#[test]
fn a_configuration_the_server_would_refuse_fails_the_fixture() {
    let desk = Desk::new();
    let dir = desk.plugin("refused", "routing");
    let file = dir.join("fixtures/routing.json");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("{ \"queue\": \"after_sales\" }", "{ \"quue\": \"after_sales\" }", 1)).unwrap();
    let said = desk.run(&["test", "refused"]).fails();
    assert!(said.contains("a server would refuse the configuration") && said.contains("quue"), "{said}");
    let empty = "{ \"queue\": \"\" }";
    fs::write(&file, format!(r#"{{"name": "no queue", "hook": "routing", "config": {empty}, "expect": {{"outcome": "config_refused"}}}}"#))
        .unwrap();
    desk.run(&["test", "refused"]).succeeds();
}

#[test]
fn mistakes_are_met_with_advice() {
    let desk = Desk::new();
    let said = desk.run(&["build", "nowhere"]).fails();
    assert!(said.contains("redress-plugin new"), "{said}");
    let said = desk.run(&["new", "Bad_Name", "--hook", "routing"]).fails();
    assert!(said.contains("lower-case"), "{said}");
    let said = desk.run(&["new", "good-name", "--hook", "refunds"]).fails();
    assert!(said.contains("refund-approval"), "{said}");
    let dir = desk.plugin("taken", "routing");
    let said = desk.run(&["new", "taken", "--hook", "routing"]).fails();
    assert!(said.contains("not empty"), "{said}");
    let lib = fs::read_to_string(dir.join("src/lib.rs")).unwrap();
    fs::write(dir.join("src/lib.rs"), lib.replace("redress_sdk::export!(Taken: Routing);", "")).unwrap();
    let said = desk.run(&["build", "taken"]).fails();
    assert!(said.contains("redress_sdk::export!"), "{said}");
    fs::write(dir.join("src/lib.rs"), "fn broken(").unwrap();
    let said = desk.run(&["build", "taken"]).fails();
    assert!(said.contains("taken did not compile"), "{said}");
}

/// Rust's library has no clock here and would only panic, without a word of where.
#[test]
fn a_rule_that_reads_the_clock_is_refused_when_it_is_built() {
    let desk = Desk::new();
    let dir = desk.plugin("clock", "refund-approval");
    let source = dir.join("src/refund_approval.rs");
    let text = fs::read_to_string(&source).unwrap();
    let reads = "\n        let year = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |past| past.as_secs());\n\
        \x20       if year == 7 {\n            return Ok(Decision::approve(\"never\"));\n        }";
    let signature = "-> Result<Decision, RuleError> {";
    assert!(text.contains(signature), "{text}");
    fs::write(&source, text.replacen(signature, &format!("{signature}{reads}"), 1)).unwrap();
    let said = desk.run(&["build", "clock"]).fails();
    assert!(said.contains("reads the clock: use `call.now_ms()`"), "{said}");
    assert!(said.contains(".rs:") && said.contains("SystemTime::now()"), "the place is told: {said}");
}
