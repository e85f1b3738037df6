//! Timers, the outbox, webhooks, idempotency.

use chrono::Duration;
use redress_domain::Digest;
use redress_domain::id::{OutboxId, TicketId, TimerId, UserId, WebhookId};
use redress_domain::outbox::{OutboxMessage, OutboxState, WebhookEndpoint};
use redress_domain::rule::Recipient;
use redress_domain::timer::Timer;
use redress_store::absence::Absence;
use redress_store::idempotency::Stored;
use redress_store::outbox::{Attempt, Filter};
use redress_store::{Error, TenantStore, absence, idempotency, outbox, timer, webhook};
use serde_json::json;

use super::first;
use crate::backend::{Backend, read, write};
use crate::sample::{Sample, next_id};

pub(super) async fn timers(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let ticket = next_id!(sample, TicketId);
    let now = sample.now();
    let at = move |seconds| now.plus(Duration::seconds(seconds));
    let mut timer = |kind: &str, due_at| Timer { id: next_id!(sample, TimerId), ticket, kind: kind.to_owned(), due_at };
    let (late, soon, gone) = (timer("b", at(50)), timer("a", at(10)), timer("c", at(5)));
    let all = vec![late.clone(), soon.clone(), gone.clone()];
    write!(shop, |tx| timer::insert_many(tx, &all).await).unwrap();
    assert_eq!(write!(shop, |tx| timer::cancel_for_ticket(tx, ticket, &["c", "x"]).await).unwrap(), 1);
    assert_eq!(write!(shop, |tx| timer::cancel_for_ticket(tx, ticket, &[]).await).unwrap(), 0);
    assert_eq!(read!(shop, |tx| timer::list_by_ticket(tx, ticket).await).unwrap(), vec![soon.clone(), late.clone()]);

    let claim = |now, until| async move { write!(backend.store, |tx| timer::claim_due(tx, now, until, 10).await).unwrap() };
    assert_eq!(claim(at(20), at(30)).await, vec![(shop.tenant(), soon.clone())]);
    assert_eq!(claim(at(25), at(40)).await, vec![], "the claim holds");
    assert_eq!(claim(at(30), at(60)).await, vec![(shop.tenant(), soon.clone())], "the worker died; the claim ran out");
    let id = soon.id;
    assert!(write!(shop, |tx| timer::done(tx, id).await).unwrap());
    assert!(!write!(shop, |tx| timer::done(tx, id).await).unwrap(), "a timer fires once");
    assert_eq!(claim(at(70), at(80)).await, vec![(shop.tenant(), late.clone())]);
    // A clock that was far ahead has claimed it, and nobody waits for that.
    assert_eq!(claim(at(90_000), at(90_010)).await, vec![(shop.tenant(), late.clone())]);
    assert_eq!(claim(at(100), at(110)).await, vec![(shop.tenant(), late.clone())], "a lease far in the future does not count");
    assert_eq!(claim(at(105), at(115)).await, vec![], "one of now does");
    // What fails for good waits for a person.
    let (id, stranger) = (late.id, next_id!(sample, TimerId));
    assert_eq!(write!(shop, |tx| timer::failed(tx, id).await).unwrap(), Some(1));
    assert_eq!(write!(shop, |tx| timer::failed(tx, id).await).unwrap(), Some(2));
    assert_eq!(write!(shop, |tx| timer::failed(tx, stranger).await).unwrap(), None);
    write!(shop, |tx| timer::give_up(tx, id, at(116)).await).unwrap();
    assert_eq!(claim(at(200), at(210)).await, vec![]);
    assert_eq!(read!(shop, |tx| timer::list_by_ticket(tx, ticket).await).unwrap(), vec![late.clone()], "nothing is lost");
    assert_eq!(write!(shop, |tx| timer::revive(tx, ticket).await).unwrap(), 1);
    assert_eq!(write!(shop, |tx| timer::revive(tx, ticket).await).unwrap(), 0);
    assert_eq!(claim(at(200), at(210)).await, vec![(shop.tenant(), late)]);
    assert_eq!(write!(shop, |tx| timer::failed(tx, id).await).unwrap(), Some(1), "it is counted anew");
}

