//! Jobs, tasks and timetables.

use redress_domain::binding::TicketMatch;
use redress_domain::id::{BindingId, JobId, PluginId, SigningKeyId, TaskId, UserId};
use redress_domain::job::{Job, JobKind, JobState};
use redress_domain::signing_key::SigningKey;
use redress_domain::task::Task;
use redress_domain::timeline::Actor;
use redress_domain::usage::{Purpose, Usage};
use redress_store::tick::NextTick;
use redress_store::{Error, TenantStore, job, plugin, signing_key, task, tenant, tick, ticket, usage};

use super::first;
use crate::backend::{Backend, read, write};
use crate::sample::{Sample, next_id};

pub(super) async fn jobs(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let now = sample.now();
    let mut asked = Job {
        id: next_id!(sample, JobId),
        kind: JobKind::Backtest,
        spec: serde_json::json!({"plugin": "refund-tiers"}),
        state: JobState::Queued,
        done: 0,
        total: 0,
        report: None,
        error: None,
        created_by: Actor::System,
        created_at: now,
        started_at: None,
        finished_at: None,
    };
    let mut second = asked.clone();
    second.id = next_id!(sample, JobId);
    let (a, b) = (asked.clone(), second.clone());
    write!(shop, |tx| {
        job::insert(tx, &a).await?;
        job::insert(tx, &b).await
    })
    .unwrap();
    assert_eq!(read!(shop, |tx| job::count_open(tx).await).unwrap(), 2);
    let id = second.id;
    assert!(write!(shop, |tx| job::cancel(tx, id, now).await).unwrap(), "one that waits is over at once");
    assert!(!write!(shop, |tx| job::cancel(tx, id, now).await).unwrap());
    let lease = now.plus(chrono::Duration::seconds(30));
    let claimed = write!(backend.store, |tx| job::claim(tx, now, lease).await).unwrap();
    asked.state = JobState::Running;
    asked.started_at = Some(now);
    assert_eq!(claimed.map(|(_, job)| job), Some(asked.clone()));
    assert_eq!(write!(backend.store, |tx| job::claim(tx, now, lease).await).unwrap(), None, "it is leased");
    let (ago, until) = (now.plus(chrono::Duration::days(-2)), now.plus(chrono::Duration::days(-2) + chrono::Duration::seconds(30)));
    let claimed = write!(backend.store, |tx| job::claim(tx, ago, until).await).unwrap();
    assert_eq!(claimed.map(|(_, job)| job.id), Some(asked.id), "a lease far in the future does not count");
    assert!(write!(backend.store, |tx| job::claim(tx, now, lease).await).unwrap().is_some(), "it ran out");
    asked.done = 500;
    asked.total = 1000;
    asked.report = Some(serde_json::json!({"flips": 3}));
    let step = asked.clone();
    assert!(write!(shop, |tx| job::progress(tx, &step, lease).await).unwrap());
    let id = asked.id;
    assert_eq!(read!(shop, |tx| job::find(tx, id).await).unwrap(), Some(asked.clone()));
    assert!(write!(shop, |tx| job::cancel(tx, id, now).await).unwrap());
    let step = asked.clone();
    assert!(!write!(shop, |tx| job::progress(tx, &step, lease).await).unwrap(), "a person asked to stop it");
    asked.state = JobState::Cancelled;
    asked.finished_at = Some(lease);
    let last = asked.clone();
    write!(shop, |tx| job::finish(tx, &last).await).unwrap();
    let last = asked.clone();
    assert!(write!(shop, |tx| job::finish(tx, &last).await).is_err(), "it is over");
    let (page, next) = read!(shop, |tx| job::list(tx, JobKind::Backtest, &first(9)).await).unwrap();
    assert_eq!((page.len(), page[1].clone(), next), (2, asked, None));
}

