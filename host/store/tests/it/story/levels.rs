//! Calendars, service level policies, the clocks of tickets, and work that comes back.

use chrono::Duration;
use redress_domain::calendar::{BusinessHours, Zone};
use redress_domain::id::{CalendarId, RecurringId, SlaPolicyId, TicketId};
use redress_domain::recurring::Recurring;
use redress_domain::sla::{Change, Entry, PolicyRef, Record, Selection, SlaPolicy, source};
use redress_domain::status::CaseStatus;
use redress_domain::ticket::Priority;
use redress_domain::timeline::{Actor, Head, NewEntry};
use redress_store::{Error, TenantStore, calendar, customer, order, recurring, service_level, sla_policy, ticket, timeline};

use crate::backend::{Backend, read, write};
use crate::sample::{Sample, next_id};

pub(super) async fn policies(shop: &TenantStore, sample: &mut Sample) {
    let mut hours = BusinessHours { id: next_id!(sample, CalendarId), version: 1, calendar: source::office() };
    let kept = hours.clone();
    write!(shop, |tx| calendar::insert(tx, &kept).await).unwrap();
    let twin = BusinessHours { id: next_id!(sample, CalendarId), ..hours.clone() };
    let refused = write!(shop, |tx| calendar::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "calendar_name" })), "{refused:?}");
    (hours.version, hours.calendar.name) = (2, "客服".to_owned());
    let kept = hours.clone();
    write!(shop, |tx| calendar::update(tx, &kept, 1).await).unwrap();
    let kept = hours.clone();
    assert!(matches!(write!(shop, |tx| calendar::update(tx, &kept, 1).await), Err(Error::Stale { .. })));
    let id = hours.id;
    assert_eq!(read!(shop, |tx| calendar::find(tx, id).await).unwrap(), Some(hours.clone()));
    assert_eq!(read!(shop, |tx| calendar::list(tx).await).unwrap(), vec![hours.clone()]);

    assert!(!read!(shop, |tx| sla_policy::any_ever(tx).await).unwrap());
    let mut policy = SlaPolicy {
        id: next_id!(sample, SlaPolicyId),
        version: 1,
        order: -5,
        enabled: true,
        calendar: hours.id,
        applies_to: Selection { queues: vec!["claims".to_owned()], ..Selection::default() },
        policy: source::standard("logistics"),
    };
    let (first, promised) = (policy.clone(), policy.policy.clone());
    write!(shop, |tx| sla_policy::insert(tx, &first).await).unwrap();
    assert!(matches!(write!(shop, |tx| calendar::delete(tx, id).await), Err(Error::InUse { .. })), "a policy counts its hours");
    let twin = SlaPolicy { id: next_id!(sample, SlaPolicyId), ..policy.clone() };
    let refused = write!(shop, |tx| sla_policy::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "sla_policy_name" })), "{refused:?}");
    policy.version = 2;
    policy.enabled = false;
    policy.policy.targets.truncate(1);
    let changed = policy.clone();
    write!(shop, |tx| sla_policy::update(tx, &changed, 1).await).unwrap();
    let changed = policy.clone();
    assert!(matches!(write!(shop, |tx| sla_policy::update(tx, &changed, 1).await), Err(Error::Stale { .. })));
    let of = policy.id;
    assert_eq!(read!(shop, |tx| sla_policy::find(tx, of).await).unwrap(), Some(policy.clone()));
    assert_eq!(read!(shop, |tx| sla_policy::list(tx).await).unwrap(), vec![policy.clone()]);
    assert!(matches!(write!(shop, |tx| sla_policy::delete(tx, of, 1).await), Err(Error::Stale { .. })));
    write!(shop, |tx| sla_policy::delete(tx, of, 2).await).unwrap();
    let state = |version| PolicyRef { id: of, version };
    let (one, two, three) = (state(1), state(2), state(3));
    assert_eq!(read!(shop, |tx| sla_policy::revision(tx, one).await).unwrap(), Some(promised), "every state stays");
    assert_eq!(read!(shop, |tx| sla_policy::revision(tx, two).await).unwrap(), Some(policy.policy));
    assert_eq!(read!(shop, |tx| sla_policy::revision(tx, three).await).unwrap(), None);
    assert!(read!(shop, |tx| sla_policy::any_ever(tx).await).unwrap());
    write!(shop, |tx| calendar::delete(tx, id).await).unwrap();
    assert!(matches!(write!(shop, |tx| calendar::delete(tx, id).await), Err(Error::NotFound { .. })));
}

