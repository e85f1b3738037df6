//! Whose parcel was scanned (D4, Z10).

use redress_domain::Event;
use redress_domain::warehouse::parcel::{ExpectedParcel, Purpose, Registration, register};
use redress_domain::warehouse::scan::{Scanned, Unknown, match_scan};
use redress_domain::warehouse::unidentified::{Fit, UnidentifiedParcel, suggest};

use super::sample::{of, parcel, parcel_id, scan, scan_all};
use crate::sample::now;

#[test]
fn d4_a_scan_finds_its_ticket_and_completes_it() {
    let parcels = [parcel(1, 7, "SF1000000001"), parcel(2, 8, "SF1000000002")];
    let answer = match_scan(&scan(1, "sf1000000001\r\n"), &parcels, &[]);
    assert_eq!(answer, Scanned::Matched { ticket: of(7), parcel: parcel_id(1), complete: true });
    assert_eq!(answer.event(), Some(Event::GoodsReceived { complete: true, note: None }));
}

#[test]
fn d4_parcels_of_one_ticket_arrive_one_by_one() {
    let parcels = [parcel(1, 7, "SF1000000001"), parcel(2, 7, "SF1000000002")];
    let (answers, _) = scan_all(&parcels, &[scan(1, "SF1000000002"), scan(2, "SF1000000001")]);
    let complete: Vec<Option<Event>> = answers.iter().map(Scanned::event).collect();
    let received = |complete| Some(Event::GoodsReceived { complete, note: None });
    assert_eq!(complete, [received(false), received(true)]);
}

#[test]
fn d4_the_same_scan_again_changes_nothing() {
    let parcels = [parcel(1, 7, "SF1000000001")];
    let first = scan(1, "SF1000000001");
    let (answers, kept) = scan_all(&parcels, &[first.clone(), first, scan(2, "]C0SF1000000001")]);
    // By its key, and by another device at the next gate.
    assert!(matches!(&answers[1], Scanned::Again(before) if before.parcel == Some(parcel_id(1))));
    assert!(matches!(&answers[2], Scanned::Again(before) if before.scan.key == "pda-1/1"));
    assert_eq!((answers[1].event(), answers[2].event(), kept.len()), (None, None, 1));
}

#[test]
fn d4_a_key_of_another_label_is_not_taken() {
    let parcels = [parcel(1, 7, "SF1000000001"), parcel(2, 7, "SF1000000002")];
    let (answers, kept) = scan_all(&parcels, &[scan(1, "SF1000000001"), scan(1, "SF1000000002")]);
    assert!(matches!(answers[1], Scanned::KeyTaken(_)));
    assert_eq!(kept.len(), 1);
}

#[test]
fn d4_a_number_that_came_before_is_reused() {
    let old = parcel(1, 7, "SF1000000001");
    let (_, kept) = scan_all(std::slice::from_ref(&old), &[scan(1, "SF1000000001")]);
    let parcels = [old, parcel(2, 8, "SF1000000001")];
    let answer = match_scan(&scan(2, "SF1000000001"), &parcels, &kept);
    assert!(matches!(&answer, Scanned::Reused { ticket, earlier, .. } if *ticket == of(8) && earlier.ticket == Some(of(7))));
    assert_eq!(answer.event(), None);
}

#[test]
fn d4_two_tickets_with_one_number_need_a_person() {
    let parcels = [parcel(2, 8, "SF1000000001"), parcel(1, 7, "SF1000000001")];
    let answer = match_scan(&scan(1, "SF1000000001"), &parcels, &[]);
    assert_eq!(answer, Scanned::Ambiguous(vec![parcel_id(1), parcel_id(2)]));
    assert_eq!(answer.event(), None);
}

#[test]
fn d4_what_nobody_waits_for_is_kept_and_matched_later() {
    let (answers, kept) = scan_all(&[], &[scan(1, "SF1000000001"), scan(2, "??")]);
    assert!(matches!(&answers[0], Scanned::Unidentified(Unknown::Unexpected(number)) if number.as_str() == "SF1000000001"));
    assert!(matches!(&answers[1], Scanned::Unidentified(Unknown::Unreadable(_))));
    assert_eq!(kept.len(), 2);
    // The customer gives the number afterwards: a second scan, with its own key, finds the ticket.
    let late = [parcel(1, 7, "SF1000000001")];
    assert!(matches!(match_scan(&scan(3, "SF1000000001"), &late, &kept), Scanned::Matched { complete: true, .. }));
}

#[test]
fn d4_waiting_parcels_are_suggested_best_first() {
    let waiting = |n: u128, number: Option<&str>| UnidentifiedParcel {
        scan: scan(n, "").id,
        number: number.map(|n| n.parse().unwrap()),
        photos: vec!["label.jpg".to_owned()],
        note: "box of a purifier".to_owned(),
        since: now(),
    };
    let queue = [
        waiting(1, None),
        waiting(2, Some("ZT7771234567")),
        waiting(3, Some("SF1001234567")),
        waiting(4, Some("SF1001234576")),
        waiting(5, Some("SF101234567")),
        waiting(6, Some("SF1009999999")),
    ];
    let found: Vec<(Fit, u128)> =
        suggest(&queue, &parcel(1, 7, "SF1001234567")).into_iter().map(|(fit, p)| (fit, p.scan.as_uuid().as_u128())).collect();
    assert_eq!(found, [(Fit::Same, 3), (Fit::OneOff, 4), (Fit::OneOff, 5), (Fit::Tail, 2)]);
}

#[test]
fn z10_a_wrong_or_reused_number_is_an_exception_of_the_ticket() {
    let others = [parcel(1, 7, "SF1000000001")];
    let new = parcel(9, 8, "SF1000000009");
    assert!(matches!(register(&new, &others, &[]), Registration::New(Event::TrackingAdded { number, .. }) if number == "SF1000000009"));
    let same = ExpectedParcel { id: parcel_id(3), ..others[0].clone() };
    assert_eq!(register(&same, &others, &[]), Registration::Known(parcel_id(1)));
    let taken = parcel(3, 8, "sf1000000001");
    let answer = register(&taken, &others, &[]);
    assert!(matches!(answer, Registration::Taken { by, event: Event::TrackingRejected { .. } } if by == parcel_id(1)));
    // The part cannot come under the number under which the goods came.
    let part = ExpectedParcel { purpose: Purpose::Parts, ..same.clone() };
    assert!(matches!(register(&part, &others, &[parcel_id(1)]), Registration::Taken { .. }));
    let refused = ExpectedParcel { purpose: Purpose::Refused, ..parcel(4, 7, "SF1000000004") };
    assert_eq!(register(&refused, &others, &[]), Registration::New(Event::DeliveryRefused));
}
