//! Rules that misbehave while they decide.

use redress_domain::decision::Outcome;
use redress_domain::rule::{Question, RuleError};
use redress_sandbox::AdmitError;

use crate::guest::{Guest, LOG, LOOP, MEMORY_BOMB, assessment};
use crate::world::{admit, case, context, desk, refund, sandbox};

#[tokio::test]
async fn every_misbehaviour_has_its_outcome() {
    let (sandbox, _dir) = sandbox();
    let log_loop = |bytes: u32| {
        let body = format!(
            "(memory.fill (i32.const 8192) (i32.const 97) (i32.const 460000))
             (loop $again (call $log (i32.const 1) (i32.const 8192) (i32.const {bytes}) (i32.const 0) (i32.const 0)) (br $again)) unreachable"
        );
        Guest::fraud(&body).with_imports(LOG)
    };
    let look_up_loop = "(loop $again (call $totals (i32.const 5120)) (br $again)) unreachable";
    let totals = r#"(import "redress:rules/history@1.0.0" "totals" (func $totals (param i32)))"#;
    let cases: Vec<(&str, Guest, Outcome, &str)> = vec![
        ("endless loop", Guest::fraud(LOOP), Outcome::OutOfFuel, "fuel"),
        ("memory bomb", Guest::fraud(MEMORY_BOMB), Outcome::Limit, "memory"),
        ("recursion", Guest::fraud("(call $deep) (i32.const 4096)").with_body("(func $deep (call $deep))"), Outcome::StackOverflow, "deep"),
        ("panic", Guest::fraud("unreachable"), Outcome::GuestTrap, "panicked"),
        ("division by zero", Guest::fraud("(i32.div_u (i32.const 1) (i32.const 0))"), Outcome::GuestTrap, "divide by zero"),
        ("read out of bounds", Guest::fraud("(i32.load (i32.const -8))"), Outcome::GuestTrap, "out of bounds"),
        (
            "null call",
            Guest::fraud("(call_indirect (result i32) (i32.const 0))").with_body("(table 1 funcref)"),
            Outcome::GuestTrap,
            "uninitialized",
        ),
        ("address out of bounds", Guest::fraud("(i32.const -64)"), Outcome::InvalidOutput, "unreadable"),
        ("unaligned address", Guest::fraud("(i32.const 4097)"), Outcome::InvalidOutput, "unreadable"),
        (
            "no such variant",
            Guest::fraud("(i32.store8 (i32.const 4096) (i32.const 9)) (i32.const 4096)"),
            Outcome::InvalidOutput,
            "unreadable",
        ),
        ("score of 101", Guest::fraud(&assessment(101)), Outcome::InvalidOutput, "101"),
        (
            "text that is not UTF-8",
            explanation("(i32.store8 (i32.const 8192) (i32.const 255))", 8192, 1),
            Outcome::InvalidOutput,
            "unreadable",
        ),
        (
            "huge answer",
            explanation("(memory.fill (i32.const 65536) (i32.const 97) (i32.const 307200))", 65536, 300 << 10),
            Outcome::Limit,
            "262144 bytes",
        ),
        ("list beyond memory", explanation("", 65536, 1 << 30), Outcome::InvalidOutput, "unreadable"),
        ("long log lines", log_loop(5000), Outcome::Limit, "bytes of log"),
        ("empty log lines", log_loop(0), Outcome::Limit, "times"),
        ("one giant log line", log_loop(400 << 10), Outcome::Limit, "bytes of log"),
        ("endless look-ups", Guest::fraud(look_up_loop).with_imports(totals), Outcome::Limit, "1000 times"),
        ("empty refusal", Guest::refund("(i32.store8 (i32.const 4100) (i32.const 3)) (i32.const 4096)"), Outcome::InvalidOutput, "empty"),
        (
            "approval by nobody",
            Guest::refund("(i32.store8 (i32.const 4100) (i32.const 1)) (i32.const 4096)"),
            Outcome::InvalidOutput,
            "role",
        ),
        ("unknown queue", unknown_queue(), Outcome::InvalidOutput, "no queue 'test'"),
    ];
    for (what, guest, outcome, word) in cases {
        let question = match guest.world {
            "refund-approval-rule" => refund(),
            "routing-rule" => desk(),
            _ => Question::FraudScoring,
        };
        let (rule, _) = admit(&sandbox, guest.build()).await;
        let call = rule.call(&context(), "{}", &case(), &question);
        let fault = call.fault.clone().unwrap_or_else(|| panic!("{what}: {call:?}"));
        assert_eq!((call.outcome, call.answer.clone()), (outcome, None), "{what}: {fault:?}");
        assert!(fault.message.contains(word), "{what}: {}", fault.message);
        assert!(call.log.iter().map(|line| line.message.len()).sum::<usize>() <= 64 << 10, "{what}");
        assert!(call.host_calls.len() <= 1000, "{what}");
        assert!(call.peak_memory <= 64 << 20, "{what}");
        // All of these are recorded decisions: the same again, to the unit of fuel.
        let again = rule.call(&context(), "{}", &case(), &question);
        assert_eq!((again.outcome, again.fuel, again.fault), (call.outcome, call.fuel, call.fault), "{what}");
    }
}

