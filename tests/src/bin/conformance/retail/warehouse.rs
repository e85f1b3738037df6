//! The returns go through the warehouse to the money: announced, scanned, inspected, and paid. Some come in two parcels, some are
//! scanned before they are announced, some lack a part, which half of the customers let go and the other half send.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use redress_tests::client::{Client, Reply};
use redress_tests::spread::spread;
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use super::shop::gbp;
use super::{WIDTH, count};
use crate::checks::Checks;

/// Price of the part that some articles lack, in pence.
const PART: i64 = 35;
/// Most times a request is sent again because a return of the same order was written in the same moment.
const TRIES: u32 = 20;

/// How a return comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Plain,
    TwoParcels,
    Early,
    PartLetGo,
    PartSent,
}

impl Way {
    fn of(place: usize, ticket: &Value) -> Self {
        let first = &ticket["lines"][0];
        // A part can be kept back only from what costs more than it.
        let checked = first["sku"].as_str().is_some_and(plain) && first["requested"]["minor"].as_i64().is_some_and(|minor| minor > PART);
        match place % 12 {
            1 => Self::TwoParcels,
            3 => Self::Early,
            5 | 9 if checked => Self::PartLetGo,
            7 | 11 if checked => Self::PartSent,
            _ => Self::Plain,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Plain => "one parcel, as it should be",
            Self::TwoParcels => "two parcels",
            Self::Early => "scanned before it was announced",
            Self::PartLetGo => "a part missing, its price kept back",
            Self::PartSent => "a part missing, sent later",
        }
    }
}

/// What became of a return.
struct Life {
    way: Way,
    requested: i64,
    paid: i64,
    kept: i64,
    ledger: i64,
    complaint: Option<String>,
}

/// Sends every ticket through the warehouse and compares ledgers, instructions and files.
pub(crate) async fn run(tenant: &Tenant, tickets: Vec<Value>, checks: &mut Checks) -> Result<()> {
    let mut skus: Vec<String> = tickets.iter().filter_map(|ticket| ticket["lines"][0]["sku"].as_str().map(str::to_owned)).collect();
    skus.retain(|sku| plain(sku));
    skus.sort_unstable();
    skus.dedup();
    let part = json!({"parts": [{"code": "part", "name": "part", "quantity": 1, "price": gbp(PART)}]});
    spread(skus, WIDTH, |sku| {
        let (client, part) = (tenant.owner.clone(), part.clone());
        async move { client.put(&format!("/checklists/{sku}"), &part).await?.expect(200) }
    })
    .await?;
    let wanted = tickets.len();
    let lives = spread(tickets.into_iter().enumerate().collect(), WIDTH, |(place, ticket)| {
        let client = tenant.owner.clone();
        async move { live(&client, place, &ticket).await.with_context(|| format!("return {place}: {}", ticket["external_ref"])) }
    })
    .await?;

    let mut ways: BTreeMap<Way, (usize, i64, i64)> = BTreeMap::new();
    for life in &lives {
        let sum = ways.entry(life.way).or_default();
        *sum = (sum.0 + 1, sum.1 + life.paid, sum.2 + life.kept);
    }
    println!("   {:>7} {:>14} {:>10}  returns through the warehouse", "tickets", "paid GBP", "kept GBP");
    for (way, (tickets, paid, kept)) in &ways {
        println!("   {tickets:>7} {:>14} {:>10}  {}", count::pounds(*paid), count::pounds(*kept), way.words());
    }
    let sum = |of: fn(&Life) -> i64| lives.iter().map(of).sum::<i64>();
    let complaints: Vec<&String> = lives.iter().filter_map(|life| life.complaint.as_ref()).collect();
    checks.same("every return ends", &lives.len(), &wanted);
    checks.holds("every return ends completed, with a balanced ledger per line", complaints.is_empty(), || {
        format!("{} do not, first {}", complaints.len(), complaints[0])
    });
    checks.same("paid and kept back add up to what was asked, in pence", &(sum(|l| l.paid) + sum(|l| l.kept)), &sum(|l| l.requested));
    checks.same("the ledgers say what was paid, in pence", &sum(|l| l.ledger), &sum(|l| l.paid));
    let queued = tenant.owner.all("/unidentified-parcels").await?;
    checks.same("no parcel is left without a ticket", &queued.len(), &0);
    let scans = tenant.owner.all("/scans?limit=200").await?;
    let matched = scans.iter().filter(|scan| scan["ticket"].is_string()).count();
    checks.same("every scan has its ticket", &matched, &scans.len());
    println!("   {} scans, GBP {} paid, {} kept back", scans.len(), count::pounds(sum(|l| l.paid)), count::pounds(sum(|l| l.kept)));
    Ok(())
}

