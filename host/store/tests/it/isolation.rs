//! A tenant never sees or changes another tenant's rows, whatever ids it knows.

use redress_domain::Currency;
use redress_store::{Error, Packed, Page, binding, blob, customer, decision, history, order, plugin, queue, ticket, timeline, user};

use crate::backend::{Backend, on_both, read, write};
use crate::sample::Sample;

on_both!(another_tenants_ids_lead_nowhere);

async fn another_tenants_ids_lead_nowhere(backend: &Backend) {
    let sample = &mut Sample::new();
    let (ours, theirs) = (backend.tenant(sample, "ours").await, backend.tenant(sample, "theirs").await);
    let buyer = sample.customer("c");
    let bought = sample.order("o", Some(buyer.id));
    let case = sample.ticket("T-1", &buyer, &bought);
    let person = sample.user("x@example.org", &["agent"]);
    let line = sample.queue("q", true);
    let rule = sample.plugin("rule");
    let bound = sample.binding(&rule);
    let made = sample.decision(case.id, &rule);
    let secret = Packed::of(b"secret");
    let digest = secret.digest();

    // The same things in both tenants: external ids and numbers are unique per tenant only.
    for shop in [&ours, &theirs] {
        let (buyer, bought, person, line, rule) = (buyer.clone(), bought.clone(), person.clone(), line.clone(), rule.clone());
        write!(shop, |tx| {
            user::insert(tx, &person).await?;
            queue::insert(tx, &line).await?;
            plugin::insert(tx, &rule).await?;
            customer::upsert(tx, &buyer).await?;
            order::upsert_many(tx, &[bought]).await.map(drop)
        })
        .expect("equal names in two tenants");
    }
    let (one, b, record) = (case.clone(), bound.clone(), decision::Record::of(&made));
    write!(theirs, |tx| {
        ticket::insert(tx, &one).await?;
        binding::insert(tx, &b).await?;
        blob::put_many(tx, &[secret]).await?;
        decision::insert_many(tx, &[record]).await?;
        let entry = redress_domain::timeline::NewEntry {
            at: one.created_at,
            actor: redress_domain::timeline::Actor::System,
            kind: "ticket.created".to_owned(),
            data: serde_json::json!({}),
        };
        timeline::record(tx, one.id, vec![entry]).await.map(drop)
    })
    .unwrap();

    let (id, who, decided, plugin_id, binding_id, order_id) = (case.id, buyer.id, made.id, rule.id, bound.id, bought.id);
    read!(ours, |tx| {
        assert_eq!(ticket::find(tx, id).await?, None);
        assert_eq!(ticket::find_by_number(tx, "T-1").await?, None);
        assert_eq!(ticket::list(tx, &ticket::Filter::default(), &Page::default()).await?, (vec![], None));
        assert_eq!(timeline::list(tx, id, 0, 10).await?, vec![]);
        assert_eq!(timeline::head(tx, id).await?.seq, 0);
        assert_eq!(decision::find(tx, decided).await?, None);
        assert_eq!(decision::list_by_ticket(tx, id).await?, vec![]);
        assert_eq!(binding::find(tx, binding_id).await?, None);
        assert_eq!(binding::at_work(tx).await?, vec![]);
        assert_eq!(blob::get(tx, digest).await?, None);
        assert!(history::of_customer(tx, who, None, Currency::CNY).await?.after_sales.is_empty());
        assert!(ticket::requested_quantities(tx, order_id, None).await?.is_empty());
        Ok(())
    })
    .unwrap();

    let changed = case.clone();
    let stale = write!(ours, |tx| ticket::update(tx, &changed, 1).await);
    assert!(matches!(stale, Err(Error::Stale { .. })), "{stale:?}");
    let missing = write!(ours, |tx| binding::delete(tx, binding_id).await);
    assert!(matches!(missing, Err(Error::NotFound { .. })), "{missing:?}");
    write!(ours, |tx| plugin::delete(tx, plugin_id).await).expect("our own plugin of the same id");
    assert!(read!(theirs, |tx| plugin::find_usable(tx, plugin_id).await).unwrap().is_some(), "theirs stays");
    assert_eq!(read!(theirs, |tx| ticket::find(tx, id).await).unwrap(), Some(case), "nothing changed");
}
