//! The returns flow of the low-code tool (L11, L14–L17, Z12), from the customer's request to the money, on a server.

use serde_json::{Value, json};

use crate::shop::Shop;
use crate::workflows::{adopt, at, press, told};

/// A shop with the flow, its departments and an order of clothes.
async fn open() -> (Shop, String, String) {
    let shop = Shop::without_rules().await;
    adopt(&shop, "lowcode_returns", json!(["return_refund", "exchange"])).await;
    let (server, owner) = (&shop.server, &shop.server.owner);
    for name in ["服饰客服", "鞋包客服", "物流组"] {
        server.post("/api/v1/departments", owner, json!({"name": name})).await.expect(201);
    }
    let mut keys = Vec::new();
    for (name, role, department) in [("apparel", "agent", "服饰客服"), ("logistics", "warehouse", "物流组")] {
        let (id, key) = server.user(name, &[role]).await;
        let path = format!("/api/v1/users/{id}");
        server.patch(&path, owner, &[], json!({"departments": [department]})).await.expect(200);
        keys.push(key);
    }
    let order = json!({
        "external_id": "o-coat", "currency": "CNY", "placed_at": "2026-10-01T08:00:00Z", "delivered_at": "2026-10-04T08:00:00Z",
        "customer": {"external_id": "c-coat", "name": "王女士", "phone": "13812345678"},
        "lines": [{"external_id": "1", "sku": "COAT-L", "title": "大衣", "category": "服饰", "quantity": 1,
                   "unit_price": {"minor": 20_000, "currency": "CNY"}}]
    });
    server.post("/api/v1/orders", owner, order).await.expect(201);
    let [apparel, logistics] = keys.try_into().unwrap();
    (shop, apparel, logistics)
}

/// The request of the customer, and the token of its link.
async fn asked(shop: &Shop) -> (Value, String) {
    let body = json!({"order": "o-coat", "phone": "13812345678", "kind": "return_refund", "reason": "unwanted", "description": "太大了"});
    let started = shop.server.post("/portal/v1/shop/returns", "", body).await.expect(201).body;
    let path = format!("/api/v1/tickets?number={}", started["number"].as_str().unwrap());
    let ticket = shop.server.get(&path, &shop.agent).await.expect(200).body["items"][0].clone();
    (ticket, started["link"]["token"].as_str().unwrap().to_owned())
}

