//! Tenants, roles, users, keys, queues, the desk.

use std::collections::BTreeMap;

use redress_domain::Digest;
use redress_domain::access::{Access, FieldRule, Resource};
use redress_domain::id::{ApiKeyId, TenantId};
use redress_domain::role::{Permission, Role};
use redress_domain::tenant::ApiKey;
use redress_store::{Error, TenantStore, api_key, desk, password, queue, role, tenant, ticket, user};

use crate::backend::{Backend, read, write};
use crate::sample::{Sample, next_id};

pub(super) async fn tenants(backend: &Backend, sample: &mut Sample) {
    let shop = sample.tenant("first");
    let again = sample.tenant("first");
    let id = shop.id;
    let stored = shop.clone();
    write!(backend.store, |tx| tenant::insert(tx, &stored).await).unwrap();
    assert_eq!(read!(backend.store, |tx| tenant::find(tx, id).await).unwrap(), Some(shop.clone()));
    assert_eq!(read!(backend.store, |tx| tenant::find_by_slug(tx, "first").await).unwrap(), Some(shop.clone()));
    assert_eq!(read!(backend.store, |tx| tenant::find_by_slug(tx, "other").await).unwrap(), None);
    assert_eq!(read!(backend.store, |tx| tenant::list(tx).await).unwrap(), vec![shop]);
    let refused = write!(backend.store, |tx| tenant::insert(tx, &again).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "tenant_slug" })), "{refused:?}");
}

pub(super) async fn people(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    // A tenant's first rows come from a system transaction.
    let id: TenantId = shop.tenant();
    write!(backend.store, |tx| role::upsert(tx.tenant(id), &Role::built_in()).await).unwrap();
    let custom = Role {
        description: "read only".to_owned(),
        fields: vec![FieldRule { resource: Resource::Customers, field: "phone".to_owned(), access: Access::Masked }],
        ..Role::new("agent", None, vec![Permission::TicketRead])
    };
    let changed = custom.clone();
    write!(shop, |tx| role::upsert(tx, &[changed]).await).unwrap();
    let roles = read!(shop, |tx| role::list(tx).await).unwrap();
    assert_eq!(roles.len(), Role::built_in().len());
    assert_eq!(roles.first().map(|role| role.name.as_str()), Some("supervisor"), "the lowest approving role comes first");
    let replaced = Role { version: 2, ..custom };
    assert!(roles.contains(&replaced), "a role of the same name is replaced");
    let third = Role { version: 3, description: "again".to_owned(), ..replaced };
    for stale in [false, true] {
        let third = third.clone();
        let done = write!(shop, |tx| role::update(tx, &third).await);
        assert_eq!(matches!(done, Err(Error::Stale { what: "role", .. })), stale, "{done:?}");
    }
    assert!(read!(shop, |tx| role::list(tx).await).unwrap().contains(&third));

    let mut anna = sample.user("anna@shop.example", &["agent", "supervisor"]);
    let ben = sample.user("ben@shop.example", &["supervisor"]);
    let (a, b) = (anna.clone(), ben.clone());
    write!(shop, |tx| {
        user::insert(tx, &a).await?;
        user::insert(tx, &b).await
    })
    .unwrap();
    let twin = sample.user("anna@shop.example", &[]);
    let refused = write!(shop, |tx| user::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "user_email" })), "{refused:?}");

    let id = anna.id;
    assert_eq!(read!(shop, |tx| user::find(tx, id).await).unwrap(), Some(anna.clone()));
    assert_eq!(read!(shop, |tx| user::list(tx).await).unwrap(), vec![anna.clone(), ben.clone()]);
    assert_eq!(read!(shop, |tx| user::holders_of_role(tx, "supervisor").await).unwrap(), vec![anna.id, ben.id]);
    let counts = BTreeMap::from([("agent".to_owned(), 1), ("supervisor".to_owned(), 2)]);
    assert_eq!(read!(shop, |tx| user::holder_counts(tx).await).unwrap(), counts);

    anna.version = 2;
    anna.disabled = true;
    anna.rating = None;
    anna.roles = vec!["finance".to_owned()];
    let changed = anna.clone();
    write!(shop, |tx| user::update(tx, &changed, 1).await).unwrap();
    assert_eq!(read!(shop, |tx| user::find(tx, id).await).unwrap(), Some(anna.clone()));
    let stale = write!(shop, |tx| user::update(tx, &anna, 1).await);
    assert!(matches!(stale, Err(Error::Stale { what: "user", expected: 1, .. })), "{stale:?}");
    assert_eq!(read!(shop, |tx| user::holders_of_role(tx, "supervisor").await).unwrap(), vec![ben.id]);
}

pub(super) async fn keys(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let carl = sample.user("carl@shop.example", &["supervisor"]);
    let key = ApiKey {
        id: next_id!(sample, ApiKeyId),
        user: carl.id,
        name: "laptop".to_owned(),
        secret_digest: Digest::of(b"secret"),
        scopes: Some(vec![Permission::TicketRead]),
        created_at: sample.now(),
        revoked_at: None,
        expires_at: None,
    };
    let (c, k) = (carl.clone(), key.clone());
    write!(shop, |tx| {
        user::insert(tx, &c).await?;
        api_key::insert(tx, &k).await
    })
    .unwrap();
    assert_eq!(read!(shop, |tx| api_key::list(tx).await).unwrap(), vec![key.clone()]);
    let secret = key.secret_digest;
    let found = read!(backend.store, |tx| api_key::find_by_secret_digest(tx, secret).await).unwrap();
    let (tenant, user, found_key, roles) = found.expect("the key exists");
    assert_eq!((tenant.id, &user, &found_key), (shop.tenant(), &carl, &key));
    assert_eq!(roles.iter().map(|role| role.name.as_str()).collect::<Vec<_>>(), ["supervisor"]);
    let other = Digest::of(b"other");
    assert!(read!(backend.store, |tx| api_key::find_by_secret_digest(tx, other).await).unwrap().is_none());

    let (id, at) = (key.id, sample.now());
    write!(shop, |tx| api_key::revoke(tx, id, at).await).unwrap();
    let later = sample.now();
    write!(shop, |tx| api_key::revoke(tx, id, later).await).unwrap();
    assert_eq!(read!(shop, |tx| api_key::list(tx).await).unwrap()[0].revoked_at, Some(at), "the first time counts");
    sessions(backend, shop, sample, &key).await;
    let unknown = next_id!(sample, ApiKeyId);
    let missing = write!(shop, |tx| api_key::revoke(tx, unknown, at).await);
    assert!(matches!(missing, Err(Error::NotFound { .. })), "{missing:?}");
}

