//! Price protection (价保): the price fell after the sale.

use serde_json::{Value, json};

use super::{Desk, axes, cny};
use crate::shop::request;

/// A bought thing, by way of a ticket that asks for nothing.
async fn bought(desk: &Desk, name: &str, minor: i64) -> String {
    let mut body = request("inquiry", name, minor);
    body["problem_type"] = json!("question");
    desk.shop.submit(body).await.expect(201);
    format!("o-{name}")
}

fn claim(order: &str, today: i64) -> Value {
    json!({"order": order, "lines": [{"order_line": "1", "current_price": cny(today)}], "description": "降价了"})
}

/// The difference goes to `refunded`; a second fall pays back only what is new, and no more than was paid.
#[tokio::test]
async fn a_fallen_price_is_paid_back_up_to_what_it_costs_today() {
    let desk = Desk::open(&[]).await;
    let order = bought(&desk, "fell", 28_800).await;
    let path = "/api/v1/price-protections";
    let ticket = desk.shop.server.post(path, &desk.shop.agent, claim(&order, 25_900)).await.expect(201).body;
    assert_eq!((&ticket["kind"], &ticket["refund"]["amount"]), (&json!("price_protect"), &cny(2_900)));
    assert_eq!(axes(&ticket).2, "refund_pending", "29 yuan need nobody (D3)");
    desk.pay(&ticket).await;
    assert_eq!(axes(&desk.shop.ticket(&ticket).await).2, "refunded");
    desk.balanced(&ticket).await;
    let again = desk.shop.server.post(path, &desk.shop.agent, claim(&order, 25_900)).await.expect(422);
    assert_eq!(again.pointers(), ["/lines/0/current_price"]);
    let lower = desk.shop.server.post(path, &desk.shop.agent, claim(&order, 24_900)).await.expect(201).body;
    assert_eq!(lower["refund"]["amount"], cny(1_000), "{lower}");
}

/// Outside of the window, for strangers and for nonsense nothing is opened, and the answer says why.
#[tokio::test]
async fn what_is_not_protected_is_refused_with_the_reason() {
    let desk = Desk::open(&[]).await;
    let order = bought(&desk, "window", 28_800).await;
    let post = async |body: Value| desk.shop.server.post("/api/v1/price-protections", &desk.shop.agent, body).await;
    assert_eq!(post(claim("o-unknown", 1)).await.expect(422).code(), "unknown_order");
    let mut wrong = claim(&order, 1);
    wrong["lines"][0]["order_line"] = json!("9");
    assert_eq!(post(wrong).await.expect(422).code(), "unknown_order_line");
    let mut many = claim(&order, 1);
    many["lines"][0]["quantity"] = json!(2);
    assert_eq!(post(many).await.expect(422).code(), "quantity_over_bought");
    assert!(post(claim(&order, 28_800)).await.expect(422).text("detail").contains("not below"));
    let mut none = claim(&order, 1);
    none["lines"] = json!([]);
    assert_eq!(post(none).await.expect(422).pointers(), ["/lines"]);
    desk.wait(30 * 86_400);
    let late = post(claim(&order, 1)).await.expect(422);
    assert!(late.text("detail").contains("2026-10-31"), "{}", late.body);
}
