//! The shop is whole, repeatable and within its own limits.

use std::collections::{BTreeMap, BTreeSet};

use rand::SeedableRng as _;
use rand::rngs::StdRng;
use redress_domain::Timestamp;
use redress_domain::ticket::TicketKind;

use super::desk::{QUEUES, USERS};
use super::{Demo, SEED, catalogue, generate, rule, shop};

fn now() -> Timestamp {
    "2026-10-08T08:00:00Z".parse().unwrap()
}

fn demo() -> Demo {
    generate(&mut StdRng::seed_from_u64(SEED), now())
}

#[test]
fn the_same_seed_gives_the_same_shop() {
    let (one, two) = (demo(), demo());
    assert_eq!((one.orders, one.cases, one.customers), (two.orders, two.cases, two.customers));
    let other = generate(&mut StdRng::seed_from_u64(SEED + 1), now());
    assert_ne!(other.orders, demo().orders);
}

#[test]
fn it_has_the_promised_size_and_lies_in_the_half_year() {
    let demo = demo();
    assert!(demo.products.len() >= 60, "{}", demo.products.len());
    assert_eq!((demo.customers.len(), demo.orders.len(), demo.cases.len()), (300, 1_000, 200));
    let skus: BTreeSet<&str> = demo.products.iter().map(|p| p.sku).collect();
    assert_eq!(skus.len(), demo.products.len());
    let oldest = now().plus(-shop::HALF_YEAR);
    for order in &demo.orders {
        assert!(order.placed_at >= oldest && order.placed_at <= now(), "{order:?}");
        assert!(order.delivered_at.is_none_or(|at| at > order.placed_at && at <= now()), "{order:?}");
        assert!(order.paid.minor() > 0);
    }
    assert!(demo.cases.iter().all(|c| c.at >= oldest && c.at <= now()));
    assert!(demo.cases.is_sorted_by_key(|c| c.at));
    assert!(demo.customers.iter().all(|c| c.phone.as_ref().is_some_and(|p| p.len() == 11)));
}

#[test]
fn every_case_fits_its_order() {
    let demo = demo();
    let orders: BTreeMap<&str, _> = demo.orders.iter().map(|o| (o.external_id.as_str(), o)).collect();
    let references: BTreeSet<&str> = demo.cases.iter().map(|c| c.body.external_ref.as_str()).collect();
    assert_eq!(references.len(), demo.cases.len());
    for case in &demo.cases {
        let order = orders[case.body.order.as_ref().unwrap().external_id.as_str()];
        assert!(case.at > order.placed_at, "{case:?}");
        assert_eq!(case.body.customer, order.customer);
        for asked in &case.body.lines {
            let line = order.lines.iter().find(|l| l.external_id == asked.order_line).unwrap();
            assert!(asked.quantity >= 1 && asked.quantity <= line.quantity);
            assert!(asked.requested.is_none_or(|m| m.minor() <= order.paid.minor() && m.minor() > 0), "{case:?}");
        }
    }
}

#[test]
fn it_shows_every_kind_and_both_languages_and_the_sources_cases() {
    let demo = demo();
    let kinds: BTreeSet<TicketKind> = demo.cases.iter().map(|c| c.body.kind).collect();
    assert_eq!(kinds.len(), TicketKind::ALL.len());
    let english = demo.cases.iter().filter(|c| c.body.subject.is_ascii()).count();
    assert!((20..100).contains(&english), "{english}");
    let problems: BTreeSet<&str> = demo.cases.iter().map(|c| c.body.problem_type.as_str()).collect();
    assert!(problems.len() >= 12, "{problems:?}");
    let paid = |name: &str| demo.orders.iter().find(|o| o.external_id == name).map(|o| o.paid.minor());
    assert_eq!((paid("PS-SAMPLE"), paid("PS-FEEDER")), (Some(990), Some(288_000)));
    let coats: BTreeSet<&str> =
        demo.cases.iter().filter(|c| c.body.external_ref.starts_with("DEMO-COAT")).map(|c| c.body.customer.external_id.as_str()).collect();
    assert_eq!(coats.len(), 1);
    assert!(demo.customers.iter().any(|c| c.member_level.as_deref() == Some("vip")));
    let categories: BTreeSet<&str> = catalogue::products().iter().map(|p| p.category).collect();
    assert!(["pet_device", "pet_food", "fresh", "valuables", "pet_apparel"].iter().all(|c| categories.contains(c)));
}

#[test]
fn the_desk_knows_its_queues_and_has_the_promised_keys() {
    let queues: BTreeSet<&str> = QUEUES.iter().map(|q| q.key).collect();
    assert_eq!(QUEUES.iter().filter(|q| q.is_default).count(), 1);
    assert!(USERS.iter().flat_map(|u| u.queues).all(|q| queues.contains(q)));
    let keys: BTreeSet<&str> = USERS.iter().filter_map(|u| u.key).collect();
    assert_eq!(keys, BTreeSet::from(["admin", "director", "supervisor", "agent", "warehouse", "finance", "plugin_author"]));
    let roles: BTreeSet<String> = redress_domain::role::Role::built_in().into_iter().map(|r| r.name).collect();
    assert!(USERS.iter().flat_map(|u| u.roles).all(|r| roles.contains(*r)));
    for binding in rule::bindings() {
        let text = binding.config.to_string();
        for part in text.split("\"queue\":\"").skip(1) {
            let key = part.split('"').next().unwrap();
            assert!(queues.contains(key), "{key}");
        }
    }
}