pub(super) async fn tasks(shop: &TenantStore, sample: &mut Sample) {
    let (buyer, bought) = (sample.customer("w-1"), sample.order("w-1", None));
    let ticket = sample.ticket("W-1", &buyer, &bought).id;
    let mut asked = Task {
        id: next_id!(sample, TaskId),
        ticket,
        title: "客服主管复核".to_owned(),
        role: "supervisor".to_owned(),
        holders: vec!["role:supervisor".to_owned()],
        node: Some("review".to_owned()),
        due_at: Some(sample.now()),
        created_by: Actor::Rule("decision-table".to_owned()),
        created_at: sample.now(),
        done_by: None,
        done_at: None,
    };
    let tasks = vec![asked.clone()];
    write!(shop, |tx| task::insert_many(tx, &tasks).await).unwrap();
    let (id, by, at): (_, UserId, _) = (asked.id, next_id!(sample, UserId), sample.now());
    let filter = task::Filter {
        ticket: Some(ticket),
        role: Some("supervisor".to_owned()),
        open: true,
        holders: Some(vec!["role:supervisor".to_owned()]),
    };
    assert_eq!(read!(shop, |tx| task::list(tx, &filter, &first(9)).await).unwrap(), (vec![asked.clone()], None));
    asked.holders = vec!["department:质检部".to_owned(), "person:1".to_owned()];
    let handed = asked.clone();
    write!(shop, |tx| task::hand(tx, &handed).await).unwrap();
    let mine = |holder: &str| task::Filter { holders: Some(vec![holder.to_owned()]), ..task::Filter::default() };
    let (before, now) = (mine("role:supervisor"), mine("department:质检部"));
    assert_eq!(read!(shop, |tx| task::list(tx, &before, &first(9)).await).unwrap(), (vec![], None));
    assert_eq!(read!(shop, |tx| task::list(tx, &now, &first(9)).await).unwrap(), (vec![asked.clone()], None));
    assert!(write!(shop, |tx| task::done(tx, id, Some(by), at).await).unwrap());
    assert!(!write!(shop, |tx| task::done(tx, id, Some(by), at).await).unwrap(), "once");
    (asked.done_by, asked.done_at) = (Some(by), Some(at));
    assert_eq!(read!(shop, |tx| task::find(tx, id).await).unwrap(), Some(asked));
    let filter = task::Filter { open: true, ..task::Filter::default() };
    assert_eq!(read!(shop, |tx| task::list(tx, &filter, &first(9)).await).unwrap(), (vec![], None));
}

pub(super) async fn ticks(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let now = sample.now();
    let at = move |seconds| now.plus(chrono::Duration::seconds(seconds));
    let next = NextTick { binding: next_id!(sample, BindingId), due_at: at(10), previous_at: None, after: None, failures: 2 };
    let first = next.clone();
    write!(shop, |tx| tick::put(tx, &first).await).unwrap();
    let id = next.binding;
    assert_eq!(read!(shop, |tx| tick::find(tx, id).await).unwrap(), Some(next.clone()));
    let claim = |now, until| async move { write!(backend.store, |tx| tick::claim_due(tx, now, until, 10).await).unwrap() };
    assert_eq!(claim(at(5), at(30)).await, vec![], "not yet");
    assert_eq!(claim(at(10), at(30)).await, vec![(shop.tenant(), next.clone())]);
    assert_eq!(claim(at(20), at(40)).await, vec![], "the claim holds");
    assert_eq!(claim(at(90_000), at(90_010)).await, vec![(shop.tenant(), next.clone())]);
    assert_eq!(claim(at(25), at(45)).await, vec![(shop.tenant(), next.clone())], "a lease far in the future does not count");
    let (buyer, bought) = (sample.customer("t-1"), sample.order("t-1", None));
    let asked = sample.ticket("TT-1", &buyer, &bought);
    let (stored, until) = (asked.clone(), at(60));
    write!(shop, |tx| ticket::insert(tx, &stored).await).unwrap();
    let (same, last) = (next.clone(), asked.id);
    assert!(write!(shop, |tx| tick::progress(tx, &same, last, until).await).unwrap());
    let other = NextTick { due_at: at(99), ..next.clone() };
    assert!(!write!(shop, |tx| tick::progress(tx, &other, last, until).await).unwrap(), "it was set anew");
    let left = NextTick { after: Some(asked.id), ..next };
    assert_eq!(claim(at(70), at(80)).await, vec![(shop.tenant(), left)], "whoever takes over goes on where it stood");
    write!(shop, |tx| tick::remove(tx, id).await).unwrap();
    assert_eq!(read!(shop, |tx| tick::find(tx, id).await).unwrap(), None);

    let wanted =
        TicketMatch { kinds: vec![asked.kind], case: vec![asked.axes.case], older_than_minutes: Some(1), ..TicketMatch::default() };
    let (soon, later) = (asked.created_at, asked.created_at.plus(chrono::Duration::hours(1)));
    let (a, b) = (wanted.clone(), wanted.clone());
    assert!(!read!(shop, |tx| ticket::matching(tx, &a, soon, None, 500).await).unwrap().contains(&asked.id), "too young");
    assert!(read!(shop, |tx| ticket::matching(tx, &b, later, None, 500).await).unwrap().contains(&asked.id));
    let id = asked.id;
    assert!(!read!(shop, |tx| ticket::matching(tx, &wanted, later, Some(id), 500).await).unwrap().contains(&asked.id), "it is behind it");
    let nowhere = TicketMatch { queue: Some("nowhere".to_owned()), ..TicketMatch::default() };
    assert_eq!(read!(shop, |tx| ticket::matching(tx, &nowhere, later, None, 500).await).unwrap(), vec![]);
}

