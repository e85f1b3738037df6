//! One question with all its traces, and measuring.

use std::fs;

use super::Desk;

#[test]
fn run_shows_the_answer_its_cost_and_the_look_ups() {
    let desk = Desk::new();
    desk.plugin("look", "fraud-scoring");
    let said = desk.run(&["run", "look"]).succeeds();
    for part in ["outcome   ok", "\"score\": 0", "fuel", "asked     history/after-sales"] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
    let said = desk.run(&["bench", "look", "--calls", "50"]).succeeds();
    assert!(said.contains("p99") && said.contains("a customer without a past is clean"), "{said}");
    let said = desk.run(&["run", "look", "--fixture", "nonsense"]).fails();
    assert!(said.contains("a customer without a past is clean"), "{said}");
}

#[test]
fn a_panic_is_a_trap_whose_words_are_in_the_log() {
    let desk = Desk::new();
    let dir = desk.plugin("boom", "fraud-scoring");
    let file = dir.join("src/fraud_scoring.rs");
    let source = fs::read_to_string(&file).unwrap().replacen(
        "let Config {",
        "assert!(call.now_ms() < 0, \"boom at {}\", call.now_ms());\n        let Config {",
        1,
    );
    fs::write(&file, source).unwrap();
    let said = desk.run(&["run", "boom", "--names"]).fails();
    assert!(said.contains("outcome   guest_trap"), "{said}");
    assert!(said.contains("boom at 1791360000000") && said.contains("src/fraud_scoring.rs:"), "{said}");
}
