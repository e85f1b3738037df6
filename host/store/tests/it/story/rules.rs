//! Plugins, bindings, decisions, blobs, parameters.

use std::collections::{BTreeSet, HashMap};

use redress_domain::Digest;
use redress_domain::decision::{Fault, Outcome};
use redress_domain::id::{BindingId, PluginId};
use redress_domain::parameter::{Parameter, ParameterValue};
use redress_domain::rule::{Hook, RuleError};
use redress_store::decision::{Filter, Record};
use redress_store::{Error, Packed, TenantStore, binding, blob, decision, parameter, plugin};

use super::first;
use crate::backend::{Backend, read, write};
use crate::sample::{Sample, next_id};

pub(super) async fn plugins(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let component = Packed::of(&vec![b'w'; 300_000]);
    let mut tiers = sample.plugin("refund-tiers");
    tiers.digest = component.digest();
    let stored = tiers.clone();
    write!(shop, |tx| {
        plugin::insert(tx, &stored).await?;
        plugin::bytes_put(tx, &component).await?;
        plugin::bytes_put(tx, &component).await
    })
    .unwrap();
    let digest = tiers.digest;
    let bytes = read!(backend.store, |tx| plugin::bytes_get(tx, digest).await).unwrap();
    assert_eq!(bytes, Some(vec![b'w'; 300_000]));
    let id = tiers.id;
    assert_eq!(read!(shop, |tx| plugin::find(tx, id).await).unwrap(), Some(tiers.clone()));
    assert_eq!(read!(shop, |tx| plugin::find_usable(tx, id).await).unwrap(), Some(tiers.clone()));
    assert_eq!(read!(shop, |tx| plugin::find_by_digest(tx, digest).await).unwrap(), Some(tiers.clone()));
    let found = read!(shop, |tx| plugin::find_by_name_version(tx, "refund-tiers", "1.0.0").await).unwrap();
    assert_eq!(found, Some(tiers.clone()));
    let twin = sample.plugin("refund-tiers");
    let refused = write!(shop, |tx| plugin::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "plugin_version" })), "{refused:?}");

    let mut bound = sample.binding(&tiers);
    let mut off = sample.binding(&tiers);
    off.enabled = false;
    off.hook = Hook::Notification;
    let (a, b) = (bound.clone(), off.clone());
    write!(shop, |tx| {
        binding::insert(tx, &a).await?;
        binding::insert(tx, &b).await
    })
    .unwrap();
    bound.version = 2;
    bound.order = 7;
    let changed = bound.clone();
    write!(shop, |tx| binding::update(tx, &changed, 1).await).unwrap();
    let changed = bound.clone();
    let stale = write!(shop, |tx| binding::update(tx, &changed, 1).await);
    assert!(matches!(stale, Err(Error::Stale { what: "binding", .. })), "{stale:?}");
    let binding_id = bound.id;
    assert_eq!(read!(shop, |tx| binding::find(tx, binding_id).await).unwrap(), Some(bound.clone()));
    assert_eq!(read!(shop, |tx| binding::list(tx, None).await).unwrap(), vec![off.clone(), bound.clone()]);
    assert_eq!(read!(shop, |tx| binding::list(tx, Some(Hook::RefundApproval)).await).unwrap(), vec![bound.clone()]);
    assert_eq!(read!(shop, |tx| binding::at_work(tx).await).unwrap(), vec![(bound.clone(), tiers.clone())]);

    let used = write!(shop, |tx| plugin::delete(tx, id).await);
    assert!(matches!(used, Err(Error::InUse { what: "plugin", .. })), "{used:?}");
    let off_id = off.id;
    write!(shop, |tx| {
        binding::delete(tx, binding_id).await?;
        binding::delete(tx, off_id).await?;
        plugin::delete(tx, id).await
    })
    .unwrap();
    let missing = write!(shop, |tx| binding::delete(tx, binding_id).await);
    assert!(matches!(missing, Err(Error::NotFound { .. })), "{missing:?}");
    let missing = write!(shop, |tx| plugin::delete(tx, id).await);
    assert!(matches!(missing, Err(Error::NotFound { .. })), "{missing:?}");
    assert_eq!(read!(shop, |tx| plugin::list(tx).await).unwrap(), vec![]);
    assert_eq!(read!(shop, |tx| plugin::find_usable(tx, id).await).unwrap(), None);
    assert_eq!(read!(shop, |tx| plugin::find(tx, id).await).unwrap(), Some(tiers), "decisions may refer to it");
    assert!(read!(backend.store, |tx| plugin::bytes_get(tx, digest).await).unwrap().is_some(), "replay needs the bytes");
    let next = sample.plugin("refund-tiers");
    write!(shop, |tx| plugin::insert(tx, &next).await).expect("the name is free again");
    let unknown = next_id!(sample, PluginId);
    assert_eq!(read!(shop, |tx| plugin::find(tx, unknown).await).unwrap(), None);
}

