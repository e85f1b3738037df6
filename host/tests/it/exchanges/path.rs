//! The ordinary course: the same price, more, less, and some of each.

use serde_json::{Value, json};

use super::{Desk, axes, cny};

/// Z10, L17: the same price and in stock: reserved, shipped, delivered, closed.
#[tokio::test]
async fn z10_an_even_exchange_goes_from_the_shelf_to_the_customer() {
    let desk = Desk::open(&[("FEEDER-2", 1)]).await;
    let ticket = desk.allowed("exchange", "even", 28_800).await;
    assert_eq!(axes(&ticket), ("approved", "with_customer", "none"));
    let proposed = desk.propose(&ticket, json!({"lines": [{"sku": "FEEDER-2", "reason": "白色"}]})).await.expect(201).body;
    let replacement = proposed["replacement"].clone();
    assert_eq!((&replacement["state"], &replacement["difference"]), (&json!("reserving"), &cny(0)), "{proposed}");
    assert_eq!(replacement["lines"][0]["amount"], cny(28_800), "what it replaces has cost that");
    desk.work().await;
    assert_eq!(desk.state(&replacement).await, "reserved");
    let books = desk.inventory.books();
    assert_eq!((books.free["FEEDER-2"], books.held_for(replacement["id"].as_str().unwrap()).len()), (0, 1));
    assert_eq!(desk.inventory.requests()[0].headers["authorization"], "Bearer erp-token");
    let early = desk.act(&replacement, "ship", json!({"tracking_number": "SF1029384756013"})).await.expect(409);
    assert_eq!(early.code(), "not_allowed_now", "it waits for the goods");

    let here = desk.goods_come(&ticket).await;
    assert_eq!(axes(&here), ("fulfilling", "inspected", "none"));
    assert_eq!(desk.state(&replacement).await, "ready");
    let ready = desk.shop.server.get("/api/v1/replacements?state=ready", &desk.shop.warehouse).await.expect(200).body;
    assert_eq!(ready["items"][0]["id"], replacement["id"]);
    let lists = desk.shop.server.get("/api/v1/pick-lists", &desk.shop.warehouse).await.expect(200).body;
    let need = &lists["items"][0]["needs"][0];
    assert_eq!((&need["sku"], &need["purpose"]), (&json!("FEEDER-2"), &json!("exchange")), "D11: what leaves is fetched, not what came");
    let shipped = desk.act(&replacement, "ship", json!({"carrier": "顺丰", "tracking_number": "SF1029384756013"})).await.expect(200).body;
    assert_eq!((axes(&shipped["ticket"]).1, &shipped["replacement"]["state"]), ("replacement_shipped", &json!("shipped")));
    assert_eq!(shipped["replacement"]["return_by"], Value::Null);
    let arrived = desk.act(&replacement, "delivered", json!({})).await.expect(200).body;
    assert_eq!(axes(&arrived["ticket"]), ("completed", "replacement_delivered", "none"));
    assert_eq!(desk.ledger(&ticket).await, [("goods".to_owned(), 28_800), ("replacement".to_owned(), -28_800)]);
    desk.balanced(&ticket).await;
    let closed = desk.close(&ticket).await;
    assert_eq!(axes(&closed).0, "closed");
}

/// D11: in a busy shop many goods are on their way and undelivered; they take no place on the list of what is to be fetched.
#[tokio::test]
async fn d11_what_has_left_hides_nothing_that_is_to_be_fetched() {
    let desk = Desk::open(&[("FEEDER-2", 2)]).await;
    let mut made = Vec::new();
    for name in ["left", "waits"] {
        let ticket = desk.allowed("exchange", name, 28_800).await;
        let proposed = desk.propose(&ticket, json!({"lines": [{"sku": "FEEDER-2", "reason": "白色"}]})).await.expect(201).body;
        desk.work().await;
        desk.goods_come(&ticket).await;
        made.push((ticket, proposed["replacement"].clone()));
    }
    desk.act(&made[0].1, "ship", json!({"carrier": "顺丰", "tracking_number": "SF1029384756013"})).await.expect(200);
    // Six hundred like it, all older than what waits.
    let mut copies = "BEGIN; CREATE TABLE one AS SELECT * FROM ticket WHERE goods = 'replacement_shipped';".to_owned();
    for place in 1..=600 {
        let change = format!("UPDATE one SET id = unhex('{place:032x}'), number = 'C{place}', external_ref = NULL;");
        copies.push_str(&change);
        copies.push_str("INSERT INTO ticket SELECT * FROM one;");
    }
    copies.push_str("DROP TABLE one; COMMIT;");
    desk.shop.server.sql(&copies).await;
    let lists = desk.shop.server.get("/api/v1/pick-lists", &desk.shop.warehouse).await.expect(200).body;
    let needs = lists["items"][0]["needs"].as_array().unwrap_or_else(|| panic!("the list is blank: {lists}"));
    assert_eq!((needs.len(), &needs[0]["ticket"]), (1, &made[1].0["id"]), "{lists}");
}
