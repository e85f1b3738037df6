//! The course of a reservation against a connector that misbehaves: never two are held, none is forgotten.

use std::collections::BTreeMap;

use chrono::Duration;
use proptest::prelude::*;
use redress_domain::Timestamp;
use redress_domain::fulfilment::{Next, Patience, Purpose, ReservationWork, Said, Wish};
use redress_domain::id::TicketId;
use uuid::Uuid;

use super::rid;
use crate::sample::now;

const PATIENCE: Patience =
    Patience { settle: Duration::minutes(2), first_pause: Duration::seconds(5), longest_pause: Duration::hours(1), looks: 6 };

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    Reserved,
    OutOfStock,
    Released,
}

/// What goes wrong with one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    None,
    /// It never arrives.
    Lost,
    /// It is carried out, and nobody hears of it.
    Deaf,
    /// It is carried out within the time for which a denial is not believed.
    Late,
    /// It is carried out, and the opposite is said.
    Lie,
    /// The worker dies between the request and the answer.
    Dies,
}

/// One article, one piece of it, and honest books.
#[derive(Debug, Default)]
struct Shelf {
    keys: BTreeMap<String, Held>,
    late: Vec<(Timestamp, String, Wish)>,
    stock: bool,
    lied: bool,
}

impl Shelf {
    fn held(&self) -> usize {
        self.keys.values().filter(|held| **held == Held::Reserved).count()
    }

    fn act(&mut self, key: &str, wish: Wish) {
        match (wish, self.keys.get(key)) {
            (Wish::Reserve, None) => {
                let held = if self.stock { Held::Reserved } else { Held::OutOfStock };
                self.stock &= held != Held::Reserved;
                self.keys.insert(key.to_owned(), held);
            }
            (Wish::Reserve, Some(_)) => {}
            (Wish::Release, known) => {
                self.stock |= known == Some(&Held::Reserved);
                self.keys.insert(key.to_owned(), Held::Released);
            }
        }
    }

    fn say(&self, key: &str) -> Said {
        match self.keys.get(key) {
            None => Said::Absent,
            Some(Held::Reserved) => Said::Reserved(None),
            Some(Held::OutOfStock) => Said::OutOfStock(Vec::new()),
            Some(Held::Released) => Said::Released,
        }
    }

    /// What has been on its way since such a time arrives.
    fn arrive(&mut self, due: impl Fn(Timestamp) -> bool) {
        let (now, later) = std::mem::take(&mut self.late).into_iter().partition(|(since, ..)| due(*since));
        self.late = later;
        let arrived: Vec<(Timestamp, String, Wish)> = now;
        for (_, key, wish) in arrived {
            self.act(&key, wish);
        }
    }

    /// Answers a request; `None` when the worker dies.
    fn answer(&mut self, work: &ReservationWork, purpose: Purpose, fault: Fault, at: Timestamp) -> Option<Said> {
        // Whatever was on its way for so long has arrived.
        self.arrive(|since| since.plus(PATIENCE.settle) <= at);
        // Not twice in a row: whoever always lies cannot be told from whoever speaks the truth.
        let fault = if fault == Fault::Lie && self.lied { Fault::None } else { fault };
        self.lied = fault == Fault::Lie;
        let silent = || Said::Unknown("no answer".to_owned());
        match fault {
            Fault::Lost => return Some(silent()),
            Fault::Late if purpose == Purpose::Act => {
                self.late.push((at, work.key.clone(), work.wish));
                return Some(silent());
            }
            _ if purpose == Purpose::Act => self.act(&work.key, work.wish),
            _ => {}
        }
        Some(match fault {
            Fault::Deaf | Fault::Late => silent(),
            Fault::Dies => return None,
            Fault::Lie => match self.say(&work.key) {
                Said::Reserved(_) => Said::OutOfStock(Vec::new()),
                _ => Said::Reserved(None),
            },
            _ => self.say(&work.key),
        })
    }
}

/// What is wanted for the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Reserving,
    OutOfStock,
    Reserved,
    Cancelled,
}

struct Life {
    shelf: Shelf,
    work: Option<ReservationWork>,
    state: State,
    attempt: u32,
    now: Timestamp,
}

impl Life {
    fn new(stock: bool) -> Self {
        let work = Self::work(1, now(), Wish::Reserve);
        Self { shelf: Shelf { stock, ..Shelf::default() }, work: Some(work), state: State::Reserving, attempt: 1, now: now() }
    }

    fn work(attempt: u32, at: Timestamp, wish: Wish) -> ReservationWork {
        ReservationWork::new(rid(1), TicketId::from_uuid(Uuid::from_u128(1)), wish, format!("k-{attempt}"), at)
    }

