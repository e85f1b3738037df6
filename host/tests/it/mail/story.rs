//! What arrives when all is well.

use redress::workers;
use redress_tests::relay::Relay;
use serde_json::{Value, json};

use super::{DAY, SOON, id, outbox, report, shop_with, until};
use crate::shop::{Shop, request};

/// Z25, Z30: a scheduled report arrives once, with its figures, its file and everybody it is for.
#[tokio::test]
async fn z25_a_scheduled_report_arrives_once_with_its_file() {
    let relay = Relay::start().await.unwrap();
    let shop = shop_with(&relay).await;
    let mut claim = request("refund_only", "counted", 4_000);
    claim["channel"] = json!("taobao");
    shop.submit(claim).await.expect(201);
    report(&shop, &["boss@shop.example", "finance@shop.example"], "csv").await;
    let letter = &relay.wait(1, SOON).await.unwrap()[0];
    assert_eq!(letter.from, "no-reply@redress.example");
    assert_eq!(letter.to, ["boss@shop.example", "finance@shop.example"]);
    let mail = letter.read().unwrap();
    assert_eq!((mail.sender.as_str(), mail.from.as_str()), ("shop", "no-reply@redress.example"), "the tenant's name");
    assert_eq!(mail.to, letter.to);
    assert!(mail.subject.contains(" – 2026-10-"), "{}", mail.subject);
    let [(name, bytes)] = &mail.files[..] else { panic!("one file: {mail:?}") };
    let table = String::from_utf8(bytes.clone()).unwrap();
    assert!(extension(name) == Some("csv") && table.starts_with('\u{feff}') && table.contains("taobao"), "{name} {table}");
    assert!(mail.text.lines().count() > 1, "figures stand in the text too: {}", mail.text);

    let sent = until(&shop, "delivered", 1).await;
    let sent = sent.iter().find(|message| message["event"] == "report.due").unwrap();
    assert_eq!(id(letter), format!("<{}@redress.example>", sent["id"].as_str().unwrap()), "a repeat would be known by it");
    assert_eq!((letter.header("Auto-Submitted").as_deref(), &sent["attempts"]), (Some("auto-generated"), &json!(1)));
    assert_eq!(super::log(&shop, sent).await[0]["status"], 250);
    shop.server.clock.advance_ms(3_600_000);
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    // By then the shop is told of a ticket that nobody took, too.
    assert_eq!(relay.letters().iter().filter(|other| id(other) == id(letter)).count(), 1, "once");
    shop.server.app.stop.cancel();
}

/// Z25: a workbook stays one on its way, and a Chinese name and subject are read as they were written.
#[tokio::test]
async fn a_workbook_and_chinese_words_arrive_whole() {
    let relay = Relay::start().await.unwrap();
    let shop = shop_with(&relay).await;
    let mut definition = shop.server.get("/api/v1/reports/channels", &shop.supervisor).await.expect(200).body["definition"].clone();
    definition["name"] = json!("各渠道来源分布：七天无理由、质量问题与物流破损的每日汇总");
    let schedule = json!({"cron": "0 9 * * *", "zone": "Asia/Shanghai", "recipients": ["boss@shop.example"], "format": "xlsx"});
    shop.server.post("/api/v1/reports", &shop.supervisor, json!({"definition": definition, "schedule": schedule})).await.expect(201);
    shop.server.clock.advance_ms(DAY);
    assert_eq!(redress::reports::send_due(&shop.server.app).await.unwrap(), 1);
    workers::start(&shop.server.app);
    let letter = &relay.wait(1, SOON).await.unwrap()[0];
    let mail = letter.read().unwrap();
    assert!(mail.subject.starts_with("各渠道来源分布：七天无理由、质量问题与物流破损的每日汇总 2026-"), "{}", mail.subject);
    let [(name, bytes)] = &mail.files[..] else { panic!("one file: {mail:?}") };
    assert!(name.starts_with("各渠道来源分布") && extension(name) == Some("xlsx"), "{name}");
    let book: Result<calamine::Xlsx<_>, _> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes.clone()));
    assert!(book.is_ok(), "the workbook opens");
    shop.server.app.stop.cancel();
}

