//! Secrets, gateways, instructions on their way, and what customers hold.

use chrono::Duration;
use redress_domain::credit::CreditEntry;
use redress_domain::gateway::{Gateway, RefundWork};
use redress_domain::id::{CreditId, GatewayId, RefundInstructionId, TicketId};
use redress_domain::timeline::Actor;
use redress_domain::{Currency, Money};
use redress_store::{Error, TenantStore, credit, customer, gateway, plugin, secret};
use serde_json::json;

use crate::backend::{Backend, read, write};
use crate::sample::{Sample, next_id};

pub(super) async fn secrets(shop: &TenantStore, sample: &mut Sample) {
    let (first, second) = (sample.now(), sample.now());
    write!(shop, |tx| {
        secret::put(tx, "b", b"one", first).await?;
        secret::put(tx, "a", b"two", first).await?;
        secret::put(tx, "b", &[0, 255], second).await
    })
    .unwrap();
    assert_eq!(read!(shop, |tx| secret::find(tx, "b").await).unwrap(), Some(vec![0, 255]));
    assert_eq!(read!(shop, |tx| secret::list(tx).await).unwrap(), [("a".to_owned(), first), ("b".to_owned(), second)]);
    write!(shop, |tx| secret::delete(tx, "b").await).unwrap();
    let missing = write!(shop, |tx| secret::delete(tx, "b").await);
    assert!(matches!(missing, Err(Error::NotFound { what: "secret", .. })), "{missing:?}");
}

pub(super) async fn gateways(shop: &TenantStore, sample: &mut Sample) {
    let refunds = sample.plugin("stripe-refunds");
    let (plugin, stored) = (refunds.id, refunds);
    write!(shop, |tx| plugin::insert(tx, &stored).await).unwrap();
    let at = sample.now();
    let mut stripe = Gateway {
        id: next_id!(sample, GatewayId),
        version: 1,
        tender: "stripe".to_owned(),
        plugin,
        config: json!({"base_url": "https://api.stripe.com"}),
        hosts: vec!["api.stripe.com".to_owned()],
        secrets: [("stripe_key".to_owned(), "live".to_owned())].into(),
        enabled: true,
        created_at: at,
        updated_at: at,
    };
    let stored = stripe.clone();
    write!(shop, |tx| gateway::insert(tx, &stored).await).unwrap();
    let other = Gateway { id: next_id!(sample, GatewayId), ..stripe.clone() };
    let taken = write!(shop, |tx| gateway::insert(tx, &other).await);
    assert!(matches!(taken, Err(Error::NotUnique { what: "gateway_tender" })), "{taken:?}");
    stripe.version = 2;
    stripe.enabled = false;
    let changed = stripe.clone();
    write!(shop, |tx| gateway::update(tx, &changed, 1).await).unwrap();
    let changed = stripe.clone();
    let stale = write!(shop, |tx| gateway::update(tx, &changed, 1).await);
    assert!(matches!(stale, Err(Error::Stale { what: "gateway", .. })), "{stale:?}");
    let used = write!(shop, |tx| plugin::delete(tx, plugin).await);
    assert!(matches!(used, Err(Error::InUse { what: "plugin", .. })), "{used:?}");
    let id = stripe.id;
    assert_eq!(read!(shop, |tx| gateway::find(tx, id).await).unwrap(), Some(stripe.clone()));
    assert_eq!(read!(shop, |tx| gateway::find_by_tender(tx, "stripe").await).unwrap(), Some(stripe.clone()));
    assert_eq!(read!(shop, |tx| gateway::list(tx).await).unwrap(), vec![stripe]);
    write!(shop, |tx| gateway::delete(tx, id).await).unwrap();
    let missing = write!(shop, |tx| gateway::delete(tx, id).await);
    assert!(matches!(missing, Err(Error::NotFound { what: "gateway", .. })), "{missing:?}");
}

pub(super) async fn work(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let now = sample.now();
    let at = move |seconds| now.plus(Duration::seconds(seconds));
    let mut new = |due| RefundWork::new(next_id!(sample, RefundInstructionId), next_id!(sample, TicketId), due);
    let (mut soon, late) = (new(at(0)), new(at(500)));
    let both = vec![soon.clone(), late.clone()];
    write!(shop, |tx| gateway::begin(tx, &both).await).unwrap();
    let claim = |now, until| async move { write!(backend.store, |tx| gateway::claim_due(tx, now, until, 10).await).unwrap() };
    assert_eq!(claim(at(1), at(10)).await, vec![(shop.tenant(), soon.clone())]);
    assert_eq!(claim(at(2), at(11)).await, vec![], "the lease holds");
    soon.due_at = at(100);
    soon.sends = 1;
    soon.refusal = Some(("余额不足".to_owned(), true));
    let known = soon.clone();
    write!(shop, |tx| gateway::write(tx, &known).await).unwrap();
    assert_eq!(claim(at(50), at(60)).await, vec![]);
    assert_eq!(claim(at(100), at(110)).await, vec![(shop.tenant(), soon.clone())]);
    let id = soon.instruction;
    assert_eq!(read!(shop, |tx| gateway::work_of(tx, id).await).unwrap(), Some(soon));
    write!(shop, |tx| gateway::done(tx, id).await).unwrap();
    assert_eq!(read!(shop, |tx| gateway::work_of(tx, id).await).unwrap(), None);
    let id = late.instruction;
    write!(shop, |tx| gateway::done(tx, id).await).unwrap();
}

pub(super) async fn credit(shop: &TenantStore, sample: &mut Sample) {
    let holder = sample.customer("credit-1");
    let asked = holder.clone();
    let customer = write!(shop, |tx| customer::upsert(tx, &asked).await).unwrap().id;
    let mut entry = |minor| CreditEntry {
        id: next_id!(sample, CreditId),
        customer,
        amount: Money::new(minor, Currency::CNY).unwrap(),
        ticket: None,
        reason: "退款转余额".to_owned(),
        actor: Actor::System,
        at: sample.now(),
    };
    let entries = vec![entry(5_000), entry(-1_200)];
    let booked = entries.clone();
    write!(shop, |tx| {
        credit::lock(tx, customer).await?;
        credit::append(tx, &booked).await
    })
    .unwrap();
    assert_eq!(read!(shop, |tx| credit::list(tx, customer).await).unwrap(), entries);
    assert_eq!(read!(shop, |tx| credit::balances(tx, customer).await).unwrap(), [Money::new(3_800, Currency::CNY).unwrap()]);
}
