//! Secrets, gateways, instructions on their way, and what customers hold.

use chrono::Duration;
use redress_domain::credit::CreditEntry;
use redress_domain::gateway::{Gateway, GatewayNotice, NoticeState, RefundWork};
use redress_domain::id::{CreditId, GatewayId, GatewayNoticeId, RefundInstructionId, TicketId};
use redress_domain::rule::GatewayOutcome;
use redress_domain::timeline::Actor;
use redress_domain::{Currency, Digest, Money};
use redress_store::{Error, Page, TenantStore, credit, customer, gateway, plugin, secret};
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
    let (stale, late_one) = (RefundWork { sends: 7, ..known.clone() }, known.clone());
    assert!(!write!(shop, |tx| gateway::write(tx, &stale, at(9)).await).unwrap(), "somebody else has it");
    assert!(!write!(shop, |tx| gateway::hold(tx, &late_one, at(9)).await).unwrap());
    let id = soon.instruction;
    assert!(!write!(shop, |tx| gateway::done(tx, id, at(9)).await).unwrap());
    assert!(write!(shop, |tx| gateway::write(tx, &known, at(10)).await).unwrap());
    assert_eq!(claim(at(50), at(60)).await, vec![]);
    assert_eq!(claim(at(100), at(110)).await, vec![(shop.tenant(), soon.clone())]);
    // A message: what is claimed stays with whoever has it, and is due the moment that it is given back.
    assert!(write!(shop, |tx| gateway::look_at(tx, id, at(101)).await).unwrap());
    soon.due_at = at(120);
    let held = soon.clone();
    assert!(write!(shop, |tx| gateway::hold(tx, &held, at(110)).await).unwrap());
    assert_eq!(claim(at(102), at(112)).await, vec![], "somebody has it");
    soon.due_at = at(400);
    let free = soon.clone();
    assert!(write!(shop, |tx| gateway::write(tx, &free, at(120)).await).unwrap());
    assert_eq!(claim(at(103), at(113)).await, vec![(shop.tenant(), soon.clone())], "not only at 400");
    // A clock that was far ahead has it, and nobody waits for that.
    soon.due_at = at(90_000);
    let ahead = soon.clone();
    assert!(write!(shop, |tx| gateway::hold(tx, &ahead, at(113)).await).unwrap());
    assert_eq!(claim(at(104), at(114)).await, vec![(shop.tenant(), soon.clone())], "a lease far in the future does not count");
    soon.due_at = at(400);
    let again = soon.clone();
    assert!(write!(shop, |tx| gateway::write(tx, &again, at(114)).await).unwrap());
    assert_eq!(claim(at(104), at(114)).await, vec![], "one message is one look");
    assert_eq!(read!(shop, |tx| gateway::work_of(tx, id).await).unwrap(), Some(soon));
    assert_eq!(claim(at(400), at(410)).await.len(), 1);
    assert!(write!(shop, |tx| gateway::done(tx, id, at(410)).await).unwrap());
    assert_eq!(read!(shop, |tx| gateway::work_of(tx, id).await).unwrap(), None);
    assert!(!write!(shop, |tx| gateway::look_at(tx, id, at(105)).await).unwrap(), "it is over");
    let id = late.instruction;
    assert_eq!(claim(at(500), at(510)).await.len(), 1);
    assert!(write!(shop, |tx| gateway::done(tx, id, at(510)).await).unwrap());
}

pub(super) async fn notices(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let now = sample.now();
    let at = move |seconds| now.plus(Duration::seconds(seconds));
    let gateway = next_id!(sample, GatewayId);
    let mut notice = |body: &str, state| GatewayNotice {
        id: next_id!(sample, GatewayNoticeId),
        gateway,
        said: "rfi_1".to_owned(),
        instruction: Some(next_id!(sample, RefundInstructionId)),
        outcome: GatewayOutcome::Failed { reason: "退款关闭".to_owned(), retryable: false },
        state,
        headers: vec![("stripe-signature".to_owned(), "t=1,v1=00".to_owned())],
        body: body.to_owned(),
        received_at: now,
        looks: 0,
    };
    let (first, mut second) = (notice("{}", NoticeState::Known), notice("{\"a\":1}", NoticeState::Contradicts));
    let twice = notice("{}", NoticeState::Known);
    let (one, two) = (first.clone(), second.clone());
    write!(shop, |tx| {
        gateway::notice::insert(tx, &one, None).await?;
        gateway::notice::insert(tx, &two, Some(at(10))).await
    })
    .unwrap();
    let again = write!(shop, |tx| gateway::notice::insert(tx, &twice, None).await);
    assert!(matches!(again, Err(Error::NotUnique { what: "gateway_notice" })), "{again:?}");
    let (same, other) = (Digest::of(b"{}"), Digest::of(b"[]"));
    assert!(read!(shop, |tx| gateway::notice::is_known(tx, gateway, &same).await).unwrap());
    assert!(!read!(shop, |tx| gateway::notice::is_known(tx, gateway, &other).await).unwrap());
    let claim = |now, until| async move { write!(backend.store, |tx| gateway::notice::claim_due(tx, now, until, 10).await).unwrap() };
    assert_eq!(claim(at(9), at(20)).await, vec![]);
    assert_eq!(claim(at(10), at(20)).await, vec![(shop.tenant(), second.clone())]);
    assert_eq!(claim(at(11), at(21)).await, vec![], "the lease holds");
    assert_eq!(claim(at(90_000), at(90_010)).await, vec![(shop.tenant(), second.clone())]);
    assert_eq!(claim(at(22), at(32)).await, vec![(shop.tenant(), second.clone())], "a lease far in the future does not count");
    let purge = |before| async move { write!(backend.store, |tx| gateway::notice::purge(tx, before).await).unwrap() };
    assert_eq!(purge(now).await, 0);
    let id = second.id;
    let stale = write!(shop, |tx| gateway::notice::write(tx, id, NoticeState::Denied, 9, None, at(19)).await);
    assert!(!stale.unwrap(), "somebody else has it");
    assert!(write!(shop, |tx| gateway::notice::write(tx, id, NoticeState::Escalated, 3, None, at(32)).await).unwrap());
    (second.state, second.looks) = (NoticeState::Escalated, 3);
    let page = Page { after: None, limit: 10 };
    assert_eq!(read!(shop, |tx| gateway::notice::list(tx, gateway, None, &page).await).unwrap().0, vec![second.clone(), first]);
    let escalated = read!(shop, |tx| gateway::notice::list(tx, gateway, Some(NoticeState::Escalated), &page).await).unwrap();
    assert_eq!(escalated, (vec![second], None));
    assert_eq!(purge(at(1)).await, 2);
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
