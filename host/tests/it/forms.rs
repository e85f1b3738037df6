//! Forms: drawn, published, filled in with what is known, and judged when a ticket is submitted.

use serde_json::{Value, json};

use crate::attachments::{png, upload};
use crate::shop::{Shop, request};

async fn shop_with_form() -> Shop {
    let shop = Shop::without_rules().await;
    let owner = &shop.server.owner;
    let drawn = shop.server.post("/api/v1/forms", owner, json!({"from": "return"})).await.expect(201).body;
    assert_eq!(
        (drawn["key"].clone(), drawn["kinds"].clone(), drawn["findings"].clone()),
        (json!("return"), json!(["return_refund"]), json!([]))
    );
    shop.server.post("/api/v1/forms/return/publish", owner, json!({})).await.expect(200);
    // An order that is known.
    shop.submit(request("inquiry", "known", 28_800)).await.expect(201);
    shop
}

/// L3, L4, Z4, U6: the order number brings goods and amount; nobody types them again.
#[tokio::test]
async fn z4_the_order_number_fills_the_form() {
    let shop = shop_with_form().await;
    let filled = shop.server.post("/api/v1/forms/return/fill", &shop.agent, json!({"order": "o-known"})).await.expect(200).body;
    let answers = &filled["answers"];
    assert_eq!(answers["order_number"], "o-known");
    assert_eq!(answers["goods"], json!([{"line": "1"}]), "{answers}");
    assert_eq!(answers["paid_amount"], "288.00", "{answers}");
    let unknown = shop.server.post("/api/v1/forms/return/fill", &shop.agent, json!({"order": "nobody"})).await.expect(200).body;
    assert_eq!(unknown["answers"].get("goods"), None, "what is not known is left open");
    shop.server.post("/api/v1/forms/nothing/fill", &shop.agent, json!({})).await.expect(404);
}

/// Z5, Z6: a telephone number has 11 digits, no more goes back than was bought, and a quality problem needs words and a photo.
#[tokio::test]
async fn z5_z6_a_ticket_with_wrong_answers_is_told_everything_at_once() {
    let shop = shop_with_form().await;
    let layout = shop.server.get("/api/v1/forms/return/schema?audience=customer", &shop.agent).await.expect(200).body;
    assert!(layout["schema"]["properties"].get("order_number").is_some());
    let mut body = request("return_refund", "asked", 28_800);
    body["order"] = json!({"external_id": "o-known"});
    body["customer"] = json!({"external_id": "c-known"});
    body["form"] = json!({"answers": {"order_number": "o-known", "phone": "12345", "return_quantity": 3, "return_reason": "quality"}});
    let refused = shop.submit(body.clone()).await.expect(422);
    let pointers = refused.pointers();
    assert!(pointers.contains(&"/form/answers/phone"), "{}", refused.body);
    assert!(pointers.iter().all(|pointer| pointer.starts_with("/form/answers")), "{pointers:?}");
    let judged = json!({"answers": body["form"]["answers"]});
    let same = shop.server.post("/api/v1/forms/return/answers", &shop.agent, judged).await.expect(422);
    assert_eq!(same.pointers().len(), pointers.len(), "both judge alike");

    let mut answers =
        shop.server.post("/api/v1/forms/return/fill", &shop.agent, json!({"order": "o-known"})).await.expect(200).body["answers"].clone();
    answers["phone"] = json!("13800000000");
    answers["return_quantity"] = json!(1);
    answers["return_reason"] = json!("unwanted");
    body["form"] = json!({"key": "return", "answers": answers});
    let refused = shop.submit(body.clone()).await;
    let ticket = if refused.status == 422 {
        // The form has its own words for reasons: take one of them.
        let reasons = &layout["schema"]["properties"]["return_reason"];
        body["form"]["answers"]["return_reason"] = first_option(reasons);
        shop.submit(body).await.expect(201).body
    } else {
        refused.expect(201).body
    };
    assert_eq!(ticket["fields"]["phone"], "13800000000", "{}", ticket["fields"]);
    let path = format!("/api/v1/tickets/{}/timeline", ticket["id"].as_str().unwrap());
    let timeline = shop.server.get(&path, &shop.agent).await.expect(200).body;
    let submitted = timeline["items"].as_array().unwrap().iter().find(|entry| entry["kind"] == "form.submitted").unwrap();
    assert_eq!(submitted["data"], json!({"form": "return", "edition": 1}));
}

pub(crate) fn first_option(schema: &Value) -> Value {
    let options = schema["enum"]
        .as_array()
        .cloned()
        .or_else(|| schema["oneOf"].as_array().map(|all| all.iter().map(|one| one["const"].clone()).collect()));
    let mut options = options.unwrap_or_else(|| panic!("no options in {schema}"));
    // The last one asks for nothing more; the first is a quality problem (Z6).
    options.pop().unwrap()
}