pub(super) async fn absences(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let (user, now) = (next_id!(sample, UserId), sample.now());
    let at = move |seconds| now.plus(Duration::seconds(seconds));
    let note = |holders: &[&str], when| {
        let holders: Vec<String> = holders.iter().map(|holder| (*holder).to_owned()).collect();
        async move { write!(shop, |tx| absence::note(tx, user, &holders, when).await).unwrap() }
    };
    note(&["person:a", "role:agent"], at(0)).await;
    let claim = |now, until| async move { write!(backend.store, |tx| absence::claim_due(tx, now, until, 10).await).unwrap() };
    let holders = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let first = Absence { user, noted_at: at(0), holders: holders(&["person:a", "role:agent"]), looks: 0 };
    assert_eq!(claim(at(1), at(10)).await, vec![(shop.tenant(), first.clone())]);
    assert_eq!(claim(at(2), at(11)).await, vec![], "the claim holds");
    assert_eq!(claim(at(90_000), at(90_010)).await, vec![(shop.tenant(), first.clone())]);
    assert_eq!(claim(at(12), at(20)).await, vec![(shop.tenant(), first.clone())], "a lease far in the future does not count");
    let seen = first.clone();
    assert!(write!(shop, |tx| absence::looked(tx, &seen, Some(at(40))).await).unwrap());
    assert_eq!(claim(at(39), at(49)).await, vec![]);
    // They change again: it begins anew, with all that they ever held.
    note(&["role:lead", "role:agent"], at(41)).await;
    let seen = first.clone();
    assert!(!write!(shop, |tx| absence::looked(tx, &seen, None).await).unwrap());
    let second = Absence { user, noted_at: at(41), holders: holders(&["person:a", "role:agent", "role:lead"]), looks: 0 };
    assert_eq!(claim(at(41), at(50)).await, vec![(shop.tenant(), second.clone())]);
    assert!(write!(shop, |tx| absence::looked(tx, &second, None).await).unwrap());
    assert_eq!(claim(at(100), at(110)).await, vec![]);
}

pub(super) async fn messages(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let created_at = sample.now();
    let at = move |seconds| created_at.plus(Duration::seconds(seconds));
    let mut message = || OutboxMessage {
        id: next_id!(sample, OutboxId),
        ticket: Some(next_id!(sample, TicketId)),
        event: "ticket.created".to_owned(),
        channel: "webhook".to_owned(),
        recipient: Recipient::Role("finance".to_owned()),
        webhook: Some(next_id!(sample, WebhookId)),
        payload: json!({"type": "ticket.created", "data": {"编号": "T-1", "amount": 1.50}}),
        state: OutboxState::Pending,
        attempts: 0,
        next_attempt_at: created_at,
        last_error: None,
        created_at,
        delivered_at: None,
    };
    let (one, two) = (message(), message());
    let both = vec![one.clone(), two.clone()];
    write!(shop, |tx| outbox::insert_many(tx, &both).await).unwrap();
    let claim = |now, until, limit| async move { write!(backend.store, |tx| outbox::claim_due(tx, now, until, limit).await).unwrap() };
    let claimed = claim(at(1), at(10), 10).await;
    assert_eq!(
        claimed.iter().map(|(tenant, message)| (*tenant, message.id)).collect::<Vec<_>>(),
        [(shop.tenant(), one.id), (shop.tenant(), two.id)]
    );
    assert_eq!(claim(at(2), at(11), 10).await, vec![], "the lease holds");
    assert_eq!(claim(at(10), at(20), 1).await.len(), 1, "the lease ran out");
    assert_eq!(claim(at(90_000), at(90_009), 10).await.len(), 2);
    assert_eq!(claim(at(30), at(39), 10).await.len(), 2, "a lease far in the future does not count");
    assert_eq!(claim(at(31), at(40), 10).await, vec![], "one of now does");

    let (a, b) = (one.id, two.id);
    let tries = vec![
        Attempt { attempt: 1, at: at(1), status: Some(503), error: Some("503".to_owned()), duration_ms: 12 },
        Attempt { attempt: 2, at: at(5), status: None, error: None, duration_ms: 3 },
    ];
    let noted = tries.clone();
    write!(shop, |tx| {
        outbox::record_attempt(tx, a, &noted[0]).await?;
        outbox::record_attempt(tx, a, &noted[1]).await?;
        outbox::delivered(tx, a, 2, at(5)).await?;
        outbox::retry(tx, b, 1, at(100), "connection refused").await
    })
    .unwrap();
    assert_eq!(read!(shop, |tx| outbox::list_attempts(tx, a).await).unwrap(), tries);
    let done = read!(shop, |tx| outbox::find(tx, a).await).unwrap().unwrap();
    assert_eq!((done.state, done.attempts, done.delivered_at), (OutboxState::Delivered, 2, Some(at(5))));
    assert_eq!((&done.payload, &done.recipient), (&one.payload, &one.recipient));
    let late = write!(shop, |tx| outbox::delivered(tx, a, 3, at(6)).await);
    assert!(matches!(late, Err(Error::NotFound { .. })), "{late:?}");

    write!(shop, |tx| outbox::dead(tx, b, 8, "gone").await).unwrap();
    let filter = Filter { state: Some(OutboxState::Dead), ticket: two.ticket, webhook: None };
    let (dead, _) = read!(shop, |tx| outbox::list(tx, &filter, &first(9)).await).unwrap();
    assert_eq!(dead.iter().map(|message| (message.id, message.last_error.as_deref())).collect::<Vec<_>>(), [(b, Some("gone"))]);
    let depth = read!(backend.store, |tx| outbox::depth(tx).await).unwrap();
    assert_eq!((depth.pending, depth.dead), (0, 1));
    let filter = Filter { state: Some(OutboxState::Delivered), ..Filter::default() };
    assert_eq!(read!(shop, |tx| outbox::list(tx, &filter, &first(9)).await).unwrap().0.len(), 1);
    assert_eq!(read!(shop, |tx| outbox::list(tx, &Filter::default(), &first(1)).await).unwrap().0[0].id, b);
    let filter = Filter { webhook: one.webhook, ..Filter::default() };
    let (log, _) = read!(shop, |tx| outbox::list(tx, &filter, &first(9)).await).unwrap();
    assert_eq!(log.iter().map(|message| message.id).collect::<Vec<_>>(), [a], "what went to one webhook");
    write!(shop, |tx| outbox::resend(tx, b, at(7)).await).unwrap();
    assert_eq!(claim(at(8), at(9), 10).await.iter().map(|(_, message)| message.id).collect::<Vec<_>>(), [b]);
}