#[tokio::test]
async fn a_crash_says_where() {
    let (sandbox, _dir) = sandbox();
    let guest =
        Guest::fraud("(call $log (i32.const 3) (i32.const 1300) (i32.const 4) (i32.const 0) (i32.const 0)) (call $inner) (i32.const 4096)");
    let guest = guest.with_imports(LOG).with_body("(func $inner unreachable)");
    let (rule, _) = admit(&sandbox, guest.build()).await;
    let fault = rule.call(&context(), "{}", &case(), &Question::FraudScoring).fault.expect("a fault");
    assert_eq!(fault.message, "fraud-scoring.score crashed: it panicked (unreachable): test");
    assert!(fault.backtrace.first().is_some_and(|frame| frame.contains("inner")), "{:?}", fault.backtrace);
}

#[tokio::test]
async fn a_rule_may_say_that_it_cannot_answer() {
    let (sandbox, _dir) = sandbox();
    // Error, case 2 (unavailable), text "test".
    let body = "(i32.store8 (i32.const 4096) (i32.const 1)) (i32.store8 (i32.const 4100) (i32.const 2))
                (i32.store (i32.const 4104) (i32.const 1300)) (i32.store (i32.const 4108) (i32.const 4)) (i32.const 4096)";
    let (rule, _) = admit(&sandbox, Guest::fraud(body).build()).await;
    let call = rule.call(&context(), "{}", &case(), &Question::FraudScoring);
    assert_eq!(call.outcome, Outcome::GuestError);
    let fault = call.fault.expect("a fault");
    assert_eq!(fault.error, Some(RuleError::Unavailable("test".to_owned())));
    assert!(fault.message.contains("test"), "{}", fault.message);
}

/// A refund rule whose explanation is `length` bytes at `address`.
fn explanation(before: &str, address: u32, length: u32) -> Guest {
    Guest::refund(&format!(
        "{before} (i32.store (i32.const 4132) (i32.const {address})) (i32.store (i32.const 4136) (i32.const {length})) (i32.const 4096)"
    ))
}

/// A routing rule that answers queue "test", which the desk does not have.
fn unknown_queue() -> Guest {
    Guest::routing(
        "(i32.store8 (i32.const 4100) (i32.const 1)) (i32.store8 (i32.const 4104) (i32.const 1))
         (i32.store (i32.const 4108) (i32.const 1300)) (i32.store (i32.const 4112) (i32.const 4)) (i32.const 4096)",
    )
}

#[tokio::test]
async fn flipped_bits_never_harm_the_host() {
    let (sandbox, _dir) = sandbox();
    let good = Guest::fraud(&assessment(12)).build();
    // A small generator, so that a failure names the same bits again.
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(random >> 33).expect("31 bits") % below
    };
    let (mut admitted, mut refused) = (0, 0);
    for round in 0..200 {
        let mut bytes = good.clone();
        let flips: Vec<_> = (0..=next(3)).map(|_| (next(bytes.len()), next(8))).collect();
        for &(at, bit) in &flips {
            bytes[at] ^= 1 << bit;
        }
        match sandbox.admit(bytes).await {
            Ok(found) => {
                admitted += 1;
                let rule = sandbox.load(found.digest, crate::world::no_bytes).await.expect("it was just admitted");
                let call = rule.call(&context(), "{}", &case(), &Question::FraudScoring);
                assert!(call.outcome.is_deterministic(), "round {round}, flips {flips:?}: {call:?}");
            }
            Err(AdmitError::Rejected(findings)) => {
                refused += 1;
                assert!(!findings.is_empty(), "round {round}, flips {flips:?}");
            }
            Err(error) => panic!("round {round}, flips {flips:?}: {error}"),
        }
    }
    assert!(admitted > 0 && refused > 0, "{admitted} admitted, {refused} refused");
}