/// Z23: the customer is told by mail that the goods passed, at the address the shop gave; who has none is in the log.
#[tokio::test]
async fn z23_the_customer_has_a_mail_when_the_goods_passed() {
    let relay = Relay::start().await.unwrap();
    let shop = shop_with(&relay).await.with_rules().await;
    shop.bind("notification", "notify-templates", json!({"shop_name": "毛球宠物"})).await;
    for (name, address) in [("known", Some("li@customer.example")), ("unknown", None)] {
        let mut claim = request("return_refund", name, 28_800);
        claim["customer"]["email"] = json!(address);
        let ticket = shop.submit(claim).await.expect(201).body;
        passed(&shop, &ticket, name).await;
    }
    workers::start(&shop.server.app);
    let letters = relay.wait(1, SOON).await.unwrap();
    let mail = letters[0].read().unwrap();
    assert_eq!(letters[0].to, ["li@customer.example"]);
    assert!(mail.text.contains("质检") && mail.files.is_empty(), "{mail:?}");
    let noted = |message: &&Value| message["payload"]["data"]["note"].as_str().is_some_and(|note| note.contains("no mail address"));
    let all = shop.server.get("/api/v1/outbox?limit=200", &shop.server.owner).await.expect(200).body;
    let unknown: Vec<&Value> = all["items"].as_array().unwrap().iter().filter(noted).collect();
    assert_eq!(unknown.iter().map(|message| message["channel"].as_str().unwrap()).collect::<Vec<_>>(), ["log"], "{all}");
    assert!(relay.letters().iter().all(|letter| letter.to == ["li@customer.example"]));
    shop.server.app.stop.cancel();
}

async fn passed(shop: &Shop, ticket: &Value, name: &str) {
    shop.act(ticket, "approve", &shop.supervisor, json!({"opinion": "同意"})).await.expect(200);
    let number = format!("SF{name}0001");
    shop.act(ticket, "parcels", &shop.agent, json!({"tracking_number": number, "carrier": "顺丰"})).await.expect(201);
    shop.server.post("/api/v1/scans", &shop.warehouse, json!({"raw": number, "station": "gate 2"})).await.expect(201);
    shop.server.clock.advance_ms(1_000);
    let line =
        json!({"line": ticket["lines"][0]["id"], "good": 1, "placements": [{"quantity": 1, "grade": "b", "disposition": "restock"}]});
    shop.act(ticket, "inspections", &shop.warehouse, json!({"lines": [line]})).await.expect(201);
}

/// Z20: the manager's mail goes to whoever holds the role, and not to those who are gone.
#[tokio::test]
async fn z20_the_manager_has_a_mail_in_the_box() {
    let relay = Relay::start().await.unwrap();
    let shop = shop_with(&relay).await;
    let (second, _) = shop.server.user("deputy-director", &["director"]).await;
    let (gone, _) = shop.server.user("former-director", &["director"]).await;
    let path = format!("/api/v1/users/{gone}");
    shop.server.patch(&path, &shop.server.owner, &[("if-match", "\"1\"")], json!({"disabled": true})).await.expect(200);
    let ticket = shop.submit(request("refund_only", "z20", 28_800)).await.expect(201).body;
    shop.server.clock.advance_ms(31 * 60_000);
    workers::start(&shop.server.app);
    let letter = &relay.wait(1, SOON).await.unwrap()[0];
    let mut to = letter.to.clone();
    to.sort();
    assert_eq!(to, ["deputy-director@shop.example", "director@shop.example"], "{second}");
    let mail = letter.read().unwrap();
    assert!(
        mail.subject.contains(ticket["number"].as_str().unwrap()) && mail.text.contains(ticket["number"].as_str().unwrap()),
        "{mail:?}"
    );
    shop.server.app.stop.cancel();
}

/// U14: the invitation to the survey opens it; its token is in the mail and in nothing that the outbox shows.
#[tokio::test]
async fn u14_a_survey_is_answered_by_the_link_in_its_mail() {
    let relay = Relay::start().await.unwrap();
    let shop = shop_with(&relay).await.with_rules().await;
    shop.bind("notification", "notify-templates", json!({"channels": {"customer": ["email"]}})).await;
    let mut claim = request("refund_only", "asked", 4_000);
    claim["customer"]["email"] = json!("li@customer.example");
    let ticket = shop.submit(claim).await.expect(201).body;
    let waiting = shop.instructions(&ticket).await.into_iter().find(|one| one["state"] == "pending").expect("one waits");
    let path = format!("/api/v1/refund-instructions/{}/paid", waiting["id"].as_str().unwrap());
    shop.server.post(&path, &shop.finance, json!({"reference": "bank"})).await.expect(200);
    workers::start(&shop.server.app);
    let mut letter = None;
    for count in 1..10 {
        let letters = relay.wait(count, SOON).await.unwrap();
        letter = letters.into_iter().find(|letter| letter.read().unwrap().text.contains("/portal/#"));
        if letter.is_some() {
            break;
        }
    }
    let text = letter.expect("an invitation").read().unwrap().text;
    let token: String =
        text.split("/portal/#").nth(1).unwrap().chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
    shop.server.get("/portal/v1/survey", &token).await.expect(200);
    let shown = format!("{:?} {:?}", outbox(&shop, "delivered").await, outbox(&shop, "pending").await);
    assert!(!shown.contains(&token));
    shop.server.app.stop.cancel();
}

fn extension(name: &str) -> Option<&str> {
    std::path::Path::new(name).extension()?.to_str()
}