/// L11, L14, L15, L16, L17, Z12: customer, agent of the category, stock, finance and logistics at once, an address that can be reached,
/// the parcel, the money.
#[tokio::test]
async fn l11_the_low_code_flow_goes_from_the_request_to_the_money() {
    let (shop, apparel, logistics) = open().await;
    let (ticket, token) = asked(&shop).await;
    let id = ticket["id"].as_str().unwrap();
    let pressed = async |node: &str, key: &str, body: Value| press(&shop, &ticket, node, key, body).await;
    assert_eq!(at(&shop, &ticket).await, ["agent"]);

    // Z12: it waits for the agents of its category, and for no others.
    let mine = shop.server.get("/api/v1/tasks?mine=true&open=true", &apparel).await.expect(200).body;
    assert_eq!((&mine["items"][0]["ticket"], &mine["items"][0]["title"]), (&ticket["id"], &json!("客服确认")), "{mine}");
    let theirs = shop.server.get("/api/v1/tasks?mine=true&open=true", &shop.agent).await.expect(200).body;
    assert_eq!(theirs["items"], json!([]));
    pressed("agent", &shop.agent, json!({"button": "agree"})).await.expect(403);
    pressed("agent", &apparel, json!({"button": "agree"})).await.expect(200);

    // L14, L17: the warehouse is reminded and says what there is; the agent knows at once, and nothing goes on without stock.
    let check = |told: &[(String, String)]| told.iter().filter(|(to, text)| to.contains("warehouse") && text.contains("核对")).count();
    assert_eq!(check(&told(&shop, id).await), 1);
    let stock =
        |pieces: u32| json!({"button": "submit", "data": {"in_stock": pieces > 0, "stock": pieces, "return_address": "杭州市一号仓"}});
    let lacking = pressed("warehouse", &shop.warehouse, json!({"button": "submit", "data": {"in_stock": true}})).await.expect(422);
    assert!(!lacking.pointers().is_empty(), "{}", lacking.body);
    pressed("warehouse", &shop.warehouse, stock(0)).await.expect(200);
    assert_eq!(at(&shop, &ticket).await, ["no_stock"]);
    assert!(told(&shop, id).await.iter().any(|(_, text)| text.contains("库存已核对：0")), "{:?}", told(&shop, id).await);
    pressed("no_stock", &apparel, json!({"button": "recheck"})).await.expect(200);
    assert_eq!(check(&told(&shop, id).await), 2, "the warehouse is reminded again");
    pressed("warehouse", &shop.warehouse, stock(3)).await.expect(200);

    // L15, L16: finance and logistics look at once, in whichever order they come.
    let mut places = at(&shop, &ticket).await;
    places.sort_unstable();
    assert_eq!(places, ["finance", "logistics"]);
    pressed("logistics", &shop.warehouse, json!({"button": "submit", "data": {"reachable": true}})).await.expect(403);
    pressed("logistics", &logistics, json!({"button": "submit", "data": {"reachable": false}})).await.expect(200);
    assert_eq!(at(&shop, &ticket).await, ["finance", "checked"], "both must be done before it goes on");
    let checked = json!({"button": "submit", "data": {"discount": 500, "refundable": 19_500}});
    pressed("finance", &shop.finance, checked).await.expect(200);
    assert_eq!(at(&shop, &ticket).await, ["no_way"]);
    let reached = json!({"button": "submit", "data": {"reachable": true, "return_address": "杭州市二号仓"}});
    pressed("no_way", &apparel, reached).await.expect(200);

    // The address reaches the customer, by message and by link, and the time for sending begins.
    let seen = shop.server.get(&format!("/api/v1/tickets/{id}/workflow"), &shop.agent).await.expect(200).body;
    assert_eq!((seen["state"]["is"].as_str(), seen["state"]["outcome"].as_str()), (Some("finished"), Some("address_sent")), "{seen}");
    assert_eq!(shop.ticket(&ticket).await["case"], "awaiting_return");
    let told = told(&shop, id).await;
    assert!(told.iter().any(|(to, text)| to == "\"customer\"" && text.contains("寄至：杭州市二号仓")), "{told:?}");
    let seen = shop.server.get("/portal/v1/ticket", &token).await.expect(200).body;
    assert!(seen["messages"].to_string().contains("请将商品寄至：杭州市二号仓"), "{seen}");
    assert_eq!(seen["deadlines"][0]["what"]["code"], "return_expired", "{seen}");

    // The goods come back under the number that the customer tells, are good, and are paid.
    let tracking = json!({"carrier": "顺丰", "number": "SF0000002101"});
    shop.server.post("/portal/v1/ticket/tracking", &token, tracking).await.expect(200);
    let scanned = shop.server.post("/api/v1/scans", &shop.warehouse, json!({"raw": "SF0000002101"})).await.expect(201).body;
    assert_eq!((&scanned["outcome"], &scanned["ticket"]), (&json!("matched"), &ticket["id"]));
    let line = shop.ticket(&ticket).await["lines"][0]["id"].clone();
    let good = json!({"line": line, "good": 1, "placements": [{"quantity": 1, "grade": "b", "disposition": "restock"}]});
    shop.act(&ticket, "inspections", &shop.warehouse, json!({"lines": [good]})).await.expect(201);
    let instruction = shop.instructions(&ticket).await.remove(0);
    assert_eq!((&instruction["state"], &instruction["amount"]["minor"]), (&json!("pending"), &json!(20_000)));
    let path = format!("/api/v1/refund-instructions/{}/paid", instruction["id"].as_str().unwrap());
    shop.server.post(&path, &shop.finance, json!({"reference": "B-1"})).await.expect(200);
    let ended = shop.ticket(&ticket).await;
    assert_eq!((&ended["case"], &ended["money"]), (&json!("completed"), &json!("refunded")));
}