pub(super) async fn clocks(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let (buyer, bought) = (sample.customer("sla-1"), sample.order("sla-1", None));
    let (one, two) = (sample.ticket("SLA-1", &buyer, &bought), sample.ticket("SLA-2", &buyer, &bought));
    let (a, b, c, d) = (one.clone(), two.clone(), buyer.clone(), bought.clone());
    write!(shop, |tx| {
        customer::insert(tx, &c).await?;
        order::insert(tx, &order::Record::of(&d)).await?;
        ticket::insert(tx, &a).await?;
        ticket::insert(tx, &b).await
    })
    .unwrap();
    let now = sample.now();
    let at = move |seconds| now.plus(Duration::seconds(seconds));
    let created = Change::Created { case: CaseStatus::FirstReview, priority: Priority::Normal, queue: None };
    let log = vec![Entry { at: now, change: created }, Entry { at: at(1), change: Change::PolicySelected { policy: None } }];
    let record =
        |id, seconds: i64| Record { ticket: id, version: 1, log: log.clone(), wake_at: Some(at(seconds)), due_at: Some(at(seconds)) };
    let (first, second) = (record(one.id, 10), record(two.id, 20));
    let expected = vec![first.clone(), second.clone()];
    let both = expected.clone();
    write!(shop, |tx| service_level::put_many(tx, &both).await).unwrap();
    let id = one.id;
    assert_eq!(read!(shop, |tx| service_level::find(tx, id).await).unwrap(), Some(first.clone()));
    let ids = vec![one.id, two.id, next_id!(sample, TicketId)];
    let wanted = ids.clone();
    let mut found = read!(shop, |tx| service_level::find_many(tx, &wanted).await).unwrap();
    found.sort_by_key(|record| record.ticket);
    assert_eq!(found, expected);
    let wanted = ids.clone();
    assert_eq!(read!(shop, |tx| service_level::due_many(tx, &wanted).await).unwrap()[&two.id], at(20));
    for (due_by, in_time, expected) in [(Some(at(10)), None, vec![one.id]), (None, Some(at(10)), vec![two.id])] {
        let filter = ticket::Filter { due_by, in_time, customer: Some(buyer.id), ..ticket::Filter::default() };
        let page = super::first(9);
        let (listed, _) = read!(shop, |tx| ticket::list(tx, &filter, &page).await).unwrap();
        assert_eq!(listed.iter().map(|ticket| ticket.id).collect::<Vec<_>>(), expected);
    }

    let overdue = read!(shop, |tx| service_level::overdue_by_queue(tx, at(10)).await).unwrap();
    assert_eq!(overdue.iter().map(|(_, count)| count).sum::<u64>(), 1);

    let claim = |now, until| async move { write!(backend.store, |tx| service_level::claim_due(tx, now, until, 10).await).unwrap() };
    assert_eq!(claim(at(10), at(60)).await, vec![(shop.tenant(), one.id)]);
    assert_eq!(claim(at(12), at(62)).await, vec![], "the claim holds");
    assert_eq!(claim(at(5), at(25)).await, vec![], "not due by a clock that was set back");
    assert_eq!(claim(at(10), at(30)).await, vec![(shop.tenant(), one.id)], "a claim from far ahead does not hold");
    let moved = Record { wake_at: Some(at(15)), ..first.clone() };
    assert!(write!(shop, |tx| service_level::reset(tx, &moved).await).unwrap());
    let other = Record { version: 9, ..first.clone() };
    assert!(!write!(shop, |tx| service_level::reset(tx, &other).await).unwrap(), "the ticket has changed meanwhile");
    assert_eq!(write!(shop, |tx| service_level::wake_all(tx, at(11)).await).unwrap(), 2);
    assert_eq!(claim(at(11), at(31)).await.len(), 2);

    let (wanted, now) = (vec![(one.id, one.version), (two.id, two.version + 1)], at(40));
    let advanced = write!(shop, |tx| ticket::advance_many(tx, &wanted, Some(Priority::Urgent), now).await).unwrap();
    assert_eq!(advanced, vec![one.id], "the other is at another version");
    let wanted = vec![(two.id, two.version)];
    assert_eq!(write!(shop, |tx| ticket::advance_many(tx, &wanted, None, now).await).unwrap(), vec![two.id]);
    let wanted = ids.clone();
    let mut tickets = read!(shop, |tx| ticket::find_many(tx, &wanted).await).unwrap();
    tickets.sort_by_key(|ticket| ticket.id);
    let short: Vec<_> = tickets.iter().map(|ticket| (ticket.priority, ticket.version, ticket.updated_at)).collect();
    assert_eq!(short, [(Priority::Urgent, one.version + 1, now), (two.priority, two.version + 1, now)]);
    let (buyers, orders) = (vec![buyer.id], vec![bought.id]);
    assert_eq!(read!(shop, |tx| customer::find_many(tx, &buyers).await).unwrap(), vec![buyer]);
    assert_eq!(read!(shop, |tx| order::find_many(tx, &orders).await).unwrap(), vec![bought]);

    let mut head = Head::empty();
    let entry = |kind: &str| NewEntry { at: now, actor: Actor::System, kind: kind.to_owned(), data: serde_json::json!({}) };
    let entries: Vec<_> = ["a", "b"].into_iter().map(|kind| (id, head.append(id, entry(kind)))).collect();
    write!(shop, |tx| timeline::append_many(tx, &entries).await).unwrap();
    let heads = read!(shop, |tx| timeline::heads(tx, &ids).await).unwrap();
    assert_eq!(heads.into_iter().collect::<Vec<_>>(), vec![(id, head)]);
}