/// Z1, Z6, U9: a photo that answers name was uploaded before, and is what they say it is.
#[tokio::test]
async fn z6_photos_that_answers_name_exist() {
    let shop = shop_with_form().await;
    let fill = shop.server.post("/api/v1/forms/return/fill", &shop.agent, json!({"order": "o-known"})).await.expect(200).body;
    let mut answers = fill["answers"].clone();
    let given = json!({"phone": "13800000000", "return_quantity": 1, "return_reason": "quality", "description": "碎了"});
    answers.as_object_mut().unwrap().extend(given.as_object().unwrap().clone());
    let judge = async |digest: &Value, media_type: &str| {
        let mut answers = answers.clone();
        answers["photos"] = json!([{"name": "破损.png", "media_type": media_type, "bytes": 64, "digest": digest}]);
        shop.server.post("/api/v1/forms/return/answers", &shop.agent, json!({"answers": answers})).await
    };
    let never = json!(redress_domain::Digest::of(b"never uploaded"));
    let refused = judge(&never, "image/png").await.expect(422);
    assert_eq!(refused.pointers(), ["/answers/photos/0"], "{}", refused.body);
    let sent = upload(&shop.server, &shop.agent, "photo.png", png(64)).await.expect(201).body;
    let refused = judge(&sent["digest"], "image/jpeg").await.expect(422);
    assert!(refused.body.to_string().contains("image/png of 64 bytes"), "{}", refused.body);
    judge(&sent["digest"], "image/png").await.expect(200);
}

/// U6, U8: a form holds for agents as well: what it locks nobody overwrites, and what it knows has its type, whichever way it comes.
#[tokio::test]
async fn u6_u8_agents_write_what_the_form_takes() {
    let shop = shop_with_form().await;
    let fill = shop.server.post("/api/v1/forms/return/fill", &shop.agent, json!({"order": "o-known"})).await.expect(200).body;
    let mut answers = fill["answers"].clone();
    let given = json!({"phone": "13800000000", "return_quantity": 1, "return_reason": "no_reason"});
    answers.as_object_mut().unwrap().extend(given.as_object().unwrap().clone());
    let mut body = request("return_refund", "held", 28_800);
    body["order"] = json!({"external_id": "o-known"});
    body["customer"] = json!({"external_id": "c-known"});
    let mut beside = body.clone();
    beside["form"] = json!({"answers": answers});
    beside["fields"] = json!({"paid_amount": "9999.00", "batch": "2026-07"});
    let refused = shop.submit(beside.clone()).await.expect(422);
    assert_eq!(refused.pointers(), ["/fields/paid_amount"], "{}", refused.body);
    beside["fields"] = json!({"batch": "2026-07"});
    let ticket = shop.submit(beside).await.expect(201).body;

    let write =
        async |fields: Value| shop.act(&ticket, "message", &shop.agent, json!({"body": "补充", "internal": true, "fields": fields})).await;
    let refused = write(json!({"paid_amount": "9999.00", "phone": 5, "return_quantity": 2, "refund_amount": "12"})).await.expect(422);
    let mut pointers = refused.pointers();
    pointers.sort_unstable();
    assert_eq!(pointers, ["/fields/paid_amount", "/fields/phone", "/fields/return_quantity"], "{}", refused.body);
    assert_eq!(shop.ticket(&ticket).await["fields"], ticket["fields"], "nothing of it was written");
    let written = write(json!({"refund_amount": "12", "inspection_result": "passed", "batch": 7})).await.expect(200).body;
    assert_eq!((&written["fields"]["refund_amount"], &written["fields"]["batch"]), (&json!("12.00"), &json!(7)), "{written}");
    let refused = write(json!({"inspection_result": "wonderful"})).await.expect(422);
    assert_eq!(refused.pointers(), ["/fields/inspection_result"], "{}", refused.body);

    // A channel that does not know the form fills in what it has; what the form knows fits it, and nothing more is asked.
    let mut plain = request("return_refund", "plain", 28_800);
    plain["fields"] = json!({"return_quantity": "many", "paid_amount": "1.00", "colour": "red"});
    let refused = shop.submit(plain.clone()).await.expect(422);
    let mut pointers = refused.pointers();
    pointers.sort_unstable();
    assert_eq!(pointers, ["/fields/paid_amount", "/fields/return_quantity"], "{}", refused.body);
    plain["fields"] = json!({"return_quantity": 1, "colour": "red"});
    assert_eq!(shop.submit(plain).await.expect(201).body["fields"], json!({"return_quantity": 1, "colour": "red"}));
}

/// Z7: a form is saved, published and changed at any time; tickets keep what they answered.
#[tokio::test]
async fn z7_a_form_is_changed_at_any_time() {
    let shop = shop_with_form().await;
    let owner = &shop.server.owner;
    let mut drawn = shop.server.get("/api/v1/forms/return/editions/1", owner).await.expect(200).body["definition"].clone();
    drawn["sections"][0]["fields"][0]["show_when"] = json!("nobody.knows == 1");
    let saved = shop.server.put("/api/v1/forms/return/draft", owner, drawn.clone()).await.expect(200).body;
    assert_eq!(saved["findings"][0]["severity"], "error", "{}", saved["findings"]);
    let refused = shop.server.post("/api/v1/forms/return/publish", owner, json!({})).await.expect(422);
    assert!(!refused.pointers().is_empty());
    drawn["sections"][0]["fields"][0].as_object_mut().unwrap().remove("show_when");
    shop.server.put("/api/v1/forms/return/draft", owner, drawn).await.expect(200);
    let published = shop.server.post("/api/v1/forms/return/publish", owner, json!({})).await.expect(200).body;
    assert_eq!(published["published"], 2);
    let again = shop.server.post("/api/v1/forms/return/publish", owner, json!({})).await.expect(409);
    assert_eq!(again.code(), "not_allowed_now");
    let editions = shop.server.get("/api/v1/forms/return/editions", owner).await.expect(200).body;
    assert_eq!(editions["items"].as_array().unwrap().len(), 2);
    shop.server.delete("/api/v1/forms/return", owner).await.expect(204);
    shop.server.get("/api/v1/forms/return/schema", owner).await.expect(404);
}