pub(super) async fn webhooks(shop: &TenantStore, sample: &mut Sample) {
    let mut hook = WebhookEndpoint {
        id: next_id!(sample, WebhookId),
        version: 1,
        url: "https://shop.example/hook".to_owned(),
        secret: "whsec_c2VjcmV0".to_owned(),
        events: vec!["ticket.*".to_owned()],
        enabled: true,
        created_at: sample.now(),
    };
    let stored = hook.clone();
    write!(shop, |tx| webhook::insert(tx, &stored).await).unwrap();
    hook.version = 2;
    hook.enabled = false;
    let changed = hook.clone();
    write!(shop, |tx| webhook::update(tx, &changed, 1).await).unwrap();
    let changed = hook.clone();
    let stale = write!(shop, |tx| webhook::update(tx, &changed, 1).await);
    assert!(matches!(stale, Err(Error::Stale { what: "webhook", .. })), "{stale:?}");
    let id = hook.id;
    assert_eq!(read!(shop, |tx| webhook::find(tx, id).await).unwrap(), Some(hook.clone()));
    assert_eq!(read!(shop, |tx| webhook::list(tx).await).unwrap(), vec![hook]);
    write!(shop, |tx| webhook::delete(tx, id).await).unwrap();
    let missing = write!(shop, |tx| webhook::delete(tx, id).await);
    assert!(matches!(missing, Err(Error::NotFound { .. })), "{missing:?}");
}

pub(super) async fn answers(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let answer =
        Stored { request_digest: Digest::of(b"request"), status: 201, body: b"{\"id\":\"tkt\"}".to_vec(), created_at: sample.now() };
    let stored = answer.clone();
    write!(shop, |tx| idempotency::insert(tx, &idempotency::Record::of("key-1".into(), stored.clone())).await).unwrap();
    assert_eq!(read!(shop, |tx| idempotency::find(tx, "key-1").await).unwrap(), Some(answer.clone()));
    assert_eq!(read!(shop, |tx| idempotency::find(tx, "key-2").await).unwrap(), None);
    let stored = answer.clone();
    let refused = write!(shop, |tx| idempotency::insert(tx, &idempotency::Record::of("key-1".into(), stored.clone())).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "idempotency_key" })), "{refused:?}");
    let before = answer.created_at;
    assert_eq!(write!(backend.store, |tx| idempotency::purge(tx, before).await).unwrap(), 0);
    let before = sample.now();
    assert_eq!(write!(backend.store, |tx| idempotency::purge(tx, before).await).unwrap(), 1);
}
