//! What a new ticket brings along: looked up in one query, written with the ticket.

use redress_store::arrival::{Found, Names};
use redress_store::{Error, TenantStore, arrival, customer, order, ticket};

use crate::backend::{read, write};
use crate::sample::{Sample, cny};

pub(super) async fn arrivals(shop: &TenantStore, sample: &mut Sample) {
    let names = Names {
        reference: Some(("api".to_owned(), "ref-arrival".to_owned())),
        customer: Some("arrival".to_owned()),
        order: Some("arrival".to_owned()),
    };
    let asked = names.clone();
    assert_eq!(read!(shop, |tx| arrival::find(tx, &asked).await).unwrap(), Found::default(), "nothing is there");

    let buyer = sample.customer("arrival");
    let bought = sample.order("arrival", Some(buyer.id));
    let mut arrived = sample.ticket("ARRIVAL", &buyer, &bought);
    arrived.external_ref = Some("ref-arrival".to_owned());
    let (person, record, case) = (buyer.clone(), order::Record::of(&bought), arrived.clone());
    write!(shop, |tx| {
        customer::insert(tx, &person).await?;
        order::insert(tx, &record).await?;
        ticket::insert(tx, &case).await
    })
    .unwrap();
    let asked = names.clone();
    let found = read!(shop, |tx| arrival::find(tx, &asked).await).unwrap();
    let duplicate = Some((arrived.id, arrived.number.clone()));
    assert_eq!(found, Found { duplicate, customer: Some(buyer.clone()), order: Some(bought.clone()) });
    let asked = Names { order: Some("arrival".to_owned()), ..Names::default() };
    let found = read!(shop, |tx| arrival::find(tx, &asked).await).unwrap();
    assert_eq!(found, Found { order: Some(bought.clone()), ..Found::default() }, "only what was named");

    let twin = sample.customer("arrival");
    let refused = write!(shop, |tx| customer::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "customer_external_id" })), "{refused:?}");
    let twin = order::Record::of(&sample.order("arrival", None));
    let refused = write!(shop, |tx| order::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "order_external_id" })), "{refused:?}");

    let mut told = buyer.clone();
    told.name = None;
    told.email = Some("arrival@example.org".to_owned());
    let mut larger = bought.clone();
    larger.paid = cny(77);
    larger.placed_at = None;
    let (person, record) = (told.clone(), order::Record::of(&larger));
    write!(shop, |tx| {
        customer::complete(tx, &person).await?;
        order::replace(tx, &record).await
    })
    .unwrap();
    told.name = buyer.name;
    larger.placed_at = bought.placed_at;
    let found = read!(shop, |tx| arrival::find(tx, &names).await).unwrap();
    assert_eq!((found.customer, found.order), (Some(told), Some(larger)), "what is missing stays");
}