async fn live(client: &Client, place: usize, ticket: &Value) -> Result<Life> {
    let id = ticket["id"].as_str().context("a ticket has an id")?;
    let path = |action: &str| format!("/tickets/{id}/{action}");
    let way = Way::of(place, ticket);
    if ticket["case"] == "approval" || ticket["case"] == "first_review" {
        send(client, &path("approve"), &json!({"opinion": "agreed"}), 200).await?;
    }
    let number = format!("RT{place:08}");
    let announce = |number: String| {
        let path = path("parcels");
        async move { send(client, &path, &json!({"tracking_number": number}), 201).await }
    };
    // Scanners put all sorts of things around a number.
    let scan = |number: String, key: String| async move {
        let body = json!({"raw": format!("]C0{}\r\n", number.to_lowercase()), "key": key, "station": "gate 1"});
        let first = send(client, "/scans", &body, 201).await?;
        let again = send(client, "/scans", &body, 201).await?;
        ensure!(first == again, "the same scan answers {again}, not {first}");
        Ok::<Value, anyhow::Error>(first)
    };
    if way == Way::Early {
        scan(number.clone(), format!("{place}/1")).await?;
        let told = announce(number.clone()).await?;
        ensure!(told["outcome"] == "here", "it had come before: {told}");
    } else {
        announce(number.clone()).await?;
        if way == Way::TwoParcels {
            announce(format!("{number}B")).await?;
            let half = scan(format!("{number}B"), format!("{place}/0")).await?;
            ensure!(half["complete"] == false, "the other half is still to come: {half}");
        }
        let last = scan(number.clone(), format!("{place}/1")).await?;
        ensure!(last["complete"] == true, "all parcels are here: {last}");
    }
    let missing = matches!(way, Way::PartLetGo | Way::PartSent);
    let found = send(client, &path("inspections"), &json!({"lines": lines(ticket, missing)}), 201).await?;
    if missing {
        ensure!(found["ticket"]["case"] == "inspection_hold" && found["offer"]["state"] == "open", "the part is missing: {found}");
        let choice = if way == Way::PartLetGo { "deduct" } else { "resend" };
        send(client, &path("offer/answer"), &json!({"choice": choice}), 200).await?;
    }
    if way == Way::PartSent {
        announce(format!("{number}P")).await?;
        scan(format!("{number}P"), format!("{place}/2")).await?;
        send(client, &path("inspections"), &json!({"lines": lines(ticket, false)}), 201).await?;
    }
    close(client, id, ticket, way).await
}

/// Finance pays what is due, and the books are read.
async fn close(client: &Client, id: &str, ticket: &Value, way: Way) -> Result<Life> {
    let mut paid = 0;
    for due in client.all(&format!("/refund-instructions?state=pending&ticket={id}")).await? {
        let instruction = due["id"].as_str().context("an instruction has an id")?;
        send(client, &format!("/refund-instructions/{instruction}/paid"), &json!({"reference": "bank"}), 200).await?;
        paid += due["amount"]["minor"].as_i64().unwrap_or(0);
    }
    let after = client.get(&format!("/tickets/{id}")).await?.expect(200)?;
    let entries = client.all(&format!("/tickets/{id}/settlements")).await?;
    let minor = |value: &Value| value["minor"].as_i64().unwrap_or(0);
    let ledger: i64 = entries.iter().map(|entry| minor(&entry["amount"])).sum();
    let kept: i64 = -entries.iter().filter(|entry| entry["kind"] == "deduction").map(|entry| minor(&entry["amount"])).sum::<i64>();
    let lines = ticket["lines"].as_array().context("a ticket has lines")?;
    let requested = lines.iter().map(|line| minor(&line["requested"])).sum();
    let overdrawn = lines.iter().find(|line| {
        let credited: i64 = entries.iter().filter(|entry| entry["line"] == line["id"]).map(|entry| minor(&entry["amount"])).sum();
        !(0..=minor(&line["requested"])).contains(&credited)
    });
    let complaint = match overdrawn {
        Some(line) => Some(format!("line {line} of {id} is overdrawn: {entries:?}")),
        None if after["case"] != "completed" => Some(format!("{id} is {}", after["case"])),
        None if ledger != paid || paid + kept != requested => {
            Some(format!("{id}: ledger {ledger}, paid {paid}, kept {kept}, requested {requested}"))
        }
        None => None,
    };
    Ok(Life { way, requested, paid, kept, ledger, complaint })
}

/// Every unit good, and perhaps a part of the first line missing.
fn lines(ticket: &Value, missing: bool) -> Vec<Value> {
    let line = |(place, line): (usize, &Value)| {
        let quantity = &line["quantity"];
        let mut found = json!({
            "line": line["id"], "good": quantity, "placements": [{"quantity": quantity, "grade": "b", "disposition": "restock"}]
        });
        if missing && place == 0 {
            found["missing_parts"] = json!([{"code": "part", "quantity": 1}]);
        }
        found
    };
    ticket["lines"].as_array().into_iter().flatten().enumerate().map(line).collect()
}

/// Sends until nobody else writes to the same order in the same moment.
async fn send(client: &Client, path: &str, body: &Value, status: u16) -> Result<Value> {
    let mut tries = 1;
    loop {
        let reply: Reply = client.post(path, body).await?;
        if reply.status != 412 && reply.status != 503 {
            return reply.expect(status);
        }
        if tries == TRIES {
            bail!("still {reply:?} after {TRIES} tries");
        }
        tries += 1;
    }
}

/// A stock code that is no fee and needs no escape in an address.
fn plain(sku: &str) -> bool {
    sku.len() >= 5 && sku.bytes().all(|byte| byte.is_ascii_alphanumeric()) && sku.bytes().any(|byte| byte.is_ascii_digit())
}