pub(super) async fn decisions(shop: &TenantStore, sample: &mut Sample) {
    let case = Packed::of(b"case");
    let blobs = vec![case.clone(), Packed::of(b"question"), case, Packed::of(b"config")];
    write!(shop, |tx| blob::put_many(tx, &blobs).await).unwrap();
    let name = Digest::of(b"question");
    assert_eq!(read!(shop, |tx| blob::get(tx, name).await).unwrap().as_deref(), Some(&b"question"[..]));
    let unknown = Digest::of(b"unknown");
    assert_eq!(read!(shop, |tx| blob::get(tx, unknown).await).unwrap(), None);
    let names = BTreeSet::from([name, unknown]);
    let found = read!(shop, |tx| blob::get_many(tx, &names).await).unwrap();
    assert_eq!(found, HashMap::from([(name, b"question".to_vec())]));

    let buyer = sample.customer("r-1");
    let bought = sample.order("r-1", None);
    let ticket = sample.ticket("R-1", &buyer, &bought).id;
    let tiers = sample.plugin("decided");
    let good = sample.decision(ticket, &tiers);
    let mut bad = sample.decision(ticket, &tiers);
    bad.outcome = Outcome::GuestError;
    bad.answer = None;
    bad.binding = None;
    bad.fault = Some(Fault {
        message: "the rule said that it cannot answer".to_owned(),
        error: Some(RuleError::Internal("no tier".to_owned())),
        backtrace: vec!["tiers::evaluate".to_owned()],
    });
    let records = vec![Record::of(&good), Record::of(&bad)];
    assert_eq!(records[0].decision(), good.id);
    write!(shop, |tx| {
        plugin::insert(tx, &tiers).await?;
        decision::insert_many(tx, &records).await
    })
    .unwrap();
    let id = bad.id;
    assert_eq!(read!(shop, |tx| decision::find(tx, id).await).unwrap(), Some(bad.clone()));
    assert_eq!(read!(shop, |tx| decision::list_by_ticket(tx, ticket).await).unwrap(), vec![good.clone(), bad.clone()]);
    let (page, next) = read!(shop, |tx| decision::list(tx, &Filter::default(), &first(1)).await).unwrap();
    assert_eq!(page, vec![bad]);
    assert!(next.is_some());
    let filter = Filter {
        ticket: Some(ticket),
        hook: Some(Hook::RefundApproval),
        plugin: Some(good.plugin),
        binding: good.binding,
        outcome: Some(Outcome::Ok),
    };
    assert_eq!(read!(shop, |tx| decision::list(tx, &filter, &first(9)).await).unwrap(), (vec![good], None));
    let unknown: BindingId = next_id!(sample, BindingId);
    let filter = Filter { binding: Some(unknown), ..Filter::default() };
    assert_eq!(read!(shop, |tx| decision::list(tx, &filter, &first(9)).await).unwrap(), (vec![], None));
}

pub(super) async fn parameters(shop: &TenantStore) {
    let mut window = Parameter {
        code: "abuse_window".to_owned(),
        name: "近半年".to_owned(),
        description: String::new(),
        value: ParameterValue::Number("180".to_owned()),
    };
    let first = window.clone();
    write!(shop, |tx| parameter::upsert(tx, &first).await).unwrap();
    window.value = ParameterValue::Set(vec!["a".to_owned(), "乙".to_owned()]);
    let second = window.clone();
    write!(shop, |tx| parameter::upsert(tx, &second).await).unwrap();
    assert_eq!(read!(shop, |tx| parameter::find(tx, "abuse_window").await).unwrap(), Some(window.clone()));
    assert_eq!(read!(shop, |tx| parameter::list(tx).await).unwrap(), vec![window]);
    write!(shop, |tx| parameter::delete(tx, "abuse_window").await).unwrap();
    let missing = write!(shop, |tx| parameter::delete(tx, "abuse_window").await);
    assert!(matches!(missing, Err(Error::NotFound { what: "parameter", .. })), "{missing:?}");
}
