//! One tenant's bad rule is no other tenant's business.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use redress_domain::decision::Outcome;
use redress_domain::rule::Question;
use redress_sandbox::{Busy, Sandbox};

use crate::guest::{Guest, LOOP, MEMORY_BOMB, assessment};
use crate::world::{admit, case, context, options, refuse, sandbox};

#[tokio::test(flavor = "multi_thread")]
async fn a_good_rule_answers_while_bad_ones_run() {
    let (sandbox, _dir) = sandbox();
    let (good, _) = admit(&sandbox, Guest::fraud(&assessment(12)).build()).await;
    let done = Arc::new(AtomicBool::new(false));
    let watcher = {
        let (good, done) = (Arc::clone(&good), Arc::clone(&done));
        std::thread::spawn(move || {
            let (mut calls, mut slowest) = (0, 0);
            while !done.load(Ordering::Relaxed) {
                let call = good.call(&context(), "{}", &case(), &Question::FraudScoring);
                assert_eq!(call.outcome, Outcome::Ok, "{:?}", call.fault);
                calls += 1;
                slowest = slowest.max(call.duration_us);
            }
            (calls, slowest)
        })
    };
    let deep = Guest::fraud("(call $deep) (i32.const 4096)").with_body("(func $deep (call $deep))");
    for bad in [Guest::fraud(LOOP), Guest::fraud(MEMORY_BOMB), Guest::fraud("unreachable"), deep] {
        let (bad, _) = admit(&sandbox, bad.build()).await;
        for _ in 0..3 {
            let bad = Arc::clone(&bad);
            let call = sandbox.run(move || bad.call(&context(), "{}", &case(), &Question::FraudScoring)).await.expect("a permit");
            assert_ne!(call.outcome, Outcome::Ok);
        }
    }
    refuse(&sandbox, Guest::fraud("").with_body("(func $begin (loop $l (br $l))) (start $begin)").text().into_bytes()).await;
    done.store(true, Ordering::Relaxed);
    let (calls, slowest) = watcher.join().expect("the good rule never failed");
    assert!(calls > 100, "only {calls} calls");
    assert!(slowest < 1_000_000, "one call took {slowest} µs");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_wall_clock_is_a_net_below_the_fuel() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let mut options = options(dir.path());
    options.limits.wall = Duration::from_millis(50);
    options.limits.fuel = u64::MAX / 4;
    let sandbox = Sandbox::new(options).expect("a sandbox");
    let (rule, _) = admit(&sandbox, Guest::fraud(LOOP).build()).await;
    let call = rule.call(&context(), "{}", &case(), &Question::FraudScoring);
    assert_eq!(call.outcome, Outcome::Interrupted);
    assert!(!call.outcome.is_deterministic());
    assert!(call.duration_us < 2_000_000, "{}", call.duration_us);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_finds_no_permit_is_told_so() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let mut options = options(dir.path());
    options.permits = 1;
    options.patience = Duration::from_millis(50);
    let sandbox = Sandbox::new(options).expect("a sandbox");
    let (release, wait) = std::sync::mpsc::channel::<()>();
    let holder = {
        let sandbox = Arc::clone(&sandbox);
        tokio::spawn(async move { sandbox.run(move || wait.recv()).await })
    };
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(sandbox.run(|| ()).await, Err(Busy));
    release.send(()).expect("the holder waits");
    assert_eq!(holder.await.expect("no panic"), Ok(Ok(())));
    assert_eq!(sandbox.run(|| 5).await, Ok(5));
    // A panic takes its permit back with it.
    assert_eq!(sandbox.run(|| panic!("on purpose")).await, Err::<(), _>(Busy));
    assert_eq!(sandbox.run(|| 6).await, Ok(6));
}

#[tokio::test(flavor = "multi_thread")]
async fn more_instances_than_the_pool_has_are_told_apart_from_bad_rules() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let mut options = options(dir.path());
    options.slots = 1;
    options.permits = 8;
    // Fuel must end the loops, however busy the machine is.
    options.limits.wall = Duration::from_mins(1);
    let sandbox = Sandbox::new(options).expect("a sandbox");
    let (slow, _) = admit(&sandbox, Guest::fraud(LOOP).build()).await;
    let calls: Vec<_> = (0..8)
        .map(|_| {
            let slow = Arc::clone(&slow);
            std::thread::spawn(move || slow.call(&context(), "{}", &case(), &Question::FraudScoring).outcome)
        })
        .collect();
    let outcomes: Vec<Outcome> = calls.into_iter().map(|call| call.join().expect("no panic")).collect();
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Outcome::OutOfFuel | Outcome::PoolExhausted)), "{outcomes:?}");
    assert!(outcomes.contains(&Outcome::PoolExhausted) && outcomes.contains(&Outcome::OutOfFuel), "{outcomes:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_who_hangs_up_frees_nothing_before_the_rule_ends() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let mut options = options(dir.path());
    options.permits = 1;
    options.slots = 1;
    // The loop yields to whatever else the machine does: it must still end by its fuel, and be waited for.
    options.patience = Duration::from_mins(1);
    options.limits.wall = Duration::from_mins(1);
    options.limits.fuel = 20_000_000;
    let sandbox = Sandbox::new(options).expect("a sandbox");
    let (slow, _) = admit(&sandbox, Guest::fraud(LOOP).build()).await;
    let (good, _) = admit(&sandbox, Guest::fraud(&assessment(12)).build()).await;
    for _ in 0..3 {
        let ended = Arc::new(AtomicBool::new(false));
        let (rule, over) = (Arc::clone(&slow), Arc::clone(&ended));
        let work = move || {
            rule.call(&context(), "{}", &case(), &Question::FraudScoring);
            over.store(true, Ordering::SeqCst);
        };
        // The future is dropped at the end of the time, in the middle of the call.
        assert!(tokio::time::timeout(Duration::from_millis(1), sandbox.run(work)).await.is_err(), "the loop ends by itself");
        let good = Arc::clone(&good);
        let call = sandbox.run(move || good.call(&context(), "{}", &case(), &Question::FraudScoring)).await.expect("a permit");
        assert!(ended.load(Ordering::SeqCst), "the only permit was free while the rule ran");
        assert_eq!(call.outcome, Outcome::Ok, "the only instance is free again: {:?}", call.fault);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_calls_leave_no_memory_behind() {
    let (sandbox, _dir) = sandbox();
    let guests = [Guest::fraud(&assessment(12)), Guest::fraud("unreachable"), Guest::fraud("(i32.const -64)"), Guest::fraud(MEMORY_BOMB)];
    let mut rules = Vec::new();
    for guest in guests {
        rules.push(admit(&sandbox, guest.build()).await.0);
    }
    let round = |calls: usize| {
        for nth in 0..calls {
            // A bomb touches no page, but takes time: one call in a hundred.
            let rule = if nth % 100 == 99 { &rules[3] } else { &rules[nth % 3] };
            rule.call(&context(), "{}", &case(), &Question::FraudScoring);
        }
        resident_kib()
    };
    let warm = round(1_000);
    let after = round(10_000);
    assert!(after < warm + 8 * 1024, "{warm} KiB before, {after} KiB after");
}

/// Resident memory of this process.
fn resident_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("VmRSS");
    line.trim().trim_end_matches("kB").trim().parse().expect("a number")
}
