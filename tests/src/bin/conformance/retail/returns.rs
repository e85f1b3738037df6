//! Cancellations as tickets: one for each cancellation invoice and order that it takes goods back from.

use std::collections::BTreeMap;

use anyhow::Result;
use redress_tests::spread::spread;
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use super::file::Row;
use super::matching::{Fate, Matching};
use super::shop::{Order, gbp};
use super::{WIDTH, count};
use crate::checks::Checks;

/// Amounts in pence up to which nobody is asked, and up to which a supervisor is enough.
const TIERS: [i64; 2] = [5_000, 50_000];

/// Order line → pieces and pence.
type Lines = BTreeMap<usize, (i64, i64)>;

struct Return {
    body: Value,
    requested: i64,
}

/// Sends them and compares verdicts and sums with the files; answers the tickets.
pub(crate) async fn run(tenant: &Tenant, rows: &[Row], orders: &[Order], matching: &Matching, checks: &mut Checks) -> Result<Vec<Value>> {
    let config = json!({"tiers": {"GBP": [
        {"up_to": TIERS[0]}, {"up_to": TIERS[1], "role": "supervisor"}, {"up_to": null, "role": "director", "with_report": true}
    ]}});
    tenant.stock("refund-approval", "refund-tiers", config).await?;
    let (returns, over) = returns(rows, orders, matching);
    let requested: i64 = returns.iter().map(|one| one.requested).sum();
    let sent = returns.iter().map(|one| one.body.clone()).collect();
    let answers = spread(sent, WIDTH, |body: Value| {
        let client = tenant.owner.clone();
        async move { client.post_once("/tickets", body["external_ref"].as_str().unwrap_or_default(), &body).await }
    })
    .await?;
    let refused: Vec<String> = answers.iter().filter(|answer| answer.status != 201).map(|answer| format!("{answer:?}")).collect();
    checks
        .holds("every matched return becomes a ticket", refused.is_empty(), || format!("{} refused, first {}", refused.len(), refused[0]));
    let mut verdicts: BTreeMap<String, u32> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (answer, sent) in answers.iter().zip(&returns) {
        let refund = &answer.body["refund"];
        let verdict = format!("{} {}", refund["verdict"].as_str().unwrap_or("-"), refund["role"].as_str().unwrap_or(""));
        let verdict = verdict.trim().to_owned();
        if verdict != expected(sent.requested) || refund["amount"] != gbp(sent.requested) {
            wrong.push(format!("{} pence: {verdict}, {refund}", sent.requested));
        }
        *verdicts.entry(verdict).or_default() += 1;
    }
    println!("   {} tickets; verdicts: {verdicts:?}", answers.len());
    checks.holds("every verdict is the one of its tier", wrong.is_empty(), || format!("{} are not, first {}", wrong.len(), wrong[0]));
    let listed = tenant.owner.all("/tickets").await?;
    let stored: i64 = listed.iter().map(|ticket| ticket["refund"]["amount"]["minor"].as_i64().unwrap_or(0)).sum();
    checks.same("tickets in the API", &listed.len(), &returns.len());
    checks.same("requested in the API, in pence", &stored, &requested);
    totals(rows, matching, requested, over, checks);
    Ok(answers.into_iter().filter(|answer| answer.status == 201).map(|answer| answer.body).collect())
}

/// Money of all cancellations = money of the tickets + money of what was not matched + what exceeds the sale's price.
fn totals(rows: &[Row], matching: &Matching, requested: i64, over: i64, checks: &mut Checks) {
    let all: i64 = rows.iter().filter(|row| row.cancels()).map(|row| -row.quantity * row.price()).sum();
    let unmatched: i64 = matching
        .fates
        .iter()
        .map(|(&row, fate)| match fate {
            Fate::Matched => 0,
            Fate::InPart(left) => left * rows[row].price(),
            Fate::Unmatched(_) => -rows[row].quantity * rows[row].price(),
        })
        .sum();
    println!(
        "   cancelled in the files GBP {} = tickets {} + unmatched {} + above the price of the sale {}",
        count::pounds(all),
        count::pounds(requested),
        count::pounds(unmatched),
        count::pounds(over)
    );
    checks.same("cancelled money adds up to the penny", &(requested + unmatched + over), &all);
}

fn expected(requested: i64) -> &'static str {
    match requested {
        _ if requested <= TIERS[0] => "approve",
        _ if requested <= TIERS[1] => "needs_approval supervisor",
        _ => "needs_approval director",
    }
}

/// The tickets, and the pence by which cancellations exceed what the sale cost: a refund above the paid price is refused
/// by the API, so that part is reported instead.
fn returns(rows: &[Row], orders: &[Order], matching: &Matching) -> (Vec<Return>, i64) {
    // By cancellation invoice and order.
    let mut grouped: BTreeMap<(&str, usize), Lines> = BTreeMap::new();
    let mut over = 0;
    for part in &matching.parts {
        let cancel = &rows[part.cancel];
        let sold = &rows[orders[part.order].rows[part.line]];
        let pence = part.pieces * cancel.price().min(sold.price());
        over += part.pieces * cancel.price() - pence;
        let sum = grouped.entry((&cancel.invoice, part.order)).or_default().entry(part.line).or_default();
        *sum = (sum.0 + part.pieces, sum.1 + pence);
    }
    let returns = grouped.into_iter().map(|((invoice, order), lines)| {
        let order = &orders[order];
        let customer = rows[order.rows[0]].customer.clone().unwrap_or_default();
        let requested = lines.values().map(|line| line.1).sum();
        let lines: Vec<Value> = lines
            .into_iter()
            .map(|(line, (pieces, pence))| {
                json!({"order_line": (line + 1).to_string(), "quantity": pieces, "reason": "cancelled", "requested": gbp(pence)})
            })
            .collect();
        let body = json!({
            "kind": "return_refund", "channel": "import", "external_ref": format!("{invoice}>{}", order.external_id),
            "subject": invoice, "problem_type": "cancellation", "customer": {"external_id": customer},
            "order": {"external_id": order.external_id}, "lines": lines, "fields": {}
        });
        Return { body, requested }
    });
    (returns.collect(), over)
}