pub(super) async fn plans(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let id = shop.tenant();
    let mut changed = read!(backend.store, |tx| tenant::find(tx, id).await).unwrap().unwrap();
    (changed.plan, changed.requires_signature) = ("large".to_owned(), true);
    let stored = changed.clone();
    write!(backend.store, |tx| tenant::update(tx, &stored).await).unwrap();
    assert_eq!(read!(backend.store, |tx| tenant::find(tx, id).await).unwrap(), Some(changed));

    let one = Usage {
        day: 20_000,
        plugin: next_id!(sample, PluginId),
        purpose: Purpose::Decision,
        calls: 3,
        faults: 1,
        fuel: 900,
        duration_us: 120,
        peak_memory: 1 << 20,
    };
    let more = Usage { calls: 1, faults: 0, fuel: 100, duration_us: 10, peak_memory: 5, ..one.clone() };
    let (first, second) = (vec![one.clone()], vec![more, Usage { purpose: Purpose::Backtest, ..one.clone() }]);
    write!(shop, |tx| usage::add(tx, &first).await).unwrap();
    write!(shop, |tx| usage::add(tx, &second).await).unwrap();
    let sum = Usage { calls: 4, fuel: 1_000, duration_us: 130, ..one.clone() };
    let found = read!(shop, |tx| usage::list(tx, 19_999, 20_000).await).unwrap();
    assert_eq!(found, vec![Usage { purpose: Purpose::Backtest, ..one }, sum]);
    assert_eq!(read!(shop, |tx| usage::list(tx, 20_001, 20_002).await).unwrap(), vec![]);

    let key = SigningKey {
        id: next_id!(sample, SigningKeyId),
        name: "build server".to_owned(),
        public_key: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a".parse().expect("the key of RFC 8032, 7.1, test 1"),
        created_at: sample.now(),
    };
    let trusted = key.clone();
    write!(shop, |tx| signing_key::insert(tx, &trusted).await).unwrap();
    let twice = SigningKey { id: next_id!(sample, SigningKeyId), ..key.clone() };
    let refused = write!(shop, |tx| signing_key::insert(tx, &twice).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "signing_key" })), "{refused:?}");
    assert_eq!(read!(shop, |tx| signing_key::list(tx).await).unwrap(), vec![key.clone()]);
    let id = key.id;
    write!(shop, |tx| signing_key::delete(tx, id).await).unwrap();
    assert!(write!(shop, |tx| signing_key::delete(tx, id).await).is_err());
    let since = sample.now().plus(chrono::Duration::days(1));
    let (kept, lately) = read!(shop, |tx| plugin::counts(tx, since).await).unwrap();
    assert!(kept > 0, "those of the story");
    assert_eq!(lately, 0, "none tomorrow");
}
