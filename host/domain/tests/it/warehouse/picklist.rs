//! Pick lists (D11).

use proptest::prelude::*;
use redress_domain::status::CaseStatus;
use redress_domain::ticket::{Priority, TicketKind};
use redress_domain::warehouse::picklist::{PickNeed, PickPurpose, Stock, needs, pick_list};

use super::sample::of;
use crate::sample::{now, ticket, usual};

fn need(n: u128, sku: &str, quantity: u32) -> PickNeed {
    PickNeed {
        ticket: of(n),
        number: format!("T-{n}"),
        sku: sku.to_owned(),
        quantity,
        purpose: PickPurpose::Resend,
        priority: Priority::Normal,
        since: now().plus(chrono::Duration::minutes(i64::try_from(n).unwrap())),
    }
}

fn stock(location: &str, sku: &str, quantity: u32) -> Stock {
    Stock { location: location.to_owned(), sku: sku.to_owned(), quantity }
}

#[test]
fn d11_one_grip_serves_many_tickets_in_walking_order() {
    let shelves = [stock("A-10", "FILTER", 9), stock("B-1", "CABLE", 9), stock("A-2", "CABLE", 1)];
    let list = pick_list(&[need(1, "FILTER", 1), need(2, "CABLE", 2), need(3, "FILTER", 2)], &shelves);
    let walk: Vec<(&str, &str, u64)> = list.stops.iter().map(|s| (s.location.as_str(), s.sku.as_str(), s.quantity)).collect();
    assert_eq!(walk, [("A-2", "CABLE", 1), ("A-10", "FILTER", 3), ("B-1", "CABLE", 1)]);
    let shares: Vec<(&str, u32)> = list.stops[1].shares.iter().map(|s| (s.number.as_str(), s.quantity)).collect();
    assert_eq!((shares, list.short.len()), (vec![("T-1", 1), ("T-3", 2)], 0));
}

#[test]
fn d11_urgent_and_old_tickets_get_scarce_goods() {
    let urgent = PickNeed { priority: Priority::Urgent, ..need(3, "FILTER", 1) };
    let list = pick_list(&[need(2, "FILTER", 2), need(1, "FILTER", 1), urgent], &[stock("A-1", "FILTER", 3)]);
    let served: Vec<(&str, u32)> = list.stops[0].shares.iter().map(|s| (s.number.as_str(), s.quantity)).collect();
    assert_eq!(served, [("T-3", 1), ("T-1", 1), ("T-2", 1)]);
    assert_eq!(list.short.iter().map(|n| (n.number.as_str(), n.quantity)).collect::<Vec<_>>(), [("T-2", 1)]);
}

#[test]
fn d11_only_tickets_that_are_being_fulfilled_need_goods() {
    let case = |kind, status| needs(&ticket(kind, usual(status)));
    let exchange = case(TicketKind::Exchange, CaseStatus::Fulfilling);
    assert_eq!(exchange.iter().map(|n| (n.sku.as_str(), n.quantity)).collect::<Vec<_>>(), [("SKU-1", 1), ("SKU-2", 1)]);
    assert!(exchange.iter().all(|n| n.purpose == PickPurpose::Exchange));
    assert!(case(TicketKind::Exchange, CaseStatus::InTransit).is_empty());
    assert!(case(TicketKind::ReturnRefund, CaseStatus::Fulfilling).is_empty());
}

proptest! {
    /// What is needed is picked or short, no shelf gives more than it has, and the order of the questions does not matter.
    #[test]
    fn d11_quantities_are_never_lost(
        wanted in prop::collection::vec((0usize..3, 0u32..6), 0..8),
        there in prop::collection::vec((0usize..4, 0usize..3, 0u32..6), 0..8),
    ) {
        let skus = ["FILTER", "CABLE", "BOX"];
        let wanted: Vec<PickNeed> = wanted.iter().enumerate().map(|(n, (sku, quantity))| need(n as u128 + 1, skus[*sku], *quantity)).collect();
        let places = ["A-1", "A-10", "A-2", "货架-3"];
        let there: Vec<Stock> = there.iter().map(|(place, sku, quantity)| stock(places[*place], skus[*sku], *quantity)).collect();
        let list = pick_list(&wanted, &there);
        for one in &wanted {
            let picked: u32 = list.stops.iter().flat_map(|s| &s.shares).filter(|s| s.ticket == one.ticket).map(|s| s.quantity).sum();
            let short: u32 = list.short.iter().filter(|s| s.ticket == one.ticket).map(|s| s.quantity).sum();
            prop_assert_eq!(picked + short, one.quantity);
            let left: u32 = there.iter().filter(|s| s.sku == one.sku).map(|s| s.quantity).sum();
            prop_assert!(short == 0 || list.stops.iter().filter(|s| s.sku == one.sku).map(|s| s.quantity).sum::<u64>() == u64::from(left));
        }
        for stop in &list.stops {
            let has: u64 = there.iter().filter(|s| s.sku == stop.sku && s.location == stop.location).map(|s| u64::from(s.quantity)).sum();
            prop_assert!(stop.quantity <= has && stop.quantity > 0);
            prop_assert_eq!(stop.shares.iter().map(|s| u64::from(s.quantity)).sum::<u64>(), stop.quantity);
        }
        let mut turned = wanted.clone();
        turned.reverse();
        prop_assert_eq!(pick_list(&turned, &there), list);
    }
}
