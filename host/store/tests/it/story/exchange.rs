//! Replacements, the way of their reservations, and where stock is asked for.

use chrono::Duration;
use redress_domain::fulfilment::{
    InventoryConnector, Replacement, ReplacementKind, ReplacementLine, ReplacementState, ReservationWork, Said, Stock, StockBy, Wish,
};
use redress_domain::id::{ReplacementId, TicketId, TicketLineId};
use redress_domain::timeline::Actor;
use redress_store::{Error, TenantStore, inventory, replacement, reservation};

use super::first;
use crate::backend::{Backend, read, write};
use crate::sample::{Sample, cny, next_id};

pub(super) fn replacement_of(sample: &mut Sample, ticket: TicketId) -> Replacement {
    let (replaces, at) = (next_id!(sample, TicketLineId), sample.now());
    let line = ReplacementLine {
        sku: "FEEDER-2".to_owned(),
        title: "白色".to_owned(),
        quantity: 2,
        unit_price: cny(100),
        amount: cny(200),
        replaces,
        reason: String::new(),
    };
    Replacement {
        id: next_id!(sample, ReplacementId),
        version: 1,
        ticket,
        kind: ReplacementKind::Exchange,
        state: ReplacementState::Reserving,
        lines: vec![line],
        returned: Vec::new(),
        difference: cny(200),
        ship_first: false,
        reason: "太小".to_owned(),
        stock: Stock { by: StockBy::Connector, attempt: 1, reference: None, missing: Vec::new(), confirmed_by: None },
        paid: None,
        consent: None,
        shipment: None,
        return_by: None,
        note: None,
        created_by: Actor::System,
        created_at: at,
        updated_at: at,
    }
}

pub(super) async fn replacements(shop: &TenantStore, sample: &mut Sample) {
    let ticket = next_id!(sample, TicketId);
    let mut one = replacement_of(sample, ticket);
    let mut other = replacement_of(sample, ticket);
    other.kind = ReplacementKind::Resend;
    let both = [one.clone(), other.clone()];
    write!(shop, |tx| {
        replacement::insert(tx, &both[0]).await?;
        replacement::insert(tx, &both[1]).await
    })
    .unwrap();
    one.state = ReplacementState::Ready;
    one.version = 2;
    one.updated_at = sample.now();
    let changed = one.clone();
    write!(shop, |tx| replacement::update(tx, &changed, 1).await).unwrap();
    let changed = one.clone();
    let stale = write!(shop, |tx| replacement::update(tx, &changed, 1).await);
    assert!(matches!(stale, Err(Error::Stale { what: "replacement", .. })), "{stale:?}");
    let id = one.id;
    assert_eq!(read!(shop, |tx| replacement::find(tx, id).await).unwrap(), Some(one.clone()));
    assert_eq!(read!(shop, |tx| replacement::by_ticket(tx, ticket).await).unwrap(), [one.clone(), other.clone()]);
    let ready = replacement::Filter { state: Some(ReplacementState::Ready), kind: None };
    assert_eq!(read!(shop, |tx| replacement::list(tx, &ready, &first(10)).await).unwrap(), (vec![one], None));
    let resent = replacement::Filter { state: None, kind: Some(ReplacementKind::Resend) };
    assert_eq!(read!(shop, |tx| replacement::list(tx, &resent, &first(1)).await).unwrap(), (vec![other], None));
}

pub(super) async fn reservations(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let (id, ticket, now) = (next_id!(sample, ReplacementId), next_id!(sample, TicketId), sample.now());
    let mut work = ReservationWork::new(id, ticket, Wish::Reserve, format!("{id}-1"), now);
    let wanted = work.clone();
    write!(shop, |tx| reservation::want(tx, &wanted).await).unwrap();
    assert_eq!(read!(shop, |tx| reservation::find(tx, id).await).unwrap(), Some(work.clone()));
    let until = now.plus(Duration::seconds(60));
    let claim = |at| async move { write!(backend.store, |tx| reservation::claim_due(tx, at, until, 10).await).unwrap() };
    assert_eq!(claim(now).await, vec![(shop.tenant(), work.clone())]);
    assert_eq!(claim(now).await, vec![], "the claim is a lease");
    work.said = Some(Said::Absent);
    work.due_at = now.plus(Duration::hours(1));
    let learnt = work.clone();
    let learnt_by_another = |work: &ReservationWork| ReservationWork { acts: 9, ..work.clone() };
    assert!(write!(shop, |tx| reservation::write(tx, &learnt, until).await).unwrap());
    let late = learnt_by_another(&work);
    assert!(!write!(shop, |tx| reservation::write(tx, &late, until).await).unwrap(), "whoever was too slow writes nothing");
    assert_eq!(claim(until.plus(Duration::seconds(-1))).await, vec![]);
    // Something else is wanted: what is on its way is due at once, and what is known of it stays.
    let mut release = ReservationWork::new(id, ticket, Wish::Release, format!("{id}-1"), now);
    release.acted_at = Some(now);
    let wanted = release.clone();
    write!(shop, |tx| reservation::want(tx, &wanted).await).unwrap();
    assert_eq!(claim(now).await, vec![(shop.tenant(), work)]);
    assert!(!write!(shop, |tx| reservation::done(tx, id, now).await).unwrap());
    // A clock that was far ahead has claimed it and noted what it is about to ask; nobody waits for that.
    let far = now.plus(Duration::days(2));
    let ahead = ReservationWork { due_at: far, ..release };
    let (held, late) = (ahead.clone(), ahead.clone());
    assert!(write!(shop, |tx| reservation::hold(tx, &held, until).await).unwrap());
    let at = now.plus(Duration::seconds(5));
    assert_eq!(claim(at).await, vec![(shop.tenant(), ahead)], "a lease far in the future does not count");
    assert!(!write!(shop, |tx| reservation::write(tx, &late, far).await).unwrap(), "whoever was ahead writes nothing");
    assert!(write!(shop, |tx| reservation::done(tx, id, until).await).unwrap());
    assert_eq!(read!(shop, |tx| reservation::find(tx, id).await).unwrap(), None);
}

pub(super) async fn connectors(shop: &TenantStore, sample: &mut Sample) {
    let at = sample.now();
    let mut connector = InventoryConnector {
        version: 1,
        base_url: "https://erp.shop.example".to_owned(),
        secret: Some("erp".to_owned()),
        enabled: true,
        created_at: at,
        updated_at: at,
    };
    assert_eq!(read!(shop, |tx| inventory::find(tx).await).unwrap(), None);
    let new = connector.clone();
    write!(shop, |tx| inventory::put(tx, &new, None).await).unwrap();
    let new = connector.clone();
    let twice = write!(shop, |tx| inventory::put(tx, &new, None).await);
    assert!(matches!(twice, Err(Error::Stale { what: "inventory connector", .. })), "{twice:?}");
    connector.version = 2;
    connector.secret = None;
    connector.enabled = false;
    connector.updated_at = sample.now();
    let changed = connector.clone();
    write!(shop, |tx| inventory::put(tx, &changed, Some(1)).await).unwrap();
    assert_eq!(read!(shop, |tx| inventory::find(tx).await).unwrap(), Some(connector));
    write!(shop, |tx| inventory::delete(tx).await).unwrap();
    let missing = write!(shop, |tx| inventory::delete(tx).await);
    assert!(matches!(missing, Err(Error::NotFound { what: "inventory connector", .. })), "{missing:?}");
}
