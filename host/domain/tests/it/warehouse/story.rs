//! From the scan to the money, through the transition table and the ledger (D4, D5, D7, Z10).

use redress_domain::Event;
use redress_domain::rule::VerdictKind;
use redress_domain::settlement::RefundState;
use redress_domain::status::{CaseStatus, GoodsStatus, MoneyStatus};
use redress_domain::ticket::TicketKind;
use redress_domain::timer::TimerKind;
use redress_domain::warehouse::inspection::{Conclusion, InspectedLine, conclude};
use redress_domain::warehouse::offer::{Choice, Fallback, Offer, Taken, Terms, answer, offer, unanswered};
use redress_domain::warehouse::parcel::{ExpectedParcel, Purpose, Registration, register};
use redress_domain::warehouse::scan::match_scan;

use super::sample::{expected, good, inspection, parcel, scan, without_filter};
use crate::sample::{PAID, decided, now, yuan};
use crate::sequence::World;

fn step(world: &World, event: &Event) -> World {
    world.step(event, now()).unwrap_or_else(|| panic!("{event:?} is refused in {:?}", world.ticket.axes))
}

/// An approved return whose parcel is announced and scanned.
fn received() -> World {
    let world = step(&World::new(TicketKind::ReturnRefund), &decided(TicketKind::ReturnRefund, VerdictKind::Approve));
    let world = step(&world, &Event::ReturnRequested { address: "warehouse".to_owned() });
    let awaited = parcel(1, 7, "SF1000000001");
    let Registration::New(event) = register(&awaited, &[], &[]) else { panic!("the number is free") };
    let world = step(&world, &event);
    let answer = match_scan(&scan(1, "sf1000000001\r"), &[awaited], &[]);
    step(&world, &answer.event().unwrap())
}

fn inspected(world: &World, found: InspectedLine) -> World {
    match conclude(&inspection(vec![found]), &expected(1)).unwrap() {
        Conclusion::Ok { event, .. } => step(world, &event),
        Conclusion::Hold(hold) => step(world, &hold.event),
        Conclusion::Waiting { .. } => panic!("all parcels are here"),
    }
}

fn live(world: &World) -> Vec<(RefundState, i64)> {
    world.instructions.iter().filter(|i| i.state != RefundState::Cancelled).map(|i| (i.state, i.amount.minor())).collect()
}

fn offered(world: &World) -> Offer {
    let Ok(Conclusion::Hold(hold)) = conclude(&inspection(vec![without_filter(1)]), &expected(1)) else { panic!("no hold") };
    offer(&world.ticket, &hold.problems, &expected(1), &world.entries, &Terms::default(), now()).unwrap().unwrap()
}

#[test]
fn d4_a_match_releases_the_refund_at_once() {
    let before = received();
    assert_eq!(live(&before), [(RefundState::Held, PAID)]);
    let after = inspected(&before, good(1));
    assert_eq!((after.ticket.axes.case, after.ticket.axes.money), (CaseStatus::Settling, MoneyStatus::RefundPending));
    assert_eq!(live(&after), [(RefundState::Pending, PAID)]);
}

#[test]
fn d5_a_missing_part_stops_the_money() {
    let world = inspected(&received(), without_filter(1));
    assert_eq!((world.ticket.axes.case, world.ticket.axes.money), (CaseStatus::InspectionHold, MoneyStatus::None));
    assert_eq!(live(&world), [(RefundState::Held, PAID)]);
}

#[test]
fn d7_deduct_35_and_pay_the_rest() {
    let world = inspected(&received(), without_filter(1));
    let Ok(Taken::Deducted { events, rest, .. }) = answer(&offered(&world), Choice::Deduct, &world.ticket, now()) else {
        panic!("nothing is kept back")
    };
    let world = events.iter().fold(world, |world, event| step(&world, event));
    assert_eq!((world.ticket.axes.case, world.ticket.axes.money), (CaseStatus::Settling, MoneyStatus::RefundPending));
    assert_eq!((rest, live(&world)), (yuan(PAID - 3_500), vec![(RefundState::Pending, PAID - 3_500)]));
    assert_eq!(world.entries.iter().map(|e| e.amount.minor()).sum::<i64>(), PAID - 3_500);
    let instruction = world.instructions.last().unwrap().id;
    let world = step(&world, &Event::RefundPaid { instruction, reference: None });
    assert_eq!((world.ticket.axes.case, world.ticket.axes.money), (CaseStatus::Completed, MoneyStatus::Refunded));
}

#[test]
fn d7_the_part_comes_and_everything_is_paid() {
    let world = inspected(&received(), without_filter(1));
    let Ok(Taken::PartAwaited { events, .. }) = answer(&offered(&world), Choice::Resend, &world.ticket, now()) else {
        panic!("no part is awaited")
    };
    let world = step(&world, &events[0]);
    assert_eq!((world.ticket.axes.case, world.ticket.axes.goods), (CaseStatus::AwaitingReturn, GoodsStatus::PartiallyReceived));
    assert!(world.timers.contains_key(&TimerKind::ReturnExpired));
    let goods = parcel(1, 7, "SF1000000001");
    let part = ExpectedParcel { purpose: Purpose::Parts, ..parcel(2, 7, "SF1000000002") };
    let Registration::New(event) = register(&part, std::slice::from_ref(&goods), &[goods.id]) else { panic!("the number is free") };
    let world = step(&world, &event);
    let before = match_scan(&scan(1, "SF1000000001"), std::slice::from_ref(&goods), &[]).record(scan(1, "SF1000000001")).unwrap();
    let world = step(&world, &match_scan(&scan(2, "SF1000000002"), &[goods, part], &[before]).event().unwrap());
    assert_eq!(world.ticket.axes.case, CaseStatus::Received);
    let world = inspected(&world, good(1));
    assert_eq!(live(&world), [(RefundState::Pending, PAID)]);
}

#[test]
fn d7_a_part_that_does_not_come_is_deducted_or_everything_goes_back() {
    let world = inspected(&received(), without_filter(1));
    let offer = offered(&world);
    let Ok(Taken::PartAwaited { events, .. }) = answer(&offer, Choice::Resend, &world.ticket, now()) else { panic!("no part") };
    let world = step(&step(&world, &events[0]), &TimerKind::ReturnExpired.event());
    assert_eq!(world.ticket.axes.case, CaseStatus::InspectionHold);
    let deducted = unanswered(&offer, Fallback::Deduct, &world.ticket).unwrap().iter().fold(world.clone(), |world, e| step(&world, e));
    assert_eq!(live(&deducted), [(RefundState::Pending, PAID - 3_500)]);
    let refused = unanswered(&offer, Fallback::SendBack, &world.ticket).unwrap().iter().fold(world, |world, e| step(&world, e));
    assert_eq!((refused.ticket.axes.case, live(&refused)), (CaseStatus::SendBack, Vec::new()));
    assert_eq!(refused.entries.iter().map(|e| e.amount.minor()).sum::<i64>(), 0);
    let gone = step(&refused, &Event::GoodsSentBack { number: Some("SF1000000003".to_owned()) });
    assert_eq!((gone.ticket.axes.case, gone.ticket.axes.goods), (CaseStatus::RefusedFinal, GoodsStatus::SentBack));
}
