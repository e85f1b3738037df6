//! The same way in TypeScript and Python: new, unit tests, fixtures, check; and what happens when something is wrong. The shared
//! packages are those that `make test` installs (`.ci/sdks`).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Desk, Said, shared};

const ALL: &str = "routing,fraud-scoring,refund-approval,notification,automation,schedule,settlement";

impl Desk {
    /// Makes a plugin in a language.
    fn plugin_in(&self, lang: &str, name: &str, hooks: &str) -> PathBuf {
        self.run(&["new", name, "--lang", lang, "--hook", hooks]).succeeds();
        self.path(name)
    }
}

/// Puts `inserted` before the first `mark` of a file; answers the line it now stands on.
fn insert(file: &Path, mark: &str, inserted: &str) -> usize {
    let text = fs::read_to_string(file).unwrap();
    let at = text.find(mark).unwrap_or_else(|| panic!("{mark} is not in {}", file.display()));
    fs::write(file, format!("{}{inserted}{}", &text[..at], &text[at..])).unwrap();
    text[..at].lines().count().max(1) + usize::from(text[..at].ends_with('\n'))
}

/// Adds a fixture whose time makes the rule throw, and expects the words it comes back with.
fn expect_a_throw(dir: &Path, message: &str) {
    let file = dir.join("fixtures/fraud-scoring.json");
    let mut fixtures: Vec<serde_json::Value> = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    let mut throwing = fixtures[0].clone();
    throwing["name"] = "it throws".into();
    throwing["now"] = "1970-01-01T00:00:00.005Z".into();
    throwing["expect"] = serde_json::json!({"outcome": "guest_error", "error": {"code": "internal", "detail": message}});
    fixtures.push(throwing);
    fs::write(&file, serde_json::to_string(&fixtures).unwrap()).unwrap();
}

#[test]
fn typescript_from_new_to_tested() {
    let desk = Desk::new();
    let dir = desk.plugin_in("ts", "all", ALL);
    let line = insert(
        &dir.join("src/fraud-scoring.ts"),
        "  const claims",
        "  console.log(\"asked at\", call.now);\n  if (call.now === 5) throw new RangeError(\"boom\");\n",
    ) + 1;
    expect_a_throw(&dir, &format!("RangeError: boom (at src/fraud-scoring.ts:{line})"));
    let tested = desk.run(&["test", "all"]).succeeds();
    assert!(tested.contains("building all with @redress/sdk (quickjs)") && tested.contains("17 passed, 0 failed"), "{tested}");
    let checked = desk.run(&["check", "all"]).succeeds();
    assert!(!checked.contains("building"), "nothing changed, so nothing is built: {checked}");
    assert!(checked.contains("a server would take it") && !checked.contains("advice"), "{checked}");
    let shown = desk.run(&["run", "all", "--fixture", "it throws"]).fails();
    assert!(
        shown.contains("log       info: asked at 5") && shown.contains(&format!("at 0=fraudScoring src/fraud-scoring.ts:{line}")),
        "{shown}"
    );
    let measured = desk.run(&["bench", "all", "--calls", "5", "--fixture", "a fresh ticket"]).succeeds();
    assert!(measured.contains("p99") && measured.contains("KiB"), "{measured}");
    let units = Command::new("npx").args(["vitest", "run"]).current_dir(&dir).output().unwrap();
    let units = Said::from(&units).succeeds();
    assert!(units.contains("tests/schedule.test.ts"), "{units}");
}

