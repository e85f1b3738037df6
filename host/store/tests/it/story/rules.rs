//! Plugins, bindings, decisions, blobs, parameters.

use std::collections::{BTreeSet, HashMap};

use redress_domain::Digest;
use redress_domain::binding::{Revision, RevisionAction};
use redress_domain::compare::{Consequence, Difference};
use redress_domain::decision::{Against, DecisionRole};
use redress_domain::decision::{Fault, Outcome};
use redress_domain::golden::Golden;
use redress_domain::id::{BindingId, PluginId};
use redress_domain::parameter::{Parameter, ParameterValue};
use redress_domain::rule::{Hook, RuleError};
use redress_domain::timeline::Actor;
use redress_store::binding::AtWork;
use redress_store::decision::{Filter, Range, Record, Seal};
use redress_store::{Error, Packed, TenantStore, binding, blob, decision, golden, parameter, plugin};

use super::first;
use crate::backend::{Backend, read, write};
use crate::sample::{Sample, next_id};

#[expect(clippy::too_many_lines, reason = "one story from the first upload to the last binding")]
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
    let key = bound.key.clone();
    assert_eq!(read!(shop, |tx| binding::find_by_key(tx, &key).await).unwrap(), Some(bound.clone()));
    let mut same_key = sample.binding(&tiers);
    same_key.key = bound.key.clone();
    let refused = write!(shop, |tx| binding::insert(tx, &same_key).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "binding_key" })), "{refused:?}");
    let at_work = AtWork { binding: bound.clone(), plugin: tiers.clone(), fallback: None };
    assert_eq!(read!(shop, |tx| binding::at_work(tx).await).unwrap(), vec![at_work]);

    let revision = |binding: &redress_domain::binding::Binding, reason: Option<&str>| Revision {
        binding: binding.clone(),
        at: binding.updated_at,
        actor: Actor::System,
        action: RevisionAction::Changed,
        reason: reason.map(str::to_owned),
        bad: false,
    };
    let earlier = revision(&bound, Some("first"));
    bound.version = 3;
    bound.fallback = Some(2);
    bound.config = serde_json::json!({"tiers": []});
    let (changed, first, second) = (bound.clone(), earlier.clone(), revision(&bound, None));
    write!(shop, |tx| {
        binding::record(tx, &first).await?;
        binding::update(tx, &changed, 2).await?;
        binding::record(tx, &second).await
    })
    .unwrap();
    let at_work = AtWork { binding: bound.clone(), plugin: tiers.clone(), fallback: Some((earlier.binding.clone(), tiers.clone())) };
    assert_eq!(read!(shop, |tx| binding::at_work(tx).await).unwrap(), vec![at_work]);
    write!(shop, |tx| binding::mark_bad(tx, binding_id, 3).await).unwrap();
    let history = read!(shop, |tx| binding::revisions(tx, binding_id).await).unwrap();
    assert_eq!(history, vec![Revision { bad: true, ..revision(&bound, None) }, earlier]);

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
    let next_id = next.id;
    write!(shop, |tx| plugin::insert(tx, &next).await).expect("the name is free again");
    let versions = read!(shop, |tx| plugin::versions(tx, "refund-tiers").await).unwrap();
    assert_eq!(versions.iter().map(|plugin| plugin.id).collect::<Vec<_>>(), vec![id, next_id], "a deleted one is still a version");
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
    let mut good = sample.decision(ticket, &tiers);
    good.case_digest = Digest::of(b"case");
    good.question_digest = Digest::of(b"question");
    let mut bad = sample.decision(ticket, &tiers);
    bad.role = DecisionRole::Shadow;
    bad.against = Some(Against { decision: good.id, difference: Difference::NewFault });
    bad.consequence = Consequence { label: "fault".to_owned(), amount: None };
    let shadow: BindingId = next_id!(sample, BindingId);
    bad.outcome = Outcome::GuestError;
    bad.answer = None;
    bad.binding = Some(shadow);
    bad.fault = Some(Fault {
        message: "the rule said that it cannot answer".to_owned(),
        error: Some(RuleError::Internal("no tier".to_owned())),
        backtrace: vec!["tiers::evaluate".to_owned()],
    });
    let seal = Seal::after(None, &good);
    let second = Seal::after(Some(&seal), &bad);
    let records = vec![Record::of(&good).sealed(seal), Record::of(&bad).sealed(second)];
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
    assert_eq!(page, vec![bad.clone()]);
    assert!(next.is_some());
    let filter = Filter {
        ticket: Some(ticket),
        hook: Some(Hook::RefundApproval),
        plugin: Some(good.plugin),
        binding: good.binding,
        outcome: Some(Outcome::Ok),
    };
    assert_eq!(read!(shop, |tx| decision::list(tx, &filter, &first(9)).await).unwrap(), (vec![good.clone()], None));
    assert_eq!(read!(shop, |tx| decision::head(tx, ticket).await).unwrap(), Some(second));
    assert_eq!(read!(shop, |tx| decision::count_by_ticket(tx, ticket).await).unwrap(), 2);
    let seals = read!(shop, |tx| decision::seals(tx, ticket).await).unwrap();
    assert_eq!(seals, vec![(good.id, seal), (bad.id, second)]);
    past(shop, &good, shadow).await;
    let unknown: BindingId = next_id!(sample, BindingId);
    let filter = Filter { binding: Some(unknown), ..Filter::default() };
    assert_eq!(read!(shop, |tx| decision::list(tx, &filter, &first(9)).await).unwrap(), (vec![], None));
}