pub(super) async fn recurring(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let now = sample.now();
    let at = move |seconds| now.plus(Duration::seconds(seconds));
    let mut job = Recurring {
        id: next_id!(sample, RecurringId),
        version: 1,
        kind: "overdue_digest".to_owned(),
        name: "every morning".to_owned(),
        cron: "0 9 * * *".parse().unwrap(),
        zone: Zone::SHANGHAI,
        spec: serde_json::json!({"role": "supervisor"}),
        enabled: true,
        due_at: Some(at(10)),
        previous_at: None,
        failures: 0,
        last_error: None,
    };
    let kept = job.clone();
    write!(shop, |tx| recurring::insert(tx, &kept).await).unwrap();
    let twin = Recurring { id: next_id!(sample, RecurringId), ..job.clone() };
    let refused = write!(shop, |tx| recurring::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "recurring_name" })), "{refused:?}");
    let claim = |now, until| async move { write!(backend.store, |tx| recurring::claim_due(tx, now, until, 10).await).unwrap() };
    assert_eq!(claim(at(9), at(30)).await, vec![]);
    assert_eq!(claim(at(10), at(30)).await, vec![(shop.tenant(), job.clone())]);
    assert_eq!(claim(at(11), at(31)).await, vec![], "the claim holds");
    assert_eq!(claim(at(31), at(50)).await, vec![(shop.tenant(), job.clone())], "the worker died");
    let (done, next) = (job.clone(), Some(at(100)));
    assert!(write!(shop, |tx| recurring::advance(tx, &done, next, Some("no mail")).await).unwrap());
    let done = job.clone();
    assert!(!write!(shop, |tx| recurring::advance(tx, &done, next, None).await).unwrap(), "an occurrence is done once");
    (job.previous_at, job.due_at, job.failures, job.last_error) = (job.due_at, next, 1, Some("no mail".to_owned()));
    let id = job.id;
    assert_eq!(read!(shop, |tx| recurring::find(tx, id).await).unwrap(), Some(job.clone()));
    let done = job.clone();
    assert!(write!(shop, |tx| recurring::advance(tx, &done, None, None).await).unwrap());
    (job.version, job.enabled, job.previous_at, job.due_at, job.failures, job.last_error) = (2, false, Some(at(100)), None, 0, None);
    let kept = job.clone();
    write!(shop, |tx| recurring::update(tx, &kept, 1).await).unwrap();
    let kept = job.clone();
    assert!(matches!(write!(shop, |tx| recurring::update(tx, &kept, 1).await), Err(Error::Stale { .. })));
    assert_eq!(read!(shop, |tx| recurring::list(tx, "overdue_digest").await).unwrap(), vec![job]);
    write!(shop, |tx| recurring::delete(tx, id).await).unwrap();
    assert!(matches!(write!(shop, |tx| recurring::delete(tx, id).await), Err(Error::NotFound { .. })));
}