#[test]
fn typescript_mistakes_have_file_line_and_column() {
    let desk = Desk::new();
    let dir = desk.plugin_in("ts", "wrong", "refund-approval");
    let file = dir.join("src/refund-approval.ts");
    let template = fs::read_to_string(&file).unwrap();
    let told = |inserted: &str| {
        fs::write(&file, &template).unwrap();
        let line = insert(&file, "  const days", inserted);
        (line, desk.run(&["build", "wrong"]).fails())
    };
    let (line, said) = told("  console.log(Date.now(), Math.random());\n");
    for (column, words) in [(15, "Date.now() is not for rules: use call.now"), (27, "Math.random() is not for rules: use call.rng()")] {
        assert!(said.contains(&format!("src/refund-approval.ts:{line}:{column}: {words}")), "{said}");
    }
    let (line, said) = told("  const wrong: string = call.now;\n");
    assert!(
        said.contains(&format!("src/refund-approval.ts:{line}:9: Type 'number' is not assignable to type 'string'. (TS2322)")),
        "{said}"
    );
    let (line, said) = told("  const = 1;\n");
    assert!(said.contains(&format!("src/refund-approval.ts:{line}:")) && said.contains("wrong was not built"), "{said}");
    assert!(!said.contains("node_modules"), "no stack of ours: {said}");
}

#[test]
fn python_from_new_to_tested() {
    let desk = Desk::new();
    let dir = desk.plugin_in("python", "all", ALL);
    let throwing = "    print(\"asked at\", call.now_ms)\n    if call.now_ms == 5:\n        raise LookupError(\"boom\")\n";
    let line = insert(&dir.join("rule/fraud_scoring.py"), "    days = ", throwing) + 2;
    expect_a_throw(&dir, &format!("LookupError: boom (at rule/fraud_scoring.py:{line})"));
    let tested = desk.run(&["test", "all"]).succeeds();
    assert!(tested.contains("building all with redress_sdk") && tested.contains("17 passed, 0 failed"), "{tested}");
    let checked = desk.run(&["check", "all"]).succeeds();
    assert!(!checked.contains("building"), "nothing changed, so nothing is built: {checked}");
    assert!(checked.contains("a server would take it") && !checked.contains("advice"), "{checked}");
    let shown = desk.run(&["run", "all", "--fixture", "it throws"]).fails();
    assert!(
        shown.contains("log       info: asked at 5") && shown.contains(&format!("at 0=fraud_scoring rule/fraud_scoring.py:{line}")),
        "{shown}"
    );
    let python = shared("REDRESS_VENV").join("bin/python");
    for tool in [&["-m", "pytest", "-q"][..], &["-m", "mypy", "rule", "tests"]] {
        let output = Command::new(&python).args(tool).current_dir(&dir).output().unwrap();
        Said::from(&output).succeeds();
    }
}

#[test]
fn python_mistakes_have_file_line_and_column() {
    let desk = Desk::new();
    let dir = desk.plugin_in("python", "wrong", "refund-approval");
    let file = dir.join("rule/refund_approval.py");
    let template = fs::read_to_string(&file).unwrap();
    let told = |inserted: &str| {
        fs::write(&file, &template).unwrap();
        let line = insert(&file, "    limit = ", inserted);
        (line, desk.run(&["build", "wrong"]).fails())
    };
    let (line, said) = told("    import random, time\n    print(time.time(), random.random())\n");
    for (column, words) in [(11, "time.time is not for rules: use call.now_ms"), (24, "random.random is not for rules: use call.rng()")] {
        assert!(said.contains(&format!("rule/refund_approval.py:{}:{column}: {words}", line + 1)), "{said}");
    }
    let (line, said) = told("    limit = = 1\n");
    assert!(said.contains(&format!("rule/refund_approval.py:{line}:13: syntax error: invalid syntax")), "{said}");
    assert!(said.contains("wrong was not built") && !said.contains("Traceback"), "{said}");
}

#[test]
fn a_folder_that_is_no_plugin_is_told_what_is_missing() {
    let desk = Desk::new();
    fs::create_dir(desk.path("web")).unwrap();
    fs::write(desk.path("web/package.json"), r#"{"name": "web"}"#).unwrap();
    let said = desk.run(&["build", "web"]).fails();
    assert!(said.contains("package.json has no \"redress\" section"), "{said}");
    let said = desk.run(&["new", "ruby-rule", "--lang", "ruby", "--hook", "routing"]).fails();
    assert!(said.contains("rust, ts, python"), "{said}");
}