/// What reports, guardrails and backtests read of past decisions.
async fn past(shop: &TenantStore, good: &redress_domain::decision::Decision, shadow: BindingId) {
    let since = good.at.plus(-chrono::Duration::hours(1));
    let heaps = read!(shop, |tx| decision::divergence(tx, shadow, since).await).unwrap();
    assert_eq!(heaps.len(), 1, "{heaps:?}");
    assert_eq!((heaps[0].difference, heaps[0].before.as_str(), heaps[0].decisions), (Difference::NewFault, "needs_approval:supervisor", 1));
    let (binding, currency) = (good.binding.unwrap(), good.consequence.amount.unwrap().currency());
    let measured = read!(shop, |tx| decision::measure(tx, binding, since, currency).await).unwrap();
    assert_eq!((measured.calls, measured.faults, measured.verdicts, measured.approvals), (1, 0, 1, 0));
    assert_eq!((measured.fuel_p99, measured.latency_p99_us), (good.fuel, good.duration_us));
    assert_eq!(read!(shop, |tx| decision::answered(tx, binding, since).await).unwrap(), (1, 1));
    let id = good.id;
    let logs = read!(shop, |tx| decision::logs(tx, binding, since, None, 10).await).unwrap();
    assert_eq!(logs, vec![(id, good.log.clone())]);
    assert_eq!(read!(shop, |tx| decision::logs(tx, binding, since, Some(id), 10).await).unwrap(), vec![]);
    let range = Range {
        hook: Hook::RefundApproval,
        from: Some(since),
        to: Some(good.at.plus(chrono::Duration::hours(1))),
        binding: good.binding,
        plugin: Some(good.plugin),
        outcome: Some(Outcome::Ok),
        label: Some("needs_approval:supervisor".to_owned()),
    };
    let same = range.clone();
    assert_eq!(read!(shop, |tx| decision::count_past(tx, &same).await).unwrap(), 1);
    let found = read!(shop, |tx| decision::scan(tx, &range, None, 10).await).unwrap();
    assert_eq!(found.iter().map(decision::Past::id).collect::<Vec<_>>(), vec![good.id]);
    let opened = found.into_iter().next().unwrap().open();
    assert!(matches!(opened, Err(Error::Corrupt { table: "decision", column: "case_digest", .. })), "the sample's case is no case");

    let held = Golden { binding, decision: good.id, note: "the first of its kind".to_owned(), added_by: Actor::System, added_at: good.at };
    let both = vec![held.clone()];
    write!(shop, |tx| golden::insert_many(tx, &both).await).unwrap();
    let both = vec![held.clone()];
    let twice = write!(shop, |tx| golden::insert_many(tx, &both).await);
    assert!(matches!(twice, Err(Error::NotUnique { what: "golden_decision" })), "{twice:?}");
    assert_eq!(read!(shop, |tx| golden::list(tx, binding).await).unwrap(), vec![held.clone()]);
    write!(shop, |tx| golden::delete(tx, binding, held.decision).await).unwrap();
    let missing = write!(shop, |tx| golden::delete(tx, binding, held.decision).await);
    assert!(matches!(missing, Err(Error::NotFound { what: "golden decision", .. })), "{missing:?}");
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
