//! Departments, roles that go, the operation log.

use redress_domain::Timestamp;
use redress_domain::audit::AuditEntry;
use redress_domain::id::{AuditId, DepartmentId};
use redress_domain::role::Role;
use redress_domain::tenant::Department;
use redress_store::{Error, Page, TenantStore, audit, department, role};

use crate::backend::{Backend, read, write};
use crate::sample::{Sample, next_id};

pub(super) async fn departments(shop: &TenantStore, sample: &mut Sample) {
    let new = |sample: &mut Sample, name: &str, parent| {
        let id = next_id!(sample, DepartmentId);
        Department { id, version: 1, name: name.to_owned(), parent, lead: None }
    };
    let house = new(sample, "客服部", None);
    let part = new(sample, "a \"quoted\" part", Some(house.id));
    let (one, two) = (house.clone(), part.clone());
    write!(shop, |tx| {
        department::insert(tx, &one).await?;
        department::insert(tx, &two).await
    })
    .unwrap();
    let twin = new(sample, "客服部", None);
    let refused = write!(shop, |tx| department::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "department_name" })), "{refused:?}");
    assert_eq!(read!(shop, |tx| department::list(tx).await).unwrap(), vec![part.clone(), house.clone()]);
    write!(shop, |tx| department::lock(tx).await).unwrap();
    let id = part.id;
    assert_eq!(read!(shop, |tx| department::find(tx, id).await).unwrap(), Some(part.clone()));
    let (one, two) = (house.clone(), part.clone());
    assert!(read!(shop, |tx| department::is_used(tx, &one).await).unwrap(), "a part refers to it");
    assert!(!read!(shop, |tx| department::is_used(tx, &two).await).unwrap());
    let one = house.clone();
    let refused = write!(shop, |tx| department::delete(tx, &one, 1).await);
    assert!(matches!(refused, Err(Error::InUse { what: "department", .. })), "{refused:?}");
    let moved = Department { version: 2, parent: None, ..part };
    let (changed, again) = (moved.clone(), moved.clone());
    write!(shop, |tx| department::update(tx, &changed, 1).await).unwrap();
    let refused = write!(shop, |tx| department::update(tx, &again, 1).await);
    assert!(matches!(refused, Err(Error::Stale { .. })), "{refused:?}");
    write!(shop, |tx| department::delete(tx, &house, 1).await).unwrap();
    let again = moved.clone();
    let refused = write!(shop, |tx| department::delete(tx, &again, 1).await);
    assert!(matches!(refused, Err(Error::Stale { .. })), "{refused:?}");
    write!(shop, |tx| department::delete(tx, &moved, 2).await).unwrap();
}

pub(super) async fn roles(shop: &TenantStore) {
    write!(shop, |tx| role::upsert(tx, &[Role::new("passing", None, Vec::new())]).await).unwrap();
    write!(shop, |tx| role::delete(tx, "passing").await).unwrap();
    let gone = write!(shop, |tx| role::delete(tx, "passing").await);
    assert!(matches!(gone, Err(Error::NotFound { what: "role", .. })), "{gone:?}");
    let held = write!(shop, |tx| role::delete(tx, "supervisor").await);
    assert!(matches!(held, Err(Error::InUse { what: "role", .. })), "{held:?}");
}

pub(super) async fn log(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let at: Timestamp = "2026-10-05T08:00:00Z".parse().unwrap();
    let mut rows = Vec::new();
    for number in 0..3 {
        let entry = AuditEntry {
            id: next_id!(sample, AuditId),
            at,
            user: None,
            key: None,
            address: Some("127.0.0.1".to_owned()),
            method: "POST".to_owned(),
            path: "/api/v1/queues".to_owned(),
            operation: "create_queue".to_owned(),
            resource: "queues".to_owned(),
            resource_id: Some(format!("que_{number}")),
            before: None,
            after: Some(1),
            status: 201,
            code: None,
            request: "req".to_owned(),
            suppressed: 0,
        };
        let row = entry.clone();
        write!(shop, |tx| audit::append(tx, &row).await).unwrap();
        rows.push(entry);
    }
    let filter = audit::Filter { id: Some("que_1".to_owned()), ..audit::Filter::default() };
    let (found, next) = read!(shop, |tx| audit::list(tx, &filter, &Page::default()).await).unwrap();
    assert_eq!((found.len(), next), (1, None));
    assert_eq!(found[0].entry, rows[1]);
    let tenant = shop.tenant();
    assert!(found[0].is_whole(tenant));
    assert!(read!(backend.store, |tx| audit::unsealed(tx, 10).await).unwrap().contains(&tenant));
    let seal = write!(shop, |tx| audit::seal(tx, at).await).unwrap().unwrap();
    assert_eq!((seal.seq, seal.entries), (1, 3));
    assert_eq!(write!(shop, |tx| audit::seal(tx, at).await).unwrap(), None);
    let checked = read!(shop, |tx| audit::verify(tx, 0, 10).await).unwrap();
    assert_eq!((checked.last, checked.entries, checked.fault, checked.more), (Some(seal), 3, None, false));
    let behind = read!(shop, |tx| audit::verify(tx, 7, 10).await).unwrap();
    assert!(behind.fault.is_some_and(|fault| fault.contains("seal 7 is missing")));
}