    /// As the workflow does it.
    fn cancel(&mut self) {
        if self.state == State::Cancelled {
            return;
        }
        self.state = State::Cancelled;
        if let Some(work) = &mut self.work {
            work.due_at = self.now;
            return;
        }
        let mut work = Self::work(self.attempt, self.now, Wish::Release);
        work.acted_at = Some(self.now);
        self.work = Some(work);
    }

    fn round(&mut self, fault: Fault) {
        let Some(mut work) = self.work.take() else { return };
        self.now = self.now.max(work.due_at);
        let asked = work.acted_at.is_some();
        match self.state {
            State::Reserving => work.want(Wish::Reserve, self.now),
            State::OutOfStock => {}
            State::Reserved | State::Cancelled => work.want(Wish::Release, self.now),
        }
        if work.wish == Wish::Release && !asked {
            return;
        }
        let purpose = work.purpose();
        work.asking(purpose, self.now, Duration::seconds(60));
        let said = self.shelf.answer(&work, purpose, fault, self.now);
        let Some(said) = said else {
            // What was noted before the request left.
            self.work = Some(ReservationWork { said: None, ..work });
            return;
        };
        self.work = match work.learn(said, self.now, &PATIENCE) {
            Next::GoOn => Some(work),
            Next::Reserved(_) if self.state == State::Cancelled => {
                work.want(Wish::Release, self.now);
                Some(work)
            }
            Next::Reserved(_) => {
                self.state = State::Reserved;
                None
            }
            Next::OutOfStock(_) => {
                if self.state != State::Cancelled {
                    self.state = State::OutOfStock;
                }
                work.want(Wish::Release, self.now);
                Some(work)
            }
            Next::Released if self.state == State::OutOfStock => {
                self.attempt += 1;
                Some(Self::work(self.attempt, self.now.plus(Duration::hours(1)), Wish::Reserve))
            }
            Next::Released => None,
        };
    }
}

fn faults() -> impl Strategy<Value = Vec<Fault>> {
    let all = vec![Fault::None, Fault::Lost, Fault::Deaf, Fault::Late, Fault::Lie, Fault::Dies];
    prop::collection::vec(prop::sample::select(all), 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    /// L17: no schedule of faults reserves twice, loses a reservation, or forgets to release one.
    #[test]
    fn l17_no_schedule_of_faults_reserves_twice_or_loses_a_reservation(
        faults in faults(), cancel_at in prop::option::of(0_usize..45), stocked_at in 0_usize..30, late in 1_usize..4,
    ) {
        let mut life = Life::new(stocked_at == 0);
        for (step, fault) in faults.iter().enumerate() {
            if Some(step) == cancel_at {
                life.cancel();
            }
            if step == stocked_at {
                life.shelf.stock |= life.shelf.held() == 0;
            }
            life.round(*fault);
            prop_assert!(life.shelf.held() <= 1, "two are held at step {}: {:?}", step, life.shelf);
            if step % late == 0 {
                life.shelf.arrive(|_| true);
            }
        }
        life.shelf.arrive(|_| true);
        prop_assert!(life.shelf.held() <= 1);
        life.shelf.stock |= life.shelf.held() == 0;
        for _ in 0..60 {
            life.round(Fault::None);
            prop_assert!(life.shelf.held() <= 1);
        }
        if cancel_at.is_some_and(|at| at < faults.len()) {
            prop_assert!(life.work.is_none(), "it is never done with: {:?}", life.work);
            prop_assert_eq!(life.shelf.held(), 0, "what nobody wants is held: {:?}", life.shelf);
        } else {
            prop_assert_eq!(life.state, State::Reserved);
            prop_assert_eq!(life.shelf.keys.get(&format!("k-{}", life.attempt)), Some(&Held::Reserved), "{:?}", life.shelf);
            life.cancel();
            for _ in 0..60 {
                life.round(Fault::None);
            }
            prop_assert!(life.work.is_none() && life.shelf.held() == 0, "{:?}", life.shelf);
        }
    }
}

/// People are told once when nothing is known for long.
#[test]
fn people_are_told_once() {
    let mut work = Life::work(1, now(), Wish::Reserve);
    let mut told = 0;
    for _ in 0..20 {
        work.learn(Said::Unknown("silence".to_owned()), work.due_at, &PATIENCE);
        told += u32::from(work.tell(&PATIENCE));
    }
    assert_eq!(told, 1);
    assert!(work.trouble.is_some_and(|why| why == "silence"));
}
