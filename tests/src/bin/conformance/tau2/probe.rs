//! Requests derived from the policy that no task makes: every order asked for what its status allows and forbids, and each
//! further rule broken on purpose.

use std::collections::BTreeMap;

use anyhow::Result;
use redress_tests::spread::spread;
use redress_tests::tenant::Tenant;

use super::request::{Ask, Request};
use super::shop::{Db, Order};
use super::{agrees, send};
use crate::checks::Checks;

const WIDTH: usize = 8;
/// Most requests of one kind that break a further rule.
const MOST: usize = 25;

/// Sends them all and compares every outcome with the shop's own rules.
pub(crate) async fn run(tenant: &Tenant, db: &Db, checks: &mut Checks) -> Result<()> {
    let mut probes: Vec<(&'static str, Request)> = Vec::new();
    for (place, order) in db.orders.values().enumerate() {
        let items: Vec<String> = order.items.iter().take(1).map(|item| item.id.clone()).collect();
        for (name, ask) in [
            ("cancel, by status", Ask::Cancel("no longer needed".to_owned())),
            ("return, by status", Ask::Return(items, order.paid_with().to_owned())),
        ] {
            probes.push((name, ask.request(db, order, &order.user_id, &format!("probe-{name}-{place}"))?));
        }
    }
    for (name, broken) in BROKEN {
        let asks = db.orders.values().filter_map(|order| broken(db, order).map(|(ask, user)| (order, ask, user)));
        for (place, (order, ask, user)) in asks.take(MOST).enumerate() {
            probes.push((name, ask.request(db, order, &user, &format!("probe-{name}-{place}"))?));
        }
    }
    let results = spread(probes, WIDTH, |(name, request)| {
        let client = tenant.owner.clone();
        async move { Ok((name, send(&client, &request).await?.1, request)) }
    })
    .await?;
    let mut counts: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for (name, got, request) in results {
        let count = counts.entry(name).or_default();
        if got.is_ok() {
            count.0 += 1;
        } else {
            count.1 += 1;
        }
        checks.holds(&format!("{name}: {}", request.label), agrees(&got, &request.wanted), || {
            format!("got {got:?}, the policy says {:?}", request.wanted)
        });
    }
    for (name, (allowed, refused)) in counts {
        println!("   probe {name}: {allowed} allowed, {refused} refused");
        let broken = BROKEN.iter().any(|(rule, _)| *rule == name);
        checks.holds(&format!("{name} was probed"), refused > 0 && (allowed == 0 || !broken), || {
            format!("{allowed} allowed, {refused} refused")
        });
    }
    Ok(())
}

/// Breaks one rule on an order where it can be broken: what is asked, and by whom.
type Break = fn(&Db, &Order) -> Option<(Ask, String)>;

const BROKEN: [(&str, Break); 8] = [
    ("cancel for another reason", |_, order| {
        (order.status == "pending").then(|| (Ask::Cancel("changed my mind".to_owned()), order.user_id.clone()))
    }),
    ("return by another customer", |db, order| {
        let other = db.users.keys().find(|user| **user != order.user_id)?;
        delivered(order).then(|| (Ask::Return(first(order), order.paid_with().to_owned()), other.clone()))
    }),
    ("return to a foreign payment method", |_, order| {
        delivered(order).then(|| (Ask::Return(first(order), "credit_card_0000000".to_owned()), order.user_id.clone()))
    }),
    ("return to another card of the customer", |db, order| {
        let methods = &db.users[&order.user_id].payment_methods;
        let other = methods.keys().find(|id| *id != order.paid_with() && !id.starts_with("gift_card"))?;
        delivered(order).then(|| (Ask::Return(first(order), other.clone()), order.user_id.clone()))
    }),
    ("exchange of an order that is not delivered", |db, order| {
        let new = variant(db, order, |available, _| available)?;
        (!delivered(order)).then(|| exchange(order, new, order.paid_with()))
    }),
    ("exchange for an item that is not available", |db, order| {
        let new = variant(db, order, |available, _| !available)?;
        delivered(order).then(|| exchange(order, new, order.paid_with()))
    }),
    ("exchange for another product", |db, order| {
        let other = db.products.values().find(|product| product.product_id != order.items[0].product_id)?;
        let (new, _) = other.variants.iter().find(|(_, variant)| variant.available)?;
        delivered(order).then(|| exchange(order, new.clone(), order.paid_with()))
    }),
    ("exchange on a gift card that does not cover it", |db, order| {
        let methods = &db.users[&order.user_id].payment_methods;
        let (card, balance) = methods.iter().find_map(|(id, method)| method.balance().map(|balance| (id, balance)))?;
        let old = order.items[0].cents();
        let new = variant(db, order, |available, price| available && price - old > balance)?;
        delivered(order).then(|| exchange(order, new, card))
    }),
];

fn delivered(order: &Order) -> bool {
    order.status == "delivered"
}

fn first(order: &Order) -> Vec<String> {
    vec![order.items[0].id.clone()]
}

fn exchange(order: &Order, new: String, method: &str) -> (Ask, String) {
    (Ask::Exchange(vec![(order.items[0].id.clone(), new)], method.to_owned()), order.user_id.clone())
}

/// Another option of the first item's product, by availability and price in cents.
fn variant(db: &Db, order: &Order, fits: impl Fn(bool, i64) -> bool) -> Option<String> {
    let item = &order.items[0];
    let variants = &db.products[&item.product_id].variants;
    variants.iter().find(|(id, variant)| **id != item.id && fits(variant.available, variant.cents())).map(|(id, _)| id.clone())
}
