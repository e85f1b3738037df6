//! Any order of scans ends the same, and a scan applied twice is a scan applied once (D4).

use std::collections::BTreeSet;

use proptest::prelude::*;
use redress_domain::Event;
use redress_domain::id::ParcelId;
use redress_domain::status::{CaseStatus, GoodsStatus};
use redress_domain::ticket::TicketKind;
use redress_domain::timeline::Actor;
use redress_domain::warehouse::scan::{EarlierScan, Scanned};

use super::sample::{parcel, scan, scan_all};
use crate::sample::{now, ticket, usual};

fn arrived(kept: &[EarlierScan]) -> BTreeSet<ParcelId> {
    kept.iter().filter_map(|scan| scan.parcel).collect()
}

/// Two tickets with several parcels, and an order of scans with repetitions: which parcel, and with which key.
fn course() -> impl Strategy<Value = (u128, Vec<u128>)> {
    (1u128..6).prop_flat_map(|parcels| (Just(parcels), prop::collection::vec(1..=parcels, 0..12)))
}

proptest! {
    #[test]
    fn d4_any_order_of_partial_parcels_ends_the_same((count, order) in course(), turn in any::<prop::sample::Index>()) {
        let number = |n: u128| format!("SF100000000{n}");
        let parcels: Vec<_> = (1..=count).map(|n| parcel(n, 7, &number(n))).collect();
        // Every parcel comes at least once, and some again.
        let all: Vec<u128> = order.into_iter().chain(1..=count).collect();
        let mut turned = all.clone();
        turned.rotate_left(turn.index(all.len()));
        let walk = |order: &[u128]| -> Result<_, TestCaseError> {
            let scans: Vec<_> = (1u128..).zip(order).map(|(key, n)| scan(key, &number(*n))).collect();
            let (answers, kept) = scan_all(&parcels, &scans);
            let events: Vec<Event> = answers.iter().filter_map(Scanned::event).collect();
            // One event for each parcel, and only the last one completes the ticket.
            prop_assert_eq!(events.len() as u128, count);
            let mut case = ticket(TicketKind::ReturnRefund, usual(CaseStatus::InTransit));
            for event in events {
                prop_assert_ne!(case.axes.case, CaseStatus::Received);
                case = case.apply(event, &Actor::System, now()).map_err(|refusal| TestCaseError::fail(refusal.to_string()))?.0;
            }
            Ok((case, arrived(&kept)))
        };
        let (straight, other) = (walk(&all)?, walk(&turned)?);
        prop_assert_eq!((straight.0.axes.case, straight.0.axes.goods), (CaseStatus::Received, GoodsStatus::Received));
        prop_assert_eq!(straight, other);
    }

    #[test]
    fn d4_a_scan_twice_is_a_scan_once((count, order) in course()) {
        let parcels: Vec<_> = (1..=count).map(|n| parcel(n, 7 + n % 2, &format!("SF100000000{n}"))).collect();
        // One scan reads nothing that is awaited.
        let raw = |n: u128| if n == 5 { "ZTO-0000001".to_owned() } else { format!("SF100000000{n}") };
        let once: Vec<_> = (1u128..).zip(&order).map(|(key, n)| scan(key, &raw(*n))).collect();
        let twice: Vec<_> = once.iter().flat_map(|scan| [scan.clone(), scan.clone()]).chain(once.clone()).collect();
        prop_assert_eq!(scan_all(&parcels, &once).1, scan_all(&parcels, &twice).1);
    }
}
