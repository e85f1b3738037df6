//! No schedule of faults of the inventory, no dead worker and no cancellation reserves twice, loses a reservation, or forgets to
//! let one go (L17, Z34).

use redress::workers::reservations;
use redress_tests::gateway::Fault;
use serde_json::{Value, json};

use super::Desk;

fn id(replacement: &Value) -> &str {
    replacement["id"].as_str().unwrap()
}

async fn wanted(desk: &Desk, name: &str) -> Value {
    let ticket = desk.allowed("resend", name, 4_800).await;
    desk.propose(&ticket, json!({})).await.expect(201).body["replacement"].clone()
}

/// Works and waits until the state is one of these, at most some days.
async fn until(desk: &Desk, replacement: &Value, states: &[&str]) -> String {
    for _ in 0..100 {
        desk.work().await;
        let state = desk.state(replacement).await;
        if states.contains(&state.as_str()) {
            return state;
        }
        desk.wait(3_700);
    }
    panic!("it never ends: {}", desk.read(replacement).await);
}

/// One fault at a time: the goods are set aside once, and the ticket says so.
#[tokio::test]
async fn z34_every_single_fault_ends_with_the_goods_set_aside_once() {
    let desk = Desk::impatient(&[("FEEDER-1", 20)]).await;
    let faults = [
        Fault::RefuseConnection,
        Fault::DropAfter,
        Fault::HangAfter,
        Fault::ErrorBefore,
        Fault::ErrorAfter,
        Fault::Garbage,
        Fault::NoHttp,
        Fault::Twice,
        Fault::RateLimit,
        Fault::Lie,
    ];
    for (number, fault) in faults.into_iter().enumerate() {
        let replacement = wanted(&desk, &format!("fault-{number}")).await;
        desk.inventory.then([fault]);
        assert_eq!(until(&desk, &replacement, &["ready"]).await, "ready", "{fault:?}");
        let books = desk.inventory.books();
        assert_eq!(books.held_for(id(&replacement)).len(), 1, "{fault:?}");
        assert!(books.twice.is_empty(), "{fault:?}");
    }
    assert_eq!(desk.inventory.books().free["FEEDER-1"], 10);
}

/// Many drawn schedules, with workers that die and customers who change their minds.
#[tokio::test]
async fn l17_no_schedule_of_faults_reserves_twice_or_loses_a_reservation() {
    let desk = Desk::impatient(&[("FEEDER-1", 1_000)]).await;
    let (mut ready, mut cancelled, mut died) = (0, 0, 0);
    for seed in 0..40_u64 {
        let replacement = wanted(&desk, &format!("seed-{seed}")).await;
        desk.inventory.draw(seed, 30 + seed % 60);
        let called_off = (seed % 3 == 0).then_some(seed % 8);
        for step in 0..12 {
            if called_off == Some(step) {
                let answer = desk.act(&replacement, "cancel", json!({"reason": "changed their mind"})).await;
                assert!(answer.status.is_success(), "{}", answer.body);
            }
            if (seed + step) % 5 == 2 {
                died += 1;
                let app = desk.shop.server.app.clone();
                let worker = tokio::spawn(async move { reservations::round(&app).await });
                tokio::time::sleep(std::time::Duration::from_millis((seed * 13 + step * 5) % 30)).await;
                worker.abort();
            } else {
                desk.work().await;
            }
            // What was on its way arrives within the time for which a denial is not believed.
            desk.inventory.arrive();
            desk.wait(if step < 4 { 30 } else { 4_000 });
        }
        desk.inventory.heal();
        let state = until(&desk, &replacement, &["ready", "cancelled"]).await;
        if state == "cancelled" {
            for _ in 0..6 {
                desk.wait(3_700);
                desk.work().await;
            }
        }
        let held = desk.inventory.books().held_for(id(&replacement)).len();
        assert_eq!(held, usize::from(state == "ready"), "seed {seed}: {state}");
        assert_eq!(state == "cancelled", called_off.is_some(), "seed {seed}");
        if state == "ready" { ready += 1 } else { cancelled += 1 }
    }
    let books = desk.inventory.books();
    assert!(books.twice.is_empty(), "{:?}", books.twice);
    assert_eq!(books.free["FEEDER-1"], 1_000 - ready, "every piece is free or set aside for somebody");
    println!("40 schedules: {ready} ready, {cancelled} called off, {died} workers died, {} requests", desk.inventory.requests().len());
}