/// A password opens sessions, which end by themselves.
async fn sessions(backend: &Backend, shop: &TenantStore, sample: &mut Sample, key: &ApiKey) {
    let (user, now) = (key.user, sample.now());
    assert_eq!(read!(shop, |tx| password::find(tx, user).await).unwrap(), None);
    for hash in ["$old", "$new"] {
        write!(shop, |tx| password::set(tx, user, hash, now).await).unwrap();
    }
    assert_eq!(read!(shop, |tx| password::find(tx, user).await).unwrap().as_deref(), Some("$new"));
    let end = now.plus(chrono::Duration::hours(12));
    let open = |id, secret: &[u8]| ApiKey { id, secret_digest: Digest::of(secret), revoked_at: None, expires_at: Some(end), ..key.clone() };
    let (one, two) = (open(next_id!(sample, ApiKeyId), b"one"), open(next_id!(sample, ApiKeyId), b"two"));
    for session in [&one, &two] {
        let session = session.clone();
        write!(shop, |tx| api_key::insert(tx, &session).await).unwrap();
    }
    let secret = one.secret_digest;
    let found = read!(backend.store, |tx| api_key::find_by_secret_digest(tx, secret).await).unwrap().unwrap().2;
    assert!(found.works(now) && !found.works(end), "{found:?}");
    assert!(read!(shop, |tx| api_key::list(tx).await).unwrap().iter().all(|listed| listed.id == key.id), "sessions are not issued");
    let (ended, issued) = (one.id, key.id);
    assert!(write!(shop, |tx| api_key::end_session(tx, ended, now).await).unwrap());
    assert!(!write!(shop, |tx| api_key::end_session(tx, issued, now).await).unwrap(), "an issued key is no session");
    assert_eq!(write!(shop, |tx| api_key::end_sessions(tx, user, now).await).unwrap(), 1, "the other one");
    assert_eq!(write!(backend.store, |tx| api_key::purge_sessions(tx, end).await).unwrap(), 0);
    let later = end.plus(chrono::Duration::milliseconds(1));
    assert_eq!(write!(backend.store, |tx| api_key::purge_sessions(tx, later).await).unwrap(), 2);
}

pub(super) async fn queues_and_desk(shop: &TenantStore, sample: &mut Sample) {
    let mut old = sample.queue("default", true);
    let new = sample.queue("returns", true);
    let (a, b) = (old.clone(), new.clone());
    write!(shop, |tx| {
        queue::insert(tx, &a).await?;
        queue::insert(tx, &b).await
    })
    .unwrap();
    old.is_default = false;
    old.version = 2;
    assert_eq!(read!(shop, |tx| queue::default(tx).await).unwrap(), Some(new.clone()), "there is one default");
    let id = old.id;
    assert_eq!(read!(shop, |tx| queue::find(tx, id).await).unwrap(), Some(old.clone()));
    assert_eq!(read!(shop, |tx| queue::find_by_key(tx, "returns").await).unwrap(), Some(new.clone()));
    old.version = 3;
    "其它".clone_into(&mut old.name);
    let changed = old.clone();
    write!(shop, |tx| queue::update(tx, &changed, 2).await).unwrap();
    let changed = old.clone();
    let stale = write!(shop, |tx| queue::update(tx, &changed, 2).await);
    assert!(matches!(stale, Err(Error::Stale { what: "queue", .. })), "{stale:?}");
    assert_eq!(read!(shop, |tx| queue::list(tx).await).unwrap(), vec![old, new]);
    let twin = sample.queue("returns", false);
    let refused = write!(shop, |tx| queue::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "queue_key" })), "{refused:?}");

    let dora = sample.user("dora@shop.example", &["agent"]);
    let customer = sample.customer("desk");
    let order = sample.order("desk", None);
    let mut open = sample.ticket("D-1", &customer, &order);
    open.assignee = Some(dora.id);
    let mut closed = sample.ticket("D-2", &customer, &order);
    closed.assignee = Some(dora.id);
    closed.axes.case = redress_domain::status::CaseStatus::Completed;
    let id = dora.id.to_string();
    write!(shop, |tx| {
        user::insert(tx, &dora).await?;
        ticket::insert(tx, &open).await?;
        ticket::insert(tx, &closed).await
    })
    .unwrap();
    let desk = read!(shop, |tx| desk::snapshot(tx).await).unwrap();
    assert_eq!(desk.queues.len(), 2);
    let agent = desk.agents.iter().find(|agent| agent.id == id).expect("Dora works in a queue");
    assert_eq!((agent.open_tickets, agent.capacity, agent.rating), (1, 20, Some(480)));
    assert!(desk.agents.iter().all(|agent| agent.name == "王芳"), "disabled users are left out");
    assert_eq!(desk.agents.len(), 3, "Ben, Carl and Dora; Anna is disabled");
}
