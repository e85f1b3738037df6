//! Customers, orders, numbers.

use redress_domain::id::CustomerId;
use redress_store::customer::Begins;
use redress_store::order::Filter;
use redress_store::{Page, TenantStore, customer, order, sequence};

use super::first;
use crate::backend::{read, write};
use crate::sample::{Sample, cny, next_id};

pub(super) async fn customers(shop: &TenantStore, sample: &mut Sample) {
    let lee = sample.customer("c-1");
    let asked = lee.clone();
    assert_eq!(write!(shop, |tx| customer::upsert(tx, &asked).await).unwrap(), lee);

    let mut again = sample.customer("c-1");
    again.name = None;
    again.tags = vec![];
    again.email = Some("lee@example.org".to_owned());
    let mut expected = lee.clone();
    expected.email.clone_from(&again.email);
    let new = sample.customer("c-2");
    let asked = [again, new.clone()];
    let stored = write!(shop, |tx| customer::upsert_many(tx, &asked).await).unwrap();
    assert_eq!(stored, vec![expected.clone(), new.clone()], "what is missing stays, and the first id stays");

    let id = lee.id;
    assert_eq!(read!(shop, |tx| customer::find(tx, id).await).unwrap(), Some(expected.clone()));
    assert_eq!(read!(shop, |tx| customer::find_by_external_id(tx, "c-1").await).unwrap(), Some(expected.clone()));
    assert_eq!(read!(shop, |tx| customer::find_by_external_id(tx, "c-9").await).unwrap(), None);

    let page = first(1);
    let (head, next) = read!(shop, |tx| customer::list(tx, None, &page).await).unwrap();
    assert_eq!(head, vec![new]);
    let page = Page { after: Some(next.expect("one more").to_string().parse().unwrap()), limit: 1 };
    let (tail, next) = read!(shop, |tx| customer::list(tx, None, &page).await).unwrap();
    assert_eq!((tail, next), (vec![expected], None));
}

pub(super) async fn orders(shop: &TenantStore, sample: &mut Sample) {
    let buyer: CustomerId = next_id!(sample, CustomerId);
    let known = sample.order("o-1", Some(buyer));
    let asked = [known.clone()];
    assert_eq!(write!(shop, |tx| order::upsert_many(tx, &asked).await).unwrap(), vec![known.id]);

    let mut changed = sample.order("o-1", None);
    changed.placed_at = None;
    changed.delivered_at = Some(sample.now());
    changed.paid = cny(1);
    changed.lines.truncate(1);
    let mut expected = changed.clone();
    expected.id = known.id;
    expected.customer = Some(buyer);
    expected.placed_at = known.placed_at;
    let new = sample.order("o-2", None);
    let asked = [new.clone(), changed.clone(), new.clone()];
    let ids = write!(shop, |tx| order::upsert_many(tx, &asked).await).unwrap();
    assert_eq!(ids, vec![new.id, known.id, new.id], "ids in the order asked, and a known order keeps its id");

    let id = known.id;
    write!(shop, |tx| order::lock(tx, id).await).unwrap();
    assert_eq!(read!(shop, |tx| order::find(tx, id).await).unwrap(), Some(expected.clone()));
    assert_eq!(read!(shop, |tx| order::find_by_external_id(tx, "o-2").await).unwrap(), Some(new.clone()));
    let (all, _) = read!(shop, |tx| order::list(tx, &Filter::default(), &first(9)).await).unwrap();
    assert_eq!(all, vec![new, expected.clone()]);
    let (bought, _) = read!(shop, |tx| order::list(tx, &Filter { customer: Some(buyer), begins: None }, &first(9)).await).unwrap();
    assert_eq!(bought, vec![expected]);
    begins(shop, sample).await;

    let many: Vec<_> = (0..1200).map(|n| sample.order(&format!("bulk-{n}"), None)).collect();
    let expected: Vec<_> = many.iter().map(|order| order.id).collect();
    assert_eq!(write!(shop, |tx| order::upsert_many(tx, &many).await).unwrap(), expected, "more than one statement's worth");
}

/// Orders and people are found by what a number, a telephone number or a name begins with; what is closed is not looked at.
async fn begins(shop: &TenantStore, sample: &mut Sample) {
    let mut ann = sample.customer("ann-7");
    (ann.phone, ann.name) = (Some("13900001111".into()), Some("安娜".into()));
    let asked = [ann.clone()];
    write!(shop, |tx| customer::upsert_many(tx, &asked).await).unwrap();
    let (hers, other) = (sample.order("look-1", Some(ann.id)), sample.order("1390-x", None));
    let asked = [hers.clone(), other.clone()];
    write!(shop, |tx| order::upsert_many(tx, &asked).await).unwrap();
    for (text, phone, name, orders, people) in [
        ("1390", true, true, vec!["1390-x", "look-1"], 1),
        ("1390", false, true, vec!["1390-x"], 0),
        ("安", true, true, vec!["look-1"], 1),
        ("安", true, false, vec![], 0),
        ("ann-", false, false, vec!["look-1"], 1),
        ("look-1", true, true, vec!["look-1"], 0),
        ("look-12", true, true, vec![], 0),
    ] {
        let begins = Begins { text: text.to_owned(), phone, name };
        let filter = Filter { customer: None, begins: Some(begins.clone()) };
        let (found, _) = read!(shop, |tx| order::list(tx, &filter, &first(9)).await).unwrap();
        let numbers: Vec<&str> = found.iter().map(|order| order.external_id.as_str()).collect();
        assert_eq!(numbers, orders, "{text} {phone} {name}");
        let (found, _) = read!(shop, |tx| customer::list(tx, Some(&begins), &first(9)).await).unwrap();
        assert_eq!(found.len(), people, "{text} {phone} {name}");
    }
}

pub(super) async fn numbers(shop: &TenantStore) {
    assert_eq!(write!(shop, |tx| sequence::reserve(tx, "ticket", 100).await).unwrap(), 1);
    assert_eq!(write!(shop, |tx| sequence::reserve(tx, "ticket", 1).await).unwrap(), 101);
    assert_eq!(write!(shop, |tx| sequence::reserve(tx, "ticket", 50).await).unwrap(), 102);
    assert_eq!(write!(shop, |tx| sequence::reserve(tx, "other", 5).await).unwrap(), 1);
}
