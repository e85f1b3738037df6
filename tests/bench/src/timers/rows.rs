//! Ten thousand timers of tickets that fall due in the same moment, in a shop with all its rules: each return that never came is closed,
//! a notification rule words what the customer is told, and the message stands in the outbox.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use redress_domain::id::TenantId;
use redress_domain::timer::{Timer, TimerKind};
use redress_domain::{Clock as _, Timestamp};
use redress_store::{Page, Store, TenantStore, ticket as tickets_of, timer};
use redress_tests::sample::ticket;
use redress_tests::server::{Options, Server};
use serde_json::json;

use super::{PATIENCE, WITHIN, clocks, count, create};
use crate::report::Report;
use crate::tickets;

/// Counts timers that have fired, by kind.
const METRIC: &str = "redress_timers_fired_total{kind=\"return_expired\"}";
/// Tickets of a page.
const PAGE: u32 = 500;
/// What is left for the server to start before they fall due.
const START: Duration = Duration::from_secs(30);

/// Measures one database.
pub(super) async fn run(report: &mut Report, name: &str, url: Option<String>) -> Result<()> {
    let clocks = clocks();
    let folder = tempfile::tempdir()?;
    let url = url.unwrap_or_else(|| format!("sqlite:{}", folder.path().join("timers.db").display()));
    let mut server = Server::start(Options::on(&url).with("REDRESS__LOG__FILTER", "warn")).await?;
    let tenant = tickets::shop(&server).await?;
    tenant.stock("notification", "notify-templates", json!({})).await?;
    let address = json!({"name": "退货地址", "type": "string", "value": "杭州市一号仓"});
    tenant.owner.put("/parameters/return_address", &address).await?.expect(200)?;
    // So little that the rule allows it at once: the customer is told where to, and the shop waits for the goods.
    let load = create(&server, &tenant, clocks, &ticket("return_refund", "{n}", 4_000))?;
    ensure!(load.wrong == 0 && load.answers == u64::from(clocks), "not every ticket was created: {load:?}");
    server.kill()?;

    let due = redress::clock::SystemClock.now().plus(chrono::Duration::from_std(START)?);
    let store = Store::open(&url).await?;
    let moved = move_all(&store.tenant(tenant.id.parse::<TenantId>()?), due).await?;
    drop(store);
    ensure!(moved == clocks, "{moved} of {clocks} tickets wait for goods");
    server.restart().await?;
    let left = due.as_datetime() - redress::clock::SystemClock.now().as_datetime();
    let left = left.to_std().context("the server took longer to start than was left")?;
    ensure!(count(&tenant, METRIC).await? == 0, "timers fired before their time");
    tokio::time::sleep(left).await;

    let begun = Instant::now();
    while count(&tenant, METRIC).await? < u64::from(clocks) {
        ensure!(begun.elapsed() < PATIENCE, "after {PATIENCE:?} only {} had fired", count(&tenant, METRIC).await?);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let took = begun.elapsed();
    tokio::time::sleep(Duration::from_secs(3)).await;
    let fired = count(&tenant, METRIC).await?;
    ensure!(fired == u64::from(clocks), "{clocks} timers fired {fired} times");
    let open = tenant.owner.get("/tickets?case=awaiting_return&limit=1").await?.expect(200)?;
    ensure!(open["items"].as_array().is_some_and(Vec::is_empty), "a ticket still waits for its goods: {open}");
    let verdict = if took <= WITHIN { "" } else { " MISSED" };
    let figure = format!("{:.2} s, {:.0}/s{verdict}", took.as_secs_f64(), f64::from(clocks) / took.as_secs_f64());
    let value = json!({"timers": clocks, "seconds": took.as_secs_f64()});
    report.figure(&format!("{clocks} returns expire in one moment, four rules, {name}"), &figure, "at most 5 s, each once", &value);
    Ok(())
}

/// Has the return of every ticket expire at a moment; answers how many there are.
async fn move_all(store: &TenantStore, due: Timestamp) -> Result<u32> {
    let (mut after, mut moved) = (None, 0);
    loop {
        let page = Page { after, limit: PAGE };
        let (some, next) = store
            .write(move |tx| {
                Box::pin(async move {
                    let (tickets, next) = tickets_of::list(tx, &tickets_of::Filter::default(), &page).await?;
                    let mut some = 0;
                    for one in tickets {
                        let expires = timer::list_by_ticket(tx, one.id)
                            .await?
                            .into_iter()
                            .find(|timer| timer.kind == TimerKind::ReturnExpired.as_str());
                        let Some(expires) = expires else { continue };
                        timer::cancel_for_ticket(tx, one.id, &[TimerKind::ReturnExpired.as_str()]).await?;
                        timer::insert_many(tx, &[Timer { due_at: due, ..expires }]).await?;
                        some += 1;
                    }
                    Ok::<_, redress_store::Error>((some, next))
                })
            })
            .await?;
        moved += some;
        match next {
            Some(cursor) => after = Some(cursor),
            None => return Ok(moved),
        }
    }
}
